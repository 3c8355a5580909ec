"""Whose list a case is on: the referent's, a cover's, or everyone's (nobody is hidden)."""

from collections.abc import Iterable
from datetime import date

import msgspec

from jobcoach.domain.due import FollowUp
from jobcoach.domain.settings import Settings


def cover_for(settings: Settings, coach_id: str | None, day: date) -> str | None:
    """Return who stands in for the coach on *day*; None where nobody needs to or nobody can."""
    coach = settings.coach(coach_id)
    absence = coach.absence(day) if coach else None
    cover = settings.coach(absence.cover) if absence else None
    if cover is None or cover.absence(day) is not None:
        return None
    return cover.id


def on_list(settings: Settings, coach_id: str | None, day: date) -> frozenset[str] | None:
    """Return the coaches on whose list a case of *coach_id* is; None means everyone's.

    Everyone's is a case without a coach, of a coach the settings do not know, or of one who is away
    without a cover, or with one who is away too.
    """
    coach = settings.coach(coach_id)
    if coach is None:
        return None
    if coach.absence(day) is None:
        return frozenset({coach.id})
    cover = cover_for(settings, coach.id, day)
    return frozenset({coach.id, cover}) if cover else None


def is_for(settings: Settings, viewer: str | None, coach_id: str | None, day: date) -> bool:
    """Whether a case of *coach_id* is on the list of *viewer* (None: of everybody)."""
    listed = on_list(settings, coach_id, day)
    return viewer is None or listed is None or viewer in listed


def list_of(
    items: Iterable[FollowUp], settings: Settings, viewer: str | None, day: date
) -> list[FollowUp]:
    """Return the items on the list of *viewer*, each with who covers it."""
    return [
        msgspec.structs.replace(item, cover=cover_for(settings, item.case.coach, day))
        for item in items
        if is_for(settings, viewer, item.case.coach, day)
    ]
