"""What stands in a spreadsheet, and what is wrong with a row of it."""

from typing import Literal

import msgspec

Kind = Literal["people", "employers", "contacts"]
KINDS: tuple[Kind, ...] = ("people", "employers", "contacts")
Order = Literal["dmy", "mdy", "ymd"]
ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd")


class Row(msgspec.Struct, frozen=True):
    """One row: the line of the file it begins on, from 1, and its cells as written."""

    line: int
    cells: tuple[str, ...]


class Sheet(msgspec.Struct, frozen=True):
    """A spreadsheet as read, empty rows left out."""

    encoding: str
    delimiter: str
    headers: tuple[str, ...]
    header_line: int
    rows: tuple[Row, ...]


class Column(msgspec.Struct, frozen=True):
    """A column and the key it goes to; None where it is left out."""

    place: int
    header: str
    key: str | None


class Trouble(msgspec.Struct, frozen=True):
    """What keeps a row from being brought in. *column* is its header, empty for the row as a whole.

    The facts may hold a word or a date of the row, never somebody's name or free text.
    """

    line: int
    column: str
    code: str
    facts: dict[str, object] = {}
