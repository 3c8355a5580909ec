"""``jobcoach disclosure``: who knows what about a person."""

from __future__ import annotations

import typer

from jobcoach.commands.asking import required
from jobcoach.commands.parameters import PersonArgument
from jobcoach.commands.shared import Noun, as_json_option, finish, one_person
from jobcoach.desk import Desk
from jobcoach.render.catalogue import N_

app = Noun("Who knows what about a person.")


@app.verb("list")
def list_(
    ctx: typer.Context, person: PersonArgument = None, as_json: as_json_option = False
) -> None:
    """List what was handed on, to whom, about what; and what may be told today."""
    from jobcoach.domain.known import Known
    from jobcoach.render import console, disclosure_screen

    desk: Desk = ctx.obj
    found = one_person(desk, required(person, "PERSON", N_("Who?"), desk))
    known = Known(found, desk.cases, desk.today)
    if as_json:
        console.show_json(disclosure_screen.disclosure_json(known))
    else:
        console.show(disclosure_screen.disclosure_screen(known, desk.texts))
    finish(desk, only=f"{found.case}.yaml")
