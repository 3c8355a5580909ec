"""What a stage needs or expects, in words, each with the commands that supply it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jobcoach.render import words

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts

SUPPLIED_BY: dict[str, tuple[str, ...]] = {
    "participation": ("agreement add {case} participation{on}",),
    "trust-contract": ("agreement add {case} trust-contract{on}",),
    "service": ("agreement add {case} service{on}",),
    "work-plan": ("agreement add {case} work-plan{on}",),
    "service-dated": ("agreement add {case} service --review +3m{on}",),
    "employer-agreement": ("agreement add {case} follow-up --with employer{on}",),
    "profile": ('person add {case} wishes "…"', "person set {case} constraints []"),
    "plan": ('plan goal {case} "…"',),
    "signed-plan": ('plan goal {case} "…"', "plan sign {case}"),
    "available": ("person set {case} readiness.available {day}",),
    "motivated": ("person set {case} readiness.motivated {day}",),
    "trained": ("person set {case} readiness.trained {day}",),
    "accepted-application": (
        "application propose {case} EMPLOYER",
        "application decide {case} EMPLOYER accepted",
    ),
    "presented-application": (
        "application propose {case} EMPLOYER",
        "application decide {case} EMPLOYER accepted",
        "application present {case} EMPLOYER",
    ),
    "presentation-consent": (
        "application propose {case} EMPLOYER",
        "consent give {case} EMPLOYER --about name,strengths",
    ),
    "placement": ("placement start {case} EMPLOYER",),
    "paid-placement": ("placement start {case} EMPLOYER --contract permanent",),
    "referent": ("person set {case} coach ID",),
    "reason": ('stage move {case} {stage} --why "…"',),
    "shared-evaluation": (
        "review add {case} closing --by person",
        "review add {case} closing --by coach",
    ),
}
"""The commands that supply each need, one after the other where it takes several."""


def supply(need: str, case: str, stage: str = "", on: str = "") -> list[str]:
    """Return the commands for one need; *on* is the day it must be true, where that is not today."""
    filled = {"case": case, "stage": stage, "on": f" --on {on}" if on else "", "day": on or "today"}
    return [f"jobcoach {command.format(**filled)}" for command in SUPPLIED_BY[need]]


def need_lines(
    needs: Iterable[str], t: Texts, case: str, stage: str = "", on: str = ""
) -> list[str]:
    """Return each need in words, with the commands below it; without them where there is no *case* yet."""
    lines: list[str] = []
    for need in needs:
        lines.append(f"- {t.word(words.NEEDS, need)}")
        if case:
            lines += [f"    → {command}" for command in supply(need, case, stage, on)]
    return lines
