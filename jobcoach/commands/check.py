"""``jobcoach check``: every fault of every file; writes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer
from yaml.nodes import MappingNode

from jobcoach.commands.shared import Noun, as_json_option
from jobcoach.desk import Desk
from jobcoach.errors import NotFound
from jobcoach.store.repository import CaseFile, Repository, locate
from jobcoach.store.source import Source, is_absent

if TYPE_CHECKING:
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.findings import Fault, Finding

_TORN = r"(?m)^(?:<{7}|={7}|\|{7})(?: .*)?\r?\n[ \t-]"
"""A merge's marker in the middle of a key: some of its lines follow."""

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
        console.show(check_screen.check_screen(faults, _looked_over(desk.repository), desk.texts))
    if any(fault.level == "error" for fault in faults):
        raise typer.Exit(1)


def _looked_over(repository: Repository) -> int:
    """How many files there are: the cases and models, the settings, the self-assessment."""
    return len(repository.case_files) + 1 + (repository.quality_file is not None)


def all_faults(desk: Desk) -> list[Fault]:
    """Return faults of form and findings of the rules, by file and place."""
    from jobcoach.domain.checks import findings

    repository = desk.repository
    of_form = [*repository.faults, *repository.quality_faults]
    found = findings(desk.cases, desk.today)
    if any(fault.level == "error" for fault in of_form):
        legible = Legible(repository)
        of_form = [fault for fault in of_form if not legible.is_only_an_alias(fault)]
        found = well_founded(found, desk.cases, legible)
    faults = [*of_form, *repository.located(found)]
    return sorted(faults, key=lambda fault: (fault.file, fault.line, fault.column, fault.code))


def well_founded(found: Iterable[Finding], cases: Cases, legible: Legible) -> Iterator[Finding]:
    """Leave out what rests on something illegible: coaches may be there, though nobody can read them.

    Of several needs only those that are really missing stay.
    """
    from jobcoach.domain.checks import references, stages

    for finding in found:
        grounds = (*references.grounds(finding), *stages.grounds(finding, cases))
        if not all(legible.part(*ground) for ground in grounds):
            continue
        if finding.code not in ("need-missing", "expectation-missing"):
            yield finding
            continue
        person = cases.people[finding.case.partition("/")[2]]
        needs: Any = finding.facts["needs"]
        missing = tuple(
            need
            for need in needs
            if all(legible.part(*ground) for ground in stages.grounds_of_need(need, person))
        )
        if missing:
            yield msgspec.structs.replace(finding, facts={**finding.facts, "needs": missing})


class Legible:
    """What of the files at fault could be read all the same."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._unlisted = {fault.file for fault in repository.folder_faults}
        self._aliases = {(f.file, f.line, f.column) for f in repository.faults if f.code == "alias"}
        self._with_aliases = {file for file, *_ in self._aliases}
        self._sources: dict[str, Source] = {}
        self._parts: dict[tuple[str, str], bool] = {}

    def part(self, place: str, key: str) -> bool:
        """Whether all entries under the top-level *key* of a file are known; or the whole without a key.

        *place* is as in findings, or a folder. What is not written at all is known to be absent.
        """
        if (place, key) not in self._parts:
            self._parts[place, key] = self._is_known(place, key)
        return self._parts[place, key]

    def _is_known(self, place: str, key: str) -> bool:
        files = self._repository.case_files
        file = files.get(place) if place else self._repository.settings_file
        if file is None:  # a folder, or a shipped model
            return place not in self._unlisted
        if not any(fault.level == "error" for fault in file.faults):
            return True
        return bool(key) and self._is_read(file, key) and not _lacks_entries(file, key)

    def _is_read(self, file: CaseFile, key: str) -> bool:
        """Whether the key's value could be made out, if the file has any."""
        source = self._source(file.path)
        if source.root is None or is_absent(source.root):
            return not source.faults
        if not isinstance(source.root, MappingNode):
            return False
        values = [value for node, value in source.root.value if node.value == key]
        if not values:
            return not source.faults or not _written(source.text, key)
        alias = (file.path, *source.place(values[0].start_mark)) in self._aliases
        return len(values) == 1 and not alias and not re.search(_TORN, _written(source.text, key))

    def is_only_an_alias(self, fault: Fault) -> bool:
        """Whether a key counts as missing only because an alias, told already, stands for its value."""
        if fault.code != "missing-key" or fault.file not in self._with_aliases:
            return False
        keys: Any = fault.facts["keys"]
        holder = fault.path[:-1] if fault.path[-1:] == keys else fault.path
        source = self._source(fault.file)
        places = {locate(source, (*holder, key)) for key in keys} - {locate(source, holder)}
        return any((fault.file, *place) in self._aliases for place in places)

    def _source(self, path: str) -> Source:
        if path not in self._sources:
            self._sources[path] = self._repository.source(path)
        return self._sources[path]


def _written(text: str, key: str) -> str:
    """Return the lines from a top-level key to the next, or nothing where it is not written."""
    lines = r"[^\n]*\n?(?:(?:[ \t\r#<=>|-][^\n]*)?\n)*"
    found = re.search(rf"(?m)^[\"']?{key}(?![\w-]){lines}", text)
    return found[0] if found else ""


def _lacks_entries(file: CaseFile, key: str) -> bool:
    """Whether a list was read but not all of it: entries were left out, or are of no certain id."""
    return any(len(gone) == 2 and gone[0] == key for gone in file.dropped) or any(
        (fault.code == "wrong-type" and fault.path == (key,))
        or (
            fault.code == "duplicate-key" and fault.path[:1] == (key,) and fault.path[2:] == ("id",)
        )
        for fault in file.faults
    )


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
