"""What was typed, made sense of; what is missing, asked for where somebody sits at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from typing import Literal

import typer

from jobcoach.commands.shared import day_argument
from jobcoach.desk import Desk
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.spoken_words import word_meant
from jobcoach.errors import Refused, WrongUsage


def required(value: str | None, option: str, question: str, desk: Desk) -> str:
    """Return what was typed, ask for it on a terminal, and raise WrongUsage where nobody can answer."""
    if value is not None and value.strip():
        return value.strip()
    if not interactive():
        raise WrongUsage("missing-argument", option=option)
    return _answer(desk.texts(question))


def _answer(question: str) -> str:
    """Ask on standard error; an end of the input or Ctrl-C ends the command as interrupted."""
    try:
        answer: str = typer.prompt(question, err=True, prompt_suffix=" ")
    except typer.Abort:
        raise KeyboardInterrupt from None
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
    if not interactive():
        return False
    t = desk.texts
    yes_or_no = t("[y/N]")
    answer = _answer(f"{t(question)} {yes_or_no}")
    return folded(answer)[:1] in ("y", "o", "j")  # yes, oui, ja


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
    """Return a word of a list, also where it was said in the trade's French.

    Raises WrongUsage with the nearest one for any other.
    """
    allowed = tuple(words)
    if value is None:
        return None
    meant = word_meant(value, allowed)
    if meant is None:
        raise WrongUsage("unknown-option", value=value, option=option, known=allowed)
    return meant
