"""All case files of a service together: what one file says about another."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property

from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import PERSON
from jobcoach.domain.people import Contact, Person
from jobcoach.domain.process import Process
from jobcoach.domain.settings import DEFAULT_PROCESS, Settings


class Cases:
    """The records of one repository, by id; immutable once built."""

    def __init__(
        self,
        settings: Settings,
        processes: Mapping[str, Process],
        people: Mapping[str, Person],
        employers: Mapping[str, Employer],
    ) -> None:
        self.settings = settings
        self.processes = processes
        self.people = people
        self.employers = employers

    def first_process(self, person: Person) -> str:
        """Return the id of the model the case begins with: its own, else the service's."""
        return person.process or self.settings.process or DEFAULT_PROCESS

    @cached_property
    def partner_ids(self) -> frozenset[str]:
        """The ids of the partners in the settings."""
        return frozenset(partner.id for partner in self.settings.partners)

    def name_of(self, person: Person | None, party: str) -> str:
        """Return the name behind an id as *person*'s case knows it, else the id or text itself."""
        if party in self.employers:
            return self.employers[party].name
        if person is not None:
            if party == PERSON:
                return person.name
            for relative in person.circle:
                if relative.id == party and relative.name:
                    return relative.name
        for partner in (*self.settings.partners, *self.settings.coaches):
            if partner.id == party and partner.name:
                return partner.name
        return party

    @cached_property
    def _employer_contacts(self) -> dict[str, list[tuple[date, Contact]]]:
        """Every contact with each employer that took place and counts, from all files."""
        found: dict[str, list[tuple[date, Contact]]] = {key: [] for key in self.employers}
        for employer in self.employers.values():
            for contact in employer.contacts:
                if counts(contact) and employer.id in contact.parties(employer.id):
                    found[employer.id].append((contact.on, contact))
        for person in self.people.values():
            for contact in person.contacts:
                if not contact.with_ or not counts(contact):
                    continue
                for party in contact.parties():
                    if party in found:
                        found[party].append((contact.on, contact))
        return found

    def last_contact_with(self, employer_id: str, day: date) -> date | None:
        """Return the last day up to *day* on which anybody of the service met the employer."""
        dates = (on for on, _ in self._employer_contacts.get(employer_id, ()))
        return max((on for on in dates if on <= day), default=None)


def counts(contact: Contact, *, message_counts: bool = False) -> bool:
    """Whether a contact took place in a way that keeps a rhythm.

    A visit, a meeting, a call or a video call does; a message where it was answered, or where
    *message_counts* (the person prefers messages); a letter never. (format.md, "What is due")
    """
    if contact.held is False:
        return False
    if contact.how == "message":
        return contact.answered is True or message_counts
    return contact.how in ("visit", "meeting", "phone", "video")
