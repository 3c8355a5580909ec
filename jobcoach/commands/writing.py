"""What all commands that write share: a change under lock, whom it is about, what is said afterwards."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from jobcoach.commands.shared import day_argument, only_one
from jobcoach.desk import Desk
from jobcoach.errors import NotFound, Refused, WrongUsage

if TYPE_CHECKING:
    from jobcoach.domain.employers import Employer
    from jobcoach.domain.people import Person
    from jobcoach.store.change import Change, Outcome


class Offered(str):
    """What the shell offers. Typer drops what does not begin as it was typed; an id may be offered for
    a part of the name all the same."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """Yes, whatever was typed: ``completion`` has chosen already."""
        return True


Completer = Callable[[typer.Context, str], list[tuple[str, str]]]


def offers(what: str) -> Completer:
    """Return what completes a parameter: one of ``completion``'s lists, found when the shell asks."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from jobcoach.commands.completion import complete as offered

        return [(Offered(value), meaning) for value, meaning in offered(what, ctx, incomplete)]

    return complete


def choice(words: Iterable[str]) -> Callable[[str], list[str]]:
    """Return what completes a parameter that takes one word of a list."""
    return lambda incomplete: [word for word in words if word.startswith(incomplete)]


PersonArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="PERSON",
        help="Id, its beginning, or part of the name.",
        autocompletion=offers("people"),
    ),
]
EmployerArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="EMPLOYER",
        help="Id, its beginning, or part of the name.",
        autocompletion=offers("employers"),
    ),
]
CaseArgument = Annotated[
    str | None,
    typer.Argument(metavar="CASE", help="A person or an employer.", autocompletion=offers("cases")),
]
JobArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="EMPLOYER/JOB", help="An employer's job.", autocompletion=offers("jobs")
    ),
]
OnOption = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="The day; default today.")
]
UntilOption = Annotated[str | None, typer.Option("--until", metavar="DATE", help="The last day.")]
NextOption = Annotated[
    str | None,
    typer.Option(
        "--next", metavar="DATE|none", help="The next contact promised; none cancels one."
    ),
]
ReviewOption = Annotated[
    str | None, typer.Option("--review", metavar="DATE", help="When to look at it again.")
]
WhyOption = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason.")]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="What was said.")]
WithOption = Annotated[
    str | None,
    typer.Option(
        "--with",
        metavar="ID[,ID]",
        help="Whom: person (default), employer (the current one), an employer, a partner, family.",
        autocompletion=offers("parties"),
    ),
]
CoachOption = Annotated[
    str | None,
    typer.Option(
        "--coach",
        metavar="ID",
        help="Default: the coach at work.",
        autocompletion=offers("coaches"),
    ),
]


# One change


@contextmanager
def changing(desk: Desk, command: str) -> Iterator[Change]:
    """Hold the repository for one change; tells what an interrupted command had left."""
    from jobcoach.render.console import tell
    from jobcoach.render.error_messages import mended_message
    from jobcoach.store.change import change_under_way

    with change_under_way(desk.root, desk.today, f"jobcoach {command}") as change:
        desk.repository = (
            change.repository
        )  # as it is under the lock; what was read before may be old
        if change.mended is not None:
            tell(mended_message(change.mended, desk.texts))
        yield change


def show_outcome(desk: Desk, change: Change, outcome: Outcome) -> None:
    """Say what was recorded, on which days, what wants a look, and what comes next in each case."""
    from jobcoach.render import console, recorded_screen
    from jobcoach.render.messages import finding_message

    console.show(
        recorded_screen.recorded_screen(outcome.saved, change.cases_after, desk.texts, desk.today)
    )
    for finding in outcome.warnings:
        message, hint = finding_message(finding, desk.texts)
        console.tell(f"{message}\n    {hint}" if hint else message)


def record(
    desk: Desk,
    command: str,
    wanted: str,
    make: Callable[[Change, Person], Person],
    action: str | None = None,
) -> None:
    """Change one person's case: find it, make the new record, save it, say what was recorded."""
    with changing(desk, command) as change:
        change.put(make(change, person_in(change, wanted)))
        outcome = change.save(action)
    show_outcome(desk, change, outcome)


def record_employer(
    desk: Desk,
    command: str,
    wanted: str,
    make: Callable[[Change, Employer], Employer],
    action: str | None = None,
) -> None:
    """The same for an employer's file."""
    with changing(desk, command) as change:
        change.put(make(change, employer_in(change, wanted)))
        outcome = change.save(action)
    show_outcome(desk, change, outcome)


# Whom it is about


def person_in(change: Change, wanted: str) -> Person:
    """Return the person meant; raises NotFound or SeveralFound, which lists them."""
    from jobcoach.store.files import PEOPLE

    people = change.cases.people
    if wanted in people:
        return people[wanted]
    return people[only_one(wanted, change.repository.names(PEOPLE), "person")]


def people_in(change: Change, written: str) -> list[Person]:
    """Return the persons behind ``PERSON[,PERSON…]``, each once; raises WrongUsage where nobody is named."""
    found = {
        p.id: p for part in written.split(",") if part.strip() for p in [person_in(change, part)]
    }
    if not found:
        raise WrongUsage("missing-argument", option="PERSON")
    return list(found.values())


def employer_in(change: Change, wanted: str) -> Employer:
    """Return the employer meant; raises NotFound or SeveralFound, which lists them."""
    from jobcoach.store.files import EMPLOYERS

    employers = change.cases.employers
    if wanted in employers:
        return employers[wanted]
    return employers[only_one(wanted, change.repository.names(EMPLOYERS), "employer")]


def case_in(change: Change, wanted: str) -> Person | Employer:
    """Return the person or employer meant; raises NotFound or SeveralFound, which lists them."""
    from jobcoach.store.files import EMPLOYERS, PEOPLE

    if wanted in change.cases.people:
        return change.cases.people[wanted]
    if wanted in change.cases.employers:
        return change.cases.employers[wanted]
    names = change.repository.names(PEOPLE) | change.repository.names(EMPLOYERS)
    found = only_one(wanted, names, "case")
    return change.cases.people.get(found) or change.cases.employers[found]


def job_in(change: Change, wanted: str) -> tuple[str, str | None]:
    """Return employer and job behind ``EMPLOYER[/JOB]``; the only open job where none is named.

    Raises NotFound or SeveralFound.
    """
    firm, _, job = wanted.partition("/")
    employer = employer_in(change, firm)
    if not job:
        still_open = [other.id for other in employer.jobs if other.is_open(change.day)]
        return employer.id, still_open[0] if len(still_open) == 1 else None
    if employer.job(job) is not None:
        return employer.id, job
    titles = {other.id: other.title or other.id for other in employer.jobs}
    try:
        return employer.id, only_one(job, titles, "job")
    except NotFound as error:
        raise NotFound(
            "job-not-found", value=job, employer=employer.id, known=tuple(titles)
        ) from error


def names_in(change: Change, person: Person) -> dict[str, str]:
    """Return the names, by id, of employers that *person*'s applications and placements name."""
    named = {entry.employer for entry in person.applications}
    named |= {entry.employer for entry in person.placements}
    ids = {employer_id for employer_id in named if employer_id in change.cases.employers}
    return {i: change.cases.employers[i].name for i in ids if i}


def party_in(change: Change, person: Person, wanted: str, *also: str) -> str:
    """Return the id of whom *person*'s file calls *wanted*: an id, ``employer``, or part of a name.

    *also* are words that mean somebody as well. Raises NotFound or SeveralFound.
    """
    from jobcoach.domain.fields import PERSON
    from jobcoach.store.files import EMPLOYERS

    if wanted in (PERSON, person.id):
        return PERSON
    if wanted == "employer":
        return current_employer(change, person)
    near = {r.id: f"{r.name or r.id} {r.relation or ''}".strip() for r in person.circle}
    near |= {partner.id: partner.name or partner.id for partner in change.settings.partners}
    near |= {word: word for word in also}
    if wanted in near or wanted in change.cases.employers:
        return wanted
    return only_one(wanted, near | change.repository.names(EMPLOYERS), "party")


def helper_in(change: Change, person: Person, wanted: str | None) -> str | None:
    """Return who helps: an id where somebody known is meant, else the words as written."""
    if wanted is None or wanted == "coach" or change.settings.coach(wanted) is not None:
        return wanted
    try:
        return party_in(change, person, wanted)
    except NotFound:
        return text(wanted)


def parties_in(change: Change, person: Person, written: str | None) -> tuple[str, ...]:
    """Return the ids behind ``--with``; empty for the person alone, which needs no word."""
    from jobcoach.domain.fields import PERSON

    named = [part.strip() for part in (written or "").split(",") if part.strip()]
    found = tuple(dict.fromkeys(party_in(change, person, part) for part in named))
    return () if found == (PERSON,) else found


def current_employer(change: Change, person: Person) -> str:
    """Return the employer of the placement under way; raises Refused where there is none, or several."""
    from jobcoach.domain.known import Known

    known = Known(person, change.cases, change.day)
    ids = {placement.employer for _, placement in known.under_way if placement.employer}
    if len(ids) != 1:
        raise Refused("no-current-employer" if not ids else "several-employers", case=person.id)
    return ids.pop()


def known_coach(change: Change, wanted: str | None) -> str | None:
    """Return the coach named, else the one at work; raises NotFound for an unknown one."""
    if wanted is None:
        return change.coach
    if change.settings.coach(wanted) is None:
        raise NotFound("unknown-coach", value=wanted, known=[c.id for c in change.settings.coaches])
    return wanted


# What was typed


def required(value: str | None, option: str, question: str, desk: Desk) -> str:
    """Return what was typed, ask for it on a terminal, and raise WrongUsage where nobody can answer."""
    if value is not None and value.strip():
        return value.strip()
    if not interactive():
        raise WrongUsage("missing-argument", option=option)
    answer: str = typer.prompt(desk.texts(question), err=True)
    return answer.strip()


def required_day(value: str | None, option: str, question: str, desk: Desk) -> date:
    """The same for a day; on a terminal what is none is asked for again."""
    from jobcoach.render.console import tell
    from jobcoach.render.error_messages import error_message

    while True:
        try:
            return day_argument(required(value, option, question, desk), desk)
        except WrongUsage as error:
            if value is not None or not interactive():
                raise
            tell(error_message(error, desk.texts))


def interactive() -> bool:
    """Whether somebody sits at a terminal and can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def confirmed(question: str, desk: Desk) -> bool:
    """Ask for a yes on a terminal; without one the answer is no."""
    return interactive() and typer.confirm(desk.texts(question), err=True, default=False)


def text(written: str | None) -> str | None:
    """Return free text as it is kept: plain line ends, no blanks around it, None for nothing."""
    if written is None:
        return None
    from jobcoach.domain.spoken_days import as_typed

    kept = as_typed(written).replace("\r\n", "\n").replace("\r", "\n").strip()
    if any("\ud800" <= c <= "\udfff" for c in kept):
        raise WrongUsage("not-text", value=kept.encode("utf-8", "replace").decode())
    return kept or None


def optional_day(written: str | None, desk: Desk) -> date | None:
    """Return the day somebody wrote, or None where nothing was written."""
    return None if written is None else day_argument(written, desk)


def day_or_none(written: str | None, desk: Desk) -> date | Literal["none"] | None:
    """The same for a promise, which ``none`` cancels."""
    return "none" if written in ("none", "aucun") else optional_day(written, desk)


def not_before(day: date | None, start: date, option: str) -> None:
    """Raise Refused where a day agreed on lies before the day it was agreed."""
    if day is not None and day < start:
        raise Refused("day-before-start", option=option, on=day, start=start)


def number(value: str | None, option: str, least: float, most: float) -> float | None:
    """Return a number with a decimal point or comma, or None; raises WrongUsage for any other."""
    from jobcoach.store.field_paths import typed
    from jobcoach.store.shapes import Number

    if value is None:
        return None
    found: float = typed(Number(least, most), value, option, date.min)
    return found


def one_word(value: str | None, option: str, words: Iterable[str]) -> str | None:
    """Return a word of a list; raises WrongUsage with the nearest one for any other."""
    allowed = tuple(words)
    if value is not None and value not in allowed:
        raise WrongUsage("unknown-option", value=value, option=option, known=allowed)
    return value
