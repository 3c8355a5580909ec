"""What the tables of a report are filled from, and what is said below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jobcoach.render.reports.view import Said

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jobcoach.domain.cases import Cases
    from jobcoach.domain.statistics.figures import Figure, Period
    from jobcoach.domain.statistics.sheets import Sheet
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.reports.wording import Wording


class Filling(msgspec.Struct, frozen=True):
    """The figures, the words, the cases by repository, the period."""

    figures: Sheet
    wording: Wording
    cases: Mapping[str, Cases]
    period: Period
    t: Texts

    def count_words(self, figure: Figure, repository: str = "") -> str:
        """Return the count of all, or that it is hidden."""
        count = self.figures.count(figure.name, "all", repository)
        return self.t("hidden") if count is None else str(count)

    def said(
        self, rows: Sequence[Figure], label_of: Callable[[Figure], str] | None = None
    ) -> tuple[Said, ...]:
        """Return the definitions of a table's figures, each once, behind what its first row is called."""
        label = label_of or (lambda figure: self.wording.label(figure, self.t))
        by_code: dict[str, Figure] = {}
        for figure in rows:
            by_code.setdefault(figure.definition, figure)
        return tuple(
            Said(
                label(figure) if len(by_code) > 1 else "",
                self.wording.definition(figure.definition, self.t),
            )
            for figure in by_code.values()
        )
