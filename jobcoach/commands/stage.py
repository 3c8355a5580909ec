"""``jobcoach stage``: where a person is on the road, and where it can lead."""

from __future__ import annotations

from typing import Annotated

import typer

from jobcoach.commands.shared import Noun, as_json_option, finish, one_person
from jobcoach.desk import Desk

app = Noun("Where a person is on the road.")


@app.verb("show")
def show(
    ctx: typer.Context,
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="Id, its beginning, or part of the name.")
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
