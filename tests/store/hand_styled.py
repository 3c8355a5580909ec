"""Case files as hands write them: a random record, in a random style, and random changes of it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random
from typing import Any

from msgspec import NODEFAULT
from msgspec.structs import fields, replace
from yaml import YAMLError
from yaml.nodes import ScalarNode

from jobcoach.domain.durations import Duration
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import Record
from jobcoach.domain.people import Person
from jobcoach.store.codec import decode_record
from jobcoach.store.composing import compose
from jobcoach.store.shapes import (
    Day,
    Hours,
    IdText,
    Length,
    ListOf,
    MapOf,
    Nested,
    Number,
    OneOrMore,
    Shape,
    Text,
    Word,
    YesNo,
    shape_of,
)
from jobcoach.store.source import parse
from jobcoach.store.trees import Leaf, tree_of

WORDS = [
    *(
        "bakery",
        "Léa",
        "the till",
        "no",
        "yes",
        "12",
        "19.5",
        "2026-03-09",
        "12:30",
        "0470",
        "null",
    ),
    *(
        "~",
        "a: b",
        "Bus #12",
        "x #y",
        "- dash",
        "? why",
        "it's",
        '"so"',
        "[a]",
        "{b}",
        "a, b",
        "c]",
    ),
    *(
        "*",
        "&a",
        "!b",
        "|",
        ">",
        "%",
        "@",
        "`",
        "#",
        "key:",
        ":key",
        "...",
        "---",
        "=",
        "<<",
        "true",
    ),
    *("tab\there", "back\\slash", "100 €", "🙂", "e\u0301", "\u00a0", "1_000", "0x1f", ".5", "+1"),
]
ODD = ["\x85", "\u2028", "\u2029", "\r", "\x07", "\ufeff", "\x7f", "\u202e", "\U0001f600", "\ufffe"]
DAY = date(2026, 3, 9)


def text(rng: Random, odd: bool = True) -> str:
    """A text as coaches write or paste them; never empty."""
    roll = rng.random()
    if roll < 0.4:
        return rng.choice(
            ["cpas", "person", "Went well", "Called back at noon", "Good with people"]
        )
    if roll < 0.6:
        return rng.choice(WORDS)
    words = " ".join(rng.choice(WORDS) for _ in range(rng.randint(2, 12)))
    if roll < 0.8:
        return words
    if roll < 0.85 and odd:
        return words + rng.choice(ODD) + rng.choice(WORDS)
    lines = [
        rng.choice([*WORDS, words, "", "  deeper", "# no comment", "trailing "]) for _ in range(4)
    ]
    return "\n".join([rng.choice(["First", *WORDS]), *lines[: rng.randint(1, 4)]]) + rng.choice(
        ["", "", "!", "\n", "\n\n"]
    )


def value(rng: Random, shape: Shape, depth: int = 0) -> Any:
    """A random value that a key of that shape may hold."""
    match shape:
        case Nested():
            return record(rng, shape.record, depth + 1)
        case ListOf():
            return tuple(value(rng, shape.item, depth) for _ in range(rng.randint(0, 3)))
        case OneOrMore():
            return tuple(value(rng, Text(), depth) for _ in range(rng.randint(1, 2)))
        case MapOf():
            keys = shape.keys or (
                "person",
                "coach",
                "respect",
                "no",
                "two words",
                "12",
                "a: b",
                "#x",
            )
            return {
                key: value(rng, shape.value, depth) for key in rng.sample(keys, rng.randint(0, 3))
            }
        case Word():
            return rng.choice(shape.words)
        case IdText():
            return rng.choice(["ab-k7q", "counter", "mother", "12", "no", "a-1", "null-x"])
        case YesNo():
            return rng.random() < 0.5
        case Number():
            return float(rng.choice([shape.least, 1, 2.5, 4, 3.25, shape.least + 0.00001]))
        case Day():
            if shape.words and rng.random() < 0.2:
                return rng.choice(shape.words)
            return DAY + timedelta(days=rng.randint(-999, 999))
        case Length():
            return rng.choice([Duration(days=7), Duration(months=3), Duration(months=12)])
        case Hours():
            return rng.choice(["08:30-16:00", "8:00 - 12:00"])
        case _:
            return text(rng)


def record(rng: Random, kind: type[Record], depth: int = 0) -> Any:
    """A random record; the deeper, the fewer keys."""
    made = {
        field.attribute: value(rng, field.shape, depth)
        for field in shape_of(kind).fields.values()
        if field.required or rng.random() < (0.35 if depth < 2 else 0.3)
    }
    return kind(**{name: inner for name, inner in made.items() if inner not in ("", None)})


# Writing by hand


class Hand:
    """One person's way of writing, more or less steady."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.step = rng.choice([2, 2, 2, 3, 4])
        self.dash = rng.choice([0, 2, 2, 4])
        self.gap = rng.choice([2, 2, 2, 4])
        self.alone = rng.choice([0, 0, 0.3])
        self.quoting = rng.choice([0, 0.1, 0.8])
        self.quotes = rng.choice(["'", '"', "'\""])
        self.flow = rng.choice([0.1, 0.5, 0.9])
        self.comments = rng.choice([0, 0.05, 0.25])
        self.blanks = rng.choice([0, 0.05, 0.4])
        self.explicit = rng.choice([0, 0, 0, 0.1])
        self.shuffled = rng.random() < 0.5
        self.unknown = rng.choice([0, 0.1])
        self.absent = rng.choice([0, 0.1])
        self.count = 0
        self.deepest = 99  # comments may stand no further to the right after a block of text

    def often(self, chance: float) -> bool:
        return self.rng.random() < chance

    def comment(self) -> str:
        self.count += 1
        return f"# c{self.count}." + self.rng.choice(["", " a: b", " - x", " {", " it's", " ?"])

    def trailing(self) -> str:
        if not self.often(self.comments):
            return ""
        return " " * self.rng.randint(1, 4) + self.comment()

    def between(self, blanks: bool = True) -> list[str]:
        """Lines that mean nothing: comments anywhere, blank ones."""
        lines = []
        while self.often(self.comments):
            lines.append(" " * min(self.rng.randint(0, 8), self.deepest) + self.comment())
        if blanks and self.often(self.blanks):
            lines.insert(self.rng.randint(0, len(lines)), self.rng.choice(["", "", "  "]))
        return lines

    # Values on one line or in braces

    def plain_or_quoted(self, words: str, inline: bool) -> str:
        if not self.often(self.quoting) and _reads_back(words, inline):
            return words
        if (
            self.rng.choice(self.quotes) == "'"
            and re.fullmatch("[\t -~\xa0-\ud7ff]*", words)
            and not (re.search("[\x85\u2028\u2029]", words))
        ):
            return "'" + words.replace("'", "''") + "'"
        return '"' + "".join(_escaped(c) for c in words) + '"'

    def key(self, key: str) -> str:
        if self.often(self.quoting / 4) or not _reads_back(key, True):
            return '"' + key.replace('"', '\\"') + '"'
        return key

    def inline(self, tree: Any, column: int) -> str:
        """A tree in braces and brackets, now and then over several lines."""
        if isinstance(tree, Leaf):
            return self.plain_or_quoted(tree.text, True)
        several = self.often(0.25)
        pad = self.rng.choice(["", "", " "])
        pieces = []
        if isinstance(tree, dict):
            pairs = self.pairs(tree, inline=True)
            for key, inner in pairs:
                if inner is None:
                    pieces.append(self.key(key) + self.rng.choice([": ", ":  ", ": ~", ": null"]))
                else:
                    colon = self.rng.choice([": ", ": ", " : ", ":  "])
                    pieces.append(self.key(key) + colon + self.inline(inner, column + 2))
        else:
            pieces = [self.inline(inner, column + 2) for inner in tree]
            if self.often(self.absent / 4):
                pieces.insert(self.rng.randint(0, len(pieces)), "~")
        left, right = ("{", "}") if isinstance(tree, dict) else ("[", "]")
        comma = "," if pieces and self.often(0.15) else ""
        if not several:
            return (
                left + pad + self.rng.choice([", ", ", ", " , "]).join(pieces) + comma + pad + right
            )
        margin = "\n" + " " * (column + self.rng.choice([2, 4]))
        lines = [left + self.trailing()]
        for place, piece in enumerate(pieces):
            if self.often(self.comments):
                lines.append(self.comment())
            lines.append(piece + ("," if place < len(pieces) - 1 else comma) + self.trailing())
        if self.often(0.5):
            return margin.join([*lines, right])
        return margin.join(lines) + (margin if "#" in lines[-1] else "") + right

    # Values on lines

    def pairs(self, tree: dict[str, Any], inline: bool = False) -> list[tuple[str, Any]]:
        pairs: list[tuple[str, Any]] = list(tree.items())
        if self.shuffled:
            self.rng.shuffle(pairs)
        while self.often(self.unknown):
            self.count += 1
            inner = self.rng.choice(
                [Leaf("own"), [Leaf("a"), Leaf("b c")], {"d": Leaf("2026-01-01")}]
            )
            key = f"{self.rng.choice(['x-', 'unknown'])}{self.count}"
            pairs.insert(self.rng.randint(0, len(pairs)), (key, inner))
        return pairs

    def mapping(self, tree: dict[str, Any], column: int, shape: Shape | None) -> list[str]:
        """The lines of a mapping; the first line comes without its indentation."""
        pairs = self.pairs(tree)
        known = shape.fields if isinstance(shape, Nested) else {}
        for key, field in known.items():
            if key not in tree and not field.required and self.often(self.absent):
                pairs.insert(self.rng.randint(0, len(pairs)), (key, None))
        lines: list[str] = []
        for place, (key, inner) in enumerate(pairs):
            field = known.get(key)
            if place:
                lines += self.between(blanks=self.deepest >= 0)
            self.deepest = 99
            written = self.pair(key, inner, column, field.shape if field else None)
            lines += [" " * column + written[0] if place else written[0], *written[1:]]
        return lines

    def pair(self, key: str, tree: Any, column: int, shape: Shape | None) -> list[str]:
        head = self.key(key)
        if self.often(self.explicit):
            head = "? " + head + self.trailing() + "\n" + " " * column + ":"
        else:
            head += self.rng.choice([":", ":", ":", " :"])
        if tree is None:
            empty = self.rng.choice(["", "", " ~", " null", ' ""', "   "])
            return (head + empty + self.trailing()).split("\n")
        space = self.rng.choice([" ", " ", " ", "   "])
        if isinstance(tree, Leaf):
            return self.leaf(head, space, tree.text, column)
        if not tree or self.often(self.flow):
            if self.often(0.05):
                space = self.trailing() + "\n" + " " * (column + self.step)
            return (head + space + self.inline(tree, column) + self.trailing()).split("\n")
        first = (head + self.trailing()).split("\n") + self.between()
        inside = column + (self.dash if isinstance(tree, list) else self.step)
        write = self.sequence if isinstance(tree, list) else self.mapping
        lines = write(tree, inside, shape)  # type: ignore[operator]
        return [*first, " " * inside + lines[0], *lines[1:]]

    def leaf(self, head: str, space: str, words: str, column: int) -> list[str]:
        """A key or a dash with its text, in one of the many ways YAML knows."""
        if self.often(0.5 if "\n" in words else 0.05):
            block = self.block(words, column)
            if block:
                return (head + space + block).split("\n")
        if self.often(0.05):
            space = self.trailing() + "\n" + " " * (column + self.step)
        written = self.plain_or_quoted(words, False)
        if " " in words and self.often(0.1):  # wrapped, where that reads the same
            wrapped = re.sub(r"(?<=\w) (?=\w)", "\n" + " " * (column + self.step), written, count=2)
            if _reads(f"k: {wrapped}\n", words):
                written = wrapped
        return (head + space + written + self.trailing()).split("\n")

    def block(self, words: str, column: int) -> str | None:
        indent = " " * (column + self.rng.choice([2, 2, 4]))
        body = words.rstrip("\n")
        ends = len(words) - len(body)
        if re.search("[^\t\n -~\xa0-\u2027\u2030-\ud7ff]", words) or not body.strip():
            return None
        style = self.rng.choice("||>")
        chomp = "-" if ends == 0 else self.rng.choice(["", "+"]) if ends == 1 else "+"
        lines = body.replace("\n", "\n\n").split("\n") if style == ">" else body.split("\n")
        block = f"{style}{chomp}{self.trailing()}\n" + "\n".join(
            indent + line if line else "" for line in lines
        )
        block += "\n" * (ends - 1)
        if not _reads("k: " + block.replace("\n" + " " * column, "\n") + "\nj: 1\n", words):
            return None
        self.deepest = -1 if chomp == "+" else column
        return block

    def sequence(self, items: list[Any], column: int, shape: Shape | None) -> list[str]:
        lines: list[str] = []
        entry = shape.item if isinstance(shape, ListOf) else None
        for place, item in enumerate(items):
            if place:
                lines += self.between(blanks=self.deepest >= 0)
            self.deepest = 99
            written = self.item(item, column, entry)
            lines += [" " * column + written[0] if place else written[0], *written[1:]]
            if isinstance(entry, Nested) and self.often(self.unknown / 2):  # lacks what it needs
                self.count += 1
                lines.append(" " * column + f"- {{x-{self.count}: own}}" + self.trailing())
            elif self.often(self.absent / 4):
                lines.append(" " * column + self.rng.choice(["-", "- ~", "- "]) + self.trailing())
        return lines

    def item(self, tree: Any, column: int, shape: Shape | None) -> list[str]:
        if isinstance(tree, Leaf):
            return self.leaf("-", self.rng.choice([" ", " ", "   "]), tree.text, column)
        if not tree or self.often(self.flow):
            return ("- " + self.inline(tree, column) + self.trailing()).split("\n")
        gap = self.gap if self.often(0.9) else 3
        lines = self.mapping(tree, column + gap, shape)
        if self.often(self.alone):
            return [
                "-" + self.trailing(),
                *self.between(),
                " " * (column + gap) + lines[0],
                *lines[1:],
            ]
        return ["-" + " " * (gap - 1) + lines[0], *lines[1:]]


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    return character if " " <= character <= "~" else f"\\U{ord(character):08x}"


def _reads_back(words: str, inline: bool) -> bool:
    return (
        bool(words)
        and "\n" not in words
        and _reads(f"{{k: {words}}}" if inline else f"k: {words}\n", words)
        and (not inline or _reads(f"[{words}]", words))
        and words not in ("~", "null")
    )


def _reads(written: str, words: str) -> bool:
    try:
        node = compose(written)
    except YAMLError:
        return False
    if node is None or not node.value or isinstance(node, ScalarNode):
        return False
    first = node.value[0]
    inner = first[1] if isinstance(first, tuple) else first
    return len(node.value) <= 2 and inner.value == words


def styled(rng: Random, made: Record) -> tuple[str, Record]:
    """A record as a file in a random hand, and what the reader takes it for; both sound."""
    tree = tree_of(made, shape_of(type(made)))
    assert isinstance(tree, dict)
    while True:
        hand = Hand(rng)
        if rng.random() < 0.08:
            lines = (hand.inline(tree, 0) + hand.trailing()).split("\n")
        else:
            column = rng.choice([0, 0, 0, 0, 0, 0, 0, 2])
            lines = hand.mapping(tree, column, shape_of(type(made)))
            lines[0] = " " * column + lines[0]
        written = "\n".join(lines)
        if rng.random() < 0.15:
            written = hand.comment() + rng.choice(["\n", "\n\n", "\n---\n"]) + written
        if rng.random() < 0.15:
            written += "\n" + rng.choice(
                ["", "\n", hand.comment() + "\n", "  " + hand.comment(), "...\n"]
            )
        elif rng.random() < 0.8:
            written += "\n"
        if rng.random() < 0.2:
            written = written.replace("\n", "\r\n")
        if parse(written).faults:
            continue
        return written, read(written, type(made))


def read(written: str, kind: type[Record]) -> Any:
    """What the reader takes a file for."""
    source = parse(written)
    assert source.faults == []
    return decode_record("x.yaml", source, kind, id="x", name="x")[0]


def person_or_employer(rng: Random) -> Any:
    return record(rng, rng.choice([Person, Person, Employer]))


# Random changes


def changed(rng: Random, whole: Any) -> Any:
    """A record with a random key, at a random depth, given another value."""
    keys = shape_of(type(whole)).fields
    while True:
        key = rng.choice(list(keys))
        field = keys[key]
        if key == "id" and isinstance(whole, Person | Employer):
            continue
        was = getattr(whole, field.attribute)
        now = _another(rng, was, field.shape)
        if now is None and field.required:
            continue
        if now is None:
            now = _default(type(whole), field.attribute)
        if now != was:
            return replace(whole, **{field.attribute: now})


def _default(kind: type[Record], attribute: str) -> Any:
    """What an attribute is where its key is absent."""
    (field,) = (field for field in fields(kind) if field.name == attribute)
    return field.default_factory() if field.default is NODEFAULT else field.default


def _another(rng: Random, was: Any, shape: Shape) -> Any:
    roll = rng.random()
    if roll < 0.12:
        return None
    if isinstance(was, Record) and roll < 0.9:
        return changed(rng, was)
    if isinstance(shape, ListOf | OneOrMore) and was and roll < 0.95:
        item = shape.item if isinstance(shape, ListOf) else Text()
        at = rng.randrange(len(was))
        new = value(rng, item, 1)
        if roll < 0.3:
            return (*was, new)
        if roll < 0.45:
            return (*was[:at], new, *was[at:])
        if roll < 0.6:
            return was[:at] + was[at + 1 :]
        inner = changed(rng, was[at]) if isinstance(was[at], Record) else new
        return (*was[:at], inner, *was[at + 1 :])
    if isinstance(shape, MapOf) and was and roll < 0.9:
        return {**was, **value(rng, shape)} if roll < 0.6 else dict(list(was.items())[1:])
    return value(rng, shape, 1)
