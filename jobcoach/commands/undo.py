"""``jobcoach undo``: take back jobcoach's own last change."""

from __future__ import annotations

from typing import Annotated

import typer

from jobcoach.commands.parameters import offers
from jobcoach.commands.shared import Noun
from jobcoach.commands.whom import case_in
from jobcoach.commands.writing import changing
from jobcoach.desk import Desk
from jobcoach.errors import Refused, Unusable
from jobcoach.store.files import SETTINGS_FILE

app = Noun("Take back jobcoach's own last change.", alone=True)


@app.verb("undo")
def undo(
    ctx: typer.Context,
    case: Annotated[
        str | None,
        typer.Argument(
            metavar="[CASE]",
            help="The last change of this case, whoever made it; default: your own last one.",
            autocompletion=offers("cases"),
        ),
    ] = None,
    opening_too: Annotated[
        bool,
        typer.Option("--opening-too", help="Even where that takes a whole case away."),
    ] = False,
) -> None:
    """Take back the last change that jobcoach made, with a commit of its own."""
    from jobcoach.render import console, recorded_screen
    from jobcoach.store.undoing import last_own_change, newest_commit, taken_back

    desk: Desk = ctx.obj
    with changing(desk, "undo") as change:
        if change.identity is None:
            raise Unusable("undo-needs-commits")
        wanted = case_in(change, case).id if case else None
        own = last_own_change(desk.root, change.identity.email, wanted)
        found = taken_back(desk.root, own)
        # A case just opened goes as it came; one with a life behind it only when that is said.
        opened = [
            path
            for path, data in found.items()
            if data is None and newest_commit(desk.root, path) != own.commit
        ]
        if opened and not opening_too:
            raise Refused("undo-opening", files=", ".join(opened), subject=own.subject)
        for path, data in found.items():
            place = "" if path == SETTINGS_FILE else path.removesuffix(".yaml")
            if data is None:
                change.remove(place)
            else:
                change.put_text(place, data)
        outcome = change.save(f"undo {own.action}", f"Undoes: {own.commit}")
    console.show(
        recorded_screen.taken_back_screen(outcome.saved, own.subject, change.cases, desk.texts)
    )
