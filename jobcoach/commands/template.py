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
    from collections.abc import Collection, Iterator, Sequence
    from datetime import date

    from jobcoach.domain.cases import Cases
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.documents.frame import Paper, View
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
    from jobcoach.render.own_template import beginning, funder_beginning
    from jobcoach.render.template_screen import FUNDER_FILE, TEMPLATES
    from jobcoach.store.files import shipped
    from jobcoach.store.own_templates import begin

    desk: Desk = ctx.obj
    wanted = _plain(required(name, "NAME", N_("Which template?"), desk))
    if wanted not in TEMPLATES:
        raise NotFound("template-not-found", value=wanted, known=TEMPLATES)
    folder, t = shipped("templates"), _service_texts(desk)
    if wanted == FUNDER_FILE:
        text = funder_beginning((folder / FUNDER_FILE).read_text(encoding="utf-8"), t)
    else:
        text = beginning(wanted, folder, t)
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
    from jobcoach.store.own_templates import FUNDER_FILE

    trouble = [TemplateFault(one.name, 1, one.trouble) for one in own if one.trouble]
    if trouble or not own:
        return trouble
    papers = [
        making.paper_for(desk, making.wanted(None, None, style, None))
        for style in ("standard", "easy")
    ]
    cases, day = _examples(desk)
    templates = [one.name for one in own if one.name != FUNDER_FILE]
    choice = _choice_faults(desk) if len(templates) < len(own) else []

    def reports(paper: Paper) -> Iterator[tuple[str, View]]:
        return _example_reports(desk, cases, day, paper, bool(choice))

    folders = making.template_folders(desk)
    found = faults(templates, folders, cases, day, papers, reports)
    if choice:  # the funder's report was not tried: nobody knows what it would use
        found = choice + [fault for fault in found if fault.code != "template-unused"]
    return [fault for fault in found if fault.file in wanted or fault.file.startswith(SHIPPED)]


def _choice_faults(desk: Desk) -> list[TemplateFault]:
    """What is wrong with the service's own choice of figures for its funder."""
    from jobcoach.commands.funding import funder_faults
    from jobcoach.commands.report import FOR_FUNDERS
    from jobcoach.render.messages import fault_message
    from jobcoach.render.template_trial import TemplateFault
    from jobcoach.store.funder_file import read_funder_file
    from jobcoach.store.own_templates import FUNDER_FILE

    reports = {name: report(desk) for name, report in FOR_FUNDERS.items()}
    return [
        TemplateFault(FUNDER_FILE, fault.line, "template-error", *fault_message(fault, desk.texts))
        for fault in funder_faults(read_funder_file(desk.root), reports)
    ]


def _example_reports(
    desk: Desk, cases: Cases, day: date, paper: Paper, unsound: bool
) -> Iterator[tuple[str, View]]:
    """The reports on the example cases, each with its template; no funder's where its choice is *unsound*."""
    from jobcoach.commands.report import activity, funder, outcomes, quality
    from jobcoach.domain.statistics.figures import Period, Scope
    from jobcoach.domain.statistics.sheets import side_by_side
    from jobcoach.render.reports.tables import report_view
    from jobcoach.render.reports.view import Asked

    if paper.style == "easy":
        return
    asked = Asked(period=Period(None, day), scope=Scope())
    for report_of in (activity, outcomes, quality, *(() if unsound else (funder,))):
        report = report_of(desk)
        sheet = side_by_side([("", report.count(cases, asked.period, asked.scope))])
        view = report_view(sheet, report.wording, asked, {"": cases}, day, paper)
        yield report.wording.template, view


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
