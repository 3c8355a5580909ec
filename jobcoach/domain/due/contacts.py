"""Contacts that are owed: promised, by rhythm, after long silence, to keep an employer warm."""

from collections.abc import Iterator
from datetime import date

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.due.item import DueKind, Found
from jobcoach.domain.durations import Duration, after
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import PERSON
from jobcoach.domain.journal import Journal
from jobcoach.domain.known import Known, reached
from jobcoach.domain.process import Side


def promised(case: Known) -> Iterator[Found]:
    """The `next` of a contact, until one with the same party keeps or replaces it."""
    return _promised(case.journal)


def employer_promised(employer: Employer, _: Cases, day: date) -> Iterator[Found]:
    """The same in an employer's own journal."""
    return _promised(Journal(employer.contacts, day, employer.id))


def _promised(journal: Journal) -> Iterator[Found]:
    for index, contact, party in journal.promises:
        assert isinstance(contact.next, date)
        yield Found(
            kind="promised",
            due=contact.next,
            ref=f"contacts[{index}]",
            with_=party,
            facts={"on": contact.on, "how": contact.how},
        )


def contact(case: Known) -> Iterator[Found]:
    """The base day plus the rhythm, toward the person; not while a promise is pending."""
    return _by_rhythm(case, "contact", _toward_person(case))


def employer_contact(case: Known) -> Iterator[Found]:
    """The same toward the employer of each placement under way that may know of the coach."""
    for toward in _toward_employers(case):
        yield from _by_rhythm(case, "employer-contact", toward)


def no_news(case: Known) -> Iterator[Found]:
    """A nudge after the silence a stage allows, where no calendar may be imposed (CHARTER)."""
    if case.stage is None:
        return
    for toward in (_toward_person(case), *_toward_employers(case)):
        silence = case.stage.silence(toward.side)
        if silence is not None:
            yield from _owed(case, "no-news", toward, silence)


class Toward(msgspec.Struct, frozen=True):
    """A party to keep in touch with, the entry that says so, and the day counted from."""

    party: str
    side: Side
    ref: str
    base: date | None


def _toward_person(case: Known) -> Toward:
    ref = f"stages[{case.current.index}]" if case.current else ""
    return Toward(PERSON, "person", ref, case.base_day(PERSON))


def _toward_employers(case: Known) -> Iterator[Toward]:
    for index, employer, placed in case.employers:
        yield Toward(employer, "employer", f"placements[{index}]", case.base_day(employer, placed))


def _by_rhythm(case: Known, kind: DueKind, toward: Toward) -> Iterator[Found]:
    rhythm = case.rhythm(toward.party, toward.side, toward.base) if toward.base else None
    if rhythm is not None:
        every, pace = rhythm
        if case.current is None and pace is not None:
            # Before any stage only the person's own pace asks for a contact.
            ref = f"pace[{case.person.pace.index(pace)}]"
            toward = msgspec.structs.replace(toward, ref=ref)
        yield from _owed(case, kind, toward, every, own=pace is not None)


def _owed(
    case: Known, kind: DueKind, toward: Toward, every: Duration, **facts: bool
) -> Iterator[Found]:
    """*every* after the base day, unless a promise to the party is pending."""
    if toward.base is not None and not case.journal.promise_to(toward.party):
        yield Found(
            kind=kind,
            due=after(toward.base, every),
            ref=toward.ref,
            with_=toward.party,
            facts={"last": case.last_contact(toward.party), "every": every, **facts},
        )


def first_employer(case: Known) -> Iterator[Found]:
    """A nudge so long after the first stage entry, while no employer has been met for the person.

    Not where the person works for an employer that may not know of the coach: nobody could ever do
    what the line asks.
    """
    if case.process is None or case.process.first_employer is None or not case.steps:
        return
    met = bool(case.employer_contacts)
    presented = any(reached(a.presented, case.day) for a in case.person.applications)
    hidden = any(not case.person.may_know(placement) for _, placement in case.under_way)
    if not (met or presented or hidden):
        first = case.steps[0]
        yield Found(
            kind="first-employer",
            due=after(first.entry.on, case.process.first_employer),
            ref=f"stages[{first.index}]",
            facts={"since": first.entry.on},
        )


def keep_warm(employer: Employer, cases: Cases, day: date) -> Iterator[Found]:
    """The employer's own interval after the last contact with it, in any file."""
    if employer.contact_every is None or employer.status in ("paused", "do-not-contact"):
        return
    last = cases.last_contact_with(employer.id, day)
    if last is not None:
        due = after(last, employer.contact_every)
    else:
        due = min((job.open for job in employer.jobs if job.open), default=day)
    yield Found(
        kind="keep-warm",
        due=due,
        ref="contact_every",
        with_=employer.id,
        facts={"last": last, "every": employer.contact_every},
    )
