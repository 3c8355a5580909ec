"""``report rhythm``: was contact kept as agreed? For the team; whoever is late is in no figure by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.fields import PERSON
from jobcoach.domain.journal import Journal
from jobcoach.domain.known import Known, StageStep
from jobcoach.domain.process import StageNamed
from jobcoach.domain.statistics.figures import (
    Counted,
    Figure,
    Label,
    Period,
    Scope,
    StageOf,
    Statement,
    Sum,
    column_of,
    figure,
    statement,
)
from jobcoach.domain.statistics.listings import Field, Listing, Row, Value
from jobcoach.domain.statistics.reports.intervals import intervals
from jobcoach.domain.statistics.reports.promises import promises
from jobcoach.domain.statistics.roads import road

READ = frozenset(
    {
        *("coach", "process", "gender", "stages", "placements", "contacts", "pace", "pauses"),
        *("prefers", "employer_may_know"),
    }
)
"""Keys of case files from which something is counted."""

TABLES = ("person", "employer", "quiet_person", "quiet_employer")
RESULTS = ("kept", "late", "open")
SIDES = ("person", "employer", "other")
FATES = ("moved", "cancelled", "kept", "late", "open")
STOOD = ("kept", "late", "open")
ALL, NO_STAGE = "all", "no_stage"
"""Rows that are no stage; a stage's is called ``model/stage``."""


def rhythm(cases: Cases, period: Period, scope: Scope = Scope()) -> Statement:  # noqa: B008 - frozen
    """Return the intervals whose due day lies in the period, the promises for a day in it, and the silences.

    A scope takes one coach's cases, or what was agreed while the case followed one model.
    """
    people = [
        Known(person, cases, period.until)
        for person in cases.people.values()
        if scope.coach in (None, person.coach)
    ]
    found: dict[str, dict[str, list[tuple[Counted, str]]]] = {table: {} for table in TABLES}
    for known in people:
        for table, row, counted, result in _intervals(known, period, scope):
            found[table].setdefault(row, []).append((counted, result))
    labels = _stages(cases, {row for rows in found.values() for row in rows})
    figures: list[Figure] = []
    sums: list[Sum] = []
    for table in TABLES:
        rows = {row: found[table][row] for row in labels if row in found[table]}
        _table(table, rows, labels, figures, sums)
    _promises(_all_promises(people, cases, period, scope), figures, sums)
    return statement(figures, sums, [_silences(people, scope)])


def _intervals(
    known: Known, period: Period, scope: Scope
) -> Iterator[tuple[str, str, Counted, str]]:
    column = column_of(known.person)
    for one in intervals(known):
        if not period.holds(one.due):
            continue
        model = one.step.process_id if one.step else known.cases.first_process(known.person)
        if scope.process not in (None, model):
            continue
        side = "person" if one.party == PERSON else "employer"
        table = f"quiet_{side}" if one.quiet else side
        ref = f"{one.party}@{one.base.isoformat()}"
        counted = Counted(case=known.person.case, ref=ref, on=one.due, column=column)
        yield table, _row(one.step), counted, one.result


def _row(step: StageStep | None) -> str:
    return f"{step.process_id}/{step.entry.stage}" if step else NO_STAGE


def _stages(cases: Cases, met: set[str]) -> dict[str, Label]:
    """The rows met, in the order of the models and their stages, each with its name."""
    named: dict[str, Label] = {NO_STAGE: ""} if NO_STAGE in met else {}
    for model in sorted(cases.processes.values(), key=lambda one: one.id):
        for stage in model.stages:
            row = f"{model.id}/{stage.id}"
            if row in met:
                of_model = StageNamed(model.id, model.name)
                named[row] = StageOf(of_model, StageNamed(stage.id, stage.name))
    for row in sorted(
        met - {*named}
    ):  # a stage that its model does not know, with a pace of one's own
        named[row] = row.partition("/")[2]
    return named


def _table(
    table: str,
    rows: dict[str, list[tuple[Counted, str]]],
    labels: dict[str, Label],
    figures: list[Figure],
    sums: list[Sum],
) -> None:
    """Add one table: all stages together, then each, with the intervals and what became of them."""
    everything = [one for found in rows.values() for one in found]
    for row, found in {ALL: everything, **rows}.items():
        whole = f"{table}.{row}.intervals"
        counted = {result: [c for c, got in found if got == result] for result in RESULTS}
        label = labels.get(row, "")
        figures.append(
            figure(whole, f"{table}.intervals", (c for c, _ in found), label=label, by_case=True)
        )
        for result in RESULTS:
            name = f"{table}.{row}.{result}"
            figures.append(
                figure(name, f"{table}.{result}", counted[result], whole, label=label, by_case=True)
            )
        sums.append(Sum(whole, tuple(f"{table}.{row}.{result}" for result in RESULTS), "result"))
    for column in ("intervals", *RESULTS):
        parts = tuple(f"{table}.{row}.{column}" for row in rows)
        sums.append(Sum(f"{table}.{ALL}.{column}", parts, "stage"))


class _Promised(msgspec.Struct, frozen=True):
    """A promise of a day in the period: to whom, what became of it, where it stands."""

    side: str
    fate: str
    counted: Counted


def _all_promises(
    people: Iterable[Known], cases: Cases, period: Period, scope: Scope
) -> Iterator[_Promised]:
    """Promises in persons' files; in employers' own ones too, which follow no model."""
    for known in people:
        person, column = known.person, column_of(known.person)
        followed = road(person, cases, period.until) if scope.process else None
        for one in promises(known.journal):
            if not period.holds(one.day):
                continue
            made = person.contacts[one.index].on
            if followed is not None and followed.process_on(made) != scope.process:
                continue
            side = PERSON if one.party == PERSON else "other"
            side = "employer" if one.party in cases.employers else side
            ref = f"contacts[{one.index}]"
            yield _Promised(
                side, one.fate, Counted(case=person.case, ref=ref, on=one.day, column=column)
            )
    if scope.process is not None:
        return
    for employer in cases.employers.values():
        if scope.coach not in (None, employer.coach):
            continue
        for one in promises(Journal(employer.contacts, period.until, employer.id)):
            if period.holds(one.day):
                side = "employer" if one.party in cases.employers else "other"
                counted = Counted(case=employer.case, ref=f"contacts[{one.index}]", on=one.day)
                yield _Promised(side, one.fate, counted)


def _promises(promised: Iterable[_Promised], figures: list[Figure], sums: list[Sum]) -> None:
    """Add the promises: all together, then by whom they were made to.

    Those that stood until their day were neither moved nor cancelled: shares are of them.
    """
    everything = list(promised)
    rows = {side: [one for one in everything if one.side == side] for side in SIDES}
    for row, found in {ALL: everything, **rows}.items():
        stood = [one for one in found if one.fate in STOOD]
        counts = {"promised": found, **{fate: _of(found, fate) for fate in FATES[:2]}}
        counts |= {"stood": stood, **{fate: _of(found, fate) for fate in STOOD}}
        for column, those in counts.items():
            name = f"promise.{row}.{column}"
            of = f"promise.{row}.stood" if column in STOOD else f"promise.{row}.promised"
            whole = None if column == "promised" else of
            counted = (one.counted for one in those)
            figures.append(
                figure(name, f"promise.{column}", counted, whole, split=row == PERSON, by_case=True)
            )
        base = f"promise.{row}"
        sums.append(
            Sum(
                f"{base}.promised",
                tuple(f"{base}.{c}" for c in ("moved", "cancelled", "stood")),
                "fate",
            )
        )
        sums.append(Sum(f"{base}.stood", tuple(f"{base}.{fate}" for fate in STOOD), "fate"))
    for column in ("promised", "moved", "cancelled", "stood", *STOOD):
        parts = tuple(f"promise.{side}.{column}" for side in SIDES)
        sums.append(Sum(f"promise.{ALL}.{column}", parts, "side"))


def _of(promised: list[_Promised], fate: str) -> list[_Promised]:
    return [one for one in promised if one.fate == fate]


_FIELDS = (
    Field("stage", "stage"),
    Field("last", "day"),
    Field("days", "number"),
    Field("every", "every"),
    Field("pace", "word"),
    Field("quiet", "length"),
    Field("pause", "word"),
)


def _silences(people: Iterable[Known], scope: Scope) -> Listing:
    """Persons in a stage that is not final, the longest silence first; then by id.

    Where no contact counted yet, the silence is told since the first stage.
    """
    rows: list[tuple[int, Row]] = []
    for known in people:
        if known.current is None or known.final:
            continue
        if scope.process in (None, known.current.process_id):
            rows.append(_silence(known))
    rows.sort(key=lambda pair: (-pair[0], pair[1].case))
    return Listing("silences", "silences", _FIELDS, tuple(row for _, row in rows))


def _silence(known: Known) -> tuple[int, Row]:
    assert known.current is not None
    last = known.last_contact(PERSON)
    since: date = last or known.steps[0].entry.on
    days = (known.day - since).days
    base = known.base_day(PERSON)
    held = known.rhythm(PERSON, "person", base) if base else None
    values: tuple[Value, ...] = (
        StageNamed(known.current.entry.stage, known.stage.name if known.stage else {}),
        last,
        days,
        held[0] if held else None,
        "own" if held and held[1] is not None else None,
        known.stage.silence("person") if known.stage and not held else None,
        "paused" if known.in_pause(known.day) else None,
    )
    return days, Row(known.person.case, values)
