"""`plan goal|step|done|sign|review`: the plan as it is made, carried out and looked over."""

import shlex

import pytest

from .recorded import AMINA, NEXT, Written

PRINT = "de4fa3a8062d998c"
"""Pinned: a fingerprint kept in somebody's file must mean the same plan for ever."""
PLAN = """\
plan:
  on: 2026-01-20   # at the kitchen table
  review: 2026-03-02
  goals:
    - goal: Work in a shop
      steps:
        - {do: Call the bakery, who: coach, by: 2026-03-05}
        - do: Rewrite the CV
          who: person
          by: 2026-04-01
    - goal: A place at the nursery
"""


@pytest.fixture
def cases(service):
    return Written(service)


@pytest.fixture
def planned(service):
    """A plan with two goals; a step is late and so is the review."""
    return Written(service, AMINA.replace("plan: {on: 2026-01-20, goals: [{goal: Work}]}\n", PLAN))


@pytest.fixture
def bare(service):
    """Nothing is planned yet."""
    return Written(service, AMINA.replace("plan: {on: 2026-01-20, goals: [{goal: Work}]}\n", ""))


# Goals


def test_the_first_goal_begins_the_plan(bare):
    before = bare.text()

    ran = bare.do("plan", "goal", "amina", "Work 20 hours")

    assert ran.stdout == "Amina Benali  ab-k7q\n  ✓ Goal: Work 20 hours\n" + NEXT
    assert bare.text() == before.replace(
        "stages:", "plan:\n  on: 2026-03-09\n  goals:\n    - goal: Work 20 hours\nstages:"
    )
    assert bare.message == "ab-k7q: goal\n\nCase: ab-k7q\nAction: goal\nCoach: claire"
    assert bare.touched == [bare.person]


def test_a_goal_keeps_the_person_s_own_words(planned):
    before = planned.text()

    planned.do(
        *("plan", "goal", "amina", "Drive: a licence", "--words", 'J\'aime "bouger" #1'),
        *("--measure", "The card", "--support", "Lessons", "--support", "CV #2"),
    )

    assert planned.text() == before.replace(
        "    - goal: A place at the nursery\n",
        "    - goal: A place at the nursery\n"
        '    - goal: "Drive: a licence"\n'
        '      words: "J\'aime \\"bouger\\" #1"\n'
        "      support:\n"
        "        - Lessons\n"
        '        - "CV #2"\n'
        "      measure: The card\n",
    )


# Steps


def test_a_step_toward_the_only_goal_needs_no_goal(cases):
    before = cases.text()

    ran = cases.do("plan", "step", "amina", "Visit a shop", "--who", "person", "--by", "friday")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Step agreed: Visit a shop, by Friday 13 March 2026\n"
        "  Next: Friday 13 March 2026 – Step of the plan – "
        "Visit a shop (the person, by 13 March)\n"
    )
    assert cases.text() == before.replace(
        "[{goal: Work}]",
        "[{goal: Work, steps: [{do: Visit a shop, who: person, by: 2026-03-13}]}]",
    )
    assert cases.message == "ab-k7q: step\n\nCase: ab-k7q\nAction: step\nCoach: claire"


@pytest.mark.parametrize("goal", ["2", "nursery", "NURSERY"])
def test_a_goal_is_named_by_its_number_or_a_part_of_its_words(planned, goal):
    before = planned.text()

    planned.do("plan", "step", "amina", goal, "Ask the town", "--who", "cpas", "--by", "+2w")

    added = planned.text().removeprefix(before[: before.index("stages:")])
    assert added.startswith(
        "      steps:\n        - do: Ask the town\n          who: cpas\n          by: 2026-03-23\n"
    )
    assert planned.faults() == []


def test_somebody_on_no_list_may_do_a_step(planned):
    planned.do("plan", "step", "amina", "1", "Drive her", "--who", "Her neighbour [Zoé]")

    assert "        - do: Drive her\n          who: Her neighbour [Zoé]\n" in planned.text()


# Done


@pytest.mark.parametrize("step", ["1.2", "rewrite", "the CV"])
def test_a_step_is_done(planned, step):
    before = planned.text()

    ran = planned.do("plan", "done", "amina", step, "--on", "yesterday")

    assert "  ✓ Sunday 8 March 2026 – Step done: Rewrite the CV\n" in ran.stdout
    assert planned.text() == before.replace(
        "          by: 2026-04-01\n", "          by: 2026-04-01\n          done: 2026-03-08\n"
    )
    assert planned.message == "ab-k7q: step-done\n\nCase: ab-k7q\nAction: step-done\nCoach: claire"


def test_a_step_on_one_line_stays_on_its_line(planned):
    before = planned.text()

    planned.do("plan", "done", "amina", "1.1")

    assert planned.text() == before.replace("2026-03-05}", "2026-03-05, done: 2026-03-09}")


def test_done_twice_changes_nothing_the_second_time(planned):
    planned.do("plan", "done", "amina", "1.1")
    before = planned.files()

    ran = planned.do("plan", "done", "amina", "1.1")

    assert "Nothing changes" in ran.stdout
    assert planned.files() == before


# Signing


def test_a_plan_is_signed_by_both_and_the_person_holds_a_copy(cases):
    before = cases.text()

    ran = cases.do("plan", "sign", "amina")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Plan signed by the person\n"
        "  ✓ Monday 9 March 2026 – Plan signed by the coach\n" + NEXT
    )
    assert cases.text() == before.replace(
        "plan: {on: 2026-01-20, ",
        "plan: {on: 2026-01-20, signed: {person: 2026-03-09, coach: 2026-03-09}, "
        f"fingerprints: {{person: {PRINT}, coach: {PRINT}}}, copies: [person], ",
    )
    assert cases.message == "ab-k7q: signed\n\nCase: ab-k7q\nAction: signed\nCoach: claire"


def test_one_may_sign_later_than_the_other_and_a_partner_hold_a_copy(planned):
    planned.do("plan", "sign", "amina", "--by", "person", "--on", "yesterday")
    planned.do("plan", "sign", "amina", "--by", "coach", "--copies", "person,cpas")

    assert "  signed: {person: 2026-03-08, coach: 2026-03-09}\n" in planned.text()
    assert "  copies: [person, cpas]\n" in planned.text()
    assert planned.faults() == []


def test_a_signed_plan_opens_the_stage_that_asks_for_it(planned):
    planned.service.write(
        planned.person,
        planned.text()
        .replace("coach: claire\n", "coach: claire\nprocess: euse-2005\n")
        .replace("pre-hire", "profiling"),
    )
    planned.commit()
    said = planned.refused(1, "stage", "move", "amina", "job-finding")
    assert "jobcoach plan sign ab-k7q" in said

    planned.do("plan", "sign", "amina")
    planned.do("stage", "move", "amina", "job-finding")


# Reviews


def test_a_review_is_noted_with_the_next_one(planned):
    before = planned.text()

    ran = planned.do("plan", "review", "amina", "--note", "Well [so far]: #1", "--next", "+3m")

    assert "  ✓ Tuesday 9 June 2026 – Date of the next plan review set\n" in ran.stdout
    assert "  ✓ Monday 9 March 2026 – Plan review (the person)\n" in ran.stdout
    assert planned.text() == (
        before.replace("review: 2026-03-02", "review: 2026-06-09") + "reviews:\n"
        "  - kind: plan\n"
        "    on: 2026-03-09\n"
        "    by: person\n"
        '    note: "Well [so far]: #1"\n'
    )
    assert planned.message == (
        "ab-k7q: plan-review\n\nCase: ab-k7q\nAction: plan-review\nCoach: claire"
    )


def test_the_next_review_is_later_than_this_one(planned):
    planned.refused(1, "plan", "review", "amina", "--next", "2026-03-01")


# Refusals


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("goal", 2, "PERSON is missing"),
        ("goal amina", 2, "GOAL is missing"),
        ("goal amina '  '", 2, "GOAL is missing"),
        ("goal nobody Work", 1, 'No person is found for "nobody"'),
        ("step amina 'Call'", 2, "is missing"),
        ("step amina 9 Call", 1, 'No goal fits "9"'),
        ("step amina 0 Call", 1, 'No goal fits "0"'),
        ("step amina 1 Call --by soon", 2, '"soon" is not a date'),
        ("done amina", 2, "STEP is missing"),
        ("done amina 1.9", 1, 'No open step fits "1.9"'),
        ("done amina 0.1", 1, 'No open step fits "0.1"'),
        ("done amina singing", 1, 'No open step fits "singing"'),
        ("done amina 1.1 --on soon", 2, '"soon" is not a date'),
        ("sign amina --by nobody", 1, '"nobody"'),
        ("sign amina --copies person,nobody", 1, '"nobody"'),
        ("review amina --by nobody", 1, '"nobody"'),
        ("review amina --next soon", 2, '"soon" is not a date'),
    ],
)
def test_a_refusal_says_what_is_wrong_and_writes_nothing(planned, line, code, says):
    assert says in planned.refused(code, "plan", *shlex.split(line))


@pytest.mark.parametrize("line", ["step amina Call", "done amina 1.1", "sign amina"])
def test_without_a_plan_the_way_to_begin_is_told(bare, line):
    assert bare.refused(1, "plan", *line.split()) == (
        'There is no plan yet.\n    jobcoach plan goal ab-k7q "…" begins one\n'
    )


def test_several_goals_that_fit_are_listed(planned):
    assert planned.refused(1, "plan", "step", "amina", "a", "Call").splitlines() == [
        'Several goals fit "a":',
        "    1  Work in a shop",
        "    2  A place at the nursery",
    ]


# The list says what to do; done, it is silent


@pytest.mark.parametrize(("kind", "more"), [("step", []), ("plan-review", [])])
def test_the_command_that_the_list_names_meets_it(planned, kind, more):
    (item,) = planned.due("2026-03-09", kind)

    planned.do(*shlex.split(item["do"])[1:], *more)

    assert planned.due("2026-03-09", kind) == []


def test_hostile_words_come_back_as_they_were_written(bare):
    words = "no: [b] :x: {{ y }} #1 & *a !b | > % @ ` ' \" \\ \u202e \x1b[31m é 🎉\n- second: line"

    bare.do("plan", "goal", "amina", words)
    bare.do("plan", "step", "amina", words, "--who", words)

    goal = bare.service.run("person", "show", "amina", "--json").json["person"]["plan"]["goals"][0]
    assert goal == {"goal": words, "steps": [{"do": words, "who": words}]}
    assert bare.faults() == []
    assert bare.service.run("plan", "show", "amina").exit_code == 0


def test_french_says_the_same(planned):
    ran = planned.service.run("--lang", "fr", "plan", "done", "amina", "1.1")

    assert ran.exit_code == 0
    assert "lundi 9 mars 2026" in ran.stdout
    assert "Step" not in ran.stdout


# What was signed, and what has changed since


def test_a_plan_as_it_was_signed_says_so(planned):
    planned.do("plan", "sign", "amina")

    assert planned.do("plan", "show", "amina", "--changes").stdout == (
        "Amina Benali · ab-k7q\n\nThe plan is as it was signed.\n"
    )


def test_a_step_that_is_done_is_no_change(planned):
    planned.do("plan", "sign", "amina")
    planned.do("plan", "done", "amina", "1.1")

    assert "Changed since" not in planned.do("plan", "show", "amina").stdout


def test_what_has_changed_since_the_signature_is_shown_from_git(planned):
    planned.do("plan", "sign", "amina")
    planned.do("plan", "step", "amina", "2", "Ask for a place", "--by", "2026-03-20")
    planned.do("person", "set", "amina", "plan.goals[0].goal", "Work in a big shop")

    shown = planned.do("plan", "show", "amina").stdout
    changes = planned.do("plan", "show", "amina", "--changes").stdout

    assert "Changed since signed on 9 March: jobcoach plan show ab-k7q --changes\n" in shown
    assert changes == (
        "Amina Benali · ab-k7q\n\nChanged since signed on 9 March 2026\n"
        "  − Goal: Work in a shop\n"
        "  + Goal: Work in a big shop\n"
        "  + Step: Ask for a place · by 20 March\n"
    )


def test_signing_again_settles_it(planned):
    planned.do("plan", "sign", "amina")
    planned.do("plan", "step", "amina", "2", "Ask for a place")
    planned.do("plan", "sign", "amina")

    assert "is as it was signed" in planned.do("plan", "show", "amina", "--changes").stdout


def test_a_plan_signed_by_hand_cannot_be_compared(planned):
    planned.do("person", "set", "amina", "plan.signed.person", "2026-01-20")

    assert "Nobody knows what was signed" in planned.do("plan", "show", "amina", "--changes").stdout
