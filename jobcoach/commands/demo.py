"""``jobcoach demo``: a living example."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from jobcoach.commands.shared import Noun
from jobcoach.desk import Desk

app = Noun("Make a living example to try things on.", alone=True)


@app.verb("demo")
def demo(
    ctx: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="A new or empty folder.")] = Path(
        "demo"
    ),
) -> None:
    """Copy the examples, moved so that their story ends today, with months of history in git."""
    from jobcoach.commands.init import schemas
    from jobcoach.domain.settings import Settings
    from jobcoach.render import console
    from jobcoach.render.screen import Line, Title
    from jobcoach.store import new_repository, story
    from jobcoach.store.codec import decode_record
    from jobcoach.store.files import SETTINGS_FILE, shipped
    from jobcoach.store.git import git
    from jobcoach.store.source import parse

    desk: Desk = ctx.obj
    new_repository.make_folder(folder)
    examples = shipped("examples") / "cases"
    texts = {
        path.relative_to(examples).as_posix(): path.read_bytes().decode()
        for path in sorted(examples.rglob("*.yaml"))
    }
    days = (desk.today - story.story_day(texts[SETTINGS_FILE])).days
    texts = {path: story.moved(text, days) for path, text in texts.items()}
    settings_text = texts.pop(SETTINGS_FILE)
    settings, _ = decode_record(SETTINGS_FILE, parse(settings_text), Settings)
    coaches = {c.id: f"{c.name} <{c.email}>" for c in settings.coaches}
    frame = {
        path: data if isinstance(data, bytes) else data.encode()
        for path, data in new_repository.frame(schemas()).items()
    }
    frame[SETTINGS_FILE] = settings_text.encode()
    told = story.versions(texts, desk.today, coaches)

    new_repository.init_git(folder)
    git(folder, "fast-import", "--quiet", data=story.fast_import(frame, told, coaches))
    git(folder, "symbolic-ref", "HEAD", "refs/heads/main")
    git(folder, "reset", "-q", "--hard", "main")
    at_work = settings.coaches[0]
    git(folder, "config", "user.name", at_work.name or at_work.id)
    git(folder, "config", "user.email", at_work.email or "")

    if desk.language_asked is None:
        desk.language_asked = settings.language
    t = desk.texts
    console.show(
        [
            Title(
                t(
                    "The example is ready in {folder}: {count} files, {commits} commits",
                    folder=str(folder),
                    count=len(texts) + 1,
                    commits=len(told) + 1,
                )
            ),
            Line(
                t("All persons and firms in it are invented. You are {coach}.", coach=at_work.name)
            ),
            Line(),
            *(Line(f"{program()} -C {folder} {command}", indent=2) for command in TRY),
        ]
    )


def program() -> str:
    """Return how this program is called here: by its name, or by its path where it is not found."""
    called = Path(sys.argv[0])
    return str(called) if called.stem == "jobcoach" and not shutil.which("jobcoach") else "jobcoach"


TRY = (
    "followup due",
    "followup due --all --within 7d",
    "person show amina",
    "plan render amina",
    "plan render amina --for coach",
    'followup log amina "Le vendredi se passe bien" --next +1w',
    "undo",
    "history amina",
    "check",
)
