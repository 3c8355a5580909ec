"""Between records and YAML: plain trees of what a key holds, and the edits that lead from one to another.

A command makes a new record; :func:`edits` tells which places of the file that touches. ``store.splicing``
carries the edits out in the file's text, and :func:`applied` in a tree, so that the two can be compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jobcoach.domain.durations import Duration, written
from jobcoach.domain.fields import Record
from jobcoach.domain.findings import FieldPath
from jobcoach.store.shapes import Field, ListOf, MapOf, Nested, OneOrMore, Shape, Text, shape_of
from jobcoach.store.source import is_absent

_WORD = re.compile(r"[\w.+-]*")


class Leaf(msgspec.Struct, frozen=True):
    """The text of one value.

    *textual*: a text, rather than a date, a number or a yes; *free*: somebody's own words, no mere id.
    """

    text: str
    free: bool = False
    textual: bool = False


Tree = Leaf | list["Tree"] | dict[str, "Tree"]


class Put(msgspec.Struct, frozen=True):
    """Set the value at *path*; a new key goes where *order*, the record's own order of keys, has it."""

    path: FieldPath
    tree: Tree
    order: tuple[str, ...] = ()


class Insert(msgspec.Struct, frozen=True):
    """Put a new entry into the list at *path*, before the one that stands at *index* now."""

    path: FieldPath
    index: int
    tree: Tree
    order: tuple[str, ...] = ()


class Remove(msgspec.Struct, frozen=True):
    """Take the value at *path* away, with its key."""

    path: FieldPath


Edit = Put | Insert | Remove


def tree_of(value: Any, shape: Shape) -> Tree:
    """Return a record's value as a tree: keys in the record's order, without what is absent."""
    if isinstance(value, Record):
        fields = shape_of(type(value)).fields
        return {
            key: tree_of(inner, field.shape)
            for key, field in fields.items()
            if not _is_default(inner := getattr(value, field.attribute), field, type(value))
        }
    if isinstance(value, dict):
        inner_shape = shape.value if isinstance(shape, MapOf) else Text()
        return {key: tree_of(inner, inner_shape) for key, inner in value.items()}
    if isinstance(value, tuple):
        if isinstance(shape, OneOrMore) and len(value) == 1:
            return leaf(value[0], Text())
        item = shape.item if isinstance(shape, ListOf) else Text()
        return [tree_of(inner, item) for inner in value]
    return leaf(value, shape)


def leaf(value: Any, shape: Shape) -> Leaf:
    """Return one value as it is written."""
    if isinstance(value, bool):
        return Leaf("true" if value else "false")
    if isinstance(value, date):
        return Leaf(value.isoformat())
    if isinstance(value, Duration):
        return Leaf(written(value))
    if isinstance(value, float | int):
        return Leaf(f"{Decimal(str(value)):f}".removesuffix(".0"))
    text = str(value)
    return Leaf(text, free=isinstance(shape, Text) and not _WORD.fullmatch(text), textual=True)


def _is_default(value: Any, field: Field, record: type[Record]) -> bool:
    """Whether a value is what an absent key means; an empty list where absent means unknown is not."""
    if value is None:
        return True
    if value in ((), {}):
        return not _tells_absent_from_empty(record, field)
    return False


def _tells_absent_from_empty(record: type[Record], field: Field) -> bool:
    names = record.__struct_fields__
    defaults = record.__struct_defaults__
    place = names.index(field.attribute) - (len(names) - len(defaults))
    return place >= 0 and defaults[place] is None


def edits(
    before: Record, after: Record, node: Node | None, dropped: Sequence[FieldPath] = ()
) -> list[Edit]:
    """Return what to change in a file so that it says *after* instead of *before*.

    *node* is what the file holds; *dropped* the entries that were left out when it was read, whose
    places still count there. The edits are to be carried out one after the other.
    """
    return list(_of_record(before, after, node, (), frozenset(dropped)))


def _of_record(
    before: Record, after: Record, node: Node | None, path: FieldPath, dropped: frozenset[FieldPath]
) -> Iterator[Edit]:
    shape = shape_of(type(after))
    for key, field in shape.fields.items():
        was, now = getattr(before, field.attribute), getattr(after, field.attribute)
        if was == now:
            continue
        here = (*path, key)
        child = child_of(node, key)
        if child is not None and is_absent(child):
            child = None
        if _is_default(now, field, type(after)) and not _holds_more(child, was, now):
            if child_of(node, key) is not None:
                yield Remove(here)
        elif isinstance(now, Record) and isinstance(was, Record) and child is not None:
            yield from _of_record(was, now, child, here, dropped)
        elif isinstance(now, dict) and isinstance(child, MappingNode):
            yield from _of_map(was, now, field.shape, here)
        elif isinstance(now, tuple) and isinstance(child, SequenceNode):
            yield from _of_list(was or (), now, field.shape, child, here, dropped)
        else:
            yield Put(here, tree_of(now, field.shape), tuple(shape.fields))


def _holds_more(node: Node | None, was: Any, now: Any) -> bool:
    """Whether a list or a map has entries of its own beside those that were read: they stay."""
    return (
        (isinstance(now, dict) and isinstance(node, MappingNode))
        or (isinstance(now, tuple) and isinstance(node, SequenceNode))
    ) and len(node.value) > len(was or ())


def _of_map(
    was: dict[str, Any], now: dict[str, Any], shape: Shape, path: FieldPath
) -> Iterator[Edit]:
    order = shape.keys or () if isinstance(shape, MapOf) else ()
    value = shape.value if isinstance(shape, MapOf) else Text()
    for key in was:
        if key not in now:
            yield Remove((*path, key))
    for key, inner in now.items():
        if was.get(key) != inner:
            yield Put((*path, key), tree_of(inner, value), order)


def _of_list(
    was: tuple[Any, ...],
    now: tuple[Any, ...],
    shape: Shape,
    node: SequenceNode,
    path: FieldPath,
    dropped: frozenset[FieldPath],
) -> Iterator[Edit]:
    """Pair equal entries, then those between them in their order; what is left over is new or gone."""
    item = shape.item if isinstance(shape, ListOf) else Text()
    order = tuple(item.fields) if isinstance(item, Nested) else ()
    kept = [place for place in range(len(node.value)) if (*path, place) not in dropped]
    for old, new in reversed(list(_unlike(was, now))):  # from the end, so that places before stay
        for one, other in zip(old, new, strict=False):
            here = (*path, kept[one])
            if isinstance(was[one], Record):
                yield from _of_record(was[one], now[other], node.value[kept[one]], here, dropped)
            elif was[one] != now[other]:
                yield Put(here, tree_of(now[other], item))
        for one in reversed(old[len(new) :]):
            yield Remove((*path, kept[one]))
        at = old.stop
        place = kept[at] if at < len(kept) else len(node.value)
        for step, other in enumerate(new[len(old) :]):
            yield Insert(path, place + step, tree_of(now[other], item), order)


def _unlike(was: tuple[Any, ...], now: tuple[Any, ...]) -> Iterator[tuple[range, range]]:
    """Yield the stretches in which two lists differ: equal entries are paired from both ends, then between."""
    most = min(len(was), len(now))
    first = next((i for i in range(most) if was[i] != now[i]), most)
    last = next((i for i in range(most - first) if was[-1 - i] != now[-1 - i]), most - first)
    old, new = range(first, len(was) - last), range(first, len(now) - last)
    if not old or not new:
        if old or new:
            yield old, new
        return
    from difflib import SequenceMatcher  # most changes are one entry more, and need none of it

    matcher = SequenceMatcher(
        None, [repr(was[i]) for i in old], [repr(now[i]) for i in new], autojunk=False
    )
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield old[i:j], new[k:m]


def child_of(node: Node | None, part: str | int) -> Node | None:
    """Return the value that *part* of a path leads to, or None."""
    if isinstance(node, MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        value: Node = node.value[part]
        return value
    return None


# Comparing: what a text says against what was meant


def said(node: Node | None) -> Any:
    """Return what nodes say: dicts, lists, texts, and None for what is absent."""
    if node is None or is_absent(node):
        return None
    if isinstance(node, MappingNode):
        return {str(key.value): said(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [said(value) for value in node.value]
    assert isinstance(node, ScalarNode)
    return node.value


def applied(whole: Any, edit: Edit) -> Any:
    """Return what :func:`said` must say after *edit*."""
    return _applied(whole, edit.path, edit)


def _applied(here: Any, path: FieldPath, edit: Edit) -> Any:
    if not path:
        if isinstance(edit, Put):
            return _meant(edit.tree)
        assert isinstance(edit, Insert)
        return [*(here or [])[: edit.index], _meant(edit.tree), *(here or [])[edit.index :]]
    part, rest = path[0], path[1:]
    if isinstance(part, int):
        assert isinstance(here, list)
        if not rest and isinstance(edit, Remove):
            return here[:part] + here[part + 1 :]
        return [*here[:part], _applied(here[part], rest, edit), *here[part + 1 :]]
    inside = dict(here or {})
    if not rest and isinstance(edit, Remove):
        inside.pop(part, None)
        return inside
    inside[part] = _applied(inside.get(part), rest, edit)
    return inside


def _meant(tree: Tree) -> Any:
    if isinstance(tree, Leaf):
        return tree.text
    if isinstance(tree, list):
        return [_meant(inner) for inner in tree]
    return {key: _meant(inner) for key, inner in tree.items()}
