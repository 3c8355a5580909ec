"""A report as tables of texts in one language, before anybody knows whether for screen or paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jobcoach.render.documents.frame import Paper, View, sheet
from jobcoach.render.reports.wording import COLUMN, Part, Wording, figures_of

if TYPE_CHECKING:
    from datetime import date

    from jobcoach.domain.cases import Cases
    from jobcoach.domain.statistics.figures import Column, Figure, Period, Scope
    from jobcoach.domain.statistics.sheets import Sheet
    from jobcoach.render.catalogue import Texts


class RowView(msgspec.Struct, frozen=True):
    """One row: what it is called, and what stands in its cells."""

    label: str
    cells: tuple[str, ...]


class BarView(msgspec.Struct, frozen=True):
    """One bar of a chart: its label, its count as text, its length in hundredths of the longest."""

    label: str
    value: str
    length: int


class ChartView(msgspec.Struct, frozen=True):
    """A chart, and what it shows in a sentence."""

    name: str
    sentence: str
    bars: tuple[BarView, ...]


class Said(msgspec.Struct, frozen=True):
    """A figure's definition: for which rows (empty: the whole table), as labels and texts."""

    rows: str
    texts: tuple[tuple[str, str], ...]


class TableView(msgspec.Struct, frozen=True):
    """One table with its heading, the definition of its figures, and its chart, if it has one."""

    heading: str
    heads: tuple[str, ...]
    rows: tuple[RowView, ...]
    said: tuple[Said, ...]
    chart: ChartView | None = None
    numbers: bool = True
    """Whether the cells are numbers, which stand to the right."""


class ReportView(View, frozen=True, kw_only=True):
    """A whole report."""

    period: str
    scope: tuple[str, ...]
    notes: tuple[str, ...]
    incomplete: str
    unreadable: tuple[str, ...]
    tables: tuple[TableView, ...]


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a report was asked for, and what of the files it could not read."""

    period: Period
    scope: Scope
    unreadable: tuple[str, ...] = ()
    unexpected: tuple[str, ...] = ()
    publish: bool = False


def report_view(
    figures: Sheet, wording: Wording, asked: Asked, cases: Cases, day: date, paper: Paper
) -> ReportView:
    """Return the report's tables in words; hidden counts are said to be hidden."""
    t = paper.t
    notes = [t(note) for note in wording.notes]
    if figures.parts:
        notes.append(
            t(
                "Several repositories: the first columns are their sums, then come all of each one. "
                "A person on file in two of them counts in both."
            )
        )
    if asked.publish:
        notes.append(
            t(
                "For publication: counts from 1 to 4 are hidden, and those from which they could be "
                "worked out."
            )
        )
    tables = tuple(_table(part, figures, wording, t) for part in wording.parts)
    return framed(t(wording.title), tables, tuple(notes), asked, cases, day, paper)


def framed(
    title: str,
    tables: tuple[TableView, ...],
    notes: tuple[str, ...],
    asked: Asked,
    cases: Cases,
    day: date,
    paper: Paper,
) -> ReportView:
    """Return a report with what stands above every one: period, whose cases, what could not be read."""
    t = paper.t
    if asked.unexpected:
        names = ", ".join(asked.unexpected)
        notes = (*notes, t("Not read, because of their names: {files}.", files=names))
    return ReportView(
        title=title,
        reader="",
        own=True,
        told=(),
        told_until="",
        **sheet(cases, day, paper),
        period=period_words(asked.period, t),
        scope=scope_words(asked.scope, cases, t),
        notes=notes,
        incomplete=incomplete_words(asked, t),
        unreadable=asked.unreadable,
        tables=tables,
    )


def incomplete_words(asked: Asked, t: Texts) -> str:
    """Return what is said where files could not be read whole; nothing where all could."""
    if not asked.unreadable:
        return ""
    return t.plural(
        "This report is incomplete: {number} file could not be read whole.",
        "This report is incomplete: {number} files could not be read whole.",
        len(asked.unreadable),
    )


def period_words(period: Period, t: Texts) -> str:
    """Return the period in words, both days included."""
    if period.since is None:
        return t("From the beginning to {until} included", until=t.day(period.until))
    return t(
        "From {since} to {until}, both included",
        since=t.day(period.since),
        until=t.day(period.until),
    )


def scope_words(scope: Scope, cases: Cases, t: Texts) -> tuple[str, ...]:
    """Return whose cases are counted; nothing where everyone's are."""
    said = []
    if scope.coach:
        said.append(t("Cases of {coach}", coach=cases.name_of(None, scope.coach)))
    if scope.process:
        model = cases.processes.get(scope.process)
        name = t.name(model.name, model.id) if model else scope.process
        said.append(t("Days on which the case followed {process}", process=name))
    return tuple(said)


def share(count: int, whole: int) -> float | None:
    """Return a share in per cent with one decimal, halves rounded up; None of nothing."""
    return (2000 * count + whole) // (2 * whole) / 10 if whole else None


def share_words(value: float, t: Texts) -> str:
    """Return a share as it is read: always with its decimal."""
    written = f"{value:.1f}"
    return t("{number} %", number=written if t.language == "en" else written.replace(".", ","))


def share_of(
    figure: Figure, figures: Sheet, column: Column = "all", repository: str = ""
) -> float | None:
    """Return the share of one cell in the figure it is part of; None where either is hidden."""
    if figure.of is None:
        return None
    count = figures.count(figure.name, column, repository)
    whole = figures.count(figure.of, column, repository)
    return None if count is None or whole is None else share(count, whole)


def _table(part: Part, figures: Sheet, wording: Wording, t: Texts) -> TableView:
    rows = figures_of(part, figures.total)
    columns = rows[0].columns
    repositories = [name for name, _ in figures.parts]
    return TableView(
        heading=t(part.heading),
        heads=(t("Group"), *(t(COLUMN[column]) for column in columns), *repositories),
        rows=tuple(
            RowView(
                wording.label(figure, t),
                (
                    *(_cell(figure, figures, column, "", t) for column in columns),
                    *(_cell(figure, figures, "all", name, t) for name in repositories),
                ),
            )
            for figure in rows
        ),
        said=_said(rows, wording, t),
        chart=_chart(part, rows, figures, wording, t) if part.chart else None,
    )


def _cell(figure: Figure, figures: Sheet, column: Column, repository: str, t: Texts) -> str:
    count = figures.count(figure.name, column, repository)
    if count is None:
        return t("hidden")
    part = share_of(figure, figures, column, repository)
    return str(count) if part is None else f"{count} ({share_words(part, t)})"


def _said(rows: list[Figure], wording: Wording, t: Texts) -> tuple[Said, ...]:
    """The definitions of a table's figures, each once."""
    by_code: dict[str, Figure] = {}
    for figure in rows:
        by_code.setdefault(figure.definition, figure)
    return tuple(
        Said(
            wording.label(figure, t) if len(by_code) > 1 and place else "",
            wording.definition(figure, t),
        )
        for place, figure in enumerate(by_code.values())
    )


def _chart(
    part: Part, rows: list[Figure], figures: Sheet, wording: Wording, t: Texts
) -> ChartView | None:
    """Bars of all persons, row by row; none where there is nobody. A hidden count has no length."""
    counts = [figures.count(figure.name) for figure in rows]
    longest = max((count for count in counts if count), default=0)
    if not longest:
        return None
    labels = [wording.label(figure, t) for figure in rows]
    values = [t("hidden") if count is None else str(count) for count in counts]
    said = "; ".join(t.labelled(label, value) for label, value in zip(labels, values, strict=True))
    return ChartView(
        name=t("Bar chart: {subject}", subject=t(part.heading)),
        sentence=t(
            "The chart shows how many persons are in each group, all of them together. {counts}.",
            counts=said,
        ),
        bars=tuple(
            BarView(label, value, round(100 * (count or 0) / longest))
            for label, value, count in zip(labels, values, counts, strict=True)
        ),
    )
