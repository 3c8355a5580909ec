"""How a page is built, as a screen reader tells it; and that it asks for nothing."""

from itertools import pairwise


def test_a_page_has_one_main_part_and_one_first_heading(structure):
    assert structure["mains"] == 1
    assert [level for level, _ in structure["headings"]].count(1) == 1


def test_headings_begin_at_the_first_level_skip_none_and_say_something(structure):
    levels = [level for level, _ in structure["headings"]]

    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
    assert [level for level, text in structure["headings"] if not text] == []


def test_a_table_has_a_name_and_headers_that_say_for_what(structure):
    assert structure["namelessTables"] == []
    assert structure["headlessTables"] == []
    assert structure["headersWithoutScope"] == []


def test_a_page_says_its_language_and_its_title(structure, document):
    assert structure["language"] == document.language
    assert structure["title"] != ""


def test_a_page_asks_for_nothing_on_screen_or_on_paper(chromium, page):
    assert page.printed.sheets

    asked = {address for address in chromium.requests() if not address.startswith("data:")}
    assert asked == {page.address}
