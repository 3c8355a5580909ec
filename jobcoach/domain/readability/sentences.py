"""Text split into sentences, sentences into clauses and words.

A dot ends no sentence inside a number, after an abbreviation or initials, or before a small letter.
"""

import re

from jobcoach.domain.readability.abbreviations import short_forms
from jobcoach.domain.readability.clause import Clause
from jobcoach.domain.readability.words import Words

_ITEM = re.compile(r"\A\s*(?:[-–—•*·]|\d{1,2}[.)]|[a-z]\))\s+")
_ENDS = re.compile(r"(?<![.!?…])[.!?…]+(?:[\"”’')\]]|\s?»)*(?=\s)|$")
_OPENING = "\"“«‘'([–—- \u00a0\u202f"
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}|[A-ZÀ-Þ]\.")
_AROUND = '.,;:!?()[]"“”«»'
_ORDINAL = re.compile(r"\s*\d{1,2}\.\s+(\w+)")
_TIME = re.compile(r"(\d)\s*[hH](?:\s*(\d{2}))?\b")
_BLANK_IN_NUMBER = re.compile(r"(?<=\d)\s+(?=\d)")
_PARTS = re.compile(r"[,;:()\[\]–—…]|\s-\s")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*['’]?")


def sentences(text: str, words: Words) -> list[str]:
    """Return the sentences of a text, their blanks made single; what stands on a line of its own is one.

    A line that goes on with a small letter belongs to the one before it. Signs of a list are dropped.
    """
    found: list[str] = []
    for line in _lines(text, words):
        start = 0
        inside = _inside_abbreviations(line, words)
        for end in _ENDS.finditer(line):
            if end.end() < len(line) and (
                end.end() in inside or not _is_end(line, end.end(), words)
            ):
                continue
            piece = line[start : end.end()].strip()
            if re.search(r"[^\W_]", piece):
                found.append(piece)
            start = end.end()
    return found


def _lines(text: str, words: Words) -> list[str]:
    """Return what stands by itself: lines, items of a list, paragraphs."""
    lines: list[str] = []
    goes_on = False
    for written in text.splitlines():
        line = written if _starts_with_ordinal(written, words) else _ITEM.sub("", written, count=1)
        new = line != written or not goes_on or not line.lstrip()[:1].islower()
        goes_on = bool(line.strip())
        if new:
            lines.append(line)
        else:
            lines[-1] += " " + line
    return [" ".join(line.split()) for line in lines]


def _inside_abbreviations(line: str, words: Words) -> set[int]:
    """Return the places up to which an abbreviation has been read; one that may end a sentence is left out."""
    found: set[int] = set()
    for short in short_forms(words.language).finditer(line):
        if short[0].lower() not in words.may_end:
            found.update(range(short.start() + 1, short.end() + 1))
    return found


def _is_end(line: str, at: int, words: Words) -> bool:
    """Whether a sentence ends after the dot or its like before the place *at*."""
    follows = line[at : at + 80].lstrip(_OPENING)
    if follows[:1].islower() or not follows:
        return False
    last = line[:at].rpartition(" ")[2].lstrip("\"“«‘'([")
    if not last.endswith(".") or last.endswith(".."):
        return True
    if last.lower() in words.titles or _INITIALS.fullmatch(last):
        return False
    return not _starts_with_ordinal(f"{last} {follows}", words)


def _starts_with_ordinal(text: str, words: Words) -> bool:
    """Whether a number with a dot begins the text and belongs to what follows: 12. März, 1. Stock."""
    ordinal = _ORDINAL.match(text)
    return ordinal is not None and ordinal[1] in words.after_ordinal | {*words.months}


def word_count(sentence: str) -> int:
    """Return how many words a sentence has as a reader sees them: what blanks part.

    A time (8 h 30), a large number (10 000) and a phone number are one word each; a dash is none.
    """
    close = _BLANK_IN_NUMBER.sub("", _TIME.sub(r"\1h\2", sentence))
    return sum(1 for word in close.split() if any(c.isalnum() for c in word))


def commas(sentence: str) -> int:
    """Return how many commas a sentence has; one inside a number (19,5) is none."""
    return len(re.findall(r"(?<!\d),|,(?!\d)", sentence))


def hidden_addresses(sentence: str) -> str:
    """Return the sentence with web and mail addresses blotted out: their signs are no writing."""
    return " ".join(_hidden(word) for word in sentence.split(" "))


def _hidden(word: str) -> str:
    bare = word.strip(_AROUND)
    named, _, domain = bare.partition("@")
    if "://" in bare or bare.startswith("www.") or (named and "." in domain):
        return word.replace(bare, "…", 1)
    return word


def clauses(sentence: str, words: Words, breaks: frozenset[str]) -> list[Clause]:
    """Return the clauses of a sentence as lists of words, parted by signs and before the words in *breaks*."""
    found: list[Clause] = []
    for part in _PARTS.split(sentence):
        found.append([])
        for word in _WORD.findall(part.replace("’", "'")):
            for piece in re.findall(r"[^']+'?", word) if words.elides else [word]:
                if piece.lower() in breaks:
                    found.append([])
                found[-1].append(piece)
    return [clause for clause in found if clause]
