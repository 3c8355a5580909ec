"""What the rules of thumb need to know of a language: its words, as data."""

from collections.abc import Callable, Iterator, Mapping

import msgspec

from jobcoach.domain.fields import Language
from jobcoach.domain.readability.clause import Clause
from jobcoach.domain.readability.passive import Agents


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """One language. All words are in small letters but the keys of ``initials`` and nouns of German."""

    language: Language
    weekdays: tuple[str, ...]
    """From Monday on, as written inside a sentence."""
    months: tuple[str, ...]
    long_day: str
    """How a day is written: ``{weekday} {day} {month}``; a year follows after a space."""
    first: str = "1"
    """The first day of a month."""
    month_first: bool = False
    """Whether 3/25 may be the 25th of March."""
    before_day: tuple[str, ...] = ()
    """What makes a day of 3/4, as a weekday does; elsewhere it is a fraction."""
    day_dot: bool = False
    """Whether a dot makes a number an ordinal: 12.3. is a day, "1. Stock" no end of a sentence."""
    after_ordinal: frozenset[str] = frozenset()
    """What an ordinal with a dot often stands before, besides a month."""
    short: Mapping[str, str]
    """Abbreviations and what they stand for; a blank may be missing in the text. One that ends with " …"
    is a word of its own too, and counts only where something follows; one that begins with "# ", after a number."""
    titles: frozenset[str]
    """Abbreviations that everyone reads (M., Dr.): not hard, and no end of a sentence."""
    may_end: frozenset[str]
    """Abbreviations that may end a sentence: etc."""
    initials: Mapping[str, str]
    """Words in capitals and what they are, in plain words. Those of two to five letters are found anyway."""
    everyday: frozenset[str]
    """Words in capitals that everyone reads: CV, SMS."""
    stressed: frozenset[str]
    """Plain words that are written in capitals to stress them."""
    or_: str
    spans: frozenset[str]
    """Lengths of time that may stand after a slash: hours/week."""
    joints: frozenset[str]
    """Words that begin another part of a sentence: and, because."""
    asides: frozenset[str]
    """Those of the joints after which a verb has its own sentence: because, when."""
    numbers: Callable[[], Mapping[str, int]]
    """Numbers above ten in words, parted by blanks where a hyphen may stand."""
    negatives: Callable[[Clause], tuple[str, ...]]
    """The negatives of a clause, each as it is quoted."""
    passives: Callable[[Clause], Iterator[tuple[int, int]]]
    """The passives of a clause: where the auxiliary stands and where the participle, in either order."""
    agents: Agents
    elides: bool = False
    """Whether an apostrophe ends a word: l'école, n'est."""


def listed(words: str) -> frozenset[str]:
    """Return a set of words, written with blanks between them."""
    return frozenset(words.split())


def in_order(words: str) -> tuple[str, ...]:
    """Return words in the order they are written in."""
    return tuple(words.split())


def words_of(language: str) -> Words:
    """Return the words of *language*; only its own module is loaded."""
    if language == "fr":
        from jobcoach.domain.readability import french

        return french.WORDS
    if language == "nl":
        from jobcoach.domain.readability import dutch

        return dutch.WORDS
    if language == "de":
        from jobcoach.domain.readability import german

        return german.WORDS
    from jobcoach.domain.readability import english

    return english.WORDS
