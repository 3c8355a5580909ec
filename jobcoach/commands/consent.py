"""``jobcoach consent``: what the person lets others know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from jobcoach.commands.shared import Noun, day_argument
from jobcoach.commands.writing import (
    OnOption,
    PersonArgument,
    UntilOption,
    offers,
    one_word,
    optional_day,
    party_in,
    record,
    required,
)
from jobcoach.desk import Desk
from jobcoach.errors import WrongUsage
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.people import About, Person
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
    named = [part.strip() for part in (about or "").split(",") if part.strip()]
    for word in named:
        one_word(word, "--about", ABOUT)
    day, ends = day_argument(on, desk), optional_day(until, desk)

    def make(change: Change, found: Person) -> Person:
        party = _recipient(change, found, toward)
        before = last_consent(found, party)
        told = cast("tuple[About, ...]", tuple(named)) or (before.about if before else ())
        if not told:
            raise WrongUsage("consent-about", known=tuple(ABOUT))
        return consent_given(found, Consent(to=party, about=told, on=day, until=ends))

    record(desk, "consent give", wanted, make, "consent")


@app.verb("withdraw")
def withdraw(
    ctx: typer.Context, person: PersonArgument = None, to: ToArgument = None, on: OnOption = None
) -> None:
    """Record that the person takes consent back: from that day on nothing may be told."""
    from jobcoach.domain.recording.agreements import consent_withdrawn

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    toward = required(to, "TO", N_("Toward whom? (employers, partners, an id)"), desk)
    day = day_argument(on, desk)

    def make(change: Change, found: Person) -> Person:
        return consent_withdrawn(found, _recipient(change, found, toward), day)

    record(desk, "consent withdraw", wanted, make, "consent-withdrawn")


def _recipient(change: Change, person: Person, wanted: str) -> str:
    from jobcoach.domain.fields import EMPLOYERS, PARTNERS, PERSON
    from jobcoach.errors import NotFound

    if wanted in (EMPLOYERS, PARTNERS):
        return wanted
    found = party_in(change, person, wanted)
    if found == PERSON:
        raise NotFound("party-not-found", value=wanted)
    return found
