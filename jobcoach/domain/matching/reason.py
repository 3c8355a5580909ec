"""What is said about a person and a job: reasons with a code and facts, no sentences and no score."""

from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

Side = Literal["for", "against", "ask", "warning", "stated", "aid"]
SIDES: tuple[Side, ...] = get_args(Side)
"""In the order in which they are told: what speaks for it first, hiring aids last."""

CONFIDENTIAL = "confidential"
"""The code of what is only hinted at: a constraint that the person wants kept."""


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that speaks for a match, against it, or that nobody knows yet."""

    side: Side
    code: str
    facts: Mapping[str, object] = {}
    merit: bool = False
    """Whether the person brings or wishes it; a constraint that happens to fit is none."""
    confidential: bool = False
    """Whether it rests on a constraint that is marked so."""


def told(reasons: tuple[Reason, ...], confidential: bool) -> tuple[Reason, ...]:
    """Return the reasons as they may be printed.

    Without *confidential*, nothing of a constraint marked so remains but that one speaks against the match, or
    is to be asked about: once each, however many there are.
    """
    if confidential:
        return reasons
    kept: list[Reason] = []
    for reason in reasons:
        if not reason.confidential:
            kept.append(reason)
        elif reason.side != "for":
            hint = Reason(side=reason.side, code=CONFIDENTIAL, confidential=True)
            if hint not in kept:
                kept.append(hint)
    return tuple(kept)
