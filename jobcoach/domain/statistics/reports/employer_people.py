"""What came of the work at employers: applications, placements, jobs, aids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import get_args

import msgspec

from jobcoach.domain.fields import Contract
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.known import application_closed, application_decided, reached
from jobcoach.domain.people import Application, EndReason, Placement
from jobcoach.domain.statistics.cohort import Seen
from jobcoach.domain.statistics.figures import Counted, Curve, Period, Scope, Sum
from jobcoach.domain.statistics.jobs import NOT_SAID, paid_jobs
from jobcoach.domain.statistics.tally import Tally

REACHED = ("proposed", "accepted", "presented", "interviewed")
BECAME = ("hired", "refused", "declined", "withdrawn", "cancelled", "closed", "open")
CONTRACTS = (*get_args(Contract), NOT_SAID)
REASONS = (*get_args(EndReason), NOT_SAID)


class Work(msgspec.Struct, frozen=True):
    """What is looked at: the scope's persons, the employers, the period."""

    people: list[Seen]
    about: frozenset[str]
    period: Period
    scope: Scope

    def placements(self) -> Iterator[tuple[Seen, int, Placement]]:
        """Yield the placements at these employers begun by the last day, with whose they are and their places."""
        for one in self.people:
            for place, placement in enumerate(one.person.placements):
                if placement.employer in self.about and placement.from_ <= self.period.until:
                    yield one, place, placement


# Applications


def applications(work: Work, tally: Tally) -> None:
    """Add applications by what became of them and by how far they came, and how far the open ones are."""
    became: list[tuple[Counted, str]] = []
    far: list[tuple[Counted, str]] = []
    undated: list[Counted] = []
    until = work.period.until
    for one in work.people:
        for place, application in enumerate(one.person.applications):
            if application.employer not in work.about:
                continue
            day = _begun(application)
            counted = one.counted(f"applications[{place}]", day)
            if day is None:
                undated.append(counted)
            elif work.period.holds(day) and one.follows(work.scope, day):
                became.append((counted, _became(application, until)))
                far.append((counted, _reached(application, until)))
    tally.whole("applications", BECAME, became)
    still = {counted for counted, state in became if state == "open"}
    tally.divide("applications", "reached", REACHED, far)
    tally.divide("applications.open", "open", REACHED, [pair for pair in far if pair[0] in still])
    tally.count("applications_undated", undated)


def _begun(application: Application) -> date | None:
    """The day an application began: it was proposed, else its first other date."""
    dates = (application.decided, application.presented, application.interview, application.closed)
    return application.proposed or min((day for day in dates if day is not None), default=None)


def _became(application: Application, day: date) -> str:
    """What became of an application by *day*; hired comes first, then the person's own no."""
    closed = application_closed(application, day)
    if closed and application.outcome == "hired":
        return "hired"
    if application.decision == "declined" and application_decided(application, day):
        return "declined"
    return (application.outcome or "closed") if closed else "open"


def _reached(application: Application, day: date) -> str:
    """How far an application had come by *day*; an interview after it was closed was none."""
    if reached(application.interview, day) and not (
        application.closed and application.interview and application.closed < application.interview
    ):
        return "interviewed"
    if reached(application.presented, day):
        return "presented"
    if application.decision == "accepted" and application_decided(application, day):
        return "accepted"
    return "proposed"


# Placements


def placements(work: Work, tally: Tally) -> None:
    """Add placements by contract: begun in the period, and under way on its last day."""
    told: dict[str, list[tuple[Counted, str]]] = {"begun": [], "running": []}
    for one, place, placement in work.placements():
        if not one.follows(work.scope, placement.from_):
            continue
        counted = one.counted(f"placements[{place}]", placement.from_)
        entry = counted, placement.contract or NOT_SAID
        if work.period.holds(placement.from_):
            told["begun"].append(entry)
        if placement.under_way(work.period.until):
            told["running"].append(entry)
    for row in ("all", *CONTRACTS):
        for column, entries in told.items():
            found = [counted for counted, contract in entries if row in ("all", contract)]
            whole = None if row == "all" else f"placement.all.{column}"
            tally.count(f"placement.{row}.{column}", found, f"placement.{column}", of=whole)
    for column in told:
        parts = tuple(f"placement.{row}.{column}" for row in CONTRACTS)
        tally.sums.append(Sum(f"placement.all.{column}", parts, "contract"))


def jobs(work: Work, tally: Tally) -> None:
    """Add paid jobs that ended in the period, by reason, and how long those begun in it lasted."""
    period, scope = work.period, work.scope
    ended: list[tuple[Counted, str]] = []
    lasted: list[Counted] = []
    for one in work.people:
        for job in paid_jobs(one.person, None, period.until):
            if one.person.placements[job.place].employer not in work.about:
                continue
            ref, end = f"placements[{job.place}]", job.ended
            if end is not None and period.holds(end) and one.follows(scope, end):
                ended.append((one.counted(ref, end), job.why))
            if not job.already and period.holds(job.start) and one.follows(scope, job.start):
                counted, days = one.counted(ref, job.start), job.length(period.until)
                lasted.append(msgspec.structs.replace(counted, days=days, ended=end is not None))
    tally.whole("ended", REASONS, ended)
    tally.figures.append(Curve(name="lasted", definition="lasted", counted=tuple(lasted)))


def aids(work: Work, tally: Tally) -> None:
    """Add placements of the period with a hiring aid, by its kind as it is written."""
    told: list[tuple[Counted, str]] = []
    labels: dict[str, set[str]] = {}
    for one, place, placement in work.placements():
        if placement.aid is None or not work.period.meets(placement.from_, placement.last):
            continue
        if one.follows(work.scope, placement.from_):
            kind = (placement.aid.kind or "").strip()
            row = re.sub(r"[^a-z0-9]+", "-", folded(kind)).strip("-") or NOT_SAID
            labels.setdefault(row, set()).add(kind)
            told.append((one.counted(f"placements[{place}].aid", placement.from_), row))
    tally.count("aids", [counted for counted, _ in told])
    rows = sorted(labels, key=lambda row: (row == NOT_SAID, row))
    for row in rows:
        found = [counted for counted, got in told if got == row]
        label = "" if row == NOT_SAID else min(labels[row])
        tally.count(f"aids.{row}", found, "aids", of="aids", label=label)
    if rows:  # without any there is nothing to add up
        tally.sums.append(Sum("aids", tuple(f"aids.{row}" for row in rows)))
