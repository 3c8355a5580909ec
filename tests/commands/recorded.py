"""What tests of writing commands share: Amina's case, two firms, and what one command changed."""

import difflib
import io
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from conftest import Ran, Service, git

from jobcoach.commands import asking, employer, stage

from .reading import assert_is_plain_text

AMINA = """\
# Amina's case
id: ab-k7q
name: Amina Benali   # as on her card
coach: claire
wishes: [Bakery]
constraints: []
readiness: {available: 2026-01-12, motivated: 2026-01-12}
agreements:
  - {kind: participation, with: person, on: 2026-01-05, form: spoken}
  - {kind: trust-contract, with: person, on: 2026-01-12}
consents: [{to: employers, about: [name], on: 2026-01-05}]
plan: {on: 2026-01-20, goals: [{goal: Work}]}
stages:
  - {stage: pre-hire, on: 2026-01-12}
contacts:
  - {on: 2026-03-08, how: visit, by: claire}
"""
NEXT = "  Next: Sunday 15 March 2026 – Contact with the person – last contact 8 March; every week\n"

BAKERY = """\
id: bakery
name: Boulangerie Lambert
coach: claire
jobs:
  - {id: counter, title: Counter assistant, hours: 25, contract: fixed-term, pay: at-scale, open: 2026-01-28}
  - {id: oven, title: Baker, open: 2026-01-28}
"""
GARAGE = """\
id: garage
name: Garage Martin
coach: claire
jobs: [{id: washer, title: Car washer, hours: 19.5, contract: permanent, open: 2026-02-01}]
"""

_BEGUN: dict[tuple[tuple[str, bytes], ...], Path] = {}
"""Git folders of repositories begun in this run, by their files."""


class Written:
    """A service with cases on file, all of it committed; tells what each command changed."""

    person = "people/ab-k7q.yaml"

    def __init__(self, service: Service, amina: str = AMINA) -> None:
        self.service = service
        self.root = service.root
        service.write("people/ab-k7q.yaml", amina)
        service.write("employers/bakery.yaml", BAKERY)
        service.write("employers/garage.yaml", GARAGE)
        self.begin()

    def begin(self) -> None:
        """The first commit; the same files as in a test before take its git folder: far quicker."""
        files = sorted(file for file in self.root.rglob("*.yaml") if file.is_file())
        key = tuple((str(file.relative_to(self.root)), file.read_bytes()) for file in files)
        if key in _BEGUN:
            shutil.copytree(_BEGUN[key], self.root / ".git", dirs_exist_ok=True)
            return
        self.commit()
        _BEGUN[key] = Path(tempfile.mkdtemp(dir=self.root.parent, prefix="begun-")) / ".git"
        there_already = shutil.ignore_patterns("hooks", "info", "config", "description")
        shutil.copytree(self.root / ".git", _BEGUN[key], ignore=there_already)

    def commit(self) -> None:
        git(self.root, "add", "-A")
        git(self.root, "commit", "-q", "-m", "By hand")

    def text(self, path: str = person) -> str:
        return (self.root / path).read_bytes().decode()

    def files(self) -> dict[str, bytes]:
        """All files of the repository, and where git stands."""
        found = {
            str(file.relative_to(self.root)): file.read_bytes()
            for file in sorted(self.root.rglob("*"))
            if file.is_file() and ".git" not in file.relative_to(self.root).parts
        }
        return found | {"HEAD": (self.root / ".git/refs/heads/main").read_bytes()}

    def do(self, *args: str) -> Ran:
        """A command that succeeds without a word on standard error."""
        ran = self.service.run("--lang", "en", *args)
        assert (ran.exit_code, ran.stderr) == (0, ""), (args, ran.stderr)
        assert_is_plain_text(ran.stdout)
        return ran

    def refused(self, code: int, *args: str) -> str:
        """What a command says that ends with *code*; it wrote nothing anywhere."""
        before = self.files()
        ran = self.service.run("--lang", "en", *args)
        assert ran.exit_code == code, (args, ran.exit_code, ran.stdout, ran.stderr)
        assert ran.stdout == ""
        assert ran.stderr
        assert "Traceback" not in ran.stderr
        assert_is_plain_text(ran.stderr)
        assert self.files() == before
        return ran.stderr

    @property
    def message(self) -> str:
        """The last commit's message."""
        return git(self.root, "log", "-1", "--format=%B").strip()

    @property
    def subjects(self) -> list[str]:
        return git(self.root, "log", "--format=%s").splitlines()

    @property
    def touched(self) -> list[str]:
        """The files of the last commit; nothing is left over beside it."""
        assert git(self.root, "status", "--porcelain") == ""
        return git(self.root, "log", "-1", "--format=", "--name-only").split()

    def due(self, on: str, kind: str) -> list[dict]:
        return [item for item in self.service.due(on) if item["kind"] == kind]

    def faults(self) -> list[tuple[str, str]]:
        """What `check` finds: (file, code), warnings too."""
        return [(file, code) for file, _, _, code in self.service.findings()]


def answering(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Somebody sits at a terminal and types these."""
    for module in (asking, employer, stage):
        monkeypatch.setattr(module, "interactive", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))


def kept(before: str, after: str, added: Sequence[str] = (), gone: Sequence[str] = ()) -> None:
    """Only whole lines came or went: *added* in this order, *gone* in this order."""
    lines = list(difflib.ndiff(before.splitlines(keepends=True), after.splitlines(keepends=True)))
    assert [line[2:].rstrip("\n") for line in lines if line.startswith("+ ")] == list(added)
    assert [line[2:].rstrip("\n") for line in lines if line.startswith("- ")] == list(gone)
