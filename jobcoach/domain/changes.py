"""What changed between two versions of a case, in the trade's terms.

Facts only: ``render.history_screen`` words them, ``store.story`` names commits after them.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date, datetime
from typing import Literal, TypeVar

import msgspec

from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import Record
from jobcoach.domain.people import Person
from jobcoach.domain.settings import Settings

ChangeKind = Literal[
    "opened",
    "deleted",
    "moved",
    "contact",
    "proposed",
    "decided",
    "presented",
    "interview",
    "outcome",
    "placed",
    "placement-ended",
    "agreement",
    "agreement-ended",
    "consent",
    "consent-withdrawn",
    "disclosed",
    "obstacle",
    "obstacle-solved",
    "goal",
    "step",
    "step-done",
    "signed",
    "review",
    "plan-review",
    "pace",
    "pace-ended",
    "pause",
    "job",
    "job-closed",
    "other",
]
TOLD = frozenset(
    {
        "stages",
        "contacts",
        "applications",
        "placements",
        "agreements",
        "consents",
        "disclosures",
        "obstacles",
        "plan",
        "reviews",
        "pace",
        "pauses",
        "jobs",
    }
)
"""Keys whose changes have words of their own; the others are named by their key."""

E_ = TypeVar("E_", bound=Record)


class Change(msgspec.Struct, frozen=True):
    """One thing that happened, with what is needed to say it."""

    kind: ChangeKind
    facts: dict[str, object] = {}
    on: date | None = None
    """The day the entry itself gives, where it has one."""
    dates: tuple[tuple[str, date], ...] = ()
    """Further days that were agreed, by their key: until, review, check, next."""


def _dates(entry: Record, *keys: str) -> tuple[tuple[str, date], ...]:
    found = ((key, getattr(entry, key)) for key in keys)
    return tuple((key, day) for key, day in found if isinstance(day, date))


class Happened(msgspec.Struct, frozen=True):
    """What one commit did to one case."""

    on: date
    at: datetime
    author: str
    email: str
    commit: str
    case: str
    changes: list[Change]
    undone: bool = False
    """Whether the commit took these changes back."""


def changes(before: Person | Employer | None, after: Person | Employer | None) -> list[Change]:
    """Return what happened between two versions; None is a file that is not there."""
    if after is None:
        return [Change("deleted")] if before is not None else []
    found: list[Change] = []
    if before is None:
        found.append(Change("opened"))
        before = type(after)(id=after.id, name="")
    if isinstance(after, Person) and isinstance(before, Person):
        found += _person(before, after)
    elif isinstance(after, Employer) and isinstance(before, Employer):
        found += _employer(before, after)
    differs = [
        name.rstrip("_")
        for name in after.__struct_fields__
        if getattr(before, name) != getattr(after, name)
    ]
    # Corrections inside an entry have no words of their own: their key stands for them.
    rest = [key for key in differs if key not in TOLD] or ([] if found else differs)
    if rest and found[:1] != [Change("opened")]:
        details = tuple(
            detail
            for key in rest
            for detail in _details(key, _value(before, key), _value(after, key))
        )
        found.append(Change("other", {"keys": tuple(rest), "details": details}))
    return found


def settings_changes(before: Settings, after: Settings) -> list[Change]:
    """Return what is different in the settings, as one change with its details."""
    keys = [
        name for name in after.__struct_fields__ if getattr(before, name) != getattr(after, name)
    ]
    details = tuple(
        detail for key in keys for detail in _details(key, _value(before, key), _value(after, key))
    )
    return [Change("other", {"keys": tuple(keys), "details": details})] if keys else []


def _value(record: Record, key: str) -> object:
    return getattr(record, key if key in record.__struct_fields__ else f"{key}_")


def _details(path: str, was: object, now: object) -> Iterator[tuple[str, object]]:
    """What is different below one key: paths and what stands there now, None where it is gone."""
    if was == now:
        return
    if isinstance(now, Record) and (was is None or isinstance(was, Record)):
        for name in now.__struct_fields__:
            key = name.rstrip("_")
            before = getattr(was, name) if was is not None else None
            yield from _details(f"{path}.{key}", before or None, getattr(now, name) or None)
    elif isinstance(now, dict):
        for key, inner in now.items():
            yield from _details(
                f"{path}.{key}", was.get(key) if isinstance(was, dict) else None, inner
            )
    elif isinstance(now, tuple):
        old = was if isinstance(was, tuple) else ()
        if len(old) == len(now):
            for place, (one, other) in enumerate(zip(old, now, strict=True)):
                yield from _details(f"{path}[{place}]", one, other)
            return
        yield from ((path, _short(entry)) for entry in now if entry not in old)
        if not now or any(entry not in now for entry in old):
            yield path, None
    else:
        yield path, now


def _short(entry: object) -> object:
    """The words by which an entry is known."""
    if not isinstance(entry, Record):
        return entry
    for key in ("what", "name", "title", "goal", "do", "id"):
        if getattr(entry, key, None):
            return getattr(entry, key)
    values = (getattr(entry, name) for name in entry.__struct_fields__)
    return ", ".join(str(value) for value in values if isinstance(value, str | date))


def _pairs(
    before: Sequence[E_], after: Sequence[E_], key: Callable[[E_], Hashable]
) -> Iterator[tuple[E_ | None, E_]]:
    """Pair each entry of *after* with what it was before, equal keys in the order of the file."""
    earlier: dict[Hashable, list[E_]] = {}
    for entry in before:
        earlier.setdefault(key(entry), []).append(entry)
    for entry in after:
        same = earlier.get(key(entry))
        yield (same.pop(0) if same else None), entry


def _person(before: Person, after: Person) -> Iterator[Change]:
    previous = before.stages[-1].stage if before.stages else None
    for was, stage in _pairs(before.stages, after.stages, lambda s: (s.on, s.stage)):
        if was is None:
            facts: dict[str, object] = {"from": previous, "to": stage.stage, "why": stage.why}
            yield Change("moved", facts, stage.on)
            previous = stage.stage
    yield from _contacts(before, after)
    yield from _applications(before, after)
    yield from _placements(before, after)
    yield from _agreed(before, after)
    yield from _plan(before, after)
    for was_review, review in _pairs(before.reviews, after.reviews, lambda r: (r.kind, r.on, r.by)):
        if was_review is None:
            yield Change("review", {"kind": review.kind, "by": review.by}, review.on)
    for was_pace, pace in _pairs(before.pace, after.pace, lambda p: (p.with_, p.from_, p.every)):
        if was_pace is None:
            facts = {"every": pace.every, "why": pace.why, "with": pace.with_}
            yield Change("pace", facts, pace.from_, _dates(pace, "until"))
        elif pace.until is not None and was_pace.until != pace.until:
            yield Change("pace-ended", {"every": pace.every, "with": pace.with_}, pace.until)
    for was_pause, pause in _pairs(before.pauses, after.pauses, lambda p: p.from_):
        if was_pause is None:
            yield Change("pause", {"until": pause.until, "why": pause.why}, pause.from_)


def _contacts(before: Person | Employer, after: Person | Employer) -> Iterator[Change]:
    for was, contact in _pairs(
        before.contacts, after.contacts, lambda c: (c.on, c.with_, c.by, c.how)
    ):
        if was is None:
            yield Change(
                "contact",
                {
                    "how": contact.how,
                    "with": contact.with_,
                    "held": contact.held is not False,
                    "next": contact.next if isinstance(contact.next, date) else None,
                    "note": contact.note,
                },
                contact.on,
            )


def _applications(before: Person, after: Person) -> Iterator[Change]:
    marks: tuple[tuple[ChangeKind, str], ...] = (
        ("decided", "decision"),
        ("presented", "presented"),
        ("interview", "interview"),
        ("outcome", "outcome"),
    )
    for was, now in _pairs(
        before.applications, after.applications, lambda a: (a.employer, a.firm, a.job, a.proposed)
    ):
        job: dict[str, object] = {"employer": now.employer or now.firm, "job": now.job or now.title}
        if was is None:
            yield Change("proposed", job, now.proposed)
        for kind, attribute in marks:
            value = getattr(now, attribute)
            if value is not None and (was is None or getattr(was, attribute) != value):
                day = {"decided": now.decided, "outcome": now.closed}.get(kind)
                yield Change(kind, job | {"value": value}, day)


def _placements(before: Person, after: Person) -> Iterator[Change]:
    for was, now in _pairs(
        before.placements, after.placements, lambda p: (p.employer, p.firm, p.from_)
    ):
        job: dict[str, object] = {"employer": now.employer or now.firm, "job": now.job or now.title}
        if was is None:
            yield Change(
                "placed", job | {"contract": now.contract}, now.from_, _dates(now, "until")
            )
        if now.ended is not None and (was is None or was.ended is None):
            yield Change("placement-ended", job | {"why": now.why}, now.ended)


def _agreed(before: Person, after: Person) -> Iterator[Change]:
    for was, now in _pairs(before.agreements, after.agreements, lambda a: (a.kind, a.with_, a.on)):
        if was is None:
            facts: dict[str, object] = {"kind": now.kind, "parties": now.parties()}
            yield Change("agreement", facts, now.on, _dates(now, "review", "until"))
        if now.ended is not None and (was is None or was.ended is None):
            yield Change("agreement-ended", {"kind": now.kind}, now.ended)
    for was_consent, consent in _pairs(before.consents, after.consents, lambda c: (c.to, c.on)):
        if was_consent is None:
            facts = {"to": consent.to, "about": consent.about}
            yield Change("consent", facts, consent.on, _dates(consent, "until"))
        if consent.withdrawn is not None and (was_consent is None or was_consent.withdrawn is None):
            yield Change("consent-withdrawn", {"to": consent.to}, consent.withdrawn)
    for was_line, line in _pairs(
        before.disclosures, after.disclosures, lambda d: (d.on, d.to, d.document, d.about)
    ):
        if was_line is None:
            yield Change("disclosed", {"to": line.to, "document": line.document}, line.on)
    for was_obstacle, obstacle in _pairs(before.obstacles, after.obstacles, lambda o: o.what):
        if was_obstacle is None:
            dates = _dates(obstacle, "check")
            yield Change("obstacle", {"what": obstacle.what}, obstacle.since, dates)
        if obstacle.solved is not None and (was_obstacle is None or was_obstacle.solved is None):
            yield Change("obstacle-solved", {"what": obstacle.what}, obstacle.solved)


def _plan(before: Person, after: Person) -> Iterator[Change]:
    if after.plan is None:
        return
    goals = before.plan.goals if before.plan else ()
    signed = before.plan.signed if before.plan else {}
    for was, goal in _pairs(goals, after.plan.goals, lambda g: g.goal):
        if was is None:
            yield Change("goal", {"goal": goal.goal})
        for was_step, step in _pairs(was.steps if was else (), goal.steps, lambda s: s.do):
            if was_step is None and was is not None:
                yield Change("step", {"do": step.do}, None, _dates(step, "by"))
            if step.done is not None and (was_step is None or was_step.done is None):
                yield Change("step-done", {"do": step.do}, step.done)
    for party, day in after.plan.signed.items():
        if signed.get(party) != day:
            yield Change("signed", {"party": party}, day)
    if before.plan is not None and after.plan.review != before.plan.review:
        yield Change("plan-review", {}, after.plan.review)


def _employer(before: Employer, after: Employer) -> Iterator[Change]:
    yield from _contacts(before, after)
    for was_agreement, agreement in _pairs(
        before.agreements, after.agreements, lambda a: (a.kind, a.with_, a.on)
    ):
        if was_agreement is None:
            facts: dict[str, object] = {"kind": agreement.kind, "parties": (after.id,)}
            yield Change("agreement", facts, agreement.on, _dates(agreement, "review", "until"))
        elif agreement.ended is not None and was_agreement.ended is None:
            yield Change("agreement-ended", {"kind": agreement.kind}, agreement.ended)
    for was_review, review in _pairs(before.reviews, after.reviews, lambda r: (r.kind, r.on, r.by)):
        if was_review is None:
            yield Change("review", {"kind": review.kind, "by": review.by}, review.on)
    for was_job, job in _pairs(before.jobs, after.jobs, lambda j: j.id):
        if was_job is None:
            yield Change("job", {"job": job.title or job.id}, job.open)
        if job.closed is not None and (was_job is None or was_job.closed is None):
            yield Change("job-closed", {"job": job.title or job.id, "why": job.why}, job.closed)
