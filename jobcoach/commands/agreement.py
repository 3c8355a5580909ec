"""``jobcoach agreement``: what was agreed, with whom, until when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.asking import not_before, one_word, optional_day, required, text
from jobcoach.commands.parameters import (
    CaseArgument,
    OnOption,
    ReviewOption,
    UntilOption,
    WithOption,
    choice,
)
from jobcoach.commands.shared import Noun, day_argument
from jobcoach.commands.whom import case_in, current_employer, parties_in
from jobcoach.commands.writing import changing, show_outcome
from jobcoach.desk import Desk
from jobcoach.render.catalogue import N_
from jobcoach.render.words import AGREEMENT

if TYPE_CHECKING:
    from jobcoach.domain.people import Person
    from jobcoach.store.change import Change

app = Noun("What was agreed, with whom, until when.")

KindArgument = Annotated[
    str | None,
    typer.Argument(metavar="KIND", help=" ".join(AGREEMENT), autocompletion=choice(AGREEMENT)),
]
FORMS = ("spoken", "written")


@app.verb("add")
def add(
    ctx: typer.Context,
    case: CaseArgument = None,
    kind: KindArgument = None,
    with_: WithOption = None,
    on: OnOption = None,
    form: Annotated[
        str | None,
        typer.Option(metavar="|".join(FORMS), help="How.", autocompletion=choice(FORMS)),
    ] = None,
    review: ReviewOption = None,
    until: UntilOption = None,
    what: Annotated[str | None, typer.Option(metavar="TEXT", help="What was agreed.")] = None,
) -> None:
    """Record an agreement; a follow-up agreement is with the current employer by default."""
    from jobcoach.domain.people import Agreement, Person
    from jobcoach.domain.recording.agreements import agreed

    desk: Desk = ctx.obj
    wanted = required(case, "CASE", N_("Who?"), desk)
    word = one_word(required(kind, "KIND", N_("Which kind of agreement?"), desk), "KIND", AGREEMENT)
    form = one_word(form, "--form", FORMS)
    begun, again, ends = (
        day_argument(on, desk),
        optional_day(review, desk),
        optional_day(until, desk),
    )
    not_before(again, begun, "--review")
    not_before(ends, begun, "--until")
    with changing(desk, "agreement add") as change:
        found = case_in(change, wanted)
        agreement = Agreement(
            kind=word,  # type: ignore[arg-type]
            with_=_parties(change, found, word, with_) if isinstance(found, Person) else (),
            on=begun,
            form=form,  # type: ignore[arg-type]
            review=again,
            until=ends,
            what=text(what),
        )
        change.put(agreed(found, agreement))
        outcome = change.save("agreement")
    show_outcome(desk, change, outcome)


@app.verb("end")
def end(
    ctx: typer.Context,
    case: CaseArgument = None,
    kind: KindArgument = None,
    with_: WithOption = None,
    on: OnOption = None,
) -> None:
    """End an agreement; the day is its last."""
    from jobcoach.domain.people import Person
    from jobcoach.domain.recording.agreements import agreement_ended

    desk: Desk = ctx.obj
    wanted = required(case, "CASE", N_("Who?"), desk)
    word = one_word(required(kind, "KIND", N_("Which kind of agreement?"), desk), "KIND", AGREEMENT)
    day = day_argument(on, desk)
    with changing(desk, "agreement end") as change:
        found = case_in(change, wanted)
        parties = None
        if with_ is not None and isinstance(found, Person):
            parties = parties_in(change, found, with_) or ("person",)
        change.put(agreement_ended(found, word or "", day, parties))
        outcome = change.save("agreement-ended")
    show_outcome(desk, change, outcome)


def _parties(
    change: Change, person: Person, kind: str | None, with_: str | None
) -> tuple[str, ...]:
    """Whom it is with; said also where it is the person, so that the file reads by itself."""
    if with_ is None and kind == "follow-up":
        return (current_employer(change, person),)
    return parties_in(change, person, with_) or ("person",)
