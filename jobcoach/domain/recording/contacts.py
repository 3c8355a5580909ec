"""Contacts, promises, the person's own pace, pauses."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from jobcoach.domain.durations import plus_days
from jobcoach.domain.employers import Employer
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.people import Contact, Pace, Pause, Person
from jobcoach.domain.recording.entries import in_order

Case = TypeVar("Case", bound=Person | Employer)


def contact_logged(case: Case, contact: Contact) -> Case:
    """Return the case with a contact in its journal, last of its day."""
    return replace(case, contacts=in_order(case.contacts, contact, lambda entry: entry.on))


def other_people_named(note: str, person: Person, others: Sequence[Person]) -> list[Person]:
    """Return those of *others* whose first or whole name stands in a note for *person*'s file.

    What *person* is called as well tells nobody anything.
    """
    words = set(re.findall(r"\w+", folded(note)))
    own = set(re.findall(r"\w+", folded(person.name)))
    found = []
    for other in others:
        first = re.findall(r"\w+", folded(other.name))[:1]
        if other.id != person.id and first and first[0] in words and first[0] not in own:
            found.append(other)
    return found


def pace_agreed(person: Person, pace: Pace) -> Person:
    """Return the case with the person's own rhythm from ``pace.from_`` on.

    One toward the same parties that would still hold ends the day before.
    """
    ended = _paces_ended(person, pace.parties(), pace.from_)
    return replace(ended, pace=(*ended.pace, pace))


def pace_ended(person: Person, parties: Sequence[str], day: date) -> Person:
    """Return the case with the rhythms toward *parties* ended: *day* is the first without them."""
    return _paces_ended(person, parties, day)


def _paces_ended(person: Person, parties: Sequence[str], day: date | None) -> Person:
    def end(pace: Pace) -> Pace:
        holds = day is None or ((pace.from_ is None or pace.from_ < day) and not _over(pace, day))
        if set(pace.parties()) == set(parties) and holds and day is not None:
            return replace(pace, until=plus_days(day, -1))
        return pace

    return replace(person, pace=tuple(end(pace) for pace in person.pace))


def _over(pace: Pace, day: date) -> bool:
    return pace.until is not None and pace.until < day


def paused(person: Person, pause: Pause) -> Person:
    """Return the case with a pause that the person asked for."""
    return replace(person, pauses=(*person.pauses, pause))
