"""One employer at a glance, for the coach's own screen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Employer, Job
from jobcoach.domain.known import Known
from jobcoach.render import words
from jobcoach.render.case_lists import placed_at
from jobcoach.render.catalogue import N_
from jobcoach.render.person_screen import contact_line
from jobcoach.render.screen import Line, Screen, Section, Table, Title

if TYPE_CHECKING:
    from jobcoach.domain.people import Contact
    from jobcoach.render.catalogue import Texts

CONTACTS_SHOWN = 5


def employer_screen(employer: Employer, cases: Cases, t: Texts, day: date) -> Screen:
    """Return what a coach wants to know before calling the firm."""
    status = t.word(words.STATUS, employer.status) if employer.status else ""
    title = " · ".join(part for part in (employer.name, employer.id, status) if part)
    screen: Screen = [Title(title), Line()]
    screen += [Table(("", ""), _identity(employer, cases, t), indent=2), Line()]
    for heading, lines in (
        (N_("Staff"), _staff(employer, t)),
        (N_("What the firm fears"), list(employer.concerns)),
        (N_("Open jobs"), [_job(job, t) for job in employer.jobs if job.is_open(day)]),
        (N_("Closed jobs"), [_job(job, t) for job in employer.jobs if not job.is_open(day)]),
        (N_("Persons placed"), _placed(employer, cases, day)),
        (N_("Last contacts"), _contacts(employer, cases, t, day)),
    ):
        if lines:
            screen.append(Section(t(heading)))
            screen += [Line(f"- {line}", indent=2) for line in lines]
            screen.append(Line())
    return screen[:-1]


def _identity(employer: Employer, cases: Cases, t: Texts) -> tuple[tuple[str, str], ...]:
    rows = [
        (
            t("Coach"),
            cases.name_of(None, employer.coach) if employer.coach else t("without a coach"),
        ),
        (t("Sector"), employer.sector or ""),
        (t("Staff number"), t.word(words.SIZE, employer.size) if employer.size else ""),
        (t("Place"), ", ".join(part for part in (employer.place, employer.country) if part)),
        (t("Without a car"), employer.transport or ""),
        (t("Visits"), employer.visits or ""),
        (t("Culture"), employer.culture or ""),
        (t("Keep in touch"), t.every(employer.contact_every) if employer.contact_every else ""),
    ]
    return tuple((label, value) for label, value in rows if value)


def _staff(employer: Employer, t: Texts) -> list[str]:
    lines = []
    for member in employer.staff:
        parts = [member.name, member.role, member.phone, member.email]
        if member.reference:
            parts.append(t("reference contact"))
        lines.append(" · ".join(part for part in parts if part))
    return lines


def _job(job: Job, t: Texts) -> str:
    parts = [job.id, job.title or ""]
    if job.hours:
        parts.append(t("{hours} hours a week", hours=t.number(job.hours)))
    if job.contract:
        parts.append(t.word(words.CONTRACT, job.contract))
    if job.pay == "below-scale":
        parts.append(t.word(words.PAY, "below-scale") + " !")
    if job.demands and job.demands.needed:
        parts.append(t("really needed: {demands}", demands=", ".join(job.demands.needed)))
    return " · ".join(part for part in parts if part)


def job_screen(employer: Employer, job: Job, t: Texts, day: date) -> Screen:
    """Return one job: what is done, what is stated against what is really needed, the terms."""
    state = t("open") if job.is_open(day) else t("closed")
    screen: Screen = [
        Title(f"{job.title or job.id} · {employer.name} · {employer.id}/{job.id} · {state}"),
        Line(),
    ]
    rows = [
        (t("Open since"), t.day(job.open) if job.open else ""),
        (t("Contract"), t.word(words.CONTRACT, job.contract) if job.contract else ""),
        (t("Hours a week"), t.number(job.hours) if job.hours else ""),
        (
            t("Schedule"),
            ", ".join(f"{t.word(words.WEEKDAY, d)} {h}" for d, h in job.schedule.items()),
        ),
        (t("Pay"), t.word(words.PAY, job.pay) if job.pay else ""),
        (t("Loads"), t.word(words.LOADS, job.loads) if job.loads else ""),
        (t("Languages"), ", ".join(job.languages)),
    ]
    screen += [Table(("", ""), tuple(row for row in rows if row[1]), indent=2), Line()]
    demands = job.demands
    for heading, lines in (
        (N_("Tasks"), job.tasks),
        (N_("Stated"), demands.stated if demands else ()),
        (N_("Really needed"), demands.needed if demands else ()),
    ):
        if lines:
            screen.append(Section(t(heading)))
            screen += [*(Line(f"- {line}", indent=2) for line in lines), Line()]
    return screen[:-1]


def _placed(employer: Employer, cases: Cases, day: date) -> list[str]:
    return [f"{cases.people[person].name} ({person})" for person in placed_at(employer, cases, day)]


def _contacts(employer: Employer, cases: Cases, t: Texts, day: date) -> list[str]:
    """The last contacts with the firm, from its own file and from persons' files."""
    found: list[tuple[date, str]] = []
    for contact in employer.contacts:
        if contact.on <= day:
            found.append((contact.on, _own_line(contact, t, day)))
    for person in cases.people.values():
        known = Known(person, cases, day)
        for _, contact in known.journal.entries:
            if employer.id in contact.parties():
                found.append((contact.on, f"{contact_line(contact, known, t)} ({person.id})"))
    found.sort(key=lambda line: line[0], reverse=True)
    return [text for _, text in found[:CONTACTS_SHOWN]]


def _own_line(contact: Contact, t: Texts, day: date) -> str:
    how = t.word(words.HOW, contact.how) if contact.how else t("did not take place")
    head = f"{t.short_day(contact.on, day)} · {how}"
    return t.labelled(head, contact.note) if contact.note else head
