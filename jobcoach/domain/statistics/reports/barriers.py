"""``report barriers``: what stands between how many persons and how many open jobs.

Made to be passed on to those who could change it, so it has no lists of cases. Only constraints are compared with
jobs, by the rules of ``matching``: what an obstacle would keep somebody from, no file tells.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.known import Known, reached
from jobcoach.domain.matching.candidates import openings, why_left_out
from jobcoach.domain.matching.constraints import comparable, conflicts
from jobcoach.domain.matching.demands import stated_only
from jobcoach.domain.matching.pair import Bringing, Opening, Pair
from jobcoach.domain.statistics.figures import (
    AtMost,
    Column,
    Counted,
    Figure,
    Period,
    Product,
    Scope,
    Statement,
    Sum,
    column_of,
    figure,
    statement,
)
from jobcoach.domain.statistics.reports.themes import (
    COMPARED,
    THEMES,
    theme_of_constraint,
    themes_of_text,
)

READ = frozenset(
    {
        *("coach", "process", "gender", "stages", "placements", "constraints", "obstacles"),
        *(
            "applications",
            "skills",
            "strengths",
            "experience",
            "education",
            "language",
            "jobs",
            "status",
        ),
    }
)
"""Keys of case files from which something is counted."""

SOURCES = ("compared", "words", "obstacle")
"""What a theme comes from: a constraint that jobs can be compared with, one in words only, an obstacle only."""

_Found = dict[str, list[Counted]]


class _Seen(msgspec.Struct, frozen=True):
    """A person looked at; for each theme that comes up what it comes from, and the entry."""

    known: Known
    bringing: Bringing
    column: Column
    themes: dict[str, tuple[str, str]]

    def counted(self, ref: str = "") -> Counted:
        return Counted(case=self.known.person.case, ref=ref, column=self.column)


def barriers(cases: Cases, period: Period, scope: Scope = Scope()) -> Statement:  # noqa: B008 - frozen
    """Return the figures as on the period's last day; its first day changes nothing.

    Looked at are persons coached without a paid job under way, and open jobs of employers that may be
    contacted now.
    """
    people = [_seen(known) for known in _without_job(cases, period, scope)]
    jobs = [one for one in openings(cases, period.until) if one.employer.status != "paused"]
    figures = [*_persons(people), *_between(people, jobs)]
    return statement(
        figures,
        _sums(),
        bounds=_bounds(),
        products=[Product("pairs", ("persons", "jobs"))],
    )


def _without_job(cases: Cases, period: Period, scope: Scope) -> Iterator[Known]:
    for person in cases.people.values():
        if scope.coach not in (None, person.coach):
            continue
        known = Known(person, cases, period.until)
        if known.current is None or scope.process not in (None, known.current.process_id):
            continue
        stage = known.stage
        if stage is None or stage.intake or stage.final:
            continue
        if not any(placement.paid for _, placement in known.under_way):
            yield known


def _seen(known: Known) -> _Seen:
    bringing = Bringing(known)
    themes: dict[str, tuple[str, str]] = {}
    for place, constraint in sorted(bringing.constraints, key=lambda pair: not comparable(pair[1])):
        source = "compared" if comparable(constraint) else "words"
        themes.setdefault(theme_of_constraint(constraint), (source, f"constraints[{place}]"))
    for place, obstacle in enumerate(known.person.obstacles):
        begun = obstacle.since is None or obstacle.since <= known.day
        if begun and not reached(obstacle.solved, known.day):
            for theme in themes_of_text(obstacle.what):
                themes.setdefault(theme, ("obstacle", f"obstacles[{place}]"))
    return _Seen(known, bringing, column_of(known.person), themes)


def _persons(people: list[_Seen]) -> Iterator[Figure]:
    """Persons looked at; those concerned by each theme, and those not; what it comes from."""
    yield figure("persons", "persons", [one.counted() for one in people])
    for row in ("noted", "not_noted"):
        counted = [
            one.counted()
            for one in people
            if (one.known.person.constraints is not None) == (row == "noted")
        ]
        yield figure(f"constraints.{row}", "constraints", counted, "persons")
    for theme in THEMES:
        untouched = [one.counted() for one in people if theme not in one.themes]
        by_source: _Found = {source: [] for source in SOURCES}
        for one in people:
            if theme in one.themes:
                source, ref = one.themes[theme]
                by_source[source].append(one.counted(ref))
        concerned = [counted for found in by_source.values() for counted in found]
        yield figure(f"concerned.{theme}", "concerned", concerned, "persons")
        yield figure(f"not_concerned.{theme}", "not_concerned", untouched, "persons")
        for source, found in by_source.items():
            yield figure(
                f"source.{theme}.{source}", f"source.{source}", found, f"concerned.{theme}"
            )


def _between(people: list[_Seen], jobs: list[Opening]) -> Iterator[Figure]:
    """Open jobs, and what stands between each of them and each person."""
    yield figure("jobs", "jobs", [_job(one) for one in jobs], split=False)
    fates: _Found = {fate: [] for fate in ("nothing", "stated", "one", "several", "said_no")}
    among: dict[str, _Found] = {t: {"only": [], "others": []} for t in COMPARED}
    out_of_reach: dict[str, set[Counted]] = {theme: set() for theme in COMPARED}
    for one in people:
        tried = {application.employer for application in one.known.person.applications}
        for opening in jobs:
            pair = Pair(one.known, opening, one.bringing)
            counted = Counted(
                case=one.known.person.case, ref=f"{opening.employer.case}/{opening.job.id}"
            )
            if opening.employer.id in tried and why_left_out(one.known, opening, False, False):
                fates["said_no"].append(counted)
                continue
            themes = {theme_of_constraint(constraint) for _, constraint in conflicts(pair)}
            for theme in themes:
                among[theme]["only" if len(themes) == 1 else "others"].append(counted)
                out_of_reach[theme].add(_job(opening))
            if themes:
                fate = "one" if len(themes) == 1 else "several"
            else:
                fate = "stated" if any(stated_only(pair)) else "nothing"
            fates[fate].append(counted)
    all_pairs = [counted for found in fates.values() for counted in found]
    yield figure("pairs", "pairs", all_pairs, split=False, by_case=True)
    for fate, found in fates.items():
        yield figure(f"pairs.{fate}", f"pairs.{fate}", found, "pairs", split=False, by_case=True)
    for theme in COMPARED:
        only, others = among[theme]["only"], among[theme]["others"]
        reach = sorted(out_of_reach[theme])
        yield figure(f"theme.{theme}.jobs", "theme.jobs", reach, "jobs", split=False)
        yield figure(
            f"theme.{theme}.pairs",
            "theme.pairs",
            [*only, *others],
            "pairs",
            split=False,
            by_case=True,
        )
        for name, counted_pairs in (("only", only), ("others", others)):
            yield figure(
                f"theme.{theme}.{name}",
                f"theme.{name}",
                counted_pairs,
                "pairs",
                split=False,
                by_case=True,
            )


def _job(opening: Opening) -> Counted:
    return Counted(case=opening.employer.case, ref=f"jobs.{opening.job.id}", on=opening.job.open)


def _sums() -> Iterator[Sum]:
    yield Sum("persons", ("constraints.noted", "constraints.not_noted"))
    for theme in THEMES:
        yield Sum("persons", (f"concerned.{theme}", f"not_concerned.{theme}"), theme)
        yield Sum(f"concerned.{theme}", tuple(f"source.{theme}.{one}" for one in SOURCES))
    yield Sum(
        "pairs", tuple(f"pairs.{f}" for f in ("nothing", "stated", "one", "several", "said_no"))
    )
    yield Sum("pairs.one", tuple(f"theme.{theme}.only" for theme in COMPARED))
    for theme in COMPARED:
        yield Sum(f"theme.{theme}.pairs", (f"theme.{theme}.only", f"theme.{theme}.others"))


def _bounds() -> Iterator[AtMost]:
    """A constraint stands in the file; a pair with several themes is in two rows at least."""
    for theme in THEMES:
        constrained = (f"source.{theme}.compared", f"source.{theme}.words")
        yield AtMost(constrained, ("constraints.noted",))
    for theme in COMPARED:
        yield AtMost((f"theme.{theme}.others",), ("pairs.several",))
        yield AtMost((f"theme.{theme}.jobs",), ("jobs",))
        yield AtMost((f"theme.{theme}.jobs",), (f"theme.{theme}.pairs",))
    others = tuple(f"theme.{theme}.others" for theme in COMPARED)
    yield AtMost(("pairs.several", "pairs.several"), others)
