"""Who is at work, as git knows it."""

import shutil
import subprocess
from pathlib import Path

from jobcoach.errors import Unusable


def git_email(root: Path) -> str | None:
    """Return git's ``user.email`` for the folder, or None where none is set.

    Git is asked itself: it alone knows all the places a setting may come from, and importing
    GitPython costs more than the whole morning list.
    """
    git = shutil.which("git")
    if git is None:
        raise Unusable("no-git")
    asked = subprocess.run(
        [git, "-C", str(root), "config", "--get", "user.email"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if asked.returncode not in (
        0,
        1,
    ):  # 1: not set; anything else: git cannot read its own settings
        reason = asked.stderr.strip().splitlines()
        raise Unusable("git-failed", reason=reason[0] if reason else str(asked.returncode))
    return asked.stdout.strip() or None
