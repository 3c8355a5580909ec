"""How long a closed case is kept (format.md, ``retention``): so long after the last contact with it."""

from __future__ import annotations

from datetime import date

import msgspec

from jobcoach.domain.durations import after
from jobcoach.domain.known import Known


class Kept(msgspec.Struct, frozen=True):
    """A closed case: the day it was closed, the last contact with it, and from when on it is kept no more.

    *ends* is None where the settings name no retention.
    """

    closed: date
    last_contact: date | None
    ends: date | None

    def past(self, day: date) -> bool:
        """Whether the retention is over on *day*: two years on, the case has been kept for two years."""
        return self.ends is not None and self.ends <= day


def kept(known: Known) -> Kept | None:
    """Return how long the case is kept; None while it is not closed.

    Any contact in its file that counts is one, with whomever. A case is kept from the day it was closed
    where that is later: what came before is no contact with a closed case.
    """
    if known.current is None or not known.final:
        return None
    closed = known.current.entry.on
    days = [days[-1] for days in known.journal.counting.values() if days]
    last = max(days, default=None)
    since = closed if last is None else max(closed, last)
    length = known.settings.retention
    return Kept(closed, last, None if length is None else after(since, length))
