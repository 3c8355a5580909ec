"""Printing: screens on a terminal or into a pipe, JSON, messages on standard error."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from typing import Any, TextIO

import msgspec

from jobcoach.render.screen import Line, Screen, Section, Style, Table, Title

_BIDI = {0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_SAFE: dict[int, str | int | None] = {
    **dict.fromkeys(range(0x20), "\ufffd"),
    **dict.fromkeys(range(0x7F, 0xA0), "\ufffd"),
    **dict.fromkeys(_BIDI, None),
    0x2028: " ",
    0x2029: " ",
    0xFEFF: None,
    ord("\t"): " ",
    ord("\n"): " ",
    ord("\r"): None,
}
_JSON_ESCAPES = {code: f"\\u{code:04x}" for code in (*range(0x7F, 0xA0), *_BIDI)}
_UNSAFE_BLOCK = {code: text for code, text in _SAFE.items() if code not in (0x09, 0x0A)}

# Where signs are that may take no column or two; Latin letters, dashes and arrows take one each.
_WIDE_OR_NONE = "[\u0300-\u1fff\u200b-\u200f\u2028-\u202f\u2060-\u206f\u2300-\U0010ffff]"

_RICH_STYLE: dict[Style, str] = {
    "": "",
    "strong": "bold",
    "late": "bold red",
    "quiet": "dim",
    "good": "green",
}


def clean(text: str) -> str:
    """Return text that stays text on a terminal: no escape sequences, no turning of direction."""
    return text.translate(_SAFE)


def clean_block(text: str) -> str:
    """The same for a text of several lines."""
    return text.translate(_UNSAFE_BLOCK)


def show(screen: Screen) -> None:
    """Print a screen on standard output."""
    if is_terminal(sys.stdout):
        _show_rich(screen)
    else:
        sys.stdout.write(plain(screen))


def is_terminal(stream: TextIO) -> bool:
    """Whether somebody looks at *stream* directly."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def show_json(data: dict[str, Any]) -> None:
    """Print JSON for other programs on standard output."""
    sys.stdout.write(json_text(data))


def json_text(data: dict[str, Any]) -> str:
    """Return JSON for other programs."""
    encoded = msgspec.json.format(msgspec.json.encode(data), indent=2)
    return encoded.decode("utf-8").translate(_JSON_ESCAPES) + "\n"


def show_text(text: str) -> None:
    """Print a document on standard output as it is."""
    sys.stdout.write(text if text.endswith("\n") else text + "\n")


def tell(text: str) -> None:
    """Print a message on standard error."""
    sys.stderr.write(clean_block(text) + "\n")


def plain(screen: Screen) -> str:
    """Return a screen as plain text: columns side by side, nothing cut off."""
    lines: list[str] = []
    for block in screen:
        if isinstance(block, Title):
            lines.append(clean(block.text))
        elif isinstance(block, Section):
            lines.append(clean(f"{block.text}  {block.detail}".rstrip()))
        elif isinstance(block, Line):
            lines.append((" " * block.indent + clean(block.text)).rstrip())
        else:
            lines.extend(_plain_table(block))
    return "".join(line + "\n" for line in lines)


def _plain_table(table: Table) -> list[str]:
    headers = [table.headers] if any(table.headers) else []
    rows = [tuple(clean(cell) for cell in row) for row in [*headers, *table.rows]]
    if not rows:
        return []
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        (
            " " * table.indent
            + "  ".join(cell + " " * (w - width(cell)) for cell, w in zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    if not re.search(_WIDE_OR_NONE, text):
        return len(text)
    import unicodedata

    return sum(
        0
        if unicodedata.category(c) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def _show_rich(screen: Screen) -> None:
    # Imported here: rich costs more than the morning list, and a pipe needs none of it.
    from rich.console import Console
    from rich.padding import Padding
    from rich.table import Table as RichTable
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    for block in screen:
        if isinstance(block, Title):
            console.print(Text(clean(block.text), style="bold underline"))
        elif isinstance(block, Section):
            heading = Text(clean(block.text), style="bold")
            if block.detail:
                heading.append("  " + clean(block.detail), style="dim")
            console.print(heading)
        elif isinstance(block, Line):
            text = Text(clean(block.text), style=_RICH_STYLE[block.style])
            console.print(Padding(text, (0, 0, 0, block.indent)))
        else:
            grid = RichTable(
                box=None,
                padding=(0, 2, 0, 0),
                show_header=any(block.headers),
                header_style="dim",
                pad_edge=False,
            )
            for header in block.headers:
                grid.add_column(clean(header), overflow="fold")
            for place, row in enumerate(block.rows):
                style = block.styles[place] if block.styles else ""
                cells = [
                    Text(
                        clean(cell),
                        style=_RICH_STYLE[style] if column == 0 or style == "quiet" else "",
                    )
                    for column, cell in enumerate(row)
                ]
                grid.add_row(*cells)
            console.print(Padding(grid, (0, 0, 0, block.indent)))


def reading_progress() -> Callable[[int, int], None] | None:
    """Return what shows how reading or writing goes, after a second and on a terminal only."""
    if not is_terminal(sys.stderr):
        return None
    import time

    begun = time.monotonic()
    bar: list[Any] = []

    def advance(read: int, total: int) -> None:
        if (not bar and time.monotonic() - begun < 1) or (read == total and not bar):
            return
        if not bar:
            from rich.console import Console
            from rich.progress import Progress

            progress = Progress(console=Console(stderr=True), transient=True)
            progress.start()
            bar.extend([progress, progress.add_task("", total=total)])
        bar[0].update(bar[1], completed=read)
        if read == total:
            bar[0].stop()
            bar.clear()  # writing may follow reading

    return advance
