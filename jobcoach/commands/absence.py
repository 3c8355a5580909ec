"""``jobcoach absence``: a coach is away; somebody covers."""

from __future__ import annotations

from typing import Annotated

import typer

from jobcoach.commands.asking import interactive, optional_day, required_day
from jobcoach.commands.parameters import CoachOption, offers
from jobcoach.commands.shared import Noun
from jobcoach.commands.whom import known_coach
from jobcoach.commands.writing import changing
from jobcoach.desk import Desk
from jobcoach.errors import Refused, WrongUsage
from jobcoach.render.catalogue import N_

app = Noun("A coach is away; somebody covers.")


@app.verb("add")
def add(
    ctx: typer.Context,
    begins: Annotated[
        str | None, typer.Argument(metavar="FROM", help="The first day away.")
    ] = None,
    ends: Annotated[str | None, typer.Argument(metavar="[UNTIL]", help="The last one.")] = None,
    cover: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Who stands in.", autocompletion=offers("coaches")),
    ] = None,
    coach: CoachOption = None,
) -> None:
    """Note an absence: the cover sees the items meanwhile; without one everybody does."""
    from msgspec.structs import replace

    from jobcoach.domain.settings import Absence
    from jobcoach.render import console
    from jobcoach.render.screen import Line

    desk: Desk = ctx.obj
    asked = begins is None and interactive()
    first = required_day(begins, "FROM", N_("From which day?"), desk)
    last = optional_day(ends, desk) or first
    if asked and ends is None:
        last = required_day(None, "UNTIL", N_("Until which day?"), desk)
    if last < first:
        raise WrongUsage("absence-backwards")
    with changing(desk, "absence add") as change:
        away = known_coach(change, coach)
        if away is None:
            raise WrongUsage("missing-argument", option="--coach")
        stand_in = known_coach(change, cover) if cover else None
        if stand_in == away:
            raise Refused("cover-is-away")
        coaches = tuple(
            replace(c, absences=(*c.absences, Absence(from_=first, until=last, cover=stand_in)))
            if c.id == away
            else c
            for c in change.settings.coaches
        )
        change.put(replace(change.settings, coaches=coaches))
        change.save("absence")
    t = desk.texts
    names = {c.id: c.name or c.id for c in change.settings.coaches}
    said = t(
        "{coach} is away from {begins} to {ends}",
        coach=names[away],
        begins=t.weekday(first),
        ends=t.weekday(last),
    )
    covered = (
        t("{coach} covers", coach=names[stand_in])
        if stand_in
        else t("nobody covers: everybody will see these cases")
    )
    console.show([Line("✓ " + t("{first}; {second}", first=said, second=covered), "good")])
