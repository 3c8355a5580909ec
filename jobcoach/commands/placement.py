"""``jobcoach placement``: a job or a stepping stone begins, is renewed, made permanent, ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.asking import (
    confirmed,
    not_before,
    number,
    one_word,
    optional_day,
    required,
    text,
)
from jobcoach.commands.parameters import (
    OnOption,
    PersonArgument,
    UntilOption,
    WhyOption,
    choice,
    offers,
)
from jobcoach.commands.shared import Noun, day_argument
from jobcoach.commands.whom import job_in, names_in
from jobcoach.commands.writing import record
from jobcoach.desk import Desk
from jobcoach.errors import Refused, WrongUsage
from jobcoach.render.catalogue import N_
from jobcoach.render.words import CONTRACT, END_REASON, PAY

if TYPE_CHECKING:
    from datetime import date

    from jobcoach.domain.people import Person, StageEntry
    from jobcoach.store.change import Change

app = Noun("A job or a stepping stone begins, is renewed, made permanent, ends.")

WhichArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[EMPLOYER|DATE]",
        help="Which placement, by employer or first day; not needed where only one is under way.",
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
    str | None, typer.Option("--hours", metavar="N", help="A week: 25, 19.5 or 19,5.")
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
    from jobcoach.domain.people import Aid, StageEntry

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    contract = one_word(contract, "--contract", CONTRACT)
    pay = one_word(pay, "--pay", PAY)
    refuse_odd_pairs(job, firm, title)
    if aid_until is not None and aid is None:
        raise WrongUsage("only-with", option="--aid-until", other="--aid")
    day, ends = day_argument(begins, desk), optional_day(until, desk)
    not_before(ends, day, "--until")
    said = {
        "contract": contract,
        "until": ends,
        "hours": number(hours, "--hours", 0, 168),
        "pay": pay,
        "tutor": text(tutor),
        "aid": Aid(kind=text(aid), until=optional_day(aid_until, desk)) if aid else None,
        "already": already or None,
        "title": text(title),
    }

    def make(change: Change, found: Person) -> Person:
        after = with_placement(change, found, job, day, text(firm), **said)
        # Who had the job before enters the stage now, not on the day the job began.
        entry = StageEntry(stage=stage or "", on=desk.today if already else day, why=text(why))
        return entered(change, after, entry) if stage else after

    record(desk, "placement start", wanted, make, "placed")
    offer_stage(desk, wanted, stage)


def with_placement(
    change: Change,
    person: Person,
    where: str | None,
    day: date,
    firm: str | None = None,
    **said: object,
) -> Person:
    """Return the case with a placement begun, and the application that led to it closed.

    Contract, hours and pay come from the job in the employer's file where *said* names none. Without
    *where* and *firm*, it is where the person was accepted. Raises WrongUsage where the employer or the
    contract stays open.
    """
    from msgspec.structs import replace

    from jobcoach.domain.people import Placement
    from jobcoach.domain.recording.applications import accepted_job, hired
    from jobcoach.domain.recording.placements import started

    begun = Placement(firm=firm, from_=day)
    if firm is None:
        at = job_in(change, where) if where else accepted_job(person)
        if at is None:
            raise WrongUsage("missing-argument", option="EMPLOYER[/JOB]")
        job = change.cases.employers[at[0]].job(at[1]) if at[0] in change.cases.employers else None
        begun = Placement(employer=at[0], job=at[1], from_=day)
        if job is not None:
            begun = replace(begun, contract=job.contract, hours=job.hours, pay=job.pay)
    begun = replace(begun, **{key: value for key, value in said.items() if value is not None})
    if begun.contract is None:
        raise WrongUsage("missing-argument", option="--contract")
    return hired(started(person, begun), begun, change.day)


def refuse_odd_pairs(job: str | None, firm: str | None, title: str | None) -> None:
    """Raise WrongUsage where an employer on file and a firm on none are named together."""
    if job and firm:
        raise WrongUsage("one-or-the-other", one="EMPLOYER", other="--firm")
    if title and not firm:
        raise WrongUsage("only-with", option="--title", other="--firm")


def entered(change: Change, person: Person, entry: StageEntry) -> Person:
    """Return the case with the stage entered as well; raises as a move does."""
    from msgspec.structs import replace

    from jobcoach.domain.recording.road import (
        refuse_the_impossible,
        refuse_unready,
        stage_entered,
        stage_meant,
    )

    entry = replace(entry, stage=stage_meant(person, entry.stage, change.cases))
    refuse_the_impossible(person, entry, change.cases)
    after = stage_entered(person, entry)
    refuse_unready(after, change.cases, change.day)
    return after


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
    hours: str | None,
) -> None:
    from jobcoach.domain.recording.placements import followed, next_day, placement_meant

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    contract = one_word(contract, "--contract", CONTRACT)
    first, ends = optional_day(begins, desk), optional_day(until, desk)

    def make(change: Change, found: Person) -> Person:
        place = placement_meant(found, which, desk.today, names_in(change, found))
        before = found.placements[place]
        on = first or next_day(before, desk.today)
        not_before(ends, on, "--until")
        if why == "renewed" and before.until is None and contract in (None, before.contract):
            raise Refused("nothing-to-renew")
        if ends is None and before.until is not None and contract in (None, before.contract):
            raise WrongUsage("missing-argument", option="--until")
        said = {"contract": contract, "until": ends, "hours": number(hours, "--hours", 0, 168)}
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
