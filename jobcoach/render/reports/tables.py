"""The tables of a report: each part of its wording, filled with the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from jobcoach.domain.statistics.figures import Curve, StageOf
from jobcoach.render.reports.charts import Bars, bars
from jobcoach.render.reports.curves import curve_table
from jobcoach.render.reports.filling import Filling
from jobcoach.render.reports.flows import flow_table
from jobcoach.render.reports.lists import list_table
from jobcoach.render.reports.paths import paths_table
from jobcoach.render.reports.view import (
    ReportView,
    RowView,
    Said,
    TableView,
    framed,
    share_of,
    share_words,
)
from jobcoach.render.reports.wording import (
    COLUMN,
    AnyPart,
    CrossPart,
    CurvePart,
    FlowPart,
    ListPart,
    Part,
    PathsPart,
    Wording,
    figures_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jobcoach.domain.cases import Cases
    from jobcoach.domain.statistics.figures import Column, Figure
    from jobcoach.domain.statistics.sheets import Sheet
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.documents.frame import Paper
    from jobcoach.render.reports.view import Asked


def report_view(
    figures: Sheet,
    wording: Wording,
    asked: Asked,
    cases: Mapping[str, Cases],
    day: date,
    paper: Paper,
) -> ReportView:
    """Return the report's tables in words; hidden counts are said to be hidden.

    A published report has no lists of cases, no curves and no paths: each step of a curve is one person.
    """
    t = paper.t
    curve_notes = () if figures.public else wording.curve_notes
    notes = [t(note) for note in (*wording.notes, *curve_notes)]
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
        if any(_single_cases(part) for part in wording.parts):
            notes.append(t("What tells of single persons is left out."))
    filling = Filling(figures, wording, cases, asked.period, t)
    tables = (
        table_of(part, filling)
        for part in wording.parts
        if not (figures.public and _single_cases(part))
    )
    view = framed(
        t(wording.title),
        tuple(tables),
        tuple(notes),
        asked,
        next(iter(cases.values())),
        day,
        paper,
    )
    counts = {
        figure.name: filling.count_words(figure)
        for figure in figures.total.figures.values()
        if not isinstance(figure, Curve)
    }
    return replace(view, figures=counts)


def _single_cases(part: AnyPart) -> bool:
    """Whether a part tells of single cases, so that it is never published."""
    return not isinstance(part, Part | CrossPart)


def table_of(part: AnyPart, filling: Filling) -> TableView:
    """Return one part of a report as a table."""
    match part:
        case Part():
            return _rows(part, filling)
        case FlowPart():
            return flow_table(part, filling)
        case CrossPart():
            return _cross(part, filling)
        case CurvePart():
            return curve_table(part, filling)
        case ListPart():
            listing = filling.figures.total.lists[part.listing]
            return list_table(part, listing, filling.wording, filling.cases, filling.t)
        case PathsPart():
            return paths_table(part, filling)


def _rows(part: Part, filling: Filling) -> TableView:
    t, figures, wording = filling.t, filling.figures, filling.wording
    rows = figures_of(part, figures.total)
    columns = max((figure.columns for figure in rows), key=len)
    repositories = [name for name, _ in figures.parts]
    return TableView(
        heading=part.title(t),
        heads=(t("Group"), *(t(COLUMN[column]) for column in columns), *repositories),
        rows=tuple(
            RowView(
                wording.label(figure, t),
                (
                    *(_cell(figure, filling, column) for column in columns),
                    *(_cell(figure, filling, "all", name) for name in repositories),
                ),
            )
            for figure in rows
        ),
        said=filling.said(rows),
        together=len(columns),
        chart=_bars(part, rows, filling) if part.chart else None,
    )


def _bars(part: Part, rows: list[Figure], filling: Filling) -> Bars | None:
    """A bar for each row; none for a whole beside its parts."""
    t = filling.t
    wholes = {figure.of for figure in rows}
    shown = [
        (filling.wording.label(one, t), filling.count_words(one), filling.figures.count(one.name))
        for one in rows
        if one.name not in wholes
    ]
    counts = t.series(t.labelled(label, count) for label, count, _ in shown)
    name = t("Bar chart: {subject}", subject=part.title(t))
    return bars(name, t(part.chart, counts=counts), shown)


def _cell(figure: Figure, filling: Filling, column: Column = "all", repository: str = "") -> str:
    """A count with its share or with so many to one; empty in a column that the figure does not have."""
    t, figures = filling.t, filling.figures
    if column not in figure.columns:
        return ""
    count = figures.count(figure.name, column, repository)
    if count is None:
        return t("hidden")
    if figure.per is not None and column == "all":
        return _quotient(count, figures.per(figure, repository), t)
    part = share_of(figure, figures, column, repository)
    return str(count) if part is None else f"{count} ({share_words(part, t)})"


def _quotient(count: int, per: float | None, t: Texts) -> str:
    """So many to one, with the two numbers it comes from; or that nothing is known to divide by."""
    if not per:
        return t("{count} in all", count=count)
    return t(
        "{quotient} ({count} for {per})",
        quotient=t.number(round(count / per, 1)),
        count=count,
        per=t.number(round(per, 1)),
    )


def _cross(part: CrossPart, filling: Filling) -> TableView:
    """Rows and columns as their figures come; with several repositories, their sums."""
    t, wording, total = filling.t, filling.wording, filling.figures.total
    figures = figures_of(part, total)
    places = {part.places(figure.name): figure for figure in figures}
    named = {column: wording.column_label(part, one, t) for (_, column), one in _known(places)}
    worded = {**part.columns, **part.ends}
    columns = [
        *(column for column in part.columns if column in named),
        *(column for column in named if column not in worded),
        *(column for column in part.ends if column in named),
    ]
    if not any(filling.figures.count(figure.name) != 0 for figure in figures):
        sentences = (t("Nothing to count here."),)
        return TableView(heading=t(part.heading), sentences=sentences, said=filling.said(figures))
    rows = _row_names(part, places, filling)
    cells = {
        row: tuple(_cell(places[row, c], filling) if (row, c) in places else "" for c in columns)
        for row in rows
    }
    return TableView(
        heading=t(part.heading),
        heads=(t(part.corner), *(named[column] for column in columns)),
        rows=tuple(RowView(label, cells[row]) for row, label in rows.items()),
        said=_said_of_cross(part, figures, filling),
    )


def _row_names(
    part: CrossPart, places: Mapping[tuple[str, str] | None, Figure], filling: Filling
) -> dict[str, str]:
    """What the rows are called; the model of a stage is named only where the report tells of several models.

    A stage in which nothing is counted is no row: each model has five or more.
    """
    t = filling.t
    known = _known(places)
    met = {row for (row, _), one in known if filling.figures.count(one.name) != 0}
    figures = filling.figures.total.figures.values()
    models = {one.label.process.id for one in figures if isinstance(one.label, StageOf)}
    return {
        row: t.name(one.label.stage.names, one.label.stage.id)
        if isinstance(one.label, StageOf) and len(models) == 1
        else filling.wording.row_label(part, one, t)
        for (row, _), one in known
        if row in met or not isinstance(one.label, StageOf)
    }


def _known(
    places: Mapping[tuple[str, str] | None, Figure],
) -> list[tuple[tuple[str, str], Figure]]:
    return [(place, figure) for place, figure in places.items() if place is not None]


def _said_of_cross(part: CrossPart, figures: list[Figure], filling: Filling) -> tuple[Said, ...]:
    """The definitions of a cross table: where they are those of its columns, each under its column's name.

    Else each behind what its first row is called.
    """
    t, wording = filling.t, filling.wording
    columns: dict[str, list[str]] = {}
    for figure in figures:
        under = columns.setdefault(figure.definition, [])
        label = wording.column_label(part, figure, t)
        if label not in under:
            under.append(label)
    if sum(map(len, columns.values())) > len(
        {label for under in columns.values() for label in under}
    ):
        return filling.said(figures, lambda figure: wording.row_label(part, figure, t))
    return tuple(
        Said(t.list(under) if len(columns) > 1 else "", wording.definition(code, t))
        for code, under in columns.items()
    )
