"""Whatever is changed in whatever hand-written file: the file says it, and nothing else is touched."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jobcoach.domain.people import Contact, Person
from jobcoach.store.codec import decode_record
from jobcoach.store.layout import scalar
from jobcoach.store.page import is_flow
from jobcoach.store.source import parse
from jobcoach.store.splicing import spliced
from jobcoach.store.trees import Edit, Insert, Put, Remove, child_of, edits, said
from store.hand_styled import DAY, changed, person_or_employer, read, styled

COMMENT = re.compile(r"# c\d+\.")
BLOCK_HEADER = re.compile(r"[|>][-+\d]*(?=( +#.*)?$)")
UNKNOWN = re.compile(r"(x-|unknown)\d+")
FILES_IN_A_PART = 250
CHANGES_OF_A_FILE = 4


def _carried_out(text: str, before: Any, after: Any) -> str:
    """A text after a change, each of its edits looked at on its own."""
    source = parse(text)
    _, decoded = decode_record("x.yaml", source, type(before), id="x", name="x")
    for edit in edits(before, after, source.root, decoded.dropped):
        new = spliced(text, [edit])
        renewed = parse(new)
        assert renewed.faults == []
        touched = Touched(text, source.root, edit)
        touched.lines_alone_are_changed(new)
        touched.comments_stay(new)
        touched.unknown_keys_stay(renewed.root)
        text, source = new, renewed
    made, _ = decode_record("x.yaml", source, type(before), id="x", name="x")
    assert made == after
    return text


class Touched:
    """A text before an edit, and the lines that the edit may change or take away."""

    def __init__(self, text: str, root: Node | None, edit: Edit) -> None:
        self.text = text
        self.lines = text.splitlines(keepends=True)
        self.root = root
        self.edit = edit
        self.span = self._span()

    def _span(self) -> tuple[int, int] | None:
        """From which line to which; None where lines may only be added."""
        path = self.edit.path
        node = self.root
        for depth, part in enumerate(path):
            if is_flow(node):
                return self._lines_of(path[:depth])
            child = child_of(node, part)
            if child is None:  # a new key
                return None
            holder, node = node, child
        if isinstance(self.edit, Insert):
            return self._lines_of(path) if is_flow(node) or isinstance(node, ScalarNode) else None
        if isinstance(self.edit, Put):
            return self._lines_of(path)
        if len(holder.value) == 1:  # [] remains beside the key
            return self._lines_of(path[:-1])
        begin, end = self._lines_of(path)
        following = [n for n in _starts(holder) if n.line >= end]
        beside_a_dash = self.lines[begin][: holder.start_mark.column].strip()
        return begin, following[0].line + 1 if following and beside_a_dash else end

    def _lines_of(self, path: tuple[Any, ...]) -> tuple[int, int]:
        """The lines of a key or an entry with what it holds and the comments right of it below."""
        if not path:
            assert self.root is not None
            return self.root.start_mark.line, len(self.lines)
        holder = self.root
        for part in path[:-1]:
            holder = child_of(holder, part)
        assert isinstance(holder, MappingNode | SequenceNode)
        value = child_of(holder, path[-1])
        assert value is not None
        column = holder.start_mark.column
        sign = "-"
        begin = value.start_mark.line
        if isinstance(holder, MappingNode):
            key = next(key for key, inner in holder.value if inner is value)
            begin = key.start_mark.line
            sign = self.lines[begin][column] if key.start_mark.column == column else "?"
        while self.lines[begin][column : column + 1] != sign:
            begin -= 1
        end = _last_line(value)
        own = re.compile(rf"\s*$| {{{column + 1},}}#")
        while end < len(self.lines) and own.match(self.lines[end]):
            end += 1
        return begin, end

    def lines_alone_are_changed(self, new: str) -> None:
        """Every line outside the span is still there, byte for byte, and in its place."""
        old, after = _filled(self.lines), _filled(new.splitlines(keepends=True))
        if not self.text.endswith(
            "\n"
        ):  # a block of text that ended without a line break is told so
            old = [BLOCK_HEADER.sub("|", line) for line in old]
            after = [BLOCK_HEADER.sub("|", line) for line in after]
        if self.span is not None:
            begin, end = (len(_filled(self.lines[:place])) for place in self.span)
            assert old[:begin] == after[:begin]
            assert old[end:] == after[len(after) - len(old) + end :]
            return
        pairs = zip(old, after, strict=False)
        same = next((n for n, (one, other) in enumerate(pairs) if one != other), len(old))
        assert len(after) > len(old)
        assert old[same:] == after[len(after) - len(old) + same :]

    def comments_stay(self, new: str) -> None:
        """No comment is lost but those of what is taken away or replaced."""
        own = "".join(self.lines[slice(*self.span)]) if self.span else ""
        lost = set(COMMENT.findall(self.text)) - set(COMMENT.findall(new))
        if isinstance(self.edit, Insert):
            own = ""
        assert lost <= set(COMMENT.findall(own))

    def unknown_keys_stay(self, root: Node | None) -> None:
        """What no command knows is where and what it was, unless its entry is gone."""
        old, new = _unknown(said(self.root)), _unknown(said(root))
        gone = {}
        if isinstance(self.edit, Remove):
            node = self.root
            for part in self.edit.path:
                node = child_of(node, part)
            gone = _unknown(said(node))
        assert new == {key: value for key, value in old.items() if key not in gone}


def _starts(holder: Any) -> list[Any]:
    return [(part[0] if isinstance(part, tuple) else part).start_mark for part in holder.value]


def _last_line(node: Any) -> int:
    """The line after the last one that a value stands on."""
    if isinstance(node, ScalarNode) or is_flow(node) or not node.value:
        whole = (
            isinstance(node, ScalarNode) and node.style in ("|", ">") and node.end_mark.column == 0
        )
        return int(node.end_mark.line) + (0 if whole else 1)
    last = node.value[-1]
    return max(_last_line(part) for part in (last if isinstance(last, tuple) else [last]))


def _filled(lines: list[str]) -> list[str]:
    return [line.rstrip("\r\n") for line in lines if line.strip()]


def _unknown(whole: Any) -> dict[str, Any]:
    """The unknown keys at any depth, each of which has a name of its own."""
    found: dict[str, Any] = {}
    inside = whole.values() if isinstance(whole, dict) else whole if isinstance(whole, list) else ()
    if isinstance(whole, dict):
        found = {key: inner for key, inner in whole.items() if UNKNOWN.fullmatch(key)}
    for inner in inside:
        found |= _unknown(inner)
    return found


def _play(seed: int, changes: int = CHANGES_OF_A_FILE) -> None:
    """Change a random file a few times over; what was written by a command is changed by the next."""
    rng = Random(seed)
    text, before = styled(rng, person_or_employer(rng))
    for _ in range(changes):
        after = changed(rng, before)
        if rng.random() < 0.1:
            after = changed(rng, after)
        text = _carried_out(text, before, after)
        before = after


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 2**32))
def test_a_change_changes_its_own_lines_alone(seed):
    _play(seed)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_ten_thousand_changes_of_hand_written_files(part):
    for file in range(FILES_IN_A_PART):
        _play(part * FILES_IN_A_PART + file)


# Texts

WRITTEN = st.text(
    st.sampled_from(
        "ab:- \n\t,[]{}'\"#|>&*!?%@`~0123456789.éñ\u00a0\u2028\x85\r\x07\ufeff\U0001f600"
    ),
    min_size=1,
    max_size=30,
).filter(str.strip) | st.sampled_from(
    ["~", "null", "no", "2026-03-09", "12:30", "1_000", "<<", "="]
)
NEIGHBOURS = [
    "  - on: 2026-01-01\n    how: visit\n    note: a\n",
    "  - {on: 2026-01-01, how: visit, note: a}\n",
    "  - on: 2026-01-01\n    how: visit\n    note: 'a'\n",
    '  -   how: visit\n      note: "a"\n      on: 2026-01-01\n      # last\n',
]


@settings(max_examples=300, deadline=None)
@given(WRITTEN, st.sampled_from(NEIGHBOURS))
@example("a\n  b", NEIGHBOURS[0])
@example("a\r\nb", NEIGHBOURS[2])
def test_any_text_comes_back_from_wherever_it_is_written(words, neighbour):
    new = Contact(on=DAY, how="phone", note=words)
    for text in (
        f"id: x\nname: A\ncontacts:\n{neighbour}",
        "id: x\nname: A\ncontacts: [{on: 2026-01-01, how: visit}]\n",
        "id: x\nname: A\n",
    ):
        before = read(text, Person)
        _carried_out(text, before, replace(before, contacts=(*before.contacts, new)))
        _carried_out(text, before, replace(before, phone=words, wishes=(words, "b", words)))


@settings(max_examples=300, deadline=None)
@given(WRITTEN, st.booleans(), st.sampled_from(["", "'", '"']))
@example("0470123456", False, "")
@example("no", True, "")
def test_other_readers_of_yaml_take_every_text_for_a_text(words, inline, quote):
    written = scalar(words, inline=inline, quote=quote)

    assert yaml.safe_load(f"{{k: {written}}}" if inline else f"k: {written}\n") == {"k": words}
