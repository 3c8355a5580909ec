"""One writer at a time: a lock of the operating system, let go by it when the process ends, however.

The file only says who holds it, for people to read; it stays, and means nothing by itself.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jobcoach.errors import Unusable

PATIENCE = 10.0
"""Seconds to wait for one and the same holder; a queue that moves on is waited for longer."""
_BETWEEN = 0.02, 0.06
_MOST = 1_000
_FAR = 1 << 30
"""Windows locks bytes: one far behind the text, which others may then still read."""


@contextmanager
def locked(path: Path, holder: str, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock at *path*; *holder* is what somebody who waits too long is told.

    Raises Unusable where one holder keeps it for longer than *patience* seconds, or it cannot be made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise Unusable("cannot-lock", path=str(path)) from error
    try:
        _wait(handle, patience)
        _say(handle, f"{holder[:200]} · {time.time_ns()}")
        yield
    finally:
        os.close(handle)  # and with it the lock


def _wait(handle: int, patience: float) -> None:
    said, since = _told(handle), time.monotonic()
    while not _try(handle):
        now = _told(handle)
        if now != said:
            said, since = now, time.monotonic()
        if time.monotonic() - since > patience:
            raise Unusable("locked", holder=said.rpartition(" · ")[0] or "?")
        time.sleep(random.uniform(*_BETWEEN))  # noqa: S311 - only so that not all ask at once


def _told(handle: int) -> str:
    os.lseek(handle, 0, os.SEEK_SET)
    return os.read(handle, _MOST).decode("utf-8", "replace")


def _say(handle: int, text: str) -> None:
    with suppress(OSError):  # a full disk: what is written next tells of it
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text.encode()[:_MOST])


def _taker() -> Callable[[int], None]:
    if sys.platform == "win32":
        import msvcrt

        def take(handle: int) -> None:
            os.lseek(handle, _FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

        return take
    import fcntl

    return lambda handle: fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _try(handle: int) -> bool:
    try:
        _taker()(handle)
    except OSError:
        return False
    return True
