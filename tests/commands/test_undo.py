"""Undo: jobcoach's own last change is taken back by a commit of its own, or it refuses."""

import subprocess
from pathlib import Path

import pytest
from conftest import Ran, Service, git
from store.processes import (
    CASE,
    ENTRY,
    begin,
    case_file,
    commit_all,
    leftovers,
    notes,
    status,
    subjects,
)

OTHER = "bc-l8r"
NOTHING = (
    "There is no change of yours to take back.\n"
    "    jobcoach undo CASE takes back the last change of one case, whoever made it\n"
)


@pytest.fixture
def service(service: Service) -> Service:
    begin(service, OTHER)
    return service


def log(service: Service, note: str, people: str = CASE) -> None:
    ran = service.run("followup", "log", people, note)
    assert ran.exit_code == 0, ran.stderr


def work_as(service: Service, coach: str) -> None:
    git(service.root, "config", "user.email", f"{coach}@example.org")


def undo(service: Service, *case: str) -> Ran:
    ran = service.run("undo", *case)
    assert leftovers(service.root) == []
    return ran


def head(root: Path) -> str:
    return git(root, "rev-parse", "HEAD").strip()


# Taken back


def test_the_last_change_is_taken_back_by_a_commit_of_its_own(service):
    before = case_file(service.root).read_bytes()
    log(service, "wrong")
    wrong = head(service.root)

    undone = undo(service)

    assert undone.exit_code == 0
    assert f"Taken back: {CASE}: contact" in undone.stdout.splitlines()
    assert case_file(service.root).read_bytes() == before
    assert subjects(service.root) == [f"{CASE}: undo contact", f"{CASE}: contact", "by hand"]
    assert git(service.root, "log", "-1", "--format=%B").rstrip("\n") == (
        f"{CASE}: undo contact\n\nCase: {CASE}\nAction: undo\nCoach: claire\nUndoes: {wrong}"
    )
    assert git(service.root, "rev-parse", "HEAD^").strip() == wrong, "history is not rewritten"
    assert status(service.root) == ""


def test_undo_again_takes_back_the_change_before_never_the_undo(service):
    log(service, "one")
    log(service, "two")
    assert undo(service).exit_code == 0
    assert notes(service.root) == ["first", "one"]
    assert undo(service).exit_code == 0
    assert notes(service.root) == ["first"]
    refused = undo(service)
    assert (refused.exit_code, refused.stderr) == (1, NOTHING)
    assert len(subjects(service.root)) == 5


def test_what_is_done_after_an_undo_is_taken_back_first(service):
    log(service, "one")
    log(service, "two")
    undo(service)
    log(service, "three")
    undo(service)
    assert notes(service.root) == ["first", "one"]
    undo(service)
    assert notes(service.root) == ["first"]


def test_later_edits_elsewhere_in_the_file_are_kept(service):
    log(service, "wrong")
    path = case_file(service.root)
    path.write_text("place: Fleurus  # by hand\n" + path.read_text())

    assert undo(service).exit_code == 0

    assert notes(service.root) == ["first"]
    assert path.read_text().startswith("place: Fleurus  # by hand\n")
    assert subjects(service.root)[:2] == [f"{CASE}: undo contact", f"{CASE}: hand-edit"]


def test_a_change_of_several_cases_is_taken_back_whole(service):
    log(service, "wrong", f"{CASE},{OTHER}")
    assert undo(service).exit_code == 0
    assert notes(service.root) == notes(service.root, OTHER) == ["first"]
    assert subjects(service.root)[0] == f"{CASE}, {OTHER}: undo contact"


def test_a_new_case_is_taken_back_and_goes(service):
    assert service.run("person", "new", "Zoe", "--id", "zz-new", "--stage", "none").exit_code == 0
    assert undo(service, "zz-new").exit_code == 0
    assert not case_file(service.root, "zz-new").exists()
    assert status(service.root) == ""


def test_what_else_is_staged_stays_staged(service):
    log(service, "wrong")
    service.write("letter.txt", "staged")
    git(service.root, "add", "letter.txt")
    assert undo(service).exit_code == 0
    assert status(service.root) == "A  letter.txt\n"


# Whose, and of which case


def test_undo_is_for_ones_own_changes(service):
    log(service, "mine")
    work_as(service, "karim")
    log(service, "his", OTHER)
    work_as(service, "claire")
    assert undo(service).exit_code == 0
    assert notes(service.root) == ["first"]
    assert notes(service.root, OTHER) == ["first", "his"]


def test_undo_of_a_case_is_for_its_last_change_whoever_made_it(service):
    work_as(service, "karim")
    log(service, "his")
    work_as(service, "claire")
    log(service, "mine", OTHER)
    assert undo(service, CASE).exit_code == 0
    assert notes(service.root) == ["first"]
    assert notes(service.root, OTHER) == ["first", "mine"]


def test_a_case_may_be_named_in_part(service):
    log(service, "wrong")
    assert undo(service, CASE[:4]).exit_code == 0
    assert notes(service.root) == ["first"]


def test_a_change_of_several_cases_is_one_change_from_any_of_them(service):
    log(service, "wrong", f"{CASE},{OTHER}")
    assert undo(service, OTHER).exit_code == 0
    assert notes(service.root) == notes(service.root, OTHER) == ["first"]


# Refused


def assert_refused(service: Service, text: str, *case: str) -> None:
    before, commits = case_file(service.root).read_bytes(), subjects(service.root)
    refused = undo(service, *case)
    assert refused.exit_code == 1
    assert refused.stderr.startswith(text), refused.stderr
    assert refused.stdout == ""
    assert case_file(service.root).read_bytes() == before
    assert subjects(service.root) == commits


@pytest.mark.parametrize("committed", [False, True])
def test_a_later_edit_of_the_same_lines_refuses(service, committed):
    log(service, "wrong")
    path = case_file(service.root)
    path.write_text(path.read_text().replace("note: wrong", "note: wrong, as I said"))
    if committed:
        commit_all(service.root)
    assert_refused(service, f"people/{CASE}.yaml was changed since in the same place")


def test_an_entry_added_behind_by_somebody_else_refuses(service):
    log(service, "wrong")
    work_as(service, "karim")
    log(service, "his")
    work_as(service, "claire")
    assert_refused(service, f"people/{CASE}.yaml was changed since in the same place")


def test_one_file_of_several_edited_since_refuses_all(service):
    log(service, "wrong", f"{CASE},{OTHER}")
    path = case_file(service.root, OTHER)
    path.write_text(path.read_text().replace("note: wrong", "note: wrong, as I said"))
    assert_refused(service, f"people/{OTHER}.yaml was changed since in the same place")
    assert notes(service.root, CASE) == ["first", "wrong"]


def test_a_new_case_that_grew_since_is_not_removed(service):
    assert service.run("person", "new", "Zoe", "--id", "zz-new", "--stage", "none").exit_code == 0
    path = case_file(service.root, "zz-new")
    path.write_text(path.read_text() + "place: Fleurus\n")
    assert_refused(service, "people/zz-new.yaml was changed since in the same place")
    assert path.exists()


def test_commits_made_by_hand_are_not_jobcoachs_to_take_back(service):
    service.person(CASE, "place: Fleurus\n")
    commit_all(service.root)
    refused = undo(service)
    assert (refused.exit_code, refused.stderr) == (1, NOTHING)


def test_hand_edits_that_jobcoach_committed_are_not_taken_back(service):
    path = case_file(service.root)
    path.write_text("place: Fleurus\n" + path.read_text())
    log(service, "one")
    assert undo(service).exit_code == 0
    assert undo(service).exit_code == 1
    assert path.read_text().startswith("place: Fleurus\n")


def test_a_case_without_changes_of_jobcoachs_own(service):
    log(service, "one")
    refused = undo(service, OTHER)
    assert refused.exit_code == 1
    assert refused.stderr == f"There is no change of jobcoach's own to take back in {OTHER}.\n"


def test_a_repository_without_any_commit(service):
    git(service.root, "update-ref", "-d", "HEAD")
    refused = undo(service)
    assert (refused.exit_code, refused.stderr) == (1, NOTHING)


def test_without_commits_there_is_nothing_to_take_back(service):
    service.settings((service.root / "jobcoach.yaml").read_text() + "commit: off\n")
    refused = undo(service)
    assert refused.exit_code == 3
    assert refused.stderr.startswith("The settings say commit: off")


# What git did in between


def test_a_change_that_git_reverted_is_not_taken_back_twice(service):
    log(service, "one")
    log(service, "two")
    git(service.root, "revert", "--no-edit", "HEAD")
    assert undo(service).exit_code == 0
    assert notes(service.root) == ["first"]


def test_a_rebase_does_not_bring_back_what_was_taken_back(service):
    """Pulling with --rebase gives every commit another name, also the one that an undo names."""
    git(service.root, "branch", "team")
    log(service, "one")
    log(service, "two")
    undo(service)
    git(service.root, "switch", "-q", "team")
    service.write("shared.txt", "theirs\n")
    commit_all(service.root)
    git(service.root, "switch", "-q", "main")
    git(service.root, "rebase", "-q", "team")

    assert undo(service).exit_code == 0
    assert notes(service.root) == ["first"]
    assert undo(service).exit_code == 1


def test_changes_of_two_branches_are_taken_back_after_a_merge(service):
    git(service.root, "switch", "-q", "-c", "other")
    log(service, "mine", OTHER)
    git(service.root, "switch", "-q", "main")
    log(service, "his")
    git(service.root, "merge", "-q", "--no-edit", "other")
    assert undo(service, OTHER).exit_code == 0
    assert undo(service, CASE).exit_code == 0
    assert notes(service.root) == notes(service.root, OTHER) == ["first"]


@pytest.mark.parametrize("autocrlf", ["true", "input"])
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_line_ends_are_no_difference(service, autocrlf, ends):
    git(service.root, "config", "core.autocrlf", autocrlf)
    path = case_file(service.root)
    path.write_bytes(path.read_bytes().replace(b"\n", ends))
    git(service.root, "add", "-A")
    before = path.read_bytes()
    log(service, "wrong")

    assert undo(service).exit_code == 0

    assert path.read_bytes() == before
    assert status(service.root) == ""


def test_line_ends_of_windows_with_a_later_edit(service):
    git(service.root, "config", "core.autocrlf", "true")
    path = case_file(service.root)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    log(service, "wrong")
    path.write_bytes(b"place: Fleurus\r\n" + path.read_bytes())
    before = path.read_bytes().replace(ENTRY.format("wrong").replace("\n", "\r\n").encode(), b"")

    assert undo(service).exit_code == 0

    assert path.read_bytes() == before


def test_files_that_git_keeps_in_another_form_are_taken_back_too(service):
    """As git-crypt does: what is committed is not what stands on the disk."""
    for name in ("clean", "smudge"):
        git(service.root, "config", f"filter.turned.{name}", "tr a-z n-za-m")
    service.write(".gitattributes", "*.yaml filter=turned\n")
    git(service.root, "add", "--renormalize", ".")
    commit_all(service.root)
    before = case_file(service.root).read_text()
    log(service, "wrong")
    assert "jebat" in git(service.root, "cat-file", "blob", f"HEAD:people/{CASE}.yaml")
    case_file(service.root).write_text("place: Fleurus\n" + case_file(service.root).read_text())

    assert undo(service).exit_code == 0

    assert case_file(service.root).read_text() == "place: Fleurus\n" + before
    assert subjects(service.root)[1] == f"{CASE}: hand-edit"


def test_undo_in_the_middle_of_a_merge_refuses(service):
    log(service, "wrong")
    git(service.root, "switch", "-q", "-c", "other", "HEAD^")
    service.write("shared.txt", "theirs\n")
    commit_all(service.root)
    git(service.root, "switch", "-q", "main")
    service.write("shared.txt", "ours\n")
    commit_all(service.root)
    with pytest.raises(subprocess.CalledProcessError):
        git(service.root, "merge", "other")
    refused = service.run("undo")
    assert refused.exit_code == 3
    assert notes(service.root) == ["first", "wrong"]


def test_a_case_with_a_life_behind_it_is_not_taken_away_unasked(service):
    service.run("person", "new", "Zoé Renard", "--id", "zr-abc")
    service.run("followup", "log", "zr-abc", "Wrong person")
    assert undo(service).exit_code == 0

    again = undo(service)

    assert again.exit_code == 1
    assert "--opening-too" in again.stderr
    assert (service.root / "people" / "zr-abc.yaml").exists()
    assert undo(service, "--opening-too").exit_code == 0
    assert not (service.root / "people" / "zr-abc.yaml").exists()
