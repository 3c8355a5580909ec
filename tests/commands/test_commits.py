"""One commit a command: exactly its files, by git's own rules, ids only."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Ran, Service, git
from store.processes import (
    CASE,
    ENTRY,
    begin,
    case_file,
    commit_all,
    hook,
    leftovers,
    notes,
    run,
    status,
    subjects,
)

OTHER = "bc-l8r"


@pytest.fixture
def service(service: Service) -> Service:
    begin(service, OTHER)
    return service


def log(service: Service, note: str = "called", people: str = CASE) -> Ran:
    return service.run("followup", "log", people, note)


def files_of(root: Path, commit: str = "HEAD") -> list[str]:
    return git(root, "show", "--format=", "--name-only", "--no-renames", commit).split()


def message(root: Path, commit: str = "HEAD") -> str:
    return git(root, "log", "-1", "--format=%B", commit).rstrip("\n")


def assert_refused_untouched(service: Service, ran: Ran, before: dict[Path, bytes]) -> None:
    """Nothing was written, and nothing is left beside git that stands in the way."""
    assert ran.stdout == ""
    assert before == contents(service)
    assert not (service.root / ".git" / "jobcoach" / "change.json").exists()


def contents(service: Service) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in service.root.glob("people/*")}


# One, and what it says


def test_a_command_makes_one_commit_with_subject_and_trailers(service):
    assert log(service).exit_code == 0
    assert subjects(service.root) == [f"{CASE}: contact", "by hand"]
    assert message(service.root) == (
        f"{CASE}: contact\n\nCase: {CASE}\nAction: contact\nCoach: claire"
    )
    assert files_of(service.root) == [f"people/{CASE}.yaml"]
    assert status(service.root) == ""


def test_a_change_of_several_cases_is_one_commit(service):
    assert log(service, people=f"{CASE},{OTHER}").exit_code == 0
    assert subjects(service.root) == [f"{CASE}, {OTHER}: contact", "by hand"]
    assert files_of(service.root) == [f"people/{CASE}.yaml", f"people/{OTHER}.yaml"]


def test_a_move_is_the_subject(service):
    assert service.run("stage", "move", CASE, "reserve").exit_code == 0
    assert message(service.root) == (
        f"{CASE}: start → reserve\n\nCase: {CASE}\nAction: moved\nCoach: claire\nStage: reserve"
    )


def test_no_commit_names_anybody(service):
    words = ("Yasmina", "Benali", "Fleurus", "0470", "bakery")
    ran = service.run(
        "person", "new", "Yasmina Benali", "--phone", "0470 00 00 00", "--place", "Fleurus"
    )
    assert ran.exit_code == 0, ran.stderr
    assert log(service, "wants to work in a bakery", "Yasmina").exit_code == 0
    assert service.run("undo").exit_code == 0
    said = git(service.root, "log", "--format=%B")
    assert not [word for word in words if word.casefold() in said.casefold()]


def test_a_command_that_changes_nothing_makes_no_commit(service):
    assert service.run("person", "show", CASE).exit_code == 0
    assert log(service, people="nobody-here").exit_code == 1
    assert subjects(service.root) == ["by hand"]


# Exactly its files


def test_what_else_is_staged_stays_staged(service):
    service.person(OTHER, "place: Fleurus\n")
    service.write("letter.txt", "staged")
    git(service.root, "add", "-A")
    service.write("letter.txt", "then edited")

    assert log(service).exit_code == 0

    assert files_of(service.root) == [f"people/{CASE}.yaml"]
    assert status(service.root) == f"AM letter.txt\nM  people/{OTHER}.yaml\n"


def test_what_lies_around_stays_where_it_is(service):
    service.write("people/draft.txt", "a draft")
    service.write("letter.txt", "a letter")
    service.person(OTHER, "place: Fleurus\n")
    git(service.root, "rm", "-q", "--cached", "jobcoach.yaml")

    assert log(service).exit_code == 0

    assert files_of(service.root) == [f"people/{CASE}.yaml"]
    assert status(service.root) == (
        f"D  jobcoach.yaml\n M people/{OTHER}.yaml\n?? jobcoach.yaml\n"
        "?? letter.txt\n?? people/draft.txt\n"
    )


def test_a_new_case_is_committed_alone(service):
    service.person("zz-other", "")
    git(service.root, "add", "people/zz-other.yaml")
    assert service.run("person", "new", "Zoe", "--id", "zz-new", "--stage", "none").exit_code == 0
    assert files_of(service.root) == ["people/zz-new.yaml"]
    assert status(service.root) == "A  people/zz-other.yaml\n"


def test_a_rename_that_is_staged_is_left_alone(service):
    git(service.root, "mv", f"people/{OTHER}.yaml", "people/moved.txt")
    assert log(service).exit_code == 0
    assert files_of(service.root) == [f"people/{CASE}.yaml"]
    assert status(service.root) == f"R  people/{OTHER}.yaml -> people/moved.txt\n"


def test_the_first_commit_of_a_repository_takes_its_file_only(service):
    git(service.root, "update-ref", "-d", "HEAD")
    git(service.root, "rm", "-rq", "--cached", ".")
    assert log(service).exit_code == 0
    assert subjects(service.root) == [f"{CASE}: contact", f"{CASE}: hand-edit"]
    assert files_of(service.root) == [f"people/{CASE}.yaml"]
    assert status(service.root) == f"?? jobcoach.yaml\n?? people/{OTHER}.yaml\n"


def test_a_folder_inside_a_larger_repository(service, tmp_path):
    larger = tmp_path / "larger"
    shutil.copytree(service.root / ".git", larger / ".git")
    shutil.copytree(service.root / "people", larger / "cases" / "people")
    shutil.copytree(service.root / "people", larger / "people")
    shutil.copy(service.root / "jobcoach.yaml", larger / "cases")
    commit_all(larger)
    inner = Service(larger / "cases")
    (larger / "people" / f"{CASE}.yaml").write_text("another file of the same name\n")
    case_file(inner.root).write_text("place: Fleurus\n" + case_file(inner.root).read_text())

    assert log(inner).exit_code == 0
    assert subjects(larger)[:2] == [f"{CASE}: contact", f"{CASE}: hand-edit"]
    assert files_of(larger) == [f"cases/people/{CASE}.yaml"]
    assert inner.run("undo").exit_code == 0
    assert notes(inner.root) == ["first"]
    assert status(larger) == f" M people/{CASE}.yaml\n"


def test_a_linked_working_tree(service, tmp_path):
    git(service.root, "worktree", "add", "-q", str(tmp_path / "second"), "-b", "second")
    second = Service(tmp_path / "second")
    assert log(second).exit_code == 0
    assert subjects(second.root) == [f"{CASE}: contact", "by hand"]
    assert notes(service.root) == ["first"]


# Git's own rules


def test_the_author_is_who_git_says(service):
    git(service.root, "config", "user.name", "Claire van Dubois")
    assert log(service).exit_code == 0
    assert (
        git(service.root, "log", "-1", "--format=%an <%ae>")
        == "Claire van Dubois <claire@example.org>\n"
    )


def test_the_environment_may_name_the_author_as_for_git(service, monkeypatch):
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Karim Haddad")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "karim@example.org")
    assert log(service).exit_code == 0
    assert git(service.root, "log", "-1", "--format=%an <%ae> %ce") == (
        "Karim Haddad <karim@example.org> claire@example.org\n"
    )
    assert "Coach: karim" in message(service.root)


@pytest.mark.parametrize("missing", ["user.name", "user.email"])
def test_without_identity_nothing_is_written(service, missing):
    git(service.root, "config", "--unset", missing)
    case_file(service.root).write_text("place: Fleurus\n" + case_file(service.root).read_text())
    before = contents(service)
    refused = log(service)
    assert refused.exit_code == 3
    assert refused.stderr == (
        "Git does not know who you are, so nothing can be recorded.\n"
        '    git config --global user.name "…"; git config --global user.email "…"\n'
    )
    assert_refused_untouched(service, refused, before)
    assert subjects(service.root) == ["by hand"]


def test_a_hook_that_refuses_is_heard_and_the_old_file_comes_back(service):
    hook(service.root, "pre-commit", "echo 'no commits on Mondays' >&2; exit 1")
    before = contents(service)
    refused = log(service)
    assert refused.exit_code == 1
    assert refused.stderr == (
        "Git would not commit, so nothing was changed: no commits on Mondays\n"
        "    mend what git or its hook complains about, then try again\n"
    )
    assert_refused_untouched(service, refused, before)
    assert status(service.root) == ""
    assert leftovers(service.root) == []


def test_a_hook_that_refuses_a_new_case_leaves_nothing_of_it(service):
    hook(service.root, "commit-msg", "exit 1")
    assert service.run("person", "new", "Zoe", "--id", "zz-new", "--stage", "none").exit_code == 1
    assert not case_file(service.root, "zz-new").exists()
    assert status(service.root) == ""
    assert leftovers(service.root) == []


def test_a_refused_commit_leaves_what_is_staged(service):
    service.person(OTHER, "place: Fleurus\n")
    git(service.root, "add", "-A")
    hook(service.root, "pre-commit", "exit 1")
    assert log(service).exit_code == 1
    assert service.run("person", "new", "Zoe", "--id", "zz-new", "--stage", "none").exit_code == 1
    assert status(service.root) == f"M  people/{OTHER}.yaml\n"


def test_hooks_run_once_and_may_add_to_the_message(service):
    mark = hook(service.root, "pre-commit", 'echo ran >> "$MARK"')
    hook(service.root, "commit-msg", 'echo "Checked-by: hook" >> "$1"')
    assert log(service).exit_code == 0
    assert mark.read_text() == "ran\n"
    assert message(service.root).endswith("Checked-by: hook")


def test_hooks_of_a_shared_folder_run_too(service, tmp_path):
    mark = hook(service.root, "pre-commit", 'touch "$MARK"')
    (service.root / ".git" / "hooks").rename(tmp_path / "shared-hooks")
    git(service.root, "config", "core.hooksPath", str(tmp_path / "shared-hooks"))
    assert log(service).exit_code == 0
    assert mark.exists()


@pytest.fixture
def signing(service, tmp_path):
    """Claire signs her commits with a key of SSH."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip("no ssh-keygen")
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    (tmp_path / "signers").write_text(f"claire@example.org {key.with_suffix('.pub').read_text()}")
    for name, value in {
        "gpg.format": "ssh",
        "user.signingKey": str(key),
        "commit.gpgSign": "true",
        "gpg.ssh.allowedSignersFile": str(tmp_path / "signers"),
        "log.showSignature": "true",
    }.items():
        git(service.root, "config", name, value)
    return key


def test_commits_are_signed_where_git_signs(service, signing):
    assert log(service).exit_code == 0
    git(service.root, "verify-commit", "HEAD")
    undone = service.run("undo")
    assert undone.exit_code == 0, undone.stderr
    git(service.root, "verify-commit", "HEAD")
    assert notes(service.root) == ["first"]


def test_a_key_that_is_missing_leaves_the_old_file(service, signing):
    signing.unlink()
    before = contents(service)
    refused = log(service)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Git would not commit, so nothing was changed: ")
    assert_refused_untouched(service, refused, before)
    assert status(service.root) == ""


def test_line_ends_of_windows_stay_on_disk_and_become_plain_in_git(service):
    git(service.root, "config", "core.autocrlf", "true")
    path = case_file(service.root)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))  # for git, no change

    assert log(service).exit_code == 0

    assert subjects(service.root) == [f"{CASE}: contact", "by hand"]
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")
    assert "\r" not in git(service.root, "cat-file", "blob", f"HEAD:people/{CASE}.yaml")
    assert git(service.root, "show", "--format=", "--numstat").split() == [
        "4",
        "0",
        f"people/{CASE}.yaml",
    ]
    assert status(service.root) == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("i18n.commitEncoding", "ISO-8859-1"),
        ("commit.cleanup", "scissors"),
        ("commit.verbose", "true"),
        ("commit.template", "/nowhere"),
        ("core.quotePath", "true"),
        ("core.commentChar", "C"),
        ("color.ui", "always"),
        ("status.showUntrackedFiles", "no"),
        ("status.branch", "true"),
        ("status.short", "true"),
        ("core.editor", "false"),
        ("diff.noprefix", "true"),
        ("core.fsmonitor", "false"),
        ("log.follow", "true"),
        ("log.date", "relative"),
    ],
)
def test_settings_of_git_do_not_confuse(service, name, value):
    git(service.root, "config", name, value)
    service.person(OTHER, "contacts:\n" + ENTRY.format("first") + "place: Fleurus\n")
    ran = service.run("stage", "move", CASE, "reserve")
    assert ran.exit_code == 0, ran.stderr
    assert log(service, people=OTHER).exit_code == 0
    assert subjects(service.root) == [
        f"{OTHER}: contact",
        f"{OTHER}: hand-edit",
        f"{CASE}: start → reserve",
        "by hand",
    ]
    assert service.run("undo").exit_code == 0
    assert notes(service.root, OTHER) == ["first"]


def test_a_case_that_git_ignores_is_refused(service):
    service.write(".gitignore", "zz-*\n")
    refused = service.run("person", "new", "Zoe", "--id", "zz-new", "--stage", "none")
    assert refused.exit_code in (1, 3)
    assert refused.stderr
    assert not case_file(service.root, "zz-new").exists()
    assert leftovers(service.root) == []


# Hand edits


@pytest.mark.parametrize("staged", [False, True])
def test_a_valid_hand_edit_is_committed_on_its_own_first(service, staged):
    path = case_file(service.root)
    path.write_text("place: Fleurus  # by the station\n" + path.read_text())
    if staged:
        git(service.root, "add", "-A")

    assert log(service).exit_code == 0

    assert subjects(service.root) == [f"{CASE}: contact", f"{CASE}: hand-edit", "by hand"]
    assert "+place: Fleurus  # by the station" in git(service.root, "show", "HEAD^")
    assert git(service.root, "show", "--format=", "--numstat").split()[:2] == ["4", "0"]
    assert message(service.root, "HEAD^") == (
        f"{CASE}: hand-edit\n\nCase: {CASE}\nAction: hand-edit\nCoach: claire"
    )


def test_a_file_written_by_hand_that_git_does_not_know_is_a_hand_edit(service):
    service.person("zz-hand", "contacts: []\n")
    assert log(service, people="zz-hand").exit_code == 0
    assert subjects(service.root) == ["zz-hand: contact", "zz-hand: hand-edit", "by hand"]


def test_hand_edits_of_other_files_are_nobodys_business(service):
    service.person(OTHER, "coach: nobody\nstages: nonsense\n")
    assert log(service).exit_code == 0
    assert subjects(service.root) == [f"{CASE}: contact", "by hand"]
    assert status(service.root) == f" M people/{OTHER}.yaml\n"


@pytest.mark.parametrize(
    "unsound", ["coach: nobody", "stages: none", "email: [1", "coach: claire\ncoach: karim"]
)
def test_an_invalid_hand_edit_refuses(service, unsound):
    path = case_file(service.root)
    kept = [line for line in path.read_text().splitlines() if not line.startswith("coach")]
    path.write_text("\n".join([unsound, *kept]) + "\n")
    before = contents(service)
    refused = log(service)
    assert refused.exit_code == 1
    assert f"people/{CASE}.yaml" in refused.stderr
    assert_refused_untouched(service, refused, before)
    assert subjects(service.root) == ["by hand"]


def test_one_unsound_file_of_several_refuses_all(service):
    path = case_file(service.root, OTHER)
    path.write_text(path.read_text().replace("claire", "nobody"))
    before = contents(service)
    refused = log(service, people=f"{CASE},{OTHER}")
    assert refused.exit_code == 1
    assert_refused_untouched(service, refused, before)
    assert subjects(service.root) == ["by hand"]


# Without commits


def without_commits(service: Service) -> None:
    path = service.root / "jobcoach.yaml"
    path.write_text(path.read_text() + "commit: off\n")


def test_commit_off_leaves_committing_to_the_coach(service):
    without_commits(service)
    commit_all(service.root)
    git(service.root, "config", "--unset", "user.name")
    assert log(service).exit_code == 0
    assert notes(service.root) == ["first", "called"]
    assert subjects(service.root) == ["by hand", "by hand"]
    assert status(service.root) == f" M people/{CASE}.yaml\n"
    assert leftovers(service.root) == []


def test_commit_off_needs_no_git_at_all(service):
    without_commits(service)
    shutil.rmtree(service.root / ".git")
    assert log(service).exit_code == 0
    assert notes(service.root) == ["first", "called"]


def test_commits_without_a_repository_are_refused(service):
    shutil.rmtree(service.root / ".git")
    refused = log(service)
    assert refused.exit_code == 3
    assert "is not in a git repository, so nothing can be recorded." in refused.stderr
    assert notes(service.root) == ["first"]


def test_without_git_on_the_computer_nothing_is_written(service, monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    refused = log(service)
    assert refused.exit_code == 3
    assert refused.stderr.startswith("git is not found on this computer.")
    assert notes(service.root) == ["first"]


# In the middle of something


def in_conflict(service: Service) -> None:
    """Make two branches that do not go together; main is checked out."""
    service.write("shared.txt", "common\n")
    commit_all(service.root)
    git(service.root, "branch", "other")
    service.write("shared.txt", "ours\n")
    commit_all(service.root)
    git(service.root, "switch", "-q", "other")
    service.write("shared.txt", "theirs\n")
    commit_all(service.root)
    git(service.root, "switch", "-q", "main")


@pytest.mark.parametrize(
    ("work", "begins"),
    [
        ("merge", ["merge", "other"]),
        ("rebase", ["rebase", "other"]),
        ("rebase", ["rebase", "--apply", "other"]),
        ("cherry-pick", ["cherry-pick", "other"]),
        ("revert", ["revert", "--no-edit", "HEAD^"]),
    ],
)
def test_a_folder_in_the_middle_of_something_refuses_with_what_to_do(service, work, begins):
    in_conflict(service)
    with pytest.raises(subprocess.CalledProcessError):
        git(service.root, *begins)
    before, middle = contents(service), status(service.root)

    refused = log(service)

    assert refused.exit_code == 3
    assert refused.stderr == (
        f"Git is in the middle of a {work} here; nothing was changed.\n"
        f"    finish it (git {work} --continue) or give it up (git {work} --abort), then try again\n"
    )
    assert_refused_untouched(service, refused, before)
    assert status(service.root) == middle

    git(service.root, work, "--abort")
    assert log(service).exit_code == 0


def test_a_lock_of_another_git_refuses_and_is_not_removed(service):
    lock = service.root / ".git" / "index.lock"
    lock.touch()
    before = contents(service)
    refused = run(service.root, "followup", "log", CASE, "called")
    assert refused.exit_code == 3
    assert refused.stderr == (
        f"Another git command holds {lock}; nothing was changed.\n"
        "    wait for it to end; if none is running any more, delete that file\n"
    )
    assert_refused_untouched(service, refused, before)
    lock.unlink()
    assert log(service).exit_code == 0


def test_a_lock_that_goes_away_is_waited_for(service):
    lock = service.root / ".git" / "index.lock"
    lock.touch()
    going = subprocess.Popen(["sh", "-c", f'sleep 0.7; rm "{lock}"'])
    assert log(service).exit_code == 0
    assert going.wait() == 0


def test_a_folder_on_no_branch_refuses(service):
    git(service.root, "switch", "-q", "--detach")
    before = contents(service)
    refused = log(service)
    assert refused.exit_code == 3
    assert "are on no branch, so a commit could get lost." in refused.stderr
    assert_refused_untouched(service, refused, before)


def test_a_screen_that_fails_after_the_commit_does_not_deny_it(service):
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [
                sys.executable,
                "-m",
                "jobcoach",
                "-C",
                str(service.root),
                "followup",
                "log",
                CASE,
                "x",
            ],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=Path(__file__).parents[2],
        )
    assert notes(service.root) == ["first", "x"]
    assert "Nothing was changed" not in ran.stderr
