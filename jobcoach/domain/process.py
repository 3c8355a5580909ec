"""A process model: stages, moves, needs, expectations, rhythms, limits (format.md, "Process model")."""

from typing import Literal, get_args

import msgspec

from jobcoach.domain.durations import Duration
from jobcoach.domain.fields import Contract, Id, Record
from jobcoach.domain.rhythm import Every, RhythmLine

Need = Literal[
    "participation",
    "trust-contract",
    "service",
    "work-plan",
    "service-dated",
    "employer-agreement",
    "profile",
    "plan",
    "signed-plan",
    "available",
    "motivated",
    "trained",
    "accepted-application",
    "presented-application",
    "presentation-consent",
    "placement",
    "paid-placement",
    "referent",
    "reason",
    "shared-evaluation",
]
NEEDS: tuple[Need, ...] = get_args(Need)

Side = Literal["person", "employer"]


class StageNamed(msgspec.Struct, frozen=True):
    """A stage's id with its names by language, for whoever words it."""

    id: str
    names: dict[str, str] = {}


class Rhythms(Record, frozen=True, kw_only=True):
    person: tuple[RhythmLine, ...] = ()
    employer: tuple[RhythmLine, ...] = ()


class Quiet(Record, frozen=True, kw_only=True):
    """No rhythm, but a line after so long without news."""

    person: Every | None = None
    employer: Every | None = None


class Limit(Record, frozen=True, kw_only=True):
    length: Every
    paused_by: tuple[Contract, ...] = ()
    per: Literal["placement"] | None = None


class Stage(Record, frozen=True, kw_only=True):
    id: Id
    name: dict[str, str] = {}
    intake: bool | None = None
    final: bool | None = None
    next: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    expects: tuple[Need, ...] = ()
    contact: Rhythms | None = None
    quiet: Quiet | None = None
    limit: Limit | None = None

    def rhythm(self, side: Side) -> tuple[RhythmLine, ...]:
        """The lines toward the person or toward an employer; empty where there is no rhythm."""
        if self.contact is None:
            return ()
        return self.contact.person if side == "person" else self.contact.employer

    def silence(self, side: Side) -> Duration | None:
        """After how long without news a line shows, or None."""
        if self.quiet is None:
            return None
        return self.quiet.person if side == "person" else self.quiet.employer


class Process(Record, frozen=True, kw_only=True):
    id: Id
    name: dict[str, str] = {}
    source: str | None = None
    first_employer: Every | None = None
    stages: tuple[Stage, ...] = ()

    def stage(self, stage_id: str) -> Stage | None:
        """Return the stage of that id, or None."""
        return next((stage for stage in self.stages if stage.id == stage_id), None)

    @property
    def stage_ids(self) -> tuple[str, ...]:
        """The ids in the model's order."""
        return tuple(stage.id for stage in self.stages)
