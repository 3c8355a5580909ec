"""Who fits where, with reasons instead of scores (domain.md, "Matching").

``RULES`` lists the kinds of reason, one small function each. A pair gives the same reasons whether one asks
for a person's jobs or for a job's persons; who is asked about at all is for ``candidates``.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.known import Known
from jobcoach.domain.matching.candidates import (
    LeftOut,
    Note,
    notes_on_pair,
    openings,
    persons_asked,
    waiting_since,
    why_left_out,
)
from jobcoach.domain.matching.constraints import car, constraints, languages
from jobcoach.domain.matching.demands import stated_only, stated_unchecked
from jobcoach.domain.matching.fits import (
    experience,
    needed_unseen,
    skills,
    strengths,
    unwished,
    wishes,
)
from jobcoach.domain.matching.hours import hours_as_wished
from jobcoach.domain.matching.pair import Opening, Pair
from jobcoach.domain.matching.quality import aids, below_scale, poor
from jobcoach.domain.matching.reason import SIDES, Reason

RULES: tuple[Callable[[Pair], Iterator[Reason]], ...] = (
    wishes,
    strengths,
    skills,
    experience,
    constraints,
    languages,
    car,
    needed_unseen,
    stated_unchecked,
    below_scale,
    poor,
    hours_as_wished,
    unwished,
    stated_only,
    aids,
)


class Match(msgspec.Struct, frozen=True):
    """A person and a job, with all that is to be said about the two."""

    known: Known
    opening: Opening
    reasons: tuple[Reason, ...]
    notes: tuple[Note, ...]

    def of(self, side: str) -> tuple[Reason, ...]:
        """The reasons of one side."""
        return tuple(reason for reason in self.reasons if reason.side == side)

    @property
    def conflict(self) -> bool:
        """Whether a constraint speaks against it."""
        return any(reason.side == "against" for reason in self.reasons)


class Matches(msgspec.Struct, frozen=True):
    """What was found, the most promising first, and who or what was left out and why."""

    found: tuple[Match, ...]
    left_out: tuple[LeftOut, ...]


def reasons(pair: Pair) -> tuple[Reason, ...]:
    """Return all that is to be said about a pair: what speaks for it first, hiring aids last."""
    found = [reason for rule in RULES for reason in rule(pair)]
    return tuple(sorted(found, key=lambda reason: SIDES.index(reason.side)))


def match(known: Known, opening: Opening) -> Match:
    """Return a person and a job with what is to be said about the two."""
    return Match(known, opening, reasons(Pair(known, opening)), notes_on_pair(known, opening))


def jobs_for(known: Known, again: bool = False) -> Matches:
    """Return the open jobs for a person.

    Without conflict before with; then by how many reasons speak for it, constraints that fit among them; then
    the newest job first. With *again* also jobs where they were refused or which they declined.
    """
    found, left_out = _sorted_out(
        [(known, opening) for opening in openings(known.cases, known.day)], again
    )
    found.sort(key=lambda m: (m.conflict, -_spoken_for(m), _newest(m), m.opening.name))
    return Matches(tuple(found), left_out)


def persons_for(opening: Opening, cases: Cases, day: date, again: bool = False) -> Matches:
    """Return the persons for a job: those in a stage that is not final.

    Without conflict before with; then by how much they bring or wish that the job is about. A constraint that
    fits does not count here: having more of them brings nobody forward. Then whoever waits longest first.
    """
    asked = list(persons_asked(cases, day))
    found, left_out = _sorted_out([(known, opening) for known in asked], again, available=True)
    found.sort(key=lambda m: (m.conflict, -_merits(m), _waiting(m.known), m.known.person.id))
    return Matches(tuple(found), left_out)


def _sorted_out(
    pairs: Iterable[tuple[Known, Opening]], again: bool, available: bool = False
) -> tuple[list[Match], tuple[LeftOut, ...]]:
    found: list[Match] = []
    left_out: list[LeftOut] = []
    for known, opening in pairs:
        why = why_left_out(known, opening, again, available)
        if why is None:
            found.append(match(known, opening))
        else:
            left_out.append(LeftOut(known, opening, why))
    left_out.sort(key=lambda out: (out.known.person.id, out.opening.name))
    return found, tuple(left_out)


def _spoken_for(found: Match) -> int:
    # What nobody may read here does not count either: the order must follow from what is printed.
    return sum(reason.side == "for" and not reason.confidential for reason in found.reasons)


def _merits(found: Match) -> int:
    return sum(reason.side == "for" and reason.merit for reason in found.reasons)


def _newest(found: Match) -> int:
    return -(found.opening.job.open or date.min).toordinal()


def _waiting(known: Known) -> date:
    return waiting_since(known) or date.max
