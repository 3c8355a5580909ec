"""From the cells of a row to the keys of a record: each text read by what its key expects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec

from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import Record
from jobcoach.domain.importing.columns import ENTERED, EXTRA_KEYS, STAGE
from jobcoach.domain.importing.dates import Reading, written_day
from jobcoach.domain.importing.sheet import Kind
from jobcoach.domain.importing.words import YES_NO, Words, excel_trace, normal, size_of, translated
from jobcoach.domain.people import Contact, Person
from jobcoach.errors import NotFound, WrongUsage
from jobcoach.store.field_paths import plain_keys, typed
from jobcoach.store.shapes import (
    Day,
    ListOf,
    MapOf,
    Nested,
    OneOrMore,
    Shape,
    Text,
    Word,
    YesNo,
    shape_of,
)

RECORDS: Mapping[Kind, type[Record]] = {
    "people": Person,
    "employers": Employer,
    "contacts": Contact,
}
"""What a row of each kind becomes."""

_PART = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")
_BETWEEN = re.compile(r"[;|\n]")
"""What stands between the entries of a list in one cell; a comma belongs to its text."""

Path = tuple[str | int, ...]


class BadCell(Exception):
    """A cell does not hold what its key expects; *at* is the key; code and facts are a ``Trouble``'s."""

    def __init__(self, at: str, code: str, **facts: object) -> None:
        super().__init__(code)
        self.at = at
        self.code = code
        self.facts = facts


class Target(msgspec.Struct, frozen=True):
    """A key that a column or a constant goes to: its path in the record and what it holds."""

    key: str
    path: Path
    shape: Shape

    @property
    def is_date(self) -> bool:
        """Whether dates stand here."""
        return isinstance(self.shape, Day)

    @property
    def takes_several(self) -> bool:
        """Whether several columns can go here together: to a text one after the other, or to a list."""
        return isinstance(self.shape, Text | ListOf | OneOrMore)

    @property
    def words(self) -> tuple[str, ...]:
        """The words allowed, where it takes only such."""
        inner = self.shape.item if isinstance(self.shape, ListOf) else self.shape
        return inner.words if isinstance(inner, Word) else ()


def target(kind: Kind, key: str) -> Target:
    """Return where *key* leads; raises NotFound for one that a row cannot fill."""
    if key in EXTRA_KEYS[kind]:
        return Target(key, (key,), Text())
    shape: Shape = shape_of(RECORDS[kind])
    path = _path(key)
    barred = path[:1] == ("id",) or (path[:1] == ("stages",) and key not in (ENTERED, STAGE))
    known = tuple(shape.fields) if isinstance(shape, Nested) else ()
    if not path or barred:
        raise NotFound("key-not-found", value=key, where=kind, known=known)
    for part in path:
        inner = _inside(shape, part)
        if inner is None:
            known = tuple(shape.fields) if isinstance(shape, Nested) else known
            raise NotFound("key-not-found", value=key, where=kind, known=known)
        shape = inner
    inner_keys = _inner_keys(shape)
    if inner_keys is not None:
        raise WrongUsage("key-holds-more", value=key, known=inner_keys)
    return Target(key, path, shape)


def _inner_keys(shape: Shape) -> str | None:
    """The keys of what holds further ones; None for what holds a value or a list of them."""
    inner = shape.item if isinstance(shape, ListOf) else shape
    if isinstance(inner, Nested):
        return ", ".join(inner.fields)
    return "…" if isinstance(inner, MapOf) else None


def plain_targets(kind: Kind) -> dict[str, Target]:
    """Return every key of that *kind* that holds a value or a list of them, outside of entries."""
    targets = {key: Target(key, (key,), Text()) for key in EXTRA_KEYS[kind]}
    for key in plain_keys(RECORDS[kind]):
        path = _path(key)
        shape: Shape | None = shape_of(RECORDS[kind])
        for part in path:
            shape = _inside(shape, part) if shape is not None else None
        if shape is not None and _inner_keys(shape) is None and key != "id":
            targets[key] = Target(key, path, shape)
    return targets


def _path(key: str) -> Path:
    parts: list[str | int] = []
    place = 0
    while place < len(key):
        found = _PART.match(key, place)
        if found is None:
            return ()
        parts.append(found[1] if found[1] is not None else int(found[2]))
        place = found.end()
    return tuple(parts)


def _inside(shape: Shape, part: str | int) -> Shape | None:
    if isinstance(shape, Nested) and part in shape.fields:
        return shape.fields[str(part)].shape
    if isinstance(shape, MapOf) and isinstance(part, str) and part in (shape.keys or (part,)):
        return shape.value
    if isinstance(shape, ListOf) and isinstance(shape.item, Nested) and isinstance(part, int):
        return shape.item
    return None


def value_of(to: Target, cell: str, own: Words, dates: Reading | None, today: date) -> Any:
    """Return what *cell* means for a key; raises BadCell.

    *own* are the words of the map; *dates*, how the column's dates are read; without, as commands read them.
    """
    trace = excel_trace(cell)
    if trace is not None:
        raise BadCell(to.key, f"excel-{trace}")
    if isinstance(to.shape, ListOf | OneOrMore):
        item = to.shape.item if isinstance(to.shape, ListOf) else Text()
        parts = [part.strip() for part in _BETWEEN.split(cell) if part.strip()]
        return tuple(_one(to.key, item, part, own, dates, today) for part in parts)
    return _one(to.key, to.shape, cell, own, dates, today)


def _one(key: str, shape: Shape, cell: str, own: Words, dates: Reading | None, today: date) -> Any:
    word = translated(key, cell, own)
    if isinstance(shape, Day) and dates is not None and word not in shape.words:
        found = written_day(word, dates.order, not_after=today if key == "born" else None)
        if found is None:
            raise BadCell(key, "not-a-date", value=cell, order=dates.order)
        return found
    if isinstance(shape, YesNo):
        word = YES_NO.get(normal(word), word)
    if key == "size":
        word = size_of(word)
    try:
        return typed(shape, word, key, today)
    except WrongUsage as error:
        facts = {name: error.facts.get(name) for name in ("expected", "known")}
        raise BadCell(key, "bad-value", value=cell, key=key, **facts) from error


def attributes(kind: Kind, values: Mapping[Path, Any]) -> dict[str, Any]:
    """Return the attributes of a record of that *kind* from values by path; raises BadCell where an entry
    lacks what it needs. What is missing of the record itself is for the caller to tell."""
    tree: dict[str | int, Any] = {}
    for path, value in values.items():
        inside = tree
        for part in path[:-1]:
            inside = inside.setdefault(part, {})
        inside[path[-1]] = value
    shape = shape_of(RECORDS[kind])
    return {
        shape.fields[str(key)].attribute: _made(shape.fields[str(key)].shape, value, str(key))
        for key, value in tree.items()
    }


def _made(shape: Shape, value: Any, key: str) -> Any:
    if not isinstance(value, dict):
        return value
    if isinstance(shape, ListOf):
        return tuple(_made(shape.item, value[place], f"{key}[{place}]") for place in sorted(value))
    if isinstance(shape, MapOf):
        return value
    assert isinstance(shape, Nested)
    given = {
        shape.fields[part].attribute: _made(shape.fields[part].shape, inner, f"{key}.{part}")
        for part, inner in value.items()
    }
    missing = [[name] for name in sorted(shape.required - given.keys())]
    missing += [list(keys) for keys in shape.record.wanted(given)]
    if missing:
        raise BadCell(key, "missing", key=f"{key}.{missing[0][0].rstrip('_')}")
    return shape.record(**given)
