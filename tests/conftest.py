"""Fixtures: a case repository in a temporary folder, and the program run on it as a coach would."""

import contextlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from jobcoach.cli import main

# Hundreds of tests make documents: templates are compiled once for all, even where Python keeps nothing.
sys.dont_write_bytecode = False

SETTINGS = """\
format: 1
process: frb-2002
language: en
coaches:
  - {id: claire, name: Claire Dubois, email: claire@example.org}
  - {id: karim, name: Karim Haddad, email: karim@example.org}
partners:
  - {id: cpas, name: CPAS de Fleurus}
"""


class Ran:
    """What a command printed, and how it ended."""

    def __init__(self, exit_code: int, stdout: str, stderr: str) -> None:
        self.exit_code = exit_code
        self.stdout = stdout
        self.stderr = stderr

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


def run(*args: str) -> Ran:
    """Run the program inside this process, through its real entry point."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main(list(args))
        except SystemExit as stop:
            code = stop.code
    return Ran(int(code or 0), out.getvalue(), err.getvalue())


class Service:
    """A case repository that a test fills and asks."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings(SETTINGS)

    def write(self, path: str, text: str | bytes) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        data = text if isinstance(text, bytes) else text.encode()
        file.write_bytes(data)
        return file

    def settings(self, text: str) -> None:
        self.write("jobcoach.yaml", dedent(text))

    def _case(self, folder: str, case_id: str, text: str) -> None:
        body = dedent(text).lstrip("\n")
        keys = {line.split(":")[0] for line in body.splitlines()}
        head = {
            "id": case_id,
            "name": f"{'Person' if folder == 'people' else 'Firm'} {case_id}",
            "coach": "claire",
        }
        front = "".join(f"{key}: {value}\n" for key, value in head.items() if key not in keys)
        self.write(f"{folder}/{case_id}.yaml", front + body)

    def person(self, case_id: str, text: str = "") -> None:
        self._case("people", case_id, text)

    def employer(self, case_id: str, text: str = "") -> None:
        self._case("employers", case_id, text)

    def process(self, process_id: str, text: str) -> None:
        self.write(f"processes/{process_id}.yaml", dedent(text).lstrip("\n"))

    def run(self, *args: str) -> Ran:
        return run("-C", str(self.root), *args)

    def due(self, on: str, *args: str, ignore: tuple[str, ...] = ()) -> list[dict[str, Any]]:
        ran = self.run("followup", "due", "--json", "--all", "--on", on, *args)
        assert ran.stdout, ran.stderr
        return [item for item in ran.json["items"] if item["kind"] not in ignore]

    def kinds(self, on: str, kind: str, *args: str) -> list[tuple[str, str | None]]:
        return [(i["due"], i["with"]) for i in self.due(on, *args) if i["kind"] == kind]

    def findings(self, *args: str) -> list[tuple[str, int, int, str]]:
        """What ``check`` finds: (file, line, column, code)."""
        ran = self.run("check", "--json", *args)
        assert ran.stdout, ran.stderr
        return [(f["file"], f["line"], f["column"], f["code"]) for f in ran.json["findings"]]


def git(root: Path, *args: str) -> str:
    """Run git in *root*; its output."""
    ran = subprocess.run(
        ["git", "-C", str(root), *args], capture_output=True, text=True, check=True
    )
    return ran.stdout


@pytest.fixture(autouse=True)
def _plain_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No coach's own settings reach a test: language, clock, git configuration."""
    for name in list(os.environ):
        if name.startswith(("JOBCOACH_", "LC_", "GIT_")) or name in ("LANG", "LANGUAGE"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("JOBCOACH_TODAY", "2026-03-09")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture(scope="session")
def _git_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty git repository with Claire at work, copied for each test: quicker than git init."""
    root = tmp_path_factory.mktemp("template")
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.email", "claire@example.org")
    git(root, "config", "user.name", "Claire Dubois")
    return root


@pytest.fixture
def service(tmp_path: Path, _git_template: Path) -> Service:
    """A fresh case repository with two coaches and one partner; Claire is at work."""
    import shutil

    root = tmp_path / "cases"
    shutil.copytree(_git_template, root)
    return Service(root)
