"""What falls due: one line of the morning's list, and the shape of the rules that find it."""

from datetime import date
from typing import Literal, get_args

import msgspec

from jobcoach.domain.employers import Employer
from jobcoach.domain.people import Person

DueKind = Literal[
    "promised",
    "contact",
    "employer-contact",
    "no-news",
    "keep-warm",
    "first-employer",
    "decision",
    "interview",
    "debrief",
    "answer",
    "plan-review",
    "step",
    "obstacle",
    "expected",
    "agreement",
    "consent",
    "constraint-end",
    "contract-end",
    "aid-end",
    "limit",
    "pause-end",
    "check-in",
    "complaint",
]
KINDS: tuple[DueKind, ...] = get_args(DueKind)
NUDGES: frozenset[DueKind] = frozenset({"no-news", "limit", "expected", "first-employer"})
IN_PAUSE: frozenset[DueKind] = frozenset(
    {
        "pause-end",
        "agreement",
        "consent",
        "contract-end",
        "constraint-end",
        "aid-end",
        "complaint",
    }
)
IN_FINAL_STAGE: frozenset[DueKind] = frozenset(
    {"promised", "check-in", "complaint", "contact", "employer-contact", "no-news"}
)


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule finds: the day it is due, about which entry (``ref``), with whom, and why."""

    kind: DueKind
    due: date
    ref: str
    with_: str | None = None
    deadline: date | None = None
    facts: dict[str, object] = {}

    @property
    def target(self) -> date:
        """The day that counts for a coach: the deadline, else the due date."""
        return self.deadline or self.due


class FollowUp(msgspec.Struct, frozen=True, kw_only=True):
    """Something found, with its case and how late it is on the day asked for."""

    found: Found
    case: Person | Employer
    late_days: int
    cover: str | None = None

    @property
    def kind(self) -> DueKind:
        """The kind of item."""
        return self.found.kind

    @property
    def nudge(self) -> bool:
        """Whether it is a quiet reminder rather than a task."""
        return self.kind in NUDGES


def late_days(found: Found, day: date) -> int:
    """Days since the deadline, else since the due date, on *day*; never below 0; nudges are not late."""
    if found.kind in NUDGES:
        return 0
    return max(0, (day - found.target).days)
