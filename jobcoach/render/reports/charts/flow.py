"""The picture of moves between stages: ribbons from the stages on the left to those on the right."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

import msgspec

from jobcoach.render.reports.charts import Chart, Kind

SLOT = 19
"""Each ribbon has so much height for its number, however thin it is, in pixels."""

LINE = 16
"""The height of a line of a stage's name."""

THINNEST, THICKEST = 3.0, 9.0
"""The height of any move, at least; of one that was made once, at most."""

ROOM = ((12.0, 44.0), (8.0, 30.0), (5.0, SLOT))
"""Between two stages, and for the most frequent move: less where the picture would not fit on a page."""

PAGE = 800
"""The height of a page of A4 below its heading, in pixels."""

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
    above, below = (list(side) for side in sides)
    leaving = sorted(moves, key=lambda one: below.index(one.target))
    arriving = sorted(moves, key=lambda one: above.index(one.origin))
    by_origin = {row: [move for move in leaving if move.origin == row] for row in above}
    by_target = {row: [move for move in arriving if move.target == row] for row in below}
    for gap, widest in ROOM:
        unit = min(THICKEST, widest / max(move.count or 1 for move in moves))
        thick = {move: max(THINNEST, unit * (move.count or 1)) for move in moves}
        left = _side(sides[0], by_origin, thick, gap)
        right = _side(sides[1], by_target, thick, gap)
        height = max(side.nodes[-1].top + side.nodes[-1].height for side in (left, right))
        if height <= PAGE:
            break
    return Flow(
        name=name,
        sentence=sentence,
        height=round(height),
        left=left.nodes,
        right=right.nodes,
        ribbons=tuple(
            Ribbon(
                _outline(left.meets[move], right.meets[move], thick[move]),
                move.text,
                left.meets[move],
            )
            for move in moves
        ),
        heads=heads,
    )


class _Side(msgspec.Struct, frozen=True):
    """One column of stages, and the height at which each ribbon meets it."""

    nodes: tuple[Node, ...]
    meets: dict[Move, float]


def _side(
    names: Mapping[str, str],
    moves: Mapping[str, Sequence[Move]],
    thick: Mapping[Move, float],
    gap: float,
) -> _Side:
    nodes: list[Node] = []
    meets: dict[Move, float] = {}
    top = 0.0
    for row, label in names.items():
        slots = [(move, max(SLOT, thick[move])) for move in moves[row]]
        held = sum(slot for _, slot in slots)
        node = _node(label, top, held)
        nodes.append(node)
        down = node.top + (node.height - held) / 2
        for move, slot in slots:
            meets[move] = round(down + slot / 2, 1)
            down += slot
        top = node.top + node.height + gap
    return _Side(tuple(nodes), meets)


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
