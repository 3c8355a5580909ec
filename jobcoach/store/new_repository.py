"""A new case repository: folders, settings, schemas for editors, git."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jobcoach.errors import Refused, Unusable
from jobcoach.store import files
from jobcoach.store.git import git

GITATTRIBUTES = """\
# Case files keep the line ends they have, and two coaches' entries are never merged blindly.
*.yaml -text
"""
GITIGNORE = """\
# Rendered documents hold people's data: they are made anew when needed.
out/
"""
VSCODE = """\
{
  "yaml.schemas": {
    "./.schemas/person.json": "people/*.yaml",
    "./.schemas/employer.json": "employers/*.yaml",
    "./.schemas/process.json": "processes/*.yaml",
    "./.schemas/settings.json": "jobcoach.yaml",
    "./.schemas/quality.json": "quality.yaml"
  },
  "files.encoding": "utf8"
}
"""


def make_folder(folder: Path) -> None:
    """Make *folder* for a new repository; raises Refused where something is in it already.

    A folder that only holds ``.git`` is empty enough.
    """
    try:
        if folder.exists() and any(entry.name != ".git" for entry in folder.iterdir()):
            raise Refused("folder-not-empty", folder=str(folder))
        folder.mkdir(parents=True, exist_ok=True)
    except (NotADirectoryError, FileExistsError) as error:
        raise Refused("folder-not-empty", folder=str(folder)) from error
    except OSError as error:
        raise Refused("cannot-write", path=str(folder)) from error


def write_all(folder: Path, contents: Mapping[str, str | bytes]) -> None:
    """Write new files below *folder*; line ends as given."""
    for name, content in contents.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        except OSError as error:
            raise Refused("cannot-write", path=str(path)) from error


def frame(schemas: Mapping[str, bytes]) -> dict[str, str | bytes]:
    """Return the files around the case files."""
    contents: dict[str, str | bytes] = {
        ".gitattributes": GITATTRIBUTES,
        ".gitignore": GITIGNORE,
        ".vscode/settings.json": VSCODE,
        f"{files.PEOPLE}/.gitkeep": "",
        f"{files.EMPLOYERS}/.gitkeep": "",
    }
    return contents | {f".schemas/{name}.json": data for name, data in schemas.items()}


def init_git(folder: Path) -> None:
    """Make *folder* a git repository, unless it is one already (or lies in one)."""
    if not (folder / ".git").exists():
        git(folder, "init", "-q", "-b", "main")


def has_identity(folder: Path) -> bool:
    """Whether git knows who is at work here."""
    try:
        return bool(git(folder, "var", "GIT_AUTHOR_IDENT"))
    except Unusable as error:
        if error.code == "no-git":
            raise
        return False


def commit_all(folder: Path, paths: Sequence[str], message: str) -> None:
    """Commit the new files of a new repository."""
    git(folder, "add", "--", *paths)
    git(folder, "commit", "-q", "-m", message)
