"""One person's case at a glance, for the coach's own screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jobcoach.domain.cases import Cases
from jobcoach.domain.due import Coming, due_for, follow_ups_due
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import Known
from jobcoach.domain.people import Application, Contact, Person, Placement
from jobcoach.render import words
from jobcoach.render.catalogue import N_
from jobcoach.render.due_screen import stage_name
from jobcoach.render.follow_ups import Wording
from jobcoach.render.screen import Line, Screen, Section, Style, Table, Title

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts

CONTACTS_SHOWN = 5


def person_screen(person: Person, cases: Cases, t: Texts, day: date) -> Screen:
    """Return everything a coach wants to see before picking up the phone."""
    known = Known(person, cases, day)
    screen: Screen = [Title(f"{person.name} · {person.id} · {stage_name(known, t)}"), Line()]
    screen += [Table(("", ""), _identity(known, t), indent=2), Line()]
    if person.employer_may_know is False:
        screen += [
            Line("! " + t("No employer may learn that a coach exists."), "late", indent=2),
            Line(),
        ]
    for heading, lines in (
        (N_("Wishes"), list(person.wishes)),
        (N_("Strengths and skills"), [*person.strengths, *person.skills]),
        (N_("What a job must respect"), _constraints(person, t, day)),
        (N_("Open obstacles"), _obstacles(known, t)),
        (N_("Goals and open steps"), _goals(known, t)),
        (
            N_("Open applications"),
            [application_line(a, known, t) for a in person.applications if a.open],
        ),
        (N_("Placements"), [placement_line(p, known, t) for p in person.placements]),
        (N_("Agreements in force"), _agreements(known, t)),
        (
            N_("Last contacts"),
            [
                contact_line(c, known, t)
                for _, c in known.journal.entries[: -CONTACTS_SHOWN - 1 : -1]
            ],
        ),
    ):
        if lines:
            screen.append(Section(t(heading)))
            screen += [
                Line(line, indent=2) if line.startswith(" ") else Line(f"- {line}", indent=2)
                for line in lines
            ]
            screen.append(Line())
    screen += _next(known, t)
    return screen


def _identity(known: Known, t: Texts) -> tuple[tuple[str, str], ...]:
    person, cases = known.person, known.cases
    coach = cases.name_of(None, person.coach) if person.coach else t("without a coach")
    reached = " · ".join(part for part in (person.phone, person.email, person.place) if part)
    rows = [
        (t("Coach"), coach),
        (t("Reached at"), reached),
        (t("Prefers"), _preferences(known, t)),
        (t("Born"), t.day(person.born) if person.born else ""),
        (t("Language"), t.word(words.LANGUAGE_NAME, person.language) if person.language else ""),
        (t("Documents"), t.word(words.DOCUMENT_FORM, person.documents) if person.documents else ""),
        (t("Situation"), ", ".join(t(words.SITUATION.get(s, s)) for s in person.situation)),
        (
            t("Without work since"),
            t.day(person.without_work_since) if person.without_work_since else "",
        ),
        (
            t("Sent by"),
            cases.name_of(person, person.referred.by)
            if person.referred and person.referred.by
            else "",
        ),
        (
            t("Family and friends"),
            ", ".join(
                f"{r.name or r.id}" + (f" ({r.relation})" if r.relation else "")
                for r in person.circle
            ),
        ),
    ]
    return tuple((label, value) for label, value in rows if value)


def _preferences(known: Known, t: Texts) -> str:
    prefers = known.person.prefers
    if prefers is None:
        return ""
    how = t.word(words.HOW, prefers.how) if prefers.how else None
    return ", ".join(part for part in (how, prefers.where, prefers.when) if part)


def _constraints(person: Person, t: Texts, day: date) -> list[str]:
    lines = []
    for constraint in person.constraints or ():
        text = t.labelled(t.word(words.CONSTRAINT, constraint.kind), constraint.what)
        if constraint.until:
            text += " · " + t("until {date}", date=t.short_day(constraint.until, day))
        if constraint.confidential:
            text += " · " + t("confidential")
        lines.append(text)
    return lines


def _obstacles(known: Known, t: Texts) -> list[str]:
    lines = []
    for obstacle in known.person.obstacles:
        if obstacle.solved is None:
            helper = known.cases.name_of(known.person, obstacle.helper) if obstacle.helper else ""
            when = (
                t("look again on {date}", date=t.short_day(obstacle.check, known.day))
                if obstacle.check
                else ""
            )
            lines.append(" · ".join(part for part in (obstacle.what, helper, when) if part))
    return lines


def _goals(known: Known, t: Texts) -> list[str]:
    lines = []
    for goal in known.person.plan.goals if known.person.plan else ():
        lines.append(goal.goal or "…")
        lines += [
            f"    · {step_line(step.do, step.who, step.by, known, t)}"
            for step in goal.steps
            if step.done is None
        ]
    return lines


def step_line(do: str | None, who: str | None, by: date | None, known: Known, t: Texts) -> str:
    """Return a step with who does it and by when."""
    name = ""
    if who:
        name = (
            t.word(words.PARTY, who)
            if who in (PERSON, "coach")
            else known.cases.name_of(known.person, who)
        )
    when = t("by {date}", date=t.short_day(by, known.day)) if by else ""
    return " · ".join(part for part in (do or "…", name, when) if part)


def job_name(entry: Application | Placement, known: Known) -> str:
    """Return employer and job of an application or placement in words."""
    employer = known.cases.employers.get(entry.employer or "")
    job = employer.job(entry.job) if employer else None
    title = (job.title if job else None) or entry.title or entry.job
    firm = employer.name if employer else entry.firm or entry.employer
    return ", ".join(part for part in (firm, title) if part) or "…"


def application_line(application: Application, known: Known, t: Texts) -> str:
    """Return where an application stands."""

    def on(day: date) -> str:
        return t.short_day(day, known.day)

    parts = [job_name(application, known)]
    if application.proposed:
        parts.append(t("proposed {date}", date=on(application.proposed)))
    parts.append(
        t.word(words.DECISION, application.decision) if application.decision else t("undecided")
    )
    if application.presented:
        parts.append(t("presented {date}", date=on(application.presented)))
    if application.interview:
        parts.append(t("interview {date}", date=on(application.interview)))
    if application.outcome:
        parts.append(t.word(words.OUTCOME, application.outcome))
    return " · ".join(parts)


def placement_line(placement: Placement, known: Known, t: Texts) -> str:
    """Return a placement with its contract and dates."""
    parts = [job_name(placement, known)]
    if placement.contract:
        parts.append(t.word(words.CONTRACT, placement.contract))
    start = t.short_day(placement.from_, known.day)
    if placement.ended:
        ended = t("{start} to {end}", start=start, end=t.short_day(placement.ended, known.day))
        parts.append(ended)
        if placement.why:
            parts.append(t.word(words.END_REASON, placement.why))
    elif placement.until:
        parts.append(
            t(
                "{start}, planned until {end}",
                start=start,
                end=t.short_day(placement.until, known.day),
            )
        )
    else:
        parts.append(t("since {date}", date=start))
    if placement.tutor:
        parts.append(t("tutor: {name}", name=placement.tutor))
    return " · ".join(parts)


def _agreements(known: Known, t: Texts) -> list[str]:
    lines = []
    for agreement in known.person.agreements:
        if agreement.on is None or agreement.on > known.day or agreement.ended is not None:
            continue
        if agreement.until is not None and agreement.until < known.day:
            continue
        text = t.word(words.AGREEMENT, agreement.kind)
        others = [known.cases.name_of(known.person, p) for p in agreement.parties() if p != PERSON]
        text += f" ({', '.join(others)})" if others else ""
        text += " · " + t("since {date}", date=t.short_day(agreement.on, known.day))
        if agreement.until:
            text += " · " + t("until {date}", date=t.short_day(agreement.until, known.day))
        lines.append(text)
    return lines


def contact_line(contact: Contact, known: Known, t: Texts) -> str:
    """Return a line of the journal."""
    parties = [known.cases.name_of(known.person, p) for p in contact.parties() if p != PERSON]
    how = t.word(words.HOW, contact.how) if contact.how else ""
    if contact.held is False:
        how = t("did not take place") if not how else t("{how}, did not take place", how=how)
    head = " · ".join(
        part for part in (t.short_day(contact.on, known.day), how, ", ".join(parties)) if part
    )
    return t.labelled(head, contact.note) if contact.note else head


def _next(known: Known, t: Texts) -> Screen:
    everything: Coming = [(known.person, list(due_for(known.person, known.cases, known.day)))]
    items = follow_ups_due(everything, known.day, date.max)
    if not items:
        return [Line(t("Nothing is planned: agree on a next contact."), "late")]
    wording = Wording(known.cases, t, known.day)
    rows, styles = [], []
    for item in sorted(items, key=lambda item: item.found.target)[:8]:
        late: Style = "late" if item.late_days else ""
        day = t.short_day(item.found.target, known.day) + (" !" if late else "")
        rows.append((day, wording.subject(item), wording.why(item)))
        styles.append(late)
    return [
        Section(t("What comes next")),
        Table(("", "", ""), tuple(rows), tuple(styles), indent=2),
    ]
