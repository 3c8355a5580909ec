"""Writing a file whole: a temporary one beside it, flushed, then put in its place."""

import contextlib
import os
import tempfile
from pathlib import Path

from jobcoach.errors import Refused


def write_whole(path: Path, text: str) -> None:
    """Write *text* as UTF-8; the file is the old or the new one, never half. Raises Refused."""
    temporary = ""
    try:
        path = path.resolve() if path.is_symlink() else path
        if path.exists() and not path.is_file():  # a pipe or a device: nothing to put in its place
            with path.open("w", encoding="utf-8", newline="") as file:
                file.write(text)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with open(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            if temporary:
                Path(temporary).unlink()
        raise Refused("cannot-write", path=str(path)) from error
