"""What the files show of results: jobs found and kept, belonging, moving on (result-1 to result-3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import get_args

from jobcoach.domain.durations import Duration, after
from jobcoach.domain.fields import PERSON, Contract
from jobcoach.domain.known import Job
from jobcoach.domain.people import PAID, Placement
from jobcoach.domain.statistics.figures import Counted
from jobcoach.domain.statistics.reports.quality.seen import Looked, Person
from jobcoach.domain.statistics.tally import Tally

CONTRACTS = tuple(contract for contract in get_args(Contract) if contract in PAID)
KEPT = Duration(months=6)
"""A job counts as kept after so long (EUSE)."""


def result_figures(look: Looked, tally: Tally) -> None:
    """Add the figures of the three standards on results."""
    _found(look, tally)
    _kept(look, tally)
    _belonging(look, tally)
    _changes(look, tally)


def _found(look: Looked, tally: Tally) -> None:
    new = [(counted, job.placements[0][1]) for _, job, counted in look.new_jobs()]
    tally.whole(
        "result-1.jobs",
        CONTRACTS,
        ((counted, first.contract or "") for counted, first in new),
        group="result-1.contract",
    )
    tally.divide(
        "result-1.jobs",
        "result-1.pay",
        ("at-scale", "below-scale", "unknown"),
        ((counted, first.pay or "unknown") for counted, first in new),
    )


def _kept(look: Looked, tally: Tally) -> None:
    """Jobs whose sixth month ended in the period: whether they were there still on that day."""
    due = []
    for one in look.coached:
        for job in one.paid_jobs:
            mark = after(job.start, KEPT)
            if job.placements[0][1].already is not True and look.happened(one, mark):
                counted = one.counted(f"placements[{job.first_index}]", mark)
                due.append((counted, "kept" if lasts_to(job, mark) else "ended"))
    tally.whole("result-1.six_months", ("kept", "ended"), due)


def lasts_to(job: Job, mark: date) -> bool:
    """Whether a job had not ended before *mark*; a break of some days inside it does not end it."""
    return any(one.ended is None or one.ended >= mark for _, one in job.placements)


def _belonging(look: Looked, tally: Tally) -> None:
    running = [
        (counted, job)
        for one, job, counted in look.running_jobs()
        if look.may_know(one, job.placements[-1][1])
    ]
    tally.whole(
        "result-2.jobs",
        ("there", "missing"),
        (
            (counted, "there" if any(p.natural_supports for _, p in job.placements) else "missing")
            for counted, job in running
        ),
        group="result-2.supports",
    )
    tally.divide(
        "result-2.jobs",
        "result-2.employer",
        ("asked", "not_asked"),
        (
            (counted, "asked" if _employer_asked(counted, job, look) else "not_asked")
            for counted, job in running
        ),
    )
    in_job = {one.person.id for one in look.coached if _in_job(one, look)}
    tally.divide(
        "persons",
        "result-2.job",
        ("there", "none"),
        ((one.counted(), "there" if one.person.id in in_job else "none") for one in look.coached),
    )
    tally.divide(
        "result-2.job.there",
        "result-2.person",
        ("asked", "not_asked"),
        (
            (one.counted(), "asked" if _person_asked(one, look) else "not_asked")
            for one in look.coached
            if one.person.id in in_job
        ),
    )
    if look.scope.process is None:
        tally.at_most("org-3.own_reviews.there", "result-2.person.asked")


def _in_job(one: Person, look: Looked) -> bool:
    """Whether the person had a paid job on a day of the period."""
    return any(p.paid and look.period.meets(p.from_, p.last) for _, p in one.known.placements)


def _employer_asked(counted: Counted, job: Job, look: Looked) -> bool:
    employer = look.cases.employers[job.placements[-1][1].employer or ""]
    person = look.cases.people[counted.case.partition("/")[2]]
    said = [
        *(review for review in person.reviews if review.by == employer.id),
        *(review for review in employer.reviews if review.by in (None, employer.id)),
    ]
    return any(r.kind == "satisfaction" and look.period.holds(r.on) for r in said)


def _person_asked(one: Person, look: Looked) -> bool:
    return any(
        r.kind == "satisfaction" and r.by == PERSON and look.period.holds(r.on)
        for r in one.person.reviews
    )


def _changes(look: Looked, tally: Tally) -> None:
    changes = list(_continued(look))
    tally.whole(
        "result-3.changes",
        ("more", "fewer", "same", "not_said"),
        ((counted, _hours(before, then)) for counted, before, then in changes),
        group="result-3.hours",
    )
    tally.divide(
        "result-3.changes",
        "result-3.contract",
        ("permanent", "other", "same"),
        ((counted, _contract(before, then)) for counted, before, then in changes),
    )


def _continued(look: Looked) -> Iterator[tuple[Counted, Placement, Placement]]:
    """Placements begun in the period that go on with a job: the one before, and it."""
    for one in look.coached:
        for job in one.paid_jobs:
            for (_, before), (place, then) in pairwise(job.placements):
                if look.happened(one, then.from_):
                    yield one.counted(f"placements[{place}]", then.from_), before, then


def _hours(before: Placement, then: Placement) -> str:
    if before.hours is None or then.hours is None:
        return "not_said"
    if then.hours == before.hours:
        return "same"
    return "more" if then.hours > before.hours else "fewer"


def _contract(before: Placement, then: Placement) -> str:
    if then.contract == before.contract:
        return "same"
    return "permanent" if then.contract == "permanent" else "other"
