"""Applications: a match proposed, decided by the person, presented, answered."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from jobcoach.domain.fields import EMPLOYERS
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.needs import consent_in_force
from jobcoach.domain.people import Application, Person, Placement
from jobcoach.domain.recording.entries import one_of, with_changed
from jobcoach.errors import Refused


def proposed(person: Person, application: Application) -> Person:
    """Return the case with one more application; raises Refused where the same one is still open."""
    if any(_same_job(other, application) and other.open for other in person.applications):
        raise Refused("application-open", value=_name(application))
    return replace(person, applications=(*person.applications, application))


def _same_job(one: Application, other: Application) -> bool:
    keys = ("employer", "firm", "job", "title")
    return all(getattr(one, key) == getattr(other, key) for key in keys)


def _name(application: Application) -> str:
    firm = application.employer or application.firm or ""
    job = application.job or application.title
    return f"{firm}/{job}" if job else firm


def application_meant(person: Person, wanted: str | None, names: Mapping[str, str]) -> int:
    """Return the place of the open application meant: by employer (id or part of the name), and ``/job``.

    Without *wanted* the only open one. *names* are employers' names by id. An answer that was given is
    not given again. Raises NotFound or SeveralFound, which lists them.
    """
    still_open = [(place, entry) for place, entry in enumerate(person.applications) if entry.open]
    found = [(place, entry) for place, entry in still_open if _fits(entry, wanted or "", names)]
    told = [(place, f"{_name(entry)}  {entry.proposed or ''}") for place, entry in found]
    return one_of(told, "application", wanted or "")


def _fits(entry: Application, wanted: str, names: Mapping[str, str]) -> bool:
    if wanted in ("", entry.employer, entry.firm):
        return True
    firm, _, job = wanted.partition("/")
    if job and job != entry.job and folded(job) not in folded(entry.title or ""):
        return False
    name = names.get(entry.employer, "") if entry.employer else entry.firm or ""
    return folded(firm) in folded(name) or bool(entry.employer and entry.employer.startswith(firm))


def accepted_job(person: Person) -> tuple[str, str | None] | None:
    """Return employer and job of the only application that leads to a placement, or None.

    Accepted by the person and still open; else one that said hired, and no placement there yet.
    """
    at = [a for a in person.applications if a.employer and a.decision == "accepted"]
    found = [a for a in at if a.open] or [
        a
        for a in at
        if a.outcome == "hired"
        and not any(p.employer == a.employer and p.job == a.job for p in person.placements)
    ]
    if len(found) != 1 or found[0].employer is None:
        return None
    return found[0].employer, found[0].job


def consent_lacks(person: Person, application: Application, day: date) -> bool:
    """Whether nothing the person agreed to lets the employer of an application hear of them on *day*."""
    if not application.employer:
        return False
    allowed = {consent.to for consent in person.consents if consent_in_force(consent, day)}
    return not allowed & {EMPLOYERS, application.employer}


def marked(person: Person, place: int, **marks: object) -> Person:
    """Return the case with something more said of the application at *place*."""
    return replace(person, applications=with_changed(person.applications, place, **marks))


def hired(person: Person, placement: Placement, today: date) -> Person:
    """Return the case with the open application that led to *placement* closed as such, if there is one.

    On the day the job began, or *today* where it is still to begin. A stepping stone is no answer yet.
    """
    if not placement.paid:
        return person
    for place, entry in enumerate(person.applications):
        same = (entry.employer, entry.firm) == (placement.employer, placement.firm)
        if entry.open and same and (entry.job or placement.job) == placement.job:
            day = max(min(placement.from_, today), entry.proposed or date.min)
            return marked(person, place, outcome="hired", closed=day)
    return person
