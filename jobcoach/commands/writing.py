"""What all commands that write share: one change under lock, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jobcoach.commands.whom import employer_in, person_in
from jobcoach.desk import Desk

if TYPE_CHECKING:
    from jobcoach.domain.employers import Employer
    from jobcoach.domain.people import Person
    from jobcoach.store.change import Change, Outcome


@contextmanager
def changing(desk: Desk, command: str) -> Iterator[Change]:
    """Hold the repository for one change; tells what an interrupted command had left."""
    from jobcoach.render.console import reading_progress, tell
    from jobcoach.render.error_messages import mended_message
    from jobcoach.store.change import change_under_way

    doing = f"jobcoach {command}"
    with change_under_way(desk.root, desk.today, doing, reading_progress()) as change:
        desk.repository = (
            change.repository
        )  # as it is under the lock; what was read before may be old
        if change.mended is not None:
            tell(mended_message(change.mended, desk.texts))
        yield change


def show_outcome(desk: Desk, change: Change, outcome: Outcome) -> None:
    """Say what was recorded, on which days, what wants a look, and what comes next in each case."""
    from jobcoach.render import console, recorded_screen
    from jobcoach.render.messages import finding_message

    console.show(
        recorded_screen.recorded_screen(outcome.saved, change.cases_after, desk.texts, desk.today)
    )
    for finding in outcome.warnings:
        message, hint = finding_message(finding, desk.texts)
        console.tell(f"{message}\n    {hint}" if hint else message)


def record(
    desk: Desk,
    command: str,
    wanted: str,
    make: Callable[[Change, Person], Person],
    action: str | None = None,
) -> None:
    """Change one person's case: find it, make the new record, save it, say what was recorded."""
    with changing(desk, command) as change:
        change.put(make(change, person_in(change, wanted)))
        outcome = change.save(action)
    show_outcome(desk, change, outcome)


def record_employer(
    desk: Desk,
    command: str,
    wanted: str,
    make: Callable[[Change, Employer], Employer],
    action: str | None = None,
) -> None:
    """The same for an employer's file."""
    with changing(desk, command) as change:
        change.put(make(change, employer_in(change, wanted)))
        outcome = change.save(action)
    show_outcome(desk, change, outcome)
