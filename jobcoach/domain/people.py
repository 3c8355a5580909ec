"""A person's case file as records (format.md, "Person")."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from jobcoach.domain.fields import (
    PERSON,
    Contract,
    Day,
    HourRange,
    How,
    Id,
    Language,
    Parties,
    Pay,
    Record,
    Score,
    WeekHours,
)
from jobcoach.domain.rhythm import Every

PAID: frozenset[Contract] = frozenset(
    {"permanent", "fixed-term", "temporary", "subsidised", "self-employed"}
)


class Contact(Record, frozen=True, kw_only=True):
    """A line of the journal; in an employer's file the default party is that employer."""

    on: date
    with_: Parties = ()
    how: How | None = None
    by: str | None = None
    note: str | None = None
    next: date | Literal["none"] | None = None
    answered: bool | None = None
    held: bool | None = None
    campaign: str | None = None

    @classmethod
    def wanted(cls, values: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
        """Only a contact that did not take place may leave out how it was made."""
        return () if "how" in values or values.get("held") is False else (("how",),)

    def parties(self, default: str = PERSON) -> tuple[str, ...]:
        """Return whom the contact was with, each once, in the order written."""
        return tuple(dict.fromkeys(self.with_)) or (default,)


class Referral(Record, frozen=True, kw_only=True):
    by: str | None = None
    on: date | None = None


class Preferences(Record, frozen=True, kw_only=True):
    how: How | None = None
    where: str | None = None
    when: str | None = None


class Relative(Record, frozen=True, kw_only=True):
    """Family or a friend: an ally, never a recipient by default."""

    id: Id
    name: str | None = None
    relation: str | None = None
    phone: str | None = None


class Readiness(Record, frozen=True, kw_only=True):
    """True since that day."""

    available: date | None = None
    motivated: date | None = None
    trained: date | None = None


class Experience(Record, frozen=True, kw_only=True):
    title: str | None = None
    employer: str | None = None
    from_: date | None = None
    until: date | None = None


class Constraint(Record, frozen=True, kw_only=True):
    """What a job must respect."""

    kind: Literal["hours", "mobility", "health", "family", "legal", "language", "other"]
    what: str
    hours: HourRange | None = None
    days: tuple[Day, ...] | None = None
    loads: Literal["none", "light"] | None = None
    transport: Literal["public", "bike", "foot"] | None = None
    languages: tuple[str, ...] | None = None
    confidential: bool | None = None
    until: date | None = None


class Obstacle(Record, frozen=True, kw_only=True):
    what: str
    helper: str | None = None
    since: date | None = None
    check: date | None = None
    solved: date | None = None


class Agreement(Record, frozen=True, kw_only=True):
    kind: Literal["participation", "trust-contract", "service", "work-plan", "follow-up", "other"]
    with_: Parties = ()
    on: date | None = None
    form: Literal["spoken", "written"] | None = None
    review: date | None = None
    until: date | None = None
    ended: date | None = None
    what: str | None = None

    @classmethod
    def wanted(cls, values: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
        """Without its day, an agreement is never in force."""
        return () if "on" in values else (("on",),)

    def parties(self, default: str = PERSON) -> tuple[str, ...]:
        """Return the sides of the agreement besides the service."""
        return tuple(dict.fromkeys(self.with_)) or (default,)


About = Literal[
    "name",
    "contact",
    "situation",
    "wishes",
    "strengths",
    "skills",
    "experience",
    "constraints",
    "confidential",
    "plan",
    "history",
]


class Consent(Record, frozen=True, kw_only=True):
    to: str
    about: tuple[About, ...] = ()
    on: date
    until: date | None = None
    withdrawn: date | None = None


class Step(Record, frozen=True, kw_only=True):
    id: Id | None = None
    do: str | None = None
    who: str | None = None
    by: date | None = None
    done: date | None = None


class Goal(Record, frozen=True, kw_only=True):
    id: Id | None = None
    goal: str | None = None
    words: str | None = None
    support: tuple[str, ...] = ()
    measure: str | None = None
    steps: tuple[Step, ...] = ()


class Risk(Record, frozen=True, kw_only=True):
    what: str
    agreed: str | None = None
    call: str | None = None


class Plan(Record, frozen=True, kw_only=True):
    on: date | None = None
    signed: dict[str, date] = {}
    fingerprints: dict[str, str] = {}
    """What each party signed, as ``domain.signing`` tells it; written by the tool."""
    review: date | None = None
    copies: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()
    signs: tuple[str, ...] = ()
    risks: tuple[Risk, ...] = ()


class Pace(Record, frozen=True, kw_only=True):
    """The person's own rhythm toward a party, agreed; it overrides the stage's while it holds."""

    with_: Parties = ()
    every: Every
    from_: date | None = None
    until: date | None = None
    why: str | None = None

    def parties(self) -> tuple[str, ...]:
        """Return toward whom the pace holds."""
        return self.with_ or (PERSON,)


class Pause(Record, frozen=True, kw_only=True):
    from_: date
    until: date | None = None
    why: str | None = None


class StageEntry(Record, frozen=True, kw_only=True):
    """One line of the history; the last one is where the person is."""

    stage: str
    on: date
    why: str | None = None
    process: str | None = None
    to: str | None = None


class Extension(Record, frozen=True, kw_only=True):
    stage: str
    until: date
    why: str | None = None


class Effect(Record, frozen=True, kw_only=True):
    """What a job would change for the person."""

    what: str
    now: str | None = None
    then: str | None = None
    by: str | None = None
    on: date | None = None


class Application(Record, frozen=True, kw_only=True):
    """A hypothesis of match, proposed by the coach, decided by the person."""

    employer: str | None = None
    firm: str | None = None
    job: str | None = None
    title: str | None = None
    by: Literal["coach", "person"] | None = None
    proposed: date | None = None
    decision: Literal["accepted", "declined"] | None = None
    decided: date | None = None
    presented: date | None = None
    interview: date | None = None
    outcome: Literal["hired", "refused", "withdrawn", "cancelled"] | None = None
    closed: date | None = None
    why: str | None = None
    employer_may_know: bool | None = None
    effects: tuple[Effect, ...] = ()

    @classmethod
    def wanted(cls, values: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
        """An employer on file, or a firm that is not."""
        return () if "employer" in values or "firm" in values else (("employer", "firm"),)

    @property
    def open(self) -> bool:
        """Whether it still waits for somebody: not declined, not closed."""
        return self.outcome is None and self.closed is None and self.decision != "declined"


class Aid(Record, frozen=True, kw_only=True):
    kind: str | None = None
    until: date | None = None


class HandOver(Record, frozen=True, kw_only=True):
    what: str
    to: str | None = None
    on: date | None = None


EndReason = Literal[
    "end-of-contract",
    "renewed",
    "converted",
    "resigned",
    "dismissed",
    "health",
    "better-job",
    "other",
]


class Placement(Record, frozen=True, kw_only=True):
    employer: str | None = None
    firm: str | None = None
    job: str | None = None
    title: str | None = None
    contract: Contract | None = None
    market: Literal["ordinary", "bridge", "sheltered"] | None = None
    from_: date
    until: date | None = None
    ended: date | None = None
    why: EndReason | None = None
    already: bool | None = None
    hours: WeekHours | None = None
    pay: Pay | None = None
    aid: Aid | None = None
    tutor: str | None = None
    natural_supports: tuple[str, ...] = ()
    handover: tuple[HandOver, ...] = ()
    employer_may_know: bool | None = None

    @classmethod
    def wanted(cls, values: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
        """An employer on file, or a firm that is not."""
        return () if "employer" in values or "firm" in values else (("employer", "firm"),)

    @property
    def paid(self) -> bool:
        """Whether it is a paid contract; internship, trial and training are stepping stones."""
        return self.contract in PAID

    @property
    def last(self) -> date | None:
        """The last day, if it has ended; one that is said to end before it began ended on its first day."""
        return None if self.ended is None else max(self.ended, self.from_)

    def under_way(self, day: date) -> bool:
        """From ``from`` through ``ended``, both included; a passed ``until`` alone ends nothing."""
        return self.from_ <= day and (self.ended is None or day <= self.ended)


class Review(Record, frozen=True, kw_only=True):
    kind: Literal["plan", "agreement", "satisfaction", "complaint", "closing"]
    on: date
    by: str | None = None
    note: str | None = None
    answered: date | None = None
    decision: Literal["continue", "stop", "unreachable", "moved", "deceased"] | None = None
    score: Score | None = None


class Disclosure(Record, frozen=True, kw_only=True):
    """Written by the tool each time a document for somebody else is made."""

    on: date
    to: str
    document: str | None = None
    about: tuple[str, ...] = ()


class Person(Record, frozen=True, kw_only=True):
    id: Id
    name: str
    coach: str | None = None
    process: str | None = None
    language: Language | None = None
    documents: Literal["standard", "easy", "large"] | None = None
    born: date | None = None
    gender: Literal["woman", "man", "other"] | None = None
    education: (
        Literal["none", "primary", "lower-secondary", "upper-secondary", "higher", "other"] | None
    ) = None
    origin: Literal["european", "other"] | None = None
    email: str | None = None
    phone: str | None = None
    place: str | None = None
    referred: Referral | None = None
    prefers: Preferences | None = None
    employer_may_know: bool | None = None
    after_closing: bool | None = None
    circle: tuple[Relative, ...] = ()
    situation: tuple[str, ...] = ()
    without_work_since: date | None = None
    aids: tuple[str, ...] = ()
    readiness: Readiness | None = None
    wishes: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    experience: tuple[Experience, ...] = ()
    constraints: tuple[Constraint, ...] | None = None
    obstacles: tuple[Obstacle, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    consents: tuple[Consent, ...] = ()
    plan: Plan | None = None
    pace: tuple[Pace, ...] = ()
    pauses: tuple[Pause, ...] = ()
    stages: tuple[StageEntry, ...] = ()
    extensions: tuple[Extension, ...] = ()
    applications: tuple[Application, ...] = ()
    placements: tuple[Placement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    reviews: tuple[Review, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()

    @property
    def case(self) -> str:
        """The file's place in the repository, without its ending."""
        return f"people/{self.id}"

    def may_know(self, entry: Application | Placement) -> bool:
        """Whether the employer of *entry* may learn that a coach exists (FRB, La Louvière pilot)."""
        if entry.employer_may_know is not None:
            return entry.employer_may_know
        return self.employer_may_know is not False
