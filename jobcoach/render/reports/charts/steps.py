"""The picture of a curve: a line that falls a step with each end, and how many are still followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jobcoach.render.reports.charts import Chart, Kind, percent

if TYPE_CHECKING:
    from collections.abc import Collection

    from jobcoach.domain.statistics.survival import Lasting
    from jobcoach.render.catalogue import Texts

HEIGHT = 180
"""From the top, where all last, down to none, in pixels."""

MONTH = 365.25 / 12
TICKS = 6
"""At most so many marks on the axis besides nought, so that their numbers stay apart on a telephone."""


class Piece(msgspec.Struct, frozen=True):
    """A piece of the line, level or upright: from where to where."""

    x1: float
    y1: float
    x2: float
    y2: float


class Mark(msgspec.Struct, frozen=True):
    """A day on which something that still runs stops being followed."""

    x: float
    y: float


class Tick(msgspec.Struct, frozen=True):
    """A mark on the axis of time, with how many are followed so long."""

    x: float
    label: str
    followed: str


class Level(msgspec.Struct, frozen=True):
    """A share on the upright axis."""

    y: float
    label: str


class Steps(Chart, frozen=True, kw_only=True):
    """A line from the upper left corner down, with both axes."""

    kind: Kind = "steps"
    height: int = HEIGHT
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    levels: tuple[Level, ...]
    unit: str
    followed: str


def steps(
    name: str, sentence: str, estimate: Lasting, running: Collection[int], t: Texts
) -> Steps | None:
    """Return the picture of an estimate; *running* are the lengths of what had not ended.

    None where nothing was followed for a day.
    """
    longest = estimate.lengths[-1] if estimate.lengths else 0
    if not longest:
        return None
    unit, days = _ticks(longest)
    return Steps(
        name=name,
        sentence=sentence,
        pieces=tuple(_pieces(estimate, longest)),
        marks=tuple(_mark(estimate, day, longest) for day in sorted(set(running))),
        ticks=tuple(
            Tick(percent(day, longest), str(number), str(estimate.at_risk(day)))
            for number, day in days
        ),
        levels=tuple(
            Level(_down(share / 100), t("{number} %", number=share))
            for share in (100, 75, 50, 25, 0)
        ),
        unit=t("Days") if unit == "days" else t("Months"),
        followed=t("Followed so long"),
    )


def _down(share: float) -> float:
    return round(HEIGHT * (1 - share), 1)


def _pieces(estimate: Lasting, longest: int) -> list[Piece]:
    """The line as level and upright pieces, to the last day that anything was followed."""
    pieces: list[Piece] = []
    x, y = 0.0, _down(1)
    for step in estimate.steps:
        across, down = percent(step.day, longest), _down(float(step.share))
        pieces += [Piece(x, y, across, y), Piece(across, y, across, down)]
        x, y = across, down
    return [*pieces, Piece(x, y, 100.0, y)]


def _mark(estimate: Lasting, day: int, longest: int) -> Mark:
    """A mark stands on the line, below the step of its day: what ended that day ended before it."""
    share = next((step.share for step in reversed(estimate.steps) if step.day <= day), 1)
    return Mark(percent(day, longest), _down(float(share)))


def _ticks(longest: int) -> tuple[str, list[tuple[int, int]]]:
    """The unit, and each mark on the axis as its number and its day: in months, short times in days."""
    if longest < 2 * MONTH:
        every = next(n for n in (1, 2, 5, 7, 14) if longest / n < TICKS + 1)
        return "days", [(day, day) for day in range(0, longest + 1, every)]
    months = int(longest / MONTH)
    every = next(n for n in (1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 1200) if months / n < TICKS + 1)
    return "months", [(number, round(number * MONTH)) for number in range(0, months + 1, every)]
