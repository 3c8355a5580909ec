"""The words of ``report progress``."""

from __future__ import annotations

from jobcoach.domain.statistics.reports.happenings import KINDS
from jobcoach.render.catalogue import N_
from jobcoach.render.reports.wording import Definition, ListPart, Part, Wording
from jobcoach.render.reports.wordings.shared import (
    IN_JOB,
    JOB_NOT_KNOWN,
    OF_COACHED,
)

_OF_WITHOUT_JOB = N_("all persons without a job; in a column, those of the column")
_A_NUMBER = N_("what is recorded of persons without a job; a number, so no share")
_NOT_DATED_HERE = N_("what is dated outside the period, or not recorded")

_KIND = {
    "obstacles_solved": N_("Obstacles solved"),
    "steps_done": N_("Steps done"),
    "stage_moves": N_("Moves to another stage"),
    "contacts": N_("Contacts with the person"),
    "plan_reviews": N_("Plan reviews"),
    "satisfaction_reviews": N_("Satisfaction reviews by the person"),
    "available": N_("Readiness: available"),
    "motivated": N_("Readiness: motivated"),
    "trained": N_("Readiness: no further training needed"),
    "internship": N_("Internships begun"),
    "trial": N_("Trials begun"),
    "in-company-training": N_("Training in a firm begun"),
    "decisions": N_("Applications decided by the person"),
}
_HAPPENED = {
    "obstacles_solved": N_("obstacle solved"),
    "steps_done": N_("step done"),
    "stage_moves": N_("another stage"),
    "plan_reviews": N_("plan review"),
    "satisfaction_reviews": N_("satisfaction review"),
    "available": N_("available"),
    "motivated": N_("motivated"),
    "trained": N_("trained"),
    "internship": N_("internship begun"),
    "trial": N_("trial begun"),
    "in-company-training": N_("training in a firm begun"),
    "decisions": N_("application decided"),
}
_WITHOUT = {
    "obstacles_solved": N_("No obstacle recorded as solved"),
    "steps_done": N_("No step recorded as done"),
    "stage_moves": N_("No move to another stage recorded"),
    "contacts": N_("No contact with the person recorded"),
    "plan_reviews": N_("No plan review recorded"),
    "satisfaction_reviews": N_("No satisfaction review by the person recorded"),
    "available": N_("Not recorded: newly available"),
    "motivated": N_("Not recorded: newly motivated"),
    "trained": N_("Not recorded: newly trained"),
    "internship": N_("No internship recorded as begun"),
    "trial": N_("No trial recorded as begun"),
    "in-company-training": N_("No training in a firm recorded as begun"),
    "decisions": N_("No application recorded as decided"),
}
assert _KIND.keys() == set(KINDS) == _WITHOUT.keys()

WORDING = Wording(
    name="progress",
    title=N_("Progress"),
    notes=(
        N_("For persons without a paid job on the last day; who found one is in report outcomes."),
        N_(
            "This shows what somebody wrote down, no more: nothing recorded does not mean that nothing "
            "moved. It grades nobody, neither persons nor coaches."
        ),
    ),
    parts=(
        Part(
            N_("Persons without a job"),
            ("persons", "in_job", "job_not_known", "without_job", "case.*"),
        ),
        Part(
            N_("Whether anything is recorded"),
            ("moved", "moved.*", "nothing_recorded"),
        ),
        Part(N_("What is recorded, how often"), ("events.*", "decisions_undated")),
        Part(N_("The same, for how many persons"), ("persons_with.*",)),
        Part(
            N_("Obstacles, before and after"), ("obstacles", "obstacles.*", "obstacles_undated.*")
        ),
        Part(N_("Steps of the plan on the last day"), ("steps_open",)),
        Part(N_("Satisfaction, the last score beside the first"), ("satisfaction.*",)),
        ListPart(
            heading=N_("Person by person, for the team"),
            listing="people",
            columns={
                "obstacles": N_("Obstacles solved"),
                "steps": N_("Steps done"),
                "stages": N_("Stages entered"),
                "contacts": N_("Contacts"),
                "plan_reviews": N_("Plan reviews"),
                "satisfaction": N_("Satisfaction"),
                "readiness": N_("Readiness"),
                "stepping_stones": N_("Stepping stones"),
                "decisions": N_("Decisions"),
                "last_contact": N_("Last contact"),
                "last": N_("Last other entry"),
                "what": N_("Which"),
            },
            empty=N_("Nobody: every person coached in the period has a paid job, or may have one."),
        ),
    ),
    labels={
        "persons": N_("Persons coached"),
        "in_job": N_("With a paid job on the last day"),
        "job_not_known": N_("In a placement whose contract is not said"),
        "without_job": N_("Without a paid job on the last day"),
        "case.open": N_("– the case is open"),
        "case.closed": N_("– the case is closed"),
        "moved": N_("At least one of the things below is recorded"),
        "moved.beyond_contacts": N_("– more than contacts"),
        "moved.contacts_only": N_("– contacts only"),
        "nothing_recorded": N_("Nothing of it is recorded"),
        **{f"events.{kind}": label for kind, label in _KIND.items()},
        "decisions_undated": N_("Applications decided, the day not said"),
        **{f"persons_with.{kind}": label for kind, label in _KIND.items()},
        **{f"persons_without.{kind}": label for kind, label in _WITHOUT.items()},
        "obstacles": N_("Open on a day of the period"),
        "obstacles.before": N_("– open on the day before it"),
        "obstacles.begun": N_("– come up in it"),
        "obstacles.solved": N_("– solved in it"),
        "obstacles.open": N_("– open on the last day"),
        "obstacles_undated.solved": N_("Since when is not said: solved in the period"),
        "obstacles_undated.open": N_("Since when is not said: open on the last day"),
        "steps_open": N_("Steps not done"),
        "satisfaction.higher": N_("The last score is higher"),
        "satisfaction.equal": N_("The last score is equal"),
        "satisfaction.lower": N_("The last score is lower"),
        "satisfaction.fewer_than_two": N_("Fewer than two scores"),
        **{f"people.{kind}": label for kind, label in _HAPPENED.items()},
    },
    definitions={
        "persons": Definition(
            N_(
                "Persons who, on a day of the period, were in a stage that comes neither before coaching "
                "nor after its end; without a first day, at any time until the last one. This is our "
                'reading of the pilots\' "over a prolonged period". Each once, whatever the stages.'
            ),
            N_("all persons on file; a total, so no share"),
            N_("persons received who did not start; stages that are in no process model"),
        ),
        "in_job": IN_JOB,
        "job_not_known": JOB_NOT_KNOWN,
        "without_job": Definition(
            N_(
                "Persons coached who had no placement under way on the last day, or only internships, "
                "trials and training in a firm. All that follows is about them."
            ),
            OF_COACHED,
            N_("persons with a job on the last day, also where it began after long work together"),
        ),
        "case": Definition(
            N_(
                "Where their case stood on the last day: in a stage after coaching, or in another one."
            ),
            _OF_WITHOUT_JOB,
            N_("nobody; why a case was closed is in report outcomes"),
        ),
        "moved": Definition(
            N_(
                "Persons without a job with at least one of the things counted below, dated in the period."
            ),
            _OF_WITHOUT_JOB,
            N_("what nobody wrote down; the closing of a case"),
        ),
        "moved.beyond_contacts": Definition(
            N_("Those with at least one thing besides contacts."), _OF_WITHOUT_JOB
        ),
        "moved.contacts_only": Definition(
            N_("Those of whom contacts are recorded and nothing else."), _OF_WITHOUT_JOB
        ),
        "nothing_recorded": Definition(
            N_(
                "Persons without a job with none of these things in their file, dated in the period. "
                "It says something of the file; of the person it says nothing."
            ),
            _OF_WITHOUT_JOB,
        ),
        "obstacles_solved": Definition(
            N_("Obstacles with a day of the period on which they were solved."),
            _A_NUMBER,
            _NOT_DATED_HERE,
        ),
        "steps_done": Definition(
            N_(
                "Steps of the plan with a day of the period on which they were done, whoever did them."
            ),
            _A_NUMBER,
            _NOT_DATED_HERE,
        ),
        "stage_moves": Definition(
            N_(
                "Stages entered in the period, in any direction: the road is no line. A stage entered "
                "again counts again."
            ),
            _A_NUMBER,
            N_("the first stage of a case, and the closing of it"),
        ),
        "contacts": Definition(
            N_(
                "Contacts with the person that took place by visit, meeting, phone or video; a message "
                "where it was answered, or where the person prefers messages."
            ),
            _A_NUMBER,
            N_(
                "letters, messages without an answer; what did not take place; contacts with others"
            ),
        ),
        "plan_reviews": Definition(
            N_("Days in the period on which the plan was looked over."), _A_NUMBER, _NOT_DATED_HERE
        ),
        "satisfaction_reviews": Definition(
            N_("Reviews of satisfaction by the person, with a score or without."),
            _A_NUMBER,
            N_("what employers and coaches said"),
        ),
        "readiness": Definition(
            N_("Persons available, motivated or trained since a day of the period."),
            _A_NUMBER,
            N_("who had been before; the file keeps the newest day only"),
        ),
        "stepping_stones": Definition(
            N_("Internships, trials and training in a firm that began in the period."),
            _A_NUMBER,
            N_("those begun before; placements whose contract is not said"),
        ),
        "decisions": Definition(
            N_(
                "Applications that the person accepted or declined in the period. To decline is a decision too."
            ),
            _A_NUMBER,
            N_("applications not decided, or whose day is not said (below)"),
        ),
        "decisions_undated": Definition(
            N_(
                "Applications that the person accepted or declined on a day that is not said, neither "
                "proposed after the period nor closed before it."
            ),
            _A_NUMBER,
            N_("nothing; it may have been in the period or not, so they stand apart"),
        ),
        "persons_with": Definition(
            N_(
                "Persons without a job of whom it is recorded once at least in the period, so that one busy "
                "case does not look like many."
            ),
            _OF_WITHOUT_JOB,
            N_("persons of whom it is not recorded"),
        ),
        "persons_without": Definition(
            N_("Persons without a job of whom it is not recorded in the period."), _OF_WITHOUT_JOB
        ),
        "obstacles": Definition(
            N_(
                "Obstacles that were open on a day of the period: there on the day before it or come up in "
                "it, then solved in it or open on its last day. Without a first day there is no day "
                "before it, and only what became of them is told."
            ),
            N_("obstacles of persons without a job; a number, so no share"),
            N_("obstacles solved before the period, or come up after it"),
        ),
        "obstacles_undated": Definition(
            N_(
                "Obstacles of which the file does not say since when, or says they began after they were "
                "solved: whether they were there before the period cannot be told, only what became of "
                "them."
            ),
            N_("obstacles of persons without a job; a number, so no share"),
            N_("those solved before the period"),
        ),
        "steps_open": Definition(
            N_(
                "Steps of the plan, as the file has it now, that were not done by the last day. A step does "
                "not say when it was agreed: how many were open before the period cannot be told."
            ),
            N_("steps of persons without a job; a number, so no share"),
            N_("plans made after the period; whether a step is late"),
        ),
        "satisfaction": Definition(
            N_(
                "The last score from 1 to 5 that the person gave in the period beside the first one. It is "
                "the person's own word, and no measure of their progress."
            ),
            _OF_WITHOUT_JOB,
            N_("nobody; scores of employers and coaches; what was said in words"),
        ),
        "people": Definition(
            N_(
                "How often each thing is recorded in the period, the last contact that took place, and the "
                "last other thing recorded. In the order of the files' names, which says nothing."
            ),
        ),
    },
)
