"""The records' annotations as shapes: what each key of a case file holds.

Compiled once for each record when it is first needed. ``store.codec`` reads values by them,
``store.plain`` prints them as JSON, ``store.json_schema`` describes them to editors.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import msgspec

from jobcoach.domain.durations import Duration
from jobcoach.domain.fields import Bounds, Kind, OneOf, Record


class Text(msgspec.Struct, frozen=True):
    """Any text, as written."""


class IdText(msgspec.Struct, frozen=True):
    """A text that declares an id."""


class Hours(msgspec.Struct, frozen=True):
    """``08:30-16:00``."""


class Word(msgspec.Struct, frozen=True):
    """One of the words allowed."""

    words: tuple[str, ...]


class YesNo(msgspec.Struct, frozen=True):
    """``true`` or ``false``, nothing else."""


class Number(msgspec.Struct, frozen=True):
    """Digits with an optional decimal part, between two bounds."""

    least: float
    most: float


class Day(msgspec.Struct, frozen=True):
    """An ISO date, or one of the *words*."""

    words: tuple[str, ...] = ()


class Length(msgspec.Struct, frozen=True):
    """A duration; *positive*: longer than nothing."""

    positive: bool


class OneOrMore(msgspec.Struct, frozen=True):
    """One text or a list of texts."""


class ListOf(msgspec.Struct, frozen=True):
    """A list."""

    item: Shape


class MapOf(msgspec.Struct, frozen=True):
    """A mapping with keys of its author's choice, or only *keys*."""

    keys: tuple[str, ...] | None
    value: Shape


class Field(msgspec.Struct, frozen=True):
    """A key of a mapping: the record's attribute, its shape, whether an entry needs it."""

    attribute: str
    shape: Shape
    required: bool


class Nested(msgspec.Struct, frozen=True):
    """A mapping that becomes a record."""

    record: type[Record]
    fields: dict[str, Field]
    required: frozenset[str]


Shape = (
    Text
    | IdText
    | Hours
    | Word
    | YesNo
    | Number
    | Day
    | Length
    | OneOrMore
    | ListOf
    | MapOf
    | Nested
)


@cache
def shape_of(record: type[Record]) -> Nested:
    """Return the shape of a record from its annotations."""
    fields: dict[str, Field] = {}
    required = frozenset(record.__struct_fields__) - _with_default(record)
    for name in record.__struct_fields__:
        annotation = _annotation(record, name)
        key = name.rstrip("_")
        fields[key] = Field(name, _shape(annotation), name in required)
    return Nested(record, fields, required)


def _annotation(record: type[Record], name: str) -> Any:
    return record.__annotations__[name]  # records inherit no fields


def _with_default(record: type[Record]) -> set[str]:
    names = record.__struct_fields__
    defaults = record.__struct_defaults__
    with_default = names[len(names) - len(defaults) :]
    return {
        name
        for name, default in zip(with_default, defaults, strict=True)
        if default is not msgspec.NODEFAULT
    }


def _shape(annotation: Any) -> Shape:
    origin = get_origin(annotation)
    args = get_args(annotation)
    if origin in (Union, UnionType):
        return _union([arg for arg in args if arg is not NoneType])
    if origin is Annotated:
        return _annotated(args[1])
    if origin is Literal:
        return Word(args)
    if origin is tuple:
        return ListOf(_shape(args[0]))
    if origin is dict:
        keys = get_args(args[0]) if get_origin(args[0]) is Literal else None
        return MapOf(keys, _shape(args[1]))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return shape_of(annotation)
    return _PLAIN[annotation]


def _union(members: list[Any]) -> Shape:
    if len(members) == 1:
        return _shape(members[0])
    words = [
        word for member in members if get_origin(member) is Literal for word in get_args(member)
    ]
    if date in members:
        return Day(tuple(words))
    return Word(tuple(words))


def _annotated(mark: Kind | Bounds | OneOf) -> Shape:
    if isinstance(mark, Bounds):
        return Number(mark.least, mark.most)
    if isinstance(mark, OneOf):
        return Word(mark.words)
    return _MARKED[mark]


_PLAIN: dict[Any, Shape] = {
    str: Text(),
    bool: YesNo(),
    float: Number(0, 1e9),
    date: Day(),
    Duration: Length(positive=False),
}
_MARKED: dict[Kind, Shape] = {
    Kind.ID: IdText(),
    Kind.HOURS: Hours(),
    Kind.RHYTHM: Length(positive=True),
    Kind.ONE_OR_MORE: OneOrMore(),
}
