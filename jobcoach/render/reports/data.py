"""A report for other programs: its figures by their names, nested at the dots; lists, curves, paths."""

from __future__ import annotations

from re import finditer
from typing import TYPE_CHECKING, Any

from jobcoach.domain.statistics.figures import Curve
from jobcoach.domain.statistics.survival import lasting
from jobcoach.render.reports.lists import list_json

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from jobcoach.domain.cases import Cases
    from jobcoach.domain.statistics.figures import Column, Figure
    from jobcoach.domain.statistics.paths import Path
    from jobcoach.domain.statistics.sheets import Sheet


def report_json(
    figures: Sheet,
    cases: Mapping[str, Cases],
    repository: str = "",
    only: Collection[str] | None = None,
) -> dict[str, Any]:
    """Return all figures of one repository, or of all: a count each, or a row where it has five columns.

    With *only*, those of these names.

    A figure that has figures of its own below it stands among them as ``all``. A hidden count is null.
    Lists, curves and paths are told once, with the totals, and never in a published report.
    """
    source = dict(figures.parts)[repository] if repository else figures.total
    data: dict[str, Any] = {}
    chosen = {n: one for n, one in source.figures.items() if only is None or n in only}
    with_more_below = {name[: match.start()] for name in chosen for match in finditer(r"\.", name)}
    for name, figure in chosen.items():
        *groups, last = name.split(".")
        place = data
        for group in groups:
            place = place.setdefault(group, {})
        if name in with_more_below:
            place = place.setdefault(last, {})
            last = "all"
        place[last] = _value(figure, figures, repository)
    if only is None and not repository and not figures.public:
        data |= {"lists": {name: list_json(one, cases) for name, one in source.lists.items()}}
        if source.paths:
            data["paths"] = [_path(path, len(cases) > 1) for path in source.paths]
    return data


def _value(figure: Figure, figures: Sheet, repository: str) -> object:
    def count(column: Column) -> int | None:
        return figures.count(figure.name, column, repository)

    if figure.split:
        return {column: count(column) for column in figure.columns}
    if isinstance(figure, Curve):
        return _curve(figure)
    if figure.per is not None:
        return {"count": count("all"), "per": figures.per(figure, repository)}
    return count("all")


def _curve(curve: Curve) -> dict[str, Any]:
    """The estimate as its steps: shares with four decimals, days since the start."""
    estimate = lasting(curve)
    return {
        "counted": curve.count(),
        "median_days": estimate.median,
        "steps": [
            {
                "days": step.day,
                "at_risk": step.at_risk,
                "ended": step.ended,
                "share": float(round(step.share, 4)),
            }
            for step in estimate.steps
        ],
    }


def _path(path: Path, several: bool) -> dict[str, Any]:
    return {
        "case": path.case,
        **({"repository": path.repository} if several else {}),
        "segments": [
            {
                "lane": one.lane,
                "kind": one.kind,
                "stage": one.stage.id if one.stage else None,
                "first": one.first,
                "last": None if one.runs else one.last,
            }
            for one in path.segments
        ],
    }
