"""``jobcoach consent``: what the person lets others know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from jobcoach.commands.asking import interactive, one_word, optional_day, required
from jobcoach.commands.parameters import OnOption, PersonArgument, UntilOption, offers
from jobcoach.commands.shared import Noun, day_argument
from jobcoach.commands.whom import party_in
from jobcoach.commands.writing import record
from jobcoach.desk import Desk
from jobcoach.errors import WrongUsage
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from datetime import date

    from jobcoach.domain.people import About, Consent, Person
    from jobcoach.store.change import Change

app = Noun("What the person lets others know.")

ToArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="TO",
        help="employers, partners, or one of them; somebody of the person's circle.",
        autocompletion=offers("parties"),
    ),
]


@app.verb("give")
def give(
    ctx: typer.Context,
    person: PersonArgument = None,
    to: ToArgument = None,
    about: Annotated[
        str | None,
        typer.Option(metavar="name,strengths,…", help="Default: as last time toward them."),
    ] = None,
    on: OnOption = None,
    until: UntilOption = None,
) -> None:
    """Record the person's consent toward somebody, about what it names and nothing else."""
    from jobcoach.domain.people import Consent
    from jobcoach.domain.recording.agreements import consent_given, last_consent
    from jobcoach.render.words import ABOUT

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    toward = required(to, "TO", N_("Toward whom? (employers, partners, an id)"), desk)
    written = [part.strip() for part in (about or "").split(",") if part.strip()]
    named = list(dict.fromkeys(one_word(word, "--about", ABOUT) for word in written))
    day, ends = day_argument(on, desk), optional_day(until, desk)

    def make(change: Change, found: Person) -> Person:
        party = _recipient(change, found, toward)
        before = last_consent(found, party)
        told = cast("tuple[About, ...]", tuple(named)) or (before.about if before else ())
        if not told:
            raise WrongUsage("consent-about", known=tuple(ABOUT))
        last = ends or (None if named else _as_long_again(before, day))
        return consent_given(found, Consent(to=party, about=told, on=day, until=last))

    try:
        record(desk, "consent give", wanted, make, "consent")
    except WrongUsage as error:
        if error.code != "consent-about" or not interactive():
            raise
        asked = required(None, "--about", N_("What about? (name,strengths,…)"), desk)
        give(ctx, person=wanted, to=toward, about=asked, on=on, until=until)


@app.verb("withdraw")
def withdraw(
    ctx: typer.Context, person: PersonArgument = None, to: ToArgument = None, on: OnOption = None
) -> None:
    """Record that the person takes consent back: from that day on nothing may be told."""
    from jobcoach.domain.recording.agreements import consent_withdrawn
    from jobcoach.domain.recording.applications import consent_lacks
    from jobcoach.render import console

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    toward = required(to, "TO", N_("Toward whom? (employers, partners, an id)"), desk)
    day = day_argument(on, desk)

    t = desk.texts
    presented_to: list[str] = []

    def make(change: Change, found: Person) -> Person:
        after = consent_withdrawn(found, _recipient(change, found, toward), day)
        presented_to.extend(
            entry.employer
            for entry in after.applications
            if entry.open
            and entry.employer
            and entry.presented
            and consent_lacks(after, entry, day)
        )
        return after

    record(desk, "consent withdraw", wanted, make, "consent-withdrawn")
    for employer in presented_to:
        console.tell(
            t(
                "An application is open at {employer}: tell the person, or close it.",
                employer=employer,
            )
        )


def _as_long_again(before: Consent | None, day: date) -> date | None:
    """The end of a consent renewed: one that had an end never becomes one without."""
    if before is None or before.until is None or before.withdrawn is not None:
        return None
    return day + (before.until - before.on)


def _recipient(change: Change, person: Person, wanted: str) -> str:
    from jobcoach.domain.fields import EMPLOYERS, PARTNERS, PERSON
    from jobcoach.errors import NotFound

    found = party_in(change, person, wanted, EMPLOYERS, PARTNERS)
    if found == PERSON:
        raise NotFound("party-not-found", value=wanted)
    return found
