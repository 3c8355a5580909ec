"""How often to be in touch: a stage's lines, and the word for an interval."""

from typing import Annotated

from jobcoach.domain.durations import Duration
from jobcoach.domain.fields import Kind, Record

Every = Annotated[Duration, Kind.RHYTHM]


class RhythmLine(Record, frozen=True, kw_only=True):
    """``every`` holds ``for_`` so long; lines follow each other and the last has no end."""

    every: Every
    for_: Every | None = None
