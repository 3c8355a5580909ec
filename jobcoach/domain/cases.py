"""All case files of a service together: what one file says about another."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import PERSON
from jobcoach.domain.journal import counts
from jobcoach.domain.people import Person
from jobcoach.domain.process import Process
from jobcoach.domain.quality import Quality
from jobcoach.domain.settings import DEFAULT_PROCESS, Settings

Case = TypeVar("Case", bound=Person | Employer)


class Overlaid(Mapping[str, Case]):
    """Cases by id, some in place of those below, some left out; nothing is read before it is asked for."""

    def __init__(
        self, below: Mapping[str, Case], over: Mapping[str, Case], gone: Collection[str]
    ) -> None:
        self._below = below
        self._over = over
        self._gone = {place.rpartition("/")[2] for place in gone}

    def __getitem__(self, case_id: str) -> Case:
        if case_id in self._over:
            return self._over[case_id]
        if case_id in self._gone:
            raise KeyError(case_id)
        return self._below[case_id]

    def __iter__(self) -> Iterator[str]:
        yield from (i for i in self._below if i not in self._gone or i in self._over)
        yield from (i for i in self._over if i not in self._below)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Cases:
    """The records of one repository, by id; immutable once built."""

    def __init__(
        self,
        settings: Settings,
        processes: Mapping[str, Process],
        people: Mapping[str, Person],
        employers: Mapping[str, Employer],
        quality: Quality = Quality(),  # noqa: B008 - frozen
    ) -> None:
        self.settings = settings
        self.processes = processes
        self.people = people
        self.employers = employers
        self.quality = quality

    def with_records(
        self, records: Iterable[Person | Employer | Settings], gone: Iterable[str] = ()
    ) -> "Cases":
        """Return the cases with *records* in place of those of the same id, and those at *gone* left out.

        *gone* are places, as ``people/ab-k7q``.
        """
        new = list(records)
        settings = next((r for r in new if isinstance(r, Settings)), self.settings)
        left_out = set(gone)
        return Cases(
            settings,
            self.processes,
            Overlaid(self.people, {r.id: r for r in new if isinstance(r, Person)}, left_out),
            Overlaid(self.employers, {r.id: r for r in new if isinstance(r, Employer)}, left_out),
            self.quality,
        )

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
        return self._service_names.get(party) or party

    @cached_property
    def _service_names(self) -> dict[str, str | None]:
        """The names of partners and coaches."""
        names = {partner.id: partner.name for partner in self.settings.partners}
        return names | {coach.id: coach.name for coach in self.settings.coaches}

    @cached_property
    def _employer_contacts(self) -> dict[str, list[date]]:
        """The days of every contact that counts with each employer, from all files."""
        days: dict[str, list[date]] = {key: [] for key in self.employers}
        for employer in self.employers.values():
            for contact in employer.contacts:
                if employer.id in contact.parties(employer.id) and counts(contact):
                    days[employer.id].append(contact.on)
        for person in self.people.values():
            for contact in person.contacts:
                if contact.with_ and counts(contact):
                    for party in contact.parties():
                        if party in days:
                            days[party].append(contact.on)
        return days

    def last_contact_with(self, employer_id: str, day: date) -> date | None:
        """Return the last day up to *day* on which anybody of the service met the employer."""
        days = self._employer_contacts.get(employer_id, ())
        return max((on for on in days if on <= day), default=None)
