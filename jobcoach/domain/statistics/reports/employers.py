"""``report employer``: the balance of the work with one employer, or with all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import get_args

from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import How
from jobcoach.domain.needs import agreement_in_force
from jobcoach.domain.people import Agreement, Person
from jobcoach.domain.statistics.cohort import everyone
from jobcoach.domain.statistics.employer_contacts import employer_contacts
from jobcoach.domain.statistics.figures import (
    AtMost,
    Counted,
    Figure,
    Period,
    Scope,
    Statement,
    statement,
)
from jobcoach.domain.statistics.jobs import NOT_SAID
from jobcoach.domain.statistics.reports.employer_lists import lists_of_all, lists_of_one
from jobcoach.domain.statistics.reports.employer_people import (
    REACHED,
    Work,
    aids,
    applications,
    jobs,
    placements,
)
from jobcoach.domain.statistics.roads import road
from jobcoach.domain.statistics.tally import Tally

READ = frozenset(
    {
        *("coach", "process", "gender", "stages", "contacts", "applications", "placements"),
        *("agreements", "reviews", "employer_may_know", "pace", "pauses", "prefers", "plan"),
        *("status", "concerns", "contact_every", "jobs"),
    }
)
"""Keys of case files from which something is counted or listed."""

HOW = (*get_args(How), NOT_SAID)
AGREEMENTS = get_args(Agreement.__annotations__["kind"])


def employers(cases: Cases, period: Period, scope: Scope = Scope()) -> Statement:  # noqa: B008 - frozen
    """Return the balance with the scope's employer, or with all on file.

    With one coach: contacts by that coach, that coach's persons and employers.
    """
    firms = {
        one.id: one
        for one in cases.employers.values()
        if (one.id == scope.employer if scope.employer else scope.coach in (None, one.coach))
    }
    about = frozenset(firms) if scope.employer else frozenset(cases.employers)
    work = Work(everyone(cases, period, scope), about, period, scope)
    tally = Tally()
    contacts = list(_contacts(cases, about, period, scope))
    if scope.employer is None:
        _firms(firms.values(), contacts, tally)
    tally.whole("contacts", HOW, ((counted, how) for _, how, counted in contacts), split=False)
    applications(work, tally)
    placements(work, tally)
    jobs(work, tally)
    aids(work, tally)
    tally.whole("agreements", AGREEMENTS, _agreements(cases, about, period, scope), split=False)
    open_jobs = [
        Counted(case=firm.case, ref=f"jobs.{job.id}", on=job.open)
        for firm in firms.values()
        for job in firm.jobs
        if job.is_open(period.until)
    ]
    tally.count("open_jobs", open_jobs, split=False)
    if scope.employer is None:
        lists = lists_of_all(firms.values(), cases, period, [(e, c) for e, _, c in contacts])
    else:
        lists = lists_of_one(firms[scope.employer], cases, period)
    return statement(tally.figures, tally.sums, lists, bounds=_bounds(tally.figures, period))


def _bounds(figures: Iterable[Figure], period: Period) -> Iterator[AtMost]:
    """What is open came as far as any; who was contacted had a contact; what runs began, if not before."""
    for row in REACHED:
        yield AtMost((f"open.{row}",), (f"reached.{row}",))
    names = [figure.name for figure in figures]
    if "firms.contacted" in names:
        yield AtMost(("firms.contacted",), ("contacts",))
    if period.since is None:
        for name in names:
            row, _, column = name.rpartition(".")
            if row.startswith("placement.") and column == "running":
                yield AtMost((name,), (f"{row}.begun",))


def _firms(
    firms: Iterable[Employer],
    contacts: list[tuple[str, str, Counted]],
    tally: Tally,
) -> None:
    met = {employer for employer, _, _ in contacts}
    told = ((Counted(case=f.case), "contacted" if f.id in met else "not_contacted") for f in firms)
    tally.whole("firms", ("contacted", "not_contacted"), told, split=False)


def _contacts(
    cases: Cases, about: frozenset[str], period: Period, scope: Scope
) -> Iterator[tuple[str, str, Counted]]:
    """Contacts with these employers: the employer, how, the entry."""
    for one in employer_contacts(cases, period, scope):
        if one.employer in about:
            ref, on = f"{one.file.case}#{one.ref}", one.contact.on
            counted = Counted(case=f"employers/{one.employer}", ref=ref, on=on)
            yield one.employer, one.contact.how or NOT_SAID, counted


def _agreements(
    cases: Cases, about: frozenset[str], period: Period, scope: Scope
) -> Iterator[tuple[Counted, str]]:
    """Agreements with employers in force on the last day, in their own files and in persons'."""
    files: list[Person | Employer] = [*cases.people.values(), *cases.employers.values()]
    for file in files:
        if scope.coach not in (None, file.coach):
            continue
        if scope.process and (
            isinstance(file, Employer)
            or road(file, cases, period.until).process_on(period.until) != scope.process
        ):
            continue
        default = file.id if isinstance(file, Employer) else "person"
        for place, agreed in enumerate(file.agreements):
            if about.isdisjoint(agreed.parties(default)):
                continue
            if agreement_in_force(agreed, period.until):
                yield Counted(case=file.case, ref=f"agreements[{place}]", on=agreed.on), agreed.kind
