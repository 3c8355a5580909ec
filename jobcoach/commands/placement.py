"""``jobcoach placement``: a job or a stepping stone begins, is renewed, made permanent, ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.shared import Noun, day_argument
from jobcoach.commands.writing import (
    OnOption,
    PersonArgument,
    UntilOption,
    WhyOption,
    choice,
    confirmed,
    job_in,
    names_in,
    offers,
    one_word,
    optional_day,
    record,
    required,
    text,
)
from jobcoach.desk import Desk
from jobcoach.errors import WrongUsage
from jobcoach.render.catalogue import N_
from jobcoach.render.words import CONTRACT, END_REASON, PAY

if TYPE_CHECKING:
    from datetime import date

    from jobcoach.domain.people import Person, Placement, StageEntry
    from jobcoach.store.change import Change

app = Noun("A job or a stepping stone begins, is renewed, made permanent, ends.")

WhichArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[EMPLOYER]",
        help="Which placement; not needed where only one is under way.",
        autocompletion=offers("employers"),
    ),
]
ContractOption = Annotated[
    str | None,
    typer.Option(
        "--contract", metavar="KIND", help=" ".join(CONTRACT), autocompletion=choice(CONTRACT)
    ),
]
HoursOption = Annotated[
    float | None, typer.Option("--hours", metavar="N", min=0, max=168, help="A week.")
]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="The first day; default today.")
]


@app.verb("start")
def start(
    ctx: typer.Context,
    person: PersonArgument = None,
    job: Annotated[
        str | None,
        typer.Argument(
            metavar="EMPLOYER[/JOB]",
            help="Default: where the person was hired or accepted.",
            autocompletion=offers("jobs"),
        ),
    ] = None,
    firm: Annotated[
        str | None, typer.Option(metavar="NAME", help="A firm that has no file.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="A job on no file.")] = None,
    contract: ContractOption = None,
    begins: FromOption = None,
    until: UntilOption = None,
    hours: HoursOption = None,
    pay: Annotated[
        str | None, typer.Option(metavar="at-scale|below-scale", autocompletion=choice(PAY))
    ] = None,
    tutor: Annotated[str | None, typer.Option(metavar="TEXT", help="Who shows the work.")] = None,
    aid: Annotated[str | None, typer.Option(metavar="TEXT", help="A hiring aid.")] = None,
    aid_until: Annotated[str | None, typer.Option(metavar="DATE", help="Its end.")] = None,
    already: Annotated[
        bool, typer.Option("--already", help="The person had this job before coaching began.")
    ] = False,
    stage: Annotated[
        str | None,
        typer.Option(
            metavar="STAGE", help="Enter this stage too.", autocompletion=offers("stages")
        ),
    ] = None,
    why: WhyOption = None,
) -> None:
    """Start a placement; contract, hours and pay come from the job where nothing else is said."""
    from msgspec.structs import replace

    from jobcoach.domain.people import Aid, StageEntry
    from jobcoach.domain.recording.applications import hired
    from jobcoach.domain.recording.placements import started

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    one_word(contract, "--contract", CONTRACT)
    one_word(pay, "--pay", PAY)
    day, ends, aid_ends = (
        day_argument(begins, desk),
        optional_day(until, desk),
        optional_day(aid_until, desk),
    )
    said = {
        "contract": contract,
        "until": ends,
        "hours": hours,
        "pay": pay,
        "tutor": text(tutor),
        "aid": Aid(kind=text(aid), until=aid_ends) if aid else None,
        "already": already or None,
    }

    def make(change: Change, found: Person) -> Person:
        where = None if firm else job or accepted_job(found)
        begun = (
            placement_at(change, where, day)
            if where
            else new_placement(day, required(firm, "EMPLOYER", "", desk), text(title))
        )
        begun = replace(begun, **{key: value for key, value in said.items() if value is not None})
        if begun.contract is None:
            raise WrongUsage("missing-argument", option="--contract")
        after = started(found, begun)
        if begun.paid:  # a trial is no answer yet
            after = hired(after, begun.employer, begun.job, day)
        # Who had the job before enters the stage now, not on the day the job began.
        entry = StageEntry(stage=stage or "", on=desk.today if already else day, why=text(why))
        return entered(change, after, entry) if stage else after

    record(desk, "placement start", wanted, make, "placed")
    offer_stage(desk, wanted, stage)


def accepted_job(person: Person) -> str | None:
    """Return ``employer/job`` of the application that leads here: hired, else accepted and still open."""
    found = [a for a in person.applications if a.employer and a.decision == "accepted" and a.open]
    found = [a for a in person.applications if a.employer and a.outcome == "hired"][-1:] or found
    if len(found) != 1:
        return None
    last = found[0]
    return f"{last.employer}/{last.job}" if last.job else last.employer


def placement_at(change: Change, where: str, day: date) -> Placement:
    """Return a placement with what the employer's file says of the job."""
    from jobcoach.domain.people import Placement

    employer_id, job_id = job_in(change, where)
    job = change.cases.employers[employer_id].job(job_id)
    return Placement(
        employer=employer_id,
        job=job_id,
        contract=job.contract if job else None,
        from_=day,
        hours=job.hours if job else None,
        pay=job.pay if job else None,
    )


def new_placement(day: date, firm: str, title: str | None) -> Placement:
    """Return a placement with a firm that has no file."""
    from jobcoach.domain.people import Placement

    return Placement(firm=firm, title=title, from_=day)


def entered(change: Change, person: Person, entry: StageEntry) -> Person:
    """Return the case with the stage entered as well; raises as a move does."""
    from jobcoach.domain.recording.road import refuse_the_impossible, stage_entered

    refuse_the_impossible(person, entry, change.cases)
    return stage_entered(person, entry)


def offer_stage(desk: Desk, wanted: str, entered_already: str | None) -> None:
    """After a start: name the stage that waits for it, and offer to enter it on a terminal."""
    from jobcoach.commands.shared import only_one
    from jobcoach.commands.stage import moved
    from jobcoach.domain.known import Known
    from jobcoach.render.console import tell
    from jobcoach.render.stage_screen import next_stages
    from jobcoach.store.repository import Repository

    if entered_already is not None:
        return
    repository = Repository(desk.root)
    person = repository.at_hand.people[only_one(wanted, repository.names("people"), "person")]
    known = Known(person, repository.at_hand, desk.today)
    ready = [
        stage
        for stage, missing in next_stages(known)
        if not missing and {"placement", "paid-placement"} & set(stage.needs)
    ]
    if not ready or (
        known.stage is not None and {"placement", "paid-placement"} & set(known.stage.needs)
    ):
        return
    t = desk.texts
    name = t.name(ready[0].name, ready[0].id)
    if confirmed(t("Enter the stage {stage} now?", stage=name), desk):
        moved(desk, person.id, ready[0].id)
    else:
        command = f"jobcoach stage move {person.id} {ready[0].id}"
        tell(t("{stage} is possible now: {command}", stage=name, command=command))


@app.verb("renew")
def renew(
    ctx: typer.Context,
    person: PersonArgument = None,
    which: WhichArgument = None,
    until: UntilOption = None,
    begins: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Default: the day after the contract's end."),
    ] = None,
    contract: ContractOption = None,
    hours: HoursOption = None,
) -> None:
    """Renew a contract: the old one ends, the new one follows without a break; one job all along."""
    _follow(ctx, "renew", person, which, begins, "renewed", contract, until, hours)


@app.verb("convert")
def convert(
    ctx: typer.Context,
    person: PersonArgument = None,
    which: WhichArgument = None,
    begins: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Default: the day after the contract's end."),
    ] = None,
    contract: ContractOption = "permanent",
    hours: HoursOption = None,
) -> None:
    """Make a contract permanent: the old one ends, the new one follows without a break."""
    _follow(ctx, "convert", person, which, begins, "converted", contract, None, hours)


def _follow(
    ctx: typer.Context,
    verb: str,
    person: str | None,
    which: str | None,
    begins: str | None,
    why: str,
    contract: str | None,
    until: str | None,
    hours: float | None,
) -> None:
    from jobcoach.domain.recording.placements import followed, next_day, placement_meant

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    one_word(contract, "--contract", CONTRACT)
    first, ends = optional_day(begins, desk), optional_day(until, desk)

    def make(change: Change, found: Person) -> Person:
        place = placement_meant(found, which, desk.today, names_in(change, found))
        on = first or next_day(found.placements[place], desk.today)
        said = {"contract": contract, "until": ends, "hours": hours}
        changed = {key: value for key, value in said.items() if value is not None}
        return followed(found, place, on, why, **changed)

    record(desk, f"placement {verb}", wanted, make, why)


@app.verb("end")
def end(
    ctx: typer.Context,
    person: PersonArgument = None,
    which: WhichArgument = None,
    on: OnOption = None,
    why: Annotated[
        str | None,
        typer.Option(
            "--why",
            metavar="REASON",
            help=" ".join(END_REASON) + "; default: end-of-contract at its planned end.",
            autocompletion=choice(END_REASON),
        ),
    ] = None,
) -> None:
    """End a placement; the day is its last."""
    from jobcoach.domain.recording.placements import ended, placement_meant

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    reason = one_word(why, "--why", END_REASON)
    day = optional_day(on, desk)

    def make(change: Change, found: Person) -> Person:
        place = placement_meant(found, which, day or desk.today, names_in(change, found))
        planned = found.placements[place].until
        last = day or (planned if planned and planned <= desk.today else desk.today)
        at_its_end = "end-of-contract" if last == planned else None
        told = (
            reason
            or at_its_end
            or one_word(required(None, "--why", N_("Why did it end?"), desk), "--why", END_REASON)
        )
        return ended(found, place, last, told)

    record(desk, "placement end", wanted, make, "placement-ended")
