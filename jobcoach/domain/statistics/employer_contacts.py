"""Contacts with employers in a period, noted in their own files or in persons'."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Employer
from jobcoach.domain.people import Contact, Person
from jobcoach.domain.statistics.figures import Period, Scope
from jobcoach.domain.statistics.roads import road

IN_PERSON_OR_BY_PHONE = ("visit", "meeting", "phone", "video")


class EmployerContact(msgspec.Struct, frozen=True):
    """A contact with one employer: in whose file it stands, and where."""

    employer: str
    file: Person | Employer
    place: int
    contact: Contact

    @property
    def ref(self) -> str:
        """The entry in the file."""
        return f"contacts[{self.place}]"

    @property
    def met(self) -> bool:
        """Whether they met or spoke: mail and messages never count (FRB)."""
        return self.contact.how in IN_PERSON_OR_BY_PHONE


def employer_contacts(cases: Cases, period: Period, scope: Scope) -> Iterator[EmployerContact]:
    """Yield the contacts that took place in the period, by the scope's coach; with two firms, one for each.

    With one process, those in persons' files on days on which the case followed it: an employer's own file
    follows none.
    """
    files: list[Person | Employer] = [*cases.people.values()]
    if scope.process is None:
        files += cases.employers.values()
    for file in files:
        own = file.id if isinstance(file, Employer) else None
        followed = (
            road(file, cases, period.until) if scope.process and isinstance(file, Person) else None
        )
        for place, contact in enumerate(file.contacts):
            if (own is None and not contact.with_) or not _took_place(contact, period, scope):
                continue
            if followed is not None and followed.process_on(contact.on) != scope.process:
                continue
            for party in contact.parties(own) if own else contact.parties():
                if party in cases.employers:
                    yield EmployerContact(party, file, place, contact)


def _took_place(contact: Contact, period: Period, scope: Scope) -> bool:
    return (
        contact.held is not False and period.holds(contact.on) and scope.coach in (None, contact.by)
    )
