"""What must be true to enter a stage, and what should be in place soon after.

One small function a need, listed in ``_MET``. Needs are judged on the entry's own day, expectations
on the day asked for. Some rest on keys that keep no history: for an entry of the past they are not
asked at all, for the last one only that they are present. (format.md, "Needs and expectations")
"""

from collections.abc import Callable
from datetime import date
from typing import Literal

from jobcoach.domain.fields import COACH, EMPLOYERS, PERSON
from jobcoach.domain.known import Known, StageStep, reached
from jobcoach.domain.people import Agreement, Application, Consent
from jobcoach.domain.process import NEEDS, Need

WITHOUT_HISTORY: frozenset[Need] = frozenset(
    {"available", "motivated", "trained", "profile", "plan", "signed-plan", "referent"}
)

Judged = Literal["on-the-day", "last-entry", "past-entry"]


def agreement_in_force(agreement: Agreement, day: date) -> bool:
    """From ``on`` through ``until`` or ``ended``; never without an ``on``."""
    return (
        reached(agreement.on, day)
        and (agreement.until is None or day <= agreement.until)
        and (agreement.ended is None or day <= agreement.ended)
    )


def consent_in_force(consent: Consent, day: date) -> bool:
    """From ``on`` through ``until``, and no more on the day it is withdrawn."""
    return (
        consent.on <= day
        and (consent.until is None or day <= consent.until)
        and (consent.withdrawn is None or day < consent.withdrawn)
    )


def missing_needs(
    case: Known, step: StageStep, judged: Judged, leaving_final: bool = False
) -> list[Need]:
    """Return every need of the step's stage that is not met, in the model's order.

    *leaving_final* adds the reason that leaving a final stage always takes.
    """
    if step.stage is None:
        return []
    needs = list(step.stage.needs)
    if leaving_final and "reason" not in needs:
        needs.append("reason")
    if judged == "past-entry":
        needs = [need for need in needs if need not in WITHOUT_HISTORY]
    # Present at all is: reached by the end of time.
    ever = Known(case.person, case.cases, date.max) if judged == "last-entry" else case
    return [
        need for need in needs if not _MET[need](ever if need in WITHOUT_HISTORY else case, step)
    ]


def missing_expectations(case: Known) -> list[Need]:
    """Return what the current stage expects and the case does not have on its day."""
    if case.current is None or case.stage is None:
        return []
    return [need for need in case.stage.expects if not _MET[need](case, case.current)]


def in_place(need: Need, case: Known) -> bool:
    """Whether the case has on its day what *need* asks for; a case without any stage has nothing yet."""
    return case.current is not None and _MET[need](case, case.current)


def _participation(case: Known, _: StageStep) -> bool:
    # "Begun and not ended": a term that has run out asks for a renewal, it does not undo the consent.
    kinds = ("participation", "trust-contract", "service")
    return any(
        agreement.kind in kinds
        and PERSON in agreement.parties()
        and reached(agreement.on, case.day)
        and (agreement.ended is None or case.day <= agreement.ended)
        for agreement in case.person.agreements
    )


def _with_person(case: Known, kind: str) -> list[Agreement]:
    return [
        agreement
        for agreement in case.person.agreements
        if agreement.kind == kind
        and PERSON in agreement.parties()
        and agreement_in_force(agreement, case.day)
    ]


def _trust_contract(case: Known, _: StageStep) -> bool:
    return bool(_with_person(case, "trust-contract"))


def _service(case: Known, _: StageStep) -> bool:
    return bool(_with_person(case, "service"))


def _work_plan(case: Known, _: StageStep) -> bool:
    return bool(_with_person(case, "work-plan"))


def _service_dated(case: Known, _: StageStep) -> bool:
    return any(agreement.until or agreement.review for agreement in _with_person(case, "service"))


def _employer_agreement(case: Known, _: StageStep) -> bool:
    return bool(case.under_way) and all(
        placement.employer is None
        or not case.person.may_know(placement)
        or employer_agreed(case, placement.employer)
        for _, placement in case.under_way
    )


def employer_agreed(case: Known, employer_id: str) -> bool:
    """Whether a follow-up agreement with the employer is in force, in either file."""
    return follow_up_agreement(case, employer_id) is not None


def follow_up_agreement(case: Known, employer_id: str) -> Agreement | None:
    """Return the newest follow-up agreement with the employer in force, in either file, or None."""
    employer = case.cases.employers.get(employer_id)
    held = [
        agreement
        for agreement in (
            *(a for a in case.person.agreements if employer_id in a.parties()),
            *(
                a
                for a in (employer.agreements if employer else ())
                if employer_id in a.parties(employer_id)
            ),
        )
        if agreement.kind == "follow-up" and agreement_in_force(agreement, case.day)
    ]
    return max(held, key=lambda agreement: agreement.on or date.min, default=None)


def _profile(case: Known, _: StageStep) -> bool:
    return bool(case.person.wishes) and case.person.constraints is not None


def _plan(case: Known, _: StageStep) -> bool:
    return case.person.plan is not None and bool(case.person.plan.goals)


def _signed_plan(case: Known, step: StageStep) -> bool:
    plan = case.person.plan
    return (
        plan is not None and _plan(case, step) and PERSON in plan.signed and PERSON in plan.copies
    )


def _available(case: Known, _: StageStep) -> bool:
    ready = case.person.readiness
    return ready is not None and reached(ready.available, case.day)


def _motivated(case: Known, _: StageStep) -> bool:
    ready = case.person.readiness
    return ready is not None and reached(ready.motivated, case.day)


def _trained(case: Known, _: StageStep) -> bool:
    ready = case.person.readiness
    return ready is not None and reached(ready.trained, case.day)


def _not_closed_before(application: Application, day: date) -> bool:
    return application.closed is None or application.closed >= day


def _accepted(application: Application, day: date) -> bool:
    return (
        application.decision == "accepted"
        and (application.decided is None or application.decided <= day)
        and _not_closed_before(application, day)
    )


def _accepted_application(case: Known, _: StageStep) -> bool:
    return any(_accepted(application, case.day) for application in case.person.applications)


def _presented_application(case: Known, _: StageStep) -> bool:
    return any(
        _accepted(application, case.day)
        and (reached(application.presented, case.day) or reached(application.interview, case.day))
        for application in case.person.applications
    )


def _presentation_consent(case: Known, _: StageStep) -> bool:
    allowed = {c.to for c in case.person.consents if consent_in_force(c, case.day)}
    return any(
        (application.proposed is None or application.proposed <= case.day)
        and _not_closed_before(application, case.day)
        and (EMPLOYERS in allowed or application.employer in allowed)
        for application in case.person.applications
    )


def _placement(case: Known, _: StageStep) -> bool:
    return bool(case.under_way)


def _paid_placement(case: Known, _: StageStep) -> bool:
    return any(placement.paid for _, placement in case.under_way)


def _referent(case: Known, _: StageStep) -> bool:
    return case.settings.coach(case.person.coach) is not None


def _reason(_: Known, step: StageStep) -> bool:
    return bool(step.entry.why and step.entry.why.strip())


def _shared_evaluation(case: Known, step: StageStep) -> bool:
    opened = _last_opened(case, step)
    closings = [
        review
        for review in case.person.reviews
        if review.kind == "closing" and opened <= review.on <= case.day
    ]
    coaches = {COACH, *(coach.id for coach in case.settings.coaches)}
    by_person = [review for review in closings if review.by == PERSON]
    by_coach = [review for review in closings if review.by in coaches]
    return (
        bool(by_person and by_coach)
        or any(review.decision == "stop" for review in by_person)
        or any(r.decision in ("unreachable", "moved", "deceased") for r in by_coach)
    )


def _last_opened(case: Known, step: StageStep) -> date:
    """The day the case was last reopened before *step*; the beginning of time where it never was."""
    earlier = [other for other in case.steps if other.index < step.index]
    for before, following in zip(reversed(earlier[:-1]), reversed(earlier), strict=False):
        if before.stage is not None and before.stage.final:
            return following.entry.on
    return date.min


_MET: dict[Need, Callable[[Known, StageStep], bool]] = {
    "participation": _participation,
    "trust-contract": _trust_contract,
    "service": _service,
    "work-plan": _work_plan,
    "service-dated": _service_dated,
    "employer-agreement": _employer_agreement,
    "profile": _profile,
    "plan": _plan,
    "signed-plan": _signed_plan,
    "available": _available,
    "motivated": _motivated,
    "trained": _trained,
    "accepted-application": _accepted_application,
    "presented-application": _presented_application,
    "presentation-consent": _presentation_consent,
    "placement": _placement,
    "paid-placement": _paid_placement,
    "referent": _referent,
    "reason": _reason,
    "shared-evaluation": _shared_evaluation,
}
assert _MET.keys() == set(NEEDS)
