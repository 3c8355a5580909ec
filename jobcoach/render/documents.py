"""What documents show: views made of texts only, in the document's language.

A template receives a view and nothing else: no record, no case, nothing the reader may not see.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.clocks import running_clock
from jobcoach.domain.due import Coming, due_for, follow_ups_due
from jobcoach.domain.fields import COACH, PERSON
from jobcoach.domain.known import Known, reached
from jobcoach.domain.needs import consent_in_force
from jobcoach.domain.people import Placement, Step
from jobcoach.render import words
from jobcoach.render.due_screen import stage_name
from jobcoach.render.follow_ups import Wording
from jobcoach.render.person_screen import contact_line, job_name, placement_line, step_line

if TYPE_CHECKING:
    from jobcoach.domain.employers import Employer
    from jobcoach.domain.settings import Coach
    from jobcoach.render.catalogue import Texts

CONTACTS_ON_SHEET = 6
"""So many last contacts stand on the sheet for a meeting."""

COMING_DAYS = 28
"""The sheet for a meeting looks four weeks ahead."""


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What every document says of itself."""

    title: str
    language: str
    style: str
    made_on: str
    reader: str
    organisation: str
    contact: str


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


class ConsentView(msgspec.Struct, frozen=True):
    """Who may know what, and until when (empty: no end agreed)."""

    to: str
    about: tuple[str, ...]
    until: str


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
    unsigned: bool
    signatures: tuple[SignatureView, ...]


def _frame(known: Known, t: Texts, title: str, reader: str, style: str) -> dict[str, str]:
    organisation = known.settings.organisation
    contact = [organisation.address, organisation.phone, organisation.email] if organisation else []
    return {
        "title": title,
        "language": t.language,
        "style": style,
        "made_on": t.day(known.day),
        "reader": reader,
        "organisation": (organisation.name or "") if organisation else "",
        "contact": " · ".join(part for part in contact if part),
    }


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
        **_frame(known, t, t("My plan"), person.name, style),
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
            (risk.what, risk.agreed or "", _who(risk.call, known, t) if risk.call else "")
            for risk in (plan.risks if plan else ())
        ),
        signs=plan.signs if plan else (),
        goals=goals,
        commitments=_commitments(known, t),
        supports=_supports(known),
        copies=tuple(_who(holder, known, t) for holder in (plan.copies if plan else ())),
        consents=_consents(known, t),
        employer_may_know=person.employer_may_know is not False,
        plan_on=t.day(plan.on) if plan and plan.on else "",
        reviewed=t.day(max(reviews)) if reviews else "",
        review=t.day(plan.review) if plan and plan.review else "",
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


def _who(party: str, known: Known, t: Texts) -> str:
    """Return who somebody is, as the person reads it."""
    if party == PERSON:
        return t("me")
    if party == COACH:
        coach = known.settings.coach(known.person.coach)
        return (coach.name or coach.id) if coach else t("my coach")
    if party in words.PARTY:
        return t.word(words.PARTY, party)
    return known.cases.name_of(known.person, party)


def _step(step: Step, known: Known, t: Texts) -> StepView:
    return StepView(
        what=step.do or "",
        who=_who(step.who, known, t) if step.who else "",
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
        Commitment(_raised(_who(side, known, t) if side else t("to be agreed")), tuple(sides[side]))
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


def _consents(known: Known, t: Texts) -> tuple[ConsentView, ...]:
    return tuple(
        ConsentView(
            to=_who(consent.to, known, t),
            about=tuple(t.word(words.ABOUT, about) for about in consent.about),
            until=t.day(consent.until) if consent.until else "",
        )
        for consent in known.person.consents
        if consent_in_force(consent, known.day)
    )


def _signatures(known: Known, t: Texts) -> tuple[SignatureView, ...]:
    plan, coach = known.person.plan, known.settings.coach(known.person.coach)
    signed = plan.signed if plan else {}
    lines = [
        SignatureView(known.person.name, t("person accompanied"), _signed(signed, PERSON, t)),
        SignatureView(
            (coach.name or coach.id) if coach else "", t("the coach"), _signed(signed, COACH, t)
        ),
    ]
    for party in signed:
        if party not in (PERSON, COACH):
            lines.append(SignatureView(_who(party, known, t), "", _signed(signed, party, t)))
    return tuple(lines)


def _signed(signed: dict[str, date], party: str, t: Texts) -> str:
    return t.day(signed[party]) if party in signed else ""


class DueView(msgspec.Struct, frozen=True):
    """A line of what is due: when, what, why; *late* is said in words too."""

    when: str
    what: str
    why: str
    late: bool


class EmployerView(msgspec.Struct, frozen=True):
    """The employer's side of a placement."""

    name: str
    placement: str
    may_know: bool
    people: tuple[str, ...]
    facts: tuple[str, ...]
    contacts: tuple[str, ...]


class MeetingView(View, frozen=True, kw_only=True):
    """The coach's own sheet for a meeting."""

    person: str
    reached: str
    prefers: str
    stage: str
    since: str
    coach: str
    employer_may_know: bool
    words: tuple[str, ...]
    said: tuple[str, ...]
    pause: str
    due: tuple[DueView, ...]
    promised: tuple[DueView, ...]
    contacts: tuple[str, ...]
    steps: tuple[str, ...]
    obstacles: tuple[str, ...]
    clocks: tuple[str, ...]
    applications: tuple[str, ...]
    employers: tuple[EmployerView, ...]
    consents: tuple[ConsentView, ...]


def meeting_view(known: Known, t: Texts, style: str) -> MeetingView:
    """Return the coach's sheet: the person's concerns first, then what is owed and what was said."""
    person = known.person
    coach = known.settings.coach(person.coach)
    items = _due(known, t)
    return MeetingView(
        **_frame(known, t, t("Meeting with {name}", name=person.name), _reader(coach, t), style),
        person=person.name,
        reached=" · ".join(part for part in (person.phone, person.email, person.place) if part),
        prefers=_prefers(known, t),
        stage=stage_name(known, t),
        since=t.day(known.current.entry.on) if known.current else "",
        coach=(coach.name or coach.id) if coach else "",
        employer_may_know=person.employer_may_know is not False,
        words=tuple(
            goal.words for goal in (person.plan.goals if person.plan else ()) if goal.words
        ),
        said=_said(known, t),
        pause=_pause(known, t),
        due=tuple(view for kind, view in items if kind != "promised"),
        promised=tuple(view for kind, view in items if kind == "promised"),
        contacts=tuple(
            contact_line(contact, known, t)
            for _, contact in known.journal.entries[: -CONTACTS_ON_SHEET - 1 : -1]
        ),
        steps=tuple(
            step_line(step.do, step.who, step.by, known, t)
            for goal in (person.plan.goals if person.plan else ())
            for step in goal.steps
            if not reached(step.done, known.day)
        ),
        obstacles=tuple(_obstacles(known, t)),
        clocks=tuple(_clocks(known, t)),
        applications=tuple(
            f"{job_name(a, known)} · "
            + (t.word(words.DECISION, a.decision) if a.decision else t("undecided"))
            for a in person.applications
            if a.open
        ),
        employers=tuple(_employer_side(known, t)),
        consents=_consents(known, t),
    )


def _reader(coach: Coach | None, t: Texts) -> str:
    return (coach.name or coach.id) if coach else t("the coach")


def _prefers(known: Known, t: Texts) -> str:
    prefers = known.person.prefers
    if prefers is None:
        return ""
    how = t.word(words.HOW, prefers.how) if prefers.how else ""
    return ", ".join(part for part in (how, prefers.where, prefers.when) if part)


def _said(known: Known, t: Texts) -> tuple[str, ...]:
    """What the person said of late: satisfaction, complaints; the newest first."""
    said = [
        review
        for review in known.person.reviews
        if review.by == PERSON and review.note and review.on <= known.day
    ]
    said.sort(key=lambda review: review.on, reverse=True)
    return tuple(
        t.labelled(
            f"{t.short_day(review.on, known.day)} · {t.word(words.REVIEW, review.kind)}",
            review.note or "",
        )
        for review in said[:3]
    )


def _pause(known: Known, t: Texts) -> str:
    for _, pause, end in known.pauses:
        if pause.from_ <= known.day and (end is None or known.day <= end):
            until = t("until {date}", date=t.day(end)) if end else t("without an end")
            return " – ".join(part for part in (until, pause.why) if part)
    return ""


def _due(known: Known, t: Texts) -> Iterable[tuple[str, DueView]]:
    everything: Coming = [(known.person, list(due_for(known.person, known.cases, known.day)))]
    by = date.fromordinal(min(known.day.toordinal() + COMING_DAYS, date.max.toordinal()))
    wording = Wording(known.cases, t, known.day)
    return [
        (
            item.kind,
            DueView(
                when=t.short_day(item.found.deadline or item.found.due, known.day),
                what=wording.subject(item),
                why=wording.why(item),
                late=item.late_days > 0,
            ),
        )
        for item in follow_ups_due(everything, known.day, by)
    ]


def _obstacles(known: Known, t: Texts) -> Iterable[str]:
    for obstacle in known.person.obstacles:
        if not reached(obstacle.solved, known.day):
            helper = known.cases.name_of(known.person, obstacle.helper) if obstacle.helper else ""
            check = (
                t("look again on {date}", date=t.short_day(obstacle.check, known.day))
                if obstacle.check
                else ""
            )
            yield " · ".join(part for part in (obstacle.what, helper, check) if part)


def _clocks(known: Known, t: Texts) -> Iterable[str]:
    clock = running_clock(known, known.settings.lead("limit"))
    if clock is not None:
        yield t(
            "{stage}: {length} at most, until {date}",
            stage=stage_name(known, t),
            length=t.duration(clock.length),
            date=t.day(clock.end),
        )
    for _, placement in known.under_way:
        if placement.until:
            yield t(
                "{job}: contract until {date}",
                job=job_name(placement, known),
                date=t.day(placement.until),
            )
        if placement.aid and placement.aid.until:
            yield t(
                "{aid}: until {date}",
                aid=placement.aid.kind or t("the aid"),
                date=t.day(placement.aid.until),
            )


def _employer_side(known: Known, t: Texts) -> Iterable[EmployerView]:
    for _, placement in known.under_way:
        employer = known.cases.employers.get(placement.employer or "")
        may_know = known.person.may_know(placement)
        yield EmployerView(
            name=employer.name if employer else placement.firm or placement.employer or "",
            placement=placement_line(placement, known, t),
            may_know=may_know,
            people=_people(employer, placement, t),
            facts=_facts(employer, t),
            contacts=tuple(
                contact_line(contact, known, t)
                for _, contact in reversed(known.journal.entries)
                if employer is not None and employer.id in contact.parties()
            )[:3],
        )


def _people(employer: Employer | None, placement: Placement, t: Texts) -> tuple[str, ...]:
    found = [
        " · ".join(part for part in (member.name, member.role, member.phone) if part)
        for member in (employer.references if employer else ())
    ]
    if placement.tutor:
        found.append(t("tutor: {name}", name=placement.tutor))
    found += [t("natural support: {name}", name=name) for name in placement.natural_supports]
    return tuple(found)


def _facts(employer: Employer | None, t: Texts) -> tuple[str, ...]:
    if employer is None:
        return ()
    lines = (
        [t("fears: {concerns}", concerns=", ".join(employer.concerns))] if employer.concerns else []
    )
    if employer.visits:
        lines.append(t("visits: {visits}", visits=employer.visits))
    if employer.transport:
        lines.append(t("without a car: {transport}", transport=employer.transport))
    return tuple(lines)
