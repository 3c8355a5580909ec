"""An employer's file as records (format.md, "Employer")."""

from datetime import date
from typing import Literal

from jobcoach.domain.fields import Contract, HourRange, Id, Pay, Record, WeekHours
from jobcoach.domain.people import Agreement, Contact, Review
from jobcoach.domain.rhythm import Every

Quality = Literal["good", "fair", "poor", "unknown"]


class Staff(Record, frozen=True, kw_only=True):
    name: str | None = None
    role: str | None = None
    phone: str | None = None
    email: str | None = None
    reference: bool | None = None
    relay: Literal["tutor", "hr", "union", "prevention", "colleague"] | None = None


class Demands(Record, frozen=True, kw_only=True):
    """*Objectivation*: what is stated against what is really needed."""

    stated: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


class Job(Record, frozen=True, kw_only=True):
    id: Id
    title: str | None = None
    tasks: tuple[str, ...] = ()
    demands: Demands | None = None
    hours: WeekHours | None = None
    schedule: dict[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], HourRange] = {}
    loads: Literal["none", "light", "heavy"] | None = None
    car_needed: bool | None = None
    languages: tuple[str, ...] = ()
    contract: Contract | None = None
    pay: Pay | None = None
    quality: dict[str, Quality] = {}
    open: date | None = None
    closed: date | None = None
    why: Literal["filled", "withdrawn", "carved-away"] | None = None

    def is_open(self, day: date) -> bool:
        """Open from ``open`` (or always) until the day it closed."""
        return (self.open is None or self.open <= day) and (
            self.closed is None or day < self.closed
        )


class Employer(Record, frozen=True, kw_only=True):
    id: Id
    name: str
    sector: str | None = None
    coach: str | None = None
    status: Literal["prospect", "open", "partner", "paused", "do-not-contact"] | None = None
    size: Literal["micro", "small", "medium", "large"] | None = None
    place: str | None = None
    country: str | None = None
    transport: str | None = None
    visits: str | None = None
    staff: tuple[Staff, ...] = ()
    culture: str | None = None
    concerns: tuple[str, ...] = ()
    contact_every: Every | None = None
    agreements: tuple[Agreement, ...] = ()
    contacts: tuple[Contact, ...] = ()
    reviews: tuple[Review, ...] = ()
    jobs: tuple[Job, ...] = ()

    @property
    def case(self) -> str:
        """The file's place in the repository, without its ending."""
        return f"employers/{self.id}"

    @property
    def references(self) -> tuple[Staff, ...]:
        """The reference contacts: exactly one, if all is well (FRB)."""
        return tuple(member for member in self.staff if member.reference)

    def job(self, job_id: str | None) -> Job | None:
        """Return the job of that id, or None."""
        return next((job for job in self.jobs if job.id == job_id), None)
