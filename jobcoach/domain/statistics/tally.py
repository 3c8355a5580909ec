"""Figures as they come up, with the sums that hold among them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from jobcoach.domain.statistics.figures import AtMost, Counted, Figure, Sum


class Tally:
    """Figures in the order of the report, and the sums and bounds that a reader knows to hold."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.sums: list[Sum] = []
        self.bounds: list[AtMost] = []

    def count(
        self,
        name: str,
        counted: Collection[Counted],
        definition: str = "",
        *,
        of: str | None = None,
        split: bool = True,
        per: float | str | None = None,
        label: str = "",
    ) -> None:
        """Add one figure; its definition is called like it where none is named.

        A *label* is somebody's own words.
        """
        self.figures.append(
            Figure(
                name=name,
                definition=definition or name,
                counted=tuple(counted),
                of=of,
                split=split,
                per=per,
                label=label,
                free=bool(label),
            )
        )

    def same(self, whole: str, part: str) -> None:
        """Tell that two figures count the same cases: hiding one of them alone would be no use.

        Repositories that call *part* otherwise (``ips.active.post``, ``ips.active.coach``) add up to the whole.
        """
        self.sums.append(Sum(whole, (part,), part.rpartition(".")[0]))

    def at_most(self, those: str, *these: str) -> None:
        """Tell that *these* figures together can be no more than another one."""
        self.bounds.append(AtMost(these, (those,)))

    def divide(
        self,
        whole: str,
        group: str,
        parts: Sequence[str],
        cases: Iterable[tuple[Counted, str]],
        *,
        split: bool = True,
    ) -> None:
        """Add a figure ``group.part`` for each part, which add up to the figure *whole*.

        *cases* come with the part that each is in. The definition is called like the group.
        """
        found: dict[str, list[Counted]] = {part: [] for part in parts}
        for one, part in cases:
            found[part].append(one)
        for part, counted in found.items():
            self.count(f"{group}.{part}", counted, group, of=whole, split=split)
        self.sums.append(Sum(whole, tuple(f"{group}.{part}" for part in parts), group))

    def whole(
        self,
        name: str,
        parts: Sequence[str],
        cases: Iterable[tuple[Counted, str]],
        *,
        group: str = "",
        split: bool = True,
    ) -> None:
        """Add a figure and its parts, from cases that come with the part each is in."""
        known = list(cases)
        self.count(name, [one for one, _ in known], split=split)
        self.divide(name, group or name, parts, known, split=split)
