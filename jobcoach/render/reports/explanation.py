"""The cases behind one figure: for the team, with names; never part of what is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jobcoach.domain.statistics.figures import COLUMNS
from jobcoach.errors import WrongUsage
from jobcoach.render.reports.view import ReportView, RowView, Said, TableView, framed
from jobcoach.render.reports.wording import COLUMN, Wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jobcoach.domain.cases import Cases
    from jobcoach.domain.statistics.figures import Column, Counted, Figure
    from jobcoach.domain.statistics.sheets import Sheet
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.documents.frame import Paper
    from jobcoach.render.reports.view import Asked


def figure_named(figures: Sheet, name: str) -> tuple[Figure, Column]:
    """Return the figure and column meant by ``age.under-25.women`` or ``age.under-25`` (all columns).

    Raises WrongUsage for what is no figure of the report.
    """
    known = figures.total.figures
    if name in known:
        return known[name], "all"
    row, _, last = name.rpartition(".")
    for column in COLUMNS:
        if last == column and row in known and column in known[row].columns:
            return known[row], column
    from difflib import get_close_matches

    near = get_close_matches(
        name, [*known, *(f"{row}.{c}" for row in known for c in COLUMNS)], 1, 0.6
    )
    raise WrongUsage("unknown-figure", value=name, near=near[0] if near else "")


def explanation_view(
    figures: Sheet,
    name: str,
    wording: Wording,
    asked: Asked,
    cases: Mapping[str, Cases],
    day: date,
    paper: Paper,
) -> ReportView:
    """Return the cases of one figure as a report with one table; *cases* by repository."""
    t = paper.t
    figure, column = figure_named(figures, name)
    counted = figure.cases(column)
    label = wording.label(figure, t)
    heading = label if column == "all" else t.labelled(label, t(COLUMN[column]))
    table = TableView(
        heading=t.labelled(heading, str(len(counted))),
        heads=(
            t("Case"),
            t("Name"),
            *((t("Column"),) if figure.split else ()),
            t("On"),
            t("Entry"),
            *((t("Repository"),) if figures.parts else ()),
        ),
        rows=tuple(
            RowView(
                one.case,
                (
                    _name(one, cases),
                    *((t(COLUMN[one.column]),) if figure.split else ()),
                    one.on.isoformat() if one.on else "",
                    one.ref,
                    *((one.repository,) if figures.parts else ()),
                ),
            )
            for one in counted
        ),
        said=(Said("", wording.definition(figure, t)),),
        numbers=False,
    )
    title = t("{report}: the cases behind one figure", report=t(wording.title))
    notes = (t("For the team only: with names. Not to be handed on."),)
    first = next(iter(cases.values()))
    return framed(title, (table,), notes, asked, first, day, paper)


def _name(one: Counted, cases: Mapping[str, Cases]) -> str:
    folder, _, case_id = one.case.partition("/")
    where = cases[one.repository] if one.repository in cases else next(iter(cases.values()))
    records = where.people if folder == "people" else where.employers
    return records[case_id].name


def explanation_json(
    figures: Sheet, name: str, wording: Wording, cases: Mapping[str, Cases], t: Texts
) -> dict[str, Any]:
    """Return the same for other programs."""
    figure, column = figure_named(figures, name)
    counted = figure.cases(column)
    keys = ("counted", "out_of", "left_out")
    return {
        "figure": figure.name,
        "column": column,
        "label": wording.label(figure, t),
        "definition": {
            key: text for key, (_, text) in zip(keys, wording.definition(figure, t), strict=True)
        },
        "count": len(counted),
        "cases": [
            {
                "case": one.case,
                "name": _name(one, cases),
                "column": one.column if figure.split else None,
                "on": one.on,
                "ref": one.ref,
                **({"repository": one.repository} if figures.parts else {}),
            }
            for one in counted
        ],
    }
