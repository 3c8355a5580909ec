"""A case as it was known on one day: what is dated later does not count yet.

Every rule about time looks at a case through :class:`Known`, so that asking about last month gives
last month's answer. Entries keep their place in the file, by which items and findings refer to them.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.durations import Duration, after, plus_days
from jobcoach.domain.fields import PERSON
from jobcoach.domain.journal import Journal
from jobcoach.domain.people import Application, Pace, Pause, Person, Placement, StageEntry
from jobcoach.domain.process import Process, Side, Stage

CHAIN_DAYS = 7
"""A placement that begins at most so many days after the one before ended continues the same job."""


class StageStep(msgspec.Struct, frozen=True):
    """A stage entry with the model that was in force: ``process`` and ``stage`` may be unknown."""

    index: int
    entry: StageEntry
    process_id: str
    process: Process | None
    stage: Stage | None

    @property
    def switches(self) -> bool:
        """Whether the entry moves the case to another model, free of ``next``."""
        return self.entry.process is not None


class Job(msgspec.Struct, frozen=True):
    """Placements with one employer without a break, the first one first, with their places."""

    placements: tuple[tuple[int, Placement], ...]

    @property
    def start(self) -> date:
        """The first day in the job."""
        return self.placements[0][1].from_

    @property
    def first_index(self) -> int:
        """The place in the file of the placement that began it."""
        return self.placements[0][0]

    def under_way(self, day: date) -> bool:
        """Whether any of its placements is under way on *day*."""
        return any(placement.under_way(day) for _, placement in self.placements)


def stage_steps(person: Person, cases: Cases) -> tuple[StageStep, ...]:
    """Return the history with each entry's model: an entry's ``process`` holds from there on."""
    steps: list[StageStep] = []
    process_id = cases.first_process(person)
    for index, entry in enumerate(person.stages):
        process_id = entry.process or process_id
        process = cases.processes.get(process_id)
        stage = process.stage(entry.stage) if process else None
        steps.append(StageStep(index, entry, process_id, process, stage))
    return tuple(steps)


def jobs_of(placements: Iterable[tuple[int, Placement]]) -> list[Job]:
    """Chain placements with the same employer (or firm) that follow each other within seven days.

    Ordered by their first day, then by place in the file.
    """
    chains: list[list[tuple[int, Placement]]] = []
    for index, placement in sorted(placements, key=lambda pair: (pair[1].from_, pair[0])):
        for chain in chains:
            if _same_employer(chain[0][1], placement) and _continues(chain, placement):
                chain.append((index, placement))
                break
        else:
            chains.append([(index, placement)])
    return [Job(tuple(chain)) for chain in chains]


def _same_employer(one: Placement, other: Placement) -> bool:
    if one.employer or other.employer:
        return one.employer == other.employer
    return one.firm is not None and one.firm == other.firm


def _continues(chain: list[tuple[int, Placement]], following: Placement) -> bool:
    return any(
        before.ended is None or following.from_ <= plus_days(before.ended, CHAIN_DAYS)
        for _, before in chain
    )


def reached(mark: date | None, day: date) -> bool:
    """Whether something dated *mark* has happened by *day*."""
    return mark is not None and mark <= day


class Known:
    """*person*'s case as known on *day*."""

    def __init__(self, person: Person, cases: Cases, day: date) -> None:
        self.person = person
        self.cases = cases
        self.settings = cases.settings
        self.day = day

    # Stages

    @cached_property
    def steps(self) -> tuple[StageStep, ...]:
        """The stage history up to the day."""
        steps = stage_steps(self.person, self.cases)
        return tuple(step for step in steps if step.entry.on <= self.day)

    @cached_property
    def current(self) -> StageStep | None:
        """Where the person is, or None before any stage."""
        return self.steps[-1] if self.steps else None

    @cached_property
    def stage(self) -> Stage | None:
        """The current stage as its model describes it, or None."""
        return self.current.stage if self.current else None

    @property
    def process(self) -> Process | None:
        """The model the case follows on the day, or None where it is unknown."""
        if self.current:
            return self.current.process
        return self.cases.processes.get(self.cases.first_process(self.person))

    @cached_property
    def final(self) -> bool:
        """Whether the case is in a final stage."""
        return self.stage is not None and self.stage.final is True

    @property
    def followed(self) -> bool:
        """Whether the case is in a stage that is not final, and takes one of its coach's places."""
        return self.current is not None and not self.final

    # Contacts

    @cached_property
    def journal(self) -> Journal:
        """The contacts of the person's file up to the day."""
        prefers = self.person.prefers
        messages = PERSON if prefers is not None and prefers.how == "message" else None
        return Journal(self.person.contacts, self.day, PERSON, messages)

    def last_contact(self, party: str) -> date | None:
        """The day of the last contact with *party* that counts, or None."""
        return self.journal.last(party)

    def contact_since(self, party: str, since: date) -> bool:
        """Whether a contact with *party* counts on or after *since*."""
        last = self.last_contact(party)
        return last is not None and last >= since

    @cached_property
    def employer_contacts(self) -> list[date]:
        """The days of contacts that count with any employer, in the person's file, the earliest first.

        Employers are those on file, and those whom this case names in a placement or an application.
        """
        employers = {
            *self.cases.employers,
            *(p.employer for p in self.person.placements if p.employer),
            *(a.employer for a in self.person.applications if a.employer),
        }
        counting = self.journal.counting
        return sorted(on for party in counting if party in employers for on in counting[party])

    # Pace and pauses

    def paces(self, party: str, day: date) -> Iterator[Pace]:
        """The person's own rhythms toward *party* in force on *day*, the newest first.

        None in a final stage, which keeps its own rhythm only.
        """
        if self.final:
            return iter(())
        held = [
            pace
            for pace in self.person.pace
            if party in pace.parties()
            and (pace.from_ is None or pace.from_ <= min(day, self.day))
            and (pace.until is None or day <= pace.until)
        ]
        return iter(sorted(held, key=lambda pace: pace.from_ or date.min)[::-1])

    @cached_property
    def pauses(self) -> tuple[tuple[int, Pause, date | None], ...]:
        """Pauses begun by the day: place, pause, and its last day (None: it holds on).

        One without ``until`` lasts to the day before the first contact with the person that counts
        a month or more after it began.
        """
        found: list[tuple[int, Pause, date | None]] = []
        for index, pause in enumerate(self.person.pauses):
            if pause.from_ <= self.day:
                found.append((index, pause, pause.until or self._ended_by_contact(pause)))
        return tuple(found)

    def _ended_by_contact(self, pause: Pause) -> date | None:
        asked = pause_end_due(pause)
        first = next((on for on in self.journal.counting.get(PERSON, ()) if on >= asked), None)
        return plus_days(first, -1) if first else None

    def in_pause(self, day: date) -> bool:
        """Whether a pause holds on *day*."""
        return any(p.from_ <= day and (end is None or day <= end) for _, p, end in self.pauses)

    # Placements

    @cached_property
    def placements(self) -> tuple[tuple[int, Placement], ...]:
        """Placements begun by the day, with their places in the file."""
        return tuple((i, p) for i, p in enumerate(self.person.placements) if p.from_ <= self.day)

    @property
    def under_way(self) -> tuple[tuple[int, Placement], ...]:
        """Placements under way on the day."""
        return tuple((i, p) for i, p in self.placements if p.under_way(self.day))

    def other_side(self, entry: Placement | Application) -> str:
        """Return whom to ask about a job: the employer, or the person where it may not know.

        The person too where the firm has no file.
        """
        if entry.employer and self.person.may_know(entry):
            return entry.employer
        return PERSON

    @property
    def employers(self) -> Iterator[tuple[int, str, date]]:
        """Employers of placements under way that may know a coach exists, each once.

        Place of the first placement, id, and the newest placement's first day.
        """
        seen: dict[str, tuple[int, date]] = {}
        for index, placement in self.under_way:
            if placement.employer and self.person.may_know(placement):
                first, start = seen.get(placement.employer, (index, placement.from_))
                seen[placement.employer] = (first, max(start, placement.from_))
        return ((index, employer, start) for employer, (index, start) in seen.items())

    # Rhythm

    def base_day(self, party: str, placed: date | None = None) -> date | None:
        """Return the day from which the next contact with *party* is counted.

        The latest of the last contact that counts, the entry into the stage, the start of a pace in
        force, the end of a pause, and toward an employer the placement's start (*placed*). None
        where there is none of them. (format.md, "What is due")
        """
        days = [self.current.entry.on if self.current else None, self.last_contact(party), placed]
        days += [pace.from_ for pace in self.paces(party, self.day)]
        days += [end for _, _, end in self.pauses if reached(end, self.day)]
        return max((day for day in days if day is not None), default=None)

    def rhythm(self, party: str, side: Side, base: date) -> tuple[Duration, Pace | None] | None:
        """Return the interval in force on *base* and the pace it comes from, or None.

        The person's own pace comes before the stage's line, and holds without any stage too.
        """
        for pace in self.paces(party, base):
            return pace.every, pace
        if self.current is None or self.stage is None:
            return None
        spent = Duration()
        for line in self.stage.rhythm(side):
            if line.for_ is None:
                return line.every, None
            spent += line.for_
            if base < after(self.current.entry.on, spent):
                return line.every, None
        return None


def pause_end_due(pause: Pause) -> date:
    """Return the day on which to ask how to go on: the pause's end, or a month after its start."""
    return pause.until or after(pause.from_, Duration(months=1))


def application_closed(application: Application, day: date) -> bool:
    """Whether an application is over by *day*: its closing date, else an outcome without one."""
    if application.closed is not None:
        return application.closed <= day
    return application.outcome is not None


def application_decided(application: Application, day: date) -> bool:
    """Whether the person has decided by *day*: the date, else a decision without one."""
    if application.decided is not None:
        return application.decided <= day
    return application.decision is not None
