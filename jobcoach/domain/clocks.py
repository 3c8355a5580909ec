"""The clocks that some stages put a limit on (format.md, "What is due", `limit`)."""

from datetime import date

import msgspec

from jobcoach.domain.durations import Duration, after, before, plus_days
from jobcoach.domain.known import Known, StageStep, jobs_of
from jobcoach.domain.process import Limit

Interval = tuple[date, date]
"""First and last day, both included."""


class Clock(msgspec.Struct, frozen=True):
    """A running limit: the days it began and ends, and when its line begins to show."""

    start: date
    end: date
    due: date
    length: Duration


def running_clock(case: Known, lead: Duration) -> Clock | None:
    """Return the clock of the current stage, or None where there is none or it stands still.

    It begins with the first entry into the stage since the case was last closed (with
    ``per: placement``, with the newest job under way), and each day that did not count moves its end:
    a day in another stage, in a pause, or paused by the kind of contract. An extension's end holds
    where it is later. *lead* is cut to a quarter of the length, in whole days.
    """
    step, stage = case.current, case.stage
    if step is None or stage is None or stage.limit is None:
        return None
    limit = stage.limit
    if case.in_pause(case.day):
        return None
    if limit.per == "placement":
        job = max(
            (j for j in jobs_of(case.placements) if j.under_way(case.day)),
            key=lambda job: job.start,
            default=None,
        )
        if job is None:
            return None
        start = job.start
        lost = _days_covered(_pauses(case), start, case.day)
    else:
        if _paused_by_contract(case, limit):
            return None
        start = _first_entry(case, step)
        lost = _days_covered(_not_counting(case, step, limit), start, case.day)
    natural = after(start, limit.length)
    quarter = (natural - start).days // 4
    end = max(
        [
            plus_days(natural, lost),
            *(
                extension.until
                for extension in case.person.extensions
                if extension.stage == stage.id
            ),
        ]
    )
    due = max(before(end, lead), plus_days(end, -quarter))
    return Clock(start, end, due, limit.length)


def _first_entry(case: Known, current: StageStep) -> date:
    """The first entry into the current stage of the current model since the last final stage."""
    first = current.entry.on
    for step in reversed(case.steps):
        if step.stage is not None and step.stage.final:
            break
        if _same_stage(step, current):
            first = step.entry.on
    return first


def _same_stage(one: StageStep, other: StageStep) -> bool:
    return one.entry.stage == other.entry.stage and one.process_id == other.process_id


def _not_counting(case: Known, current: StageStep, limit: Limit) -> list[Interval]:
    """Days in another stage, in a pause, or under a contract that pauses the clock."""
    elsewhere = [
        # A stage holds to the day before the next entry's.
        (step.entry.on, plus_days(following.entry.on, -1))
        for step, following in zip(case.steps, case.steps[1:], strict=False)
        if not _same_stage(step, current)
    ]
    contracts = [
        (placement.from_, placement.ended or case.day)
        for _, placement in case.placements
        if placement.contract in limit.paused_by
    ]
    return elsewhere + _pauses(case) + contracts


def _pauses(case: Known) -> list[Interval]:
    return [(pause.from_, end or case.day) for _, pause, end in case.pauses]


def _paused_by_contract(case: Known, limit: Limit) -> bool:
    return any(placement.contract in limit.paused_by for _, placement in case.under_way)


def _days_covered(intervals: list[Interval], first: date, last: date) -> int:
    """Count the days from *first* through *last* that lie in any of *intervals*, each once."""
    covered = 0
    reached = plus_days(first, -1)
    for begins, ends in sorted(intervals):
        begins, ends = max(begins, plus_days(reached, 1)), min(ends, last)
        if begins <= ends:
            covered += (ends - begins).days + 1
            reached = ends
    return covered
