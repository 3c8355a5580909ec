"""Hours: a job's schedule against the hours and days a person can work, and hours a week as wished."""

import re
from collections.abc import Iterator
from functools import lru_cache

from jobcoach.domain.fields import Day
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.matching.pair import Pair
from jobcoach.domain.matching.reason import Reason
from jobcoach.domain.people import Constraint

DAY = 24 * 60
HALF = (18.0, 20.0)
"""What is called half-time: the least and the most hours a week."""
FULL = (35.0, 40.0)


@lru_cache(maxsize=1024)
def minutes(span: str) -> tuple[int, int]:
    """Return the first and last minute of ``08:30-16:00``; past midnight the last one is beyond a day."""
    begin, end = (_minute(clock) for clock in re.split(r"\s?[-\u2013]\s?", span.strip()))
    return begin, end if end > begin else end + DAY


def _minute(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute)


def within(shift: str, window: str) -> bool:
    """Whether a shift lies inside the hours somebody can work, both ends included."""
    (begin, end), (first, last) = minutes(shift), minutes(window)
    return (first <= begin and end <= last) or (first <= begin + DAY and end + DAY <= last)


def hours_and_days(pair: Pair, place: int, constraint: Constraint) -> Iterator[Reason]:
    """Judge a constraint on hours or days by the job's schedule.

    Without a schedule it is unknown, unless the hours a week are more than could ever fit.
    """
    if constraint.hours is None and constraint.days is None:
        return
    schedule = pair.job.schedule
    facts = {
        "constraint": place,
        "what": constraint.what,
        "hours": constraint.hours,
        "days": list(constraint.days) if constraint.days is not None else None,
    }
    hidden = constraint.confidential is True
    if not schedule:
        most = _most(constraint)
        if pair.job.hours is not None and most is not None and pair.job.hours > most:
            more = facts | {"most": most, "week": pair.job.hours}
            yield Reason(side="against", code="week-hours", facts=more, confidential=hidden)
        else:
            yield Reason(side="ask", code="schedule", facts=facts, confidential=hidden)
        return
    clashes = {day: span for day, span in schedule.items() if not _possible(day, span, constraint)}
    if clashes:
        more = facts | {"schedule": clashes}
        yield Reason(side="against", code="schedule", facts=more, confidential=hidden)
    else:
        more = facts | {"schedule": dict(schedule)}
        yield Reason(side="for", code="schedule", facts=more, confidential=hidden)


def _possible(day: Day, span: str, constraint: Constraint) -> bool:
    if constraint.days is not None and day not in constraint.days:
        return False
    return constraint.hours is None or within(span, constraint.hours)


def _most(constraint: Constraint) -> float | None:
    """The hours a week that fit at most, or None where any number may."""
    if constraint.hours is None:
        return None
    begin, end = minutes(constraint.hours)
    return (end - begin) / 60 * (len(constraint.days) if constraint.days is not None else 7)


def most_hours(constraint: Constraint) -> float | None:
    """Return the most hours a week that a constraint names in words; None where it names none."""
    if constraint.kind not in ("hours", "health", "family"):
        return None
    wished = week_hours(constraint.what)
    return wished[1] if wished is not None and wished[2] else None


def hours_in_words(pair: Pair, place: int, constraint: Constraint) -> Iterator[Reason]:
    """Judge a constraint that says in words how many hours a week are the most: *Un mi-temps au plus*."""
    most = most_hours(constraint)
    if most is None or pair.job.hours is None:
        return
    facts = {
        "constraint": place,
        "what": constraint.what,
        "most": most,
        "week": pair.job.hours,
    }
    yield Reason(
        side="for" if pair.job.hours <= most else "against",
        code="week-hours",
        facts=facts,
        confidential=constraint.confidential is True,
    )


def hours_as_wished(pair: Pair) -> Iterator[Reason]:
    """Yield a warning for each wish or goal whose hours a week the job does not give, or goes beyond."""
    job = pair.job.hours
    if job is None:
        return
    plan = pair.person.plan
    goals = [goal.goal for goal in (plan.goals if plan else ()) if goal.goal]
    for text in dict.fromkeys([*pair.person.wishes, *goals]):
        wished = week_hours(text)
        if wished is None:
            continue
        least, most, at_most = wished
        facts = {"text": text, "week": job}
        if job < least:
            yield Reason(side="warning", code="hours-below-wish", facts=facts)
        elif at_most and job > most:
            yield Reason(side="warning", code="hours-above-wish", facts=facts)


_NUMBER = re.compile(
    r"(?<![\d:,.])(\d{1,2}(?:[.,]\d+)?)(?:\s*(?:-|\u2013|a|to|tot|bis|et|or|ou|of)\s*(\d{1,2}(?:[.,]\d+)?))?\s*"
    r"(?:(?:heures?|hours?|uur|uren|stunden|std)\b|h(?=\s*(?:/|par|per|a|each|pro)\s*(?:week|semaine|woche)))"
)
_CLOCK_BEFORE = re.compile(
    r"\b(a|at|om|um|avant|before|voor|vor|apres|after|na|nach|des|from|ab|vers)\s*$"
)
_HALF = re.compile(r"\b(mi[- ]temps|half[- ]?time|halftijds?|halbzeit|halbtags)\b")
_FULL = re.compile(r"\b(temps plein|plein temps|full[- ]?time|voltijds?|vollzeit)\b")
_AT_MOST = re.compile(
    r"\b(pas plus|au plus|maximum|au maximum|at most|no more|not more|up to|hooguit|niet meer|hochstens|"
    r"nicht mehr|maximaal|maximal|max)\b"
)
_LEAST_A_WEEK = 4.0


@lru_cache(maxsize=8192)
def week_hours(text: str) -> tuple[float, float, bool] | None:
    """Return the least and the most hours a week that a text names, and whether it says *at most*.

    None where it names none: a time of day (*avant 16 heures*) is no number of hours.
    """
    said = folded(text)
    at_most = _AT_MOST.search(said) is not None
    span: tuple[float, float] | None = None
    for found in _NUMBER.finditer(said):
        first = float(found[1].replace(",", "."))
        last = float(found[2].replace(",", ".")) if found[2] else first
        if not _CLOCK_BEFORE.search(said[: found.start()]) and first >= _LEAST_A_WEEK:
            span = (first, last)
            break
    if span is None:
        span = HALF if _HALF.search(said) else FULL if _FULL.search(said) else None
    if span is None:
        return None
    return (0.0 if at_most else span[0]), span[1], at_most
