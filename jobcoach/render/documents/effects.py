"""What a job would change for the person: income, benefits, family, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.finding_cases import folded
from jobcoach.render.catalogue import N_
from jobcoach.render.documents.frame import Paper, View, coach_name, coach_reached, frame, who
from jobcoach.render.person_screen import job_name

if TYPE_CHECKING:
    from jobcoach.domain.audience import Copy
    from jobcoach.domain.people import Application

TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        N_("Income each month"),
        ("revenu", "salaire", "income", "pay", "inkomen", "loon", "einkommen", "lohn"),
    ),
    (
        N_("Benefits and allowances"),
        (
            "allocation",
            "aide",
            "indemnite",
            "benefit",
            "allowance",
            "uitkering",
            "leistung",
            "beihilfe",
        ),
    ),
    (
        N_("Childcare and family"),
        ("garderie", "creche", "enfant", "child", "opvang", "kind", "famil"),
    ),
    (
        N_("The way to work: time and cost"),
        ("trajet", "transport", "bus", "travel", "vervoer", "fahrt"),
    ),
    (N_("Health costs and insurance"), ("mutuelle", "sante", "health", "ziekte", "kranken")),
    (N_("Rent, debts, other costs"), ("loyer", "dette", "rent", "debt", "huur", "schuld", "miete")),
    (
        N_("Getting my benefits back if the job does not last"),
        ("retour", "reprendre", "come back", "terug", "ruckkehr", "zuruck"),
    ),
)
"""What is worth asking before a yes, with words by which an effect that is known shows what it is about."""


class EffectView(msgspec.Struct, frozen=True):
    """One thing that would change: now, then, who worked it out and when; empty: to fill in."""

    what: str
    now: str
    then: str
    by: str
    on: str


class EffectsView(View, frozen=True, kw_only=True):
    """What one job would change, and what is still to be worked out."""

    person: str
    job: str
    proposed: str
    effects: tuple[EffectView, ...]
    unknown: tuple[str, ...]
    coach: str
    coach_reached: tuple[str, ...]


def view(copy: Copy, paper: Paper, application: Application) -> EffectsView:
    """Return what *application*'s job would change, the questions without an answer as empty lines."""
    known, t = copy.known, paper.t
    return EffectsView(
        **frame(copy, paper, t("What this job would change")),
        person=known.person.name,
        job=job_name(application, known),
        proposed=t.day(application.proposed) if application.proposed else "",
        effects=tuple(
            EffectView(
                effect.what,
                effect.now or "",
                effect.then or "",
                who(effect.by, known, t) if effect.by else "",
                t.day(effect.on) if effect.on else "",
            )
            for effect in application.effects
        ),
        unknown=tuple(
            t(topic) for topic, signs in TOPICS if not _known_already(application, signs)
        ),
        coach=coach_name(known),
        coach_reached=coach_reached(known),
    )


def _known_already(application: Application, signs: tuple[str, ...]) -> bool:
    return any(sign in folded(effect.what) for effect in application.effects for sign in signs)
