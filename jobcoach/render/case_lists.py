"""Lists: persons, employers, jobs; as screens and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from jobcoach.domain.cases import Cases
from jobcoach.domain.due import NUDGES, due_for
from jobcoach.domain.employers import Employer, Job
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import Known
from jobcoach.render import words
from jobcoach.render.catalogue import N_
from jobcoach.render.due_screen import stage_name
from jobcoach.render.screen import Line, Screen, Style, Table

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts

VERSION = 1


def next_due(known: Known) -> date | None:
    """The next day that counts in the case, late ones included: a deadline, else a due date.

    Reminders are none.
    """
    found = due_for(known.person, known.cases, known.day)
    return min((item.target for item in found if item.kind not in NUDGES), default=None)


def people_json(rows: Sequence[Known]) -> dict[str, Any]:
    """Return persons for other programs."""
    return {
        "version": VERSION,
        "people": [
            {
                "id": known.person.id,
                "name": known.person.name,
                "coach": known.person.coach,
                "process": known.process.id if known.process else None,
                "stage": known.current.entry.stage if known.current else None,
                "since": known.current.entry.on if known.current else None,
                "place": known.person.place,
                "last_contact": known.last_contact(PERSON),
                "next_due": next_due(known),
            }
            for known in rows
        ],
    }


def people_screen(rows: Sequence[Known], t: Texts) -> Screen:
    """Return persons as a table; closed cases last and quiet."""
    if not rows:
        return [Line(t("No person fits."))]
    headers = (
        N_("Name"),
        N_("Id"),
        N_("Stage"),
        N_("Since"),
        N_("Coach"),
        N_("Last contact"),
        N_("Next due"),
    )
    lines: list[tuple[str, ...]] = []
    styles: list[Style] = []
    for known in rows:
        person, day = known.person, known.day
        due = next_due(known)
        lines.append(
            (
                person.name,
                person.id,
                stage_name(known, t),
                _day(known.current.entry.on if known.current else None, t, day),
                person.coach or "–",
                _day(known.last_contact(PERSON), t, day),
                _day(due, t, day) + (" !" if due is not None and due < day else ""),
            )
        )
        styles.append("quiet" if known.final else "strong")
    count = t.plural("{number} person", "{number} persons", len(rows))
    return [
        Table(tuple(t(header) for header in headers), tuple(lines), tuple(styles)),
        Line(),
        Line(count, "strong"),
    ]


def _day(day: date | None, t: Texts, today: date) -> str:
    return t.brief_day(day, today) if day is not None else "–"


def placed_at(employer: Employer, cases: Cases, day: date) -> list[str]:
    """The ids of persons with a placement under way there."""
    return [
        person.id
        for person in cases.people.values()
        if any(p.employer == employer.id and p.under_way(day) for p in person.placements)
    ]


def employers_json(rows: Sequence[Employer], cases: Cases, day: date) -> dict[str, Any]:
    """Return employers for other programs."""
    return {
        "version": VERSION,
        "employers": [
            {
                "id": employer.id,
                "name": employer.name,
                "coach": employer.coach,
                "status": employer.status,
                "sector": employer.sector,
                "size": employer.size,
                "place": employer.place,
                "open_jobs": [job.id for job in employer.jobs if job.is_open(day)],
                "placed": placed_at(employer, cases, day),
                "last_contact": cases.last_contact_with(employer.id, day),
            }
            for employer in rows
        ],
    }


def employers_screen(rows: Sequence[Employer], cases: Cases, t: Texts, day: date) -> Screen:
    """Return employers as a table."""
    if not rows:
        return [Line(t("No employer fits."))]
    headers = (
        N_("Name"),
        N_("Id"),
        N_("Status"),
        N_("Place"),
        N_("Open jobs"),
        N_("Persons placed"),
        N_("Last contact"),
    )
    lines = tuple(
        (
            employer.name,
            employer.id,
            t.word(words.STATUS, employer.status) if employer.status else "–",
            employer.place or "–",
            str(sum(job.is_open(day) for job in employer.jobs)),
            str(len(placed_at(employer, cases, day))),
            _day(cases.last_contact_with(employer.id, day), t, day),
        )
        for employer in rows
    )
    count = t.plural("{number} employer", "{number} employers", len(rows))
    styles: tuple[Style, ...] = tuple(
        "quiet" if employer.status in ("paused", "do-not-contact") else "strong"
        for employer in rows
    )
    return [
        Table(tuple(t(header) for header in headers), lines, styles),
        Line(),
        Line(count, "strong"),
    ]


def jobs_json(rows: Sequence[tuple[Employer, Job]], day: date) -> dict[str, Any]:
    """Return jobs for other programs."""
    return {
        "version": VERSION,
        "jobs": [
            {
                "employer": employer.id,
                "job": job.id,
                "title": job.title,
                "place": employer.place,
                "hours": job.hours,
                "contract": job.contract,
                "pay": job.pay,
                "open": job.open,
                "closed": job.closed,
                "is_open": job.is_open(day),
            }
            for employer, job in rows
        ],
    }


def jobs_screen(rows: Sequence[tuple[Employer, Job]], t: Texts, day: date) -> Screen:
    """Return jobs as a table; `EMPLOYER/JOB` is how other commands name one."""
    if not rows:
        return [Line(t("No job fits."))]
    headers = (
        N_("Job"),
        N_("Title"),
        N_("Employer"),
        N_("Place"),
        N_("Hours a week"),
        N_("Contract"),
        N_("Open since"),
    )
    lines = tuple(
        (
            f"{employer.id}/{job.id}",
            job.title or "–",
            employer.name,
            employer.place or "–",
            "–" if job.hours is None else t.number(job.hours),
            t.word(words.CONTRACT, job.contract) if job.contract else "–",
            _opened(job, t, day),
        )
        for employer, job in rows
    )
    styles: tuple[Style, ...] = tuple("strong" if job.is_open(day) else "quiet" for _, job in rows)
    count = t.plural("{number} job", "{number} jobs", len(rows))
    return [
        Table(tuple(t(header) for header in headers), lines, styles),
        Line(),
        Line(count, "strong"),
    ]


def _opened(job: Job, t: Texts, day: date) -> str:
    """When a job opened or will open, or that it is closed."""
    if job.open is not None and job.open > day:
        return t("from {date}", date=t.brief_day(job.open, day))
    return _day(job.open, t, day) if job.is_open(day) else t("closed")
