"""Who counts as coached in a period, whose cases a report looks at, and when a case followed which model."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.people import Person
from jobcoach.domain.statistics.figures import Column, Counted, Period, Scope, column_of
from jobcoach.domain.statistics.roads import Road, road


class Seen(msgspec.Struct, frozen=True):
    """One person of the scope with the road as known on the period's last day."""

    person: Person
    road: Road
    column: Column

    def counted(self, ref: str = "", on: date | None = None) -> Counted:
        """Return the case as counted for the entry *ref* on the day *on*."""
        return Counted(case=self.person.case, ref=ref, on=on, column=self.column)

    def follows(self, scope: Scope, day: date) -> bool:
        """Whether the case followed the scope's process model on *day*; always where it names none."""
        return scope.process in (None, self.road.process_on(day))


def seen(cases: Cases, period: Period, scope: Scope) -> Iterator[Seen]:
    """Yield the persons of the scope: one coach's, or everyone."""
    for person in cases.people.values():
        if scope.coach is None or person.coach == scope.coach:
            yield Seen(person, road(person, cases, period.until), column_of(person))


def coached_at(one: Seen, period: Period, scope: Scope) -> tuple[int, date] | None:
    """Return the stage entry, by its place and day, for which a person counts as coached in the period.

    Coached is who was, on a day of the period, in a stage that is neither ``intake`` nor ``final``: our
    reading of the pilots' "over a prolonged period".
    """
    for stretch in one.road.coached:
        if scope.process in (None, stretch.step.process_id) and period.meets(
            stretch.first, stretch.last
        ):
            return stretch.step.index, stretch.first
    return None
