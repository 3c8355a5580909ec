"""What ``check`` looks for beyond the form of a file: every rule, listed in one place.

A rule takes a record, all cases and the day, and yields findings; it changes nothing.
"""

from collections.abc import Callable, Iterator
from datetime import date

from jobcoach.domain.cases import Cases
from jobcoach.domain.checks import dates, ids, references, reminders, signing, stages
from jobcoach.domain.employers import Employer
from jobcoach.domain.findings import Finding
from jobcoach.domain.people import Person
from jobcoach.domain.process import Process
from jobcoach.domain.settings import Settings

PERSON_CHECKS: tuple[Callable[[Person, Cases, date], Iterator[Finding]], ...] = (
    ids.person_ids,
    references.person_references,
    references.parties,
    stages.known_process,
    stages.known_stages,
    stages.moves,
    stages.needs,
    stages.dates_in_order,
    dates.person_ends,
    dates.contact_dates,
    reminders.expectations,
    reminders.not_ended,
    reminders.pay,
    signing.not_signed,
)
EMPLOYER_CHECKS: tuple[Callable[[Employer, Cases, date], Iterator[Finding]], ...] = (
    ids.employer_id,
    references.employer_references,
    dates.employer_ends,
    dates.employer_contact_dates,
    reminders.reference,
    reminders.job_pay,
)
PROCESS_CHECKS: tuple[Callable[[Process], Iterator[Finding]], ...] = (
    ids.stage_ids,
    stages.model_moves,
)
SERVICE_CHECKS: tuple[Callable[[Cases, date], Iterator[Finding]], ...] = (
    ids.service_ids,
    references.service_references,
    dates.service_ends,
    reminders.capacity,
    reminders.colour,
)


def findings(cases: Cases, day: date) -> Iterator[Finding]:
    """Return everything wrong with the cases as they would be judged on *day*."""
    yield from case_findings(cases.settings, cases, day)
    for process in cases.processes.values():
        for process_check in PROCESS_CHECKS:
            yield from process_check(process)
    for employer in cases.employers.values():
        yield from case_findings(employer, cases, day)
    for person in cases.people.values():
        yield from case_findings(person, cases, day)


def case_findings(case: Person | Employer | Settings, cases: Cases, day: date) -> Iterator[Finding]:
    """Return everything wrong with one file, as seen among *cases*."""
    if isinstance(case, Person):
        for person_check in PERSON_CHECKS:
            yield from person_check(case, cases, day)
    elif isinstance(case, Employer):
        for employer_check in EMPLOYER_CHECKS:
            yield from employer_check(case, cases, day)
    else:
        for service_check in SERVICE_CHECKS:
            yield from service_check(cases, day)


def findings_that_hide(cases: Cases, day: date) -> Iterator[Finding]:
    """Return only what may keep a case from owing what it owes: unknown processes and stages."""
    yield from references.service_process(cases, day)
    for person in cases.people.values():
        yield from stages.known_process(person, cases, day)
        yield from stages.known_stages(person, cases, day)
