"""What is not wrong but wants a look: warnings."""

from collections.abc import Iterator
from datetime import date

from jobcoach.domain.cases import Cases
from jobcoach.domain.colours import contrast, is_colour, readable
from jobcoach.domain.durations import after
from jobcoach.domain.employers import Employer
from jobcoach.domain.findings import Finding
from jobcoach.domain.known import Known
from jobcoach.domain.needs import missing_expectations
from jobcoach.domain.people import Person


def expectations(person: Person, cases: Cases, day: date) -> Iterator[Finding]:
    """What the last stage expects and is missing, from the day its reminder is due."""
    known = Known(person, cases, day)
    if known.current is None or known.final:
        return
    missing = missing_expectations(known)
    if missing and after(known.current.entry.on, cases.settings.wait("expected")) <= day:
        yield Finding(
            code="expectation-missing",
            case=person.case,
            path=("stages", known.current.index, "stage"),
            facts={"stage": known.current.entry.stage, "needs": tuple(missing)},
        )


def not_ended(person: Person, _: Cases, day: date) -> Iterator[Finding]:
    """A planned end has passed and no real one is recorded: the placement counts as under way."""
    for index, placement in enumerate(person.placements):
        if placement.until is not None and placement.until < day and placement.ended is None:
            yield Finding(
                code="not-ended",
                case=person.case,
                path=("placements", index, "until"),
                facts={"until": placement.until.isoformat()},
            )


def pay(person: Person, _cases: Cases, _day: date) -> Iterator[Finding]:
    """A placement paid below scale (CHARTER, EUSE: equal pay)."""
    for index, placement in enumerate(person.placements):
        if placement.pay == "below-scale":
            yield Finding(code="below-scale", case=person.case, path=("placements", index, "pay"))


def job_pay(employer: Employer, _cases: Cases, _day: date) -> Iterator[Finding]:
    """A job offered below scale."""
    for index, job in enumerate(employer.jobs):
        if job.pay == "below-scale":
            yield Finding(code="below-scale", case=employer.case, path=("jobs", index, "pay"))


def reference(employer: Employer, _cases: Cases, _day: date) -> Iterator[Finding]:
    """A staff list names exactly one reference contact (FRB)."""
    if not employer.staff or len(employer.references) == 1:
        return
    code = "several-references" if employer.references else "no-reference"
    yield Finding(code=code, case=employer.case, path=("staff",))


def capacity(cases: Cases, day: date) -> Iterator[Finding]:
    """More persons in a stage that is not final than the coach's capacity."""
    for index, coach in enumerate(cases.settings.coaches):
        if coach.capacity is None:
            continue
        count = sum(
            1
            for person in cases.people.values()
            if person.coach == coach.id and Known(person, cases, day).followed
        )
        if count > coach.capacity:
            yield Finding(
                code="over-capacity",
                case="",
                path=("coaches", index, "capacity"),
                facts={"coach": coach.id, "count": count, "capacity": int(coach.capacity)},
            )


def colour(cases: Cases, _day: date) -> Iterator[Finding]:
    """The service's colour is one, and headings in it can be read by everybody on white paper."""
    organisation = cases.settings.organisation
    written = organisation.colour if organisation else None
    if written is None or readable(written):
        return
    path = ("organisation", "colour")
    if not is_colour(written):
        yield Finding(code="bad-colour", case="", path=path, facts={"value": written})
    else:
        ratio = f"{int(contrast(written) * 10) / 10:.1f}"  # 6.96 is not 7
        yield Finding(code="low-contrast", case="", path=path, facts={"ratio": ratio})
