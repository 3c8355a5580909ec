"""The road: known models and stages, moves the model has, needs met, dates in order."""

import itertools
from collections.abc import Iterator
from datetime import date

from jobcoach.domain.cases import Cases
from jobcoach.domain.checks.references import Ground
from jobcoach.domain.findings import Finding
from jobcoach.domain.known import Known, StageStep, stage_steps
from jobcoach.domain.needs import missing_needs
from jobcoach.domain.people import Person
from jobcoach.domain.process import Need, Process

_OF_A_MODEL = frozenset(
    {"unknown-stage", "stage-not-allowed", "need-missing", "expectation-missing"}
)


def grounds(finding: Finding, cases: Cases) -> Iterator[Ground]:
    """Return what a finding about a stage rests on: the model, and the key that names the model.

    Where that could not be read, the case may follow another model, or the model have another stage.
    """
    if finding.code not in _OF_A_MODEL:
        return
    folder, _, case_id = finding.case.partition("/")
    if folder == "processes":
        yield finding.case, "stages"
        return
    person = cases.people[case_id]
    steps = stage_steps(person, cases)
    key, index = finding.path[:2]
    if key == "stages":
        steps = tuple(step for step in steps if step.index == index)
    for step in steps:
        # Where a stage leads to may stand anywhere in an entry: any fault may have hidden it.
        part = "" if finding.code == "stage-not-allowed" else "stages"
        yield f"processes/{step.process_id}", part
        if not any(entry.process for entry in person.stages[: step.index + 1]):
            yield finding.case, "process"
            if not person.process:
                yield "", "process"


def grounds_of_need(need: Need, person: Person) -> Iterator[Ground]:
    """Return what stands in other files and could meet a need that seems missing."""
    if need in ("referent", "shared-evaluation"):
        yield "", "coaches"
    elif need == "employer-agreement":
        for placement in person.placements:
            if placement.employer:
                yield f"employers/{placement.employer}", "agreements"


def known_process(person: Person, cases: Cases, _: date) -> Iterator[Finding]:
    """The person's model, and those that entries switch to."""
    named = [
        (("process",), person.process),
        *((("stages", i, "process"), entry.process) for i, entry in enumerate(person.stages)),
    ]
    for path, process_id in named:
        if process_id and process_id not in cases.processes:
            yield Finding(
                code="unknown-process",
                case=person.case,
                path=path,
                facts={"value": process_id, "known": tuple(cases.processes)},
            )


def known_stages(person: Person, cases: Cases, _: date) -> Iterator[Finding]:
    """Every entry's stage is one of its model; an extension's of any model the case went through."""
    steps = stage_steps(person, cases)
    for step in steps:
        if step.process is not None and step.stage is None:
            yield _unknown_stage(
                person, ("stages", step.index, "stage"), step.entry.stage, step.process
            )
    models = [step.process for step in steps if step.process is not None]
    for index, extension in enumerate(person.extensions):
        if models and not any(model.stage(extension.stage) for model in models):
            yield _unknown_stage(
                person, ("extensions", index, "stage"), extension.stage, models[-1]
            )


def _unknown_stage(
    person: Person, path: tuple[str | int, ...], value: str, process: Process
) -> Finding:
    return Finding(
        code="unknown-stage",
        case=person.case,
        path=path,
        facts={"value": value, "process": process.id, "known": process.stage_ids},
    )


def moves(person: Person, cases: Cases, _: date) -> Iterator[Finding]:
    """Each entry follows one that leads to it, unless it switches to another model."""
    steps = stage_steps(person, cases)
    for before, step in itertools.pairwise(steps):
        if step.switches or before.stage is None or step.stage is None:
            continue
        if step.entry.stage not in before.stage.next:
            yield Finding(
                code="stage-not-allowed",
                case=person.case,
                path=("stages", step.index, "stage"),
                facts={
                    "stage": step.entry.stage,
                    "before": before.entry.stage,
                    "next": before.stage.next,
                    "process": step.process_id,
                },
            )


def needs(person: Person, cases: Cases, _: date) -> Iterator[Finding]:
    """Every entry of the history has what its stage needs; all that is missing is named at once."""
    steps = stage_steps(person, cases)
    for index, step in enumerate(steps):
        before = steps[index - 1] if index else None
        known = _History(person, cases, step.entry.on, steps)
        missing = missing_needs(
            known,
            step,
            "last-entry" if step is steps[-1] else "past-entry",
            leaving_final=before is not None
            and before.stage is not None
            and before.stage.final is True,
        )
        if missing:
            yield Finding(
                code="need-missing",
                case=person.case,
                path=("stages", step.index, "stage"),
                facts={
                    "stage": step.entry.stage,
                    "needs": tuple(missing),
                    "on": step.entry.on.isoformat(),
                    "process": step.process_id,
                },
            )


class _History(Known):
    """A case on the day of one entry, its history worked out once for all entries."""

    def __init__(
        self, person: Person, cases: Cases, day: date, steps: tuple[StageStep, ...]
    ) -> None:
        super().__init__(person, cases, day)
        self.steps = tuple(step for step in steps if step.entry.on <= day)


def dates_in_order(person: Person, _cases: Cases, _day: date) -> Iterator[Finding]:
    """Dates never go backwards."""
    for index, (before, entry) in enumerate(zip(person.stages, person.stages[1:], strict=False)):
        if entry.on < before.on:
            yield Finding(
                code="dates-backwards",
                case=person.case,
                path=("stages", index + 1, "on"),
                facts={"on": entry.on.isoformat(), "before": before.on.isoformat()},
            )


def model_moves(process: Process) -> Iterator[Finding]:
    """A model's `next` names its own stages."""
    for index, stage in enumerate(process.stages):
        for place, following in enumerate(stage.next):
            if process.stage(following) is None:
                yield Finding(
                    code="unknown-stage",
                    case=f"processes/{process.id}",
                    path=("stages", index, "next", place),
                    facts={"value": following, "process": process.id, "known": process.stage_ids},
                )
