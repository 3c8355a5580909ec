"""``jobcoach plan``: the individual plan, and the coach's sheet for a meeting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.shared import Noun, finish, one_person, unreadable_faults
from jobcoach.desk import LANGUAGES, Desk
from jobcoach.errors import Refused, WrongUsage

if TYPE_CHECKING:
    from jobcoach.domain.people import Person

app = Noun("The individual plan, and the coach's sheet for a meeting.")

FORMATS = ("md", "html", "pdf")
STYLES = ("standard", "easy", "large")


@app.verb("render")
def render(
    ctx: typer.Context,
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="Id, its beginning, or part of the name.")
    ],
    reader: Annotated[
        str,
        typer.Option(
            "--for", metavar="person|coach", help="Whose copy: the person's, or the coach's sheet."
        ),
    ] = "person",
    fmt: Annotated[
        str | None, typer.Option("--format", metavar="md|html", help="Default md, or what -o says.")
    ] = None,
    lang: Annotated[
        str | None, typer.Option(metavar="fr|en|nl|de", help="Language of the document.")
    ] = None,
    style: Annotated[
        str | None, typer.Option(metavar="standard|large", help="Default the person's own.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", metavar="FILE|-", help="Where to; - prints it.")
    ] = None,
) -> None:
    """Render the plan before a meeting, in the person's language."""
    from jobcoach.domain.known import Known
    from jobcoach.render import console
    from jobcoach.render.catalogue import texts
    from jobcoach.render.engine import render as render_document
    from jobcoach.render.meeting_document import meeting_view
    from jobcoach.render.plan_document import plan_view
    from jobcoach.store.files import shipped
    from jobcoach.store.writing import write_whole

    desk: Desk = ctx.obj
    fmt = one_of(fmt or suffix(output), "--format", FORMATS) or "md"
    style = one_of(style, "--style", STYLES)
    one_of(lang, "--lang", LANGUAGES)
    found = one_person(desk, person)
    if reader not in ("person", "coach"):
        raise Refused("document-for-others", value=reader)
    if fmt == "pdf":
        raise Refused("pdf-later")
    if style == "easy":
        raise Refused("style-later", value=style)
    refuse_unreadable(desk, found)

    known = Known(found, desk.cases, desk.today)
    for_coach = reader == "coach"
    own = None if for_coach else found.language
    language = document_language(desk, lang or own or desk.settings.language)
    chosen = style or ("standard" if for_coach else found.documents) or "standard"
    if chosen == "easy":
        chosen = "large"
        console.tell(
            desk.texts("The easy-to-read plan is not made yet: this one is in large print.")
        )
    document = "meeting" if for_coach else "plan"
    view = (meeting_view if for_coach else plan_view)(known, texts(language), chosen)
    folders = [desk.root / "templates", shipped("templates")]
    text = render_document(
        document, "html" if fmt == "html" else "md", view, texts(language), folders
    )
    if output == "-":
        console.show_text(text)
    else:
        name = f"{document}-{found.id}.{fmt}"
        path = Path(output) if output else desk.root / "out" / name
        write_whole(path, text)
        console.show_text(str(path))
    finish(desk, only=f"{found.case}.yaml")


def document_language(desk: Desk, wanted: str | None) -> str:
    """Return the language of a document: the one wanted, if it is spoken yet, else the screen's."""
    from jobcoach.render import console
    from jobcoach.render.catalogue import spoken

    if wanted is None or spoken(wanted):
        return wanted or desk.language
    console.tell(
        desk.texts("Documents in this language are not made yet: {language}", language=wanted)
    )
    return desk.language


def suffix(output: str | None) -> str | None:
    """Return the format that a file's name asks for, or None."""
    ending = Path(output).suffix.lstrip(".").lower() if output and output != "-" else ""
    return {"md": "md", "markdown": "md", "html": "html", "htm": "html", "pdf": "pdf"}.get(ending)


def one_of(value: str | None, option: str, allowed: tuple[str, ...]) -> str | None:
    """Return the value of an option, or raise WrongUsage with what is allowed."""
    if value is not None and value not in allowed:
        raise WrongUsage("unknown-option", value=value, option=option, known=allowed)
    return value


def refuse_unreadable(desk: Desk, person: Person) -> None:
    """A document that silently lacks a part of the file is worse than none."""
    from jobcoach.domain.findings import READER_CODES

    path = f"{person.case}.yaml"
    if any(f.file == path and f.code in READER_CODES for f in unreadable_faults(desk)):
        raise Refused("case-unreadable", file=path)
