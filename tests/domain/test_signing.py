"""What was signed: a fingerprint of what a plan agrees on, and what is different since."""

from datetime import date

import pytest
from msgspec.structs import replace

from jobcoach.domain.people import Goal, Plan, Risk, Step
from jobcoach.domain.signing import (
    Agreed,
    Difference,
    changed_since_signed,
    differences,
    fingerprint,
    unsigned,
)

STEP = Step(do="Call the bakery", who="coach", by=date(2026, 3, 20))
GOAL = Goal(
    goal="Work in a shop",
    words="I want to see people.",
    measure="A contract",
    support=("A call",),
    steps=(STEP,),
)
PLAN = Plan(
    on=date(2026, 1, 20),
    goals=(GOAL,),
    signs=("Stops answering",),
    risks=(Risk(what="Early shifts", agreed="Start at 8:30", call="claire"),),
    copies=("person",),
)


def with_goal(**changes):
    return replace(PLAN, goals=(replace(GOAL, **changes),))


@pytest.mark.parametrize(
    "changed",
    [
        with_goal(goal="Work in an office"),
        with_goal(words="Something else."),
        with_goal(measure=None),
        with_goal(support=()),
        with_goal(steps=()),
        with_goal(steps=(replace(STEP, do="Visit the bakery"),)),
        with_goal(steps=(replace(STEP, who="person"),)),
        with_goal(steps=(replace(STEP, by=date(2026, 3, 21)),)),
        replace(PLAN, goals=(GOAL, GOAL)),
        replace(PLAN, signs=()),
        replace(PLAN, risks=(replace(PLAN.risks[0], agreed=None),)),
        replace(PLAN, copies=("person", "cpas")),
    ],
)
def test_what_was_agreed_otherwise_has_another_fingerprint(changed):
    assert fingerprint(changed) != fingerprint(PLAN)


@pytest.mark.parametrize(
    "carried_out",
    [
        with_goal(steps=(replace(STEP, done=date(2026, 3, 9)),)),
        with_goal(steps=(replace(STEP, id="call"),)),
        replace(PLAN, review=date(2026, 6, 1)),
        replace(PLAN, signed={"person": date(2026, 3, 9)}),
        replace(PLAN, on=date(2026, 1, 21)),
        replace(PLAN, copies=()),  # the person holds a copy in any case
    ],
)
def test_carrying_a_plan_out_changes_nothing_of_what_was_agreed(carried_out):
    assert fingerprint(carried_out) == fingerprint(PLAN)


def signed(plan, **prints):
    days = {party: date(2026, 1, 20 + number) for number, party in enumerate(prints)}
    return replace(plan, signed=days, fingerprints=prints)


def test_a_plan_as_it_was_signed_has_not_changed():
    assert changed_since_signed(signed(PLAN, person=fingerprint(PLAN))) is None


def test_a_changed_plan_names_the_newest_signature_under_another_text():
    plan = signed(PLAN, person="0123456789abcdef", coach="0123456789abcdef")

    assert changed_since_signed(plan) == date(2026, 1, 21)


def test_who_signed_the_new_text_is_not_asked_again():
    plan = signed(PLAN, person="0123456789abcdef", coach=fingerprint(PLAN))

    assert changed_since_signed(plan) == date(2026, 1, 20)


def test_a_signature_without_a_fingerprint_cannot_be_judged():
    by_hand = replace(PLAN, signed={"person": date(2026, 1, 20)})

    assert changed_since_signed(by_hand) is None
    assert changed_since_signed(None) is None


def test_a_plan_is_a_draft_until_the_person_has_signed():
    assert unsigned(None)
    assert unsigned(PLAN)
    assert unsigned(replace(PLAN, signed={"coach": date(2026, 1, 20)}))
    assert not unsigned(replace(PLAN, signed={"person": date(2026, 1, 20)}))


def test_differences_are_what_is_gone_and_what_has_come():
    now = with_goal(steps=(replace(STEP, by=date(2026, 4, 1)),))

    assert differences(PLAN, now) == [
        Difference(Agreed("step", "Call the bakery", "", "coach", date(2026, 3, 20)), gone=True),
        Difference(Agreed("step", "Call the bakery", "", "coach", date(2026, 4, 1)), gone=False),
    ]
    assert differences(PLAN, PLAN) == []


def test_of_two_equal_steps_one_may_go():
    twice = with_goal(steps=(STEP, STEP))

    assert [one.gone for one in differences(twice, PLAN)] == [True]
    assert [one.gone for one in differences(PLAN, twice)] == [False]
