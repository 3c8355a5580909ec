"""Work that began before the papers that the process asks for were signed: a warning."""

from collections.abc import Iterator
from datetime import date

from jobcoach.domain.cases import Cases
from jobcoach.domain.fields import PERSON
from jobcoach.domain.findings import Finding
from jobcoach.domain.known import Known
from jobcoach.domain.people import Person
from jobcoach.domain.process import Need

PAPERS: tuple[Need, ...] = (
    "trust-contract",
    "service",
    "service-dated",
    "work-plan",
    "signed-plan",
)
"""The needs that are papers with the person's name under them."""


def not_signed(person: Person, cases: Cases, day: date) -> Iterator[Finding]:
    """A placement under way began before a paper that a stage of the person's road needs was signed.

    Not where the person had the job already when coaching began. A plan signed anew after a review counts
    as signed before. Who found a job alone went past the stages that ask for a paper (EUSE).
    """
    known = Known(person, cases, day)
    stages = [step.stage for step in known.steps if step.stage is not None]
    needed = [paper for paper in PAPERS if any(paper in stage.needs for stage in stages)]
    for index, placement in known.under_way:
        missing = tuple(p for p in needed if not _signed_by(person, p, placement.from_))
        if missing and placement.already is not True:
            yield Finding(
                code="not-signed",
                case=person.case,
                path=("placements", index, "from"),
                facts={"needs": missing},
            )


def _signed_by(person: Person, paper: Need, start: date) -> bool:
    if paper == "signed-plan":
        signed = person.plan.signed.get(PERSON) if person.plan else None
        reviewed = any(r.kind == "plan" and start <= r.on for r in person.reviews)
        return signed is not None and (signed <= start or reviewed)
    kind = "service" if paper == "service-dated" else paper
    return any(
        agreement.kind == kind
        and PERSON in agreement.parties()
        and agreement.on is not None
        and agreement.on <= start
        for agreement in person.agreements
    )
