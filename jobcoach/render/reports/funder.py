"""The words of ``report funder``: those of the reports it takes its figures from, and the service's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from jobcoach.domain.statistics.figures import Curve
from jobcoach.render.catalogue import N_, AsWritten
from jobcoach.render.reports.wording import CrossPart, Part, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jobcoach.domain.findings import FieldPath
    from jobcoach.domain.funder import ChosenPart, FunderReport
    from jobcoach.domain.statistics.figures import Statement
    from jobcoach.render.catalogue import Texts

TITLE = N_("Report for the funder")
_CHART = N_("The chart shows how many there are of each, all of them together. {counts}.")


class Offered(msgspec.Struct, frozen=True):
    """A report that a funder's may take figures from: its words, and its figures over no cases at all."""

    wording: Wording
    empty: Statement


Trouble = tuple["FieldPath", str, dict[str, object]]


def troubles(asked: FunderReport, offered: Mapping[str, Offered]) -> Iterator[Trouble]:
    """Return each name that is none, or none for a funder, with its place: path, code, facts."""
    names, tables = tuple(_figures(offered)), tuple(_tables(offered))
    groups = dict.fromkeys(f"{name.rpartition('.')[0]}.*" for name in names)
    choice = (*names, *groups)
    for place, part in enumerate(asked.parts):
        for number, name in enumerate(part.figures):
            yield from _trouble(("parts", place, "figures", number), name, choice, offered)
        if part.table is not None:
            yield from _trouble(("parts", place, "table"), part.table, tables, offered)
    for name in asked.labels:
        yield from _trouble(("labels", name), name, names, offered)


def _trouble(
    path: FieldPath, name: str, known: tuple[str, ...], offered: Mapping[str, Offered]
) -> Iterator[Trouble]:
    report = name.partition(".")[0]
    if report in _FOR_THE_TEAM or any(_within(curve, name) for curve in _curves(offered)):
        yield path, "not-for-funders", {"value": name, "known": tuple(offered)}
    elif name not in known:
        yield path, "unknown-figure", {"value": name, "known": known}


_FOR_THE_TEAM = frozenset({"caseload", "employer", "rhythm", "barriers", "quality"})
"""Reports that tell of single persons, of who was late, or of how the service works."""


def _within(figure: str, name: str) -> bool:
    """Whether *name* means the figure, or a group that it is in."""
    return figure == name or (name.endswith(".*") and figure.startswith(name[:-1]))


def _curves(offered: Mapping[str, Offered]) -> Iterator[str]:
    """The names of curves, each step of which is one person."""
    for report, one in offered.items():
        for name, figure in one.empty.figures.items():
            if isinstance(figure, Curve):
                yield f"{report}.{name}"


def _figures(offered: Mapping[str, Offered]) -> Iterator[str]:
    for report, one in offered.items():
        for name, figure in one.empty.figures.items():
            if not isinstance(figure, Curve):
                yield f"{report}.{name}"


def _tables(offered: Mapping[str, Offered]) -> Iterator[str]:
    for report, one in offered.items():
        for part in one.wording.parts:
            if isinstance(part, CrossPart):
                yield f"{report}.{part.prefix}"


def reports_named(asked: FunderReport) -> tuple[str, ...]:
    """Return the reports that figures are taken from, in the order in which they are first named."""
    names = [
        name
        for part in asked.parts
        for name in (*part.figures, *((part.table,) if part.table else ()))
    ]
    return tuple(dict.fromkeys(name.partition(".")[0] for name in names))


def funder_wording(asked: FunderReport, wordings: Mapping[str, Wording], t: Texts) -> Wording:
    """Return the report in words; what the service wrote itself in the reader's language, if it did."""
    tables = {
        f"{report}.{part.prefix}": _table_under(report, part)
        for report, one in wordings.items()
        for part in one.parts
        if isinstance(part, CrossPart)
    }
    own = {name: text for name, texts in asked.labels.items() if (text := _said(texts, t))}
    return Wording(
        name="funder",
        title=_said(asked.title, t) or TITLE,
        notes=(
            *dict.fromkeys(note for one in wordings.values() for note in one.notes),
            *(text for note in asked.notes if (text := _said(note, t))),
        ),
        parts=tuple(part for chosen in asked.parts for part in _parts(chosen, wordings, tables, t)),
        unshown=tuple(tables.values()),
        labels={
            f"{report}.{name}": text
            for report, one in wordings.items()
            for name, text in one.labels.items()
        }
        | own,
        definitions={
            f"{report}.{code}": said
            for report, one in wordings.items()
            for code, said in one.definitions.items()
        },
        template="funder",
    )


def _said(texts: Mapping[Any, str], t: Texts) -> str:
    """A service's own text in the reader's language, in English, or in the one it is written in."""
    return AsWritten(t.name(texts, next(iter(texts.values()), "")))


def _table_under(report: str, part: CrossPart) -> CrossPart:
    return replace(part, prefix=f"{report}.{part.prefix}")


def _parts(
    chosen: ChosenPart,
    wordings: Mapping[str, Wording],
    tables: Mapping[str, CrossPart],
    t: Texts,
) -> Iterator[Part | CrossPart]:
    own = _said(chosen.heading, t)
    if chosen.figures:
        source = _source(chosen.figures[0], wordings)
        yield Part(
            own or (source.heading if source else "") or _label(chosen.figures[0], wordings),
            chosen.figures,
            chart=((source.chart if source else "") or _CHART) if chosen.chart else "",
        )
    if chosen.table:
        part = tables[chosen.table]
        yield replace(part, heading=own) if own and not chosen.figures else part


def _source(name: str, wordings: Mapping[str, Wording]) -> Part | None:
    """The part of its report in which a figure, or a whole group, stands."""
    report, _, figure = name.partition(".")
    for part in wordings[report].parts:
        if isinstance(part, Part) and (
            figure in part.rows or f"{figure.rpartition('.')[0]}.*" in part.rows
        ):
            return part
    return None


def _label(name: str, wordings: Mapping[str, Wording]) -> str:
    report, _, figure = name.partition(".")
    return wordings[report].labels.get(figure, name)
