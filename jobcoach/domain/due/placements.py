"""Placements: a contract or an aid that ends, a check-in after months in the job, a limit's clock."""

from collections.abc import Iterator

from jobcoach.domain.clocks import running_clock
from jobcoach.domain.due.item import Found
from jobcoach.domain.durations import after, before, plus_days
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import CHAIN_DAYS, Known, jobs_of, reached
from jobcoach.domain.people import Placement

LAST_CALL_DAYS = 7
"""So many days before a contract ends its line comes back, whatever was said."""

REVIEWED_DAYS = 30
"""Past a limit, a plan review keeps its line away so long."""


def contract_end(case: Known) -> Iterator[Found]:
    """Ahead of a planned end: time to negotiate what follows.

    Silent from a contact with the employer on or after the due day, back a week before the end while
    no end is recorded; gone once a placement that follows is recorded.
    """
    for index, placement in case.under_way:
        if placement.until is None or reached(placement.ended, case.day):
            continue
        if any(_follows(other, placement) for other in case.person.placements):
            continue
        due = max(before(placement.until, case.settings.lead("contract-end")), placement.from_)
        party = case.other_side(placement)
        last_call = plus_days(placement.until, -LAST_CALL_DAYS)
        if case.day < last_call:
            quiet = case.contact_since(party, due)
        else:
            quiet = placement.ended is not None
        if quiet:
            continue
        yield Found(
            kind="contract-end",
            due=due,
            deadline=placement.until,
            ref=f"placements[{index}]",
            with_=party,
            facts={
                "employer": placement.employer or placement.firm,
                "contract": placement.contract,
            },
        )


def _follows(other: Placement, placement: Placement) -> bool:
    """Whether *other* takes up where *placement* is planned to end, with whatever employer.

    One that is over before that day, as an internship inside the contract, leaves it as it was.
    """
    assert placement.until is not None
    end = other.ended or other.until
    if end is not None and end < placement.until:
        return False
    if other.from_ <= placement.from_ or other.from_ > plus_days(placement.until, CHAIN_DAYS):
        return False
    same = (other.employer, other.firm) == (placement.employer, placement.firm)
    return same or other.from_ > placement.until


def aid_end(case: Known) -> Iterator[Found]:
    """Ahead of the end of a hiring aid."""
    for index, placement in case.under_way:
        if placement.aid is not None and placement.aid.until is not None:
            yield Found(
                kind="aid-end",
                due=before(placement.aid.until, case.settings.lead("aid-end")),
                deadline=placement.aid.until,
                ref=f"placements[{index}].aid",
                with_=case.other_side(placement),
                facts={
                    "employer": placement.employer or placement.firm,
                    "aid": placement.aid.kind,
                },
            )


def check_in(case: Known) -> Iterator[Found]:
    """After 6 and 12 months in a paid job, until a contact with the person on or after that day.

    The later one only when both are due. A closed case too, unless the person wants none.
    """
    if case.final and case.person.after_closing is False:
        return
    for job in jobs_of((i, p) for i, p in case.placements if p.paid):
        if not job.under_way(case.day):
            continue
        dates = [(after(job.start, length), length) for length in case.settings.check_ins]
        owed = sorted(
            (entry for entry in dates if not case.contact_since(PERSON, entry[0])),
            key=lambda entry: entry[0],
        )
        overdue = [entry for entry in owed if entry[0] <= case.day]
        coming = [entry for entry in owed if entry[0] > case.day]
        for due, length in overdue[-1:] + coming:
            yield Found(
                kind="check-in",
                due=due,
                ref=f"placements[{job.first_index}]",
                with_=PERSON,
                facts={
                    "start": job.start,
                    "length": length,
                    "employer": job.placements[-1][1].employer or job.placements[-1][1].firm,
                },
            )


def limit(case: Known) -> Iterator[Found]:
    """A nudge before a stage's clock runs out; a plan review quiets it."""
    clock = running_clock(case, case.settings.lead("limit"))
    if clock is None or case.current is None:
        return
    reviews = [
        r.on for r in case.person.reviews if r.kind == "plan" and clock.due <= r.on <= case.day
    ]
    if case.day <= clock.end:
        quiet = bool(reviews)
    else:
        quiet = any(case.day < plus_days(on, REVIEWED_DAYS) for on in reviews)
    if not quiet:
        yield Found(
            kind="limit",
            due=clock.due,
            deadline=clock.end,
            ref=f"stages[{case.current.index}]",
            facts={"length": clock.length, "stage": case.current.entry.stage},
        )
