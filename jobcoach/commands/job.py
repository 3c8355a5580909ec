"""``jobcoach job``: the employers' jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from jobcoach.commands.asking import number, one_word, required, text
from jobcoach.commands.keys import VALUE_HELP, adding, setting
from jobcoach.commands.parameters import EmployerArgument, JobArgument, OnOption, choice, offers
from jobcoach.commands.shared import (
    Noun,
    as_json_option,
    day_argument,
    finish,
    one_employer,
    only_one,
)
from jobcoach.commands.writing import record_employer
from jobcoach.desk import Desk
from jobcoach.domain.finding_cases import ids_meant
from jobcoach.errors import NotFound, WrongUsage
from jobcoach.render.catalogue import N_
from jobcoach.render.words import CONTRACT, PAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from jobcoach.domain.employers import Employer, Job
    from jobcoach.store.change import Change

ENDS = ("filled", "withdrawn", "carved-away")

app = Noun("The employers' jobs.")


@app.verb("list")
def list_jobs(
    ctx: typer.Context,
    employer: Annotated[
        str | None, typer.Option(metavar="EMPLOYER", help="Only this employer's.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Only there.")] = None,
    closed: Annotated[bool, typer.Option("--closed", help="Closed ones too.")] = False,
    as_json: as_json_option = False,
) -> None:
    """List open jobs, the newest first."""
    from datetime import date

    from jobcoach.domain.finding_cases import folded
    from jobcoach.render import case_lists, console

    desk: Desk = ctx.obj
    firms = [one_employer(desk, employer)] if employer else list(desk.cases.employers.values())
    rows = [
        (firm, job)
        for firm in firms
        for job in firm.jobs
        if (closed or job.is_open(desk.today))
        and (place is None or folded(place) in folded(firm.place or ""))
    ]
    rows.sort(key=lambda row: (-(row[1].open or date.min).toordinal(), row[0].id, row[1].id))
    if as_json:
        console.show_json(case_lists.jobs_json(rows, desk.today))
    else:
        console.show(case_lists.jobs_screen(rows, desk.texts, desk.today))
    finish(desk)


@app.verb("show")
def show(ctx: typer.Context, job: JobArgument = None, as_json: as_json_option = False) -> None:
    """Show one job: what is done, what is stated and what is really needed."""
    from jobcoach.domain.employers import Employer
    from jobcoach.render import console, employer_screen
    from jobcoach.store.plain import to_plain

    desk: Desk = ctx.obj
    firm, found = one_job(desk, required(job, "EMPLOYER/JOB", N_("Which job?"), desk))
    if as_json:
        root = desk.repository.source(f"{firm.case}.yaml").root
        jobs = to_plain(Employer, root).get("jobs") or []
        plain = next(entry for entry in jobs if entry.get("id") == found.id)
        console.show_json({"version": 1, "employer": firm.id, "job": plain})
    else:
        console.show(employer_screen.job_screen(firm, found, desk.texts, desk.today))
    finish(desk, only=f"{firm.case}.yaml")


def one_job(desk: Desk, wanted: str) -> tuple[Employer, Job]:
    """Return employer and job behind ``EMPLOYER/JOB``; raises NotFound or SeveralFound."""
    name, _, job_id = wanted.partition("/")
    firm = one_employer(desk, name)
    return firm, job_of(firm, job_id, wanted)


def job_of(firm: Employer, job_id: str, wanted: str) -> Job:
    """Return the job meant among an employer's; the only one where none is named."""
    titles = {other.id: other.title or other.id for other in firm.jobs}
    if not job_id and len(firm.jobs) == 1:
        return firm.jobs[0]
    if not job_id:
        raise WrongUsage("job-unnamed", value=wanted)
    if not ids_meant(job_id, titles):
        raise NotFound("job-not-found", value=job_id, employer=firm.id, known=tuple(titles))
    found = firm.job(only_one(job_id, titles, "job"))
    assert found is not None
    return found


@app.verb("new")
def new(
    ctx: typer.Context,
    employer: EmployerArgument = None,
    title: Annotated[str | None, typer.Argument(metavar="TITLE", help="What it is called.")] = None,
    job_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Default: made of the title.")
    ] = None,
    hours: Annotated[
        str | None, typer.Option(metavar="N", help="A week: 25, 19.5 or 19,5.")
    ] = None,
    contract: Annotated[
        str | None,
        typer.Option(metavar="KIND", help=" ".join(CONTRACT), autocompletion=choice(CONTRACT)),
    ] = None,
    pay: Annotated[
        str | None, typer.Option(metavar="at-scale|below-scale", autocompletion=choice(PAY))
    ] = None,
    on: OnOption = None,
) -> None:
    """Open a job in an employer's file."""
    from jobcoach.domain.employers import Job
    from jobcoach.domain.recording.new_cases import refuse_taken, slug

    desk: Desk = ctx.obj
    wanted = required(employer, "EMPLOYER", N_("Which employer?"), desk)
    called = text(required(title, "TITLE", N_("What is the job called?"), desk)) or ""
    contract = one_word(contract, "--contract", CONTRACT)
    pay = one_word(pay, "--pay", PAY)
    day = day_argument(on, desk)

    def make(_: Change, found: Employer) -> Employer:
        taken = [other.id for other in found.jobs]
        new_id = job_id or slug(called, taken)
        refuse_taken(new_id, taken)
        job = Job(
            id=new_id,
            title=called,
            hours=number(hours, "--hours", 0, 168),
            contract=contract,  # type: ignore[arg-type]
            pay=pay,  # type: ignore[arg-type]
            open=day,
        )
        return replace(found, jobs=(*found.jobs, job))

    record_employer(desk, "job new", wanted, make, "job")


KeyArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="KEY",
        help="As in the file: hours, schedule.mon, demands.needed.",
        autocompletion=offers("job keys"),
    ),
]


@app.verb("set")
def set_key(
    ctx: typer.Context,
    job: JobArgument = None,
    key: KeyArgument = None,
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="VALUE",
            help=VALUE_HELP,
            autocompletion=offers("job values"),
        ),
    ] = None,
) -> None:
    """Set any key of a job."""
    desk: Desk = ctx.obj
    change = setting(key, value, desk)
    _change(desk, "set", job, change)


@app.verb("add")
def add(
    ctx: typer.Context,
    job: JobArgument = None,
    key: KeyArgument = None,
    values: Annotated[list[str] | None, typer.Argument(metavar="VALUE…", help="Texts.")] = None,
) -> None:
    """Add to any list of a job: a task, what is stated, what is really needed."""
    desk: Desk = ctx.obj
    change = adding(key, values, desk)
    _change(desk, "add", job, change)


@app.verb("close")
def close(
    ctx: typer.Context,
    job: JobArgument = None,
    why: Annotated[
        str,
        typer.Option(metavar="|".join(ENDS), help="Why.", autocompletion=choice(ENDS)),
    ] = "filled",
    on: OnOption = None,
) -> None:
    """Close a job: filled, withdrawn, or carved away."""
    desk: Desk = ctx.obj
    word = one_word(why, "--why", ENDS)
    day = day_argument(on, desk)
    _change(desk, "close", job, lambda found: replace(found, closed=day, why=word))


def _change(desk: Desk, verb: str, wanted: str | None, make: Callable[[Job], Job]) -> None:
    """Change one job of an employer's file."""
    named = required(wanted, "EMPLOYER/JOB", N_("Which job?"), desk)
    name, _, job_id = named.partition("/")

    def make_employer(_: Change, found: Employer) -> Employer:
        old = job_of(found, job_id, named)
        jobs = tuple(make(job) if job.id == old.id else job for job in found.jobs)
        return replace(found, jobs=jobs)

    record_employer(desk, f"job {verb}", name, make_employer, f"job-{verb}")
