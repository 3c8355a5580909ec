"""On a telephone, enlarged, or spaced out, everything is still there to be read."""

import pytest

from .chromium import Screen

SCREENS = [Screen(320), Screen(1280, zoom=2), Screen(320, spaced=True), Screen(1280)]


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_nothing_scrolls_sideways_but_what_is_meant_to_and_no_text_is_cut(page, screen):
    page.on(screen)

    assert page.probe("cut", False) == []
