"""Making a report: counted over one repository or several, put into words, put out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import msgspec
import typer
from msgspec.structs import replace

from jobcoach.commands.making import look, one_of, out, template_folders
from jobcoach.commands.output import format_by_name, put_out
from jobcoach.commands.shared import day_argument, unreadable_faults, warn_of
from jobcoach.desk import Desk
from jobcoach.errors import NotFound, Refused, WrongUsage

if TYPE_CHECKING:
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.findings import Fault
    from jobcoach.domain.statistics.figures import Period, Scope, Statement
    from jobcoach.domain.statistics.sheets import Sheet
    from jobcoach.render.documents.frame import Paper
    from jobcoach.render.engine import Format
    from jobcoach.render.reports.view import Asked, ReportView
    from jobcoach.render.reports.wording import Wording

FORMATS = ("table", "md", "html", "csv", "json", "xlsx")
ENDINGS = {
    "txt": "table",
    "md": "md",
    "markdown": "md",
    "html": "html",
    "htm": "html",
    "csv": "csv",
    "json": "json",
    "xlsx": "xlsx",
}


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report: how it counts, how it is put into words, and from which keys of case files it reads.

    *as_data* gives its figures for other programs where they have a form of their own, *further* the faults of
    what it reads besides the cases. *advice* is said on standard error of a report that hides nothing.
    """

    count: Callable[[Cases, Period, Scope], Statement]
    wording: Wording
    read: frozenset[str]
    as_data: Callable[[Sheet, str], dict[str, Any]] | None = None
    further: Callable[[Desk], list[Fault]] | None = None
    advice: str = ""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """How a report is wanted, as typed."""

    since: str | None
    until: str | None
    coach: str | None
    process: str | None
    fmt: str | None
    output: str | None
    explain: str | None
    publish: bool
    as_json: bool
    employer: str | None = None
    """The id of the only employer looked at."""

    @property
    def form(self) -> str:
        """The format: named, or that of the file's name, or the screen's table. Raises WrongUsage."""
        one_of(self.fmt, "--format", FORMATS)
        if self.as_json:
            if self.fmt not in (None, "json"):
                raise WrongUsage("one-or-the-other", one="--json", other=f"--format {self.fmt}")
            return "json"
        return self.fmt or format_by_name(self.output, ENDINGS) or "table"


class _Run(msgspec.Struct, frozen=True):
    """One report being made: the repositories by name, the figures, what was asked for."""

    desks: Mapping[str, Desk]
    report: Report
    wanted: Wanted
    figures: Sheet
    asked: Asked

    @property
    def first(self) -> Desk:
        """The first repository: its language, its address, its templates."""
        return next(iter(self.desks.values()))

    @property
    def cases(self) -> dict[str, Cases]:
        return {name: desk.cases for name, desk in self.desks.items()}


def make(desk: Desk, wanted: Wanted, report: Report) -> None:
    """Count over every repository named, put the report out, and name what could not be read (exit 4).

    Raises WrongUsage or NotFound for what the options name and nobody knows; Refused for a period that ends
    before it begins, and for repositories whose definitions differ. A period that goes on counts until today; a
    report on one day takes no first one, and says so.
    """
    from jobcoach.domain.statistics.sheets import published, side_by_side
    from jobcoach.domain.statistics.unread import unread_stages

    form = wanted.form
    one_day = report.wording.one_day
    period, scope = _period(desk, wanted, one_day), _scope(wanted)
    desks = _desks(desk)
    _refuse_unknown(list(desks.values()), scope)
    _refuse_different_definitions(list(desks.values()))
    faults = {name: _faults(one, report) for name, one in desks.items()}
    figures = side_by_side(
        (name, report.count(one.cases, period, replace(scope, unread=unread_stages(faults[name]))))
        for name, one in desks.items()
    )
    run = _Run(
        desks,
        report,
        wanted,
        published(figures) if wanted.publish else figures,
        _asked(period, scope, wanted, desks, faults, one_day),
    )
    _put_out(run, form)
    if report.advice and not wanted.publish and wanted.explain is None:
        from jobcoach.render.console import tell

        tell(run.first.texts(report.advice))
    for name, found in faults.items():
        warn_of(found, desks[name])
    if any(faults.values()):
        raise typer.Exit(4)


def _period(desk: Desk, wanted: Wanted, one_day: bool) -> Period:
    from jobcoach.domain.statistics.figures import Period

    until = min(day_argument(wanted.until, desk), desk.today)  # nobody has seen the days to come
    since = day_argument(wanted.since, desk) if wanted.since is not None else None
    if since is not None and since > until:
        raise Refused("since-after-until", since=since, until=until)
    return Period(None if one_day else since, until)


def _scope(wanted: Wanted) -> Scope:
    from jobcoach.domain.statistics.figures import Scope

    if wanted.publish and wanted.explain is not None:
        raise WrongUsage("one-or-the-other", one="--explain", other="--publish")
    return Scope(wanted.coach, wanted.process, wanted.employer)


def _desks(desk: Desk) -> dict[str, Desk]:
    """The repositories by the name their column gets; one that is named twice counts once."""
    if len(desk.folders) < 2:
        return {"": desk}
    by_root: dict[Path, Desk] = {}
    for folder in desk.folders:
        one = Desk(folder, desk.language_asked)
        by_root.setdefault(one.root.resolve(), one)
    if len(by_root) == 1:
        return {"": next(iter(by_root.values()))}
    names = [_service_name(one) for one in by_root.values()]
    return {
        name if names.count(name) == 1 and name else str(one.folder): one
        for name, one in zip(names, by_root.values(), strict=True)
    }


def _service_name(desk: Desk) -> str:
    organisation = desk.settings.organisation
    return (organisation.name or "") if organisation else ""


def _refuse_unknown(desks: list[Desk], scope: Scope) -> None:
    """A coach or a process that no repository knows is a slip, not an empty report."""
    if scope.coach is not None and not any(one.settings.coach(scope.coach) for one in desks):
        known = dict.fromkeys(coach.id for one in desks for coach in one.settings.coaches)
        raise NotFound("unknown-coach", value=scope.coach, known=tuple(known))
    if scope.process is not None and not any(scope.process in one.cases.processes for one in desks):
        models = dict.fromkeys(model for one in desks for model in one.cases.processes)
        raise NotFound("process-not-found", value=scope.process, known=tuple(models))


def _refuse_different_definitions(desks: list[Desk]) -> None:
    from jobcoach.domain.statistics.sheets import definitions_of, first_difference

    differs = first_difference(definitions_of(one.cases) for one in desks)
    if differs is not None:
        raise Refused("definitions-differ", process=differs)


def _faults(desk: Desk, report: Report) -> list[Fault]:
    """What may be missing from a figure, or counted as unknown, in one repository."""
    from jobcoach.domain.statistics.unread import hides_figures

    more = [fault for fault in desk.repository.faults if hides_figures(fault, report.read)]
    if report.further is not None:
        more += [fault for fault in report.further(desk) if fault.level == "error"]
    found = {(fault.file, fault.line, fault.column, fault.code): fault for fault in more}
    for fault in unreadable_faults(desk):
        found.setdefault((fault.file, fault.line, fault.column, fault.code), fault)
    return [found[place] for place in sorted(found)]


def _asked(
    period: Period,
    scope: Scope,
    wanted: Wanted,
    desks: Mapping[str, Desk],
    faults: Mapping[str, list[Fault]],
    one_day: bool,
) -> Asked:
    from jobcoach.render.reports.view import Asked

    def places(found: Mapping[str, list[Fault]]) -> tuple[str, ...]:
        """Files at fault, each once; with several repositories behind the name of theirs."""
        files = dict.fromkeys(
            (name, fault.file) for name, faults in found.items() for fault in faults
        )
        told = [(name, unnamed(file) if wanted.publish else file) for name, file in files]
        return tuple(f"{name}: {file}" if name else file for name, file in told)

    return Asked(
        period=period,
        scope=scope,
        unreadable=places(faults),
        unexpected=places({name: one.repository.unexpected for name, one in desks.items()}),
        publish=wanted.publish,
        one_day=one_day,
        idle_since=one_day and wanted.since is not None,
        goes_on=day_argument(wanted.until, next(iter(desks.values()))) > period.until,
    )


def unnamed(path: str) -> str:
    """Return a file's place as a published report tells it: of a person's or an employer's only the folder.

    Its name stands for them, or is theirs where somebody called it so. Standard error names it.
    """
    folder, slash, _ = path.partition("/")
    return f"{folder}/…" if slash and folder in ("people", "employers") else path


def _json(run: _Run) -> dict[str, Any]:
    """The report for other programs: version and period, figures, what could not be read."""
    asked, explain = run.asked, run.wanted.explain
    data: dict[str, Any] = {
        "version": 1,
        "since": asked.period.since,
        "until": asked.period.until,
    }
    if explain is not None:
        from jobcoach.render.reports.explanation import explanation_json

        wording = run.report.wording
        data |= explanation_json(run.figures, explain, wording, run.cases, run.first.texts)
    else:
        data |= _data(run, "")
        if run.figures.parts:
            data["repositories"] = [{"name": name, **_data(run, name)} for name in run.desks]
    return data | {"unreadable": asked.unreadable}


def _data(run: _Run, repository: str) -> dict[str, Any]:
    from jobcoach.render.reports.data import report_json

    if run.report.as_data is not None:
        return run.report.as_data(run.figures, repository)
    return report_json(run.figures, run.cases, repository)


def _written(run: _Run, form: str, view: ReportView) -> str | bytes:
    """The report as it will stand in its file; the bytes of a workbook."""
    from jobcoach.render.reports import grids

    t, wording = run.first.texts, run.report.wording
    if form in ("csv", "xlsx"):
        made = (
            grids.grids(run.figures, wording, run.asked, view, t)
            if run.wanted.explain is None
            else (grids.view_grid(view),)
        )
        if form == "csv":
            return grids.csv_text(made)
        return grids.xlsx_bytes(made, run.first.today)
    from jobcoach.render.engine import render

    folders = template_folders(run.first)
    return render(wording.template, cast("Format", form), view, t, folders)


def _view(run: _Run) -> ReportView:
    from jobcoach.render.reports.explanation import explanation_view
    from jobcoach.render.reports.tables import report_view

    wording, explain = run.report.wording, run.wanted.explain
    today, paper = run.first.today, _paper(run.first)
    if explain is None:
        return report_view(run.figures, wording, run.asked, run.cases, today, paper)
    return explanation_view(run.figures, explain, wording, run.asked, run.cases, today, paper)


def _paper(desk: Desk) -> Paper:
    from jobcoach.render.documents.frame import Paper

    return Paper(desk.texts, "standard", look(desk))


def _put_out(run: _Run, form: str) -> None:
    """Print the report, or write it whole and print its path; a workbook goes to ``out/`` by default."""
    from jobcoach.render import console

    output = run.wanted.output
    if output is None and form != "xlsx":
        output = "-"
    made: str | bytes
    if form == "json":
        made = console.json_text(_json(run))
    elif form == "table":
        from jobcoach.render.reports.screen import report_screen

        screen = report_screen(_view(run), run.first.texts)
        if output == "-" and console.is_terminal(sys.stdout):
            console.show(screen)
            return
        made = console.plain(screen)
    else:
        made = _written(run, form, _view(run))
    put_out(made, output, out(run.first, f"report-{run.report.wording.name}.xlsx"))
