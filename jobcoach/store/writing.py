"""Writing a file whole: a temporary one beside it, flushed to the disk, then put in its place."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from jobcoach.errors import Refused

_NEW = (
    os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


def write_whole(path: Path, text: str, *, lasting: bool = True) -> None:
    """Write *text* as UTF-8; the file is the old or the new one, never half. Raises Refused.

    What is not *lasting* can be made anew: nobody waits until the disk has it.
    """
    try:
        path = path.resolve() if path.is_symlink() else path
        if path.exists() and not path.is_file():  # a pipe or a device: nothing to put in its place
            with path.open("w", encoding="utf-8", newline="") as file:
                file.write(text)
            return
    except OSError as error:
        raise Refused("cannot-write", path=str(path)) from error
    write_bytes_whole(path, text.encode("utf-8"), lasting=lasting)


def write_bytes_whole(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write *data*; the file is the old or the new one, never half, and keeps its mode and group.

    Raises Refused where the disk is full, the folder read-only, or somebody may not write; the old file
    is untouched then.
    """
    temporary = None
    try:
        path = path.resolve() if path.is_symlink() else path
        path.parent.mkdir(parents=True, exist_ok=True)
        there = path.stat() if path.exists() else None
        mode = stat.S_IMODE(there.st_mode) if there else _default_mode()
        if there and not os.access(path, os.W_OK):
            raise PermissionError
        # One writer at a time holds the lock; the number keeps documents of two processes apart.
        temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
        with open(os.open(temporary, _NEW, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        if there:
            _give(temporary, there)
        temporary.chmod(mode)
        temporary.replace(path)
        if lasting:
            _flush_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            if temporary:
                temporary.unlink()
        full = is_full(error)
        raise Refused("disk-full" if full else "cannot-write", path=str(path)) from error


def is_full(error: OSError) -> bool:
    """Whether the disk is full, the person's share of it used up, or a file too large for it."""
    return error.errno in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


def remove_leftovers(path: Path) -> None:
    """Remove temporary files that an interrupted write of *path* left beside it."""
    for left in path.parent.glob(f".{path.name}.*.new"):
        with contextlib.suppress(OSError):
            left.unlink()


def _give(path: Path, there: os.stat_result) -> None:
    """Let a new file belong to whom the old one did, as far as the system allows: a team's group stays."""
    for owner in (there.st_uid, -1):
        with contextlib.suppress(OSError, AttributeError):
            os.chown(path, owner, there.st_gid)
            return


def _default_mode() -> int:
    """The mode of a new file, as the person's own settings have it."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _flush_folder(folder: Path) -> None:
    """Let the new name reach the disk as well, where the system can do that for a folder."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
