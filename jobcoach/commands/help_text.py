"""Help in the screen's language: what ``--help`` prints is said by the catalogues too.

The texts stand where they belong, in the docstring of a command and the ``help`` of a parameter;
:func:`gather` finds them there for the translators.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts

HEADINGS = (
    "Usage: ",
    "Arguments",
    "Options",
    "Commands",
    "Show this message and exit.",
    "Install completion for the current shell.",
    "Show completion for the current shell, to copy it or customize the installation.",
)
"""What the command-line library says itself."""

TABLE = "COMMANDS"
"""Where the nouns stand with what they are about."""

Gathered = tuple[Any, ...]
"""Line, function, message and comments, as Babel wants them of what gathers."""


def gather(file: IO[bytes], keywords: Any, comments: Any, options: Any) -> Iterator[Gathered]:
    """Yield every message of a module of commands, as Babel asks for it (see babel.cfg)."""
    from babel.messages.extract import extract_python

    yield from extract_python(file, keywords, comments, options)
    file.seek(0)
    for node in ast.walk(ast.parse(file.read())):
        for text in _texts_in(node):
            yield getattr(node, "lineno", 1), "", text, []


def _texts_in(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call):
        about = node.args[:1] if getattr(node.func, "id", "") == "Noun" else []
        yield from _constants([*about, *(k.value for k in node.keywords if k.arg == "help")])
    elif isinstance(node, ast.FunctionDef) and _is_command(node):
        yield inspect.cleandoc(ast.get_docstring(node) or "")
    elif isinstance(node, ast.AnnAssign | ast.Assign):
        targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
        names = {getattr(target, "id", "") for target in targets}
        if TABLE in names and isinstance(node.value, ast.Dict):
            rows = [row for row in node.value.values if isinstance(row, ast.Tuple)]
            yield from _constants(row.elts[0] for row in rows)
        if "HEADINGS" in names and isinstance(node.value, ast.Tuple):
            yield from _constants(node.value.elts)


def _is_command(node: ast.FunctionDef) -> bool:
    calls = [one.func for one in node.decorator_list if isinstance(one, ast.Call)]
    names = {getattr(call, "attr", getattr(call, "id", "")) for call in calls}
    return bool(names & {"verb", "command", "_report", "_report_on_employer"})


def _constants(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def texts_of(ctx: Any) -> Texts:
    """Return the texts of the screen in which a command line is read."""
    from jobcoach.desk import Desk

    desk: Desk = ctx.find_object(Desk)
    return desk.texts_at_least


def first_sentence(text: str) -> str:
    """Return what stands of a command's help in a list of commands."""
    return re.split(r"(?<=[.!?])\s", text.strip(), maxsplit=1)[0]


class SpokenHelp:
    """A command or a group of commands that tells its help in the screen's language."""

    help: str | None

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help: its headings, what the command does, each parameter."""
        t = texts_of(ctx)
        self.help = t(inspect.cleandoc(self.help or "")) or None
        for param in self.get_params(ctx):  # type: ignore[attr-defined]
            if getattr(param, "help", None):
                param.help = t(param.help)
        heading, usage = formatter.write_heading, formatter.write_usage
        formatter.write_heading = lambda text: heading(t(text))
        formatter.write_usage = lambda prog, args="", prefix=None: usage(
            prog, args, prefix or t("Usage: ")
        )
        super().format_help(ctx, formatter)  # type: ignore[misc]
