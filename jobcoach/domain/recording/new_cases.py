"""Ids of new cases: pseudonyms for persons, readable words for employers and jobs."""

import re
import secrets
from collections.abc import Collection

from jobcoach.domain.fields import ID, RESERVED_IDS
from jobcoach.domain.finding_cases import folded
from jobcoach.errors import Refused

# Without what is read as something else on paper: l 1 i, o 0.
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


def pseudonym(name: str, taken: Collection[str]) -> str:
    """Return a new person's id: initials and three random characters, never the name itself."""
    words = re.findall(r"[a-z0-9]+", folded(name))
    initials = (words[0][0] + (words[-1][0] if len(words) > 1 else "")) if words else "x"
    while True:
        made = f"{initials}-{''.join(secrets.choice(_SIGNS) for _ in range(3))}"
        if made not in taken and made not in RESERVED_IDS:
            return made


def slug(name: str, taken: Collection[str]) -> str:
    """Return a readable id: ``boulangerie-lambert``; with a number where it is taken."""
    words = re.findall(r"[a-z0-9]+", folded(name))
    base = "-".join(words)[:58].strip("-") or "x"
    made, number = base, 2
    while made in taken or made in RESERVED_IDS:
        made, number = f"{base}-{number}", number + 1
    return made


def refuse_taken(wanted: str, taken: Collection[str]) -> None:
    """Raise Refused for an id that cannot be one, or is somebody's already."""
    if not ID.fullmatch(wanted):
        raise Refused("bad-id", value=wanted)
    if wanted in taken or wanted in RESERVED_IDS:
        raise Refused("id-taken", value=wanted)
