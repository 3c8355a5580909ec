"""Whose figures these are: persons with their roads as known on the last day, and who of them was coached."""

from __future__ import annotations

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
        """Return the person as one case of a figure."""
        return Counted(case=self.person.case, ref=ref, on=on, column=self.column)

    def follows(self, scope: Scope, day: date) -> bool:
        """Whether the case followed the scope's process model on *day*; always where it names none."""
        return scope.process in (None, self.road.process_on(day))

    def has_job(self, day: date) -> bool | None:
        """Whether a paid job is under way on *day*; None where only a placement is whose contract is not said."""
        under_way = [one for one in self.person.placements if one.under_way(day)]
        if any(one.paid for one in under_way):
            return True
        return None if any(one.contract is None for one in under_way) else False


class Coached(msgspec.Struct, frozen=True):
    """Somebody coached in the period: by which stage entry, and from which day on."""

    seen: Seen
    place: int
    on: date

    @property
    def counted(self) -> Counted:
        """The person as one case of a figure, with that stage entry."""
        return self.seen.counted(f"stages[{self.place}]", self.on)


def everyone(cases: Cases, period: Period, scope: Scope) -> list[Seen]:
    """Return all persons, or one coach's."""
    return [
        Seen(person, road(person, cases, period.until), column_of(person))
        for person in cases.people.values()
        if scope.coach is None or person.coach == scope.coach
    ]


def coached_of(people: list[Seen], period: Period, scope: Scope) -> list[Coached]:
    """Return who was coached in the period, each once, with the first stage entry that shows it.

    Coached is who was, on a day of the period, in a stage that is neither ``intake`` nor ``final``: our
    reading of the pilots' "over a prolonged period". With one process model, on a day on which the case
    followed it.
    """
    found = []
    for one in people:
        for stretch in one.road.coached:
            if scope.process in (None, stretch.step.process_id) and period.meets(
                stretch.first, stretch.last
            ):
                found.append(Coached(one, stretch.step.index, stretch.first))
                break
    return found
