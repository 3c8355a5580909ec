"""One person and one job side by side, with what their words are about."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

import msgspec

from jobcoach.domain.employers import Employer, Job
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.known import Known
from jobcoach.domain.matching.words import Subjects, about, is_language, language, sector, subjects
from jobcoach.domain.people import Constraint

WORK = frozenset({"title", "tasks", "needed"})
"""The work itself: what somebody can do is compared with it, and with no firm's trade."""


class Aspect(msgspec.Struct, frozen=True):
    """Something a job is about: *key* says where the employer's file says it."""

    key: str
    text: str
    subjects: Subjects
    trade: bool = False
    """Whether only ideas of the list count: a firm's name may hold any word."""


class Brought(msgspec.Struct, frozen=True):
    """Something of the person's file that may fit a job: *key* says where it stands."""

    key: str
    text: str
    subjects: Subjects
    place: str | None = None
    """Of experience: where it was gained."""


class Opening(msgspec.Struct, frozen=True):
    """An employer's job."""

    employer: Employer
    job: Job

    @property
    def name(self) -> str:
        """How commands name it: ``EMPLOYER/JOB``."""
        return f"{self.employer.id}/{self.job.id}"


def aspects(opening: Opening) -> tuple[Aspect, ...]:
    """Return what a job is about, the work itself first, then the trade and the terms."""
    employer, job = opening.employer, opening.job
    needed = job.demands.needed if job.demands else ()
    found = [Aspect("title", job.title, subjects(job.title))] if job.title else []
    found += [Aspect("tasks", task, subjects(task)) for task in job.tasks]
    found += [Aspect("needed", demand, subjects(demand)) for demand in needed]
    if employer.sector:
        found.append(Aspect("sector", employer.sector, sector(employer.sector), trade=True))
    found.append(Aspect("firm", employer.name, subjects(employer.name), trade=True))
    if employer.size == "micro":
        found.append(Aspect("size", "micro", about("small team"), trade=True))
    if job.contract == "permanent":
        found.append(Aspect("contract", "permanent", about("permanent"), trade=True))
    return tuple(found)


def experience(known: Known) -> Iterator[Brought]:
    """Yield the work a person has done: what is written as experience, and placements begun by the day.

    The same work is told once, be it noted twice.
    """
    told: set[str] = set()
    for brought in _experience(known):
        if folded(brought.text) not in told:
            told.add(folded(brought.text))
            yield brought


def _experience(known: Known) -> Iterator[Brought]:
    for entry in known.person.experience:
        if entry.title and (entry.from_ is None or entry.from_ <= known.day):
            yield Brought("experience", entry.title, subjects(entry.title), entry.employer)
    for _, placement in known.placements:
        firm = known.cases.employers.get(placement.employer or "")
        job = firm.job(placement.job) if firm else None
        title = placement.title or (job.title if job else None)
        if title:
            yield Brought(
                "placements", title, subjects(title), firm.name if firm else placement.firm
            )


class Bringing:
    """What one person brings to any job, worked out once however many jobs it is compared with."""

    def __init__(self, known: Known) -> None:
        self.known = known

    @cached_property
    def constraints(self) -> tuple[tuple[int, Constraint], ...]:
        """Constraints that still hold, with their places: one past its ``until`` counts no longer."""
        return tuple(
            (place, constraint)
            for place, constraint in enumerate(self.known.person.constraints or ())
            if constraint.until is None or self.known.day <= constraint.until
        )

    @cached_property
    def experience(self) -> tuple[Brought, ...]:
        """The work the person has done."""
        return tuple(experience(self.known))

    @cached_property
    def brought(self) -> tuple[Brought, ...]:
        """Strengths, skills and experience of the person; languages apart, they have rules of their own."""
        person = self.known.person
        found = [Brought("strengths", text, subjects(text)) for text in person.strengths]
        found += [Brought("skills", text, subjects(text)) for text in person.skills]
        return (*found, *self.experience)

    @cached_property
    def languages(self) -> frozenset[str]:
        """Languages the person is known to speak: of the documents, among the skills, in a constraint."""
        person = self.known.person
        spoken: set[str] = {person.language or self.known.settings.language or "fr"}
        spoken |= {language(skill) for skill in person.skills if is_language(skill)}
        for _, constraint in self.constraints:
            spoken |= {language(one) for one in constraint.languages or ()}
        return frozenset(spoken)


class Pair:
    """*known*'s person and an opening, on the day the case is known on.

    Where one person meets many jobs, what they bring may be shared: *bringing*.
    """

    def __init__(self, known: Known, opening: Opening, bringing: Bringing | None = None) -> None:
        self.known = known
        self.person = known.person
        self.employer = opening.employer
        self.job = opening.job
        self.opening = opening
        self.day: date = known.day
        self.bringing = bringing or Bringing(known)

    @cached_property
    def aspects(self) -> tuple[Aspect, ...]:
        """What the job is about."""
        return aspects(self.opening)

    @property
    def constraints(self) -> tuple[tuple[int, Constraint], ...]:
        """Constraints that still hold, with their places."""
        return self.bringing.constraints

    @property
    def experience(self) -> tuple[Brought, ...]:
        """The work the person has done."""
        return self.bringing.experience

    @property
    def brought(self) -> tuple[Brought, ...]:
        """Strengths, skills and experience of the person."""
        return self.bringing.brought

    @property
    def languages(self) -> frozenset[str]:
        """Languages the person is known to speak."""
        return self.bringing.languages


def found_in(wanted: Subjects, among: Iterable[Aspect]) -> list[Mapping[str, str]]:
    """Return where a job is about *wanted*, as facts: the key and the text."""
    return [
        {"key": aspect.key, "text": aspect.text}
        for aspect in among
        if (wanted.meets_idea if aspect.trade else wanted.meets)(aspect.subjects)
    ]
