"""The program: nouns loaded when they are named, options of the whole program, the error boundary."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from jobcoach import __version__
from jobcoach.commands.help_text import SpokenHelp, texts_of
from jobcoach.commands.shared import use_folders, use_language
from jobcoach.desk import Desk
from jobcoach.errors import JobcoachError

if TYPE_CHECKING:
    from collections.abc import Sequence


# Name, help, and whether it is a command by itself rather than a noun with verbs.
# Only the one that is named gets imported: starting up is most of what a quick command costs.
COMMANDS: dict[str, tuple[str, bool]] = {
    "followup": ("What falls due: contacts, reviews, steps, ends of contracts.", False),
    "plan": ("The individual plan, and the coach's sheet for a meeting.", False),
    "person": ("The persons accompanied.", False),
    "employer": ("The employers, the second clients.", False),
    "job": ("The employers' jobs.", False),
    "match": ("Who fits where, with reasons.", False),
    "stage": ("Where a person is on the road.", False),
    "agreement": ("What was agreed, with whom, until when.", False),
    "consent": ("What the person lets others know.", False),
    "document": ("Plan, contracts, presentation, job sheet: to hold in one's hands.", False),
    "disclosure": ("Who knows what about a person.", False),
    "obstacle": ("What stands in the way, who helps.", False),
    "application": ("Jobs proposed, decided, presented, answered.", False),
    "placement": ("Jobs and stepping stones: start, renew, end.", False),
    "review": ("Looking back together: plan, satisfaction, closing.", False),
    "absence": ("A coach is away; somebody covers.", False),
    "settings": ("Coaches, partners, the service's defaults.", False),
    "template": ("The service's own look and words in documents.", False),
    "report": ("What was done, in figures, each with its definition.", False),
    "quality": ("The team's self-assessment along quality standards.", False),
    "process": ("The process models, their stages and needs.", False),
    "history": ("What happened in a case, from git.", True),
    "undo": ("Take back jobcoach's own last change.", True),
    "import": ("Bring in a spreadsheet.", False),
    "check": ("Every fault of every file; writes nothing.", True),
    "schema": ("JSON schemas for editors.", True),
    "init": ("Make a new case repository.", True),
    "demo": ("Make a living example to try things on.", True),
}


MODULES = {"import": "importing"}
"""Nouns whose module cannot be called like them."""


class Nouns(SpokenHelp, TyperGroup):
    """The top of the program: imports a noun's module when somebody names it."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        return list(COMMANDS)

    def get_command(self, ctx: typer.Context, cmd_name: str):  # type: ignore[no-untyped-def,override]
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        module = import_module(f"jobcoach.commands.{MODULES.get(cmd_name, cmd_name)}")
        return module.app.as_command(cmd_name)

    def format_commands(self, ctx: typer.Context, formatter) -> None:  # type: ignore[no-untyped-def,override]
        # From the table, so that help imports no command.
        t = texts_of(ctx)
        with formatter.section("Commands"):
            formatter.write_dl([(name, t(text)) for name, (text, _) in COMMANDS.items()])


app = typer.Typer(
    cls=Nouns,
    name="jobcoach",
    help="Case files of supported employment in plain text: what is due, plans, reports.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"jobcoach {__version__}\n")
        raise typer.Exit


def _folders(ctx: typer.Context, value: list[str] | None) -> list[str] | None:
    use_folders(ctx, value)
    return value


def _language(ctx: typer.Context, value: str | None) -> str | None:
    use_language(ctx, value)
    return value


@app.callback()
def root(
    ctx: typer.Context,
    cases: Annotated[
        list[str] | None,
        typer.Option(
            "-C",
            "--cases",
            metavar="DIR",
            help="The case repository (or JOBCOACH_CASES); a report takes several.",
            callback=_folders,
            is_eager=True,
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option(
            metavar="fr|en|nl|de",
            help="Language of the screen.",
            callback=_language,
            is_eager=True,  # so that help after it speaks it
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Take the options of the whole program: each as soon as it is met, so that help speaks as asked."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the program; every way out ends here, with format.md's exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Windows pipes speak another encoding; a strange file name must not stop a list.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    desk = Desk()
    try:
        code = app(
            args=args,
            obj=desk,
            prog_name="jobcoach",
            windows_expand_args=False,
            standalone_mode=False,
        )
        sys.exit(code if isinstance(code, int) else 0)
    except TyperException as error:
        sys.exit(_usage(error, desk))
    except typer.Abort:
        sys.exit(130)
    except JobcoachError as error:
        _report(error, desk)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # Somebody read enough (`| head`); keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        if os.environ.get("JOBCOACH_DEBUG"):
            raise
        # The message of an unforeseen error may hold people's data: only its kind is shown.
        sys.stderr.write(
            f"jobcoach: something went wrong inside ({type(error).__name__}).\n"
            "    git log shows what was recorded last. Please report it; JOBCOACH_DEBUG=1 shows where.\n"
        )
        sys.exit(1)
    sys.exit(0)


def _usage(error: TyperException, desk: Desk) -> int:
    """Say what the command line did not understand; returns the exit status."""
    from jobcoach.render.console import tell
    from jobcoach.render.usage_messages import usage_message

    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()  # type: ignore[attr-defined]
        return 2
    command = context.command_path if context is not None else "jobcoach"
    tell(usage_message(error, command, desk.texts_at_least))
    return 2


def _report(error: JobcoachError, desk: Desk) -> None:
    from jobcoach.render.console import tell
    from jobcoach.render.error_messages import error_message

    tell(error_message(error, desk.texts_at_least))
