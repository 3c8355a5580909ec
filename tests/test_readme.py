"""The README's sessions are real: each ``$ jobcoach …`` is run on a copy of the examples and compared.

``JOBCOACH_GOLDEN=write pytest tests/test_readme.py`` writes the output of today into the README.
"""

import os
import re
import shlex
import shutil
from pathlib import Path

import pytest
from conftest import git, run

ROOT = Path(__file__).resolve().parent.parent
WRITE = os.environ.get("JOBCOACH_GOLDEN") == "write"  # before a fixture clears the environment
READMES = ("README.md", "LISEZMOI.md")
SESSION = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)```", re.DOTALL)


@pytest.fixture
def ran(tmp_path, _git_template):
    """Runs a command on a copy of the examples, with Claire at work; commands may write."""
    cases = tmp_path / "cases"
    shutil.copytree(ROOT / "examples" / "cases", cases)
    shutil.copytree(_git_template, cases, dirs_exist_ok=True)
    git(cases, "add", ".")
    git(cases, "commit", "-q", "-m", "Examples")

    def run_on_copy(command: str) -> str:
        program, *args = shlex.split(command)
        assert program == "jobcoach"
        done = run("-C", str(cases), *args)
        return done.stdout + ("" if done.exit_code in (0, 4) else done.stderr)

    return run_on_copy


@pytest.mark.parametrize("name", READMES)
def test_the_sessions_shown_are_what_the_program_prints(name, ran):
    path = ROOT / name
    text = path.read_text(encoding="utf-8")
    assert SESSION.search(text)
    if WRITE:
        path.write_text(
            SESSION.sub(lambda m: f"```console\n$ {m['command']}\n{ran(m['command'])}```", text),
            encoding="utf-8",
        )
        return
    for session in SESSION.finditer(text):
        assert session["output"] == ran(session["command"]), session["command"]
