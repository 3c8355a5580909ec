"""History told from real git commits."""

import subprocess
from datetime import date

import pytest

from jobcoach.errors import Unusable
from jobcoach.store.git_history import history


def _git(root, *arguments):
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)


def _commit(service, on="2026-03-01"):
    _git(service.root, "add", "-A")
    _git(service.root, "commit", "-q", "-m", "x", f"--date={on}T09:00:00+00:00")


def _told(service, case=None, most=50):
    return [
        (happened.case, [change.kind for change in happened.changes])
        for happened in history(service.root, case, most)
    ]


def test_history_is_told_the_latest_first(service):
    service.person("ab-k7q", "stages:\n  - {stage: reserve, on: 2026-01-05}\n")
    _commit(service)
    service.person(
        "ab-k7q",
        "stages:\n  - {stage: reserve, on: 2026-01-05}\n  - {stage: pre-hire, on: 2026-01-12}\n",
    )
    _commit(service)

    assert _told(service) == [
        ("people/ab-k7q", ["moved"]),
        ("people/ab-k7q", ["opened", "moved"]),
    ]
    latest = next(history(service.root, None, 1))
    assert (latest.on, latest.author, latest.email) == (
        date(2026, 3, 1),
        "Claire Dubois",
        "claire@example.org",
    )


def test_a_case_is_asked_by_its_place(service):
    service.person("ab-k7q")
    service.employer("bakery")
    _commit(service)

    assert _told(service, "people/ab-k7q") == [("people/ab-k7q", ["opened"])]
    assert _told(service) == [("employers/bakery", ["opened"]), ("people/ab-k7q", ["opened"])]


def test_a_commit_that_changes_only_comments_tells_nothing(service):
    service.person("ab-k7q", "phone: '1'\n")
    _commit(service)
    service.person("ab-k7q", "phone: '1'  # at work\n")
    _commit(service)

    assert _told(service) == [("people/ab-k7q", ["opened"])]


def test_a_deleted_file_is_told(service):
    service.person("ab-k7q")
    _commit(service)
    (service.root / "people" / "ab-k7q.yaml").unlink()
    _commit(service)

    assert _told(service)[0] == ("people/ab-k7q", ["deleted"])


def test_a_version_at_fault_counts_as_what_is_legible(service):
    service.person("ab-k7q", "phone: '1'\n")
    _commit(service)
    service.person("ab-k7q", "phone: '2'\nplan: {goals: [\n")
    _commit(service)

    assert _told(service)[0] == ("people/ab-k7q", ["other"])


def test_a_repository_inside_a_larger_one_knows_its_own_place(service, tmp_path):
    from jobcoach.store.git_history import open_repository

    inner = service.root / "cases"
    (inner / "people").mkdir(parents=True)
    (inner / "people" / "ab-k7q.yaml").write_text("id: ab-k7q\nname: Amina\n")
    service.person("zz-999")
    _commit(service)

    assert [happened.case for happened in history(inner, None, 9)] == ["people/ab-k7q"]
    assert open_repository(inner).head.is_valid()


def test_without_git_or_without_a_commit_there_is_no_history(service, tmp_path, monkeypatch):
    with pytest.raises(Unusable) as no_commit:
        _told(service)
    with pytest.raises(Unusable) as no_repository:
        list(history(tmp_path, None, 5))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Unusable) as no_git:
        _told(service)

    codes = [error.value.code for error in (no_commit, no_repository, no_git)]
    assert codes == ["no-history", "no-history", "no-git"]
