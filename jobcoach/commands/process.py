"""``jobcoach process``: the models, as text or as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.shared import Noun, as_json_option, finish
from jobcoach.desk import Desk
from jobcoach.errors import NotFound, Unusable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jobcoach.domain.process import Process

app = Noun("The process models, their stages and needs.")


@app.verb("list")
def list_models(ctx: typer.Context, as_json: as_json_option = False) -> None:
    """List the models a case can follow."""
    from jobcoach.render import console, process_screen

    desk: Desk = ctx.obj
    models, default = known_models(desk)
    if as_json:
        console.show_json(process_screen.models_json(models, default))
    else:
        console.show(process_screen.models_screen(models, default, desk.texts))
    finish_models(desk)


@app.verb("show")
def show(
    ctx: typer.Context,
    process: Annotated[str, typer.Argument(metavar="ID", help="The model.")],
    as_json: as_json_option = False,
) -> None:
    """Show a model's stages: moves, needs, rhythm, limits."""
    from jobcoach.render import console, process_screen

    desk: Desk = ctx.obj
    model = one_model(desk, process)
    if as_json:
        console.show_json(process_screen.model_json(model))
    else:
        console.show(process_screen.model_screen(model, desk.texts))
    finish_models(desk)


@app.verb("draw")
def draw(
    ctx: typer.Context,
    process: Annotated[str, typer.Argument(metavar="ID", help="The model.")],
) -> None:
    """Draw a model as a Mermaid diagram, which forges and editors show as a picture."""
    from jobcoach.render import console, process_screen

    desk: Desk = ctx.obj
    console.show_text(process_screen.mermaid(one_model(desk, process), desk.texts))
    finish_models(desk)


def known_models(desk: Desk) -> tuple[Mapping[str, Process], str | None]:
    """Return the models and the service's default; outside a repository, the shipped ones."""
    from jobcoach.domain.settings import DEFAULT_PROCESS
    from jobcoach.store.repository import shipped_models

    try:
        desk.root  # noqa: B018 - asked only whether there is one
    except Unusable:
        if desk.folder is not None:
            raise
        return {model.id: model for model in shipped_models()}, None
    return desk.cases.processes, desk.settings.process or DEFAULT_PROCESS


def finish_models(desk: Desk) -> None:
    """End a command about models: one that could not be read whole is named, and exit 4 then."""
    try:
        desk.root  # noqa: B018 - outside a repository the shipped models are all there is
    except Unusable:
        return
    finish(desk, only="")


def one_model(desk: Desk, wanted: str) -> Process:
    """Return the model of that id; raises NotFound with the known ones."""
    models, _ = known_models(desk)
    if wanted not in models:
        raise NotFound("process-not-found", value=wanted, known=tuple(models))
    return models[wanted]
