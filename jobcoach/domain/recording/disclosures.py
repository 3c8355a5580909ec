"""What was handed on: each document made for somebody else leaves a line."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from jobcoach.domain.people import About, Disclosure, Person


def disclosed(person: Person, day: date, to: str, document: str, about: Sequence[About]) -> Person:
    """Return the case with one more disclosure: to whom, which document, about what."""
    line = Disclosure(on=day, to=to, document=document, about=tuple(about))
    return replace(person, disclosures=(*person.disclosures, line))
