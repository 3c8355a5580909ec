"""Changing a case file's text at one place and nowhere else.

The text is cut at the marks of its own YAML nodes and the new piece put in: comments, order, quoting,
indentation, line ends and blank lines around it stay as their author wrote them. What comes out is read
again and must say exactly what was meant; otherwise nothing is changed.
"""

from __future__ import annotations

from collections.abc import Sequence

from yaml import YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jobcoach.store import layout, splicing_inline
from jobcoach.store.composing import TooDeep, compose
from jobcoach.store.layout import Manner
from jobcoach.store.page import Page, is_flow, keeps_blank_lines, last_scalar, quote
from jobcoach.store.source import LINE_BREAK, is_absent
from jobcoach.store.trees import Edit, Insert, Leaf, Put, Remove, Tree, applied, said


class SpliceFailed(Exception):
    """The changed text does not say what was meant; nothing may be written."""


def spliced(text: str, edits: Sequence[Edit]) -> str:
    """Return *text* with the *edits* carried out one after the other.

    Raises SpliceFailed where the result does not read back as what was meant.
    """
    page = _page(text)
    for edit in edits:
        meant = applied(said(page.root), edit)
        page = _page(_after(page, edit))
        if said(page.root) != meant:
            raise SpliceFailed
    return page.text


def _page(text: str) -> Page:
    try:
        return Page(text, compose(text))
    except (YAMLError, TooDeep) as error:
        raise SpliceFailed from error


def _after(page: Page, edit: Edit) -> str:
    """Return the text after one edit."""
    if isinstance(edit, Insert):
        return _insert(page, edit)
    if isinstance(edit, Remove):
        return _remove(page, edit)
    return _put(page, edit)


# Put


def _put(page: Page, edit: Put) -> str:
    *above, part = edit.path
    holder, in_flow = page.found(above)
    if isinstance(holder, SequenceNode) and isinstance(part, int):
        return _put_item(page, edit.tree, holder, part, in_flow)
    if holder is None or is_absent(holder) or (_is_empty(page, holder) and above and not in_flow):
        if above:
            return _put(page, Put(tuple(above), {str(part): edit.tree}))
        ended = not page.text or LINE_BREAK.match(page.text, len(page.text) - 1)
        piece = page.joined([*layout.pair(str(part), edit.tree), ""])
        return page.text + ("" if ended else page.line_end) + piece
    if not isinstance(holder, MappingNode):
        raise SpliceFailed
    place = next((i for i, (key, _) in enumerate(holder.value) if key.value == part), None)
    if place is not None:
        return _put_value(page, edit.tree, holder, place, in_flow)
    return _put_pair(page, edit, holder, in_flow)


def _is_empty(page: Page, node: Node) -> bool:
    """Whether a list or a mapping is a mere ``[]`` or ``{}``, without so much as a comment in it."""
    inside = page.text[node.start_mark.index + 1 : node.end_mark.index - 1]
    return is_flow(node) and not inside.strip(" \t\r\n")


def _put_pair(page: Page, edit: Put, holder: MappingNode, in_flow: bool) -> str:
    """Add a key to a mapping, after the key that it follows by right."""
    key = str(edit.path[-1])
    place = _anchor([k.value for k, _ in holder.value], key, edit.order)
    if in_flow or is_flow(holder):
        return splicing_inline.put_pair(page, holder, place, key, edit.tree)
    column = holder.start_mark.column
    lines = layout.pair(key, edit.tree, Manner(dash=page.dash_step()))
    stop = page.past_own_comments(page.pair_end(holder, place), column)
    return page.with_lines(stop, layout.indented(lines, column))


def _anchor(keys: Sequence[str], key: str, order: Sequence[str]) -> int:
    """Return the place of the key after which a new one goes: the last that precedes it by right."""
    rank = {name: place for place, name in enumerate(order)}
    own = rank.get(key, len(rank))
    before = [
        (rank[name], place) for place, name in enumerate(keys) if name in rank and rank[name] < own
    ]
    if before:
        return max(before)[1]
    return 0 if key in rank and any(name in rank for name in keys) else len(keys) - 1


def _put_value(page: Page, tree: Tree, holder: MappingNode, place: int, in_flow: bool) -> str:
    """Set the value of a key that is there."""
    key, value = holder.value[place]
    column = holder.start_mark.column
    if in_flow or is_flow(holder):
        return splicing_inline.put_value(page, key, value, tree)
    if not isinstance(value, ScalarNode) and not is_flow(value):
        # What stands on lines of its own here is of the wrong kind: its key begins anew.
        lines = layout.indented(layout.pair(key.value, tree, Manner(dash=page.dash_step())), column)
        begin, end = page.pair_begin(holder, place), page.pair_end(holder, place)
        return page.cut(begin, end, page.joined(lines).lstrip(" "))
    if isinstance(tree, Leaf) and isinstance(value, ScalarNode):
        return _put_scalar(page, tree, key, value, column)
    below = layout.below(tree, Manner(dash=page.dash_step()))
    if below:
        return _put_below(page, layout.indented(below, column), key, value, column)
    begin, end, before = page.value_place(key, value)
    return page.cut(begin, end, before + layout.inline(tree))


def _put_scalar(page: Page, tree: Leaf, key: Node, value: ScalarNode, column: int) -> str:
    """Replace one value by another, in the same quotes.

    Several lines stand below the key, unless a comment follows that they would swallow.
    """
    begin, end, before = page.value_place(key, value)
    first, *rest = layout.lines_of(tree, quote(value))
    stop = page.line_stop(end)
    if rest and (page.text[end:stop].strip() or page.past_own_comments(end, column) > stop):
        first, rest = layout.scalar(tree.text, inline=False, quote='"'), []
    return page.cut(begin, end, before + page.joined([first, *layout.indented(rest, column)]))


def _put_below(page: Page, lines: Sequence[str], key: Node, value: Node, column: int) -> str:
    """Put lines below a key, instead of nothing or an empty list; comments of the key stay above them."""
    begin, end, _ = page.value_place(key, value)
    stop = page.past_own_comments(end, column)
    head = page.text[:begin].rstrip(" \t")
    if begin < end and page.begins_line(begin) and end == page.line_stop(end):
        head = page.text[: page.line_stop(page.line_start(begin) - 1)]
    below = "".join(page.line_end + line for line in lines)
    return head + page.text[end:stop].rstrip(" \t") + below + page.text[stop:]


def _put_item(page: Page, tree: Tree, holder: SequenceNode, place: int, in_flow: bool) -> str:
    """Set one text of a list."""
    value = holder.value[place]
    in_flow = in_flow or is_flow(holder)
    begin, end = value.start_mark.index, page.end(value)
    if in_flow or not isinstance(tree, Leaf):
        return page.cut(begin, end, layout.inline(tree, quote=quote(value)))
    free_line = end == page.line_stop(end) == page.past_own_comments(end, holder.start_mark.column)
    first, *rest = layout.lines_of(tree, quote(value))
    if rest and not free_line:
        first, rest = layout.scalar(tree.text, inline=False, quote='"'), []
    lines = [first, *layout.indented(rest, holder.start_mark.column)]
    return page.cut(begin, end, page.joined(lines))


# Insert


def _insert(page: Page, edit: Insert) -> str:
    node, in_flow = page.found(edit.path)
    if not isinstance(node, SequenceNode) or (_is_empty(page, node) and not in_flow):
        return _put(page, Put(edit.path, [edit.tree], edit.order))
    if is_flow(node):
        return splicing_inline.insert(page, edit, node)
    column = node.start_mark.column
    manner = page.manner(node.value[edit.index - (1 if edit.index else 0)], edit.order)
    lines = layout.indented(layout.item(edit.tree, manner), column)
    gap = page.gap(node)
    if edit.index == 0:
        begin = page.dash(node, 0)
        piece = page.joined([*lines, *gap, " " * column])
        return page.cut(begin, begin, piece.lstrip(" "))
    last = last_scalar(node.value[edit.index - 1])
    if last is not None and keeps_blank_lines(page, last):
        gap = []
    stop = page.past_own_comments(page.item_end(node, edit.index - 1), column)
    return page.with_lines(stop, [*gap, *lines])


# Remove


def _remove(page: Page, edit: Remove) -> str:
    """Take lines away with the comments that belong to them."""
    *above, part = edit.path
    holder, in_flow = page.found(above)
    if isinstance(holder, MappingNode):
        place = next(i for i, (key, _) in enumerate(holder.value) if key.value == part)
    else:
        assert isinstance(holder, SequenceNode)
        assert isinstance(part, int)
        place = part
    if in_flow or is_flow(holder):
        return splicing_inline.remove(page, holder, place)
    begin, end = page.part_begin(holder, place), page.part_end(holder, place)
    if len(holder.value) == 1:
        return _emptied(page, above, holder, begin, end)
    stop = page.past_own_comments(end, holder.start_mark.column)
    if not page.begins_line(begin):  # the first key of an entry, beside its dash
        following = page.part_begin(holder, place + 1)
        if "#" not in page.text[stop:following]:
            return page.cut(begin, following)
        return page.text[:begin].rstrip(" \t") + page.text[stop:]
    previous = holder.value[place - 1] if place else None
    if isinstance(previous, tuple):
        previous = previous[1]
    return page.without_lines(page.line_start(begin), stop, previous)


def _emptied(page: Page, above: Sequence[str | int], holder: Node, begin: int, end: int) -> str:
    """Take the last thing away that a list or a mapping holds: ``[]`` or ``{}`` beside its key remains."""
    empty = "{}" if isinstance(holder, MappingNode) else "[]"
    parent, _ = page.found(above[:-1]) if above else (None, False)
    if isinstance(parent, MappingNode) and page.begins_line(begin):
        key = next(key for key, value in parent.value if value is holder)
        colon = page.colon(key, holder)
        line = page.line_start(begin)
        stop = page.past_own_comments(end, holder.start_mark.column)
        if colon is not None:
            kept = page.text[colon:line]
            return page.text[:colon] + " " + empty + kept + page.text[page.next_line(stop) :]
    return page.cut(begin, end, empty)
