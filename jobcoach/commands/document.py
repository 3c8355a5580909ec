"""``jobcoach document``: what the person, the employer and partners hold in their hands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.asking import required
from jobcoach.commands.making import Wanted, file_parts, make, out, wanted
from jobcoach.commands.options import with_options
from jobcoach.commands.output import put_out
from jobcoach.commands.parameters import JobArgument, PersonArgument, ReaderOption, offers
from jobcoach.commands.shared import Noun, one_employer
from jobcoach.desk import Desk
from jobcoach.domain.fields import COACH, EMPLOYERS, PERSON
from jobcoach.errors import NotFound, Refused
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.audience import Copy, Kind
    from jobcoach.domain.employers import Employer, Job
    from jobcoach.domain.known import Known
    from jobcoach.domain.people import Application
    from jobcoach.render.documents.frame import Paper, View

app = Noun("Plan, contracts, presentation, job sheet: documents to hold in one's hands.")

WithEmployer = Annotated[
    str | None,
    typer.Option(
        "--with",
        metavar="EMPLOYER",
        help="Which employer it is about; default the one of the placement under way.",
        autocompletion=offers("employers"),
    ),
]


@app.verb("plan")
@with_options(wanted)
def plan(
    ctx: typer.Context,
    person: PersonArgument = None,
    reader: ReaderOption = PERSON,
    *,
    how: Wanted,
) -> None:
    """The individual plan."""
    from jobcoach.render import documents
    from jobcoach.render.documents.plan import view

    desk: Desk = ctx.obj
    make(desk, documents.PLAN, _who(person, desk), PERSON if reader is None else reader, how, view)


@app.verb("trust-contract")
@with_options(wanted)
def trust_contract(
    ctx: typer.Context,
    person: PersonArgument = None,
    reader: ReaderOption = PERSON,
    *,
    how: Wanted,
) -> None:
    """What the person and the coach commit to."""
    from jobcoach.render import documents
    from jobcoach.render.documents.trust_contract import view

    desk: Desk = ctx.obj
    make(
        desk,
        documents.TRUST_CONTRACT,
        _who(person, desk),
        PERSON if reader is None else reader,
        how,
        view,
    )


@app.verb("follow-up")
@with_options(wanted)
def follow_up(
    ctx: typer.Context,
    person: PersonArgument = None,
    reader: ReaderOption = "employer",
    employer: WithEmployer = None,
    *,
    how: Wanted,
) -> None:
    """The agreement with the employer on follow-up."""
    from jobcoach.render import documents
    from jobcoach.render.documents.follow_up import view

    desk: Desk = ctx.obj

    def compose(copy: Copy, paper: Paper) -> View:
        return view(copy, paper, _employer_of(copy, employer, desk))

    make(
        desk,
        documents.FOLLOW_UP,
        _who(person, desk),
        "employer" if reader is None else reader,
        how,
        compose,
    )


@app.verb("presentation")
@with_options(wanted)
def presentation(
    ctx: typer.Context,
    person: PersonArgument = None,
    reader: ReaderOption = None,
    employer: WithEmployer = None,
    *,
    how: Wanted,
) -> None:
    """A person to an employer; for the person, a look before.

    Strengths first, and only what was agreed.
    """
    from jobcoach.domain.audience import copy_for
    from jobcoach.render import documents
    from jobcoach.render.documents.frame import reader_name
    from jobcoach.render.documents.presentation import view

    desk: Desk = ctx.obj
    whom = required(reader, "--for", N_("To which employer? (person for a preview)"), desk)

    def compose(copy: Copy, paper: Paper) -> View:
        if not copy.own:
            firm = _employer_of(copy, None, desk)
            return view(copy, paper, _stood_for(copy, firm))
        named = one_employer(desk, employer) if employer else None
        seen = copy_for(copy.known, named.id if named else EMPLOYERS, documents.PRESENTATION.about)
        return view(seen, paper, _stood_for(seen, named), reader_name(copy, paper.t))

    make(desk, documents.PRESENTATION, _who(person, desk), whom, how, compose)


@app.verb("job")
@with_options(wanted)
def job(
    ctx: typer.Context,
    which: JobArgument = None,
    reader: ReaderOption = PERSON,
    *,
    how: Wanted,
) -> None:
    """The job sheet: the tasks as they are."""
    from jobcoach.commands.making import paper_for, printed
    from jobcoach.render import documents, words
    from jobcoach.render.documents.job import view

    desk: Desk = ctx.obj
    firm, found = _job_named(desk, required(which, "EMPLOYER/JOB", N_("Which job?"), desk))
    kind: Kind = "coach" if reader == COACH or desk.settings.coach(reader) else "person"
    if reader not in (None, PERSON, COACH) and kind == "person":
        if one_employer(desk, firm.id if reader == "employer" else reader or "") != firm:
            raise Refused("job-for-others", employer=firm.id)
        kind = "employer"
    paper = paper_for(desk, how)
    name = {
        "coach": desk.cases.name_of(None, firm.coach or "") or paper.t.word(words.PARTY, COACH),
        "employer": firm.name,
    }.get(kind, paper.t("candidates"))
    made = printed(
        desk,
        documents.JOB,
        view(firm, found, desk.cases, desk.today, paper, kind, name),
        paper.t,
        how,
    )
    put_out(made, how.output, out(desk, file_parts(documents.JOB, firm.id, found.id, fmt=how.fmt)))


@app.verb("effects")
@with_options(wanted)
def effects(
    ctx: typer.Context,
    person: PersonArgument = None,
    which: JobArgument = None,
    reader: ReaderOption = PERSON,
    *,
    how: Wanted,
) -> None:
    """What one job would change for the person."""
    from jobcoach.render import documents
    from jobcoach.render.documents.effects import view

    desk: Desk = ctx.obj

    def compose(copy: Copy, paper: Paper) -> View:
        return view(copy, paper, _application(copy.known, which))

    make(
        desk,
        documents.EFFECTS,
        _who(person, desk),
        PERSON if reader is None else reader,
        how,
        compose,
    )


@app.verb("meeting")
@with_options(wanted)
def meeting(
    ctx: typer.Context,
    person: PersonArgument = None,
    *,
    how: Wanted,
) -> None:
    """The coach's own sheet for a meeting."""
    from jobcoach.render import documents
    from jobcoach.render.documents.meeting import view

    desk: Desk = ctx.obj
    make(desk, documents.MEETING, _who(person, desk), COACH, how, view)


@app.verb("closing")
@with_options(wanted)
def closing(
    ctx: typer.Context,
    person: PersonArgument = None,
    reader: ReaderOption = PERSON,
    *,
    how: Wanted,
) -> None:
    """The closing review, and how to find the coach again."""
    from jobcoach.render import documents
    from jobcoach.render.documents.closing import view

    desk: Desk = ctx.obj
    make(
        desk, documents.CLOSING, _who(person, desk), PERSON if reader is None else reader, how, view
    )


def _who(person: str | None, desk: Desk) -> str:
    return required(person, "PERSON", N_("Who?"), desk)


def _employer_of(copy: Copy, named: str | None, desk: Desk) -> Employer:
    """The employer a document is about: its reader, the one named, the one of the work under way."""
    if not copy.own:
        if copy.kind != "employer":
            raise Refused("document-for-employers")
        return copy.known.cases.employers[copy.reader]
    if named:
        return one_employer(desk, named)
    ids = {p.employer for _, p in copy.known.under_way if p.employer in copy.known.cases.employers}
    if len(ids) != 1:
        code = "several-employers" if ids else "no-current-employer"
        raise Refused(code, case=copy.known.person.id)
    return copy.known.cases.employers[str(ids.pop())]


def _stood_for(copy: Copy, employer: Employer | None) -> str:
    """The title of the job for which the person is presented; empty where there is none."""
    job = employer.job(copy.for_job) if employer else None
    return (job.title or job.id) if job else ""


def _job_named(desk: Desk, written: str) -> tuple[Employer, Job]:
    """The job behind ``EMPLOYER/JOB``; the only open one where none is named."""
    from jobcoach.commands.shared import only_one

    firm, _, wanted_job = written.partition("/")
    employer = one_employer(desk, firm)
    titles = {other.id: other.title or other.id for other in employer.jobs}
    if not wanted_job:
        still_open = [other for other in employer.jobs if other.is_open(desk.today)]
        if len(still_open) != 1:
            raise NotFound(
                "no-job-named",
                employer=employer.id,
                hits=[f"{employer.id}/{i}  {titles[i]}" for i in titles],
            )
        return employer, still_open[0]
    found = employer.job(only_one(wanted_job, titles, "job")) if titles else None
    if found is None:
        raise NotFound("job-not-found", value=wanted_job, employer=employer.id, known=())
    return employer, found


def _application(known: Known, written: str | None) -> Application:
    """The application named by ``EMPLOYER[/JOB]``, else the only open one, else the newest with effects."""
    from jobcoach.domain.finding_cases import folded
    from jobcoach.render.person_screen import job_name

    every = known.person.applications
    if written:
        firm, _, job = written.partition("/")
        meant = [
            a
            for a in every
            if (firm in (a.employer, a.firm) and (not job or job in (a.job, a.title)))
            or folded(written) in folded(job_name(a, known))
        ]
    else:
        meant = [a for a in every if a.open] or [a for a in every if a.effects][-1:]
    if not meant:
        raise NotFound("no-application", case=known.person.id)
    if len(meant) > 1 and not written:
        hits = [f"{a.employer or a.firm}/{a.job or a.title or ''}" for a in meant]
        raise NotFound("several-applications", case=known.person.id, hits=hits)
    return meant[-1]
