"""A case file as JSON: its own keys, in its own order, each value typed by what its key expects."""

from __future__ import annotations

from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jobcoach.domain.fields import Record
from jobcoach.store.codec import is_number
from jobcoach.store.shapes import ListOf, MapOf, Nested, Number, Shape, YesNo, shape_of
from jobcoach.store.source import is_plain


def to_plain(record: type[Record], root: Node | None) -> dict[str, Any]:
    """Return the file's mapping as dicts, lists, texts, numbers, yes/no and None.

    Dates and durations stay as written. A value at fault, or under a key that no record knows,
    stays the text it is.
    """
    plain = _plain(shape_of(record), root) if root is not None else {}
    return plain if isinstance(plain, dict) else {}


def _plain(shape: Shape | None, node: Node) -> Any:
    if isinstance(node, MappingNode):
        return {
            str(key.value): _plain(_value_shape(shape, key.value), value)
            for key, value in node.value
            if isinstance(key, ScalarNode)
        }
    if isinstance(node, SequenceNode):
        item = shape.item if isinstance(shape, ListOf) else None
        return [_plain(item, value) for value in node.value]
    assert isinstance(node, ScalarNode)
    text: str = node.value
    if is_plain(node) and text in ("", "~", "null"):
        return None
    if isinstance(shape, YesNo) and text in ("true", "false"):
        return text == "true"
    if isinstance(shape, Number) and is_number(text):
        number = float(text.replace(",", "."))
        return int(number) if number.is_integer() else number
    return text


def _value_shape(shape: Shape | None, key: str) -> Shape | None:
    if isinstance(shape, Nested) and key in shape.fields:
        return shape.fields[key].shape
    return shape.value if isinstance(shape, MapOf) else None
