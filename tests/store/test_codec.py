"""From nodes to records: every value by what its key expects, and what is legible stays."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.durations import Duration
from jobcoach.domain.employers import Employer
from jobcoach.domain.findings import CODES
from jobcoach.domain.people import Contact, Person
from jobcoach.domain.process import Process
from jobcoach.domain.settings import Settings
from jobcoach.store.codec import decode_record, read_day
from jobcoach.store.source import parse
from jobcoach.store.story import as_of

HEAD = "id: a\nname: b\n"


def _read(text, record=Person, **given):
    made, decoded = decode_record("a.yaml", parse(text), record, **given)
    return made, [(f.line, f.column, f.code) for f in decoded.faults]


def _person(text):
    made, faults = _read(HEAD + text)
    assert faults == []
    return made


KEYS = sorted(
    {*Person.__struct_fields__, *Employer.__struct_fields__, *Settings.__struct_fields__, "x-own"}
)
VALUES = [
    "text",
    "2026-03-09",
    "2026-02-30",
    "7d",
    "0d",
    "-3",
    "19,5",
    "true",
    "no",
    "~",
    "''",
    "[]",
    "{}",
    "[a, b]",
    "[{on: 2026-01-01, how: phone}, {how: visit}, x]",
    "{a: 2026-01-01, b: x}",
    "{with: [person, [x]], every: 7d}",
    "[[[a]]]",
    "{? [a] : b}",
    "|\n  text #1",
    "{goals: [{goal: x, steps: [{do: y, by: soon}]}]}",
    "[{stage: reserve, on: 2026-01-05}, {stage: [], on: 2026-01-06}]",
    "Take bus #12",
]


@settings(deadline=None, max_examples=120)
@given(
    st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES)), max_size=8),
    st.sampled_from([Person, Employer, Settings, Process]),
)
def test_any_values_under_any_keys_give_a_record_and_known_faults(pairs, record):
    text = "".join(f"{key.rstrip('_')}: {value}\n" for key, value in pairs)
    named = {Person: {"id": "a", "name": "b"}, Employer: {"id": "a", "name": "b"}}
    stand_ins = named.get(record, {"id": "a"} if record is Process else {})
    made, decoded = decode_record("a.yaml", parse(text), record, **stand_ins)

    assert isinstance(made, record)
    for fault in decoded.faults:
        assert fault.code in CODES
        assert 1 <= fault.line <= text.count("\n") + 1
        assert fault.column >= 1


@settings(deadline=None, max_examples=150)
@given(st.text(st.sampled_from("abid:no- \n,[]{}'\"#|>0123~\t"), max_size=60))
def test_any_text_gives_a_record(text):
    made, _ = _read(text, id="a", name="b")

    assert made.id == "a"


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(["phone", "wishes", "born", "stages", "contacts", "plan", "prefers", "coach"]),
    st.sampled_from([*VALUES, "{a: b", "[one", "'open", "a: b: c", "&x y", "*x", "\n\t- tab"]),
    st.booleans(),
)
def test_a_fault_in_one_key_leaves_the_other_keys_whole(key, value, before):
    rest = (
        "place: Fleurus\nskills: [Arabic]\nreviews:\n  - {kind: plan, on: 2026-01-01}\n"
        "applications: [{firm: Chez Zoé, proposed: 2026-01-02}]\n"
    )
    one = f"{key}: {value}\n"
    made, _ = _read(HEAD + (one + rest if before else rest + one))

    assert (made.name, made.place, made.skills) == ("b", "Fleurus", ("Arabic",))
    assert made.reviews[0].on == date(2026, 1, 1)
    assert made.applications[0].firm == "Chez Zoé"


@pytest.mark.parametrize(
    "written", ["no", "12:30", "0470123456", "2026-03-09", "true", "1e3", "=x"]
)
def test_a_text_key_takes_what_is_written_as_text(written):
    assert _person(f"phone: {written}\n").phone == written


@pytest.mark.parametrize(
    ("written", "hours"), [("25", 25.0), ("19.5", 19.5), ("19,5", 19.5), ("'25'", 25.0), ("0", 0.0)]
)
def test_a_number_has_digits_and_an_optional_decimal_part(written, hours):
    made = _person(f"placements:\n  - employer: x\n    from: 2026-01-01\n    hours: {written}\n")

    assert made.placements[0].hours == hours


@pytest.mark.parametrize("written", ["twenty", "25h", "1e2", "0x1f", "1 000", ".5", "5.", "+5"])
def test_anything_else_is_no_number(written):
    made, faults = _read(
        f"{HEAD}placements:\n  - employer: x\n    from: 2026-01-01\n    hours: {written}\n"
    )

    assert made.placements[0].hours is None
    assert faults == [(6, 12, "wrong-type")]


@pytest.mark.parametrize("written", ["-5", "169", "168.5"])
def test_a_number_out_of_range_is_a_bad_value(written):
    _, faults = _read(
        f"{HEAD}placements:\n  - employer: x\n    from: 2026-01-01\n    hours: {written}\n"
    )

    assert faults == [(6, 12, "bad-value")]


@pytest.mark.parametrize("written", ["", "~", "null", "# a comment"])
def test_an_empty_value_means_absent(written):
    made = _person(f"born: {written}\nwishes: {written}\nconstraints: {written}\n")

    assert (made.born, made.wishes, made.constraints) == (None, (), None)


def test_an_empty_list_is_present():
    assert _person("constraints: []\n").constraints == ()


def test_quotes_make_a_text_of_null():
    assert _person("phone: 'null'\n").phone == "null"
    assert _person("phone: ''\n").phone is None  # an empty value is absent


@pytest.mark.parametrize(("written", "meant"), [("true", True), ("false", False)])
def test_yes_and_no_are_true_and_false(written, meant):
    assert _person(f"after_closing: {written}\n").after_closing is meant


@pytest.mark.parametrize("written", ["yes", "no", "True", "on", "1"])
def test_nothing_else_is_yes_or_no(written):
    made, faults = _read(f"{HEAD}after_closing: {written}\n")

    assert made.after_closing is None
    assert faults == [(3, 16, "wrong-type")]


def test_one_text_or_a_list_of_texts():
    made = _person(
        "contacts:\n  - {on: 2026-01-01, how: phone, with: cpas}\n"
        "  - {on: 2026-01-01, how: phone, with: [person, cpas]}\n"
    )

    assert [contact.with_ for contact in made.contacts] == [("cpas",), ("person", "cpas")]


def test_a_promise_is_a_date_or_none():
    made, faults = _read(
        HEAD + "contacts:\n  - {on: 2026-01-01, how: phone, next: none}\n"
        "  - {on: 2026-01-01, how: phone, next: 2026-02-01}\n"
        "  - {on: 2026-01-01, how: phone, next: never}\n"
    )

    assert [contact.next for contact in made.contacts] == ["none", date(2026, 2, 1), None]
    assert faults == [(6, 40, "bad-date")]


def test_an_entry_without_what_it_needs_is_left_out_alone():
    made, decoded = decode_record(
        "a.yaml",
        parse(HEAD + "contacts:\n  - {how: phone}\n  - {on: 2026-01-01, how: phone}\n"),
        Person,
    )

    assert made.contacts == (Contact(on=date(2026, 1, 1), how="phone"),)
    assert decoded.dropped == [("contacts", 0)]
    assert [(f.line, f.column, f.code) for f in decoded.faults] == [(4, 5, "missing-key")]


def test_a_value_at_fault_is_told_once_not_as_missing_too():
    _, faults = _read(HEAD + "contacts:\n  - {on: 2026-02-30, how: phone}\n")

    assert faults == [(4, 10, "bad-date")]


def test_a_place_counts_characters_and_no_byte_order_mark():
    _, faults = _read("id: a\nname: é\nprefers: {where: Là-bas, how: prière}\n")

    assert faults == [(3, 31, "bad-value")]


def test_windows_line_ends_move_no_place():
    text = "id: a\nname: b\nborn: soon\ncontacts:\n  - on: 2026-02-30\n    how: phone\n"

    assert (
        _read(text.replace("\n", "\r\n"))[1]
        == _read(text)[1]
        == [
            (3, 7, "bad-date"),
            (5, 9, "bad-date"),
        ]
    )


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_a_line_is_what_editors_call_one(separator):
    """Word processors leave such signs in pasted text; no editor and no grep counts a line there."""
    _, faults = _read(f'{HEAD}x-note: "a{separator}b"\nborn: soon\n')

    assert faults == [(4, 7, "bad-date")]


def test_what_is_given_stands_in_but_the_id_always_wins():
    made, _ = decode_record("a.yaml", parse("id: other\nname: b\n"), Person, id="a", name="c")

    assert (made.id, made.name) == ("a", "b")


@pytest.mark.parametrize("text", ["", "# nothing\n", "~\n", "{}\n"])
def test_an_empty_file_lacks_what_is_required(text):
    made, decoded = decode_record("a.yaml", parse(text), Person, id="a", name="a")

    assert (made.id, made.name) == ("a", "a")
    assert [fault.code for fault in decoded.faults] == ["missing-key", "missing-key"]


@pytest.mark.parametrize(("levels", "faults"), [(19, []), (20, [(3, 23, "too-deep")])])
def test_nesting_deeper_than_twenty_is_refused_the_files_own_mapping_being_the_first(
    levels, faults
):
    _, found = _read(f"{HEAD}x: {'[' * levels}{']' * levels}\n")

    assert [fault for fault in found if fault[2] != "unknown-key"] == faults


def test_durations_are_read_by_unit():
    made, faults = _read("followup: {lead: {limit: 2w}, check_in: [3m, 1y]}\n", Settings)

    assert faults == []
    assert made.lead("limit") == Duration(days=14)
    assert made.check_ins == (Duration(months=3), Duration(months=12))


@settings(deadline=None)
@given(st.text(max_size=12))
def test_only_iso_dates_are_days(text):
    meant = read_day(text)

    assert meant is None or meant.isoformat() == text


@settings(deadline=None)
@given(st.dates())
def test_every_iso_date_is_a_day(on):
    assert read_day(on.isoformat()) == on


def test_a_file_without_faults_stays_without_in_an_earlier_form():
    text = HEAD + "contacts:\n  - {on: 2026-01-01, how: phone}\n  - {on: 2026-02-01, how: phone}\n"
    earlier = as_of(text, date(2026, 1, 15))

    assert len(_person(earlier.removeprefix(HEAD)).contacts) == 1
