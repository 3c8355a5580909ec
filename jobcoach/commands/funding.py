"""The report for a funder: figures of other reports, chosen in ``templates/funder.yaml``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from jobcoach.commands.reporting import Report
from jobcoach.desk import Desk
from jobcoach.errors import Refused
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.findings import Fault
    from jobcoach.domain.statistics.figures import Period, Scope, Statement
    from jobcoach.domain.statistics.sheets import Sheet
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.reports.funder import Offered
    from jobcoach.store.funder_file import FunderFile

Sources = Mapping[str, Callable[[Desk], Report]]

ADVICE = N_("Counts below 5 may point at a person. --publish hides them.")


def funder_report(desk: Desk, sources: Sources) -> Report:
    """Return the report that the first repository's file describes; raises Refused with all its faults."""
    from jobcoach.store.funder_file import read_funder_file

    first = Desk(desk.folders[0], desk.language_asked) if len(desk.folders) > 1 else desk
    reports = {name: source(first) for name, source in sources.items()}
    file = read_funder_file(first.root)
    faults = funder_faults(file, reports)
    if faults:
        raise Refused("funder-unsound", path=file.path, faults=faults)
    return composed_report(file, reports, first.texts)


def funder_faults(file: FunderFile, reports: Mapping[str, Report]) -> tuple[Fault, ...]:
    """Return all that is wrong with the file, in its order: a slip would change the report unseen."""
    from jobcoach.render.reports.funder import troubles

    form = [fault for fault in file.faults if fault.code != "hash-in-text"]
    found = (*form, *file.located(troubles(file.record, offered(reports))))
    return tuple(sorted(found, key=lambda one: (one.line, one.column)))


def offered(reports: Mapping[str, Report]) -> dict[str, Offered]:
    """Return the reports with their words, and the figures that they have over no cases at all."""
    from datetime import date

    from jobcoach.domain.cases import Cases
    from jobcoach.domain.settings import Settings
    from jobcoach.domain.statistics.figures import Period, Scope
    from jobcoach.render.reports.funder import Offered

    nobody = Cases(Settings(), {}, {}, {})
    return {
        name: Offered(one.wording, one.count(nobody, Period(None, date.max), Scope()))
        for name, one in reports.items()
    }


def composed_report(file: FunderFile, reports: Mapping[str, Report], t: Texts) -> Report:
    """Return the report that a sound *file* describes."""
    from jobcoach.domain.statistics.reports.composed import composed
    from jobcoach.render.reports.data import report_json
    from jobcoach.render.reports.funder import funder_wording, reports_named
    from jobcoach.render.reports.wording import figures_of

    named = {name: reports[name] for name in reports_named(file.record)}
    wording = funder_wording(file.record, {n: one.wording for n, one in named.items()}, t)

    def count(cases: Cases, period: Period, scope: Scope) -> Statement:
        return composed({n: one.count(cases, period, scope) for n, one in named.items()})

    def as_data(sheet: Sheet, repository: str) -> dict[str, Any]:
        source = dict(sheet.parts)[repository] if repository else sheet.total
        shown = {f.name for part in wording.parts for f in figures_of(part, source)}
        return report_json(sheet, {}, repository, only=shown)

    return Report(
        count=count,
        wording=wording,
        read=frozenset[str]().union(*(one.read for one in named.values())),
        as_data=as_data,
        advice=ADVICE,
    )
