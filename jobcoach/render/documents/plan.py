"""The individual plan: what it shows, made of texts only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.fields import COACH, PERSON
from jobcoach.domain.known import Known, reached
from jobcoach.domain.people import Constraint, Placement, Step
from jobcoach.render import words
from jobcoach.render.documents.frame import (
    Commitment,
    ConsentView,
    Paper,
    SignatureView,
    View,
    coach_name,
    coach_reached,
    consents,
    frame,
    raised,
    who,
)
from jobcoach.render.due_screen import stage_name
from jobcoach.render.person_screen import job_name

if TYPE_CHECKING:
    from jobcoach.domain.audience import Copy
    from jobcoach.domain.people import Experience, Plan
    from jobcoach.render.catalogue import Texts


class StepView(msgspec.Struct, frozen=True):
    """A step: what, who, by when, and when it was done (empty: still open)."""

    what: str
    who: str
    by: str
    done: str
    mine: bool = False


class GoalView(msgspec.Struct, frozen=True):
    """A goal with the person's own words, how one will know, the steps and the support."""

    goal: str
    words: str
    measure: str
    support: tuple[str, ...]
    steps: tuple[StepView, ...]


class RespectView(msgspec.Struct, frozen=True):
    """What work must respect, until when (empty: for good), and whether it stays between the two."""

    what: str
    until: str
    confidential: bool


class RiskView(msgspec.Struct, frozen=True):
    """A risk taken knowingly, what was agreed about it, whom to call."""

    what: str
    agreed: str
    call: str


class WorkView(msgspec.Struct, frozen=True):
    """Work that runs: what, where, since when."""

    title: str
    firm: str
    since: str


class ExperienceView(msgspec.Struct, frozen=True):
    """A piece of experience: the work and the place, and the years (empty: unknown)."""

    what: str
    years: str


class PlanView(View, frozen=True, kw_only=True):
    """The individual plan; what the reader may not know is empty."""

    person: str
    reached: tuple[str, ...]
    coach: str
    coach_reached: tuple[str, ...]
    stage: str
    work: tuple[WorkView, ...]
    situation: tuple[str, ...]
    path: tuple[str, ...]
    wishes: tuple[str, ...]
    words: tuple[str, ...]
    strengths: tuple[str, ...]
    experience: tuple[ExperienceView, ...]
    helps: tuple[str, ...]
    respects: tuple[RespectView, ...]
    risks: tuple[RiskView, ...]
    signs: tuple[str, ...]
    goals: tuple[GoalView, ...]
    commitments: tuple[Commitment, ...]
    supports: tuple[str, ...]
    copies: tuple[str, ...]
    consents: tuple[ConsentView, ...]
    employer_may_know: bool
    plan_on: str
    reviewed: str
    since_done: tuple[str, ...]
    since: tuple[str, ...]
    review: str
    review_passed: bool
    confidential: bool
    unsigned: bool
    changed_since: str
    signatures: tuple[SignatureView, ...]


def view(copy: Copy, paper: Paper) -> PlanView:
    """Return the plan as its reader may see it: the person's own copy holds all that is theirs."""
    known, t = copy.known, paper.t
    person, plan = known.person, known.person.plan
    goals = plan.goals if plan else ()
    reviewed = _last_review(known)
    since = reviewed or (plan.on if plan else None)
    return PlanView(
        **frame(copy, paper, t("My plan")),
        person=person.name,
        reached=() if copy.own else reached_at(known),
        coach=coach_name(known),
        coach_reached=coach_reached(known),
        stage=stage_name(known, t) if known.current else "",
        work=tuple(work_view(p, known, t) for _, p in known.under_way),
        situation=() if copy.own else situation(known, t),
        path=() if copy.own else tuple(_path(known, paper)),
        wishes=person.wishes,
        words=tuple(goal.words for goal in goals if goal.words),
        strengths=(*person.strengths, *person.skills),
        experience=tuple(experience_view(one) for one in person.experience),
        helps=tuple(dict.fromkeys(s for goal in goals for s in goal.support)),
        respects=respects(person.constraints or (), t),
        risks=tuple(
            RiskView(risk.what, risk.agreed or "", who(risk.call, known, t) if risk.call else "")
            for risk in (plan.risks if plan else ())
        ),
        signs=plan.signs if plan else (),
        goals=tuple(
            GoalView(
                goal=goal.goal or "",
                words=goal.words or "",
                measure=goal.measure or "",
                support=goal.support,
                steps=tuple(_step(step, known, t) for step in goal.steps),
            )
            for goal in goals
        ),
        commitments=commitments(known, t, copy.own),
        supports=_supports(known) if copy.own else (),
        copies=tuple(who(holder, known, t) for holder in (plan.copies if plan else ())),
        consents=consents(known, paper),
        employer_may_know=person.employer_may_know is not False,
        plan_on=t.day(plan.on) if plan and plan.on else "",
        reviewed=t.day(reviewed) if reviewed else "",
        since_done=_done_since(known, since) if copy.own else (),
        since=tuple(_since(known, since, paper)) if copy.own else (),
        review=t.day(plan.review) if plan and plan.review else "",
        review_passed=bool(plan and plan.review and plan.review < known.day),
        confidential=any(constraint.confidential for constraint in person.constraints or ()),
        unsigned=copy.unsigned and copy.shows("plan"),
        changed_since=t.day(copy.changed_since)
        if copy.changed_since and copy.shows("plan")
        else "",
        signatures=_signatures(plan, known, t) if copy.own else (),
    )


def respects(constraints: tuple[Constraint, ...], t: Texts) -> tuple[RespectView, ...]:
    """Return what work must respect."""
    return tuple(
        RespectView(
            constraint.what,
            t.day(constraint.until) if constraint.until else "",
            constraint.confidential is True,
        )
        for constraint in constraints
    )


def experience_view(experience: Experience) -> ExperienceView:
    """Return a piece of experience; the years as 2009–2014, or one of them."""
    work = ", ".join(part for part in (experience.title, experience.employer) if part)
    years = dict.fromkeys(day.year for day in (experience.from_, experience.until) if day)
    return ExperienceView(work, "–".join(map(str, years)))


def situation(known: Known, t: Texts) -> tuple[str, ...]:
    """Return the situation on the labour market, and since when without work."""
    since = known.person.without_work_since
    if "working" in known.person.situation:
        since = None  # it tells when the search began, which is over
    lines = [t(words.SITUATION.get(one, one)) for one in known.person.situation]
    return (*lines, t("without work since {date}", date=t.day(since))) if since else tuple(lines)


def commitments(known: Known, t: Texts, own: bool = True) -> tuple[Commitment, ...]:
    """Return each side's open steps: the person's first, then the coach's, then the others'.

    In a copy for others (not *own*) a step without a name is somebody's who is not named there.
    """
    sides: dict[str, list[str]] = {}
    for goal in known.person.plan.goals if known.person.plan else ():
        for step in goal.steps:
            if step.do and not reached(step.done, known.day):
                sides.setdefault(_side(step.who, known), []).append(step.do)
    order = [PERSON, COACH, *(side for side in sides if side not in (PERSON, COACH))]
    return tuple(
        Commitment(raised(who(side, known, t) if side else t("to be agreed")), tuple(sides[side]))
        for side in order
        if side in sides and (side or own)
    )


def _side(who: str | None, known: Known) -> str:
    return COACH if who is not None and who == known.person.coach else who or ""


def reached_at(known: Known) -> tuple[str, ...]:
    """Return how to reach the person: phone, mail, place."""
    person = known.person
    return tuple(part for part in (person.phone, person.email, person.place) if part)


def work_view(placement: Placement, known: Known, t: Texts) -> WorkView:
    """Return a placement: the work, the firm, since when."""
    employer = known.cases.employers.get(placement.employer or "")
    job = employer.job(placement.job) if employer else None
    return WorkView(
        (job.title if job else None) or placement.title or placement.job or "",
        employer.name if employer else placement.firm or placement.employer or "",
        t.day(placement.from_),
    )


def _path(known: Known, paper: Paper) -> Iterator[str]:
    """The road so far: stages, then work, each with its day."""
    t = paper.t
    for step in known.steps:
        name = t.name(step.stage.name if step.stage else {}, step.entry.stage)
        yield t("{stage}, since {date}", stage=name, date=t.day(step.entry.on))
    for _, placement in known.placements:
        yield placement_years(placement, known, paper)


def contract_word(contract: str | None, paper: Paper) -> str:
    """Return the kind of contract in the trade's words, or in everyday ones where it is to be easy."""
    table = words.CONTRACT_IN_FULL if paper.style == "easy" else words.CONTRACT
    return paper.t.word(table, contract) if contract else ""


def placement_years(placement: Placement, known: Known, paper: Paper) -> str:
    """Return a job with its contract, from when to when."""
    job, t = job_name(placement, known), paper.t
    # One idea a line where it is to be easy.
    contract = "" if paper.style == "easy" else contract_word(placement.contract, paper)
    what = ", ".join(part for part in ("" if job == "…" else job, contract) if part)
    start, end = t.day(placement.from_), placement.ended
    if reached(end, known.day):
        assert end is not None
        return t("{job}, from {start} to {end}", job=what, start=start, end=t.day(end))
    return t("{job}, since {date}", job=what, date=start)


def _step(step: Step, known: Known, t: Texts) -> StepView:
    return StepView(
        what=step.do or "",
        who=who(step.who, known, t) if step.who else "",
        by=t.day(step.by) if step.by else "",
        done=t.day(step.done) if step.done and reached(step.done, known.day) else "",
        mine=step.who == PERSON,
    )


def _supports(known: Known) -> tuple[str, ...]:
    found: list[str] = []
    for _, placement in known.under_way:
        found += [name for name in (placement.tutor, *placement.natural_supports) if name]
    found += [relative.name or relative.id for relative in known.person.circle]
    return tuple(dict.fromkeys(found))


def _last_review(known: Known) -> date | None:
    held = [r.on for r in known.person.reviews if r.kind == "plan" and r.on <= known.day]
    return max(held, default=None)


def _done_since(known: Known, day: date | None) -> tuple[str, ...]:
    """The steps done since the last review, or since the plan was made."""
    goals = known.person.plan.goals if known.person.plan else ()
    return tuple(
        step.do or "…"
        for goal in goals
        for step in goal.steps
        if day is not None and step.done and day < step.done <= known.day
    )


def _since(known: Known, day: date | None, paper: Paper) -> Iterator[str]:
    """What else has changed since the last review, or since the plan was made: stages, work."""
    t = paper.t
    if day is None:
        return
    for stage in known.steps:
        if stage.entry.on > day:
            name = t.name(stage.stage.name if stage.stage else {}, stage.entry.stage)
            yield t("{stage}, since {date}", stage=name, date=t.day(stage.entry.on))
    for _, placement in known.placements:
        if placement.from_ > day or (placement.ended and day < placement.ended <= known.day):
            yield placement_years(placement, known, paper)


def _signatures(plan: Plan | None, known: Known, t: Texts) -> tuple[SignatureView, ...]:
    signed = plan.signed if plan else {}

    def on(party: str) -> str:
        return t.day(signed[party]) if party in signed else ""

    return (
        SignatureView(known.person.name, t("person accompanied"), on(PERSON)),
        SignatureView(coach_name(known), t("job coach"), on(COACH)),
        *(
            SignatureView(who(party, known, t), "", on(party))
            for party in signed
            if party not in (PERSON, COACH)
        ),
    )
