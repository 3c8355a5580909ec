"""A case file's bytes and its record: read from one another, changed only where the two differ.

A place is a file's path without its ending, as ``people/ab-k7q``; the settings' is empty.
"""

from __future__ import annotations

from pathlib import Path

from jobcoach.domain.employers import Employer
from jobcoach.domain.findings import Fault
from jobcoach.domain.people import Person
from jobcoach.domain.settings import Settings
from jobcoach.errors import Refused
from jobcoach.store import files
from jobcoach.store.codec import decode_record
from jobcoach.store.layout import pair
from jobcoach.store.shapes import shape_of
from jobcoach.store.source import BOM, Source, decode, parse
from jobcoach.store.splicing import SpliceFailed, spliced
from jobcoach.store.trees import edits, tree_of

Record = Person | Employer | Settings
SETTINGS = ""
"""The place of the settings among the cases."""


def place_of(record: Record) -> str:
    """Return a record's place among the cases: ``people/ab-k7q``; the settings' is empty."""
    return SETTINGS if isinstance(record, Settings) else record.case


def path_of(place: str) -> str:
    """Return the path of the file at a place."""
    return f"{place}.yaml" if place else files.SETTINGS_FILE


def place_at(path: str) -> str:
    """Return the place of the file at a path."""
    return SETTINGS if path == files.SETTINGS_FILE else path.removesuffix(".yaml")


def short_id(place: str) -> str:
    """Return what commits call a case: its id."""
    return place.rpartition("/")[2] or "settings"


def read_text(
    place: str, data: bytes
) -> tuple[Record, list[Fault], Source | None, list[tuple[str | int, ...]]]:
    """Return a file's record, its faults of form, its nodes, and the places of entries left out."""
    text = decode(data)
    source = parse(text) if isinstance(text, str) else Source("", None, [text])
    stem = Path(path_of(place)).stem
    kind: type[Record] = Settings
    given: dict[str, object] = {}
    if place != SETTINGS:
        kind = Person if place.startswith(f"{files.PEOPLE}/") else Employer
        given = {"id": stem, "name": stem}
    record, decoded = decode_record(path_of(place), source, kind, **given)
    return record, decoded.faults, source, decoded.dropped


def record_of(place: str, data: bytes) -> tuple[Record, list[Fault]]:
    """Return a file's record and its faults of form."""
    record, faults, _, _ = read_text(place, data)
    return record, faults


def new_file(record: Record) -> bytes:
    """Return the text of a new file, keys in the order of the format."""
    tree = tree_of(record, shape_of(type(record)))
    assert isinstance(tree, dict)
    return "".join(line + "\n" for key in tree for line in pair(key, tree[key])).encode()


def changed_text(place: str, data: bytes, was: Record, after: Record) -> bytes:
    """Return a file's bytes with only the difference between two records changed in them."""
    _, _, source, dropped = read_text(place, data)
    assert source is not None
    try:
        text = spliced(source.text, edits(was, after, source.root, dropped))
    except SpliceFailed as error:
        raise Refused("splice-failed", file=path_of(place)) from error
    return (BOM if data.startswith(BOM) else b"") + text.encode()
