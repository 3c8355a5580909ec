"""What came of the work at employers: applications, placements, jobs, aids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import get_args

import msgspec

from jobcoach.domain.fields import Contract
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.known import Job, application_closed, application_decided, jobs_of, reached
from jobcoach.domain.people import Application, Person, Placement
from jobcoach.domain.statistics.figures import Column, Counted, Curve, Figure, Period, Sum, figure
from jobcoach.domain.statistics.roads import Road

NOT_SAID = "not_said"
REACHED = ("proposed", "accepted", "presented", "interviewed")
BECAME = ("hired", "refused", "declined", "withdrawn", "cancelled", "closed", "open")
CONTRACTS = (*get_args(Contract), NOT_SAID)
REASONS = (
    *("end-of-contract", "renewed", "converted", "resigned", "dismissed", "health", "better-job"),
    *("other", NOT_SAID),
)
Told = list[tuple[str, Counted]]
"""Counted entries, each with the row it stands in."""


class Seen(msgspec.Struct, frozen=True):
    """One person of the scope; *followed* is their road where only days under one model count."""

    person: Person
    column: Column
    followed: Road | None
    process: str | None

    def within(self, day: date) -> bool:
        return self.followed is None or self.followed.process_on(day) == self.process

    def counted(self, ref: str, on: date | None) -> Counted:
        return Counted(case=self.person.case, ref=ref, on=on, column=self.column)


def rows_of(
    whole: str,
    told: Iterable[tuple[str, Counted]],
    rows: Iterable[str],
    figures: list[Figure],
    sums: list[Sum],
    *,
    split: bool = True,
) -> None:
    """Add a total and the rows it is made of; without any row there is nothing to add up."""
    found = list(told)
    figures.append(
        figure(whole, whole, (counted for _, counted in found), split=split, by_case=split)
    )
    names = []
    for row in rows:
        names.append(f"{whole}.{row}")
        counted = (counted for got, counted in found if got == row)
        figures.append(figure(f"{whole}.{row}", whole, counted, whole, split=split, by_case=split))
    if names:
        sums.append(Sum(whole, tuple(names)))


# Applications


def applications(
    people: Iterable[Seen],
    about: frozenset[str],
    period: Period,
    figures: list[Figure],
    sums: list[Sum],
) -> None:
    """Add applications by what became of them and by how far they came, and how far the open ones are."""
    became: Told = []
    far: Told = []
    undated: list[Counted] = []
    for one in people:
        for place, application in enumerate(one.person.applications):
            if application.employer not in about:
                continue
            day = _begun(application)
            counted = one.counted(f"applications[{place}]", day)
            if day is None:
                undated.append(counted)
            elif period.holds(day) and one.within(day):
                became.append((_became(application, period.until), counted))
                far.append((_reached(application, period.until), counted))
    rows_of("applications", became, BECAME, figures, sums)
    still = {counted for state, counted in became if state == "open"}
    for prefix, whole, those in (
        ("reached", "applications", far),
        ("open", "applications.open", [pair for pair in far if pair[1] in still]),
    ):
        for row in REACHED:
            counts = (counted for got, counted in those if got == row)
            figures.append(figure(f"{prefix}.{row}", prefix, counts, whole, by_case=True))
        sums.append(Sum(whole, tuple(f"{prefix}.{row}" for row in REACHED)))
    figures.append(figure("applications_undated", "applications_undated", undated, by_case=True))


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


def _there(
    people: Iterable[Seen], about: frozenset[str], until: date
) -> Iterator[tuple[Seen, int, Placement]]:
    for one in people:
        for place, placement in enumerate(one.person.placements):
            if placement.employer in about and placement.from_ <= until:
                yield one, place, placement


def placements(
    people: list[Seen],
    about: frozenset[str],
    period: Period,
    figures: list[Figure],
    sums: list[Sum],
) -> None:
    """Add placements by contract: begun in the period, and under way on its last day."""
    told: dict[str, Told] = {"begun": [], "running": []}
    for one, place, placement in _there(people, about, period.until):
        if not one.within(placement.from_):
            continue
        entry = (
            placement.contract or NOT_SAID,
            one.counted(f"placements[{place}]", placement.from_),
        )
        if period.holds(placement.from_):
            told["begun"].append(entry)
        if placement.under_way(period.until):
            told["running"].append(entry)
    for row in ("all", *CONTRACTS):
        for column, entries in told.items():
            counted = (c for contract, c in entries if row in ("all", contract))
            whole = None if row == "all" else f"placement.all.{column}"
            name = f"placement.{row}.{column}"
            figures.append(figure(name, f"placement.{column}", counted, whole, by_case=True))
    for column in told:
        parts = tuple(f"placement.{row}.{column}" for row in CONTRACTS)
        sums.append(Sum(f"placement.all.{column}", parts, "contract"))


def jobs(
    people: list[Seen],
    about: frozenset[str],
    period: Period,
    figures: list[Figure],
    sums: list[Sum],
) -> None:
    """Add paid jobs that ended in the period, by reason, and how long those begun in it lasted."""
    ended: Told = []
    lasted: list[Counted] = []
    for one in people:
        paid = [
            (place, placement)
            for _, place, placement in _there([one], about, period.until)
            if placement.paid
        ]
        for job in jobs_of(paid):
            end = _end(job, period.until)
            ref = f"placements[{job.first_index}]"
            if end is not None and period.holds(end) and one.within(end):
                why = max(job.placements, key=lambda pair: (pair[1].ended or date.max, pair[0]))[
                    1
                ].why
                ended.append((why or NOT_SAID, one.counted(ref, end)))
            first = job.placements[0][1]
            if first.already is not True and period.holds(job.start) and one.within(job.start):
                days = ((end or period.until) - job.start).days + 1
                counted = one.counted(ref, job.start)
                lasted.append(msgspec.structs.replace(counted, days=days, ended=end is not None))
    rows_of("ended", ended, REASONS, figures, sums)
    figures.append(Curve(name="lasted", definition="lasted", counted=tuple(lasted)))


def _end(job: Job, until: date) -> date | None:
    """The last day in a job that is over by *until*, that day included; None while it runs."""
    ends = [placement.last for _, placement in job.placements]
    if any(end is None or end > until for end in ends):
        return None
    return max(end for end in ends if end is not None)


def aids(
    people: list[Seen],
    about: frozenset[str],
    period: Period,
    figures: list[Figure],
    sums: list[Sum],
) -> None:
    """Add placements of the period with a hiring aid, by its kind as it is written."""
    told: Told = []
    labels: dict[str, set[str]] = {}
    for one, place, placement in _there(people, about, period.until):
        if placement.aid is None or not period.meets(placement.from_, placement.last):
            continue
        if one.within(placement.from_):
            kind = (placement.aid.kind or "").strip()
            row = re.sub(r"[^a-z0-9]+", "-", folded(kind)).strip("-") or NOT_SAID
            labels.setdefault(row, set()).add(kind)
            told.append((row, one.counted(f"placements[{place}].aid", placement.from_)))
    rows = sorted(labels, key=lambda row: (row == NOT_SAID, row))
    begun = len(figures)
    rows_of("aids", told, rows, figures, sums)
    for place, row in enumerate(rows, begun + 1):
        if row != NOT_SAID:
            label = min(labels[row])
            figures[place] = msgspec.structs.replace(figures[place], label=label, free=True)
