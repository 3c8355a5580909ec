"""Moves between stages as a table with its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.domain.statistics.reports.moves import in_order
from jobcoach.render.reports.charts.flow import Move, flow
from jobcoach.render.reports.view import RowView, TableView
from jobcoach.render.reports.wording import figures_of

if TYPE_CHECKING:
    from jobcoach.domain.statistics.figures import Figure
    from jobcoach.render.reports.filling import Filling
    from jobcoach.render.reports.wording import FlowPart

MOST = 3
"""So many moves are named in the sentence beside the picture."""


def flow_table(part: FlowPart, filling: Filling) -> TableView:
    """Return the moves, a row each in the order of their figures; without any, it says so.

    With several repositories, a column for each.
    """
    t, wording, figures = filling.t, filling.wording, filling.figures
    heading, moves = t(part.heading), figures_of(part, figures.total)
    said = filling.said(moves)
    if not moves:
        return TableView(heading=heading, sentences=(t("Nothing to count here."),))
    repositories = [name for name, _ in figures.parts]
    return TableView(
        heading=heading,
        heads=(t(part.corner), t("All"), *repositories),
        rows=tuple(
            RowView(
                wording.label(one, t),
                (
                    filling.count_words(one),
                    *(filling.count_words(one, name) for name in repositories),
                ),
            )
            for one in moves
        ),
        said=said,
        chart=flow(
            t("Flow chart: {subject}", subject=heading),
            _sentence(moves, filling),
            [_move(part, one, filling) for one in moves],
            _sides(part, moves, filling),
            (t("Stage before"), t("Stage entered")),
        ),
    )


def _sides(
    part: FlowPart, moves: list[Figure], filling: Filling
) -> tuple[dict[str, str], dict[str, str]]:
    """The stages on the left and on the right with their names, in the order of the models."""
    places = [(part.places(one.name) or ("", ""), one) for one in moves]
    left = {row: filling.wording.row_label(part, one, filling.t) for (row, _), one in places}
    right = {row: filling.wording.column_label(part, one, filling.t) for (_, row), one in places}
    cases = next(iter(filling.cases.values()))
    return (
        {row: left[row] for row in in_order(left, cases)},
        {row: right[row] for row in in_order(right, cases)},
    )


def _move(part: FlowPart, figure: Figure, filling: Filling) -> Move:
    row, column = part.places(figure.name) or ("", "")
    count = filling.figures.count(figure.name)
    return Move(row, column, filling.count_words(figure), count)


def _sentence(moves: list[Figure], filling: Filling) -> str:
    t = filling.t
    counts = [(filling.figures.count(one.name) or 0, one) for one in moves]
    most = sorted((pair for pair in counts if pair[0]), key=lambda pair: -pair[0])[:MOST]
    said = t(
        "Each ribbon is a move, from a stage on the left to one on the right; the wider, the more often."
    )
    if not most:
        return said
    named = [t.labelled(filling.wording.label(one, t), str(count)) for count, one in most]
    often = t("Most often: {moves}.", moves=t.series(named))
    return f"{said} {often}"
