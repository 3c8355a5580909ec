"""Each person's path: drawn over time, and told in words beside it. By the case's id: printed reports lie around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.render.catalogue import N_
from jobcoach.render.reports.charts.paths import LOOKS, Sample, paths
from jobcoach.render.reports.view import RowView, Said, TableView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from jobcoach.domain.statistics.figures import Period
    from jobcoach.domain.statistics.paths import Path, Segment
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.reports.filling import Filling
    from jobcoach.render.reports.wording import PathsPart

STAGE = {
    "intake": N_("Stage before coaching"),
    "coached": N_("Stage of coaching"),
    "final": N_("Case closed"),
    "unknown": N_("Stage in no process model"),
}
JOB = {
    "ordinary": N_("Job in the ordinary market"),
    "bridge": N_("Job as a bridge to work"),
    "sheltered": N_("Job in sheltered work"),
}
STONE = {
    "internship": N_("Internship"),
    "trial": N_("Trial"),
    "in-company-training": N_("In-company training"),
    "not_said": N_("Contract not said"),
}
STONES = N_("Internship, trial, in-company training")


def paths_table(part: PathsPart, filling: Filling) -> TableView:
    """Return the paths as a picture and a table; without any, it says so."""
    t, found = filling.t, filling.figures.total.paths
    heading = t(part.heading)
    said = (Said("", filling.wording.definition(part.definition, t)),)
    if not any(path.segments for path in found):
        return TableView(heading=heading, sentences=(t("Nothing to count here."),), said=said)
    several = len(filling.cases) > 1
    days = _days(found, filling.period)
    return TableView(
        heading=t.labelled(heading, str(len(found))),
        name=heading,
        heads=(
            t("Case"),
            t("Stages"),
            t("Paid jobs, and steps towards one"),
            *((t("Repository"),) if several else ()),
        ),
        rows=tuple(
            RowView(
                _id(path),
                (
                    _stages(path, t),
                    _placements(path, t),
                    *((path.repository,) if several else ()),
                ),
            )
            for path in found
        ),
        said=said,
        chart=paths(
            t("Paths over time: {subject}", subject=heading),
            t(
                "Each line is one case, from {first} to {last}: the stages below, above them the jobs and "
                "the steps towards one. The table says the same in words.",
                first=t.day(days[0]),
                last=t.day(days[1]),
            ),
            [
                (_who(path, several), path, [_said(one, t) for one in path.segments])
                for path in found
            ],
            _legend(found, t),
            days,
            t,
        ),
        numbers=False,
        further=True,
    )


def _days(found: Sequence[Path], period: Period) -> tuple[date, date]:
    """The first and the last day on the picture: the period's, or from the first day of any path."""
    begun = (one.first for path in found for one in path.segments)
    return period.since or min(begun), period.until


def _id(path: Path) -> str:
    return path.case.rpartition("/")[2]


def _who(path: Path, several: bool) -> str:
    return f"{_id(path)} · {path.repository}" if several else _id(path)


def _stages(path: Path, t: Texts) -> str:
    """2026-01-05 Candidate pool → 2026-01-12 Before hiring."""
    return " → ".join(
        f"{one.first.isoformat()} {_name(one, t)}" for one in path.segments if one.lane == "stage"
    )


def _placements(path: Path, t: Texts) -> str:
    return t.series(_said(one, t) for one in path.segments if one.lane != "stage")


def _said(segment: Segment, t: Texts) -> str:
    """What a stretch is, and from when to when."""
    first, last = segment.first.isoformat(), segment.last.isoformat()
    if segment.runs and segment.earlier:
        when = t("since before {first}", first=first)
    elif segment.runs:
        when = t("since {first}", first=first)
    elif segment.earlier:
        when = t("from before {first} to {last}", first=first, last=last)
    else:
        when = t("{first} to {last}", first=first, last=last)
    return t.labelled(_name(segment, t), when)


def _name(segment: Segment, t: Texts) -> str:
    if segment.stage is not None:
        return t.name(segment.stage.names, segment.stage.id)
    return t((JOB if segment.lane == "job" else STONE)[segment.kind])


def _legend(found: Sequence[Path], t: Texts) -> list[Sample]:
    """What each way of drawing stands for, as far as there is any of it."""
    drawn = {(one.lane, LOOKS[one.kind]) for path in found for one in path.segments}
    meant = [
        *(("stage", kind, words) for kind, words in STAGE.items()),
        *(("job", kind, words) for kind, words in JOB.items()),
        ("stepping-stone", "internship", STONES),
        ("stepping-stone", "not_said", STONE["not_said"]),
    ]
    samples = [Sample(lane, LOOKS[kind], t(words)) for lane, kind, words in meant]
    return [sample for sample in samples if (sample.lane, sample.look) in drawn]
