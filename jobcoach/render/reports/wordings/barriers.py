"""The words of ``report barriers``."""

from __future__ import annotations

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import CrossPart, Definition, Part, Wording

_THEMES = {
    "transport": N_("Transport"),
    "hours": N_("Hours and days"),
    "family": N_("Childcare and family"),
    "health": N_("Health and loads"),
    "language": N_("Language"),
    "papers": N_("Papers"),
    "housing": N_("Housing"),
    "money": N_("Debt and income"),
    "training": N_("Training and qualification"),
    "other": N_("Other matters"),
}
_NOT_CONCERNED = {
    "transport": N_("– not concerned: transport"),
    "hours": N_("– not concerned: hours and days"),
    "family": N_("– not concerned: childcare and family"),
    "health": N_("– not concerned: health and loads"),
    "language": N_("– not concerned: language"),
    "papers": N_("– not concerned: papers"),
    "housing": N_("– not concerned: housing"),
    "money": N_("– not concerned: debt and income"),
    "training": N_("– not concerned: training and qualification"),
    "other": N_("– not concerned: other"),
}
_OF_ALL_PERSONS = N_("all persons looked at; in a column, those of the column")
_OF_CONCERNED = N_("the persons concerned by the theme")
_OF_ALL_PAIRS = N_("all pairs: each person looked at with each open job")
_ONLY_COMPARED = N_(
    "constraints that only words tell, and all obstacles: no job's file has anything to compare them with"
)

WORDING = Wording(
    name="barriers",
    title=N_("Barriers"),
    one_day=True,
    notes=(
        N_(
            "What stands between persons and open jobs, for those who could change it. "
            "Nobody is named."
        ),
        N_(
            "It rests on what is written in the files: what nobody wrote down is not counted, and what files "
            "cannot compare is no conflict. So the figures are lower bounds, and they tell where something "
            "stands in the way, not why somebody has no job."
        ),
        N_(
            "Only constraints are compared with jobs. Obstacles are free text: their words tell what they are "
            "about, not which job they would keep somebody from."
        ),
    ),
    parts=(
        Part(N_("Persons looked at"), ("persons", "constraints.*")),
        Part(
            N_("Persons concerned"),
            ("concerned.*",),
            chart=N_(
                "The chart shows how many persons each theme concerns; one person may be in several. {counts}."
            ),
        ),
        CrossPart(
            heading=N_("What it comes from"),
            prefix="source",
            corner=N_("Theme"),
            columns={
                "compared": N_("Constraint that can be compared"),
                "words": N_("Constraint, in words"),
                "obstacle": N_("Obstacle only"),
            },
        ),
        Part(N_("Open jobs looked at"), ("jobs",)),
        Part(N_("Persons and open jobs, two by two"), ("pairs", "pairs.*")),
        CrossPart(
            heading=N_("What stands between persons and open jobs"),
            prefix="theme",
            corner=N_("Theme"),
            columns={
                "jobs": N_("Jobs out of reach for somebody"),
                "pairs": N_("Pairs"),
                "only": N_("Nothing else"),
                "others": N_("Something else too"),
            },
        ),
    ),
    labels={
        "persons": N_("Persons coached, without a paid job"),
        "constraints.noted": N_("Constraints were asked about"),
        "constraints.not_noted": N_("Constraints not known"),
        **{f"concerned.{theme}": label for theme, label in _THEMES.items()},
        **{f"not_concerned.{theme}": label for theme, label in _NOT_CONCERNED.items()},
        **{f"source.{theme}": label for theme, label in _THEMES.items()},
        **{f"theme.{theme}": label for theme, label in _THEMES.items()},
        "jobs": N_("Open jobs"),
        "pairs": N_("All pairs"),
        "pairs.nothing": N_("No conflict known"),
        "pairs.stated": N_("Only a demand that is stated, and not needed"),
        "pairs.one": N_("Constraints of one theme"),
        "pairs.several": N_("Constraints of several themes"),
        "pairs.said_no": N_("A no was said there before"),
    },
    definitions={
        "persons": Definition(
            N_(
                "Persons who, on the last day, are in a stage that comes neither before coaching nor after its "
                "end, and have no paid placement under way. Also those in a pause, in an internship or a "
                "trial, or not available yet."
            ),
            N_("all persons on file; a total, so no share"),
            N_(
                "persons in a paid job; persons before coaching, or after it; stages in no process model"
            ),
        ),
        "constraints": Definition(
            N_(
                "Whether the file has a list of constraints, be it an empty one. Of whom it has none, nobody "
                "knows whether something stands in the way."
            ),
            _OF_ALL_PERSONS,
            N_("nobody"),
        ),
        "concerned": Definition(
            N_(
                "Persons with a constraint on this theme that holds on the last day, confidential ones "
                "included, or an obstacle on it begun and not solved by then. A constraint's theme is its "
                "kind; an obstacle's are told by its words, in four languages, and one may name several. What "
                "no word tells is among the other matters. Themes overlap: they do not add up."
            ),
            _OF_ALL_PERSONS,
            N_("obstacles solved, constraints that have ended; what nobody wrote down"),
        ),
        "not_concerned": Definition(
            N_("Persons looked at of whom nothing on this theme is written down."),
            _OF_ALL_PERSONS,
            N_("persons concerned"),
        ),
        "source.compared": Definition(
            N_(
                "Persons concerned with a constraint on this theme that says what a job can be compared with: "
                "hours, days, loads, the way there, languages."
            ),
            _OF_CONCERNED,
        ),
        "source.words": Definition(
            N_(
                "Persons concerned with constraints on this theme that only words tell. They are never counted "
                "as a conflict with a job."
            ),
            _OF_CONCERNED,
        ),
        "source.obstacle": Definition(
            N_("Persons concerned with an obstacle on this theme, and no constraint."),
            _OF_CONCERNED,
        ),
        "jobs": Definition(
            N_("Jobs open on the last day at employers that may be contacted."),
            N_("all jobs on file; a total, so no share"),
            N_("jobs of employers in a pause or not to be contacted"),
        ),
        "pairs": Definition(
            N_("Each person looked at with each open job."),
            N_("a total, so no share"),
            N_("nothing: the rows below add up to it"),
        ),
        "pairs.nothing": Definition(
            N_(
                "No constraint is known to conflict. It does not say that the job fits or is wished for; much "
                "may still be to be asked."
            ),
            _OF_ALL_PAIRS,
            N_("pairs where a no was said before"),
        ),
        "pairs.stated": Definition(
            N_(
                "No constraint conflicts, and the employer states a demand that the person's file does not "
                "meet and that the work does not need, as noted with the job. Stating what a job really needs "
                "would open it."
            ),
            _OF_ALL_PAIRS,
            N_("jobs for which nobody has noted yet what the work really needs"),
        ),
        "pairs.one": Definition(
            N_(
                "Constraints of one theme conflict with the job, and none of another. It stands in the table "
                "below by theme."
            ),
            _OF_ALL_PAIRS,
            _ONLY_COMPARED,
        ),
        "pairs.several": Definition(
            N_("Constraints of two themes or more conflict with the job."),
            _OF_ALL_PAIRS,
            _ONLY_COMPARED,
        ),
        "pairs.said_no": Definition(
            N_(
                "The person declined this job by the last day, or was refused it: nothing would open, whatever "
                "stands between."
            ),
            _OF_ALL_PAIRS,
        ),
        "theme.jobs": Definition(
            N_(
                "Open jobs that a constraint on this theme puts out of reach for one person looked at or more. "
                "For others they may be within reach."
            ),
            N_("all open jobs looked at"),
            _ONLY_COMPARED,
        ),
        "theme.pairs": Definition(
            N_(
                "Pairs where a constraint on this theme conflicts with the job, as far as both files tell. Where "
                "nobody has a constraint that can be compared, as the table above says, nought tells nothing."
            ),
            _OF_ALL_PAIRS,
            _ONLY_COMPARED,
        ),
        "theme.only": Definition(
            N_(
                "Those where no constraint of another theme conflicts: what would open if this went, as far as "
                "constraints tell. What nobody knows yet, and what the person wishes, is left aside."
            ),
            _OF_ALL_PAIRS,
            _ONLY_COMPARED,
        ),
        "theme.others": Definition(
            N_("Those where a constraint of another theme conflicts as well."),
            _OF_ALL_PAIRS,
            _ONLY_COMPARED,
        ),
    },
)
