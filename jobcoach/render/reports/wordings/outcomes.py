"""The words of ``report outcomes``."""

from __future__ import annotations

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import (
    CrossPart,
    CurvePart,
    FlowPart,
    Part,
    PathsPart,
    Wording,
)
from jobcoach.render.reports.wordings.outcomes_definitions import DEFINITIONS
from jobcoach.render.reports.wordings.shared import (
    WHY_ENDED,
)

_REASON = {
    "in_job": N_("Had a paid job"),
    "stop": N_("Wished to stop"),
    "unreachable": N_("Could no longer be reached"),
    "moved": N_("Moved away"),
    "deceased": N_("Died"),
    "sent_on": N_("Went on to somebody else"),
    "other": N_("Other reason, or none said"),
}
_GROUP = {
    "ordinary": N_("Ordinary market"),
    "other": N_("Bridge or sheltered work"),
    "already": N_("There already"),
}
_JOBS = {
    "ordinary": N_("Jobs in the ordinary market"),
    "other": N_("Jobs as a bridge to work, or sheltered"),
    "already": N_("Jobs there before coaching began"),
}
_RUNNING = {
    "ordinary": N_("– ordinary market: still running"),
    "other": N_("– bridge or sheltered work: still running"),
    "already": N_("– there already: still running"),
}
_ENDED = {
    "ordinary": N_("– ordinary market: ended"),
    "other": N_("– bridge or sheltered work: ended"),
    "already": N_("– there already: ended"),
}
_LASTING = {
    "ordinary": N_("How long jobs last: ordinary market"),
    "other": N_("How long jobs last: bridge to work, or sheltered"),
    "already": N_("How long jobs are kept that were there before coaching"),
}
_RETENTION = {
    "ordinary": N_("Milestones: ordinary market"),
    "other": N_("Milestones: bridge to work, or sheltered"),
    "already": N_("Milestones: jobs that were there before coaching"),
}
_MILESTONE = {
    "m1": N_("1 month"),
    "m3": N_("3 months"),
    "m6": N_("6 months"),
    "m12": N_("12 months"),
    "w13": N_("13 weeks"),
    "w26": N_("26 weeks"),
    "w52": N_("52 weeks"),
}
_RETAINED = {
    "could": N_("Could get there"),
    "same": N_("In the same job"),
    "any": N_("In any paid job"),
    "another": N_("In another paid job"),
    "none": N_("In no paid job"),
    "too_early": N_("Too early to tell"),
}
_WHY = {
    "all": N_("All ends"),
    **WHY_ENDED,
    "not_said": N_("Reason not said"),
    "earlier": N_("– of all: jobs from before the period"),
}


def _job_parts() -> tuple[CurvePart | CrossPart, ...]:
    """For each group of jobs a curve and its milestones."""
    return tuple(
        part
        for group in _GROUP
        for part in (
            CurvePart(
                heading=_LASTING[group],
                curve=f"lasting.{group}",
                lasts=N_("Still in the job"),
                subject=N_("The line shows which share of the jobs still lasts: {shares}."),
            ),
            CrossPart(
                heading=_RETENTION[group],
                prefix=f"retention.{group}",
                corner=N_("After"),
                columns=_RETAINED,
            ),
        )
    )


WORDING = Wording(
    name="outcomes",
    title=N_("Outcomes"),
    notes=(
        N_("Contracts are cumulated: one person may sign several. They give no insertion rate."),
        N_("Jobs are counted, not persons: one person may have several, one after the other."),
    ),
    curve_notes=(
        N_(
            "How long jobs last is an estimate (Kaplan and Meier): a job still running counts as lasting at "
            "least until the last day, so it is neither left out nor taken for ended. Where few are followed, "
            "one job more or less changes much."
        ),
    ),
    parts=(
        Part(N_("Persons coached"), ("persons", "entered", "entered_earlier")),
        Part(N_("A paid job on the last day"), ("in_job", "job_not_known", "without_job")),
        Part(
            N_("Persons who left"),
            ("left", "left_why.*"),
            chart=N_("The chart shows how many persons left, and why. {counts}."),
        ),
        Part(
            N_("Paid jobs begun in the period"),
            tuple(f"jobs.{group}{row}" for group in _GROUP for row in ("", ".running", ".ended")),
        ),
        *_job_parts(),
        CrossPart(
            heading=N_("Why jobs ended in the period"),
            prefix="ends",
            corner=N_("Reason"),
            columns=_GROUP,
        ),
        CurvePart(
            heading=N_("From entry to the first contact with an employer in the person's file"),
            curve="first_contact",
            lasts=N_("Not yet"),
            subject=N_("The line shows which share still has had no such contact: {shares}."),
            ended=N_("Reached by then"),
        ),
        CurvePart(
            heading=N_("From entry to the first paid job"),
            curve="first_job",
            lasts=N_("Not yet"),
            subject=N_("The line shows which share still has had no paid job: {shares}."),
            ended=N_("Reached by then"),
        ),
        FlowPart(heading=N_("Moves between stages"), prefix="flow", corner=N_("Move")),
        PathsPart(N_("Paths of the persons coached, for the team"), "paths"),
    ),
    labels={
        "persons": N_("Persons coached"),
        "entered": N_("Coaching began in the period"),
        "entered_earlier": N_("Coaching had begun before"),
        "in_job": N_("With a paid job on the last day"),
        "job_not_known": N_("In a placement whose contract is not said"),
        "without_job": N_("Without a paid job on the last day"),
        "left": N_("All who left"),
        **{f"left_why.{reason}": label for reason, label in _REASON.items()},
        **{f"jobs.{group}": label for group, label in _JOBS.items()},
        **{f"jobs.{group}.running": label for group, label in _RUNNING.items()},
        **{f"jobs.{group}.ended": label for group, label in _ENDED.items()},
        **{f"lasting.{group}": label for group, label in _LASTING.items()},
        **{
            f"retention.{group}.{row}": label
            for group in _GROUP
            for row, label in _MILESTONE.items()
        },
        **{f"ends.{why}": label for why, label in _WHY.items()},
        "first_contact": N_(
            "From entry to the first contact with an employer in the person's file"
        ),
        "first_job": N_("From entry to the first paid job"),
        "flow.start": N_("First entry"),
    },
    definitions=DEFINITIONS,
)
