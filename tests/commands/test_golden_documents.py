"""Whole documents, byte for byte: JOBCOACH_GOLDEN=write makes them anew; read the difference then."""

import os
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cases"
GOLDEN = Path(__file__).resolve().parents[1] / "golden"
PEOPLE = ("ab-k7q", "ws-c9e", "lp-k3d")
DOCUMENTS = {"person": "plan", "coach": "meeting"}
ALL = [
    pytest.param(
        person, reader, language, form, id=f"{DOCUMENTS[reader]}-{person}.{language}.{form}"
    )
    for person in PEOPLE
    for reader in DOCUMENTS
    for language in ("fr", "en")
    for form in ("md", "html")
]
PAGES = [param for param in ALL if param.values[3] == "html"]
# Read when the tests are gathered: fixtures take every setting of the program's away.
WRITE = os.environ.get("JOBCOACH_GOLDEN") == "write"
EMPTY = {"meta", "br", "hr", "link", "img", "input", "col"}


def document(person, reader, language, form):
    """The document as printed on 9 March 2026."""
    ran = run(
        "-C",
        str(EXAMPLES),
        "plan",
        "render",
        person,
        "--for",
        reader,
        "--lang",
        language,
        "--format",
        form,
        "-o",
        "-",
    )
    assert (ran.exit_code, ran.stderr) == (0, "")
    return ran.stdout


@pytest.mark.parametrize(("person", "reader", "language", "form"), ALL)
def test_a_document_is_the_golden_one_byte_for_byte(person, reader, language, form):
    golden = GOLDEN / f"{DOCUMENTS[reader]}-{person}.{language}.{form}"
    made = document(person, reader, language, form)

    if WRITE:
        golden.write_bytes(made.encode("utf-8"))
    assert made == golden.read_bytes().decode("utf-8")


def test_every_golden_file_belongs_to_a_test():
    names = {param.id for param in ALL}

    assert {path.name for path in GOLDEN.iterdir() if not path.name.startswith(".")} == names


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


@pytest.mark.parametrize(("person", "reader", "language", "form"), PAGES)
def test_a_page_is_well_formed(person, reader, language, form):
    text = document(person, reader, language, form)
    page = read(text)

    assert text.startswith("<!DOCTYPE html>\n")
    assert page.faults == []
    assert page.open == []
    for tag in ("html", "head", "body", "title", "main", "h1"):
        assert page.count[tag] == 1, tag


@pytest.mark.parametrize(("person", "reader", "language", "form"), PAGES)
def test_a_page_says_its_language_and_its_characters(person, reader, language, form):
    page = read(document(person, reader, language, form))

    assert ("html", "lang", language) in page.attributes
    assert ("meta", "charset", "utf-8") in page.attributes


@pytest.mark.parametrize(("person", "reader", "language", "form"), PAGES)
def test_headings_skip_no_level(person, reader, language, form):
    headings = read(document(person, reader, language, form)).headings

    assert headings[0] == 1
    assert [b for a, b in pairwise(headings) if b > a + 1] == []


@pytest.mark.parametrize(("person", "reader", "language", "form"), PAGES)
def test_a_page_loads_nothing_from_anywhere(person, reader, language, form):
    text = document(person, reader, language, form)

    assert not re.search(r"https?://|\bsrc\s*=|\bhref\s*=|url\(|@import|<script", text)


@pytest.mark.parametrize(("person", "reader", "language", "form"), PAGES)
def test_every_table_has_headers_with_a_scope(person, reader, language, form):
    text = document(person, reader, language, form)

    assert text.count("<table") == text.count("<thead>")
    assert re.findall(r"<th(?![^>]*scope=)[ >]", text) == []
    assert "<td></td></tr>" not in text.replace(" ", "") or reader == "person"


@pytest.mark.parametrize(("person", "reader", "language", "form"), ALL)
def test_no_document_shows_how_it_was_made(person, reader, language, form):
    text = document(person, reader, language, form)

    for word in ("None", "()", "[]", "{'", "datetime", "Undefined", "{{", "{%", "msgspec"):
        assert word not in text.replace("{}", "")
    assert "\r" not in text
    assert not re.search(r"[ \t]\n", text) or form == "html"


@pytest.mark.parametrize(("person", "reader", "language", "form"), ALL)
def test_a_french_document_holds_no_english_of_ours(person, reader, language, form):
    if language == "fr":
        text = document(person, reader, language, form)
        for english in ("every ", "until ", "last contact", "Signed", "since ", "My plan", " due"):
            assert english not in text
    else:
        assert "My plan" in document(person, reader, language, form) or reader == "coach"


@pytest.mark.parametrize("reader", DOCUMENTS)
def test_what_the_person_keeps_from_employers_stands_on_the_documents_as_a_warning(reader):
    assert "No employer may learn" in document("ws-c9e", reader, "en", "md")


def test_statistics_are_never_printed():
    for person in PEOPLE:
        for reader in DOCUMENTS:
            text = document(person, reader, "en", "md")
            assert "european" not in text.lower()


def test_notes_of_contacts_stay_off_the_persons_copy():
    assert "connaît déjà douze habitués" in document("ab-k7q", "coach", "fr", "md")
    assert "connaît déjà douze habitués" not in document("ab-k7q", "person", "fr", "md")
