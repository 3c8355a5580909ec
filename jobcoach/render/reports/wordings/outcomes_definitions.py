"""What each figure of ``report outcomes`` counts, out of what, and what it leaves out."""

from __future__ import annotations

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import Definition
from jobcoach.render.reports.wordings.shared import (
    IN_JOB,
    JOB_NOT_KNOWN,
    NUMBER,
    OF_COACHED,
)

_NO_JOB = N_("internships, trials and training in a firm; placements whose contract is not said")

DEFINITIONS = {
    "persons": Definition(
        N_(
            "Persons who, on a day of the period, were in a stage that comes neither before coaching "
            "nor after its end; without a first day, at any time until the last one. Each once, whatever the "
            "stages."
        ),
        N_("all persons on file; a total, so no share"),
        N_("persons received who did not start; stages that are in no process model"),
    ),
    "entered": Definition(
        N_(
            "Persons coached whose first day of coaching ever lies in the period; with one process, if "
            "they began under it."
        ),
        OF_COACHED,
        N_("persons who came back after their case had been closed"),
    ),
    "entered_earlier": Definition(
        N_(
            "The other persons coached: coaching had begun before the period, or, with one process, under "
            "another one."
        ),
        OF_COACHED,
        N_("persons whose coaching began in the period"),
    ),
    "in_job": IN_JOB,
    "job_not_known": JOB_NOT_KNOWN,
    "without_job": Definition(
        N_(
            "Persons coached who had no placement under way on the last day, or only internships, trials and "
            "training in a firm."
        ),
        OF_COACHED,
        N_("persons with a job on the last day"),
    ),
    "left": Definition(
        N_(
            "Persons coached at any time whose case was closed in the period and is still closed on its last "
            "day; each once, with the last closing."
        ),
        N_("a total, so no share"),
        N_("persons never coached; cases that were opened again by the last day"),
    ),
    "left_why": Definition(
        N_(
            "The first that holds: a paid job under way on the day of closing; what the last closing review "
            "since the case was opened decided (stop, cannot be reached, moved, died); where the closing says "
            "the person went."
        ),
        N_("all who left; in a column, those of the column"),
        N_("nobody: where none of these holds, the reason is the last of the list"),
    ),
    "jobs": Definition(
        N_(
            "Paid jobs of persons coached in the period that began in it: placements with one employer that "
            "follow each other within seven days are one job. The market is that of its first contract; "
            "ordinary where nothing else is said. A job still runs if it had not ended by the last day, also "
            "where its planned end has passed; one begun yesterday runs too, so this says nothing of how long "
            "jobs last."
        ),
        N_("all jobs of the same market"),
        _NO_JOB,
    ),
    "jobs_already": Definition(
        N_(
            "Paid jobs that persons coached in the period had before coaching began, whatever the market: counted from "
            "the day coaching first began, or from the job's first day if that is later; that day lies in the "
            "period."
        ),
        N_("all jobs there already"),
        N_("jobs that had ended before coaching began"),
    ),
    "lasting": Definition(
        N_(
            "The jobs of this group, each from the day it counts from to its last day; one still running, to the last "
            "day of the period, and from there on it is followed no longer. The share is Kaplan and Meier's "
            "estimate of the jobs that last beyond that many days. Half of the jobs last longer than the "
            "median."
        ),
        N_("all these jobs"),
        N_("nothing: jobs still running are in it"),
    ),
    "retention": Definition(
        N_(
            "Jobs whose milestone has come by the last day of the period, so many calendar months or weeks "
            "after the day they count from; of them, those that are under way on the day of the milestone, and "
            "those whose person is in any paid job on that day, this one or another. Each row has its own jobs: "
            "a later row may show a larger share."
        ),
        N_("the jobs that could get there, whether or not they did"),
        N_("jobs for which it is too early to tell: they stand in the last column"),
    ),
    "ends": Definition(
        N_(
            "Paid jobs of persons coached in the period that ended in it, whenever they began, by what is said "
            "of the last placement. A renewal ends no job."
        ),
        N_("all ends of the same column"),
        N_("jobs there already that had ended before coaching began"),
    ),
    "ends_earlier": Definition(
        N_("Those of all ends whose job counts from a day before the period."),
        N_("all ends of the same column"),
        N_("jobs begun in the period: the table of jobs above has them"),
    ),
    "first_contact": Definition(
        N_(
            "Persons whose first stage was entered in the period and who were coached by its last day: days "
            "from that entry to the first contact with an employer in the person's own file, by visit, "
            "meeting, phone or video, or by message if it was answered. One from before the entry counts as "
            "day 0. Without any, followed to the last day, or to the day the case was closed, as if it could "
            "still have come: the share still without one is rather too low."
        ),
        N_("all these persons"),
        N_(
            "contacts in employers' files only; applications sent; contacts that did not take place; persons "
            "never coached"
        ),
    ),
    "first_job": Definition(
        N_(
            "Persons whose first stage was entered in the period and who were coached by its last day: days "
            "from that entry to the first day of the first paid job that was not there before coaching. "
            "Without any, followed to the last day, or to the day the case was closed, as if it could still "
            "have come: the share still without one is rather too low."
        ),
        N_("all these persons"),
        N_(
            "persons who came with a job that was there already; internships, trials and training in a firm"
        ),
    ),
    "flow": Definition(
        N_(
            "Stage entries made in the period, by the stage before, each as often as it was made; also of "
            "persons who did not start. Stages of the same id in several process models are one."
        ),
        NUMBER,
        N_("nothing; one person may make many moves, also the same one again"),
    ),
    "paths": Definition(
        N_(
            "One path for each person coached in the period, cut to it and to the days since the first stage: "
            "what began earlier is shown from the first of these days on. Days are as in the files; a case is called by "
            "its id."
        ),
        "",
        N_("stages entered and left on one day; names"),
    ),
}
