"""One writer at a time, among real processes."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from jobcoach.errors import Unusable
from jobcoach.store.lock import locked

from .processes import (
    CASE,
    as_somebody_ordinary,
    begin,
    finished,
    hook,
    kill_group,
    leftovers,
    notes,
    run,
    start,
    wait_for,
)

HOLD = """
import sys, time
from pathlib import Path
from jobcoach.store.lock import locked
with locked(Path(sys.argv[1]), sys.argv[2]):
    print("held", flush=True)
    time.sleep(float(sys.argv[3])) if sys.argv[3:] else sys.stdin.readline()
"""


@pytest.fixture
def holding():
    """Hold a lock in another process; what is returned lets go of it when its input ends."""
    begun: list[subprocess.Popen[str]] = []

    def hold(path: Path, holder: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path), holder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        begun.append(process)
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        return process

    yield hold
    for process in begun:
        process.kill()
        process.communicate()


def test_a_second_process_waits_then_says_who_holds_it(tmp_path, holding):
    holding(tmp_path / "lock", "karim@desk · jobcoach stage move")
    begun = time.monotonic()

    with pytest.raises(Unusable) as refused, locked(tmp_path / "lock", "claire", 0.5):
        pass

    assert 0.5 <= time.monotonic() - begun < 5
    assert refused.value.code == "locked"
    assert refused.value.facts == {"holder": "karim@desk · jobcoach stage move"}


def test_a_second_process_gets_it_when_the_first_lets_go(tmp_path, holding):
    process = holding(tmp_path / "lock", "karim")
    process.communicate("\n")
    with locked(tmp_path / "lock", "claire", 0):
        assert (tmp_path / "lock").read_text().startswith("claire · ")


def test_a_killed_process_holds_nothing_whatever_the_file_says(tmp_path, holding):
    process = holding(tmp_path / "lock", "karim")
    process.kill()
    process.wait()
    assert "karim" in (tmp_path / "lock").read_text()
    with locked(tmp_path / "lock", "claire", 0):
        pass


def test_patience_begins_anew_with_each_holder(tmp_path, holding):
    """A queue that moves on is waited for, though all of it takes longer than one may hold on."""
    lock = tmp_path / "lock"
    first = holding(lock, "karim")
    begun = time.monotonic()
    queue = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock), "lena", "0.8"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.DEVNULL,
    )
    time.sleep(0.5)
    first.communicate("\n")
    wait_for(lambda: "lena" in lock.read_text())
    with locked(lock, "claire", 1.5):
        assert time.monotonic() - begun > 0.8
    assert queue.wait() == 0


def test_a_long_holder_does_not_hide_behind_a_long_text(tmp_path, holding):
    holding(tmp_path / "lock", "ü" * 500)
    with pytest.raises(Unusable) as refused, locked(tmp_path / "lock", "claire", 0.1):
        pass
    assert str(refused.value.facts["holder"]).startswith("ü" * 100)


# The program


def test_one_command_waits_for_another(service):
    begin(service)
    mark = hook(service.root, "pre-commit", 'touch "$MARK"; sleep 1')
    slow = start(service.root, "followup", "log", CASE, "one")
    wait_for(mark.exists)

    assert run(service.root, "followup", "log", CASE, "two").exit_code == 0
    assert finished(slow).exit_code == 0
    assert notes(service.root) == ["first", "one", "two"]
    assert leftovers(service.root) == []


@pytest.mark.slow
def test_after_ten_seconds_a_command_says_who_holds_it_and_changes_nothing(service):
    begin(service)
    mark = hook(service.root, "pre-commit", 'touch "$MARK"; sleep 30')
    slow = start(service.root, "followup", "log", CASE, "one")
    wait_for(mark.exists)
    begun = time.monotonic()

    refused = run(service.root, "followup", "log", CASE, "two")

    assert 10 <= time.monotonic() - begun < 15
    assert refused.exit_code == 3
    first, hint = refused.stderr.splitlines()
    assert first.startswith("Another jobcoach command is at work here: ")
    assert first.endswith(" · jobcoach followup log. Nothing was changed.")
    assert hint == "    wait for it to end, then try again"
    assert notes(service.root) == ["first", "one"]
    assert run(service.root, "person", "show", CASE).exit_code == 0, "reading waits for nobody"
    kill_group(slow)


def test_a_file_that_changes_between_reading_and_writing_refuses(service):
    """The hook of the commit of hand edits stands for a coach who saves in that moment."""
    begin(service)
    path = service.root / "people" / f"{CASE}.yaml"
    path.write_text("place: Fleurus\n" + path.read_text())
    hook(service.root, "pre-commit", f'echo "phone: \'071\'" >> "{path}"')

    refused = run(service.root, "followup", "log", CASE, "two")

    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"people/{CASE}.yaml was changed by somebody else just now")
    assert notes(service.root) == ["first"]
    assert path.read_text().endswith("phone: '071'\n")
    assert leftovers(service.root) == []


def test_a_folder_that_cannot_hold_the_lock_is_told(service):
    under = as_somebody_ordinary()
    begin(service)
    (service.root / ".git").chmod(0o555)
    refused = run(service.root, "followup", "log", CASE, "two", under=under)
    (service.root / ".git").chmod(0o755)
    assert refused.exit_code == 3
    assert "cannot be written, so nothing can be recorded" in refused.stderr
    assert notes(service.root) == ["first"]
