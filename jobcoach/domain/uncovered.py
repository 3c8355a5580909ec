"""Days on which a coach is away and nobody stands in: when that happened, jobs were lost (FRB)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.durations import plus_days
from jobcoach.domain.settings import Absence, Coach, Settings
from jobcoach.domain.worklist import cover_for

Why = Literal["no_cover", "cover_unknown", "cover_away"]


class Uncovered(msgspec.Struct, frozen=True):
    """Days of one absence, *first* and *last* (None: no end is known) included, and why nobody stands in."""

    absence: Absence
    first: date
    last: date | None
    why: Why


def uncovered(settings: Settings, coach: Coach, since: date) -> list[Uncovered]:
    """Return the days from *since* on, in stretches, on which *coach* is away and nobody stands in.

    Who stands in on a day is what the lists of due items rest on (``worklist.cover_for``). It changes only
    where an absence begins or is over, so one day of each stretch between tells of all.
    """
    found: list[Uncovered] = []
    changes = _changes(settings.coaches, since)
    for first, following in zip(changes, [*changes[1:], None], strict=True):
        absence = coach.absence(first)
        if absence is None or cover_for(settings, coach.id, first) is not None:
            continue
        last = plus_days(following, -1) if following else None
        here = Uncovered(absence, first, last, _why(settings, absence))
        before = found[-1] if found else None
        if before and before.absence == absence and before.last == plus_days(first, -1):
            found[-1] = msgspec.structs.replace(before, last=last)
        else:
            found.append(here)
    return found


def _changes(coaches: Iterable[Coach], since: date) -> list[date]:
    """*since*, and each later day on which an absence begins or is over, in order."""
    days = {since}
    for coach in coaches:
        for absence in coach.absences:
            days |= {absence.from_} if absence.from_ else set()
            days |= {plus_days(absence.until, 1)} if absence.until else set()
    return sorted(day for day in days if day >= since)


def _why(settings: Settings, absence: Absence) -> Why:
    if absence.cover is None:
        return "no_cover"
    return "cover_unknown" if settings.coach(absence.cover) is None else "cover_away"
