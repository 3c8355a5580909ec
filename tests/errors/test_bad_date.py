"""`bad-date`: a date only as ISO 2026-03-09."""

import pytest

PERSON = "people/ab-k7q.yaml"


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "2025-02-29",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "2026-3-9",
        "20260309",
        "09/03/2026",
        "9.3.2026",
        "09-03-2026",
        "2026/03/09",
        "2026-03",
        "2026",
        "2026-W10-1",
        "2026-03-09T10:00:00",
        "2026-03-09 10:00:00",
        "yesterday",
        "soon",
        '"2026-02-30"',
        "٢٠٢٦-٠٣-٠٩",
        "2026–03–09",
    ],
)
def test_anything_else_is_found_at_the_value(service, text):
    service.person("ab-k7q", f"born: {text}\n")

    assert service.findings() == [(PERSON, 4, 7, "bad-date")]


@pytest.mark.parametrize(
    "text", ["1988-04-12", "2024-02-29", '"1988-04-12"', "'1988-04-12'", "~", ""]
)
def test_iso_dates_and_absent_ones_are_sound(service, text):
    service.person("ab-k7q", f"born: {text}\n")

    assert service.findings() == []


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("readiness: {motivated: true}", 24),
        ("without_work_since: 2023", 21),
        ("stages: [{stage: reserve, on: 5 January}]", 31),
        ("plan: {on: 2026-01-20, signed: {person: yes}}", 41),
        ("plan: {goals: [{goal: Work, steps: [{do: CV, by: Monday}]}]}", 50),
        ("contacts: [{on: 2026-03-01, how: visit, next: soon}]", 47),
        ("agreements: [{kind: service, with: person, on: 2026-01-05, review: later}]", 68),
        ("placements: [{firm: Paul, from: 2026-03-01, aid: {kind: activa, until: 2026}}]", 72),
    ],
)
def test_every_date_of_a_person_is_looked_at(service, line, column):
    service.person("ab-k7q", line + "\n")

    assert service.findings() == [(PERSON, 4, column, "bad-date")]


def test_a_promise_may_be_cancelled_with_none(service):
    service.person("ab-k7q", "contacts: [{on: 2026-03-01, how: visit, next: none}]\n")

    assert service.findings() == []


def test_only_a_promise_may_be_none(service):
    service.person("ab-k7q", "contacts: [{on: none, how: visit}]\n")

    assert service.findings() == [(PERSON, 4, 17, "bad-date")]


def test_it_is_found_in_employers_and_settings(service, faults):
    service.employer("boulangerie", "jobs: [{id: till, title: Till, open: now}]\n")
    service.settings(
        """\
        format: 1
        coaches:
          - {id: claire, name: C, absences: [{from: July, until: 2026-07-24}]}
        """
    )

    assert sorted(faults.at("bad-date")) == [
        ("employers/boulangerie.yaml", 4, 38),
        ("jobcoach.yaml", 3, 45),
    ]


def test_it_is_an_error_with_a_way_out(service, faults):
    service.person("ab-k7q", "born: 2026-02-30\n")

    assert faults.worded("bad-date") == "error"
