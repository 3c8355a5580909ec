"""What the files show of the service itself: rights, a say in things, caseload and cover (org-1 to org-4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from jobcoach.domain.durations import after
from jobcoach.domain.fields import EMPLOYERS, PARTNERS, PERSON
from jobcoach.domain.known import reached
from jobcoach.domain.needs import consent_in_force
from jobcoach.domain.people import Consent, Disclosure, Review
from jobcoach.domain.statistics.figures import Counted
from jobcoach.domain.statistics.reports.quality.seen import Looked, Person
from jobcoach.domain.statistics.tally import Tally

OWN_REVIEWS = ("plan", "agreement", "satisfaction", "closing")
NOT_POSSIBLE = ("unreachable", "moved", "deceased")


def service_figures(look: Looked, tally: Tally) -> None:
    """Add the figures of the four standards on the service."""
    _results(look, tally)
    _rights(look, tally)
    _say(look, tally)
    _staff(look, tally)


def _results(look: Looked, tally: Tally) -> None:
    ended = [
        (one.counted(f"placements[{place}]", job.ended), "said" if job.why else "not_said")
        for one in look.coached
        for place, job in one.known.placements
        if job.paid and look.happened(one, job.ended)
    ]
    tally.whole("org-1.ends", ("said", "not_said"), ended)


def _rights(look: Looked, tally: Tally) -> None:
    tally.divide(
        "persons",
        "org-2.consent",
        ("there", "missing"),
        (
            (one.counted(), "there" if _consents(one, look.day) else "missing")
            for one in look.coached
        ),
    )
    tally.count(
        "org-2.withdrawn",
        [
            one.counted(f"consents[{place}]", consent.withdrawn)
            for one in look.coached
            for place, consent in enumerate(one.person.consents)
            if look.happened(one, consent.withdrawn)
        ],
    )
    tally.whole(
        "org-2.disclosures",
        ("agreed", "withdrawn", "not_agreed"),
        (
            (one.counted(f"disclosures[{place}]", handed.on), _agreed(one, handed, look))
            for one in look.coached
            for place, handed in enumerate(one.person.disclosures)
            if look.happened(one, handed.on)
        ),
    )


def _consents(one: Person, day: date) -> bool:
    return any(consent_in_force(consent, day) for consent in one.person.consents)


def _agreed(one: Person, handed: Disclosure, look: Looked) -> str:
    about = [consent for consent in one.person.consents if _reaches(consent, handed.to, look)]
    if any(consent_in_force(consent, handed.on) for consent in about):
        return "agreed"
    if any(reached(consent.withdrawn, handed.on) for consent in about):
        return "withdrawn"
    return "not_agreed"


def _reaches(consent: Consent, party: str, look: Looked) -> bool:
    """Whether a consent is about this party: by its id, or as one of all employers or all partners."""
    return (
        consent.to == party
        or (consent.to == EMPLOYERS and party in look.cases.employers)
        or (consent.to == PARTNERS and party in look.cases.partner_ids)
    )


def _say(look: Looked, tally: Tally) -> None:
    tally.whole(
        "org-3.complaints",
        ("in_time", "late", "waiting", "overdue"),
        (
            (one.counted(f"reviews[{place}]", review.on), _answered(review, look))
            for one, place, review in _reviews(look)
            if review.kind == "complaint"
        ),
    )
    own = {
        one.person.id
        for one, _, review in _reviews(look)
        if review.by == PERSON and review.kind in OWN_REVIEWS
    }
    tally.divide(
        "persons",
        "org-3.own_reviews",
        ("there", "missing"),
        ((one.counted(), "there" if one.person.id in own else "missing") for one in look.coached),
    )
    tally.whole("org-3.closed", ("by_person", "not_possible", "without"), _closed(look))


def _reviews(look: Looked) -> Iterator[tuple[Person, int, Review]]:
    for one in look.coached:
        for place, review in enumerate(one.person.reviews):
            if look.happened(one, review.on):
                yield one, place, review


def _answered(review: Review, look: Looked) -> str:
    """Whether a complaint was answered in the time that the service gives itself."""
    last = after(review.on, look.cases.settings.wait("complaint"))
    if review.answered is not None and review.answered <= look.day:
        return "in_time" if review.answered <= last else "late"
    return "waiting" if look.day <= last else "overdue"


def _closed(look: Looked) -> Iterator[tuple[Counted, str]]:
    """Each closing in the period: whether the person looked back on it, or could not be asked."""
    for one in look.coached:
        opened = date.min
        was_final = False
        for stretch in one.road.stretches:
            stage = stretch.step.stage
            final = stage is not None and bool(stage.final)
            if final and not was_final and look.happened(one, stretch.first):
                counted = one.counted(f"stages[{stretch.step.index}]", stretch.first)
                yield counted, _looked_back(one, opened, stretch.last or look.day)
            if was_final and not final:
                opened = stretch.first
            was_final = final


def _looked_back(one: Person, opened: date, last: date) -> str:
    closing = [r for r in one.person.reviews if r.kind == "closing" and opened <= r.on <= last]
    if any(review.by == PERSON for review in closing):
        return "by_person"
    if any(review.decision in NOT_POSSIBLE for review in closing):
        return "not_possible"
    return "without"


def _staff(look: Looked, tally: Tally) -> None:
    settings = look.cases.settings
    active = {one.person.id for one in look.active}
    tally.divide(
        "persons",
        "org-4.now",
        ("coached", "no_more"),
        (
            (one.counted(), "coached" if one.person.id in active else "no_more")
            for one in look.coached
        ),
    )
    tally.divide(
        "org-4.now.coached",
        "org-4.coach",
        ("there", "missing"),
        (
            (one.counted(), "there" if settings.coach(one.person.coach) else "missing")
            for one in look.active
        ),
    )
    tally.whole("org-4.absences", ("covered", "not_covered"), _absences(look), split=False)


def _absences(look: Looked) -> Iterator[tuple[Counted, str]]:
    for number, coach in enumerate(look.cases.settings.coaches):
        if look.scope.coach not in (None, coach.id):
            continue
        for place, absence in enumerate(coach.absences):
            if look.period.meets(absence.from_ or date.min, absence.until):
                ref = f"coaches[{number}].absences[{place}]"
                covered = absence.cover is not None and absence.cover != coach.id
                yield (
                    Counted(case="jobcoach", ref=ref, on=absence.from_),
                    "covered" if covered else "not_covered",
                )
