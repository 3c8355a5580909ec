"""Git itself, called by its own name: it alone knows its settings, hooks, signing and line ends.

GitPython reads history (``store.git_history``); importing it costs more than a whole quick command.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from jobcoach.errors import Refused, Unusable
from jobcoach.store import files
from jobcoach.store.writing import is_full

UNFINISHED = {
    "MERGE_HEAD": "merge",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}
PATIENCE = 3.0
"""Seconds that another git command may still need to let go of the index."""
MARK = "jobcoach/committing"
"""Stands in git's folder while a commit of ours is made; names its files, and is locked by git as well."""
ORPHAN_PATIENCE = 10.0
"""Seconds for a git to end whose jobcoach was killed: it may be running a hook."""
QUIET = 0.5
"""Seconds after which a lock that nobody touches is taken for a dead git's."""
_IDENTITY = re.compile(r"(?P<name>.*) <(?P<email>[^>]*)> \d+ [+-]\d{4}")


class Identity(msgspec.Struct, frozen=True):
    """Who is at work, as git writes it into a commit."""

    name: str
    email: str


def git(folder: Path, *arguments: str, data: bytes | None = None) -> str:
    """Run git in *folder* and return what it says; raises Unusable where it is missing or refuses."""
    ran = run(folder, *arguments, data=data)
    if ran.returncode:
        raise Unusable("git-failed", reason=reason_of(ran))
    return ran.stdout.decode("utf-8", "replace")


def run(
    folder: Path, *arguments: str, data: bytes | None = None, held: Sequence[int] = ()
) -> subprocess.CompletedProcess[bytes]:
    """Run git in *folder*, however it ends; raises Unusable where there is no git.

    *held* are open files that git holds on to as well, even when jobcoach is killed.
    """
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],
            input=data,
            stdin=None if data is not None else subprocess.DEVNULL,
            capture_output=True,
            check=False,
            pass_fds=held,
        )
    except FileNotFoundError as error:
        raise Unusable("no-git") from error


def reason_of(ran: subprocess.CompletedProcess[bytes]) -> str:
    """Return the last line of what git complained about."""
    said = (ran.stderr or ran.stdout).decode("utf-8", "replace").strip().splitlines()
    said = [line for line in said if not line.startswith("hint:")] or said
    return said[-1] if said else str(ran.returncode)


def git_email(root: Path) -> str | None:
    """Return git's ``user.email`` for the folder, or None where none is set."""
    ran = run(root, "config", "--get", "user.email")
    if ran.returncode not in (0, 1):  # 1: not set; anything else: git cannot read its own settings
        raise Unusable("git-failed", reason=reason_of(ran))
    return ran.stdout.decode("utf-8", "replace").strip() or None


def times_changed(root: Path) -> int:
    """Return how often the case files were changed: every commit, and what is in none yet once.

    Grows with the history, the same in every clone; 0 outside of git.
    """
    places = (files.SETTINGS_FILE, files.PEOPLE, files.EMPLOYERS, files.PROCESSES)
    try:
        commits = run(root, "rev-list", "--count", "HEAD")
        by_hand = run(root, "--no-optional-locks", "status", "--porcelain", "--", *places)
    except Unusable:
        return 0
    return int(commits.stdout if not commits.returncode else 0) + bool(by_hand.stdout)


def identity(root: Path) -> Identity:
    """Return who is at work; raises Unusable where git was never told, rather than let it guess."""
    ran = run(root, "-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT")
    found = _IDENTITY.fullmatch(ran.stdout.decode("utf-8", "replace").strip())
    if ran.returncode or found is None:
        raise Unusable("no-identity")
    return Identity(found["name"], found["email"])


def git_folder(root: Path) -> Path:
    """Return git's own folder for the case repository; raises Unusable where there is none."""
    plain = root / ".git"
    if plain.is_dir():
        return plain
    ran = run(root, "rev-parse", "--absolute-git-dir")
    if ran.returncode:
        raise Unusable("no-git-repository", folder=str(root))
    return Path(ran.stdout.decode("utf-8", "replace").strip())


def refuse_unfinished(folder: Path) -> None:
    """Refuse to write while git is in the middle of something; raises Unusable with what to do."""
    for name, work in UNFINISHED.items():
        if (folder / name).exists():
            raise Unusable("git-unfinished", work=work)
    wait_for_index(folder)


def wait_for_index(folder: Path) -> None:
    """Give another git command a moment to end; raises Unusable where its lock stays."""
    lock = folder / "index.lock"
    until = time.monotonic() + PATIENCE
    while lock.exists():
        if time.monotonic() > until:
            raise Unusable("index-locked", path=str(lock))
        time.sleep(0.05)


def refuse_detached(root: Path, folder: Path) -> None:
    """Refuse where commits would belong to no branch: whoever moves on would lose them."""
    try:
        head = (folder / "HEAD").read_text(encoding="utf-8")
    except OSError:
        head = "ref: "  # git itself will say what is wrong
    if not head.startswith("ref: "):
        raise Unusable("git-detached", folder=str(root))


def changed_by_hand(root: Path, paths: Sequence[str]) -> list[str]:
    """Return those of *paths* that say something else than the last commit, or are new to git."""
    # Without --no-optional-locks, a kill in the middle would leave a lock behind.
    how = ("--porcelain", "-z", "--no-renames", "--untracked-files=all")
    said = git(root, "--no-optional-locks", "status", *how, "--", *paths)
    found = {entry[3:] for entry in said.split("\0") if entry}
    told = [path for path in paths if any(_same(path, name) for name in found)]
    # A difference of line ends only, or of the index, is none: there would be nothing to commit.
    return [path for path in told if not _in_last_commit(root, [path])]


def _same(path: str, name: str) -> bool:
    # Inside a larger repository, git tells names from its own top.
    return name == path or name.endswith(f"/{path}")


def committed(root: Path, path: str, revision: str = "HEAD") -> bytes | None:
    """Return a file as a checkout of a commit would write it, or None where it is not in it."""
    ran = run(root, "cat-file", "--filters", f"{revision}:./{path}")
    return None if ran.returncode else ran.stdout


def commit(root: Path, paths: Sequence[str], message: str, new: Sequence[str] = ()) -> None:
    """Commit exactly *paths*, whatever else is staged; *new* are those git does not know yet.

    Hooks, signing and line ends are git's own business. Raises Refused with what git or a hook says.
    """
    folder = git_folder(root)
    how = ("-c", "i18n.commitEncoding=UTF-8", "commit", "--quiet", "--only", "-F", "-")
    with _marked(folder, paths) as held:
        ran = _run_marked(root, folder, held, "add", "--", *new) if new else None
        if ran is None or not ran.returncode:
            ran = _run_marked(root, folder, held, *how, "--", *paths, data=message.encode())
        if ran.returncode and (new or ran.returncode != 1):
            _run_marked(root, folder, held, "reset", "--quiet", "--", *paths)
    # It may have failed at the very end, with the commit made.
    if ran.returncode == 1 or (ran.returncode and not _in_last_commit(root, paths)):
        raise Refused("commit-refused", reason=reason_of(ran))


def _in_last_commit(root: Path, paths: Sequence[str]) -> bool:
    """Whether the last commit has *paths* as they are now; asks nothing of the index."""
    for path in paths:
        there = run(root, "rev-parse", "--quiet", "--verify", f"HEAD:./{path}").stdout
        now = run(root, "hash-object", "--", path).stdout if (root / path).exists() else b""
        if now != there:
            return False
    return True


# A commit that was interrupted


@contextmanager
def _marked(folder: Path, paths: Sequence[str]) -> Iterator[Sequence[int]]:
    """Leave a mark beside git's data while a commit is made; it goes when git has ended by itself.

    Git inherits the lock on the mark: whoever finds the mark and gets its lock knows that both are gone.
    """
    mark = folder / MARK
    try:
        mark.parent.mkdir(exist_ok=True)
        mark.write_bytes("\0".join(paths).encode())
        handle = os.open(mark, os.O_RDWR)
    except OSError as error:
        mark.unlink(missing_ok=True)
        raise Refused("disk-full" if is_full(error) else "cannot-write", path=str(mark)) from error
    try:
        yield (handle,) if _lock(handle) and sys.platform != "win32" else ()
    except Exception:
        mark.unlink()
        raise
    else:
        mark.unlink()
    finally:
        os.close(handle)


def _run_marked(
    root: Path, folder: Path, held: Sequence[int], *arguments: str, data: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git under the mark; where a signal killed it, remove the locks that it could not."""
    ran = run(root, *arguments, data=data, held=held)
    if ran.returncode < 0:
        _remove_locks(folder, folder / MARK, quiet=0)
    return ran


def interrupted_commit(root: Path, folder: Path) -> tuple[str, ...] | None:
    """Return the files of a commit of ours that was interrupted; None where there was none.

    Its git has ended then, its locks are gone, and the index says of these files what the last commit
    says. Raises Unusable where that git is still at work, or another one in the middle of something.
    """
    mark = folder / MARK
    try:
        handle = os.open(mark, os.O_RDWR)
    except FileNotFoundError:
        return None
    try:
        until = time.monotonic() + ORPHAN_PATIENCE
        while not (ended := _lock(handle)) and time.monotonic() < until:
            time.sleep(0.05)
    finally:
        os.close(handle)
    if ended:
        _remove_locks(folder, mark)
    refuse_unfinished(folder)
    paths = tuple(filter(None, mark.read_text(encoding="utf-8").split("\0")))
    if paths:
        git(root, "reset", "--quiet", "--", *paths)
    mark.unlink()
    return paths


def _lock(handle: int) -> bool:
    """Take the lock of a mark; False where another process holds it."""
    if sys.platform == "win32":  # git cannot inherit it there, and nobody ever holds it
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _remove_locks(folder: Path, mark: Path, quiet: float = QUIET) -> None:
    """Remove the locks that a git of ours left when it was killed; older ones are somebody else's.

    So are those that change or go within *quiet* seconds.
    """
    since = mark.stat().st_mtime
    names = ("index.lock", "HEAD.lock", "packed-refs.lock", "objects/maintenance.lock")
    locks = [folder / name for name in names]
    locks += [*folder.glob("next-index-*.lock"), *(folder / "refs" / "heads").rglob("*.lock")]
    left = {lock: state for lock in locks if (state := _state(lock)) and state[0] >= since}
    begun = time.monotonic()
    while left and time.monotonic() - begun < quiet:
        time.sleep(0.1)
        left = {lock: state for lock, state in left.items() if _state(lock) == state}
    for lock in left:
        lock.unlink(missing_ok=True)


def _state(lock: Path) -> tuple[float, int] | None:
    try:
        info = lock.stat()
    except OSError:
        return None
    return info.st_mtime, info.st_size
