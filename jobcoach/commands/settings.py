"""``jobcoach settings``: coaches, partners, the service's defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.keys import VALUE_HELP, adding, setting
from jobcoach.commands.parameters import offers
from jobcoach.commands.shared import Noun, as_json_option, finish
from jobcoach.commands.writing import changing
from jobcoach.desk import Desk
from jobcoach.store.files import SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobcoach.domain.settings import Settings

app = Noun("Coaches, partners, the service's defaults.")

KeyArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="KEY",
        help="As in jobcoach.yaml: language, coaches[0].capacity, followup.wait.answer.",
        autocompletion=offers("settings keys"),
    ),
]


@app.verb("show")
def show(ctx: typer.Context, as_json: as_json_option = False) -> None:
    """Show the settings; with --json, the file's own keys."""
    from jobcoach.domain.settings import Settings
    from jobcoach.render import console
    from jobcoach.store.plain import to_plain

    desk: Desk = ctx.obj
    source = desk.repository.source(SETTINGS_FILE)
    if as_json:
        console.show_json({"version": 1, "settings": to_plain(Settings, source.root)})
    else:
        console.show_text(console.clean_block(source.text))
    finish(desk, only=SETTINGS_FILE)


@app.verb("set")
def set_key(
    ctx: typer.Context,
    key: KeyArgument = None,
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="VALUE",
            help=VALUE_HELP,
            autocompletion=offers("settings values"),
        ),
    ] = None,
) -> None:
    """Set any key of the settings."""
    desk: Desk = ctx.obj
    change = setting(key, value, desk)
    _change(desk, "set", change)


@app.verb("add")
def add(
    ctx: typer.Context,
    key: KeyArgument = None,
    values: Annotated[
        list[str] | None,
        typer.Argument(metavar="VALUE…", help='id=karim "name=Karim Haddad" email=…'),
    ] = None,
) -> None:
    """Add a coach or a partner."""
    desk: Desk = ctx.obj
    change = adding(key, values, desk)
    _change(desk, "add", change)


def _change(desk: Desk, verb: str, make: Callable[[Settings], Settings]) -> None:
    from jobcoach.render import console
    from jobcoach.render.screen import Line

    with changing(desk, f"settings {verb}") as change:
        change.put(make(change.settings))
        change.save(verb)
    t = desk.texts
    console.show([Line("✓ " + t("Recorded in jobcoach.yaml."), "good")])
