"""The plan on the coach's screen, with the numbers that other commands take."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jobcoach.domain.known import Known
from jobcoach.domain.signing import Agreed, changed_since_signed, differences
from jobcoach.render import words
from jobcoach.render.catalogue import N_
from jobcoach.render.person_screen import step_line
from jobcoach.render.screen import Line, Screen, Section, Title

if TYPE_CHECKING:
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.people import Person, Plan
    from jobcoach.render.catalogue import Texts


def plan_screen(person: Person, cases: Cases, t: Texts, day: date) -> Screen:
    """Return goals and steps, done ones too, and who signed."""
    known = Known(person, cases, day)
    screen: Screen = [Title(f"{person.name} · {person.id}"), Line()]
    plan = person.plan
    if plan is None or not plan.goals:
        return [*screen, Line(t("There is no plan yet."), "quiet")]
    for number, goal in enumerate(plan.goals, start=1):
        screen.append(Section(f"{number}  {goal.goal or goal.words or '…'}"))
        for place, step in enumerate(goal.steps, start=1):
            line = step_line(step.do, step.who, step.by, known, t)
            if step.done is not None:
                when = t("done on {date}", date=t.short_day(step.done, day))
                screen.append(Line(f"✓ {number}.{place}  {line} · {when}", "quiet", 2))
            else:
                screen.append(Line(f"  {number}.{place}  {line}", indent=2))
        screen.append(Line())
    names = [
        t("{name} on {date}", name=_name(party, known, t), date=t.short_day(on, day))
        for party, on in plan.signed.items()
    ]
    signed = t.labelled(t("Signed"), t.list(names)) if names else t("Not signed yet")
    screen.append(Line(signed))
    changed = changed_since_signed(plan)
    if changed is not None:
        screen.append(
            Line(
                t(
                    "Changed since signed on {date}: jobcoach plan show {case} --changes",
                    date=t.short_day(changed, day),
                    case=person.id,
                ),
                "late",
            )
        )
    if plan.review is not None:
        screen.append(Line(t.labelled(t("Next review"), t.short_day(plan.review, day))))
    return screen


def changes_screen(
    person: Person, signed: Plan | None, cases: Cases, t: Texts, day: date
) -> Screen:
    """Return what is different from the plan that was *signed*; None: git knows of no such plan."""
    known, now = Known(person, cases, day), person.plan
    screen: Screen = [Title(f"{person.name} · {person.id}"), Line()]
    changed = changed_since_signed(now)
    if now is None or changed is None:
        if now is not None and now.fingerprints:
            return [*screen, Line(t("The plan is as it was signed."))]
        return [*screen, Line(t("Nobody knows what was signed: sign it with `plan sign`."))]
    screen.append(Section(t("Changed since signed on {date}", date=t.day(changed))))
    if signed is None:
        return [*screen, Line(t("The plan that was signed is not in git."), indent=2)]
    for one in differences(signed, now):
        sign = "−" if one.gone else "+"
        screen.append(Line(f"{sign} {_agreed_line(one.agreed, known, t)}", indent=2))
    return screen


_KIND = {
    "goal": N_("Goal"),
    "words": N_("In their words"),
    "measure": N_("How we will know"),
    "support": N_("What helps"),
    "step": N_("Step"),
    "sign": N_("Early sign"),
    "risk": N_("Risk"),
    "copy": N_("Holds a copy"),
}


def _agreed_line(one: Agreed, known: Known, t: Texts) -> str:
    who = _name(one.who, known, t) if one.who else ""
    by = t("by {date}", date=t.short_day(one.by, known.day)) if one.by else ""
    text = " · ".join(part for part in (one.text, one.more, who, by) if part)
    return t.labelled(t.word(_KIND, one.kind), text)


def _name(party: str, known: Known, t: Texts) -> str:
    if party in words.PARTY:
        return t.word(words.PARTY, party)
    return known.cases.name_of(known.person, party)
