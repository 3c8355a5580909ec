"""Reading ``templates/funder.yaml``: the service's own, else the shipped one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from jobcoach.domain.findings import Fault, FieldPath
from jobcoach.domain.funder import FunderReport
from jobcoach.store.codec import decode_record
from jobcoach.store.files import shipped
from jobcoach.store.own_templates import FOLDER, FUNDER_FILE
from jobcoach.store.repository import locate, read_source, undropped
from jobcoach.store.source import Source


class FunderFile(msgspec.Struct, frozen=True):
    """The file as read: its place, what it says, its faults of form."""

    path: str
    record: FunderReport
    faults: tuple[Fault, ...]
    source: Source
    dropped: tuple[FieldPath, ...]

    def located(
        self, found: Iterable[tuple[FieldPath, str, dict[str, object]]]
    ) -> tuple[Fault, ...]:
        """Return what is wrong at the places of records as faults of the file: path, code, facts."""
        faults = []
        for path, code, facts in found:
            # Keys that are names of figures are at fault themselves, not what they are called.
            at_key = path[:1] == ("labels",)
            line, column = locate(self.source, undropped(path, self.dropped), at_key)
            faults.append(
                Fault(file=self.path, line=line, column=column, code=code, facts=facts, path=path)
            )
        return tuple(faults)


def read_funder_file(root: Path) -> FunderFile:
    """Read the service's own file, or the shipped one where it has none."""
    own = f"{FOLDER}/{FUNDER_FILE}"
    if os.path.lexists(root / own):
        return _read(root, own)
    return _read(shipped(FOLDER), FUNDER_FILE)


def _read(root: Path, path: str) -> FunderFile:
    source = read_source(root, path)
    record, decoded = decode_record(path, source, FunderReport)
    return FunderFile(path, record, tuple(decoded.faults), source, tuple(decoded.dropped))
