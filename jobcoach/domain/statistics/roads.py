"""Where a person was on which days: the stages as stretches of time, and whether they are coaching."""

from __future__ import annotations

from datetime import date

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.durations import plus_days
from jobcoach.domain.known import StageStep, stage_steps
from jobcoach.domain.people import Person


class Stretch(msgspec.Struct, frozen=True):
    """One stage entry with the days it holds: from *first* to *last* (None: it still holds)."""

    step: StageStep
    first: date
    last: date | None

    @property
    def empty(self) -> bool:
        """Whether it holds no day: another stage was entered on the same one."""
        return self.last is not None and self.last < self.first

    @property
    def final(self) -> bool:
        """Whether the stage is a final one; an unknown stage is not."""
        return self.step.stage is not None and self.step.stage.final is True

    @property
    def coaching(self) -> bool:
        """Whether the stage is neither before coaching begins nor final; an unknown stage is not."""
        stage = self.step.stage
        return stage is not None and not stage.intake and not stage.final


class Road(msgspec.Struct, frozen=True):
    """A person's stages as known on a day."""

    stretches: tuple[Stretch, ...]
    first_process: str

    @property
    def coached(self) -> tuple[Stretch, ...]:
        """The stretches in which the person was coached for a day at least."""
        return tuple(one for one in self.stretches if one.coaching and not one.empty)

    @property
    def closing(self) -> tuple[Stretch, ...]:
        """The final stage in which the case is, behind those it went through since it was closed.

        Empty where it is not closed.
        """
        others = [place for place, one in enumerate(self.stretches) if not one.final]
        return self.stretches[others[-1] + 1 :] if others else self.stretches

    @property
    def opened(self) -> date | None:
        """The day of the first entry since the case was last closed before (:attr:`closing` apart)."""
        before = self.stretches[: len(self.stretches) - len(self.closing)]
        finals = [place for place, one in enumerate(before) if one.final]
        return before[finals[-1] + 1].first if finals else before[0].first if before else None

    def process_on(self, day: date) -> str:
        """Return the model that the case followed on *day*."""
        entered = [one.step.process_id for one in self.stretches if one.first <= day]
        return entered[-1] if entered else self.first_process


def road(person: Person, cases: Cases, until: date) -> Road:
    """Return the road as known on *until*: a stage holds to the day before the next entry's."""
    steps = [step for step in stage_steps(person, cases) if step.entry.on <= until]
    ends = [plus_days(step.entry.on, -1) for step in steps[1:]]
    return Road(
        tuple(
            Stretch(step, step.entry.on, last)
            for step, last in zip(steps, [*ends, None], strict=True)
        )
        if steps
        else (),
        cases.first_process(person),
    )
