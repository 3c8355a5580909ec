"""The process models as a coach reads them, and as Mermaid diagrams."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from jobcoach.domain.durations import Duration
from jobcoach.domain.process import Limit, Process, Side, Stage
from jobcoach.domain.rhythm import RhythmLine
from jobcoach.render import words
from jobcoach.render.catalogue import N_
from jobcoach.render.console import clean
from jobcoach.render.screen import Line, Screen, Section, Table, Title

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts

VERSION = 1


def written(length: Duration | None) -> str | None:
    """Return a duration as files write it: 7d, 3m."""
    if length is None:
        return None
    return f"{length.months}m" if length.months else f"{length.days}d"


def model_json(model: Process) -> dict[str, Any]:
    """Return a model for other programs, with the keys of its file."""
    return {"version": VERSION, "process": _as_file(model)}


def models_json(models: Mapping[str, Process], default: str | None) -> dict[str, Any]:
    """Return the models for other programs."""
    return {
        "version": VERSION,
        "default": default,
        "processes": [
            {"id": m.id, "name": m.name, "source": m.source, "stages": m.stage_ids}
            for m in models.values()
        ],
    }


def _as_file(value: Any) -> Any:
    if isinstance(value, Duration):
        return written(value)
    if isinstance(value, msgspec.Struct):
        return {
            name.rstrip("_"): _as_file(getattr(value, name))
            for name in value.__struct_fields__
            if getattr(value, name) not in (None, (), {})
        }
    if isinstance(value, tuple):
        return [_as_file(item) for item in value]
    return value


def name_of(thing: Process | Stage, t: Texts) -> str:
    """Return the name in the screen's language, else in English, else the id."""
    return t.name(thing.name, thing.id)


def models_screen(models: Mapping[str, Process], default: str | None, t: Texts) -> Screen:
    """Return the models as a table."""
    headers = (N_("Id"), N_("Name"), N_("Stages"), "")
    rows = tuple(
        (m.id, name_of(m, t), " → ".join(m.stage_ids), t("default") if m.id == default else "")
        for m in models.values()
    )
    return [Table(tuple(t(h) if h else "" for h in headers), rows)]


def model_screen(model: Process, t: Texts) -> Screen:
    """Return a model's stages with moves, needs, rhythm and limits."""
    screen: Screen = [Title(f"{name_of(model, t)} · {model.id}")]
    if model.source:
        screen.append(Line(t("Source: {source}", source=model.source), "quiet"))
    if model.first_employer:
        screen.append(
            Line(
                t("First employer contact within {length}", length=t.duration(model.first_employer))
            )
        )
    for stage in model.stages:
        marks = [stage.id]
        if stage.intake:
            marks.append(t("before coaching begins"))
        if stage.final:
            marks.append(t("final"))
        screen += [Line(), Section(name_of(stage, t), " · ".join(marks))]
        screen += [Line(line, indent=2) for line in _stage_lines(model, stage, t)]
    return screen


def _stage_lines(model: Process, stage: Stage, t: Texts) -> list[str]:
    lines: list[str] = []
    if stage.needs:
        needs = t.list(t.word(words.NEEDS, need) for need in stage.needs)
        lines.append(t("Needs: {needs}", needs=needs))
    if stage.expects:
        expects = t.list(t.word(words.NEEDS, need) for need in stage.expects)
        lines.append(t("Expects soon after: {needs}", needs=expects))
    sides: tuple[tuple[Side, str], ...] = (
        ("person", N_("Contact with the person: {rhythm}")),
        ("employer", N_("Contact with the employer: {rhythm}")),
    )
    for side, message in sides:
        rhythm = stage.rhythm(side)
        if rhythm:
            lines.append(t(message, rhythm=rhythm_text(rhythm, t)))
        silence = stage.silence(side)
        if silence:
            who = t.word(words.PARTY, side)
            lines.append(
                t(
                    "No fixed rhythm with {party}; a reminder after {length} without news",
                    party=who,
                    length=t.duration(silence),
                )
            )
    if stage.limit:
        lines.append(_limit(stage.limit, t))
    if stage.next:
        if set(stage.next) == set(model.stage_ids) - {stage.id}:
            lines.append(t("Leads to every other stage"))
        else:
            names = [name_of(found, t) for n in stage.next if (found := model.stage(n))]
            lines.append(t("Leads to: {stages}", stages=", ".join(names)))
    return lines


def rhythm_text(lines: tuple[RhythmLine, ...], t: Texts) -> str:
    """Return a rhythm in words: every week for 8 weeks, then every month."""
    parts = [
        t("{every} for {length}", every=t.every(line.every), length=t.duration(line.for_))
        if line.for_
        else t.every(line.every)
        for line in lines
    ]
    return t(", then ").join(parts)


def _limit(limit: Limit, t: Texts) -> str:
    text = t("At most {length}", length=t.duration(limit.length))
    if limit.per == "placement":
        text += " " + t("for each job")
    if limit.paused_by:
        kinds = t.list(t.word(words.CONTRACT, kind) for kind in limit.paused_by)
        text += ", " + t("the clock stands still during: {kinds}", kinds=kinds)
    return text


def mermaid(model: Process, t: Texts) -> str:
    """Return the model as a Mermaid state diagram; its entrance and its end are marked."""
    lines = ["---", f"title: {_label(name_of(model, t))}", "---", "stateDiagram-v2"]
    keys = {stage.id: f"s{place}" for place, stage in enumerate(model.stages)}
    lines += [f"    state {_label(name_of(s, t))} as {keys[s.id]}" for s in model.stages]
    lines += [f"    [*] --> {keys[s.id]}" for s in model.stages if s.intake]
    lines += [
        f"    {keys[s.id]} --> {keys[following]}"
        for s in model.stages
        for following in s.next
        if following in keys
    ]
    lines += [f"    {keys[s.id]} --> [*]" for s in model.stages if s.final]
    return "\n".join(lines) + "\n"


def _label(text: str) -> str:
    """Quote a text for Mermaid, whose own signs would otherwise end it."""
    safe = clean(text).replace('"', "'").replace("#", "").replace(";", ",").replace("\n", " ")
    return f'"{safe}"'
