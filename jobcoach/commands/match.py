"""``jobcoach match``: who fits where, with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.asking import required
from jobcoach.commands.parameters import JobArgument, PersonArgument
from jobcoach.commands.shared import Noun, as_json_option, finish, one_employer, one_person
from jobcoach.desk import Desk
from jobcoach.errors import Refused
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.employers import Employer, Job

app = Noun("Who fits where, with reasons.")

AgainOption = Annotated[
    bool, typer.Option("--again", help="Also where a no was said before, on either side.")
]
ConfidentialOption = Annotated[
    bool, typer.Option("--confidential", help="Show constraints that are marked so.")
]


@app.verb("person")
def match_person(
    ctx: typer.Context,
    person: PersonArgument = None,
    again: AgainOption = False,
    confidential: ConfidentialOption = False,
    as_json: as_json_option = False,
) -> None:
    """List open jobs for a person: what speaks for each, what against, what to ask."""
    from jobcoach.domain.known import Known
    from jobcoach.domain.matching import jobs_for
    from jobcoach.render import console, match_screen

    desk: Desk = ctx.obj
    found = one_person(desk, required(person, "PERSON", N_("Who?"), desk))
    known = Known(found, desk.cases, desk.today)
    matches = jobs_for(known, again)
    if as_json:
        console.show_json(match_screen.jobs_json(known, matches, confidential))
    else:
        console.show(match_screen.jobs_screen(known, matches, desk.texts, confidential))
    finish(desk)


@app.verb("job")
def match_job(
    ctx: typer.Context,
    job: JobArgument = None,
    again: AgainOption = False,
    confidential: ConfidentialOption = False,
    as_json: as_json_option = False,
) -> None:
    """List persons for a job: what speaks for each, what against, what to ask."""
    from jobcoach.domain.matching import persons_for
    from jobcoach.domain.matching.pair import Opening
    from jobcoach.render import console, match_screen

    desk: Desk = ctx.obj
    firm, wanted = _job_meant(desk, required(job, "EMPLOYER/JOB", N_("Which job?"), desk))
    if firm.status == "do-not-contact":
        raise Refused("match-do-not-contact", employer=firm.id)
    if not wanted.is_open(desk.today):
        raise Refused("match-job-not-open", value=f"{firm.id}/{wanted.id}")
    opening = Opening(firm, wanted)
    matches = persons_for(opening, desk.cases, desk.today, again)
    if as_json:
        console.show_json(match_screen.persons_json(opening, matches, desk.today, confidential))
    else:
        screen = match_screen.persons_screen(opening, matches, desk.texts, desk.today, confidential)
        console.show(screen)
    finish(desk)


def _job_meant(desk: Desk, written: str) -> tuple[Employer, Job]:
    """Return employer and job behind ``EMPLOYER[/JOB]``; the only open job where none is named.

    Raises NotFound, SeveralFound or WrongUsage.
    """
    from jobcoach.commands.job import one_job

    if "/" not in written:
        firm = one_employer(desk, written)
        still_open = [job for job in firm.jobs if job.is_open(desk.today)]
        if len(still_open) == 1:
            return firm, still_open[0]
    return one_job(desk, written)
