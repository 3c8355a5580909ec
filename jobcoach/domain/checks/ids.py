"""Ids are unique over coaches, partners, employers and a person's circle; some words are taken."""

from collections.abc import Iterator
from datetime import date

from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import RESERVED_IDS
from jobcoach.domain.findings import FieldPath, Finding
from jobcoach.domain.people import Person
from jobcoach.domain.process import Process


def _clash(case: str, path: FieldPath, taken_id: str, by: str) -> Finding:
    return Finding(code="id-clash", case=case, path=path, facts={"id": taken_id, "by": by})


def service_ids(cases: Cases, _: date) -> Iterator[Finding]:
    """Coaches among themselves, then partners against coaches and each other."""
    taken: dict[str, str] = dict.fromkeys(RESERVED_IDS, "jobcoach")
    lists = {
        "coaches": [coach.id for coach in cases.settings.coaches],
        "partners": [partner.id for partner in cases.settings.partners],
    }
    for key, ids in lists.items():
        for index, entry_id in enumerate(ids):
            if entry_id in taken:
                yield _clash("", (key, index, "id"), entry_id, taken[entry_id])
            taken.setdefault(entry_id, key)


def _service_taken(cases: Cases) -> dict[str, str]:
    taken = {partner.id: "partners" for partner in cases.settings.partners}
    taken |= {coach.id: "coaches" for coach in cases.settings.coaches}
    return taken | dict.fromkeys(RESERVED_IDS, "jobcoach")


def employer_id(employer: Employer, cases: Cases, _: date) -> Iterator[Finding]:
    """An employer against coaches, partners and the words taken; its jobs among themselves."""
    taken = _service_taken(cases)
    if employer.id in taken:
        yield _clash(employer.case, ("id",), employer.id, taken[employer.id])
    seen: set[str] = set()
    for index, job in enumerate(employer.jobs):
        if job.id in seen:
            yield _clash(employer.case, ("jobs", index, "id"), job.id, "jobs")
        seen.add(job.id)


def person_ids(person: Person, cases: Cases, _: date) -> Iterator[Finding]:
    """A circle against everybody before it, and itself; the person's id against words taken."""
    if person.id in RESERVED_IDS:
        yield _clash(person.case, ("id",), person.id, "jobcoach")
    if not person.circle:
        return
    taken = dict.fromkeys(cases.employers, "employers") | _service_taken(cases)
    for index, relative in enumerate(person.circle):
        if relative.id in taken:
            yield _clash(person.case, ("circle", index, "id"), relative.id, taken[relative.id])
        taken.setdefault(relative.id, "circle")


def stage_ids(process: Process) -> Iterator[Finding]:
    """A model's stages among themselves."""
    seen: set[str] = set()
    for index, stage in enumerate(process.stages):
        if stage.id in seen:
            yield _clash(f"processes/{process.id}", ("stages", index, "id"), stage.id, "stages")
        seen.add(stage.id)
