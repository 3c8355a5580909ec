"""The individual plan: goals, steps, signatures, reviews."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from jobcoach.domain.fields import PERSON
from jobcoach.domain.people import Goal, Person, Plan, Review, Step
from jobcoach.domain.recording.entries import by_number_or_words, with_changed
from jobcoach.domain.signing import fingerprint
from jobcoach.errors import NotFound


def goal_set(person: Person, goal: Goal, day: date) -> Person:
    """Return the case with one more goal; a first one begins the plan on *day*."""
    plan = person.plan or Plan(on=day)
    return replace(person, plan=replace(plan, goals=(*plan.goals, goal)))


def step_agreed(person: Person, goal: str, step: Step) -> Person:
    """Return the case with one more step toward a goal: its number or a part of its words.

    Raises NotFound or SeveralFound.
    """
    plan = _plan(person)
    place = by_number_or_words([g.goal or g.words for g in plan.goals], goal, "goal")
    steps = (*plan.goals[place].steps, step)
    return replace(person, plan=replace(plan, goals=with_changed(plan.goals, place, steps=steps)))


def step_done(person: Person, wanted: str, day: date) -> Person:
    """Return the case with a step done: ``1.2``, its id, or a part of its words among open ones.

    Raises NotFound or SeveralFound.
    """
    plan = _plan(person)
    at, place = _step(plan, wanted)
    steps = with_changed(plan.goals[at].steps, place, done=day)
    return replace(person, plan=replace(plan, goals=with_changed(plan.goals, at, steps=steps)))


def _step(plan: Plan, wanted: str) -> tuple[int, int]:
    places = [(i, j) for i, goal in enumerate(plan.goals) for j in range(len(goal.steps))]
    numbers = {f"{i + 1}.{j + 1}": (i, j) for i, j in places}
    ids = {plan.goals[i].steps[j].id or "": (i, j) for i, j in places}
    if wanted in numbers or (wanted and wanted in ids):
        return numbers.get(wanted) or ids[wanted]
    if wanted.isdigit() and len(plan.goals) == 1:
        wanted = f"1.{wanted}"
        if wanted in numbers:
            return numbers[wanted]
    texts = [None if plan.goals[i].steps[j].done else plan.goals[i].steps[j].do for i, j in places]
    if not any(texts):
        raise NotFound("step-not-found", value=wanted)
    if wanted.replace(".", "").isdigit():
        raise NotFound("step-not-found", value=wanted)
    return places[by_number_or_words(texts, wanted, "step")]


def signed(person: Person, parties: Iterable[str], day: date, copies: Iterable[str]) -> Person:
    """Return the case with a plan signed by *parties* on *day*, and *copies* held by those named.

    What they signed is kept as a fingerprint beside each date.
    """
    plan, by = _plan(person), list(parties)
    plan = replace(plan, copies=tuple(dict.fromkeys((*plan.copies, *copies))))
    return replace(
        person,
        plan=replace(
            plan,
            signed={**plan.signed, **dict.fromkeys(by, day)},
            fingerprints={**plan.fingerprints, **dict.fromkeys(by, fingerprint(plan))},
        ),
    )


def plan_reviewed(
    person: Person, day: date, by: str = PERSON, note: str | None = None, next_: date | None = None
) -> Person:
    """Return the case with a review of the plan, and the date of the next one where it is agreed.

    Without a plan yet there is the review alone: a limit of the stage is talked over all the same.
    """
    review = Review(kind="plan", on=day, by=by, note=note)
    person = replace(person, reviews=(*person.reviews, review))
    return replace(person, plan=replace(_plan(person), review=next_)) if next_ else person


def _plan(person: Person) -> Plan:
    if person.plan is None:
        raise NotFound("plan-not-found", value=person.id)
    return person.plan
