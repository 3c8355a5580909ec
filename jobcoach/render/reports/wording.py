"""How a report is put into words: its parts, the names of its rows, the definition of each figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.statistics.figures import StageOf
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.statistics.figures import Figure, Label, Statement
    from jobcoach.render.catalogue import Texts

COLUMN = {
    "men": N_("Men"),
    "women": N_("Women"),
    "other": N_("Other"),
    "unknown": N_("Not known"),
    "all": N_("All"),
}
PERSONS_CHART = N_(
    "The chart shows how many persons are in each group, all of them together. {counts}."
)


class Definition(msgspec.Struct, frozen=True):
    """What is counted, out of what, and what is left out; messages of the catalogue, empty where idle."""

    counted: str
    out_of: str = ""
    left_out: str = ""


class Part(msgspec.Struct, frozen=True):
    """One table, a figure a row: its heading, the figures in it (``age.*`` for a whole group).

    *chart* is the sentence of a bar chart beside it, with ``{counts}`` for what each bar stands for; *within*
    is the larger part that it belongs to.
    """

    heading: str
    rows: tuple[str, ...]
    chart: str = ""
    within: str = ""

    def title(self, t: Texts) -> str:
        """Return the heading, behind that of the larger part."""
        if not self.within:
            return t(self.heading)
        return t("{row} – {column}", row=t(self.within), column=t(self.heading))


class CrossPart(msgspec.Struct, frozen=True, kw_only=True):
    """One table of rows and columns of its own, from the figures called ``prefix.row.column``.

    *corner* says what the rows are; *columns* gives the words of those columns that have any, in their order;
    others are called by what their figures are *across*. *ends* are such columns that come last.
    """

    heading: str
    prefix: str
    corner: str
    columns: Mapping[str, str] = {}
    ends: Mapping[str, str] = {}

    def places(self, name: str) -> tuple[str, str] | None:
        """Return the row and the column of a figure in this table; None for figures of others."""
        if not name.startswith(f"{self.prefix}."):
            return None
        row, _, column = name.removeprefix(f"{self.prefix}.").rpartition(".")
        return (row, column) if row else None


class FlowPart(CrossPart, frozen=True, kw_only=True):
    """Moves from the row to the column of their figures, ``prefix.from.to``: a row each, with a picture."""


class CurvePart(msgspec.Struct, frozen=True, kw_only=True):
    """How long something lasted, from one curve: a table at some days, the median, a picture.

    *lasts* heads the column of the estimate ("Still in the job"), *ended* that of what has ended. *subject*
    is said of the picture, with ``{shares}`` for what share lasts so long; *unreached* where there is no
    median. It is told at some months, or at *days*, as far as anything was followed for so long.
    """

    heading: str
    curve: str
    lasts: str
    subject: str
    ended: str = N_("Ended by then")
    unreached: str = N_("Median: not reached, the line does not come down to half.")
    days: tuple[int, ...] = ()


class ListPart(msgspec.Struct, frozen=True, kw_only=True):
    """One list of single cases: its heading, the words of its columns, what is said where it is empty.

    *corner* says what the rows are, *before* is said above the list.
    """

    heading: str
    listing: str
    columns: Mapping[str, str]
    empty: str
    corner: str = N_("Case")
    before: tuple[str, ...] = ()


class PathsPart(msgspec.Struct, frozen=True):
    """A picture of each person's path; *definition* is a code for words."""

    heading: str
    definition: str


AnyPart = Part | CrossPart | CurvePart | ListPart | PathsPart


class Wording(msgspec.Struct, frozen=True):
    """A report in words. *notes* stand above its figures: what they can say, and what not.

    *curve_notes* are said of its curves, so not where they are left out.

    Labels: of a figure by its name; of a row in a cross table by ``prefix.row``; of one of a list's own words
    by ``listing.word``. *unshown* are tables that some figures can be explained by, though no part shows them.
    """

    name: str
    title: str
    parts: tuple[AnyPart, ...]
    labels: Mapping[str, str]
    definitions: Mapping[str, Definition]
    notes: tuple[str, ...] = ()
    curve_notes: tuple[str, ...] = ()
    template: str = "report"
    one_day: bool = False
    """Whether it tells how things stand on one day, the last: then it takes no first one."""
    unshown: tuple[CrossPart, ...] = ()

    def label(self, figure: Figure, t: Texts) -> str:
        """Return what a figure is called: a name from the files, else the words for it."""
        for part in (*self.parts, *self.unshown):
            if isinstance(part, CrossPart) and part.places(figure.name):
                row, column = self.row_label(part, figure, t), self.column_label(part, figure, t)
                if isinstance(part, FlowPart):
                    return f"{row} → {column}"
                return t("{row} – {column}", row=row, column=column)
        return named(figure.label, t) or t(self.labels[figure.name])

    def row_label(self, part: CrossPart, figure: Figure, t: Texts) -> str:
        """Return what the row of a figure in a cross table is called."""
        row, _ = part.places(figure.name) or ("", "")
        return named(figure.label, t) or t(self.labels[f"{part.prefix}.{row}"])

    def column_label(self, part: CrossPart, figure: Figure, t: Texts) -> str:
        """Return what the column of a figure in a cross table is called."""
        _, column = part.places(figure.name) or ("", "")
        return named(figure.across, t) or t({**part.columns, **part.ends}[column])

    def definition(self, code: str, t: Texts) -> tuple[tuple[str, str], ...]:
        """Return the definition of figures or of a list, as labels and texts."""
        said = self.definitions[code]
        texts = (
            (t("Counted"), said.counted),
            (t("Out of"), said.out_of),
            (t("Not counted"), said.left_out),
        )
        return tuple((label, t(text)) for label, text in texts if text)

    def definition_texts(self, code: str, t: Texts) -> tuple[str, str, str]:
        """Return the three texts of a definition, empty where it has none."""
        said = self.definitions[code]
        return t(said.counted), t(said.out_of), t(said.left_out)


def named(label: Label, t: Texts) -> str:
    """Return a label from the files: a name as it stands there, or stages in the reader's language."""
    if isinstance(label, str):
        return label
    if isinstance(label, StageOf):
        stage, process = (t.name(one.names, one.id) for one in (label.stage, label.process))
        return t("{stage} ({process})", stage=stage, process=process)
    return " → ".join(t.name(stage.names, stage.id) for stage in label)


def title_of(part: AnyPart, t: Texts) -> str:
    """Return the heading of a table, behind that of the larger part where it belongs to one."""
    return part.title(t) if isinstance(part, Part) else t(part.heading)


def figures_of(part: AnyPart, total: Statement) -> list[Figure]:
    """Return the figures of one table, in its order; none of a list or a picture, nor of what is not told."""
    if isinstance(part, CrossPart):
        return [figure for name, figure in total.figures.items() if part.places(name)]
    if isinstance(part, CurvePart):
        return [total.figures[part.curve]] if part.curve in total.figures else []
    found: list[Figure] = []
    if isinstance(part, Part):
        for name in part.rows:
            if name.endswith(".*"):
                found += total.under(name.removesuffix(".*"))
            else:
                found.append(total.figures[name])
    return found
