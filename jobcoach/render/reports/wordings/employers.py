"""The words of ``report employer``: over all employers, and about one."""

from __future__ import annotations

from collections.abc import Mapping

from jobcoach.render import words
from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import (
    AnyPart,
    CrossPart,
    CurvePart,
    ListPart,
    Part,
    Wording,
)
from jobcoach.render.reports.wordings.employer_definitions import DEFINITIONS
from jobcoach.render.reports.wordings.shared import (
    PAID_CONTRACT,
    WHY_ENDED,
)

_NOT_SAID = N_("Not said")
_HOW = {
    "visit": N_("Visit"),
    "meeting": N_("Meeting"),
    "phone": N_("Phone call"),
    "video": N_("Video call"),
    "message": N_("Message"),
    "letter": N_("Letter"),
    "not_said": _NOT_SAID,
}
_BECAME = {
    "hired": N_("Hired"),
    "refused": N_("Not chosen"),
    "declined": N_("Declined by the person"),
    "withdrawn": N_("Withdrawn"),
    "cancelled": N_("Cancelled"),
    "closed": N_("Closed, how is not said"),
    "open": N_("Still open"),
}
_REACHED = {
    "proposed": N_("Proposed to the person"),
    "accepted": N_("Accepted by the person"),
    "presented": N_("Presented to the employer"),
    "interviewed": N_("Interviewed"),
}
_CONTRACT = {
    **PAID_CONTRACT,
    "internship": N_("Internship"),
    "trial": N_("Trial"),
    "in-company-training": N_("In-company training"),
    "not_said": _NOT_SAID,
}
_REASON = {
    **WHY_ENDED,
    "not_said": _NOT_SAID,
}
_AGREEMENT = {
    "participation": N_("Agreement to take part"),
    "trust-contract": N_("Trust contract"),
    "service": N_("Service agreement"),
    "work-plan": N_("Work plan"),
    "follow-up": N_("Follow-up agreement"),
    "other": N_("Other agreement"),
}
_UNKNOWING = N_("the firm does not know that a coach exists")

_FIGURES: tuple[AnyPart, ...] = (
    Part(N_("Contacts"), ("contacts", "contacts.*")),
    Part(N_("Applications, and what became of them"), ("applications", "applications.*")),
    Part(N_("How far they came"), ("reached.*",)),
    Part(N_("Those still open, how far they are"), ("open.*",)),
    Part(N_("Applications without any date"), ("applications_undated",)),
    CrossPart(
        heading=N_("Placements by contract"),
        prefix="placement",
        corner=N_("Contract"),
        columns={"begun": N_("Begun in the period"), "running": N_("Under way on the last day")},
    ),
    Part(N_("Paid jobs ended, and why"), ("ended", "ended.*")),
    CurvePart(
        heading=N_("How long paid jobs lasted"),
        curve="lasted",
        lasts=N_("Still in the job"),
        subject=N_("The line shows which share of the jobs still lasts: {shares}."),
    ),
    Part(N_("Hiring aids"), ("aids", "aids.*")),
    Part(N_("Agreements in force"), ("agreements", "agreements.*")),
    Part(N_("Open jobs"), ("open_jobs",)),
)
_TALK_COLUMNS = {"what": N_("What"), "due": N_("Day"), "about": N_("About")}
_LISTS_OF_ONE: tuple[AnyPart, ...] = (
    ListPart(
        heading=N_("What to talk about next"),
        listing="talk",
        columns=_TALK_COLUMNS,
        empty=N_("Nothing is due, no job is open, no concern is noted."),
    ),
    ListPart(
        heading=N_("Not to be mentioned there"),
        listing="not_there",
        columns=_TALK_COLUMNS,
        empty=N_("Nothing: whatever is due here, the firm may know of the coach."),
    ),
    ListPart(
        heading=N_("Placements there, and how long they lasted"),
        listing="jobs",
        columns={
            "job": N_("Job"),
            "contract": N_("Contract"),
            "from": N_("From"),
            "until": N_("Planned end"),
            "ended": N_("Ended"),
            "days": N_("Days"),
            "why": N_("Why it ended"),
            "hours": N_("Hours a week"),
            "pay": N_("Pay"),
            "mark": N_("Mind"),
        },
        empty=N_("No placement there in the period."),
    ),
    ListPart(
        heading=N_("Agreements"),
        listing="agreements",
        columns={
            "kind": N_("Kind"),
            "on": N_("On"),
            "review": N_("Review"),
            "until": N_("Until"),
            "mark": N_("Mind"),
        },
        empty=N_("No agreement with it is in force."),
    ),
    ListPart(
        heading=N_("Aids, and when they end"),
        listing="aids",
        columns={
            "kind": N_("Aid"),
            "until": N_("Until"),
            "from": N_("Placement from"),
            "mark": N_("Mind"),
        },
        empty=N_("No hiring aid there in the period."),
    ),
)
_LIST_OF_ALL = ListPart(
    heading=N_("Employers"),
    listing="employers",
    columns={
        "contacts": N_("Contacts"),
        "last": N_("Last contact"),
        "applications": N_("Applications open"),
        "working": N_("Persons there"),
        "due": N_("Next due"),
        "what": N_("What"),
    },
    empty=N_("No employer is on file."),
)

_LABELS: Mapping[str, str] = {
    "firms": N_("Employers on file"),
    "firms.contacted": N_("With a contact in the period"),
    "firms.not_contacted": N_("Without a contact in the period"),
    "contacts": N_("All contacts"),
    **{f"contacts.{how}": label for how, label in _HOW.items()},
    "applications": N_("All applications"),
    **{f"applications.{became}": label for became, label in _BECAME.items()},
    **{f"reached.{step}": label for step, label in _REACHED.items()},
    **{f"open.{step}": label for step, label in _REACHED.items()},
    "applications_undated": N_("Without any date"),
    "placement.all": N_("All placements"),
    **{f"placement.{contract}": label for contract, label in _CONTRACT.items()},
    "ended": N_("All jobs ended"),
    **{f"ended.{why}": label for why, label in _REASON.items()},
    "lasted": N_("Paid jobs"),
    "aids": N_("Placements with a hiring aid"),
    "aids.not_said": N_("Kind not said"),
    "agreements": N_("All agreements"),
    **{f"agreements.{kind}": label for kind, label in _AGREEMENT.items()},
    "open_jobs": N_("Open jobs"),
    **{
        f"{listing}.{kind}": label
        for listing in ("employers", "talk", "not_there")
        for kind, label in words.KIND_OF_DUE.items()
    },
    "talk.paused": N_("Contact with the firm is paused"),
    "talk.do-not-contact": N_("The firm is not to be contacted"),
    "talk.open-job": N_("Open job"),
    "talk.concern": N_("Concern of the firm"),
    **{f"jobs.{kind}": label for kind, label in words.CONTRACT.items()},
    **{f"jobs.{why}": label for why, label in words.END_REASON.items()},
    **{f"jobs.{pay}": label for pay, label in words.PAY.items()},
    "jobs.hidden": _UNKNOWING,
    "aids.hidden": _UNKNOWING,
    "agreements.hidden": _UNKNOWING,
    **{f"agreements.{kind}": label for kind, label in _AGREEMENT.items()},
}

_WHAT_IT_CANNOT_SAY = N_(
    "Counts of what is written down. Few jobs at a firm, or short ones, do not say why; how long a job lasts hangs "
    "on much besides the firm."
)

WORDING = Wording(
    name="employer",
    title=N_("Employers"),
    notes=(_WHAT_IT_CANNOT_SAY,),
    parts=(
        Part(N_("Employers on file"), ("firms", "firms.*")),
        *_FIGURES,
        _LIST_OF_ALL,
    ),
    labels=_LABELS,
    definitions=DEFINITIONS,
)
WORDING_OF_ONE = Wording(
    name="employer",
    title=N_("Work with one employer"),
    notes=(
        N_(
            "Internal sheet, for the team only: it names persons, and it counts those of whom the firm does not "
            "know that a coach exists. Not to be handed on, and not to be laid on the employer's table."
        ),
        _WHAT_IT_CANNOT_SAY,
    ),
    parts=(*_LISTS_OF_ONE[:2], *_FIGURES, *_LISTS_OF_ONE[2:]),
    labels=_LABELS,
    definitions=DEFINITIONS,
)
