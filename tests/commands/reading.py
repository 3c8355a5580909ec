"""How tests read what the program said."""

import re
from typing import Any

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def one_message(ran: Any) -> str:
    """The only message of a command that failed; a way out may stand below it, indented."""
    assert ran.stdout == ""
    assert "Traceback" not in ran.stderr
    first, *rest = ran.stderr.splitlines()
    assert len(rest) <= 1, ran.stderr
    assert all(line.startswith("    ") for line in rest), ran.stderr
    return first


def assert_is_plain_text(text: str) -> None:
    """No escape sequence, no carriage return, nothing that turns the direction of reading."""
    assert not CONTROL.search(text), repr(CONTROL.search(text))
    assert not TURNING.search(text), repr(TURNING.search(text))
