"""A case file's text, its YAML nodes with their marks, and every fault of its form.

PyYAML reads YAML 1.1 and guesses types; so the text is only composed into nodes here, in C, and
``store.codec`` reads each value by what its key expects. Anchors, aliases and tags are told and then
read past, as if they were not there. A text at fault otherwise is composed again one top-level key at
a time: what is legible stays legible, and each key reports its own fault.
"""

import os
import re
import stat
import sys
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

import msgspec
from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)
from yaml.nodes import MappingNode, Node, ScalarNode
from yaml.reader import ReaderError

from jobcoach.store.composing import MAX_DEPTH, Composer, TooDeep, compose

MAX_BYTES = 4 * 1024 * 1024
MOST_BLOCKS = 400
TO_THE_END = sys.maxsize  # a last line
BOM = b"\xef\xbb\xbf"
READ_PAST = frozenset({"alias", "tag"})  # told, then read as if they were not there

_MARKED = r"(?m)(?:^|[\s\[{,:?])[&*!](?=[^\s,\]}\"'])|[:\-?,\[{]\s*!(?:\s|$)"
_PROPERTY = r"(?:\s|#[^\n]*\n)*(&[\w-]+|!<[^>\s]*>|![^\s,\[\]{}]*)"
_SEVERAL = r"(?m)^(?:---|\.\.\.)(?:\s|$)"
_CONFLICT = r"(?m)^(<{7}|={7}|>{7}|\|{7})(?:[ \t].*)?\r?$"
_TOP_KEY = r"(?m)^[^\s#\-\[\]{}&*!|>%@`][^\n]*"
LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")  # what the parser takes for one
_ODD_BREAK = "\r(?!\n)|[\x85\u2028\u2029]"  # where no editor begins a line
_UNPRINTABLE = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


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
    _starts: tuple[list[int], list[int]] | None = None

    def place(self, mark: Any) -> tuple[int, int]:
        """Return line and column, from 1, of a parser's mark, as an editor counts them."""
        return self.place_of(mark.line, mark.column)

    def place_of(self, line: int, column: int) -> tuple[int, int]:
        """Return line and column, from 1, of the parser's own, from 0.

        YAML also breaks lines at signs that come with text pasted from word processors.
        """
        if self._starts is None:
            odd = re.search(_ODD_BREAK, self.text) is not None
            patterns = (LINE_BREAK, re.compile("\n")) if odd else ()
            ends = [[found.end() for found in p.finditer(self.text)] for p in patterns]
            self._starts = ([0, *ends[0]], [0, *ends[1]]) if odd else ([], [])
        starts, shown = self._starts
        if not starts:
            return line + 1, column + 1
        offset = starts[min(line, len(starts) - 1)] + column
        number = bisect_right(shown, offset)
        return number, offset - shown[number - 1] + 1


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
    source = Source(text, None, [])
    found = list(_conflicts(text))
    unsound: FormFault | None = None
    if not found:
        read = text
        if _needs_a_walk(text):
            read, found = _unmarked(source, text)
        if all(fault.code in READ_PAST for fault in found):
            try:
                source.root = compose(read)
                source.faults = found
                return source
            except YAMLError as error:
                unsound = _syntax(source, read, error)
            except TooDeep as deep:
                found.append(_too_deep(source, deep))
    _read_each_key(source, found, unsound)
    return source


def _too_deep(source: Source, deep: TooDeep) -> FormFault:
    return FormFault(*source.place(deep.mark), "too-deep", {"most": MAX_DEPTH})


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
        ("&" in text or "*" in text or "!" in text) and re.search(_MARKED, text) is not None
    ) or (("---" in text or "..." in text) and re.search(_SEVERAL, text) is not None)


def _unmarked(source: Source, text: str) -> tuple[str, list[FormFault]]:
    """Return *text* without its anchors, aliases and tags, and a fault for each of them.

    All else keeps its place and is read on: blanks stand for an anchor or a tag, an absent value for
    an alias. A further document is told too, and what follows it left alone. Syntax is not judged here.
    """
    faults: list[FormFault] = []
    pieces: list[str] = []
    done = 0
    uncounted = text.startswith("\ufeff")  # a second byte order mark, which the parser skips
    try:
        for event, is_block_key in _events_at_fault(Composer(text)):
            start = event.start_mark
            if isinstance(event, DocumentStartEvent):
                faults.append(FormFault(*source.place(start), "multiple-documents", {}, TO_THE_END))
                break
            begin = start.index + uncounted
            for at, mark in _marks(text, begin, event):
                pieces += (text[done:at], _instead(event, mark, at == begin, is_block_key))
                done = at + len(mark)
                where = source.place_of(*_further(start.line, start.column, text[begin:at]))
                if mark[0] == "!":
                    faults.append(FormFault(*where, "tag", {"tag": event.tag}))
                else:
                    faults.append(FormFault(*where, "alias"))
    except YAMLError:
        pass
    return "".join((*pieces, text[done:])), faults


def _events_at_fault(parser: CParser) -> Iterator[tuple[Any, bool]]:
    """Aliases, nodes with an anchor or a tag, further documents; and whether each is a key of a block."""
    # Of each collection around: is a key next? None in lists and in braces.
    keys: list[bool | None] = []
    documents = 0
    try:
        while parser.check_event():
            event: Any = parser.get_event()
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    yield event, False
            elif isinstance(event, CollectionEndEvent):
                keys.pop()
            elif isinstance(event, NodeEvent):
                is_key = bool(keys and keys[-1])
                if keys and keys[-1] is not None:
                    keys[-1] = not is_key
                if event.anchor is not None or getattr(event, "tag", None) is not None:
                    yield event, is_key
                if isinstance(event, CollectionStartEvent):
                    in_block = isinstance(event, MappingStartEvent) and not event.flow_style
                    keys.append(True if in_block else None)
    finally:
        parser.dispose()


def _marks(text: str, begin: int, event: Any) -> Iterator[tuple[int, str]]:
    """The alias, or the anchor and the tag, that an event begins with, each with its offset."""
    if isinstance(event, AliasEvent):
        yield begin, f"*{event.anchor}"
        return
    for _ in range((event.anchor is not None) + (event.tag is not None)):
        found = re.compile(_PROPERTY).match(text, begin)
        if found is None:
            return
        yield found.start(1), found[1]
        begin = found.end()


def _instead(event: Any, mark: str, first: bool, is_block_key: bool) -> str:
    """What is read in the place of a mark, as long as it is; *first* of those before one value."""
    if isinstance(event, AliasEvent):
        return "~".ljust(len(mark))
    if first and isinstance(event, ScalarEvent) and not event.value and not event.style:
        # Inside brackets, no value at all is bad syntax.
        return "~".ljust(len(mark))
    if first and is_block_key:
        # Blanks would push the key out of its column; a tag does no harm.
        return "!" + mark[1:]
    return " " * len(mark)


def _syntax(source: Source, text: str, error: YAMLError) -> FormFault:
    """Word an error of the parser as a fault, with what was probably typed.

    *text* is what the parser read: the file's, or one key of it, on its own line.
    """
    # Imported here: its patterns take time to compile, and most mornings nothing is mistyped.
    from jobcoach.store.typing_slips import guess_slip

    unprintable = re.search(_UNPRINTABLE, text) if isinstance(error, ReaderError) else None
    if unprintable is not None:
        where = source.place_of(*_further(0, 0, text[: unprintable.start()]))
        facts: dict[str, object] = {
            "slip": "unprintable",
            "character": f"U+{ord(unprintable[0]):04X}",
        }
        return FormFault(*where, "syntax", facts)
    problem = begun = (1, 1)
    words = ""
    if isinstance(error, MarkedYAMLError):
        words = error.problem or ""
        problem = _from_one(error.problem_mark)
        begun = _from_one(error.context_mark) if error.context_mark else problem
    slip = guess_slip(text, min(begun, problem)[0], problem[0], words)
    name = slip.name if slip is not None else "other"
    if slip is not None and slip.line:
        line, column = slip.line - 1, slip.column - 1
    else:
        # What never ends is found out in the line below, which is another key's or not there at all.
        line, column = begun if slip is not None else problem
        line, column = min((line - 1, column - 1), _further(0, 0, text.rstrip("\r\n")))
    return FormFault(*source.place_of(line, column), "syntax", {"slip": name})


def _further(line: int, column: int, passed: str) -> tuple[int, int]:
    """Return the parser's line and column, from 0, once it has *passed* so much text."""
    ends = [found.end() for found in LINE_BREAK.finditer(passed)]
    return (line + len(ends), len(passed) - ends[-1]) if ends else (line, column + len(passed))


def _from_one(mark: Any) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _read_each_key(source: Source, found: list[FormFault], unsound: FormFault | None) -> None:
    """Compose each top-level key by itself; keep the pairs that are sound, and every fault once.

    *found* is known of the whole file already. *unsound*, what the parser said of it, is told only
    where no key is at fault by itself.
    """
    broken = [(f.line, f.last_line or f.line) for f in found if f.code not in READ_PAST]
    marks: list[FormFault] = []
    at_fault: list[FormFault] = []
    pairs: list[tuple[Node, Node]] = []
    first: Node | None = None
    blocks = list(islice(_blocks(source.text), MOST_BLOCKS + 1))
    if len(blocks) > MOST_BLOCKS:  # no case file: not worth the time
        blocks = []
    for begins, above, block in blocks:
        lines = block.count("\n") + (not block.endswith("\n"))
        ends = begins + max(lines, 1) - 1
        if any(a <= ends and begins <= b for a, b in broken):
            continue
        text = "\n" * above + block
        if re.search(_MARKED, block):
            text, told = _unmarked(source, text)
            marks += told
        try:
            node = compose(text)
        except YAMLError as error:
            at_fault.append(_syntax(source, text, error))
            continue
        except TooDeep as deep:
            at_fault.append(_too_deep(source, deep))
            continue
        if isinstance(node, MappingNode):
            first = first or node
            pairs.extend(node.value)
    if not at_fault and unsound is not None:
        at_fault.append(unsound)
    if first is not None:
        source.root = MappingNode("", pairs, first.start_mark, first.end_mark, flow_style=False)
    unique = {
        (fault.line, fault.column, fault.code): fault for fault in (*found, *marks, *at_fault)
    }
    source.faults = sorted(unique.values(), key=lambda f: (f.line, f.column))


def _blocks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the text of each top-level key, with its first line and the parser's lines above it."""
    starts = [match.start() for match in re.finditer(_TOP_KEY, text)]
    starts = [
        s for s in starts if not text.startswith(("---", "...", "<<<<<<<", "=======", ">>>>>>>"), s)
    ]
    above = before = 0
    for start, end in pairwise([*starts, len(text)]):
        above += len(LINE_BREAK.findall(text, before, start))
        before = start
        block = text[start:end]
        cut = re.search(_CONFLICT, block) or re.search(_SEVERAL, block)
        yield place(text, start)[0], above, block[: cut.start()] if cut else block


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
