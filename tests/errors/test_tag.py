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


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, HEAD + "place: !!str Fleurus\n")

    assert faults.worded("tag") == "error"
