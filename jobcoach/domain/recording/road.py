"""The road: entering a stage."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from jobcoach.domain.cases import Cases
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.known import Known, stage_steps
from jobcoach.domain.needs import missing_needs
from jobcoach.domain.people import Person, StageEntry
from jobcoach.domain.process import Need, Process, StageNamed
from jobcoach.errors import NotFound, Refused


def stage_entered(person: Person, entry: StageEntry) -> Person:
    """Return the case with a new last entry of its road."""
    return replace(person, stages=(*person.stages, entry))


def model_of(person: Person, cases: Cases, process: str | None = None) -> Process:
    """Return the model a next entry follows: *process*, else the one the case is in.

    Raises NotFound where there is no such model.
    """
    steps = stage_steps(person, cases)
    wanted = process or (steps[-1].process_id if steps else cases.first_process(person))
    if wanted not in cases.processes:
        raise NotFound("process-not-found", value=wanted, known=tuple(cases.processes))
    return cases.processes[wanted]


def stage_meant(person: Person, wanted: str, cases: Cases, process: str | None = None) -> str:
    """Return the id of the stage meant: its id, or the beginning of its name in any language.

    What is neither comes back as it was, for whoever names the stages there are.
    """
    stages = model_of(person, cases, process).stages
    part = folded(wanted)
    found = [
        stage.id
        for stage in stages
        if any(folded(name).startswith(part) for name in stage.name.values())
    ]
    known = wanted in (stage.id for stage in stages)
    return found[0] if not known and len(found) == 1 and part else wanted


def needs_to_move(person: Person, cases: Cases) -> Sequence[Need]:
    """Return what is missing for the last entry of the road, judged on its own day.

    Leaving a final stage needs a reason besides. (format.md, "Needs and expectations")
    """
    steps = stage_steps(person, cases)
    last = steps[-1]
    before = steps[-2].stage if len(steps) > 1 else None
    leaving_final = before is not None and before.final is True
    return missing_needs(Known(person, cases, last.entry.on), last, "on-the-day", leaving_final)


def refuse_unready(person: Person, cases: Cases, today: date) -> None:
    """Raise Refused with every need that the last entry of the road lacks."""
    missing = needs_to_move(person, cases)
    if missing:
        last = stage_steps(person, cases)[-1]
        raise Refused(
            "needs-missing",
            stage=StageNamed(last.entry.stage, last.stage.name if last.stage else {}),
            stage_id=last.entry.stage,
            on=last.entry.on,
            from_day="" if last.entry.on == today else last.entry.on.isoformat(),
            needs=tuple(missing),
            case=person.id,
        )


def refuse_the_impossible(person: Person, entry: StageEntry, cases: Cases) -> None:
    """Raise where *entry* names no stage of its model, or one that cannot follow, or goes backwards."""
    model = model_of(person, cases, entry.process)
    if model.stage(entry.stage) is None:
        raise NotFound(
            "stage-not-found", value=entry.stage, process=model.id, known=model.stage_ids
        )
    steps = stage_steps(person, cases)
    last = steps[-1] if steps else None
    if last is not None and entry.on < last.entry.on:
        raise Refused("move-backwards", on=entry.on, before=last.entry.on)
    stage = model.stage(entry.stage)
    if entry.to is not None and not (stage and stage.final):
        raise Refused("to-only-at-the-end")
    if last is None or last.stage is None or entry.process is not None:
        return
    if entry.stage not in last.stage.next:
        raise Refused(
            "no-such-move",
            stage=entry.stage,
            before=last.entry.stage,
            process=model.id,
            next=", ".join(last.stage.next) or "–",
        )
