"""The lists of ``report employer``: every employer in a row, or one employer's jobs, agreements, aids, and talk.

What concerns a person of whom the firm must not learn that a coach exists stands in a list of its own, or is
marked: nothing of it belongs on the employer's table (FRB, La Louvière pilot).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from jobcoach.domain.audience import employer_may_know
from jobcoach.domain.cases import Cases
from jobcoach.domain.due import Found, coming
from jobcoach.domain.durations import plus_days
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import PERSON
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.known import Known, application_closed, application_decided
from jobcoach.domain.needs import agreement_in_force
from jobcoach.domain.people import Person, Placement
from jobcoach.domain.statistics.figures import Counted, Period
from jobcoach.domain.statistics.listings import Field, Listing, Row, Value

AHEAD_DAYS = 30
"""So far ahead of the last day is looked for what to talk about."""
NOT_NOW = ("paused", "do-not-contact")
"""What an employer's status says first, whatever else there is to talk about."""
HIDDEN = "hidden"
"""The mark of a placement or an agreement of a person of whom the firm does not know that a coach exists."""


class Item(msgspec.Struct, frozen=True):
    """Something due toward an employer: in which case, and whether the employer may know of it."""

    employer: str
    case: Person | Employer
    found: Found
    hidden: bool


def items_toward(cases: Cases, day: date) -> Iterator[Item]:
    """Yield what is due toward employers, whenever, by the rules of ``due``."""
    for case, everything in coming(cases, day):
        known = Known(case, cases, day) if isinstance(case, Person) else None
        for found in everything:
            for employer, secret in _employers_of(case, found, cases):
                hidden = secret or (known is not None and not employer_may_know(known, employer))
                yield Item(employer, case, found, hidden)


def _employers_of(
    case: Person | Employer, found: Found, cases: Cases
) -> Iterator[tuple[str, bool]]:
    """The employers an item is about; True for what is asked of the person because the firm may not know."""
    if isinstance(case, Employer):
        yield case.id, False
        return
    facts = found.facts
    if found.with_ in cases.employers:
        yield str(found.with_), False
    elif found.kind == "agreement":
        parties = facts.get("parties")
        for party in parties if isinstance(parties, tuple) else ():
            if party in cases.employers:
                yield party, False
    elif (
        found.kind in ("answer", "contract-end", "aid-end")
        and found.with_ == PERSON
        and facts.get("employer") in cases.employers
    ):
        yield str(facts["employer"]), True


def _by_day(item: Item) -> tuple[date, str, str, str]:
    return item.found.target, item.case.case, item.found.kind, item.found.ref


# All employers


_ALL = (
    Field("contacts", "number"),
    Field("last", "day"),
    Field("applications", "number"),
    Field("working", "number"),
    Field("due", "day"),
    Field("what", "word"),
)


def lists_of_all(
    firms: Iterable[Employer],
    cases: Cases,
    period: Period,
    contacts: Iterable[tuple[str, Counted]],
) -> Iterator[Listing]:
    """Yield the list of employers by name: contacts, applications open, persons there, the next thing due."""
    met: dict[str, list[date]] = {}
    for employer, counted in contacts:
        met.setdefault(employer, []).append(counted.on or date.min)
    waiting, working = _persons_there(cases, period.until)
    due: dict[str, Item] = {}
    for item in items_toward(cases, period.until):
        if not item.hidden:  # that is settled with the person
            before = due.get(item.employer)
            due[item.employer] = min(item, before, key=_by_day) if before else item
    rows = [
        Row(
            firm.case,
            (
                len(met.get(firm.id, ())),
                cases.last_contact_with(firm.id, period.until),
                waiting.get(firm.id, 0),
                len(working.get(firm.id, ())),
                due[firm.id].found.target if firm.id in due else None,
                due[firm.id].found.kind if firm.id in due else None,
            ),
        )
        for firm in sorted(firms, key=lambda one: (folded(one.name), one.id))
    ]
    yield Listing("employers", "employers", _ALL, tuple(rows))


def _persons_there(cases: Cases, day: date) -> tuple[dict[str, int], dict[str, set[str]]]:
    """Applications open on *day*, and the persons with a placement under way, by employer."""
    waiting: dict[str, int] = {}
    working: dict[str, set[str]] = {}
    for person in cases.people.values():
        for application in person.applications:
            begun = application.proposed is None or application.proposed <= day
            declined = application.decision == "declined" and application_decided(application, day)
            over = declined or application_closed(application, day)
            if application.employer and begun and not over:
                waiting[application.employer] = waiting.get(application.employer, 0) + 1
        for placement in person.placements:
            if placement.employer and placement.under_way(day):
                working.setdefault(placement.employer, set()).add(person.id)
    return waiting, working


# One employer


_JOBS = (
    Field("job", "text"),
    Field("contract", "word"),
    Field("from", "day"),
    Field("until", "day"),
    Field("ended", "day"),
    Field("days", "number"),
    Field("why", "word"),
    Field("hours", "number"),
    Field("pay", "word"),
    Field("mark", "word"),
)
_AGREEMENTS = (
    Field("kind", "word"),
    Field("on", "day"),
    Field("review", "day"),
    Field("until", "day"),
    Field("mark", "word"),
)
_AIDS = (Field("kind", "text"), Field("until", "day"), Field("from", "day"), Field("mark", "word"))
_TALK = (Field("what", "word"), Field("due", "day"), Field("about", "text"))


def lists_of_one(firm: Employer, cases: Cases, period: Period) -> Iterator[Listing]:
    """Yield what to talk about next, what not to mention there, and the jobs, agreements and aids."""
    items = [item for item in items_toward(cases, period.until) if item.employer == firm.id]
    horizon = plus_days(period.until, AHEAD_DAYS)
    soon = sorted(
        (i for i in items if i.found.due <= horizon or i.found.kind == "complaint"), key=_by_day
    )
    open_jobs = [
        Row(firm.case, ("open-job", job.open, job.title or job.id))
        for job in firm.jobs
        if job.is_open(period.until)
    ]
    warned = [Row(firm.case, (firm.status, None, None))] if firm.status in NOT_NOW else []
    concerns = [Row(firm.case, ("concern", None, concern)) for concern in firm.concerns]
    said = [_talk(item, cases) for item in soon if not item.hidden]
    yield Listing("talk", "talk", _TALK, (*warned, *said, *open_jobs, *concerns))
    kept = tuple(_talk(item, cases) for item in soon if item.hidden)
    yield Listing("not_there", "not_there", _TALK, kept)
    there = sorted(
        (
            (person, placement)
            for person in cases.people.values()
            for placement in person.placements
            if placement.employer == firm.id and period.meets(placement.from_, placement.last)
        ),
        key=lambda pair: (pair[1].from_, pair[0].id),
    )
    jobs = tuple(_job(person, placement, firm, cases, period.until) for person, placement in there)
    yield Listing("jobs", "jobs", _JOBS, jobs)
    yield Listing(
        "agreements", "agreements_list", _AGREEMENTS, tuple(_agreed(firm, cases, period.until))
    )
    with_aid = tuple(_aid(person, one, cases, period.until) for person, one in there if one.aid)
    yield Listing("aids", "aids_list", _AIDS, with_aid)


def _talk(item: Item, cases: Cases) -> Row:
    return Row(item.case.case, (item.found.kind, item.found.target, _about(item, cases)))


def _about(item: Item, cases: Cases) -> str | None:
    """What an item is about, in the file's own words: the job, the aid, the step."""
    facts = item.found.facts
    firm = cases.employers[item.employer]
    if item.found.kind == "step":
        return str(facts["do"]) if facts.get("do") else None
    if item.found.kind == "aid-end":
        return str(facts["aid"]) if facts.get("aid") else None
    job = firm.job(str(facts["job"])) if facts.get("job") else None
    title = (job.title if job else None) or facts.get("title") or facts.get("job")
    return str(title) if title else None


def _mark(person: Person, placement: Placement, cases: Cases, until: date) -> str | None:
    """A no said of this placement, or one that holds now whatever is said of it."""
    if not person.may_know(placement):
        return HIDDEN
    return _mark_of_case(person, placement.employer or "", cases, until)


def _mark_of_case(case: Person | Employer, employer: str, cases: Cases, until: date) -> str | None:
    if isinstance(case, Employer) or employer_may_know(Known(case, cases, until), employer):
        return None
    return HIDDEN


def _job(person: Person, placement: Placement, firm: Employer, cases: Cases, until: date) -> Row:
    over = placement.last is not None and placement.last <= until
    last = placement.last if over and placement.last else until
    job = firm.job(placement.job)
    values: tuple[Value, ...] = (
        placement.title or (job.title if job else None) or placement.job,
        placement.contract,
        placement.from_,
        placement.until,
        placement.ended if over else None,
        (last - placement.from_).days + 1,
        placement.why if over else None,
        placement.hours,
        placement.pay,
        _mark(person, placement, cases, until),
    )
    return Row(person.case, values)


def _agreed(firm: Employer, cases: Cases, until: date) -> Iterator[Row]:
    files: list[Person | Employer] = [firm, *cases.people.values()]
    for file in files:
        default = file.id if isinstance(file, Employer) else PERSON
        for agreed in file.agreements:
            if firm.id in agreed.parties(default) and agreement_in_force(agreed, until):
                mark = _mark_of_case(file, firm.id, cases, until)
                yield Row(file.case, (agreed.kind, agreed.on, agreed.review, agreed.until, mark))


def _aid(person: Person, placement: Placement, cases: Cases, until: date) -> Row:
    assert placement.aid is not None
    mark = _mark(person, placement, cases, until)
    values = (placement.aid.kind, placement.aid.until, placement.from_, mark)
    return Row(person.case, values)
