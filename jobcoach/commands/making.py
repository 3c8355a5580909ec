"""What all commands that make a document share: for whom, in which form, and where to.

A copy for the person or a coach is only read. One for anybody else is made under the repository's lock: what
the reader may see is decided first, the disclosure is recorded and committed, and only then is the document
put out; where anything refuses, nothing is printed or written.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from jobcoach.commands.output import format_by_name, put_out
from jobcoach.commands.parameters import (
    DocumentLanguageOption,
    FormatOption,
    OutputOption,
    StyleOption,
)
from jobcoach.commands.shared import (
    faults_about,
    finish_with,
    one_person_at_hand,
    unreadable_faults,
)
from jobcoach.desk import LANGUAGES, Desk
from jobcoach.domain.fields import COACH, PERSON
from jobcoach.errors import JobcoachError, Refused, WrongUsage

if TYPE_CHECKING:
    from jobcoach.domain.audience import Copy
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.findings import Fault, Finding
    from jobcoach.domain.people import Person
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.documents import Document
    from jobcoach.render.documents.frame import Look, Paper, Style, View
    from jobcoach.render.engine import Format
    from jobcoach.store.change import Change

FORMATS = ("md", "html", "pdf")
ENDINGS = {"txt": "md", "md": "md", "markdown": "md", "html": "html", "htm": "html", "pdf": "pdf"}
STYLES = ("standard", "easy", "large")

Compose = Callable[["Copy", "Paper"], "View"]


class Wanted(msgspec.Struct, frozen=True):
    """How a document is wanted: format, language, style (None: the reader's own), where to (None: ``out/``)."""

    fmt: str
    lang: str | None
    style: Style | None
    output: str | None


def wanted(
    fmt: FormatOption = None,
    lang: DocumentLanguageOption = None,
    style: StyleOption = None,
    output: OutputOption = None,
) -> Wanted:
    """Return the options as they hold together; raises WrongUsage for a word that is none of theirs."""
    fmt = one_of(fmt or format_by_name(output, ENDINGS), "--format", FORMATS) or "md"
    return Wanted(
        fmt,
        one_of(lang, "--lang", LANGUAGES),
        cast("Style | None", one_of(style, "--style", STYLES)),
        output,
    )


def one_of(value: str | None, option: str, allowed: tuple[str, ...]) -> str | None:
    """Return the value of an option, or raise WrongUsage with what is allowed."""
    if value is not None and value not in allowed:
        raise WrongUsage("unknown-option", value=value, option=option, known=allowed)
    return value


def make(
    desk: Desk, document: Document, person: str, reader: str, how: Wanted, compose: Compose
) -> None:
    """Make one document about *person* for *reader*, and put it out."""
    if is_inside(desk, reader):
        found = one_person_at_hand(desk, person)
        faults = faults_about(desk, found)
        _refuse_unreadable(found, faults)
        copy = _own_copy(desk, desk.repository.at_hand, found, reader)
        made = _written(desk, document, copy, how, compose)
        put_out(made, how.output, out(desk, file_name(document, found, reader, how)))
        finish_with(desk, faults)
    else:
        _make_for_others(desk, document, person, reader, how, compose)


def make_all(desk: Desk, document: Document, reader: str, how: Wanted, compose: Compose) -> None:
    """Make one document about everybody, each in a file of a folder; the paths are printed.

    What cannot be read whole is left out and named, and the command ends with 4.
    """
    from jobcoach.render.console import reading_progress

    if not is_inside(desk, reader):
        raise Refused("all-is-inside")
    if how.output == "-":
        raise WrongUsage("missing-argument", option="-o DIR")
    faults = unreadable_faults(desk)
    hidden = {fault.file for fault in faults}
    people = [p for p in desk.cases.people.values() if f"{p.case}.yaml" not in hidden]
    folder = Path(how.output) if how.output else out(desk)
    progress = reading_progress()
    for number, person in enumerate(sorted(people, key=lambda one: one.id), 1):
        copy = _own_copy(desk, desk.cases, person, reader)
        made = _written(desk, document, copy, how, compose)
        put_out(made, None, folder / file_name(document, person, reader, how))
        if progress:
            progress(number, len(people))
    finish_with(desk, faults)


def is_inside(desk: Desk, reader: str) -> bool:
    """Whether *reader* is the person or a coach of the service."""
    return reader in (PERSON, COACH) or desk.settings.coach(reader) is not None


def _make_for_others(
    desk: Desk, document: Document, person: str, wanted_reader: str, how: Wanted, compose: Compose
) -> None:
    from jobcoach.commands.whom import party_in, person_in
    from jobcoach.commands.writing import changing
    from jobcoach.domain.audience import copy_for
    from jobcoach.domain.known import Known
    from jobcoach.domain.recording.disclosures import disclosed

    with changing(desk, f"document {document.name}") as change:
        found = person_in(change, person)
        reader = party_in(change, found, wanted_reader)
        if reader == PERSON:
            raise Refused("reader-is-the-person", case=found.id)
        if not document.about:
            raise Refused("document-own-only", document=document.name)
        _refuse_what_hides_consent(change, found, desk.today)
        known = Known(found, change.cases, desk.today)
        copy = copy_for(known, reader, document.about)
        made = _written(desk, document, copy, how, compose)
        change.put(disclosed(found, desk.today, reader, document.name, copy.about))
        change.save("disclosure")
    _tell_what_was_recorded(desk, copy)
    put_out(made, how.output, out(desk, file_name(document, found, reader, how)))


def _own_copy(desk: Desk, cases: Cases, person: Person, reader: str) -> Copy:
    """The whole case, for the person or a coach."""
    from jobcoach.domain.audience import copy_for
    from jobcoach.domain.known import Known

    return copy_for(Known(person, cases, desk.today), reader)


def _written(
    desk: Desk, document: Document, copy: Copy, how: Wanted, compose: Compose
) -> str | bytes:
    """The document as it will stand in its file: text, or the bytes of a PDF."""
    own = copy.known.person if copy.kind == "person" else None
    paper = paper_for(desk, how, own)
    return printed(desk, document, compose(copy, paper), paper.t, how)


def printed(desk: Desk, document: Document, view: View, t: Texts, how: Wanted) -> str | bytes:
    """Return a view as it will stand in its file: text, or the bytes of a PDF."""
    from jobcoach.render.engine import render

    fmt = cast("Format", "html" if how.fmt == "pdf" else how.fmt)
    name = f"easy/{document.name}" if view.style == "easy" else document.name
    text = render(name, fmt, view, t, template_folders(desk))
    if how.fmt != "pdf":
        return text
    from jobcoach.render.pdf import pdf

    return pdf(text)


def paper_for(desk: Desk, how: Wanted, own: Person | None = None) -> Paper:
    """Return language, style and look: those wanted, else the person's *own*, else the service's."""
    from jobcoach.render.catalogue import easy_texts, texts
    from jobcoach.render.documents.frame import Paper

    spoken = how.lang or (own.language if own else None) or desk.settings.language or desk.language
    style = how.style or (own.documents if own else None) or "standard"
    return Paper(easy_texts(spoken) if style == "easy" else texts(spoken), style, look(desk))


@cache
def look(desk: Desk) -> Look:
    """Return the service's look, read once a run; what of it cannot be used is said, and left out."""
    from jobcoach.domain.colours import readable
    from jobcoach.render import console
    from jobcoach.render.documents.frame import ACCENT, Look
    from jobcoach.render.error_messages import error_message
    from jobcoach.store.pictures import data_address

    organisation = desk.settings.organisation
    logo = ""
    if organisation and organisation.logo:
        try:
            logo = data_address(desk.root, organisation.logo)
        except JobcoachError as error:
            console.tell(error_message(error, desk.texts))
    colour = organisation.colour if organisation else None
    return Look(logo, colour if colour and readable(colour) else ACCENT)


@cache
def template_folders(desk: Desk) -> tuple[Path, ...]:
    """Return where templates lie: the service's own first, then the shipped ones; looked over once a run.

    Raises Refused where one of its own leads out of the repository.
    """
    from jobcoach.store.files import shipped
    from jobcoach.store.own_templates import refuse_outside

    refuse_outside(desk.root)
    return desk.root / "templates", shipped("templates")


def out(desk: Desk, *name: str) -> Path:
    """Return the folder of rendered documents, or a file in it."""
    from jobcoach.store.files import OUT

    return desk.root.joinpath(OUT, *name)


def file_name(document: Document, person: Person, reader: str, how: Wanted) -> str:
    """Return a document's name under ``out/``: ids only."""
    to = () if reader in (PERSON, COACH) else (reader,)
    return file_parts(document, person.id, *to, fmt=how.fmt)


def file_parts(document: Document, *ids: str, fmt: str) -> str:
    """Return a document's name under ``out/``, made of the ids it is about."""
    return "-".join((document.name, *ids)) + f".{fmt}"


def _refuse_unreadable(person: Person, faults: list[Fault]) -> None:
    """A document that silently lacks a part of the file is worse than none."""
    from jobcoach.domain.findings import READER_CODES

    path = f"{person.case}.yaml"
    if any(fault.file == path and fault.code in READER_CODES for fault in faults):
        raise Refused("case-unreadable", file=path)


def _refuse_what_hides_consent(change: Change, person: Person, day: date) -> None:
    """What a person agreed to must be read without a doubt before anything is handed on."""
    from jobcoach.domain.checks import case_findings

    faults: tuple[Fault | Finding, ...] = (
        *(fault for fault in change.form_faults(person.case) if fault.hides_consent),
        *(
            finding
            for finding in case_findings(person, change.cases, day)
            if finding.level == "error" and finding.path[:1] in (("consents",), ("circle",))
        ),
    )
    if faults:
        raise Refused("consent-unreadable", file=f"{person.case}.yaml", faults=faults)


def _tell_what_was_recorded(desk: Desk, copy: Copy) -> None:
    """Say on standard error that the file now tells who received what, and what was left out."""
    from jobcoach.render import console, words

    t = desk.texts
    about = t.list(t.word(words.ABOUT, about) for about in copy.about)
    name = copy.known.cases.name_of(copy.known.person, copy.reader)
    console.tell(t("Recorded as handed on to {name}: {about}.", name=name, about=about))
    if copy.withheld:
        console.tell(
            t.plural(
                "Left out: {number} text that names another employer or somebody unnamed.",
                "Left out: {number} texts that name another employer or somebody unnamed.",
                copy.withheld,
            )
        )
