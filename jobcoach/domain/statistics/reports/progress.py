"""``report progress``: what moved for persons without a job. Progress counts, not only placement (ASSISES)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import reached
from jobcoach.domain.people import Obstacle
from jobcoach.domain.statistics.cohort import Seen, coached_of, everyone
from jobcoach.domain.statistics.figures import (
    AtMost,
    Counted,
    Figure,
    Period,
    Scope,
    Statement,
    Sum,
    statement,
)
from jobcoach.domain.statistics.listings import Field, Listing, Row
from jobcoach.domain.statistics.reports.happenings import (
    CONTACTS,
    KINDS,
    READINESS,
    STEPPING_STONES,
    Happening,
    happenings,
    steps_of,
    undated_decision,
)

READ = frozenset(
    {
        *("coach", "process", "gender", "prefers", "readiness", "obstacles", "plan"),
        *("stages", "applications", "placements", "contacts", "reviews"),
    }
)
"""Keys of case files from which something is counted."""

SCORES = ("higher", "equal", "lower", "fewer_than_two")
"""How a person's last score of satisfaction in the period stands to the first one."""

_LIST: dict[str, tuple[str, ...]] = {
    "obstacles": ("obstacles_solved",),
    "steps": ("steps_done",),
    "stages": ("stage_moves",),
    "contacts": (CONTACTS,),
    "plan_reviews": ("plan_reviews",),
    "satisfaction": ("satisfaction_reviews",),
    "readiness": READINESS,
    "stepping_stones": STEPPING_STONES,
    "decisions": ("decisions",),
}
"""The columns of the list, each with the kinds of happenings that it adds up."""


class _Case(msgspec.Struct, frozen=True):
    """A person without a job, as counted in the period, and what happened."""

    one: Seen
    counted: Counted
    happened: tuple[Happening, ...]

    def of(self, *kinds: str) -> tuple[Happening, ...]:
        return tuple(each for each in self.happened if each.kind in kinds)

    @property
    def beyond_contacts(self) -> tuple[Happening, ...]:
        return tuple(each for each in self.happened if each.kind != CONTACTS)


def progress(cases: Cases, period: Period, scope: Scope = Scope()) -> Statement:  # noqa: B008 - frozen
    """Return the figures of the period, for who was coached in it and had no paid job on its last day.

    All of it counts only what somebody wrote down. Before and after need a first day of the period.
    """
    coached = [
        (one.seen, one.counted) for one in coached_of(everyone(cases, period, scope), period, scope)
    ]
    without_job = [
        _Case(one, counted, happenings(one, cases, period, scope))
        for one, counted in coached
        if one.has_job(period.until) is False
    ]
    figures = [
        *_persons(coached, without_job, period.until),
        *_happened(without_job, period),
        *_obstacles([case.one for case in without_job], period),
        *_steps([case.one for case in without_job], period.until),
        *_satisfaction(without_job, period, scope),
    ]
    return statement(figures, _sums(figures, scope), [_people(without_job)], bounds=_bounds(scope))


def _persons(
    coached: Sequence[tuple[Seen, Counted]], without_job: Sequence[_Case], day: date
) -> Iterator[Figure]:
    def figure(name: str, counted: Iterator[Counted], of: str | None = "without_job") -> Figure:
        return Figure(name=name, definition=name, counted=tuple(counted), of=of)

    yield figure("persons", (counted for _, counted in coached), None)
    for name, job in (("in_job", True), ("job_not_known", None)):
        yield figure(
            name, (counted for one, counted in coached if one.has_job(day) is job), "persons"
        )
    yield figure("without_job", (case.counted for case in without_job), "persons")
    for name, closed in (("case.open", False), ("case.closed", True)):
        counted = (case.counted for case in without_job if _closed(case.one) == closed)
        yield msgspec.structs.replace(figure(name, counted), definition="case")
    yield figure("moved", (case.counted for case in without_job if case.happened))
    for name, more in (("moved.beyond_contacts", True), ("moved.contacts_only", False)):
        yield figure(
            name,
            (c.counted for c in without_job if c.happened and bool(c.beyond_contacts) == more),
        )
    yield figure("nothing_recorded", (c.counted for c in without_job if not c.happened))


def _closed(one: Seen) -> bool:
    """Whether the case is in a final stage on the last day."""
    stage = one.road.stretches[-1].step.stage
    return stage is not None and stage.final is True


def _happened(without_job: Sequence[_Case], period: Period) -> Iterator[Figure]:
    """How often each thing happened, for how many persons, and for how many nothing of it is recorded."""
    for kind in KINDS:
        counted = tuple(
            case.one.counted(each.ref, each.on) for case in without_job for each in case.of(kind)
        )
        yield Figure(name=f"events.{kind}", definition=_definition(kind), counted=counted)
    undated = tuple(
        case.one.counted(f"applications[{place}]")
        for case in without_job
        for place, application in enumerate(case.one.person.applications)
        if undated_decision(application, period)
    )
    yield Figure(name="decisions_undated", definition="decisions_undated", counted=undated)
    for group, there in (("persons_with", True), ("persons_without", False)):
        for kind in KINDS:
            counted = tuple(case.counted for case in without_job if bool(case.of(kind)) == there)
            yield Figure(
                name=f"{group}.{kind}", definition=group, counted=counted, of="without_job"
            )


def _definition(kind: str) -> str:
    if kind in READINESS:
        return "readiness"
    return "stepping_stones" if kind in STEPPING_STONES else kind


def _obstacles(people: Sequence[Seen], period: Period) -> Iterator[Figure]:
    """Obstacles open on a day of the period: there before or come up in it, solved in it or still open."""
    rows: dict[str, list[Counted]] = {
        name: []
        for name in (
            *("obstacles", "obstacles.before", "obstacles.begun", "obstacles.solved"),
            *("obstacles.open", "obstacles_undated.solved", "obstacles_undated.open"),
        )
    }
    for one in people:
        for place, obstacle in enumerate(one.person.obstacles):
            since, solved, ref = _since(obstacle), obstacle.solved, f"obstacles[{place}]"
            if solved is not None and period.since is not None and solved < period.since:
                continue
            ended = "solved" if reached(solved, period.until) else "open"
            end = one.counted(ref, solved if ended == "solved" else since)
            if since is None:
                rows[f"obstacles_undated.{ended}"].append(end)
            elif since <= period.until:
                start = one.counted(ref, since)
                rows["obstacles"].append(start)
                rows[f"obstacles.{'begun' if period.holds(since) else 'before'}"].append(start)
                rows[f"obstacles.{ended}"].append(end)
    if period.since is None:
        del rows["obstacles.before"], rows["obstacles.begun"]
    for name, counted in rows.items():
        yield Figure(name=name, definition=name.partition(".")[0], counted=tuple(counted))


def _since(obstacle: Obstacle) -> date | None:
    """The day since when; not known where it comes after the one on which the obstacle was solved."""
    since, solved = obstacle.since, obstacle.solved
    return None if since is not None and solved is not None and solved < since else since


def _steps(people: Sequence[Seen], day: date) -> Iterator[Figure]:
    """Steps not done by *day*, as the plan has them now: when a step was agreed is not written down."""
    counted = tuple(
        one.counted(ref, step.done)
        for one in people
        if one.person.plan and (one.person.plan.on is None or one.person.plan.on <= day)
        for ref, step in steps_of(one.person)
        if not reached(step.done, day)
    )
    yield Figure(name="steps_open", definition="steps_open", counted=counted)


def _satisfaction(without_job: Sequence[_Case], period: Period, scope: Scope) -> Iterator[Figure]:
    stands = [(case.counted, _last_to_first(case.one, period, scope)) for case in without_job]
    for row in SCORES:
        yield Figure(
            name=f"satisfaction.{row}",
            definition="satisfaction",
            counted=tuple(counted for counted, stand in stands if stand == row),
            of="without_job",
        )


def _last_to_first(one: Seen, period: Period, scope: Scope) -> str:
    """How the last score that the person gave in the period stands to the first one."""
    scores = [
        review.score
        for review in sorted(one.person.reviews, key=lambda review: review.on)
        if review.kind == "satisfaction"
        and review.by == PERSON
        and review.score is not None
        and period.holds(review.on)
        and one.follows(scope, review.on)
    ]
    if len(scores) < 2:
        return "fewer_than_two"
    first, last = scores[0], scores[-1]
    return "equal" if last == first else "higher" if last > first else "lower"


def _people(without_job: Sequence[_Case]) -> Listing:
    """One row a person, in the order of the files' names; the last thing beyond a talk, and the last talk."""
    rows = []
    for case in sorted(without_job, key=lambda case: case.counted.case):
        last = max((each.on for each in case.beyond_contacts), default=None)
        what = [each.kind for each in case.beyond_contacts if each.on == last]
        rows.append(
            Row(
                case.counted.case,
                (
                    *(len(case.of(*kinds)) for kinds in _LIST.values()),
                    max((each.on for each in case.of(CONTACTS)), default=None),
                    last,
                    tuple(dict.fromkeys(what)),
                ),
            )
        )
    fields = (
        *(Field(name, "number") for name in _LIST),
        *(Field("last_contact", "day"), Field("last", "day"), Field("what", "words")),
    )
    return Listing("people", "people", fields, tuple(rows))


def _sums(figures: Sequence[Figure], scope: Scope) -> Iterator[Sum]:
    names = {figure.name for figure in figures}
    yield Sum("persons", ("in_job", "job_not_known", "without_job"), "job")
    yield Sum("without_job", ("moved", "nothing_recorded"), "moved")
    yield Sum("without_job", ("case.open", "case.closed"), "case")
    yield Sum("moved", ("moved.beyond_contacts", "moved.contacts_only"), "contacts")
    for kind in KINDS:
        yield Sum("without_job", (f"persons_with.{kind}", f"persons_without.{kind}"), kind)
    for kind in READINESS:  # comes about once
        yield Sum(f"events.{kind}", (f"persons_with.{kind}",), "persons")
    yield Sum("without_job", tuple(f"satisfaction.{row}" for row in SCORES), "satisfaction")
    if "obstacles.before" in names:
        yield Sum("obstacles", ("obstacles.before", "obstacles.begun"), "begun")
    yield Sum("obstacles", ("obstacles.solved", "obstacles.open"), "ended")
    if scope.process is None:
        solved = ("obstacles.solved", "obstacles_undated.solved")
        yield Sum("events.obstacles_solved", solved, "since")


def _bounds(scope: Scope) -> Iterator[AtMost]:
    """Who has something of one kind has moved, and it happened once at least."""
    beyond = tuple(kind for kind in KINDS if kind != CONTACTS)
    for kind in KINDS:
        moved = "moved" if kind == CONTACTS else "moved.beyond_contacts"
        yield AtMost((f"persons_with.{kind}",), (moved,))
        yield AtMost((f"persons_with.{kind}",), (f"events.{kind}",))
    yield AtMost(("moved.contacts_only",), (f"persons_with.{CONTACTS}",))
    yield AtMost(("moved.beyond_contacts",), tuple(f"persons_with.{kind}" for kind in beyond))
    scored = tuple(f"satisfaction.{row}" for row in SCORES if row != "fewer_than_two")
    yield AtMost(scored, ("persons_with.satisfaction_reviews",))
    if scope.process is not None:
        solved = ("obstacles.solved", "obstacles_undated.solved")
        yield AtMost(("events.obstacles_solved",), solved)
