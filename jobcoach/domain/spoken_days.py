"""Days as people say them: ISO, today, +3d, a weekday; in English, French, Dutch or German."""

import re
from datetime import date

from jobcoach.domain.durations import after, before, parse_duration, plus_days

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
MINUS = "\u2212"
"""How a day counted backwards may be written where a dash would begin an option."""
_RELATIVE = {
    "today": 0,
    "tomorrow": 1,
    "yesterday": -1,
    "aujourd'hui": 0,
    "aujourd\u2019hui": 0,
    "aujourdhui": 0,
    "demain": 1,
    "hier": -1,
    "vandaag": 0,
    "morgen": 1,  # Dutch and German
    "gisteren": -1,
    "heute": 0,
    "gestern": -1,
}
_WEEKDAYS = {
    name: number
    for names in (
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
        ("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
    )
    for number, name in enumerate(names)
}


def spoken_day(written: str, today: date) -> date | None:
    """Return the day meant, or None where it is no day.

    ``+3d``, ``+2w``, ``+1m``, ``-3d`` count from *today*; a weekday's name is strictly ahead.
    """
    text = written.strip().casefold().replace(MINUS, "-")
    if _ISO.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    if text in _RELATIVE:
        return plus_days(today, _RELATIVE[text])
    if text in _WEEKDAYS:
        ahead = (_WEEKDAYS[text] - today.weekday() - 1) % 7 + 1
        return plus_days(today, ahead)
    if text[:1] in ("+", "-"):
        length = parse_duration(_french(text[1:]))
        if length is not None:
            return after(today, length) if text[0] == "+" else before(today, length)
    return None


def as_typed(text: str) -> str:
    """Return a text that was taken for days ago on the command line as it was typed: ``-3d``."""
    return "-" + text[1:] if re.fullmatch(rf"{MINUS}\d+[a-z]", text) else text


def _french(length: str) -> str:
    """Return a length with its unit in English: jours, semaines, mois and ans count as well."""
    return length[:-1] + {"j": "d", "s": "w", "a": "y"}.get(length[-1:], length[-1:])
