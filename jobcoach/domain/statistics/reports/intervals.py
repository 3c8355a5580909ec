"""From one contact to the next: each interval with the day on which it was due, and what became of it.

The base days and the rhythm on each are those of ``Known`` (format.md, "What is due"). Within one stage the rhythm
on a base day does not depend on the day asked, so one ``Known`` a stage is enough.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.durations import after, plus_days
from jobcoach.domain.fields import PERSON
from jobcoach.domain.journal import EARLY_DAYS
from jobcoach.domain.known import Known, StageStep
from jobcoach.domain.people import Placement
from jobcoach.domain.process import Side
from jobcoach.domain.statistics.roads import road

Result = Literal["kept", "late", "open"]


class Interval(msgspec.Struct, frozen=True):
    """A contact that was due: toward whom, in which stage, from when, on which day, and what came.

    *quiet* ones have no rhythm: the stage only says how long a silence may last.
    """

    party: str
    step: StageStep | None
    base: date
    due: date
    result: Result
    quiet: bool


class _Toward(msgspec.Struct, frozen=True):
    """A party over time: the days that count anew, and those on which a contact counts.

    *cuts* are what sets a new rhythm: a stage, a placement, and the ends of pauses. *paces* are the first and
    last days of the person's own ones, which set theirs as long as they hold. *promised* are the days promised in
    entries of the days *promised_on*; None cancels.
    """

    party: str
    side: Side
    contacts: Sequence[date]
    cuts: Sequence[date]
    paces: Sequence[tuple[date, date | None]]
    pauses: Sequence[tuple[date, date | None]]
    promised_on: Sequence[date]
    promised: Sequence[date | None]
    placements: Sequence[Placement] = ()

    def bases(self) -> list[date]:
        return sorted({*self.contacts, *self.cuts, *(first for first, _ in self.paces)})

    def paced(self, day: date) -> date | None:
        """Return the first day of the newest pace that holds on *day*."""
        held = [first for first, last in self.paces if first <= day <= (last or day)]
        return max(held, default=None)


def intervals(known: Known) -> Iterator[Interval]:
    """Yield the intervals toward the person and the employers of placements begun by the day, whenever due.

    None of an employer that may not know of the coach. Left out is what was cut short by the day it would
    have been due: by another stage, a pace, a pause, a promise for a later day, the end of the placement.
    """
    person, cases, until = known.person, known.cases, known.day
    stretches = [one for one in road(person, cases, until).stretches if not one.empty]
    begun = [one.first for one in stretches]
    views = [Known(person, cases, one.last or until) for one in stretches]
    before = Known(person, cases, plus_days(begun[0], -1)) if begun else known
    closed = [place for place, view in enumerate(views) if view.final]
    for toward in _parties(known, begun, closed):
        bases = toward.bases()
        for base in bases:
            place = bisect_right(begun, base) - 1
            view = views[place] if place >= 0 else before
            found = _interval(toward, view, base)
            if found is not None:
                yield found


def _parties(known: Known, stages: Sequence[date], closed: Sequence[int]) -> Iterator[_Toward]:
    """The person and the employers, with the days that count; *closed* are places of final stages.

    A final stage keeps its own rhythm: no pace begins in it.
    """

    def paces(party: str) -> list[tuple[date, date | None]]:
        return [
            (one.from_, one.until)
            for one in known.person.pace
            if party in one.parties()
            and one.from_ is not None
            and one.from_ <= known.day
            and bisect_right(stages, one.from_) - 1 not in closed
        ]

    pauses = [(pause.from_, end) for _, pause, end in known.pauses]
    ended = [end for _, end in pauses if end is not None and end <= known.day]
    yield _toward(known, PERSON, "person", [*stages, *ended], paces(PERSON), pauses)
    placed: dict[str, list[Placement]] = {}
    for _, placement in known.placements:
        if placement.employer and known.person.may_know(placement):
            placed.setdefault(placement.employer, []).append(placement)
    for employer, placements in placed.items():
        days = [*stages, *ended, *(one.from_ for one in placements)]
        yield _toward(known, employer, "employer", days, paces(employer), pauses, placements)


def _toward(
    known: Known,
    party: str,
    side: Side,
    cuts: Sequence[date],
    paces: Sequence[tuple[date, date | None]],
    pauses: Sequence[tuple[date, date | None]],
    placements: Sequence[Placement] = (),
) -> _Toward:
    promises = [
        (contact.on, contact.next if isinstance(contact.next, date) else None)
        for _, contact in known.journal.entries
        if contact.next is not None and party in contact.parties(known.journal.default)
    ]
    return _Toward(
        party,
        side,
        known.journal.counting.get(party, []),
        sorted({*cuts}),
        paces,
        pauses,
        [on for on, _ in promises],
        [day for _, day in promises],
        placements,
    )


def _interval(toward: _Toward, view: Known, base: date) -> Interval | None:
    """The interval that begins on *base*, or None where nothing was due, or something came between."""
    rhythm = view.rhythm(toward.party, toward.side, base)
    silence = view.stage.silence(toward.side) if rhythm is None and view.stage else None
    every = rhythm[0] if rhythm is not None else silence
    if every is None:
        return None
    due = after(base, every)
    contact = _first_after(toward.contacts, base)
    cut = _first_after(toward.cuts, base)
    paused = _paused_from(toward.pauses, base, due)
    met = contact is not None and contact <= due
    if met:
        assert contact is not None
        if (cut is not None and cut < contact) or (paused is not None and paused < contact):
            return None
    elif (cut is not None and cut <= due) or paused is not None:
        return None
    paced = toward.paced(plus_days(contact, -1) if met and contact is not None else due)
    if paced is not None and paced > base:
        return None
    if paced != base and base not in toward.contacts and base not in toward.cuts:
        return None  # a pace that no longer held
    if toward.placements and not any(p.under_way(due) for p in toward.placements):
        return None
    if _promised_for_later(toward, due, contact if met else None):
        return None
    result: Result = "kept" if met else "late" if contact is not None else "open"
    return Interval(toward.party, view.current, base, due, result, rhythm is None)


def _first_after(days: Sequence[date], day: date) -> date | None:
    place = bisect_right(days, day)
    return days[place] if place < len(days) else None


def _paused_from(pauses: Sequence[tuple[date, date | None]], base: date, due: date) -> date | None:
    """The first day from *base* to *due* on which a pause holds; one that ends on *base* is over."""
    held = [
        max(start, base) for start, end in pauses if start <= due and (end is None or end > base)
    ]
    return min(held, default=None)


def _promised_for_later(toward: _Toward, due: date, kept: date | None) -> bool:
    """Whether a later day was promised before the due day had passed, or before the contact that kept it.

    The last `next` decides, unless a contact of a later day has kept that promise already. What was promised on
    the day of the contact comes too late for it.
    """
    if kept is None:
        place = bisect_right(toward.promised_on, due)
        before = bisect_right(toward.contacts, due)
    else:
        place = bisect_left(toward.promised_on, kept)
        before = bisect_left(toward.contacts, kept)
    promised = toward.promised[place - 1] if place else None
    if promised is None or promised <= due:
        return False
    met = toward.contacts[before - 1] if before else date.min
    return met <= toward.promised_on[place - 1] or met < plus_days(promised, -EARLY_DAYS)
