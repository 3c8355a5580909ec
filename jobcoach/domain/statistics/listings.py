"""Lists of single cases: what the team looks at together, row by row; never published."""

from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.durations import Duration
from jobcoach.domain.process import StageNamed

Kind = Literal[
    "text", "number", "day", "days", "every", "length", "word", "words", "stage", "party", "coach"
]
"""What stands in a column: a text from the files; a number; a date; a length in days; how often; a length as
it is written in the files; one of the report's own words, or several; a stage; the id of a party or of a coach, said
by its name."""

Value = str | int | float | date | Duration | StageNamed | tuple[str, ...] | None


class Field(msgspec.Struct, frozen=True):
    """A column of a list: its name for programs and in the report's words, and what stands in it."""

    name: str
    kind: Kind


class Row(msgspec.Struct, frozen=True):
    """One case with a value for each column; None where there is nothing to say.

    *case* is the file without its ending: ``people/ab-k7q``. It is called by its name.
    """

    case: str
    values: tuple[Value, ...]
    repository: str = ""


class Listing(msgspec.Struct, frozen=True):
    """A list: its name for programs, its definition as a code for words, its columns, its rows."""

    name: str
    definition: str
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]
    rows_are: str = "case"
    """What a row is about, for programs: where it is no file, :attr:`Row.case` is a word of the report's own."""
