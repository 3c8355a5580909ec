"""The quality of a job, and hiring aids, which are none (FRB: no push toward jobs without a minimum of it)."""

from collections.abc import Iterator

from jobcoach.domain.matching.pair import Pair
from jobcoach.domain.matching.reason import Reason


def below_scale(pair: Pair) -> Iterator[Reason]:
    """Yield a warning where the pay is below scale."""
    if pair.job.pay == "below-scale":
        yield Reason(side="warning", code="below-scale")


def poor(pair: Pair) -> Iterator[Reason]:
    """Yield a warning for each criterion that is marked poor."""
    for criterion, mark in pair.job.quality.items():
        if mark == "poor":
            yield Reason(side="warning", code="poor", facts={"criterion": criterion})


def aids(pair: Pair) -> Iterator[Reason]:
    """Yield each hiring aid the person opens a right to: told apart, never part of the order."""
    for aid in pair.person.aids:
        yield Reason(side="aid", code="aid", facts={"text": aid})
