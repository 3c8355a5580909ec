"""Paid jobs as reports count them: when each began, from which day it is watched, when and why it ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.known import Job, jobs_of
from jobcoach.domain.people import Person, Placement

Group = Literal["ordinary", "other", "already"]
GROUPS: tuple[Group, ...] = ("ordinary", "other", "already")
"""Jobs in the ordinary market, in others (bridge to work, sheltered), and those there before coaching began."""

NOT_SAID = "not_said"
"""Where the file gives no reason for an end; no reason has such a form."""


class PaidJob(msgspec.Struct, frozen=True, kw_only=True):
    """Paid placements with one employer without a break, as known on a day.

    *market* is that of the first contract, *place* that contract's in the file. *clock* is the day from
    which it is watched: its first one; where it was there before, the day coaching began, if that is later.
    *ended* is the latest end of its placements; None where one of them still runs. *why* is said of the
    placement that ended last.
    """

    place: int
    market: str
    already: bool
    start: date
    clock: date
    ended: date | None
    why: str

    @property
    def group(self) -> Group:
        """Which jobs it is counted with."""
        if self.already:
            return "already"
        return "ordinary" if self.market == "ordinary" else "other"

    @property
    def watched(self) -> bool:
        """Whether it was still there when its clock began: one that was over by then tells nothing."""
        return self.ended is None or self.ended >= self.clock

    def under_way(self, day: date) -> bool:
        """Whether it was under way on *day*: from the first day to the last, small gaps included."""
        return self.start <= day and (self.ended is None or day <= self.ended)

    def length(self, until: date) -> int:
        """Return for how many days it lasted, or was seen to last until that day, both days included.

        One that ended on its first day lasted 1: it was no longer under way the day after. One that runs
        has not ended on *until* either, so it lasts beyond as many days as one that ended then; followed
        for less, it would be missing among those of which that one is a part.
        """
        last = until if self.ended is None else self.ended
        return (last - self.clock).days + 1


def paid_jobs(person: Person, began: date | None, until: date) -> tuple[PaidJob, ...]:
    """Return the paid jobs begun by *until*, as known then; *began* is the day coaching began, if it did.

    A placement that ended later still runs. One that is said to end before it began ended on its first day.
    """
    placements = [
        (place, placement)
        for place, placement in enumerate(person.placements)
        if placement.paid and placement.from_ <= until
    ]
    return tuple(_paid_job(job, began, until) for job in jobs_of(placements))


def _paid_job(job: Job, began: date | None, until: date) -> PaidJob:
    first = job.placements[0][1]
    already = first.already is True
    ended, why = _end(job.placements, until)
    return PaidJob(
        place=job.first_index,
        market=first.market or "ordinary",
        already=already,
        start=job.start,
        clock=max(job.start, began) if already and began is not None else job.start,
        ended=ended,
        why=why,
    )


def _end(placements: Sequence[tuple[int, Placement]], until: date) -> tuple[date | None, str]:
    """The end of a chain and what is said of it: of the placement that ended last."""
    ends: list[tuple[date, date, int, str]] = []
    for place, placement in placements:
        if placement.last is None or placement.last > until:
            return None, NOT_SAID
        ends.append((placement.last, placement.from_, place, placement.why or NOT_SAID))
    ended, _, _, why = max(ends)
    return ended, why
