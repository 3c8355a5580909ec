"""``jobcoach obstacle``: what stands in the way, who helps, whether it is solved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.asking import not_before, optional_day, required, text
from jobcoach.commands.parameters import OnOption, PersonArgument, offers
from jobcoach.commands.shared import Noun, day_argument
from jobcoach.commands.whom import helper_in
from jobcoach.commands.writing import record
from jobcoach.desk import Desk
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.people import Person
    from jobcoach.store.change import Change

app = Noun("What stands in the way, who helps, whether it is solved.")


@app.verb("add")
def add(
    ctx: typer.Context,
    person: PersonArgument = None,
    what: Annotated[str | None, typer.Argument(metavar="WHAT", help="What it is.")] = None,
    helper: Annotated[
        str | None,
        typer.Option(
            metavar="ID|TEXT", help="Who helps with it.", autocompletion=offers("parties")
        ),
    ] = None,
    check: Annotated[
        str | None, typer.Option(metavar="DATE", help="When to look at it again.")
    ] = None,
    on: OnOption = None,
) -> None:
    """Note an obstacle."""
    from jobcoach.domain.people import Obstacle
    from jobcoach.domain.recording.agreements import obstacle_noted

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    said = text(required(what, "WHAT", N_("What stands in the way?"), desk)) or ""
    since, again = day_argument(on, desk), optional_day(check, desk)
    not_before(again, since, "--check")

    def make(change: Change, found: Person) -> Person:
        who = helper_in(change, found, helper)
        return obstacle_noted(found, Obstacle(what=said, helper=who, since=since, check=again))

    record(desk, "obstacle add", wanted, make, "obstacle")


@app.verb("solve")
def solve(
    ctx: typer.Context,
    person: PersonArgument = None,
    obstacle: Annotated[
        str | None,
        typer.Argument(metavar="N|TEXT", help="Its number, or a part of its words."),
    ] = None,
    on: OnOption = None,
) -> None:
    """Record that an obstacle is solved."""
    from jobcoach.domain.recording.agreements import obstacle_solved

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    which = required(obstacle, "N|TEXT", N_("Which obstacle?"), desk)
    day = day_argument(on, desk)
    record(
        desk,
        "obstacle solve",
        wanted,
        lambda _, found: obstacle_solved(found, which, day),
        "obstacle-solved",
    )
