"""A person or an employer is found by id, by its beginning, or by any part of the name."""

import pytest

from .reading import one_message


@pytest.fixture
def cases(service):
    service.person("ab-k7q", "name: Amina Bénali")
    service.person("ab-m2x", "name: Anne Bernard")
    service.person("cd-9zz", "name: Zoé Müller-Çelik")
    service.person("be-111", "name: Bea Nothing")
    service.employer("bakery", "name: Boulangerie Élan")
    service.employer("bakery-two", "name: Autre four")
    service.employer("garden", "name: Jardins d'Été")
    return service


def _found(cases, wanted):
    ran = cases.run("person", "show", wanted, "--json")
    assert ran.exit_code == 0, ran.stderr
    return ran.json["person"]["id"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("ab-k7q", "ab-k7q"),
        ("ab-k", "ab-k7q"),
        ("AB-K7Q", "ab-k7q"),
        ("c", "cd-9zz"),
        ("amina", "ab-k7q"),
        ("benali", "ab-k7q"),
        ("BÉNALI", "ab-k7q"),
        ("Be\u0301nali", "ab-k7q"),
        ("amina b", "ab-k7q"),
        ("muller", "cd-9zz"),
        ("celik", "cd-9zz"),
        ("ZOE", "cd-9zz"),
        (" amina ", "ab-k7q"),
    ],
)
def test_a_person_is_found_by_id_its_beginning_or_part_of_the_name(cases, wanted, found):
    assert _found(cases, wanted) == found


def test_a_whole_id_wins_over_ids_that_begin_with_it(cases):
    ran = cases.run("employer", "show", "bakery", "--json")

    assert ran.exit_code == 0
    assert ran.json["employer"]["id"] == "bakery"


@pytest.mark.parametrize("wanted", ["elan", "ÉLAN", "boulang", "bakery"])
def test_an_employer_is_found_the_same_way(cases, wanted):
    assert cases.run("employer", "show", wanted, "--json").json["employer"]["id"] == "bakery"


def test_several_persons_are_listed_and_refused(cases):
    ran = cases.run("person", "show", "ab-")

    assert ran.exit_code == 1
    assert ran.stdout == ""
    assert ran.stderr.splitlines() == [
        'Several persons fit "ab-":',
        "    ab-k7q  Amina Bénali",
        "    ab-m2x  Anne Bernard",
    ]


def test_several_employers_are_listed_and_refused(cases):
    ran = cases.run("employer", "show", "ba")

    assert ran.exit_code == 1
    assert "    bakery  Boulangerie Élan" in ran.stderr
    assert "    bakery-two  Autre four" in ran.stderr


def test_a_part_that_several_names_hold_is_refused(cases):
    ran = cases.run("stage", "show", "n")

    assert ran.exit_code == 1
    assert "ab-m2x  Anne Bernard" in ran.stderr


@pytest.mark.parametrize(
    "command",
    [
        ("person", "show"),
        ("stage", "show"),
        ("plan", "render"),
    ],
)
def test_nobody_found_is_said_in_one_line(cases, command):
    ran = cases.run(*command, "xavier")

    assert ran.exit_code == 1
    assert one_message(ran) == 'No person is found for "xavier".'


def test_no_employer_found_is_said_in_one_line(cases):
    ran = cases.run("employer", "show", "xavier")

    assert ran.exit_code == 1
    assert one_message(ran) == 'No employer is found for "xavier".'


@pytest.mark.parametrize("wanted", ["", " "])
def test_nothing_written_fits_nobody(cases, wanted):
    ran = cases.run("person", "show", wanted)

    assert ran.exit_code == 1
    assert ran.stdout == ""


def test_a_filter_by_employer_finds_it_the_same_way_and_refuses_the_unknown(cases):
    assert cases.run("person", "list", "--employer", "elan").exit_code == 0

    ran = cases.run("person", "list", "--employer", "xavier")

    assert ran.exit_code == 1
    assert one_message(ran) == 'No employer is found for "xavier".'


def test_a_case_of_the_history_is_a_person_or_an_employer(cases):
    ran = cases.run("history", "xavier")

    assert ran.exit_code == 1
    assert "xavier" in one_message(ran)
    assert cases.run("history", "xavier", "--json").exit_code == 1
