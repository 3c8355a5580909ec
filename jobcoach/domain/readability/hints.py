"""What in a plan is hard to read: every rule of thumb over every sentence the plan shows."""

from collections.abc import Iterator
from datetime import date

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.findings import FieldPath
from jobcoach.domain.people import Person
from jobcoach.domain.readability.hard import Code, Hard, Reader
from jobcoach.domain.readability.plan_texts import plan_texts, proper_names
from jobcoach.domain.readability.rules import RULES
from jobcoach.domain.readability.sentences import hidden_addresses, sentences
from jobcoach.domain.readability.words import words_of


class Hint(msgspec.Struct, frozen=True):
    """A hard sentence of a plan, where it stands, and one thing that is hard in it."""

    path: FieldPath
    sentence: str
    code: Code
    facts: dict[str, object]


class PlanRead(msgspec.Struct, frozen=True):
    """A plan looked over: how many sentences it shows, and what is hard in them, in its order."""

    sentences: int
    hints: tuple[Hint, ...]


def plan_read(person: Person, cases: Cases, language: str, today: date) -> PlanRead:
    """Look over the texts of a person's plan as texts in *language*.

    A date without a year is the nearest to *today*.
    """
    words = words_of(language)
    reader = Reader(words, today, proper_names(person, cases))
    count = 0
    found: list[Hint] = []
    for path, text in plan_texts(person):
        for sentence in sentences(text, words):
            count += 1
            found += [
                Hint(path, sentence, hard.code, hard.facts) for hard in hard_in(sentence, reader)
            ]
    return PlanRead(count, tuple(found))


def hard_in(sentence: str, reader: Reader) -> Iterator[Hard]:
    """Yield what is hard to read in a sentence, each thing once."""
    readable = hidden_addresses(sentence)
    told: list[Hard] = []
    for rule in RULES:
        for hard in rule(readable, reader):
            if hard not in told:
                told.append(hard)
                yield hard
