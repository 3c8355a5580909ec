"""The mapping file of an import: which column goes to which key, what a service's own words mean."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from yaml.nodes import MappingNode, ScalarNode

from jobcoach.domain.fields import Record
from jobcoach.domain.importing.sheet import Column, Kind, Order
from jobcoach.domain.importing.words import Words
from jobcoach.errors import NotFound, Refused
from jobcoach.store.codec import decode_record
from jobcoach.store.layout import scalar
from jobcoach.store.source import FormFault, Source, decode, is_absent, parse


class ImportMap(Record, frozen=True, kw_only=True):
    """A mapping file. Anything else at its top is a column too: ``Téléphone: phone``."""

    kind: Kind | None = None
    dates: Order | None = None
    columns: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    constants: dict[str, str] = {}


SECTIONS = frozenset(ImportMap.__struct_fields__)


class Mapped(msgspec.Struct, frozen=True, kw_only=True):
    """A mapping file as read: each column with its key, None where it is to be left out."""

    kind: Kind | None = None
    dates: Order | None = None
    columns: dict[str, str | None] = {}
    values: Words = {}
    constants: dict[str, str] = {}


def read_map(path: str) -> Mapped:
    """Read a mapping file; raises NotFound where there is none, Refused with its faults."""
    try:
        data = Path(path).expanduser().read_bytes()
    except (OSError, RuntimeError, ValueError) as error:
        raise NotFound("import-no-file", path=path) from error
    text = decode(data)
    source = Source("", None, [text]) if isinstance(text, FormFault) else parse(text)
    source.root, columns = _with_columns(source)
    found, decoded = decode_record(path, source, ImportMap)
    faults = tuple(fault for fault in decoded.faults if fault.code not in _HARMLESS)
    if faults:
        raise Refused("import-map-broken", path=path, faults=faults)
    return Mapped(
        kind=found.kind,
        dates=found.dates,
        columns={header: key or None for header, key in columns.items()},
        values=found.values,
        constants=found.constants,
    )


_HARMLESS = frozenset({"hash-in-text"})


def _with_columns(source: Source) -> tuple[MappingNode | None, dict[str, str]]:
    """Return the sections, and every column named among them or at the top; an empty key is none."""
    if not isinstance(source.root, MappingNode):
        return source.root, {}  # type: ignore[return-value]
    sections, columns = [], {}
    for key, value in source.root.value:
        if not isinstance(key, ScalarNode) or key.value in SECTIONS:
            sections.append((key, value))
            inner = value.value if key.value == "columns" and isinstance(value, MappingNode) else []
        elif isinstance(value, ScalarNode):
            inner = [(key, value)]
        else:
            sections.append((key, value))
            inner = []
        for header, target in inner:
            if isinstance(header, ScalarNode) and isinstance(target, ScalarNode):
                columns[header.value] = "" if is_absent(target) else target.value
    root = source.root
    return MappingNode("", sections, root.start_mark, root.end_mark, flow_style=False), columns


def write_map(
    path: str,
    kind: Kind,
    dates: Order | None,
    columns: Iterable[Column],
    values: Mapping[str, Mapping[str, str]],
    constants: Mapping[str, str],
    note: str,
) -> None:
    """Write the map in use, with *note* as a comment at its top.

    Raises Refused where a file stands there already or none can be written.
    """
    lines = [*(f"# {line}" for line in note.split("\n")), f"kind: {kind}"]
    if dates is not None:
        lines.append(f"dates: {dates}")
    lines.append("columns:")
    named = {column.header: column.key or "" for column in columns if column.header}
    lines += [f"  {_pair(header, key)}" for header, key in named.items()]
    if values:
        lines.append("values:")
        for key, words in values.items():
            lines.append(f"  {scalar(key, inline=True)}:")
            lines += [f"    {_pair(word, meant)}" for word, meant in words.items()]
    if constants:
        lines.append("constants:")
        lines += [f"  {_pair(key, value)}" for key, value in constants.items()]
    try:
        with Path(path).expanduser().open("x", encoding="utf-8", newline="") as file:
            file.write("\n".join(lines) + "\n")
    except FileExistsError as error:
        raise Refused("import-map-exists", path=path) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise Refused("import-map-unwritable", path=path) from error


def _pair(key: str, value: str) -> str:
    written = scalar(value, inline=False) if value else ""
    return f"{scalar(key, inline=True)}: {written}".rstrip()
