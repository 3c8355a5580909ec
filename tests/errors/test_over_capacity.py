"""`over-capacity`: a coach with more cases than agreed."""

import pytest

SETTINGS = """\
format: 1
process: frb-2002
coaches:
  - {id: claire, name: Claire, capacity: 2}
  - {id: karim, name: Karim}
"""


@pytest.fixture(autouse=True)
def capacity(service):
    service.settings(SETTINGS)


def _cases(service, number, text="stages: [{stage: reserve, on: 2026-03-02}]\n"):
    for at in range(number):
        service.person(f"p{at}", text)


def test_as_many_cases_as_agreed_are_sound_and_one_more_is_found(service):
    _cases(service, 2)
    assert service.findings() == []

    _cases(service, 3)
    assert service.findings() == [("jobcoach.yaml", 4, 42, "over-capacity")]


def test_closed_cases_do_not_count(service):
    _cases(service, 2)
    service.person("closed", "stages: [{stage: closed, on: 2026-03-02, why: Moved}]\n")

    assert service.findings() == []


def test_cases_of_a_colleague_do_not_count(service):
    _cases(service, 2)
    service.person("other", "coach: karim\n")

    assert service.findings() == []


def test_a_coach_without_a_capacity_has_no_limit(service):
    _cases(service, 5, "coach: karim\nstages: [{stage: reserve, on: 2026-03-02}]\n")

    assert service.findings() == []


def test_it_is_a_warning_with_a_way_out(service, faults):
    _cases(service, 3)

    assert faults.worded("over-capacity") == "warning"
    assert service.run("check").exit_code == 0
