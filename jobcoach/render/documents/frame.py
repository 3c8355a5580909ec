"""What all documents share: their frame, the service's look, who somebody is, who may be told what.

A template receives a view and nothing else: texts in the document's language, no record, no case. A view is
made from a :class:`~jobcoach.domain.audience.Copy`, which holds nothing its reader may not know.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from jobcoach.domain.fields import COACH, PERSON
from jobcoach.domain.known import Known
from jobcoach.domain.needs import consent_in_force
from jobcoach.render import words
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jobcoach.domain.audience import Copy
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.settings import Coach
    from jobcoach.render.catalogue import Texts

Style = Literal["standard", "easy", "large"]

ACCENT = "#1b4a72"
"""The colour of headings where the service has none of its own."""


class Look(msgspec.Struct, frozen=True):
    """The service's own look: its logo as a data address (empty: none) and the colour of headings."""

    logo: str = ""
    accent: str = ACCENT


class Paper(msgspec.Struct, frozen=True):
    """What a document is written on: the language, the style, the look."""

    t: Texts
    style: Style = "standard"
    look: Look = Look()


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What every document says of itself."""

    title: str
    language: str
    style: Style
    made_on: str
    reader: str
    own: bool
    told: tuple[str, ...]
    told_until: str
    organisation: str
    contact: tuple[str, ...]
    logo: str
    accent: str
    page_words: tuple[str, str, str]
    """What stands before, between and after the two numbers of "page 1 of 2"."""


class ConsentView(msgspec.Struct, frozen=True):
    """Who may know what, and until when (empty: no end agreed)."""

    to: str
    about: tuple[str, ...]
    until: str


class SignatureView(msgspec.Struct, frozen=True):
    """A line to sign: name and role; the date where it is signed already."""

    name: str
    role: str
    on: str = ""


class Commitment(msgspec.Struct, frozen=True):
    """What one side does."""

    side: str
    does: tuple[str, ...]


def frame(copy: Copy, paper: Paper, title: str) -> dict[str, Any]:
    """Return what every view has: title, language, day, reader, and the service's own address."""
    t, known = paper.t, copy.known
    return {
        "title": title,
        "reader": reader_name(copy, t),
        "own": copy.own,
        "told": () if copy.own else about_words(copy.about, paper),
        "told_until": t.day(copy.until) if copy.until else "",
        **sheet(known.cases, known.day, paper),
    }


def sheet(cases: Cases, day: date, paper: Paper) -> dict[str, Any]:
    """Return what a view has whoever reads it: language, style, day, the service and its look."""
    t, organisation = paper.t, cases.settings.organisation
    contact = [organisation.address, organisation.phone, organisation.email] if organisation else []
    before, between, after = _around(t(N_("page {page} of {pages}")))
    return {
        "language": t.language,
        "style": paper.style,
        "made_on": t.day(day),
        "organisation": (organisation.name or "") if organisation else "",
        "contact": tuple(part for part in contact if part),
        "logo": paper.look.logo,
        "accent": paper.look.accent,
        "page_words": (before, between, after),
    }


def _around(text: str) -> tuple[str, str, str]:
    before, _, rest = text.partition("{page}")
    between, _, after = rest.partition("{pages}")
    return before, between, after


def reader_name(copy: Copy, t: Texts) -> str:
    """Return who the document is for, by name."""
    known = copy.known
    if copy.kind == "coach" and copy.reader == COACH:
        return coach_name(known) or t.word(words.PARTY, COACH)
    return known.cases.name_of(known.person, copy.reader)


def coach_of(known: Known) -> Coach | None:
    """Return the person's referent, or None."""
    return known.settings.coach(known.person.coach)


def coach_name(known: Known) -> str:
    """Return the name of the person's referent; empty where there is none."""
    coach = coach_of(known)
    return (coach.name or coach.id) if coach else ""


def coach_reached(known: Known) -> tuple[str, ...]:
    """Return how to reach the referent: phone and mail, the service's own where the coach has none."""
    coach, organisation = coach_of(known), known.settings.organisation
    phone = (coach.phone if coach else None) or (organisation.phone if organisation else None)
    email = (coach.email if coach else None) or (organisation.email if organisation else None)
    return tuple(part for part in (phone, email) if part)


def who(party: str, known: Known, t: Texts) -> str:
    """Return who somebody is, as the person reads it."""
    if party == PERSON:
        return t("me")
    if party == COACH:
        return coach_name(known) or t("my coach")
    if party in words.PARTY:
        return t.word(words.PARTY, party)
    return known.cases.name_of(known.person, party)


def about_words(about: Iterable[str], paper: Paper) -> tuple[str, ...]:
    """Return what may be told, in the trade's words, or in everyday ones where it is to be easy."""
    table = words.ABOUT_IN_FULL if paper.style == "easy" else words.ABOUT
    return tuple(paper.t.word(table, one) for one in about)


def consents(known: Known, paper: Paper) -> tuple[ConsentView, ...]:
    """Return who may be told what on the day: the consents in force."""
    t = paper.t
    return tuple(
        ConsentView(
            to=who(consent.to, known, t),
            about=about_words(consent.about, paper),
            until=t.day(consent.until) if consent.until else "",
        )
        for consent in known.person.consents
        if consent_in_force(consent, known.day)
    )


def raised(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]
