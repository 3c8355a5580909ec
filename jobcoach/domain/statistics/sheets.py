"""Several repositories side by side: their figures added up, and each one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.statistics.figures import (
    AtMost,
    Column,
    Curve,
    Figure,
    Statement,
    Sum,
    statement,
)
from jobcoach.domain.statistics.listings import Listing, Row
from jobcoach.domain.statistics.publishing import LEAST, Key, System, to_hide

Definitions = Mapping[str, tuple[tuple[str, bool, bool], ...]]
"""For each process model its stages: id, whether before coaching, whether after its end."""


class Sheet(msgspec.Struct, frozen=True):
    """A report's figures: the totals, and those of each repository by name where there are several.

    *hidden* are the cells that a *public* report keeps to itself, which has no lists and no paths either.
    """

    total: Statement
    parts: tuple[tuple[str, Statement], ...] = ()
    hidden: frozenset[Key] = frozenset()
    public: bool = False

    def count(self, name: str, column: Column = "all", repository: str = "") -> int | None:
        """Return one count, or None where it is hidden. A row that a repository lacks counts 0."""
        if (repository, name, column) in self.hidden:
            return None
        source = dict(self.parts)[repository] if repository else self.total
        figure = source.figures.get(name)
        return figure.count(column) if figure else 0

    def per(self, figure: Figure, repository: str = "") -> float | None:
        """Return what a figure is divided by; None where it is not, or where that is hidden."""
        source = dict(self.parts)[repository] if repository else self.total
        here = source.figures.get(figure.name)
        divisor = here.per if here else None
        return self.count(divisor, "all", repository) if isinstance(divisor, str) else divisor


def side_by_side(parts: Iterable[tuple[str, Statement]]) -> Sheet:
    """Return the sheet of several repositories; with a single one its figures are the totals.

    A person on file in two of them counts in both.
    """
    named = tuple(parts)
    if len(named) == 1:
        return Sheet(named[0][1])
    named = tuple((repository, _told_apart(repository, one)) for repository, one in named)
    rows: dict[str, list[tuple[str, Figure]]] = {}
    for repository, one in named:
        for name in _merged_order(list(rows), list(one.figures)):
            rows.setdefault(name, [])
        for name, figure in one.figures.items():
            rows[name].append((repository, figure))
    total = statement(
        (_added_up(rows[name]) for name in _grouped(rows)),
        _sums_of([one for _, one in named], list(rows)),
        _one_below_the_other(named),
        (
            msgspec.structs.replace(path, repository=repository)
            for repository, one in named
            for path in one.paths
        ),
    )
    return Sheet(total, named)


def _told_apart(repository: str, one: Statement) -> Statement:
    """Call figures that are a repository's own by its name too: a coach's, whose id another may use as well."""
    names = {
        name: f"{name}@{repository.replace('.', '_')}" if figure.own else name
        for name, figure in one.figures.items()
    }
    figures = {
        names[name]: msgspec.structs.replace(
            figure,
            name=names[name],
            across=f"{figure.across} ({repository})" if figure.own else figure.across,
        )
        for name, figure in one.figures.items()
    }
    sums = tuple(
        Sum(names[added.whole], tuple(names[part] for part in added.parts), added.group)
        for added in one.sums
        if added.parts  # rows that no case of a repository has
    )
    bounds = tuple(
        AtMost(tuple(names[n] for n in bound.these), tuple(names[n] for n in bound.those))
        for bound in one.bounds
    )
    return msgspec.structs.replace(one, figures=figures, sums=sums, bounds=bounds)


def _added_up(figures: list[tuple[str, Figure]]) -> Figure:
    counted = tuple(
        msgspec.structs.replace(one, repository=repository)
        for repository, figure in figures
        for one in figure.counted
    )
    first = figures[0][1]
    return msgspec.structs.replace(
        first,
        counted=counted,
        label=next((figure.label for _, figure in figures if figure.label), ""),
        across=next((figure.across for _, figure in figures if figure.across), ""),
        per=_divisor([figure.per for _, figure in figures]),
    )


def _divisor(each: list[float | str | None]) -> float | str | None:
    """What the sum is divided by: the sum of what each is, or the figure that they name."""
    if each[0] is None or isinstance(each[0], str):
        return each[0]
    return sum(one for one in each if isinstance(one, float | int))


def _one_below_the_other(named: Iterable[tuple[str, Statement]]) -> Iterator[Listing]:
    """The lists of all, each with the rows of every repository."""
    rows: dict[str, list[Row]] = {}
    first: dict[str, Listing] = {}
    for repository, one in named:
        for name, listing in one.lists.items():
            first.setdefault(name, listing)
            rows.setdefault(name, []).extend(
                msgspec.structs.replace(row, repository=repository) for row in listing.rows
            )
    for name, listing in first.items():
        yield msgspec.structs.replace(listing, rows=tuple(rows[name]))


def _merged_order(known: list[str], further: list[str]) -> list[str]:
    return [*known, *(name for name in further if name not in known)]


def _grouped(rows: Iterable[str]) -> list[str]:
    """Keep rows of one group together: a row that only a later repository has joins its group."""
    names = list(rows)
    groups = list(dict.fromkeys(name.partition(".")[0] for name in names))
    return sorted(names, key=lambda name: groups.index(name.partition(".")[0]))


def _sums_of(statements: list[Statement], names: list[str]) -> list[Sum]:
    """The sums of all, each over every part that any repository has."""
    found: dict[tuple[str, str], set[str]] = {}
    for one in statements:
        for total in one.sums:
            if total.parts:
                found.setdefault((total.whole, total.group), set()).update(total.parts)
    return [
        Sum(whole, tuple(name for name in names if name in parts), group)
        for (whole, group), parts in found.items()
    ]


def published(sheet: Sheet) -> Sheet:
    """Return the sheet with counts below five hidden, and what would reveal them by subtraction.

    Lists, curves and paths tell of single cases: they are left out. So are rows with a hidden count that are
    called by somebody's own words, which may be as telling.
    """

    def without(one: Statement) -> Statement:
        figures = {n: figure for n, figure in one.figures.items() if not isinstance(figure, Curve)}
        sums = tuple(s for s in one.sums if {s.whole, *s.parts} <= figures.keys())
        return msgspec.structs.replace(one, figures=figures, sums=sums, lists={}, paths=())

    shown = Sheet(
        without(sheet.total), tuple((name, without(one)) for name, one in sheet.parts), public=True
    )
    hidden = to_hide(_system(shown))
    telling = {
        name
        for name, one in shown.total.figures.items()
        if one.free and ("", name, "all") in hidden
    }
    return Sheet(
        _without(shown.total, telling),
        tuple((name, _without(one, telling)) for name, one in shown.parts),
        hidden,
        public=True,
    )


def _without(one: Statement, names: Set[str]) -> Statement:
    figures = {name: figure for name, figure in one.figures.items() if name not in names}
    return msgspec.structs.replace(one, figures=figures)


def _system(sheet: Sheet) -> System:
    """Every cell with its count, and every way in which shown cells add up to another, or to no more.

    Bounds and products of several repositories hold in each; no more is known of their sums.
    """
    cells: dict[Key, int] = {}
    sums: list[tuple[Key, tuple[Key, ...]]] = []
    bounds: list[tuple[tuple[Key, ...], tuple[Key, ...]]] = []
    products: list[tuple[Key, tuple[Key, ...]]] = []
    few: set[Key] = set()
    for repository, one in (("", sheet.total), *sheet.parts):
        for name, figure in one.figures.items():
            cells |= {(repository, name, column): figure.count(column) for column in figure.columns}
            if figure.split or figure.by_case:
                few |= {
                    (repository, name, column) for column in figure.columns if _few(figure, column)
                }
            if figure.split:
                whole, *parts = [(repository, name, c) for c in reversed(figure.columns)]
                sums.append((whole, tuple(parts)))
        for added in one.sums:
            for column in one.figures[added.whole].columns:
                parts = [(repository, part, column) for part in added.parts]
                sums.append(((repository, added.whole, column), tuple(parts)))
        for bound in one.bounds:
            named = [one.figures[name] for name in (*bound.these, *bound.those)]
            for column in min((figure.columns for figure in named), key=len):
                these = tuple((repository, name, column) for name in bound.these)
                those = tuple((repository, name, column) for name in bound.those)
                bounds.append((these, those))
        for one_with_each in one.products:
            factors = tuple((repository, name, "all") for name in one_with_each.factors)
            products.append(((repository, one_with_each.whole, "all"), factors))
    if sheet.parts:
        for name, figure in sheet.total.figures.items():
            for column in figure.columns:
                parts = [(r, name, column) for r, one in sheet.parts if name in one.figures]
                sums.append((("", name, column), tuple(parts)))
    return System(cells, tuple(sums), frozenset(few), tuple(bounds), tuple(products))


def _few(figure: Figure, column: Column) -> bool:
    """Whether only a few cases stand behind a count."""
    behind = {(one.repository, one.case) for one in figure.cases(column)}
    return 0 < len(behind) < LEAST


def definitions_of(cases: Cases) -> Definitions:
    """Return what "coached" rests on in one repository: which stages come before and after."""
    return {
        process.id: tuple(
            sorted((stage.id, bool(stage.intake), bool(stage.final)) for stage in process.stages)
        )
        for process in cases.processes.values()
    }


def first_difference(all_of_them: Iterable[Definitions]) -> str | None:
    """Return a process model that two repositories define otherwise, or None where all agree."""
    seen: dict[str, object] = {}
    for definitions in all_of_them:
        for process, stages in sorted(definitions.items()):
            if seen.setdefault(process, stages) != stages:
                return process
    return None
