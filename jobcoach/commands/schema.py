"""``jobcoach schema``: JSON schemas of the case files, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.shared import Noun
from jobcoach.errors import WrongUsage

if TYPE_CHECKING:
    from jobcoach.domain.fields import Record

app = Noun("JSON schemas of the case files, for editors.", alone=True)


@app.verb("schema")
def schema(
    ctx: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="person|employer|settings|process|quality")],
) -> None:
    """Print the JSON schema of one kind of file."""
    from jobcoach.render import console
    from jobcoach.store.json_schema import json_schema

    records = schema_records()
    if kind not in records:
        raise WrongUsage("unknown-option", value=kind, option="schema", known=tuple(records))
    console.show_json(json_schema(records[kind], kind))


def schema_records() -> dict[str, type[Record]]:
    """The kinds of file that have a schema."""
    from jobcoach.domain.employers import Employer
    from jobcoach.domain.people import Person
    from jobcoach.domain.process import Process
    from jobcoach.domain.quality import Quality
    from jobcoach.domain.settings import Settings

    return {
        "person": Person,
        "employer": Employer,
        "settings": Settings,
        "process": Process,
        "quality": Quality,
    }
