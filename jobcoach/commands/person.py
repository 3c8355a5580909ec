"""``jobcoach person``: who is accompanied; one case at a glance, begun, changed, handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from jobcoach.commands.asking import required, text
from jobcoach.commands.keys import VALUE_HELP, ValuesArgument, adding, setting
from jobcoach.commands.parameters import CoachOption, OnOption, PersonArgument, offers
from jobcoach.commands.shared import (
    Noun,
    as_json_option,
    day_argument,
    everyone_option,
    finish,
    one_person,
    other_coach_option,
    whose_list,
)
from jobcoach.commands.whom import helper_in, known_coach, people_in
from jobcoach.commands.writing import changing, record, show_outcome
from jobcoach.desk import LANGUAGES, Desk
from jobcoach.domain.findings import READER_CODES
from jobcoach.errors import NotFound, Refused, WrongUsage
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from datetime import date

    from jobcoach.domain.people import Person, StageEntry
    from jobcoach.store.change import Change

app = Noun("The persons accompanied.")


@app.verb("list")
def list_people(
    ctx: typer.Context,
    coach: other_coach_option = None,
    everyone: everyone_option = False,
    stage: Annotated[str | None, typer.Option(metavar="STAGE", help="Only in this stage.")] = None,
    process: Annotated[str | None, typer.Option(metavar="ID", help="Only in this model.")] = None,
    employer: Annotated[
        str | None, typer.Option(metavar="EMPLOYER", help="Only with a placement there now.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Only living there.")] = None,
    active: Annotated[bool, typer.Option("--active", help="Without closed cases.")] = False,
    as_json: as_json_option = False,
) -> None:
    """List persons: where they are, the last contact, what comes next."""
    from jobcoach.commands.shared import one_employer
    from jobcoach.domain.finding_cases import folded
    from jobcoach.domain.known import Known
    from jobcoach.domain.worklist import is_for
    from jobcoach.render import case_lists, console

    desk: Desk = ctx.obj
    viewer = whose_list(desk, coach, everyone)
    firm = one_employer(desk, employer).id if employer else None
    rows = []
    for person in desk.cases.people.values():
        known = Known(person, desk.cases, desk.today)
        here = known.current.entry.stage if known.current else None
        model = known.process.id if known.process else None
        if (
            is_for(desk.settings, viewer, person.coach, desk.today)
            and (stage is None or here == stage)
            and (process is None or model == process)
            and (firm is None or any(p.employer == firm for _, p in known.under_way))
            and (place is None or folded(place) in folded(person.place or ""))
            and not (active and known.final)
        ):
            rows.append(known)
    rows.sort(key=lambda known: (known.final, folded(known.person.name), known.person.id))
    if as_json:
        console.show_json(case_lists.people_json(rows))
    else:
        console.show(case_lists.people_screen(rows, desk.texts))
    finish(desk)


@app.verb("show")
def show(
    ctx: typer.Context,
    person: Annotated[
        str,
        typer.Argument(
            metavar="PERSON",
            help="Id, its beginning, or part of the name.",
            autocompletion=offers("people"),
        ),
    ],
    as_json: as_json_option = False,
) -> None:
    """Show one case at a glance; with --json, the file's own keys."""
    from jobcoach.domain.people import Person
    from jobcoach.render import console, person_screen
    from jobcoach.store.plain import to_plain

    desk: Desk = ctx.obj
    found = one_person(desk, person)
    if as_json:
        root = desk.repository.source(f"{found.case}.yaml").root
        console.show_json({"version": 1, "person": to_plain(Person, root)})
    else:
        console.show(person_screen.person_screen(found, desk.cases, desk.texts, desk.today))
    finish(desk, only=f"{found.case}.yaml")


@app.verb("new")
def new(
    ctx: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="First name and name.")] = None,
    case_id: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Default: initials and three random characters."),
    ] = None,
    coach: CoachOption = None,
    process: Annotated[
        str | None, typer.Option(metavar="ID", help="Another model than the service's.")
    ] = None,
    stage: Annotated[
        str | None,
        typer.Option(metavar="STAGE|none", help="Default: the model's first, if it needs nothing."),
    ] = None,
    on: OnOption = None,
    referred: Annotated[
        str | None,
        typer.Option(metavar="ID|TEXT", help="Who sent them.", autocompletion=offers("parties")),
    ] = None,
    phone: Annotated[str | None, typer.Option(metavar="TEXT")] = None,
    email: Annotated[str | None, typer.Option(metavar="TEXT")] = None,
    place: Annotated[str | None, typer.Option(metavar="TEXT", help="Where they live.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="fr|en|nl|de", help="Of their documents.")
    ] = None,
) -> None:
    """Begin a case. The id is a pseudonym: the name stays inside the file."""
    from jobcoach.domain.finding_cases import folded
    from jobcoach.domain.people import Person, Referral
    from jobcoach.domain.recording.new_cases import pseudonym, refuse_taken
    from jobcoach.domain.recording.road import refuse_unready
    from jobcoach.render import console

    desk: Desk = ctx.obj
    called = text(required(name, "NAME", N_("First name and name?"), desk)) or ""
    day = day_argument(on, desk)
    if language is not None and language not in LANGUAGES:
        raise WrongUsage("unknown-option", value=language, option="--language", known=LANGUAGES)
    with changing(desk, "person new") as change:
        taken = {*change.cases.people, *change.cases.employers}
        new_id = case_id or pseudonym(called, taken)
        refuse_taken(new_id, taken)
        person = Person(
            id=new_id,
            name=called,
            coach=known_coach(change, coach),
            process=process,
            phone=text(phone),
            email=text(email),
            place=text(place),
            language=language,  # type: ignore[arg-type]
        )
        sent_by = helper_in(change, person, referred)
        entry = first_stage(change, person, stage, day)
        begun = replace(
            person,
            referred=Referral(by=sent_by, on=day) if sent_by else None,
            stages=(entry,) if entry else (),
        )
        if entry:
            refuse_unready(replace(begun, id=""), change.cases, desk.today)
        names = change.repository.names("people")
        namesakes = [i for i, other in names.items() if folded(other) == folded(called)]
        change.put(begun)
        outcome = change.save("opened")
    show_outcome(desk, change, outcome)
    if namesakes:
        ids = ", ".join(namesakes)
        console.tell(desk.texts("A case of that name is on file already: {ids}", ids=ids))


def first_stage(change: Change, person: Person, wanted: str | None, day: date) -> StageEntry | None:
    """Return the entry a case begins with: the stage named, else the model's first without needs."""
    from jobcoach.domain.people import StageEntry
    from jobcoach.domain.recording.road import model_of

    model = model_of(person, change.cases, person.process)
    if wanted == "none" or not model.stages:
        return None
    if wanted is not None:
        if model.stage(wanted) is None:
            raise NotFound("stage-not-found", value=wanted, process=model.id, known=model.stage_ids)
        return StageEntry(stage=wanted, on=day)
    first = model.stages[0]
    return None if first.needs else StageEntry(stage=first.id, on=day)


KeyArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="KEY",
        help="As in the file: phone, readiness.available, placements[0].tutor.",
        autocompletion=offers("person keys"),
    ),
]


@app.verb("set")
def set_key(
    ctx: typer.Context,
    person: PersonArgument = None,
    key: KeyArgument = None,
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="VALUE",
            help=VALUE_HELP,
            autocompletion=offers("person values"),
        ),
    ] = None,
) -> None:
    """Set any key of a person's file."""
    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    change = setting(key, value, desk)
    record(desk, "person set", wanted, lambda _, found: change(found), "set")


@app.verb("add")
def add(
    ctx: typer.Context,
    person: PersonArgument = None,
    key: KeyArgument = None,
    values: ValuesArgument = None,
) -> None:
    """Add to any list of a person's file: a wish, a constraint, somebody of the circle."""
    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    change = adding(key, values, desk)
    record(desk, "person add", wanted, lambda _, found: change(found), "add")


@app.verb("edit")
def edit(ctx: typer.Context, person: PersonArgument = None) -> None:
    """Open the file in your editor; nothing unsound is ever saved."""
    from jobcoach.commands.editing import edit_case

    desk: Desk = ctx.obj
    edit_case(desk, "people", required(person, "PERSON", N_("Who?"), desk))


@app.verb("handover")
def handover(
    ctx: typer.Context,
    people: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PERSON]…", help="Only these; default all.", autocompletion=offers("people")
        ),
    ] = None,
    giver: Annotated[
        str | None,
        typer.Option("--from", metavar="ID", help="Who gives.", autocompletion=offers("coaches")),
    ] = None,
    taker: Annotated[
        str | None,
        typer.Option("--to", metavar="ID", help="Who takes.", autocompletion=offers("coaches")),
    ] = None,
) -> None:
    """Hand cases over from one coach to another: all of them, or those named. One commit."""
    desk: Desk = ctx.obj
    at_work = desk.coach_at_work.id if desk.coach_at_work else None
    old = required(giver or at_work, "--from", N_("From whom?"), desk)
    new_coach = required(taker, "--to", N_("To whom?"), desk)
    with changing(desk, "person handover") as change:
        old, new_coach = (known_coach(change, coach) or "" for coach in (old, new_coach))
        if people:
            found = people_in(change, ",".join(people))
        else:
            refuse_illegible(change)
            found = [p for p in change.repository.cases.people.values() if p.coach == old]
        for person in found:
            if person.coach != old:
                raise NotFound("not-their-case", value=person.id, coach=old)
            change.put(replace(person, coach=new_coach))
        if not found:
            raise NotFound("no-cases-of", value=old)
        outcome = change.save("handover")
    show_outcome(desk, change, outcome)


def refuse_illegible(change: Change) -> None:
    """Raise Refused where a person's file does not tell whose case it is: nobody is left behind unseen."""
    for place, file in change.repository.case_files.items():
        faults = [
            fault
            for fault in file.faults
            if fault.code in READER_CODES or fault.path[:1] in ((), ("coach",), ("name",))
        ]
        if faults and place.startswith("people/"):
            raise Refused("file-unreadable", file=file.path, faults=tuple(faults))
