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


def test_an_alias_hides_no_other_fault_of_its_key(service):
    service.write(
        PERSON,
        HEAD + "contacts:\n  - &c {on: soon, how: call}\n  - *c\n"
        "  - {on: 2026-03-01, how: visit, on: 2026-03-02}\nplace: *town\nplace: Namur\n",
    )

    assert service.findings() == [
        (PERSON, 5, 5, "alias"),
        (PERSON, 5, 13, "bad-date"),
        (PERSON, 5, 24, "bad-value"),
        (PERSON, 6, 5, "alias"),
        (PERSON, 7, 34, "duplicate-key"),
        (PERSON, 8, 8, "alias"),
        (PERSON, 9, 1, "duplicate-key"),
    ]


def test_a_value_that_was_an_alias_is_not_missing_besides(service):
    service.write(
        PERSON,
        HEAD + "contacts:\n  - {on: *day, how: visit}\n  - {on: , how: visit}\n"
        "placements:\n  - {employer: *e, from: 2026-03-01}\n  - {from: 2026-03-01}\n",
    )

    assert service.findings() == [
        (PERSON, 5, 10, "alias"),
        (PERSON, 6, 6, "missing-key"),
        (PERSON, 8, 16, "alias"),
        (PERSON, 9, 5, "missing-key"),
    ]


def test_an_entry_that_begins_with_an_anchor_still_lacks_what_it_lacks(service):
    service.write(PERSON, HEAD + "contacts:\n  - &h how: visit\n    note: A\n")

    assert service.findings() == [(PERSON, 5, 5, "alias"), (PERSON, 5, 5, "missing-key")]


def test_it_is_told_beside_too_deep_a_conflict_and_a_slip(service):
    service.write(PERSON, HEAD + "x-a: " + "[" * 2500 + "]" * 2500 + "\nplace: *town\n")
    assert service.findings() == [(PERSON, 4, 25, "too-deep"), (PERSON, 5, 8, "alias")]

    conflict = "<<<<<<< HEAD\nx-a: 1\n=======\nx-a: 2\n>>>>>>> karim\n"
    service.write(PERSON, HEAD + conflict + "place: *town\nx-b: &b !t 1\n")
    assert service.findings() == [
        (PERSON, 4, 1, "merge-conflict"),
        (PERSON, 9, 8, "alias"),
        (PERSON, 10, 6, "alias"),
        (PERSON, 10, 9, "tag"),
    ]

    service.write(PERSON, HEAD + "place: *town\nborn: 'never closed\nx-b: *b\n")
    assert {(PERSON, 4, 8, "alias"), (PERSON, 6, 6, "alias")} <= set(service.findings())
    assert [code for *_, code in service.findings()].count("syntax") == 1


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, HEAD + "place: &town Fleurus\n")

    assert faults.worded("alias") == "error"
