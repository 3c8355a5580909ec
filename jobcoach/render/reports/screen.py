"""A report on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.render.screen import Line, Screen, Section, Table, Title

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.reports.view import ReportView, TableView


def report_screen(view: ReportView, t: Texts) -> Screen:
    """Return the report as blocks: what is missing first, the tables, then what their figures mean."""
    screen: Screen = [
        Title(f"{view.title} – {view.organisation}" if view.organisation else view.title)
    ]
    screen.append(Line(view.period))
    screen += [Line(text) for text in view.scope]
    if view.incomplete:
        screen.append(Line(f"! {view.incomplete}", style="late"))
        screen += [Line(path, indent=4) for path in view.unreadable]
    screen += [Line(note, style="quiet") for note in view.notes]
    for table in view.tables:
        screen += [Line(), *_table(table)]
    return [*screen, Line(), Section(t("What is counted")), *_definitions(view, t)]


def _table(table: TableView) -> Screen:
    rows = tuple((row.label, *row.cells) for row in table.rows)
    return [
        Section(table.heading),
        *(Line(text, indent=2) for text in table.sentences),
        *((Table(table.heads, rows, indent=2),) if rows else ()),
    ]


def _definitions(view: ReportView, t: Texts) -> Screen:
    screen: Screen = []
    for said in view.definitions:
        screen.append(Line(said.rows, indent=2))
        screen += [Line(t.labelled(*text), style="quiet", indent=4) for text in said.texts]
    return screen
