"""`limit`: the clock of a stage about to run out, and run out."""

import pytest

LONG_AGO = "stages: [{stage: pre-hire, on: 2024-03-01}]"
FOLLOW_UP = "stages: [{stage: follow-up, on: 2026-01-05}]"


@pytest.fixture(autouse=True)
def employers(service):
    service.employer("bakery", "")
    service.employer("grocery", "")


def _person(service, *parts):
    service.person("ab-k7q", "\n".join(parts) + "\n")


def _limits(service, day):
    return [(i["due"], i["deadline"]) for i in service.due(day) if i["kind"] == "limit"]


def _deadline(service, day):
    [(_, deadline)] = _limits(service, day)
    return deadline


def test_a_limit_shows_sixty_days_before_the_clock_runs_out_not_before(service):
    _person(service, LONG_AGO)

    assert _limits(service, "2025-12-30") == []
    assert _limits(service, "2025-12-31") == [("2025-12-31", "2026-03-01")]


def test_a_limit_is_with_nobody_and_a_nudge_even_when_passed(service):
    _person(service, LONG_AGO)

    [item] = [i for i in service.due("2026-06-01") if i["kind"] == "limit"]

    assert (item["with"], item["late_days"], item["deadline"]) == (None, 0, "2026-03-01")


def test_a_limit_shows_at_most_a_quarter_of_the_length_ahead(service):
    _person(
        service,
        FOLLOW_UP,
        "placements: [{employer: bakery, contract: permanent, from: 2026-01-05}]",
    )

    # six months from 5 January are 181 days, a quarter of them 45
    assert _limits(service, "2026-05-20") == []
    assert _limits(service, "2026-05-21") == [("2026-05-21", "2026-07-05")]


@pytest.mark.parametrize(
    ("length", "due", "deadline"),
    [("27d", "2026-01-26", "2026-02-01"), ("28d", "2026-01-26", "2026-02-02")],
)
def test_the_quarter_is_rounded_down_to_whole_days(service, length, due, deadline):
    service.process(
        "own",
        f"""
        id: own
        name: {{en: Own}}
        stages:
          - {{id: start, next: [closed], limit: {{length: {length}}}}}
          - {{id: closed, final: true, next: [start], needs: [reason]}}
        """,
    )
    _person(service, "process: own", "stages: [{stage: start, on: 2026-01-05}]")

    assert _limits(service, "2026-01-25") == []
    assert _limits(service, "2026-01-26") == [(due, deadline)]


def test_the_settings_may_give_less_notice(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        followup: {lead: {limit: 30d}}
        """
    )
    _person(service, LONG_AGO)

    assert _limits(service, "2026-01-29") == []
    assert _limits(service, "2026-01-30") == [("2026-01-30", "2026-03-01")]


def test_the_length_in_months_clamps_to_the_last_day(service):
    _person(service, "stages: [{stage: pre-hire, on: 2024-02-29}]")

    assert _deadline(service, "2026-03-01") == "2026-02-28"


def test_a_stage_without_limit_never_runs_out(service):
    _person(service, "stages: [{stage: reserve, on: 2015-03-01}]")

    assert _limits(service, "2026-03-01") == []


def test_the_days_of_a_pause_do_not_count(service):
    # reading: a pause of 1 to 10 June is ten days, its last one included
    _person(service, LONG_AGO, "pauses: [{from: 2025-06-01, until: 2025-06-10}]")

    assert _limits(service, "2026-01-09") == []
    assert _limits(service, "2026-01-10") == [("2026-01-10", "2026-03-11")]


def test_the_days_of_a_fixed_term_contract_do_not_count(service):
    _person(
        service,
        LONG_AGO,
        "placements:",
        "  - {employer: bakery, contract: fixed-term, from: 2025-01-01, ended: 2025-01-31}",
    )

    assert _limits(service, "2026-01-30") == []
    assert _limits(service, "2026-01-31") == [("2026-01-31", "2026-04-01")]


@pytest.mark.parametrize("contract", ["temporary", "internship", "permanent"])
def test_other_contracts_stop_no_clock(service, contract):
    _person(
        service,
        LONG_AGO,
        "placements:",
        f"  - {{employer: bakery, contract: {contract}, from: 2025-01-01, ended: 2025-01-31}}",
    )

    assert _limits(service, "2025-12-31") == [("2025-12-31", "2026-03-01")]


def test_a_day_that_does_not_count_twice_over_is_one_day(service):
    _person(
        service,
        LONG_AGO,
        "placements:",
        "  - {employer: bakery, contract: fixed-term, from: 2025-01-01, ended: 2025-01-31}",
        "pauses: [{from: 2025-01-10, until: 2025-01-20}]",
    )

    assert _deadline(service, "2026-03-01") == "2026-04-01"


def test_while_a_fixed_term_contract_stops_the_clock_no_limit_shows(service):
    _person(
        service,
        LONG_AGO,
        "placements:",
        "  - {employer: bakery, contract: fixed-term, from: 2026-01-05, until: 2026-07-04}",
    )

    assert _limits(service, "2026-01-04") == [("2025-12-31", "2026-03-01")]
    assert _limits(service, "2026-01-05") == []
    assert _limits(service, "2026-03-02") == []


def test_the_time_in_another_stage_does_not_count(service):
    _person(
        service,
        "stages:",
        "  - {stage: pre-hire, on: 2024-03-01}",
        "  - {stage: hire, on: 2024-06-01}",
        "  - {stage: pre-hire, on: 2024-06-11}",
    )

    assert _limits(service, "2026-01-09") == []
    assert _limits(service, "2026-01-10") == [("2026-01-10", "2026-03-11")]


def test_the_clock_of_a_stage_left_does_not_show(service):
    _person(service, "stages: [{stage: pre-hire, on: 2024-03-01}, {stage: hire, on: 2026-01-12}]")

    assert _limits(service, "2026-01-11") == [("2025-12-31", "2026-03-01")]
    assert _limits(service, "2026-01-12") == []


def test_a_case_reopened_starts_a_new_clock(service):
    _person(
        service,
        "stages:",
        "  - {stage: pre-hire, on: 2022-03-01}",
        "  - {stage: closed, on: 2023-01-09, why: Found work}",
        "  - {stage: pre-hire, on: 2024-03-01}",
    )

    assert _limits(service, "2025-12-31") == [("2025-12-31", "2026-03-01")]


def test_an_extension_moves_the_end_of_the_clock(service):
    _person(
        service,
        LONG_AGO,
        "extensions: [{stage: pre-hire, until: 2028-06-30, why: Long illness}]",
    )

    assert _limits(service, "2028-04-30") == []
    assert _limits(service, "2028-05-01") == [("2028-05-01", "2028-06-30")]


def test_an_extension_that_ends_before_the_clock_shortens_nothing(service):
    _person(service, LONG_AGO, "extensions: [{stage: pre-hire, until: 2026-01-31, why: Illness}]")

    assert _limits(service, "2025-12-31") == [("2025-12-31", "2026-03-01")]


def test_an_extension_of_another_stage_changes_nothing(service):
    _person(service, LONG_AGO, "extensions: [{stage: follow-up, until: 2028-06-30, why: Illness}]")

    assert _limits(service, "2025-12-31") == [("2025-12-31", "2026-03-01")]


def test_a_clock_per_placement_starts_with_the_placement_not_with_the_stage(service):
    _person(
        service,
        FOLLOW_UP,
        "placements: [{employer: bakery, contract: permanent, from: 2026-02-02}]",
    )

    assert _deadline(service, "2026-08-02") == "2026-08-02"


def test_a_clock_per_placement_follows_the_newest_job_under_way(service):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: permanent, from: 2026-01-05}",
        "  - {employer: grocery, contract: permanent, from: 2026-02-02}",
    )

    assert _deadline(service, "2026-08-02") == "2026-08-02"


@pytest.mark.parametrize(
    ("start", "deadline"), [("2026-03-07", "2026-07-05"), ("2026-03-08", "2026-09-08")]
)
def test_placements_seven_days_apart_are_one_job_eight_days_apart_are_two(service, start, deadline):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: fixed-term, from: 2026-01-05, ended: 2026-02-28}",
        f"  - {{employer: bakery, contract: permanent, from: {start}}}",
    )

    assert _deadline(service, "2026-09-08") == deadline


def test_an_internship_and_the_contract_after_it_are_one_job_for_the_limit(service):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: internship, from: 2026-01-05, ended: 2026-02-28}",
        "  - {employer: bakery, contract: permanent, from: 2026-03-01}",
    )

    assert _deadline(service, "2026-09-08") == "2026-07-05"


def test_placements_with_different_employers_are_different_jobs(service):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: fixed-term, from: 2026-01-05, ended: 2026-02-28}",
        "  - {employer: grocery, contract: permanent, from: 2026-03-01}",
    )

    assert _deadline(service, "2026-09-08") == "2026-09-01"


def test_pauses_since_the_placement_began_move_its_clock(service):
    placement = "placements: [{employer: bakery, contract: fixed-term, from: 2026-01-05}]"

    _person(service, FOLLOW_UP, placement, "pauses: [{from: 2026-02-02, until: 2026-02-11}]")
    assert _deadline(service, "2026-07-15") == "2026-07-15"

    _person(service, FOLLOW_UP, placement, "pauses: [{from: 2025-12-01, until: 2025-12-10}]")
    assert _deadline(service, "2026-07-15") == "2026-07-05"


def test_without_a_placement_under_way_a_clock_per_placement_does_not_run(service):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: permanent, from: 2026-01-05, ended: 2026-06-01}",
    )

    assert _limits(service, "2026-06-01") == [("2026-05-21", "2026-07-05")]
    assert _limits(service, "2026-06-02") == []


def test_a_plan_review_silences_a_limit_until_its_deadline(service):
    _person(service, LONG_AGO, "reviews: [{kind: plan, on: 2026-01-15, by: coach}]")

    assert _limits(service, "2026-01-14") == [("2025-12-31", "2026-03-01")]
    assert _limits(service, "2026-01-15") == []
    assert _limits(service, "2026-02-28") == []
    assert _limits(service, "2026-03-02") == [("2025-12-31", "2026-03-01")]


def test_a_plan_review_on_the_day_it_is_due_silences_a_limit_one_before_does_not(service):
    _person(service, LONG_AGO, "reviews: [{kind: plan, on: 2025-12-31, by: coach}]")
    assert _limits(service, "2025-12-31") == []

    _person(service, LONG_AGO, "reviews: [{kind: plan, on: 2025-12-30, by: coach}]")
    assert _limits(service, "2025-12-31") == [("2025-12-31", "2026-03-01")]


def test_after_the_deadline_each_plan_review_silences_a_limit_for_thirty_days(service):
    # reading: the thirty days begin with the day of the review
    _person(
        service,
        LONG_AGO,
        "reviews:",
        "  - {kind: plan, on: 2026-03-10, by: coach}",
        "  - {kind: plan, on: 2026-05-04, by: coach}",
    )

    assert _limits(service, "2026-03-09") == [("2025-12-31", "2026-03-01")]
    assert _limits(service, "2026-03-10") == []
    assert _limits(service, "2026-04-08") == []
    assert _limits(service, "2026-04-09") == [("2025-12-31", "2026-03-01")]
    assert _limits(service, "2026-05-04") == []


def test_a_review_of_another_kind_silences_no_limit(service):
    _person(service, LONG_AGO, "reviews: [{kind: satisfaction, on: 2026-01-15, by: person}]")

    assert _limits(service, "2026-01-15") == [("2025-12-31", "2026-03-01")]
