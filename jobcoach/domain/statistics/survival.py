"""How long something lasts, where some of it still goes on: Kaplan and Meier's estimate.

What has not ended by the last day counts as lasting at least until then: leaving it out would make jobs look
shorter than they are, counting it as ended too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from fractions import Fraction

import msgspec

from jobcoach.domain.statistics.figures import Curve


class Step(msgspec.Struct, frozen=True):
    """A day on which something ended: how many were watched up to it, how many ended, what share lasts on."""

    day: int
    at_risk: int
    ended: int
    share: Fraction


class Lasting(msgspec.Struct, frozen=True):
    """The estimate: a step for each day on which something ended, and all lengths in days."""

    steps: tuple[Step, ...]
    lengths: tuple[int, ...]

    @property
    def median(self) -> int | None:
        """The first day by which half or more have ended, in days; None where it was not reached."""
        half = Fraction(1, 2)
        return next((step.day for step in self.steps if step.share <= half), None)

    def share(self, day: int) -> Fraction | None:
        """Return the share that lasts beyond *day*; None where nothing was watched for so long."""
        if not self.lengths or day > self.lengths[-1]:
            return Fraction(0) if self.steps and not self.steps[-1].share else None
        passed = [step.share for step in self.steps if step.day <= day]
        return passed[-1] if passed else Fraction(1)

    def at_risk(self, day: int) -> int:
        """Return how many lasted, and were watched, for *day* days at least."""
        return len(self.lengths) - bisect_left(self.lengths, day)

    def ended(self, day: int) -> int:
        """Return how many had ended by *day*."""
        return sum(step.ended for step in self.steps if step.day <= day)


def lasting(curve: Curve) -> Lasting:
    """Return the estimate for a curve's cases."""
    return product_limit((one.days or 0, one.ended is True) for one in curve.counted)


def product_limit(lengths: Iterable[tuple[int, bool]]) -> Lasting:
    """Return Kaplan and Meier's estimate from lengths in days, each with whether it ended.

    What ended and what was censored on one day: the ended one comes first, as is usual.
    """
    spells = sorted(lengths)
    all_lengths = tuple(days for days, _ in spells)
    ended_on: dict[int, int] = {}
    for days, ended in spells:
        if ended:
            ended_on[days] = ended_on.get(days, 0) + 1
    steps: list[Step] = []
    share = Fraction(1)
    for day, count in ended_on.items():
        at_risk = len(all_lengths) - bisect_left(all_lengths, day)
        share *= Fraction(at_risk - count, at_risk)
        steps.append(Step(day, at_risk, count, share))
    return Lasting(tuple(steps), all_lengths)
