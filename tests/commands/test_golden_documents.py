"""Whole documents, byte for byte: JOBCOACH_GOLDEN=write makes them anew; read the difference then."""

import os
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from documents import COMMANDS, committed_examples, document

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
FORMS = (
    *(("standard", language, "md") for language in ("fr", "en", "nl", "de")),
    *(("easy", language, "md") for language in ("fr", "en", "nl", "de")),
    ("standard", "fr", "html"),
    ("easy", "fr", "html"),
)
ALL = [
    pytest.param(name, style, language, form, id=f"{name}.{style}.{language}.{form}")
    for name in COMMANDS
    for style, language, form in FORMS
]
PAGES = [param for param in ALL if param.values[3] == "html"]
# Read when the tests are gathered: fixtures take every setting of the program's away.
WRITE = os.environ.get("JOBCOACH_GOLDEN") == "write"
EMPTY = {"meta", "br", "hr", "link", "img", "input", "col"}


@pytest.fixture(scope="module")
def examples(tmp_path_factory):
    """The examples in git: a document for somebody else is recorded there."""
    return committed_examples(tmp_path_factory.mktemp("examples") / "cases")


@pytest.mark.parametrize(("name", "style", "language", "form"), ALL)
def test_a_document_is_the_golden_one_byte_for_byte(examples, name, style, language, form):
    golden = GOLDEN / f"{name}.{style}.{language}.{form}"
    made = document(examples, name, language, style, form)

    if WRITE:
        golden.write_bytes(made.encode("utf-8"))
    assert made == golden.read_bytes().decode("utf-8")


def test_every_golden_file_belongs_to_a_test():
    names = {param.id for param in ALL}

    assert {path.name for path in GOLDEN.iterdir() if not path.name.startswith(".")} == names


def golden(name, style, language, form):
    """A golden document; that it is what the program prints is another test's business."""
    return (GOLDEN / f"{name}.{style}.{language}.{form}").read_text(encoding="utf-8")


class Page(HTMLParser):
    """A page read strictly: every tag that is opened is closed, in order."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.faults = []
        self.headings = []
        self.attributes = []
        self.count = {}

    def handle_starttag(self, tag, attrs):
        self.count[tag] = self.count.get(tag, 0) + 1
        self.attributes += [(tag, name, value) for name, value in attrs]
        if len({name for name, _ in attrs}) < len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in EMPTY:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_startendtag(self, tag, attrs):
        self.count[tag] = self.count.get(tag, 0) + 1

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}, open: {self.open}")
        else:
            self.open.pop()


def read(text):
    page = Page()
    page.feed(text)
    page.close()
    return page


@pytest.mark.parametrize(("name", "style", "language", "form"), PAGES)
def test_a_page_is_well_formed(name, style, language, form):
    text = golden(name, style, language, form)
    page = read(text)

    assert text.startswith("<!DOCTYPE html>\n")
    assert page.faults == []
    assert page.open == []
    for tag in ("html", "head", "body", "title", "main", "h1"):
        assert page.count[tag] == 1, tag


@pytest.mark.parametrize(("name", "style", "language", "form"), PAGES)
def test_a_page_says_its_language_and_its_characters(name, style, language, form):
    page = read(golden(name, style, language, form))

    assert ("html", "lang", language) in page.attributes
    assert ("meta", "charset", "utf-8") in page.attributes


@pytest.mark.parametrize(("name", "style", "language", "form"), PAGES)
def test_headings_skip_no_level(name, style, language, form):
    headings = read(golden(name, style, language, form)).headings

    assert headings[0] == 1
    assert [b for a, b in pairwise(headings) if b > a + 1] == []


@pytest.mark.parametrize(("name", "style", "language", "form"), PAGES)
def test_a_page_loads_nothing_from_anywhere(name, style, language, form):
    text = golden(name, style, language, form)

    assert not re.search(r"https?://|\bsrc\s*=|\bhref\s*=|url\(|@import|<script", text)


@pytest.mark.parametrize(("name", "style", "language", "form"), PAGES)
def test_every_table_has_a_caption_and_headers_with_a_scope(name, style, language, form):
    text = golden(name, style, language, form)

    assert text.count("<table") == text.count("<thead>") == text.count("<caption")
    assert re.findall(r"<th(?![^>]*scope=)[ >]", text) == []


@pytest.mark.parametrize(("name", "style", "language", "form"), PAGES)
def test_every_picture_has_a_text_that_stands_for_it(name, style, language, form):
    text = golden(name, style, language, form)

    assert text.count("<svg") == len(re.findall(r'role="img" aria-label="[^"]+"><svg', text))
    assert (text.count("<svg") > 0) == (style == "easy")


@pytest.mark.parametrize(("name", "style", "language", "form"), ALL)
def test_no_document_shows_how_it_was_made(name, style, language, form):
    text = golden(name, style, language, form)

    for word in ("None", "()", "[]", "{'", "datetime", "Undefined", "{{", "{%", "msgspec"):
        assert word not in text.replace("{}", "")
    assert not re.search(r"(?<!-)\{\w+\}", re.sub(r"<style>.*</style>", "", text, flags=re.S))
    assert "\r" not in text
    assert not re.search(r"[ \t]\n", text) or form == "html"


@pytest.mark.parametrize(("name", "style", "language", "form"), ALL)
def test_every_document_names_its_reader_and_its_day(name, style, language, form):
    text = golden(name, style, language, form)

    assert re.search(r"9\\?\.? (mars|March|maart|März) 2026", text)


@pytest.mark.parametrize(("name", "style", "language", "form"), ALL)
def test_a_document_in_another_language_holds_no_english_of_ours(name, style, language, form):
    if language != "en":
        text = golden(name, style, language, form)
        for english in (
            "every ",
            "until ",
            "last contact",
            "Signed",
            "since ",
            "My ",
            " due",
            "I ",
        ):
            assert not re.search(rf"\b{english}", text), english


@pytest.mark.parametrize(("name", "style", "language", "form"), ALL)
def test_an_easy_document_has_dates_with_the_weekday(name, style, language, form):
    if (style, language) == ("easy", "fr"):
        text = golden(name, style, language, form)
        days = re.findall(
            r"(\w+) (?:1er|\d{1,2}) (?:janvier|février|mars|avril|mai|août) \d{4}", text
        )
        assert days
        assert set(days) <= {
            "lundi",
            "mardi",
            "mercredi",
            "jeudi",
            "vendredi",
            "samedi",
            "dimanche",
        }


@pytest.mark.parametrize("name", ["plan-ws-c9e", "meeting-ws-c9e"])
def test_what_the_person_keeps_from_employers_stands_on_the_documents_as_a_warning(name):
    assert "No employer may learn" in golden(name, "standard", "en", "md")
    assert "No employer may know" in golden(name, "easy", "en", "md")


@pytest.mark.parametrize("name", COMMANDS)
def test_statistics_are_never_printed(name):
    text = golden(name, "standard", "en", "md").lower()

    for word in ("european", "lower-secondary", "woman", "1988"):
        assert word not in text


def test_notes_of_contacts_stay_off_the_persons_copy():
    assert "connaît déjà douze habitués" in golden("meeting-ab-k7q", "standard", "fr", "md")
    assert "connaît déjà douze habitués" not in golden("plan-ab-k7q", "standard", "fr", "md")


def test_large_print_differs_by_its_letters_alone(examples):
    large = document(examples, "plan-ab-k7q", "fr", "large", "html")
    standard = document(examples, "plan-ab-k7q", "fr", "standard", "html")

    assert '<body class="large">' in large
    body = large.index("<body")
    assert (
        large[body:].replace('class="large"', 'class="standard"')
        == standard[standard.index("<body") :]
    )
