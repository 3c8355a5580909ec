"""The coach's own sheet for a meeting: what it shows, made of texts only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.clocks import running_clock
from jobcoach.domain.due import Coming, due_for, follow_ups_due
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import Known, reached
from jobcoach.domain.people import Application, Placement
from jobcoach.render import words
from jobcoach.render.documents.frame import (
    ConsentView,
    Paper,
    View,
    coach_name,
    consents,
    frame,
)
from jobcoach.render.documents.plan import reached_at
from jobcoach.render.due_screen import stage_name
from jobcoach.render.follow_ups import Wording
from jobcoach.render.person_screen import (
    application_line,
    contact_line,
    job_name,
    placement_line,
    step_line,
)

if TYPE_CHECKING:
    from jobcoach.domain.audience import Copy
    from jobcoach.domain.employers import Employer
    from jobcoach.render.catalogue import Texts

CONTACTS_ON_SHEET = 6
"""So many last contacts stand on the sheet for a meeting."""

COMING_DAYS = 28
"""The sheet for a meeting looks four weeks ahead."""


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
    reached: tuple[str, ...]
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


def view(copy: Copy, paper: Paper) -> MeetingView:
    """Return the coach's sheet: the person's concerns first, then what is owed and what was said."""
    known, t = copy.known, paper.t
    person = known.person
    items = list(_due(known, t))
    return MeetingView(
        **frame(copy, paper, t("Meeting with {name}", name=person.name)),
        person=person.name,
        reached=reached_at(known),
        prefers=_prefers(known, t),
        stage=stage_name(known, t),
        since=t.day(known.current.entry.on) if known.current else "",
        coach=coach_name(known),
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
        consents=consents(known, paper),
    )


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
                when=t.short_day(item.found.target, known.day),
                what=wording.subject(item),
                why=wording.why(item),
                late=item.late_days > 0,
            ),
        )
        for item in sorted(
            follow_ups_due(everything, known.day, by),
            key=lambda item: item.found.target,
        )
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
    """Each employer the meeting may be about: of placements under way, then of open applications."""
    shown: set[str] = set()
    for _, placement in known.under_way:
        shown.add(placement.employer or "")
        yield _employer_view(known, t, placement, placement_line(placement, known, t))
    for application in known.person.applications:
        if application.open and application.employer and application.employer not in shown:
            shown.add(application.employer)
            yield _employer_view(known, t, application, application_line(application, known, t))


def _employer_view(
    known: Known, t: Texts, entry: Placement | Application, line: str
) -> EmployerView:
    employer = known.cases.employers.get(entry.employer or "")
    return EmployerView(
        name=employer.name if employer else entry.firm or entry.employer or "",
        placement=line,
        may_know=known.person.may_know(entry),
        people=_people(employer, entry, t),
        facts=(*_facts(employer, t), *_really_needed(employer, entry, t)),
        contacts=tuple(
            contact_line(contact, known, t)
            for _, contact in reversed(known.journal.entries)
            if employer is not None and employer.id in contact.parties()
        )[:3],
    )


def _really_needed(
    employer: Employer | None, entry: Placement | Application, t: Texts
) -> tuple[str, ...]:
    job = employer.job(entry.job) if employer else None
    if job is None or job.demands is None or not job.demands.needed:
        return ()
    return (t("really needed: {demands}", demands=", ".join(job.demands.needed)),)


def _people(employer: Employer | None, entry: Placement | Application, t: Texts) -> tuple[str, ...]:
    found = [
        " · ".join(part for part in (member.name, member.role, member.phone) if part)
        for member in (employer.references if employer else ())
    ]
    if isinstance(entry, Placement):
        if entry.tutor:
            found.append(t("tutor: {name}", name=entry.tutor))
        found += [t("natural support: {name}", name=name) for name in entry.natural_supports]
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
