"""`tag`: a value with a YAML tag."""

import pytest

PERSON = "people/ab-k7q.yaml"
HEAD = "id: ab-k7q\nname: Amina\ncoach: claire\n"


@pytest.mark.parametrize("tag", ["!!str", "!secret", "!!python/object/apply:os.system", "!"])
def test_a_tag_is_found_at_its_value(service, tag):
    service.write(PERSON, HEAD + f"place: {tag} Fleurus\n")

    assert service.findings() == [(PERSON, 4, 8, "tag")]


def test_a_tag_on_a_list_is_found(service):
    service.write(PERSON, HEAD + "wishes: !!set [Bakery]\n")

    assert service.findings() == [(PERSON, 4, 9, "tag")]


def test_an_exclamation_mark_inside_a_text_is_sound(service):
    service.write(PERSON, HEAD + 'place: Fleurus!\nwishes: ["!important"]\n')

    assert service.findings() == []


def test_a_tag_hides_no_other_fault_of_its_key(service):
    service.write(PERSON, HEAD + "gender: !!str female\nborn: !d soon\ngender: man\n")

    assert service.findings() == [
        (PERSON, 4, 9, "tag"),
        (PERSON, 4, 15, "bad-value"),
        (PERSON, 5, 7, "tag"),
        (PERSON, 5, 10, "bad-date"),
        (PERSON, 6, 1, "duplicate-key"),
    ]


def test_what_stands_behind_a_tag_is_read(service):
    service.write(
        PERSON, HEAD + "contacts: [{on: !!timestamp 2026-03-01, how: visit, next: 2026-03-05}]\n"
    )

    assert service.kinds("2026-03-05", "promised") == [("2026-03-05", "person")]


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, HEAD + "place: !!str Fleurus\n")

    assert faults.worded("tag") == "error"
