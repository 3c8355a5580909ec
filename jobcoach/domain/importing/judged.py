"""What becomes of a spreadsheet once its rows are read."""

import msgspec

from jobcoach.domain.employers import Employer
from jobcoach.domain.findings import Finding
from jobcoach.domain.importing.sheet import Trouble
from jobcoach.domain.people import Contact, Person

Case = Person | Employer


class Made(msgspec.Struct, frozen=True):
    """What a row makes: a case, or a contact in the journal of the case at *place*."""

    line: int
    place: str
    entry: Case | Contact


class Judged(msgspec.Struct):
    """What becomes of a spreadsheet: what its rows make, the cases after it, what is wrong, what wants a look."""

    made: list[Made] = []
    cases: dict[str, Case] = {}
    troubles: list[Trouble] = []
    already: int = 0
    """Contacts that stand in their journal already."""
    warnings: list[tuple[int, Finding]] = []

    @property
    def bad_lines(self) -> list[int]:
        """The lines of the rows that make nothing because of what is wrong with them."""
        return list(dict.fromkeys(trouble.line for trouble in self.troubles))
