"""``jobcoach quality``: the team's self-assessment, begun; ``report quality`` shows it beside the files."""

from __future__ import annotations

import os

import typer

from jobcoach.commands.shared import Noun
from jobcoach.desk import Desk
from jobcoach.errors import Refused

app = Noun("The team's self-assessment along quality standards.")


@app.verb("begin")
def begin(ctx: typer.Context) -> None:
    """Write quality.yaml with every indicator, for the team to fill in."""
    from jobcoach.commands.writing import changing
    from jobcoach.render import console
    from jobcoach.render.catalogue import texts
    from jobcoach.render.quality_file import beginning
    from jobcoach.store.files import QUALITY_FILE

    desk: Desk = ctx.obj
    t = texts(desk.settings.language or desk.language)
    with changing(desk, "quality begin") as change:
        if os.path.lexists(change.root / QUALITY_FILE):
            raise Refused("quality-there", path=QUALITY_FILE)
        text = beginning(desk.today, change.coach, t)
        change.write_new(QUALITY_FILE, text.encode(), f"{QUALITY_FILE}: begun\n")
    console.show_text(str(desk.root / QUALITY_FILE))
