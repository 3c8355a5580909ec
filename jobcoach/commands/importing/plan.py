"""How a spreadsheet will be read: which kind it is, which column goes where, how its dates and words are meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from jobcoach.domain.importing import columns as headers
from jobcoach.domain.importing.dates import Reading, read_orders
from jobcoach.domain.importing.sheet import Column, Kind, Order, Sheet
from jobcoach.domain.importing.words import Words, normal, translated
from jobcoach.errors import NotFound, Refused, WrongUsage
from jobcoach.store.cells import BadCell, Path, Target, plain_targets, target, value_of
from jobcoach.store.import_map import Mapped

MOST_WORDS = 30
"""A column with more different words than this is not one of words: a written map leaves them out."""


class Plan(msgspec.Struct, frozen=True):
    """A spreadsheet with what is known of it before a row is read."""

    sheet: Sheet
    kind: Kind
    columns: tuple[Column, ...]
    targets: Mapping[int, Target]
    dates: Mapping[int, Reading]
    words: Words
    constants: Mapping[str, Any]
    paths: Mapping[str, Path]
    """Where each key leads that a column or a constant fills."""

    def header(self, *keys: str) -> str:
        """Return the header of the column that goes to one of *keys*, or nothing."""
        return next((c.header for c in self.columns if c.key in keys), "")


def planned(
    sheet: Sheet, kind: Kind | None, dates: Order | None, mapped: Mapped, today: date
) -> Plan:
    """Return how *sheet* will be read.

    Raises WrongUsage where its kind is not clear or the map gives one place to two columns; NotFound for a
    key that is none, and for a column of the map that the file does not have.
    """
    kind = kind or _told_kind(sheet, mapped)
    _refuse_unknown_columns(sheet, mapped)
    columns = _columns(sheet, kind, mapped)
    targets = {column.place: target(kind, column.key) for column in columns if column.key}
    _refuse_two_in_one(columns, targets)
    constants = {key: _constant(kind, key, text, today) for key, text in mapped.constants.items()}
    readings = read_orders(_date_cells(sheet, targets), dates)
    paths = {to.key: to.path for to in targets.values()}
    paths |= {key: target(kind, key).path for key in constants}
    return Plan(sheet, kind, tuple(columns), targets, readings, mapped.values, constants, paths)


def refuse_lacking(plan: Plan) -> None:
    """Raise Refused where a column is missing without which no row makes anything."""
    lacking = headers.lacking(plan.kind, plan.paths)
    if lacking:
        keys = ", ".join("/".join(group) for group in lacking)
        raise Refused("import-column-missing", keys=keys)


def _columns(sheet: Sheet, kind: Kind, mapped: Mapped) -> list[Column]:
    plain = plain_targets(kind)
    several = {key for key, to in plain.items() if to.takes_several}
    several |= {"staff[0].name", "staff[0].phone", "staff[0].email"}
    return headers.matched(sheet.headers, kind, plain, several, mapped.columns)


def _told_kind(sheet: Sheet, mapped: Mapped) -> Kind:
    kinds: tuple[Kind, ...] = ("people", "employers", "contacts")
    if mapped.kind is not None:
        return mapped.kind
    found = headers.told_kinds({kind: _columns(sheet, kind, mapped) for kind in kinds})
    if len(found) != 1:
        raise WrongUsage("import-kind-unclear", line=sheet.header_line)
    return found[0]


def _refuse_unknown_columns(sheet: Sheet, mapped: Mapped) -> None:
    there = {normal(header) for header in sheet.headers}
    for header in mapped.columns:
        if normal(header) not in there:
            known = [name for name in sheet.headers if name]
            raise NotFound("import-no-column", value=header, known=known)


def _refuse_two_in_one(columns: Sequence[Column], targets: Mapping[int, Target]) -> None:
    seen: set[str] = set()
    for column in columns:
        if column.key in seen and not targets[column.place].takes_several:
            raise WrongUsage("import-key-twice", key=column.key)
        if column.key is not None:
            seen.add(column.key)


def _constant(kind: Kind, key: str, text: str, today: date) -> Any:
    """Return what a constant of the map means; raises WrongUsage where it cannot stand there."""
    try:
        return value_of(target(kind, key), text, {}, None, today)
    except BadCell as error:
        expected, known = error.facts.get("expected"), error.facts.get("known")
        raise WrongUsage(
            "bad-new-value", value=text, key=key, expected=expected, known=known
        ) from error


def _date_cells(sheet: Sheet, targets: Mapping[int, Target]) -> dict[int, list[str]]:
    """The filled cells of each column in which dates stand, by its place."""
    return {
        place: [
            row.cells[place] for row in sheet.rows if place < len(row.cells) and row.cells[place]
        ]
        for place, to in targets.items()
        if to.is_date
    }


def words_met(plan: Plan) -> dict[str, dict[str, str]]:
    """Return, by key, every word of the columns that take words only, with what it means; "" for unknown.

    What the map says already stands first. For a written map, in which a coach fills in the rest.
    """
    met: dict[str, dict[str, str]] = {key: dict(words) for key, words in plan.words.items()}
    for place, to in plan.targets.items():
        if not to.words:
            continue
        cells = {row.cells[place] for row in plan.sheet.rows if place < len(row.cells)}
        found = {cell: translated(to.key, cell, plan.words) for cell in sorted(cells) if cell}
        if len(found) <= MOST_WORDS:
            kept = {
                cell: word if word in to.words else ""
                for cell, word in found.items()
                if cell not in to.words
            }
            if kept:
                met[to.key] = kept | met.get(to.key, {})
    return met
