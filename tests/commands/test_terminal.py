"""The morning's list on a terminal: nothing wider than the window, no colour where none is wanted."""

import os
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from jobcoach.render.console import width

pty = pytest.importorskip("pty", reason="no pseudo-terminals here", exc_type=ImportError)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cases"
SEQUENCE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07")
COLOUR = re.compile(r"\x1b\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9]+)*m")


def on_terminal(columns: int, *args: str, **environment: str) -> str:
    """What the program shows on a terminal so many columns wide."""
    import fcntl
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    kept = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "NO_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-m", "jobcoach", "-C", str(EXAMPLES), "--lang", "en", *args],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env=kept | {"TERM": "xterm-256color"} | environment,
    )
    os.close(theirs)
    seen = b""
    try:
        while chunk := os.read(ours, 65536):
            seen += chunk
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 0, errors
    return seen.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [60, 100])
def test_no_line_is_wider_than_the_terminal(columns):
    text = SEQUENCE.sub("", on_terminal(columns, "followup", "due", "--all"))

    assert "Amina Benali" in text
    assert [line for line in text.splitlines() if width(line.rstrip()) > columns] == []


def test_on_a_terminal_late_is_said_in_words_as_well():
    text = SEQUENCE.sub("", on_terminal(100, "followup", "due", "--all"))

    assert "days late" in text


def test_a_terminal_shows_colour_and_no_color_takes_it_away():
    assert COLOUR.search(on_terminal(100, "followup", "due", "--all"))

    text = on_terminal(100, "followup", "due", "--all", NO_COLOR="1")

    assert not COLOUR.search(text)
    assert "days late" in text


def test_a_dumb_terminal_gets_plain_text():
    text = on_terminal(60, "followup", "due", "--all", TERM="dumb")

    assert "\x1b" not in text
    assert "days late" in text


@pytest.mark.parametrize("columns", [60, 100])
def test_tables_fit_the_terminal_too(columns):
    for verb in (("person", "list", "--all"), ("job", "list", "--closed"), ("process", "list")):
        text = SEQUENCE.sub("", on_terminal(columns, *verb))

        assert [line for line in text.splitlines() if width(line.rstrip()) > columns] == []
