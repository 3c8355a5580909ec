"""``jobcoach application``: a job proposed, decided by the person, presented, answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.asking import interactive, not_before, one_word, required, text
from jobcoach.commands.parameters import OnOption, PersonArgument, WhyOption, choice, offers
from jobcoach.commands.shared import Noun, day_argument
from jobcoach.commands.whom import job_in, names_in
from jobcoach.commands.writing import record
from jobcoach.desk import Desk
from jobcoach.domain.spoken_words import word_meant
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jobcoach.domain.people import Application, Person
    from jobcoach.store.change import Change

app = Noun("A job proposed, decided by the person, presented, answered.")

WhichArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[EMPLOYER[/JOB]]",
        help="Which application; not needed where only one is open.",
        autocompletion=offers("applications"),
    ),
]
DECISIONS = ("accepted", "declined")
OUTCOMES = ("hired", "refused", "withdrawn", "cancelled")


@app.verb("propose")
def propose(
    ctx: typer.Context,
    person: PersonArgument = None,
    job: Annotated[
        str | None,
        typer.Argument(
            metavar="EMPLOYER[/JOB]", help="Where; the job.", autocompletion=offers("jobs")
        ),
    ] = None,
    firm: Annotated[
        str | None, typer.Option(metavar="NAME", help="A firm that has no file.")
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="A job on no file.")] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="coach|person", help="Who found it.", autocompletion=choice(("coach", "person"))
        ),
    ] = None,
    on: OnOption = None,
) -> None:
    """Propose a job to the person; with ``--by person``, note one they applied for themselves."""
    from jobcoach.commands.placement import refuse_odd_pairs
    from jobcoach.domain.people import Application
    from jobcoach.domain.recording.applications import proposed

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    where = (
        None if firm else required(job, "EMPLOYER[/JOB]", N_("Which employer, which job?"), desk)
    )
    finder = one_word(by, "--by", ("coach", "person")) or "coach"
    refuse_odd_pairs(job, firm, title)
    day = day_argument(on, desk)

    def make(change: Change, found: Person) -> Person:
        employer_id, job_id = job_in(change, where) if where else (None, None)
        alone = finder == "person"  # who applies alone has decided already
        return proposed(
            found,
            Application(
                employer=employer_id,
                firm=text(firm),
                job=job_id,
                title=text(title),
                by=finder,  # type: ignore[arg-type]
                proposed=day,
                decision="accepted" if alone else None,
                decided=day if alone else None,
            ),
        )

    record(desk, "application propose", wanted, make, "proposed")


@app.verb("decide")
def decide(
    ctx: typer.Context,
    person: PersonArgument = None,
    which: WhichArgument = None,
    decision: Annotated[
        str | None,
        typer.Argument(metavar="accepted|declined", autocompletion=choice(DECISIONS)),
    ] = None,
    on: OnOption = None,
    why: WhyOption = None,
) -> None:
    """Record what the person decided about a job proposed."""
    which, decision = _last_is_word(which, decision, DECISIONS)
    word = one_word(
        required(decision, "|".join(DECISIONS), N_("accepted or declined?"), ctx.obj),
        "decision",
        DECISIONS,
    )
    _mark(
        ctx,
        "decide",
        person,
        which,
        on,
        lambda _, day: {"decision": word, "decided": day},
        why,
        "decided",
    )


@app.verb("present")
def present(
    ctx: typer.Context,
    person: PersonArgument = None,
    which: WhichArgument = None,
    on: OnOption = None,
) -> None:
    """Record that the person was presented to the employer."""
    _mark(ctx, "present", person, which, on, lambda _, day: {"presented": day}, None, "presented")


@app.verb("interview")
def interview(
    ctx: typer.Context,
    person: PersonArgument = None,
    which: WhichArgument = None,
    date: Annotated[str | None, typer.Argument(metavar="DATE", help="When it is.")] = None,
    on: OnOption = None,
) -> None:
    """Record when the interview is."""
    desk: Desk = ctx.obj
    if date is None and on is None and which is not None and _is_day(which, desk):
        which, date = None, which
    _mark(
        ctx,
        "interview",
        person,
        which,
        date or required(on, "DATE", N_("When is it?"), desk),
        lambda _, day: {"interview": day},
        None,
        "interview",
    )


@app.verb("close")
def close(
    ctx: typer.Context,
    person: PersonArgument = None,
    which: WhichArgument = None,
    outcome: Annotated[
        str | None,
        typer.Argument(metavar="|".join(OUTCOMES), autocompletion=choice(OUTCOMES)),
    ] = None,
    on: OnOption = None,
    why: WhyOption = None,
) -> None:
    """Record how an application ended."""
    which, outcome = _last_is_word(which, outcome, OUTCOMES)
    word = one_word(
        required(
            outcome, "|".join(OUTCOMES), N_("hired, refused, withdrawn or cancelled?"), ctx.obj
        ),
        "outcome",
        OUTCOMES,
    )
    _mark(
        ctx,
        "close",
        person,
        which,
        on,
        lambda _, day: {"outcome": word, "closed": day},
        why,
        "outcome",
    )


def _mark(
    ctx: typer.Context,
    verb: str,
    person: str | None,
    which: str | None,
    on: str | None,
    marks: Callable[[Application, date], dict[str, object]],
    why: str | None,
    action: str,
) -> None:
    """Say something more of one application."""
    from jobcoach.domain.recording.applications import application_meant, consent_lacks, marked
    from jobcoach.render import console

    desk: Desk = ctx.obj
    wanted = required(person, "PERSON", N_("Who?"), desk)
    day = day_argument(on, desk)

    cautions: list[str] = []
    t = desk.texts

    def make(change: Change, found: Person) -> Person:
        place = application_meant(found, which, names_in(change, found))
        entry = found.applications[place]
        if verb in ("present", "interview") and entry.by != "person":
            if consent_lacks(found, entry, day):
                command = (
                    f"jobcoach consent give {found.id} {entry.employer} --about name,strengths"
                )
                cautions.append(
                    t("No consent toward this employer is in force: {command}", command=command)
                )
            if not found.may_know(entry):
                cautions.append(
                    t("The person does not want this employer to know that a coach exists.")
                )
        begun = found.applications[place].proposed
        if begun is not None:
            not_before(day, begun, "--on" if verb != "interview" else "DATE")
        said = {"why": text(why)} if why else {}
        return marked(found, place, **marks(found.applications[place], day), **said)

    record(desk, f"application {verb}", wanted, make, action)
    for caution in cautions:
        console.tell(caution)


def _last_is_word(
    which: str | None, word: str | None, words: tuple[str, ...]
) -> tuple[str | None, str | None]:
    """Where only one application is open, its employer may be left out.

    A word alone that is none of those allowed is told as such, rather than taken for an employer.
    """
    if word is None and which is not None and not interactive():
        return None, one_word(which, "|".join(words), words)
    if word is None and which is not None and word_meant(which, words):
        return None, which
    return which, word


def _is_day(written: str, desk: Desk) -> bool:
    from jobcoach.domain.spoken_days import spoken_day

    return spoken_day(written, desk.today) is not None
