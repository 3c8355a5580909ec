"""Which jobs and which persons are asked about, who is left out, and what to know beforehand."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.audience import employer_may_know
from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Employer, Job
from jobcoach.domain.known import (
    Known,
    application_closed,
    application_decided,
    reached,
)
from jobcoach.domain.matching.pair import Opening
from jobcoach.domain.people import Application

Why = Literal["not-available", "refused", "declined"]


class Note(msgspec.Struct, frozen=True):
    """Something to know before proposing, which speaks neither for the match nor against it."""

    code: str
    facts: Mapping[str, object] = {}


class LeftOut(msgspec.Struct, frozen=True):
    """A pair that is not listed, and why."""

    known: Known
    opening: Opening
    why: Why


def offered(employer: Employer, job: Job, day: date) -> bool:
    """Whether a job may be proposed: open on the day, of a firm that may be contacted."""
    return job.is_open(day) and employer.status != "do-not-contact"


def openings(cases: Cases, day: date) -> Iterator[Opening]:
    """Yield the jobs that may be proposed."""
    for employer in cases.employers.values():
        for job in employer.jobs:
            if offered(employer, job, day):
                yield Opening(employer, job)


def persons_asked(cases: Cases, day: date) -> Iterator[Known]:
    """Yield the persons in a stage that is not final."""
    for person in cases.people.values():
        known = Known(person, cases, day)
        if known.current is not None and not known.final:
            yield known


def available(known: Known) -> bool:
    """Whether the person is available; where no stage of their process needs it, nobody asks."""
    process = known.process
    if process is None or not any("available" in stage.needs for stage in process.stages):
        return True
    ready = known.person.readiness
    return ready is not None and reached(ready.available, known.day)


def why_left_out(known: Known, opening: Opening, again: bool, ask_available: bool) -> Why | None:
    """Return why a pair is not listed, or None: not available yet, or a no was said there before.

    A no counts by its date. One to an application that names no job of the firm holds for all its jobs.
    *again* lists the pair all the same.
    """
    if ask_available and not available(known):
        return "not-available"
    for application in () if again else _there(known, opening):
        if application.decision == "declined" and application_decided(application, known.day):
            return "declined"
        if application.outcome == "refused" and application_closed(application, known.day):
            return "refused"
    return None


def notes_on_person(known: Known) -> tuple[Note, ...]:
    """Return what to know of a person whatever the job."""
    person = known.person
    found: list[Note] = []
    if known.current is None:
        found.append(Note("no-stage"))
    elif known.final:
        found.append(Note("final"))
    elif not available(known):
        found.append(Note("not-available"))
    for _, placement in known.under_way:
        firm = known.cases.employers.get(placement.employer or "")
        facts = {
            "employer": firm.name if firm else placement.employer or placement.firm,
            "contract": placement.contract,
            "until": placement.until,
        }
        found.append(Note("in-job" if placement.paid else "in-placement", facts))
    for _, pause, end in known.pauses:
        if known.in_pause(known.day) and (end is None or known.day <= end):
            found.append(Note("pause", {"from": pause.from_, "until": pause.until}))
    if person.constraints is None:
        found.append(Note("constraints-unknown"))
    return tuple(found)


def notes_on_opening(opening: Opening) -> tuple[Note, ...]:
    """Return what to know of a job whoever the person."""
    return (Note("paused"),) if opening.employer.status == "paused" else ()


def notes_on_pair(known: Known, opening: Opening) -> tuple[Note, ...]:
    """Return what to know of a person and a job: who may know, what was tried there before."""
    found: list[Note] = []
    if not employer_may_know(known, opening.employer.id):
        found.append(Note("employer-may-not-know"))
    for application in _there(known, opening):
        how: str | None
        if application_closed(application, known.day):
            on, how = application.closed, application.outcome
        elif application.decision == "declined" and application_decided(application, known.day):
            on, how = application.decided, "declined"
        else:
            found.append(Note("proposed", {"on": application.proposed}))
            continue
        found.append(Note("earlier", {"how": how, "on": on, "why": application.why}))
    for _, placement in known.placements:
        same = placement.employer == opening.employer.id and placement.job == opening.job.id
        if same and placement.under_way(known.day):
            found.append(Note("in-this-job", {"from": placement.from_}))
        elif same:
            found.append(
                Note("was-in-this-job", {"from": placement.from_, "until": placement.ended})
            )
    return tuple(found)


def under_way(notes: tuple[Note, ...]) -> bool:
    """Whether the job is proposed to the person already, or theirs."""
    return any(note.code in ("proposed", "in-this-job") for note in notes)


def waiting_since(known: Known) -> date | None:
    """Return since when the person waits for a job: since the case was (re)opened or the last paid job ended.

    None while a paid placement is under way: nobody waits then.
    """
    if any(placement.paid for _, placement in known.under_way):
        return None
    since: date | None = None
    for step in known.steps:
        final = step.stage is not None and step.stage.final is True
        since = None if final else since or step.entry.on
    ends = [p.ended for _, p in known.placements if p.paid and reached(p.ended, known.day)]
    return max((day for day in (since, *ends) if day is not None), default=None)


def _there(known: Known, opening: Opening) -> Iterator[Application]:
    """Yield the applications for this job known on the day, the oldest first as in the file."""
    for application in known.person.applications:
        if application.employer != opening.employer.id:
            continue
        if application.job is not None and application.job != opening.job.id:
            continue
        if application.job is None and application.title is not None:
            continue  # another work of the firm, in nobody's file
        if application.proposed is None or application.proposed <= known.day:
            yield application
