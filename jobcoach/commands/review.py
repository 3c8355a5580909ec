"""``jobcoach review``: looking back together: plan, agreement, satisfaction, complaint, closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.asking import number, one_word, optional_day, required, text
from jobcoach.commands.parameters import (
    CaseArgument,
    NoteOption,
    OnOption,
    PersonArgument,
    choice,
    offers,
)
from jobcoach.commands.shared import Noun, day_argument
from jobcoach.commands.whom import case_in, party_in
from jobcoach.commands.writing import changing, record, show_outcome
from jobcoach.desk import Desk
from jobcoach.render.catalogue import N_
from jobcoach.render.words import REVIEW

if TYPE_CHECKING:
    from jobcoach.domain.employers import Employer
    from jobcoach.domain.people import Person
    from jobcoach.store.change import Change

app = Noun("Looking back together: plan, agreement, satisfaction, complaint, closing.")

DECISIONS = ("continue", "stop", "unreachable", "moved", "deceased")


@app.verb("add")
def add(
    ctx: typer.Context,
    case: CaseArgument = None,
    kind: Annotated[
        str | None,
        typer.Argument(metavar="KIND", help=" ".join(REVIEW), autocompletion=choice(REVIEW)),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="person|coach|ID", help="Whose view.", autocompletion=offers("parties")
        ),
    ] = None,
    note: NoteOption = None,
    decision: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(DECISIONS), help="Closing.", autocompletion=choice(DECISIONS)
        ),
    ] = None,
    on: OnOption = None,
    answered: Annotated[
        str | None, typer.Option(metavar="DATE", help="When a complaint was answered.")
    ] = None,
    score: Annotated[
        str | None, typer.Option(metavar="1…5", help="Only where a funder asks.")
    ] = None,
) -> None:
    """Record a review; by default the person's view."""
    from jobcoach.domain.people import Review
    from jobcoach.domain.recording.agreements import reviewed

    desk: Desk = ctx.obj
    wanted = required(case, "CASE", N_("Who?"), desk)
    word = one_word(required(kind, "KIND", N_("Which kind of review?"), desk), "KIND", REVIEW)
    decision = one_word(decision, "--decision", DECISIONS)
    day, reply = day_argument(on, desk), optional_day(answered, desk)
    with changing(desk, "review add") as change:
        found = case_in(change, wanted)
        review = Review(
            kind=word,  # type: ignore[arg-type]
            on=day,
            by=_by(change, found, by),
            note=text(note),
            answered=reply,
            decision=decision,  # type: ignore[arg-type]
            score=number(score, "--score", 1, 5),
        )
        change.put(reviewed(found, review))
        outcome = change.save("review")
    show_outcome(desk, change, outcome)


@app.verb("answer")
def answer(ctx: typer.Context, person: PersonArgument = None, on: OnOption = None) -> None:
    """Record that a complaint was answered: the oldest one that waits."""
    from jobcoach.domain.recording.agreements import complaint_answered

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    day = day_argument(on, desk)
    record(
        desk, "review answer", wanted, lambda _, found: complaint_answered(found, day), "answered"
    )


def _by(change: Change, case: Person | Employer, by: str | None) -> str | None:
    """Whose view it is: the person's by default, in an employer's file the employer's."""
    from jobcoach.domain.people import Person

    if not isinstance(case, Person):
        return by or case.id
    if by is None:
        return "person"
    if by == "coach" or change.settings.coach(by) is not None:
        return by
    return party_in(change, case, by)
