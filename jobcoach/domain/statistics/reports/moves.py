"""Moves from stage to stage: the flow of the persons on file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jobcoach.domain.cases import Cases
from jobcoach.domain.process import StageNamed
from jobcoach.domain.statistics.cohort import Seen
from jobcoach.domain.statistics.figures import Counted, Figure, Period, Scope
from jobcoach.domain.statistics.roads import Stretch

START = "start"
"""The row of first entries: before them there was no stage."""


def flow(people: Iterable[Seen], cases: Cases, period: Period, scope: Scope) -> Iterator[Figure]:
    """Return a figure for every move made in the period: ``flow.FROM.TO``, in the order of the models' stages.

    A first entry is a move from ``start``. A stage entered again and again is counted each time, one entered
    and left on one day too. Stages of several models with one id are one. With one process, the moves into
    its stages.
    """
    moves: dict[tuple[str, str], list[Counted]] = {}
    named: dict[str, StageNamed] = {}
    known = {START}
    for one in people:
        before: Stretch | None = None
        for entered in one.road.stretches:
            step = entered.step
            place = (row_of(before) if before else START, row_of(entered))
            if period.holds(entered.first) and scope.process in (None, step.process_id):
                counted = one.counted(f"stages[{step.index}]", entered.first)
                moves.setdefault(place, []).append(counted)
                for stretch in (before, entered):
                    if stretch is not None:
                        named.setdefault(row_of(stretch), _named(stretch))
                        known |= {row_of(stretch)} if stretch.step.stage else set()
            before = entered
    order = {row: place for place, row in enumerate(in_order({r for m in moves for r in m}, cases))}
    for origin, target in sorted(moves, key=lambda move: (order[move[0]], order[move[1]])):
        yield Figure(
            name=f"flow.{origin}.{target}",
            definition="flow",
            counted=tuple(moves[origin, target]),
            label=(named[origin],) if origin != START else "",
            across=(named[target],),
            split=False,
            by_case=True,
            free=not known >= {origin, target},
        )


def row_of(stretch: Stretch) -> str:
    """Return the row of a stage: its id.

    A service may call a stage ``start`` too, which is not where everybody starts.
    """
    stage = stretch.step.entry.stage.replace(".", "_")  # a dot would part the figure's name
    return f"{stage}_stage" if stage == START else stage


def _named(stretch: Stretch) -> StageNamed:
    stage = stretch.step.stage
    return StageNamed(stretch.step.entry.stage, stage.name if stage else {})


def in_order(rows: Iterable[str], cases: Cases) -> list[str]:
    """Return rows in the order of the stages: before coaching, coaching, final ones, as the models list them.

    First entries come first, stages that no model knows last; the service's own model before others.
    """
    own = cases.settings.process
    models = sorted(cases.processes.values(), key=lambda model: (model.id != own, model.id))
    stages = [stage for model in models for stage in model.stages]
    stages.sort(key=lambda stage: 0 if stage.intake else 2 if stage.final else 1)
    places = {stage.id: place for place, stage in reversed(list(enumerate(stages)))}

    def place(row: str) -> tuple[int, str]:
        if row == START:
            return -1, row
        return places.get(row.removesuffix("_stage"), len(stages)), row

    return sorted(rows, key=place)
