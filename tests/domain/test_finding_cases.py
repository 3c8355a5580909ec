"""A case is found by its id, the beginning of it, or a part of the name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.finding_cases import folded, ids_meant
from jobcoach.domain.people import Person

PEOPLE = {
    case_id: Person(id=case_id, name=name)
    for case_id, name in [
        ("ab-k7q", "Amina Bénali"),
        ("ab-k7r", "Aïcha Özgür"),
        ("cg-w8k", "Chloé Gérard"),
        ("jd-4mw", "José D'Hondt"),
        ("mc-h4y", "Marie Claes"),
        ("mc", "Marc Straße"),
    ]
}


def _found(wanted):
    return ids_meant(wanted, {person.id: person.name for person in PEOPLE.values()})


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("ab-k7q", ["ab-k7q"]),
        ("  ab-k7q ", ["ab-k7q"]),
        ("cg", ["cg-w8k"]),
        ("CG-W", ["cg-w8k"]),
        ("benali", ["ab-k7q"]),
        ("BÉNALI", ["ab-k7q"]),
        ("Be\u0301nali", ["ab-k7q"]),
        ("d'hondt", ["jd-4mw"]),
        ("ozgur", ["ab-k7r"]),
        ("strasse", ["mc"]),
        ("a b", ["ab-k7q"]),
    ],
)
def test_one_case_is_found(wanted, found):
    assert _found(wanted) == found


def test_an_id_wins_over_the_longer_ids_that_begin_with_it():
    assert _found("mc") == ["mc"]


def test_a_beginning_that_fits_one_id_wins_over_names():
    assert _found("cg-") == ["cg-w8k"]


def test_several_cases_are_all_told_each_once():
    assert _found("ab") == ["ab-k7q", "ab-k7r"]
    assert sorted(_found("mar")) == ["mc", "mc-h4y"]


@pytest.mark.parametrize("wanted", ["", "  ", "nobody", "xx-1"])
def test_nobody_is_found(wanted):
    assert _found(wanted) == []


@settings(deadline=None)
@given(st.text(max_size=10))
def test_every_hit_has_the_words_in_its_id_or_name(wanted):
    key = wanted.strip()
    for person in (PEOPLE[case_id] for case_id in _found(wanted)):
        assert person.id.startswith(key.casefold()) or folded(key) in folded(person.name)


@settings(deadline=None)
@given(st.sampled_from(sorted(PEOPLE)), st.data())
def test_every_part_of_a_name_finds_its_person(case_id, data):
    name = PEOPLE[case_id].name
    start = data.draw(st.integers(0, len(name) - 3))
    part = data.draw(st.sampled_from([str.upper, str.lower, folded]))(name[start : start + 3])
    if not part.strip() or any(person.id.startswith(part.casefold()) for person in PEOPLE.values()):
        return

    assert case_id in _found(part)


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=0x24F), max_size=10))
def test_folding_twice_folds_no_further(text):
    assert folded(folded(text)) == folded(text)
