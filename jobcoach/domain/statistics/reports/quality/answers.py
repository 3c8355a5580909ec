"""What the team answers, standard by standard, and the gaps: what nobody answered, what the files lack."""

from __future__ import annotations

from collections.abc import Mapping

from jobcoach.domain.quality import STANDARDS, Answer, Standard
from jobcoach.domain.statistics.figures import Figure
from jobcoach.domain.statistics.listings import Field, Listing, Row
from jobcoach.domain.statistics.reports.quality.seen import Looked

ANSWER_FIELDS = (
    Field("answer", "word"),
    Field("on", "day"),
    Field("by", "coach"),
    Field("evidence", "text"),
    Field("next", "text"),
)
GAP_FIELDS = (
    Field("no", "number"),
    Field("partly", "number"),
    Field("unanswered", "number"),
    Field("old", "number"),
    Field("missing", "words"),
)
UNANSWERED = "unanswered"

MISSING: Mapping[str, tuple[str, ...]] = {
    "org-1": ("org-1.ends.not_said",),
    "org-2": ("org-2.disclosures.withdrawn", "org-2.disclosures.not_agreed"),
    "org-3": ("org-3.complaints.late", "org-3.complaints.overdue", "org-3.closed.without"),
    "org-4": ("org-4.coach.missing", "org-4.absences.not_covered"),
    "engage-1": (
        "engage-1.agreement.missing",
        "engage-1.documents.missing",
        "engage-1.prefers.missing",
    ),
    "profile-1": ("profile-1.profile.missing", "profile-1.strengths.missing"),
    "profile-2": ("profile-2.undated", "profile-2.trials.open"),
    "profile-3": (
        *("profile-3.signed.no_copy", "profile-3.signed.changed", "profile-3.signed.not_signed"),
        *("profile-3.no_plan", "profile-3.review.overdue"),
    ),
    "search-1": ("search-1.jobs.not_described", "search-1.answers.not_told", "search-1.undated"),
    "search-2": ("search-2.by.not_said", "search-2.undated"),
    "employer-1": (
        *("employer-1.reference.missing", "employer-1.needs.missing"),
        "employer-1.workplace.missing",
        "employer-1.agreement.missing",
    ),
    "support-1": ("support-1.tutor.missing", "ips.first_month.none"),
    "result-1": ("result-1.pay.below-scale", "result-1.pay.unknown"),
    "result-2": (
        *("result-2.supports.missing", "result-2.employer.not_asked"),
        "result-2.person.not_asked",
    ),
    "result-3": ("result-3.hours.not_said",),
}
"""For each standard the figures that show something missing as soon as they count anything."""


def answer_lists(look: Looked) -> list[Listing]:
    """Return for each standard its indicators with the newest answer as known on the last day."""
    newest = look.cases.quality.newest(look.day)
    return [
        Listing(
            name=standard.id,
            definition="answers",
            fields=ANSWER_FIELDS,
            rows=tuple(
                Row(case=indicator, values=_said(newest.get(indicator)))
                for indicator in standard.indicators
            ),
            rows_are="indicator",
        )
        for standard in STANDARDS
    ]


def _said(answer: Answer | None) -> tuple[str | None, ...]:
    if answer is None:
        return (UNANSWERED, None, None, None, None)
    return (answer.answer, answer.on, answer.by, answer.evidence, answer.next)  # type: ignore[return-value]


def gaps(look: Looked, figures: Mapping[str, Figure]) -> Listing:
    """Return the standards that lack something, in the order of the source: nothing ranks them."""
    rows = (_gap(standard, look, figures) for standard in STANDARDS)
    return Listing(
        name="gaps",
        definition="gaps",
        fields=GAP_FIELDS,
        rows=tuple(row for row in rows if any(row.values)),
        rows_are="standard",
    )


def _gap(standard: Standard, look: Looked, figures: Mapping[str, Figure]) -> Row:
    newest = look.cases.quality.newest(look.day)
    answers = [newest[one] for one in standard.indicators if one in newest]
    missing = tuple(name for name in MISSING[standard.id] if figures[name].count())
    counts = (
        sum(one.answer == "no" for one in answers),
        sum(one.answer == "partly" for one in answers),
        len(standard.indicators) - len(answers),
        sum(one.is_old(look.day) for one in answers),
    )
    return Row(case=standard.id, values=(*(count or None for count in counts), missing or None))
