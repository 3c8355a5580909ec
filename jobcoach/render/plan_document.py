"""The individual plan, the person's own copy: what it shows, made of texts only."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.fields import COACH, PERSON
from jobcoach.domain.known import Known, reached
from jobcoach.domain.people import Step
from jobcoach.render.documents import ConsentView, View, consents, frame, who
from jobcoach.render.due_screen import stage_name
from jobcoach.render.person_screen import job_name

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts


class StepView(msgspec.Struct, frozen=True):
    """A step: what, who, by when, and when it was done (empty: still open)."""

    what: str
    who: str
    by: str
    done: str


class GoalView(msgspec.Struct, frozen=True):
    """A goal with the person's own words, how one will know, the steps and the support."""

    goal: str
    words: str
    measure: str
    support: tuple[str, ...]
    steps: tuple[StepView, ...]


class Commitment(msgspec.Struct, frozen=True):
    """What one side still has to do."""

    side: str
    does: tuple[str, ...]


class SignatureView(msgspec.Struct, frozen=True):
    """A line to sign: name and role; the date where it is signed already."""

    name: str
    role: str
    on: str


class PlanView(View, frozen=True, kw_only=True):
    """The individual plan, the person's own copy."""

    person: str
    coach: str
    coach_reached: str
    stage: str
    place: str
    job: str
    wishes: tuple[str, ...]
    words: tuple[str, ...]
    strengths: tuple[str, ...]
    helps: tuple[str, ...]
    respects: tuple[str, ...]
    risks: tuple[tuple[str, str, str], ...]
    signs: tuple[str, ...]
    goals: tuple[GoalView, ...]
    commitments: tuple[Commitment, ...]
    supports: tuple[str, ...]
    copies: tuple[str, ...]
    consents: tuple[ConsentView, ...]
    employer_may_know: bool
    plan_on: str
    reviewed: str
    review: str
    review_passed: bool
    confidential: bool
    unsigned: bool
    signatures: tuple[SignatureView, ...]


def plan_view(known: Known, t: Texts, style: str) -> PlanView:
    """Return the person's own copy of the plan: everything that is theirs, confidential or not."""
    person, plan = known.person, known.person.plan
    coach = known.settings.coach(person.coach)
    goals = tuple(
        GoalView(
            goal=goal.goal or "",
            words=goal.words or "",
            measure=goal.measure or "",
            support=goal.support,
            steps=tuple(_step(step, known, t) for step in goal.steps),
        )
        for goal in (plan.goals if plan else ())
    )
    reviews = [
        review.on for review in person.reviews if review.kind == "plan" and review.on <= known.day
    ]
    return PlanView(
        **frame(known, t, t("My plan"), person.name, style),
        person=person.name,
        coach=(coach.name or coach.id) if coach else "",
        coach_reached=" · ".join(p for p in (coach.phone, coach.email) if p) if coach else "",
        stage=stage_name(known, t) if known.current else "",
        place=person.place or "",
        job=", ".join(
            t("{job}, since {date}", job=job_name(p, known), date=t.day(p.from_))
            for _, p in known.under_way
        ),
        wishes=person.wishes,
        words=tuple(goal.words for goal in (plan.goals if plan else ()) if goal.words),
        strengths=(*person.strengths, *person.skills),
        helps=tuple(
            dict.fromkeys(s for goal in (plan.goals if plan else ()) for s in goal.support)
        ),
        respects=tuple(
            _constraint(c.what, c.until, c.confidential, t) for c in person.constraints or ()
        ),
        risks=tuple(
            (risk.what, risk.agreed or "", who(risk.call, known, t) if risk.call else "")
            for risk in (plan.risks if plan else ())
        ),
        signs=plan.signs if plan else (),
        goals=goals,
        commitments=_commitments(known, t),
        supports=_supports(known),
        copies=tuple(who(holder, known, t) for holder in (plan.copies if plan else ())),
        consents=consents(known, t),
        employer_may_know=person.employer_may_know is not False,
        plan_on=t.day(plan.on) if plan and plan.on else "",
        reviewed=t.day(max(reviews)) if reviews else "",
        review=t.day(plan.review) if plan and plan.review else "",
        review_passed=bool(plan and plan.review and plan.review < known.day),
        confidential=any(constraint.confidential for constraint in person.constraints or ()),
        unsigned=not (plan and PERSON in plan.signed),
        signatures=_signatures(known, t),
    )


def _constraint(what: str, until: date | None, confidential: bool | None, t: Texts) -> str:
    parts = [what]
    if until:
        parts.append(t("until {date}", date=t.day(until)))
    if confidential:
        parts.append(t("stays between us"))
    return " – ".join(parts)


def _step(step: Step, known: Known, t: Texts) -> StepView:
    return StepView(
        what=step.do or "",
        who=who(step.who, known, t) if step.who else "",
        by=t.day(step.by) if step.by else "",
        done=t.day(step.done) if step.done and reached(step.done, known.day) else "",
    )


def _commitments(known: Known, t: Texts) -> tuple[Commitment, ...]:
    """Each side's open steps: the person's first, then the coach's, then the others'."""
    sides: dict[str, list[str]] = {}
    for goal in known.person.plan.goals if known.person.plan else ():
        for step in goal.steps:
            if step.do and not reached(step.done, known.day):
                sides.setdefault(_side(step.who, known), []).append(step.do)
    order = [PERSON, COACH, *(side for side in sides if side not in (PERSON, COACH))]
    return tuple(
        Commitment(_raised(who(side, known, t) if side else t("to be agreed")), tuple(sides[side]))
        for side in order
        if side in sides
    )


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _side(who: str | None, known: Known) -> str:
    return COACH if who is not None and who == known.person.coach else who or ""


def _supports(known: Known) -> tuple[str, ...]:
    found: list[str] = []
    for _, placement in known.under_way:
        found += [name for name in (placement.tutor, *placement.natural_supports) if name]
    found += [relative.name or relative.id for relative in known.person.circle]
    return tuple(dict.fromkeys(found))


def _signatures(known: Known, t: Texts) -> tuple[SignatureView, ...]:
    plan, coach = known.person.plan, known.settings.coach(known.person.coach)
    signed = plan.signed if plan else {}
    lines = [
        SignatureView(known.person.name, t("person accompanied"), _signed(signed, PERSON, t)),
        SignatureView(
            (coach.name or coach.id) if coach else "", t("job coach"), _signed(signed, COACH, t)
        ),
    ]
    for party in signed:
        if party not in (PERSON, COACH):
            lines.append(SignatureView(who(party, known, t), "", _signed(signed, party, t)))
    return tuple(lines)


def _signed(signed: dict[str, date], party: str, t: Texts) -> str:
    return t.day(signed[party]) if party in signed else ""
