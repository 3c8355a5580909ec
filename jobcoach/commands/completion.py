"""What the shell offers while somebody types: ids with names, stages, keys. Reads as little as it can."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from jobcoach.errors import JobcoachError

if TYPE_CHECKING:
    from jobcoach.desk import Desk
    from jobcoach.domain.fields import Record

Offer = tuple[str, str]
"""What to put on the line, and what it means."""


def complete(what: str, ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Return what fits *incomplete*; nothing where there is no repository or it cannot be read."""
    with suppress(JobcoachError, OSError):
        return _OFFERS[what](_desk(ctx), ctx, incomplete)
    return []


def _desk(ctx: typer.Context) -> Desk:
    """The desk, with the folder that was named on the line: no command has run yet."""
    from jobcoach.desk import Desk

    folder = None
    above: typer.Context | None = ctx
    while above is not None:
        named = above.params.get("cases")
        folder = folder or (named[-1] if named else None)
        above = above.parent  # type: ignore[assignment]
    return Desk(folder)


def _fitting(names: Mapping[str, str], incomplete: str) -> list[Offer]:
    """Ids that begin with what was typed, else those of names that contain it."""
    from jobcoach.domain.finding_cases import folded

    *before, last = incomplete.split(",")
    lead = "".join(f"{part}," for part in before)
    begun = [(lead + i, name) for i, name in names.items() if i.startswith(last)]
    part = folded(last)
    return begun or [(lead + i, name) for i, name in names.items() if part in folded(name)]


def _people(desk: Desk, _: typer.Context, incomplete: str) -> list[Offer]:
    return _fitting(desk.repository.names("people"), incomplete)


def _employers(desk: Desk, _: typer.Context, incomplete: str) -> list[Offer]:
    return _fitting(desk.repository.names("employers"), incomplete)


def _cases(desk: Desk, ctx: typer.Context, incomplete: str) -> list[Offer]:
    return _people(desk, ctx, incomplete) + _employers(desk, ctx, incomplete)


def _parties(desk: Desk, ctx: typer.Context, incomplete: str) -> list[Offer]:
    near = {"person": "", "employer": ""}
    near |= {partner.id: partner.name or "" for partner in desk.settings.partners}
    person = _person_on_the_line(desk, ctx)
    if person is not None:
        near |= {r.id: r.name or "" for r in desk.repository.at_hand.people[person].circle}
    return _fitting(near | desk.repository.names("employers"), incomplete)


def _coaches(desk: Desk, _: typer.Context, incomplete: str) -> list[Offer]:
    return _fitting({coach.id: coach.name or "" for coach in desk.settings.coaches}, incomplete)


def _jobs(desk: Desk, _: typer.Context, incomplete: str) -> list[Offer]:
    """``EMPLOYER/JOB``: employers until the slash, then that employer's jobs."""
    firm, slash, job = incomplete.partition("/")
    employers = desk.repository.at_hand.employers
    if not slash:
        return [(f"{i}/", name) for i, name in _fitting(desk.repository.names("employers"), firm)]
    if firm not in employers:
        return []
    titles = {other.id: other.title or "" for other in employers[firm].jobs}
    return [(f"{firm}/{i}", title) for i, title in _fitting(titles, job)]


def _stages(desk: Desk, ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Where the person on the line can go from here; every stage where nobody is named."""
    from jobcoach.domain.known import Known
    from jobcoach.domain.recording.road import model_of
    from jobcoach.render.stage_screen import next_stages

    cases = desk.repository.at_hand
    person = _person_on_the_line(desk, ctx)
    if person is None:
        models = cases.processes.values()
        found = [stage for model in models for stage in model.stages]
    else:
        known = Known(cases.people[person], cases, desk.today)
        found = [stage for stage, _ in next_stages(known)] or list(
            model_of(known.person, cases).stages
        )
    names = {stage.id: desk.texts.name(stage.name, "") for stage in found}
    return [(i, name) for i, name in names.items() if i.startswith(incomplete)]


def _person_keys(desk: Desk, ctx: typer.Context, incomplete: str) -> list[Offer]:
    from jobcoach.domain.people import Person

    case_id = _person_on_the_line(desk, ctx) if "[" in incomplete else None
    return _keys(Person, desk.repository.at_hand.people.get(case_id or ""), incomplete)


def _employer_keys(desk: Desk, ctx: typer.Context, incomplete: str) -> list[Offer]:
    from jobcoach.domain.employers import Employer

    typed = str(ctx.params.get("employer") or "")
    return _keys(Employer, desk.repository.at_hand.employers.get(typed), incomplete)


def _job_keys(_desk: Desk, _: typer.Context, incomplete: str) -> list[Offer]:
    from jobcoach.domain.employers import Job

    return _keys(Job, None, incomplete)


def _settings_keys(desk: Desk, _: typer.Context, incomplete: str) -> list[Offer]:
    from jobcoach.domain.settings import Settings

    return _keys(Settings, desk.settings, incomplete)


def _keys(kind: type[Record], record: Record | None, incomplete: str) -> list[Offer]:
    """Keys of a file; those inside entries once an entry is begun."""
    from jobcoach.store.field_paths import keys_of, plain_keys

    inside = record is not None and "[" in incomplete
    keys = keys_of(record) if inside and record is not None else plain_keys(kind)
    return [(key, "") for key in keys if key.startswith(incomplete)]


def _readers(desk: Desk, ctx: typer.Context, incomplete: str) -> list[Offer]:
    """The coach, and all who may be given a copy."""
    coach = [("coach", "")] if "coach".startswith(incomplete) else []
    return [*coach, *_parties(desk, ctx, incomplete)]


def _templates(_desk: Desk, _: typer.Context, incomplete: str) -> list[Offer]:
    from jobcoach.render.template_screen import TEMPLATES

    return [(name, "") for name in TEMPLATES if name.startswith(incomplete)]


def _own_templates(desk: Desk, _: typer.Context, incomplete: str) -> list[Offer]:
    from jobcoach.store.own_templates import own_templates

    names = [own.name.removesuffix(".j2") for own in own_templates(desk.root)]
    return [(name, "") for name in names if name.startswith(incomplete)]


def _values(kind: str) -> Callable[[Desk, typer.Context, str], list[Offer]]:
    """The words that the key on the line takes."""

    def offered(_desk: Desk, ctx: typer.Context, incomplete: str) -> list[Offer]:
        from jobcoach.commands.schema import schema_records
        from jobcoach.domain.employers import Job
        from jobcoach.store.field_paths import words_of

        record = Job if kind == "job" else schema_records()[kind]
        words = words_of(record, str(ctx.params.get("key") or ""))
        return [(word, "") for word in words if word.startswith(incomplete)]

    return offered


def _applications(desk: Desk, ctx: typer.Context, incomplete: str) -> list[Offer]:
    """Open applications of the person on the line."""
    case_id = _person_on_the_line(desk, ctx)
    if case_id is None:
        return []
    person = desk.repository.at_hand.people[case_id]
    found = {
        "/".join(part for part in (a.employer or a.firm, a.job) if part): a.title or ""
        for a in person.applications
        if a.open
    }
    return _fitting(found, incomplete)


def _person_on_the_line(desk: Desk, ctx: typer.Context) -> str | None:
    from jobcoach.domain.finding_cases import ids_meant

    # Behind an option that waits for its value, the words before it are still unassigned.
    typed = ctx.params.get("person") or ctx.params.get("people") or next(iter(ctx.args), None)
    found = ids_meant(str(typed), desk.repository.names("people")) if typed else []
    return found[0] if len(found) == 1 else None


_OFFERS = {
    "people": _people,
    "employers": _employers,
    "cases": _cases,
    "parties": _parties,
    "coaches": _coaches,
    "jobs": _jobs,
    "stages": _stages,
    "person keys": _person_keys,
    "employer keys": _employer_keys,
    "job keys": _job_keys,
    "settings keys": _settings_keys,
    "readers": _readers,
    "templates": _templates,
    "own templates": _own_templates,
    "applications": _applications,
    "person values": _values("person"),
    "employer values": _values("employer"),
    "job values": _values("job"),
    "settings values": _values("settings"),
}
