"""``jobcoach followup``: what falls due."""

from __future__ import annotations

from typing import Annotated

import typer

from jobcoach.commands.shared import Noun, day_argument, unreadable_faults, warn_of
from jobcoach.desk import Desk
from jobcoach.errors import NotFound, WrongUsage

app = Noun("What falls due: contacts, reviews, steps, ends of contracts.")


@app.verb("due")
def due(
    ctx: typer.Context,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="As of this day; default today.")] = None,
    within: Annotated[str, typer.Option(metavar="LENGTH", help="Look ahead, for example 7d.")] = "0d",
    coach: Annotated[str | None, typer.Option(metavar="ID", help="Another coach's list.")] = None,
    everyone: Annotated[bool, typer.Option("--all", help="Everyone's list.")] = False,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Only this kind of item; may be repeated.")
    ] = None,
    only_silent: Annotated[
        bool, typer.Option("--silent", help="Persons for whom nothing will ever come up.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """List what falls due, the latest first."""
    from jobcoach.domain.due import KINDS, follow_ups_due, silent
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
    quiet = [p for p in silent(desk.cases, day) if is_for(settings, viewer, p.coach, day)]
    if only_silent:
        if as_json:
            console.show_json(due_screen.silent_json(quiet, unreadable, day))
        else:
            console.show(due_screen.silent_screen(quiet, desk.cases, desk.texts, day))
    else:
        items = list_of(follow_ups_due(desk.cases, day, after(day, ahead)), settings, viewer, day)
        if kind:
            items = [item for item in items if item.kind in kind]
        wording = Wording(desk.cases, desk.texts, day)
        files = sorted({fault.file for fault in unreadable})
        if as_json:
            console.show_json(due_screen.due_json(items, wording, day, files))
        else:
            console.show(due_screen.due_screen(items, wording, day, viewer, len(quiet), files))
    warn_of(unreadable, desk)
    if unreadable:
        raise typer.Exit(4)


def whose_list(desk: Desk, coach: str | None, everyone: bool) -> str | None:
    """Return whose list is asked for: a coach's id, or None for everyone's."""
    if coach is not None:
        if desk.settings.coach(coach) is None:
            raise NotFound("unknown-coach", value=coach, known=[c.id for c in desk.settings.coaches])
        return coach
    if everyone or desk.coach_at_work is None:
        return None
    return desk.coach_at_work.id
