"""Negatives that meet in one clause, for languages where each stands for itself."""

import re

from jobcoach.domain.readability.clause import Clause


def plain_negatives(
    clause: Clause,
    markers: re.Pattern[str],
    turned: re.Pattern[str],
    says: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """Return the negatives of a clause as quoted: *markers*, and a word that means its contrary after one.

    *turned* is matched up to two words after a marker (not very unlikely). A "no" after one of the words in
    *says* is an answer: can say no.
    """
    found: list[str] = []
    last = -9
    for at, word in enumerate(clause):
        small = word.lower()
        answer = small == "no" and at > 0 and clause[at - 1].lower() in says
        if markers.fullmatch(small) and not answer:
            found.append(word)
            last = at
        elif at - last <= 3 and turned.fullmatch(word):
            found.append(word)
    return tuple(found)
