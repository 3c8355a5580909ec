"""The picture of moves between stages: ribbons from the stages on the left to those on the right."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

import msgspec

from jobcoach.render.reports.charts import Chart, Kind

SLOT = 19
"""Each ribbon has so much height for its number, however thin it is, in pixels."""

GAP = 12
LINE = 16
"""The height of a line of a stage's name."""

WIDEST, WIDEST_UNIT, THINNEST = 44.0, 9.0, 3.0
"""The height of the most frequent move, at most; of a single one, at most; of any, at least."""

LETTERS = 15
"""A name is broken into lines of so many letters: that is what fits beside the ribbons on a telephone."""


class Move(msgspec.Struct, frozen=True):
    """A move: from and to which row, how often as text and as a number (None: hidden)."""

    origin: str
    target: str
    text: str
    count: int | None


class Node(msgspec.Struct, frozen=True):
    """A stage on one side: its name in lines, the first line's height, and where it stands."""

    lines: tuple[str, ...]
    text: float
    top: float
    height: float


class Ribbon(msgspec.Struct, frozen=True):
    """One move: an outline in a box 100 wide, its number, and the height at which that stands."""

    outline: str
    text: str
    y: float


class Flow(Chart, frozen=True, kw_only=True):
    """Two columns of stages with ribbons between them."""

    kind: Kind = "flow"
    height: int
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    heads: tuple[str, str]


def flow(
    name: str,
    sentence: str,
    moves: Sequence[Move],
    sides: tuple[Mapping[str, str], Mapping[str, str]],
    heads: tuple[str, str],
) -> Flow | None:
    """Return the picture of *moves*; *sides* are the rows left and right with their names, from the top.

    None where nobody moved.
    """
    if not moves:
        return None
    unit = min(WIDEST_UNIT, WIDEST / max(move.count or 1 for move in moves))
    thick = {move: max(THINNEST, unit * (move.count or 1)) for move in moves}
    above, below = (list(side) for side in sides)
    leaving: dict[str, list[Move]] = {row: [] for row in sides[0]}
    arriving: dict[str, list[Move]] = {row: [] for row in sides[1]}
    for move in sorted(moves, key=lambda one: below.index(one.target)):
        leaving[move.origin].append(move)
    for move in sorted(moves, key=lambda one: above.index(one.origin)):
        arriving[move.target].append(move)
    left, from_ = _side(sides[0], leaving, thick)
    right, to = _side(sides[1], arriving, thick)
    return Flow(
        name=name,
        sentence=sentence,
        height=round(max(side[-1].top + side[-1].height for side in (left, right))),
        left=left,
        right=right,
        ribbons=tuple(
            Ribbon(_outline(from_[move], to[move], thick[move]), move.text, from_[move])
            for move in moves
        ),
        heads=heads,
    )


def _side(
    names: Mapping[str, str], moves: Mapping[str, Sequence[Move]], thick: Mapping[Move, float]
) -> tuple[tuple[Node, ...], dict[Move, float]]:
    """One column of stages, and the height at which each ribbon meets it."""
    nodes: list[Node] = []
    middles: dict[Move, float] = {}
    top = 0.0
    for row, label in names.items():
        slots = [(move, max(SLOT, thick[move])) for move in moves[row]]
        held = sum(slot for _, slot in slots)
        node = _node(label, top, held)
        nodes.append(node)
        down = node.top + (node.height - held) / 2
        for move, slot in slots:
            middles[move] = round(down + slot / 2, 1)
            down += slot
        top = node.top + node.height + GAP
    return tuple(nodes), middles


def _node(label: str, top: float, height: float) -> Node:
    """A stage is at least as high as its name."""
    lines = tuple(textwrap.wrap(label, LETTERS)) or ("",)
    height = max(height, LINE * len(lines))
    first = top + height / 2 - LINE * (len(lines) - 1) / 2
    return Node(lines, round(first, 1), round(top, 1), round(height, 1))


def _outline(left: float, right: float, thick: float) -> str:
    """A ribbon from side to side: level at both ends, bent between."""
    half = thick / 2
    a, b, c, d = (round(y, 1) for y in (left - half, right - half, right + half, left + half))
    return f"M0 {a}C50 {a} 50 {b} 100 {b}L100 {c}C50 {c} 50 {d} 0 {d}Z"
