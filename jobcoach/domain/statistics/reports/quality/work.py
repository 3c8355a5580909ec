"""What the files show of the search and of the employers' side (search-1 to support-1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from jobcoach.domain.cases import Cases
from jobcoach.domain.durations import plus_days
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import PERSON
from jobcoach.domain.needs import follow_up_agreement
from jobcoach.domain.people import Application, Placement, Review
from jobcoach.domain.statistics.figures import Counted, Curve, Period, Scope
from jobcoach.domain.statistics.reports.activity import employers_contacted
from jobcoach.domain.statistics.reports.quality.seen import Looked, Person
from jobcoach.domain.statistics.tally import Tally

BY_THE_EMPLOYER = ("hired", "refused", "cancelled")
"""Ends of an application that are the employer's answer; to withdraw is the person's."""


def work_figures(look: Looked, tally: Tally) -> None:
    """Add the figures of the standards on the search, on employers and on support at work."""
    _jobs_on_file(look, tally)
    _answers_told(look, tally)
    _applications(look, tally)
    _employers(look, tally)
    _agreements(look, tally)
    _support(look, tally)


# The search


def _jobs_on_file(look: Looked, tally: Tally) -> None:
    tally.whole(
        "search-1.jobs",
        ("described", "not_described"),
        (
            (
                Counted(case=employer.case, ref=f"jobs[{place}]", on=job.open),
                "described"
                if job.tasks and job.demands is not None and job.demands.needed
                else "not_described",
            )
            for employer in _of_coach(look.cases, look.scope)
            for place, job in enumerate(employer.jobs)
            # A job is open to the day before it closed.
            if look.period.meets(
                job.open or date.min, plus_days(job.closed, -1) if job.closed else None
            )
        ),
        split=False,
    )


def _of_coach(cases: Cases, scope: Scope) -> Iterator[Employer]:
    for employer in cases.employers.values():
        if scope.coach in (None, employer.coach):
            yield employer


def _answers_told(look: Looked, tally: Tally) -> None:
    """How long from the employer's answer to the next contact with the person."""
    answered, undated = [], []
    for one in look.coached:
        for place, application in enumerate(one.person.applications):
            if application.outcome not in BY_THE_EMPLOYER:
                continue
            counted = one.counted(f"applications[{place}]", application.closed)
            if application.closed is None:
                undated.append(counted)
            elif look.happened(one, application.closed):
                answered.append((counted, _told(one, application.closed)))
    tally.whole(
        "search-1.answers",
        ("told", "not_told"),
        ((counted, "told" if day else "not_told") for counted, day in answered),
    )
    tally.count("search-1.undated", undated)
    tally.figures.append(
        Curve(
            name="telling_days",
            definition="telling_days",
            counted=tuple(_lasting(counted, day, look.day) for counted, day in answered),
        )
    )


def _told(one: Person, since: date) -> date | None:
    days = one.known.journal.counting.get(PERSON, ())
    return next((day for day in days if day >= since), None)


def _lasting(counted: Counted, ended: date | None, until: date) -> Counted:
    """The same, with how many days it took, or has taken up to *until*."""
    assert counted.on is not None
    return Counted(
        case=counted.case,
        ref=counted.ref,
        on=counted.on,
        column=counted.column,
        days=((ended or until) - counted.on).days,
        ended=ended is not None,
    )


def _applications(look: Looked, tally: Tally) -> None:
    proposed = [
        (one.counted(f"applications[{place}]", application.proposed), application)
        for one in look.coached
        for place, application in enumerate(one.person.applications)
        if look.happened(one, application.proposed)
    ]
    tally.whole(
        "search-2.applications",
        ("person", "coach", "not_said"),
        ((counted, application.by or "not_said") for counted, application in proposed),
        group="search-2.by",
    )
    tally.divide(
        "search-2.applications",
        "search-2.decision",
        ("there", "missing"),
        (
            (counted, "there" if _decided(application, look.day) else "missing")
            for counted, application in proposed
        ),
    )
    tally.count(
        "search-2.undated",
        [
            one.counted(f"applications[{place}]")
            for one in look.coached
            for place, application in enumerate(one.person.applications)
            if application.proposed is None
        ],
    )


def _decided(application: Application, day: date) -> bool:
    if application.decision is None:
        return False
    return application.decided is None or application.decided <= day


# Employers


def _employers(look: Looked, tally: Tally) -> None:
    contacted = list(employers_contacted(look.cases, look.period, look.scope))
    tally.count("employer-1.employers", contacted, split=False)
    by_id = [(one, look.cases.employers[one.case.partition("/")[2]]) for one in contacted]
    asked = _firms_asked(look)
    holds: dict[str, Callable[[Employer], bool]] = {
        "reference": lambda firm: bool(firm.references),
        "needs": lambda firm: bool(firm.concerns or firm.culture),
        "workplace": lambda firm: any(job.tasks for job in firm.jobs),
        "asked": lambda firm: firm.id in asked,
    }
    for name, there in holds.items():
        tally.divide(
            "employer-1.employers",
            f"employer-1.{name}",
            ("there", "missing"),
            [(one, "there" if there(firm) else "missing") for one, firm in by_id],
            split=False,
        )


def _firms_asked(look: Looked) -> frozenset[str]:
    """Employers who said in the period what they think, in their own file or in a person's."""
    found = set()
    for employer in look.cases.employers.values():
        own = (review for review in employer.reviews if review.by in (None, employer.id))
        if _satisfaction(own, look.period):
            found.add(employer.id)
    for person in look.cases.people.values():
        for review in person.reviews:
            by = review.by or ""
            if by in look.cases.employers and _satisfaction((review,), look.period):
                found.add(by)
    return frozenset(found)


def _satisfaction(reviews: Iterable[Review], period: Period) -> bool:
    return any(r.kind == "satisfaction" and period.holds(r.on) for r in reviews)


def _agreements(look: Looked, tally: Tally) -> None:
    tally.whole(
        "employer-1.placements",
        ("there", "missing"),
        (
            (
                one.counted(f"placements[{place}]", placement.from_),
                "there" if follow_up_agreement(one.known, placement.employer or "") else "missing",
            )
            for one in look.coached
            for place, placement in one.known.under_way
            if look.may_know(one, placement)
        ),
        group="employer-1.agreement",
    )


# Support at work


def _support(look: Looked, tally: Tally) -> None:
    placements = [
        (one.counted(f"placements[{place}]", placement.from_), placement)
        for one in look.coached
        for place, placement in one.known.placements
        if look.period.meets(placement.from_, placement.last) and look.may_know(one, placement)
    ]
    tally.count("support-1.placements", [counted for counted, _ in placements])
    tally.at_most("support-1.placements", "employer-1.placements")
    for group, holds in (("tutor", _has_tutor), ("handover", _handed_over)):
        tally.divide(
            "support-1.placements",
            f"support-1.{group}",
            ("there", "missing"),
            (
                (counted, "there" if holds(placement, look.day) else "missing")
                for counted, placement in placements
            ),
        )


def _has_tutor(placement: Placement, _: date) -> bool:
    return bool(placement.tutor)


def _handed_over(placement: Placement, day: date) -> bool:
    return any(one.on is None or one.on <= day for one in placement.handover)
