"""The example documents that a service's own templates are tried on: few, and between them everything occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.domain.audience import copy_for
from jobcoach.domain.fields import COACH, EMPLOYERS, PERSON
from jobcoach.domain.known import Known
from jobcoach.render.documents import (
    DOCUMENTS,
    PRESENTATION,
    closing,
    effects,
    follow_up,
    job,
    meeting,
    plan,
    presentation,
    trust_contract,
)
from jobcoach.render.documents.frame import reader_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from jobcoach.domain.audience import Copy, Kind
    from jobcoach.domain.cases import Cases
    from jobcoach.render.documents.frame import Paper, View

COPIES = (
    ("ab-k7q", PERSON, ("plan", "trust-contract", "follow-up", "effects", "closing")),
    ("ab-k7q", PERSON, ("presentation",)),
    ("ab-k7q", COACH, ("meeting",)),
    ("ab-k7q", "boulangerie-lambert", ("plan", "follow-up", "closing")),
    ("em-q6t", PERSON, ("plan",)),
    ("go-7ub", PERSON, ("plan",)),
    ("lp-k3d", PERSON, ("trust-contract",)),
    ("lp-k3d", COACH, ("meeting",)),
    ("lp-k3d", "ressourcerie-du-canal", ("follow-up",)),
    ("mc-h4y", PERSON, ("closing",)),
    ("mc-h4y", COACH, ("meeting",)),
    ("rl-6jn", "aviq", ("plan",)),
    ("tm-8vz", "vesdre-logistique", ("presentation",)),
    ("ws-c9e", PERSON, ("plan", "trust-contract")),
    ("ws-c9e", COACH, ("meeting",)),
)
"""Whose, for whom, and which documents."""

JOBS_AT = ("ateliers-du-halage", "boulangerie-lambert")
JOB_READERS: tuple[Kind, ...] = ("person", "employer")


def examples(cases: Cases, day: date, paper: Paper) -> Iterator[tuple[str, View]]:
    """Return the template of each document, and its view, of the example *cases* on the *day* of their story."""
    folder = "easy/" if paper.style == "easy" else ""
    about = {document.name: document.about for document in DOCUMENTS}
    for person, reader, names in COPIES:
        known = Known(cases.people[person], cases, day)
        for name in names:
            for view in _views(name, copy_for(known, reader, about[name]), paper):
                yield f"{folder}{name}", view
    for firm in JOBS_AT:
        employer = cases.employers[firm]
        for one in employer.jobs:
            for kind in JOB_READERS:
                view = job.view(employer, one, cases, day, paper, kind, employer.name)
                yield f"{folder}job", view


def _views(name: str, copy: Copy, paper: Paper) -> Iterator[View]:
    known = copy.known
    if name in _PLAIN:
        yield _PLAIN[name](copy, paper)
    elif name == "effects":
        for application in known.person.applications:
            yield effects.view(copy, paper, application)
    elif name == "follow-up":
        firms = {copy.reader, *(placement.employer for _, placement in known.under_way)}
        for employer in known.cases.employers.values():
            if employer.id in firms:
                yield follow_up.view(copy, paper, employer)
    elif copy.own:
        seen = copy_for(known, EMPLOYERS, PRESENTATION.about)
        yield presentation.view(seen, paper, "", reader_name(copy, paper.t))
    else:
        yield presentation.view(copy, paper, copy.for_job or "")


_PLAIN: dict[str, Callable[[Copy, Paper], View]] = {
    "plan": plan.view,
    "trust-contract": trust_contract.view,
    "meeting": meeting.view,
    "closing": closing.view,
}
