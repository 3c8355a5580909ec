"""Printing: text stays text, columns stand below each other, nothing is cut."""

import contextlib
import io
import json
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.render.console import clean, clean_block, plain, show, show_json, tell, width
from jobcoach.render.screen import Line, Section, Table, Title


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Amina Bénali", "Amina Bénali"),
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x9b31mred", "\ufffd31mred"),
        ("bell\x07", "bell\ufffd"),
        ("a\u202eb", "ab"),
        ("\ufeffa\u200f", "a"),
        ("a\tb\nc\rd", "a b cd"),
        ("a\u2028b\u2029c", "a b c"),
        ("[bold]x[/bold] :phone:", "[bold]x[/bold] :phone:"),
        ("日本 \U0001f600", "日本 \U0001f600"),
    ],
)
def test_text_stays_text_on_a_terminal(written, shown):
    assert clean(written) == shown


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=40))
def test_no_sign_that_commands_a_terminal_gets_through(text):
    for shown, allowed in ((clean(text), ""), (clean_block(text), "\n\t")):
        assert not [c for c in shown if unicodedata.category(c) == "Cc" and c not in allowed]
        assert not [c for c in shown if unicodedata.bidirectional(c) in BIDI]
        assert "\u2028" not in shown
    assert clean(clean(text)) == clean(text)


BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@settings(deadline=None)
@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20))
def test_signs_that_can_be_seen_are_left_alone(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("日本", 4),
        ("\U0001f600", 2),
        ("a\u00a0b", 3),
    ],
)
def test_a_text_is_as_wide_as_a_terminal_shows_it(text, columns):
    assert width(text) == columns


# Plain screens


cells = st.text(
    st.one_of(
        st.characters(max_codepoint=0x24F, categories=["L", "N", "P", "S", "Zs"]),
        st.sampled_from("日本語가 e\u0301\U0001f600\x1b\n\t"),
    ),
    max_size=30,
)


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 4))
    row = st.tuples(*[cells] * columns)
    return Table(
        draw(st.one_of(row, st.just(("",) * columns))),
        tuple(draw(st.lists(row, max_size=5))),
        indent=draw(st.integers(0, 4)),
    )


@settings(deadline=None, max_examples=200)
@given(tables())
def test_columns_stand_below_each_other_and_nothing_is_cut(table):
    rows = [row for row in [table.headers, *table.rows] if row is not table.headers or any(row)]
    lines = plain([table]).split("\n")[:-1]
    widths = (
        [max(width(clean(row[n])) for row in rows) for n in range(len(table.headers))]
        if (rows)
        else []
    )

    assert len(lines) == len(rows)
    for line, row in zip(lines, rows, strict=True):
        begins = table.indent
        for cell, room in zip(row, widths, strict=True):
            shown = clean(cell).rstrip()
            if shown and width(shown[0]) == 0:  # an accent alone stands on what is before it
                begins += room + 2
                continue
            rest = _from_column(line, begins)
            assert rest.startswith(shown) or rest == ""
            assert rest or not shown.strip()
            begins += room + 2


def _from_column(line, column):
    """What stands in a line from a column of the terminal on."""
    for place in range(len(line) + 1):
        if width(line[:place]) == column and width(line[place : place + 1] or " ") > 0:
            return line[place:]
    return ""


def test_a_plain_screen():
    screen = [
        Title("Due"),
        Line(),
        Section("Amina", "ab-k7q"),
        Section("Nobody"),
        Table(("When", "What"), (("9 March", "Call"), ("10 April", "Meet"))),
        Table(("", ""), (("a", "b"),), indent=2),
        Line("the end", indent=4),
    ]

    assert plain(screen) == (
        "Due\n\nAmina  ab-k7q\nNobody\nWhen      What\n9 March   Call\n10 April  Meet\n"
        "  a  b\n    the end\n"
    )


def test_an_empty_table_leaves_no_line():
    assert plain([Table(("", ""), ())]) == ""
    assert plain([Table(("When",), ())]) == "When\n"


def test_a_pipe_gets_long_lines_whole(capsys):
    text = "word " * 200 + "end"

    show([Line(text), Table(("A", "B"), ((text, text),))])

    out = capsys.readouterr().out
    assert out.count("end") == 3
    assert len(out.splitlines()) == 3


class Terminal(io.StringIO):
    """A terminal forty columns wide."""

    def isatty(self):
        return True


@pytest.fixture
def _terminal(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "40")


def _shown(*screen):
    stream = Terminal()
    with contextlib.redirect_stdout(stream):
        show(list(screen))
    return stream.getvalue()


LONG = Table(
    ("When", "What"),
    (("9 March", " ".join(f"word{n}" for n in range(30))), ("1 April", "x" * 100)),
    ("late", ""),
)


@pytest.mark.usefixtures("_terminal")
def test_on_a_terminal_too_nothing_is_cut():
    out = _shown(Title("Due"), Section("Amina", "ab-k7q"), Line("Call [bold]her[/b] :phone:"), LONG)

    shown = re.sub(r"\x1b\[[0-9;]*m", "", out)
    assert "\x1b[" in out
    assert "…" not in shown
    assert set(LONG.rows[0][1].split()) <= set(shown.split())
    assert shown.count("x") == 100
    assert "Call [bold]her[/b] :phone:" in shown
    assert max(map(len, shown.splitlines())) <= 40


@pytest.mark.usefixtures("_terminal")
def test_no_color_is_honoured(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    assert not re.search(r"\x1b\[(?:\d+;)*3[0-7]", _shown(LONG))


@pytest.mark.usefixtures("_terminal")
def test_a_dumb_terminal_gets_plain_text(monkeypatch):
    monkeypatch.setenv("TERM", "dumb")

    assert _shown(Title("Due")) == "Due\n"


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=30))
def test_json_holds_every_text_as_it_is(text):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        show_json({"a": text})

    assert json.loads(out.getvalue()) == {"a": text}


def test_messages_go_to_standard_error(capsys):
    tell("one\ntwo\x1b")

    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "one\ntwo\ufffd\n")
