"""Contacts that are owed: promised, by rhythm, after long silence, to keep an employer warm."""

from collections.abc import Iterator
from datetime import date

from jobcoach.domain.cases import Cases, counts
from jobcoach.domain.due.item import Found
from jobcoach.domain.durations import after, plus_days
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import PERSON
from jobcoach.domain.known import Known, reached
from jobcoach.domain.people import Contact

EARLY_DAYS = 2
"""A contact at most so many days early keeps a promise."""

Journal = list[tuple[int, Contact]]


def promised(case: Known) -> Iterator[Found]:
    """The `next` of a contact, until one with the same party keeps or replaces it."""
    for index, contact, party in pending_promises(case):
        assert isinstance(contact.next, date)
        yield Found(
            kind="promised",
            due=contact.next,
            ref=f"contacts[{index}]",
            with_=party,
            facts={"on": contact.on, "how": contact.how},
        )


def pending_promises(case: Known) -> Iterator[tuple[int, Contact, str]]:
    """Promises of a person's case still open on the day: place, contact, party."""
    return _pending(list(case.contacts), PERSON, case.counts)


def employer_promised(employer: Employer, _: Cases, day: date) -> Iterator[Found]:
    """The same in an employer's own journal."""
    journal = sorted(
        ((i, c) for i, c in enumerate(employer.contacts) if c.on <= day),
        key=lambda pair: (pair[1].on, pair[0]),
    )

    def kept(contact: Contact, party: str) -> bool:
        return party in contact.parties(employer.id) and counts(contact)

    for index, contact, party in _pending(journal, employer.id, kept):
        assert isinstance(contact.next, date)
        yield Found(
            kind="promised",
            due=contact.next,
            ref=f"contacts[{index}]",
            with_=party,
            facts={"on": contact.on, "how": contact.how},
        )


def _pending(journal: Journal, default: str, kept: object) -> Iterator[tuple[int, Contact, str]]:
    """A promise waits for a later entry with its party that has its own `next`, or that counts and
    is dated no earlier than two days before it; one that did not take place leaves it pending."""
    assert callable(kept)
    for place, (index, contact) in enumerate(journal):
        if not isinstance(contact.next, date):
            continue
        later = [entry for _, entry in journal[place + 1 :]]
        for party in contact.parties(default):
            if not any(
                party in entry.parties(default)
                and (
                    entry.next is not None
                    or (kept(entry, party) and entry.on >= plus_days(contact.next, -EARLY_DAYS))
                )
                for entry in later
            ):
                yield index, contact, party


def _promise_pending(case: Known, party: str) -> bool:
    return any(promised_to == party for _, _, promised_to in pending_promises(case))


def contact(case: Known) -> Iterator[Found]:
    """The base day plus the rhythm, toward the person; not while a promise is pending."""
    base = case.base_day(PERSON)
    if case.current is None or base is None or _promise_pending(case, PERSON):
        return
    rhythm = case.rhythm(PERSON, "person", base)
    if rhythm is None:
        return
    every, pace = rhythm
    yield Found(
        kind="contact",
        due=after(base, every),
        ref=f"stages[{case.current.index}]",
        with_=PERSON,
        facts={"last": case.last_contact(PERSON), "every": every, "own": pace is not None},
    )


def employer_contact(case: Known) -> Iterator[Found]:
    """The same toward the employer of each placement under way that may know of the coach."""
    for index, employer, placed in case.employers:
        base = case.base_day(employer, placed)
        if base is None or _promise_pending(case, employer):
            continue
        rhythm = case.rhythm(employer, "employer", base)
        if rhythm is None:
            continue
        every, pace = rhythm
        yield Found(
            kind="employer-contact",
            due=after(base, every),
            ref=f"placements[{index}]",
            with_=employer,
            facts={"last": case.last_contact(employer), "every": every, "own": pace is not None},
        )


def no_news(case: Known) -> Iterator[Found]:
    """A nudge after the silence a stage allows, where no calendar may be imposed (CHARTER)."""
    if case.stage is None or case.current is None:
        return
    person_base = case.base_day(PERSON)
    silence = case.stage.silence("person")
    if silence and person_base and not _promise_pending(case, PERSON):
        yield Found(
            kind="no-news",
            due=after(person_base, silence),
            ref=f"stages[{case.current.index}]",
            with_=PERSON,
            facts={"last": case.last_contact(PERSON), "every": silence},
        )
    silence = case.stage.silence("employer")
    if silence is None:
        return
    for index, employer, placed in case.employers:
        base = case.base_day(employer, placed)
        if base is not None and not _promise_pending(case, employer):
            yield Found(
                kind="no-news",
                due=after(base, silence),
                ref=f"placements[{index}]",
                with_=employer,
                facts={"last": case.last_contact(employer), "every": silence},
            )


def first_employer(case: Known) -> Iterator[Found]:
    """A nudge so long after the first stage entry, while no employer has been met for the person.

    Not where the person works for an employer that may not know of the coach: nobody could ever do
    what the line asks.
    """
    if case.process is None or case.process.first_employer is None or not case.steps:
        return
    employers = {
        *case.cases.employers,
        *(p.employer for p in case.person.placements if p.employer),
        *(a.employer for a in case.person.applications if a.employer),
    }
    met = any(
        counts(entry) and not employers.isdisjoint(entry.parties()) for _, entry in case.contacts
    )
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
