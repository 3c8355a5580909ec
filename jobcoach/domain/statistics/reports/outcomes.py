"""``report outcomes``: who came and who left, how long jobs last, how long the way there takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import get_args

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.durations import Duration, after
from jobcoach.domain.known import Known
from jobcoach.domain.people import EndReason
from jobcoach.domain.statistics.cohort import Coached, Seen, coached_of, everyone
from jobcoach.domain.statistics.figures import (
    Counted,
    Curve,
    Figure,
    Period,
    Scope,
    Statement,
    Sum,
    statement,
)
from jobcoach.domain.statistics.jobs import GROUPS, NOT_SAID, PaidJob, paid_jobs
from jobcoach.domain.statistics.paths import path_of
from jobcoach.domain.statistics.reports.moves import flow
from jobcoach.domain.statistics.reports.outcomes_bounds import outcomes_bounds

READ = frozenset(
    {"coach", "process", "gender", "stages", "placements", "applications", "contacts", "reviews"}
)
"""Keys of case files from which something is counted."""

REASONS_TO_LEAVE = ("in_job", "stop", "unreachable", "moved", "deceased", "sent_on", "other")
MILESTONES = {
    "m1": Duration(months=1),
    "m3": Duration(months=3),
    "m6": Duration(months=6),
    "m12": Duration(months=12),
    "w13": Duration(days=7 * 13),
    "w26": Duration(days=7 * 26),
    "w52": Duration(days=7 * 52),
}
"""Calendar months, and the weeks that funders ask for."""
WHYS = (*get_args(EndReason), NOT_SAID)


class _Held(msgspec.Struct, frozen=True):
    """A paid job with the person who holds it and all paid jobs of that person."""

    seen: Seen
    job: PaidJob
    others: tuple[PaidJob, ...]

    def counted(self, on: date) -> Counted:
        return self.seen.counted(f"placements[{self.job.place}]", on)


def outcomes(cases: Cases, period: Period, scope: Scope = Scope()) -> Statement:  # noqa: B008 - frozen
    """Return the figures of the period, and the path of each person coached in it.

    Jobs are those of persons coached in the period, watched from a day in it (:class:`PaidJob`). With one
    process, those whose clock began while the case followed it. Everything is judged as known on the
    last day.
    """
    people = everyone(cases, period, scope)
    coached = coached_of(people, period, scope)
    jobs = [
        held
        for one in coached
        for held in _held(one.seen, period)
        if held.job.watched and held.seen.follows(scope, held.job.clock)
    ]
    begun = [held for held in jobs if period.holds(held.job.clock)]
    figures = [
        *_persons(coached, period, scope),
        *_left(people, period, scope),
        *_jobs(begun, period),
        *_retention(begun, period),
        *_ends(jobs, period),
        *_times(people, cases, period, scope),
        *flow(people, cases, period, scope),
    ]
    paths = (path_of(one.seen.person, one.seen.road, period.since, period.until) for one in coached)
    bounds = outcomes_bounds(figures, people, period, scope)
    return statement(figures, _sums(), paths=paths, bounds=bounds)


def _held(seen: Seen, period: Period) -> Iterator[_Held]:
    jobs = paid_jobs(seen.person, seen.road.coached[0].first, period.until)
    for job in jobs:
        yield _Held(seen, job, jobs)


# Persons


def _persons(coached: list[Coached], period: Period, scope: Scope) -> Iterator[Figure]:
    """Persons coached: those whose coaching first began in the period, and the others."""
    yield Figure(
        name="persons", definition="persons", counted=tuple(one.counted for one in coached)
    )
    for name, wanted in (("entered", True), ("entered_earlier", False)):
        counted = tuple(
            one.counted for one in coached if _entered(one.seen, period, scope) is wanted
        )
        yield Figure(name=name, definition=name, counted=counted, of="persons")
    for name, job in (("in_job", True), ("job_not_known", None), ("without_job", False)):
        counted = tuple(one.counted for one in coached if one.seen.has_job(period.until) is job)
        yield Figure(name=name, definition=name, counted=counted, of="persons")


def _entered(one: Seen, period: Period, scope: Scope) -> bool:
    first = one.road.coached[0]
    return period.holds(first.first) and scope.process in (None, first.step.process_id)


def _left(people: list[Seen], period: Period, scope: Scope) -> Iterator[Figure]:
    """Persons once coached whose case was closed in the period and still is, and why."""
    left = []
    for one in people:
        if not one.road.coached or not one.road.closing:
            continue
        closed = one.road.closing[0]
        if period.holds(closed.first) and scope.process in (None, closed.step.process_id):
            entry = one.counted(f"stages[{closed.step.index}]", closed.first)
            left.append((entry, _why_left(one, closed.first, period.until)))
    yield Figure(name="left", definition="left", counted=tuple(counted for counted, _ in left))
    for reason in REASONS_TO_LEAVE:
        counted = tuple(c for c, why in left if why == reason)
        yield Figure(name=f"left_why.{reason}", definition="left_why", counted=counted, of="left")


def _why_left(one: Seen, closed: date, until: date) -> str:
    """A job first: whoever has one did not leave for what else is said."""
    jobs = paid_jobs(one.person, one.road.coached[0].first, until)
    if any(job.under_way(closed) for job in jobs):
        return "in_job"
    decided = [
        (review.on, place, review.decision)
        for place, review in enumerate(one.person.reviews)
        if review.kind == "closing"
        and review.decision is not None
        and (one.road.opened or date.min) <= review.on <= until
    ]
    decision = max(decided)[2] if decided else None
    if decision in REASONS_TO_LEAVE:
        return decision
    sent_on = any(stretch.step.entry.to for stretch in one.road.closing)
    return "sent_on" if sent_on else "other"


# Jobs


def _in_group(held: list[_Held], group: str) -> list[_Held]:
    return [one for one in held if one.job.group == group]


def _jobs(begun: list[_Held], period: Period) -> Iterator[Figure]:
    """How many jobs, how many still run, and for how long they last."""
    for group in GROUPS:
        jobs = _in_group(begun, group)
        whole = f"jobs.{group}"
        for name, chosen in (
            (whole, jobs),
            (f"{whole}.running", [one for one in jobs if one.job.ended is None]),
            (f"{whole}.ended", [one for one in jobs if one.job.ended is not None]),
        ):
            yield Figure(
                name=name,
                definition="jobs_already" if group == "already" else "jobs",
                counted=tuple(one.counted(one.job.clock) for one in chosen),
                of=None if name == whole else whole,
                split=False,
                by_case=True,
            )
        yield Curve(
            name=f"lasting.{group}",
            definition="lasting",
            counted=tuple(
                msgspec.structs.replace(
                    one.counted(one.job.clock),
                    days=one.job.length(period.until),
                    ended=one.job.ended is not None,
                )
                for one in jobs
            ),
        )


_Under = Callable[[_Held, date], bool]
RETAINED: dict[str, _Under] = {
    "same": lambda held, day: held.job.under_way(day),
    "any": lambda held, day: any(job.under_way(day) for job in held.others),
    "another": lambda held, day: (
        not held.job.under_way(day) and any(job.under_way(day) for job in held.others)
    ),
    "none": lambda held, day: not any(job.under_way(day) for job in held.others),
}
"""What there may be on a milestone's day; ``another`` and ``none`` are what ``same`` and ``any`` leave over."""


def _retention(begun: list[_Held], period: Period) -> Iterator[Figure]:
    """Of the jobs whose milestone has come: in this job, in any paid job; and those for which it has not."""
    for group in GROUPS:
        for row, length in MILESTONES.items():
            name = f"retention.{group}.{row}"
            days = [(one, after(one.job.clock, length)) for one in _in_group(begun, group)]
            could = [(one, day) for one, day in days if day <= period.until]
            yield _milestone(f"{name}.could", could)
            for column, under_way in RETAINED.items():
                found = [(one, day) for one, day in could if under_way(one, day)]
                yield _milestone(f"{name}.{column}", found, f"{name}.could")
            early = [(one, day) for one, day in days if day > period.until]
            yield _milestone(f"{name}.too_early", early)


def _milestone(name: str, jobs: list[tuple[_Held, date]], of: str | None = None) -> Figure:
    counted = tuple(one.counted(day) for one, day in jobs)
    return Figure(
        name=name, definition="retention", counted=counted, of=of, split=False, by_case=True
    )


def _ends(jobs: list[_Held], period: Period) -> Iterator[Figure]:
    """Jobs that ended in the period, whenever they began, by what is said of the end."""
    ended = [
        (one, one.job.ended)
        for one in jobs
        if one.job.ended is not None and period.holds(one.job.ended)
    ]
    chosen = {
        "all": ended,
        **{why: [(one, on) for one, on in ended if one.job.why == why] for why in WHYS},
        "earlier": [(one, on) for one, on in ended if not period.holds(one.job.clock)],
    }
    for row, found in chosen.items():
        for group in GROUPS:
            yield Figure(
                name=f"ends.{row}.{group}",
                definition="ends_earlier" if row == "earlier" else "ends",
                counted=tuple(one.counted(on) for one, on in found if one.job.group == group),
                of=None if row == "all" else f"ends.all.{group}",
                split=False,
                by_case=True,
            )


# Times


def _times(people: list[Seen], cases: Cases, period: Period, scope: Scope) -> Iterator[Figure]:
    """From the first stage entry to the first contact with an employer, and to the first paid job."""
    entered = [
        one
        for one in people
        if one.road.coached
        and period.holds(one.road.stretches[0].first)
        and scope.process in (None, one.road.stretches[0].step.process_id)
    ]
    met = [
        (one, next(iter(Known(one.person, cases, period.until).employer_contacts), None))
        for one in entered
    ]
    won = [(one, _first_job(one, period.until)) for one in entered if not _worked(one, period)]
    for name, found in (("first_contact", met), ("first_job", won)):
        counted = tuple(_time(one, event, period.until) for one, event in found)
        yield Curve(name=name, definition=name, counted=counted)


def _time(one: Seen, event: date | None, until: date) -> Counted:
    """How long it took; or for how long nothing had come by the day the case was closed, else the last one."""
    entry = one.road.stretches[0]
    followed = one.road.closing[0].first if one.road.closing else until
    came = event is not None and event <= followed
    days = ((event if came and event else followed) - entry.first).days
    counted = one.counted(f"stages[{entry.step.index}]", entry.first)
    return msgspec.structs.replace(counted, days=max(days, 0), ended=came)


def _first_job(one: Seen, until: date) -> date | None:
    jobs = paid_jobs(one.person, None, until)
    return min((job.start for job in jobs if not job.already), default=None)


def _worked(one: Seen, period: Period) -> bool:
    """Whether a job that was there already ran when the person came: there is none to wait for."""
    entry = one.road.stretches[0].first
    jobs = paid_jobs(one.person, None, period.until)
    return any(job.already and job.under_way(entry) for job in jobs)


def _sums() -> Iterator[Sum]:
    yield Sum("persons", ("entered", "entered_earlier"))
    yield Sum("persons", ("in_job", "job_not_known", "without_job"), by="job")
    yield Sum("left", tuple(f"left_why.{reason}" for reason in REASONS_TO_LEAVE))
    for group in GROUPS:
        jobs, ends = f"jobs.{group}", f"ends.all.{group}"
        yield Sum(jobs, (f"{jobs}.running", f"{jobs}.ended"))
        for row in MILESTONES:
            name = f"retention.{group}.{row}"
            yield Sum(f"{name}.could", tuple(f"{name}.{c}" for c in ("same", "another", "none")))
            yield Sum(f"{name}.any", (f"{name}.same", f"{name}.another"))
            yield Sum(jobs, (f"{name}.could", f"{name}.too_early"), by=f"retention.{row}")
        yield Sum(ends, tuple(f"ends.{why}.{group}" for why in WHYS))
        yield Sum(ends, (f"{jobs}.ended", f"ends.earlier.{group}"), by="begun")
