"""The cases behind one figure: for the team, with names; never part of what is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jobcoach.domain.statistics.figures import COLUMNS, Curve
from jobcoach.errors import WrongUsage
from jobcoach.render.reports.lists import case_name
from jobcoach.render.reports.view import ReportView, RowView, Said, TableView, framed
from jobcoach.render.reports.wording import COLUMN, Wording, figures_of, title_of

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

    columns = (f"{row}.{column}" for row, figure in known.items() for column in figure.columns)
    near = get_close_matches(name, [*known, *columns], 1, 0.6)
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
    label = _under_its_heading(figure, figures, wording, t)
    lasting = isinstance(figure, Curve)
    heading = label if column == "all" else t.labelled(label, t(COLUMN[column]))
    table = TableView(
        heading=t.labelled(heading, str(len(counted))),
        heads=(
            t("Case"),
            t("Name"),
            *((t("Column"),) if figure.split else ()),
            t("On"),
            t("Entry"),
            *((t("Lasted"),) if lasting else ()),
            *((t("Repository"),) if figures.parts else ()),
        ),
        rows=tuple(
            RowView(
                one.case,
                (
                    case_name(one.case, one.repository, cases),
                    *((t(COLUMN[one.column]),) if figure.split else ()),
                    one.on.isoformat() if one.on else "",
                    one.ref,
                    *((_lasted(one, t),) if lasting else ()),
                    *((one.repository,) if figures.parts else ()),
                ),
            )
            for one in counted
        ),
        said=(Said("", wording.definition(figure.definition, t)),),
        numbers=False,
    )
    title = t("{report}: the cases behind one figure", report=t(wording.title))
    notes = (t("For the team only: with names. Not to be handed on."),)
    first = next(iter(cases.values()))
    return framed(title, (table,), notes, asked, first, day, paper)


def _under_its_heading(figure: Figure, figures: Sheet, wording: Wording, t: Texts) -> str:
    """What a figure is called behind the heading of its table: several tables have a row "Permanent"."""
    label = wording.label(figure, t)
    for part in (*wording.parts, *wording.unshown):
        if any(one.name == figure.name for one in figures_of(part, figures.total)):
            heading = title_of(part, t)
            return label if heading == label else t("{row} – {column}", row=heading, column=label)
    return label


def _lasted(one: Counted, t: Texts) -> str:
    length = t.plural("{number} day", "{number} days", one.days or 0)
    return length if one.ended else t("{length}, still running", length=length)


def explanation_json(
    figures: Sheet, name: str, wording: Wording, cases: Mapping[str, Cases], t: Texts
) -> dict[str, Any]:
    """Return the same for other programs."""
    figure, column = figure_named(figures, name)
    counted = figure.cases(column)
    counted_words, out_of, left_out = wording.definition_texts(figure.definition, t)
    return {
        "figure": figure.name,
        "column": column,
        "label": wording.label(figure, t),
        "definition": {
            "counted": counted_words,
            "out_of": out_of,
            "left_out": left_out,
        },
        "count": len(counted),
        "cases": [
            {
                "case": one.case,
                "name": case_name(one.case, one.repository, cases),
                "column": one.column if figure.split else None,
                "on": one.on,
                "ref": one.ref,
                **({"days": one.days, "ended": one.ended} if isinstance(figure, Curve) else {}),
                **({"repository": one.repository} if figures.parts else {}),
            }
            for one in counted
        ],
    }
