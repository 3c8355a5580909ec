"""Agreements, consents, obstacles, reviews."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from jobcoach.domain.employers import Employer
from jobcoach.domain.people import Agreement, Consent, Obstacle, Person, Review
from jobcoach.domain.recording.entries import by_number_or_words, one_more, one_of, with_changed
from jobcoach.errors import NotFound, Refused

Case = TypeVar("Case", bound=Person | Employer)


def agreed(case: Case, agreement: Agreement) -> Case:
    """Return the case with one more agreement.

    Raises Refused where one of the same kind, with the same parties, begins on the same day: the two could
    not be told apart.
    """
    same = (agreement.kind, agreement.with_, agreement.on)
    if any((other.kind, other.with_, other.on) == same for other in case.agreements):
        raise Refused("on-file-already")
    return replace(case, agreements=(*case.agreements, agreement))


def agreement_ended(case: Case, kind: str, day: date, parties: Sequence[str] | None = None) -> Case:
    """Return the case with the agreement of that kind ended on *day*, its last.

    Raises NotFound or SeveralFound; *parties* tell several apart.
    """
    own = "person" if isinstance(case, Person) else case.id
    found = [
        (place, f"{entry.kind}  {', '.join(entry.parties(own))}  {entry.on or ''}")
        for place, entry in enumerate(case.agreements)
        if entry.kind == kind
        and entry.ended is None
        and (parties is None or set(entry.parties(own)) == set(parties))
    ]
    place = one_of(found, "agreement", kind)
    return replace(case, agreements=with_changed(case.agreements, place, ended=day))


def consent_given(person: Person, consent: Consent) -> Person:
    """Return the case with one more consent."""
    return replace(person, consents=one_more(person.consents, consent))


def last_consent(person: Person, to: str) -> Consent | None:
    """Return the newest consent toward *to*, or None: what a renewal is about by default."""
    given = [consent for consent in person.consents if consent.to == to]
    return max(given, key=lambda consent: consent.on, default=None)


def consent_withdrawn(person: Person, to: str, day: date) -> Person:
    """Return the case with every consent toward *to* that could still hold withdrawn on *day*.

    Raises NotFound where there is none.
    """
    open_ = [
        place
        for place, consent in enumerate(person.consents)
        if consent.to == to
        and consent.withdrawn is None
        and (consent.until is None or consent.until >= day)
    ]
    if not open_:
        raise NotFound("consent-not-found", value=to)
    consents = person.consents
    for place in open_:
        consents = with_changed(consents, place, withdrawn=day)
    return replace(person, consents=consents)


def obstacle_noted(person: Person, obstacle: Obstacle) -> Person:
    """Return the case with one more obstacle."""
    return replace(person, obstacles=one_more(person.obstacles, obstacle))


def obstacle_solved(person: Person, wanted: str, day: date) -> Person:
    """Return the case with an obstacle solved: its number, or a part of its words.

    Among open ones first. Raises NotFound or SeveralFound.
    """
    words = [o.what if o.solved is None else None for o in person.obstacles]
    place = by_number_or_words(words, wanted, "obstacle")
    return replace(person, obstacles=with_changed(person.obstacles, place, solved=day))


def complaint_answered(person: Person, day: date) -> Person:
    """Return the case with the complaint that waits answered on *day*; the oldest where several do.

    Raises NotFound.
    """
    waiting = [
        (review.on, place)
        for place, review in enumerate(person.reviews)
        if review.kind == "complaint" and review.answered is None
    ]
    if not waiting:
        raise NotFound("complaint-not-found", value=person.id)
    _, place = min(waiting)
    return replace(person, reviews=with_changed(person.reviews, place, answered=day))


def reviewed(case: Case, review: Review) -> Case:
    """Return the case with one more review."""
    return replace(case, reviews=one_more(case.reviews, review))
