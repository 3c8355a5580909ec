"""Reaching any key of a record by its path as people write it: ``readiness.available``, ``jobs[0].hours``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from msgspec.structs import replace

from jobcoach.domain.durations import parse_duration
from jobcoach.domain.fields import ID, Record
from jobcoach.domain.findings import FieldPath
from jobcoach.domain.spoken_days import as_typed, spoken_day
from jobcoach.errors import NotFound, Refused, WrongUsage
from jobcoach.store.codec import is_hours, is_number
from jobcoach.store.shapes import (
    Day,
    Hours,
    IdText,
    Length,
    ListOf,
    MapOf,
    Nested,
    Number,
    OneOrMore,
    Shape,
    Text,
    Word,
    YesNo,
    shape_of,
)

R = TypeVar("R", bound=Record)

_PART = re.compile(r"\.?([^.\[\]]+)|\[(-?\d+)\]")
_YES_NO = {
    **dict.fromkeys(("true", "yes", "oui", "ja"), True),
    **dict.fromkeys(("false", "no", "non", "nee", "nein"), False),
}
EMPTY_LIST = "[]"


def with_value(record: R, written: str, value: str, today: date) -> R:
    """Return *record* with the key at the path *written* set to *value*, typed by what the key expects.

    An empty *value* leaves the key out; ``[]`` is an empty list. Dates may be said as elsewhere on the
    command line. Raises NotFound for a key that does not exist, WrongUsage for a value that does not
    belong there, Refused for the id.
    """
    path = _path(written)
    if path in (("id",), ("format",)):
        raise Refused("key-not-found", value=written, where="set", known=())

    def change(_: Any, shape: Shape) -> Any:
        if value == "":
            return None
        if value == EMPTY_LIST and isinstance(shape, ListOf | OneOrMore):
            return ()
        if isinstance(shape, Nested | MapOf) or (
            isinstance(shape, ListOf) and not isinstance(shape.item, Word)
        ):
            raise WrongUsage(
                "key-holds-more", value=written, known=", ".join(_known(shape)) or "[0]"
            )
        return typed(shape, value, written, today)

    changed: R = _changed(record, shape_of(type(record)), path, change, written)
    return changed


def with_added(record: R, written: str, values: Sequence[str], today: date) -> R:
    """Return *record* with one more entry in the list at the path *written*.

    Without *values* the list is there, be it empty. A list of texts takes each value as an entry; a list
    of entries takes ``key=value`` pairs, which make one. Raises as :func:`with_value` does.
    """

    def change(old: Any, shape: Shape) -> Any:
        entries: tuple[Any, ...] = old or ()
        if isinstance(shape, OneOrMore):
            return entries + tuple(values)
        if not isinstance(shape, ListOf):
            raise WrongUsage("key-holds-one", value=written)
        if not values and (entries or old is not None):
            raise WrongUsage("missing-argument", option="VALUE")
        if isinstance(shape.item, Nested):
            return (*entries, _entry(shape.item, values, written, today))
        new = (typed(shape.item, value, written, today) for value in values)
        return tuple(dict.fromkeys((*entries, *new)))  # a text said twice says nothing more

    changed: R = _changed(record, shape_of(type(record)), _path(written), change, written)
    return changed


def _entry(shape: Nested, values: Sequence[str], written: str, today: date) -> Record:
    """Make one entry of ``key=value`` pairs."""
    made: dict[str, Any] = {}
    for pair in values:
        key, equals, value = pair.partition("=")
        field = shape.fields.get(key)
        if not equals or field is None:
            raise NotFound("key-not-found", value=key, where=written, known=tuple(shape.fields))
        made[field.attribute] = typed(field.shape, value, f"{written}.{key}", today)
    missing = sorted(shape.required - made.keys())
    if missing:
        names = ", ".join(f"{name.rstrip('_')}=…" for name in missing)
        raise WrongUsage("missing-argument", option=names)
    return shape.record(**made)


def _path(written: str) -> FieldPath:
    parts: list[str | int] = []
    place = 0
    while place < len(written):
        found = _PART.match(written, place)
        if found is None:
            raise NotFound("key-not-found", value=written, where="…", known=())
        parts.append(found[1] if found[1] is not None else int(found[2]))
        place = found.end()
    return tuple(parts)


def _changed(value: Any, shape: Shape, path: FieldPath, change: Any, written: str) -> Any:
    """Return *value* with what *path* leads to changed; what is not there yet is made on the way."""
    if not path:
        return change(value, shape)
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        if not isinstance(shape, ListOf | OneOrMore):
            raise WrongUsage("key-holds-one", value=written)
        if not value or not -len(value) <= part < len(value):
            raise NotFound("entry-not-found", value=written)
        place = part % len(value)
        item = shape.item if isinstance(shape, ListOf) else Text()
        new = _changed(value[place], item, rest, change, written)
        return (*value[:place], *(() if new is None else (new,)), *value[place + 1 :])
    if isinstance(shape, MapOf):
        if shape.keys is not None and part not in shape.keys:
            raise NotFound("key-not-found", value=part, where=written, known=shape.keys)
        inside = dict(value or {})
        inside[part] = _changed(inside.get(part), shape.value, rest, change, written)
        return {key: inner for key, inner in inside.items() if inner is not None}
    if not isinstance(shape, Nested):
        raise NotFound("key-not-found", value=written, where="…", known=())
    field = shape.fields.get(part)
    if field is None:
        where = written.removesuffix(part).rstrip(".") or "…"
        raise NotFound("key-not-found", value=part, where=where, known=tuple(shape.fields))
    old = getattr(value, field.attribute) if value is not None else None
    new = _changed(old, field.shape, rest, change, written)
    if new is None and field.required:
        raise Refused("not-empty-able", value=written)
    if new is None:
        new = _absent(shape.record, field.attribute)
    if value is not None:
        return replace(value, **{field.attribute: new})
    missing = sorted(shape.required - {field.attribute})
    if missing:
        raise WrongUsage("missing-argument", option=f"{written}: {', '.join(missing)}")
    return shape.record(**{field.attribute: new})


def _absent(record: type[Record], attribute: str) -> Any:
    """What an attribute is where its key is absent."""
    names, defaults = record.__struct_fields__, record.__struct_defaults__
    return defaults[names.index(attribute) - (len(names) - len(defaults))]


def _known(shape: Shape) -> tuple[str, ...]:
    if isinstance(shape, Nested):
        return tuple(shape.fields)
    return (shape.keys or ()) if isinstance(shape, MapOf) else ()


def typed(shape: Shape, value: str, key: str, today: date) -> Any:
    """Return what *value* means for a key of that shape; raises WrongUsage with what belongs there."""
    text = value.strip()
    found: Any = None
    if isinstance(shape, Text):
        found = as_typed(value).replace("\r\n", "\n").strip() or None
    elif isinstance(shape, IdText):
        found = text if ID.fullmatch(text) else None
    elif isinstance(shape, Word):
        found = text if text in shape.words else None
    elif isinstance(shape, YesNo):
        found = _YES_NO.get(text.casefold())
    elif isinstance(shape, Number):
        number = float(text.replace(",", ".")) if is_number(text) else None
        found = number if number is not None and shape.least <= number <= shape.most else None
    elif isinstance(shape, Day):
        found = text if text in shape.words else spoken_day(text, today)
    elif isinstance(shape, Length):
        length = parse_duration(text)
        found = length if length is not None and (length.positive or not shape.positive) else None
    elif isinstance(shape, Hours):
        found = text if is_hours(text) else None
    elif isinstance(shape, OneOrMore):
        found = tuple(part.strip() for part in text.split(",") if part.strip()) or None
    elif isinstance(shape, ListOf):
        found = tuple(typed(shape.item, part, key, today) for part in text.split(","))
    if found is None:
        expected = _EXPECTED.get(type(shape), "text")
        if isinstance(shape, Number) and is_number(text):
            least, most = f"{shape.least:g}", f"{shape.most:g}"
            raise WrongUsage("out-of-range", value=value, key=key, least=least, most=most)
        words = shape.words if isinstance(shape, Word | Day) else ()
        raise WrongUsage("bad-new-value", value=value, key=key, expected=expected, known=words)
    return found


_EXPECTED: dict[type, str] = {
    IdText: "id",
    Word: "word",
    YesNo: "yes-no",
    Number: "number",
    Day: "date",
    Length: "duration",
    Hours: "hours",
}


def plain_keys(record: type[Record]) -> list[str]:
    """Return the paths of keys that hold one value or a list, without the id: for completion."""
    return list(_keys(None, shape_of(record), ""))


def keys_of(record: Record) -> list[str]:
    """Return the same, and the keys inside the entries that *record* has: ``placements[0].tutor``."""
    return list(_keys(record, shape_of(type(record)), ""))


def _keys(record: Record | None, shape: Nested, before: str) -> Iterator[str]:
    for key, field in shape.fields.items():
        value = getattr(record, field.attribute, None)
        path = f"{before}{key}"
        if isinstance(field.shape, Nested):
            yield from _keys(value, field.shape, f"{path}.")
            continue
        if path != "id":
            yield path
        if isinstance(field.shape, ListOf) and isinstance(field.shape.item, Nested):
            for place, entry in enumerate(value or ()):
                yield from _keys(entry, field.shape.item, f"{path}[{place}].")


def words_of(record: type[Record], written: str) -> tuple[str, ...]:
    """Return the words that the key at a path takes; none where it takes anything else."""
    shape: Shape | None = shape_of(record)
    for part in _path(written):
        if isinstance(shape, Nested):
            field = shape.fields.get(str(part))
            shape = field.shape if field else None
        elif isinstance(shape, ListOf):
            shape = shape.item
        elif isinstance(shape, MapOf):
            shape = shape.value
    if isinstance(shape, ListOf):
        shape = shape.item
    if isinstance(shape, YesNo):
        return ("true", "false")
    return shape.words if isinstance(shape, Word) else ()
