"""The words of ``report activity``, and its figures for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import PERSONS_CHART, Definition, Part, Wording
from jobcoach.render.reports.wordings.shared import (
    OF_COACHED,
    PAID_CONTRACT,
)

if TYPE_CHECKING:
    from jobcoach.domain.statistics.sheets import Sheet

_NOT_DROPPED = N_("nobody: who is not known to the file stands in a row of their own")

_PRIORITY = {
    "two-years-without-work": N_("Without work for two years or more"),
    "over-45-and-one-year": N_("Over 45, and without work for a year or more"),
    "debt-plan": N_("Debt plan"),
    "single-parent-little-schooling": N_("Single parent, lower secondary studies at most"),
    "any": N_("In one of these groups at least"),
}
_NOT_KNOWN = {
    "two-years-without-work": N_("– not known: two years without work"),
    "over-45-and-one-year": N_("– not known: over 45 and a year without work"),
    "debt-plan": N_("– not known: debt plan"),
    "single-parent-little-schooling": N_("– not known: single parent with such studies"),
    "any": N_("– not known: any of these groups"),
}

WORDING = Wording(
    name="activity",
    title=N_("Activity"),
    notes=(
        N_("Contracts are cumulated: one person may sign several. They give no insertion rate."),
    ),
    parts=(
        Part(N_("Persons coached"), ("persons",)),
        Part(N_("Age on the last day"), ("age.*",), chart=PERSONS_CHART),
        Part(N_("Origin"), ("origin.*",)),
        Part(N_("Studies"), ("education.*",), chart=PERSONS_CHART),
        Part(N_("Contracts signed"), ("contracts", "contracts.*")),
        Part(N_("Jobs that were there already"), ("kept", "kept.*")),
        Part(N_("Placements whose contract is not said"), ("contract_unknown",)),
        Part(N_("New jobs by market"), ("jobs", "market.*")),
        Part(N_("Employers contacted"), ("employers_contacted",)),
        Part(N_("Received, but not started"), ("received", "sent_to.*")),
        Part(
            N_("Priority groups"),
            tuple(
                f"{name}.{group}"
                for group in _PRIORITY
                for name in ("priority", "priority_unknown")
            ),
        ),
    ),
    labels={
        "persons": N_("Persons coached"),
        "age.under-25": N_("Under 25"),
        "age.25-45": N_("25 to 45"),
        "age.over-45": N_("Over 45"),
        "age.unknown": N_("Not known"),
        "origin.european": N_("Of the country or the European Union"),
        "origin.other": N_("Foreign or of foreign origin"),
        "origin.unknown": N_("Not known"),
        "education.primary": N_("Primary"),
        "education.lower-secondary": N_("Lower secondary"),
        "education.upper-secondary": N_("Upper secondary"),
        "education.higher": N_("Higher"),
        "education.none": N_("None"),
        "education.other": N_("Other"),
        "education.unknown": N_("Not known"),
        "contracts": N_("All contracts"),
        **{f"contracts.{kind}": label for kind, label in PAID_CONTRACT.items()},
        "kept": N_("All such jobs"),
        **{f"kept.{kind}": label for kind, label in PAID_CONTRACT.items()},
        "contract_unknown": N_("Contract not said"),
        "jobs": N_("All new jobs"),
        "market.ordinary": N_("Ordinary market"),
        "market.bridge": N_("Bridge to work"),
        "market.sheltered": N_("Sheltered work"),
        "employers_contacted": N_("Employers contacted"),
        "received": N_("All who did not start"),
        "sent_to.still_waiting": N_("Still waiting"),
        "sent_to.somewhere_else": N_("Sent somewhere else"),
        "sent_to.not_said": N_("Where to is not said"),
        **{f"priority.{group}": label for group, label in _PRIORITY.items()},
        **{f"priority_unknown.{group}": label for group, label in _NOT_KNOWN.items()},
    },
    definitions={
        "persons": Definition(
            N_(
                "Persons who, on a day of the period, were in a stage that comes neither before coaching "
                "nor after its end; without a first day, at any time until the last one. This is our "
                'reading of the pilots\' "over a prolonged period". Each once, whatever the stages.'
            ),
            N_("all persons on file; a total, so no share"),
            N_("persons received who did not start (below); stages that are in no process model"),
        ),
        "age": Definition(
            N_(
                "Completed years on the last day of the period; 25 and 45 belong to the middle group."
            ),
            OF_COACHED,
            _NOT_DROPPED,
        ),
        "origin": Definition(N_("The origin as the file has it now."), OF_COACHED, _NOT_DROPPED),
        "education": Definition(
            N_(
                "The highest studies as the file has them now; diplomas that are not recognised are "
                "among the other ones."
            ),
            OF_COACHED,
            _NOT_DROPPED,
        ),
        "contracts": Definition(
            N_(
                "Paid placements of persons coached in the period that began in it. A renewal is a "
                "contract, not a new job."
            ),
            N_("all contracts; in a column, those of the column"),
            N_(
                "internships, trials and training in a firm; jobs that were there before coaching; "
                "contracts of persons not coached in the period"
            ),
        ),
        "kept": Definition(
            N_(
                "Paid placements of persons coached in the period that began in it, in jobs that they had "
                "before coaching began. Whether they still have them is in report outcomes."
            ),
            N_("all such jobs; in a column, those of the column"),
            N_("jobs there already that began before the period"),
        ),
        "contract_unknown": Definition(
            N_("Placements begun in the period whose file does not say under which contract."),
            N_("placements of persons coached; a number, so no share"),
            N_("nothing; they may be paid or not, so they stand apart from the contracts"),
        ),
        "jobs": Definition(
            N_(
                "Jobs begun in the period: paid placements with one employer that follow each other within "
                "seven days are one job. The market is that of its first contract; ordinary where nothing "
                "else is said."
            ),
            N_("all new jobs; in a column, those of the column"),
            N_("renewals; jobs that were there before coaching"),
        ),
        "employers_contacted": Definition(
            N_(
                "Employers with at least one contact in the period that took place by visit, meeting, phone "
                "or video, in their own file or a person's. With one coach, contacts by that coach; with "
                "one process, contacts in the files of persons who followed it on that day."
            ),
            N_("all employers on file; a number, so no share"),
            N_(
                "messages, letters and mail, also answered ones; contacts that did not take place; firms "
                "without a file"
            ),
        ),
        "received": Definition(
            N_(
                "Persons on file before coaching, or sent on, in the period, and never coached until its "
                "last day; where the last stage says they went."
            ),
            N_("all who did not start; in a column, those of the column"),
            N_("persons coached at any time until the last day"),
        ),
        "priority": Definition(
            N_(
                "Persons coached who belonged to the group on the day coaching first began. Debt plan, "
                "single parent and studies are as the file has them now. The groups overlap: they do not "
                "add up."
            ),
            OF_COACHED,
            N_(
                "persons of whom the file does not say enough: they stand in the row below, never among "
                "the others"
            ),
        ),
        "priority_unknown": Definition(
            N_(
                "Persons coached of whom the file does not say enough to tell whether they belonged to "
                "the group: no birth date, no day since when without work (or one after coaching began), "
                "no situation, no studies or other ones."
            ),
            OF_COACHED,
            N_("persons of whom it is known"),
        ),
    },
)


def figures_json(sheet: Sheet, repository: str = "") -> dict[str, Any]:
    """Return the figures as JSON: every row with its five columns; a hidden count is null."""
    source = dict(sheet.parts)[repository] if repository else sheet.total

    def row(name: str) -> dict[str, int | None]:
        return {c: sheet.count(name, c, repository) for c in source.figures[name].columns}

    def group(name: str) -> dict[str, dict[str, int | None]]:
        return {figure.name.partition(".")[2]: row(figure.name) for figure in source.under(name)}

    return {
        "persons": row("persons"),
        "age": group("age"),
        "origin": group("origin"),
        "education": group("education"),
        "contracts": group("contracts"),
        "kept": group("kept"),
        "employers_contacted": sheet.count("employers_contacted", "all", repository),
        "contract_unknown": row("contract_unknown"),
        "jobs": row("jobs"),
        "market": group("market"),
        "received": row("received"),
        "sent_to": group("sent_to"),
        "priority": group("priority"),
        "priority_unknown": group("priority_unknown"),
    }
