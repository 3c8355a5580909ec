"""What all commands share: a noun's app, options that may stand before or after the verb, arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from jobcoach.commands.later import refuse_what_comes_later
from jobcoach.desk import LANGUAGES, Desk
from jobcoach.errors import NotFound, SeveralFound, WrongUsage

if TYPE_CHECKING:
    from datetime import date

    from jobcoach.domain.employers import Employer
    from jobcoach.domain.findings import Fault
    from jobcoach.domain.people import Person


def use_folder(ctx: typer.Context, folder: str | None) -> None:
    """Take the case repository from ``-C``, wherever it stands on the line."""
    if folder is not None:
        desk: Desk = ctx.obj
        desk.folder = folder


def use_language(ctx: typer.Context, language: str | None) -> None:
    """Take the screen's language from ``--lang``, wherever it stands on the line."""
    if language is None:
        return
    if language not in LANGUAGES:
        raise WrongUsage("unknown-language", value=language, known=LANGUAGES)
    desk: Desk = ctx.obj
    desk.language_asked = language


class Verb(TyperCommand):
    """A command that also takes the options of the whole program."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {option for param in self.params for option in param.opts}
        self.params.append(
            TyperOption(
                param_decls=["-C", "--cases"],
                callback=lambda ctx, _, value: use_folder(ctx, value),
                expose_value=False,
                metavar="DIR",
                help="The case repository (or JOBCOACH_CASES).",
            )
        )
        if "--lang" not in taken:
            self.params.append(
                TyperOption(
                    param_decls=["--lang"],
                    callback=lambda ctx, _, value: use_language(ctx, value),
                    expose_value=False,
                    metavar="|".join(LANGUAGES),
                    help="Language of the screen.",
                )
            )


as_json_option = Annotated[bool, typer.Option("--json", help="For other programs.")]
everyone_option = Annotated[bool, typer.Option("--all", help="Everyone's list.")]
other_coach_option = Annotated[
    str | None, typer.Option("--coach", metavar="ID", help="Another coach's list.")
]


class Verbs(TyperGroup):
    """The verbs of a noun."""

    def get_command(self, ctx: typer.Context, cmd_name: str):  # type: ignore[no-untyped-def,override]
        refuse_what_comes_later(self.name or "", cmd_name)
        return super().get_command(ctx, cmd_name)


class Noun(typer.Typer):
    """The commands of one noun; *alone*, a single command without verbs."""

    def __init__(self, help: str, *, alone: bool = False) -> None:
        super().__init__(
            cls=Verbs,
            help=help,
            no_args_is_help=True,
            rich_markup_mode=None,
            add_completion=False,
            pretty_exceptions_enable=False,
        )
        if not alone:
            # Without a callback, Typer takes a noun with one verb for that verb.
            self.callback(help=help)(lambda: None)

    def verb(self, name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
        """Register a command under *name*."""
        return self.command(name, cls=Verb)


def day_argument(written: str | None, desk: Desk) -> date:
    """Return the day somebody wrote, or today. Raises WrongUsage for what is no date."""
    from jobcoach.domain.spoken_days import spoken_day

    if written is None:
        return desk.today
    day = spoken_day(written, desk.today)
    if day is None:
        from jobcoach.render.messages import likely_date

        meant = likely_date(written)
        if meant:
            raise WrongUsage("bad-day-likely", value=written, word=meant)
        raise WrongUsage("bad-day", value=written)
    return day


def unreadable_faults(desk: Desk) -> list[Fault]:
    """Return the faults that may keep a case from owing what it owes (format.md, "What is due")."""
    from jobcoach.domain.checks import findings_that_hide

    repository = desk.repository
    found = repository.located(findings_that_hide(desk.cases, desk.today))
    faults = [fault for fault in (*repository.faults, *found) if fault.hides_dates]
    return sorted(faults, key=lambda fault: (fault.file, fault.line, fault.column))


def warn_of(faults: list[Fault], desk: Desk) -> None:
    """Name each file that could not be read whole, on standard error, with its first fault."""
    from jobcoach.render.console import tell
    from jobcoach.render.messages import fault_message

    seen: set[str] = set()
    for fault in faults:
        if fault.file not in seen:
            seen.add(fault.file)
            message, _ = fault_message(fault, desk.texts)
            tell(f"{fault.file}:{fault.line}:{fault.column}: {message}")


def finish(desk: Desk, only: str | None = None) -> None:
    """End a command that read cases: name what could not be read whole, and exit 4 then.

    *only* a file's faults matter to a command about one case.
    """
    faults = [fault for fault in unreadable_faults(desk) if only is None or fault.file == only]
    warn_of(faults, desk)
    if faults:
        raise typer.Exit(4)


def whose_list(desk: Desk, coach: str | None, everyone: bool) -> str | None:
    """Return whose list is asked for: a coach's id, or None for everyone's."""
    if coach is not None:
        if desk.settings.coach(coach) is None:
            known = [other.id for other in desk.settings.coaches]
            raise NotFound("unknown-coach", value=coach, known=known)
        return coach
    if everyone or desk.coach_at_work is None:
        return None
    return desk.coach_at_work.id


def one_person(desk: Desk, wanted: str) -> Person:
    """Return the person meant; raises NotFound or SeveralFound, which lists them."""
    from jobcoach.domain.finding_cases import hits

    found = hits(wanted, desk.cases.people)
    if not found:
        raise NotFound("person-not-found", value=wanted)
    if len(found) > 1:
        raise SeveralFound(
            "person-several", value=wanted, hits=[f"{p.id}  {p.name}" for p in found]
        )
    return found[0]


def one_employer(desk: Desk, wanted: str) -> Employer:
    """Return the employer meant; raises NotFound or SeveralFound, which lists them."""
    from jobcoach.domain.finding_cases import hits

    found = hits(wanted, desk.cases.employers)
    if not found:
        raise NotFound("employer-not-found", value=wanted)
    if len(found) > 1:
        names = [f"{employer.id}  {employer.name}" for employer in found]
        raise SeveralFound("employer-several", value=wanted, hits=names)
    return found[0]
