"""What an import says: how the file was read, what its rows make, what is wrong with them.

On the coach's own screen names may stand; what is said of a bad row holds words and dates only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jobcoach.domain.employers import Employer
from jobcoach.domain.people import Contact
from jobcoach.render import words
from jobcoach.render.catalogue import N_
from jobcoach.render.messages import did_you_mean, expected_hint, finding_message, quoted
from jobcoach.render.screen import Line, Screen, Section, Table, Title

if TYPE_CHECKING:
    from jobcoach.domain.findings import Finding
    from jobcoach.domain.importing.dates import Reading
    from jobcoach.domain.importing.judged import Judged, Made
    from jobcoach.domain.importing.sheet import Column, Kind, Sheet, Trouble
    from jobcoach.render.catalogue import Texts

FIRST = 5
"""So many cases are shown before anything is made."""
LONGEST_WORD = 24
"""A longer value is no word: it may be what somebody said, and is not quoted."""

_KIND = {"people": N_("persons"), "employers": N_("employers"), "contacts": N_("contacts")}
_ORDER = {
    "dmy": N_("day, month, year (9/03/2026)"),
    "mdy": N_("month, day, year (3/09/2026)"),
    "ymd": N_("year, month, day (2026-03-09)"),
}
_GROUND = {
    "given": N_("{header}: {order}, as asked for"),
    "seen": N_("{header}: {order}"),
    "other-columns": N_(
        "{header}: {order}, as in the other columns; its own dates can be read both ways"
    ),
    "assumed": N_(
        "{header}: {order}, by custom: every date can be read both ways. --dates mdy reads the month first"
    ),
}
_BETWEEN = {
    ";": N_("semicolon"),
    ",": N_("comma"),
    "tab": N_("tab"),
    "|": N_("vertical bar"),
}


def reading_screen(
    path: str,
    sheet: Sheet,
    kind: Kind,
    columns: Sequence[Column],
    dates: Mapping[int, Reading],
    t: Texts,
) -> Screen:
    """Return how the file was read: form, dates, which column goes where, which are left out."""
    rows = t.plural("{number} row", "{number} rows", len(sheet.rows))
    form = [
        t.word(_KIND, kind),
        rows,
        t("cells divided by {sign}", sign=t.word(_BETWEEN, sheet.delimiter)),
        t("encoding {name}", name=sheet.encoding),
        t("headers on line {line}", line=sheet.header_line),
    ]
    screen: Screen = [Title(path), Line(", ".join(form)), Line()]
    screen.append(
        Table(
            (t("Column"), t("goes to")),
            tuple((c.header, c.key) for c in columns if c.key is not None),
            indent=2,
        )
    )
    left_out = [
        c.header or t("column {number}", number=c.place + 1) for c in columns if c.key is None
    ]
    if left_out:
        screen.append(Line(t.labelled(t("Left out"), ", ".join(left_out)), "late", 2))
    headers = {column.place: column.header for column in columns}
    told = [
        Line(
            t(_GROUND[reading.ground], header=headers[place], order=t.word(_ORDER, reading.order)),
            "late" if reading.ground == "assumed" else "",
            2,
        )
        for place, reading in dates.items()
        if reading.ground in _GROUND
    ]
    if told:
        screen += [Line(), Section(t("Dates")), *told]
    return screen


def first_cases(kind: Kind, found: Judged, t: Texts) -> Screen:
    """Return the first cases or contacts that the rows make, each with its line."""
    if not found.made:
        return []
    rows = tuple((str(made.line), *_cells(made, found, t)) for made in found.made[:FIRST])
    headers = {
        "people": (t("Line"), t("Name"), t("Born"), t("Place"), t("Coach"), t("Stage")),
        "employers": (
            t("Line"),
            t("Name"),
            t("Id"),
            t("Place"),
            t("Coach"),
            t("Reference contact"),
        ),
        "contacts": (t("Line"), t("Date"), t("In the file of"), t("How"), t("Next")),
    }[kind]
    return [Line(), Section(t("The first")), Table(headers, rows, indent=2)]


def _cells(made: Made, found: Judged, t: Texts) -> tuple[str, ...]:
    entry = made.entry
    if isinstance(entry, Contact):
        upcoming = "" if entry.next is None else str(entry.next)
        how = t.word(words.HOW, entry.how) if entry.how else "–"
        return str(entry.on), found.cases[made.place].name, how, upcoming
    if isinstance(entry, Employer):
        reference = next((member.name or "–" for member in entry.references), "–")
        return entry.name, entry.id, entry.place or "–", entry.coach or "–", reference
    last = entry.stages[-1] if entry.stages else None
    stage = f"{last.stage} ({last.on})" if last else "–"
    return entry.name, str(entry.born or "–"), entry.place or "–", entry.coach or "–", stage


def counts(kind: Kind, found: Judged, t: Texts, *, dry_run: bool) -> Screen:
    """Return how much the rows make, how much is there already, how many rows are bad."""
    number = len(found.made)
    made = {
        "people": t.plural("{number} case to make", "{number} cases to make", number),
        "employers": t.plural("{number} employer to make", "{number} employers to make", number),
        "contacts": t.plural("{number} contact to record", "{number} contacts to record", number),
    }[kind]
    parts = [made]
    if found.already:
        parts.append(
            t.plural("{number} is there already", "{number} are there already", found.already)
        )
    bad = len(found.bad_lines)
    if bad:
        parts.append(t.plural("{number} bad row", "{number} bad rows", bad))
    screen: Screen = [Line(), Line(", ".join(parts), "late" if bad else "strong")]
    if dry_run:
        screen.append(Line(t("A dry run: nothing is written."), "quiet"))
    return screen


def done(kind: Kind, found: Judged, t: Texts) -> Screen:
    """Return what was recorded."""
    number = len(found.made)
    if not number:
        return [Line(t("There is nothing to record."), "quiet")]
    text = {
        "people": t.plural("{number} case begun", "{number} cases begun", number),
        "employers": t.plural("{number} employer recorded", "{number} employers recorded", number),
        "contacts": t.plural("{number} contact recorded", "{number} contacts recorded", number),
    }[kind]
    return [Line(f"✓ {text}", "good")]


# What is wrong


def trouble_lines(troubles: Sequence[Trouble], t: Texts) -> list[str]:
    """Return every trouble on a line with its place, and below it the way out where it is told first."""
    lines: list[str] = []
    told: set[str] = set()
    for trouble in troubles:
        message, hint = _SAID[trouble.code](trouble.facts, t)
        lines.append(t.labelled(_place(trouble, t), message))
        if hint and hint not in told:
            told.add(hint)
            lines.append(f"    {hint}")
    return lines


def warning_lines(warnings: Sequence[tuple[int, Finding]], t: Texts) -> list[str]:
    """Return what wants a look though it refuses nothing."""
    return [
        t.labelled(t("line {line}", line=line), finding_message(finding, t)[0])
        for line, finding in warnings
    ]


def _place(trouble: Trouble, t: Texts) -> str:
    line = t("line {line}", line=trouble.line)
    return f"{line}, {quoted(trouble.column)}" if trouble.column else line


Said = Callable[[dict[str, Any], "Texts"], tuple[str, str]]


def _fixed(message: str, hint: str) -> Said:
    def say(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
        return (t(message, **facts) if facts else t(message)), t(hint) if hint else ""

    return say


def _not_a_date(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    value = facts["value"]
    hint = t(
        "this column is read as {order}; --dates changes that", order=t.word(_ORDER, facts["order"])
    )
    if len(value) <= LONGEST_WORD and any(sign.isdigit() for sign in value):
        return t('"{value}" is not a date', value=quoted(value)), hint
    return t("a date belongs here"), hint


def _bad_value(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    known = tuple(facts.get("known") or ())
    value: str = facts["value"]
    short = len(value) <= LONGEST_WORD and len(value.split()) <= 3
    if short and (known or any(sign.isdigit() for sign in value)):
        message = t('"{value}" is not allowed for {key}', value=quoted(value), key=facts["key"])
    else:
        message = t("this is not allowed for {key}", key=facts["key"])
    if known:
        allowed = did_you_mean(value if short else "", known, t)
        return message, t("{allowed}; or translate it under `values` in a map", allowed=allowed)
    return message, expected_hint(facts["expected"], t) if facts.get("expected") != "text" else ""


def _unknown_coach(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    hint = t.labelled(t("Coaches"), ", ".join(facts["known"]))
    return t("this is not a coach of the settings"), hint


def _finding(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    return finding_message(facts["finding"], t)


_SAID: dict[str, Said] = {
    "missing": _fixed(N_('"{key}" is missing'), ""),
    "not-a-date": _not_a_date,
    "bad-value": _bad_value,
    "excel-formula": _fixed(
        N_("Excel left the error of a formula here"), N_("write the value itself into the cell")
    ),
    "excel-number": _fixed(
        N_("Excel cut this number short"),
        N_(
            "format the column as text or with no decimals, type the number again, save as CSV once more"
        ),
    ),
    "too-many-cells": _fixed(
        N_("the row has more cells than there are headers"),
        N_("put a text that holds the sign between cells in quotes"),
    ),
    "on-file": _fixed(
        N_("already on file as {id}"), N_("take the row away, or leave it out with --skip-bad")
    ),
    "twice": _fixed(
        N_("the same as on line {other}"), N_("take one of the two rows away, or tell them apart")
    ),
    "nobody": _fixed(
        N_("nobody of that id or whole name is on file"),
        N_("write the id or the whole name; a map can translate it under `values`"),
    ),
    "several": _fixed(N_("several have that name: {ids}"), N_("write the id instead of the name")),
    "unknown-coach": _unknown_coach,
    "finding": _finding,
}
