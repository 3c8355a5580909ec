"""``jobcoach employer``: the employers, the second clients."""

from __future__ import annotations

from typing import Annotated

import typer

from jobcoach.commands.shared import (
    Noun,
    as_json_option,
    everyone_option,
    finish,
    one_employer,
    other_coach_option,
    whose_list,
)
from jobcoach.desk import Desk

app = Noun("The employers, the second clients.")


@app.verb("list")
def list_employers(
    ctx: typer.Context,
    coach: other_coach_option = None,
    everyone: everyone_option = False,
    status: Annotated[
        str | None, typer.Option(metavar="STATUS", help="Only with this status.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Only there.")] = None,
    sector: Annotated[str | None, typer.Option(metavar="TEXT", help="Only in this sector.")] = None,
    as_json: as_json_option = False,
) -> None:
    """List employers: open jobs, persons placed, the last contact."""
    from jobcoach.domain.finding_cases import folded
    from jobcoach.domain.worklist import is_for
    from jobcoach.errors import WrongUsage
    from jobcoach.render import case_lists, console
    from jobcoach.render.words import STATUS

    desk: Desk = ctx.obj
    if status is not None and status not in STATUS:
        raise WrongUsage("unknown-option", value=status, option="--status", known=tuple(STATUS))
    viewer = whose_list(desk, coach, everyone)
    rows = [
        employer
        for employer in desk.cases.employers.values()
        if is_for(desk.settings, viewer, employer.coach, desk.today)
        and (status is None or employer.status == status)
        and (place is None or folded(place) in folded(employer.place or ""))
        and (sector is None or folded(sector) in folded(employer.sector or ""))
    ]
    rows.sort(key=lambda employer: (folded(employer.name), employer.id))
    if as_json:
        console.show_json(case_lists.employers_json(rows, desk.cases, desk.today))
    else:
        console.show(case_lists.employers_screen(rows, desk.cases, desk.texts, desk.today))
    finish(desk)


@app.verb("show")
def show(
    ctx: typer.Context,
    employer: Annotated[
        str, typer.Argument(metavar="EMPLOYER", help="Id, its beginning, or part of the name.")
    ],
    as_json: as_json_option = False,
) -> None:
    """Show one employer at a glance; with --json, the file's own keys."""
    from jobcoach.domain.employers import Employer
    from jobcoach.render import console, employer_screen
    from jobcoach.store.plain import to_plain

    desk: Desk = ctx.obj
    found = one_employer(desk, employer)
    if as_json:
        root = desk.repository.source(f"{found.case}.yaml").root
        console.show_json({"version": 1, "employer": to_plain(Employer, root)})
    else:
        console.show(employer_screen.employer_screen(found, desk.cases, desk.texts, desk.today))
    finish(desk, only=f"{found.case}.yaml")
