"""How values are written: quoted only where they must be, free text in block style, like their neighbours.

Whether a text may stand without quotes is not decided by rules of our own: it is written, read back by
the parser, and quoted where something else came back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from yaml import YAMLError
from yaml.nodes import MappingNode, ScalarNode
from yaml.resolver import Resolver

from jobcoach.store.composing import compose
from jobcoach.store.trees import Leaf, Tree

STEP = 2
"""Columns that a level is indented by where nothing in the file says otherwise."""
LONGEST_INLINE = 88
_RESOLVER = Resolver()
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def is_odd(text: str) -> bool:
    """Whether a text holds signs that cannot stand in YAML as they are: control characters, and signs
    that break lines there.
    """
    # No pattern: one for all these ranges takes longer to compile than a command may.
    return not text.isprintable() and not all(_stands(ord(character)) for character in text)


def _stands(code: int) -> bool:
    return (
        code in (0x09, 0x0A)
        or 0x20 <= code <= 0x7E
        or 0xA0 <= code <= 0x2027
        or 0x202A <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFEFE
        or 0xFF00 <= code <= 0xFFFD
        or code >= 0x10000
    )


class Manner(msgspec.Struct, frozen=True):
    """How an entry's neighbours are written, so that a new one can look the same."""

    inline: bool | None = None  # {…} rather than keys on lines; None where there is no neighbour
    keys: tuple[str, ...] = ()
    quotes: Mapping[str, str] = {}
    gap: int = STEP  # columns from the dash to the first key
    padding: str = ""  # between braces and what they hold
    dash: int = STEP  # columns that a list's dashes stand to the right of its key


PLAIN = Manner()

# Scalars


def scalar(text: str, *, inline: bool, quote: str = "", textual: bool = True) -> str:
    """Return one value on one line; *quote* is what to prefer where a choice is left.

    A *textual* value that other readers of YAML would take for a number, a date or a yes is quoted too.
    """
    if quote == "'" and not is_odd(text) and "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    if (
        quote != '"'
        and "\n" not in text
        and _reads_back(text, inline)
        and not (textual and _guessed(text))
    ):
        return text
    return _double_quoted(text)


def _double_quoted(text: str) -> str:
    return '"' + "".join(_NAMED.get(c) or (_escaped(c) if is_odd(c) else c) for c in text) + '"'


def _escaped(character: str) -> str:
    code = ord(character)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )


def _reads_back(text: str, inline: bool) -> bool:
    """Whether a text without quotes is read as itself."""
    if not text or is_odd(text) or text in ("~", "null"):
        return False
    if "\t" in text or (inline and "?" in text):  # our parser takes them, others stumble
        return False
    node = _composed(f"{{k: {text}}}" if inline else f"k: {text}\n")
    return (
        isinstance(node, MappingNode)
        and len(node.value) == 1
        and isinstance(value := node.value[0][1], ScalarNode)
        and not value.style
        and value.value == text
    )


def _composed(text: str) -> Any:
    try:
        return compose(text)
    except YAMLError:
        return None


def _guessed(text: str) -> bool:
    """Whether YAML's own rules would take a plain text for something else: a number, a yes, a date."""
    tag: str = _RESOLVER.resolve(ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return not tag.endswith(":str")


def _literal(text: str) -> list[str] | None:
    """Return the lines of a text as a block scalar, or None where it would not come back the same."""
    if is_odd(text) or not text.strip():
        return None
    lines = text.split("\n")
    if lines[0][:1] in (" ", "\t", "") or lines[-1] == "":
        return None
    body = ["|-", *(f"  {line}" if line else "" for line in lines)]
    node = _composed("k: " + "\n".join(body) + "\n")
    same = isinstance(node, MappingNode) and node.value[0][1].value == text
    return body if same else None


def lines_of(leaf: Leaf, quote: str = "") -> list[str]:
    """Return a value for a place with a line of its own: further lines are indented by two columns."""
    if "\n" in leaf.text:
        literal = _literal(leaf.text)
        if literal is not None:
            return literal
    return [scalar(leaf.text, inline=False, quote=quote, textual=leaf.textual)]


# Collections


def inline(tree: Tree, manner: Manner = PLAIN, quote: str = "") -> str:
    """Return a tree on one line, in braces and brackets."""
    if isinstance(tree, Leaf):
        return scalar(tree.text, inline=True, quote=quote, textual=tree.textual)
    if isinstance(tree, list):
        return "[" + ", ".join(inline(inner, quote=quote) for inner in tree) + "]"
    pairs = [
        f"{_key(key)}: {inline(tree[key], quote=manner.quotes.get(key, ''))}"
        for key in ordered(tree, manner.keys)
    ]
    return "{" + manner.padding + ", ".join(pairs) + manner.padding + "}"


def may_be_inline(tree: Tree) -> bool:
    """Whether a tree holds nobody's own words and is short: free text is written in block style."""
    return not _is_free(tree) and len(inline(tree)) <= LONGEST_INLINE


def _is_free(tree: Tree) -> bool:
    if isinstance(tree, Leaf):
        return tree.free
    return any(_is_free(inner) for inner in (tree if isinstance(tree, list) else tree.values()))


def pair(key: str, tree: Tree, manner: Manner = PLAIN) -> list[str]:
    """Return a key with its value as lines, the key in the first column."""
    if isinstance(tree, Leaf):
        first, *rest = lines_of(tree, manner.quotes.get(key, ""))
        return [f"{_key(key)}: {first}", *rest]
    return [_head(key, tree), *below(tree, manner)]


def _head(key: str, tree: Tree) -> str:
    return f"{_key(key)}: {inline(tree)}" if _on_the_key_s_line(tree) else f"{_key(key)}:"


def _on_the_key_s_line(tree: Tree) -> bool:
    """A list of entries stands below its key, one a line; short lists of words and pairs beside it."""
    entries = isinstance(tree, list) and any(not isinstance(inner, Leaf) for inner in tree)
    return not tree or (not entries and may_be_inline(tree))


def below(tree: Tree, manner: Manner = PLAIN) -> list[str]:
    """Return what stands on the lines below a key, as seen from the key's column."""
    if isinstance(tree, Leaf) or _on_the_key_s_line(tree):
        return []
    if isinstance(tree, list):
        inner = Manner(dash=manner.dash)
        return [line for entry in tree for line in indented(item(entry, inner), manner.dash)]
    return [
        line
        for key in tree
        for line in indented(pair(key, tree[key], Manner(dash=manner.dash)), STEP)
    ]


def item(tree: Tree, manner: Manner) -> list[str]:
    """Return an entry of a list as lines, its dash in the first column."""
    if isinstance(tree, Leaf):
        first, *rest = lines_of(tree, manner.quotes.get("", ""))
        return [f"- {first}", *rest]
    if isinstance(tree, list) or not tree or (manner.inline is not False and may_be_inline(tree)):
        return [f"- {inline(tree, manner)}"]
    inner = Manner(quotes=manner.quotes, dash=manner.dash)
    lines = [line for key in ordered(tree, manner.keys) for line in pair(key, tree[key], inner)]
    first, *rest = indented(lines, manner.gap)
    return ["-" + first[1:], *rest]


def ordered(tree: Mapping[str, Tree], neighbours: Iterable[str]) -> list[str]:
    """Return an entry's keys in the order of its neighbours', others after those they follow by right."""
    keys = [key for key in neighbours if key in tree]
    before = None
    for key in tree:
        if key not in keys:
            keys.insert(keys.index(before) + 1 if before is not None else 0, key)
        before = key
    return keys


def indented(lines: Iterable[str], columns: int) -> list[str]:
    """Return lines further to the right; empty ones stay empty."""
    return [" " * columns + line if line else line for line in lines]


def _key(key: str) -> str:
    return scalar(key, inline=True, textual=False)
