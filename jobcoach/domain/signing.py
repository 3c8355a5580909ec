"""What was signed: a fingerprint of what a plan agrees on, so that a later change can be told.

Dates on which steps were done, reviews and signatures are no part of it: they follow from the plan without
changing what was agreed.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.fields import PERSON
from jobcoach.domain.people import Plan

DIGITS = 16
"""So many hexadecimal digits of the SHA-256 are kept: enough to tell two plans of one person apart."""


Kind = Literal["goal", "words", "measure", "support", "step", "sign", "risk", "copy"]


class Agreed(msgspec.Struct, frozen=True):
    """One thing that a plan agrees on: its texts, who does it or is called, and by when."""

    kind: Kind
    text: str
    more: str = ""
    who: str = ""
    by: date | None = None


class Difference(msgspec.Struct, frozen=True):
    """What was signed and stands there no more (*gone*), or stands there since."""

    agreed: Agreed
    gone: bool


def agreed(plan: Plan) -> Iterator[Agreed]:
    """Return all that *plan* agrees on, in the order of the file."""
    for goal in plan.goals:
        yield Agreed("goal", goal.goal or "")
        yield from (Agreed("words", words) for words in (goal.words,) if words)
        yield from (Agreed("measure", measure) for measure in (goal.measure,) if measure)
        yield from (Agreed("support", support) for support in goal.support)
        yield from (Agreed("step", s.do or "", who=s.who or "", by=s.by) for s in goal.steps)
    yield from (Agreed("sign", sign) for sign in plan.signs)
    yield from (Agreed("risk", r.what, r.agreed or "", r.call or "") for r in plan.risks)
    yield from (Agreed("copy", "", who=holder) for holder in sorted({*plan.copies, PERSON}))


def fingerprint(plan: Plan) -> str:
    """Return the fingerprint of all that *plan* agrees on."""
    written = json.dumps(
        [[a.kind, a.text, a.more, a.who, a.by and a.by.isoformat()] for a in agreed(plan)],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def differences(signed: Plan, now: Plan) -> list[Difference]:
    """Return what was signed and is gone, then what has come since, each in the order of its plan."""
    before, after = Counter(agreed(signed)), Counter(agreed(now))
    gone = [Difference(one, True) for one in agreed(signed) if before[one] > after[one]]
    come = [Difference(one, False) for one in agreed(now) if after[one] > before[one]]
    return list(dict.fromkeys([*gone, *come]))


def changed_since_signed(plan: Plan | None) -> date | None:
    """Return the day of the newest signature under something else than the plan of today, or None.

    A signature without a fingerprint (made by hand, or before jobcoach kept any) cannot be judged.
    """
    if plan is None:
        return None
    now = fingerprint(plan)
    under_another = [
        day for party, day in plan.signed.items() if plan.fingerprints.get(party) not in (None, now)
    ]
    return max(under_another, default=None)


def unsigned(plan: Plan | None) -> bool:
    """Whether the plan is a draft still: it is theirs once the person has signed it (EUSE)."""
    return plan is None or PERSON not in plan.signed
