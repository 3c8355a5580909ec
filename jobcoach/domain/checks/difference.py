"""What a change puts wrong: findings there are afterwards and were not before."""

from datetime import date
from typing import Any

from jobcoach.domain.cases import Cases
from jobcoach.domain.checks import case_findings
from jobcoach.domain.employers import Employer
from jobcoach.domain.findings import Finding
from jobcoach.domain.people import Person
from jobcoach.domain.settings import Settings

Record = Person | Employer | Settings


def new_findings(
    was: Record | None, now: Record, before: Cases, after: Cases, day: date
) -> list[Finding]:
    """Return what is wrong with a file now and was not before."""
    old = {key for f in case_findings(was, before, day) for key in _keys(f)} if was else set()
    return [f for f in case_findings(now, after, day) if not _keys(f) <= old]


def _keys(finding: Finding) -> set[tuple[object, ...]]:
    """What makes a finding the same before and after, though its entry may have moved.

    Each need counts for itself: one supplied leaves the others as they were.
    """
    path = tuple(part for part in finding.path if isinstance(part, str))
    if "needs" in finding.facts:
        needs: Any = finding.facts["needs"]
        stage = (finding.facts["stage"], finding.facts.get("on"))
        return {(finding.case, finding.code, stage, need) for need in needs}
    facts = {key: value for key, value in finding.facts.items() if key != "known"}
    return {(finding.case, finding.code, path, repr(sorted(facts.items())))}
