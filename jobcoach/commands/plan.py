"""``jobcoach plan``: the individual plan, and the coach's sheet for a meeting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.asking import not_before, optional_day, required, text
from jobcoach.commands.parameters import NoteOption, OnOption, PersonArgument, offers
from jobcoach.commands.shared import (
    Noun,
    as_json_option,
    day_argument,
    finish,
    one_person,
    unreadable_faults,
)
from jobcoach.commands.whom import helper_in, party_in
from jobcoach.commands.writing import record
from jobcoach.desk import LANGUAGES, Desk
from jobcoach.errors import Refused, WrongUsage
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.people import Person
    from jobcoach.store.change import Change

app = Noun("The individual plan, and the coach's sheet for a meeting.")

FORMATS = ("md", "html", "pdf")
STYLES = ("standard", "easy", "large")


@app.verb("render")
def render(
    ctx: typer.Context,
    person: Annotated[
        str,
        typer.Argument(
            metavar="PERSON",
            help="Id, its beginning, or part of the name.",
            autocompletion=offers("people"),
        ),
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
    rendered = render_document(
        document, "html" if fmt == "html" else "md", view, texts(language), folders
    )
    if output == "-":
        console.show_text(rendered)
    else:
        name = f"{document}-{found.id}.{fmt}"
        path = Path(output) if output else desk.root / "out" / name
        write_whole(path, rendered)
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


@app.verb("show")
def show(
    ctx: typer.Context, person: PersonArgument = None, as_json: as_json_option = False
) -> None:
    """Show the plan with the numbers that other commands take: goals 1, 2; steps 1.1, 1.2."""
    from jobcoach.domain.people import Person as PersonRecord
    from jobcoach.render import console, plan_screen
    from jobcoach.store.plain import to_plain

    desk: Desk = ctx.obj
    found = one_person(desk, required(person, "PERSON", N_("Who?"), desk))
    if as_json:
        root = desk.repository.source(f"{found.case}.yaml").root
        console.show_json({"version": 1, "plan": to_plain(PersonRecord, root).get("plan")})
    else:
        console.show(plan_screen.plan_screen(found, desk.cases, desk.texts, desk.today))
    finish(desk, only=f"{found.case}.yaml")


@app.verb("goal")
def goal(
    ctx: typer.Context,
    person: PersonArgument = None,
    what: Annotated[str | None, typer.Argument(metavar="GOAL", help="What for.")] = None,
    words: Annotated[
        str | None, typer.Option(metavar="TEXT", help="In the person's own words.")
    ] = None,
    measure: Annotated[str | None, typer.Option(metavar="TEXT", help="How we will know.")] = None,
    support: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="What helps; may be repeated.")
    ] = None,
) -> None:
    """Set a goal; the first one begins the plan."""
    from jobcoach.domain.people import Goal
    from jobcoach.domain.recording.plan import goal_set

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    new = Goal(
        goal=text(required(what, "GOAL", N_("Which goal?"), desk)),
        words=text(words),
        support=tuple(said for part in support or () if (said := text(part))),
        measure=text(measure),
    )
    record(desk, "plan goal", wanted, lambda _, found: goal_set(found, new, desk.today), "goal")


@app.verb("step")
def step(
    ctx: typer.Context,
    person: PersonArgument = None,
    goal_: Annotated[
        str | None,
        typer.Argument(metavar="GOAL", help="Its number or a part of its words."),
    ] = None,
    do: Annotated[str | None, typer.Argument(metavar="DO", help="What will be done.")] = None,
    who: Annotated[
        str | None,
        typer.Option(
            metavar="person|coach|ID|TEXT", help="By whom.", autocompletion=offers("parties")
        ),
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="DATE", help="By when.")] = None,
) -> None:
    """Agree on a step toward a goal; with one goal only, GOAL may be left out."""
    from jobcoach.domain.people import Step
    from jobcoach.domain.recording.plan import step_agreed

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    which, said = ("1", goal_) if do is None and goal_ is not None else (goal_, do)
    what = text(required(said, "DO", N_("What will be done?"), desk))
    due = optional_day(by, desk)

    def make(change: Change, found: Person) -> Person:
        if do is None and found.plan is not None and len(found.plan.goals) > 1:
            raise WrongUsage("missing-argument", option="GOAL")
        new = Step(do=what, who=helper_in(change, found, who), by=due)
        return step_agreed(found, which or "1", new)

    record(desk, "plan step", wanted, make, "step")


@app.verb("done")
def done(
    ctx: typer.Context,
    person: PersonArgument = None,
    which: Annotated[
        str | None,
        typer.Argument(metavar="STEP", help="Its number (1.2) or a part of its words."),
    ] = None,
    on: OnOption = None,
) -> None:
    """Record that a step is done."""
    from jobcoach.domain.recording.plan import step_done

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    step_wanted = required(which, "STEP", N_("Which step?"), desk)
    day = day_argument(on, desk)
    record(
        desk,
        "plan done",
        wanted,
        lambda _, found: step_done(found, step_wanted, day),
        "step-done",
    )


@app.verb("sign")
def sign(
    ctx: typer.Context,
    person: PersonArgument = None,
    by: Annotated[
        str,
        typer.Option(
            metavar="person,coach,…", help="Who signed.", autocompletion=offers("parties")
        ),
    ] = "person,coach",
    copies: Annotated[
        str,
        typer.Option(
            metavar="person,…", help="Who holds a copy.", autocompletion=offers("parties")
        ),
    ] = "person",
    on: OnOption = None,
) -> None:
    """Record who signed the plan and who holds a copy; the person does."""
    from jobcoach.domain.recording.plan import signed

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    day = day_argument(on, desk)

    def parties(change: Change, found: Person, written: str) -> list[str]:
        parts = [part.strip() for part in written.split(",") if part.strip()]
        return [p if p == "coach" else party_in(change, found, p) for p in parts]

    def make(change: Change, found: Person) -> Person:
        return signed(found, parties(change, found, by), day, parties(change, found, copies))

    record(desk, "plan sign", wanted, make, "signed")


@app.verb("review")
def review(
    ctx: typer.Context,
    person: PersonArgument = None,
    note: NoteOption = None,
    by: Annotated[str, typer.Option(metavar="person|coach|ID", help="Whose view.")] = "person",
    next_: Annotated[
        str | None, typer.Option("--next", metavar="DATE", help="When to look at it again.")
    ] = None,
    on: OnOption = None,
) -> None:
    """Record that the plan was looked over together."""
    from jobcoach.domain.recording.plan import plan_reviewed

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    day, again = day_argument(on, desk), optional_day(next_, desk)
    not_before(again, day, "--next")
    record(
        desk,
        "plan review",
        wanted,
        lambda _, found: plan_reviewed(found, day, by, text(note), again),
        "plan-review",
    )
