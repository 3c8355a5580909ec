"""What a short text is about, so that two texts can be compared: no model, a list of the trade's words.

Case and accents do not count, plurals do not either, and ``synonyms`` tells what means the same in four
languages. A word that is not listed counts only where it has five letters and is found on both sides.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from jobcoach.domain.finding_cases import folded
from jobcoach.domain.matching.lexicon import LETTERS, Lexicon, singulars, words_of
from jobcoach.domain.matching.synonyms import ASIDE, IDEAS, IDLE, LANGUAGES, NOT, SECTORS

_CLAUSES = re.compile(r"[,;:.!?()/\u2013\u2014]+|\s-\s")
_ALSO = frozenset(["mais", "but", "maar", "aber", "sondern"])
"""Words that end what a no reaches."""


class Subjects(msgspec.Struct, frozen=True):
    """What a text is about, and what it says no to: ideas of the list and words by themselves."""

    wanted: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    """Those of *wanted* that are ideas of the list."""

    def meets(self, other: "Subjects") -> bool:
        """Whether both are about the same thing."""
        return not self.wanted.isdisjoint(other.wanted)

    def meets_idea(self, other: "Subjects") -> bool:
        """Whether both are about the same idea of the list; words alike by chance do not count."""
        return not self.listed.isdisjoint(other.listed)

    def refuses(self, other: "Subjects") -> bool:
        """Whether this text says no to what the other is about."""
        return not (self.unwanted - self.wanted).isdisjoint(other.wanted)


@lru_cache(maxsize=8192)
def subjects(text: str) -> Subjects:
    """Return what *text* is about; nothing for a text without a word that says something."""
    wanted: set[str] = set()
    unwanted: set[str] = set()
    for clause in _CLAUSES.split(folded(text)):
        tokens = re.findall(r"[^\W_]+", clause)
        yes, no = _parted(tokens)
        unwanted.update(_meant(no))
        # The list may hold a phrase with a no of its own (*sans erreur*): it is looked for in the whole.
        wanted.update(_meant(yes))
        wanted.update(idea for _, _, idea in _LEXICON.phrases(tokens))
    ideas = wanted & _ALL_IDEAS
    return Subjects(frozenset(wanted), frozenset(unwanted - wanted), frozenset(ideas))


def sector(text: str) -> Subjects:
    """Return what an employer's sector stands for: a NACE code by the list, else the words."""
    code = text.strip()
    if not re.match(r"\d", code):
        return subjects(text)
    ideas = frozenset(idea for start, idea in SECTORS.items() if code.startswith(start))
    return Subjects(ideas, frozenset(), ideas)


def about(*ideas: str) -> Subjects:
    """Return the subjects of what is no text: a small firm, a permanent contract."""
    return Subjects(frozenset(ideas), frozenset(), frozenset(ideas))


def language(text: str) -> str:
    """Return the code of a language, whether it was written as a code or by its name."""
    word = folded(text).strip()
    return _LANGUAGE_OF.get(word, word)


def languages_in(text: str) -> frozenset[str]:
    """Return the codes of the languages that a text names."""
    return frozenset(_LANGUAGE_OF[token] for token in words_of(text) if token in _LANGUAGE_OF)


def is_language(text: str) -> bool:
    """Whether a text is a language and nothing more: *Turc*, not *French, getting there*."""
    tokens = words_of(text)
    return len(tokens) == 1 and tokens[0] in _LANGUAGE_OF


def _parted(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Part a clause into what it says, and what it says no to; what tells only when is left out."""
    said: tuple[list[str], list[str], list[str]] = ([], [], [])
    into = 0
    for token in tokens:
        if token in NOT:
            into = 1
        elif token in ASIDE and into == 0:
            into = 2
        elif token in _ALSO:
            into = 0
        else:
            said[into].append(token)
    return said[0], said[1]


def _meant(tokens: list[str]) -> Iterator[str]:
    """Yield what the words are about; those of a phrase mean nothing by themselves (*magasin de pièces*)."""
    covered: set[int] = set()
    for place, length, idea in _LEXICON.phrases(tokens):
        covered.update(range(place, place + length))
        yield idea
    for place, token in enumerate(tokens):
        if place not in covered:
            yield from _meant_by(token)


def _meant_by(token: str) -> Iterator[str]:
    forms = singulars(token)
    ideas = _LEXICON.ideas_of(token)
    named = next((_LANGUAGE_OF[form] for form in sorted(forms) if form in _LANGUAGE_OF), None)
    if ideas:
        yield from ideas
    elif named is not None:
        yield f"language {named}"  # *allemand* and *German* are one
    elif len(token) >= LETTERS and not forms & IDLE:
        yield from (f"={form}" for form in forms if len(form) >= LETTERS - 1)


_LANGUAGE_OF = {
    word.strip(): code for code, names in LANGUAGES.items() for word in names.split(",")
} | {code: code for code in LANGUAGES if len(code) > 2}

_ALL_IDEAS = frozenset(IDEAS) | {f"language {code}" for code in LANGUAGES}
_LEXICON = Lexicon(IDEAS)
