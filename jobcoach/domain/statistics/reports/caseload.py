"""``report caseload``: persons by stage and coach as on one day, to share work out fairly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from re import sub

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.due import due_for, silent
from jobcoach.domain.process import Stage, StageNamed
from jobcoach.domain.retention import Kept, kept
from jobcoach.domain.statistics.figures import (
    Figure,
    Period,
    Scope,
    StageOf,
    Statement,
    Sum,
    statement,
)
from jobcoach.domain.statistics.reports.caseload_lists import (
    absences_list,
    coaches_list,
    past_list,
    silent_list,
)
from jobcoach.domain.statistics.reports.standing import Standing, standings

READ = frozenset(
    {
        *("coach", "process", "prefers", "employer_may_know", "after_closing", "readiness"),
        *("wishes", "constraints", "obstacles", "agreements", "consents", "plan", "pace"),
        *("pauses", "stages", "extensions", "applications", "placements", "contacts", "reviews"),
        *("coaches", "followup", "retention"),
    }
)
"""Keys of case files and settings from which something is counted, or on which what is planned rests."""

NO_COACH, ALL = "no_coach", "all"
"""Columns besides the coaches; no id has such a form, or is taken by one."""
ROWS = ("followed", "coached", "intake", "stage_not_known", "no_stage", "not_read")
"""Where persons are whose case is not closed; the second to the fourth add up to the first."""


class _Columns(msgspec.Struct, frozen=True):
    """The columns of the tables: for each value of ``coach`` its key and what it is called."""

    keys: Mapping[str | None, str]
    names: Mapping[str, str]


def caseload(cases: Cases, period: Period, scope: Scope = Scope()) -> Statement:  # noqa: B008 - frozen
    """Return how things stand on the period's last day; its first one plays no part.

    Coaches come in the order of the settings: nothing here ranks them.
    """
    day = period.until
    found = standings(cases, day, scope)
    columns = _columns(cases, found, scope)
    quiet = _silent([case for case in found if case.open], cases, day)
    closed = [(case, held) for case in found if (held := kept(case.known)) is not None]
    figures = [
        *_by_coach(found, columns),
        *_by_stage(found, columns, cases),
        *_planned(found, quiet),
        *_retention(closed, day),
    ]
    lists = [
        coaches_list(cases, day, scope),
        absences_list(cases, day, scope, found),
        silent_list(quiet),
        past_list([(case, held) for case, held in closed if held.past(day)]),
    ]
    return statement(figures, _sums(figures, columns, cases), lists)


def _columns(cases: Cases, found: Iterable[Standing], scope: Scope) -> _Columns:
    """Coaches as in the settings, then those the settings do not know, by name; then no coach."""
    in_settings = [coach for coach in cases.settings.coaches if scope.coach in (None, coach.id)]
    names = {coach.id: coach.name or coach.id for coach in in_settings}
    keys: dict[str | None, str] = {coach.id: coach.id for coach in in_settings}
    written = {case.person.coach for case in found if case.open}
    for coach in sorted(coach for coach in written if coach is not None and coach not in keys):
        keys[coach] = _free_key(coach, names)
        names[keys[coach]] = coach
    if scope.coach is None:
        keys[None] = NO_COACH
    return _Columns(keys, names)


def _free_key(coach: str, taken: Mapping[str, str]) -> str:
    """A name for programs: what stands for a coach may be any text, and a dot would part it."""
    plain = sub(r"[^\w-]", "_", coach)
    while plain in taken or plain in (NO_COACH, ALL):
        plain += "_"
    return plain


def _in_columns(
    prefix: str,
    definition: str,
    counted: Sequence[Standing],
    columns: _Columns,
    label: StageOf | None,
) -> Iterator[Figure]:
    """One row of a table: a figure for each coach, and one for all."""
    for coach, key in (*columns.keys.items(), (None, ALL)):
        here = counted if key == ALL else [c for c in counted if c.person.coach == coach]
        yield Figure(
            name=f"{prefix}.{key}",
            definition=definition,
            counted=tuple(case.counted for case in here),
            label=label or "",
            across=columns.names.get(key, ""),
            split=False,
            own=key in columns.names,
        )


def _by_coach(found: Sequence[Standing], columns: _Columns) -> Iterator[Figure]:
    for row in ROWS:
        counted = [c for c in found if (c.known.followed if row == "followed" else c.where == row)]
        yield from _in_columns(f"persons.{row}", row, counted, columns, None)


def _by_stage(found: Sequence[Standing], columns: _Columns, cases: Cases) -> Iterator[Figure]:
    """Every stage that is not final, of each model that somebody follows, in the models' order."""
    in_stages = [case for case in found if case.where in ("coached", "intake")]
    used = {case.known.current.process_id for case in in_stages if case.known.current}
    for process in cases.processes.values():
        for stage in process.stages if process.id in used else ():
            if not stage.final:
                label = StageOf(StageNamed(process.id, process.name), _named(stage))
                counted = [case for case in in_stages if _in_stage(case, process.id, stage)]
                prefix = f"stage.{process.id}.{stage.id}"
                yield from _in_columns(prefix, "stage", counted, columns, label)


def _named(stage: Stage) -> StageNamed:
    return StageNamed(stage.id, stage.name)


def _in_stage(case: Standing, process_id: str, stage: Stage) -> bool:
    current = case.known.current
    return current is not None and (current.process_id, current.entry.stage) == (
        process_id,
        stage.id,
    )


def _silent(open_cases: Sequence[Standing], cases: Cases, day: date) -> list[Standing]:
    """Those for whom ``followup due`` will never show an item."""
    everything = [(c.person, list(due_for(c.person, cases, day))) for c in open_cases]
    quiet = {person.id for person in silent([*everything], cases, day)}
    return [case for case in open_cases if case.person.id in quiet]


def _planned(found: Sequence[Standing], quiet: Sequence[Standing]) -> Iterator[Figure]:
    open_cases = [case for case in found if case.open]
    without = {case.person.id for case in quiet}
    planned = [case for case in open_cases if case.person.id not in without]
    for name, counted in (("open", open_cases), ("planned", planned), ("silent", quiet)):
        yield Figure(
            name=name,
            definition=name,
            counted=tuple(case.counted for case in counted),
            of=None if name == "open" else "open",
            split=False,
        )


def _retention(closed: Sequence[tuple[Standing, Kept]], day: date) -> Iterator[Figure]:
    rows = {
        "closed": closed,
        "retention.within": [(c, k) for c, k in closed if k.ends is not None and not k.past(day)],
        "retention.past": [(c, k) for c, k in closed if k.past(day)],
        "retention.not_said": [(c, k) for c, k in closed if k.ends is None],
    }
    for name, counted in rows.items():
        yield Figure(
            name=name,
            definition=name.partition(".")[0],
            counted=tuple(case.counted for case, _ in counted),
            of=None if name == "closed" else "closed",
            split=False,
        )


def _sums(figures: Sequence[Figure], columns: _Columns, cases: Cases) -> Iterator[Sum]:
    """Every row over the coaches; in every column the kinds of stages, and each kind over its stages."""
    keys = tuple(columns.keys.values())
    rows = dict.fromkeys(figure.name.rpartition(".")[0] for figure in figures)
    crossed = [row for row in rows if row.startswith(("persons.", "stage."))]
    stages = [row.split(".") for row in crossed if row.startswith("stage.")]
    if keys:
        for row in crossed:
            yield Sum(f"{row}.{ALL}", tuple(f"{row}.{key}" for key in keys), "coach")
    for key in (*keys, ALL):
        kinds = ("coached", "intake", "stage_not_known")
        yield Sum(f"persons.followed.{key}", tuple(f"persons.{k}.{key}" for k in kinds), "kind")
        for kind, before in (("coached", False), ("intake", True)):
            parts = tuple(
                f"stage.{process}.{stage}.{key}"
                for _, process, stage in stages
                if _before_coaching(cases, process, stage) == before
            )
            if parts:
                yield Sum(f"persons.{kind}.{key}", parts, "stage")
    parts = tuple(f"persons.{row}.{ALL}" for row in ("followed", "no_stage", "not_read"))
    yield Sum("open", parts, "where")
    yield Sum("open", ("planned", "silent"), "planned")
    yield Sum("closed", tuple(f"retention.{row}" for row in ("within", "past", "not_said")))


def _before_coaching(cases: Cases, process: str, stage: str) -> bool:
    found = cases.processes[process].stage(stage)
    return found is not None and found.intake is True
