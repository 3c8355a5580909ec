"""Colours of documents: whether a text in one can be read by everybody (WCAG 2.2, 1.4.6)."""

import re

READABLE = 7.0
"""The least contrast of text on its ground, as a ratio from 1 to 21."""

WHITE = "#ffffff"

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(written: str) -> bool:
    """Whether a text is a colour: ``#`` and six hexadecimal digits."""
    return _COLOUR.fullmatch(written) is not None


def contrast(one: str, other: str = WHITE) -> float:
    """Return the contrast of two colours: 1 where they are alike, 21 for black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str) -> bool:
    """Whether text in *colour* can be read by everybody on white paper."""
    return is_colour(colour) and contrast(colour) >= READABLE


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
