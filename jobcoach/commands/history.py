"""``jobcoach history``: what happened, told from git."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.shared import Noun, as_json_option
from jobcoach.desk import Desk
from jobcoach.errors import NotFound, SeveralFound

if TYPE_CHECKING:
    from jobcoach.domain.employers import Employer
    from jobcoach.domain.people import Person

app = Noun("What happened in a case, from git.", alone=True)


@app.verb("history")
def history(
    ctx: typer.Context,
    case: Annotated[
        str | None,
        typer.Argument(metavar="[CASE]", help="A person or an employer; default everyone."),
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
    from jobcoach.domain.finding_cases import hits

    people, employers = desk.cases.people, desk.cases.employers
    if wanted in people or wanted in employers:
        return people[wanted].case if wanted in people else employers[wanted].case
    found: list[Person | Employer] = [*hits(wanted, people), *hits(wanted, employers)]
    if not found:
        raise NotFound("case-not-found", value=wanted)
    if len(found) > 1:
        names = [f"{other.id}  {other.name}" for other in found]
        raise SeveralFound("case-several", value=wanted, hits=names)
    return found[0].case
