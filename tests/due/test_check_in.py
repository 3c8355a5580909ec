"""`check-in`: asking how the job goes, six and twelve months after it began."""

import pytest

JOB = "employer: bakery, contract: permanent, from: 2026-01-05"


@pytest.fixture(autouse=True)
def employers(service):
    service.employer("bakery", "")
    service.employer("grocery", "")


def _person(service, *placements, extra=""):
    lines = "\n".join(f"  - {{{placement}}}" for placement in placements)
    service.person("ab-k7q", f"{extra}\nplacements:\n{lines}\n")


def _owed(service, day):
    return service.kinds(day, "check-in")


def test_a_check_in_is_due_six_months_after_the_start_not_before(service):
    _person(service, JOB)

    assert _owed(service, "2026-07-04") == []
    assert _owed(service, "2026-07-05") == [("2026-07-05", "person")]


def test_when_both_are_due_only_the_later_shows(service):
    _person(service, JOB)

    assert _owed(service, "2027-01-04") == [("2026-07-05", "person")]
    assert _owed(service, "2027-01-05") == [("2027-01-05", "person")]


def test_a_contact_with_the_person_on_the_day_meets_it_one_the_day_before_does_not(service):
    _person(service, JOB, extra="contacts: [{on: 2026-07-05, how: phone}]")
    assert _owed(service, "2026-07-05") == []

    _person(service, JOB, extra="contacts: [{on: 2026-07-04, how: phone}]")
    assert _owed(service, "2026-07-05") == [("2026-07-05", "person")]


def test_the_second_comes_although_the_first_was_met(service):
    _person(service, JOB, extra="contacts: [{on: 2026-07-20, how: phone}]")

    assert _owed(service, "2027-01-04") == []
    assert _owed(service, "2027-01-05") == [("2027-01-05", "person")]


def test_a_contact_with_the_employer_or_a_letter_is_no_check_in(service):
    _person(
        service,
        JOB,
        extra="contacts: [{on: 2026-07-05, with: bakery, how: visit},"
        " {on: 2026-07-05, how: letter}]",
    )

    assert _owed(service, "2026-07-05") == [("2026-07-05", "person")]


def test_six_months_clamp_to_the_last_day(service):
    _person(service, JOB.replace("2026-01-05", "2025-08-31"))

    assert _owed(service, "2026-02-27") == []
    assert _owed(service, "2026-02-28") == [("2026-02-28", "person")]


@pytest.mark.parametrize(
    "contract", ["permanent", "fixed-term", "temporary", "subsidised", "self-employed"]
)
def test_a_paid_job_has_check_ins(service, contract):
    _person(service, JOB.replace("permanent", contract))

    assert _owed(service, "2026-07-05") == [("2026-07-05", "person")]


@pytest.mark.parametrize("contract", ["internship", "trial", "in-company-training"])
def test_a_stepping_stone_has_none(service, contract):
    _person(service, JOB.replace("permanent", contract))

    assert _owed(service, "2026-07-05") == []


def test_a_job_that_has_ended_has_none(service):
    _person(service, JOB + ", ended: 2026-07-05, why: resigned")

    assert _owed(service, "2026-07-05") == [("2026-07-05", "person")]
    assert _owed(service, "2026-07-06") == []


def test_a_renewal_within_seven_days_goes_on_with_the_same_job(service):
    _person(
        service,
        "employer: bakery, contract: fixed-term, from: 2026-01-05, ended: 2026-02-28",
        "employer: bakery, contract: permanent, from: 2026-03-07",
    )

    assert _owed(service, "2026-07-05") == [("2026-07-05", "person")]


def test_a_contract_eight_days_later_is_a_new_job(service):
    _person(
        service,
        "employer: bakery, contract: fixed-term, from: 2026-01-05, ended: 2026-02-28",
        "employer: bakery, contract: permanent, from: 2026-03-08",
    )

    assert _owed(service, "2026-09-07") == []
    assert _owed(service, "2026-09-08") == [("2026-09-08", "person")]


def test_a_stepping_stone_before_the_paid_contract_does_not_count_in(service):
    _person(
        service,
        "employer: bakery, contract: internship, from: 2026-01-05, ended: 2026-02-01",
        "employer: bakery, contract: permanent, from: 2026-02-02",
    )

    assert _owed(service, "2026-08-01") == []
    assert _owed(service, "2026-08-02") == [("2026-08-02", "person")]


def test_a_stepping_stone_between_two_paid_contracts_breaks_the_job(service):
    _person(
        service,
        "employer: bakery, contract: temporary, from: 2026-01-05, ended: 2026-01-31",
        "employer: bakery, contract: trial, from: 2026-02-01, ended: 2026-02-28",
        "employer: bakery, contract: permanent, from: 2026-03-01",
    )

    assert _owed(service, "2026-08-31") == []
    assert _owed(service, "2026-09-01") == [("2026-09-01", "person")]


def test_another_employer_is_another_job(service):
    _person(
        service,
        "employer: bakery, contract: fixed-term, from: 2026-01-05, ended: 2026-02-28",
        "employer: grocery, contract: permanent, from: 2026-03-01",
    )

    assert _owed(service, "2026-08-31") == []
    assert _owed(service, "2026-09-01") == [("2026-09-01", "person")]


def test_a_job_with_a_firm_or_an_employer_who_may_not_know_has_check_ins_too(service):
    _person(service, JOB.replace("employer: bakery", "firm: Corner shop, title: Clerk"))
    assert _owed(service, "2026-07-05") == [("2026-07-05", "person")]

    _person(service, JOB, extra="employer_may_know: false")
    assert _owed(service, "2026-07-05") == [("2026-07-05", "person")]


CLOSED = "stages: [{stage: follow-up, on: 2026-01-05}, {stage: closed, on: 2026-03-02, why: Well}]"


def test_a_closed_case_has_check_ins(service):
    _person(service, JOB, extra=CLOSED)

    assert _owed(service, "2026-07-05") == [("2026-07-05", "person")]


def test_a_closed_case_has_none_where_the_person_wants_none(service):
    _person(service, JOB, extra=CLOSED + "\nafter_closing: false")

    assert _owed(service, "2026-07-05") == []


def test_the_wish_for_no_check_in_holds_only_once_the_case_is_closed(service):
    _person(
        service,
        JOB,
        extra="after_closing: false\nstages: [{stage: follow-up, on: 2026-01-05}]",
    )

    assert _owed(service, "2026-07-05") == [("2026-07-05", "person")]


def test_the_settings_may_name_other_times(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        followup: {check_in: [3m]}
        """
    )
    _person(service, JOB)

    assert _owed(service, "2026-04-04") == []
    assert _owed(service, "2026-04-05") == [("2026-04-05", "person")]
    assert _owed(service, "2027-01-05") == [("2026-04-05", "person")]
