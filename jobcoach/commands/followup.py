"""``jobcoach followup``: what falls due."""

from __future__ import annotations

from typing import Annotated

import typer

from jobcoach.commands.shared import (
    Noun,
    as_json_option,
    day_argument,
    everyone_option,
    other_coach_option,
    unreadable_faults,
    warn_of,
    whose_list,
)
from jobcoach.desk import Desk
from jobcoach.errors import WrongUsage

app = Noun("What falls due: contacts, reviews, steps, ends of contracts.")


@app.verb("due")
def due(
    ctx: typer.Context,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="As of this day; default today.")
    ] = None,
    within: Annotated[
        str, typer.Option(metavar="LENGTH", help="Look ahead, for example 7d.")
    ] = "0d",
    coach: other_coach_option = None,
    everyone: everyone_option = False,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="Only this kind of item; may be repeated."),
    ] = None,
    only_silent: Annotated[
        bool, typer.Option("--silent", help="Persons for whom nothing will ever come up.")
    ] = False,
    as_json: as_json_option = False,
) -> None:
    """List what falls due, the latest first."""
    from jobcoach.domain.due import KINDS, coming, follow_ups_due, silent
    from jobcoach.domain.durations import after, parse_duration
    from jobcoach.domain.worklist import is_for, list_of
    from jobcoach.render import console, due_screen
    from jobcoach.render.follow_ups import Wording

    desk: Desk = ctx.obj
    day = day_argument(on, desk)
    ahead = parse_duration(within.removeprefix("+"))
    if ahead is None:
        raise WrongUsage("bad-length", value=within)
    for word in kind or ():
        if word not in KINDS:
            raise WrongUsage("unknown-kind", value=word, known=KINDS)
    viewer = whose_list(desk, coach, everyone)
    settings = desk.settings
    unreadable = unreadable_faults(desk)
    everything = coming(desk.cases, day)
    quiet = [
        p for p in silent(everything, desk.cases, day) if is_for(settings, viewer, p.coach, day)
    ]
    if only_silent:
        if as_json:
            console.show_json(due_screen.silent_json(quiet, unreadable, day))
        else:
            console.show(due_screen.silent_screen(quiet, desk.cases, desk.texts, day))
    else:
        items = list_of(follow_ups_due(everything, day, after(day, ahead)), settings, viewer, day)
        if kind:
            items = [item for item in items if item.kind in kind]
        wording = Wording(desk.cases, desk.texts, day)
        files = sorted({fault.file for fault in unreadable})
        unread = [fault.file for fault in desk.repository.unexpected]
        if as_json:
            console.show_json(due_screen.due_json(items, wording, day, files))
        else:
            console.show(
                due_screen.due_screen(items, wording, day, viewer, len(quiet), files, unread)
            )
    warn_of(unreadable, desk)
    if unreadable:
        raise typer.Exit(4)
