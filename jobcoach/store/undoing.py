"""Taking back a change of jobcoach's own: its commit found in history, and undone in today's files.

Nothing is rewritten: what a commit changed is taken out of each file as it is now, by git's own merge of
single files, and that is a commit of its own. Where somebody has changed the same lines since, it refuses.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from jobcoach.errors import NotFound, Refused
from jobcoach.store import git
from jobcoach.store.unfinished import on_disk

NOT_OWN = frozenset({"hand-edit", "init", "disclosure"})
"""What was handed on stays told: no undo takes that line away."""
MOST = 2_000
"""So many commits back at most: older ones are history."""
_FORMAT = "%H%x00%ae%x00%B%x00%x01"
_REVERTED = re.compile(r"(?m)^This reverts commit ([0-9a-f]{40,})")


class OwnChange(msgspec.Struct, frozen=True):
    """A commit that jobcoach made: its full id, its subject and action, the cases it names."""

    commit: str
    subject: str
    action: str
    cases: tuple[str, ...]


class _Commit(msgspec.Struct):
    """A commit as ``git log`` tells it; *author* is an address."""

    id: str
    author: str
    text: str

    @property
    def trailers(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, value in re.findall(r"(?m)^([A-Z][a-z]+): (.+)$", self.text):
            found.setdefault(key, []).append(value.strip())
        return found


def last_own_change(root: Path, email: str | None, case: str | None) -> OwnChange:
    """Return the newest change of jobcoach's own that is not taken back yet, by undo or by git revert.

    Without *case* one made by whoever has the address *email*; with it, anybody's of that case (an id).
    Raises NotFound where there is none.
    """
    commits = _newest_first(root)
    known = {commit.id for commit in commits}
    undone: set[str] = set()
    elsewhere: list[tuple[str, frozenset[str]]] = []  # taken back before a rebase renamed it
    for commit in commits:
        trailers = commit.trailers
        action, cases = trailers.get("Action", [""])[-1], trailers.get("Case", [])
        undone.update(_REVERTED.findall(commit.text))
        if "Undoes" in trailers:
            undone.update(trailers["Undoes"])
            if known.isdisjoint(trailers["Undoes"]):
                what = commit.text.split("\n", 1)[0].partition(": undo ")[2]
                elsewhere.append((what, frozenset(cases)))
            continue
        if not action or action in NOT_OWN or commit.id in undone:
            continue
        if case is None and email and commit.author.casefold() != email.casefold():
            continue
        if case and case not in cases:
            continue
        if (action, frozenset(cases)) in elsewhere:
            elsewhere.remove((action, frozenset(cases)))
            continue
        return OwnChange(commit.id, commit.text.split("\n", 1)[0], action, tuple(cases))
    raise NotFound("nothing-to-undo" if case is None else "nothing-to-undo-in", value=case or "")


def _newest_first(root: Path) -> list[_Commit]:
    if git.run(root, "rev-parse", "--quiet", "--verify", "HEAD").returncode:
        return []  # nothing committed yet
    how = (f"--max-count={MOST}", "--no-show-signature", f"--format={_FORMAT}")
    found = []
    for record in git.git(root, "log", *how).split("\x01"):
        commit, _, rest = record.strip("\n").partition("\0")
        author, _, text = rest.partition("\0")
        if commit:
            found.append(_Commit(commit, author, text.rstrip("\0")))
    return found


def newest_commit(root: Path, path: str) -> str:
    """Return the full id of the last commit that touched a file."""
    return git.git(root, "log", "-1", "--format=%H", "--", path).strip()


def taken_back(root: Path, change: OwnChange) -> Mapping[str, bytes | None]:
    """Return each file that *change* touched as it is without it; None is a file to remove.

    Raises Refused where later edits touch the same lines.
    """
    names = git.git(
        root,
        "diff-tree",
        "--root",
        "-r",
        "--no-commit-id",
        "--name-only",
        "--relative",
        "-z",
        change.commit,
    )
    result: dict[str, bytes | None] = {}
    for path in filter(None, names.split("\0")):
        now = on_disk(root, path)
        before = _ending_like(now, git.committed(root, path, f"{change.commit}^"))
        after = _ending_like(now, git.committed(root, path, change.commit))
        if now == after:
            result[path] = before
        elif before is None or after is None or now is None:
            raise Refused("undo-overtaken", file=path, subject=change.subject)
        else:
            result[path] = _merged(now, after, before, path, change)
    return result


def _ending_like(now: bytes | None, data: bytes | None) -> bytes | None:
    """Return *data* with the line ends of *now*: with autocrlf, git keeps others than the disk has."""
    if now is None or data is None or (b"\r\n" in now) == (b"\r\n" in data):
        return data
    plain = data.replace(b"\r\n", b"\n")
    return plain.replace(b"\n", b"\r\n") if b"\r\n" in now else plain


def _merged(now: bytes, base: bytes, other: bytes, path: str, change: OwnChange) -> bytes:
    """Carry the way from *base* to *other* over into *now*."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, data in (("now", now), ("base", base), ("other", other)):
            file = Path(folder) / name
            file.write_bytes(data)
            names.append(str(file))
        ran = git.run(Path(folder), "merge-file", "-p", "-q", *names)
    if ran.returncode:
        raise Refused("undo-overtaken", file=path, subject=change.subject)
    return ran.stdout
