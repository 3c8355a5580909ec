"""A report as one grid of cells for spreadsheets: CSV and XLSX.

A text that begins like a formula is made harmless: a spreadsheet would run it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, normalize

import msgspec

from jobcoach.domain.statistics.figures import COLUMNS
from jobcoach.render.console import clean
from jobcoach.render.reports.view import incomplete_words, share_of
from jobcoach.render.reports.wording import COLUMN, Wording, figures_of, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from jobcoach.domain.statistics.figures import Figure
    from jobcoach.domain.statistics.sheets import Sheet
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.reports.view import Asked, ReportView, TableView

Value = str | int | float | None


class Grid(msgspec.Struct, frozen=True):
    """Headers and rows, under a title; None is an empty cell."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def grids(
    figures: Sheet, wording: Wording, asked: Asked, view: ReportView, t: Texts
) -> tuple[Grid, ...]:
    """Return the figures as one grid, then each list and each curve as one of its own, as the view has them."""
    further = tuple(table_grid(table) for table in view.tables if table.further and table.rows)
    return (report_grid(figures, wording, asked, view.scope, t), *further)


def report_grid(
    figures: Sheet, wording: Wording, asked: Asked, scope: Sequence[str], t: Texts
) -> Grid:
    """Return one row a figure: period, name, label, the columns, the share of all, the definition.

    Whose cases were counted, and files that could not be read, stand in rows of their own below, so that nobody
    takes a part for the whole.
    """
    repositories = [name for name, _ in figures.parts]
    headers = (
        *(t("From"), t("Until"), t("Table"), t("Figure"), t("Row")),
        *(t(COLUMN[column]) for column in COLUMNS),
        t("Share of all, in %"),
        *repositories,
        *(t("Counted"), t("Out of"), t("Not counted")),
    )
    period = (
        asked.period.since.isoformat() if asked.period.since else None,
        asked.period.until.isoformat(),
    )
    rows: list[tuple[Value, ...]] = []
    for part in wording.parts:
        for figure in figures_of(part, figures.total):
            rows.append(
                (
                    *period,
                    title_of(part, t),
                    figure.name,
                    wording.label(figure, t),
                    *_counts(figure, figures, t),
                    share_of(figure, figures),
                    *(_count(figures.count(figure.name, "all", r), t) for r in repositories),
                    *wording.definition_texts(figure.definition, t),
                )
            )
    blank: tuple[Value, ...] = (None,) * (len(headers) - 5)
    rows += [(*period, text, "scope", None, *blank) for text in scope]
    rows += [
        (*period, incomplete_words(asked, t), "unreadable", path, *blank)
        for path in asked.unreadable
    ]
    return Grid(t(wording.title), headers, tuple(rows))


def _counts(figure: Figure, figures: Sheet, t: Texts) -> list[Value]:
    return [
        _count(figures.count(figure.name, column), t) if column in figure.columns else None
        for column in COLUMNS
    ]


def _count(count: int | None, t: Texts) -> Value:
    return t("hidden") if count is None else count


def table_grid(table: TableView) -> Grid:
    """Return a table of a view as a grid."""
    rows: tuple[tuple[Value, ...], ...] = tuple(
        (row.label, *(row.plain or row.cells)) for row in table.rows
    )
    return Grid(table.heading, table.heads, rows)


def view_grid(view: ReportView) -> Grid:
    """Return the only table of a view as a grid, with the files that could not be read below."""
    (table,) = view.tables
    blank = ("",) * (len(table.heads) - 2)
    unread = tuple((view.incomplete, path, *blank) for path in view.unreadable)
    grid = table_grid(table)
    return Grid(grid.title, grid.headers, (*grid.rows, *unread))


def harmless(value: Value) -> Value:
    """Return a cell that stays what it is: a text that begins like a formula gets an apostrophe before it.

    So with ``= + - @`` in any width, also behind blanks or signs that a spreadsheet drops; numbers stay numbers.
    """
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if _begins_like_a_formula(text) else text


def _begins_like_a_formula(text: str) -> bool:
    """Whether the first sign that is to be seen begins a formula, in full width or raised too."""
    seen = (sign for sign in text if category(sign)[0] not in "ZC" and sign not in "\ufffd'\"")
    return normalize("NFKC", next(seen, " ")) in tuple("=+-@\u2212")


def _harmless_in_a_line(value: Value) -> Value:
    """The same in a line that may be parted at its semicolons: so it is where commas stand in numbers."""
    value = harmless(value)
    if not isinstance(value, str):
        return value
    first, *others = value.split(";")
    return ";".join((first, *(str(harmless(part)) for part in others)))


def csv_text(grids: Sequence[Grid]) -> str:
    """Return the grids as CSV: commas, UTF-8, the first line the headers of the first one.

    Further ones follow behind an empty line, each under its title. All lines have as many cells.
    """
    import csv
    import io

    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    width = max(len(grid.headers) for grid in grids)
    for place, grid in enumerate(grids):
        above: list[tuple[Value, ...]] = [(), (grid.title,)] if place else []
        for row in (*above, grid.headers, *grid.rows):
            cells = ["" if cell is None else _harmless_in_a_line(cell) for cell in row]
            writer.writerow(cells + [""] * (width - len(cells)))
    return file.getvalue()


def xlsx_bytes(grids: Sequence[Grid], made_on: date) -> bytes:
    """Return the grids as a workbook, each on a sheet called by its title; no cell in it is a formula.

    The same figures of the same day give the same bytes.
    """
    import io
    from datetime import datetime, time

    import xlsxwriter  # 45 ms to import: only where a workbook is asked for

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime.combine(made_on, time())})
    bold = book.add_format({"bold": True})
    for number, grid in enumerate(grids, 1):
        _fill(book.add_worksheet(_sheet_name(grid.title, number)), grid, bold)
    book.close()
    return file.getvalue()


def _sheet_name(title: str, number: int) -> str:
    """A name that every spreadsheet takes: 31 characters at most, none of those it reserves, each once."""
    plain = "".join(" " if sign in "[]:*?/\\'" else sign for sign in title)
    return plain[:31].strip() if number == 1 else f"{number} {plain}"[:31].strip()


def _fill(sheet: Worksheet, grid: Grid, bold: Format) -> None:
    for column, header in enumerate(grid.headers):
        sheet.write_string(0, column, str(harmless(header)), bold)
    for place, row in enumerate(grid.rows, 1):
        for column, cell in enumerate(row):
            value = harmless(cell)
            if isinstance(value, str):
                sheet.write_string(place, column, value)
            elif value is not None:
                sheet.write_number(place, column, value)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(grid.rows), len(grid.headers) - 1)
    sheet.autofit(400)
