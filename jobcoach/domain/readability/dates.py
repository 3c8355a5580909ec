"""Dates written in digits, and the same in words."""

import re
from datetime import date

import msgspec

from jobcoach.domain.readability.words import Words

_NOT_IN_A_NUMBER = r"(?<![\d/.,\-])(?<!\d )"
_ISO = re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?!\d)")
_WITH_YEAR = re.compile(
    _NOT_IN_A_NUMBER
    + r"(?P<d>\d{1,2})(?P<sign>[/.\-])(?P<m>\d{1,2})(?P=sign)(?P<y>\d{4}|\d{2})(?!\d)"
)
_WITHOUT_YEAR = re.compile(_NOT_IN_A_NUMBER + r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/,])")
_DOTTED = re.compile(
    r"(?<![Uu]m )(?<![Gg]egen )"
    + _NOT_IN_A_NUMBER
    + r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?!\d|\s*Uhr)"
)


class Written(msgspec.Struct, frozen=True):
    """A date as it was written, and in words; empty where the calendar has no such day."""

    found: str
    in_words: str


def dates_in_digits(sentence: str, words: Words, today: date) -> list[Written]:
    """Return the dates written in digits: 12/03, 12.3.2026, 2026-03-12.

    A day without a year is the nearest to *today*. A fraction or a score (4/5, 7/10, 24/7) is no date.
    """
    rest, found = sentence, []
    for pattern in (_ISO, _WITH_YEAR, _WITHOUT_YEAR, *([_DOTTED] if words.day_dot else [])):
        for match in pattern.finditer(rest):
            year = match.groupdict().get("y")
            day, month = int(match["d"]), int(match["m"])
            if not _is_day(day, month) and words.month_first and _is_day(month, day):
                day, month = month, day
            if _is_day(day, month) and (year or not _is_fraction(sentence, match, words)):
                in_words = _in_words(day, month, year, words, today)
                found.append((match.start(), Written(match[0], in_words)))
        rest = pattern.sub(lambda match: " " * len(match[0]), rest)
    return [written for _, written in sorted(found, key=lambda at: at[0])]


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12


def _is_fraction(sentence: str, match: re.Match[str], words: Words) -> bool:
    """Whether 4/5, 9/10, 7/7 or 24/7 is meant; a zero (04/05) or what stands before makes a date of it."""
    above, _, below = match[0].partition("/")
    if not below or above.startswith("0") or below.startswith("0"):
        return False
    before = sentence[: match.start()].replace("’", "'").lower().split()
    days = {name.lower() for name in words.weekdays}
    told = tuple(f" {word}" for word in words.before_day)
    if before and (before[-1] in days or f" {' '.join(before)}".endswith(told)):
        return False
    return match[0] == "24/7" or int(above) <= int(below) <= 10


def _in_words(day: int, month: int, year: str | None, words: Words, today: date) -> str:
    if year is not None:
        found = _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    else:
        near = (_date(today.year + away, month, day) for away in (-1, 0, 1))
        found = min((d for d in near if d), key=lambda d: abs((d - today).days), default=None)
    if found is None:
        return ""
    written = words.long_day.format(
        weekday=words.weekdays[found.weekday()],
        day=words.first if day == 1 else day,
        month=words.months[month - 1],
    )
    return f"{written} {found.year}" if year is not None else written


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
