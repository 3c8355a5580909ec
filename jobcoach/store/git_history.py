"""The git history of case files: who changed what, when, told by the files' own content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from jobcoach.domain.changes import Happened, changes
from jobcoach.domain.employers import Employer
from jobcoach.domain.people import Person
from jobcoach.errors import NotFound, Unusable
from jobcoach.store import files
from jobcoach.store.codec import decode_record
from jobcoach.store.source import FormFault, decode, parse

if TYPE_CHECKING:
    from git import Commit, Repo

_RECORDS: dict[str, type[Person] | type[Employer]] = {
    files.PEOPLE: Person,
    files.EMPLOYERS: Employer,
}


def open_repository(root: Path) -> Repo:
    """Return the git repository of the case files; raises Unusable where there is none, or no git."""
    import shutil

    if shutil.which("git") is None:
        raise Unusable("no-git")
    from git import Repo
    from git.exc import InvalidGitRepositoryError, NoSuchPathError

    try:
        repo = Repo(root, search_parent_directories=True)
    except (InvalidGitRepositoryError, NoSuchPathError) as error:
        raise Unusable("no-history", folder=str(root)) from error
    if not repo.head.is_valid():
        raise Unusable("no-history", folder=str(root))
    return repo


def history(root: Path, case: str | None, most: int) -> Iterator[Happened]:
    """Return what happened, the latest first, in at most *most* commits.

    *case* is a file's place without its ending; None is every case. A version that cannot be read
    counts as what is legible of it.
    """
    repo = open_repository(root)
    prefix = _inside(Path(repo.working_dir), root)
    wanted = [f"{prefix}{case}.yaml"] if case else [f"{prefix}{folder}" for folder in _RECORDS]
    for commit in repo.iter_commits(paths=wanted, max_count=most):
        for path in _touched(commit, prefix, wanted):
            before = _version(commit.parents[0], prefix, path) if commit.parents else None
            after = _version(commit, prefix, path)
            undone = "\nUndoes: " in str(commit.message)
            told = changes(after, before) if undone else changes(before, after)
            if told:
                yield Happened(
                    on=commit.authored_datetime.date(),
                    at=commit.authored_datetime,
                    author=commit.author.name or "",
                    email=commit.author.email or "",
                    commit=commit.hexsha[:10],
                    case=path.removesuffix(".yaml"),
                    changes=told,
                    undone=undone,
                )


def version_where(root: Path, case: str, holds: Callable[[Person], bool]) -> Person | None:
    """Return the newest committed version of a person's file of which *holds* is true, or None."""
    repo = open_repository(root)
    prefix = _inside(Path(repo.working_dir), root)
    for commit in repo.iter_commits(paths=[f"{prefix}{case}.yaml"]):
        version = _version(commit, prefix, f"{case}.yaml")
        if isinstance(version, Person) and holds(version):
            return version
    return None


def _inside(top: Path, root: Path) -> str:
    """The case repository's own place inside a larger git repository, with a slash, or nothing."""
    try:
        place = root.resolve().relative_to(top.resolve()).as_posix()
    except ValueError as error:
        raise NotFound("path-not-found", value=str(root)) from error
    return "" if place == "." else f"{place}/"


def _touched(commit: Commit, prefix: str, wanted: list[str]) -> list[str]:
    """The case files a commit touched, by their place in the case repository."""
    names = commit.repo.git.diff_tree(
        "--root",
        "-r",
        "-m",
        "--first-parent",
        "--name-only",
        "--no-commit-id",
        "-z",
        commit.hexsha,
        "--",
        *wanted,
    ).split("\0")
    return sorted(name.removeprefix(prefix) for name in set(names) if name.endswith(".yaml"))


def _version(commit: Commit, prefix: str, path: str) -> Person | Employer | None:
    try:
        blob = commit.tree / f"{prefix}{path}"
    except KeyError:
        return None
    text = decode(blob.data_stream.read())
    if isinstance(text, FormFault):
        return None
    stem = Path(path).stem
    record, _ = decode_record(path, parse(text), _RECORDS[path.split("/")[0]], id=stem, name=stem)
    return record
