"""What happened in a person's case and on which day: what can be told of progress from what is written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import Known
from jobcoach.domain.people import Application, Person, Step
from jobcoach.domain.statistics.cohort import Seen
from jobcoach.domain.statistics.figures import Period, Scope

READINESS = ("available", "motivated", "trained")
STEPPING_STONES = ("internship", "trial", "in-company-training")
CONTACTS = "contacts"
KINDS = (
    *("obstacles_solved", "steps_done", "stage_moves", CONTACTS),
    *("plan_reviews", "satisfaction_reviews"),
    *READINESS,
    *STEPPING_STONES,
    "decisions",
)
"""What is looked for, in the order in which it is told."""


class Happening(msgspec.Struct, frozen=True):
    """One thing that happened: which kind, on which day, written down where in the file."""

    kind: str
    on: date
    ref: str


def happenings(one: Seen, cases: Cases, period: Period, scope: Scope) -> tuple[Happening, ...]:
    """Return what happened in the period, on days on which the case followed the scope's model."""
    found = (
        *_with_helpers(one.person),
        *_on_the_road(one),
        *_talks(one, cases, period),
        *_toward_work(one.person),
    )
    return tuple(each for each in found if period.holds(each.on) and one.follows(scope, each.on))


def _with_helpers(person: Person) -> Iterator[Happening]:
    for place, obstacle in enumerate(person.obstacles):
        if obstacle.solved is not None:
            yield Happening("obstacles_solved", obstacle.solved, f"obstacles[{place}]")
    for ref, step in steps_of(person):
        if step.done is not None:
            yield Happening("steps_done", step.done, ref)


def steps_of(person: Person) -> Iterator[tuple[str, Step]]:
    """Yield the steps of the plan with their places in the file."""
    for goal_place, goal in enumerate(person.plan.goals if person.plan else ()):
        for place, step in enumerate(goal.steps):
            yield f"plan.goals[{goal_place}].steps[{place}]", step


def _on_the_road(one: Seen) -> Iterator[Happening]:
    """Stages entered after the first one. A closing is the end of the road, no move on it."""
    for stretch in one.road.stretches[1:]:
        step = stretch.step
        if step.stage is None or not step.stage.final:
            yield Happening("stage_moves", step.entry.on, f"stages[{step.index}]")


def _talks(one: Seen, cases: Cases, period: Period) -> Iterator[Happening]:
    journal = Known(one.person, cases, period.until).journal
    for place, contact in journal.entries:
        if PERSON in contact.parties() and journal.counts(contact, PERSON):
            yield Happening(CONTACTS, contact.on, f"contacts[{place}]")
    for place, review in enumerate(one.person.reviews):
        if review.kind == "plan":
            yield Happening("plan_reviews", review.on, f"reviews[{place}]")
        elif review.kind == "satisfaction" and review.by == PERSON:
            yield Happening("satisfaction_reviews", review.on, f"reviews[{place}]")


def _toward_work(person: Person) -> Iterator[Happening]:
    for key in READINESS:
        since: date | None = getattr(person.readiness, key, None)
        if since is not None:
            yield Happening(key, since, f"readiness.{key}")
    for place, placement in enumerate(person.placements):
        if placement.contract in STEPPING_STONES:
            yield Happening(placement.contract, placement.from_, f"placements[{place}]")
    for place, application in enumerate(person.applications):
        if application.decision is not None and application.decided is not None:
            yield Happening("decisions", application.decided, f"applications[{place}]")


def undated_decision(application: Application, period: Period) -> bool:
    """Whether the person decided on a day that is not said and may lie in the period.

    It lies after the proposal and before the application was closed.
    """
    if application.decision is None or application.decided is not None:
        return False
    proposed, closed, since = application.proposed, application.closed, period.since
    return (proposed is None or proposed <= period.until) and (
        closed is None or since is None or since <= closed
    )
