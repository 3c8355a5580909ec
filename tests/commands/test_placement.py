"""`placement start|renew|convert|end`: a job begins, goes on without a break, ends."""

import shlex

import pytest

from .recorded import NEXT, Written, answering

ACCEPTED = (
    "applications:\n"
    "  - {employer: bakery, job: counter, by: coach, proposed: 2026-03-01, decision: accepted, "
    "decided: 2026-03-02, presented: 2026-03-03}\n"
)
AGREED = "  - {kind: follow-up, with: bakery, on: 2026-01-12}\nconsents:"
CONTRACT = """\
placements:
  - employer: bakery
    job: counter
    contract: fixed-term   # the first one
    from: 2026-01-19
    until: 2026-04-17
    hours: 25
    tutor: Luc Lambert
"""


@pytest.fixture
def cases(service):
    return Written(service)


@pytest.fixture
def hiring(cases):
    """Amina was presented at the bakery and is in hiring."""
    text = cases.text().replace("contacts:", f"{ACCEPTED}contacts:")
    text = text.replace("pre-hire, on: 2026-01-12}", "hire, on: 2026-03-05}")
    cases.service.write(cases.person, text)
    cases.commit()
    return cases


@pytest.fixture
def working(cases):
    """Amina is at the bakery until 17 April."""
    return at_work(cases, CONTRACT)


def at_work(cases, placements):
    text = cases.text().replace("contacts:", f"{placements}contacts:")
    text = text.replace("consents:", AGREED)
    cases.service.write(cases.person, text)
    cases.commit()
    return cases


# Start


def test_a_job_found_starts_in_one_line_and_the_application_is_hired(hiring):
    before = hiring.text()

    ran = hiring.do("placement", "start", "amina", "--until", "2026-06-30", "--stage", "follow-up")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Moved from Hiring to Follow-up in the firm\n"
        "  ✓ Monday 9 March 2026 – Boulangerie Lambert, Counter assistant: hired\n"
        "  ✓ Monday 9 March 2026 – Starts at Boulangerie Lambert, Counter assistant, "
        "fixed-term contract, until Tuesday 30 June 2026\n"
        "  This stage also expects, in the next two weeks or so:\n"
        "    - a follow-up agreement with the employer\n"
        "        → jobcoach agreement add ab-k7q follow-up --with employer\n"
        "  Next: Monday 16 March 2026 – Contact with the person – last contact 8 March; every week\n"
    )
    after = before.replace(
        "presented: 2026-03-03}", "presented: 2026-03-03, outcome: hired, closed: 2026-03-09}"
    )
    after = after.replace(
        "hire, on: 2026-03-05}\n",
        "hire, on: 2026-03-05}\n  - {stage: follow-up, on: 2026-03-09}\n",
    )
    assert hiring.text() == after.replace(
        "contacts:",
        "placements:\n"
        "  - employer: bakery\n"
        "    job: counter\n"
        "    contract: fixed-term\n"
        "    from: 2026-03-09\n"
        "    until: 2026-06-30\n"
        "    hours: 25\n"
        "    pay: at-scale\n"
        "contacts:",
    )
    assert hiring.message == (
        "ab-k7q: hire → follow-up\n\nCase: ab-k7q\nAction: placed\nCoach: claire\nStage: follow-up"
    )
    assert hiring.touched == [hiring.person]
    assert hiring.faults() == []


def test_without_the_stage_the_move_is_offered(hiring):
    ran = hiring.service.run("--lang", "en", "placement", "start", "amina")

    assert ran.exit_code == 0
    assert "jobcoach stage move ab-k7q follow-up" in ran.stdout + ran.stderr
    assert hiring.message == "ab-k7q: placed\n\nCase: ab-k7q\nAction: placed\nCoach: claire"


def test_on_a_terminal_a_yes_enters_the_stage(hiring, monkeypatch):
    answering(monkeypatch, "y")

    assert hiring.service.run("--lang", "en", "placement", "start", "amina").exit_code == 0

    assert "  - {stage: follow-up, on: 2026-03-09}\n" in hiring.text()
    assert hiring.subjects[0] == "ab-k7q: hire → follow-up"


def test_the_move_names_the_start_that_is_missing(hiring):
    said = hiring.refused(1, "stage", "move", "amina", "follow-up")

    assert "a placement under way" in said
    assert "jobcoach placement start ab-k7q" in said


def test_on_a_terminal_the_move_offers_the_start(hiring, monkeypatch):
    answering(monkeypatch, "y", "bakery/counter")

    assert hiring.service.run("--lang", "en", "stage", "move", "amina", "follow-up").exit_code == 0

    assert "    contract: fixed-term\n    from: 2026-03-09\n" in hiring.text()
    assert "  - {stage: follow-up, on: 2026-03-09}\n" in hiring.text()


def test_a_move_with_a_start_makes_the_application_hired_too(hiring):
    hiring.do("stage", "move", "amina", "follow-up", "--start", "bakery/counter")

    assert "outcome: hired, closed: 2026-03-09}" in hiring.text()


def test_a_move_with_a_start_wants_a_contract_as_a_start_does(hiring):
    hiring.refused(2, "stage", "move", "amina", "follow-up", "--start", "bakery/oven")


def test_what_is_said_goes_before_what_the_job_says(cases):
    ran = cases.service.run(
        *("placement", "start", "amina", "bakery/counter", "--contract", "trial"),
        *(
            "--from",
            "2026-03-02",
            "--until",
            "2026-03-31",
            "--hours",
            "12",
            "--tutor",
            "Luc [L] #1",
        ),
        *("--aid", "activa", "--aid-until", "+1m", "--pay", "below-scale"),
    )

    assert ran.exit_code == 0
    assert (
        "  - employer: bakery\n"
        "    job: counter\n"
        "    contract: trial\n"
        "    from: 2026-03-02\n"
        "    until: 2026-03-31\n"
        "    hours: 12\n"
        "    pay: below-scale\n"
        "    aid: {kind: activa, until: 2026-04-09}\n"
        '    tutor: "Luc [L] #1"\n'
    ) in cases.text()


def test_a_job_that_begins_later_is_an_answer_today(hiring):
    assert hiring.due("2026-03-20", "answer") != []

    hiring.do("placement", "start", "amina", "--from", "2026-04-01", "--until", "2026-06-30")

    assert hiring.due("2026-03-20", "answer") == []


def test_the_application_at_a_firm_on_no_file_is_hired_too(cases):
    cases.do("application", "propose", "amina", "--firm", "Chez Nous", "--by", "person")

    cases.service.run(
        "placement", "start", "amina", "--firm", "Chez Nous", "--contract", "permanent"
    )

    assert "outcome: hired" in cases.text()


def test_a_trial_is_no_answer_yet(hiring):
    hiring.service.run("placement", "start", "amina", "--contract", "trial", "--until", "+2d")

    assert "contract: trial\n" in hiring.text()
    assert "outcome" not in hiring.text()


def test_three_trial_days_then_a_contract(cases):
    cases.do(
        *("placement", "start", "amina", "bakery/counter", "--contract", "trial"),
        *("--from", "tomorrow", "--until", "2026-03-12"),
    )
    cases.do("placement", "end", "amina", "--on", "2026-03-12")
    cases.do("placement", "start", "amina", "bakery/counter", "--from", "2026-03-16")

    assert (
        "    until: 2026-03-12\n    ended: 2026-03-12\n    why: end-of-contract\n" in cases.text()
    )
    assert cases.faults() == []


def test_a_worker_at_risk_keeps_the_job_they_had(service):
    cases = Written(service)
    cases.do("person", "new", "Wim Welder", "--id", "ww-111", "--stage", "none")

    cases.service.run(
        *("placement", "start", "ww-111", "--firm", "Big Steel", "--title", "Welder"),
        *("--contract", "permanent", "--from", "2015-05-04", "--already"),
    )

    assert cases.text("people/ww-111.yaml").endswith(
        "placements:\n"
        "  - firm: Big Steel\n"
        "    title: Welder\n"
        "    contract: permanent\n"
        "    from: 2015-05-04\n"
        "    already: true\n"
    )
    cases.do("stage", "move", "ww-111", "follow-up")
    assert "  - {stage: follow-up, on: 2026-03-09}\n" in cases.text("people/ww-111.yaml")
    assert cases.faults() == []


def test_a_worker_at_risk_enters_the_stage_today_not_when_the_job_began(service):
    cases = Written(service)
    cases.do("person", "new", "Wim Welder", "--id", "ww-111", "--stage", "none")

    cases.do(
        *("placement", "start", "ww-111", "--firm", "Big Steel", "--title", "Welder"),
        *("--contract", "permanent", "--from", "2015-05-04", "--already", "--stage", "follow-up"),
    )

    assert "{stage: follow-up, on: 2026-03-09}" in cases.text("people/ww-111.yaml")


def test_the_same_placement_is_not_written_twice(cases):
    cases.service.run("placement", "start", "amina", "bakery/counter")

    cases.refused(1, "placement", "start", "amina", "bakery/counter")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("start", 2, "PERSON is missing"),
        ("start amina", 2, "EMPLOYER[/JOB] is missing"),
        ("start amina nowhere", 1, 'No employer is found for "nowhere"'),
        ("start amina bakery/cook", 1, '"cook" is not a job of bakery'),
        ("start amina bakery/oven", 2, "--contract is missing"),
        ("start amina --firm X", 2, "--contract is missing"),
        ("start amina garage --contract job", 2, '"job" is not a value --contract takes'),
        ("start amina garage --pay good", 2, '"good" is not a value --pay takes'),
        ("start amina garage --hours 200", 2, "200"),
        ("start amina garage --from soon", 2, '"soon" is not a date'),
        ("start amina garage --until 2026-03-08", 1, "comes before the start"),
        ("start amina garage --stage nope", 1, '"nope" is not a stage of frb-2002'),
        ("start amina garage --stage follow-up", 1, 'cannot follow "pre-hire"'),
        ("renew amina", 1, "There is no placement under way"),
        ("convert amina", 1, "There is no placement under way"),
        ("end amina", 1, "There is no placement under way"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_writes_nothing(cases, line, code, says):
    assert says in cases.refused(code, "placement", *shlex.split(line))


@pytest.mark.parametrize(
    "more", ["--aid-until 2026-12-31", "--title Cook"], ids=["aid-until", "title"]
)
def test_an_option_that_cannot_be_kept_is_a_slip(cases, more):
    cases.refused(2, "placement", "start", "amina", "garage", *more.split())


def test_hours_take_a_comma_as_the_files_do(cases):
    cases.service.run("placement", "start", "amina", "garage", "--hours", "19,5")

    assert "hours: 19.5" in cases.text()


# Renew, convert: one job, without a break


def test_a_renewal_before_the_end_follows_the_planned_end(working):
    before = working.text()

    ran = working.do("placement", "renew", "amina", "--until", "2026-07-17")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Friday 17 April 2026 – End at Boulangerie Lambert, Counter assistant: renewed\n"
        "  ✓ Saturday 18 April 2026 – Starts at Boulangerie Lambert, Counter assistant, "
        "fixed-term contract, until Friday 17 July 2026\n" + NEXT
    )
    assert working.text() == before.replace(
        "    until: 2026-04-17\n",
        "    until: 2026-04-17\n    ended: 2026-04-17\n    why: renewed\n",
    ).replace(
        "    tutor: Luc Lambert\n",
        "    tutor: Luc Lambert\n"
        "  - employer: bakery\n"
        "    job: counter\n"
        "    contract: fixed-term\n"
        "    from: 2026-04-18\n"
        "    until: 2026-07-17\n"
        "    hours: 25\n"
        "    tutor: Luc Lambert\n",
    )
    assert working.message == "ab-k7q: renewed\n\nCase: ab-k7q\nAction: renewed\nCoach: claire"
    assert working.faults() == []


def test_a_renewal_after_the_end_was_missed_leaves_no_gap_either(cases):
    at_work(cases, CONTRACT.replace("2026-04-17", "2026-02-27"))

    cases.do("placement", "renew", "amina", "--until", "2026-07-17", "--hours", "30")

    assert "    until: 2026-02-27\n    ended: 2026-02-27\n    why: renewed\n" in cases.text()
    assert "    from: 2026-02-28\n    until: 2026-07-17\n    hours: 30\n" in cases.text()
    assert cases.faults() == []


def test_a_contract_is_made_permanent_without_a_break(working):
    before = working.text()

    ran = working.do("placement", "convert", "amina", "--from", "2026-04-01")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Tuesday 31 March 2026 – End at Boulangerie Lambert, Counter assistant: "
        "made permanent\n"
        "  ✓ Wednesday 1 April 2026 – Starts at Boulangerie Lambert, Counter assistant, "
        "permanent contract\n" + NEXT
    )
    first, last = CONTRACT.removeprefix("placements:\n").split("    until: 2026-04-17\n")
    assert working.text() == before.replace(
        first + "    until: 2026-04-17\n" + last,
        first
        + "    until: 2026-04-17\n    ended: 2026-03-31\n    why: converted\n"
        + last
        + "  - employer: bakery\n"
        "    job: counter\n"
        "    contract: permanent\n"
        "    from: 2026-04-01\n" + last,
    )
    assert working.message == "ab-k7q: converted\n\nCase: ab-k7q\nAction: converted\nCoach: claire"
    assert working.faults() == []


@pytest.mark.parametrize("verb", ["renew --until 2026-12-31", "convert"])
def test_check_ins_count_from_the_first_day_of_the_job(working, verb):
    before = working.due("2026-08-01", "check-in")
    assert [item["due"] for item in before] == ["2026-07-19"]

    working.do("placement", *verb.split(), "amina")

    after = working.due("2026-08-01", "check-in")
    assert [item["due"] for item in after] == ["2026-07-19"]


def test_renewed_then_made_permanent_is_one_job(working, monkeypatch):
    working.do("placement", "renew", "amina", "--until", "2026-07-17")
    monkeypatch.setenv("JOBCOACH_TODAY", "2026-07-10")
    working.do("placement", "convert", "amina")

    assert "    ended: 2026-07-17\n    why: converted\n" in working.text()
    assert "    contract: permanent\n    from: 2026-07-18\n    hours: 25\n" in working.text()
    assert [i["due"] for i in working.due("2027-01-19", "check-in")] == ["2027-01-19"]
    assert working.faults() == []


@pytest.mark.parametrize(
    "line", ["convert amina", "renew amina --until 2026-12-31", "convert amina bakery"]
)
def test_a_job_renewed_ahead_is_still_one_job_to_go_on_with(working, line):
    working.do("placement", "renew", "amina", "--until", "2026-07-17")

    working.do("placement", *line.split())

    assert "    from: 2026-07-18\n" in working.text()


def test_an_aid_that_is_over_does_not_come_along(cases):
    at_work(cases, CONTRACT + "    aid: {kind: activa, until: 2026-03-31}\n")

    cases.do("placement", "renew", "amina", "--until", "2026-12-31")

    assert cases.text().count("activa") == 1


def test_an_aid_that_goes_on_comes_along(cases):
    at_work(cases, CONTRACT + "    aid: {kind: activa, until: 2026-12-31}\n")

    cases.do("placement", "renew", "amina", "--until", "2026-12-31")

    assert cases.text().count("    aid: {kind: activa, until: 2026-12-31}\n") == 2


def test_a_renewal_wants_its_end(working):
    assert "--until is missing" in working.refused(2, "placement", "renew", "amina")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("renew amina --until 2026-04-01", 1, "comes before the start"),
        ("renew amina garage --until 2026-12-31", 1, "There is no placement under way"),
        ("renew amina --until soon", 2, '"soon" is not a date'),
        ("renew amina --until 2026-12-31 --contract job", 2, '"job" is not a value'),
        ("convert amina --from 2026-01-19", 1, "comes before the start"),
        ("end amina", 2, "--why is missing"),
        ("end amina --why bored", 2, '"bored" is not a value --why takes'),
        ("end amina --on 2026-01-18 --why resigned", 1, "comes before the start"),
    ],
)
def test_a_refusal_at_work_writes_nothing(working, line, code, says):
    assert says in working.refused(code, "placement", *line.split())


# End


def test_an_end_says_why(working):
    before = working.text()

    ran = working.do("placement", "end", "amina", "--why", "better-job", "--on", "yesterday")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Sunday 8 March 2026 – End at Boulangerie Lambert, Counter assistant: a better job\n"
        + NEXT
    )
    assert working.text() == before.replace(
        "    until: 2026-04-17\n",
        "    until: 2026-04-17\n    ended: 2026-03-08\n    why: better-job\n",
    )
    assert working.message == (
        "ab-k7q: placement-ended\n\nCase: ab-k7q\nAction: placement-ended\nCoach: claire"
    )


def test_a_contract_that_ran_out_ends_on_its_last_day_by_itself(cases):
    at_work(cases, CONTRACT.replace("2026-04-17", "2026-03-06"))
    assert ("people/ab-k7q.yaml", "not-ended") in cases.faults()

    cases.do("placement", "end", "amina")

    assert "    ended: 2026-03-06\n    why: end-of-contract\n" in cases.text()
    assert cases.faults() == []


def test_the_planned_end_itself_is_the_end_of_the_contract(working):
    working.do("placement", "end", "amina", "--on", "2026-04-17")

    assert "    ended: 2026-04-17\n    why: end-of-contract\n" in working.text()


def test_on_a_terminal_the_reason_is_asked_for(working, monkeypatch):
    answering(monkeypatch, "health")

    assert working.service.run("placement", "end", "amina").exit_code == 0

    assert "    ended: 2026-03-09\n    why: health\n" in working.text()


def test_of_several_placements_one_is_named(cases):
    at_work(
        cases,
        CONTRACT + "  - {firm: Chez Nous, title: Cook, contract: permanent, from: 2026-02-02}\n",
    )

    said = cases.refused(1, "placement", "end", "amina", "--why", "resigned")

    assert "bakery" in said
    assert "Chez Nous" in said
    cases.do("placement", "end", "amina", "chez", "--why", "resigned", "--on", "yesterday")
    assert "from: 2026-02-02, ended: 2026-03-08, why: resigned}" in cases.text()
    cases.do("placement", "renew", "amina", "--until", "2026-09-30")


# The list says what to do; done, it is silent


def test_an_end_that_draws_near_is_met_by_the_command_that_the_list_names(working):
    (item,) = working.due("2026-03-20", "contract-end")
    assert item["deadline"] == "2026-04-17"

    working.do(*shlex.split(item["do"])[1:], "--until", "2026-12-31")

    assert working.due("2026-03-20", "contract-end") == []
    assert working.due("2026-04-16", "contract-end") == []
    assert [i["deadline"] for i in working.due("2026-12-20", "contract-end")] == ["2026-12-31"]


def test_with_two_jobs_the_command_names_the_employer(cases):
    at_work(
        cases,
        CONTRACT + "  - {employer: garage, contract: permanent, from: 2026-02-02}\n",
    )
    (item,) = cases.due("2026-03-20", "contract-end")

    cases.do(*shlex.split(item["do"])[1:], "--until", "2026-12-31")

    assert cases.due("2026-03-20", "contract-end") == []


def test_an_aid_that_ends_is_met_by_the_command_that_the_list_names(cases):
    at_work(cases, CONTRACT + "    aid: {kind: activa, until: 2026-03-31}\n")
    (item,) = cases.due("2026-03-09", "aid-end")

    cases.do(*shlex.split(item["do"].replace("DATE", "2026-12-31"))[1:])

    assert cases.due("2026-03-09", "aid-end") == []


def test_french_says_the_same(working):
    ran = working.service.run("--lang", "fr", "placement", "end", "amina", "--why", "health")

    assert ran.exit_code == 0
    assert "lundi 9 mars 2026" in ran.stdout
    assert "health" not in ran.stdout


def test_a_contract_takes_the_place_of_the_trial_there(cases):
    cases.do("placement", "start", "amina", "garage", "--contract", "trial", "--until", "+2d")

    ran = cases.do(
        *("placement", "start", "amina", "garage/washer", "--contract", "CDI", "--from", "+7d")
    )

    assert "End at Garage Martin" in ran.stdout
    assert "ended: 2026-03-11" in cases.text()
    assert "contract: permanent" in cases.text()


def test_two_placements_at_one_firm_are_told_apart_by_their_first_day(cases):
    for begins in ("2026-02-02", "2026-03-02"):
        cases.do(
            *("placement", "start", "amina", "garage", "--contract", "internship", "--from", begins)
        )

    said = cases.refused(1, "placement", "end", "amina", "garage", "--why", "other")
    assert "2026-02-02" in said
    cases.do("placement", "end", "amina", "2026-02-02", "--why", "démission")

    assert "from: 2026-02-02, ended: 2026-03-09, why: resigned" in cases.text()


def test_a_contract_without_an_end_is_not_renewed(cases):
    cases.do("placement", "start", "amina", "garage/washer")

    assert "nothing to renew" in cases.refused(1, "placement", "renew", "amina", "garage")
