"""A report as tables of texts in one language, before anybody knows whether for screen or paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jobcoach.render.documents.frame import Paper, View, sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jobcoach.domain.cases import Cases
    from jobcoach.domain.statistics.figures import Column, Figure, Period, Scope
    from jobcoach.domain.statistics.sheets import Sheet
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.reports.charts import Chart


ACROSS = {True: 6, False: 5}
"""So many columns beside the labels of the rows fit on a page: of numbers, and of words in any language."""


class RowView(msgspec.Struct, frozen=True):
    """One row: what it is called, and what stands in its cells.

    *plain* is the same for spreadsheets where some of it is numbers, which stay such.
    """

    label: str
    cells: tuple[str, ...]
    plain: tuple[str | int | float, ...] = ()


class Said(msgspec.Struct, frozen=True):
    """A figure's definition: for which rows (empty: the whole table), as labels and texts."""

    rows: str
    texts: tuple[tuple[str, str], ...]


class TableView(msgspec.Struct, frozen=True, kw_only=True):
    """One table with its heading, what is said before it, its definitions, and its chart, if it has one.

    A table without rows says so in *sentences*.
    """

    heading: str
    name: str = ""
    """What its definitions call it where the heading says more, as how many rows there are."""
    heads: tuple[str, ...] = ()
    rows: tuple[RowView, ...] = ()
    said: tuple[Said, ...] = ()
    sentences: tuple[str, ...] = ()
    chart: Chart | None = None
    numbers: bool = True
    """Whether the cells are numbers, which stand to the right."""
    further: bool = False
    """Whether it says more than the figures by themselves: a list, a curve."""
    together: int = 0
    """So many of the first columns are not to be parted from each other, if the rest is parted from them."""

    @property
    def narrow(self) -> tuple[TableView, ...]:
        """The table, or several that are narrow enough for a page, each with the labels of the rows."""
        wide, across = len(self.heads) - 1, ACROSS[self.numbers]
        if wide <= across:
            return (self,)
        first = self.together
        parts = -(-(wide - first) // across)
        each = -(-(wide - first) // parts)
        starts = [*((0,) if first else ()), *range(first, wide, each)]
        return tuple(
            msgspec.structs.replace(
                self,
                heads=(self.heads[0], *self.heads[1:][start:end]),
                rows=tuple(RowView(row.label, row.cells[start:end]) for row in self.rows),
            )
            for start, end in zip(starts, [*starts[1:], wide], strict=True)
        )


class ReportView(View, frozen=True, kw_only=True):
    """A whole report."""

    period: str
    scope: tuple[str, ...]
    notes: tuple[str, ...]
    incomplete: str
    unreadable: tuple[str, ...]
    tables: tuple[TableView, ...]
    definitions: tuple[Said, ...]
    """Each definition once, behind the table and row that need it first: tables are read, these looked up."""
    figures: Mapping[str, str] = {}
    """Every count by its figure's name, for the sentences of a service's own template."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What a report was asked for, and what of the files it could not read."""

    period: Period
    scope: Scope
    unreadable: tuple[str, ...] = ()
    unexpected: tuple[str, ...] = ()
    publish: bool = False
    one_day: bool = False
    """Whether it tells of the last day only."""
    idle_since: bool = False
    """Whether a first day was asked for where it changes nothing."""
    goes_on: bool = False
    """Whether the period asked for ends later than the last day, which is today then."""


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
    if asked.idle_since:
        idle = t("This report tells how things stand on one day: --since has no meaning here.")
        notes = (*notes, idle)
    if asked.goes_on:
        notes = (*notes, t("The period asked for goes on: this is what there was until today."))
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
        period=period_words(asked, t),
        scope=scope_words(asked.scope, cases, t),
        notes=notes,
        incomplete=incomplete_words(asked, t),
        unreadable=asked.unreadable,
        tables=tables,
        definitions=_each_once(tables, t),
    )


def _each_once(tables: tuple[TableView, ...], t: Texts) -> tuple[Said, ...]:
    places: dict[tuple[tuple[str, str], ...], str] = {}
    for table in tables:
        name = table.name or table.heading
        for said in table.said:
            rows = said.rows.removeprefix("– ")
            place = t("{row} – {column}", row=name, column=rows) if rows not in ("", name) else name
            places.setdefault(said.texts, place)
    return tuple(Said(place, texts) for texts, place in places.items() if texts)


def incomplete_words(asked: Asked, t: Texts) -> str:
    """Return what is said where files could not be read whole; nothing where all could."""
    if not asked.unreadable:
        return ""
    return t.plural(
        "This report is incomplete: {number} file could not be read whole.",
        "This report is incomplete: {number} files could not be read whole.",
        len(asked.unreadable),
    )


def period_words(asked: Asked, t: Texts) -> str:
    """Return the period in words, both days included; or the day."""
    period = asked.period
    if asked.one_day:
        return t("As on {day}", day=t.day(period.until))
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
    if scope.employer:
        said.append(t.labelled(t("Employer"), cases.name_of(None, scope.employer)))
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
