"""A page printed to PDF, read back with poppler: its sheets, its words, what stands where."""

import re
import subprocess
from functools import cached_property
from html import unescape
from typing import Any, NamedTuple


class Word(NamedTuple):
    """A word on a sheet, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


class Sheet(NamedTuple):
    """One side of paper."""

    width: float
    height: float
    words: tuple[Word, ...]

    def beyond(self, edge: float) -> list[str]:
        """Return the words that lie nearer than *edge* points to the sheet's edge, or past it."""
        return [
            word.text
            for word in self.words
            if min(word.left, word.top, self.width - word.right, self.height - word.bottom) < edge
        ]

    def in_margins(self, above: float, below: float) -> str:
        """Return what stands in the first *above* and the last *below* points of the sheet."""
        return " ".join(
            word.text
            for word in self.words
            if word.bottom <= above or word.top >= self.height - below
        )


class Printed:
    """A PDF, and the marks that ``probes/marks.js`` put into its page."""

    def __init__(self, pdf: bytes, marks: dict[str, Any]) -> None:
        self.pdf = pdf
        self.headings: list[dict[str, str]] = marks["headings"]
        self.signatures: list[dict[str, Any]] = marks["signatures"]

    def _read(self, *command: str) -> str:
        ran = subprocess.run([*command], input=self.pdf, capture_output=True, check=True)
        return ran.stdout.decode("utf-8")

    @cached_property
    def facts(self) -> dict[str, str]:
        """What the PDF says of itself: Title, Tagged, Pages, Page size …, and Language."""
        lines = self._read("pdfinfo", "-").splitlines()
        facts = {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}
        catalog = re.search(rb"/Type /Catalog.*?endobj", self.pdf, re.DOTALL)
        said = re.search(rb"/Lang \((.*?)\)", catalog[0]) if catalog else None
        return {**facts, "Language": said[1].decode() if said else ""}

    @cached_property
    def tags(self) -> list[str]:
        """The tags of its structure, in order."""
        return re.findall(r"^ *(\w+)", self._read("pdfinfo", "-struct", "-"), re.MULTILINE)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        text = self._read("pdftotext", "-bbox", "-", "-")
        found = []
        for width, height, inside in re.findall(
            r'<page width="(.*?)" height="(.*?)">(.*?)</page>', text, re.DOTALL
        ):
            words = re.findall(
                r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', inside
            )
            found.append(
                Sheet(
                    float(width),
                    float(height),
                    tuple(Word(*map(float, word[:4]), unescape(word[4])) for word in words),
                )
            )
        return tuple(found)

    @cached_property
    def _where(self) -> dict[str, int]:
        listed = self._read("pdfinfo", "-dests", "-")
        return {
            name: int(sheet)
            for sheet, name in re.findall(r'^ *(\d+) \[.*?\] "(.*)"$', listed, re.MULTILINE)
        }

    def signatures_on_several_sheets(self) -> list[tuple[str, list[int]]]:
        """Return the signature blocks that are split, and over which sheets."""
        on = [
            (block["text"], sorted({self._where[part] for part in block["parts"]}))
            for block in self.signatures
        ]
        return [(text, sheets) for text, sheets in on if len(sheets) > 1]

    def headings_left_behind(self) -> list[tuple[str, int]]:
        """Return the headings, captions and heads of tables that are the last thing on a sheet."""
        return [
            (heading["text"], self._where[heading["start"]])
            for heading in self.headings
            if self._where[heading["start"]] != self._where[heading["next"]]
        ]

    def sheets_without_number(self, above: float, below: float) -> list[int]:
        """Return the sheets that do not say, in the margins, which of how many they are."""
        return [
            number
            for number, sheet in enumerate(self.sheets, 1)
            if not re.search(
                rf"(?<!\d){number}\D+{len(self.sheets)}(?!\d)", sheet.in_margins(above, below)
            )
        ]
