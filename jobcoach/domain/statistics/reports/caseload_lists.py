"""The lists of ``report caseload``, for the team: coaches, absences, persons with nothing planned, old cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from jobcoach.domain.cases import Cases
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import StageStep
from jobcoach.domain.process import StageNamed
from jobcoach.domain.retention import Kept
from jobcoach.domain.settings import Coach
from jobcoach.domain.statistics.figures import Scope
from jobcoach.domain.statistics.listings import Field, Listing, Row, Value
from jobcoach.domain.statistics.reports.standing import Standing, standings
from jobcoach.domain.uncovered import uncovered
from jobcoach.domain.worklist import cover_for


def coaches_list(cases: Cases, day: date, scope: Scope) -> Listing:
    """Return a row for each coach: those of the settings in their order, then the unknown ones that have cases.

    Whatever the scope leaves out takes places too: persons are counted over all models, and those covered
    for colleagues over all coaches.
    """
    everyone = [case for case in standings(cases, day, Scope(unread=scope.unread)) if case.open]
    settings = cases.settings
    known = [coach for coach in settings.coaches if scope.coach in (None, coach.id)]
    written = {case.person.coach for case in everyone}
    unknown = sorted(
        coach
        for coach in written
        if coach and settings.coach(coach) is None and scope.coach in (None, coach)
    )
    fields = (
        *(Field(name, "number") for name in ("followed", "coached", "capacity", "free")),
        *(Field("places", "word"), Field("away", "word"), Field("covered_by", "coach")),
        *(Field("covers_for", "coach"), Field("covered_persons", "number")),
        Field("employers", "number"),
    )
    rows = (
        *(Row(f"coaches/{coach.id}", _coach(coach, everyone, cases, day)) for coach in known),
        *(Row(f"coaches/{one}", _unknown_coach(one, everyone, cases)) for one in unknown),
    )
    return Listing("coaches", "coaches", fields, rows)


def _coach(
    coach: Coach, everyone: Sequence[Standing], cases: Cases, day: date
) -> tuple[Value, ...]:
    settings = cases.settings
    followed, coached = _followed(coach.id, everyone)
    free = None if coach.capacity is None else coach.capacity - followed
    away = coach.absence(day) is not None
    cover = cover_for(settings, coach.id, day)
    colleagues = tuple(
        other.id for other in settings.coaches if cover_for(settings, other.id, day) == coach.id
    )
    return (
        followed,
        coached,
        _whole(coach.capacity),
        _whole(free),
        _places(free),
        ("covered" if cover else "not_covered") if away else None,
        cover,
        colleagues,
        sum(_followed(colleague, everyone)[0] for colleague in colleagues),
        _employers(coach.id, cases),
    )


def _unknown_coach(coach: str, everyone: Sequence[Standing], cases: Cases) -> tuple[Value, ...]:
    followed, coached = _followed(coach, everyone)
    employers = _employers(coach, cases)
    return followed, coached, None, None, "not_in_settings", None, None, (), 0, employers


def _followed(coach: str, everyone: Iterable[Standing]) -> tuple[int, int]:
    """How many persons the coach follows, and how many of them are coached."""
    theirs = [case for case in everyone if case.person.coach == coach and case.known.followed]
    return len(theirs), sum(case.where == "coached" for case in theirs)


def _employers(coach: str, cases: Cases) -> int:
    return sum(employer.coach == coach for employer in cases.employers.values())


def _places(free: float | None) -> str:
    """Over capacity is who follows more persons than agreed, as ``check`` warns."""
    if free is None:
        return "no_capacity"
    return "over" if free < 0 else "full" if free == 0 else "left"


def _whole(number: float | None) -> int | float | None:
    return int(number) if number is not None and number == int(number) else number


def absences_list(cases: Cases, day: date, scope: Scope, found: Iterable[Standing]) -> Listing:
    """Return the days from *day* on on which a coach is away and nobody stands in, with whom of *found* they concern."""
    open_cases = [case for case in found if case.open]
    rows = [
        Row(
            f"coaches/{coach.id}",
            (
                *(one.absence.from_, one.absence.until, one.absence.cover, one.why),
                *(one.first, one.last),
                sum(case.person.coach == coach.id for case in open_cases),
            ),
        )
        for coach in cases.settings.coaches
        if scope.coach in (None, coach.id)
        for one in uncovered(cases.settings, coach, day)
    ]
    fields = (
        *(Field("from", "day"), Field("until", "day"), Field("cover", "coach")),
        *(Field("why", "word"), Field("first", "day"), Field("last", "day")),
        Field("persons", "number"),
    )
    return Listing("absences", "absences", fields, tuple(rows))


def silent_list(quiet: Iterable[Standing]) -> Listing:
    """Return the persons for whom nothing will ever come up, with where they are and the last contact."""
    fields = (Field("coach", "coach"), Field("stage", "stage"), Field("last_contact", "day"))
    rows = (
        Row(
            case.person.case,
            (
                case.person.coach,
                _stage(case.known.current),
                case.known.last_contact(PERSON),
            ),
        )
        for case in quiet
    )
    return Listing("silent", "silent", fields, tuple(rows))


def _stage(current: StageStep | None) -> StageNamed | None:
    if current is None:
        return None
    return StageNamed(current.entry.stage, current.stage.name if current.stage else {})


def past_list(past: Iterable[tuple[Standing, Kept]]) -> Listing:
    """Return the closed cases whose retention is over."""
    fields = (
        Field("coach", "coach"),
        *(Field(name, "day") for name in ("closed", "last_contact", "past_since")),
    )
    rows = (
        Row(case.person.case, (case.person.coach, held.closed, held.last_contact, held.ends))
        for case, held in past
    )
    return Listing("past_retention", "past_retention", fields, tuple(rows))
