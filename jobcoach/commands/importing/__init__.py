"""``jobcoach import``: how a service leaves its spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from jobcoach.commands.asking import one_word, required
from jobcoach.commands.parameters import CoachOption, choice
from jobcoach.commands.shared import Noun
from jobcoach.commands.whom import known_coach
from jobcoach.commands.writing import changing
from jobcoach.desk import Desk
from jobcoach.domain.importing.sheet import KINDS, ORDERS, Kind, Order
from jobcoach.errors import Refused
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.commands.importing.plan import Plan
    from jobcoach.domain.importing.judged import Judged
    from jobcoach.store.change import Change
    from jobcoach.store.import_map import Mapped

app = Noun("Bring in a spreadsheet.")


@app.verb("csv")
def csv(
    ctx: typer.Context,
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="A spreadsheet saved as CSV.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(KINDS),
            help="What the rows are; default: as the headers tell.",
            autocompletion=choice(KINDS),
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be made; write nothing.")
    ] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave out the rows that are not sound.")
    ] = False,
    map_file: Annotated[
        str | None,
        typer.Option("--map", metavar="FILE", help="Which column goes to which key, in YAML."),
    ] = None,
    write_map: Annotated[
        str | None,
        typer.Option("--write-map", metavar="FILE", help="Write the map in use, to be edited."),
    ] = None,
    delimiter: Annotated[
        str | None,
        typer.Option(metavar=";|,|tab", help="What stands between cells; default: as found."),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option(metavar="NAME", help="utf-8, windows-1252 …; default: as found.")
    ] = None,
    dates: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(ORDERS),
            help="The order of day, month, year; default: as each column tells.",
            autocompletion=choice(ORDERS),
        ),
    ] = None,
    coach: CoachOption = None,
) -> None:
    """Make cases of a spreadsheet's rows: all of them in one commit, or none."""
    from jobcoach.commands.importing.plan import planned, refuse_lacking
    from jobcoach.store.change import Change
    from jobcoach.store.import_map import Mapped, read_map
    from jobcoach.store.spreadsheet import read_spreadsheet

    desk: Desk = ctx.obj
    path = required(file, "FILE", N_("Which file?"), desk)
    kind_asked = cast("Kind | None", one_word(kind, "--kind", KINDS))
    order = cast("Order | None", one_word(dates, "--dates", ORDERS))
    mapped = read_map(map_file) if map_file else Mapped()
    sheet = read_spreadsheet(path, encoding, delimiter)
    plan = planned(sheet, kind_asked or mapped.kind, order or mapped.dates, mapped, desk.today)
    if write_map:
        _write_map(write_map, plan, order or mapped.dates, mapped, desk)
    refuse_lacking(plan)
    if dry_run:
        change = Change(desk.repository, desk.today, desk.root, None, None)
        found = _shown(desk, path, plan, change, coach, dry_run=True)
        _tell_bad(desk, found, skip_bad)
        return
    with changing(desk, "import csv") as change:
        found = _shown(desk, path, plan, change, coach, dry_run=False)
        _tell_bad(desk, found, skip_bad)
        for case in found.cases.values():
            change.put(case)
        if found.cases:
            change.save("import")
    _show_done(desk, plan, found)


def _write_map(path: str, plan: Plan, order: Order | None, mapped: Mapped, desk: Desk) -> None:
    from jobcoach.commands.importing.plan import words_met
    from jobcoach.render import console
    from jobcoach.render.screen import Line
    from jobcoach.store import import_map

    t = desk.texts
    note = t(
        "A column without a key is left out. Change what is not right, then import with --map."
    )
    import_map.write_map(
        path, plan.kind, order, plan.columns, words_met(plan), mapped.constants, note
    )
    console.show([Line(t("The map in use is written to {path}.", path=path), "good"), Line()])


def _shown(
    desk: Desk, path: str, plan: Plan, change: Change, coach: str | None, *, dry_run: bool
) -> Judged:
    """Judge the rows, and show how the file was read and what it makes."""
    from jobcoach.commands.importing.rows import judged
    from jobcoach.render import console, import_screen

    found = judged(plan, change, known_coach(change, coach), console.reading_progress())
    t = desk.texts
    screen = import_screen.reading_screen(path, plan.sheet, plan.kind, plan.columns, plan.dates, t)
    screen += import_screen.first_cases(plan.kind, found, t)
    screen += import_screen.counts(plan.kind, found, t, dry_run=dry_run)
    console.show(screen)
    for line in import_screen.warning_lines(found.warnings, t):
        console.tell(line)
    return found


def _tell_bad(desk: Desk, found: Judged, skip_bad: bool) -> None:
    """Name every row at fault; raises Refused unless they are to be left out."""
    from jobcoach.render import console, import_screen

    if not found.troubles:
        return
    t = desk.texts
    lines = import_screen.trouble_lines(found.troubles, t)
    if not skip_bad:
        raise Refused("import-bad-rows", number=len(found.bad_lines), hits=lines)
    number = len(found.bad_lines)
    console.tell(t.plural("{number} row is left out:", "{number} rows are left out:", number))
    for line in lines:
        console.tell(f"    {line}")


def _show_done(desk: Desk, plan: Plan, found: Judged) -> None:
    from jobcoach.render import console, import_screen

    console.show(import_screen.done(plan.kind, found, desk.texts))
