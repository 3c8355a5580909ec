"""The program as processes of their own: started, waited for, killed as the system kills."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
import yaml
from conftest import Ran, Service, git

CASE = "ab-k7q"
_CACHE = tempfile.TemporaryDirectory(prefix="jobcoach-pyc-")
ENTRY = "  - on: 2026-03-09\n    how: phone\n    by: claire\n    note: {}\n"


def environment() -> dict[str, str]:
    """As conftest has it, with compiled modules kept outside the project."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": _CACHE.name}


def start(root: Path, *args: str, under: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """Start ``jobcoach`` as a process group of its own, *under* another command where one is named."""
    return subprocess.Popen(
        [*under, sys.executable, "-m", "jobcoach", "-C", str(root), *args],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
        cwd=Path(__file__).parents[2],
        start_new_session=True,
    )


def finished(process: subprocess.Popen[str]) -> Ran:
    out, err = process.communicate(timeout=120)
    return Ran(process.returncode, out, err)


def run(root: Path, *args: str, under: tuple[str, ...] = ()) -> Ran:
    return finished(start(root, *args, under=under))


def as_somebody_ordinary() -> tuple[str, ...]:
    """What to run a command under so that permissions count, also where the tests run as root."""
    if os.geteuid():
        return ()
    under = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner", "--")
    try:
        tried = subprocess.run([*under, "true"], capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("root ignores permissions, and there is no setpriv")
    if tried.returncode:
        pytest.skip("root ignores permissions here")
    return under


# Killing


def kill_group(process: subprocess.Popen[str]) -> None:
    """Kill jobcoach and every git and hook it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    until_gone(process)
    _close(process)


def kill_alone(process: subprocess.Popen[str]) -> None:
    """Kill jobcoach only: a git that it started works on, without anybody to tell."""
    process.kill()
    process.wait()
    _close(process)


def until_gone(process: subprocess.Popen[str]) -> None:
    """Wait until nothing of the process group is left."""
    wait_for(lambda: not _group_lives(process.pid))


def _group_lives(group: int) -> bool:
    """Whether the group has a process that is no zombie: nobody may be there to reap those."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, pgrp = stat.read_text().rpartition(")")[2].split()[:3]
            if int(pgrp) == group and state not in "ZX":
                return True
    return False


def _close(process: subprocess.Popen[str]) -> None:
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()


def wait_for(told, seconds: float = 30.0) -> None:
    """Wait until *told* answers yes."""
    until = time.monotonic() + seconds
    while not told():
        assert time.monotonic() < until, "nothing happened"
        time.sleep(0.002)


# Case files and git


def begin(service: Service, *more: str) -> None:
    """Commit what a service begins with: one case, and *more*."""
    for case in (CASE, *more):
        service.person(case, "contacts:\n" + ENTRY.format("first"))
    commit_all(service.root)


def commit_all(root: Path, message: str = "by hand") -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", message)


def case_file(root: Path, case: str = CASE) -> Path:
    return root / "people" / f"{case}.yaml"


def notes(root: Path, case: str = CASE) -> list[str]:
    """The notes of a case's contacts; the file must be whole."""
    return [str(c["note"]) for c in yaml.safe_load(case_file(root, case).read_text())["contacts"]]


def subjects(root: Path) -> list[str]:
    return git(root, "log", "--format=%s").splitlines()


def status(root: Path) -> str:
    return git(root, "--no-optional-locks", "status", "--porcelain")


def leftovers(root: Path) -> list[str]:
    """Whatever an interrupted write or git may leave: temporary files, locks, notes, marks."""
    own = root / ".git" / "jobcoach"
    found = [*root.glob("people/.*"), *root.glob("employers/.*"), *root.glob(".*.new")]
    found += [p for p in (root / ".git").rglob("*.lock") if p.is_file() and own not in p.parents]
    found += [p for p in own.iterdir() if p.name != "lock"] if own.exists() else []
    return [str(path.relative_to(root)) for path in found]


def hook(root: Path, name: str, script: str) -> Path:
    """Make a git hook; in it, $MARK is a file outside of git. Returns that file."""
    mark = root.parent / f"mark-{name}"
    path = root / ".git" / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'#!/bin/sh\nMARK="{mark}"\n{script}\n')
    path.chmod(0o755)
    return mark
