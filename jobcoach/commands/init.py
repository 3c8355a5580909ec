"""``jobcoach init``: a new case repository."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jobcoach.commands.shared import Noun
from jobcoach.desk import Desk

app = Noun("Make a new case repository.", alone=True)

SETTINGS = """\
format: 1
organisation: {{name: "", address: "", email: "", phone: ""}}
language: {language}                      # fr en nl de
process: frb-2002                 # jobcoach process list shows the others
coaches:
{coaches}  # - id: karim
  #   name: Karim Haddad
  #   email: karim@example.org    # the address git knows: so the list knows who is at work
  #   capacity: 20
partners:
  # - {{id: cpas, name: CPAS, kind: social-services}}
retention: 2y
"""


EXAMPLE_PERSON = """\
# {intro}
id: ab-k7q
name: Amina Benali
coach: claire
phone: ""
email: ""
place: Fleurus
readiness: {{available: 2026-01-12, motivated: 2026-01-12}}
wishes: []
constraints: []
agreements:
  - {{kind: participation, with: person, on: 2026-01-05, form: spoken}}
stages:
  - {{stage: reserve, on: 2026-01-05}}
contacts:
  - on: 2026-01-05
    how: meeting                  # visit meeting phone video message letter
    by: claire
    note: ""
    next: 2026-01-12
"""
EXAMPLE_EMPLOYER = """\
# {intro}
id: boulangerie-lambert
name: Boulangerie Lambert
coach: claire
status: prospect                  # prospect open partner paused do-not-contact
place: Fleurus
staff:
  - {{name: "", role: "", phone: "", reference: true}}
contact_every: 6m
"""


@app.verb("init")
def init(
    ctx: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="A new or empty folder.")
    ] = Path(),
) -> None:
    """Make a new case repository: settings, folders, schemas for editors, git."""
    from jobcoach.desk import language_of_machine
    from jobcoach.render import console
    from jobcoach.render.screen import Line, Title
    from jobcoach.store import new_repository
    from jobcoach.store.files import SETTINGS_FILE

    desk: Desk = ctx.obj
    language = desk.language_asked or language_of_machine()
    desk.language_asked = language
    t = desk.texts
    intro = t("Copy this file to {folder}, name it after the id, and fill it in.", folder="people/")
    firm = t(
        "Copy this file to {folder}, name it after the id, and fill it in.", folder="employers/"
    )
    contents = new_repository.frame(schemas()) | {
        SETTINGS_FILE: SETTINGS.format(language=language, coaches=coach_at_work(folder)),
        "example-person.yaml": EXAMPLE_PERSON.format(intro=intro),
        "example-employer.yaml": EXAMPLE_EMPLOYER.format(intro=firm),
    }
    new_repository.make_folder(folder)
    new_repository.write_all(folder, contents)
    new_repository.init_git(folder)
    committed = new_repository.has_identity(folder)
    if committed:
        new_repository.commit_all(folder, sorted(contents), "New case repository\n\nAction: init")
    where = str(folder) if folder != Path() else "."
    console.show(
        [
            Title(t("A new case repository is ready in {folder}", folder=where)),
            Line(),
            Line(
                t(
                    "1. Look at {file}: you are its first coach; others and partners come with:",
                    file=str(folder / SETTINGS_FILE),
                )
            ),
            Line('jobcoach settings add coaches id=karim "name=Karim Haddad" email=…', indent=5),
            Line('jobcoach settings add partners id=cpas "name=CPAS de Fleurus"', indent=5),
            Line(t("2. Begin a first case:")),
            Line(t('jobcoach person new "First name Name"'), indent=5),
            Line(t("3. See each morning what is due:")),
            Line("jobcoach followup due", indent=5),
        ]
    )
    if not committed:
        console.tell(
            t("Git does not know your name yet, so nothing is committed. Tell it once:")
            + '\n    git config --global user.name "…"\n    git config --global user.email "…"'
        )


def coach_at_work(folder: Path) -> str:
    """Return the settings' line of whoever makes the repository, as git knows them; or nothing."""
    from jobcoach.domain.recording.new_cases import slug
    from jobcoach.domain.settings import Coach
    from jobcoach.errors import Unusable
    from jobcoach.store.git import identity
    from jobcoach.store.layout import inline
    from jobcoach.store.shapes import shape_of
    from jobcoach.store.trees import tree_of

    try:
        known = identity(folder if folder.is_dir() else Path.cwd())
    except Unusable:
        return ""
    first, *_ = known.name.split() or ["x"]
    coach = Coach(id=slug(first, ()), name=known.name, email=known.email)
    return f"  - {inline(tree_of(coach, shape_of(Coach)))}\n"


def schemas() -> dict[str, bytes]:
    """Return the schemas of all kinds of file, as JSON."""
    import msgspec

    from jobcoach.commands.schema import schema_records
    from jobcoach.store.json_schema import json_schema

    return {
        name: msgspec.json.format(msgspec.json.encode(json_schema(record, name)), indent=2) + b"\n"
        for name, record in schema_records().items()
    }
