"""``jobcoach job``: the employers' jobs."""

from __future__ import annotations

from typing import Annotated

import typer

from jobcoach.commands.shared import Noun, as_json_option, finish, one_employer
from jobcoach.desk import Desk

app = Noun("The employers' jobs.")


@app.verb("list")
def list_jobs(
    ctx: typer.Context,
    employer: Annotated[
        str | None, typer.Option(metavar="EMPLOYER", help="Only this employer's.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Only there.")] = None,
    closed: Annotated[bool, typer.Option("--closed", help="Closed ones too.")] = False,
    as_json: as_json_option = False,
) -> None:
    """List open jobs, the newest first."""
    from datetime import date

    from jobcoach.domain.finding_cases import folded
    from jobcoach.render import case_lists, console

    desk: Desk = ctx.obj
    firms = [one_employer(desk, employer)] if employer else list(desk.cases.employers.values())
    rows = [
        (firm, job)
        for firm in firms
        for job in firm.jobs
        if (closed or job.is_open(desk.today))
        and (place is None or folded(place) in folded(firm.place or ""))
    ]
    rows.sort(key=lambda row: (-(row[1].open or date.min).toordinal(), row[0].id, row[1].id))
    if as_json:
        console.show_json(case_lists.jobs_json(rows, desk.today))
    else:
        console.show(case_lists.jobs_screen(rows, desk.texts, desk.today))
    finish(desk)
