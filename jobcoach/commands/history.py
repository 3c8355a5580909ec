"""``jobcoach history``: what happened, told from git."""

from __future__ import annotations

from typing import Annotated

import typer

from jobcoach.commands.parameters import offers
from jobcoach.commands.shared import Noun, as_json_option, only_one
from jobcoach.desk import Desk

app = Noun("What happened in a case, from git.", alone=True)


@app.verb("history")
def history(
    ctx: typer.Context,
    case: Annotated[
        str | None,
        typer.Argument(
            metavar="[CASE]",
            help="A person or an employer; default everyone.",
            autocompletion=offers("cases"),
        ),
    ] = None,
    most: Annotated[
        int, typer.Option("--most", "-n", min=1, help="How many commits at most.")
    ] = 50,
    as_json: as_json_option = False,
) -> None:
    """Tell what happened, the latest first, also what was changed by hand."""
    from jobcoach.render import console, history_screen
    from jobcoach.store.git_history import history as read_history

    desk: Desk = ctx.obj
    place = one_case(desk, case) if case is not None else None
    events = list(read_history(desk.root, place, most))
    if as_json:
        console.show_json(history_screen.history_json(events, place, desk.cases, desk.texts))
    else:
        console.show(history_screen.history_screen(events, place, desk.cases, desk.texts))


def one_case(desk: Desk, wanted: str) -> str:
    """Return the place of the person or employer meant, without the file's ending."""
    people, employers = desk.cases.people, desk.cases.employers
    names = {person.id: person.name for person in people.values()}
    names |= {employer.id: employer.name for employer in employers.values()}
    found = only_one(wanted, names, "case")
    return people[found].case if found in people else employers[found].case
