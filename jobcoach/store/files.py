"""Where things lie on the disk: the repository's folders, and what ships with the package."""

import os
from pathlib import Path

from jobcoach.errors import Unusable

SETTINGS_FILE = "jobcoach.yaml"
QUALITY_FILE = "quality.yaml"
PEOPLE = "people"
EMPLOYERS = "employers"
PROCESSES = "processes"
OUT = "out"

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped(name: str) -> Path:
    """Return a folder that ships with the package: ``templates``, ``examples/cases``.

    In the wheel they lie inside the package; in a checkout, installed editable, beside it.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def shipped_processes() -> list[Path]:
    """Return the files of the five process models."""
    return sorted((_PACKAGE / PROCESSES).glob("*.yaml"))


def find_repository(given: str | None) -> Path:
    """Return the case repository: *given*, ``JOBCOACH_CASES``, or the nearest folder upward.

    Raises Unusable where there is no ``jobcoach.yaml``.
    """
    named = given or os.environ.get("JOBCOACH_CASES")
    if named:
        try:
            folder = Path(named).expanduser().absolute()
        except (RuntimeError, OSError):  # no such user; no current folder any more
            folder = Path(named)
        if not _has_settings(folder):
            raise Unusable("not-a-repository", folder=named)
        return folder
    try:
        here = Path.cwd()
    except OSError as error:
        raise Unusable("no-repository", folder=".") from error
    for folder in (here, *here.parents):
        if _has_settings(folder):
            return folder
    raise Unusable("no-repository", folder=str(here))


def _has_settings(folder: Path) -> bool:
    try:
        return os.path.lexists(folder / SETTINGS_FILE)
    except OSError:
        return False


Entries = list[os.DirEntry[str]]


def listing(root: Path, name: str) -> tuple[Entries, str | None]:
    """Return a folder's entries by name, hidden ones left out, and what keeps it from being read.

    ``outside`` (a link that leads out), ``broken-link``, ``permission``, ``not-a-folder``, or None. No
    folder is no trouble.
    """
    folder = root / name
    try:
        if folder.is_symlink() and not folder.resolve(strict=True).is_relative_to(root.resolve()):
            return [], "outside"
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
    except FileNotFoundError:
        return [], "broken-link" if folder.is_symlink() else None
    except PermissionError:
        return [], "permission"
    except (OSError, RuntimeError):
        return [], "not-a-folder"
    return sorted(shown, key=lambda entry: entry.name), None
