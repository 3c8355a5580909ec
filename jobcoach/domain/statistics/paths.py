"""Each person's path as it will be drawn: stages and jobs over time."""

from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.process import StageNamed

Lane = Literal["stage", "job", "stepping-stone"]


class Segment(msgspec.Struct, frozen=True):
    """A stretch of days on a path, both included: a stage, a paid job, or an internship or trial.

    *kind* of a stage is ``intake``, ``coached`` or ``final``; of a job its market; of a stepping stone its
    contract.
    """

    lane: Lane
    kind: str
    first: date
    last: date
    stage: StageNamed | None = None
    runs: bool = False
    """Whether it had not ended on the last day looked at."""


class Path(msgspec.Struct, frozen=True):
    """One person's path, in the order of its days."""

    case: str
    segments: tuple[Segment, ...]
    repository: str = ""
