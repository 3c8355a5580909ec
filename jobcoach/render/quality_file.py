"""The team's self-assessment as it begins: every indicator, with nothing answered yet."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from jobcoach.domain.quality import STANDARDS
from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wordings.standards import INDICATOR, TITLE, evidence_sentence

if TYPE_CHECKING:
    from datetime import date

    from jobcoach.render.catalogue import Texts

WIDTH = 100
HOW = (
    N_(
        "The team's self-assessment. Write yes, partly or no behind `answer`, and what shows it; leave empty "
        "what you have not talked over. `on` is the day of the answer: correct it where it is another."
    ),
    N_(
        "To answer anew, add an entry with the same indicator below the old one: the newest counts, the old "
        "one tells how it was. `jobcoach check` looks this file over, `jobcoach report quality` shows it."
    ),
)


def beginning(day: date, by: str | None, t: Texts) -> str:
    """Return the text of a new ``quality.yaml``, each entry ready for an answer of *day* *by* that coach."""
    return "\n".join(_lines(day, by, t)) + "\n"


def _lines(day: date, by: str | None, t: Texts) -> Iterator[str]:
    for text in HOW:
        yield from _comment(t(text), 0)
    yield ""
    yield from _comment(
        t("How many full-time posts the coaches fill together, for example 2.5."), 0
    )
    yield "full_time_coaches:"
    yield ""
    yield "answers:"
    for standard in STANDARDS:
        yield ""
        yield from _comment(t(TITLE[standard.id]), 2)
        yield from _comment(t(evidence_sentence(standard)), 2)
        for indicator in standard.indicators:
            yield ""
            yield from _comment(t(INDICATOR[indicator]), 2)
            yield f"  - indicator: {indicator}"
            yield "    answer:                       # yes | partly | no"
            yield f"    on: {day.isoformat()}"
            yield f"    by: {by}" if by else "    by:"
            yield "    evidence:"
            yield "    next:"


def _comment(text: str, indent: int) -> Iterator[str]:
    lead = " " * indent + "# "
    for line in wrap(text, WIDTH - len(lead)):
        yield lead + line
