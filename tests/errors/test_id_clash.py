"""`id-clash`: one id for two, over coaches, partners, employers and a person's circle."""

import pytest

SETTINGS = "jobcoach.yaml"
PERSON = "people/ab-k7q.yaml"


def test_two_coaches_are_told_at_the_later_one(service):
    service.settings(
        "format: 1\ncoaches:\n  - {id: claire, name: Claire}\n  - {id: claire, name: Clara}\n"
    )

    assert service.findings() == [(SETTINGS, 4, 10, "id-clash")]


def test_a_coach_and_a_partner_are_told_at_the_partner(service):
    service.settings(
        "format: 1\npartners:\n  - {id: claire, name: CPAS}\ncoaches:\n  - {id: claire, name: C}\n"
    )

    assert service.findings() == [(SETTINGS, 3, 10, "id-clash")]


def test_a_partner_and_an_employer_are_told_at_the_employer(service):
    service.employer("cpas")

    assert service.findings() == [("employers/cpas.yaml", 1, 5, "id-clash")]


@pytest.mark.parametrize("taken", ["claire", "cpas", "boulangerie"])
def test_the_circle_comes_last(service, taken):
    service.employer("boulangerie")
    service.person("ab-k7q", f"circle: [{{id: {taken}, name: Fatima}}]\n")

    assert service.findings() == [(PERSON, 4, 15, "id-clash")]


def test_two_of_one_circle_are_told_at_the_later_one(service):
    service.person("ab-k7q", "circle: [{id: mother, name: F}, {id: mother, name: G}]\n")

    assert service.findings() == [(PERSON, 4, 38, "id-clash")]


def test_two_circles_may_have_the_same_ids(service):
    service.person("ab-k7q", "circle: [{id: mother, name: Fatima}]\n")
    service.person("cd-m2p", "circle: [{id: mother, name: Greta}]\n")

    assert service.findings() == []


@pytest.mark.parametrize("word", ["person", "coach", "employers", "partners", "none", '"null"'])
def test_words_of_the_format_are_taken(service, word):
    service.person("ab-k7q", f"circle: [{{id: {word}, name: Fatima}}]\n")

    assert service.findings() == [(PERSON, 4, 15, "id-clash")]


def test_words_of_the_format_are_taken_for_coaches_and_employers_too(service, faults):
    service.settings(
        "format: 1\ncoaches: [{id: coach, name: C}]\npartners: [{id: none, name: N}]\n"
    )
    service.write("employers/employers.yaml", "id: employers\nname: E\n")

    assert sorted(faults.at("id-clash")) == [
        ("employers/employers.yaml", 1, 5),
        (SETTINGS, 2, 16),
        (SETTINGS, 3, 17),
    ]


def test_different_ids_are_sound(service):
    service.employer("boulangerie")
    service.person("ab-k7q", "circle: [{id: mother, name: Fatima}, {id: claire-2, name: C}]\n")

    assert service.findings() == []


def test_it_is_an_error_with_a_way_out(service, faults):
    service.employer("cpas")

    assert faults.worded("id-clash") == "error"
