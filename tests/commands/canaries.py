"""A case in which every text says where it stands, so that a document shows where it looked.

Built from the records' own annotations: a key that is added later is in it too, and asks for a decision
in ``TOLD`` or ``KEPT``.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from domain.builders import MODELS
from msgspec.structs import replace

from jobcoach.domain.cases import Cases
from jobcoach.domain.durations import Duration
from jobcoach.domain.employers import Employer, Job
from jobcoach.domain.fields import Record
from jobcoach.domain.known import Known
from jobcoach.domain.people import (
    Application,
    Consent,
    Constraint,
    Obstacle,
    Person,
    Placement,
    Relative,
    Step,
)
from jobcoach.domain.settings import Coach, Organisation, Partner, Settings
from jobcoach.store.shapes import (
    Day,
    Length,
    ListOf,
    MapOf,
    Nested,
    Number,
    OneOrMore,
    Word,
    YesNo,
    shape_of,
)

TODAY = date(2026, 3, 9)
DAY = timedelta(days=1)

_RESPECTED = (
    "kind",
    "what",
    "hours",
    "days[]",
    "loads",
    "transport",
    "languages[]",
    "confidential",
)
TOLD: dict[str, frozenset[str]] = {
    "name": frozenset({"name"}),
    "contact": frozenset({"phone", "email", "place"}),
    "situation": frozenset({"situation[]", "without_work_since"}),
    "wishes": frozenset({"wishes[]"}),
    "strengths": frozenset({"strengths[]"}),
    "skills": frozenset({"skills[]"}),
    "experience": frozenset(
        f"experience[].{key}" for key in ("title", "employer", "from", "until")
    ),
    "constraints": frozenset(f"constraints[].{key}" for key in (*_RESPECTED, "until")),
    "confidential": frozenset(f"secret constraints[].{key}" for key in (*_RESPECTED, "until")),
    "plan": frozenset({"plan.on", "plan.signed{}"})
    | {f"plan.goals[].{key}" for key in ("id", "goal", "words", "support[]", "measure")}
    | {f"plan.goals[].steps[].{key}" for key in ("id", "do", "by", "done")},
    "history": frozenset({"process", "stages[].stage", "stages[].on", "stages[].process"})
    | {f"placements[].{key}" for key in ("title", "contract", "from", "until", "ended")},
}
"""What each word of a consent lets others see (format.md, "Person")."""

ALWAYS = frozenset({"id", "coach"})
"""Whose copy it is and who the coach is: kept in it, never printed from there."""

_KEPT = """
    language documents born gender education origin referred.by referred.on
    prefers.how prefers.where prefers.when employer_may_know after_closing
    circle[].id circle[].name circle[].relation circle[].phone aids[]
    readiness.available readiness.motivated readiness.trained
    obstacles[].what obstacles[].helper obstacles[].since obstacles[].check obstacles[].solved
    agreements[].kind agreements[].with[] agreements[].on agreements[].form agreements[].review
    agreements[].until agreements[].ended agreements[].what
    consents[].to consents[].about[] consents[].on consents[].until consents[].withdrawn
    plan.fingerprints{} plan.review plan.copies[] plan.goals[].steps[].who plan.signs[]
    plan.risks[].what plan.risks[].agreed plan.risks[].call
    pace[].with[] pace[].every pace[].from pace[].until pace[].why
    pauses[].from pauses[].until pauses[].why stages[].why stages[].to
    extensions[].stage extensions[].until extensions[].why
    applications[].employer applications[].firm applications[].job applications[].title
    applications[].by applications[].proposed applications[].decision applications[].decided
    applications[].presented applications[].interview applications[].outcome applications[].closed
    applications[].why applications[].employer_may_know applications[].effects[].what
    applications[].effects[].now applications[].effects[].then applications[].effects[].by
    applications[].effects[].on
    placements[].employer placements[].firm placements[].job placements[].market placements[].why
    placements[].already placements[].hours placements[].pay placements[].aid.kind
    placements[].aid.until placements[].tutor placements[].natural_supports[]
    placements[].handover[].what placements[].handover[].to placements[].handover[].on
    placements[].employer_may_know
    contacts[].on contacts[].with[] contacts[].how contacts[].by contacts[].note contacts[].next
    contacts[].answered contacts[].held contacts[].campaign
    reviews[].kind reviews[].on reviews[].by reviews[].note reviews[].answered reviews[].decision
    reviews[].score
    disclosures[].on disclosures[].to disclosures[].document disclosures[].about[]
"""
KEPT = frozenset(_KEPT.split())
"""What nobody but the person and the coach sees, whatever was agreed. A step's ``who`` in words of its own is
somebody's name."""

NOT_PRINTED = frozenset(
    {"process", "stages[].process", "plan.goals[].id", "plan.goals[].steps[].id"}
    | {f"{one}constraints[].{key}" for one in ("", "secret ") for key in ("hours", "languages[]")}
)
"""Texts that might be told, and that no document prints."""


# Canaries


def canary(path: str) -> str:
    """The text that stands at *path*: one word of letters, which no format escapes and no name holds."""
    return "canary" + "".join(re.findall("[a-z]+", path.lower()))


def canaries_in(text: str) -> set[str]:
    """Every canary in a document, in a screen, or in a view."""
    return set(re.findall(r"canary[a-z]+", text.lower()))


def canaries(about: str) -> set[str]:
    """The canaries that a document shows which tells *about*."""
    return {canary(path) for path in TOLD[about] - NOT_PRINTED if path in TEXTS}


def years_in(text: str) -> set[int]:
    """The years that are days of the case: each of its days is in a year of its own."""
    return {int(year) for year in re.findall(r"\b1[5-7]\d\d\b", text)}


def years(about: str) -> set[int]:
    """The years that a document may show which tells *about*."""
    return {DAYS[path].year for path in TOLD[about] if path in DAYS}


# Every key of a record


def places(shape: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Every place in a record where a value stands, with its shape: ``plan.goals[].steps[].do``."""
    if isinstance(shape, Nested):
        for key, field in shape.fields.items():
            yield from places(field.shape, f"{at}.{key}" if at else key)
    elif isinstance(shape, ListOf):
        yield from places(shape.item, f"{at}[]")
    elif isinstance(shape, MapOf):
        yield from places(shape.value, f"{at}{{}}")
    else:
        yield (f"{at}[]" if isinstance(shape, OneOrMore) else at), shape


_OTHERS = (Day, Word, YesNo, Number, Length)
PLACES = dict(places(shape_of(Person)))
TEXTS = {
    path
    for whole in (PLACES, dict(places(shape_of(Constraint), "secret constraints[]")))
    for path, shape in whole.items()
    if not isinstance(shape, _OTHERS)
}
DAYS = {
    path: date(1500 + number, 2, 3)
    for number, path in enumerate(
        path
        for whole in (PLACES, dict(places(shape_of(Constraint), "secret constraints[]")))
        for path, shape in whole.items()
        if isinstance(shape, Day)
    )
}


def filled(record: type[Record], at: str = "", **given: object) -> Any:
    """A record with every key filled in: canaries, days of their own, and the first word allowed."""
    shape = shape_of(record)
    values = {
        field.attribute: _value(field.shape, f"{at}.{key}" if at else key)
        for key, field in shape.fields.items()
    }
    return record(**(values | given))


def _value(shape: Any, at: str) -> Any:
    if isinstance(shape, Nested):
        return filled(shape.record, at)
    if isinstance(shape, ListOf):
        return (_value(shape.item, f"{at}[]"),)
    if isinstance(shape, OneOrMore):
        return (canary(f"{at}[]"),)
    if isinstance(shape, MapOf):
        return {(shape.keys or (canary(f"{at}{{}}"),))[0]: _value(shape.value, f"{at}{{}}")}
    if isinstance(shape, Day):
        return DAYS.get(at, date(1790, 2, 3))
    if isinstance(shape, Word):
        return shape.words[0]
    if isinstance(shape, YesNo):
        return True
    if isinstance(shape, Number):
        return shape.least or 1.0
    return Duration(days=7) if isinstance(shape, Length) else canary(at)


def set_places(value: Any, at: str = "") -> Iterator[tuple[str, Any]]:
    """Every place of a record that holds something, with what stands there."""
    if isinstance(value, Constraint) and value.confidential:
        at = f"secret {at}"
    if isinstance(value, Record):
        shape = shape_of(type(value))
        for key, field in shape.fields.items():
            yield from set_places(getattr(value, field.attribute), f"{at}.{key}" if at else key)
    elif isinstance(value, tuple):
        for item in value:
            yield from set_places(item, f"{at}[]")
    elif isinstance(value, dict):
        for item in value.values():
            yield from set_places(item, f"{at}{{}}")
    elif value is not None and value != "":
        yield at, value


# The case


def person(*consents: Consent, who: str | None = None, **given: Any) -> Person:
    """A person with every key filled in, and beside it what runs: work and applications, an open obstacle,
    a step that is late and one with *who* that still has time."""
    whole = filled(Person, coach="claire")
    [goal] = whole.plan.goals
    steps = (
        *goal.steps,
        filled(Step, "late step", done=None),
        Step(do="Talk it over", who=who, by=TODAY),
    )
    values: dict[str, Any] = {
        "circle": (*whole.circle, filled(Relative, "mother", id="mother")),
        "constraints": (
            filled(Constraint, "constraints[]", confidential=False),
            filled(Constraint, "secret constraints[]"),
        ),
        "obstacles": (*whole.obstacles, filled(Obstacle, "open obstacle", solved=None)),
        "consents": (*whole.consents, *consents),
        "plan": replace(whole.plan, goals=(replace(goal, steps=steps),)),
        "applications": (
            *whole.applications,
            *(
                filled(Application, "application", outcome=None, closed=None, **work)
                for work in (AT_THE_BAKERY, AT_THE_GARAGE)
            ),
        ),
        "placements": (
            *whole.placements,
            *(
                filled(Placement, "work", from_=date(2025, 3, 3), until=None, ended=None, **work)
                for work in (AT_THE_BAKERY, AT_THE_GARAGE)
            ),
        ),
    }
    return replace(whole, **(values | given))


AT_THE_BAKERY = {"employer": "bakery", "job": "counter", "firm": None}
AT_THE_GARAGE = {"employer": "garage", "job": "washer", "firm": None}


def known(case: Person, day: date = TODAY) -> Known:
    """The case beside two employers and two partners whose every key is filled in too."""
    return Known(case, Cases(SETTINGS, MODELS, {case.id: case}, EMPLOYERS), day)


EMPLOYERS = {
    one: filled(Employer, one, id=one, jobs=(filled(Job, f"{one}.jobs[]", id=job, closed=None),))
    for one, job in (("bakery", "counter"), ("garage", "washer"))
}
SETTINGS = Settings(
    organisation=Organisation(name="Service", phone="071 00 00 00"),
    coaches=(Coach(id="claire", name="Claire Dubois"),),
    partners=tuple(filled(Partner, one, id=one) for one in ("cpas", "debts")),
)
