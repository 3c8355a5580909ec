"""``jobcoach template``: the service's own look and words in documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.asking import required
from jobcoach.commands.parameters import offers
from jobcoach.commands.shared import Noun, as_json_option
from jobcoach.desk import Desk
from jobcoach.errors import NotFound, Unusable
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from jobcoach.domain.cases import Cases
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.template_trial import TemplateFault
    from jobcoach.store.own_templates import OwnTemplate

app = Noun("The service's own look and words in documents.")


@app.verb("list")
def list_templates(ctx: typer.Context, as_json: as_json_option = False) -> None:
    """List the templates of all documents, and the service's own."""
    from jobcoach.render import console, template_screen

    desk: Desk = ctx.obj
    own = template_screen.own_by_name([one.name for one in _own_at_hand(desk) if one.name])
    if as_json:
        console.show_json(template_screen.list_json(own, desk.texts))
    else:
        console.show(template_screen.list_screen(own, desk.texts))


@app.verb("copy")
def copy(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="A shipped template: plan, easy/plan, html/page.",
            autocompletion=offers("templates"),
        ),
    ] = None,
) -> None:
    """Begin a template of the service's own: it inherits the shipped one, block by block."""
    from jobcoach.commands.writing import changing
    from jobcoach.render import console
    from jobcoach.render.own_template import beginning
    from jobcoach.render.template_screen import TEMPLATES
    from jobcoach.store.files import shipped
    from jobcoach.store.own_templates import begin

    desk: Desk = ctx.obj
    wanted = _plain(required(name, "NAME", N_("Which template?"), desk))
    if wanted not in TEMPLATES:
        raise NotFound("template-not-found", value=wanted, known=TEMPLATES)
    text = beginning(wanted, shipped("templates"), _service_texts(desk))
    with changing(desk, "template copy") as change:
        path = begin(change, wanted, text)
    console.show_text(str(desk.root / path))


@app.verb("check")
def check(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...",
            help="Only these of the service's own templates.",
            autocompletion=offers("own templates"),
        ),
    ] = None,
    as_json: as_json_option = False,
) -> None:
    """Try the service's own templates on the example cases."""
    from jobcoach.render import console, template_screen
    from jobcoach.store.own_templates import own_templates

    desk: Desk = ctx.obj
    own = own_templates(desk.root)
    wanted = _wanted(names or (), own)
    found = _tried(desk, own, wanted)
    if as_json:
        paths = [one.path for one in own if one.name in wanted]
        console.show_json(template_screen.faults_json(found, paths, desk.texts))
    else:
        console.show(template_screen.faults_screen(found, len(wanted), desk.texts))
    if any(fault.code not in template_screen.WARNINGS for fault in found):
        raise typer.Exit(1)


def _own_at_hand(desk: Desk) -> list[OwnTemplate]:
    """The service's own templates; outside a repository there are none."""
    from jobcoach.store.own_templates import own_templates

    try:
        root = desk.root
    except Unusable:
        if desk.folder is not None:
            raise
        return []
    return own_templates(root)


def _service_texts(desk: Desk) -> Texts:
    """The texts of the service's own language, whatever the screen speaks."""
    from jobcoach.render.catalogue import texts

    return texts(desk.settings.language or desk.language)


def _plain(name: str) -> str:
    """A template's name as it is listed, however it was typed: without its folder and its ending."""
    return name.replace("\\", "/").removeprefix("templates/").removesuffix(".j2")


def _wanted(names: Sequence[str], own: Sequence[OwnTemplate]) -> list[str]:
    """The own templates of these names, all without any; raises NotFound."""
    known = {_plain(one.name): one.name for one in own}
    for name in names:
        if _plain(name) not in known:
            raise NotFound("own-template-not-found", value=_plain(name), known=tuple(known))
    return list(dict.fromkeys(known[_plain(name)] for name in names)) or list(known.values())


def _tried(desk: Desk, own: Sequence[OwnTemplate], wanted: Collection[str]) -> list[TemplateFault]:
    """What is wrong with the templates *wanted*, or with a shipped one on account of them."""
    from jobcoach.commands import making
    from jobcoach.render.template_trial import SHIPPED, TemplateFault, faults

    trouble = [TemplateFault(one.name, 1, one.trouble) for one in own if one.trouble]
    if trouble or not own:
        return trouble
    papers = [
        making.paper_for(desk, making.wanted(None, None, style, None))
        for style in ("standard", "easy")
    ]
    found = faults(
        [one.name for one in own], making.template_folders(desk), *_examples(desk), papers
    )
    return [fault for fault in found if fault.file in wanted or fault.file.startswith(SHIPPED)]


def _examples(desk: Desk) -> tuple[Cases, date]:
    """The example cases on the day of their story, as cases of this service: its name and its address."""
    from msgspec.structs import replace

    from jobcoach.store.files import SETTINGS_FILE, shipped
    from jobcoach.store.repository import Repository
    from jobcoach.store.story import story_day

    root = shipped("examples") / "cases"
    cases = Repository(root).cases
    settings = replace(cases.settings, organisation=desk.settings.organisation)
    day = story_day((root / SETTINGS_FILE).read_text(encoding="utf-8"))
    return cases.with_records([settings]), day
