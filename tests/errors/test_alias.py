"""`alias`: anchors and aliases."""

from itertools import pairwise

PERSON = "people/ab-k7q.yaml"
HEAD = "id: ab-k7q\nname: Amina\ncoach: claire\n"


def test_an_anchor_is_found_at_its_value(service):
    service.write(PERSON, HEAD + "place: &town Fleurus\n")

    assert service.findings() == [(PERSON, 4, 8, "alias")]


def test_an_anchor_on_a_list_is_found(service):
    service.write(PERSON, HEAD + "wishes: &w [Bakery]\n")

    assert service.findings() == [(PERSON, 4, 9, "alias")]


def test_an_alias_to_nothing_is_found(service):
    service.write(PERSON, HEAD + "place: *town\n")

    assert service.findings() == [(PERSON, 4, 8, "alias")]


def test_a_bomb_of_aliases_is_refused_at_once(service, faults):
    lines = ['x-a: &a ["lol"]']
    names = "abcdefghijklmnopqrstuvwxyz"
    for before, name in pairwise(names):
        lines.append(f"x-{name}: &{name} [{', '.join([f'*{before}'] * 10)}]")
    service.write(PERSON, HEAD + "\n".join(lines) + "\n")

    assert set(faults.codes()) == {"alias"}
    assert faults.at("alias")[0] == (PERSON, 4, 6)


def test_an_ampersand_or_a_star_inside_a_text_is_sound(service):
    service.write(PERSON, HEAD + 'place: A & B * C\nwishes: ["*star", "&co"]\n')

    assert service.findings() == []


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, HEAD + "place: &town Fleurus\n")

    assert faults.worded("alias") == "error"
