"""The examples as a living story: dates moved so that it ends today, and a git history behind it.

Earlier versions of a file are made by taking out what is dated later, line by line and pair by pair;
the history is written in one go by ``git fast-import``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jobcoach.domain.changes import changes
from jobcoach.domain.employers import Employer
from jobcoach.domain.people import Person
from jobcoach.store.codec import decode_record, read_day
from jobcoach.store.commit_message import message
from jobcoach.store.source import parse

MONTHS_OF_HISTORY = 7
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_STORY_DAY = re.compile(r"(?m)^x-story-day:[ ]*(\d{4}-\d{2}-\d{2})")

# The date by which an entry came into the file, by preference.
_ENTRY_DATES = ("on", "from", "proposed", "since", "open")
# Marks that an entry gets later, each with what else is told at the same time.
_MARKS: dict[str, tuple[str, ...]] = {
    "decided": ("decision",),
    "presented": (),
    "interview": (),
    "closed": ("outcome", "why"),
    "ended": ("why",),
    "solved": (),
    "done": (),
    "withdrawn": (),
    "answered": (),
}


class Version(msgspec.Struct, frozen=True):
    """A file's text from one day on, and what happened then."""

    day: date
    path: str
    text: str
    coach: str
    message: str


def story_day(settings: str) -> date:
    """Return the day on which the examples end."""
    match = _STORY_DAY.search(settings)
    day = read_day(match[1]) if match else None
    if day is None:
        raise ValueError("the examples name no x-story-day")
    return day


def moved(text: str, days: int) -> str:
    """Return *text* with every date moved by *days*."""

    def move(match: re.Match[str]) -> str:
        day = read_day(match[0])
        return (day + timedelta(days=days)).isoformat() if day is not None else match[0]

    return _DATE.sub(move, text)


def as_of(text: str, day: date) -> str | None:
    """Return a case file as it may have looked on *day*; None before its first dated entry.

    Entries dated later are left out whole, later marks of earlier entries (done, ended, closed …)
    by themselves.
    """
    root = parse(text).root
    if not isinstance(root, MappingNode):
        return text
    lines = text.split("\n")  # the examples hold no other line breaks
    cuts: list[tuple[int, int, int, int]] = []
    dated = kept = 0
    for place, (_, value) in enumerate(root.value):
        following = (
            root.value[place + 1][0].start_mark.line if place + 1 < len(root.value) else len(lines)
        )
        if not isinstance(value, SequenceNode) or value.flow_style:
            continue
        entries = value.value
        later = [_is_later(entry, day) for entry in entries]
        dated += sum(flag is not None for flag in later)
        kept += sum(flag is False for flag in later)
        if entries and all(later):
            cuts.append((root.value[place][0].start_mark.line, 0, _end(lines, following), 0))
            continue
        for index, entry in enumerate(entries):
            end = (
                entries[index + 1].start_mark.line
                if index + 1 < len(entries)
                else _end(lines, following)
            )
            if later[index]:
                cuts.append((entry.start_mark.line, 0, end, 0))
            else:
                cuts.extend(_later_marks(entry, day))
    for value in [v for k, v in root.value if k.value == "plan"]:
        cuts.extend(_later_marks(value, day))
    if dated and not kept:
        return None
    return _without(lines, cuts)


def _is_later(entry: Node, day: date) -> bool | None:
    """Whether an entry is dated after *day*; None where it has no date."""
    if not isinstance(entry, MappingNode):
        return None
    values = {key.value: value for key, value in entry.value if isinstance(value, ScalarNode)}
    for key in _ENTRY_DATES:
        if key in values:
            written = read_day(values[key].value)
            return written > day if written else None
    return None


def _end(lines: list[str], following: int) -> int:
    """The line after a block: comments and blank lines before the next key belong to that key."""
    while following > 0 and (
        following > len(lines) - 1
        or not lines[following - 1].strip()
        or lines[following - 1].startswith("#")
    ):
        following -= 1
    return following


def _later_marks(node: Node, day: date) -> Iterator[tuple[int, int, int, int]]:
    """Cuts for pairs of a mapping (and of those below it) that tell of something after *day*."""
    if isinstance(node, SequenceNode):
        for item in node.value:
            yield from _later_marks(item, day)
    if not isinstance(node, MappingNode):
        return
    gone: set[str] = set()
    for key, value in node.value:
        written = read_day(value.value) if isinstance(value, ScalarNode) else None
        if key.value in _MARKS and written is not None and written > day:
            gone |= {key.value, *_MARKS[key.value]}
    for place, (key, value) in enumerate(node.value):
        if key.value in gone and place:
            before = node.value[place - 1][1].end_mark
            yield (before.line, before.column, value.end_mark.line, value.end_mark.column)
        else:
            yield from _later_marks(value, day)


def _without(lines: list[str], cuts: list[tuple[int, int, int, int]]) -> str:
    text = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    for from_line, column, end_line, end_column in sorted(set(cuts), reverse=True):
        begin, end = starts[from_line] + column, min(starts[end_line] + end_column, len(text))
        text = text[:begin] + text[end:]
    return text


def versions(contents: Mapping[str, str], today: date, coaches: Mapping[str, str]) -> list[Version]:
    """Return every version of every case file over the last months, the oldest first."""
    begin = today - timedelta(days=30 * MONTHS_OF_HISTORY)
    found: list[Version] = []
    for path, text in contents.items():
        days = sorted({day for written in _DATE.findall(text) if (day := read_day(written))})
        shown = None
        for day in [begin, *(d for d in days if begin < d <= today)]:
            version = text if day == today else as_of(text, day)
            if version is not None and version != shown:
                found.append(_version(day, path, shown, version, coaches))
                shown = version
        if shown != text:
            found.append(_version(today, path, shown, text, coaches))
    return sorted(found, key=lambda version: (version.day, version.path))


def _version(
    day: date, path: str, before: str | None, text: str, coaches: Mapping[str, str]
) -> Version:
    record: type[Person] | type[Employer] = Person if path.startswith("people/") else Employer
    stem = Path(path).stem
    made, _ = decode_record(path, parse(text), record, id=stem, name=stem)
    was = decode_record(path, parse(before), record, id=stem, name=stem)[0] if before else None
    told = changes(was, made)
    at_work = [c.by for c in made.contacts if c.on == day and c.by in coaches]
    coach = (at_work[-1] if at_work else made.coach) or next(iter(coaches))
    return Version(day, path, text, coach, message([stem], told, None, coach))


def fast_import(
    frame: Mapping[str, bytes], told: list[Version], coaches: Mapping[str, str]
) -> bytes:
    """Return the stream for ``git fast-import``: the frame first, then a commit for each version.

    *coaches* maps an id to ``Name <address>``.
    """
    out: list[bytes] = []
    first = told[0]
    author = next(iter(coaches.values()))
    out.append(_commit(author, first.day, 0, "New case repository\n\nAction: init\n"))
    out += [_file(path, data) for path, data in frame.items()]
    for place, version in enumerate(told, start=1):
        out.append(_commit(coaches.get(version.coach, author), version.day, place, version.message))
        out.append(_file(version.path, version.text.encode()))
    return b"".join(out)


def _commit(author: str, day: date, place: int, text: str) -> bytes:
    moment = datetime.combine(day, time(9, 0)).astimezone() + timedelta(minutes=place % 400)
    when = f"{int(moment.timestamp())} {moment.strftime('%z')}"
    data = text.encode()
    return (
        f"commit refs/heads/main\nauthor {author} {when}\ncommitter {author} {when}\n"
        f"data {len(data)}\n".encode()
        + data
        + b"\n"
    )


def _file(path: str, data: bytes) -> bytes:
    return f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"
