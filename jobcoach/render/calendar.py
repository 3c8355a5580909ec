"""The list as a calendar file (RFC 5545): what is ahead, as all-day events in a coach's own calendar.

Calendars are synchronised, shared, shown on a locked telephone: without *names* an event says its kind and
the person's id, which is a pseudonym. The UID of a person's event is made of ids, days and places; neither
a text nor a firm goes into it, since what is short can be found out of a hash by trying.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

import msgspec
from icalendar import Calendar, Event, vText

from jobcoach.domain.due import FollowUp, place_in_file
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import PERSON
from jobcoach.domain.people import Person
from jobcoach.render import words
from jobcoach.render.console import clean

if TYPE_CHECKING:
    from jobcoach.domain.durations import Duration
    from jobcoach.render.follow_ups import Wording

_OURS = UUID("6f0f6a4e-5d0b-5b53-9d0e-0c7c6f1d2a90")
"""Never to be changed: whatever is in somebody's calendar already would stand there twice."""

_CHANGES_A_DAY = 500
"""By so much a day outweighs a change; the product stays a 32-bit number to the end of the year 9999."""

_TOLD_APART_BY = {
    "applications": ("proposed",),
    "placements": ("from_",),
    "agreements": ("kind", "on"),
    "consents": ("on",),
    "obstacles": ("since",),
    "constraints": ("kind",),
    "pauses": ("from_",),
    "reviews": ("kind", "on"),
}
"""What tells an entry from its neighbours, and stays when the day it is due on moves."""

_NEXT_CONTACT = ("promised", "contact", "employer-contact")
"""Of these there is one at a time toward each party, and each takes the other's place."""


def calendar_text(
    items: Iterable[FollowUp], wording: Wording, times_changed: int, *, names: bool
) -> str:
    """Return the calendar file with one event for each item; the same bytes for the same arguments.

    *times_changed* grows with every change of the case files, so that a calendar takes a later file of
    the same day for the newer one.
    """
    t = wording.t
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//jobcoach//followup calendar//{t.language.upper()}")
    calendar.add("calscale", "GREGORIAN")
    due_dates = t("Due dates")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, _text(f"jobcoach · {due_dates}", t.language))
    # A service may ask for the same check-in twice over.
    apart = {event_id(item): item for item in items}
    for item in sorted(apart.values(), key=lambda item: _stands_on(item, wording.day)):
        calendar.add_component(_event(item, wording, times_changed, names))
    written: bytes = calendar.to_ical()
    return written.decode("utf-8")


def _stands_on(item: FollowUp, day: date) -> date:
    """What is late stands where the coach looks, not in a week gone by."""
    return max(item.found.target, day)


def _event(item: FollowUp, wording: Wording, times_changed: int, names: bool) -> Event:
    t, day = wording.t, wording.day
    kind = t.word(words.KIND_OF_DUE, item.kind)
    revised = datetime.combine(day, time(tzinfo=UTC)) + timedelta(
        seconds=min(times_changed, 24 * 60 * 60 - 1)
    )
    event = Event()
    event.add("uid", event_id(item))
    event.add("dtstamp", revised)
    event.add("last-modified", revised)
    event.add("sequence", day.toordinal() * _CHANGES_A_DAY + times_changed)
    event.add("dtstart", _stands_on(item, day))
    event.add("summary", _text(" · ".join(_title(item, wording, kind, names)), t.language))
    if names:
        event.add("description", _text(wording.why(item), t.language))
    event.add("categories", [kind], {"LANGUAGE": t.language})
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event


def _title(item: FollowUp, wording: Wording, kind: str, names: bool) -> list[str]:
    if names:
        parts = [item.case.name, wording.subject(item)]
    else:
        # An employer's id is a readable name.
        parts = [kind, item.case.id] if isinstance(item.case, Person) else [kind]
    if item.late_days:
        parts.append(wording.t.plural("{number} day late", "{number} days late", item.late_days))
    return parts


class _Text(vText):
    """A text that is read back as it was; icalendar 7 makes a line break of every backslash and N."""

    def to_ical(self) -> bytes:
        escaped = str(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.encode("utf-8")


def _text(said: str, language: str) -> _Text:
    return _Text(clean(said), params={"LANGUAGE": language})


# What identifies an item


def event_id(item: FollowUp) -> str:
    """Return the event's UID: the same for the same item, whichever day it is due or asked for.

    The next contact with somebody is one event that moves on: when a promise is postponed, when it is
    kept and the rhythm goes on. What is about an entry goes by that entry.
    """
    kind = "next-contact" if item.kind in _NEXT_CONTACT else item.kind
    identity = (item.case.case, kind, _about(item))
    return str(uuid5(_OURS, msgspec.json.encode(identity).decode("utf-8")))


def _about(item: FollowUp) -> object:
    case, found = item.case, item.found
    if item.kind in _NEXT_CONTACT or item.kind == "no-news":
        return _parties(case).index(found.with_)
    if isinstance(case, Person) and item.kind == "step":
        return _step(case, found.ref)
    entries = found.ref.partition("[")[0]
    if entries not in _TOLD_APART_BY:
        return None  # the only one of its kind
    keys = [
        [getattr(entry, key) for key in _TOLD_APART_BY[entries]] for entry in getattr(case, entries)
    ]
    about = _among_equals(keys, place_in_file(found.ref)[0])
    if item.kind == "agreement":
        return about, found.facts["end"]
    if item.kind == "check-in":
        length: Duration = found.facts["length"]  # type: ignore[assignment]
        return about, length.months, length.days
    return about


def _parties(case: Person | Employer) -> list[str | None]:
    """Return whom the case has to do with, in the order in which they came up."""
    default = PERSON if isinstance(case, Person) else case.id
    came_up: list[tuple[date, str | None]] = [
        (contact.on, party) for contact in case.contacts for party in contact.parties(default)
    ]
    if isinstance(case, Person):
        came_up += [(placement.from_, placement.employer) for placement in case.placements]
    came_up.sort(key=lambda entry: entry[0])
    return list(dict.fromkeys([default, *(party for _, party in came_up)]))


def _step(person: Person, ref: str) -> object:
    """Goals and steps go by their own id, else by place."""
    goals = person.plan.goals if person.plan else ()
    keys: dict[tuple[int, ...], object] = {
        (g, s): step.id or [goal.id or g, s]
        for g, goal in enumerate(goals)
        for s, step in enumerate(goal.steps)
    }
    return _among_equals(list(keys.values()), list(keys).index(place_in_file(ref)))


def _among_equals(keys: Sequence[object], place: int) -> tuple[object, int]:
    """Return the key at *place*, and how many of the same stand before it."""
    return keys[place], keys[:place].count(keys[place])
