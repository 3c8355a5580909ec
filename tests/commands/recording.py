"""How tests ask a command that writes, and see all that it changed: file, commit, screen."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from conftest import Ran, Service, git

AMINA = """\
# Kept by hand: comments, quoting and blank lines stay.
id: ab-k7q
name: "Amina Benali"
coach: claire
wishes: [Bakery]   # her own words
constraints: []
agreements:
  - {kind: participation, with: person, on: 2026-01-05, form: spoken}
  - {kind: trust-contract, with: person, on: 2026-01-12}
plan:
  on: 2026-01-20
  goals:
    - goal: Work in a shop
readiness: {available: 2026-01-12, motivated: 2026-01-12}
stages:
  - {stage: reserve, on: 2026-01-05}
  - {stage: pre-hire, on: 2026-01-12}  # at last
contacts:
  - {on: 2026-02-17, with: person, how: visit, by: claire, note: First day}

x-note: kept   # the end
"""
"""In pre-hire with everything that the stage expects; a contact was due on 24 February."""

LAST_CONTACT = AMINA.splitlines()[-3] + "\n"
LAST_STAGE = "  - {stage: pre-hire, on: 2026-01-12}  # at last\n"
LAST_AGREEMENT = "  - {kind: trust-contract, with: person, on: 2026-01-12}\n"
PERSON_FILE = "people/ab-k7q.yaml"

BAKERY = """\
id: boulangerie-lambert
name: Boulangerie Lambert
coach: claire
jobs:
  - {id: counter, title: Counter assistant, contract: permanent, open: 2026-01-28}
"""
BAKERY_FILE = "employers/boulangerie-lambert.yaml"

HOSTILE = [
    "Two lines\nand: a third # no comment",
    'He said "it\'s fine" #1',
    "- a: [b] {c} &d *e !f %g @h `i`",
    "[b]bold[/b] :smile: 😀👩‍👩‍👧 é́",
    "bell \x07 escape \x1b[31m nul \x00 back \x08",
    "null",
    "0470",
    "2026-03-09",
    "--- \n...\n<<<<<<< HEAD",
    "tab\there\n\n\n  deeper\n\tend",
    "line\u2028separator \x85 turned \u202eback",
    "word " * 1999 + "end!!",
    "x" * 10_000,
]
"""Texts that a file format, a terminal or a markup language could trip over."""


def plain(screen: str) -> str:
    """A French screen with common blanks before its signs."""
    return screen.replace("\xa0", " ").replace("\u202f", " ")


_FIRST_COMMITS: dict[object, dict[str, bytes]] = {}


def _contents(root: Path, top: str) -> dict[str, bytes]:
    """All files of a folder, or the file itself; not git's samples of hooks."""
    found = [root / top] if (root / top).is_file() else (root / top).rglob("*")
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if path.is_file() and path.suffix != ".sample"
    }


class Book:
    """A case repository whose files are committed; it tells what a command changed."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.root = service.root

    def commit(self) -> None:
        """Commit all files by hand; a first commit of the same files is made once and then copied."""
        begins = not (self.root / ".git/refs/heads/main").exists()
        files = tuple(sorted(self.files.items()))
        if begins and files in _FIRST_COMMITS:
            for path, data in _FIRST_COMMITS[files].items():
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                (self.root / path).write_bytes(data)
            return
        git(self.root, "add", "-A")
        git(self.root, "-c", "maintenance.auto=false", "commit", "-q", "-m", "By hand")
        if begins:
            _FIRST_COMMITS[files] = _contents(self.root, ".git")

    @property
    def files(self) -> dict[str, bytes]:
        tops = [top.name for top in self.root.iterdir() if top.name != ".git"]
        return {path: data for top in tops for path, data in _contents(self.root, top).items()}

    def read(self, path: str = PERSON_FILE) -> str:
        return (self.root / path).read_bytes().decode()

    def person(self, case: str = "ab-k7q") -> Any:
        return self.service.run("person", "show", case, "--json").json["person"]

    @property
    def last_commit(self) -> str:
        return (self.root / ".git/refs/heads/main").read_text().strip()

    @property
    def state(self) -> tuple[str, dict[str, bytes]]:
        """All that a refusal must leave alone: the last commit, every file."""
        return self.last_commit, self.files

    @property
    def message(self) -> str:
        """The last commit's whole message."""
        return git(self.root, "log", "-1", "--format=%B").strip()

    @property
    def touched(self) -> list[str]:
        return git(self.root, "show", "--format=", "--name-only", "HEAD").split()

    def does(self, *args: str) -> str:
        """Run a command that is to make one commit and leave nothing behind; its screen."""
        before = self.last_commit
        ran = self.service.run(*args)
        assert (ran.exit_code, ran.stderr) == (0, "")
        told = (self.root / ".git/logs/HEAD").read_text().splitlines()[-1]
        assert told.split()[:2] == [before, self.last_commit]
        assert git(self.root, "status", "--porcelain") == ""
        return ran.stdout

    def refuses(self, *args: str, exit_code: int = 1) -> str:
        """Run a command that is to write nothing at all; what it says."""
        before = self.state
        ran = self.service.run(*args)
        assert (ran.exit_code, ran.stdout) == (exit_code, ""), ran.stderr
        assert "Traceback" not in ran.stderr
        assert "went wrong inside" not in ran.stderr
        assert self.state == before
        return ran.stderr

    def warned(self, *args: str) -> Ran:
        """Run a command that writes and has something to say about it."""
        ran = self.service.run(*args)
        assert ran.exit_code == 0, ran.stderr
        assert git(self.root, "status", "--porcelain") == ""
        return ran

    def kinds(self, on: str = "2026-03-09", *args: str) -> list[str]:
        """The kinds of what falls due in all cases."""
        return [item["kind"] for item in self.service.due(on, *args)]


def on_terminal(service: Service, *args: str, answers: tuple[str, ...] = ()) -> tuple[int, str]:
    """Run the real program on a terminal, answer what it asks; (exit status, all that was seen).

    The next answer is typed once a question stands at the end of what was seen.
    """
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "jobcoach", "-C", str(service.root), *args],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "dumb"},
        start_new_session=True,
    )
    os.close(theirs)
    seen, left, until = b"", list(answers), time.monotonic() + 20
    while time.monotonic() < until:
        ready, _, _ = select.select([ours], [], [], 0.1)
        if ready:
            try:
                chunk = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            seen += chunk
        if left and seen.endswith((b"? ", b") ", b"] ")):
            os.write(ours, left.pop(0).encode() + b"\n")
            seen += b"\0"  # this question is answered
    else:
        process.kill()
    code = process.wait(timeout=20)
    os.close(ours)
    assert not left, seen
    return code, seen.decode().replace("\0", "").replace("\r\n", "\n")
