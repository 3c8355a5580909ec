"""``jobcoach report``: what was done, in figures, each with its definition and the cases behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer
from msgspec.structs import replace

from jobcoach.commands.options import with_options
from jobcoach.commands.parameters import EmployerArgument, choice, offers
from jobcoach.commands.reporting import FORMATS, Report, Wanted, make
from jobcoach.commands.shared import Noun, as_json_option, one_employer
from jobcoach.desk import Desk
from jobcoach.errors import WrongUsage

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


def wanted(
    since: SinceOption = None,
    until: UntilDayOption = None,
    coach: CoachOption = None,
    process: ProcessOption = None,
    fmt: ReportFormatOption = None,
    output: ReportOutputOption = None,
    explain: ExplainOption = None,
    publish: PublishOption = False,
    as_json: as_json_option = False,
) -> Wanted:
    """Return the options that all reports have, as one."""
    return Wanted(
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


def _report(name: str) -> Callable[[Callable[[Desk], Report]], Callable[[Desk], Report]]:
    """Register a report under *name*, with the options that all of them have."""

    def register(report_of: Callable[[Desk], Report]) -> Callable[[Desk], Report]:
        @with_options(wanted)
        def command(ctx: typer.Context, how: Wanted) -> None:
            make(ctx.obj, how, report_of(ctx.obj))

        command.__doc__ = report_of.__doc__
        app.verb(name)(command)
        return report_of

    return register


def _report_on_employer(name: str) -> Callable[[Callable[[Desk, str | None], Report]], None]:
    """Register a report that may look at one employer only; its id is given to what makes the report.

    About one employer it is an internal sheet: it is never published.
    """

    def register(report_of: Callable[[Desk, str | None], Report]) -> None:
        @with_options(wanted)
        def command(ctx: typer.Context, employer: EmployerArgument = None, *, how: Wanted) -> None:
            desk: Desk = ctx.obj
            if employer is not None and how.publish:
                raise WrongUsage("one-or-the-other", one="EMPLOYER", other="--publish")
            found = one_employer(desk, employer).id if employer is not None else None
            make(desk, replace(how, employer=found), report_of(desk, found))

        command.__doc__ = report_of.__doc__
        app.verb(name)(command)

    return register


@_report("activity")
def activity(desk: Desk) -> Report:
    """Persons coached, contracts signed, employers contacted: the table of the FRB pilots."""
    from jobcoach.domain.statistics.reports.activity import READ
    from jobcoach.domain.statistics.reports.activity import activity as count
    from jobcoach.render.reports.wordings.activity import WORDING, figures_json

    return Report(count=count, wording=WORDING, read=READ, as_data=figures_json)


@_report("outcomes")
def outcomes(desk: Desk) -> Report:
    """Who came and who left, how long jobs last, how long the way there takes, each person's path."""
    from jobcoach.domain.statistics.reports.outcomes import READ
    from jobcoach.domain.statistics.reports.outcomes import outcomes as count
    from jobcoach.render.reports.wordings.outcomes import WORDING

    return Report(count=count, wording=WORDING, read=READ)


@_report("progress")
def progress(desk: Desk) -> Report:
    """What moved for persons without a job: obstacles, steps, stages, contacts, reviews."""
    from jobcoach.domain.statistics.reports.progress import READ
    from jobcoach.domain.statistics.reports.progress import progress as count
    from jobcoach.render.reports.wordings.progress import WORDING

    return Report(count=count, wording=WORDING, read=READ)


@_report("caseload")
def caseload(desk: Desk) -> Report:
    """Persons by stage and coach on one day (--until), free places, absences, nothing planned."""
    from jobcoach.domain.statistics.reports.caseload import READ
    from jobcoach.domain.statistics.reports.caseload import caseload as count
    from jobcoach.render.reports.wordings.caseload import WORDING

    return Report(count=count, wording=WORDING, read=READ)


@_report_on_employer("employer")
def employer(desk: Desk, one: str | None) -> Report:
    """The balance of the work with one employer, or all: contacts, applications, jobs, what comes next."""
    from jobcoach.domain.statistics.reports.employers import READ, employers
    from jobcoach.render.reports.wordings.employers import WORDING, WORDING_OF_ONE

    return Report(count=employers, wording=WORDING_OF_ONE if one else WORDING, read=READ)


@_report("rhythm")
def rhythm(desk: Desk) -> Report:
    """Was contact kept as agreed, by stage; promises; the longest silences. For the team."""
    from jobcoach.domain.statistics.reports.rhythm import READ, rhythm
    from jobcoach.render.reports.wordings.rhythm import WORDING

    return Report(count=rhythm, wording=WORDING, read=READ)


@_report("barriers")
def barriers(desk: Desk) -> Report:
    """What stands between how many persons and how many open jobs, for those who could change it."""
    from jobcoach.commands.funding import ADVICE
    from jobcoach.domain.statistics.reports.barriers import READ, barriers
    from jobcoach.render.reports.wordings.barriers import WORDING

    return Report(count=barriers, wording=WORDING, read=READ, advice=ADVICE)


@_report("quality")
def quality(desk: Desk) -> Report:
    """The quality standards of supported employment as a self-assessment: what files show, what people say."""
    from jobcoach.domain.statistics.reports.quality import READ
    from jobcoach.domain.statistics.reports.quality import quality as count
    from jobcoach.render.reports.wordings.quality import WORDING

    return Report(
        count=count,
        wording=WORDING,
        read=READ,
        further=lambda one: one.repository.quality_faults,
    )


FOR_FUNDERS = {"activity": activity, "outcomes": outcomes, "progress": progress}
"""Reports that a funder's may take figures from: nothing in them tells of single persons, or of who is late."""


@_report("funder")
def funder(desk: Desk) -> Report:
    """A report for whoever pays, from figures that the service chooses in templates/funder.yaml."""
    from jobcoach.commands.funding import funder_report

    return funder_report(desk, FOR_FUNDERS)
