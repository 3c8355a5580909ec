"""The plan on the coach's screen, with the numbers that other commands take."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jobcoach.domain.known import Known
from jobcoach.render import words
from jobcoach.render.person_screen import step_line
from jobcoach.render.screen import Line, Screen, Section, Title

if TYPE_CHECKING:
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.people import Person
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
    if plan.review is not None:
        screen.append(Line(t.labelled(t("Next review"), t.short_day(plan.review, day))))
    return screen


def _name(party: str, known: Known, t: Texts) -> str:
    if party in words.PARTY:
        return t.word(words.PARTY, party)
    return known.cases.name_of(known.person, party)
