"""Whatever stands in a file is text: on every screen and in both documents."""

import html
import re
from html.parser import HTMLParser

import pytest

from .reading import CONTROL, TURNING, assert_is_plain_text

# Printed as it is everywhere.
SIGNS = (
    "[b]bold[/b] [/] [red] :phone: {{ 7*7 }} {% raw %} {what} %s <script>alert(1)</script>"
    " <img src=x onerror=y> </p> &amp; **strong** _it_ `code` ~~no~~ # head | cell"
)
# Never printed as it is.
TRICKS = "\\x1b[31mred\\x1b[0m \\x1b]0;title\\x07 \\x9b31m over\\rwritten \\x08 \\x00 \\x7f"
TURNS = "\\u202eturned\\u202c \\u200f\\u2066 \\uFEFF"
LINKS = "[link](http://example.org) <http://example.org> www.example.org"
NASTY = f'"{SIGNS} {TURNS} {LINKS} {TRICKS}"'
BEGINS = ["# head", "- item", "+ item", "1. one", "> quote", "=== line", "    code", "| cell |"]

PERSON = """
name: {n}
place: {n}
phone: {n}
email: {n}
language: en
prefers: {{how: meeting, where: {n}, when: {n}}}
referred: {{by: cpas, on: 2026-01-05}}
circle: [{{id: mother, name: {n}, relation: {n}}}]
situation: [{n}]
aids: [{n}]
wishes: [{n}]
strengths: [{n}]
skills: [{n}]
experience: [{{title: {n}, employer: {n}}}]
constraints: [{{kind: other, what: {n}, until: 2026-04-01}}]
obstacles: [{{what: {n}, helper: {n}, check: 2026-03-01}}]
agreements: [{{kind: other, with: mother, on: 2026-01-05, review: 2026-03-01}}]
consents: [{{to: mother, about: [name], on: 2026-01-12, until: 2026-03-12}}]
plan:
  on: 2025-01-20
  copies: [person, mother]
  signed: {{mother: 2026-01-20}}
  goals:
    - goal: {n}
      words: {n}
      support: [{n}]
      measure: {n}
      steps:
        - {{do: {n}, who: {n}, by: 2026-02-01}}
        - {{do: {n}, who: mother, by: 2026-02-01, done: 2026-02-02}}
  signs: [{n}]
  risks: [{{what: {n}, agreed: {n}, call: mother}}]
pauses: [{{from: 2026-03-01, why: {n}}}]
process: own
stages:
  - {{stage: start, on: 2026-01-05, why: {n}}}
  - {{stage: work, on: 2026-01-12, why: {n}}}
applications:
  - {{firm: {n}, title: {n}, proposed: 2026-02-02, interview: 2026-03-05, why: {n}}}
placements:
  - {{firm: {n}, title: {n}, contract: permanent, from: 2026-02-16, aid: {{kind: {n}, until: 2026-04-01}}, tutor: {n}, natural_supports: [{n}]}}
  - {{employer: bakery, job: counter, contract: permanent, from: 2026-02-16, until: 2026-03-20, tutor: {n}}}
contacts:
  - {{on: 2026-02-17, how: visit, by: claire, note: {n}, next: 2026-03-01}}
  - {{on: 2026-02-18, with: bakery, how: phone, by: claire, note: {n}}}
reviews:
  - {{kind: satisfaction, on: 2026-02-20, by: person, note: {n}}}
  - {{kind: complaint, on: 2026-02-20, by: {n}, note: {n}}}
"""

EMPLOYER = """
name: {n}
sector: {n}
place: {n}
country: {n}
transport: {n}
visits: {n}
culture: {n}
concerns: [{n}]
contact_every: 1d
staff: [{{name: {n}, role: {n}, phone: {n}, email: {n}, reference: true}}]
contacts: [{{on: 2026-01-28, how: visit, by: claire, note: {n}}}]
jobs:
  - {{id: counter, title: {n}, tasks: [{n}], demands: {{stated: [{n}], needed: [{n}]}}, open: 2026-01-28}}
"""

PROCESS = """
id: own
name: {{en: {n}}}
source: {n}
stages:
  - {{id: start, name: {{en: {n}}}, next: [work]}}
  - {{id: work, name: {{en: {n}}}, next: [start], contact: {{person: [{{every: 7d}}]}}}}
"""

SETTINGS = """
format: 1
organisation: {{name: {n}, address: {n}, email: {n}, phone: {n}}}
language: en
process: own
coaches: [{{id: claire, name: {n}, email: claire@example.org, phone: {n}}}]
partners: [{{id: cpas, name: {n}, email: {n}}}]
"""

SCREENS = [
    ("followup", "due", "--all", "--within", "60d"),
    ("followup", "due"),
    ("followup", "due", "--silent"),
    ("person", "list"),
    ("person", "show", "ab-k7q"),
    ("employer", "list"),
    ("employer", "show", "bakery"),
    ("job", "list"),
    ("stage", "show", "ab-k7q"),
    ("process", "list"),
    ("process", "show", "own"),
    ("process", "draw", "own"),
    ("check",),
    ("history",),
]
DOCUMENTS = [("person", "md"), ("person", "html"), ("coach", "md"), ("coach", "html")]
DATA = [s for s in SCREENS if s[0] not in ("history", "check") and "draw" not in s]


@pytest.fixture
def nasty(service):
    service.settings(SETTINGS.format(n=NASTY))
    service.person("ab-k7q", PERSON.format(n=NASTY))
    service.person("cd-m2x", f"name: {NASTY}\nprocess: none-such\n")
    service.employer("bakery", EMPLOYER.format(n=NASTY))
    service.process("own", PROCESS.format(n=NASTY))
    return service


@pytest.fixture
def committed(nasty):
    from conftest import git

    git(nasty.root, "config", "user.name", "Claire \x1b[31m \u202e[b]")
    git(nasty.root, "add", "-A")
    git(nasty.root, "commit", "-q", "-m", "\x1b[31m")
    return nasty


def _document(cases, reader, form):
    ran = cases.run("plan", "render", "ab-k7q", "--for", reader, "--format", form, "-o", "-")
    assert ran.stdout, ran.stderr
    return ran.stdout


@pytest.mark.parametrize("command", SCREENS, ids=" ".join)
def test_no_screen_prints_a_control_character_or_turns_the_text(committed, command):
    ran = committed.run(*command)

    assert "Traceback" not in ran.stderr
    assert "went wrong inside" not in ran.stderr
    assert ran.stdout
    assert_is_plain_text(ran.stdout)
    assert_is_plain_text(ran.stderr)


@pytest.mark.parametrize("command", DATA, ids=" ".join)
def test_markup_of_any_kind_is_printed_as_it_stands(nasty, command):
    ran = nasty.run(*command)

    assert SIGNS in ran.stdout


def test_the_history_prints_markup_as_it_stands(committed):
    text = committed.run("history", "ab-k7q").stdout

    assert SIGNS in text


def test_a_text_of_several_lines_stays_on_its_line(service):
    service.person("ab-k7q", 'name: "Amina\\nBenali"\nwishes: ["one\\r\\ntwo\\u2028three"]\n')

    text = service.run("person", "show", "ab-k7q", "--lang", "en").stdout

    assert text.startswith("Amina Benali · ab-k7q")
    [wish] = [line for line in text.splitlines() if line.startswith("  - ")]
    assert wish.split() == ["-", "one", "two", "three"]


def test_an_escape_sequence_leaves_a_mark_where_it_stood(service):
    service.person("ab-k7q", 'name: "A\\x1b[31mmina"\n')

    assert "A\ufffd[31mmina" in service.run("person", "show", "ab-k7q").stdout


@pytest.mark.parametrize("wanted", ["\x1b[31m", "[b]x[/b]", "\u202ex", "x\ry"])
def test_what_somebody_typed_is_text_in_an_error_too(nasty, wanted):
    ran = nasty.run("person", "show", wanted)

    assert ran.exit_code == 1
    assert_is_plain_text(ran.stderr)


def test_several_hits_are_listed_as_plain_text(nasty):
    ran = nasty.run("person", "show", "bold")

    assert ran.exit_code == 1
    assert SIGNS in ran.stderr
    assert_is_plain_text(ran.stderr)


def test_a_finding_quotes_a_hostile_value_as_plain_text(service):
    service.person("ab-k7q", 'gender: "\\x1b[31m\\u202e[b]"\n"\\x1b[1m[k]": x\n')

    for form in ([], ["--json"]):
        ran = service.run("check", *form)
        assert ran.exit_code == 1
        assert_is_plain_text(ran.stdout)


@pytest.mark.parametrize("reader", ["person", "coach"])
@pytest.mark.parametrize("form", ["md", "html"])
def test_no_document_holds_a_control_character_or_turns_the_text(nasty, reader, form):
    assert_is_plain_text(_document(nasty, reader, form))


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags = set()
        self.attributes = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("reader", ["person", "coach"])
def test_a_page_holds_no_tag_out_of_the_data(nasty, reader):
    page = Page()
    page.feed(_document(nasty, reader, "html"))

    assert not page.tags & {"script", "img", "b", "a", "iframe", "object", "link"}
    assert not page.attributes & {"src", "href", "onerror", "onclick", "style"}
    assert SIGNS in page.text


@pytest.mark.parametrize("reader", ["person", "coach"])
def test_a_page_says_each_entity_as_it_was_written(nasty, reader):
    text = _document(nasty, reader, "html")

    assert "&amp;amp;" in text
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


@pytest.mark.parametrize("reader", ["person", "coach"])
@pytest.mark.parametrize("form", ["md", "html"])
def test_a_template_written_into_the_data_is_never_run(nasty, reader, form):
    text = html.unescape(_document(nasty, reader, form)).replace("\\", "")

    assert "{{ 7*7 }}" in text
    assert not re.search(r"\b49\b", text)


@pytest.mark.parametrize("reader", ["person", "coach"])
def test_markdown_of_the_data_is_escaped(nasty, reader):
    text = _document(nasty, reader, "md")

    assert SIGNS in text.replace("\\", "")
    for live in ("**strong**", "<script>", "<img", "`code`", "~~no~~", "](http", "<http", "| cell"):
        assert live not in text.replace("\\" + live[0], ""), live
    assert not re.search(r"(?<!\\)\[b\]", text)
    assert "http://" not in text
    assert "www.example" not in text


@pytest.mark.parametrize("begin", BEGINS)
def test_a_text_that_begins_like_markdown_stays_a_text(service, begin):
    service.person(
        "ab-k7q", f'name: Amina\nwishes: ["{begin}"]\nplan: {{goals: [{{goal: "{begin}"}}]}}\n'
    )

    lines = _document(service, "person", "md").splitlines()
    [item] = [x for x in lines if x.startswith("- ") and begin.strip().split()[-1] in x][:1]

    shown = item.removeprefix("- ")
    assert not re.match(r"(#+ |[-+*] |\d+[.)] |> |===|    )", shown), item


def test_a_cell_cannot_open_another_column(service):
    service.person(
        "ab-k7q",
        'name: Amina\nplan: {goals: [{goal: Work, steps: [{do: "a | b \\\\| c", who: person}]}]}\n',
    )

    row = next(x for x in _document(service, "person", "md").splitlines() if x.startswith("| a"))

    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 4


def test_json_keeps_the_text_as_it_was_written(nasty):
    ran = nasty.run("person", "show", "ab-k7q", "--json")

    name = ran.json["person"]["name"]
    assert SIGNS in name
    assert CONTROL.search(name)
    assert TURNING.search(name)


@pytest.mark.parametrize("command", [c for c in DATA if c[0] != "process"], ids=" ".join)
def test_json_itself_holds_no_escape_sequence(nasty, command):
    ran = nasty.run(*command, "--json")

    assert not re.search(r"[\x00-\x09\x0b-\x1f]", ran.stdout)


def test_json_itself_holds_no_eight_bit_escape_sequence_either(nasty):
    # U+009B opens a sequence on a terminal as ESC [ does.
    assert_is_plain_text(re.sub(TURNING, "", nasty.run("person", "list", "--json").stdout))
