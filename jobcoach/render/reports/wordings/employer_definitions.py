"""What each figure and list of ``report employer`` counts."""

from __future__ import annotations

from collections.abc import Mapping

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import Definition
from jobcoach.render.reports.wordings.shared import (
    NUMBER,
)

_OF_APPLICATIONS = N_("all applications; in a column, those of the column")
_NO_FILE = N_("firms without a file")

DEFINITIONS: Mapping[str, Definition] = {
    "firms": Definition(
        N_("Employers on file, with or without a contact counted below."),
        N_("all employers; with one coach, those of that coach"),
        _NO_FILE,
    ),
    "contacts": Definition(
        N_(
            "Contacts with employers in the period that took place, in their own files and in persons'. One "
            "with two employers counts for each. Messages and letters stand apart: they may have had no "
            "answer. With one coach, contacts by that coach."
        ),
        N_("all contacts"),
        N_("contacts that did not take place; firms without a file"),
    ),
    "applications": Definition(
        N_(
            "Applications proposed in the period, or without that day first dated in it, by what is known of "
            "them on the last day. Hired comes first, then the person's own no, then how it was closed."
        ),
        _OF_APPLICATIONS,
        N_(
            "applications of an earlier period, also where they ended in this one; firms without a file"
        ),
    ),
    "reached": Definition(
        N_(
            "The same applications by the furthest step they had come to by the last day, each once. Who was "
            "interviewed was presented and accepted before, be it written down or not."
        ),
        _OF_APPLICATIONS,
    ),
    "open": Definition(
        N_("Those of them that are still open, by the furthest step they have come to."),
        N_("the applications still open"),
    ),
    "applications_undated": Definition(
        N_("Applications that bear no date at all: nobody can tell in which period they belong."),
        N_("a number apart, so no share"),
    ),
    "placement.begun": Definition(
        N_(
            "Placements there that began in the period, paid or not, also of jobs that were there before "
            "coaching. A renewal is a placement of its own."
        ),
        N_("all placements begun"),
        _NO_FILE,
    ),
    "placement.running": Definition(
        N_(
            "Placements under way on the last day, whenever they began; one whose planned end has passed still "
            "runs until its end is written down."
        ),
        N_("all placements under way"),
        _NO_FILE,
    ),
    "ended": Definition(
        N_(
            "Paid jobs whose last day lies in the period, by the reason written with it. Placements with one "
            "employer that follow each other within seven days are one job: a renewal is no end."
        ),
        N_("all jobs ended; in a column, those of the column"),
        N_("internships, trials and training in a firm"),
    ),
    "lasted": Definition(
        N_(
            "Paid jobs begun in the period, from the first day to the last one, both included; those that run "
            "are followed until the last day of the period and count as lasting at least so long."
        ),
        N_("those followed for so long"),
        N_("jobs that were there before coaching; internships, trials and training in a firm"),
    ),
    "aids": Definition(
        N_(
            "Placements under way on a day of the period for which a hiring aid is written down, by its kind as "
            "it is written."
        ),
        N_("all placements with a hiring aid; in a column, those of the column"),
        N_("aids that a person opens a right to, and that no placement used"),
    ),
    "agreements": Definition(
        N_(
            "Agreements with employers in force on the last day, in their own files and in persons'."
        ),
        N_("all such agreements"),
        N_("agreements that have ended or run out"),
    ),
    "open_jobs": Definition(
        N_("Jobs that are open on the last day, as the employers' files have them."),
        NUMBER,
    ),
    "employers": Definition(
        N_(
            "Each employer by name: contacts counted above, the last one by anybody that counts, applications "
            "open and persons with a placement under way on the last day, and the first item due toward it, overdue "
            "or to come, that the firm may know of."
        ),
    ),
    "talk": Definition(
        N_(
            "What is due toward this employer within 30 days of the last day, by the rules of the morning "
            "list; its open jobs; what it fears."
        ),
        left_out=N_(
            "whatever concerns a person of whom the firm must not learn that a coach exists"
        ),
    ),
    "not_there": Definition(
        N_(
            "What is due about persons of whom the firm must not learn that a coach exists. It is settled with "
            "the person."
        ),
    ),
    "jobs": Definition(
        N_(
            "Placements there on a day of the period, with their days until the end or the last day, both "
            "included."
        ),
    ),
    "agreements_list": Definition(N_("The agreements counted above.")),
    "aids_list": Definition(N_("The placements with a hiring aid counted above.")),
}
