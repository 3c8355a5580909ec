"""A service's own templates: the files under ``templates/`` of its repository, and a new one among them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from jobcoach.errors import Refused

if TYPE_CHECKING:
    from jobcoach.store.change import Change

FOLDER = "templates"
FUNDER_FILE = "funder.yaml"
"""Which figures a funder is told: chosen beside the template that tells them."""

Trouble = Literal["outside-repository", "unreadable"]


class OwnTemplate(msgspec.Struct, frozen=True):
    """A file by its name below ``templates/`` (empty: the folder itself), and what keeps it from use."""

    name: str
    trouble: Trouble | None = None

    @property
    def path(self) -> str:
        """Its place in the repository."""
        return f"{FOLDER}/{self.name}" if self.name else FOLDER


def own_templates(root: Path) -> list[OwnTemplate]:
    """Return the service's own templates and pictures by name; of other files, those that lead out.

    Hidden files are none. A folder that is a link is gone into, unless it leads out of the repository.
    """
    found = _below(root / FOLDER, "", root.resolve(), frozenset())
    return sorted((own for own in found if own.trouble or _is_template(own.name)), key=_by_name)


def refuse_outside(root: Path) -> None:
    """Refuse to make anything while a template leads out of the repository; raises Refused."""
    for own in own_templates(root):
        if own.trouble == "outside-repository":
            raise Refused("template-outside", path=own.path)


def begin(change: Change, name: str, text: str) -> str:
    """Write and commit *text* as the service's own template *name* (``easy/plan``, ``funder.yaml``).

    Return its place.

    Raises Refused where it is there already, or cannot be written.
    """
    path = f"{FOLDER}/{name}" if name == FUNDER_FILE else f"{FOLDER}/{name}.j2"
    refuse_outside(change.root)
    if os.path.lexists(change.root / path):
        raise Refused("template-there", path=path)
    change.write_new(path, text.encode(), f"{path}: begun\n")
    return path


def _below(folder: Path, name: str, root: Path, above: frozenset[Path]) -> Iterator[OwnTemplate]:
    """What lies at *folder*; *above* are the folders it lies in, so that a link in a circle ends."""
    try:
        real = folder.resolve(strict=True)
    except (OSError, RuntimeError):
        if folder.is_symlink():
            yield OwnTemplate(name, "unreadable")
        return
    if not real.is_relative_to(root):
        yield OwnTemplate(name, "outside-repository")
    elif real.is_file():
        yield OwnTemplate(name, None if os.access(real, os.R_OK) else "unreadable")
    elif not real.is_dir():
        yield OwnTemplate(name, "unreadable")
    elif real not in above:
        try:
            entries = sorted(entry.name for entry in folder.iterdir())
        except OSError:
            yield OwnTemplate(name, "unreadable")
            return
        for entry in entries:
            if not entry.startswith("."):
                inner = f"{name}/{entry}" if name else entry
                yield from _below(folder / entry, inner, root, above | {real})


def _is_template(name: str) -> bool:
    return (
        name.endswith(".j2")
        or name == FUNDER_FILE
        or (name.startswith("pictures/") and name.endswith(".svg"))
    )


def _by_name(own: OwnTemplate) -> str:
    return own.name
