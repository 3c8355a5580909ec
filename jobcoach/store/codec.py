"""From YAML nodes to records: each value read by what its key expects, from its characters.

A value at fault is left out, with a finding that says where; an entry without what it needs is left
out whole. Everything else stays, so that one slip hides nothing but itself.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jobcoach.domain.durations import parse_duration
from jobcoach.domain.fields import ID, Record
from jobcoach.domain.findings import Fault, FieldPath
from jobcoach.store.composing import MAX_DEPTH
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
from jobcoach.store.source import LINE_BREAK, Source, is_absent, is_plain

R = TypeVar("R", bound=Record)

# Patterns that few values need are compiled when the first one comes: at every start that would take
# longer than reading the examples.
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = r"-?\d{1,300}(?:[.,]\d{1,300})?"
_CLOCK = r"(?:[01]?\d|2[0-3]):[0-5]\d|24:00"
_HOURS = rf"(?:{_CLOCK})\s?[-\u2013]\s?(?:{_CLOCK})"
_HASH_AFTER = r"[ \t]+#[^\s#]"

_EMPTY = frozenset({"", "~", "null"})

ABSENT: Any = None


class Decoded(msgspec.Struct):
    """A record, the faults found on the way, and the places of entries left out."""

    record: Record
    faults: list[Fault]
    dropped: list[FieldPath]


def decode_record(file: str, source: Source, record: type[R], **given: object) -> tuple[R, Decoded]:
    """Read *source* as *record*; *given* overrides or stands in for top-level attributes.

    A value in *given* is used whatever the file says for ``id``, and where the file says nothing
    for the rest.
    """
    decoder = _Decoder(file, source)
    for fault in source.faults:
        decoder.faults.append(
            Fault(
                file=file, line=fault.line, column=fault.column, code=fault.code, facts=fault.facts
            )
        )
    shape = shape_of(record)
    values: dict[str, Any] = {}
    if source.root is None:
        if not source.faults:
            decoder.missing_required(shape, {}, 1, 1, ())
    elif isinstance(source.root, MappingNode):
        values = decoder.values(shape, source.root, ())
        if not source.faults:
            decoder.missing_keys(shape, values, source.root, ())
    elif not is_absent(source.root):
        decoder.wrong_type(source.root, (), expected="mapping")
    else:
        decoder.missing_required(shape, {}, 1, 1, ())
    for name, value in given.items():
        if name == "id" or not values.get(name):
            values[name] = value
    made = record(**values)
    return made, Decoded(made, decoder.faults, decoder.dropped)


class _Decoder:
    """Reads the nodes of one file; collects faults."""

    def __init__(self, file: str, source: Source) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.dropped: list[FieldPath] = []
        # Only a text with " #" somewhere can have lost the end of a value to a comment.
        self.lines = LINE_BREAK.split(source.text) if " #" in source.text else None
        self.source = source

    def fault(self, node: Node, code: str, path: FieldPath, **facts: Any) -> None:
        line, column = self.source.place(node.start_mark)
        self.fault_at(line, column, code, path, **facts)

    def fault_at(self, line: int, column: int, code: str, path: FieldPath, **facts: Any) -> None:
        self.faults.append(
            Fault(file=self.file, line=line, column=column, code=code, facts=facts, path=path)
        )

    # Mappings

    def values(self, shape: Nested, node: MappingNode, path: FieldPath) -> dict[str, Any]:
        """Read every pair of a mapping that becomes a record."""
        fields = shape.fields
        values: dict[str, Any] = {}
        seen: set[str] = set()
        for key_node, value_node in node.value:
            key = key_node.value
            if type(key_node) is not ScalarNode:
                self.wrong_type(key_node, path, expected="key")
                continue
            if key in seen:
                self.fault(key_node, "duplicate-key", (*path, key), key=key)
                continue
            seen.add(key)
            field = fields.get(key)
            if field is None:
                self.unknown_key(shape, node, key_node, value_node, path)
                continue
            shape_kind = type(field.shape)
            if type(value_node) is ScalarNode:
                text = value_node.value
                if text in _EMPTY and is_absent(value_node):
                    continue
                if shape_kind is Text and self.lines is None:
                    values[field.attribute] = text
                    continue
            value = self.read(field.shape, value_node, (*path, key))
            if value is not None:
                values[field.attribute] = value
        return values

    def unknown_key(
        self, shape: Nested, node: MappingNode, key: ScalarNode, value: Node, path: FieldPath
    ) -> None:
        self.look_below(value, path, len(path) + 2)
        if key.value.startswith("x-"):
            return
        if _is_stray(node, value):
            self.fault(key, "stray-comma", path, decimal=key.value.isdigit())
        else:
            self.fault(
                key, "unknown-key", (*path, key.value), key=key.value, known=tuple(shape.fields)
            )

    def look_below(self, node: Node, path: FieldPath, level: int) -> None:
        """Find keys written twice and nesting too deep where no shape leads: below unknown keys,
        and below values of the wrong type. *level* is the node's own; the file's mapping is 1."""
        if isinstance(node, ScalarNode):
            return
        if level > MAX_DEPTH:
            self.fault(node, "too-deep", path, most=MAX_DEPTH)
            return
        if isinstance(node, SequenceNode):
            for item in node.value:
                self.look_below(item, path, level + 1)
        elif isinstance(node, MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if isinstance(key, ScalarNode) and key.value in seen:
                    self.fault(key, "duplicate-key", path, key=key.value)
                elif isinstance(key, ScalarNode):
                    seen.add(key.value)
                self.look_below(key, path, level + 1)
                self.look_below(value, path, level + 1)

    def wrong_type(self, node: Node, path: FieldPath, expected: str, **facts: object) -> None:
        """Say what belongs here, and look over what stands here instead."""
        self.fault(node, "wrong-type", path, expected=expected, **facts)
        self.look_below(node, path, len(path) + 1)

    def missing_keys(
        self, shape: Nested, values: dict[str, Any], node: MappingNode, path: FieldPath
    ) -> bool:
        if values.keys() >= shape.required and not shape.record.wanted(values):
            return False
        line, column = self.source.place(node.start_mark)
        wrong = {
            key.value
            for key, value in node.value
            if isinstance(key, ScalarNode) and not is_absent(value)
        }
        return self.missing_required(shape, values, line, column, path, wrong, node)

    def missing_required(
        self,
        shape: Nested,
        values: dict[str, Any],
        line: int,
        column: int,
        path: FieldPath,
        written: set[str] = frozenset(),  # type: ignore[assignment]
        node: MappingNode | None = None,
    ) -> bool:
        """Name required keys that are not there; a value at fault has its own finding already.

        Returns whether the entry lacks anything it needs.
        """
        lacks = False
        for key, field in shape.fields.items():
            if field.required and field.attribute not in values:
                lacks = True
                if key not in written:
                    mark = _key_mark(node, key)
                    at = self.source.place(mark) if mark is not None else (line, column)
                    self.fault_at(at[0], at[1], "missing-key", (*path, key), keys=(key,))
        for keys in shape.record.wanted(values):
            if written.isdisjoint(keys):
                self.fault_at(line, column, "missing-key", path, keys=keys)
        return lacks

    def nested(self, shape: Nested, node: Node, path: FieldPath) -> Any:
        if not isinstance(node, MappingNode):
            self.wrong_type(node, path, expected="mapping")
            return ABSENT
        values = self.values(shape, node, path)
        if self.missing_keys(shape, values, node, path):
            return ABSENT
        return shape.record(**values)

    def map_of(self, shape: MapOf, node: Node, path: FieldPath) -> Any:
        if not isinstance(node, MappingNode):
            self.wrong_type(node, path, expected="mapping")
            return ABSENT
        values: dict[str, Any] = {}
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, ScalarNode):
                self.wrong_type(key, path, expected="key")
            elif key.value in seen:
                self.fault(key, "duplicate-key", (*path, key.value), key=key.value)
            elif shape.keys is not None and key.value not in shape.keys:
                self.look_below(value, path, len(path) + 2)
                if key.value.startswith("x-"):
                    continue
                if _is_stray(node, value):
                    self.fault(key, "stray-comma", path, decimal=key.value.isdigit())
                else:
                    self.fault(
                        key, "unknown-key", (*path, key.value), key=key.value, known=shape.keys
                    )
            elif not is_absent(value):
                read = self.read(shape.value, value, (*path, key.value))
                if read is not None:
                    values[key.value] = read
            if isinstance(key, ScalarNode):
                seen.add(key.value)
        return values

    # Lists

    def list_of(self, shape: ListOf, node: Node, path: FieldPath) -> Any:
        if not isinstance(node, SequenceNode):
            self.wrong_type(node, path, expected="list")
            return ABSENT
        items: list[Any] = []
        item_shape = shape.item
        for index, item_node in enumerate(node.value):
            here = (*path, index)
            item = ABSENT if is_absent(item_node) else self.read(item_shape, item_node, here)
            if item is None:
                self.dropped.append(here)
            else:
                items.append(item)
        return tuple(items)

    def one_or_more(self, node: Node, path: FieldPath) -> Any:
        if isinstance(node, ScalarNode):
            return (node.value,)
        return self.list_of(ListOf(Text()), node, path)

    # Scalars

    def read(self, shape: Shape, node: Node, path: FieldPath) -> Any:
        """Return the value, or None where it is absent or at fault."""
        kind = type(shape)
        if kind is Nested:
            return self.nested(shape, node, path)  # type: ignore[arg-type]
        if kind is ListOf:
            return self.list_of(shape, node, path)  # type: ignore[arg-type]
        if kind is MapOf:
            return self.map_of(shape, node, path)  # type: ignore[arg-type]
        if kind is OneOrMore:
            return self.one_or_more(node, path)
        if type(node) is not ScalarNode:
            self.wrong_type(node, path, expected=_EXPECTED[kind], words=getattr(shape, "words", ()))
            return ABSENT
        text: str = node.value
        if kind is Text:
            if self.lines is not None:
                self.lost_to_a_comment(node, path)
            return text
        return _SCALARS[kind](self, shape, text, node, path)

    def lost_to_a_comment(self, node: ScalarNode, path: FieldPath) -> None:
        assert self.lines is not None
        if not is_plain(node) or node.end_mark.line >= len(self.lines):
            return
        rest = self.lines[node.end_mark.line][node.end_mark.column :]
        if re.match(_HASH_AFTER, rest):
            self.fault(node, "hash-in-text", path)

    def word(self, shape: Word, text: str, node: Node, path: FieldPath) -> Any:
        if text in shape.words:
            return text
        self.fault(node, "bad-value", path, value=text, words=shape.words, key=_key(path))
        return ABSENT

    def id_text(self, shape: IdText, text: str, node: Node, path: FieldPath) -> Any:
        if ID.fullmatch(text):
            return text
        self.fault(node, "bad-id", path, value=text)
        return ABSENT

    def yes_no(self, shape: YesNo, text: str, node: Node, path: FieldPath) -> Any:
        if text in ("true", "false"):
            return text == "true"
        self.wrong_type(node, path, expected="yes-no", value=text)
        return ABSENT

    def number(self, shape: Number, text: str, node: Node, path: FieldPath) -> Any:
        if not is_number(text):
            self.wrong_type(node, path, expected="number", value=text)
            return ABSENT
        value = float(text.replace(",", "."))
        if not shape.least <= value <= shape.most:
            self.fault(
                node,
                "bad-value",
                path,
                value=text,
                least=shape.least,
                most=shape.most,
                key=_key(path),
            )
            return ABSENT
        return value

    def day(self, shape: Day, text: str, node: Node, path: FieldPath) -> Any:
        if text in shape.words:
            return text
        value = read_day(text)
        if value is None:
            self.fault(node, "bad-date", path, value=text, words=shape.words)
        return value

    def length(self, shape: Length, text: str, node: Node, path: FieldPath) -> Any:
        value = parse_duration(text)
        if value is None or (shape.positive and not value.positive):
            self.fault(node, "bad-duration", path, value=text)
            return ABSENT
        return value

    def hours(self, shape: Hours, text: str, node: Node, path: FieldPath) -> Any:
        if is_hours(text):
            return text
        self.fault(node, "bad-value", path, value=text, hours=True, key=_key(path))
        return ABSENT


def is_number(text: str) -> bool:
    """Whether a text is digits with an optional decimal part, as ``19.5`` or ``19,5``."""
    return re.fullmatch(_NUMBER, text, re.ASCII) is not None


def is_hours(text: str) -> bool:
    """Whether a text is a span of hours, as ``08:30-16:00``."""
    return re.fullmatch(_HOURS, text, re.ASCII) is not None


@lru_cache(maxsize=4096)
def read_day(text: str) -> date | None:
    """Return the date of an ISO text, strictly; None for anything else."""
    if not _DAY.fullmatch(text) or not text.isascii():
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _is_stray(node: MappingNode, value: Node) -> bool:
    """Whether a key inside braces has no value at all: a comma cut a text in two."""
    return (
        bool(node.flow_style)
        and isinstance(value, ScalarNode)
        and is_plain(value)
        and not value.value
    )


def _key(path: FieldPath) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _key_mark(node: MappingNode | None, key: str) -> Any:
    for key_node, _ in node.value if node is not None else ():
        if isinstance(key_node, ScalarNode) and key_node.value == key:
            return key_node.start_mark
    return None


_SCALARS: dict[type, Any] = {
    Word: _Decoder.word,
    IdText: _Decoder.id_text,
    YesNo: _Decoder.yes_no,
    Number: _Decoder.number,
    Day: _Decoder.day,
    Length: _Decoder.length,
    Hours: _Decoder.hours,
}
_EXPECTED: dict[type, str] = {
    Text: "text",
    IdText: "text",
    Word: "word",
    YesNo: "yes-no",
    Number: "number",
    Day: "date",
    Length: "duration",
    Hours: "hours",
}
