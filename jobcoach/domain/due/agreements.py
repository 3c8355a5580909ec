"""What was agreed for a time: agreements, consents, constraints, pauses."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.due.item import Found
from jobcoach.domain.durations import Duration, before, plus_days
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import Known, pause_end_due, reached
from jobcoach.domain.people import Agreement, Consent, Review

LAPSED_DAYS = 30
"""An agreement or consent that ran out shows so many days longer."""


def agreement(case: Known) -> Iterator[Found]:
    """A person's agreements to review or to renew."""
    lead = case.settings.lead("agreement")
    yield from _agreements(case.person.agreements, case.person.reviews, PERSON, lead, case.day)


def employer_agreement(employer: Employer, cases: Cases, day: date) -> Iterator[Found]:
    """The same in an employer's file."""
    lead = cases.settings.lead("agreement")
    for found in _agreements(employer.agreements, employer.reviews, employer.id, lead, day):
        yield msgspec.structs.replace(found, with_=employer.id)


def _agreements(
    agreements: Sequence[Agreement],
    reviews: Sequence[Review],
    default: str,
    lead: Duration,
    day: date,
) -> Iterator[Found]:
    """`review`, until one is held on or after it; and ahead of `until`, until 30 days past it.

    Neither once it has ended, or another of its kind with every same party follows.
    """
    known = [(i, a) for i, a in enumerate(agreements) if a.on is None or a.on <= day]
    held = [r.on for r in reviews if r.kind == "agreement" and r.on <= day]
    for index, agreed in known:
        if reached(agreed.ended, day) or _replaced(index, agreed, known, default):
            continue
        facts: dict[str, object] = {"kind": agreed.kind, "parties": agreed.parties(default)}
        ref = f"agreements[{index}]"
        if agreed.review is not None and not any(on >= agreed.review for on in held):
            yield Found(kind="agreement", due=agreed.review, ref=ref, facts=facts | {"end": False})
        if agreed.until is not None and day <= plus_days(agreed.until, LAPSED_DAYS):
            yield Found(
                kind="agreement",
                due=before(agreed.until, lead),
                deadline=agreed.until,
                ref=ref,
                facts=facts | {"end": True},
            )


def _replaced(
    index: int, agreed: Agreement, known: Sequence[tuple[int, Agreement]], default: str
) -> bool:
    return any(
        other.kind == agreed.kind
        and set(agreed.parties(default)) <= set(other.parties(default))
        and _later(other.on, place, agreed.on, index)
        for place, other in known
    )


def _later(on: date | None, place: int, than: date | None, than_place: int) -> bool:
    """Whether an entry is later than another: by its date, on one day by its place."""
    return (on or date.min, place) > (than or date.min, than_place)


def consent(case: Known) -> Iterator[Found]:
    """A consent that runs out, until 30 days past it, unless withdrawn or given anew."""
    known = [(i, c) for i, c in enumerate(case.person.consents) if c.on <= case.day]
    for index, given in known:
        if given.until is None or case.day > plus_days(given.until, LAPSED_DAYS):
            continue
        if reached(given.withdrawn, case.day) or _given_anew(index, given, known):
            continue
        yield Found(
            kind="consent",
            due=before(given.until, case.settings.lead("consent")),
            deadline=given.until,
            ref=f"consents[{index}]",
            facts={"to": given.to, "about": given.about},
        )


def _given_anew(index: int, given: Consent, known: Sequence[tuple[int, Consent]]) -> bool:
    return any(
        other.to == given.to
        and set(given.about) <= set(other.about)
        and _later(other.on, place, given.on, index)
        for place, other in known
    )


def constraint_end(case: Known) -> Iterator[Found]:
    """A constraint that ends, such as a work permit."""
    for index, constraint in enumerate(case.person.constraints or ()):
        if constraint.until is not None:
            yield Found(
                kind="constraint-end",
                due=before(constraint.until, case.settings.lead("constraint-end")),
                deadline=constraint.until,
                ref=f"constraints[{index}]",
                facts={"what": constraint.what, "kind": constraint.kind},
            )


def pause_end(case: Known) -> Iterator[Found]:
    """The end of a pause, until a contact with the person on or after it."""
    for index, pause, _ in case.pauses:
        due = pause_end_due(pause)
        if not case.contact_since(PERSON, due):
            yield Found(
                kind="pause-end",
                due=due,
                ref=f"pauses[{index}]",
                with_=PERSON,
                facts={"since": pause.from_, "until": pause.until},
            )
