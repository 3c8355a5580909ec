"""How a report is put into words: its parts, the names of its rows, the definition of each figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.statistics.figures import Figure, Statement
    from jobcoach.render.catalogue import Texts

COLUMN = {
    "men": N_("Men"),
    "women": N_("Women"),
    "other": N_("Other"),
    "unknown": N_("Not known"),
    "all": N_("All"),
}


class Definition(msgspec.Struct, frozen=True):
    """What is counted, out of what, and what is left out; messages of the catalogue."""

    counted: str
    out_of: str
    left_out: str


class Part(msgspec.Struct, frozen=True):
    """One table: its heading, the figures in it (``age.*`` for a whole group), whether as a chart too."""

    heading: str
    rows: tuple[str, ...]
    chart: bool = False


class Wording(msgspec.Struct, frozen=True):
    """A report in words. *notes* stand above its figures: what they can say, and what not."""

    name: str
    title: str
    parts: tuple[Part, ...]
    labels: Mapping[str, str]
    definitions: Mapping[str, Definition]
    notes: tuple[str, ...] = ()

    def label(self, figure: Figure, t: Texts) -> str:
        """Return what a row is called: a name from the files, else the words for it."""
        return figure.label or t(self.labels[figure.name])

    def definition(self, figure: Figure, t: Texts) -> tuple[tuple[str, str], ...]:
        """Return the definition of a figure, as labels and texts."""
        said = self.definitions[figure.definition]
        return (
            (t("Counted"), t(said.counted)),
            (t("Out of"), t(said.out_of)),
            (t("Not counted"), t(said.left_out)),
        )


def figures_of(part: Part, total: Statement) -> list[Figure]:
    """Return the figures of one table, in its order."""
    found: list[Figure] = []
    for name in part.rows:
        if name.endswith(".*"):
            found += total.under(name.removesuffix(".*"))
        else:
            found.append(total.figures[name])
    return found
