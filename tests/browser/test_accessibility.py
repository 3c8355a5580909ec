"""axe-core finds nothing: WCAG 2.2 AA, best practice, and contrast of 7:1."""

from .chromium import Screen


def test_axe_finds_nothing_and_leaves_no_contrast_unjudged(page):
    page.on(Screen(1280))

    assert page.axe() == {"violations": [], "unjudged": []}


def test_axe_finds_nothing_on_a_telephone(page):
    page.on(Screen(320))

    # It cannot judge the contrast of what is scrolled out of sight.
    assert page.axe()["violations"] == []
