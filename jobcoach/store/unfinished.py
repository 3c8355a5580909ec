"""What an interrupted command left behind, and mending it.

Before a command touches the first file it writes down what it is about to do, old and new text of each
file, beside git's own data; after the commit the note goes. Whoever writes next finds a note that was
left, and finishes what had begun: so a change is there whole or not at all, also one of many files.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from jobcoach.errors import Refused
from jobcoach.store import git
from jobcoach.store.writing import remove_leftovers, write_bytes_whole

FOLDER = "jobcoach"
NOTE = "change.json"

Outcome = Literal["nothing-written", "finished", "was-complete", "left-as-found"]


class FileChange(msgspec.Struct):
    """One file's bytes before and after; None where there is no file."""

    path: str
    before: bytes | None
    after: bytes | None


class Note(msgspec.Struct):
    """A change under way: what it is called, its files, whether it ends in a commit."""

    message: str
    files: list[FileChange]
    commits: bool


class Mended(msgspec.Struct, frozen=True):
    """What became of an interrupted change; *cases* names its files."""

    outcome: Outcome
    paths: tuple[str, ...]


def note_down(git_folder: Path, note: Note) -> None:
    """Write down what is about to be done; raises Refused where even that cannot be written."""
    write_bytes_whole(git_folder / FOLDER / NOTE, msgspec.json.encode(note))


def forget(git_folder: Path) -> None:
    """Remove the note: the change is there whole, or was taken back."""
    with contextlib.suppress(FileNotFoundError):
        (git_folder / FOLDER / NOTE).unlink()


def carry_out(
    root: Path, files: Sequence[FileChange], progress: Callable[[int, int], None] | None = None
) -> None:
    """Write the new text of each file; raises Refused with the old ones back in place.

    *progress* is told how many of how many are written.
    """
    done: list[FileChange] = []
    try:
        for file in files:
            put(root, file.path, file.after)
            done.append(file)
            if progress is not None:
                progress(len(done), len(files))
    except BaseException:
        for file in done:
            put(root, file.path, file.before)
        raise


def put(root: Path, path: str, data: bytes | None) -> None:
    """Write a file whole, or remove it."""
    if data is None:
        (root / path).unlink(missing_ok=True)
    else:
        write_bytes_whole(root / path, data)


def on_disk(root: Path, path: str) -> bytes | None:
    """Return a file's bytes as they are now, or None where there is none."""
    try:
        return (root / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def mend(root: Path, git_folder: Path) -> Mended | None:
    """Finish what an interrupted command had begun; None where there is nothing to mend.

    To be called under the lock. Where no file had been written yet the change is dropped; where some
    had, the rest is written and committed; where somebody has edited a file since, it stays as found.
    Raises Unusable, and leaves all for later, while git is in the middle of something.
    """
    found = git_folder / FOLDER / NOTE
    remove_leftovers(found)
    committing = git.interrupted_commit(root, git_folder)
    try:
        note = msgspec.json.decode(found.read_bytes(), type=Note)
    except FileNotFoundError:  # interrupted while it committed what was edited by hand
        return None if committing is None else Mended("nothing-written", committing)
    except (OSError, msgspec.MsgspecError):
        forget(git_folder)
        return Mended("left-as-found", ())
    if note.commits:
        git.refuse_unfinished(git_folder)
        git.refuse_detached(root, git_folder)
    for file in note.files:
        remove_leftovers(root / file.path)
    mended = Mended(_mend(root, note), tuple(file.path for file in note.files))
    forget(git_folder)
    return mended


def _mend(root: Path, note: Note) -> Outcome:
    now = [on_disk(root, file.path) for file in note.files]
    if all(data == file.before for data, file in zip(now, note.files, strict=True)):
        return "nothing-written"
    if any(
        data not in (file.before, file.after) for data, file in zip(now, note.files, strict=True)
    ):
        return "left-as-found"
    carry_out(root, note.files)
    if not note.commits:
        return "finished"
    waiting = git.changed_by_hand(root, [file.path for file in note.files])
    if not waiting:
        return "was-complete"
    new = [file.path for file in note.files if file.before is None and file.path in waiting]
    try:
        git.commit(root, waiting, note.message, new)
    except Refused:  # a hook does not want it: as if it had never begun
        for file in note.files:
            put(root, file.path, file.before)
        return "nothing-written"
    return "finished"
