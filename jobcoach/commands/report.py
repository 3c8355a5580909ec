"""``jobcoach report``: what was done, in figures, each with its definition and the cases behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from jobcoach.commands.parameters import choice, offers
from jobcoach.commands.reporting import FORMATS, Report, Wanted, make
from jobcoach.commands.shared import Noun, as_json_option
from jobcoach.desk import Desk

app = Noun("What was done, in figures, each with its definition and the cases behind it.")

SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="The first day; default from the beginning."),
]
UntilDayOption = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="The last day; default today.")
]
CoachOption = Annotated[
    str | None,
    typer.Option(
        "--coach",
        metavar="ID",
        help="One coach's cases; default everyone's.",
        autocompletion=offers("coaches"),
    ),
]
ProcessOption = Annotated[
    str | None,
    typer.Option("--process", metavar="ID", help="Cases while they followed one process model."),
]
ReportFormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="|".join(FORMATS),
        help="Default table, or what -o says.",
        autocompletion=choice(FORMATS),
    ),
]
ReportOutputOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE|-", help="Where to; default the screen."),
]
ExplainOption = Annotated[
    str | None,
    typer.Option(
        "--explain", metavar="FIGURE", help="The cases behind one figure: age.under-25.women."
    ),
]
PublishOption = Annotated[
    bool,
    typer.Option("--publish", help="Hide counts below 5, and what would reveal them."),
]


def _report(name: str) -> Callable[[Callable[[Desk], Report]], Callable[[Desk], Report]]:
    """Register a report under *name*, with the options that all of them have."""

    def register(report_of: Callable[[Desk], Report]) -> Callable[[Desk], Report]:
        def command(
            ctx: typer.Context,
            since: SinceOption = None,
            until: UntilDayOption = None,
            coach: CoachOption = None,
            process: ProcessOption = None,
            fmt: ReportFormatOption = None,
            output: ReportOutputOption = None,
            explain: ExplainOption = None,
            publish: PublishOption = False,
            as_json: as_json_option = False,
        ) -> None:
            wanted = Wanted(
                since=since,
                until=until,
                coach=coach,
                process=process,
                fmt=fmt,
                output=output,
                explain=explain,
                publish=publish,
                as_json=as_json,
            )
            make(ctx.obj, wanted, report_of(ctx.obj))

        command.__doc__ = report_of.__doc__
        app.verb(name)(command)
        return report_of

    return register


@_report("activity")
def activity(desk: Desk) -> Report:
    """Persons coached, contracts signed, employers contacted: the table of the FRB pilots."""
    from jobcoach.domain.statistics.activity import READ
    from jobcoach.domain.statistics.activity import activity as count
    from jobcoach.render.reports.activity import WORDING, figures_json

    return Report(count=count, wording=WORDING, read=READ, as_data=figures_json)


@_report("quality")
def quality(desk: Desk) -> Report:
    """The quality standards of supported employment as a self-assessment: what files show, what people say."""
    from jobcoach.domain.statistics.quality import READ
    from jobcoach.domain.statistics.quality import quality as count
    from jobcoach.render.reports.quality import WORDING

    return Report(
        count=count,
        wording=WORDING,
        read=READ,
        further=lambda one: one.repository.quality_faults,
    )


@_report("outcomes")
def outcomes(desk: Desk) -> Report:
    """Who came and who left, how long jobs last, how long the way there takes, each person's path."""
    from jobcoach.domain.statistics.outcomes import READ
    from jobcoach.domain.statistics.outcomes import outcomes as count
    from jobcoach.render.reports.outcomes import WORDING

    return Report(count=count, wording=WORDING, read=READ)


FOR_FUNDERS = {"activity": activity, "outcomes": outcomes}
"""Reports that a funder's may take figures from: nothing in them tells of single persons, or of who is late."""


@_report("funder")
def funder(desk: Desk) -> Report:
    """A report for whoever pays, from figures that the service chooses in templates/funder.yaml."""
    from jobcoach.commands.funding import funder_report

    return funder_report(desk, FOR_FUNDERS)
