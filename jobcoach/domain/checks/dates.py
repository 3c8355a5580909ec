"""Ends that come before their starts; contacts still to come; promises beyond a year."""

from collections.abc import Iterator, Sequence
from datetime import date

from jobcoach.domain.cases import Cases
from jobcoach.domain.durations import Duration, after
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import Record
from jobcoach.domain.findings import FieldPath, Finding
from jobcoach.domain.people import Contact, Person

FAR = Duration(months=12)

_PERSON_SPANS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    # list, start, ends
    ("experience", "from_", ("until",)),
    ("obstacles", "since", ("solved",)),
    ("agreements", "on", ("until", "ended")),
    ("consents", "on", ("until", "withdrawn")),
    ("pace", "from_", ("until",)),
    ("pauses", "from_", ("until",)),
    ("applications", "proposed", ("decided", "closed")),
    ("placements", "from_", ("until", "ended")),
    ("reviews", "on", ("answered",)),
)
_EMPLOYER_SPANS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("agreements", "on", ("until", "ended")),
    ("jobs", "open", ("closed",)),
)


def person_ends(person: Person, _cases: Cases, _day: date) -> Iterator[Finding]:
    """No end of an entry lies before its start."""
    for key, start, ends in _PERSON_SPANS:
        yield from _ends(person.case, (key,), getattr(person, key), start, ends)


def employer_ends(employer: Employer, _cases: Cases, _day: date) -> Iterator[Finding]:
    """The same for an employer's agreements and jobs."""
    for key, start, ends in _EMPLOYER_SPANS:
        yield from _ends(employer.case, (key,), getattr(employer, key), start, ends)


def service_ends(cases: Cases, _: date) -> Iterator[Finding]:
    """The same for the coaches' absences."""
    for index, coach in enumerate(cases.settings.coaches):
        yield from _ends("", ("coaches", index, "absences"), coach.absences, "from_", ("until",))


def _ends(
    case: str, path: FieldPath, entries: Sequence[Record], start: str, ends: tuple[str, ...]
) -> Iterator[Finding]:
    for index, entry in enumerate(entries):
        begun: date | None = getattr(entry, start)
        for end in ends:
            ended: date | None = getattr(entry, end)
            if begun is not None and ended is not None and ended < begun:
                yield Finding(
                    code="ends-before-start",
                    case=case,
                    path=(*path, index, end),
                    facts={"end": ended.isoformat(), "start": begun.isoformat()},
                )


def contact_dates(person: Person, _: Cases, day: date) -> Iterator[Finding]:
    """Contacts dated after today, and promises more than a year after their contact."""
    yield from _contact_dates(person.case, person.contacts, day)


def employer_contact_dates(employer: Employer, _: Cases, day: date) -> Iterator[Finding]:
    """The same in an employer's own journal."""
    yield from _contact_dates(employer.case, employer.contacts, day)


def _contact_dates(case: str, contacts: Sequence[Contact], day: date) -> Iterator[Finding]:
    for index, contact in enumerate(contacts):
        if contact.on > day:
            yield Finding(
                code="future-contact",
                case=case,
                path=("contacts", index, "on"),
                facts={"on": contact.on.isoformat()},
            )
        if isinstance(contact.next, date) and contact.next > after(contact.on, FAR):
            yield Finding(
                code="far-date",
                case=case,
                path=("contacts", index, "next"),
                facts={"on": contact.next.isoformat()},
            )
