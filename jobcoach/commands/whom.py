"""Whom a change is about: persons, employers, parties, jobs and coaches, by what a coach types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.commands.asking import text
from jobcoach.commands.shared import only_one
from jobcoach.domain.finding_cases import ids_meant
from jobcoach.errors import NotFound, Refused, WrongUsage

if TYPE_CHECKING:
    from jobcoach.domain.employers import Employer
    from jobcoach.domain.people import Person
    from jobcoach.store.change import Change


def person_in(change: Change, wanted: str) -> Person:
    """Return the person meant; raises NotFound or SeveralFound, which lists them."""
    from jobcoach.store.files import PEOPLE

    people = change.cases.people
    if wanted in people:
        return people[wanted]
    return people[only_one(wanted, change.repository.names(PEOPLE), "person")]


def people_in(change: Change, written: str) -> list[Person]:
    """Return the persons behind ``PERSON[,PERSON…]``, each once; raises WrongUsage where nobody is named."""
    found = {
        p.id: p for part in written.split(",") if part.strip() for p in [person_in(change, part)]
    }
    if not found:
        raise WrongUsage("missing-argument", option="PERSON")
    return list(found.values())


def employer_in(change: Change, wanted: str) -> Employer:
    """Return the employer meant; raises NotFound or SeveralFound, which lists them."""
    from jobcoach.store.files import EMPLOYERS

    employers = change.cases.employers
    if wanted in employers:
        return employers[wanted]
    return employers[only_one(wanted, change.repository.names(EMPLOYERS), "employer")]


def case_in(change: Change, wanted: str) -> Person | Employer:
    """Return the person or employer meant; raises NotFound or SeveralFound, which lists them."""
    from jobcoach.store.files import EMPLOYERS, PEOPLE

    if wanted in change.cases.people:
        return change.cases.people[wanted]
    if wanted in change.cases.employers:
        return change.cases.employers[wanted]
    names = change.repository.names(PEOPLE) | change.repository.names(EMPLOYERS)
    found = only_one(wanted, names, "case")
    return change.cases.people.get(found) or change.cases.employers[found]


def job_in(change: Change, wanted: str) -> tuple[str, str | None]:
    """Return employer and job behind ``EMPLOYER[/JOB]``; the only open job where none is named.

    Raises NotFound or SeveralFound.
    """
    firm, _, job = wanted.partition("/")
    employer = employer_in(change, firm)
    if not job:
        still_open = [other.id for other in employer.jobs if other.is_open(change.day)]
        return employer.id, still_open[0] if len(still_open) == 1 else None
    if employer.job(job) is not None:
        return employer.id, job
    titles = {other.id: other.title or other.id for other in employer.jobs}
    try:
        return employer.id, only_one(job, titles, "job")
    except NotFound as error:
        raise NotFound(
            "job-not-found", value=job, employer=employer.id, known=tuple(titles)
        ) from error


def names_in(change: Change, person: Person) -> dict[str, str]:
    """Return the names, by id, of employers that *person*'s applications and placements name."""
    named = {entry.employer for entry in person.applications}
    named |= {entry.employer for entry in person.placements}
    ids = {employer_id for employer_id in named if employer_id in change.cases.employers}
    return {i: change.cases.employers[i].name for i in ids if i}


def party_in(change: Change, person: Person, wanted: str, *also: str) -> str:
    """Return the id of whom *person*'s file calls *wanted*: an id, ``employer``, or part of a name.

    *also* are words that mean somebody as well. Raises NotFound or SeveralFound.
    """
    from jobcoach.domain.fields import PERSON
    from jobcoach.store.files import EMPLOYERS

    if wanted in (PERSON, person.id):
        return PERSON
    if wanted == "employer":
        return current_employer(change, person)
    near = {r.id: f"{r.name or r.id} {r.relation or ''}".strip() for r in person.circle}
    near |= {partner.id: partner.name or partner.id for partner in change.settings.partners}
    near |= {word: word for word in also}
    if wanted in near or wanted in change.cases.employers:
        return wanted
    return only_one(wanted, near | change.repository.names(EMPLOYERS), "party")


def helper_in(change: Change, person: Person, wanted: str | None) -> str | None:
    """Return who helps: an id where somebody known is meant, else the words as written."""
    if wanted is None or wanted == "coach" or change.settings.coach(wanted) is not None:
        return wanted
    try:
        return party_in(change, person, wanted)
    except NotFound:
        return text(wanted)


def parties_in(change: Change, person: Person, written: str | None) -> tuple[str, ...]:
    """Return the ids behind ``--with``; empty for the person alone, which needs no word."""
    from jobcoach.domain.fields import PERSON

    named = [part.strip() for part in (written or "").split(",") if part.strip()]
    found = tuple(dict.fromkeys(party_in(change, person, part) for part in named))
    return () if found == (PERSON,) else found


def current_employer(change: Change, person: Person) -> str:
    """Return the employer of the placement under way; raises Refused where there is none, or several."""
    from jobcoach.domain.known import Known

    known = Known(person, change.cases, change.day)
    ids = {placement.employer for _, placement in known.under_way if placement.employer}
    if len(ids) != 1:
        raise Refused("no-current-employer" if not ids else "several-employers", case=person.id)
    return ids.pop()


def known_coach(change: Change, wanted: str | None) -> str | None:
    """Return the coach named, by id or a part of the name, else the one at work; raises NotFound."""
    if wanted is None:
        return change.coach
    names = {coach.id: coach.name or coach.id for coach in change.settings.coaches}
    found = ids_meant(wanted, names)
    if len(found) != 1:
        raise NotFound("unknown-coach", value=wanted, known=list(names))
    return found[0]
