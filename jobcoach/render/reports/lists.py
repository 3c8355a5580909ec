"""Lists of single cases in words: on the screen and on paper, in spreadsheets, for other programs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from jobcoach.domain.durations import Duration, written
from jobcoach.domain.process import StageNamed
from jobcoach.render.reports.view import RowView, Said, TableView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jobcoach.domain.cases import Cases
    from jobcoach.domain.statistics.listings import Field, Listing, Row, Value
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.reports.wording import ListPart, Wording


def list_table(
    part: ListPart, listing: Listing, wording: Wording, cases: Mapping[str, Cases], t: Texts
) -> TableView:
    """Return the list as a table with the names of its cases; an empty one says so instead."""
    about_cases = listing.rows_are == "case"
    heading = (
        t.labelled(t(part.heading), str(len(listing.rows))) if about_cases else t(part.heading)
    )
    said = (Said("", wording.definition(listing.definition, t)),)
    if not listing.rows:
        return TableView(heading=t(part.heading), sentences=(t(part.empty),), said=said)
    return TableView(
        heading=heading,
        name=t(part.heading),
        heads=list_heads(part, listing, cases, t),
        rows=tuple(_row(row, listing, wording, cases, t) for row in listing.rows),
        said=said,
        sentences=tuple(t(text) for text in part.before),
        numbers=False,
        further=True,
    )


def _row(
    row: Row, listing: Listing, wording: Wording, cases: Mapping[str, Cases], t: Texts
) -> RowView:
    where = (row.repository,) if len(cases) > 1 else ()
    cells = [
        words(value, field, listing, row, wording, cases, t)
        for value, field in zip(row.values, listing.fields, strict=True)
    ]
    plain = [
        value if field.kind == "number" and isinstance(value, int | float) else cell
        for value, field, cell in zip(row.values, listing.fields, cells, strict=True)
    ]
    name = row_name(row, listing, wording, cases, t)
    return RowView(name, (*cells, *where), (*plain, *where))


def list_heads(
    part: ListPart, listing: Listing, cases: Mapping[str, Cases], t: Texts
) -> tuple[str, ...]:
    """Return the heads of a list's columns, the case's name first."""
    return (
        t(part.corner),
        *(t(part.columns[field.name]) for field in listing.fields),
        *((t("Repository"),) if len(cases) > 1 else ()),
    )


def list_json(listing: Listing, cases: Mapping[str, Cases]) -> list[dict[str, Any]]:
    """Return a list for other programs: for each row the case, its name, and the values as they are."""
    return [
        {
            listing.rows_are: row.case,
            **(
                {"name": case_name(row.case, row.repository, cases)}
                if listing.rows_are == "case"
                else {}
            ),
            **{
                field.name: _plain(value)
                for value, field in zip(row.values, listing.fields, strict=True)
            },
            **({"repository": row.repository} if len(cases) > 1 else {}),
        }
        for row in listing.rows
    ]


def _plain(value: Value) -> Value:
    """A value as other programs read it: a stage by its id, a length as it is written in the files."""
    if isinstance(value, StageNamed):
        return value.id
    return written(value) if isinstance(value, Duration) else value


def row_name(
    row: Row, listing: Listing, wording: Wording, cases: Mapping[str, Cases], t: Texts
) -> str:
    """Return what a row is called: its case by name, else the report's own word."""
    if listing.rows_are == "case":
        return case_name(row.case, row.repository, cases)
    return t(wording.labels[f"{listing.rows_are}.{row.case}"])


def case_name(case: str, repository: str, cases: Mapping[str, Cases]) -> str:
    """Return the name of the person or employer whose file is *case*, or of the coach in ``coaches/claire``.

    A coach whom the settings do not know is called as the files call them.
    """
    folder, _, case_id = case.partition("/")
    where = cases[repository] if repository in cases else next(iter(cases.values()))
    if folder == "coaches":
        return where.name_of(None, case_id)
    record = (where.people if folder == "people" else where.employers).get(case_id)
    return record.name if record else case


def words(
    value: Value,
    field: Field,
    listing: Listing,
    row: Row,
    wording: Wording,
    cases: Mapping[str, Cases],
    t: Texts,
) -> str:
    """Return one value as it is read; a date as in the files, so that a column can be sorted."""
    if value is None:
        return ""
    if isinstance(value, StageNamed):
        return t.name(value.names, value.id)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Duration):
        return t.every(value) if field.kind == "every" else t.duration(value)
    if isinstance(value, tuple):
        if field.kind in ("party", "coach"):
            return ", ".join(_party(one, row, cases) for one in value)
        return ", ".join(
            t(wording.labels[f"{listing.name}.{one}"]) if field.kind == "words" else one
            for one in value
        )
    if isinstance(value, str):
        if field.kind == "word":
            return t(wording.labels[f"{listing.name}.{value}"])
        if field.kind in ("party", "coach"):
            return _party(value, row, cases)
        return value
    return t.days(int(value)) if field.kind == "days" else t.number(value)


def _party(value: str, row: Row, cases: Mapping[str, Cases]) -> str:
    where = cases[row.repository] if row.repository in cases else next(iter(cases.values()))
    folder, _, case_id = row.case.partition("/")
    return where.name_of(where.people.get(case_id) if folder == "people" else None, value)
