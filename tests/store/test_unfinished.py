"""Killed in the middle of a write: the case is the old or the new one, and the next command mends it."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

import pytest
from conftest import Ran, Service, git

from jobcoach.store import git as store_git

from .processes import (
    CASE,
    ENTRY,
    begin,
    case_file,
    commit_all,
    hook,
    kill_alone,
    kill_group,
    leftovers,
    notes,
    start,
    status,
    subjects,
    until_gone,
    wait_for,
)

THREE = (CASE, "bc-l8r", "cd-m9s")
ONCE = 'test -e "$MARK" && exit 0; touch "$MARK"; '
FIRST_REFERENCE = 'test "$1" = {state} || exit 0; ' + ONCE

POINTS = {
    "the hook before the commit": ("pre-commit", ONCE),
    "a reference about to move": (
        "reference-transaction",
        FIRST_REFERENCE.format(state="prepared"),
    ),
    "the branch moved, the index not yet": (
        "reference-transaction",
        FIRST_REFERENCE.format(state="committed"),
    ),
    "the hook after the commit": ("post-commit", ONCE),
}
"""Where git can be held, each at the first commit only; the branch moves in the first transaction."""


def log(service: Service, note: str, people: str = CASE) -> Ran:
    return service.run("followup", "log", people, note)


def note_left(root: Path) -> bool:
    own = root / ".git" / "jobcoach"
    return (own / "change.json").exists() or (own / "committing").exists()


def lock_text(root: Path) -> str:
    lock = root / ".git" / "jobcoach" / "lock"
    return lock.read_text() if lock.exists() else ""


def started_at_lock(root: Path, *args: str) -> subprocess.Popen[str]:
    """Start a command and wait until it has the lock: from then on it may be killed anywhere."""
    before = lock_text(root)
    process = start(root, *args)
    wait_for(lambda: lock_text(root) not in (before, "") or process.poll() is not None)
    return process


def started_and_stopped(root: Path, number: int, kill: Callable[..., None], *args: str) -> Popen:
    """Start a command and kill it: at one sign of its progress after the other, a little later each round.

    Signs instead of the clock alone, so that the kills fall into the write on a busy machine too.
    """
    own, head = root / ".git" / "jobcoach", root / ".git" / "refs" / "heads" / "main"
    old, tip = case_file(root).read_bytes(), head.read_text()
    signs: list[Callable[[], bool]] = [
        lambda: True,
        (own / "change.json").exists,
        lambda: case_file(root).read_bytes() != old,
        (own / "committing").exists,
        (root / ".git" / "index.lock").exists,
        lambda: head.read_text() != tip,
    ]
    later, sign = divmod(number, len(signs))
    process = started_at_lock(root, *args)
    while not signs[sign]() and process.poll() is None:
        pass
    time.sleep(later * 0.004)
    kill(process)
    return process


def assert_all_is_well(root: Path, *cases: str) -> None:
    assert status(root) == ""
    assert leftovers(root) == []
    for case in cases:
        assert len(set(notes(root, case))) == len(notes(root, case)), "an entry is there twice"


# Anywhere


@pytest.mark.slow
@pytest.mark.parametrize(("kill", "times"), [(kill_group, 36), (kill_alone, 24)])
def test_killed_anywhere_a_case_is_the_old_or_the_new_one(service, kill, times):
    begin(service)
    root = service.root
    found = 0
    for number in range(times):
        old, dying = case_file(root).read_text(), f"dying {number}"
        process = started_and_stopped(root, number, kill, "followup", "log", CASE, dying)

        assert case_file(root).read_text() in (old, old + ENTRY.format(dying))
        left = kill is kill_group and note_left(root)
        nextone = log(service, f"living {number}")
        until_gone(process)

        assert nextone.exit_code == 0, nextone.stderr
        assert ("interrupted" in nextone.stderr) == left or kill is kill_alone
        if "type it again" in nextone.stderr:
            assert dying not in notes(root)
        elif "interrupted" in nextone.stderr:
            assert dying in notes(root)
        found += "interrupted" in nextone.stderr
        assert notes(root)[-1] == f"living {number}"
        assert len(subjects(root)) == len(notes(root)), "a commit for each entry"
        assert_all_is_well(root, CASE)
    assert found > times / 10, "the kills missed the write"
    git(root, "fsck", "--strict", "--no-dangling")


@pytest.mark.slow
@pytest.mark.parametrize("kill", [kill_group, kill_alone])
def test_killed_anywhere_a_change_of_several_files_is_there_whole_or_not_at_all(service, kill):
    begin(service, *THREE[1:])
    root = service.root
    for number in range(12):
        dying = f"dying {number}"
        process = started_and_stopped(root, number, kill, "followup", "log", ",".join(THREE), dying)

        nextone = log(service, f"living {number}", THREE[number % 3])
        until_gone(process)

        assert nextone.exit_code == 0, nextone.stderr
        assert len({dying in notes(root, case) for case in THREE}) == 1
        assert_all_is_well(root, *THREE)
    entries = sum(len(notes(root, case)) for case in THREE)
    told = sum(3 if "," in subject else 1 for subject in subjects(root)[:-1])
    assert told == entries - 3, "a commit for each entry"


@pytest.mark.slow
def test_a_handover_is_killed_between_its_files(service):
    cases = [f"aa-{number:03}" for number in range(40)]
    begin(service, *cases)
    root = service.root

    def karims() -> int:
        return sum("coach: karim" in path.read_text() for path in root.glob("people/*.yaml"))

    halves = 0
    for number in range(8):
        process = started_at_lock(root, "person", "handover", "--from", "claire", "--to", "karim")
        while karims() <= number * 5 and process.poll() is None:
            time.sleep(0.002)
        kill_group(process)
        halves += 0 < karims() < 41

        mended = log(service, f"living {number}")
        assert mended.exit_code == 0, mended.stderr
        assert karims() == 41
        assert ": handover" in subjects(root)[1]
        assert_all_is_well(root, CASE)
        assert service.run("undo").exit_code == 0  # the entry
        assert service.run("undo").exit_code == 0  # the handover
        assert karims() == 0
    assert halves, "no kill fell between two files"


# At a point that is certain


@pytest.mark.parametrize("point", POINTS)
def test_git_is_killed_with_jobcoach(service, point):
    begin(service)
    name, script = POINTS[point]
    mark = hook(service.root, name, script + "sleep 30")
    process = start(service.root, "followup", "log", CASE, "dying")
    wait_for(mark.exists)
    kill_group(process)

    nextone = log(service, "living")

    assert nextone.exit_code == 0, nextone.stderr
    assert "interrupted" in nextone.stderr
    assert "type it again" not in nextone.stderr
    assert notes(service.root) == ["first", "dying", "living"]
    assert subjects(service.root) == [f"{CASE}: contact", f"{CASE}: contact", "by hand"]
    assert_all_is_well(service.root, CASE)


@pytest.mark.parametrize("point", POINTS)
def test_git_works_on_when_only_jobcoach_is_killed(service, point):
    begin(service)
    name, script = POINTS[point]
    mark = hook(service.root, name, script + "sleep 1.7")
    process = start(service.root, "followup", "log", CASE, "dying")
    wait_for(mark.exists)
    kill_alone(process)

    nextone = log(service, "living")
    until_gone(process)

    assert nextone.exit_code == 0, nextone.stderr
    assert f"all it had to do was done: people/{CASE}.yaml" in nextone.stderr
    assert notes(service.root) == ["first", "dying", "living"]
    assert subjects(service.root) == [f"{CASE}: contact", f"{CASE}: contact", "by hand"]
    assert_all_is_well(service.root, CASE)


def test_a_git_that_does_not_end_is_not_disturbed(service, monkeypatch):
    monkeypatch.setattr(store_git, "ORPHAN_PATIENCE", 0.3)
    monkeypatch.setattr(store_git, "PATIENCE", 0.3)
    begin(service)
    mark = hook(service.root, "pre-commit", ONCE + "sleep 3")
    process = start(service.root, "followup", "log", CASE, "dying")
    wait_for(mark.exists)
    kill_alone(process)

    early = log(service, "early")
    assert early.exit_code == 3
    assert "Another git command holds" in early.stderr

    until_gone(process)
    assert log(service, "living").exit_code == 0
    assert notes(service.root) == ["first", "dying", "living"]
    assert_all_is_well(service.root, CASE)


@pytest.mark.parametrize("point", POINTS)
def test_a_new_case_is_interrupted(service, point):
    begin(service)
    name, script = POINTS[point]
    mark = hook(service.root, name, script + "sleep 30")
    process = start(
        service.root, "person", "new", "Zoe Zimmer", "--id", "zz-new", "--stage", "none"
    )
    wait_for(mark.exists)
    kill_group(process)

    nextone = log(service, "living")

    assert nextone.exit_code == 0, nextone.stderr
    assert case_file(service.root, "zz-new").exists()
    assert subjects(service.root)[1].startswith("zz-new: ")
    assert_all_is_well(service.root, CASE)


@pytest.mark.parametrize("point", POINTS)
def test_taking_back_a_new_case_is_interrupted(service, point):
    begin(service)
    assert service.run("person", "new", "Zoe", "--id", "zz-new", "--stage", "none").exit_code == 0
    name, script = POINTS[point]
    mark = hook(service.root, name, script + "sleep 30")
    process = start(service.root, "undo")
    wait_for(mark.exists)
    kill_group(process)

    nextone = log(service, "living")

    assert nextone.exit_code == 0, nextone.stderr
    assert not case_file(service.root, "zz-new").exists()
    assert subjects(service.root)[1].startswith("zz-new: undo")
    assert_all_is_well(service.root, CASE)


@pytest.mark.parametrize("point", POINTS)
def test_the_commit_of_hand_edits_is_interrupted(service, point):
    begin(service)
    service.person(CASE, "place: Fleurus\ncontacts:\n" + ENTRY.format("first"))
    name, script = POINTS[point]
    mark = hook(service.root, name, script + "sleep 30")
    process = start(service.root, "followup", "log", CASE, "dying")
    wait_for(mark.exists)
    kill_group(process)

    nextone = log(service, "living")

    assert nextone.exit_code == 0, nextone.stderr
    assert "before it wrote anything" in nextone.stderr
    assert notes(service.root) == ["first", "living"]
    assert subjects(service.root) == [f"{CASE}: contact", f"{CASE}: hand-edit", "by hand"]
    assert_all_is_well(service.root, CASE)


def test_a_change_that_is_mended_twice_is_interrupted_twice(service):
    begin(service)
    mark = hook(service.root, "pre-commit", 'touch "$MARK"; sleep 30')
    for words in ("dying", "dying too"):
        process = start(service.root, "followup", "log", CASE, words)
        wait_for(mark.exists)
        kill_group(process)
        mark.unlink()
    hook(service.root, "pre-commit", "exit 0")

    assert log(service, "living").exit_code == 0
    assert notes(service.root) == ["first", "dying", "living"]
    assert_all_is_well(service.root, CASE)


# What happened in between


def interrupted(
    service: Service, args: tuple[str, ...] = ("followup", "log", CASE, "dying")
) -> None:
    """Leave a change that is written and not committed."""
    mark = hook(service.root, "pre-commit", 'touch "$MARK"; sleep 30')
    process = start(service.root, *args)
    wait_for(mark.exists)
    kill_group(process)
    (service.root / ".git" / "hooks" / "pre-commit").unlink()


def test_a_hook_that_does_not_want_it_leaves_the_old_case(service):
    begin(service)
    interrupted(service)
    hook(service.root, "pre-commit", 'rm "$0"; echo no >&2; exit 1')

    nextone = log(service, "living")

    assert nextone.exit_code == 0, nextone.stderr
    assert "before it wrote anything" in nextone.stderr
    assert notes(service.root) == ["first", "living"]
    assert_all_is_well(service.root, CASE)


def test_a_file_edited_since_stays_as_it_was_found(service):
    begin(service)
    interrupted(service)
    edited = case_file(service.root).read_text() + ENTRY.format("by hand")
    case_file(service.root).write_text(edited)

    nextone = log(service, "living")

    assert nextone.exit_code == 0, nextone.stderr
    assert "edited since" in nextone.stderr
    assert case_file(service.root).read_text() == edited + ENTRY.format("living")
    assert subjects(service.root) == [f"{CASE}: contact", f"{CASE}: hand-edit", "by hand"]
    assert_all_is_well(service.root, CASE)


def test_nothing_is_mended_in_the_middle_of_a_merge(service):
    cases = [f"aa-{number:03}" for number in range(40)]
    begin(service, *cases)
    git(service.root, "branch", "other")
    service.write("shared.txt", "ours\n")
    commit_all(service.root)
    git(service.root, "switch", "-q", "other")
    service.write("shared.txt", "theirs\n")
    commit_all(service.root)
    git(service.root, "switch", "-q", "main")
    process = started_at_lock(service.root, "followup", "log", ",".join(cases), "dying")
    wait_for(lambda: "dying" in notes(service.root, cases[0]))
    kill_group(process)
    half = [notes(service.root, case) for case in cases]
    with pytest.raises(subprocess.CalledProcessError):
        git(service.root, "merge", "other")

    refused = log(service, "living")
    assert refused.exit_code == 3
    assert "in the middle of a merge" in refused.stderr
    assert half == [notes(service.root, case) for case in cases]

    service.write("shared.txt", "both\n")
    git(service.root, "add", "shared.txt")
    git(service.root, "commit", "-q", "-m", "merged")
    nextone = log(service, "living")
    assert nextone.exit_code == 0, nextone.stderr
    assert {tuple(notes(service.root, case)) for case in cases} == {("first", "dying")}
    assert subjects(service.root)[1:3] == ["40 cases: contact", "merged"]
    assert_all_is_well(service.root, *cases)


def test_reading_goes_on_whatever_was_left(service):
    begin(service)
    interrupted(service)
    assert service.run("person", "show", CASE).exit_code == 0
    assert notes(service.root) == ["first", "dying"]


def test_a_lock_that_was_there_before_is_not_ours_to_remove(service, monkeypatch):
    monkeypatch.setattr(store_git, "PATIENCE", 0.3)
    begin(service)
    interrupted(service)
    lock = service.root / ".git" / "refs" / "heads" / "other.lock"
    lock.touch()
    os.utime(lock, (1_700_000_000, 1_700_000_000))

    assert log(service, "living").exit_code == 0
    assert lock.exists()


def test_without_commits_an_interrupted_change_is_finished_on_the_disk(service):
    service.settings((service.root / "jobcoach.yaml").read_text() + "commit: off\n")
    cases = [f"aa-{number:03}" for number in range(40)]
    begin(service, *cases)
    process = started_at_lock(service.root, "followup", "log", ",".join(cases), "dying")
    wait_for(lambda: "dying" in notes(service.root, cases[0]))
    kill_group(process)

    nextone = log(service, "living")

    assert nextone.exit_code == 0, nextone.stderr
    assert {tuple(notes(service.root, case)) for case in cases} == {("first", "dying")}
    assert leftovers(service.root) == []
    assert len(subjects(service.root)) == 1
