"""``report activity``: the table of the FRB pilots. Persons coached, contracts signed, employers contacted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import get_args

from jobcoach.domain.cases import Cases
from jobcoach.domain.fields import Contract
from jobcoach.domain.known import jobs_of
from jobcoach.domain.people import PAID, Person, Placement
from jobcoach.domain.statistics.cohort import Coached, Seen, coached_of, everyone
from jobcoach.domain.statistics.employer_contacts import employer_contacts
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
from jobcoach.domain.statistics.reports.priority import (
    AT_MOST_LOWER_SECONDARY,
    GROUPS,
    age_on,
    priority_groups,
)

READ = frozenset(
    {
        *("coach", "process", "born", "gender", "origin", "education", "situation"),
        *("without_work_since", "referred", "stages", "placements", "contacts"),
    }
)
"""Keys of case files from which something is counted."""

AGES = ("under-25", "25-45", "over-45", "unknown")
ORIGINS = ("european", "other", "unknown")
EDUCATIONS = (
    "primary",
    "lower-secondary",
    "upper-secondary",
    "higher",
    "none",
    "other",
    "unknown",
)
CONTRACTS = tuple(contract for contract in get_args(Contract) if contract in PAID)
MARKETS = ("ordinary", "bridge", "sheltered")
WAITING, ELSEWHERE, NOT_SAID = "still_waiting", "somewhere_else", "not_said"
"""Where somebody received went who did not start, where it is no partner; no id has such a form."""


def activity(cases: Cases, period: Period, scope: Scope = Scope()) -> Statement:  # noqa: B008 - frozen
    """Return the figures of the period.

    A narrower *scope* takes one coach's cases, or the days on which a case followed one process model.
    """
    all_of_them = everyone(cases, period, scope)
    coached = coached_of(all_of_them, period, scope)
    people = [one.seen for one in coached]
    figures = [
        *_persons(coached, period),
        *_contracts(people, period, scope),
        *_jobs(people, period, scope),
        Figure(
            name="employers_contacted",
            definition="employers_contacted",
            counted=tuple(employers_contacted(cases, period, scope)),
            split=False,
        ),
        *_received(all_of_them, cases, period, scope),
        *_priority(coached),
    ]
    return statement(figures, _sums(figures), bounds=_bounds())


def _persons(coached: list[Coached], period: Period) -> Iterator[Figure]:
    yield Figure(
        name="persons", definition="persons", counted=tuple(one.counted for one in coached)
    )
    values: dict[str, tuple[tuple[str, ...], Callable[[Person], str]]] = {
        "age": (AGES, lambda p: age_group(p.born, period.until)),
        "origin": (ORIGINS, lambda p: p.origin or "unknown"),
        "education": (EDUCATIONS, lambda p: p.education or "unknown"),
    }
    for group, (rows, value_of) in values.items():
        for row in rows:
            counted = tuple(one.counted for one in coached if value_of(one.seen.person) == row)
            yield Figure(name=f"{group}.{row}", definition=group, counted=counted, of="persons")


def age_group(born: date | None, day: date) -> str:
    """Return the age group on *day*: under 25, from 25 to 45 (both included), over 45, or unknown."""
    age = age_on(born, day)
    if age is None:
        return "unknown"
    return "under-25" if age < 25 else "25-45" if age <= 45 else "over-45"


def _contracts(people: list[Seen], period: Period, scope: Scope) -> Iterator[Figure]:
    begun = [
        (one.counted(f"placements[{place}]", placement.from_), placement)
        for one in people
        for place, placement in enumerate(one.person.placements)
        if _begun(one, placement, period, scope)
    ]
    for group, kept in (("contracts", False), ("kept", True)):
        paid = [(c, p) for c, p in begun if p.paid and (p.already is True) == kept]
        yield Figure(name=group, definition=group, counted=tuple(c for c, _ in paid))
        for kind in CONTRACTS:
            counted = tuple(c for c, p in paid if p.contract == kind)
            yield Figure(name=f"{group}.{kind}", definition=group, counted=counted, of=group)
    unclear = tuple(c for c, p in begun if p.contract is None)
    yield Figure(name="contract_unknown", definition="contract_unknown", counted=unclear)


def _begun(one: Seen, placement: Placement, period: Period, scope: Scope) -> bool:
    return period.holds(placement.from_) and one.follows(scope, placement.from_)


def _jobs(people: list[Seen], period: Period, scope: Scope) -> Iterator[Figure]:
    """Jobs by market: placements with one employer without a break are one, begun with the first of them."""
    begun = [
        (one.counted(f"placements[{place}]", first.from_), first.market or "ordinary")
        for one in people
        for job in jobs_of((i, p) for i, p in enumerate(one.person.placements) if p.paid)
        for place, first in job.placements[:1]
        if first.already is not True and _begun(one, first, period, scope)
    ]
    yield Figure(name="jobs", definition="jobs", counted=tuple(c for c, _ in begun))
    for market in MARKETS:
        counted = tuple(c for c, where in begun if where == market)
        yield Figure(name=f"market.{market}", definition="jobs", counted=counted, of="jobs")


def employers_contacted(cases: Cases, period: Period, scope: Scope) -> Iterator[Counted]:
    """Each employer once, with its first contact in the period in person or by phone."""
    first: dict[str, tuple[date, str, str]] = {}
    for one in employer_contacts(cases, period, scope):
        if one.met:
            found = (one.contact.on, one.file.case, one.ref)
            first[one.employer] = min(first.get(one.employer, found), found)
    for employer, (on, where, ref) in first.items():
        yield Counted(case=f"employers/{employer}", ref=f"{where}#{ref}", on=on)


def _received(people: list[Seen], cases: Cases, period: Period, scope: Scope) -> Iterator[Figure]:
    """Persons received who did not start, and where they went."""
    went: list[tuple[Counted, str]] = []
    for one in people:
        found = _destination(one, cases, period, scope)
        if found is not None:
            ref, on, where = found
            went.append((one.counted(ref, on), where))
    yield Figure(name="received", definition="received", counted=tuple(c for c, _ in went))
    names = {partner.id: partner.name or partner.id for partner in cases.settings.partners}
    partners = sorted({where for _, where in went} & set(names))
    for where in (WAITING, *partners, ELSEWHERE, NOT_SAID):
        yield Figure(
            name=f"sent_to.{where}",
            definition="received",
            counted=tuple(c for c, to in went if to == where),
            of="received",
            label=names.get(where, "") if where in partners else "",
        )


def _destination(
    one: Seen, cases: Cases, period: Period, scope: Scope
) -> tuple[str, date | None, str] | None:
    """Where somebody went who was received in the period and never coached by its end; None for others."""
    if one.road.coached:
        return None
    if not one.follows(scope, period.until):
        return None
    stretches = one.road.stretches
    if not stretches and one.person.case in scope.unread:
        return None
    if not stretches:
        referred = one.person.referred.on if one.person.referred else None
        known = referred is not None or not one.person.stages
        here = known and (referred is None or referred <= period.until)
        return ("", referred, WAITING) if here else None
    last = stretches[-1]
    stage, entry, ref = last.step.stage, last.step.entry, f"stages[{last.step.index}]"
    if stage is None:
        return None
    met = any(
        not s.step.stage.final and period.meets(s.first, s.last) for s in stretches if s.step.stage
    )
    if not stage.final:
        return (ref, entry.on, WAITING) if met else None
    if not (met or period.holds(entry.on)):
        return None
    if not entry.to:
        return ref, entry.on, NOT_SAID
    return ref, entry.on, entry.to if entry.to in cases.partner_ids else ELSEWHERE


def _priority(coached: list[Coached]) -> Iterator[Figure]:
    answers = []
    for one in coached:
        first = one.seen.road.coached[0]
        counted = one.seen.counted(f"stages[{first.step.index}]", first.first)
        answers.append((counted, priority_groups(one.seen.person, first.first)))
    for name, answer in (("priority", True), ("priority_unknown", None)):
        for group in GROUPS:
            yield Figure(
                name=f"{name}.{group}",
                definition=name,
                counted=tuple(counted for counted, said in answers if said[group] is answer),
                of="persons",
            )


def _sums(figures: list[Figure]) -> Iterator[Sum]:
    for group, whole in (
        ("age", "persons"),
        ("origin", "persons"),
        ("education", "persons"),
        ("contracts", "contracts"),
        ("kept", "kept"),
        ("market", "jobs"),
        ("sent_to", "received"),
    ):
        yield Sum(whole, tuple(f.name for f in figures if f.name.startswith(f"{group}.")))


def _bounds() -> Iterator[AtMost]:
    """Groups overlap, and who is in none of them stands in no row: what they leave over can still be seen."""
    any_of_them, unclear = "priority.any", "priority_unknown.any"
    groups = [group for group in GROUPS if group != "any"]
    for group in GROUPS:
        yield AtMost((f"priority.{group}", f"priority_unknown.{group}"), ("persons",))
    for group in groups:
        yield AtMost((f"priority.{group}",), (any_of_them,))
        yield AtMost((f"priority_unknown.{group}",), (any_of_them, unclear))
    yield AtMost((any_of_them,), tuple(f"priority.{group}" for group in groups))
    yield AtMost((unclear,), tuple(f"priority_unknown.{group}" for group in groups))
    yield AtMost(("priority.over-45-and-one-year",), ("age.over-45",))
    little_schooling = tuple(f"education.{level}" for level in AT_MOST_LOWER_SECONDARY)
    yield AtMost(("priority.single-parent-little-schooling",), little_schooling)
    yield AtMost(("jobs",), ("contracts",))
