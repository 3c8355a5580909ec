"""Names that a reader may not meet: other employers and their people, the circle, partners, other persons.

Free text is where they slip through: a goal that says at which firm, a step that says with whom. A text that
holds such a name is left out of a copy whole, since nobody can cut it without changing what it says.
"""

import re
from collections.abc import Iterable, Iterator

from jobcoach.domain.finding_cases import folded
from jobcoach.domain.known import Known
from jobcoach.domain.people import Application, Person, Placement

SHORT = 3
"""A part of a person's name is looked for by itself from so many letters on."""


class HiddenNames:
    """Tells whether a text holds one of *names*, however it is written: case, accents, blanks, hyphens."""

    def __init__(self, names: Iterable[str]) -> None:
        patterns = {
            r"\W+".join(map(re.escape, words))
            for name in names
            if (words := re.findall(r"\w+", folded(name)))
        }
        longest = sorted(patterns, key=len, reverse=True)
        self._found = re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)") if longest else None

    def within(self, *texts: str | None) -> bool:
        """Whether any of *texts* holds one of the names."""
        found = self._found
        return found is not None and any(found.search(folded(text)) for text in texts if text)


def names_of_others(known: Known, reader: str) -> Iterator[str]:
    """Yield the names that *reader* has no business to know: everybody's but their own."""
    person, cases = known.person, known.cases
    own = cases.employers.get(reader)
    for employer in cases.employers.values():
        if employer is not own:
            yield employer.name
    for relative in person.circle:
        if relative.id != reader:
            yield relative.name or ""
    for other in cases.people.values():
        if other.id != person.id:
            yield other.name
    for partner in known.settings.partners:
        if partner.id != reader:
            yield partner.name or ""
    for entry in _entries_elsewhere(person, reader):
        if entry.firm and (own is None or entry.firm != own.name):
            yield entry.firm
        if isinstance(entry, Placement):
            yield from (name for name in (entry.tutor, *entry.natural_supports) if name)
            yield from (task.to for task in entry.handover if task.to)
        firm = cases.employers.get(entry.employer or "")
        yield from (member.name for member in (firm.staff if firm else ()) if member.name)


def names_of_person(person: Person) -> Iterator[str]:
    """Yield the person's name and those parts of it by which they are called."""
    yield person.name
    parts = re.findall(r"[\w-]+", person.name)
    # A particle such as "van" or "des" is no name by itself.
    yield from (part for part in parts if len(part) >= SHORT and not part.islower())


def _entries_elsewhere(person: Person, reader: str) -> Iterator[Application | Placement]:
    """Applications and placements with anybody but the reader."""
    for entry in (*person.applications, *person.placements):
        assert isinstance(entry, Application | Placement)
        if entry.employer != reader:
            yield entry
