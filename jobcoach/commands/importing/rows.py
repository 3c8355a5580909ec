"""From the rows of a spreadsheet to cases: what each row makes, and what keeps it from making anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from msgspec.structs import replace

from jobcoach.commands.importing.plan import Plan
from jobcoach.commands.importing.work import Work
from jobcoach.commands.person import first_stage
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import PERSON
from jobcoach.domain.findings import Finding
from jobcoach.domain.importing import columns as headers
from jobcoach.domain.importing.judged import Case, Judged, Made
from jobcoach.domain.importing.on_file import Names, OnFile
from jobcoach.domain.importing.sheet import Trouble
from jobcoach.domain.importing.words import normal
from jobcoach.domain.people import Contact, Person
from jobcoach.domain.recording.contacts import contact_logged
from jobcoach.domain.recording.new_cases import pseudonym, slug
from jobcoach.errors import NotFound
from jobcoach.store.cells import BadCell
from jobcoach.store.change import Change
from jobcoach.store.files import EMPLOYERS, PEOPLE


def judged(
    plan: Plan,
    change: Change,
    coach: str | None,
    progress: Callable[[int, int], None] | None = None,
) -> Judged:
    """Return what the rows of *plan* make among the cases of *change*; nothing is put there yet.

    *coach* is the referent of new cases, and who made the contacts, where a row does not say.
    """
    work = {"people": _People, "employers": _Employers, "contacts": _Contacts}[plan.kind](
        plan, change, coach
    )
    rows = plan.sheet.rows
    for number, row in enumerate(rows, 1):
        found = list(work.row(row))
        work.found.troubles += found
        if progress is not None:
            progress(number, len(rows))
    work.look_over()
    work.found.troubles.sort(key=lambda trouble: trouble.line)
    return work.found


def _name(values: dict[str, Any], whole: str) -> str:
    """The name of a row: written whole, or first name and last name in two columns."""
    parts = [values.get(headers.FIRST_NAME), values.get(headers.LAST_NAME)]
    return values.get(whole) or " ".join(part for part in parts if part)


_NOT_THE_PERSON_S = (
    "name",
    headers.FIRST_NAME,
    headers.LAST_NAME,
    headers.ENTERED,
    headers.STAGE,
)
_NOT_THE_CONTACT_S = (
    headers.WHO,
    headers.OF_PERSON,
    headers.OF_EMPLOYER,
    headers.FIRST_NAME,
    headers.LAST_NAME,
    "with",
)


class _People(Work):
    """A row is a person."""

    def __init__(self, plan: Plan, change: Change, coach: str | None) -> None:
        super().__init__(plan, change, coach)
        self.taken = {*change.cases.people, *change.cases.employers}
        people = change.cases.people
        self.there = OnFile(change.repository.names(PEOPLE), lambda case_id: people[case_id].born)

    def about(self, line: int, values: dict[str, Any]) -> list[Trouble]:
        name = _name(values, "name")
        if not name:
            header = self.plan.header("name", headers.LAST_NAME, headers.FIRST_NAME)
            return [Trouble(line, header, "missing", {"key": "name"})]
        return _there_already(line, self.there.same(name, values.get("born")))

    def make(self, line: int, values: dict[str, Any]) -> list[Trouble]:
        name = _name(values, "name")
        own = self.attributes(values, *_NOT_THE_PERSON_S)
        new_id = pseudonym(name, self.taken)
        person = Person(**({"coach": self.coach} | own), id=new_id, name=name)
        day: date = values.get(headers.ENTERED) or self.change.day
        try:
            entry = first_stage(self.change, person, values.get(headers.STAGE), day)
        except NotFound as error:
            return [self._no_such_stage(line, error)]
        self.taken.add(new_id)
        self.there.add(name, values.get("born"), line)
        self.keep(line, replace(person, stages=(entry,)) if entry else person)
        return []

    def _no_such_stage(self, line: int, error: NotFound) -> Trouble:
        code, key = (
            ("unknown-stage", headers.STAGE)
            if error.code == "stage-not-found"
            else ("unknown-process", "process")
        )
        finding = Finding(code=code, case="", path=(), facts=error.facts)
        return Trouble(line, self.plan.header(key), "finding", {"finding": finding})


class _Employers(Work):
    """A row is an employer."""

    def __init__(self, plan: Plan, change: Change, coach: str | None) -> None:
        super().__init__(plan, change, coach)
        cases, settings = change.cases, change.settings
        self.taken = {*cases.employers, *cases.partner_ids, *cases.people}
        self.taken |= {one.id for one in settings.coaches}
        employers = cases.employers
        self.there = OnFile(
            change.repository.names(EMPLOYERS), lambda case_id: _place(employers[case_id].place)
        )

    def about(self, line: int, values: dict[str, Any]) -> list[Trouble]:
        if "name" not in values:
            return [Trouble(line, self.plan.header("name"), "missing", {"key": "name"})]
        return _there_already(line, self.there.same(values["name"], _place(values.get("place"))))

    def make(self, line: int, values: dict[str, Any]) -> list[Trouble]:
        name = values["name"]
        own = {"coach": self.coach, "status": "prospect"} | self.attributes(values, "name")
        staff = own.get("staff", ())
        if staff and not any(member.reference is not None for member in staff):
            own["staff"] = (replace(staff[0], reference=True), *staff[1:])
        new_id = slug(name, self.taken)
        self.taken.add(new_id)
        self.there.add(name, _place(values.get("place")), line)
        self.keep(line, Employer(**own, id=new_id, name=name))
        return []


class _Contacts(Work):
    """A row is a contact, in the journal of the person or the employer it names."""

    def __init__(self, plan: Plan, change: Change, coach: str | None) -> None:
        super().__init__(plan, change, coach)
        self.people = Names(change.repository.names(PEOPLE))
        self.employers = Names(change.repository.names(EMPLOYERS))
        self.lines: dict[int, int] = {}  # by the identity of the contact made

    def about(self, line: int, values: dict[str, Any]) -> list[Trouble]:
        self._whose(values)
        return []

    def make(self, line: int, values: dict[str, Any]) -> list[Trouble]:
        for key in ("on", *(("how",) if values.get("held") is not False else ())):
            if key not in values:
                return [Trouble(line, self.plan.header(key), "missing", {"key": key})]
        place, firm = self._whose(values)
        case = self.found.cases.get(place) or self._on_file(place)
        own = {"by": self.coach} | self.attributes(values, *_NOT_THE_CONTACT_S)
        contact = Contact(**own, with_=self._parties(case, values.get("with", ()), firm))
        default = PERSON if isinstance(case, Person) else case.id
        if any(_same_contact(contact, other, default) for other in case.contacts):
            self.found.already += 1
            return []
        self.lines[id(contact)] = line
        self.found.cases[place] = contact_logged(case, contact)
        self.found.made.append(Made(line, place, contact))
        return []

    def _on_file(self, place: str) -> Case:
        folder, _, case_id = place.partition("/")
        cases = self.change.cases
        return cases.people[case_id] if folder == PEOPLE else cases.employers[case_id]

    def _whose(self, values: dict[str, Any]) -> tuple[str, str | None]:
        """Return the place of the case whose journal it is, and the employer a person's contact was with."""
        who = _name(values, headers.WHO) if headers.OF_PERSON not in values else None
        person, firm = values.get(headers.OF_PERSON), values.get(headers.OF_EMPLOYER)
        firm_id = self._only(headers.OF_EMPLOYER, self.employers.meant(firm)) if firm else None
        if person:
            return f"{PEOPLE}/{self._only(headers.OF_PERSON, self.people.meant(person))}", firm_id
        if who:
            found = [f"{PEOPLE}/{one}" for one in self.people.meant(who)]
            found += [f"{EMPLOYERS}/{one}" for one in self.employers.meant(who)]
            return self._only(headers.WHO, found), firm_id if found[0].startswith(PEOPLE) else None
        if firm_id:
            return f"{EMPLOYERS}/{firm_id}", None
        there = [key for key in headers.NEEDED["contacts"][1] if self.plan.header(key)]
        key = there[0] if there else headers.WHO
        raise BadCell(key, "missing", key=key)

    def _only(self, key: str, found: list[str]) -> str:
        """Return the only one of those *found* for a key; raises BadCell."""
        if len(found) == 1:
            return found[0]
        at = key if self.plan.header(key) else headers.LAST_NAME
        if not found:
            raise BadCell(at, "nobody")
        raise BadCell(at, "several", ids=", ".join(one.rpartition("/")[2] for one in found))

    def _parties(self, case: Case, written: tuple[str, ...], firm: str | None) -> tuple[str, ...]:
        """Return the ids behind the names of those the contact was with; raises BadCell."""
        circle = {r.id: r.name or r.id for r in case.circle} if isinstance(case, Person) else {}
        near = Names(circle)
        found: list[str] = []
        for name in written:
            if isinstance(case, Person) and (name == PERSON or normal(name) == normal(case.name)):
                found.append(PERSON)
                continue
            ids = dict.fromkeys(
                [*near.meant(name), *self.partners.meant(name), *self.employers.meant(name)]
            )
            found.append(self._only("with", list(ids)))
        if firm is not None and firm not in found:
            found.append(firm)
        return () if found == [PERSON] else tuple(found)

    def line_of(self, place: str, finding: Finding) -> int | None:
        case = self.found.cases[place]
        if finding.path[:1] != ("contacts",) or not isinstance(finding.path[1], int):
            return None
        return self.lines.get(id(case.contacts[finding.path[1]]))

    def header_of(self, finding: Finding) -> str:
        return self.plan.header(str(finding.path[2])) if len(finding.path) > 2 else ""

    def leave_out(self, bad: set[int]) -> None:
        for place in {made.place for made in self.found.made if made.line in bad}:
            case = self.found.cases[place]
            kept = tuple(one for one in case.contacts if self.lines.get(id(one)) not in bad)
            self.found.cases[place] = replace(case, contacts=kept)
            if not any(id(one) in self.lines for one in kept):
                del self.found.cases[place]


def _there_already(line: int, same: str | int | None) -> list[Trouble]:
    if same is None:
        return []
    if isinstance(same, int):
        return [Trouble(line, "", "twice", {"other": same})]
    return [Trouble(line, "", "on-file", {"id": same})]


def _place(place: str | None) -> str | None:
    return normal(place) or None if place else None


def _same_contact(one: Contact, other: Contact, default: str) -> bool:
    return (
        one.on == other.on
        and one.how == other.how
        and one.note == other.note
        and one.parties(default) == other.parties(default)
    )
