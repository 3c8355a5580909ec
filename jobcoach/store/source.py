"""A case file's text, its YAML nodes with their marks, and every fault of its form.

PyYAML reads YAML 1.1 and guesses types; so the text is only composed into nodes here, in C, and
``store.codec`` reads each value by what its key expects. A text at fault is composed again one
top-level key at a time: what is legible stays legible, and each key reports its own fault.
"""

import os
import re
import stat
import sys
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import msgspec
from yaml import SafeLoader, YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    NodeEvent,
)
from yaml.nodes import MappingNode, Node, ScalarNode
from yaml.reader import ReaderError

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 20
MOST_BLOCKS = 400
TO_THE_END = sys.maxsize  # a last line
BOM = b"\xef\xbb\xbf"

_MARKED = r"(?m)(?:^|[\s\[{,:?])[&*!](?=[^\s,\]}\"'])|[:\-?,\[{]\s*!(?:\s|$)"
_SEVERAL = r"(?m)^(?:---|\.\.\.)(?:\s|$)"
_CONFLICT = r"(?m)^(<{7}|={7}|>{7}|\|{7})(?:[ \t].*)?\r?$"
_TOP_KEY = r"(?m)^[^\s#\-\[\]{}&*!|>%@`][^\n]*"
LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # what the parser takes for one
_ODD_BREAK = "[\x85\u2028\u2029]"
_UNPRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"

# Beyond these the composer, which recurses in C, must not be let loose before the depth is known.
_MANY = 2_000


class FormFault(msgspec.Struct, frozen=True):
    """A fault of a file's form: place from 1, code, facts."""

    line: int
    column: int
    code: str
    facts: dict[str, object] = {}
    last_line: int | None = None


class Source(msgspec.Struct):
    """A file as read: its text without a BOM, its top-level pairs, its faults of form."""

    text: str
    root: Node | None
    faults: list[FormFault]
    _starts: list[int] | None = None

    def place(self, mark: Any) -> tuple[int, int]:
        """Return line and column, from 1, of a parser's mark, as an editor counts them.

        YAML also breaks lines at signs that come with text pasted from word processors.
        """
        if re.search(_ODD_BREAK, self.text) is None:
            return mark.line + 1, mark.column + 1
        if self._starts is None:
            self._starts = [0, *(found.end() for found in LINE_BREAK.finditer(self.text))]
        return place(self.text, self._starts[mark.line] + mark.column)


class _Composer(CParser):
    """Composes nodes without guessing any type."""

    def resolve(self, kind: object, value: object, implicit: object) -> None:
        return None

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


def read_bytes(root: Path, name: str) -> bytes | FormFault:
    """Return the bytes of the file *name* below *root*, or why it may not or cannot be read."""
    path = os.path.join(root, name)  # noqa: PTH118 - a thousand times; pathlib takes longer than reading
    try:
        linked = os.path.islink(path) or os.path.islink(os.path.dirname(path))  # noqa: PTH114, PTH120
        if linked and not Path(path).resolve(strict=True).is_relative_to(root.resolve()):
            return FormFault(1, 1, "outside-repository")
        info = os.stat(path)  # noqa: PTH116 - before opening: a pipe would keep us waiting
        if not stat.S_ISREG(info.st_mode):
            return FormFault(1, 1, "unreadable", {"reason": "not-a-file"})
        if info.st_size > MAX_BYTES:
            return FormFault(1, 1, "too-large", {"size": info.st_size})
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except RuntimeError:  # a loop of symbolic links
        return FormFault(1, 1, "unreadable", {"reason": "broken-link"})
    except PermissionError:
        return FormFault(1, 1, "unreadable", {"reason": "permission"})
    except OSError:
        broken = os.path.islink(path)  # noqa: PTH114
        return FormFault(1, 1, "unreadable", {"reason": "broken-link" if broken else "other"})


def decode(data: bytes) -> str | FormFault:
    """Return the text of a UTF-8 file without its BOM, or the place of the first byte that is not."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return FormFault(1, 1, "not-utf8", {"encoding": "UTF-16"})
    try:
        return data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        before = data.removeprefix(BOM)[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        return FormFault(line, column, "not-utf8", {"encoding": "Windows-1252"})


def parse(text: str) -> Source:
    """Return the file's nodes and every fault of its form; never raises for bad input."""
    faults = list(_conflicts(text))
    if not faults and _needs_a_walk(text):
        faults = list(_faults_of_events(text))
    if not faults:
        try:
            return Source(text, _compose(text), [])
        except YAMLError as error:
            faults = [_syntax(text, error)]
        except _TooDeep as deep:
            faults = [deep.fault]
    return _legible(text, faults)


class _TooDeep(Exception):
    """Nesting that the composer must not be let loose on."""

    def __init__(self, fault: FormFault) -> None:
        super().__init__()
        self.fault = fault


def _compose(text: str) -> Node | None:
    """Return the nodes of a text; raises YAMLError, or _TooDeep where recursion could go too far."""
    if _may_be_deep(text):
        fault = next((f for f in _faults_of_events(text) if f.code == "too-deep"), None)
        if fault is not None:
            raise _TooDeep(fault)
    parser = _Composer(text)
    try:
        return parser.get_single_node()
    except YAMLError as error:
        deep = _beyond_the_parser(text, error)
        if deep is not None:
            raise _TooDeep(deep) from None
        raise
    finally:
        parser.dispose()


def _beyond_the_parser(text: str, error: YAMLError) -> FormFault | None:
    """Return the place of nesting that the C parser gave up on by itself (libyaml 0.2.6: 1,000 levels).

    It reads far ahead of the events it tells, so its own mark says nothing. Python's parser does not
    recurse, and has long stopped when it would become slow.
    """
    if not isinstance(error, MarkedYAMLError) or "nesting depth" not in (error.problem or ""):
        return None
    try:
        return next((f for f in _walk(SafeLoader(text)) if f.code == "too-deep"), None)
    except YAMLError:
        return None


def _conflicts(text: str) -> Iterator[FormFault]:
    """Each merge conflict once, with its last line; a marker left alone counts as well."""
    if not any(mark in text for mark in ("<<<<<<<", "=======", ">>>>>>>")):
        return
    marks = [(place(text, found.start())[0], found[1][0]) for found in re.finditer(_CONFLICT, text)]
    inside = False
    for index, (line, mark) in enumerate(marks):
        if mark == "<":
            ends = (other for other, closing in marks[index:] if closing == ">")
            yield FormFault(line, 1, "merge-conflict", {}, next(ends, line))
        elif not inside:
            yield FormFault(line, 1, "merge-conflict")
        inside = mark == "<" or (inside and mark != ">")


def _needs_a_walk(text: str) -> bool:
    """A cheap look at the text tells whether the slow walk over events is needed at all."""
    return (
        (("&" in text or "*" in text or "!" in text) and re.search(_MARKED, text) is not None)
        or (("---" in text or "..." in text) and re.search(_SEVERAL, text) is not None)
        or _may_be_deep(text)
    )


def _may_be_deep(text: str) -> bool:
    """Whether nesting could go so deep that the composer's recursion is a danger.

    Each level takes a bracket of its own, or a column more than the one around it.
    """
    return text.count("[") + text.count("{") > _MANY or max(map(len, text.split("\n"))) > _MANY


def _faults_of_events(text: str) -> Iterator[FormFault]:
    """Anchors, aliases, tags, further documents, nesting too deep. Syntax is not judged here."""
    try:
        yield from _walk(_Composer(text))
    except YAMLError as error:
        deep = _beyond_the_parser(text, error)
        if deep is not None:
            yield deep


def _walk(parser: CParser | SafeLoader) -> Iterator[FormFault]:
    depth = documents = 0
    try:
        while parser.check_event():
            event: Any = parser.get_event()
            line, column = event.start_mark.line + 1, event.start_mark.column + 1
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    yield FormFault(line, column, "multiple-documents", {}, TO_THE_END)
                    return
            if isinstance(event, AliasEvent) or (
                isinstance(event, NodeEvent) and event.anchor is not None
            ):
                yield FormFault(line, column, "alias")
            elif getattr(event, "tag", None) is not None:
                yield FormFault(line, column, "tag", {"tag": event.tag})
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth == MAX_DEPTH + 1:
                    yield FormFault(line, column, "too-deep", {"most": MAX_DEPTH})
                    return
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
    finally:
        parser.dispose()


def _syntax(text: str, error: YAMLError) -> FormFault:
    """Word an error of the parser as a fault, with what was probably typed."""
    # Imported here: its patterns take time to compile, and most mornings nothing is mistyped.
    from jobcoach.store.typing_slips import guess_slip

    unprintable = re.search(_UNPRINTABLE, text) if isinstance(error, ReaderError) else None
    if unprintable is not None:
        line, column = place(text, unprintable.start())
        facts: dict[str, object] = {
            "slip": "unprintable",
            "character": f"U+{ord(unprintable[0]):04X}",
        }
        return FormFault(line, column, "syntax", facts)
    problem = begun = (0, 0)
    words = ""
    if isinstance(error, MarkedYAMLError):
        words = error.problem or ""
        problem = _from_one(error.problem_mark)
        begun = _from_one(error.context_mark) if error.context_mark else problem
    slip = guess_slip(text, min(begun, problem)[0], problem[0], words)
    if slip is None:
        return FormFault(*problem, "syntax", {"slip": "other"})
    line, column = (slip.line, slip.column) if slip.line else begun
    return FormFault(line, column, "syntax", {"slip": slip.name})


def _from_one(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _legible(text: str, faults: list[FormFault]) -> Source:
    """Compose each top-level key by itself; keep the pairs that are sound, and every fault once."""
    broken = [(fault.line, fault.last_line or fault.line) for fault in faults]
    only_syntax = all(fault.code == "syntax" for fault in faults)
    found = [] if only_syntax else list(faults)
    pairs: list[tuple[Node, Node]] = []
    first: Node | None = None
    blocks = list(islice(_blocks(text), MOST_BLOCKS + 1))
    if len(blocks) > MOST_BLOCKS:  # no case file: not worth the time
        blocks = []
    for begins, block in blocks:
        lines = block.count("\n") + (not block.endswith("\n"))
        ends = begins + max(lines, 1) - 1
        if not only_syntax and any(a <= ends and begins <= b for a, b in broken):
            continue
        try:
            node = _compose("\n" * (begins - 1) + block)
        except YAMLError as error:
            found.append(_syntax("\n" * (begins - 1) + block, error))
            continue
        except _TooDeep as deep:
            found.append(deep.fault)
            continue
        if isinstance(node, MappingNode):
            first = first or node
            pairs.extend(node.value)
    root = None
    if first is not None:
        root = MappingNode("", pairs, first.start_mark, first.end_mark, flow_style=False)
    unique = {(fault.line, fault.column, fault.code): fault for fault in found or faults}
    return Source(text, root, sorted(unique.values(), key=lambda f: (f.line, f.column)))


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield the text of each top-level key with the number of its first line."""
    starts = [match.start() for match in re.finditer(_TOP_KEY, text)]
    starts = [
        s for s in starts if not text.startswith(("---", "...", "<<<<<<<", "=======", ">>>>>>>"), s)
    ]
    for start, end in pairwise([*starts, len(text)]):
        block = text[start:end]
        cut = re.search(_CONFLICT, block) or re.search(_SEVERAL, block)
        yield place(text, start)[0], block[: cut.start()] if cut else block


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1 and in characters, of an offset into the text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def is_plain(node: ScalarNode) -> bool:
    """Whether a scalar stands without quotes and not as a block."""
    return not node.style


def is_absent(node: Node) -> bool:
    """Whether a value is empty, or a plain ``null`` or ``~``: the same as not there."""
    return isinstance(node, ScalarNode) and (
        node.value == "" or (is_plain(node) and node.value in ("~", "null"))
    )
