"""What the command line did not understand, in the screen's language: Typer's own words are English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jobcoach.render.messages import did_you_mean, quoted

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts


def usage_message(error: Any, command: str, t: Texts) -> str:
    """Return what is wrong with the line, the way out, and where help is."""
    said = str(getattr(error, "message", "") or error)
    message, hint = _worded(error, said, t)
    help_line = t("{command} --help shows how it is written", command=command)
    return "\n".join(
        f"    {line}" if place else line
        for place, line in enumerate(part for part in (message, hint, help_line) if part)
    )


def _worded(error: Any, said: str, t: Texts) -> tuple[str, str]:
    kind = type(error).__name__
    if kind == "NoSuchOption":
        near = did_you_mean(error.option_name, error.possibilities or (), t)
        dash = t("text that begins with a dash goes behind -- alone")
        return t("There is no option {option}.", option=quoted(error.option_name)), near or dash
    if kind == "MissingParameter":
        name = error.param.metavar or error.param.human_readable_name if error.param else ""
        return t("{option} is missing.", option=name), ""
    extra = re.match(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", said)
    if extra:
        return (
            t('"{value}" is more than this command takes.', value=quoted(extra[1])),
            t('a text with blanks stands in quotes: "Boulangerie Lambert"'),
        )
    unknown = re.match(r"No such command '(.*?)'", said)
    if unknown:
        commands = getattr(error, "ctx", None)
        known = commands.command.list_commands(commands) if commands is not None else ()
        return (
            t('"{value}" is not a command.', value=quoted(unknown[1])),
            did_you_mean(unknown[1], known, t),
        )
    option = re.match(r"Option '(.*?)' requires an argument", said)
    if option:
        return t("{option} wants a value behind it.", option=option[1]), ""
    value = re.match(r"'(.*?)' is not a valid", said)
    if value and kind == "BadParameter" and error.param is not None:
        key = error.param.opts[-1]
        return t('"{value}" cannot stand at {key}.', value=quoted(value[1]), key=key), ""
    return said, ""
