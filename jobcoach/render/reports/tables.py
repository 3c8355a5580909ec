"""The tables of a report: each part of its wording, filled with the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.statistics.figures import Curve, StageOf
from jobcoach.domain.statistics.survival import lasting
from jobcoach.render.reports.charts import bars
from jobcoach.render.reports.lists import list_table
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
    ListPart,
    Part,
    PathsPart,
    Wording,
    figures_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from jobcoach.domain.cases import Cases
    from jobcoach.domain.statistics.figures import Column, Figure
    from jobcoach.domain.statistics.sheets import Sheet
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.documents.frame import Paper
    from jobcoach.render.reports.view import Asked

CURVE_DAYS = (30, 61, 91, 182, 273, 365, 730)
"""The days at which a curve is told in its table, as far as anything was watched for so long."""


class Filling(msgspec.Struct, frozen=True):
    """What tables are filled from: the figures, the words, the cases by repository."""

    figures: Sheet
    wording: Wording
    cases: Mapping[str, Cases]
    t: Texts


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
        if any(_single_cases(part) for part in wording.parts):
            notes.append(t("What tells of single persons is left out."))
    filling = Filling(figures, wording, cases, t)
    tables = (
        table_of(part, filling)
        for part in wording.parts
        if not (figures.public and _single_cases(part))
    )
    return framed(
        t(wording.title),
        tuple(table for table in tables if table is not None),
        tuple(notes),
        asked,
        next(iter(cases.values())),
        day,
        paper,
    )


def _single_cases(part: AnyPart) -> bool:
    """Whether a part tells of single cases, so that it is never published."""
    return not isinstance(part, Part | CrossPart)


def table_of(part: AnyPart, filling: Filling) -> TableView | None:
    """Return one part of a report as a table; None where there is nothing to show."""
    match part:
        case Part():
            return _rows(part, filling)
        case CrossPart():
            return _cross(part, filling)
        case CurvePart():
            return _curve(part, filling)
        case ListPart():
            listing = filling.figures.total.lists[part.listing]
            return list_table(part, listing, filling.wording, filling.cases, filling.t)
        case PathsPart():
            return None


def _rows(part: Part, filling: Filling) -> TableView:
    t, figures, wording = filling.t, filling.figures, filling.wording
    rows = figures_of(part, figures.total)
    columns = max((figure.columns for figure in rows), key=len)
    repositories = [name for name, _ in figures.parts]
    return TableView(
        heading=t(part.heading),
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
        said=_said(rows, filling),
        chart=bars(
            t("Bar chart: {subject}", subject=t(part.heading)),
            _chart_sentence(part, rows, filling),
            [
                (wording.label(figure, t), _count(figure, filling), figures.count(figure.name))
                for figure in rows
            ],
        )
        if part.chart
        else None,
    )


def _chart_sentence(part: Part, rows: list[Figure], filling: Filling) -> str:
    t = filling.t
    said = [t.labelled(filling.wording.label(one, t), _count(one, filling)) for one in rows]
    return t(part.chart, counts="; ".join(said))


def _count(figure: Figure, filling: Filling) -> str:
    count = filling.figures.count(figure.name)
    return filling.t("hidden") if count is None else str(count)


def _cell(figure: Figure, filling: Filling, column: Column = "all", repository: str = "") -> str:
    """A count with its share or with so many to one; empty in a column that the figure does not have."""
    t, figures = filling.t, filling.figures
    if column not in figure.columns:
        return ""
    count = figures.count(figure.name, column, repository)
    if count is None:
        return t("hidden")
    if figure.per is not None and column == "all":
        here = dict(figures.parts)[repository].figures.get(figure.name) if repository else figure
        return _quotient(count, here.per if here else None, t)
    part = share_of(figure, figures, column, repository)
    return str(count) if part is None else f"{count} ({share_words(part, t)})"


def _quotient(count: int, per: float | None, t: Texts) -> str:
    """So many to one, with the two numbers it comes from; only the count where there is nothing to divide by."""
    if not per:
        return str(count)
    return t(
        "{quotient} ({count} to {per})",
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
    """What the rows are called; the model of a stage is named only where several models are there."""
    t, known = filling.t, _known(places)
    models = {one.label.process.id for _, one in known if isinstance(one.label, StageOf)}
    return {
        row: t.name(one.label.stage.names, one.label.stage.id)
        if isinstance(one.label, StageOf) and len(models) == 1
        else filling.wording.row_label(part, one, t)
        for (row, _), one in known
    }


def _known(
    places: Mapping[tuple[str, str] | None, Figure],
) -> list[tuple[tuple[str, str], Figure]]:
    return [(place, figure) for place, figure in places.items() if place is not None]


def _curve(part: CurvePart, filling: Filling) -> TableView:
    t, figure = filling.t, filling.figures.total.figures[part.curve]
    assert isinstance(figure, Curve)
    estimate = lasting(figure)
    days = [day for day in CURVE_DAYS if estimate.share(day) is not None]
    median = estimate.median
    return TableView(
        heading=t(part.heading),
        heads=(t("After"), t(part.lasts), t("Followed so long"), t("Ended by then")),
        rows=tuple(
            RowView(
                t.days(day),
                (
                    share_words(float(round(100 * (estimate.share(day) or 0), 1)), t),
                    str(estimate.at_risk(day)),
                    str(estimate.ended(day)),
                ),
            )
            for day in days
        ),
        sentences=(
            t.plural("{number} counted.", "{number} counted.", len(figure.counted)),
            t("Median: {length}.", length=t.days(median))
            if median is not None
            else t("Median: not reached, fewer than half have ended."),
        ),
        said=_said([figure], filling),
        further=True,
    )


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
        return _said(figures, filling, lambda figure: wording.row_label(part, figure, t))
    return tuple(
        Said(t.list(under) if len(columns) > 1 else "", wording.definition(code, t))
        for code, under in columns.items()
    )


def _said(
    rows: list[Figure], filling: Filling, label_of: Callable[[Figure], str] | None = None
) -> tuple[Said, ...]:
    """The definitions of a table's figures, each once, behind what its first row is called."""
    t, wording = filling.t, filling.wording
    label = label_of or (lambda figure: wording.label(figure, t))
    by_code: dict[str, Figure] = {}
    for figure in rows:
        by_code.setdefault(figure.definition, figure)
    return tuple(
        Said(
            label(figure) if len(by_code) > 1 and place else "",
            wording.definition(figure.definition, t),
        )
        for place, figure in enumerate(by_code.values())
    )
