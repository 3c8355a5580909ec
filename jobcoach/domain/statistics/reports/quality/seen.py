"""The persons looked at, as known on the period's last day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.known import Job, Known, jobs_of
from jobcoach.domain.people import Person as PersonFile
from jobcoach.domain.people import Placement
from jobcoach.domain.statistics.cohort import Coached, coached_of, everyone
from jobcoach.domain.statistics.figures import Counted, Period, Scope
from jobcoach.domain.statistics.roads import Road


class Person(msgspec.Struct, frozen=True):
    """One person coached in the period: as all reports count them, and the case as known on the last day."""

    cohort: Coached
    known: Known
    scope: Scope

    @property
    def person(self) -> PersonFile:
        """The file."""
        return self.cohort.seen.person

    @property
    def road(self) -> Road:
        """The stages."""
        return self.cohort.seen.road

    def counted(self, ref: str = "", on: date | None = None) -> Counted:
        """Return the person, or an entry of the file, as one case of a figure."""
        return self.cohort.seen.counted(ref, on)

    def followed(self, day: date) -> bool:
        """Whether the case followed on *day* the process that is looked at; any does without one."""
        return self.cohort.seen.follows(self.scope, day)

    @property
    def paid_jobs(self) -> list[Job]:
        """Paid jobs begun by the last day."""
        return jobs_of((place, one) for place, one in self.known.placements if one.paid)


class Looked(msgspec.Struct, frozen=True):
    """What a report looks at: the cases, the period, whose cases, and the persons coached in it."""

    cases: Cases
    period: Period
    scope: Scope
    coached: tuple[Person, ...]

    @property
    def day(self) -> date:
        """The last day, on which everything is judged."""
        return self.period.until

    @property
    def active(self) -> list[Person]:
        """Persons coached on the last day itself."""
        seen = [one.cohort.seen for one in self.coached]
        now = coached_of(seen, Period(self.day, self.day), self.scope)
        ids = {one.seen.person.id for one in now}
        return [one for one in self.coached if one.person.id in ids]

    def happened(self, one: Person, day: date | None) -> bool:
        """Whether *day* lies in the period, and the case followed the process looked at."""
        return day is not None and self.period.holds(day) and one.followed(day)

    def new_jobs(self) -> Iterator[tuple[Person, Job, Counted]]:
        """Paid jobs begun in the period, but for those that the person had before."""
        for one in self.coached:
            for job in one.paid_jobs:
                place, first = job.placements[0]
                if first.already is not True and self.happened(one, job.start):
                    yield one, job, one.counted(f"placements[{place}]", job.start)

    def running_jobs(self) -> Iterator[tuple[Person, Job, Counted]]:
        """Paid jobs under way on the last day, those that were there before among them."""
        for one in self.coached:
            for job in one.paid_jobs:
                if job.under_way(self.day):
                    place = job.placements[-1][0]
                    yield one, job, one.counted(f"placements[{place}]", job.start)

    def may_know(self, one: Person, placement: Placement) -> bool:
        """Whether the employer has a file, and may learn that a coach exists."""
        return placement.employer in self.cases.employers and one.person.may_know(placement)


def looked(cases: Cases, period: Period, scope: Scope) -> Looked:
    """Return what is looked at: the persons coached in the period, as in ``report activity``."""
    coached = coached_of(everyone(cases, period, scope), period, scope)
    return Looked(
        cases,
        period,
        scope,
        tuple(Person(one, Known(one.seen.person, cases, period.until), scope) for one in coached),
    )
