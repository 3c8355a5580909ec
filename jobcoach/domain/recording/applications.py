"""Applications: a match proposed, decided by the person, presented, answered."""

from datetime import date

from msgspec.structs import replace

from jobcoach.domain.finding_cases import folded
from jobcoach.domain.people import Application, Person
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


def application_meant(person: Person, wanted: str | None, names: dict[str, str]) -> int:
    """Return the place of the application meant: by employer (id or part of the name), and ``/job``.

    Without *wanted* the only open one. *names* are employers' names by id. Open ones come before closed
    ones. Raises NotFound or SeveralFound, which lists them.
    """
    firm, _, job = (wanted or "").partition("/")
    found = [
        (place, entry)
        for place, entry in enumerate(person.applications)
        if _fits(entry, firm, job, names) and (wanted or entry.open)
    ]
    still_open = [(place, entry) for place, entry in found if entry.open]
    told = [
        (place, f"{_name(entry)}  {entry.proposed or ''}") for place, entry in still_open or found
    ]
    return one_of(told, "application", wanted or "")


def _fits(entry: Application, firm: str, job: str, names: dict[str, str]) -> bool:
    if job and job != entry.job and folded(job) not in folded(entry.title or ""):
        return False
    if entry.employer == firm or not firm:
        return True
    name = names.get(entry.employer, "") if entry.employer else entry.firm or ""
    return folded(firm) in folded(name) or bool(entry.employer and entry.employer.startswith(firm))


def marked(person: Person, place: int, **marks: object) -> Person:
    """Return the case with something more said of the application at *place*."""
    return replace(person, applications=with_changed(person.applications, place, **marks))


def hired(person: Person, employer: str | None, job: str | None, day: date) -> Person:
    """Return the case with the open application that led to a job closed as such, if there is one."""
    for place, entry in enumerate(person.applications):
        if entry.open and employer and entry.employer == employer and entry.job in (job, None):
            return marked(person, place, outcome="hired", closed=max(day, entry.proposed or day))
    return person
