"""What the files show of getting to know the person and planning with them (engage-1 to profile-3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jobcoach.domain.due.plan import plan_review
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import reached
from jobcoach.domain.needs import in_place
from jobcoach.domain.people import Plan
from jobcoach.domain.signing import fingerprint
from jobcoach.domain.statistics.figures import Counted, Sum
from jobcoach.domain.statistics.reports.quality.seen import Looked, Person
from jobcoach.domain.statistics.tally import Tally

PLANS = ("signed_copy", "no_copy", "changed", "not_signed")
TRIALS = ("internship", "trial")


def planning_figures(look: Looked, tally: Tally) -> None:
    """Add the figures of the standards on engagement, profile and plan."""
    for group, holds in _THERE.items():
        tally.divide(
            "persons",
            group,
            ("there", "missing"),
            ((one.counted(), "there" if holds(one) else "missing") for one in look.coached),
        )
    _decisions(look, tally)
    _trials(look, tally)
    _plans(look, tally)


def _prefers(one: Person) -> bool:
    wishes = one.person.prefers
    return wishes is not None and any((wishes.how, wishes.where, wishes.when))


_THERE: dict[str, Callable[[Person], bool]] = {
    "engage-1.agreement": lambda one: in_place("participation", one.known),
    "engage-1.documents": lambda one: one.person.documents is not None,
    "engage-1.prefers": _prefers,
    "profile-1.profile": lambda one: in_place("profile", one.known),
    "profile-1.strengths": lambda one: bool(one.person.strengths or one.person.skills),
}


def _decisions(look: Looked, tally: Tally) -> None:
    """What persons said to jobs: dated ones in the period; of others nobody knows when."""
    decided = [
        (one, one.counted(f"applications[{place}]", application.decided), application)
        for one in look.coached
        for place, application in enumerate(one.person.applications)
        if application.decision is not None
    ]
    tally.whole(
        "profile-2.decisions",
        ("accepted", "declined"),
        (
            (counted, application.decision or "")
            for one, counted, application in decided
            if look.happened(one, application.decided)
        ),
    )
    tally.count(
        "profile-2.undated",
        [counted for _, counted, application in decided if application.decided is None],
    )


def _trials(look: Looked, tally: Tally) -> None:
    tally.whole(
        "profile-2.trials",
        ("limited", "open"),
        (
            (
                one.counted(f"placements[{place}]", trial.from_),
                "limited" if trial.until else "open",
            )
            for one in look.coached
            for place, trial in one.known.placements
            if trial.contract in TRIALS and look.happened(one, trial.from_)
        ),
    )


def _plans(look: Looked, tally: Tally) -> None:
    states = [(one, _plan_state(one)) for one in look.coached]
    with_plan = [(one, state) for one, state in states if state != "no_plan"]
    tally.count("profile-3.plans", [one.counted("plan") for one, _ in with_plan], of="persons")
    tally.divide(
        "profile-3.plans",
        "profile-3.signed",
        PLANS,
        ((one.counted("plan"), state) for one, state in with_plan),
    )
    tally.count(
        "profile-3.no_plan",
        [one.counted() for one, state in states if state == "no_plan"],
        of="persons",
    )
    tally.sums.append(Sum("persons", ("profile-3.plans", "profile-3.no_plan"), "profile-3.plans"))
    reviews = list(_reviews(look))
    tally.count("profile-3.reviews", [counted for counted, _ in reviews])
    reviewed = {case for _, case in reviews}
    tally.divide(
        "profile-3.plans",
        "profile-3.review",
        ("held", "not_due", "overdue"),
        ((one.counted("plan"), _review_state(one, look, reviewed)) for one, _ in with_plan),
    )
    tally.at_most("profile-3.reviews", "profile-3.review.held")


def _plan_state(one: Person) -> str:
    plan = one.person.plan
    if plan is None or not plan.goals or (plan.on is not None and plan.on > one.known.day):
        return "no_plan"
    if not reached(plan.signed.get(PERSON), one.known.day):
        return "not_signed"
    if _changed(plan):
        return "changed"
    return "signed_copy" if PERSON in plan.copies else "no_copy"


def _changed(plan: Plan) -> bool:
    return plan.fingerprints.get(PERSON) not in (None, fingerprint(plan))


def _reviews(look: Looked) -> Iterator[tuple[Counted, str]]:
    for one in look.coached:
        for place, review in enumerate(one.person.reviews):
            if review.kind == "plan" and look.happened(one, review.on):
                yield one.counted(f"reviews[{place}]", review.on), one.person.case


def _review_state(one: Person, look: Looked, reviewed: set[str]) -> str:
    if any(found.due < look.day for found in plan_review(one.known)):
        return "overdue"
    return "held" if one.person.case in reviewed else "not_due"
