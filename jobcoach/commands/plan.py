"""``jobcoach plan``: the individual plan, and the coach's sheet for a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.asking import not_before, one_word, optional_day, required, text
from jobcoach.commands.parameters import (
    DocumentLanguageOption,
    FormatOption,
    NoteOption,
    OnOption,
    OutputOption,
    PersonArgument,
    ReaderOption,
    StyleOption,
    offers,
)
from jobcoach.commands.shared import (
    Noun,
    as_json_option,
    day_argument,
    finish,
    one_person,
)
from jobcoach.commands.whom import helper_in, party_in
from jobcoach.commands.writing import record
from jobcoach.desk import LANGUAGES, Desk
from jobcoach.domain.fields import COACH, PERSON
from jobcoach.errors import WrongUsage
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.people import Person, Plan
    from jobcoach.store.change import Change

app = Noun("The individual plan, and the coach's sheet for a meeting.")


@app.verb("render")
def render(
    ctx: typer.Context,
    person: PersonArgument = None,
    reader: ReaderOption = PERSON,
    fmt: FormatOption = None,
    lang: DocumentLanguageOption = None,
    style: StyleOption = None,
    output: OutputOption = None,
    everyone: Annotated[
        bool, typer.Option("--all", help="Everyone's plan at once; -o names a folder then.")
    ] = False,
) -> None:
    """Render the plan before a meeting, in the person's language; for the coach, the meeting's sheet."""
    from jobcoach.commands.making import make, make_all, wanted
    from jobcoach.render import documents
    from jobcoach.render.documents import meeting, plan

    desk: Desk = ctx.obj
    how = wanted(fmt, lang, style, output)
    whose = PERSON if reader is None else reader
    for_coach = whose == COACH or desk.settings.coach(whose) is not None
    document, compose = (
        (documents.MEETING, meeting.view) if for_coach else (documents.PLAN, plan.view)
    )
    if everyone:
        make_all(desk, document, whose, how, compose)
    else:
        make(desk, document, required(person, "PERSON", N_("Who?"), desk), whose, how, compose)


@app.verb("show")
def show(
    ctx: typer.Context,
    person: PersonArgument = None,
    what_changed: Annotated[
        bool, typer.Option("--changes", help="What is different from the plan that was signed.")
    ] = False,
    as_json: as_json_option = False,
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
    elif what_changed:
        signed = _plan_signed(desk, found)
        console.show(plan_screen.changes_screen(found, signed, desk.cases, desk.texts, desk.today))
    else:
        console.show(plan_screen.plan_screen(found, desk.cases, desk.texts, desk.today))
    finish(desk, only=f"{found.case}.yaml")


def _plan_signed(desk: Desk, person: Person) -> Plan | None:
    """The plan as it was signed last, from git; None where it has not changed, or git has no such plan."""
    from jobcoach.domain.signing import changed_since_signed, fingerprint
    from jobcoach.store.git_history import version_where

    plan = person.plan
    day = changed_since_signed(plan)
    if plan is None or day is None:
        return None
    prints = {
        plan.fingerprints[p]
        for p, on in plan.signed.items()
        if on == day and p in plan.fingerprints
    }
    found = version_where(
        desk.root,
        person.case,
        lambda then: then.plan is not None and fingerprint(then.plan) in prints,
    )
    return found.plan if found else None


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


@app.verb("lint")
def lint(
    ctx: typer.Context,
    person: PersonArgument = None,
    text_lang: Annotated[
        str | None,
        typer.Option(
            "--text-lang", metavar="fr|en|nl|de", help="Of the texts; default the person's."
        ),
    ] = None,
    as_json: as_json_option = False,
) -> None:
    """Quote what in the plan is hard to read, by rules of thumb, and say how to mend it."""
    from jobcoach.domain.readability.hints import plan_read
    from jobcoach.render import console, readability_screen

    desk: Desk = ctx.obj
    said = one_word(text_lang, "--text-lang", LANGUAGES)
    found = one_person(desk, required(person, "PERSON", N_("Who?"), desk))
    language = said or found.language or desk.settings.language or desk.language
    read = plan_read(found, desk.cases, language, desk.today)
    if as_json:
        console.show_json(readability_screen.readability_json(found, language, read, desk.texts))
    else:
        console.show(readability_screen.readability_screen(found, language, read, desk.texts))
    finish(desk, only=f"{found.case}.yaml")
