"""A case file's text with its nodes: where a value, its key, its dash and its comments begin and end.

The marks of YAML nodes are not enough: a block collection's end mark swallows the comments and blank
lines after it, and a value that is not there has none of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jobcoach.store import layout
from jobcoach.store.layout import Manner
from jobcoach.store.source import LINE_BREAK, is_absent
from jobcoach.store.trees import child_of

_BREAK = r"\r\n|\r(?!\n)|[\n\x85\u2028\u2029]"
"""One line break: never the two halves of a Windows one, which would make a blank line of it."""
_COMMENT = "#[^\r\n\x85\u2028\u2029]*"
_BETWEEN = rf"(?:\s|{_COMMENT})*"
_COLON = re.compile(rf"{_BETWEEN}:")
_COMMA = re.compile(rf"{_BETWEEN},")
_BLANK_LINES = re.compile(rf"(?:[ \t]*(?:{_BREAK}))*")
_HEADER = re.compile(r"[|>][-+\d]*")


class Page:
    """A text and its nodes; offsets are in characters."""

    def __init__(self, text: str, root: Node | None) -> None:
        self.text = text
        self.root = root if root is not None and not is_absent(root) else None
        found = re.search("\r\n|\n|\r", text)
        self.line_end = found[0] if found else "\n"
        self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(text))]

    def found(self, path: Sequence[str | int]) -> tuple[Node | None, bool]:
        """The node at *path*, and whether what holds it is written in braces or brackets."""
        node, in_flow = self.root, False
        for part in path:
            in_flow = in_flow or is_flow(node)
            node = child_of(node, part)
        return node, in_flow

    # Lines

    def line_start(self, offset: int) -> int:
        """Where the line begins that an offset is in."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def line_stop(self, offset: int) -> int:
        """Where the line's break stands, or the end of the text."""
        found = LINE_BREAK.search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Where the following line begins, or the end of the text."""
        found = LINE_BREAK.search(self.text, offset)
        return found.end() if found else len(self.text)

    def begins_line(self, offset: int) -> bool:
        """Whether nothing but blanks stands before an offset on its line."""
        return not self.text[self.line_start(offset) : offset].strip()

    def past_own_comments(self, offset: int, column: int) -> int:
        """The end of the last line that belongs to an entry: comments right of *column* below it do."""
        own = re.compile(rf"(?:(?:{_BREAK})[ \t]*)*(?:{_BREAK}) {{{column + 1},}}{_COMMENT}")
        stop = self.line_stop(offset)
        while (found := own.match(self.text, stop)) is not None:
            stop = found.end()
        return stop

    # Values

    def end(self, node: Node) -> int:
        """Where the last sign of a value ends: neither the comments after it nor blank lines are its own."""
        if isinstance(node, ScalarNode):
            return self._block_end(node) if node.style in ("|", ">") else int(node.end_mark.index)
        if is_flow(node) or not node.value:
            return int(node.end_mark.index)
        return self.part_end(node, -1)

    def _block_end(self, node: ScalarNode) -> int:
        """The end of the last line that a block scalar takes its text from."""
        start = int(node.start_mark.index)
        lines = self.text[start : node.end_mark.index].splitlines(keepends=True)
        if not keeps_blank_lines(self, node):
            depths = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()]
            # Blanks that reach further than the text's own indentation are text.
            while (
                len(lines) > 1
                and not lines[-1].strip()
                and not (depths and lines[-1].rstrip("\r\n")[min(depths) :])
            ):
                lines.pop()
        return start + len(re.sub(rf"(?:{_BREAK})\Z", "", "".join(lines)))

    def value_place(self, key: Node, value: Node) -> tuple[int, int, str]:
        """From where to where a pair's value stands, and what must come before a new one."""
        if not is_bare(value):
            begin = int(value.start_mark.index)
            return begin, self.end(value), " " if self.text[begin - 1] == ":" else ""
        colon = self.colon(key, value)
        begin = colon or int(key.end_mark.index)
        stop = self.line_stop(begin)
        end = begin if self.text[begin:stop].strip() else stop
        return begin, end, " " if colon else ": "

    # Pairs and entries

    def pair_begin(self, mapping: MappingNode, place: int) -> int:
        """Where a pair begins: at its key, or at the question mark before it."""
        key = mapping.value[place][0]
        column = mapping.start_mark.column
        if mapping.flow_style or key.start_mark.column == column:
            return int(key.start_mark.index)
        return self._sign("?", mapping, key.start_mark.index, place)

    def pair_end(self, mapping: MappingNode, place: int) -> int:
        """Where the last sign of a pair ends."""
        key, value = mapping.value[place]
        if is_bare(value):
            return self.colon(key, value) or int(key.end_mark.index)
        return self.end(value)

    def colon(self, key: Node, value: Node) -> int | None:
        """Where the colon of a pair ends; None where a key has none."""
        found = _COLON.match(self.text, key.end_mark.index)
        return found.end() if found and found.end() <= value.start_mark.index else None

    def dash(self, sequence: SequenceNode, place: int) -> int:
        """Where the dash of an entry stands."""
        return self._sign("-", sequence, sequence.value[place].start_mark.index, place)

    def _sign(self, sign: str, holder: Node, offset: int, place: int) -> int:
        """Where the dash or question mark before *offset* stands, in the column of all of them."""
        if place == 0:
            return int(holder.start_mark.index)
        column = holder.start_mark.column
        begins = self.line_start(offset)
        while self.text[begins : begins + column + 1] != " " * column + sign:
            begins = self.line_start(begins - 1)
        return begins + column

    def item_end(self, sequence: SequenceNode, place: int) -> int:
        """Where the last sign of an entry ends."""
        item = sequence.value[place]
        if is_bare(item) and not sequence.flow_style:
            return self.dash(sequence, place % len(sequence.value)) + 1
        return self.end(item)

    def part_begin(self, holder: Node, place: int) -> int:
        """Where a pair of a mapping or an entry of a list begins, with its dash."""
        if isinstance(holder, MappingNode):
            return self.pair_begin(holder, place)
        assert isinstance(holder, SequenceNode)
        return (
            int(holder.value[place].start_mark.index)
            if is_flow(holder)
            else self.dash(holder, place)
        )

    def part_end(self, holder: Node, place: int) -> int:
        """Where a pair of a mapping or an entry of a list ends."""
        if isinstance(holder, MappingNode):
            return self.pair_end(holder, place)
        assert isinstance(holder, SequenceNode)
        return self.item_end(holder, place)

    def comma(self, offset: int) -> int | None:
        """Where the comma after *offset* ends, if there is one."""
        found = _COMMA.match(self.text, offset)
        return found.end() if found else None

    # The new text

    def cut(self, begin: int, end: int, piece: str = "") -> str:
        """Return the text with *piece* instead of what stands between two offsets."""
        return self.text[:begin] + piece + self.text[end:]

    def joined(self, lines: Sequence[str]) -> str:
        """Return lines as one piece, with the file's own line breaks."""
        return self.line_end.join(lines)

    def with_lines(self, stop: int, lines: Sequence[str]) -> str:
        """Return the text with whole lines put after the line that ends at *stop*."""
        new = "".join(self.line_end + line for line in lines)
        last = last_scalar(self.root)
        if (
            stop < len(self.text)
            or last is None
            or last.style not in ("|", ">")
            or "\n" in last.value[-1:]
        ):
            return self.cut(stop, stop, new)
        # A block at the end of the file ended without a line break, and would now get one.
        header = _HEADER.match(self.text, last.start_mark.index)
        assert header is not None
        stripped = header[0].strip("+-") + "-"
        return self.text[: header.start()] + stripped + self.text[header.end() :] + new

    def without_lines(self, begin: int, stop: int, previous: Node | None) -> str:
        """Return the text without the lines from *begin* to *stop*; *previous* is the value before them.

        Of the blank lines around them those before stay; so none joins a text that keeps its own.
        """
        after = self.next_line(stop)
        last = last_scalar(previous)
        blank_before = not self.text[self.line_start(begin - 1) : begin].strip() if begin else True
        if blank_before or (last is not None and keeps_blank_lines(self, last)):
            found = _BLANK_LINES.match(self.text, after)
            after = found.end() if found else after
        return self.cut(begin, after)

    # Style

    def dash_step(self) -> int:
        """How far this file's lists stand to the right of their keys."""
        for key, value in self.root.value if isinstance(self.root, MappingNode) else ():
            if isinstance(value, SequenceNode) and not value.flow_style and value.value:
                return max(0, int(value.start_mark.column - key.start_mark.column))
        return layout.STEP

    def gap(self, sequence: SequenceNode) -> list[str]:
        """Return the blank line that sets the entries of a list apart, if one does."""
        if len(sequence.value) < 2:
            return []
        between = self.text[
            self.line_stop(self.item_end(sequence, -2)) : self.dash(
                sequence, len(sequence.value) - 1
            )
        ]
        return [""] if re.search(rf"(?:{_BREAK})[ \t]*(?:{_BREAK})", between) else []

    def manner(self, neighbour: Node, order: Sequence[str]) -> Manner:
        """How an entry next to the new one is written."""
        dash = self.dash_step()
        if isinstance(neighbour, ScalarNode):
            return Manner(quotes={"": quote(neighbour)}, dash=dash)
        if not isinstance(neighbour, MappingNode):
            return Manner(dash=dash)
        keys = tuple(str(key.value) for key, _ in neighbour.value)
        # An order that is the record's own leaves new keys their place.
        known = [key for key in order if key in keys]
        keys = () if known == [key for key in keys if key in order] else keys
        quotes = {str(k.value): quote(v) for k, v in neighbour.value if quote(v)}
        begin = neighbour.start_mark.index
        if neighbour.flow_style:
            padding = " " if self.text[begin + 1 : begin + 2] == " " else ""
            return Manner(inline=True, keys=keys, quotes=quotes, padding=padding, dash=dash)
        before = self.text[self.line_start(begin) : begin]
        gap = len(before) - before.rfind("-") if before.strip() == "-" else layout.STEP
        return Manner(inline=False, keys=keys, quotes=quotes, gap=gap, dash=dash)


def is_flow(node: Node | None) -> bool:
    """Whether a value is written in braces or brackets."""
    return bool(getattr(node, "flow_style", False))


def is_bare(node: Node) -> bool:
    """Whether nothing at all stands where a value could."""
    return isinstance(node, ScalarNode) and not node.style and not node.value


def quote(node: Node) -> str:
    """Return the quotes around a value, if any."""
    return node.style if isinstance(node, ScalarNode) and node.style in ("'", '"') else ""


def last_scalar(node: Node | None) -> ScalarNode | None:
    """Return the value that ends a value written on lines."""
    while not isinstance(node, ScalarNode):
        if node is None or is_flow(node) or not node.value:
            return None
        node = node.value[-1][1] if isinstance(node, MappingNode) else node.value[-1]
    return node


def keeps_blank_lines(page: Page, node: ScalarNode) -> bool:
    """Whether the blank lines after a block scalar are part of its text."""
    header = _HEADER.match(page.text, node.start_mark.index) if node.style in ("|", ">") else None
    return header is not None and "+" in header[0]
