"""What a command shows, before anybody knows on what: titles, tables, lines.

A command builds a list of blocks; ``render.console`` prints them, in colour on a terminal, as plain
text into a pipe. Nothing is said by colour alone.
"""

from typing import Literal

import msgspec

Style = Literal["", "strong", "late", "quiet", "good"]


class Title(msgspec.Struct, frozen=True):
    """The first line of a screen."""

    text: str


class Section(msgspec.Struct, frozen=True):
    """A heading inside a screen, with what belongs to it in quieter words."""

    text: str
    detail: str = ""


class Line(msgspec.Struct, frozen=True):
    """One line of text, indented by *indent* columns; an empty one is a gap."""

    text: str = ""
    style: Style = ""
    indent: int = 0


class Table(msgspec.Struct, frozen=True):
    """Rows under headers; a row's style is that of its first cell, the rest stay quiet."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    styles: tuple[Style, ...] = ()
    indent: int = 0


Block = Title | Section | Line | Table
Screen = list[Block]
