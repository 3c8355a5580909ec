"""Whatever stands in a file stays text: in every document, for every reader, in both formats and all styles.

A document made of hostile texts has the same structure as the one made of tame texts, tag by tag, and says
every text as it was written.
"""

import html
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from markdown_it import MarkdownIt

from jobcoach.domain.audience import Copy, copy_for
from jobcoach.domain.cases import Cases
from jobcoach.domain.known import Known
from jobcoach.render.catalogue import easy_texts, texts
from jobcoach.render.documents import (
    closing,
    effects,
    follow_up,
    job,
    meeting,
    plan,
    presentation,
    trust_contract,
)
from jobcoach.render.documents.frame import Paper, View
from jobcoach.render.engine import render
from jobcoach.store.files import shipped
from jobcoach.store.repository import Repository

from .reading import assert_is_plain_text

TODAY = date(2026, 3, 9)
SIGNS = (
    "[b]bold[/b] :phone: {{ 7*191 }} {% raw %} {% include 'plan.j2' %} {# no #} ${7*191} {what} %s %(x)s"
    " <script>alert(1)</script> <img src=x onerror=y> </p></li></td></style></title> <!-- --> &amp; &#35;"
    " \\\" onload='x' **strong** __it__ `code` ~~no~~ # head | cell \\\\| a\\\\"
)
"""Printed as it is, everywhere; as written inside double quotes of YAML."""
LINKS = "[link](http://example.org) ![x](http://example.org) <http://example.org> www.example.org j@x.org"
TRICKS = "\\x1b[31mred\\x1b[0m \\x1b]0;t\\x07 \\x9b31m over\\rwritten \\x08 \\x00 \\x7f two\\nlines\\n\\nand\\u2028more"
TURNS = "\\u202eturned\\u202c \\u200f\\u2066 \\uFEFF\\u061c"
NASTY = f"{SIGNS} {TURNS} {LINKS} {TRICKS}"
BEGINS = [
    "# head", "- item", "+ item", "* item", "1. one", "1) one", "> quote", "=== line", "---", "    code",
    "| cell | cell |", "```", "~~~", "<div>", "[x]: http://example.org", "[ ] task", "\\ttab", "|---|",
    "&#35; head", "\\\\", "***", "1\\n2", "two\\n\\n# lines", "two\\n===", "a\\n---\\nb", "a | b\\n--- | ---",
]  # fmt: skip
"""What Markdown takes for more than a text where a line begins with it."""

PERSON = """
id: ab-k7q
name: "{n}"
place: "{n}"
phone: "{n}"
email: "{n}"
coach: claire
prefers: {{how: meeting, where: "{n}", when: "{n}"}}
circle: [{{id: mother, name: "Mother {n}", relation: "{n}"}}]
situation: ["{n}", "Second"]
without_work_since: 2024-01-02
wishes: ["{n}", "Second"]
strengths: ["{n}", "Second"]
skills: ["{n}"]
experience: [{{title: "{n}", employer: "{n}", from: 2009-01-01}}, {{title: "{n}"}}]
constraints:
  - {{kind: other, what: "{n}", until: 2026-04-01}}
  - {{kind: other, what: "{n}", confidential: true}}
obstacles: [{{what: "{n}", helper: "{n}", check: 2026-03-01}}]
agreements:
  - {{kind: trust-contract, with: person, on: 2026-01-05, what: "{n}"}}
  - {{kind: follow-up, with: bakery, on: 2026-01-05}}
consents:
  - {{to: bakery, about: [{all}], on: 2026-01-12}}
  - {{to: cpas, about: [{all}], on: 2026-01-12}}
  - {{to: mother, about: [{all}], on: 2026-01-12}}
plan:
  on: 2026-01-20
  copies: [person, mother]
  signed: {{mother: 2026-01-20}}
  goals:
    - goal: "{n}"
      words: "{n}"
      support: ["{n}"]
      measure: "{n}"
      steps:
        - {{do: "{n}", who: person, by: 2026-04-01}}
        - {{do: "{n}", who: "Step {n}", by: 2026-04-01}}
        - {{do: "{n}", who: coach, done: 2026-02-02}}
  signs: ["{n}"]
  risks: [{{what: "{n}", agreed: "{n}", call: "Risk {n}"}}]
pauses: [{{from: 2026-03-01, why: "{n}"}}]
process: own
stages: [{{stage: start, on: 2026-01-05, why: "{n}"}}, {{stage: work, on: 2026-01-12, why: "{n}"}}]
applications:
  - firm: "Firm {n}"
    title: "{n}"
    proposed: 2026-02-02
    effects: [{{what: "{n}", now: "{n}", then: "{n}", by: "Effect {n}", on: 2026-02-01}}]
placements:
  - {{firm: "Firm {n}", title: "{n}", contract: permanent, from: 2026-02-16, tutor: "Tutor {n}", natural_supports: ["Support {n}"]}}
  - {{employer: bakery, job: counter, contract: permanent, from: 2026-02-16, tutor: "Tutor {n}"}}
contacts:
  - {{on: 2026-02-17, how: visit, by: claire, note: "{n}", next: 2026-03-01}}
  - {{on: 2026-02-18, with: bakery, how: phone, by: claire, note: "{n}"}}
reviews:
  - {{kind: satisfaction, on: 2026-02-20, by: person, note: "{n}"}}
  - {{kind: closing, on: 2026-02-20, by: person, note: "{n}"}}
  - {{kind: closing, on: 2026-02-20, by: claire, note: "{n}"}}
"""
EMPLOYER = """
id: bakery
name: "Bakery {n}"
place: "{n}"
transport: "{n}"
visits: "{n}"
culture: "{n}"
concerns: ["{n}"]
staff: [{{name: "Staff {n}", role: "{n}", phone: "{n}", reference: true}}]
jobs:
  - id: counter
    title: "{n}"
    tasks: ["{n}", "Second"]
    demands: {{stated: ["{n}"], needed: ["{n}"]}}
    languages: ["{n}"]
    quality: {{"{n}": good}}
    contract: permanent
    open: 2026-01-28
"""
PROCESS = """
id: own
name: {{en: "{n}"}}
stages:
  - {{id: start, name: {{en: "{n}"}}, next: [work]}}
  - {{id: work, name: {{en: "{n}"}}, next: [start], contact: {{person: [{{every: 7d}}], employer: [{{every: 7d}}]}}}}
"""
SETTINGS = """
format: 1
organisation: {{name: "Service {n}", address: "{n}", email: "{n}", phone: "{n}"}}
process: own
coaches: [{{id: claire, name: "Coach {n}", email: "{n}", phone: "{n}"}}]
partners: [{{id: cpas, name: "Partner {n}"}}]
"""
ALL = "name, contact, situation, wishes, strengths, skills, experience, constraints, confidential, plan, history"


@cache
def cases_of(text: str) -> Cases:
    """The case files in which *text* stands everywhere, read as the program reads them."""
    with TemporaryDirectory() as folder:
        for path, file in (
            ("people/ab-k7q.yaml", PERSON),
            ("employers/bakery.yaml", EMPLOYER),
            ("processes/own.yaml", PROCESS),
            ("jobcoach.yaml", SETTINGS),
        ):
            target = Path(folder, path)
            target.parent.mkdir(exist_ok=True)
            target.write_text(file.format(n=text, all=ALL), encoding="utf-8")
        repository = Repository(Path(folder))
        assert [f for f in repository.faults if f.level == "error"] == []
        return repository.cases


def _to(reader: str, compose: Callable[[Copy, Paper, Cases], View]) -> Callable[..., View]:
    def made(cases: Cases, paper: Paper) -> View:
        known = Known(cases.people["ab-k7q"], cases, TODAY)
        return compose(copy_for(known, reader), paper, cases)

    return made


def _bakery(cases: Cases) -> Any:
    return cases.employers["bakery"]


def _sheet(kind: Any) -> Callable[..., View]:
    return lambda cases, paper: job.view(
        _bakery(cases), _bakery(cases).jobs[0], cases, TODAY, paper, kind, _bakery(cases).name
    )


def _plan(copy: Copy, paper: Paper, _: Cases) -> View:
    return plan.view(copy, paper)


def _closing(copy: Copy, paper: Paper, _: Cases) -> View:
    return closing.view(copy, paper)


def _presentation(copy: Copy, paper: Paper, cases: Cases) -> View:
    return presentation.view(copy, paper, _bakery(cases).jobs[0].title or "")


def _follow_up(copy: Copy, paper: Paper, cases: Cases) -> View:
    return follow_up.view(copy, paper, _bakery(cases))


DOCUMENTS: dict[tuple[str, str], Callable[..., View]] = {
    **{("plan", reader): _to(reader, _plan) for reader in ("person", "bakery", "cpas", "mother")},
    **{("closing", reader): _to(reader, _closing) for reader in ("person", "bakery", "mother")},
    **{("follow-up", reader): _to(reader, _follow_up) for reader in ("coach", "bakery")},
    ("presentation", "bakery"): _to("bakery", _presentation),
    ("trust-contract", "person"): _to("person", lambda c, p, _: trust_contract.view(c, p)),
    ("effects", "person"): _to(
        "person", lambda c, p, cases: effects.view(c, p, cases.people["ab-k7q"].applications[0])
    ),
    ("meeting", "coach"): _to("coach", lambda c, p, _: meeting.view(c, p)),
    ("job", "person"): _sheet("person"),
    ("job", "bakery"): _sheet("employer"),
}
STYLES = ("standard", "easy", "large")
EACH = pytest.mark.parametrize(
    ("name", "reader"), list(DOCUMENTS), ids=[f"{name} for {reader}" for name, reader in DOCUMENTS]
)
SPOKEN = {"standard": texts("en"), "easy": easy_texts("en"), "large": texts("en")}


@cache
def document(text: str, name: str, reader: str, form: Any, style: Any) -> str:
    """One document of the case in which *text* stands everywhere."""
    paper = Paper(SPOKEN[style], style)
    view = DOCUMENTS[name, reader](cases_of(text), paper)
    template = f"easy/{name}" if style == "easy" else name
    return render(template, form, view, paper.t, [shipped("templates")])


class Page(HTMLParser):
    """A page's tags with the names of their attributes, in order, and what is to be read on it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.structure: list[Any] = []
        self.text = ""
        self._styles = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.structure.append((tag, [name for name, _ in attrs]))
        self._styles += tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self.structure.append(f"/{tag}")
        self._styles -= tag == "style"

    def handle_comment(self, data: str) -> None:
        self.structure.append("comment")

    def handle_data(self, data: str) -> None:
        if not self._styles:
            self.text += data


@cache
def read(markdown: str) -> Page:
    """A page as a reader of Markdown makes it, with tables, struck-out text and HTML."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return Page(reader.render(markdown))


def said(text: str) -> str:
    """A text as it was meant: YAML's own escapes undone."""
    return text.replace('\\"', '"').replace("\\\\", "\\")


def one_line(text: str) -> str:
    return " ".join(text.split())


@EACH
@pytest.mark.parametrize("style", STYLES)
def test_a_page_of_hostile_texts_has_the_structure_of_a_tame_one(name, reader, style):
    tame = Page(document("tame", name, reader, "html", style))
    page = Page(document(NASTY, name, reader, "html", style))

    assert page.structure == tame.structure
    assert page.text.count(said(SIGNS)) == tame.text.count("tame") > 0


@EACH
def test_the_easy_style_is_another_document_and_not_the_same_one_again(name, reader):
    tags = [
        {tag[0] for tag in Page(document("tame", name, reader, "html", style)).structure}
        for style in ("standard", "easy")
    ]

    assert ["svg" in tag for tag in tags] == [False, True]


@EACH
@pytest.mark.parametrize("style", STYLES)
def test_markdown_of_hostile_texts_has_the_structure_of_tame_ones(name, reader, style):
    tame = read(document("tame", name, reader, "md", style))
    page = read(document(NASTY, name, reader, "md", style))

    assert page.structure == tame.structure
    assert one_line(page.text).count(one_line(said(SIGNS))) == tame.text.count("tame") > 0


@EACH
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", ["md", "html"])
def test_no_document_holds_a_control_character_or_turns_the_text(name, reader, form, style):
    assert_is_plain_text(document(NASTY, name, reader, form, style))


@EACH
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("form", ["md", "html"])
def test_no_template_in_a_text_is_ever_run(name, reader, form, style):
    text = html.unescape(document(NASTY, name, reader, form, style))

    assert "{{ 7" in text
    assert "1337" not in text


@EACH
@pytest.mark.parametrize("style", STYLES)
def test_no_address_in_a_text_becomes_a_link(name, reader, style):
    """Some readers of Markdown make links of bare addresses."""
    text = document(NASTY, name, reader, "md", style)

    assert not re.search(r"(?<!\\)://|www\.|\w@", text)
    assert {tag[0] for tag in read(text).structure if isinstance(tag, tuple)}.isdisjoint(
        {"a", "img", "script", "code", "pre", "s", "hr"}
    )


@EACH
@pytest.mark.parametrize("begin", BEGINS)
def test_a_text_that_begins_like_markdown_stays_a_text(name, reader, begin):
    for style in ("standard", "easy"):
        tame = read(document("tame", name, reader, "md", style))
        page = read(document(begin, name, reader, "md", style))
        assert page.structure == tame.structure, style


@pytest.mark.parametrize(
    "colour",
    ["red; } body { background: url(http://example.org/x)", "#123456</style><script>x</script>"],
)
def test_a_colour_that_is_none_reaches_no_page(service, colour):
    service.settings(
        f"format: 1\nlanguage: en\norganisation: {{name: Service, colour: '{colour}'}}\n"
    )
    service.person("ab-k7q", "name: Amina Benali\n")

    ran = service.run("plan", "render", "amina", "--format", "html", "-o", "-")

    assert ran.stdout.startswith("<!DOCTYPE html>")
    assert "example.org" not in ran.stdout
    assert "<script" not in ran.stdout
