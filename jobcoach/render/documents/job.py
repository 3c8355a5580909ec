"""The job sheet: the tasks as they are, what is needed against what is stated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jobcoach.render import words
from jobcoach.render.documents.frame import Paper, View, sheet
from jobcoach.render.documents.plan import contract_word

if TYPE_CHECKING:
    from jobcoach.domain.audience import Kind
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.employers import Employer, Job
    from jobcoach.render.catalogue import Texts


class JobView(View, frozen=True, kw_only=True):
    """A job as it is really done; no person stands in it."""

    job: str
    employer: str
    place: str
    transport: str
    tasks: tuple[str, ...]
    stated: tuple[str, ...]
    needed: tuple[str, ...]
    hours: str
    schedule: tuple[tuple[str, str], ...]
    loads: str
    car: str
    languages: str
    contract: str
    pay: str
    culture: str
    quality: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    coach: str


def view(
    employer: Employer, job: Job, cases: Cases, day: date, paper: Paper, kind: Kind, reader: str
) -> JobView:
    """Return the sheet; the employer's own copy leaves out what the service thinks of the firm."""
    t, inside = paper.t, kind != "employer"
    title = job.title or job.id
    coach = cases.settings.coach(employer.coach)
    return JobView(
        title=t("The job: {job}", job=title),
        reader=reader,
        own=inside,
        told=(),
        told_until="",
        **sheet(cases, day, paper),
        job=title,
        employer=employer.name,
        place=employer.place or "",
        transport=employer.transport or "",
        tasks=job.tasks,
        stated=job.demands.stated if job.demands else (),
        needed=job.demands.needed if job.demands else (),
        hours=t("{number} hours a week", number=t.number(job.hours))
        if job.hours is not None
        else "",
        schedule=tuple(
            (t(words.WEEKDAY_IN_FULL[weekday]), hours(range_, paper))
            for weekday, range_ in job.schedule.items()
        ),
        loads=t.word(words.LOADS, job.loads) if job.loads else "",
        car=_car(job, t),
        languages=t.list(t(words.LANGUAGE_NAME.get(one, one)) for one in job.languages),
        contract=contract_word(job.contract, paper),
        pay=t.word(words.PAY_IN_FULL if paper.style == "easy" else words.PAY, job.pay)
        if job.pay
        else "",
        culture=(employer.culture or "") if inside else "",
        quality=tuple(
            (t(words.QUALITY_CRITERION.get(name, name)), t.word(words.QUALITY, value))
            for name, value in job.quality.items()
        )
        if inside
        else (),
        people=tuple(
            ", ".join(part for part in (member.name, member.role) if part)
            for member in employer.staff
            if member.reference or member.relay
        ),
        coach=(coach.name or coach.id) if coach else "",
    )


def _car(job: Job, t: Texts) -> str:
    if job.car_needed is None:
        return ""
    return t("a car is needed") if job.car_needed else t("no car is needed")


def hours(written: str, paper: Paper) -> str:
    """Return hours written as 08:30-13:30, in words where it is to be easy."""
    start, _, end = written.partition("-")
    if paper.style == "easy":
        t = paper.t
        return t("from {start} to {end}", start=t.clock(start), end=t.clock(end))
    return f"{start} – {end}"
