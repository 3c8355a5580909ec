"""Each person's path as it will be drawn: stages and jobs over time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.known import reached
from jobcoach.domain.people import Person
from jobcoach.domain.process import StageNamed
from jobcoach.domain.statistics.jobs import NOT_SAID, paid_jobs
from jobcoach.domain.statistics.roads import Road, Stretch

Lane = Literal["stage", "job", "stepping-stone"]


class Segment(msgspec.Struct, frozen=True):
    """A stretch of days on a path, both included: a stage, a paid job, or an internship or trial.

    *kind* of a stage is ``intake``, ``coached``, ``final`` or, where no model knows it, ``unknown``; of a job
    its market; of a stepping stone its contract. A placement whose contract is not said stands among the
    stepping stones as ``not_said``: it may be one.
    """

    lane: Lane
    kind: str
    first: date
    last: date
    stage: StageNamed | None = None
    runs: bool = False
    """Whether it had not ended on the last day looked at."""
    earlier: bool = False
    """Whether it had begun before the first day looked at."""


class Path(msgspec.Struct, frozen=True):
    """One person's path, in the order of its days."""

    case: str
    segments: tuple[Segment, ...]
    repository: str = ""


def path_of(person: Person, road: Road, since: date | None, until: date) -> Path:
    """Return the path as known on *until*, cut to the days from *since* (None: from the beginning).

    It begins with the person's first stage: a job that was there for ten years would press all else
    together. A stage that held no day is not on it. Stages come before jobs, jobs before stepping stones, where they
    begin on one day.
    """
    whole = (*_stages(road, until), *_jobs(person, until), *_stones(person, until))
    begins = max(since or date.min, road.stretches[0].first if road.stretches else date.min)
    cut = [
        msgspec.structs.replace(one, first=max(one.first, begins), earlier=one.first < begins)
        for one in whole
        if one.first <= one.last and begins <= one.last
    ]
    lanes: tuple[Lane, ...] = ("stage", "job", "stepping-stone")
    return Path(person.case, tuple(sorted(cut, key=lambda one: (one.first, lanes.index(one.lane)))))


def _stages(road: Road, until: date) -> Iterator[Segment]:
    for stretch in road.stretches:
        step = stretch.step
        named = StageNamed(step.entry.stage, step.stage.name if step.stage else {})
        runs = stretch.last is None
        yield Segment(
            "stage", _kind(stretch), stretch.first, stretch.last or until, stage=named, runs=runs
        )


def _kind(stretch: Stretch) -> str:
    if stretch.step.stage is None:
        return "unknown"
    if stretch.final:
        return "final"
    return "coached" if stretch.coaching else "intake"


def _jobs(person: Person, until: date) -> Iterator[Segment]:
    for job in paid_jobs(person, None, until):
        yield Segment("job", job.market, job.start, job.ended or until, runs=job.ended is None)


def _stones(person: Person, until: date) -> Iterator[Segment]:
    for placement in person.placements:
        if not placement.paid and placement.from_ <= until:
            runs = not reached(placement.ended, until)
            last = until if runs or placement.ended is None else placement.ended
            kind = placement.contract or NOT_SAID
            yield Segment("stepping-stone", kind, placement.from_, last, runs=runs)
