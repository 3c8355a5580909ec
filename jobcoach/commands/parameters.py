"""Arguments and options that many commands take, and what the shell offers for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated

import typer


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
ReaderOption = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar="person|coach|ID",
        help="Whose copy; others see what the person agreed to.",
        autocompletion=offers("readers"),
    ),
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="md|html|pdf",
        help="Default md, or what -o says.",
        autocompletion=choice(("md", "html", "pdf")),
    ),
]
DocumentLanguageOption = Annotated[
    str | None,
    typer.Option("--lang", metavar="fr|en|nl|de", help="Language of the document."),
]
StyleOption = Annotated[
    str | None,
    typer.Option(
        "--style",
        metavar="standard|easy|large",
        help="Default the person's own.",
        autocompletion=choice(("standard", "easy", "large")),
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE|-", help="Where to; - prints it."),
]
