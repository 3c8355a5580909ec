"""`wrong-type`: a text where a list belongs, and the like."""

import pytest

PERSON = "people/ab-k7q.yaml"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("place: [Fleurus]", 8),
        ("place: {town: Fleurus}", 8),
        ("wishes: Bakery", 9),
        ("wishes: {a: Bakery}", 9),
        ("wishes: [[Bakery]]", 10),
        ("wishes: [Bakery, {a: b}]", 18),
        ("contacts: {on: 2026-03-01}", 11),
        ("contacts: [none]", 12),
        ("stages: reserve", 9),
        ("referred: cpas", 11),
        ("prefers: [meeting]", 10),
        ("readiness: motivated", 12),
        ("plan: Find a job", 7),
        ('wishes: "Bakery"', 9),
        ("employer_may_know: yes", 20),
        ("employer_may_know: True", 20),
        ("after_closing: 'no'", 16),
        ("after_closing: 0", 16),
    ],
)
def test_it_is_found_at_the_value(service, line, column):
    service.person("ab-k7q", line + "\n")

    assert service.findings() == [(PERSON, 4, column, "wrong-type")]


def test_a_number_is_written_in_digits(service):
    service.person(
        "ab-k7q", "placements:\n  - {firm: Chez Paul, from: 2026-02-16, hours: full-time}\n"
    )

    assert service.findings() == [(PERSON, 5, 48, "wrong-type")]


def test_a_list_on_lines_is_told_at_its_first_dash(service):
    service.person("ab-k7q", "place:\n  - Fleurus\n")

    assert service.findings() == [(PERSON, 5, 3, "wrong-type")]


def test_a_mapping_on_lines_is_told_at_its_first_key(service):
    service.person("ab-k7q", "wishes:\n  first: Bakery\n")

    assert service.findings() == [(PERSON, 5, 3, "wrong-type")]


def test_a_file_that_is_a_list_is_told_at_its_start(service):
    service.write(PERSON, "- id: ab-k7q\n- name: Amina\n")

    assert service.findings() == [(PERSON, 1, 1, "wrong-type")]


def test_a_file_that_is_a_text_is_told_at_its_start(service):
    service.write(PERSON, "Amina\n")

    assert service.findings() == [(PERSON, 1, 1, "wrong-type")]


def test_it_is_found_in_employers_and_settings(service, faults):
    service.employer("boulangerie", "jobs: counter\n")
    service.settings("format: 1\nlanguage: en\ncoaches: {claire: Claire}\n")

    assert sorted(faults.at("wrong-type")) == [
        ("employers/boulangerie.yaml", 4, 7),
        ("jobcoach.yaml", 3, 10),
    ]


def test_any_scalar_is_a_text(service):
    service.person("ab-k7q", "place: 6220\nphone: 0470123456\nwishes: [no, 12:30, 3.5, true]\n")

    assert service.findings() == []


def test_one_party_or_a_list_of_them_is_sound(service):
    service.person(
        "ab-k7q",
        "contacts:\n  - {on: 2026-03-01, how: visit, with: cpas}\n"
        "  - {on: 2026-03-02, how: visit, with: [person, cpas]}\n",
    )

    assert service.findings() == []


def test_an_empty_list_is_a_list_and_empty_is_absent(service):
    service.person("ab-k7q", "wishes: []\nstrengths:\nskills: ~\nstages: null\n")

    assert service.findings() == []


def test_it_is_an_error_with_a_way_out(service, faults):
    service.person("ab-k7q", "wishes: Bakery\n")

    assert faults.worded("wrong-type") == "error"
