"""What a published table must keep to itself: small counts, and what would give them away.

A count below five may point at a person. It is hidden, and with it as many others as it takes that no
subtraction leads back to it: for every small count there is another set of values, with another count in
its place, that agrees with everything shown, with every sum, and with what can be no more than something else. A count of nought counts nobody and is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from heapq import heapify, heappop, heappush
from itertools import count as counting

import msgspec

Key = tuple[str, str, str]
"""A cell: repository (empty: the totals), figure, column."""

LEAST = 5
"""The smallest count that is shown."""

_PATIENCE = 4000
"""So many sets of values are looked at for one small count; then all that hangs together is hidden."""


class System(msgspec.Struct, frozen=True):
    """Cells with their counts, and the sums that a reader knows to hold: a whole and its parts.

    *bounds* are known as well: cells that add up to at most what others add up to. *few* are cells that must
    not be told whatever they count: too few cases stand behind them. *products* are cells that are others
    multiplied.
    """

    cells: Mapping[Key, int]
    sums: tuple[tuple[Key, tuple[Key, ...]], ...]
    few: frozenset[Key] = frozenset()
    bounds: tuple[tuple[tuple[Key, ...], tuple[Key, ...]], ...] = ()
    products: tuple[tuple[Key, tuple[Key, ...]], ...] = ()


class _Place(msgspec.Struct, frozen=True):
    """A cell's part in one sum or bound: +1 where it is added up, -1 on the other side."""

    sum: int
    sign: int


class _Table(msgspec.Struct, frozen=True):
    """A system made ready for the search: where each cell stands, and what hiding it would cost.

    Sums and bounds are numbered alike; *room* is by how much a bound may grow yet, None for a sum.
    """

    cells: Mapping[Key, int]
    places: Mapping[Key, Sequence[_Place]]
    members: Sequence[Sequence[tuple[Key, int]]]
    room: Sequence[int | None]
    cost: Mapping[Key, float]

    def broken(self, off: Mapping[int, int]) -> dict[int, int]:
        """Return those of the sums and bounds that are *off* by so much which do not hold any more."""
        found = {}
        for number, by in off.items():
            room = self.room[number]
            if by if room is None else by > room:
                found[number] = by
        return found


def to_hide(system: System) -> frozenset[Key]:
    """Return the cells to hide: those from 1 to 4 or with few cases, and those that would give them away.

    Readers know that a hidden count is no nought. Parts are hidden before wholes, small counts before
    large ones. A product is shown where its factors are, since hiding it would be no use; where one of them is
    hidden, so is the product with all its parts, which would lead to it by division.
    """
    divided: set[Key] = set()
    while True:
        worked_out = {whole for whole, _ in system.products if whole not in divided}
        few = system.few | divided | {p for w, parts in system.sums if w in divided for p in parts}
        hidden = _hidden(msgspec.structs.replace(system, few=_counted(few, system)), worked_out)
        more = {w for w, factors in system.products if w in worked_out and hidden & {*factors}}
        if not more:
            return hidden
        divided |= more


def _counted(keys: Set[Key], system: System) -> frozenset[Key]:
    """Those that count anything: a nought is shown."""
    return frozenset(key for key in keys if system.cells[key])


def _hidden(system: System, worked_out: Set[Key]) -> frozenset[Key]:
    """The cells to hide where others are *worked_out* whether they are shown or not."""
    table = _table(system, worked_out)
    small = {key for key, count in system.cells.items() if 0 < count < LEAST}
    hidden = (small | system.few) - worked_out
    safe: set[Key] = set()
    for key in sorted(hidden, key=lambda one: (system.cells[one], one)):
        if key not in safe:
            other = _other_values(key, hidden, table)
            safe |= other
            hidden |= other
    return frozenset(hidden)


def _table(system: System, worked_out: Set[Key]) -> _Table:
    """Noughts are left out: they are shown, and no other value of theirs agrees with that.

    So is what can be worked out, which stays as it is.
    """
    places: dict[Key, list[_Place]] = {
        key: [] for key, count in system.cells.items() if count and key not in worked_out
    }
    members: list[list[tuple[Key, int]]] = []
    room: list[int | None] = []
    sums = [(parts, (whole,)) for whole, parts in system.sums]
    for number, (one_side, other_side) in enumerate((*sums, *system.bounds)):
        signed = [(key, 1) for key in one_side if key in places]
        signed += [(key, -1) for key in other_side if key in places]
        members.append(signed)
        for key, sign in signed:
            places[key].append(_Place(number, sign))
        of_bound = -sum(sign * system.cells[key] for key, sign in signed)
        room.append(None if number < len(sums) else of_bound)
    wholes = Counter(whole for whole, _ in system.sums)
    largest = max(system.cells.values(), default=0) + 1
    cost = {key: 1 + 4 * wholes[key] + system.cells[key] / largest for key in places}
    return _Table(system.cells, places, members, room, cost)


def _other_values(key: Key, hidden: set[Key], table: _Table) -> set[Key]:
    """Return cells, *key* among them, that could each be one more or one less with all that is known kept.

    The search goes on from the cheapest beginning: what is hidden already costs nothing. Where it takes
    too long, all that hangs together with the cell: everything hidden may as well be twice as much.
    """
    tie = counting()
    waiting: list[tuple[float, int, float, dict[Key, int], dict[int, int]]] = []
    for step in (1, -1):
        if table.cells[key] + step >= 1:
            off = _moved({}, key, step, table)
            waiting.append((len(table.broken(off)), next(tie), 0.0, {key: step}, off))
    heapify(waiting)
    for _ in range(_PATIENCE):
        if not waiting:
            break
        _, _, paid, changed, off = heappop(waiting)
        broken = table.broken(off)
        if not broken:
            return set(changed)
        for cell, step in _fewest_ways(changed, broken, table):
            price = paid + (0 if cell in hidden else table.cost[cell])
            left = _moved(off, cell, step, table)
            further = {**changed, cell: step}
            waits = price + len(table.broken(left))
            heappush(waiting, (waits, next(tie), price, further, left))
    return _hangs_together(key, table)


def _moved(off: Mapping[int, int], cell: Key, step: int, table: _Table) -> dict[int, int]:
    """Return by how much each sum and bound is off once *cell* is so much more."""
    left = dict(off)
    for place in table.places[cell]:
        left[place.sum] = left.get(place.sum, 0) + place.sign * step
        if not left[place.sum]:
            del left[place.sum]
    return left


def _fewest_ways(
    changed: Mapping[Key, int], broken: Mapping[int, int], table: _Table
) -> list[tuple[Key, int]]:
    """Return the steps that would bring back one sum or bound that is broken: the one with the fewest."""
    fewest: list[tuple[Key, int]] | None = None
    for number, by in broken.items():
        ways = []
        for cell, sign in table.members[number]:
            step = -sign if by > 0 else sign
            if cell not in changed and table.cells[cell] + step >= 1:
                ways.append((cell, step))
        if fewest is None or len(ways) < len(fewest):
            fewest = ways
    return fewest or []


def _hangs_together(key: Key, table: _Table) -> set[Key]:
    """Return all cells that sums and bounds connect with *key*."""
    found, frontier = {key}, [key]
    while frontier:
        cell = frontier.pop()
        for place in table.places[cell]:
            for other, _ in table.members[place.sum]:
                if other not in found:
                    found.add(other)
                    frontier.append(other)
    return found
