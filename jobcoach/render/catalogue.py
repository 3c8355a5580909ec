"""The texts in one language: messages, plurals, dates, durations, lists.

Messages are written in English in the code and translated by gettext catalogues under ``locale/``.
The language is an argument: a French screen can print a Dutch plan. Mark a text that is only looked
up later with :func:`N_`.
"""

import gettext
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from jobcoach.domain.durations import Duration
from jobcoach.render.catalogue_file import CatalogueFile

_PLACE = re.compile(r"\{(\w+)\}")

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark a message for translation where it is written; it is looked up elsewhere."""
    return message


WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May (short)"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


class AsWritten(str):
    """A text that somebody of the service wrote: said as it stands, whatever it means in the code."""

    __slots__ = ()


class Texts:
    """What is said in one language: call it with a message and its facts."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language
        self.translations = translations

    def __call__(self, message: str, **facts: object) -> str:
        """Return the message in this language, its ``{facts}`` filled in."""
        if isinstance(message, AsWritten):
            return str(message)
        text = self.translations.gettext(message) if message else ""
        return _filled(text, facts) if facts else text

    def word(self, table: Mapping[str, str], key: str) -> str:
        """Return the word behind a code of the files; *table* is one of ``render.words``."""
        return self(table[key])

    def name(self, names: Mapping[str, str], otherwise: str) -> str:
        """Return a name that its author gave in several languages: in this one, in English, or what
        stands in for it."""
        return names.get(self.language) or names.get("en") or otherwise

    def labelled(self, label: str, text: str) -> str:
        """Return "label: text", spaced as the language wants it."""
        return self(N_("{label}: {text}"), label=label, text=text)

    def plural(self, one: str, many: str, number: int, **facts: object) -> str:
        """Return the message in the form that *number* takes; ``{number}`` is filled in too."""
        return _filled(self.translations.ngettext(one, many, number), {"number": number, **facts})

    def day(self, day: date) -> str:
        """Return a date as read aloud: 9 March 2026."""
        return self(
            N_("{day} {month} {year}"),
            day=self._ordinal(day),
            month=self(MONTHS[day.month - 1]),
            year=day.year,
        )

    def weekday(self, day: date) -> str:
        """Return a date with its weekday: Monday 9 March 2026."""
        return self(
            N_("{weekday} {date}"), weekday=self(WEEKDAYS[day.weekday()]), date=self.day(day)
        )

    def short_day(self, day: date, today: date | None = None) -> str:
        """Return a date without its year where it is less than half a year from *today*."""
        if today is not None and abs((day - today).days) < 180:
            return self(
                N_("{day} {month}"), day=self._ordinal(day), month=self(MONTHS[day.month - 1])
            )
        return self.day(day)

    def brief_day(self, day: date, today: date) -> str:
        """Return a date for a narrow column: 9 Mar, or with its year where it is far away."""
        month = self(SHORT_MONTHS[day.month - 1]).partition(" (")[0]
        brief = self(N_("{day} {short_month}"), day=day.day, short_month=month)
        return brief if abs((day - today).days) < 180 else f"{brief} {day.year}"

    def _ordinal(self, day: date) -> str:
        return "1er" if self.language == "fr" and day.day == 1 else str(day.day)

    def clock(self, written: str) -> str:
        """Return a time of day written as 08:30 in the language's own way: 8:30, 8 h 30."""
        hour, _, minute = written.strip().partition(":")
        short = hour.lstrip("0") or "0"
        if minute in ("", "00"):
            return self(N_("{hour}:00"), hour=short)
        return self(N_("{hour}:{minute}"), hour=short, minute=minute)

    def number(self, value: float) -> str:
        """Return a number with the language's decimal sign: 19.5, 19,5; whole ones without any."""
        written = f"{value:g}"
        return written if self.language == "en" else written.replace(".", ",")

    def duration(self, length: Duration) -> str:
        """Return a length of time: 2 weeks, 3 months, 1 year."""
        parts: list[str] = []
        years, months = divmod(length.months, 12)
        if years:
            parts.append(self.plural("{number} year", "{number} years", years))
        if months:
            parts.append(self.plural("{number} month", "{number} months", months))
        if length.days or not parts:
            parts.append(self.days(length.days))
        return self.list(parts)

    def days(self, number: int) -> str:
        """Return a number of days; whole weeks from two on as weeks."""
        if number >= 14 and number % 7 == 0:
            return self.plural("{number} week", "{number} weeks", number // 7)
        return self.plural("{number} day", "{number} days", number)

    def span(self, start: date, end: date) -> str:
        """Return how long it is from *start* to *end*: in days or weeks, from two months on in months."""
        months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
        if months >= 2:
            return self.duration(Duration(months=months))
        return self.days((end - start).days)

    def every(self, length: Duration) -> str:
        """Return how often: every week, every 2 weeks, every month."""
        if length.months and not length.days:
            if length.months % 12 == 0:
                return self.plural("every year", "every {number} years", length.months // 12)
            return self.plural("every month", "every {number} months", length.months)
        if length.months:
            return self(N_("every {length}"), length=self.duration(length))
        if length.days % 7 == 0:
            return self.plural("every week", "every {number} weeks", length.days // 7)
        return self.plural("every day", "every {number} days", length.days)

    def list(self, parts: Iterable[str]) -> str:
        """Return an enumeration: a, b and c."""
        *first, last = list(parts) or [""]
        if not first:
            return last
        return self(N_("{first} and {last}"), first=", ".join(first), last=last)

    def series(self, parts: Iterable[str]) -> str:
        """Return parts that hold commas or colons themselves, one after the other: a; b; c."""
        said = ""
        for part in parts:
            said = self(N_("{first}; {second}"), first=said, second=part) if said else part
        return said


class EasyTexts(Texts):
    """The same texts for an easy-to-read document: every date with its weekday and its year."""

    def day(self, day: date) -> str:
        """Return a date as it is looked for in a calendar: Monday 9 March 2026."""
        return self(
            N_("{weekday} {date}"), weekday=self(WEEKDAYS[day.weekday()]), date=super().day(day)
        )

    def weekday(self, day: date) -> str:
        """Return the same: the weekday stands with every date."""
        return self.day(day)

    def short_day(self, day: date, today: date | None = None) -> str:  # noqa: ARG002
        """Return the same: nothing is left out."""
        return self.day(day)


def _filled(text: str, facts: Mapping[str, object]) -> str:
    """Fill in ``{facts}``; other braces, as in examples of YAML, stay as they are."""
    return _PLACE.sub(lambda m: str(facts[m[1]]) if m[1] in facts else m[0], text)


def _catalogue(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "jobcoach.mo"


def spoken(language: str | None) -> bool:
    """Whether there are texts in *language*: English is in the code, others have a catalogue."""
    return language == "en" or (language is not None and _catalogue(language).is_file())


@cache
def texts(language: str) -> Texts:
    """Return the texts of *language*; English where it has no catalogue."""
    path = _catalogue(language)
    if path.is_file():
        return Texts(language, CatalogueFile(path.read_bytes()))
    return Texts(language, gettext.NullTranslations())


@cache
def easy_texts(language: str) -> EasyTexts:
    """Return the texts of *language* for an easy-to-read document."""
    return EasyTexts(language, texts(language).translations)
