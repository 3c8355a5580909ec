"""Curves as tables: what share lasts how long, how many were followed, the median, a picture."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.durations import Duration
from jobcoach.domain.statistics.figures import Curve
from jobcoach.domain.statistics.survival import lasting
from jobcoach.render.reports.charts.steps import MONTH, steps
from jobcoach.render.reports.view import RowView, TableView, share_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jobcoach.domain.statistics.survival import Lasting
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.reports.filling import Filling
    from jobcoach.render.reports.wording import CurvePart

CURVE_MONTHS = (1, 2, 3, 6, 9, 12, 18, 24, 36, 60)
"""The months at which a curve is told in its table, as far as anything was followed for so long."""

DRAWN_FROM = 5
"""A line of fewer cases would look like a law; the table says what there is."""


def curve_table(part: CurvePart, filling: Filling) -> TableView:
    """Return a curve as a table with its picture; one without cases says so."""
    t, figure = filling.t, filling.figures.total.figures[part.curve]
    assert isinstance(figure, Curve)
    heading, said = t(part.heading), filling.said([figure])
    if not figure.counted:
        return TableView(heading=heading, sentences=(t("Nothing to count here."),), said=said)
    estimate = lasting(figure)
    told = list(_told(part, estimate, t))
    running = [one.days or 0 for one in figure.counted if not one.ended]
    return TableView(
        heading=heading,
        heads=(t("After"), t(part.lasts), t("Followed so long"), t(part.ended)),
        rows=tuple(
            RowView(
                one.label,
                (
                    _share(one.share, t),
                    str(estimate.at_risk(one.day)),
                    str(estimate.ended(one.day)),
                ),
            )
            for one in told
        ),
        sentences=(
            t("Counted: {number}.", number=len(figure.counted)),
            _median(part, estimate, t),
        ),
        said=said,
        chart=steps(
            t("Line chart: {subject}", subject=heading),
            _sentence(part, told, bool(running), t),
            estimate,
            running,
            t,
        )
        if len(figure.counted) >= DRAWN_FROM
        else None,
        further=True,
    )


class _Told(msgspec.Struct, frozen=True):
    """A row of the table: what it is called, how long that is in a sentence, the day, what share lasts."""

    label: str
    length: str
    day: int
    share: Fraction
    asked: bool
    """Whether people ask for it first."""


def _told(part: CurvePart, estimate: Lasting, t: Texts) -> Iterator[_Told]:
    for day in part.days:
        length = t.plural("{number} day", "{number} days", day)
        share = estimate.share(day)
        if share is not None:
            yield _Told(length, length, day, share, True)
    for months in () if part.days else CURVE_MONTHS:
        day = round(months * MONTH)
        share = estimate.share(day)
        if share is not None:
            length = t.duration(Duration(months=months))
            yield _Told(_after(months, day, t), length, day, share, months in (3, 6, 12, 24))


def _after(months: int, day: int, t: Texts) -> str:
    return t(
        "{months} ({days})",
        months=t.duration(Duration(months=months)),
        days=t.plural("{number} day", "{number} days", day),
    )


def _share(share: Fraction, t: Texts) -> str:
    return share_words(int(share * 1000 + Fraction(1, 2)) / 10, t)


def _median(part: CurvePart, estimate: Lasting, t: Texts) -> str:
    if estimate.median is None:
        return t(part.unreached)
    length = t.plural("{number} day", "{number} days", estimate.median)
    followed = estimate.at_risk(estimate.median)
    return t("Median: {length}; still followed then: {number}.", length=length, number=followed)


def _sentence(part: CurvePart, told: list[_Told], running: bool, t: Texts) -> str:
    """What the line shows, at what people ask for first; and what its marks are."""
    chosen = [one for one in told if one.asked] or told
    shares = [
        t(
            "{share} after {length}",
            share=_share(one.share, t).replace(
                " ", "\u00a0"
            ),  # no line ends between number and sign
            length=one.length,
        )
        for one in chosen
    ]
    said = t(part.subject, shares=t.list(shares)) if shares else ""
    marks = (
        t("A small upright stroke: what still went on was followed no longer.") if running else ""
    )
    return " ".join(text for text in (said, marks) if text)
