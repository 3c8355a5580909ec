"""The rules of thumb: each looks at one sentence and yields what is hard to read in it, and why.

After the European rules for easy-to-read information: short sentences, active, positive, dates in words, no
abbreviations, no brackets. They quote and suggest; nothing is refused.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from jobcoach.domain.readability.abbreviations import abbreviation, short_forms
from jobcoach.domain.readability.clause import joined
from jobcoach.domain.readability.dates import dates_in_digits
from jobcoach.domain.readability.hard import Hard, Reader
from jobcoach.domain.readability.passive import agent_in
from jobcoach.domain.readability.sentences import clauses, commas, word_count
from jobcoach.domain.readability.words import Words, words_of

MOST_WORDS = 15
MOST_COMMAS = 2


def long_sentence(sentence: str, reader: Reader) -> Iterator[Hard]:
    """More than fifteen words; says after which words it may be cut in two."""
    count = word_count(sentence)
    if count > MOST_WORDS:
        facts: dict[str, object] = {"words": count, "most": MOST_WORDS}
        cut = cut_after(sentence, reader.words)
        yield Hard("long-sentence", facts | ({"cut": cut} if cut else {}))


def cut_after(sentence: str, words: Words) -> str:
    """Return the last words before the best place to cut: a sign, else a joint, the nearest to the middle.

    At least three words stay on each side; nothing where there is no such place.
    """
    parts = sentence.split()
    signs = [at for at, part in enumerate(parts, 1) if part[-1] in ",;:–—" or part == "-"]
    joints = [at for at, part in enumerate(parts) if part.lower() in words.joints]
    for places in (signs, joints):
        inside = [at for at in places if 3 <= at <= len(parts) - 3]
        if inside:
            best = min(inside, key=lambda at: abs(2 * at - len(parts)))
            kept = parts[:best] if parts[best - 1] not in "–—-:;," else parts[: best - 1]
            return " ".join(kept[-3:]).rstrip(",;:–—- ")
    return ""


def many_commas(sentence: str, _: Reader) -> Iterator[Hard]:
    """More than two commas."""
    count = commas(sentence)
    if count > MOST_COMMAS:
        yield Hard("commas", {"number": count})


def passive(sentence: str, reader: Reader) -> Iterator[Hard]:
    """Somebody has something done to them; says who does it where the sentence does."""
    words = reader.words
    for clause in clauses(sentence, words, words.asides):
        for places in words.passives(clause):
            first, last = min(places), max(places)
            part = clause[first : last + 1]
            found = joined(part) if len(part) <= 3 else f"{clause[first]} … {clause[last]}"
            who = joined(agent_in(clause[max(0, first - 6) : last + 7], words.agents))
            facts: dict[str, object] = {"found": found}
            yield Hard("passive", facts | ({"agent": who} if who else {}))


def double_negative(sentence: str, reader: Reader) -> Iterator[Hard]:
    """Two negatives in one clause."""
    for clause in clauses(sentence, reader.words, reader.words.joints):
        found = reader.words.negatives(clause)
        if len(found) > 1:
            yield Hard("double-negative", {"found": found})


def date_in_digits(sentence: str, reader: Reader) -> Iterator[Hard]:
    """A date in digits; says it in words, with its weekday."""
    for written in dates_in_digits(sentence, reader.words, reader.today):
        facts: dict[str, object] = {"found": written.found}
        yield Hard(
            "date-in-digits", facts | ({"full": written.in_words} if written.in_words else {})
        )


def brackets(sentence: str, _: Reader) -> Iterator[Hard]:
    """Words in brackets."""
    for match in re.finditer(r"\([^()]*\)|\[[^\[\]]*\]", sentence):
        if any(sign.isalpha() for sign in match[0]):
            yield Hard("brackets", {"found": match[0]})


_SLASH = re.compile(r"(?<![\w/.'’-])([^\W_][\w'’.-]*)\s?/\s?([^\W\d_][\w'’-]*)(?![\w/])")
_SPEED = re.compile(r"k?m\s?/\s?[hus]", re.IGNORECASE)


def slash(sentence: str, reader: Reader) -> Iterator[Hard]:
    """Two words around a slash; says them with "or" where that is meant. Speeds and t/m are let be."""
    words = reader.words
    for match in _SLASH.finditer(sentence):
        one, other = match[1].lower(), match[2].lower()
        known = _SPEED.fullmatch(match[0]) or short_forms(words.language).fullmatch(match[0])
        if known or len(one) == len(other) == 1:
            continue
        facts: dict[str, object] = {"found": match[0]}
        if not {one, other} & words.joints and other not in words.spans:
            facts["full"] = f"{match[1]} {words.or_} {match[2]}"
        yield Hard("slash", facts)


def number_in_words(sentence: str, reader: Reader) -> Iterator[Hard]:
    """A number above ten in words; says it in digits. Small ones are everyday words."""
    numbers = {word.casefold(): number for word, number in reader.words.numbers().items()}
    for match in _numbers(reader.words.language).finditer(sentence):
        number = numbers[re.sub(r"[\s-]+", " ", match[0].casefold())]
        yield Hard("number-in-words", {"found": match[0], "full": str(number)})


@cache
def _numbers(language: str) -> re.Pattern[str]:
    keys = sorted(words_of(language).numbers(), key=len, reverse=True)
    forms = "|".join(re.escape(key).replace(r"\ ", r"[\s-]") for key in keys)
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


RULES: tuple[Callable[[str, Reader], Iterator[Hard]], ...] = (
    long_sentence,
    many_commas,
    passive,
    double_negative,
    date_in_digits,
    abbreviation,
    brackets,
    slash,
    number_in_words,
)
