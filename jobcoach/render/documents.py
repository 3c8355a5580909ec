"""What documents show: views made of texts only, in the document's language.

A template receives a view and nothing else: no record, no case, nothing the reader may not see. Here is
what every document shares: its frame, who somebody is, who may be told what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.fields import COACH, PERSON
from jobcoach.domain.known import Known
from jobcoach.domain.needs import consent_in_force
from jobcoach.render import words

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What every document says of itself."""

    title: str
    language: str
    style: str
    made_on: str
    reader: str
    organisation: str
    contact: str


class ConsentView(msgspec.Struct, frozen=True):
    """Who may know what, and until when (empty: no end agreed)."""

    to: str
    about: tuple[str, ...]
    until: str


def frame(known: Known, t: Texts, title: str, reader: str, style: str) -> dict[str, str]:
    """Return what every view has: title, language, day, reader, and the service's own address."""
    organisation = known.settings.organisation
    contact = [organisation.address, organisation.phone, organisation.email] if organisation else []
    return {
        "title": title,
        "language": t.language,
        "style": style,
        "made_on": t.day(known.day),
        "reader": reader,
        "organisation": (organisation.name or "") if organisation else "",
        "contact": " · ".join(part for part in contact if part),
    }


def who(party: str, known: Known, t: Texts) -> str:
    """Return who somebody is, as the person reads it."""
    if party == PERSON:
        return t("me")
    if party == COACH:
        coach = known.settings.coach(known.person.coach)
        return (coach.name or coach.id) if coach else t("my coach")
    if party in words.PARTY:
        return t.word(words.PARTY, party)
    return known.cases.name_of(known.person, party)


def consents(known: Known, t: Texts) -> tuple[ConsentView, ...]:
    """Return who may be told what on the day: the consents in force."""
    return tuple(
        ConsentView(
            to=who(consent.to, known, t),
            about=tuple(t.word(words.ABOUT, about) for about in consent.about),
            until=t.day(consent.until) if consent.until else "",
        )
        for consent in known.person.consents
        if consent_in_force(consent, known.day)
    )
