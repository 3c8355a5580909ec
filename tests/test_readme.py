"""The README's sessions are real: each ``$ jobcoach …`` is run on the examples and compared.

``JOBCOACH_GOLDEN=write pytest tests/test_readme.py`` writes the output of today into the README.
"""

import os
import re
import shlex
from pathlib import Path

import pytest
from conftest import run

ROOT = Path(__file__).resolve().parent.parent
WRITE = os.environ.get("JOBCOACH_GOLDEN") == "write"  # before a fixture clears the environment
READMES = ("README.md", "LISEZMOI.md")
SESSION = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)


def _ran(command: str) -> str:
    program, *args = shlex.split(command)
    assert program == "jobcoach"
    return run("-C", str(ROOT / "examples" / "cases"), *args).stdout


@pytest.mark.parametrize("name", READMES)
def test_the_sessions_shown_are_what_the_program_prints(name):
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    assert SESSION.search(text)
    if WRITE:
        path.write_text(
            SESSION.sub(lambda m: f"```console\n$ {m['command']}\n{_ran(m['command'])}```", text),
            encoding="utf-8",
        )
        return
    for session in SESSION.finditer(text):
        assert session["output"] == _ran(session["command"]), session["command"]
