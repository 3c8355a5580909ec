"""Printed on A4: what belongs together stays together, and a copier loses nothing."""

import re

POINTS = 72 / 25.4  # of a millimetre
UNPRINTED = 5  # mm at the edge that many printers leave white


def test_a_signature_block_is_never_on_two_sheets(page):
    assert page.printed.signatures_on_several_sheets() == []


def test_a_heading_is_never_last_on_its_sheet(page):
    assert page.printed.headings_left_behind() == []


def test_every_sheet_says_which_of_how_many_it_is_where_sheets_are_numbered(page, html):
    numbered = "counter(page" in html
    margins = page.probe("margins")
    without = page.printed.sheets_without_number(
        margins["top"] * POINTS, margins["bottom"] * POINTS
    )

    assert not numbered or without == []


def test_a_sheet_is_a4_and_nothing_lies_beyond_what_a_printer_reaches(page):
    assert "(A4)" in page.printed.facts["Page size"]
    for sheet in page.printed.sheets:
        assert sheet.beyond(UNPRINTED * POINTS) == []


def test_no_text_is_cut_on_paper(page):
    page.on_paper()

    assert page.probe("cut", True) == []


def test_texts_and_lines_are_clear_in_black_and_white(page):
    page.on_paper()

    assert page.probe("grey") == []


def test_the_pdf_has_the_pages_title_and_language(page, document):
    assert page.printed.facts["Title"] == page.run("return document.title")
    assert page.printed.facts["Language"] == document.language


def test_the_pdf_is_tagged_with_the_pages_headings_and_tables(page, structure):
    tags = page.printed.tags

    assert page.printed.facts["Tagged"] == "yes"
    assert [int(tag[1]) for tag in tags if re.fullmatch("H[1-6]", tag)] == [
        level for level, _ in structure["headings"]
    ]
    assert tags.count("Table") == structure["tables"]
