"""Placements: a job begins, is renewed, made permanent, ends."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from jobcoach.domain.durations import plus_days
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.people import Person, Placement
from jobcoach.domain.recording.entries import one_of, with_changed
from jobcoach.errors import Refused


def started(person: Person, placement: Placement) -> Person:
    """Return the case with one more placement; raises Refused where one there begins on the same day."""
    same = (placement.employer, placement.firm, placement.from_)
    if any((p.employer, p.firm, p.from_) == same for p in person.placements):
        raise Refused("placement-there", on=placement.from_, case=person.id)
    before = _stepping_stone_before(person, placement)
    if before is not None:
        eve = plus_days(placement.from_, -1)
        planned = person.placements[before].until
        person = ended(person, before, min(planned or eve, eve), "end-of-contract")
    return replace(person, placements=(*person.placements, placement))


def _stepping_stone_before(person: Person, placement: Placement) -> int | None:
    """The trial or internship there that a contract takes the place of: nobody has to end it by hand."""
    for place, entry in enumerate(person.placements):
        same = (entry.employer, entry.firm) == (placement.employer, placement.firm)
        runs = entry.ended is None and entry.from_ < placement.from_
        if same and runs and placement.paid and not entry.paid:
            return place
    return None


def placement_meant(person: Person, wanted: str | None, day: date, names: Mapping[str, str]) -> int:
    """Return the place of the placement meant: by employer, else the only one not ended by *day*.

    One whose end is recorded ahead gives way to the one that follows it. *names* are employers' names by
    id. Raises NotFound or SeveralFound, which lists them.
    """
    found = [
        (place, entry)
        for place, entry in enumerate(person.placements)
        if (entry.ended is None or entry.ended >= day) and _fits(entry, wanted, names)
    ]
    running = [(place, entry) for place, entry in found if entry.ended is None] or found
    told = [
        (place, f"{entry.employer or entry.firm}  {entry.job or entry.title or ''}  {entry.from_}")
        for place, entry in running
    ]
    return one_of(told, "placement", wanted or "")


def _fits(entry: Placement, wanted: str | None, names: Mapping[str, str]) -> bool:
    if wanted is None or wanted in (entry.employer, entry.firm, entry.from_.isoformat()):
        return True
    wanted = wanted.partition("/")[0]
    name = names.get(entry.employer, "") if entry.employer else entry.firm or ""
    return folded(wanted) in folded(name) or bool(
        entry.employer and entry.employer.startswith(wanted)
    )


def ended(person: Person, place: int, day: date, why: str | None) -> Person:
    """Return the case with a placement ended on *day*, its last."""
    return replace(person, placements=with_changed(person.placements, place, ended=day, why=why))


def followed(person: Person, place: int, on: date, why: str, **changed: object) -> Person:
    """Return the case with a placement that ends the day before *on*, and the same job going on from then.

    *why* is ``renewed`` or ``converted``; *changed* are keys of the new placement that differ. Without a
    break: the two stay one job for every clock.
    """
    before = person.placements[place]
    if on <= before.from_:
        raise Refused("day-before-start", option="--from", on=on, start=before.from_)
    aid = (
        before.aid if before.aid and (before.aid.until is None or before.aid.until >= on) else None
    )
    after = replace(
        before,
        **{
            "from_": on,
            "until": None,
            "ended": None,
            "why": None,
            "already": None,
            "aid": aid,
            **changed,
        },
    )
    return started(ended(person, place, plus_days(on, -1), why), after)


def next_day(placement: Placement, day: date) -> date:
    """Return the day after a contract: after its planned end, else after *day*'s eve."""
    return plus_days(placement.until, 1) if placement.until else day
