"""What all commands share: a noun's app, options that may stand before or after the verb, arguments."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from inspect import cleandoc
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command_from_info

from jobcoach.commands.help_text import SpokenHelp, first_sentence, texts_of
from jobcoach.desk import LANGUAGES, Desk
from jobcoach.errors import NotFound, SeveralFound, WrongUsage

if TYPE_CHECKING:
    from datetime import date

    from typer.models import CommandInfo

    from jobcoach.domain.employers import Employer
    from jobcoach.domain.findings import Fault
    from jobcoach.domain.people import Person


def use_folders(ctx: typer.Context, folders: Sequence[str] | None) -> None:
    """Take the case repositories from ``-C``, wherever they stand on the line."""
    desk: Desk = ctx.obj
    for folder in folders or ():
        if folder not in desk.folders:
            desk.folders.append(folder)


def use_language(ctx: typer.Context, language: str | None) -> None:
    """Take the screen's language from ``--lang``, wherever it stands on the line."""
    if language is None:
        return
    if language not in LANGUAGES:
        raise WrongUsage("unknown-language", value=language, known=LANGUAGES)
    desk: Desk = ctx.obj
    desk.language_asked = language


class Verb(SpokenHelp, TyperCommand):
    """A command that also takes the options of the whole program."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {option for param in self.params for option in param.opts}
        self.params.append(
            TyperOption(
                param_decls=["-C", "--cases"],
                is_eager=True,
                callback=lambda ctx, _, value: use_folders(ctx, value),
                multiple=True,
                expose_value=False,
                metavar="DIR",
                help="The case repository (or JOBCOACH_CASES).",
            )
        )
        if "--lang" not in taken:
            self.params.append(
                TyperOption(
                    param_decls=["--lang"],
                    is_eager=True,  # so that help after it speaks it
                    callback=lambda ctx, _, value: use_language(ctx, value),
                    expose_value=False,
                    metavar="|".join(LANGUAGES),
                    help="Language of the screen.",
                )
            )

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take ``-3d`` for a day where it stands by itself, not for an option."""
        from jobcoach.domain.spoken_days import MINUS

        return super().parse_args(ctx, [re.sub(_DAYS_AGO, rf"{MINUS}\1", arg) for arg in args])


_DAYS_AGO = r"^-(\d+[dwmyjsa])$"

as_json_option = Annotated[bool, typer.Option("--json", help="For other programs.")]
everyone_option = Annotated[bool, typer.Option("--all", help="Everyone's list.")]
other_coach_option = Annotated[
    str | None, typer.Option("--coach", metavar="ID", help="Another coach's list.")
]


class Verbs(SpokenHelp, TyperGroup):
    """The verbs of a noun; each is worked out when it is named, since that takes time."""

    infos: Mapping[str, CommandInfo] = {}

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return list(self.infos)

    def format_commands(self, ctx: typer.Context, formatter) -> None:  # type: ignore[no-untyped-def,override]
        t = texts_of(ctx)
        docs = {
            name: info.callback.__doc__ or "" for name, info in self.infos.items() if info.callback
        }
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, first_sentence(t(cleandoc(doc)))) for name, doc in docs.items()]
            )

    def get_command(self, ctx: typer.Context, cmd_name: str):  # type: ignore[no-untyped-def,override]
        if cmd_name not in self.infos:
            return None
        return get_command_from_info(
            self.infos[cmd_name], pretty_exceptions_short=True, rich_markup_mode=None
        )


class Noun(typer.Typer):
    """The commands of one noun; *alone*, a single command without verbs."""

    def __init__(self, help: str, *, alone: bool = False) -> None:
        super().__init__(
            help=help,
            rich_markup_mode=None,
            add_completion=False,
            pretty_exceptions_enable=False,
        )
        self._about = help
        self._alone = alone

    def as_command(self, name: str) -> TyperCommand | TyperGroup:
        """Return what the program runs under *name*: the only command, or a group of verbs."""
        infos = {info.name or "": info for info in self.registered_commands}
        if self._alone:
            (info,) = infos.values()
            return get_command_from_info(  # type: ignore[return-value]
                info, pretty_exceptions_short=True, rich_markup_mode=None
            )
        group = Verbs(name=name, help=self._about, no_args_is_help=True, rich_markup_mode=None)
        group.infos = infos
        return group

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

    To a command about one case *only* its own file matters, the settings and the models.
    """
    from jobcoach.store.files import SETTINGS_FILE

    finish_with(
        desk,
        [
            fault
            for fault in unreadable_faults(desk)
            if only is None
            or fault.file in (only, SETTINGS_FILE)
            or fault.file.startswith("processes/")
        ],
    )


def finish_with(desk: Desk, faults: list[Fault]) -> None:
    """End a command that read cases with these *faults*: name them, and exit 4 where there are any."""
    warn_of(faults, desk)
    if faults:
        raise typer.Exit(4)


def faults_about(desk: Desk, person: Person) -> list[Fault]:
    """Return the faults that may hide something of one person, without reading the other cases."""
    from jobcoach.domain.checks import references, stages

    repository, cases = desk.repository, desk.repository.at_hand
    found = repository.located(
        [
            *references.service_process(cases, desk.today),
            *stages.known_process(person, cases, desk.today),
            *stages.known_stages(person, cases, desk.today),
        ]
    )
    faults = [f for f in (*repository.faults_of(person.case), *found) if f.hides_dates]
    return sorted(faults, key=lambda fault: (fault.file, fault.line, fault.column))


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
    people = desk.cases.people
    return people[only_one(wanted, {p.id: p.name for p in people.values()}, "person")]


def one_person_at_hand(desk: Desk, wanted: str) -> Person:
    """Return the person meant, without reading the other cases; raises as :func:`one_person`."""
    from jobcoach.store.files import PEOPLE

    repository = desk.repository
    people = repository.at_hand.people
    if wanted in people:
        return people[wanted]
    return people[only_one(wanted, repository.names(PEOPLE), "person")]


def one_employer(desk: Desk, wanted: str) -> Employer:
    """Return the employer meant; raises NotFound or SeveralFound, which lists them."""
    employers = desk.cases.employers
    return employers[only_one(wanted, {e.id: e.name for e in employers.values()}, "employer")]


def nearest(wanted: str, names: Mapping[str, str]) -> str:
    """Return the id that was probably meant, by id or by a word of the name; or nothing."""
    from difflib import get_close_matches

    from jobcoach.domain.finding_cases import folded

    by_word = {folded(word): i for i, name in names.items() for word in (name, *name.split())}
    by_word |= {case_id: case_id for case_id in names}
    near = get_close_matches(folded(wanted), list(by_word), 1, 0.7)
    return by_word[near[0]] if near else ""


def only_one(wanted: str, names: Mapping[str, str], kind: str) -> str:
    """Return the only id that *wanted* means among *names* by id.

    Raises NotFound or SeveralFound, which lists them, with a code that begins with *kind*.
    """
    from jobcoach.domain.finding_cases import ids_meant

    found = ids_meant(wanted, names)
    if not found:
        raise NotFound(f"{kind}-not-found", value=wanted, near=nearest(wanted, names))
    if len(found) > 1:
        hits = [f"{case_id}  {names[case_id]}" for case_id in found]
        raise SeveralFound(f"{kind}-several", value=wanted, hits=hits)
    return found[0]
