"""What a stage needs or expects, in words, each with the command that supplies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.render import words

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts

SUPPLIED_BY = {
    "participation": "agreement add {case} participation",
    "trust-contract": "agreement add {case} trust-contract",
    "service": "agreement add {case} service",
    "work-plan": "agreement add {case} work-plan",
    "service-dated": "agreement add {case} service --review +3m",
    "employer-agreement": "agreement add {case} follow-up --with employer",
    "profile": 'person add {case} wishes "…"; jobcoach person set {case} constraints []',
    "plan": 'plan goal {case} "…"',
    "signed-plan": "plan sign {case}",
    "available": "person set {case} readiness.available today",
    "motivated": "person set {case} readiness.motivated today",
    "trained": "person set {case} readiness.trained today",
    "accepted-application": "application decide {case} EMPLOYER accepted",
    "presented-application": "application present {case} EMPLOYER",
    "presentation-consent": "consent give {case} EMPLOYER --about name,strengths",
    "placement": "placement start {case} EMPLOYER",
    "paid-placement": "placement start {case} EMPLOYER --contract permanent",
    "referent": "person set {case} coach ID",
    "reason": 'stage move {case} … --why "…"',
    "shared-evaluation": "review add {case} closing --by person",
}
"""The command that supplies each need."""


def need_lines(needs: tuple[str, ...], case: str, t: Texts) -> list[str]:
    """Return each need in words with the command that supplies it."""
    lines: list[str] = []
    for need in needs:
        lines += [
            f"- {t.word(words.NEEDS, need)}",
            f"    → jobcoach {SUPPLIED_BY[need].format(case=case)}",
        ]
    return lines
