"""Lists of entries: one replaced, one put in its place by day, one found by what a coach types."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from jobcoach.domain.fields import Record
from jobcoach.domain.finding_cases import folded
from jobcoach.errors import NotFound, Refused, SeveralFound

E = TypeVar("E", bound=Record)


def with_changed(entries: Sequence[E], place: int, **changed: object) -> tuple[E, ...]:
    """Return *entries* with some keys of the one at *place* changed."""
    new = replace(entries[place], **changed)
    return (*entries[:place], new, *entries[place + 1 :])


def one_more(entries: Sequence[E], entry: E) -> tuple[E, ...]:
    """Return *entries* with one more at the end; raises Refused where the very same is there already."""
    if entry in entries:
        raise Refused("on-file-already")
    return (*entries, entry)


def in_order(entries: Sequence[E], entry: E, day: Callable[[E], date | None]) -> tuple[E, ...]:
    """Return *entries* with *entry* where its day belongs; last of its day, and last where none has one.

    Lists that are not kept oldest first just grow at the end.
    """
    days = [day(other) for other in entries]
    own = day(entry)
    sorted_days = [on for on in days if on is not None]
    place = len(entries)
    if own is not None and len(sorted_days) == len(days) and sorted_days == sorted(sorted_days):
        while place > 0 and sorted_days[place - 1] > own:
            place -= 1
    return (*entries[:place], entry, *entries[place:])


def one_of(found: Iterable[tuple[int, str]], what: str, wanted: str = "") -> int:
    """Return the one place among *found*, places with the words that tell them apart.

    Raises NotFound where there is none, SeveralFound where there are several. *what* names the kind of
    entry in the error's code.
    """
    places = list(found)
    if not places:
        raise NotFound(f"{what}-not-found", value=wanted)
    if len(places) > 1:
        raise SeveralFound(f"{what}-several", value=wanted, hits=[words for _, words in places])
    return places[0][0]


def by_number_or_words(texts: Sequence[str | None], wanted: str, what: str) -> int:
    """Return the place that *wanted* means: a number counted from 1, or a part of the text.

    A text of None is not to be had any more. Raises NotFound or SeveralFound.
    """
    if wanted.isdecimal():
        place = int(wanted) - 1
        if not 0 <= place < len(texts) or texts[place] is None:
            raise NotFound(f"{what}-not-found", value=wanted)
        return place
    part = folded(wanted)
    found = [
        (i, f"{i + 1}  {text}") for i, text in enumerate(texts) if text and part in folded(text)
    ]
    return one_of(found, what, wanted)
