"""The closing review: what was reached, and how each side finds the coach again later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.fields import COACH, PERSON
from jobcoach.domain.known import reached
from jobcoach.render.documents.frame import (
    Paper,
    SignatureView,
    View,
    coach_name,
    coach_reached,
    frame,
)
from jobcoach.render.documents.plan import placement_years

if TYPE_CHECKING:
    from jobcoach.domain.audience import Copy
    from jobcoach.domain.known import Known
    from jobcoach.render.catalogue import Texts


class ReachedView(msgspec.Struct, frozen=True):
    """A goal with what was done for it and what was not."""

    goal: str
    measure: str
    done: tuple[str, ...]
    left: tuple[str, ...]


class ClosingView(View, frozen=True, kw_only=True):
    """What was reached together, in the words of each, and how to come back."""

    person: str
    coach: str
    coach_reached: tuple[str, ...]
    since: str
    closed: str
    goals: tuple[ReachedView, ...]
    jobs: tuple[str, ...]
    said_by_person: tuple[str, ...]
    said_by_coach: tuple[str, ...]
    supports: tuple[str, ...]
    check_ins: tuple[str, ...]
    signatures: tuple[SignatureView, ...]


def view(copy: Copy, paper: Paper) -> ClosingView:
    """Return the review: for the person all of it, for an employer its own part."""
    known, t = copy.known, paper.t
    person, own = known.person, copy.own
    final = known.current if known.final else None
    placements = [p for _, p in known.placements] if own else copy.jobs
    return ClosingView(
        **frame(copy, paper, t("Looking back together") if own else t("The follow-up ends")),
        person=person.name,
        coach=coach_name(known),
        coach_reached=coach_reached(known),
        since=t.day(known.steps[0].entry.on) if own and known.steps else "",
        closed=t.day(final.entry.on) if final else "",
        goals=tuple(_reached(known)) if own else (),
        jobs=tuple(placement_years(placement, known, paper) for placement in placements),
        said_by_person=_said(known, {PERSON}) if own else (),
        said_by_coach=_said(known, {COACH, *(c.id for c in known.settings.coaches)}) if own else (),
        supports=tuple(
            dict.fromkeys(
                name
                for _, placement in known.under_way
                for name in (placement.tutor, *placement.natural_supports)
                if name
            )
        )
        if own
        else (),
        check_ins=_check_ins(known, t) if own else (),
        signatures=(
            SignatureView(person.name, t("person accompanied")),
            SignatureView(coach_name(known), t("job coach")),
        )
        if own
        else (),
    )


def _reached(known: Known) -> Iterator[ReachedView]:
    for goal in known.person.plan.goals if known.person.plan else ():
        done = [step.do for step in goal.steps if step.do and reached(step.done, known.day)]
        left = [step.do for step in goal.steps if step.do and not reached(step.done, known.day)]
        yield ReachedView(goal.goal or "", goal.measure or "", tuple(done), tuple(left))


def _said(known: Known, by: set[str]) -> tuple[str, ...]:
    """The words of closing reviews, since the case was last closed or opened."""
    return tuple(
        review.note
        for review in known.person.reviews
        if review.kind == "closing" and review.by in by and review.note and review.on <= known.day
    )


def _check_ins(known: Known, t: Texts) -> tuple[str, ...]:
    """After how long in the job the coach will ask for news; nothing where the person wants none."""
    if known.person.after_closing is False or not any(p.paid for _, p in known.under_way):
        return ()
    return tuple(t.duration(length) for length in known.settings.check_ins)
