"""FRB's priority groups, each answered yes, no, or not known (None), as of the day coaching began."""

from __future__ import annotations

from datetime import date

from jobcoach.domain.durations import Duration, after
from jobcoach.domain.people import Person

AT_MOST_LOWER_SECONDARY = ("none", "primary", "lower-secondary")


def age_on(born: date | None, day: date) -> int | None:
    """Return the completed years on *day*; None without a birth date, or with one that lies ahead.

    Who was born on 29 February has the birthday on 1 March where the year has no such day.
    """
    if born is None or born > day:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def without_work(person: Person, years: int, day: date) -> bool | None:
    """Whether the person had been without work for *years* on *day*.

    Not known where no date is given, or where it was written over since.
    """
    since = person.without_work_since
    if since is None or since > day:
        return None
    return after(since, Duration(months=12 * years)) <= day


def in_situation(person: Person, word: str) -> bool | None:
    """Whether the file names this situation; not known where it names none at all."""
    return word in person.situation if person.situation else None


def every(*answers: bool | None) -> bool | None:
    """Whether all hold: no as soon as one is no, else not known as soon as one is not known."""
    if False in answers:
        return False
    return None if None in answers else True


def some(*answers: bool | None) -> bool | None:
    """Whether one holds: yes as soon as one is yes, else not known as soon as one is not known."""
    if True in answers:
        return True
    return None if None in answers else False


def _older(person: Person, day: date) -> bool | None:
    age = age_on(person.born, day)
    return None if age is None else age > 45


def _little_schooling(person: Person) -> bool | None:
    """``other`` says nothing of the level: a diploma that is not recognised, perhaps."""
    if person.education in (None, "other"):
        return None
    return person.education in AT_MOST_LOWER_SECONDARY


def priority_groups(person: Person, day: date) -> dict[str, bool | None]:
    """Return for each group whether the person belonged to it on *day*, the day coaching began.

    The situation and the studies keep no history: they are as the file has them now.
    """
    groups = {
        "two-years-without-work": without_work(person, 2, day),
        "over-45-and-one-year": every(_older(person, day), without_work(person, 1, day)),
        "debt-plan": in_situation(person, "debt-plan"),
        "single-parent-little-schooling": every(
            in_situation(person, "single-parent"), _little_schooling(person)
        ),
    }
    return groups | {"any": some(*groups.values())}


GROUPS = (
    "two-years-without-work",
    "over-45-and-one-year",
    "debt-plan",
    "single-parent-little-schooling",
    "any",
)
