"""A spreadsheet saved as CSV: bytes to rows, whatever Excel made of them.

The encoding: a mark at the beginning (UTF-8, UTF-16) tells it; else what reads as strict UTF-8 is that, for
other text hardly ever does; else it is Windows-1252, what Excel writes on a Belgian Windows. The delimiter: of
``;``, ``,``, tab and ``|``, counted outside quotes over the first lines, the one that comes equally often on most
lines as on the line of the headers.
"""

from __future__ import annotations

import codecs
import csv
import io
import unicodedata
from collections import Counter
from pathlib import Path

from jobcoach.domain.importing.sheet import Row, Sheet
from jobcoach.errors import NotFound, Refused, WrongUsage

DELIMITERS = {";": ";", ",": ",", "tab": "\t", "|": "|"}
"""What may stand between cells, as it is named on the command line."""

_BETWEEN = frozenset(DELIMITERS.values())
MOST_BYTES = 64 * 1024 * 1024
_LINES_LOOKED_AT = 30
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_ENCODINGS = ("utf-8", "windows-1252", "utf-16", "cp850", "macroman", "iso-8859-15")
_CONTROLS = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFEFF])


def read_spreadsheet(path: str, encoding: str | None, delimiter: str | None) -> Sheet:
    """Read the file at *path*; *encoding* and *delimiter* override what the file tells by itself.

    Raises NotFound where there is none, WrongUsage for an encoding or a delimiter nobody knows, Refused for
    what is no text, no table, or empty.
    """
    if delimiter is not None and delimiter not in DELIMITERS:
        raise WrongUsage(
            "unknown-option", value=delimiter, option="--delimiter", known=tuple(DELIMITERS)
        )
    data = _bytes(path)
    text, name = _text(path, data, encoding)
    text, named = _without_sep(text)
    between = DELIMITERS[delimiter] if delimiter else named or guessed_delimiter(text)
    rows = _rows(path, text, between, first_line=2 if named else 1)
    if not rows:
        raise Refused("import-no-rows", path=path)
    head = next((row for row in rows if sum(map(bool, row.cells)) > 1), rows[0])
    body = tuple(row for row in rows if row.line > head.line)
    if not body:
        raise Refused("import-no-rows", path=path)
    shown = next(shown for shown, sign in DELIMITERS.items() if sign == between)
    return Sheet(name, shown, _headers(head, body), head.line, body)


def _bytes(path: str) -> bytes:
    try:
        data = Path(path).expanduser().read_bytes()
    except (OSError, RuntimeError, ValueError) as error:
        raise NotFound("import-no-file", path=path) from error
    if data.startswith(_WORKBOOKS):
        raise Refused("import-workbook", path=path)
    if len(data) > MOST_BYTES:
        raise Refused("import-too-large", path=path)
    return data


def _text(path: str, data: bytes, asked: str | None) -> tuple[str, str]:
    """Return the text and the name of its encoding."""
    if asked is not None:
        return _decoded(path, data, _codec(asked), asked)
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _decoded(path, data, codec, name)
    if b"\0" in data[:4096]:
        # UTF-16 without its mark: of Latin letters, one byte of each two is nothing.
        return _decoded(path, data, "utf-16-be" if data[:1] == b"\0" else "utf-16-le", "UTF-16")
    try:
        return _clean(data.decode("utf-8")), "UTF-8"
    except UnicodeDecodeError:
        return _decoded(path, data, "cp1252", "Windows-1252")


def _codec(name: str) -> str:
    """Return the codec of that name; raises WrongUsage for one that is none of text."""
    try:
        found = codecs.lookup(name)
        "".encode(found.name)
    except (LookupError, ValueError) as error:
        raise WrongUsage(
            "unknown-option", value=name, option="--encoding", known=_ENCODINGS
        ) from error
    return "utf-8-sig" if found.name == "utf-8" else found.name


def _decoded(path: str, data: bytes, codec: str, name: str) -> tuple[str, str]:
    try:
        return _clean(data.decode(codec)), name
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refused("import-not-text", path=path, encoding=name, line=line) from error


def _clean(text: str) -> str:
    """Return text without signs that are none, each letter with its accent in one piece."""
    return unicodedata.normalize("NFC", text.translate(_CONTROLS))


def _without_sep(text: str) -> tuple[str, str | None]:
    """Take away the first line with which Excel can be told the delimiter: ``sep=;``."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"')
    if told.casefold().startswith("sep=") and told[4:] in DELIMITERS.values():
        return rest, told[4:]
    return text, None


def guessed_delimiter(text: str) -> str:
    """Return what stands between the cells, by the rule at the top of this module; ``;`` where nothing does."""
    lines = _counts(text)

    def fits(sign: str) -> tuple[int, int]:
        usual = Counter(counts[sign] for counts in lines if counts[sign])
        return max(((lines_so, count) for count, lines_so in usual.items()), default=(0, 0))

    return max(DELIMITERS.values(), key=fits)  # the first of equals: ; before ,


def _counts(text: str) -> list[Counter[str]]:
    """Count each delimiter on each of the first lines that have any, quoted parts left out."""
    lines: list[Counter[str]] = [Counter()]
    inside = False
    for sign in text[:65_536]:
        if sign == '"':
            inside = not inside
        elif not inside and sign in "\r\n":
            if len(lines) == _LINES_LOOKED_AT:
                break
            if lines[-1]:
                lines.append(Counter())
        elif not inside and sign in _BETWEEN:
            lines[-1][sign] += 1
    return lines


def _rows(path: str, text: str, delimiter: str, first_line: int) -> list[Row]:
    """Return the rows that hold anything, each with the line it begins on: a quoted cell may go over several."""
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 0
    csv.field_size_limit(MOST_BYTES)
    try:
        for cells in reader:
            kept = tuple(_cell(cell) for cell in cells)
            if any(kept):
                rows.append(Row(begins + first_line, kept))
            begins = reader.line_num
    except csv.Error as error:
        raise Refused("import-quotes", path=path, line=begins + first_line) from error
    return rows


def _cell(cell: str) -> str:
    """A cell without blanks around it, the line breaks inside plain."""
    return cell.replace("\r\n", "\n").replace("\r", "\n").strip()


def _headers(head: Row, rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The headers, on one line each. Empty ones at the end go, unless a row fills their column."""
    width = max(
        place + 1
        for row in (head, *rows)
        for place, cell in enumerate(row.cells[: len(head.cells)])
        if cell
    )
    return tuple(" ".join(cell.split()) for cell in head.cells[:width])
