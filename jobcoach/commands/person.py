"""``jobcoach person``: who is accompanied, and one case at a glance."""

from __future__ import annotations

from typing import Annotated

import typer

from jobcoach.commands.shared import (
    Noun,
    as_json_option,
    everyone_option,
    finish,
    one_person,
    other_coach_option,
    whose_list,
)
from jobcoach.desk import Desk

app = Noun("The persons accompanied.")


@app.verb("list")
def list_people(
    ctx: typer.Context,
    coach: other_coach_option = None,
    everyone: everyone_option = False,
    stage: Annotated[str | None, typer.Option(metavar="STAGE", help="Only in this stage.")] = None,
    process: Annotated[str | None, typer.Option(metavar="ID", help="Only in this model.")] = None,
    employer: Annotated[
        str | None, typer.Option(metavar="EMPLOYER", help="Only with a placement there now.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Only living there.")] = None,
    active: Annotated[bool, typer.Option("--active", help="Without closed cases.")] = False,
    as_json: as_json_option = False,
) -> None:
    """List persons: where they are, the last contact, what comes next."""
    from jobcoach.commands.shared import one_employer
    from jobcoach.domain.finding_cases import folded
    from jobcoach.domain.known import Known
    from jobcoach.domain.worklist import is_for
    from jobcoach.render import case_lists, console

    desk: Desk = ctx.obj
    viewer = whose_list(desk, coach, everyone)
    firm = one_employer(desk, employer).id if employer else None
    rows = []
    for person in desk.cases.people.values():
        known = Known(person, desk.cases, desk.today)
        here = known.current.entry.stage if known.current else None
        model = known.process.id if known.process else None
        if (
            is_for(desk.settings, viewer, person.coach, desk.today)
            and (stage is None or here == stage)
            and (process is None or model == process)
            and (firm is None or any(p.employer == firm for _, p in known.under_way))
            and (place is None or folded(place) in folded(person.place or ""))
            and not (active and known.final)
        ):
            rows.append(known)
    rows.sort(key=lambda known: (known.final, folded(known.person.name), known.person.id))
    if as_json:
        console.show_json(case_lists.people_json(rows))
    else:
        console.show(case_lists.people_screen(rows, desk.texts))
    finish(desk)


@app.verb("show")
def show(
    ctx: typer.Context,
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="Id, its beginning, or part of the name.")
    ],
    as_json: as_json_option = False,
) -> None:
    """Show one case at a glance; with --json, the file's own keys."""
    from jobcoach.domain.people import Person
    from jobcoach.render import console, person_screen
    from jobcoach.store.plain import to_plain

    desk: Desk = ctx.obj
    found = one_person(desk, person)
    if as_json:
        root = desk.repository.source(f"{found.case}.yaml").root
        console.show_json({"version": 1, "person": to_plain(Person, root)})
    else:
        console.show(person_screen.person_screen(found, desk.cases, desk.texts, desk.today))
    finish(desk, only=f"{found.case}.yaml")
