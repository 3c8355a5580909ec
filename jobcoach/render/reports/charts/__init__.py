"""Pictures of figures, as what stands where: a template draws them, and a sentence says what they show.

Texts keep their size whatever the width of the page: across, everything is placed in hundredths of the
picture's width; down, in pixels. Nothing is told by colour alone.
"""

from __future__ import annotations

import textwrap
from typing import Literal

import msgspec

Kind = Literal["bars", "steps", "paths", "flow"]


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A picture with its name and what it shows, in a sentence. *kind* names the piece that draws it."""

    kind: Kind
    name: str
    sentence: str


LETTERS = 42
"""A bar's label is broken into lines of so many letters: that is what fits on a telephone."""

LINE, THICK, GAP = 16, 18, 10
"""The height of a line of a label, of a bar, and of what is left free below it, in pixels."""


class Bar(msgspec.Struct, frozen=True):
    """One bar: its label in lines, its count as text, its length in hundredths of the longest.

    *top* is where the label begins; the bar lies *down* below that.
    """

    lines: tuple[str, ...]
    value: str
    length: int
    top: int

    @property
    def down(self) -> int:
        """How far the label reaches."""
        return LINE * len(self.lines) + 4


class Bars(Chart, frozen=True, kw_only=True):
    """Bars that lie one below the other, each under its label."""

    kind: Kind = "bars"
    bars: tuple[Bar, ...]
    height: int


def bars(name: str, sentence: str, rows: list[tuple[str, str, int | None]]) -> Bars | None:
    """Return a bar for each row of label, text and count; None where there is nothing to show.

    A hidden count (None) has no length.
    """
    longest = max((count for _, _, count in rows if count), default=0)
    if not longest:
        return None
    made: list[Bar] = []
    top = 0
    for label, text, count in rows:
        lines = tuple(textwrap.wrap(label, LETTERS)) or ("",)
        bar = Bar(lines, text, round(100 * (count or 0) / longest), top)
        made.append(bar)
        top += bar.down + THICK + GAP
    return Bars(name=name, sentence=sentence, bars=tuple(made), height=top)


def percent(part: float, whole: float) -> float:
    """Return how far across the picture *part* of *whole* stands, in hundredths of its width."""
    return round(100 * part / whole, 2)
