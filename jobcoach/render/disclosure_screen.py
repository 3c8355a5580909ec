"""Who knows what about a person: what was handed on, and what may be told today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jobcoach.domain.known import Known
from jobcoach.domain.needs import consent_in_force
from jobcoach.render import words
from jobcoach.render.screen import Line, Screen, Section, Table, Title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jobcoach.render.catalogue import Texts


def disclosure_screen(known: Known, t: Texts) -> Screen:
    """Return what was handed on, the newest first, then the consents of today."""
    person = known.person
    screen: Screen = [Title(t("Who knows what about {name}", name=person.name)), Line()]
    handed = sorted(person.disclosures, key=lambda line: line.on, reverse=True)
    if handed:
        screen.append(
            Table(
                (t("On"), t("To"), t("Document"), t("About")),
                tuple(
                    (
                        t.day(line.on),
                        _party(line.to, known, t),
                        t(words.DOCUMENT.get(line.document or "", line.document or "")),
                        _about(line.about, t),
                    )
                    for line in handed
                ),
                indent=2,
            )
        )
    else:
        screen.append(Line(t("Nothing was handed on yet."), indent=2))
    screen += [Line(), Section(t("What may be told today"))]
    held = [consent for consent in person.consents if consent_in_force(consent, known.day)]
    if person.employer_may_know is False:
        screen.append(Line(t("No employer may learn that a coach exists."), "late", indent=2))
    screen += [
        Line(
            t.labelled(_party(consent.to, known, t), _about(consent.about, t))
            + (" – " + t("until {date}", date=t.day(consent.until)) if consent.until else ""),
            indent=2,
        )
        for consent in held
    ] or [Line(t("Nobody: no consent is in force."), indent=2)]
    return screen


def disclosure_json(known: Known) -> dict[str, Any]:
    """Return the same for other programs: entries in the order of the file, with the file's keys."""
    person = known.person
    return {
        "version": 1,
        "person": person.id,
        "disclosures": [
            {"on": line.on, "to": line.to, "document": line.document, "about": list(line.about)}
            for line in person.disclosures
        ],
        "may_be_told": [
            {"to": consent.to, "about": list(consent.about), "until": consent.until}
            for consent in person.consents
            if consent_in_force(consent, known.day)
        ],
        "employer_may_know": person.employer_may_know is not False,
    }


def _party(party: str, known: Known, t: Texts) -> str:
    if party in words.PARTY:
        return t.word(words.PARTY, party)
    return known.cases.name_of(known.person, party)


def _about(about: Iterable[str], t: Texts) -> str:
    return ", ".join(t(words.ABOUT.get(one, one)) for one in about)
