"""`expectation-missing`: what a stage expects, still missing when it is due."""

import pytest

PERSON = "people/ab-k7q.yaml"


@pytest.fixture
def own(service):
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        stages:
          - {id: one, next: [two], expects: [service]}
          - {id: two, next: [end], expects: [plan, profile]}
          - {id: end, final: true}
        """,
    )


def test_it_is_told_from_the_day_it_is_due_not_before(service, own):
    service.person("ab-k7q", "process: own\nstages:\n  - {stage: one, on: 2026-02-24}\n")
    assert service.findings() == []

    service.person("ab-k7q", "process: own\nstages:\n  - {stage: one, on: 2026-02-23}\n")
    assert service.findings() == [(PERSON, 6, 13, "expectation-missing")]


def test_the_settings_may_give_more_time(service, own):
    service.settings(
        """\
        format: 1
        coaches: [{id: claire, name: C}]
        followup: {wait: {expected: 20d}}
        """
    )
    service.person("ab-k7q", "process: own\nstages:\n  - {stage: one, on: 2026-02-18}\n")
    assert service.findings() == []

    service.person("ab-k7q", "process: own\nstages:\n  - {stage: one, on: 2026-02-17}\n")
    assert service.findings() == [(PERSON, 6, 13, "expectation-missing")]


def test_only_the_last_entry_is_judged(service, own):
    service.person(
        "ab-k7q",
        "process: own\nstages:\n  - {stage: one, on: 2026-01-01}\n  - {stage: two, on: 2026-02-01}\n",
    )

    assert service.findings() == [(PERSON, 7, 13, "expectation-missing")]


def test_every_missing_one_is_named_at_once(service, own, faults):
    service.person("ab-k7q", "process: own\nstages:\n  - {stage: two, on: 2026-02-01}\n")

    told = faults.message("expectation-missing") + faults.hint("expectation-missing")
    assert "plan" in told
    assert "profile" in told


def test_what_is_there_is_not_missed(service, own):
    service.person(
        "ab-k7q",
        "process: own\nstages:\n  - {stage: two, on: 2026-02-01}\n"
        "plan: {goals: [{goal: Work}]}\nwishes: [Bakery]\nconstraints: []\n",
    )

    assert service.findings() == []


def test_it_is_judged_on_the_day_asked_for_not_at_the_entry(service, own):
    service.person(
        "ab-k7q",
        "process: own\nstages:\n  - {stage: one, on: 2026-02-01}\n"
        "agreements: [{kind: service, with: person, on: 2026-03-09}]\n",
    )
    assert service.findings() == []

    service.person(
        "ab-k7q",
        "process: own\nstages:\n  - {stage: one, on: 2026-02-01}\n"
        "agreements: [{kind: service, with: person, on: 2026-02-01, until: 2026-03-08}]\n",
    )
    assert service.findings() == [(PERSON, 6, 13, "expectation-missing")]


def test_it_is_a_warning_with_a_way_out(service, own, faults):
    service.person("ab-k7q", "process: own\nstages:\n  - {stage: one, on: 2026-02-01}\n")

    assert faults.worded("expectation-missing") == "warning"
    assert service.run("check").exit_code == 0
