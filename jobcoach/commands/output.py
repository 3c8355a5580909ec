"""Where a document, a report or a calendar goes: printed, or written to a file whose path is printed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from jobcoach.errors import WrongUsage


def put_out(made: str | bytes, output: str | None, otherwise: Path) -> None:
    """Print what was made where *output* is ``-``; else write it there, or to *otherwise*, and print the path."""
    from jobcoach.render import console
    from jobcoach.store.writing import write_bytes_whole, write_whole

    if output == "-":
        if isinstance(made, bytes):
            sys.stdout.buffer.write(made)
        else:
            console.show_text(made)
        return
    path = Path(output) if output else otherwise
    if isinstance(made, bytes):
        write_bytes_whole(path, made, lasting=False)
    else:
        write_whole(path, made, lasting=False)
    console.show_text(str(path))


def format_by_name(output: str | None, endings: Mapping[str, str]) -> str | None:
    """Return the format that a file's name asks for, or None where it has no ending.

    *endings* are formats by ending. Raises WrongUsage for another one: a text in a file called ``x.docx`` would
    open nowhere.
    """
    ending = Path(output or "").suffix.lstrip(".").lower()
    if ending and ending not in endings:
        raise WrongUsage("unknown-option", value=ending, option="-o", known=tuple(endings))
    return endings.get(ending)
