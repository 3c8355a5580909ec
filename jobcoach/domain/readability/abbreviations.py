"""Abbreviations: shortened words, and words in capitals."""

import re
from collections.abc import Iterator
from functools import cache

from jobcoach.domain.readability.hard import Hard, Reader
from jobcoach.domain.readability.words import Words, words_of


def abbreviation(sentence: str, reader: Reader) -> Iterator[Hard]:
    """A shortened word, with what it is in full; or initials, with what they are in plain words."""
    yield from _shortened(sentence, reader)
    yield from _initials(sentence, reader)


def _shortened(sentence: str, reader: Reader) -> Iterator[Hard]:
    meanings = {_squeezed(key): full for key, full in reader.words.short.items()}
    for match in short_forms(reader.words.language).finditer(sentence):
        if match[0].upper() in reader.names:
            continue
        key = _squeezed(match[0])
        after_number = sentence[: match.start()].rstrip()[-1:].isdigit()
        full = (after_number and meanings.get(f"#{key}")) or meanings[key]
        yield Hard("abbreviation", {"found": match[0], "full": full})


def _squeezed(short: str) -> str:
    return short.removesuffix(" …").casefold().replace(" ", "")


@cache
def short_forms(language: str) -> re.Pattern[str]:
    """Return what matches the abbreviations of a language that are known."""
    forms = [_form(key) for key in sorted(words_of(language).short, key=len, reverse=True)]
    return re.compile(rf"(?<![\w.])(?:{'|'.join(forms)})", re.IGNORECASE)


def _form(key: str) -> str:
    """Return one abbreviation as a pattern, its marks as ``Words.short`` explains them."""
    bare = key.removeprefix("# ").removesuffix(" …")
    form = re.escape(bare).replace(r"\ ", r"\s?")
    before = r"(?<=\d\s)" if key.startswith("#") else ""
    after = r"(?=\s*[\w(+:])" if key.endswith("…") else ""
    return before + form + (r"(?![\w-])" if bare[-1].isalnum() else after)


_CAPITALS = re.compile(
    r"(?<![\w.&])(?:[A-ZÀ-Þ]{2,}s?|(?:[A-ZÀ-Þ]\.){2,}(?!\s[A-Z][a-zà-ÿ]))(?![\w&])"
)


def _initials(sentence: str, reader: Reader) -> Iterator[Hard]:
    """Two to five capitals, or others that are known; not names, plain words, Roman numbers, or shouting."""
    words = reader.words
    letters = [word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) > 1]
    if len(letters) > 2 and all(word.isupper() for word in letters):
        return
    shortened = short_forms(words.language)
    for match in _CAPITALS.finditer(sentence):
        written = match[0]
        bare = written.replace(".", "").removesuffix("s")
        if bare in words.everyday | reader.names or bare.lower() in _plain_words(words):
            continue
        if (len(bare) > 5 and bare not in words.initials) or re.fullmatch("[IVX]+", bare):
            continue
        if shortened.fullmatch(written):
            continue
        full = words.initials.get(bare)
        facts: dict[str, object] = {"found": written}
        yield Hard("abbreviation", facts | ({"meaning": full} if full else {}))


def _plain_words(words: Words) -> frozenset[str]:
    calendar = (name.lower() for name in (*words.weekdays, *words.months))
    return words.stressed | words.joints | frozenset(calendar)
