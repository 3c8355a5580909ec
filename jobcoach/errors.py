"""The ways a command can fail, each with its exit status (format.md, "Machine contract").

An error carries a code and facts, never a sentence: ``render.messages`` words it in the language of
the screen. Facts name ids, paths and option values; never a person's data.
"""

from __future__ import annotations


class JobcoachError(Exception):
    """Something a coach can act upon. *code* names the message, *facts* fill it."""

    exit_code = 1

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class NotFound(JobcoachError):
    """No such person, employer, job, process or path."""


class SeveralFound(JobcoachError):
    """A part of a name fits several cases; ``facts["hits"]`` lists them."""


class Refused(JobcoachError):
    """What was asked for may not be done."""


class WrongUsage(JobcoachError):
    """An option or argument that the command does not understand."""

    exit_code = 2


class Unusable(JobcoachError):
    """Not a case repository; git missing or misconfigured; repository locked."""

    exit_code = 3
