"""`no-news`: base day plus the stage's `quiet`."""

import pytest

PROJECT = "process: emploi-accompagne\nstages: [{stage: project, on: 2026-01-05}]"
IN_JOB = """process: emploi-accompagne
stages: [{stage: in-job, on: 2026-01-05}]
placements: [{employer: bakery, contract: permanent, from: 2026-01-05}]"""


@pytest.fixture(autouse=True)
def bakery(service):
    service.employer("bakery", "")


def _person(service, *parts):
    service.person("ab-k7q", "\n".join(parts) + "\n")


def _quiet(service, day):
    return service.kinds(day, "no-news")


def test_thirty_days_without_news_are_told_on_the_thirtieth_not_before(service):
    _person(service, PROJECT)

    assert _quiet(service, "2026-02-03") == []
    assert _quiet(service, "2026-02-04") == [("2026-02-04", "person")]


def test_no_news_is_never_late(service):
    _person(service, PROJECT)

    [item] = [i for i in service.due("2026-06-01") if i["kind"] == "no-news"]

    assert (item["due"], item["deadline"], item["late_days"]) == ("2026-02-04", None, 0)


def test_a_contact_that_counts_is_news(service):
    _person(service, PROJECT, "contacts: [{on: 2026-02-01, how: phone}]")

    assert _quiet(service, "2026-03-02") == []
    assert _quiet(service, "2026-03-03") == [("2026-03-03", "person")]


def test_a_letter_is_no_news(service):
    _person(service, PROJECT, "contacts: [{on: 2026-02-01, how: letter}]")

    assert _quiet(service, "2026-02-04") == [("2026-02-04", "person")]


def test_nothing_is_said_while_a_promise_is_pending(service):
    _person(service, PROJECT, "contacts: [{on: 2026-01-06, how: phone, next: 2026-04-01}]")

    assert _quiet(service, "2026-03-09") == []


def test_the_end_of_a_pause_is_a_base_day(service):
    _person(service, PROJECT, "pauses: [{from: 2026-01-20, until: 2026-02-02}]")

    assert _quiet(service, "2026-03-03") == []
    assert _quiet(service, "2026-03-04") == [("2026-03-04", "person")]


def test_an_employer_is_quiet_after_sixty_days_in_a_job(service):
    _person(service, IN_JOB, "contacts: [{on: 2026-03-01, how: phone}]")

    assert _quiet(service, "2026-03-05") == []
    assert _quiet(service, "2026-03-06") == [("2026-03-06", "bakery")]


def test_an_employer_is_asked_for_no_news_only_in_a_job_and_on_watch(service):
    search = IN_JOB.replace("in-job", "job-search")
    watch = IN_JOB.replace("in-job", "watch")

    _person(service, search, "contacts: [{on: 2026-03-01, how: phone}]")
    assert _quiet(service, "2026-03-06") == []

    _person(service, watch, "contacts: [{on: 2026-03-01, how: phone}]")
    assert _quiet(service, "2026-03-06") == [("2026-03-06", "bakery")]


def test_an_employer_who_may_not_know_is_left_in_peace(service):
    _person(service, IN_JOB, "employer_may_know: false", "contacts: [{on: 2026-03-01, how: phone}]")

    assert _quiet(service, "2026-03-06") == []


def test_a_placement_that_has_ended_asks_for_no_news_of_its_employer(service):
    ended = IN_JOB.replace("from: 2026-01-05}", "from: 2026-01-05, ended: 2026-03-06}")
    _person(service, ended, "contacts: [{on: 2026-03-01, how: phone}]")

    assert _quiet(service, "2026-03-06") == [("2026-03-06", "bakery")]
    assert _quiet(service, "2026-03-07") == []


def test_a_stage_without_quiet_never_says_no_news(service):
    _person(service, "stages: [{stage: pre-hire, on: 2026-01-05}]")

    assert _quiet(service, "2026-12-31") == []


def test_a_closed_case_is_quiet_in_peace(service):
    _person(
        service,
        "process: emploi-accompagne",
        "stages: [{stage: project, on: 2026-01-05},"
        " {stage: closed, on: 2026-01-12, why: Moved away}]",
    )

    assert _quiet(service, "2026-12-31") == []
