"""``jobcoach check``: every fault of every file; writes nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jobcoach.commands.shared import Noun, as_json_option
from jobcoach.desk import Desk
from jobcoach.errors import NotFound

if TYPE_CHECKING:
    from jobcoach.domain.findings import Fault

app = Noun("Every fault of every file; writes nothing.", alone=True)


@app.verb("check")
def check(
    ctx: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]...", help="Only these files or folders.")
    ] = None,
    as_json: as_json_option = False,
) -> None:
    """List every fault of every file, with its place and the way out; writes nothing."""
    from jobcoach.render import check_screen, console

    desk: Desk = ctx.obj
    faults = all_faults(desk)
    if paths:
        wanted = [inside(desk.root, path) for path in paths]
        faults = [
            f
            for f in faults
            if any(w in ("", ".") or f.file == w or f.file.startswith(w + "/") for w in wanted)
        ]
    if as_json:
        console.show_json(check_screen.check_json(faults, desk.texts))
    else:
        console.show(
            check_screen.check_screen(faults, len(desk.repository.case_files) + 1, desk.texts)
        )
    if any(fault.level == "error" for fault in faults):
        raise typer.Exit(1)


RESTS_ON_SETTINGS = frozenset({"unknown-coach", "unknown-party", "unknown-process", "need-missing"})


def all_faults(desk: Desk) -> list[Fault]:
    """Return faults of form and findings of the rules, by file and place."""
    from jobcoach.domain.checks import findings
    from jobcoach.domain.findings import READER_CODES

    repository = desk.repository
    found = repository.located(findings(desk.cases, desk.today))
    if any(fault.code in READER_CODES for fault in repository.settings_file.faults):
        # Coaches and partners may be there but illegible: what follows from that is no finding.
        found = [fault for fault in found if fault.code not in RESTS_ON_SETTINGS]
    faults = [*repository.faults, *found]
    return sorted(faults, key=lambda fault: (fault.file, fault.line, fault.column, fault.code))


def inside(root: Path, path: str) -> str:
    """Return a path as it is called inside the repository; raises NotFound where nothing is there."""
    for candidate in (Path.cwd() / path, root / path):
        if candidate.exists() or candidate.is_symlink():
            absolute = (
                Path(candidate.parent.resolve()) / candidate.name if candidate.name else candidate
            )
            for whole in (absolute, candidate.resolve()):
                try:
                    return whole.relative_to(root.resolve()).as_posix()
                except ValueError:
                    continue
    raise NotFound("path-not-found", value=path)
