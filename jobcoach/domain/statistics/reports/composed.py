"""Several reports as one: their figures under the name of the report each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from jobcoach.domain.statistics.figures import AtMost, Figure, Statement, Sum, statement


def composed(reports: Mapping[str, Statement]) -> Statement:
    """Return the figures of all, ``activity.persons``, with what is known to add up.

    Lists and paths are left out: they tell of single cases.
    """
    figures = [
        _under(name, figure) for name, one in reports.items() for figure in one.figures.values()
    ]
    names = {figure.name for figure in figures}
    return statement(
        figures,
        (
            *(total for name, one in reports.items() for total in _sums_under(name, one)),
            *(total for total in _ACROSS if {total.whole, *total.parts} <= names),
        ),
        bounds=[_bound_under(name, bound) for name, one in reports.items() for bound in one.bounds],
    )


_ACROSS = (
    Sum("activity.persons", ("outcomes.persons",), "outcomes.persons"),
    Sum("activity.persons", ("progress.persons",), "progress.persons"),
    Sum("outcomes.persons", ("progress.persons",), "progress.persons"),
    Sum("outcomes.in_job", ("progress.in_job",), "progress.in_job"),
    Sum("outcomes.without_job", ("progress.without_job",), "progress.without_job"),
    Sum("outcomes.jobs.ordinary", ("activity.market.ordinary",), "activity.market"),
    Sum(
        "outcomes.jobs.other",
        ("activity.market.bridge", "activity.market.sheltered"),
        "activity.market",
    ),
)
"""What two reports count alike: hidden in one of them, it must not stand in the other."""


def _under(name: str, figure: Figure) -> Figure:
    return replace(
        figure,
        name=f"{name}.{figure.name}",
        definition=f"{name}.{figure.definition}",
        of=f"{name}.{figure.of}" if figure.of else None,
        per=f"{name}.{figure.per}" if isinstance(figure.per, str) else figure.per,
    )


def _sums_under(name: str, one: Statement) -> Iterator[Sum]:
    for total in one.sums:
        if total.parts:
            parts = tuple(f"{name}.{part}" for part in total.parts)
            yield Sum(f"{name}.{total.whole}", parts, f"{name}.{total.group}")


def _bound_under(name: str, bound: AtMost) -> AtMost:
    return AtMost(
        tuple(f"{name}.{one}" for one in bound.these), tuple(f"{name}.{one}" for one in bound.those)
    )
