"""What a job must respect: loads, the way there, languages, and what only words say."""

from collections.abc import Callable, Iterator

from jobcoach.domain.finding_cases import folded
from jobcoach.domain.matching.hours import hours_and_days, hours_in_words, most_hours
from jobcoach.domain.matching.pair import WORK, Pair, found_in
from jobcoach.domain.matching.reason import Reason, Side
from jobcoach.domain.matching.words import Subjects, is_language, language, languages_in, subjects
from jobcoach.domain.people import Constraint

LOADS = ("none", "light", "heavy")
"""From the lightest to the heaviest."""


def loads(pair: Pair, place: int, constraint: Constraint) -> Iterator[Reason]:
    """Judge a constraint on loads: the job's may be as heavy, not heavier."""
    if constraint.loads is None:
        return
    asked = pair.job.loads
    side: Side = "ask"
    if asked is not None:
        side = "for" if LOADS.index(asked) <= LOADS.index(constraint.loads) else "against"
    yield _reason(side, "loads", place, constraint, most=constraint.loads, loads=asked)


def transport(pair: Pair, place: int, constraint: Constraint) -> Iterator[Reason]:
    """Judge a constraint on the way there: a job that needs a car conflicts.

    By bike or on foot, a job elsewhere is to be asked about: nobody has measured the way.
    """
    if constraint.transport is None:
        return
    needed = pair.job.car_needed
    side: Side = "ask"
    if needed:
        side = "against"
    elif needed is False and (constraint.transport == "public" or same_place(pair)):
        side = "for"
    yield _reason(
        side,
        "transport",
        place,
        constraint,
        by=constraint.transport,
        car_needed=needed,
        there=pair.employer.transport,
        **{"from": pair.person.place, "to": pair.employer.place},
    )


def same_place(pair: Pair) -> bool:
    """Whether the person lives where the firm is, as far as the files say."""
    home, there = pair.person.place, pair.employer.place
    return bool(home and there) and folded(home or "").strip() == folded(there or "").strip()


def spoken(pair: Pair, place: int, constraint: Constraint) -> Iterator[Reason]:
    """Judge a constraint on languages: those it names are the ones the person can work in."""
    if constraint.languages is None:
        return
    known = {language(one) for one in constraint.languages}
    asked = pair.job.languages
    missing = [one for one in asked if language(one) not in known]
    side: Side = "against" if missing else "for" if asked else "ask"
    yield _reason(side, "languages", place, constraint, languages=list(asked), missing=missing)


def in_words(pair: Pair, place: int, constraint: Constraint) -> Iterator[Reason]:
    """Ask about a constraint that no key tells: the job's file has nothing to compare it with."""
    keys = (constraint.hours, constraint.days, constraint.loads, constraint.transport)
    if any(key is not None for key in (*keys, constraint.languages)):
        return
    told = (hours_in_words, mentioned)
    if not any(True for rule in told for _ in rule(pair, place, constraint)):
        yield _reason("ask", "constraint", place, constraint, kind=constraint.kind)


def mentioned(pair: Pair, place: int, constraint: Constraint) -> Iterator[Reason]:
    """Ask where the job's own words touch on what a constraint says: *station debout limitée*, *debout*.

    Words are no measure: it is never a conflict by itself.
    """
    if constraint.kind not in ("health", "mobility", "language", "other"):
        return
    said = subjects(constraint.what)
    touched = Subjects(said.wanted | said.unwanted, frozenset(), said.listed)
    found = found_in(touched, (aspect for aspect in pair.aspects if aspect.key in WORK))
    if found:
        yield _reason("ask", "mentioned", place, constraint, job=found)


ConstraintRule = Callable[[Pair, int, Constraint], Iterator[Reason]]

CONFLICT_RULES: tuple[ConstraintRule, ...] = (
    hours_and_days,
    hours_in_words,
    loads,
    transport,
    spoken,
)
"""Rules that may find a conflict; the others only ask."""

CONSTRAINT_RULES: tuple[ConstraintRule, ...] = (*CONFLICT_RULES, mentioned, in_words)


def comparable(constraint: Constraint) -> bool:
    """Whether a constraint has something that a job's file may be compared with; words alone have not."""
    keys = (constraint.hours, constraint.days, constraint.loads, constraint.transport)
    return (
        any(key is not None for key in (*keys, constraint.languages))
        or most_hours(constraint) is not None
    )


def conflicts(pair: Pair) -> Iterator[tuple[int, Constraint]]:
    """Yield every constraint that speaks against the pair, once each, with its place."""
    for place, constraint in pair.constraints:
        found = (reason for rule in CONFLICT_RULES for reason in rule(pair, place, constraint))
        if any(reason.side == "against" for reason in found):
            yield place, constraint


def constraints(pair: Pair) -> Iterator[Reason]:
    """Judge every constraint that still holds by what it says, key by key."""
    for place, constraint in pair.constraints:
        for rule in CONSTRAINT_RULES:
            yield from rule(pair, place, constraint)


def languages(pair: Pair) -> Iterator[Reason]:
    """Compare the job's languages with those the person is known to speak, where no constraint does."""
    if any(constraint.languages is not None for _, constraint in pair.constraints):
        return
    asked = pair.job.languages
    missing = [one for one in asked if language(one) not in pair.languages]
    if missing:
        codes = {language(one) for one in missing}
        said = [s for s in pair.person.skills if not is_language(s) and languages_in(s) & codes]
        yield Reason(side="ask", code="languages", facts={"languages": missing, "said": said})
    elif asked:
        yield Reason(side="for", code="languages", facts={"languages": list(asked)})


def car(pair: Pair) -> Iterator[Reason]:
    """Ask whether the person drives where the job needs a car and nothing in their file tells."""
    if not pair.job.car_needed or any(c.transport for _, c in pair.constraints):
        return
    person = pair.person
    drives = any("driving" in subjects(text).wanted for text in (*person.skills, *person.strengths))
    yield Reason(side="for" if drives else "ask", code="car", merit=drives)


def _reason(side: Side, code: str, place: int, constraint: Constraint, **facts: object) -> Reason:
    said = {"constraint": place, "what": constraint.what} | facts
    return Reason(side=side, code=code, facts=said, confidential=constraint.confidential is True)
