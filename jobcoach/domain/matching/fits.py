"""What a person brings or wishes, and what a job is about."""

from collections.abc import Iterator

from jobcoach.domain.matching.pair import WORK, Aspect, Pair, found_in
from jobcoach.domain.matching.reason import Reason
from jobcoach.domain.matching.words import Subjects, subjects


def wishes(pair: Pair) -> Iterator[Reason]:
    """Yield each wish that the job meets, with where it does."""
    for wish in pair.person.wishes:
        found = found_in(subjects(wish), pair.aspects)
        if found:
            yield Reason(side="for", code="wish", facts={"text": wish, "job": found}, merit=True)


def unwished(pair: Pair) -> Iterator[Reason]:
    """Yield each wish that says no to what is done in the job: *Pas de clients*."""
    for wish in pair.person.wishes:
        said = subjects(wish)
        found = [
            {"key": aspect.key, "text": aspect.text}
            for aspect in pair.aspects
            if aspect.key in WORK and said.refuses(aspect.subjects)
        ]
        if found:
            yield Reason(side="warning", code="unwished", facts={"text": wish, "job": found})


def strengths(pair: Pair) -> Iterator[Reason]:
    """Yield each strength that a task or a demand really needed asks for."""
    yield from _abilities(pair, "strengths", "strength")


def skills(pair: Pair) -> Iterator[Reason]:
    """Yield each skill that a task or a demand really needed asks for."""
    yield from _abilities(pair, "skills", "skill")


def _abilities(pair: Pair, key: str, code: str) -> Iterator[Reason]:
    for brought in pair.brought:
        if brought.key == key:
            found = found_in(brought.subjects, _work(pair))
            if found:
                facts = {"text": brought.text, "job": found}
                yield Reason(side="for", code=code, facts=facts, merit=True)


def experience(pair: Pair) -> Iterator[Reason]:
    """Yield each job the person has done that resembles this one, or belongs to the firm's trade."""
    for brought in pair.experience:
        found = found_in(
            brought.subjects, (a for a in pair.aspects if a.key in WORK or a.key == "sector")
        )
        if found:
            facts = {"text": brought.text, "at": brought.place, "job": found}
            yield Reason(side="for", code="experience", facts=facts, merit=True)


def needed_unseen(pair: Pair) -> Iterator[Reason]:
    """Yield what the job really needs and nothing in the person's file speaks to: worth asking."""
    demands = pair.job.demands
    wished = [subjects(wish) for wish in pair.person.wishes]
    unseen = [
        demand
        for demand in (demands.needed if demands else ())
        if not seen(pair, subjects(demand))
        and not any(wish.meets(subjects(demand)) for wish in wished)
    ]
    if unseen:
        yield Reason(side="ask", code="needed", facts={"texts": unseen})


def seen(pair: Pair, demand: Subjects) -> bool:
    """Whether something of the person's file speaks to a demand."""
    return any(brought.subjects.meets(demand) for brought in pair.brought)


def _work(pair: Pair) -> Iterator[Aspect]:
    return (aspect for aspect in pair.aspects if aspect.key in WORK)
