"""Lengths of time as coaches write them (``7d``, ``2w``, ``3m``, ``1y``) and the dates they lead to."""

import re
from calendar import monthrange
from datetime import date, timedelta

import msgspec

_WRITTEN = re.compile(r"(\d{1,4})([dwmy])", re.ASCII)


class Duration(msgspec.Struct, frozen=True, gc=False, eq=False):
    """Whole months, then days. ``2w`` is 14 days, ``1y`` is 12 months; the two never mix by themselves.

    *in_weeks* only says how it was written: two lengths are equal where months and days are.
    """

    months: int = 0
    days: int = 0
    in_weeks: bool = False

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        return (self.months, self.days) == (other.months, other.days)

    def __ne__(self, other: object) -> bool:  # msgspec's own compares what is the same object
        return not self == other

    def __hash__(self) -> int:
        return hash((self.months, self.days))

    def __add__(self, other: "Duration") -> "Duration":
        return Duration(self.months + other.months, self.days + other.days)

    @property
    def positive(self) -> bool:
        """Whether any time passes at all: a rhythm of ``0d`` would never move on."""
        return bool(self.months or self.days)


def parse_duration(written: str) -> Duration | None:
    """Read ``7d``, ``2w``, ``3m`` or ``1y``; None for anything else."""
    match = _WRITTEN.fullmatch(written)
    if match is None:
        return None
    number, unit = int(match[1]), match[2]
    if unit in "dw":
        weeks = unit == "w"
        return Duration(days=number * (7 if weeks else 1), in_weeks=weeks)
    return Duration(months=number * (12 if unit == "y" else 1))


def after(start: date, length: Duration) -> date:
    """Return *start* plus *length*: months first (clamped to the month's last day), then days.

    The calendar's own ends, years 1 and 9999, hold whatever is asked.
    """
    year, month = divmod(start.year * 12 + start.month - 1 + length.months, 12)
    if not date.min.year <= year <= date.max.year:
        return date.max if year > 0 else date.min
    day = date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    return plus_days(day, length.days)


def before(end: date, length: Duration) -> date:
    """Return *end* minus *length*, by the same rules as :func:`after`."""
    return after(end, Duration(-length.months, -length.days))


def plus_days(day: date, days: int) -> date:
    """Return *day* plus *days*, staying inside the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def written(length: Duration) -> str:
    """Return a length as coaches write it: ``14d``, ``2w``, ``3m``, ``1y``; the opposite of parse_duration.

    Months and days together have no such form; the months are kept.
    """
    if length.months:
        return f"{length.months // 12}y" if length.months % 12 == 0 else f"{length.months}m"
    return f"{length.days // 7}w" if length.in_weeks else f"{length.days}d"
