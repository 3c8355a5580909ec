"""The service's settings, ``jobcoach.yaml``, as records."""

from datetime import date
from typing import Literal

from jobcoach.domain.durations import Duration
from jobcoach.domain.fields import Count, Id, Language, Record

DEFAULT_PROCESS = "frb-2002"

Lead = Literal[
    "contract-end", "limit", "agreement", "consent", "constraint-end", "aid-end", "interview"
]
Wait = Literal["decision", "answer", "expected", "complaint"]

LEADS: dict[str, Duration] = {
    "contract-end": Duration(days=30),
    "limit": Duration(days=60),
    "agreement": Duration(days=14),
    "consent": Duration(days=14),
    "constraint-end": Duration(days=60),
    "aid-end": Duration(days=60),
    "interview": Duration(days=2),
}
WAITS: dict[str, Duration] = {
    "decision": Duration(days=3),
    "answer": Duration(days=7),
    "expected": Duration(days=14),
    "complaint": Duration(days=7),
}
CHECK_IN: tuple[Duration, ...] = (Duration(months=6), Duration(months=12))


class Organisation(Record, frozen=True, kw_only=True):
    name: str | None = None
    address: str | None = None
    email: str | None = None
    phone: str | None = None
    logo: str | None = None
    """A picture in the repository, for the head of documents."""
    colour: str | None = None
    """The colour of headings in documents, as ``#1b4a72``."""


class Absence(Record, frozen=True, kw_only=True):
    from_: date | None = None
    until: date | None = None
    cover: str | None = None

    def covers(self, day: date) -> bool:
        """Whether the coach is away on *day*; an open end holds on."""
        return (self.from_ is None or self.from_ <= day) and (
            self.until is None or day <= self.until
        )


class Coach(Record, frozen=True, kw_only=True):
    id: Id
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    capacity: Count | None = None
    absences: tuple[Absence, ...] = ()

    def absence(self, day: date) -> Absence | None:
        """Return the absence that holds on *day*, one with a cover before one without."""
        away = [absence for absence in self.absences if absence.covers(day)]
        return next((absence for absence in away if absence.cover), away[0] if away else None)


class Partner(Record, frozen=True, kw_only=True):
    id: Id
    name: str | None = None
    kind: str | None = None
    email: str | None = None
    phone: str | None = None


class FollowUpSettings(Record, frozen=True, kw_only=True):
    lead: dict[Lead, Duration] = {}
    wait: dict[Wait, Duration] = {}
    check_in: tuple[Duration, ...] | None = None


class Settings(Record, frozen=True, kw_only=True):
    format: Literal["1"] | None = None
    organisation: Organisation | None = None
    language: Language | None = None
    process: str | None = None
    coaches: tuple[Coach, ...] = ()
    partners: tuple[Partner, ...] = ()
    followup: FollowUpSettings | None = None
    retention: Duration | None = None
    commit: Literal["on", "off"] | None = None

    def lead(self, kind: Lead) -> Duration:
        """How long ahead of its deadline an item shows."""
        written = self.followup.lead if self.followup else {}
        return written.get(kind) or LEADS[kind]

    def wait(self, kind: Wait) -> Duration:
        """How long the other side has before an item shows."""
        written = self.followup.wait if self.followup else {}
        return written.get(kind) or WAITS[kind]

    @property
    def check_ins(self) -> tuple[Duration, ...]:
        """After how long in a job to ask how it goes."""
        if self.followup and self.followup.check_in is not None:
            return self.followup.check_in
        return CHECK_IN

    def coach(self, coach_id: str | None) -> Coach | None:
        """Return the coach of that id, or None."""
        return next((coach for coach in self.coaches if coach.id == coach_id), None)

    def coach_by_email(self, email: str | None) -> Coach | None:
        """Return the coach whose address git knows, case ignored, or None."""
        if not email:
            return None
        wanted = email.casefold()
        return next((c for c in self.coaches if c.email and c.email.casefold() == wanted), None)
