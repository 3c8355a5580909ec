"""The plan: its review, overdue steps, obstacles to look at again, what a stage expects, complaints."""

from collections.abc import Iterator

from jobcoach.domain.due.item import Found
from jobcoach.domain.durations import Duration, after
from jobcoach.domain.known import Known, reached
from jobcoach.domain.needs import missing_expectations

PLAN_REVIEW_EVERY = Duration(months=6)


def plan_review(case: Known) -> Iterator[Found]:
    """The day agreed for the review, until one is held; without one, six months after the last.

    A plan dated later is not known yet.
    """
    plan = case.person.plan
    if plan is None or (plan.on is not None and plan.on > case.day):
        return
    reviews = [r.on for r in case.person.reviews if r.kind == "plan" and r.on <= case.day]
    last = max(reviews, default=None)
    if plan.review is not None and (last is None or last < plan.review):
        due = plan.review
    else:
        since = max((day for day in (plan.on, last) if day is not None), default=None)
        if since is None:
            return
        due = after(since, PLAN_REVIEW_EVERY)
    yield Found(kind="plan-review", due=due, ref="plan", facts={"on": plan.on, "last": last})


def step(case: Known) -> Iterator[Found]:
    """A step's `by`, while it is not done."""
    plan = case.person.plan
    if plan is None or (plan.on is not None and plan.on > case.day):
        return
    for g, goal in enumerate(plan.goals):
        for s, todo in enumerate(goal.steps):
            if todo.by is not None and not reached(todo.done, case.day):
                yield Found(
                    kind="step",
                    due=todo.by,
                    ref=f"plan.goals[{g}].steps[{s}]",
                    with_=todo.who,
                    facts={"do": todo.do, "goal": g + 1, "step": s + 1},
                )


def obstacle(case: Known) -> Iterator[Found]:
    """The day to look at an obstacle again, while it is not solved."""
    for index, barrier in enumerate(case.person.obstacles):
        if barrier.since is not None and barrier.since > case.day:
            continue
        if barrier.check is not None and not reached(barrier.solved, case.day):
            yield Found(
                kind="obstacle",
                due=barrier.check,
                ref=f"obstacles[{index}]",
                with_=barrier.helper,
                facts={"what": barrier.what},
            )


def expected(case: Known) -> Iterator[Found]:
    """A nudge so long after entering the stage, while something it expects is missing."""
    missing = missing_expectations(case)
    if missing and case.current is not None:
        yield Found(
            kind="expected",
            due=after(case.current.entry.on, case.settings.wait("expected")),
            ref=f"stages[{case.current.index}]",
            facts={"missing": missing},
        )


def complaint(case: Known) -> Iterator[Found]:
    """So long after a complaint, while it has no answer."""
    for index, review in enumerate(case.person.reviews):
        if review.kind != "complaint" or review.on > case.day:
            continue
        if not reached(review.answered, case.day):
            yield Found(
                kind="complaint",
                due=after(review.on, case.settings.wait("complaint")),
                ref=f"reviews[{index}]",
                with_=review.by,
                facts={"on": review.on},
            )
