"""Lines and columns count from 1, in characters, and point at the value at fault."""

import pytest

PERSON = "people/ab-k7q.yaml"


def test_a_byte_order_mark_is_no_character(service):
    service.write(PERSON, "\ufeffid: ab-k7r\nname: Amina\ncoach: claire\n")

    assert service.findings() == [(PERSON, 1, 5, "id-mismatch")]


def test_a_byte_order_mark_shifts_no_later_line(service):
    service.write(PERSON, "\ufeffid: ab-k7q\nname: Amina\ncoach: claire\nborn: soon\n")

    assert service.findings() == [(PERSON, 4, 7, "bad-date")]


def test_a_byte_order_mark_before_a_fault_of_syntax(service):
    service.write(PERSON, "\ufeffid: @ab-k7q\n")

    assert service.findings() == [(PERSON, 1, 5, "syntax")]


def test_windows_line_ends_count_as_one(service):
    service.write(PERSON, "id: ab-k7q\r\nname: Amina\r\ncoach: claire\r\nborn: soon\r\n")

    assert service.findings() == [(PERSON, 4, 7, "bad-date")]


def test_mixed_line_ends_count_as_one_each(service):
    service.write(PERSON, "id: ab-k7q\r\nname: Amina\ncoach: claire\r\nborn: soon\n")

    assert service.findings() == [(PERSON, 4, 7, "bad-date")]


def test_accents_before_the_value_count_as_one_each(service):
    service.person("ab-k7q", "prefers: {when: Après-midi éçàü, how: courriel}\n")

    assert service.findings() == [(PERSON, 4, 39, "bad-value")]


def test_an_emoji_before_the_value_counts_as_one(service):
    service.person("ab-k7q", 'prefers: {when: "😀😀", how: courriel}\n')

    assert service.findings() == [(PERSON, 4, 28, "bad-value")]


def test_a_combined_accent_counts_its_two_characters(service):
    service.person("ab-k7q", "prefers: {when: Apre\u0300s, how: courriel}\n")

    assert service.findings() == [(PERSON, 4, 30, "bad-value")]


def test_the_quote_of_a_value_is_part_of_it(service):
    service.person("ab-k7q", "gender:  'female'\nborn: \"soon\"\n")

    assert service.findings() == [(PERSON, 4, 10, "bad-value"), (PERSON, 5, 7, "bad-date")]


def test_an_item_of_a_nested_list_is_told_where_it_stands(service):
    service.person(
        "ab-k7q",
        "plan:\n  goals:\n    - goal: Work\n      steps:\n        - do: CV\n        -   do: Call\n"
        "            by: soon\n    - goal: Rest\n      steps: [{do: Sleep, by: later}]\n",
    )

    assert service.findings() == [(PERSON, 10, 17, "bad-date"), (PERSON, 12, 31, "bad-date")]


def test_a_list_without_indentation_is_told_where_it_stands(service):
    service.person("ab-k7q", "contacts:\n- on: soon\n  how: visit\n- on: 2026-03-01\n  how: call\n")

    assert service.findings() == [(PERSON, 5, 7, "bad-date"), (PERSON, 8, 8, "bad-value")]


def test_a_value_on_the_next_line_is_told_there(service):
    service.person("ab-k7q", "born:\n    soon\n")

    assert service.findings() == [(PERSON, 5, 5, "bad-date")]


def test_a_fault_of_the_key_is_told_at_the_key(service):
    service.person("ab-k7q", 'prefers: {how: meeting,   noon: "x"}\n  \n"Shoes" : 42\n')

    assert service.findings() == [(PERSON, 4, 27, "unknown-key"), (PERSON, 6, 1, "unknown-key")]


def test_something_missing_is_told_at_what_holds_it(service):
    service.person(
        "ab-k7q", "contacts:\n  - on: 2026-03-01\n    how: visit\n  -   how: visit\n      note: A\n"
    )

    assert service.findings() == [(PERSON, 7, 7, "missing-key")]


def test_comments_and_blank_lines_count(service):
    service.write(
        PERSON,
        "# Amina\n\nid: ab-k7q\nname: Amina\n\n# who\ncoach: claire\n\nborn: soon  # when?\n",
    )

    assert service.findings() == [(PERSON, 9, 7, "bad-date")]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\r"])
@pytest.mark.parametrize("fault", ["x-a: {y\n", "place: b: c\n", "place: *town\n", ""])
def test_no_editor_breaks_a_line_at_signs_that_only_yaml_takes_for_one(service, sign, fault):
    service.write(
        PERSON,
        f'id: ab-k7q\nname: "A{sign}B"\ncoach: claire\n{fault}wishes: [a, "b{sign}c"]\nborn: soon\n',
    )

    line = 5 + bool(fault)
    assert (PERSON, line, 7, "bad-date") in service.findings()
    assert all(at <= line for _, at, _, _ in service.findings())


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\r"])
def test_a_fault_behind_such_a_sign_is_told_in_its_own_line(service, sign):
    service.write(PERSON, f'id: ab-k7q\nx-a: ["b{sign}c", *d, "e: f]\n')
    assert (PERSON, 2, 14, "alias") in service.findings()

    service.write(PERSON, f'id: ab-k7q\nx-a: "b{sign} c"\nplace: b: c\n')
    assert service.findings() == [(PERSON, 3, 8, "syntax")]

    service.write(PERSON, f'id: ab-k7q\nx-a: "b{sign} c"\nplace: b\x07c\n')
    assert service.findings() == [(PERSON, 3, 9, "syntax")]


def test_the_screen_says_file_line_and_column(service):
    service.person("ab-k7q", "born: soon\n")

    ran = service.run("check")

    assert ran.stdout.startswith("people/ab-k7q.yaml:4:7: error[bad-date] ")


def test_findings_stand_in_the_order_of_the_file(service):
    service.person(
        "ab-k7q",
        "gender: female\nborn: soon\nshoes: 42\ncontacts: [{how: visit}]\norigin: belgian\n",
    )

    assert [f[1] for f in service.findings()] == [4, 5, 6, 7, 8]
