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
from jobcoach.domain.recording.entries import in_order, one_more

Case = TypeVar("Case", bound=Person | Employer)


def contact_logged(case: Case, contact: Contact) -> Case:
    """Return the case with a contact in its journal, last of its day."""
    return replace(case, contacts=in_order(case.contacts, contact, lambda entry: entry.on))


def other_people_named(note: str, person: Person, others: Sequence[Person]) -> list[Person]:
    """Return those of *others* whose first or family name stands in a note for *person*'s file.

    What *person* is called as well tells nobody anything.
    """
    words = re.findall(r"\w+", note)
    said = {folded(word) for word in words}
    capitals = {folded(word) for word in words if word[0].isupper()}
    own = set(re.findall(r"\w+", folded(person.name)))
    found = []
    for other in others:
        first, *rest = re.findall(r"\w+", folded(other.name)) or [""]
        # A family name may be a plain word as well ("petit"): only with a capital is it one.
        told = {first} & said | {name for name in rest if len(name) > 2} & capitals
        if other.id != person.id and told - own:
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
    """End what still holds on *day* the day before; what begins on it or later never begins."""
    kept: list[Pace] = []
    for pace in person.pace:
        over = day is None or (pace.until is not None and pace.until < day)
        if day is None or over or set(pace.parties()) != set(parties):
            kept.append(pace)
        elif pace.from_ is None or pace.from_ < day:
            kept.append(replace(pace, until=plus_days(day, -1)))
    return replace(person, pace=tuple(kept))


def paused(person: Person, pause: Pause) -> Person:
    """Return the case with a pause that the person asked for."""
    return replace(person, pauses=one_more(person.pauses, pause))
