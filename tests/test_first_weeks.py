"""The walk of ``docs/first-weeks.md`` is real: its commands are run one after the other and compared.

``JOBCOACH_GOLDEN=write pytest tests/test_first_weeks.py`` writes what they print today into the page.
"""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from conftest import git, run

PAGE = Path(__file__).resolve().parent.parent / "docs" / "first-weeks.md"
WRITE = os.environ.get("JOBCOACH_GOLDEN") == "write"
PIECE = re.compile(r"<!-- today: (?P<day>[\d-]+) -->|```console\n(?P<session>.*?)```", re.DOTALL)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder, and Claire at work in it."""
    config = tmp_path / "gitconfig"
    config.write_text(
        "[user]\n name = Claire Dubois\n email = claire@example.org\n[init]\n defaultBranch = main\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    folder = tmp_path / "cases"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def _printed(command: str) -> str:
    program, *args = shlex.split(command)
    if program == "git":
        return subprocess.run([program, *args], capture_output=True, text=True, check=True).stdout
    assert program == "jobcoach"
    ran = run(*args)
    return ran.stdout + ran.stderr


def test_the_walk_is_what_the_program_prints(folder, monkeypatch):
    text = PAGE.read_text(encoding="utf-8")

    def played(piece: re.Match[str]) -> str:
        if piece["day"]:
            monkeypatch.setenv("JOBCOACH_TODAY", piece["day"])
            for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
                monkeypatch.setenv(name, f"{piece['day']}T09:00:00+01:00")
            return piece[0]
        commands = [line[2:] for line in piece["session"].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"$ {c}\n{_printed(c)}" for c in commands) + "```"

    now = PIECE.sub(played, text)
    if WRITE:
        PAGE.write_text(now, encoding="utf-8")
    else:
        assert now == text
    assert git(folder, "status", "--short") == ""
