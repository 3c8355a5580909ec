"""Changing a file at one place: what stays as its author wrote it, and how what is new is written."""

from datetime import date
from textwrap import dedent

import pytest
from msgspec.structs import replace

from jobcoach.domain.durations import Duration
from jobcoach.domain.employers import Employer
from jobcoach.domain.people import (
    Constraint,
    Contact,
    Goal,
    Pace,
    Person,
    Placement,
    Plan,
    Readiness,
    StageEntry,
    Step,
)
from jobcoach.store.codec import decode_record
from jobcoach.store.composing import compose
from jobcoach.store.source import parse
from jobcoach.store.splicing import SpliceFailed, spliced
from jobcoach.store.trees import Insert, Leaf, Put, Remove, applied, edits, said

DAY = date(2026, 3, 9)
PHONED = Contact(on=DAY, how="phone")
NOTED = Contact(on=DAY, how="phone", note="Went well")


def _read(text, kind=Person):
    source = parse(text)
    assert source.faults == []
    record, decoded = decode_record("x.yaml", source, kind, id="x", name="x")
    return record, decoded.dropped, source.root


def _changed(text, change, kind=Person):
    """A text after *change*, which makes one record of another; it must be read as that."""
    text = dedent(text)
    before, dropped, root = _read(text, kind)
    after = change(before)
    new = spliced(text, edits(before, after, root, dropped))
    assert _read(new, kind)[0] == after
    return new


def _becomes(before, change, after, kind=Person):
    assert _changed(before, change, kind) == dedent(after)


def _set(**values):
    return lambda record: replace(record, **values)


def _adds(*contacts):
    return lambda person: replace(person, contacts=(*person.contacts, *contacts))


def _contact(place, **values):
    def change(person):
        contacts = list(person.contacts)
        contacts[place] = replace(contacts[place], **values)
        return replace(person, contacts=tuple(contacts))

    return change


def _without(place):
    return lambda person: replace(
        person, contacts=person.contacts[:place] + person.contacts[place + 1 :]
    )


# A value changed


def test_a_changed_value_leaves_comments_order_and_blank_lines_alone():
    _becomes(
        """\
        # Amina
        name: A   # called Mimi

        coach:  claire  # since March
        id: x
        """,
        _set(coach="karim"),
        """\
        # Amina
        name: A   # called Mimi

        coach:  karim  # since March
        id: x
        """,
    )


@pytest.mark.parametrize("quote", ["'", '"'])
def test_a_changed_value_keeps_its_quotes(quote):
    _becomes(
        f"id: x\nphone: {quote}0470{quote}\n",
        _set(phone="0471"),
        f"id: x\nphone: {quote}0471{quote}\n",
    )


def test_an_apostrophe_is_doubled_inside_single_quotes():
    _becomes("id: x\nplace: 'A'\n", _set(place="L'Isle"), "id: x\nplace: 'L''Isle'\n")


@pytest.mark.parametrize("header", ["|", ">", "|+", "|-", ">-", "|2"])
def test_a_block_of_text_is_replaced_whole(header):
    _becomes(
        f"id: x\nplace: {header}\n  one\n  two\n\nphone: '1'\n",
        _set(place="three\nfour"),
        "id: x\nplace: |-\n  three\n  four\n"
        + ("" if header == "|+" else "\n")  # which belonged to the text
        + "phone: '1'\n",
    )


def test_several_lines_become_a_block_below_the_key():
    _becomes(
        "id: x\nname: A\nplace: B\nphone: 04 70\n",
        _set(place="one\n  two\n\nthree"),
        "id: x\nname: A\nplace: |-\n  one\n    two\n\n  three\nphone: 04 70\n",
    )


def test_several_lines_beside_a_comment_are_quoted_so_that_the_comment_stays():
    _becomes("id: x\nplace: B  # why\n", _set(place="a\nb"), 'id: x\nplace: "a\\nb"  # why\n')


def test_several_lines_above_a_comment_that_they_would_swallow_are_quoted():
    _becomes(
        "id: x\nplace: B\n      # deep\nphone: 04 70\n",
        _set(place="a\nb"),
        'id: x\nplace: "a\\nb"\n      # deep\nphone: 04 70\n',
    )


@pytest.mark.parametrize("empty", ["", " ~", " null", ' ""', "   "])
def test_a_value_takes_the_place_of_nothing(empty):
    written = '"B"' if '"' in empty else "B"
    _becomes(f"id: x\nplace:{empty}\n", _set(place="B"), f"id: x\nplace: {written}\n")


def test_a_value_comes_before_the_comment_of_an_empty_key():
    _becomes("id: x\nplace:  # where?\n", _set(place="B"), "id: x\nplace: B  # where?\n")


def test_a_value_on_the_line_below_its_key_stays_there():
    _becomes("id: x\nplace:\n    B  # c\n", _set(place="C"), "id: x\nplace:\n    C  # c\n")


def test_a_key_with_a_question_mark_keeps_it():
    before = "id: x\n? place\n: B\n? phone\n:\n"
    _becomes(before, _set(place="C", phone="04 70"), "id: x\n? place\n: C\n? phone\n: 04 70\n")


def test_a_value_of_the_wrong_kind_is_replaced_with_its_lines():
    _becomes(
        "id: x\nplace:\n  - A\n  - B\n# next\nphone: {a: b}  # c\n",
        _set(place="C", phone="04 70"),
        "id: x\nplace: C\n# next\nphone: 04 70  # c\n",
    )


# A key added


def test_a_new_key_lands_where_the_record_s_order_has_it():
    _becomes(
        """\
        id: x
        name: A
        language: fr
          # of the language
        # of the contacts
        contacts: []
        """,
        _set(documents="easy", coach="claire"),
        """\
        id: x
        name: A
        coach: claire
        language: fr
          # of the language
        documents: easy
        # of the contacts
        contacts: []
        """,
    )


def test_a_new_key_goes_after_the_text_block_of_its_neighbour():
    _becomes(
        "id: x\nname: |+\n  A\n\nlanguage: fr\n",
        _set(coach="claire"),
        "id: x\nname: |+\n  A\n\ncoach: claire\nlanguage: fr\n",
    )


def test_a_new_key_of_an_entry_stands_in_the_column_of_the_others():
    _becomes(
        "id: x\ncontacts:\n-   on: 2026-03-09\n    note: a  # c\n",
        _contact(0, how="visit"),
        "id: x\ncontacts:\n-   on: 2026-03-09\n    how: visit\n    note: a  # c\n",
    )


def test_a_new_key_of_an_entry_in_braces_goes_into_the_braces():
    _becomes(
        "id: x\ncontacts:\n  - { on: 2026-03-09 , note: a, }  # c\n",
        _contact(0, how="visit", note=None),
        "id: x\ncontacts:\n  - { on: 2026-03-09, how: visit , }  # c\n",
    )


def test_a_key_goes_into_empty_braces_and_below_its_key_where_it_is_long():
    goals = (Goal(goal="Work in a shop", steps=(Step(do="Call", who="coach"),)),)
    _becomes(
        "id: x\nplan: {}  # c\n", _set(plan=Plan(on=DAY)), "id: x\nplan: {on: 2026-03-09}  # c\n"
    )
    _becomes(
        "id: x\nplan: {}  # c\n",
        _set(plan=Plan(goals=goals)),
        """\
        id: x
        plan:  # c
          goals:
            - goal: Work in a shop
              steps:
                - {do: Call, who: coach}
        """,
    )


def test_an_unknown_key_is_never_touched():
    _becomes(
        "id: x\nx-own: {a: [1, 2]}\nshoes: 42\nreadiness: {x-b: no, available: 2026-01-01}\n",
        _set(coach="claire", readiness=Readiness(motivated=DAY)),
        "id: x\ncoach: claire\nx-own: {a: [1, 2]}\nshoes: 42\nreadiness: {x-b: no, motivated: 2026-03-09}\n",
    )


# An entry added: where


def test_the_first_entry_makes_its_key():
    _becomes("id: x\n", _adds(PHONED), "id: x\ncontacts:\n  - {on: 2026-03-09, how: phone}\n")


@pytest.mark.parametrize("empty", ["", " ~", " null", " []", " [ ]", "  "])
def test_the_first_entry_stands_below_a_key_that_held_nothing(empty):
    _becomes(
        f"id: x\ncontacts:{empty}\nreviews: []\n",
        _adds(PHONED),
        "id: x\ncontacts:\n  - {on: 2026-03-09, how: phone}\nreviews: []\n",
    )


def test_the_first_entry_comes_below_the_comments_of_its_key():
    _becomes(
        "id: x\ncontacts: []  # none\n  # newest last\n# next\nreviews: []\n",
        _adds(PHONED),
        "id: x\ncontacts:  # none\n  # newest last\n  - {on: 2026-03-09, how: phone}\n# next\nreviews: []\n",
    )


def test_the_first_entry_stays_with_a_comment_inside_the_brackets():
    _becomes(
        "id: x\ncontacts: [ # none\n  ]\n",
        _adds(NOTED),
        "id: x\ncontacts: [{on: 2026-03-09, how: phone, note: Went well} # none\n  ]\n",
    )


def test_an_entry_goes_after_the_comments_of_the_one_before_and_before_those_of_the_next_key():
    _becomes(
        """\
        id: x
        contacts:
          - {on: 2026-01-01, how: visit}  # first
            # he was ill

            # and so was she
          # a word on the list
        # about reviews
        reviews: []
        """,
        _adds(PHONED),
        """\
        id: x
        contacts:
          - {on: 2026-01-01, how: visit}  # first
            # he was ill

            # and so was she
          - {on: 2026-03-09, how: phone}
          # a word on the list
        # about reviews
        reviews: []
        """,
    )


def test_an_entry_goes_in_between_and_in_front():
    text = "id: x\ncontacts:\n  # top\n  - {on: 2026-01-01, how: visit}\n  # two\n  - {on: 2026-01-02, how: visit}\n"
    new = "  - {on: 2026-03-09, how: phone}\n"
    _becomes(
        text,
        lambda p: replace(p, contacts=(p.contacts[0], PHONED, p.contacts[1])),
        text.replace("  # two", new + "  # two"),
    )
    _becomes(
        text,
        lambda p: replace(p, contacts=(PHONED, *p.contacts)),
        text.replace("  # top\n", "  # top\n" + new),
    )


def test_entries_set_apart_by_blank_lines_stay_so():
    text = "id: x\ncontacts:\n  - {on: 2026-01-01, how: visit}\n\n  # two\n  - {on: 2026-01-02, how: visit}\n"
    new = "  - {on: 2026-03-09, how: phone}\n"
    _becomes(text, _adds(PHONED), text + "\n" + new)
    _becomes(
        text,
        lambda p: replace(p, contacts=(PHONED, *p.contacts)),
        text.replace("contacts:\n", f"contacts:\n{new}\n"),
    )
    _becomes(
        text,
        lambda p: replace(p, contacts=(p.contacts[0], PHONED, p.contacts[1])),
        text.replace("\n\n", f"\n\n{new}\n", 1),
    )


def test_no_blank_line_joins_a_text_that_keeps_its_own():
    text = "id: x\ncontacts:\n- on: 2026-01-01\n\n- on: 2026-01-01\n  note: |+\n    a\n\n"
    _becomes(text, _adds(PHONED), text + "- on: 2026-03-09\n  how: phone\n")


def test_an_empty_entry_counts_as_a_place():
    _becomes(
        "id: x\ncontacts:\n  -\n  - {on: 2026-01-01, how: visit}\n  - ~  # later\n",
        lambda p: replace(p, contacts=(PHONED, *p.contacts)),
        "id: x\ncontacts:\n  -\n  - {on: 2026-03-09, how: phone}\n  - {on: 2026-01-01, how: visit}\n  - ~  # later\n",
    )


def test_a_file_of_comments_gets_its_first_key():
    _becomes("# new", _set(coach="claire"), "# new\ncoach: claire\n")


# An entry added: how


@pytest.mark.parametrize("margin", ["", "  ", "    "])
def test_dashes_stand_where_they_stood(margin):
    text = f"id: x\ncontacts:\n{margin}- {{on: 2026-01-01, how: visit}}\n"
    _becomes(text, _adds(PHONED), f"{text}{margin}- {{on: 2026-03-09, how: phone}}\n")


def test_a_new_list_is_indented_like_the_file_s_others():
    _becomes(
        "id: x\nstages:\n- {stage: reserve, on: 2026-01-01}\n",
        _adds(PHONED),
        "id: x\nstages:\n- {stage: reserve, on: 2026-01-01}\ncontacts:\n- {on: 2026-03-09, how: phone}\n",
    )


def test_a_new_entry_has_the_key_order_quotes_and_gap_of_its_neighbour():
    _becomes(
        """\
        id: x
        contacts:
          -   how: "visit"
              note: 'a'
              on: 2026-01-01
        """,
        _adds(Contact(on=DAY, how="phone", by="claire", note="b", next=DAY)),
        """\
        id: x
        contacts:
          -   how: "visit"
              note: 'a'
              on: 2026-01-01
          -   how: "phone"
              by: claire
              note: 'b'
              next: 2026-03-09
              on: 2026-03-09
        """,
    )


def test_a_new_entry_has_the_padding_of_its_neighbour_s_braces():
    text = "id: x\ncontacts:\n  - { how: visit, on: 2026-01-01 }\n"
    _becomes(text, _adds(PHONED), text + "  - { how: phone, on: 2026-03-09 }\n")


def test_an_entry_beside_one_whose_dash_stands_alone_is_written_on_lines():
    text = "id: x\ncontacts:\n  -\n    on: 2026-01-01\n    how: visit\n"
    _becomes(text, _adds(PHONED), text + "  - on: 2026-03-09\n    how: phone\n")


def test_free_text_is_written_on_lines_though_the_neighbours_stand_in_braces():
    text = "id: x\ncontacts:\n  - {on: 2026-01-01, how: visit}\n"
    _becomes(text, _adds(NOTED), text + "  - on: 2026-03-09\n    how: phone\n    note: Went well\n")


def test_each_entry_follows_the_one_before_where_styles_are_mixed():
    text = (
        "id: x\ncontacts:\n  - on: 2026-01-01\n    how: visit\n  - {how: visit, on: 2026-01-02}\n"
    )
    _becomes(text, _adds(PHONED), text + "  - {how: phone, on: 2026-03-09}\n")


def test_a_list_in_brackets_grows_inside_them():
    _becomes(
        "id: x\nwishes: [ bakery, 'shop' ]  # c\n",
        _set(wishes=("bakery", "shop", "no heights, please")),
        "id: x\nwishes: [ bakery, 'shop', 'no heights, please' ]  # c\n",
    )


def test_a_list_in_brackets_keeps_its_trailing_comma_and_its_comments():
    _becomes(
        """\
        id: x
        contacts: [
          {on: 2026-01-01, how: visit},  # one
          {on: 2026-01-02, how: visit},  # two
        ]
        """,
        _adds(Contact(on=DAY, how="phone", note="a, b")),
        """\
        id: x
        contacts: [
          {on: 2026-01-01, how: visit},  # one
          {on: 2026-01-02, how: visit}, {on: 2026-03-09, how: phone, note: "a, b"},  # two
        ]
        """,
    )


def test_a_file_in_braces_grows_inside_them():
    _becomes(
        "{id: x, name: A, contacts: []}  # c\n",
        lambda p: replace(p, coach="claire", contacts=(NOTED,)),
        "{id: x, name: A, coach: claire, contacts: [{on: 2026-03-09, how: phone, note: Went well}]}  # c\n",
    )


def test_several_lines_in_braces_are_quoted():
    _becomes("{id: x, place: B}\n", _set(place="a\nb"), '{id: x, place: "a\\nb"}\n')


def test_one_party_becomes_several_in_brackets():
    pace = (Pace(every=Duration(days=7), with_=("person", "cpas")),)
    _becomes(
        "id: x\npace:\n  - with: person  # c\n    every: 1w\n",
        _set(pace=pace),
        "id: x\npace:\n  - with: [person, cpas]  # c\n    every: 1w\n",
    )


# Line ends


def test_line_ends_stay_as_they_are():
    _becomes(
        "id: x\r\ncontacts:\r\n  - on: 2026-01-01\r\n# end\r\n",
        _adds(Contact(on=DAY, how="phone", note="a\nb")),
        "id: x\r\ncontacts:\r\n  - on: 2026-01-01\r\n  - on: 2026-03-09\r\n    how: phone\r\n"
        "    note: |-\r\n      a\r\n      b\r\n# end\r\n",
    )


def test_a_file_without_a_last_line_end_still_has_none():
    _becomes("id: x\nname: A", _set(coach="claire"), "id: x\nname: A\ncoach: claire")


@pytest.mark.parametrize(
    ("header", "becomes"), [("|", "|-"), ("|+", "|-"), (">2", ">2-"), ("|-", "|-")]
)
def test_a_block_that_ended_the_file_without_a_line_end_gets_none_into_its_text(header, becomes):
    _becomes(
        f"id: x\nname: {header}  # c\n  A",
        _set(coach="claire"),
        f"id: x\nname: {becomes}  # c\n  A\ncoach: claire",
    )


def test_the_last_line_goes_without_touching_the_one_before():
    _becomes("id: x\nname: |\n  A\ncoach: claire", _set(coach=None), "id: x\nname: |\n  A\n")


def test_what_ends_a_document_stays_at_the_end():
    _becomes("---\nid: x\n...\n", _set(coach="claire"), "---\nid: x\ncoach: claire\n...\n")


# Taking away


def test_a_key_goes_with_its_line_and_the_comments_below_it():
    _becomes(
        "id: x\n# of the coach\ncoach: claire  # c\n  # since March\n# of the place\nplace: B\n",
        _set(coach=None),
        "id: x\n# of the coach\n# of the place\nplace: B\n",
    )


def test_of_the_blank_lines_around_an_entry_one_goes():
    _becomes(
        "id: x\ncontacts:\n  - on: 2026-01-01\n\n  - on: 2026-01-02\n\n  - on: 2026-01-03\n",
        _without(1),
        "id: x\ncontacts:\n  - on: 2026-01-01\n\n  - on: 2026-01-03\n",
    )


def test_blank_lines_left_behind_do_not_join_a_text_that_keeps_its_own():
    _becomes(
        "id: x\nname: |+\n  A\ncoach: claire\n\nplace: B\n",
        _set(coach=None),
        "id: x\nname: |+\n  A\nplace: B\n",
    )


def test_the_next_key_moves_up_beside_the_dash():
    _becomes(
        "id: x\ncontacts:\n  -   how: visit  # c\n      on: 2026-01-01\n",
        _contact(0, how=None),
        "id: x\ncontacts:\n  -   on: 2026-01-01\n",
    )


def test_the_dash_stands_alone_where_a_comment_comes_before_the_next_key():
    _becomes(
        "id: x\ncontacts:\n  - how: visit\n    # that day\n    on: 2026-01-01\n",
        _contact(0, how=None),
        "id: x\ncontacts:\n  -\n    # that day\n    on: 2026-01-01\n",
    )


@pytest.mark.parametrize("margin", ["", "  "])
def test_an_emptied_list_that_says_something_is_written_beside_its_key(margin):
    _becomes(
        f"id: x\nconstraints:  # none?\n  # ask\n{margin}- {{kind: other, what: a}}\nplace: B\n",
        _set(constraints=()),
        "id: x\nconstraints: []  # none?\n  # ask\nplace: B\n",
    )


def test_an_emptied_list_that_says_nothing_goes_with_its_key():
    _becomes("id: x\ncontacts:\n  - on: 2026-01-01\nplace: B\n", _without(0), "id: x\nplace: B\n")


def test_entries_that_could_not_be_read_stay_when_the_others_go():
    _becomes(
        "id: x\ncontacts:\n  - {note: when?}\n  - on: 2026-01-01\n",
        _without(0),
        "id: x\ncontacts:\n  - {note: when?}\n",
    )


def test_the_last_key_of_an_entry_leaves_braces():
    _becomes(
        "id: x\nplan:\n  goals:\n    - goal: a\n",
        lambda p: replace(p, plan=Plan(goals=(Goal(),))),
        "id: x\nplan:\n  goals:\n    - {}\n",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a, b, c]", "[a, c]"),
        ("[a , b , c]", "[a , c]"),
        ("[\n  a, # a\n  b, # b\n  c # c\n  ]", "[\n  a, # a\n  c # c\n  ]"),
    ],
)
def test_an_entry_in_brackets_goes_with_one_comma(before, after):
    _becomes(f"id: x\nskills: {before}\n", _set(skills=("a", "c")), f"id: x\nskills: {after}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[a, b]", "[a]"),
        ("[a, b,]", "[a, ]"),
        ("[a, # a\n  b]", "[a, # a\n  ]"),
        ("[\n  a,\n  b,\n  ]", "[\n  a,\n  ]"),
    ],
)
def test_the_last_entry_in_brackets_goes_with_the_comma_before(before, after):
    _becomes(f"id: x\nskills: {before}\n", _set(skills=("a",)), f"id: x\nskills: {after}\n")


def test_the_only_key_in_braces_goes_with_its_comma():
    _becomes(
        "id: x\nreadiness: {available: 2026-01-01,}\n",
        _set(readiness=Readiness()),
        "id: x\nreadiness: {}\n",
    )


def test_a_key_with_a_question_mark_goes_with_it():
    _becomes("id: x\n? place\n: B\nphone: 04 70\n", _set(place=None), "id: x\nphone: 04 70\n")


# Texts

QUOTED = [
    *(
        "a: b",
        "a #b",
        "- a",
        "? a",
        "# a",
        "[a]",
        "{a}",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
    ),
    *("'a'", " a", "a ", "a:", "~", "null", "yes", "no", "on", "12", "0470123456", "19.5", "1_000"),
    *("12:30", "2026-03-09", "0x1f", ".5", "true", "=", "<<"),
]


@pytest.mark.parametrize("words", QUOTED)
def test_what_would_be_read_otherwise_is_quoted(words):
    _becomes("id: x\nname: A\n", _set(phone=words), f'id: x\nname: A\nphone: "{words}"\n')


def test_what_only_other_readers_stumble_over_is_quoted():
    _becomes("id: x\nname: A\n", _set(phone="a\tb"), 'id: x\nname: A\nphone: "a\\tb"\n')
    _becomes("{id: x, place: A}\n", _set(place="why?"), '{id: x, place: "why?"}\n')


@pytest.mark.parametrize(
    "words", ["a:b", "a#b", "-a", "it's", 'say "a"', "a, b", "a [b]", "é 🙂", "¿a?"]
)
def test_what_is_read_as_it_stands_is_not(words):
    _becomes("id: x\nname: A\n", _set(phone=words), f"id: x\nname: A\nphone: {words}\n")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a\tb\\\a", r"a\tb\\\x07"),
        ("a\x85b", r"a\x85b"),
        ("a\u2028b\u2029", r"a\u2028b\u2029"),
        ("a\r\nb", r"a\r\nb"),
        ("\ufeffa", r"\ufeffa"),
        ("a\n", r"a\n"),
        ("\n a", r"\n a"),
        ("  a\nb", r"  a\nb"),
    ],
)
def test_signs_that_would_not_come_back_are_escaped(words, written):
    _becomes("id: x\nname: A\n", _set(phone=words), f'id: x\nname: A\nphone: "{written}"\n')


def test_numbers_are_written_in_digits():
    placement = Placement(firm="F", from_=DAY, hours=0.00001)
    text = "id: x\nplacements:\n  - {firm: F, from: 2026-03-09, hours: 25}\n"
    _becomes(text, _set(placements=(placement,)), text.replace("25", "0.00001"))
    _becomes(text, _set(placements=(replace(placement, hours=20.0),)), text.replace("25", "20"))


def test_a_schedule_s_days_are_set_one_by_one():
    text = "id: x\nname: A\njobs:\n  - id: till\n    schedule: {fri: 8:00-9:00, x-sat: ?-?}\n"

    def change(employer):
        job = replace(employer.jobs[0], schedule={"mon": "08:30-13:30"})
        return replace(employer, jobs=(job,))

    _becomes(
        text.replace("?-?", "later"),
        change,
        text.replace("fri: 8:00-9:00, x-sat: ?-?", "x-sat: later, mon: 08:30-13:30"),
        Employer,
    )


# Several at once


def test_entries_keep_what_is_theirs_when_one_goes_and_another_changes():
    _becomes(
        """\
        id: x
        contacts:
          - {on: 2026-01-01, x-a: 1}  # one
          - {on: 2026-01-02, x-b: 2}  # two
          - {on: 2026-01-03, x-c: 3}  # three
        """,
        lambda p: replace(p, contacts=(p.contacts[1], replace(p.contacts[2], how="visit"))),
        """\
        id: x
        contacts:
          - {on: 2026-01-02, x-b: 2}  # two
          - {on: 2026-01-03, how: visit, x-c: 3}  # three
        """,
    )


def test_one_change_may_touch_many_keys():
    constraint = Constraint(kind="hours", what="Not before 8:30", days=("mon", "tue"))
    _becomes(
        "id: x\nname: A\nstages: [{stage: reserve, on: 2026-01-01}]\n",
        lambda p: replace(
            p,
            constraints=(constraint,),
            stages=(*p.stages, StageEntry(stage="pre-hire", on=DAY)),
        ),
        """\
        id: x
        name: A
        constraints:
          - kind: hours
            what: Not before 8:30
            days: [mon, tue]
        stages: [{stage: reserve, on: 2026-01-01}, {stage: pre-hire, on: 2026-03-09}]
        """,
    )


# Refusing


def test_what_cannot_be_said_is_refused():
    with pytest.raises(SpliceFailed):
        spliced("id: x\nname: A\n", [Put(("phone",), Leaf(""))])


def test_a_text_that_cannot_be_read_is_refused():
    with pytest.raises(SpliceFailed):
        spliced("id: [x\n", [Put(("phone",), Leaf("1"))])


def test_what_was_meant_is_known_without_the_text():
    whole = said(compose("a: [1, ~]\nb: {c: d}\n"))

    assert applied(whole, Insert(("a",), 1, Leaf("2"))) == {"a": ["1", "2", None], "b": {"c": "d"}}
    assert applied(whole, Remove(("b", "c"))) == {"a": ["1", None], "b": {}}
    assert applied(whole, Put(("b", "e"), [Leaf("f")]))["b"] == {"c": "d", "e": ["f"]}


def test_windows_line_ends_make_no_blank_lines_between_entries():
    before = "id: x\r\nname: A\r\nwishes:\r\n  - one thing\r\n  - another thing\r\nskills: []\r\n"

    after = spliced(before, [Insert(("wishes",), 2, Leaf("a third thing", free=True))])

    assert after == before.replace("another thing\r\n", "another thing\r\n  - a third thing\r\n")


def test_a_list_that_holds_a_no_break_space_is_not_empty():
    text = "id: ab-k7q\nskills: [\u00a0]\n"
    edit = Insert(path=("skills",), index=1, tree=Leaf(text="Cash desk"))

    assert spliced(text, [edit]) == "id: ab-k7q\nskills: [\u00a0, Cash desk]\n"
