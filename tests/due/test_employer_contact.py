"""`employer-contact`: the rhythm toward the employer of each placement under way."""

import pytest

FOLLOW_UP = "stages: [{stage: follow-up, on: 2026-01-05}]"
JOB = "placements: [{employer: bakery, contract: permanent, from: 2026-01-05}]"


@pytest.fixture(autouse=True)
def employers(service):
    service.employer("bakery", "")
    service.employer("grocery", "")


def _person(service, *parts):
    service.person("ab-k7q", "\n".join(parts) + "\n")


def _owed(service, day):
    return service.kinds(day, "employer-contact")


def test_the_employer_of_a_placement_is_contacted_on_the_seventh_day_not_before(service):
    _person(service, FOLLOW_UP, JOB)

    assert _owed(service, "2026-01-11") == []
    assert _owed(service, "2026-01-12") == [("2026-01-12", "bakery")]


def test_the_start_of_the_placement_is_a_base_day_toward_the_employer(service):
    _person(
        service,
        FOLLOW_UP,
        "placements: [{employer: bakery, contract: permanent, from: 2026-01-20}]",
    )

    assert _owed(service, "2026-01-26") == []
    assert _owed(service, "2026-01-27") == [("2026-01-27", "bakery")]


def test_a_contact_with_the_employer_in_the_persons_file_counts(service):
    _person(service, FOLLOW_UP, JOB, "contacts: [{on: 2026-01-10, with: bakery, how: visit}]")

    assert _owed(service, "2026-01-16") == []
    assert _owed(service, "2026-01-17") == [("2026-01-17", "bakery")]


def test_a_contact_in_the_employers_own_file_is_not_about_the_person(service):
    service.employer("bakery", "contacts: [{on: 2026-01-10, how: visit}]")
    _person(service, FOLLOW_UP, JOB)

    assert _owed(service, "2026-01-12") == [("2026-01-12", "bakery")]


def test_a_contact_with_the_person_is_none_with_the_employer(service):
    _person(service, FOLLOW_UP, JOB, "contacts: [{on: 2026-01-10, how: visit}]")

    assert _owed(service, "2026-01-12") == [("2026-01-12", "bakery")]


def test_the_persons_taste_for_messages_says_nothing_about_the_employer(service):
    _person(
        service,
        FOLLOW_UP,
        JOB,
        "prefers: {how: message}",
        "contacts: [{on: 2026-01-10, with: bakery, how: message}]",
    )

    assert _owed(service, "2026-01-12") == [("2026-01-12", "bakery")]


def test_an_answered_message_to_the_employer_counts(service):
    _person(
        service,
        FOLLOW_UP,
        JOB,
        "contacts: [{on: 2026-01-10, with: bakery, how: message, answered: true}]",
    )

    assert _owed(service, "2026-01-12") == []


def test_two_placements_under_way_give_one_item_an_employer(service):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: permanent, from: 2026-01-05}",
        "  - {employer: grocery, contract: permanent, from: 2026-01-07}",
    )

    assert _owed(service, "2026-01-13") == [("2026-01-12", "bakery")]
    assert _owed(service, "2026-01-14") == [("2026-01-12", "bakery"), ("2026-01-14", "grocery")]


def test_two_placements_with_one_employer_give_one_item(service):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, job: a, contract: permanent, from: 2026-01-02}",
        "  - {employer: bakery, job: b, contract: permanent, from: 2026-01-05}",
    )

    assert _owed(service, "2026-01-12") == [("2026-01-12", "bakery")]


def test_a_placement_counts_through_the_day_it_ended(service):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: permanent, from: 2026-01-05, ended: 2026-01-20,"
        " why: resigned}",
    )

    assert _owed(service, "2026-01-20") == [("2026-01-12", "bakery")]
    assert _owed(service, "2026-01-21") == []


def test_a_passed_until_leaves_the_placement_under_way(service):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: fixed-term, from: 2026-01-05, until: 2026-01-20}",
    )

    assert _owed(service, "2026-01-21") == [("2026-01-12", "bakery")]


def test_without_a_placement_no_employer_is_owed_a_contact(service):
    _person(service, FOLLOW_UP)

    assert _owed(service, "2026-03-09") == []


def test_a_stage_without_a_rhythm_toward_employers_owes_them_none(service):
    _person(service, "stages: [{stage: pre-hire, on: 2026-01-05}]", JOB)

    assert _owed(service, "2026-03-09") == []


def test_a_placement_with_a_firm_yields_no_employer_contact(service):
    _person(
        service,
        FOLLOW_UP,
        "placements: [{firm: Corner shop, title: Clerk, contract: permanent, from: 2026-01-05}]",
    )

    assert _owed(service, "2026-03-09") == []


def test_an_employer_who_may_not_know_is_never_contacted(service):
    _person(service, FOLLOW_UP, JOB, "employer_may_know: false")

    assert _owed(service, "2026-03-09") == []


def test_a_placement_may_tell_what_the_person_otherwise_keeps_silent(service):
    _person(
        service,
        FOLLOW_UP,
        "employer_may_know: false",
        "placements:",
        "  - {employer: bakery, contract: permanent, from: 2026-01-05, employer_may_know: true}",
        "  - {employer: grocery, contract: permanent, from: 2026-01-05}",
    )

    assert _owed(service, "2026-01-12") == [("2026-01-12", "bakery")]


def test_a_placement_may_keep_silent_what_the_person_otherwise_tells(service):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: permanent, from: 2026-01-05, employer_may_know: false}",
        "  - {employer: grocery, contract: permanent, from: 2026-01-05}",
    )

    assert _owed(service, "2026-01-12") == [("2026-01-12", "grocery")]


def test_a_pace_toward_an_employer_overrides_the_stage_for_that_employer_only(service):
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: permanent, from: 2026-01-05}",
        "  - {employer: grocery, contract: permanent, from: 2026-01-05}",
        "pace: [{with: bakery, every: 2d, from: 2026-01-06}]",
    )

    assert _owed(service, "2026-01-07") == []
    assert _owed(service, "2026-01-08") == [("2026-01-08", "bakery")]


def test_no_employer_contact_is_owed_while_a_promise_to_that_employer_is_pending(service):
    # reading: "the same toward the employer" takes the pending promise along
    _person(
        service,
        FOLLOW_UP,
        "placements:",
        "  - {employer: bakery, contract: permanent, from: 2026-01-05}",
        "  - {employer: grocery, contract: permanent, from: 2026-01-05}",
        "contacts: [{on: 2026-01-06, with: bakery, how: phone, next: 2026-03-01}]",
    )

    assert _owed(service, "2026-01-20") == [("2026-01-12", "grocery")]


def test_a_promise_to_the_person_does_not_hold_back_the_employer_contact(service):
    _person(service, FOLLOW_UP, JOB, "contacts: [{on: 2026-01-06, how: phone, next: 2026-03-01}]")

    assert _owed(service, "2026-01-12") == [("2026-01-12", "bakery")]


def test_the_line_toward_the_employer_thins_with_the_time_in_the_stage(service):
    _person(service, FOLLOW_UP, JOB, "contacts: [{on: 2026-03-01, with: bakery, how: phone}]")
    assert _owed(service, "2026-03-08") == [("2026-03-08", "bakery")]

    _person(service, FOLLOW_UP, JOB, "contacts: [{on: 2026-03-02, with: bakery, how: phone}]")
    assert _owed(service, "2026-03-15") == []
    assert _owed(service, "2026-03-16") == [("2026-03-16", "bakery")]


def test_the_end_of_a_pause_is_a_base_day_toward_the_employer_too(service):
    _person(service, FOLLOW_UP, JOB, "pauses: [{from: 2026-01-12, until: 2026-01-21}]")

    assert _owed(service, "2026-01-27") == []
    assert _owed(service, "2026-01-28") == [("2026-01-28", "bakery")]


def test_a_pace_toward_the_employer_holds_before_any_stage(service):
    _person(service, JOB, "pace: [{with: bakery, every: 10d, from: 2026-01-02}]")

    assert _owed(service, "2026-01-14") == []
    assert _owed(service, "2026-01-15") == [("2026-01-15", "bakery")]
    assert [item["ref"] for item in service.due("2026-01-15")] == ["pace[0]"]


def test_before_any_stage_a_pace_toward_the_person_owes_the_employer_nothing(service):
    _person(service, JOB, "pace: [{with: person, every: 10d, from: 2026-01-02}]")

    assert _owed(service, "2026-03-09") == []


def test_before_any_stage_an_employer_who_may_not_know_is_never_contacted(service):
    _person(
        service,
        JOB,
        "employer_may_know: false",
        "pace: [{with: bakery, every: 10d, from: 2026-01-02}]",
    )

    assert _owed(service, "2026-03-09") == []
