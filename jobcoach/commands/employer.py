"""``jobcoach employer``: the employers, the second clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from jobcoach.commands.asking import confirmed, day_or_none, interactive, one_word, required, text
from jobcoach.commands.keys import VALUE_HELP, ValuesArgument, adding, setting
from jobcoach.commands.parameters import (
    CoachOption,
    EmployerArgument,
    NextOption,
    OnOption,
    choice,
    offers,
)
from jobcoach.commands.shared import (
    Noun,
    as_json_option,
    day_argument,
    everyone_option,
    finish,
    one_employer,
    other_coach_option,
    whose_list,
)
from jobcoach.commands.whom import employer_in, known_coach
from jobcoach.commands.writing import changing, record_employer, show_outcome
from jobcoach.desk import Desk
from jobcoach.errors import NotFound
from jobcoach.render.catalogue import N_
from jobcoach.render.words import HOW, STATUS

if TYPE_CHECKING:
    from jobcoach.domain.employers import Employer
    from jobcoach.domain.fields import How
    from jobcoach.store.change import Change

app = Noun("The employers, the second clients.")


@app.verb("list")
def list_employers(
    ctx: typer.Context,
    coach: other_coach_option = None,
    everyone: everyone_option = False,
    status: Annotated[
        str | None, typer.Option(metavar="STATUS", help="Only with this status.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Only there.")] = None,
    sector: Annotated[str | None, typer.Option(metavar="TEXT", help="Only in this sector.")] = None,
    as_json: as_json_option = False,
) -> None:
    """List employers: open jobs, persons placed, the last contact."""
    from jobcoach.domain.finding_cases import folded
    from jobcoach.domain.worklist import is_for
    from jobcoach.errors import WrongUsage
    from jobcoach.render import case_lists, console

    desk: Desk = ctx.obj
    if status is not None and status not in STATUS:
        raise WrongUsage("unknown-option", value=status, option="--status", known=tuple(STATUS))
    viewer = whose_list(desk, coach, everyone)
    rows = [
        employer
        for employer in desk.cases.employers.values()
        if is_for(desk.settings, viewer, employer.coach, desk.today)
        and (status is None or employer.status == status)
        and (place is None or folded(place) in folded(employer.place or ""))
        and (sector is None or folded(sector) in folded(employer.sector or ""))
    ]
    rows.sort(key=lambda employer: (folded(employer.name), employer.id))
    if as_json:
        console.show_json(case_lists.employers_json(rows, desk.cases, desk.today))
    else:
        console.show(case_lists.employers_screen(rows, desk.cases, desk.texts, desk.today))
    finish(desk)


@app.verb("show")
def show(
    ctx: typer.Context,
    employer: Annotated[
        str,
        typer.Argument(
            metavar="EMPLOYER",
            help="Id, its beginning, or part of the name.",
            autocompletion=offers("employers"),
        ),
    ],
    as_json: as_json_option = False,
) -> None:
    """Show one employer at a glance; with --json, the file's own keys."""
    from jobcoach.domain.employers import Employer
    from jobcoach.render import console, employer_screen
    from jobcoach.store.plain import to_plain

    desk: Desk = ctx.obj
    found = one_employer(desk, employer)
    if as_json:
        root = desk.repository.source(f"{found.case}.yaml").root
        console.show_json({"version": 1, "employer": to_plain(Employer, root)})
    else:
        console.show(employer_screen.employer_screen(found, desk.cases, desk.texts, desk.today))
    finish(desk, only=f"{found.case}.yaml")


@app.verb("new")
def new(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="The firm's name.")] = None,
    case_id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Default: made of the name.")
    ] = None,
    coach: CoachOption = None,
    status: Annotated[
        str,
        typer.Option(
            metavar="STATUS", help="prospect, open, partner …", autocompletion=choice(STATUS)
        ),
    ] = "prospect",
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Where it is.")] = None,
    sector: Annotated[str | None, typer.Option(metavar="TEXT", help="NACE code or text.")] = None,
    contact: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The reference contact, with a say in hiring."),
    ] = None,
    phone: Annotated[str | None, typer.Option(metavar="TEXT", help="Of that contact.")] = None,
    email: Annotated[str | None, typer.Option(metavar="TEXT", help="Of that contact.")] = None,
) -> None:
    """Begin an employer's file."""
    from jobcoach.domain.employers import Employer, Staff

    desk: Desk = ctx.obj
    called = text(required(name, "NAME", N_("Name of the firm?"), desk)) or ""
    status = one_word(status, "--status", STATUS) or "prospect"
    staff = Staff(name=text(contact), phone=text(phone), email=text(email), reference=True)
    with changing(desk, "employer new") as change:
        change.put(
            Employer(
                id=new_id(change, called, case_id),
                name=called,
                coach=known_coach(change, coach),
                status=status,  # type: ignore[arg-type]
                place=text(place),
                sector=text(sector),
                staff=(staff,) if contact else (),
            )
        )
        outcome = change.save("opened")
    show_outcome(desk, change, outcome)


def new_id(change: Change, name: str, wanted: str | None) -> str:
    """Return an employer's new id, unique over everybody it must not be mistaken for."""
    from jobcoach.domain.recording.new_cases import refuse_taken, slug

    taken = {*change.cases.employers, *change.cases.partner_ids, *change.cases.people}
    taken |= {coach.id for coach in change.settings.coaches}
    found = wanted or slug(name, taken)
    refuse_taken(found, taken)
    return found


KeyArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="KEY",
        help="As in the file: place, staff[0].phone, contact_every.",
        autocompletion=offers("employer keys"),
    ),
]


@app.verb("set")
def set_key(
    ctx: typer.Context,
    employer: EmployerArgument = None,
    key: KeyArgument = None,
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="VALUE",
            help=VALUE_HELP,
            autocompletion=offers("employer values"),
        ),
    ] = None,
) -> None:
    """Set any key of an employer's file."""
    desk: Desk = ctx.obj
    wanted = required(employer, "EMPLOYER", N_("Which employer?"), desk)
    change = setting(key, value, desk)
    record_employer(desk, "employer set", wanted, lambda _, found: change(found), "set")


@app.verb("add")
def add(
    ctx: typer.Context,
    employer: EmployerArgument = None,
    key: KeyArgument = None,
    values: ValuesArgument = None,
) -> None:
    """Add to any list of an employer's file: a concern, somebody on the staff."""
    desk: Desk = ctx.obj
    wanted = required(employer, "EMPLOYER", N_("Which employer?"), desk)
    change = adding(key, values, desk)
    record_employer(desk, "employer add", wanted, lambda _, found: change(found), "add")


@app.verb("edit")
def edit(ctx: typer.Context, employer: EmployerArgument = None) -> None:
    """Open the file in your editor; nothing unsound is ever saved."""
    from jobcoach.commands.editing import edit_case

    desk: Desk = ctx.obj
    edit_case(desk, "employers", required(employer, "EMPLOYER", N_("Which employer?"), desk))


@app.verb("log")
def log(
    ctx: typer.Context,
    employers: Annotated[
        str | None,
        typer.Argument(
            metavar="EMPLOYER[,EMPLOYER…]",
            help="One or several.",
            autocompletion=offers("employers"),
        ),
    ] = None,
    note: Annotated[str | None, typer.Argument(metavar="NOTE", help="What was said.")] = None,
    how: Annotated[
        str,
        typer.Option("--how", metavar="|".join(HOW), help="How.", autocompletion=choice(HOW)),
    ] = "phone",
    on: OnOption = None,
    next_: NextOption = None,
    not_held: Annotated[bool, typer.Option("--not-held", help="It did not take place.")] = False,
    answered: Annotated[bool, typer.Option("--answered", help="The message was answered.")] = False,
    campaign: Annotated[
        str | None, typer.Option(metavar="TAG", help="A tag of a prospecting round.")
    ] = None,
    make_new: Annotated[
        bool, typer.Option("--new", help="Make a prospect of a firm that has no file yet.")
    ] = False,
    place: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Where new prospects are.")
    ] = None,
) -> None:
    """Record a contact in an employer's own file, or in several; a new firm becomes a prospect."""
    from jobcoach.domain.people import Contact
    from jobcoach.domain.recording.contacts import contact_logged

    desk: Desk = ctx.obj
    wanted = required(employers, "EMPLOYER", N_("Which employer?"), desk)
    said = text(note) if not_held else text(required(note, "NOTE", N_("What was said?"), desk))
    word = cast("How", one_word(how, "--how", HOW))
    day, promised = day_argument(on, desk), day_or_none(next_, desk)
    names = [part.strip() for part in wanted.split(",") if part.strip()]
    accepted = names if make_new else prospects_to_make(desk, names)
    with changing(desk, "employer log") as change:
        for name in names:
            contact = Contact(
                on=day,
                how=None if not_held else word,
                by=change.coach,
                note=said,
                next=promised,
                answered=answered or None,
                held=False if not_held else None,
                campaign=campaign,
            )
            found = employer_or_prospect(change, name, accepted, text(place))
            change.put(contact_logged(found, contact))
        outcome = change.save("contact")
    show_outcome(desk, change, outcome)


def prospects_to_make(desk: Desk, names: list[str]) -> list[str]:
    """Return those of *names* that have no file and that the coach wants one for; asked on a terminal."""
    from jobcoach.domain.finding_cases import ids_meant

    if not interactive():
        return []
    t = desk.texts
    known = desk.repository.names("employers")
    return [
        name
        for name in names
        if not ids_meant(name, known)
        and confirmed(t("{name} has no file yet. Make a prospect of it?", name=name), desk)
    ]


def employer_or_prospect(
    change: Change, name: str, accepted: list[str], place: str | None
) -> Employer:
    """Return the employer meant, or a new prospect of that name where that was agreed to."""
    from jobcoach.domain.employers import Employer

    try:
        return employer_in(change, name)
    except NotFound:
        if name not in accepted:
            raise NotFound("employer-unknown", value=name) from None
    return Employer(
        id=new_id(change, name, None), name=name, coach=change.coach, status="prospect", place=place
    )
