"""What falls due: every rule of format.md's table "What is due", listed in one place."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from jobcoach.domain.cases import Cases
from jobcoach.domain.clocks import running_clock
from jobcoach.domain.due import agreements, applications, contacts, placements, plan
from jobcoach.domain.due.item import (
    IN_FINAL_STAGE,
    IN_PAUSE,
    KINDS,
    NUDGES,
    DueKind,
    FollowUp,
    Found,
    late_days,
)
from jobcoach.domain.durations import plus_days
from jobcoach.domain.employers import Employer
from jobcoach.domain.known import Known
from jobcoach.domain.people import Person

__all__ = [
    "KINDS",
    "NUDGES",
    "Coming",
    "DueKind",
    "FollowUp",
    "Found",
    "coming",
    "due_for",
    "due_for_here",
    "follow_ups_due",
    "late_days",
    "place_in_file",
    "silent",
]

PERSON_RULES: dict[DueKind, Callable[[Known], Iterator[Found]]] = {
    "promised": contacts.promised,
    "contact": contacts.contact,
    "employer-contact": contacts.employer_contact,
    "no-news": contacts.no_news,
    "first-employer": contacts.first_employer,
    "decision": applications.decision,
    "interview": applications.interview,
    "debrief": applications.debrief,
    "answer": applications.answer,
    "plan-review": plan.plan_review,
    "step": plan.step,
    "obstacle": plan.obstacle,
    "expected": plan.expected,
    "agreement": agreements.agreement,
    "consent": agreements.consent,
    "constraint-end": agreements.constraint_end,
    "contract-end": placements.contract_end,
    "aid-end": placements.aid_end,
    "limit": placements.limit,
    "pause-end": agreements.pause_end,
    "check-in": placements.check_in,
    "complaint": plan.complaint,
}
EMPLOYER_RULES: dict[DueKind, tuple[Callable[[Employer, Cases, date], Iterator[Found]], ...]] = {
    "promised": (contacts.employer_promised,),
    "keep-warm": (contacts.keep_warm,),
    "agreement": (agreements.employer_agreement,),
}


Coming = list[tuple[Person | Employer, list[Found]]]
"""Every case with all it has coming, whenever it is due."""


def coming(cases: Cases, day: date) -> Coming:
    """Return what every case has coming, as known on *day*."""
    everyone: list[Person | Employer] = [*cases.people.values(), *cases.employers.values()]
    return [(case, list(due_for(case, cases, day))) for case in everyone]


def follow_ups_due(everything: Coming, day: date, by: date | None = None) -> list[FollowUp]:
    """Return what of *everything* coming is due on or before *by* (default *day*).

    Nudges last; else the latest first, then by due date, case, kind and place in the file.
    """
    by = by or day
    items = [
        FollowUp(found=found, case=case, late_days=late_days(found, day))
        for case, found_for_case in everything
        for found in found_for_case
        if found.due <= by
    ]
    items.sort(
        key=lambda item: (
            item.nudge,
            -item.late_days,
            item.found.due,
            item.case.case,
            item.kind,
            place_in_file(item.found.ref),
        )
    )
    return items


def place_in_file(ref: str) -> tuple[int, ...]:
    """Return where in its file an entry stands, for sorting: the numbers of its reference."""
    return tuple(int(number) for number in re.findall(r"\d+", ref))


def due_for(case: Person | Employer, cases: Cases, day: date) -> Iterable[Found]:
    """Return what one case has coming, whenever it is due, as known on *day*."""
    if isinstance(case, Employer):
        for employer_rules in EMPLOYER_RULES.values():
            for employer_rule in employer_rules:
                yield from employer_rule(case, cases, day)
        return
    known = Known(case, cases, day)
    for kind in _kinds_that_show(known):
        yield from PERSON_RULES[kind](known)


def due_for_here(case: Person | Employer, cases: Cases, day: date) -> Iterable[Found]:
    """Return what one case has coming as far as its own file tells: no other case is read for it.

    An employer is kept warm by contacts from anybody's file; that kind is left out.
    """
    if isinstance(case, Person):
        return due_for(case, cases, day)
    return (
        found
        for kind, rules in EMPLOYER_RULES.items()
        if kind != "keep-warm"
        for rule in rules
        for found in rule(case, cases, day)
    )


def _kinds_that_show(case: Known) -> Iterator[DueKind]:
    """In a pause and in a final stage only some kinds show."""
    paused = case.in_pause(case.day)
    for kind in PERSON_RULES:
        if (not paused or kind in IN_PAUSE) and (not case.final or kind in IN_FINAL_STAGE):
            yield kind


def silent(everything: Coming, cases: Cases, day: date) -> list[Person]:
    """Return persons in a stage that is not final, or in none, for whom no item will ever come up."""
    return [
        case
        for case, found in everything
        if isinstance(case, Person) and not found and not _has_more_to_come(case, cases, day)
    ]


def _has_more_to_come(person: Person, cases: Cases, day: date) -> bool:
    """Whether the case is closed, or a later day brings back what is quiet now.

    So do a contract's end that a contact has quieted, a limit that a review has quieted, and the first
    day after a pause.
    """
    known = Known(person, cases, day)
    if known.final:
        return True
    days = [p.until for _, p in known.under_way if p.until and p.until > day and not p.ended]
    days += [plus_days(end, 1) for _, _, end in known.pauses if end and end >= day]
    clock = running_clock(known, known.settings.lead("limit"))
    if clock is not None:
        days.append(plus_days(max(clock.end, day), placements.REVIEWED_DAYS + 1))
    return any(True for later in days for _ in due_for(person, cases, later))
