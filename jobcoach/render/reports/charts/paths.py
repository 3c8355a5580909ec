"""The picture of paths: for each person a band of stages over time, with jobs above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.durations import Duration, after
from jobcoach.render.catalogue import SHORT_MONTHS
from jobcoach.render.reports.charts import Chart, Kind, percent

if TYPE_CHECKING:
    from jobcoach.domain.statistics.paths import Path
    from jobcoach.render.catalogue import Texts

TICKS = 6
"""At most so many marks on the axis, so that their words stay apart on a telephone."""

LOOKS = {
    "intake": "thin",
    "coached": "full",
    "final": "empty",
    "unknown": "dotted",
    "ordinary": "full",
    "bridge": "striped",
    "sheltered": "empty",
    "internship": "dashed",
    "trial": "dashed",
    "in-company-training": "dashed",
    "not_said": "dotted",
}
"""How a stage, a job or a step towards one is drawn; stages and jobs stand at different heights."""


class Band(msgspec.Struct, frozen=True):
    """A stretch of days: from where, how wide, how it looks, what is said of it."""

    lane: str
    look: str
    x: float
    width: float
    said: str


class PathRow(msgspec.Struct, frozen=True):
    """One person, by the case's id."""

    who: str
    bands: tuple[Band, ...]


class When(msgspec.Struct, frozen=True):
    """A mark on the axis: the month, and the year where it is a new one."""

    x: float
    label: str
    year: str


class Sample(msgspec.Struct, frozen=True):
    """What a way of drawing stands for."""

    lane: str
    look: str
    words: str


class Paths(Chart, frozen=True, kw_only=True):
    """Rows below one axis of time."""

    kind: Kind = "paths"
    ticks: tuple[When, ...]
    rows: tuple[PathRow, ...]
    legend: tuple[Sample, ...]


def paths(
    name: str,
    sentence: str,
    rows: Sequence[tuple[str, Path, Sequence[str]]],
    legend: Sequence[Sample],
    days: tuple[date, date],
    t: Texts,
) -> Paths:
    """Return the picture of *rows*: who, the path, and what is said of each of its stretches.

    *days* are the first and the last one, both on the picture.
    """
    first, last = days
    whole = (last - first).days + 1
    return Paths(
        name=name,
        sentence=sentence,
        ticks=tuple(_ticks(first, last, t)),
        rows=tuple(
            PathRow(
                who,
                tuple(
                    Band(
                        segment.lane,
                        LOOKS[segment.kind],
                        percent((segment.first - first).days, whole),
                        percent((segment.last - segment.first).days + 1, whole),
                        words,
                    )
                    for segment, words in zip(path.segments, said, strict=True)
                ),
            )
            for who, path, said in rows
        ),
        legend=tuple(legend),
    )


def _ticks(first: date, last: date, t: Texts) -> Iterator[When]:
    """First days of months, evenly spaced, with the year at the first one and at every new one."""
    months = (last.year - first.year) * 12 + last.month - first.month
    every = next(n for n in (1, 2, 3, 6, 12, 24, 60, 120, 1200, 12000) if months / n <= TICKS)
    whole, year = (last - first).days + 1, 0
    day = first.replace(day=1)
    day = after(day, Duration(months=-((day.month - 1) % min(every, 12))))
    while day <= last:
        if day >= first:
            month = t(SHORT_MONTHS[day.month - 1]).partition(" (")[0]
            yield When(
                percent((day - first).days, whole), month, str(day.year) if day.year != year else ""
            )
            year = day.year
        following = after(day, Duration(months=every))
        if following == day:
            return
        day = following
