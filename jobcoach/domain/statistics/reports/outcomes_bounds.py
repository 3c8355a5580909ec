"""What figures of ``report outcomes`` can be no more than: jobs by their milestones, moves by the stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jobcoach.domain.statistics.cohort import Seen
from jobcoach.domain.statistics.figures import AtMost, Figure, Period, Scope
from jobcoach.domain.statistics.jobs import GROUPS
from jobcoach.domain.statistics.reports.moves import START, row_of

EARLIER = (
    *(("m1", "m3"), ("m1", "w13"), ("m3", "m6"), ("m3", "w26"), ("w13", "m6"), ("w13", "w26")),
    *(("m6", "w52"), ("w26", "w52"), ("w52", "m12")),
)
"""Milestones of which the first comes before the second whatever the day; 13 weeks may be more or less than
3 months, and 26 than 6."""


def outcomes_bounds(
    figures: Sequence[Figure], people: Sequence[Seen], period: Period, scope: Scope
) -> Iterator[AtMost]:
    """Return what can be no more than what else, as far as it holds for this period and scope."""
    yield from _milestones([figure.name for figure in figures])
    flow = [figure.name for figure in figures if figure.name.startswith("flow.")]
    final = {row_of(s) for one in people for s in one.road.stretches if s.final}
    yield AtMost(("left",), tuple(name for name in flow if name.split(".")[2] in final))
    first = [one.road.stretches[0].first for one in people if one.road.stretches]
    if scope.process is None and all(period.holds(day) for day in first):
        yield from _stages(flow)


def _milestones(names: Sequence[str]) -> Iterator[AtMost]:
    """Who is in a job still was in it before; a job that somebody is no more in has ended."""
    rows = dict.fromkeys(name.split(".")[2] for name in names if name.startswith("retention."))
    for group in GROUPS:
        base = f"retention.{group}"
        for before, then in EARLIER:
            for column in ("could", "same"):
                yield AtMost((f"{base}.{then}.{column}",), (f"{base}.{before}.{column}",))
        for row in rows:
            no_more = (f"{base}.{row}.another", f"{base}.{row}.none")
            yield AtMost(no_more, (f"jobs.{group}.ended",))


def _stages(flow: Sequence[str]) -> Iterator[AtMost]:
    """Where all came within the period, nobody leaves a stage more often than it was entered."""
    entered: dict[str, list[str]] = {}
    left: dict[str, list[str]] = {}
    for name in flow:
        _, origin, target = name.split(".")
        left.setdefault(origin, []).append(name)
        entered.setdefault(target, []).append(name)
    for stage, leaving in left.items():
        if stage != START:
            yield AtMost(tuple(leaving), tuple(entered.get(stage, ())))
    yield AtMost(("persons",), tuple(left.get(START, ())))
    yield AtMost(("left",), ("persons",))
