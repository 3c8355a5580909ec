"""A self-check along the fidelity of IPS supported employment: only what files can count, as plain figures.

No score is made of them: a licence covers the scale's text, and not all of its practice shows in files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from jobcoach.domain.durations import Duration, after, plus_days
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import Job
from jobcoach.domain.statistics.employer_contacts import employer_contacts
from jobcoach.domain.statistics.figures import Counted, Curve, Period
from jobcoach.domain.statistics.reports.activity import MARKETS
from jobcoach.domain.statistics.reports.quality.seen import Looked, Person
from jobcoach.domain.statistics.tally import Tally

FACE_TO_FACE = ("visit", "meeting")
SOON = 30
"""Within so many days of the beginning the scale wants to see a first contact with an employer."""
MONTH = Duration(months=1)


def fidelity_figures(look: Looked, tally: Tally) -> None:
    """Add the figures of the self-check."""
    _caseload(look, tally)
    _first_contact(look, tally)
    _employer_contacts(look, tally)
    _variety(look, tally)
    _first_month(look, tally)


def _posts(look: Looked) -> tuple[str, float | None]:
    """By what the work is divided: full-time posts where they are given, else the coaches in the settings.

    One coach's cases are not divided at all.
    """
    if look.scope.coach is not None:
        return "one", None
    posts = look.cases.quality.full_time_coaches
    if posts is not None:
        return "post", posts
    return "coach", float(len(look.cases.settings.coaches))


def _caseload(look: Looked, tally: Tally) -> None:
    by, per = _posts(look)
    active = [one.cohort.counted for one in look.active]
    tally.count(f"ips.active.{by}", active, per=per)
    tally.same("org-4.now.coached", f"ips.active.{by}")


# The first contact with an employer


def _first_contact(look: Looked, tally: Tally) -> None:
    firsts = [
        (one, one.counted(f"stages[{first.step.index}]", first.first))
        for one in look.coached
        for first in one.road.stretches[:1]
    ]
    tally.divide(
        "persons",
        "ips.start",
        ("before", "entered"),
        (
            (counted, "entered" if look.happened(one, counted.on) else "before")
            for one, counted in firsts
        ),
    )
    entered = [
        (one, counted, _met(one, counted.on, look))
        for one, counted in firsts
        if counted.on is not None and look.happened(one, counted.on)
    ]
    tally.divide(
        "ips.start.entered",
        "ips.first_contact",
        ("soon", "later", "not_yet", "not_met"),
        ((counted, _how_soon(counted, met, look.day)) for _, counted, met in entered),
    )
    tally.figures.append(
        Curve(
            name="ips.days",
            definition="ips.days",
            counted=tuple(
                _watched(counted, met, _followed(one, look.day)) for one, counted, met in entered
            ),
        )
    )


def _met(one: Person, entry: date, look: Looked) -> date | None:
    """The first visit to or meeting with an employer in the person's file; one before is as on day 0."""
    days = [
        contact.on
        for _, contact in one.known.journal.entries
        if contact.held is not False
        and contact.how in FACE_TO_FACE
        and any(party in look.cases.employers for party in contact.parties())
    ]
    return max(min(days), entry) if days else None


def _followed(one: Person, day: date) -> date:
    """The day up to which it was seen that nothing came: that of the closing, else the last one."""
    return one.road.closing[0].first if one.road.closing else day


def _watched(counted: Counted, met: date | None, followed: date) -> Counted:
    """Days to the first meeting, or for how long none had come: one after the closing came too late."""
    came = met is not None and met <= followed
    days = _days(counted, met if came and met else followed)
    return msgspec.structs.replace(counted, days=days, ended=came)


def _days(counted: Counted, to: date) -> int:
    assert counted.on is not None
    return (to - counted.on).days


def _how_soon(counted: Counted, met: date | None, day: date) -> str:
    if met is not None:
        return "soon" if _days(counted, met) <= SOON else "later"
    return "not_yet" if _days(counted, day) <= SOON else "not_met"


# Contacts with employers


def _employer_contacts(look: Looked, tally: Tally) -> None:
    """Each employer on each day once in each way: what several files tell of one visit is one visit."""
    found: dict[tuple[str, date, str], Counted] = {}
    for met in employer_contacts(look.cases, look.period, look.scope):
        if met.met:
            how = "face_to_face" if met.contact.how in FACE_TO_FACE else "by_phone"
            one = Counted(case=met.file.case, ref=met.ref, on=met.contact.on)
            key = met.employer, met.contact.on, how
            found[key] = min(found.get(key, one), one)
    by, coaches = _posts(look)
    per = _weeks(look.period) * (1 if coaches is None else coaches)
    for how in ("face_to_face", "by_phone"):
        counted = [one for (_, _, found_how), one in found.items() if found_how == how]
        tally.count(f"ips.contacts.{by}.{how}", counted, f"ips.contacts.{by}", split=False, per=per)


def _weeks(period: Period) -> float:
    """How many weeks the period has; nought where it has no first day, so that nothing is divided."""
    if period.since is None:
        return 0.0
    return ((period.until - period.since).days + 1) / 7


# Jobs


def _variety(look: Looked, tally: Tally) -> None:
    new = list(look.new_jobs())
    tally.whole(
        "ips.jobs",
        MARKETS,
        ((counted, job.placements[0][1].market or "ordinary") for _, job, counted in new),
        group="ips.market",
    )
    tally.same("result-1.jobs", "ips.jobs")
    named = [(counted, title) for _, job, counted in new if (title := _title(job, look))]
    at = [(counted, _employer(job)) for _, job, counted in new]
    tally.count("ips.titles", _each_once(named), of="ips.jobs", split=False)
    tally.count(
        "ips.title_unknown",
        [counted for _, job, counted in new if not _title(job, look)],
        of="ips.jobs",
    )
    tally.count("ips.employers", _each_once(at), of="ips.jobs", split=False)
    tally.at_most("ips.jobs", "ips.titles", "ips.title_unknown")
    tally.at_most("ips.jobs", "ips.employers")


def _title(job: Job, look: Looked) -> str:
    first = job.placements[0][1]
    employer = look.cases.employers.get(first.employer or "")
    on_file = employer.job(first.job) if employer else None
    title = first.title or (on_file.title if on_file else None) or ""
    return " ".join(title.casefold().split())


def _employer(job: Job) -> str:
    first = job.placements[0][1]
    return first.employer or f"firm: {' '.join((first.firm or '').casefold().split())}"


def _each_once(named: Iterable[tuple[Counted, str]]) -> list[Counted]:
    """The first case of each name."""
    first: dict[str, Counted] = {}
    for counted, name in named:
        known = first.get(name, counted)
        first[name] = min(known, counted, key=lambda one: (one.on or date.min, one))
    return list(first.values())


# The first month in a job


def _first_month(look: Looked, tally: Tally) -> None:
    """Jobs whose first month ended in the period, and the contacts with person or employer in it."""
    months = []
    contacts: list[Counted] = []
    for one in look.coached:
        for job in one.paid_jobs:
            end = plus_days(after(job.start, MONTH), -1)
            if job.placements[0][1].already is True or not look.happened(one, end):
                continue
            held = list(_contacts_in(one, job, job.start, end))
            contacts += held
            counted = one.counted(f"placements[{job.first_index}]", job.start)
            months.append((counted, "some" if held else "none"))
    tally.whole("ips.first_months", ("some", "none"), months, group="ips.first_month")
    tally.count("ips.month_contacts", contacts, per="ips.first_months")
    tally.at_most("ips.month_contacts", "ips.first_month.some")


def _contacts_in(one: Person, job: Job, first: date, last: date) -> Iterator[Counted]:
    """Contacts that count with the person or the job's employer, from the person's file."""
    employer = job.placements[0][1].employer
    journal = one.known.journal
    for place, contact in journal.entries:
        if first <= contact.on <= last and any(
            party in (PERSON, employer) and journal.counts(contact, party)
            for party in contact.parties()
        ):
            yield one.counted(f"contacts[{place}]", contact.on)
