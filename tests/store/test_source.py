"""A file's text: any bytes are read somehow, and every fault has its place."""

import os

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml.nodes import MappingNode

from jobcoach.store.source import (
    MAX_BYTES,
    FormFault,
    Source,
    decode,
    is_absent,
    is_plain,
    parse,
    place,
    read_bytes,
)

YAMLISH = st.text(
    st.sampled_from("ab:- \n\t,[]{}'\"#|>&*!?%@`0123456789é\u00a0\u2028\r\x00\ufeff\U0001f600"),
    max_size=60,
)
SNIPPETS = [
    "id: a\n",
    "- x\n",
    "key:\n  - {a: b}\n",
    "k: [1,\n",
    "k: {a: 'b\n",
    "---\n",
    "...\n",
    "<<<<<<< HEAD\n",
    "=======\n",
    ">>>>>>> other\n",
    "a: &x b\nc: *x\n",
    "t: !!str x\n",
    "\tx: y\n",
    "k: |\n  text\n",
    "? [a]\n: b\n",
    "%YAML 1.1\n",
    "k: 'it''s'\n",
    "k: >-\n",
    "\ufeff",
    "a: b: c\n",
    "[" * 30 + "\n",
]
PILES = st.lists(st.sampled_from(SNIPPETS), max_size=8).map("".join)


def _is_sound_source(text):
    source = parse(text)
    assert isinstance(source, Source)
    assert source.text == text
    lines = text.count("\n") + 1
    for fault in source.faults:
        assert 1 <= fault.line <= lines
        assert fault.column >= 1
    return source


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=80))
def test_any_text_gives_a_source(text):
    _is_sound_source(text)


@settings(deadline=None, max_examples=150)
@given(YAMLISH)
@example("- - - - " * 400)
@example("[" * 3000)
@example("{a: " * 3000)
@example("? " * 3000)
@example(" " * 5000 + "a: b")
@example("\x85a: b")
@example("\r{\r0")
@example("a:\u2028b: c")
def test_any_text_of_yamls_own_signs_gives_a_source(text):
    _is_sound_source(text)


@settings(deadline=None, max_examples=200)
@given(PILES)
def test_any_pile_of_lines_gives_a_source(text):
    _is_sound_source(text)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=80))
def test_any_bytes_give_a_text_or_a_place(data):
    text = decode(data)

    if isinstance(text, FormFault):
        assert text.code == "not-utf8"
        assert text.line >= 1
        assert text.column >= 1
    else:
        _is_sound_source(text)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_is_no_character(mark):
    assert decode(mark + "né: là\n".encode()) == "né: là\n"
    assert decode(mark + "né: l\xe0\n".encode("latin-1")) == FormFault(
        1, 2, "not-utf8", {"encoding": "Windows-1252"}
    )
    assert decode(mark + "né\nçà: ".encode() + b"\x92") == FormFault(
        2, 5, "not-utf8", {"encoding": "Windows-1252"}
    )


def test_utf_16_is_told_by_its_mark():
    assert decode("id: a".encode("utf-16")).facts == {"encoding": "UTF-16"}


# What is legible stays legible


KEYS = ["alpha", "beta", "gamma"]
SOUND = ["plain", "'quoted, text'", "[one, two]", "{a: b}", "\n  - {x: y}\n  - z", "|\n  a: b: c"]
BROKEN = [
    "{a: b",
    "[one, two",
    "'never closed",
    '"never closed',
    "a: b: c",
    "\n\t- tab",
    "&anchor x",
    "*alias",
    "!tag x",
    "\n<<<<<<< ours\n  a\n=======\n  b\n>>>>>>> theirs",
    "{x: y}}",
    "'text' after",
]


@settings(deadline=None, max_examples=150)
@given(st.permutations(KEYS), st.lists(st.sampled_from(SOUND), min_size=2, max_size=2), st.data())
def test_a_fault_in_one_key_leaves_the_others_legible(keys, values, data):
    broken = data.draw(st.sampled_from(BROKEN))
    written = dict(zip(keys, [broken, *values], strict=True))
    text = "".join(f"{key}: {written[key]}\n" for key in KEYS)

    source = _is_sound_source(text)

    assert source.faults
    alone = {key: parse(f"{key}: {written[key]}\n").root for key in keys[1:]}
    read = {key.value: value for key, value in source.root.value}
    for key, root in alone.items():
        assert _shown(read[key]) == _shown(root.value[0][1])
    first = 1 + sum(written[k].count("\n") + 1 for k in KEYS[: KEYS.index(keys[0])])
    assert all(first <= f.line <= first + broken.count("\n") + 1 for f in source.faults)


def _shown(node):
    if isinstance(node, MappingNode):
        return [(_shown(key), _shown(value)) for key, value in node.value]
    return [_shown(item) for item in node.value] if isinstance(node.value, list) else node.value


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("id: a\nname: b: c\n", [(2, 7, "syntax")]),
        ("id: a\n\tname: b\n", [(2, 1, "syntax")]),
        ("a: &x b\nc: *x\n", [(1, 4, "alias"), (2, 4, "alias")]),
        ("a: !!str b\n", [(1, 4, "tag")]),
        ("a: b\n---\nc: d\n", [(2, 1, "multiple-documents")]),
        ("a: b\n<<<<<<< x\nc: d\n=======\nc: e\n>>>>>>> y\n", [(2, 1, "merge-conflict")]),
        ("k: " + "[" * 3000 + "]" * 3000 + "\n", [(1, 23, "too-deep")]),
        ("k: " + "[" * 1500 + "]" * 1500 + "\n", [(1, 23, "too-deep")]),
    ],
)
def test_a_fault_of_form_has_line_and_column(text, faults):
    assert [(f.line, f.column, f.code) for f in parse(text).faults][:2] == faults


def test_two_keys_at_fault_each_report_their_own():
    source = parse("a: [x\nb: sound\nc: {y\n")

    assert [fault.line for fault in source.faults] == [1, 3]
    assert [key.value for key, _ in source.root.value] == ["b"]


def test_marks_of_legible_parts_are_those_of_the_whole_file():
    source = parse("a: [x\n# comment\nb: sound\n")

    [(key, value)] = source.root.value
    assert (key.start_mark.line, key.start_mark.column) == (2, 0)
    assert (value.start_mark.line, value.start_mark.column) == (2, 3)


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "--- # note\nid: a\n"])
def test_an_empty_file_and_one_document_mark_are_no_fault_of_form(text):
    assert parse(text).faults == []


@settings(deadline=None)
@given(st.text(st.sampled_from("ab\né"), max_size=30), st.data())
def test_a_place_counts_lines_and_characters_from_one(text, data):
    offset = data.draw(st.integers(0, len(text)))
    line, column = place(text, offset)

    assert len("\n".join(text.split("\n")[: line - 1])) + (line > 1) + column - 1 == offset


@pytest.mark.parametrize(
    ("text", "plain", "absent"),
    [
        ("k: x", True, False),
        ("k: 'x'", False, False),
        ("k: |\n  x", False, False),
        ("k:", True, True),
        ("k: ~", True, True),
        ("k: null", True, True),
        ("k: 'null'", False, False),
        ("k: NULL", True, False),
    ],
)
def test_plain_and_absent_values_are_told_apart(text, plain, absent):
    [(_, value)] = parse(text).root.value

    assert (is_plain(value), is_absent(value)) == (plain, absent)


# Anchors, aliases and tags are told and read past


MARKED = [
    ("a: &x b\nc: d\n", "a:    b\nc: d\n"),
    ("a: &x\n  - b\n", "a:\n  - b\n"),
    ("a: !t &x b\n", "a:       b\n"),
    ("a: &x # why\n  !!str # so\n  b\n", "a:\n\n  b\n"),
    ("a: [&x b, !t c, {d: &y e}]\n", "a: [   b,    c, {d:    e}]\n"),
    ("a: *x\nb: [*x, c]\n", "a: ~\nb: [~ , c]\n"),
    ("a: [&x , !t , c]\n", "a: [~, ~, c]\n"),
    ("a: &x\nb: !t\n", "a: ~\nb: ~\n"),
    ("&x a: b\n!t c: d\n", "a: b\nc: d\n"),
    ("- &x !t a: &x b\n  c: d\n", "- a: b\n  c: d\n"),
    ("{&x a: *x, b: c}\n", "{a: ~, b: c}\n"),
    ("a: &x\n  b: c\n  <<: *x\n", "a:\n  b: c\n  <<: ~\n"),
    ("a: !t |\n  b\n", "a: |\n  b\n"),
    ("\ufeffa: &x b\nc: *x\n", "a: b\nc: ~\n"),
    ("\U0001f600: &x b\r\nc: *x\r\n", "\U0001f600: b\r\nc: ~\r\n"),
]


@pytest.mark.parametrize(("text", "without"), MARKED)
def test_a_text_is_read_as_if_its_anchors_aliases_and_tags_were_not_there(text, without):
    source = _is_sound_source(text)

    assert {fault.code for fault in source.faults} <= {"alias", "tag"}
    assert _shown(source.root) == _shown(parse(without).root)


@settings(deadline=None, max_examples=150)
@given(st.text(st.sampled_from("ab:- \n[]{},&*!#'"), max_size=40))
@example("? &a b\n: &a *c")
@example("- &a\n- !b\n")
def test_what_is_told_stands_where_it_is_told(text):
    for fault in _is_sound_source(text).faults:
        if fault.code in ("alias", "tag"):
            at = text.split("\n")[fault.line - 1][fault.column - 1]
            assert at == "!" if fault.code == "tag" else at in "&*"


def test_values_behind_an_anchor_keep_their_place():
    source = parse("a: &x b\nc: [!t d]\n")

    [(_, plain), (_, items)] = source.root.value
    assert (plain.start_mark.line, plain.start_mark.column) == (0, 6)
    assert (items.value[0].start_mark.line, items.value[0].start_mark.column) == (1, 7)


def test_a_sign_is_told_once_though_its_key_is_read_twice():
    source = parse("a: &x b\nc: *x\nd: {e\n")

    told = [(f.line, f.column) for f in source.faults if f.code == "alias"]
    assert told == [(1, 4), (2, 4)]
    assert [key.value for key, _ in source.root.value] == ["a", "c"]


# Lines are those of an editor


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029", "\r"])
def test_signs_that_only_yaml_takes_for_a_line_break_move_no_place(sign):
    text = f'a: "x{sign}y{sign}{sign}"\nb: [z\nc: "x{sign}y"\nd: e\n'
    source = _is_sound_source(text)

    assert [(f.line, f.code) for f in source.faults] == [(2, "syntax")]
    read = [(key.value, source.place(key.start_mark)) for key, _ in source.root.value]
    assert read == [("a", (1, 1)), ("c", (3, 1)), ("d", (4, 1))]


def test_windows_line_ends_are_line_breaks():
    source = parse('a: "x\u2028y"\r\nb: [z\r\nc: d\r\n')

    assert [source.place(value.start_mark) for _, value in source.root.value] == [(1, 4), (3, 4)]


# Files


def test_a_file_is_read_whole(tmp_path):
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfid: a\r\n")

    assert read_bytes(tmp_path, "a.yaml") == b"\xef\xbb\xbfid: a\r\n"


def test_a_file_too_large_is_not_read(tmp_path):
    (tmp_path / "most.yaml").write_bytes(b"#" * MAX_BYTES)
    (tmp_path / "more.yaml").write_bytes(b"#" * (MAX_BYTES + 1))

    assert len(read_bytes(tmp_path, "most.yaml")) == MAX_BYTES
    assert read_bytes(tmp_path, "more.yaml").code == "too-large"


def test_what_is_no_file_is_not_read(tmp_path):
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")

    assert read_bytes(tmp_path, "folder.yaml").facts == {"reason": "not-a-file"}
    assert read_bytes(tmp_path, "pipe.yaml").facts == {"reason": "not-a-file"}


def test_links_lead_inside_the_repository_only(tmp_path):
    root = tmp_path / "cases"
    root.mkdir()
    (tmp_path / "outside.yaml").write_text("id: a\n")
    (root / "real.yaml").write_text("id: a\n")
    for name, target in [
        ("out.yaml", tmp_path / "outside.yaml"),
        ("in.yaml", root / "real.yaml"),
        ("broken.yaml", root / "gone.yaml"),
        ("loop.yaml", root / "loop.yaml"),
    ]:
        (root / name).symlink_to(target)

    assert read_bytes(root, "out.yaml").code == "outside-repository"
    assert read_bytes(root, "in.yaml") == b"id: a\n"
    assert read_bytes(root, "broken.yaml").facts == {"reason": "broken-link"}
    assert read_bytes(root, "loop.yaml").facts == {"reason": "broken-link"}
