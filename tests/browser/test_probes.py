"""The probes themselves: each finds the fault that was put into a small page, and no other."""

import pytest

from .chromium import Screen

LEVEL = "font: 16px/20px sans-serif"


def whole(body, style="", language="en"):
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>Small</title>'
        f'<meta name="viewport" content="width=device-width">'
        f"<style>body {{ margin: 0; {LEVEL} }} {style}</style></head>"
        f"<body><main><h1>Small</h1>{body}</main></body></html>"
    )


def kinds(faults):
    return sorted({fault.split(":")[0] for fault in faults})


# axe-core


def test_axe_wants_a_contrast_of_seven(chromium):
    clear = chromium.open(whole('<p style="color: #595959">Text</p>'))
    faint = chromium.open(whole('<p style="color: #5a5a5a">Text</p>'))

    assert clear.axe()["violations"] == []
    assert kinds(faint.axe()["violations"]) == ["color-contrast-enhanced"]


def test_axe_finds_what_has_no_name_and_what_stands_outside_of_all_landmarks(chromium):
    page = chromium.open(whole("<input>").replace("</main>", "</main><p>Alone</p>"))

    assert kinds(page.axe()["violations"]) == ["label", "region"]


# What is cut

BOX = '<div role="region" tabindex="0" aria-label="Wide" style="overflow-x: auto">{}</div>'
WIDE = '<div style="width: 400px">wide</div>'


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<div style="width: 320px">just as wide</div>', []),
        ('<div style="width: 321px">too wide</div>', ["the page scrolls sideways"]),
        (BOX.format(WIDE), []),
        (BOX.format(WIDE).replace('tabindex="0"', ""), ["scrolls sideways"]),
        (BOX.format(WIDE).replace('role="region"', ""), ["scrolls sideways"]),
        (BOX.format(WIDE).replace('aria-label="Wide"', ""), ["scrolls sideways"]),
        (f'<div style="overflow: hidden">{WIDE}</div>', ["cut off"]),
        ('<div style="overflow: hidden; height: 20px">one</div>', []),
        ('<div style="overflow: hidden; height: 20px">one<br>two</div>', ["cut off"]),
        ('<p style="width: 60px">' + "w" * 20 + "</p>", ["out of its box"]),
        ('<p style="width: 60px; overflow-wrap: anywhere">' + "w" * 20 + "</p>", []),
        ('<p style="margin-left: -30px">starts outside</p>', ["beyond the edge"]),
        ('<p>over</p><p style="margin-top: -30px">under</p>', ['written over by "under"']),
        (
            '<p style="position: absolute; width: 1px; height: 1px; overflow: hidden">for screen '
            "readers only</p>",
            [],
        ),
    ],
)
def test_what_cannot_be_read_on_a_narrow_screen_is_found(chromium, body, found):
    page = chromium.open(whole(body))
    page.on(Screen(320))

    assert kinds(page.probe("cut", False)) == found


def test_a_zoomed_page_has_half_the_room(chromium):
    page = chromium.open(whole('<div style="width: 641px">wide</div>'))

    page.on(Screen(1280))
    assert page.probe("cut", False) == []
    page.on(Screen(1280, zoom=2))
    assert page.probe("cut", False) == ["the page scrolls sideways: 641 px in 640"]


def test_spacing_a_text_out_is_undone_by_the_next_screen(chromium):
    page = chromium.open(whole('<p style="overflow: hidden; height: 20px">One line</p>'))

    page.on(Screen(320, spaced=True))
    assert kinds(page.probe("cut", False)) == ["cut off"]
    page.on(Screen(320))
    assert page.probe("cut", False) == []


def test_on_paper_nothing_may_scroll(chromium):
    wide = BOX.format('<div style="width: 900px">wide</div>')
    page = chromium.open(whole(wide, "@page { size: A4; margin: 2cm 15mm }"))

    assert page.on_paper() == {"top": 20, "right": 15, "bottom": 20, "left": 15}
    assert kinds(page.probe("cut", True)) == ["scrolls sideways"]


# Black and white


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("color: #595959", []),
        ("color: #5a5a5a", ["text 6.9"]),
        ("color: #b00000", []),
        ("color: #c00000", ["text 6.5"]),
        ("border: 1px solid #949494", []),
        ("border: 1px solid #969696", ["line 3.0"]),
        ("border: 1px solid transparent", []),
        ("color: #595959; opacity: .9", ["text 5.4"]),
        ("color: #595959; background: #eee", ["text 6.0"]),
        ("color: white; background: black", ["text 1.0"]),
        ("color: white; background: black; print-color-adjust: exact", []),
        ("color: black; background: linear-gradient(red, white)", ["text on a picture"]),
    ],
)
def test_what_a_copier_loses_is_found(chromium, style, found):
    page = chromium.open(whole(f'<p style="{style}">Text</p>'))
    page.on_paper()

    assert kinds(page.probe("grey")) == found


# Sheets of paper: 257 mm high within their margins

SHEET = "@page { size: A4; margin: 20mm } h1 { display: none } * { margin: 0 !important }"
BLOCK = '<p style="height: 10mm; break-inside: avoid">{}</p>'


def sheet(filled, body, style=""):
    return whole(f'<div style="height: {filled}mm"></div>{body}', SHEET + style)


@pytest.mark.parametrize(("filled", "left"), [(236, []), (238, [("Head", 1)])])
@pytest.mark.parametrize("tag", ["h2", "h4", 'p role="heading"'])
def test_a_heading_that_is_last_on_its_sheet_is_found(chromium, filled, left, tag):
    head = f'<{tag} style="height: 10mm">Head</{tag.split()[0]}>'
    page = chromium.open(sheet(filled, head + BLOCK.format("Text")))

    assert page.printed.headings_left_behind() == left


def test_a_heading_kept_with_its_text_is_not_last(chromium):
    head = '<h2 style="height: 10mm; break-after: avoid">Head</h2>'
    page = chromium.open(sheet(238, head + BLOCK.format("Text")))

    assert page.printed.headings_left_behind() == []


def test_print_rules_are_those_for_paper(chromium):
    head = '<h2 style="height: 10mm">Head</h2>'
    rule = "@media print { h2 { break-after: avoid } }"
    page = chromium.open(sheet(238, head + BLOCK.format("Text"), rule))
    page.on(Screen(320))

    assert page.printed.headings_left_behind() == []


@pytest.mark.parametrize(("filled", "split"), [(236, []), (238, [("Claire Date", [1, 2])])])
def test_a_signature_block_on_two_sheets_is_found(chromium, filled, split):
    block = f'<div class="signature">{BLOCK.format("Claire ")}{BLOCK.format("Date")}</div>'
    page = chromium.open(sheet(filled, block))

    assert page.printed.signatures_on_several_sheets() == split


def test_a_signatures_empty_line_belongs_to_it(chromium):
    block = f'<div class="signature">{BLOCK.format("Claire")}<div style="height: 30mm"></div></div>'
    page = chromium.open(sheet(240, block))

    assert page.printed.signatures_on_several_sheets() == [("Claire", [1, 2])]


@pytest.mark.parametrize(
    ("content", "without"),
    [
        ('"Page " counter(page) " of " counter(pages)', []),
        ('counter(page) "/" counter(pages)', []),
        ("counter(page)", [1, 2]),
        ('"1 / 2"', [2]),
    ],
)
def test_a_sheet_without_its_number_is_found(chromium, content, without):
    rule = f"@page {{ @bottom-right {{ content: {content} }} }}"
    page = chromium.open(sheet(300, "<p>2 of 2</p>", rule))

    assert page.printed.sheets_without_number(above=50, below=50) == without


def test_a_word_too_near_to_the_edge_is_found(chromium):
    page = chromium.open(whole("<p>near</p>", "@page { size: A4; margin: 4mm } h1 { margin: 9mm }"))

    assert [sheet.beyond(5 * 72 / 25.4) for sheet in page.printed.sheets] == [["near"]]
    assert [sheet.beyond(3 * 72 / 25.4) for sheet in page.printed.sheets] == [[]]


def test_a_pdf_says_its_title_its_language_and_its_tags(chromium):
    table = "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>"
    page = chromium.open(whole(f"<h2>Part</h2>{table}", language="nl"))
    facts = page.printed.facts

    assert (facts["Title"], facts["Language"], facts["Tagged"]) == ("Small", "nl", "yes")
    assert [tag for tag in page.printed.tags if tag[0] in "HT"] == (
        ["H1", "H2", "Table", "TR", "TH", "TH", "TR", "TD", "TD"]
    )


# Structure and requests


def test_tables_without_name_headers_or_scope_are_found(chromium):
    good = "<table><caption>Name</caption><tr><th scope=col>a</th></tr></table>"
    bad = "<table><tr><th>a</th></tr></table><table aria-label=x><tr><td>b</td></tr></table>"
    found = chromium.open(whole(good + bad)).probe("structure")

    assert found["tables"] == 3
    assert [line[:30] for line in found["namelessTables"]] == ["<table><tbody><tr><th>a</th></"]
    assert [line[:30] for line in found["headlessTables"]] == ['<table aria-label="x"><tbody><']
    assert found["headersWithoutScope"] == ["<th>a</th>"]


def test_what_a_page_asks_for_is_found_on_screen_and_on_paper(chromium):
    page = chromium.open(
        whole(
            '<img alt="x" src="https://example.invalid/a.png">',
            "@media print { main { background: url(https://example.invalid/b.png) } }",
        )
    )
    assert page.printed.sheets

    assert set(chromium.requests()) == {
        page.address,
        "https://example.invalid/a.png",
        "https://example.invalid/b.png",
    }


def test_a_page_comes_back_after_another_was_shown(chromium):
    first = chromium.open(whole("<h2>First</h2>"))
    chromium.open(whole("<h3>Second</h3>"))
    first.on(Screen(1280))

    assert first.probe("structure")["headings"] == [[1, "Small"], [2, "First"]]
