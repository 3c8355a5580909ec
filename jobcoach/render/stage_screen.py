"""Where a person is on the road: the history, the clock, what each next stage still needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jobcoach.domain.clocks import running_clock
from jobcoach.domain.known import Known, StageStep
from jobcoach.domain.needs import missing_needs
from jobcoach.domain.people import StageEntry
from jobcoach.domain.process import Need, Stage
from jobcoach.render import words
from jobcoach.render.catalogue import N_
from jobcoach.render.due_screen import stage_name
from jobcoach.render.screen import Line, Screen, Section, Table, Title

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts

VERSION = 1


def next_stages(known: Known) -> list[tuple[Stage, list[Need]]]:
    """Return the stages the model leads to from here, each with what is still missing today.

    A reason is left out: it is given with the move.
    """
    current = known.current
    if known.process is None or (current is not None and current.stage is None):
        return []
    ids = current.stage.next if current and current.stage else known.process.stage_ids
    found: list[tuple[Stage, list[Need]]] = []
    for stage_id in ids:
        stage = known.process.stage(stage_id)
        if stage is None:
            continue
        entry = StageEntry(stage=stage_id, on=known.day, why="…")
        step = StageStep(len(known.steps), entry, known.process.id, known.process, stage)
        found.append((stage, missing_needs(known, step, "on-the-day")))
    return found


def stage_json(known: Known) -> dict[str, Any]:
    """Return the road for other programs."""
    clock = running_clock(known, known.settings.lead("limit"))
    return {
        "version": VERSION,
        "case": known.person.case,
        "name": known.person.name,
        "process": known.process.id if known.process else None,
        "stage": known.current.entry.stage if known.current else None,
        "stages": [
            {
                "stage": step.entry.stage,
                "process": step.process_id,
                "on": step.entry.on,
                "why": step.entry.why,
                "to": step.entry.to,
            }
            for step in known.steps
        ],
        "clock": {"start": clock.start, "end": clock.end} if clock else None,
        "next": [{"stage": stage.id, "missing": missing} for stage, missing in next_stages(known)],
    }


def stage_screen(known: Known, t: Texts) -> Screen:
    """Return the road as a screen."""
    person = known.person
    screen: Screen = [Title(f"{person.name} · {person.id} · {stage_name(known, t)}"), Line()]
    if known.steps:
        screen.append(Section(t("The road so far")))
        rows = []
        for place, step in enumerate(known.steps):
            until = known.steps[place + 1].entry.on if place + 1 < len(known.steps) else None
            rows.append(
                (
                    t.day(step.entry.on),
                    _name(step, t),
                    t.span(step.entry.on, until or known.day),
                    step.entry.why or "",
                )
            )
        headers = (N_("Since"), N_("Stage"), N_("Lasted"), N_("Why"))
        screen += [Table(tuple(t(h) for h in headers), tuple(rows), indent=2), Line()]
    clock = running_clock(known, known.settings.lead("limit"))
    if clock is not None:
        screen += [
            Line(
                t(
                    "Time limit: {length} in this stage in all, without pauses: until {date}",
                    length=t.duration(clock.length),
                    date=t.day(clock.end),
                )
            ),
            Line(),
        ]
    following = next_stages(known)
    if following:
        screen.append(Section(t("Where it can lead")))
        for stage, missing in following:
            name = t.name(stage.name, stage.id)
            if missing:
                needs = t.list(t.word(words.NEEDS, need) for need in missing)
                screen.append(
                    Line(
                        t(
                            "{stage}: still needs {needs}",
                            stage=f"{name} ({stage.id})",
                            needs=needs,
                        ),
                        indent=2,
                    )
                )
            else:
                screen.append(
                    Line(
                        t("{stage}: everything is in place", stage=f"{name} ({stage.id})"),
                        "good",
                        indent=2,
                    )
                )
    return screen


def _name(step: StageStep, t: Texts) -> str:
    name = t.name(step.stage.name if step.stage else {}, step.entry.stage)
    return f"{name} ({step.process_id})" if step.switches else name
