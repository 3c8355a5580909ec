"""A report on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.render.screen import Line, Screen, Section, Table, Title

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    return [*screen, Line(), Section(t("What is counted")), *_definitions(view.tables, t)]


def _table(table: TableView) -> Screen:
    rows = tuple((row.label, *row.cells) for row in table.rows)
    return [
        Section(table.heading),
        *(Line(text, indent=2) for text in table.sentences),
        *((Table(table.heads, rows, indent=2),) if rows else ()),
    ]


def _definitions(tables: Iterable[TableView], t: Texts) -> Screen:
    """Each definition once, under the table or the row that needs it first: tables are read, these looked up."""
    texts_by_place: dict[tuple[tuple[str, str], ...], str] = {}
    for table in tables:
        for said in table.said:
            texts_by_place.setdefault(said.texts, said.rows or table.heading)
    screen: Screen = []
    for texts, place in texts_by_place.items():
        screen.append(Line(place, indent=2))
        screen += [Line(t.labelled(*text), style="quiet", indent=4) for text in texts]
    return screen
