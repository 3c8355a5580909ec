"""Changing what is written in braces and brackets: pairs and entries between commas."""

from __future__ import annotations

from yaml.nodes import MappingNode, Node, SequenceNode

from jobcoach.store import layout
from jobcoach.store.page import Page, quote
from jobcoach.store.trees import Insert, Tree


def put_pair(page: Page, mapping: MappingNode, place: int, key: str, tree: Tree) -> str:
    """Add a key after the pair at *place*."""
    piece = layout.inline({key: tree})[1:-1]
    if not mapping.value:
        at = mapping.start_mark.index + 1
        return page.cut(at, at, piece)
    at = page.pair_end(mapping, place)
    bare = " " if page.text[at - 1] == ":" else ""
    return page.cut(at, at, f"{bare}, {piece}")


def put_value(page: Page, key: Node, value: Node, tree: Tree) -> str:
    """Set the value of a key."""
    begin, end, before = page.value_place(key, value)
    return page.cut(begin, end, before + layout.inline(tree, quote=quote(value)))


def insert(page: Page, edit: Insert, sequence: SequenceNode) -> str:
    """Put a new entry into a list."""
    if not sequence.value:
        at = sequence.start_mark.index + 1
        return page.cut(at, at, layout.inline(edit.tree))
    neighbour = sequence.value[edit.index - (1 if edit.index else 0)]
    piece = layout.inline(edit.tree, page.manner(neighbour, edit.order), quote(neighbour))
    if edit.index == 0:
        begin = neighbour.start_mark.index
        return page.cut(begin, begin, f"{piece}, ")
    at = page.item_end(sequence, edit.index - 1)
    return page.cut(at, at, f", {piece}")


def remove(page: Page, holder: Node, place: int) -> str:
    """Take a pair or an entry away with its comma; whole lines where it has them for itself."""
    begin, end = page.part_begin(holder, place), page.part_end(holder, place)
    comma = page.comma(end)
    last = comma or end
    rest = page.text[last : page.line_stop(last)].strip()
    if page.begins_line(begin) and (not rest or rest.startswith("#")):
        return page.cut(page.line_start(begin), page.next_line(last))
    if comma is not None:
        stop = page.line_stop(comma)
        blanks = len(page.text[comma:stop]) - len(page.text[comma:stop].lstrip(" \t"))
        return page.cut(begin, comma + blanks)
    if place:
        before = page.part_end(holder, place - 1)
        if "#" not in page.text[before:begin]:
            return page.cut(before, end)
    return page.cut(begin, end)
