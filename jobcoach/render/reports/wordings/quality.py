"""The words of ``report quality``: gaps first, then standard by standard, then the IPS self-check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.domain.quality import STANDARDS
from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import CurvePart, ListPart, Part, Wording
from jobcoach.render.reports.wordings.quality_definitions import DEFINITIONS
from jobcoach.render.reports.wordings.quality_labels import LABELS
from jobcoach.render.reports.wordings.standards import TITLE, evidence_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jobcoach.domain.quality import Standard
    from jobcoach.render.reports.wording import AnyPart

_FILES = N_("what the files show")
_FURTHER_ROWS = {"support-1": ("ips.first_months", "ips.first_month.*")}
"""Rows of the self-check that belong to a standard too."""
_TELLING_DAYS = (0, 1, 3, 7, 14, 30)
_MEETING_DAYS = (7, 14, 30, 61, 91, 182)


def _standard(standard: Standard) -> Iterator[AnyPart]:
    yield ListPart(
        heading=TITLE[standard.id],
        listing=standard.id,
        columns={
            "answer": N_("Answer"),
            "on": N_("On"),
            "by": N_("By"),
            "evidence": N_("Evidence"),
            "next": N_("What we do next"),
        },
        empty="",
        corner=N_("Indicator"),
        before=(evidence_sentence(standard),),
    )
    rows = (f"{standard.id}.*", *_FURTHER_ROWS.get(standard.id, ()))
    yield Part(_FILES, rows, within=standard.id)
    if standard.id == "search-1":
        yield CurvePart(
            heading=N_("search-1 – days from an employer's answer to the next contact"),
            curve="telling_days",
            lasts=N_("Not yet"),
            subject=N_("The line shows which share still has had no such contact: {shares}."),
            ended=N_("Reached by then"),
            days=_TELLING_DAYS,
        )


WORDING = Wording(
    name="quality",
    title=N_("Quality: a self-assessment"),
    notes=(
        N_(
            "Along the fifteen quality standards of the European Union of Supported Employment (2005), in our "
            "own words. For the team: nobody is marked, and no sum is drawn."
        ),
        N_(
            "Files show what was written down. Whether it was good, people judge: their answers stand in "
            "quality.yaml, and jobcoach quality begin writes one to fill in."
        ),
    ),
    parts=(
        ListPart(
            heading=N_("Gaps"),
            listing="gaps",
            columns={
                "no": N_("Answered no"),
                "partly": N_("Partly"),
                "unanswered": N_("Not answered"),
                "old": N_("Older than a year"),
                "missing": N_("To look at, by the files"),
            },
            empty=N_(
                "No gap: every indicator was answered yes within a year, and the files are whole."
            ),
            corner=N_("Standard"),
        ),
        Part(N_("Who is looked at"), ("persons",)),
        *(part for standard in STANDARDS for part in _standard(standard)),
        Part(N_("IPS self-check: persons and coaches"), ("ips.active.*",)),
        Part(
            N_("IPS self-check: the first contact with an employer"),
            ("ips.start.*", "ips.first_contact.*"),
        ),
        CurvePart(
            heading=N_("IPS self-check: days to the first visit or meeting"),
            curve="ips.days",
            lasts=N_("Not yet"),
            subject=N_("The line shows which share still has had no such contact: {shares}."),
            ended=N_("Reached by then"),
            days=_MEETING_DAYS,
        ),
        Part(N_("IPS self-check: contacts with employers"), ("ips.contacts.*",)),
        Part(
            N_("IPS self-check: jobs and employers"),
            ("ips.jobs", "ips.market.*", "ips.titles", "ips.title_unknown", "ips.employers"),
        ),
        Part(
            N_("IPS self-check: the first month in a job"),
            ("ips.first_months", "ips.first_month.*", "ips.month_contacts"),
        ),
    ),
    labels=LABELS,
    definitions=DEFINITIONS,
)
