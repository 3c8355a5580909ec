"""Colours: what is one, how far two are apart, and which can be read by everybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.domain.colours import READABLE, WHITE, contrast, is_colour, readable

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize("written", ["#1b4a72", "#FFFFFF", "#000000", "#aBcDeF"])
def test_a_colour_is_a_hash_and_six_digits(written):
    assert is_colour(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "#",
        "1b4a72",
        "#1b4a7",
        "#1b4a722",
        "#1b4a7g",
        "#147",
        "#1b4a72\n",
        " #1b4a72",
        "##1b4a7",
        "#1b4a7²",
        "#１b4a72",
        "blue",
        "rgb(27, 74, 114)",
        "#000; } body { display: none",
    ],
)
def test_anything_else_is_none_and_cannot_be_read(written):
    assert not is_colour(written)
    assert not readable(written)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", WHITE, 21.0),
        (WHITE, WHITE, 1.0),
        ("#777777", WHITE, 4.48),
        ("#767676", WHITE, 4.54),
        ("#0000ff", WHITE, 8.59),
        ("#ff0000", WHITE, 4.0),
        ("#00ff00", WHITE, 1.37),
        ("#0a0a0a", "#000000", 1.06),  # below the bend of the curve
        ("#0b0b0b", "#000000", 1.07),  # above it
    ],
)
def test_the_contrast_is_that_of_wcag(one, other, ratio):
    assert round(contrast(one, other), 2) == ratio


@given(colours, colours)
def test_contrast_has_no_direction_and_lies_between_1_and_21(one, other):
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.0001


@given(colours)
def test_capital_digits_are_the_same_colour(colour):
    assert contrast(colour.upper()) == contrast(colour)


@pytest.mark.parametrize(
    ("dark", "light"),
    [("#595959", "#5a5a5a"), ("#b60000", "#b70000"), ("#006800", "#006900")],
)
def test_a_colour_can_be_read_from_a_contrast_of_7_on(dark, light):
    assert (readable(dark), readable(light)) == (True, False)
    assert contrast(dark) >= READABLE > contrast(light)


def test_the_next_lighter_grey_is_too_light():
    greys = [f"#{value:02x}{value:02x}{value:02x}" for value in range(256)]

    assert [grey for grey in greys if readable(grey)] == greys[: 0x59 + 1]
