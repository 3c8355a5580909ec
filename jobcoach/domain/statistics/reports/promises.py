"""What became of contacts promised for a day: the ``next`` of entries in a journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.durations import plus_days
from jobcoach.domain.journal import EARLY_DAYS, Journal

Fate = Literal["moved", "cancelled", "kept", "late", "open"]


class Promise(msgspec.Struct, frozen=True):
    """A contact promised: the entry's place, to whom, for which day, and what became of it."""

    index: int
    party: str
    day: date
    fate: Fate


def promises(journal: Journal) -> Iterator[Promise]:
    """Yield every promise with what became of it by the journal's day.

    Kept or late: by the first later entry with the party that counts, dated no earlier than two days before the
    day, as in ``due``. Moved or cancelled: a later entry had set another day, or none, by the day itself; once it
    has passed only `none` ends it. One that did not take place changes nothing by itself.
    """
    for place, (index, contact) in enumerate(journal.entries):
        if isinstance(contact.next, date):
            for party in contact.parties(journal.default):
                yield Promise(
                    index, party, contact.next, _fate(journal, place, party, contact.next)
                )


def _fate(journal: Journal, place: int, party: str, day: date) -> Fate:
    early = plus_days(day, -EARLY_DAYS)
    for _, later in journal.entries[place + 1 :]:
        if party not in later.parties(journal.default):
            continue
        if later.on >= early and journal.counts(later, party):
            return "kept" if later.on <= day else "late"
        if later.next == "none":
            return "cancelled"
        if later.next is not None and later.on <= day:
            return "moved"
    return "open"
