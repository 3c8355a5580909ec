"""What several reports say alike: out of what, what is left out, and figures that they share."""

from __future__ import annotations

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import Definition

OF_COACHED = N_("all persons coached; in a column, those of the column")
NUMBER = N_("a number, so no share")
OF_ROW_ABOVE = N_("the nearest row above without a dash; in a column, those of the column")
AS_NOW = N_("nothing; the file keeps no history of this, it counts as it stands there now")
NOT_COACHED = N_("what stands in the files of persons not coached in the period")

PAID_CONTRACT = {
    "permanent": N_("Permanent"),
    "fixed-term": N_("Fixed-term"),
    "temporary": N_("Temporary agency work"),
    "subsidised": N_("Subsidised"),
    "self-employed": N_("Self-employed"),
}
WHY_ENDED = {
    "end-of-contract": N_("End of the contract"),
    "renewed": N_("Said to be renewed, no next contract on file"),
    "converted": N_("Said to be made permanent, no next contract on file"),
    "resigned": N_("Resigned"),
    "dismissed": N_("Dismissed"),
    "health": N_("Health"),
    "better-job": N_("A better job"),
    "other": N_("Other reason"),
}
"""Why a job ended, where no other with the same employer follows."""

IN_JOB = Definition(
    N_("Persons coached with a paid placement under way on the last day of the period."),
    OF_COACHED,
    N_("internships, trials and training in a firm: they are no paid job"),
)
JOB_NOT_KNOWN = Definition(
    N_(
        "Persons coached without a paid placement under way on the last day, but with one whose "
        "contract the file does not say."
    ),
    OF_COACHED,
    N_("nobody; it may be a job or not, so they stand apart from both"),
)
