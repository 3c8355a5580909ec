"""Dates as spreadsheets write them: which number is the day, told from the whole column."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

import msgspec

from jobcoach.domain.finding_cases import folded
from jobcoach.domain.importing.sheet import Order

Ground = Literal["given", "seen", "other-columns", "assumed", "plain"]
"""Why an order was taken: asked for, shown by the column, shown by others, for want of any sign; *plain*:
every date can be read in one way only."""

_TIME = r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?Z?)?"
_NUMBERS = re.compile(rf"(\d{{1,4}})[./\- ]+(\d{{1,2}})[./\- ]+(\d{{1,4}}){_TIME}", re.ASCII)
_WORDS = re.compile(
    rf"(\d{{1,2}})(?:er|e|\.)?[./\- ]*([a-z]+)\.?[./\- ]*(\d{{4}}|\d{{2}}){_TIME}", re.ASCII
)
_WEEKDAY = re.compile(r"^[^\W\d]+[.,]?\s+(?=\d)")
_MONTHS = {
    **dict.fromkeys(("jan",), 1),
    **dict.fromkeys(("fev", "feb"), 2),
    **dict.fromkeys(("mar", "mrt", "maa", "mae"), 3),
    **dict.fromkeys(("avr", "apr"), 4),
    **dict.fromkeys(("mai", "may", "mei"), 5),
    **dict.fromkeys(("juin", "jun"), 6),
    **dict.fromkeys(("juil", "jul"), 7),
    **dict.fromkeys(("aou", "aug"), 8),
    **dict.fromkeys(("sep",), 9),
    **dict.fromkeys(("oct", "okt"), 10),
    **dict.fromkeys(("nov",), 11),
    **dict.fromkeys(("dec", "dez"), 12),
}


class Reading(msgspec.Struct, frozen=True):
    """How the dates of a column are read, and why so."""

    order: Order
    ground: Ground


def read_orders(columns: Mapping[int, Iterable[str]], given: Order | None) -> dict[int, Reading]:
    """Return how the dates of each column are read: as *given*, else as its own numbers tell.

    A number above 12 gives the day away. A column that tells nothing follows the others of its file where
    they agree, for they come from one machine; else the day comes first, as in Belgium.
    """
    found = {place: _told(values) for place, values in columns.items()}
    told = {order for order in found.values() if order in ("dmy", "mdy", "ymd")}
    readings: dict[int, Reading] = {}
    for place, order in found.items():
        if given is not None:
            readings[place] = Reading(given, "given")
        elif order == "plain":
            readings[place] = Reading("dmy", "plain")
        elif order != "open":
            readings[place] = Reading(order, "seen")
        elif len(told) == 1:
            readings[place] = Reading(next(iter(told)), "other-columns")
        else:
            readings[place] = Reading("dmy", "assumed")
    return readings


def _told(values: Iterable[str]) -> Order | Literal["plain", "open"]:
    """What a column says of its order: ``open`` where it can be read both ways, ``plain`` where it need not."""
    first_is_day = second_is_day = year_first = open_to_both = False
    for value in values:
        found = _NUMBERS.fullmatch(_bare(value))
        if found is None or len(found[1]) > 2:
            continue
        first, second = int(found[1]), int(found[2])
        year_first |= first > 31
        first_is_day |= 12 < first <= 31
        second_is_day |= second > 12
        open_to_both |= first != second
    if year_first:
        return "ymd"
    if first_is_day:
        return "dmy"
    if second_is_day:
        return "mdy"
    return "open" if open_to_both else "plain"


def written_day(value: str, order: Order, *, not_after: date | None = None) -> date | None:
    """Return the day a cell means, or None where it is no date in that *order*.

    A year of four digits in front is read year-month-day whatever the order; a month may be a word; a time
    of the day is left aside. Of two digits, 00 to 29 are this century's, as Excel has it, unless the day
    would then come after *not_after*.
    """
    text = _bare(value)
    found = _NUMBERS.fullmatch(text)
    if found is not None:
        parts = "ymd" if len(found[1]) == 4 else order
        year, month, day = (found[parts.index(part) + 1] for part in "ymd")
        return _day(year, int(month), int(day), not_after)
    found = _WORDS.fullmatch(folded(_WEEKDAY.sub("", text)))
    month_number = _month(found[2]) if found is not None else None
    if found is None or month_number is None:
        return None
    return _day(found[3], month_number, int(found[1]), not_after)


def _month(word: str) -> int | None:
    return _MONTHS.get(word[:4]) or _MONTHS.get(word[:3])


def _bare(value: str) -> str:
    return " ".join(value.split())


def _day(year: str, month: int, day: int, not_after: date | None) -> date | None:
    if len(year) not in (2, 4):
        return None
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < 30 else 1900
    try:
        found = date(number, month, day)
        if len(year) == 2 and not_after is not None and found > not_after:
            found = date(number - 100, month, day)
    except ValueError:
        return None
    return found
