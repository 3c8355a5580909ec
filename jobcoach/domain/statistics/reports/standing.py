"""Where every person of a scope is on one day, as far as the files tell."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.known import Known
from jobcoach.domain.people import Person
from jobcoach.domain.statistics.figures import Counted, Scope, column_of

Where = Literal["coached", "intake", "stage_not_known", "no_stage", "not_read", "closed"]
"""In a stage of coaching, in one before it, in one that no model knows; in none yet, or in one that could not
be read; or the case is closed."""


class Standing(msgspec.Struct, frozen=True):
    """One person as known on the day."""

    person: Person
    known: Known
    where: Where

    @property
    def open(self) -> bool:
        """Whether the case is not closed."""
        return self.where != "closed"

    @property
    def counted(self) -> Counted:
        """The case as counted, for the stage it is in."""
        current = self.known.current
        return Counted(
            case=self.person.case,
            ref=f"stages[{current.index}]" if current else "",
            on=current.entry.on if current else None,
            column=column_of(self.person),
        )


def standings(cases: Cases, day: date, scope: Scope) -> list[Standing]:
    """Return the scope's persons by id: one coach's, or those whose case follows one model on *day*."""
    found = []
    for person in sorted(cases.people.values(), key=lambda person: person.id):
        if scope.coach is not None and person.coach != scope.coach:
            continue
        known = Known(person, cases, day)
        current = known.current
        process = current.process_id if current else cases.first_process(person)
        if scope.process in (None, process):
            found.append(Standing(person, known, _where(known, scope)))
    return found


def _where(known: Known, scope: Scope) -> Where:
    if known.final:
        return "closed"
    if known.current is None:
        return "not_read" if known.person.case in scope.unread else "no_stage"
    if known.stage is None:
        return "stage_not_known"
    return "intake" if known.stage.intake else "coached"
