"""What names somebody or something must name one that exists."""

from collections.abc import Iterable, Iterator
from datetime import date

from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import COACH, EMPLOYERS, PARTNERS, PERSON
from jobcoach.domain.findings import FieldPath, Finding
from jobcoach.domain.people import Person

Ground = tuple[str, str]
"""A file's place and a key in it that a finding rests on; without a key, all of the file or folder."""


def grounds(finding: Finding) -> Iterator[Ground]:
    """Return what a finding of these rules rests on, in other files or another key.

    Where that could not be read, whoever is named may well be there.
    """
    if finding.code == "unknown-coach":
        yield "", "coaches"
    elif finding.code == "unknown-employer":
        yield "employers", ""
    elif finding.code == "unknown-job":
        yield f"employers/{finding.facts['employer']}", "jobs"
    elif finding.code == "unknown-process":
        yield "processes", ""
    elif finding.code == "unknown-party":
        yield "employers", ""
        yield "", "partners"
        yield finding.case, "circle"
        if finding.path[0] == "reviews":
            yield "", "coaches"


def _unknown(code: str, case: str, path: FieldPath, value: str, known: Iterable[str]) -> Finding:
    return Finding(code=code, case=case, path=path, facts={"value": value, "known": tuple(known)})


def _coach(case: str, coach: str | None, cases: Cases, path: FieldPath) -> Iterator[Finding]:
    if coach and cases.settings.coach(coach) is None:
        yield _unknown("unknown-coach", case, path, coach, (c.id for c in cases.settings.coaches))


def service_process(cases: Cases, _: date) -> Iterator[Finding]:
    """The service's default model."""
    process = cases.settings.process
    if process and process not in cases.processes:
        yield _unknown("unknown-process", "", ("process",), process, cases.processes)


def service_references(cases: Cases, day: date) -> Iterator[Finding]:
    """The service's default model, and who covers an absence."""
    yield from service_process(cases, day)
    for index, coach in enumerate(cases.settings.coaches):
        for place, absence in enumerate(coach.absences):
            path = ("coaches", index, "absences", place, "cover")
            yield from _coach("", absence.cover, cases, path)


def person_references(person: Person, cases: Cases, _: date) -> Iterator[Finding]:
    """The referent; employers and jobs of applications and placements."""
    yield from _coach(person.case, person.coach, cases, ("coach",))
    entries = [
        *(("applications", i, a.employer, a.job) for i, a in enumerate(person.applications)),
        *(("placements", i, p.employer, p.job) for i, p in enumerate(person.placements)),
    ]
    for key, index, employer_id, job_id in entries:
        if employer_id is None:
            continue
        employer = cases.employers.get(employer_id)
        if employer is None:
            path: FieldPath = (key, index, "employer")
            yield _unknown("unknown-employer", person.case, path, employer_id, cases.employers)
        elif job_id is not None and employer.job(job_id) is None:
            yield Finding(
                code="unknown-job",
                case=person.case,
                path=(key, index, "job"),
                facts={
                    "value": job_id,
                    "employer": employer_id,
                    "known": tuple(job.id for job in employer.jobs),
                },
            )


def parties(person: Person, cases: Cases, _: date) -> Iterator[Finding]:
    """Everybody named by `with`, `to`, `by` of a review, or `copies`."""
    circle = [relative.id for relative in person.circle]
    others = [*circle, *cases.partner_ids, *cases.employers]
    with_person = [PERSON, *others]
    recipients = [EMPLOYERS, PARTNERS, *others]
    holders = [PERSON, COACH, *others]
    reviewers = [*holders, *(coach.id for coach in cases.settings.coaches)]
    named: list[tuple[FieldPath, tuple[str, ...], list[str]]] = [
        *((("contacts", i, "with"), c.with_, with_person) for i, c in enumerate(person.contacts)),
        *(
            (("agreements", i, "with"), a.with_, with_person)
            for i, a in enumerate(person.agreements)
        ),
        *((("pace", i, "with"), p.with_, with_person) for i, p in enumerate(person.pace)),
        *((("consents", i, "to"), (c.to,), recipients) for i, c in enumerate(person.consents)),
        *(
            (("disclosures", i, "to"), (d.to,), recipients)
            for i, d in enumerate(person.disclosures)
        ),
        *(
            (("reviews", i, "by"), (r.by,), reviewers)
            for i, r in enumerate(person.reviews)
            if r.by is not None
        ),
    ]
    for path, written, known in named:
        yield from _parties(person.case, path, written, known)
    if person.plan is not None:
        for place, holder in enumerate(person.plan.copies):
            if holder not in holders:
                path = ("plan", "copies", place)
                yield _unknown("unknown-party", person.case, path, holder, holders)


def _parties(
    case: str, path: FieldPath, written: tuple[str, ...], known: list[str]
) -> Iterator[Finding]:
    for place, party in enumerate(written):
        if party not in known:  # a short list, and most parties stand early in it
            # A single party is the value itself, one of several stands in a list.
            yield _unknown("unknown-party", case, (*path, place), party, known)


def employer_references(employer: Employer, cases: Cases, _: date) -> Iterator[Finding]:
    """Who holds the relation; whom a contact or an agreement of the file was with."""
    yield from _coach(employer.case, employer.coach, cases, ("coach",))
    known = [*cases.employers, *cases.partner_ids]
    for index, contact in enumerate(employer.contacts):
        yield from _parties(employer.case, ("contacts", index, "with"), contact.with_, known)
    for index, agreement in enumerate(employer.agreements):
        yield from _parties(employer.case, ("agreements", index, "with"), agreement.with_, known)
