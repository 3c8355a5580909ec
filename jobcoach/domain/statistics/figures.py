"""Figures: each holds the cases it counts, so that a count and its explanation cannot differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.people import Person
from jobcoach.domain.process import StageNamed
from jobcoach.domain.statistics.listings import Listing
from jobcoach.domain.statistics.paths import Path

Column = Literal["men", "women", "other", "unknown", "all"]
COLUMNS: tuple[Column, ...] = ("men", "women", "other", "unknown", "all")
PARTS: tuple[Column, ...] = COLUMNS[:-1]
"""The columns that add up to ``all``."""

_COLUMN_OF: dict[str | None, Column] = {"man": "men", "woman": "women", "other": "other"}


class Period(msgspec.Struct, frozen=True):
    """From *since* (None: from the beginning) to *until*, both included."""

    since: date | None
    until: date

    def holds(self, day: date) -> bool:
        """Whether *day* lies in the period."""
        return (self.since is None or self.since <= day) and day <= self.until

    def meets(self, first: date, last: date | None) -> bool:
        """Whether the days from *first* to *last* (None: no end yet) share one with the period.

        A stretch that ends before it begins has no day.
        """
        if last is not None and last < first:
            return False
        return first <= self.until and (self.since is None or last is None or last >= self.since)


class Scope(msgspec.Struct, frozen=True):
    """Whose cases are looked at: one coach's, one process model's, or everyone's."""

    coach: str | None = None
    process: str | None = None
    employer: str | None = None
    """One employer, of a report that looks at one."""
    unread: frozenset[str] = frozenset()
    """Cases whose stages could not be read whole: without any, nobody knows whether they started."""


class StageOf(msgspec.Struct, frozen=True):
    """A stage with the process model it belongs to: two models may call different stages alike."""

    process: StageNamed
    stage: StageNamed


Label = str | tuple[StageNamed, ...] | StageOf
"""What a row is called that has no words of its own: a name from the files, the stages it leads through, or
the stage of a model."""


class Counted(msgspec.Struct, frozen=True, order=True):
    """One case in a figure: the file, the entry in it, the day it is counted for.

    In a :class:`Curve` also how many *days* it lasted, and whether it had *ended* by then or ran on.
    """

    case: str
    ref: str = ""
    on: date | None = None
    column: Column = "unknown"
    repository: str = ""
    days: int | None = None
    ended: bool | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """What is counted: *name* as programs know it, *definition* as a code for words, the cases.

    Shares are of the figure named *of*. One that is not *split* has no columns but ``all``. Where *per* is
    given, the figure is also told as so many to one: the count divided by it, or by the count of the figure
    that it names.
    """

    name: str
    definition: str
    counted: tuple[Counted, ...]
    of: str | None = None
    label: Label = ""
    across: Label = ""
    """The same for the column it stands in, in a table of rows and columns of its own."""
    split: bool = True
    per: float | str | None = None
    own: bool = False
    """Whether its name means something within its repository only: in another one it is another figure."""
    free: bool = False
    """Whether it is called by what somebody wrote in a person's file: it is published only with its count."""
    by_case: bool = False
    """Whether few cases may stand behind many that are counted, as behind pairs: it is published only where there
    are enough of both. So is every figure with columns, which counts persons or what happened to them."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that the figure has."""
        return COLUMNS if self.split else ("all",)

    def cases(self, column: Column = "all") -> tuple[Counted, ...]:
        """Return the cases behind one column."""
        if column == "all":
            return self.counted
        return tuple(one for one in self.counted if one.column == column)

    def count(self, column: Column = "all") -> int:
        """Return how many there are: never anything but the length of :meth:`cases`."""
        return len(self.cases(column))


def figure(
    name: str,
    definition: str,
    counted: Iterable[Counted],
    of: str | None = None,
    *,
    label: Label = "",
    split: bool = True,
    by_case: bool = False,
) -> Figure:
    """Return a figure of the cases as they come."""
    return Figure(
        name=name,
        definition=definition,
        counted=tuple(counted),
        of=of,
        label=label,
        split=split,
        by_case=by_case,
    )


class Curve(Figure, frozen=True, kw_only=True):
    """A figure whose cases lasted so many days each, ended or still running: for how long, how many.

    It has no columns but ``all``.
    """

    split: bool = False


class Sum(msgspec.Struct, frozen=True):
    """A figure that is the sum of others, column by column.

    *by* tells two such sums of one figure apart; without it, what the names of the parts begin with.
    """

    whole: str
    parts: tuple[str, ...]
    by: str = ""

    @property
    def group(self) -> str:
        """What the whole is divided by."""
        return self.by or self.parts[0].partition(".")[0]


class AtMost(msgspec.Struct, frozen=True):
    """Figures that together are at most as many as *those* together, column by column.

    Every case of *these* is one of *those* too, though others may be; a figure named twice counts twice.
    """

    these: tuple[str, ...]
    those: tuple[str, ...]


class Product(msgspec.Struct, frozen=True):
    """A figure that counts every case of one figure with every case of another."""

    whole: str
    factors: tuple[str, str]


class Statement(msgspec.Struct, frozen=True):
    """The figures of one report over one repository, by name, in the order of the report.

    *sums*, *bounds* and *products* are what a reader knows to hold among them. *lists* and *paths* are for the team: they
    tell of single cases, and are never published.
    """

    figures: Mapping[str, Figure]
    sums: tuple[Sum, ...]
    lists: Mapping[str, Listing] = {}
    paths: tuple[Path, ...] = ()
    bounds: tuple[AtMost, ...] = ()
    products: tuple[Product, ...] = ()

    def under(self, name: str) -> list[Figure]:
        """Return the figures whose names begin with *name* and a dot."""
        return [figure for key, figure in self.figures.items() if key.startswith(f"{name}.")]


def column_of(person: Person) -> Column:
    """Return the column of a person; ``unknown`` where the file says nothing of the gender."""
    return _COLUMN_OF.get(person.gender, "unknown")


def statement(
    figures: Iterable[Figure],
    sums: Iterable[Sum] = (),
    lists: Iterable[Listing] = (),
    paths: Iterable[Path] = (),
    bounds: Iterable[AtMost] = (),
    products: Iterable[Product] = (),
) -> Statement:
    """Return a statement whose figures list their cases in an order of their own.

    So the order in which files were read changes nothing. Lists come in the order they are to be read in.
    """
    ordered = {
        figure.name: msgspec.structs.replace(
            figure, counted=tuple(sorted(figure.counted, key=_order))
        )
        for figure in figures
    }
    return Statement(
        ordered,
        tuple(sums),
        {one.name: one for one in lists},
        tuple(sorted(paths, key=lambda path: (path.repository, path.case))),
        tuple(bounds),
        tuple(products),
    )


def _order(one: Counted) -> tuple[str, str, date, str, int]:
    return one.repository, one.case, one.on or date.min, one.ref, one.days or 0
