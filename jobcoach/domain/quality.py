"""EUSE's fifteen quality standards, and what the team answers to them in ``quality.yaml``.

The standards and the evidence they ask for are those of the European Union of Supported Employment (brochure
of 2005); their words are ours, in ``render.reports.standards``.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

import msgspec

from jobcoach.domain.durations import Duration, after
from jobcoach.domain.fields import Bounds, OneOf, Record

Evidence = Literal["person", "employer", "audit", "staff", "document"]
"""Who or what can show it: the person's or the employer's own evaluation, an audit of the service, the
staff's evaluation, a document."""


class Standard(msgspec.Struct, frozen=True):
    """One standard: its id, its indicators by name, the evidence asked for."""

    id: str
    names: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def indicators(self) -> tuple[str, ...]:
        """The ids of its indicators: ``org-1.mission``."""
        return tuple(f"{self.id}.{name}" for name in self.names)


STANDARDS = (
    Standard(
        "org-1",
        (
            *("mission", "equal-chances", "planning", "evaluation", "data", "learning"),
            "finances",
        ),
        ("document", "audit"),
    ),
    Standard(
        "org-2",
        ("charter", "confidentiality", "choices", "rights-at-work"),
        ("audit", "person"),
    ),
    Standard(
        "org-3",
        ("policy", "user-groups", "complaints"),
        ("document", "audit", "person"),
    ),
    Standard(
        "org-4",
        ("recruitment", "roles", "ratio", "conditions", "support", "training"),
        ("document", "audit", "staff"),
    ),
    Standard(
        "engage-1",
        (
            *("welcome", "communication", "control", "questions", "information", "agreement"),
            "options",
        ),
        ("person", "audit", "document"),
    ),
    Standard(
        "profile-1",
        ("meetings", "methods", "reasons", "helpers", "ownership", "profile"),
        ("person", "audit", "document"),
    ),
    Standard("profile-2", ("person-first", "range", "demands", "trials"), ("person", "document")),
    Standard(
        "profile-3",
        (
            *("together", "person", "goals", "support", "helpers", "lead", "reviews"),
            "copies",
        ),
        ("person", "audit"),
    ),
    Standard(
        "search-1",
        ("trends", "matching", "telling", "choice", "business", "development"),
        ("audit", "person"),
    ),
    Standard("search-2", ("steps", "applying", "contacting", "conditions"), ("person", "audit")),
    Standard(
        "employer-1",
        (
            *("profile", "role", "awareness", "natural-supports", "carving", "trials"),
            *("reachable", "networks", "throughout", "opinion"),
        ),
        ("employer", "audit"),
    ),
    Standard(
        "support-1",
        (
            *("learning", "plan", "discreet", "aids", "flexible", "social", "induction"),
            "negotiating",
        ),
        ("person", "employer", "audit"),
    ),
    Standard("result-1", ("contract", "wishes", "equal-pay", "six-months"), ("audit", "person")),
    Standard(
        "result-2",
        ("natural-supports", "relations", "activities"),
        ("employer", "person", "audit"),
    ),
    Standard("result-3", ("possibilities", "training"), ("person", "employer", "audit")),
)
INDICATORS = tuple(indicator for standard in STANDARDS for indicator in standard.indicators)

OLD = Duration(months=12)
"""An answer is asked for anew once it is older than this."""


class Answer(Record, frozen=True, kw_only=True):
    """What the team says of one indicator; without an *answer* it is a line still to be filled in."""

    indicator: Annotated[str, OneOf(INDICATORS)]
    answer: Literal["yes", "partly", "no"] | None = None
    on: date | None = None
    by: str | None = None
    evidence: str | None = None
    next: str | None = None

    @classmethod
    def wanted(cls, values: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
        """An answer has its day: without one nobody knows how old it is."""
        return (("on",),) if "answer" in values and "on" not in values else ()

    def is_old(self, day: date) -> bool:
        """Whether it was given more than a year before *day*."""
        return self.on is not None and after(self.on, OLD) < day


class Quality(Record, frozen=True, kw_only=True):
    """The file ``quality.yaml``: the team's answers, and how many full-time posts the coaches fill."""

    full_time_coaches: Annotated[float, Bounds(0, 1000)] | None = None
    answers: tuple[Answer, ...] = ()

    def newest(self, day: date) -> dict[str, Answer]:
        """Return for each indicator the newest answer given by *day*; of one day's, the one further down."""
        found: dict[str, Answer] = {}
        for answer in self.answers:
            if answer.answer is None or answer.on is None or answer.on > day:
                continue
            known = found.get(answer.indicator)
            if known is None or known.on is None or known.on <= answer.on:
                found[answer.indicator] = answer
        return found
