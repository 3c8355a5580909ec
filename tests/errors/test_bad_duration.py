"""`bad-duration`: durations are 7d, 2w, 3m, 1y."""

import pytest

FIRM = "employers/boulangerie.yaml"


@pytest.mark.parametrize(
    "text", ["6", "6 months", "6 m", "m6", "monthly", "6M", "-6m", "1.5m", "6m2d", "٦m"]
)
def test_anything_else_is_found_at_the_value(service, text):
    service.employer("boulangerie", f"contact_every: {text}\n")

    assert service.findings() == [(FIRM, 4, 16, "bad-duration")]


@pytest.mark.parametrize("text", ["7d", "2w", "3m", "1y", '"6m"', "365d"])
def test_days_weeks_months_and_years_are_sound(service, text):
    service.employer("boulangerie", f"contact_every: {text}\n")

    assert service.findings() == []


def test_a_length_nobody_lives_is_no_traceback(service, faults):
    service.employer("boulangerie", f"contact_every: {'9' * 400}y\n")

    assert set(faults.codes()) <= {"bad-duration", "bad-value"}
    assert faults.codes()


def test_a_person_s_pace_is_looked_at(service):
    service.person("ab-k7q", "pace: [{with: person, every: weekly, from: 2026-03-05}]\n")

    assert service.findings() == [("people/ab-k7q.yaml", 4, 30, "bad-duration")]


def test_the_settings_are_looked_at(service, faults):
    service.settings(
        """\
        format: 1
        coaches: [{id: claire, name: C}]
        followup:
          lead: {limit: 60}
          wait: {decision: 3 days}
          check_in: [6m, yearly]
        retention: two years
        """
    )

    assert faults.at("bad-duration") == [
        ("jobcoach.yaml", 4, 17),
        ("jobcoach.yaml", 5, 20),
        ("jobcoach.yaml", 6, 18),
        ("jobcoach.yaml", 7, 12),
    ]


def test_a_process_is_looked_at(service, faults):
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        first_employer: month
        stages:
          - {id: one, next: [end], contact: {person: [{for: 8, every: 7d}, {every: week}]}}
          - {id: two, next: [end], quiet: {person: long}, limit: {length: 24}}
          - {id: end, final: true}
        """,
    )

    assert faults.at("bad-duration") == [
        ("processes/own.yaml", 3, 17),
        ("processes/own.yaml", 5, 53),
        ("processes/own.yaml", 5, 76),
        ("processes/own.yaml", 6, 44),
        ("processes/own.yaml", 6, 67),
    ]


def test_it_is_an_error_with_a_way_out(service, faults):
    service.employer("boulangerie", "contact_every: 6 months\n")

    assert faults.worded("bad-duration") == "error"
