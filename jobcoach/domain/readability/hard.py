"""What a rule of thumb is told, and what it finds."""

from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.readability.words import Words

Code = Literal[
    "long-sentence",
    "commas",
    "passive",
    "double-negative",
    "date-in-digits",
    "abbreviation",
    "brackets",
    "slash",
    "number-in-words",
]


class Hard(msgspec.Struct, frozen=True):
    """Something hard to read: what kind, and the facts to say it with."""

    code: Code
    facts: dict[str, object]


class Reader(msgspec.Struct, frozen=True):
    """What a rule is told besides the sentence."""

    words: Words
    today: date
    names: frozenset[str] = frozenset()
    """Names in capitals that are no abbreviations."""
