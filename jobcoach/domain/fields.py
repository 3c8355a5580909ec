"""What a key of a case file may hold: the vocabulary in which the records are declared.

The records' annotations are read by ``store.codec`` (files to records), ``store.plain`` (files to
JSON) and ``store.json_schema`` (schemas for editors), so that a key is declared exactly once.
Modules that declare records must not postpone their annotations.
"""

import re
from collections.abc import Mapping
from enum import Enum
from typing import Annotated, Literal

import msgspec


class Kind(Enum):
    """How the text of a value is to be understood where its Python type does not say."""

    ID = "id"  # declares an id: its form is checked
    ONE_OR_MORE = "one-or-more"  # one text or a list of texts
    RHYTHM = "rhythm"  # a duration longer than nothing
    HOURS = "hours"  # 08:30-16:00


class Bounds(msgspec.Struct, frozen=True):
    """The least and the most a number may be, both included."""

    least: float
    most: float


class OneOf(msgspec.Struct, frozen=True):
    """The words of which a value is one, where they stand in a table of the domain."""

    words: tuple[str, ...]


class Record(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One mapping of a case file. A field without a default is required of an entry.

    A trailing underscore keeps a key from Python's own words: ``from_`` is the key ``from``.
    """

    @classmethod
    def wanted(cls, _values: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
        """Keys that an entry with these values should have, though it is legible without.

        Each is a choice: one of several keys will do.
        """
        return ()


ID = re.compile(r"[a-z0-9][a-z0-9-]{0,62}")
"""The form of an id; it is a file's name as well."""

Id = Annotated[str, Kind.ID]
Parties = Annotated[tuple[str, ...], Kind.ONE_OR_MORE]
HourRange = Annotated[str, Kind.HOURS]
WeekHours = Annotated[float, Bounds(0, 168)]
Count = Annotated[float, Bounds(0, 100_000)]
Score = Annotated[float, Bounds(1, 5)]

Language = Literal["fr", "en", "nl", "de"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
How = Literal["visit", "meeting", "phone", "video", "message", "letter"]
Contract = Literal[
    "permanent",
    "fixed-term",
    "temporary",
    "subsidised",
    "self-employed",
    "internship",
    "trial",
    "in-company-training",
]
Pay = Literal["at-scale", "below-scale"]

PERSON = "person"
COACH = "coach"
EMPLOYERS = "employers"
PARTNERS = "partners"
RESERVED_IDS = frozenset({PERSON, COACH, EMPLOYERS, PARTNERS, "none", "null"})
