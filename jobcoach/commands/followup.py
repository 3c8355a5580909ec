"""``jobcoach followup``: what falls due, and the contacts that answer it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date as date_type
from typing import TYPE_CHECKING, Annotated, NamedTuple, cast

import typer

from jobcoach.commands.asking import (
    day_or_none,
    not_before,
    one_word,
    optional_day,
    required,
    required_day,
    text,
)
from jobcoach.commands.output import put_out
from jobcoach.commands.parameters import (
    NextOption,
    NoteOption,
    OnOption,
    PersonArgument,
    UntilOption,
    WhyOption,
    WithOption,
    choice,
    offers,
)
from jobcoach.commands.shared import (
    Noun,
    as_json_option,
    day_argument,
    everyone_option,
    finish,
    other_coach_option,
    unreadable_faults,
    warn_of,
    whose_list,
)
from jobcoach.commands.whom import parties_in, people_in
from jobcoach.commands.writing import changing, record, show_outcome
from jobcoach.desk import Desk
from jobcoach.errors import WrongUsage
from jobcoach.render.catalogue import N_
from jobcoach.render.words import HOW

if TYPE_CHECKING:
    from jobcoach.domain.due import Coming, FollowUp
    from jobcoach.domain.fields import How
    from jobcoach.domain.people import Person
    from jobcoach.store.change import Change

app = Noun("What falls due: contacts, reviews, steps, ends of contracts.")


AsOfOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="As of this day; default today.")
]
WithinOption = Annotated[str, typer.Option(metavar="LENGTH", help="Look ahead, for example 7d.")]
KindOption = Annotated[
    list[str] | None,
    typer.Option(metavar="KIND", help="Only this kind of item; may be repeated."),
]


class _Asked(NamedTuple):
    """Which items are asked for: as of which day, up to which, on whose list, of which kinds."""

    day: date_type
    until: date_type
    viewer: str | None
    kinds: Sequence[str]


def _asked(
    desk: Desk,
    on: str | None,
    within: str,
    coach: str | None,
    everyone: bool,
    kinds: Sequence[str] | None,
) -> _Asked:
    """Make sense of the options that choose items; raises WrongUsage or NotFound."""
    from jobcoach.domain.due import KINDS
    from jobcoach.domain.durations import after, parse_duration

    day = day_argument(on, desk)
    ahead = parse_duration(within.removeprefix("+"))
    if ahead is None:
        raise WrongUsage("bad-length", value=within)
    for word in kinds or ():
        if word not in KINDS:
            raise WrongUsage("unknown-kind", value=word, known=KINDS)
    return _Asked(day, after(day, ahead), whose_list(desk, coach, everyone), kinds or ())


def _chosen(asked: _Asked, everything: Coming, desk: Desk) -> list[FollowUp]:
    """Return the items asked for among *everything* coming."""
    from jobcoach.domain.due import follow_ups_due
    from jobcoach.domain.worklist import list_of

    found = follow_ups_due(everything, asked.day, asked.until)
    items = list_of(found, desk.settings, asked.viewer, asked.day)
    return [item for item in items if not asked.kinds or item.kind in asked.kinds]


@app.verb("due")
def due(
    ctx: typer.Context,
    on: AsOfOption = None,
    within: WithinOption = "0d",
    coach: other_coach_option = None,
    everyone: everyone_option = False,
    kind: KindOption = None,
    only_silent: Annotated[
        bool, typer.Option("--silent", help="Persons for whom nothing will ever come up.")
    ] = False,
    as_json: as_json_option = False,
) -> None:
    """List what falls due, the latest first."""
    from jobcoach.domain.due import coming, silent
    from jobcoach.domain.worklist import is_for
    from jobcoach.render import console, due_screen
    from jobcoach.render.follow_ups import Wording

    desk: Desk = ctx.obj
    asked = _asked(desk, on, within, coach, everyone, kind)
    day, viewer, settings = asked.day, asked.viewer, desk.settings
    unreadable = unreadable_faults(desk)
    everything = coming(desk.cases, day)
    quiet = [
        p for p in silent(everything, desk.cases, day) if is_for(settings, viewer, p.coach, day)
    ]
    if only_silent:
        if as_json:
            console.show_json(due_screen.silent_json(quiet, unreadable, day))
        else:
            console.show(due_screen.silent_screen(quiet, desk.cases, desk.texts, day))
    else:
        items = _chosen(asked, everything, desk)
        wording = Wording(desk.cases, desk.texts, day)
        files = sorted({fault.file for fault in unreadable})
        unread = [fault.file for fault in desk.repository.unexpected]
        if as_json:
            console.show_json(due_screen.due_json(items, wording, day, files))
        else:
            console.show(
                due_screen.due_screen(items, wording, day, viewer, len(quiet), files, unread)
            )
    warn_of(unreadable, desk)
    if unreadable:
        raise typer.Exit(4)


@app.verb("calendar")
def calendar(
    ctx: typer.Context,
    on: AsOfOption = None,
    within: WithinOption = "8w",
    coach: other_coach_option = None,
    everyone: everyone_option = False,
    kind: KindOption = None,
    names: Annotated[
        bool, typer.Option("--names", help="Names and reasons too: for a calendar of one's own.")
    ] = False,
    output: Annotated[
        str | None,
        typer.Option("-o", metavar="FILE|-", help="Default out/due.ics; - prints it."),
    ] = None,
) -> None:
    """Write what falls due into a calendar file (iCalendar), without names unless asked for."""
    from jobcoach.domain.due import coming
    from jobcoach.render import console
    from jobcoach.render.calendar import calendar_text
    from jobcoach.render.follow_ups import Wording
    from jobcoach.store.files import OUT
    from jobcoach.store.git import times_changed

    desk: Desk = ctx.obj
    t = desk.texts
    asked = _asked(desk, on, within, coach, everyone, kind)
    items = _chosen(asked, coming(desk.cases, asked.day), desk)
    wording = Wording(desk.cases, t, asked.day)
    written = calendar_text(items, wording, times_changed(desk.root), names=names)
    if output == "-" and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")  # lines end as they should on Windows too
    put_out(written, output, desk.root / OUT / "due.ics")
    span = f"{t.weekday(asked.day)} – {t.weekday(asked.until)}"
    console.tell(t.labelled(span, t.plural("{number} item", "{number} items", len(items))))
    finish(desk)


@app.verb("log")
def log(
    ctx: typer.Context,
    people: Annotated[
        str | None,
        typer.Argument(
            metavar="PERSON[,PERSON…]", help="One or several.", autocompletion=offers("people")
        ),
    ] = None,
    note: Annotated[str | None, typer.Argument(metavar="NOTE", help="What was said.")] = None,
    with_: WithOption = None,
    how: Annotated[
        str | None,
        typer.Option(
            "--how",
            metavar="|".join(HOW),
            help="Default: what the person prefers, else phone.",
            autocompletion=choice(HOW),
        ),
    ] = None,
    on: OnOption = None,
    next_: NextOption = None,
    not_held: Annotated[
        bool, typer.Option("--not-held", help="It did not take place, whoever's doing.")
    ] = False,
    answered: Annotated[bool, typer.Option("--answered", help="The message was answered.")] = False,
    campaign: Annotated[
        str | None, typer.Option(metavar="TAG", help="A tag of a prospecting round.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="ID", help="Default: the coach at work.")
    ] = None,
) -> None:
    """Record a contact, in one person's file or in several at once."""
    from jobcoach.domain.people import Contact
    from jobcoach.domain.recording.contacts import contact_logged, other_people_named
    from jobcoach.errors import Refused

    desk: Desk = ctx.obj
    wanted = required(people, "PERSON", N_("Who?"), desk)
    said = text(note) if not_held else text(required(note, "NOTE", N_("What was said?"), desk))
    day = day_argument(on, desk)
    promised = day_or_none(next_, desk)
    if isinstance(promised, date_type):
        not_before(promised, day, "--next")
    with changing(desk, "followup log") as change:
        found = people_in(change, wanted)
        for person in found:
            named = other_people_named(said or "", person, found)
            if named:
                ids = ", ".join(other.id for other in named)
                raise Refused("names-another", names=ids)
        for person in found:
            contact = Contact(
                on=day,
                with_=parties_in(change, person, with_),
                how=None if not_held and how is None else _way(how) or usual_way(person, with_),
                by=by or change.coach,
                note=said,
                next=promised,
                answered=answered or None,
                held=False if not_held else None,
                campaign=campaign,
            )
            change.put(contact_logged(person, contact))
        outcome = change.save("contact")
    show_outcome(desk, change, outcome)


def _way(how: str | None) -> How | None:
    return cast("How | None", one_word(how, "--how", HOW))


def usual_way(person: Person, with_: str | None) -> How:
    """Return how a contact is made where nobody says: as the person prefers, else by phone."""
    prefers = person.prefers.how if person.prefers and with_ in (None, "person") else None
    return prefers if prefers and prefers != "letter" else "phone"


@app.verb("postpone")
def postpone(
    ctx: typer.Context,
    person: PersonArgument = None,
    date: Annotated[
        str | None, typer.Argument(metavar="DATE", help="When it will take place instead.")
    ] = None,
    with_: WithOption = None,
    note: NoteOption = None,
) -> None:
    """Promise a later contact: what was planned did not take place, whoever's doing."""
    from jobcoach.domain.people import Contact
    from jobcoach.domain.recording.contacts import contact_logged

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    later = required_day(date, "DATE", N_("Until when?"), desk)
    if later <= desk.today:
        raise WrongUsage("date-not-ahead", on=later.isoformat())

    def make(change: Change, found: Person) -> Person:
        return contact_logged(
            found,
            Contact(
                on=desk.today,
                with_=parties_in(change, found, with_),
                by=change.coach,
                note=text(note),
                next=later,
                held=False,
            ),
        )

    record(desk, "followup postpone", wanted, make, "postponed")


@app.verb("pace")
def pace(
    ctx: typer.Context,
    person: PersonArgument = None,
    every: Annotated[
        str | None,
        typer.Argument(metavar="EVERY", help="3d, 2w, 1m; none ends the person's own pace."),
    ] = None,
    with_: WithOption = None,
    on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From which day; default today.")
    ] = None,
    until: UntilOption = None,
    why: WhyOption = None,
) -> None:
    """Agree on the person's own rhythm; it overrides the stage's while it holds."""
    from jobcoach.domain.durations import parse_duration
    from jobcoach.domain.people import Pace
    from jobcoach.domain.recording.contacts import pace_agreed, pace_ended

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    written = required(every, "EVERY", N_("How often? (3d, 2w, 1m)"), desk)
    length = parse_duration(written)
    begins, ends = day_argument(on, desk), optional_day(until, desk)
    if written not in ("none", "aucun") and (length is None or not length.positive):
        raise WrongUsage("bad-length", value=written)

    def make(change: Change, found: Person) -> Person:
        parties = parties_in(change, found, with_)
        if length is None:
            return pace_ended(found, parties or ("person",), begins)
        agreed = Pace(with_=parties, every=length, from_=begins, until=ends, why=text(why))
        return pace_agreed(found, agreed)

    record(desk, "followup pace", wanted, make, "pace")


@app.verb("pause")
def pause(
    ctx: typer.Context,
    person: PersonArgument = None,
    on: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="From which day; default today.")
    ] = None,
    until: UntilOption = None,
    why: WhyOption = None,
) -> None:
    """Leave the person in peace for a while, as asked for."""
    from jobcoach.domain.people import Pause
    from jobcoach.domain.recording.contacts import paused

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    asked = Pause(from_=day_argument(on, desk), until=optional_day(until, desk), why=text(why))
    record(desk, "followup pause", wanted, lambda _, found: paused(found, asked), "pause")
