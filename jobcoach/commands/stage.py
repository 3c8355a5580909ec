"""``jobcoach stage``: where a person is on the road, and where it can lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from jobcoach.commands.asking import confirmed, interactive, required, text
from jobcoach.commands.parameters import OnOption, PersonArgument, WhyOption, offers
from jobcoach.commands.shared import Noun, as_json_option, day_argument, finish, one_person
from jobcoach.commands.whom import helper_in
from jobcoach.commands.writing import record
from jobcoach.desk import Desk
from jobcoach.domain.people import StageEntry
from jobcoach.errors import Refused
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.people import Person
    from jobcoach.store.change import Change

app = Noun("Where a person is on the road.")


@app.verb("show")
def show(
    ctx: typer.Context,
    person: Annotated[
        str,
        typer.Argument(
            metavar="PERSON",
            help="Id, its beginning, or part of the name.",
            autocompletion=offers("people"),
        ),
    ],
    as_json: as_json_option = False,
) -> None:
    """Show the stages of a case, its clock, and what each next stage still needs."""
    from jobcoach.domain.known import Known
    from jobcoach.render import console, stage_screen

    desk: Desk = ctx.obj
    found = one_person(desk, person)
    known = Known(found, desk.cases, desk.today)
    if as_json:
        console.show_json(stage_screen.stage_json(known))
    else:
        console.show(stage_screen.stage_screen(known, desk.texts))
    finish(desk, only=f"{found.case}.yaml")


@app.verb("move")
def move(
    ctx: typer.Context,
    person: PersonArgument = None,
    stage: Annotated[
        str | None,
        typer.Argument(
            metavar="STAGE",
            help="Where to; stage show lists them.",
            autocompletion=offers("stages"),
        ),
    ] = None,
    on: OnOption = None,
    why: WhyOption = None,
    process: Annotated[
        str | None, typer.Option(metavar="ID", help="Follow another model from here on.")
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="ID|TEXT",
            help="On closing: where the person went.",
            autocompletion=offers("parties"),
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            metavar="EMPLOYER[/JOB]",
            help="Start the placement with the same command.",
            autocompletion=offers("jobs"),
        ),
    ] = None,
) -> None:
    """Enter a stage; what it needs is judged on that day, and all that is missing is named."""
    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    target = required(stage, "STAGE", N_("To which stage?"), desk)
    day = day_argument(on, desk)
    entry = StageEntry(stage=target, on=day, why=text(why), process=process)
    try:
        _move(desk, wanted, entry, to, start)
    except Refused as refused:
        needs = refused.facts.get("needs", ())
        if needs == ("reason",) and interactive():
            said = text(required(None, "--why", N_("For which reason?"), desk))
            _move(desk, wanted, replace(entry, why=said), to, start)
            return
        # The usual gap between "hired" and "in the job": offered, where somebody can answer.
        if needs not in (("placement",), ("paid-placement",)) or start is not None:
            raise
        if not confirmed(N_("No placement is under way yet. Start one now?"), desk):
            raise
        where = required(None, "EMPLOYER[/JOB]", N_("Which employer, which job?"), desk)
        _move(desk, wanted, entry, to, where)


def moved(desk: Desk, person_id: str, stage: str) -> None:
    """Enter a stage today, from another command."""
    _move(desk, person_id, StageEntry(stage=stage, on=desk.today), None, None)


def _move(desk: Desk, wanted: str, entry: StageEntry, to: str | None, start: str | None) -> None:
    """Judge and record one move, with the start of a placement where that belongs to it."""
    from jobcoach.commands.placement import with_placement
    from jobcoach.domain.recording.road import (
        refuse_the_impossible,
        refuse_unready,
        stage_entered,
        stage_meant,
    )

    def make(change: Change, found: Person) -> Person:
        named = stage_meant(found, entry.stage, change.cases, entry.process)
        new = replace(entry, stage=named, to=helper_in(change, found, to))
        refuse_the_impossible(found, new, change.cases)
        if start is not None:
            found = with_placement(change, found, start, new.on)
        after = stage_entered(found, new)
        refuse_unready(after, change.cases, change.day)
        return after

    record(desk, "stage move", wanted, make)
