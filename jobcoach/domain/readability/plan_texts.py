"""The free texts that the person's own copy of the plan shows, with their places."""

from collections.abc import Iterator

from jobcoach.domain.cases import Cases
from jobcoach.domain.findings import FieldPath
from jobcoach.domain.people import Person


def plan_texts(person: Person) -> Iterator[tuple[FieldPath, str]]:
    """Yield place and text in the order of the plan; the person's own words are theirs and left out."""
    for key in ("wishes", "strengths", "skills"):
        for place, text in enumerate(getattr(person, key)):
            yield (key, place), text
    for place, constraint in enumerate(person.constraints or ()):
        yield ("constraints", place, "what"), constraint.what
    if person.plan is None:
        return
    for number, goal in enumerate(person.plan.goals):
        at: FieldPath = ("plan", "goals", number)
        if goal.goal:
            yield (*at, "goal"), goal.goal
        if goal.measure:
            yield (*at, "measure"), goal.measure
        for place, text in enumerate(goal.support):
            yield (*at, "support", place), text
        for place, step in enumerate(goal.steps):
            if step.do:
                yield (*at, "steps", place, "do"), step.do
    for place, risk in enumerate(person.plan.risks):
        yield ("plan", "risks", place, "what"), risk.what
        if risk.agreed:
            yield ("plan", "risks", place, "agreed"), risk.agreed
    for place, text in enumerate(person.plan.signs):
        yield ("plan", "signs", place), text


def proper_names(person: Person, cases: Cases) -> frozenset[str]:
    """Return the words of names the reader knows, in capitals: a firm called ALDI is no abbreviation.

    Partners' names are left out: that the service knows the ONEM does not make it readable.
    """
    names: list[str | None] = [person.name]
    names += [relative.name for relative in person.circle]
    names += [name for place in person.placements for name in (place.firm, place.tutor)]
    names += [application.firm for application in person.applications]
    names += [employer.name for employer in cases.employers.values()]
    names += [coach.name for coach in cases.settings.coaches]
    return frozenset(word.upper() for name in names if name for word in name.split())
