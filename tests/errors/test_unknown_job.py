"""`unknown-job`: a job its employer's file does not have."""

import pytest

PERSON = "people/ab-k7q.yaml"


@pytest.fixture
def bakery(service):
    service.employer("bakery", "jobs: [{id: counter, title: Counter assistant}]\n")
    service.employer("garage", "jobs: [{id: tyres, title: Tyre fitter}]\n")


def test_an_application_s_job_is_looked_up(service, bakery):
    service.person(
        "ab-k7q", "applications:\n  - {employer: bakery, job: tyres, proposed: 2026-03-08}\n"
    )

    assert service.findings() == [(PERSON, 5, 29, "unknown-job")]


def test_a_placement_s_job_is_looked_up(service, bakery):
    service.person("ab-k7q", "placements:\n  - {employer: bakery, job: oven, from: 2026-02-16}\n")

    assert service.findings() == [(PERSON, 5, 29, "unknown-job")]


def test_an_employer_without_jobs_has_none(service):
    service.employer("bakery")
    service.person("ab-k7q", "placements:\n  - {employer: bakery, job: oven, from: 2026-02-16}\n")

    assert service.findings() == [(PERSON, 5, 29, "unknown-job")]


def test_a_job_of_that_employer_is_sound(service, bakery):
    service.person(
        "ab-k7q",
        "applications:\n  - {employer: bakery, job: counter, proposed: 2026-03-08}\n"
        "placements:\n  - {employer: garage, job: tyres, from: 2026-02-16}\n",
    )

    assert service.findings() == []


def test_no_job_is_sound(service, bakery):
    service.person("ab-k7q", "placements:\n  - {employer: bakery, from: 2026-02-16}\n")

    assert service.findings() == []


def test_of_an_unknown_employer_only_the_employer_is_told(service, faults):
    service.person("ab-k7q", "placements:\n  - {employer: bakery, job: oven, from: 2026-02-16}\n")

    assert faults.codes() == ["unknown-employer"]


def test_it_is_an_error_whose_hint_names_the_nearest(service, bakery, faults):
    service.person("ab-k7q", "placements:\n  - {employer: bakery, job: conter, from: 2026-02-16}\n")

    assert faults.worded("unknown-job") == "error"
    assert "counter" in faults.hint("unknown-job")
