"""Looking words up in a list of ideas: data such as ``synonyms``, made ready once."""

import re
from collections.abc import Iterator, Mapping

from jobcoach.domain.finding_cases import folded

LETTERS = 5
"""A beginning (``client*``) has so many letters at least: shorter ones catch strangers."""


class Lexicon:
    """A list of ideas, each with how it is said; its form is told in ``synonyms``."""

    def __init__(self, ideas: Mapping[str, str]) -> None:
        self._exact: dict[str, list[str]] = {}
        self._begun: dict[str, list[str]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for idea, forms in ideas.items():
            for form in map(str.strip, forms.split(",")):
                words = tuple(form.split())
                if len(words) > 1:
                    self._phrases.setdefault(words[0], []).append((words, idea))
                elif form.endswith("*"):
                    self._begun.setdefault(form[:-1], []).append(idea)
                else:
                    self._exact.setdefault(form, []).append(idea)

    def phrases(self, tokens: list[str]) -> Iterator[tuple[int, int, str]]:
        """Yield each phrase of the list: where it begins, how many words it has, its idea."""
        for place, token in enumerate(tokens):
            for form in singulars(token):
                for phrase, idea in self._phrases.get(form, ()):
                    found = tokens[place : place + len(phrase)]
                    if len(found) == len(phrase) and all(map(_is_form, found, phrase)):
                        yield place, len(phrase), idea

    def ideas_of(self, token: str) -> set[str]:
        """Return what one word stands for; nothing where it is not listed."""
        ideas = {idea for form in singulars(token) for idea in self._exact.get(form, ())}
        ideas.update(
            idea
            for end in range(LETTERS, len(token) + 1)
            for idea in self._begun.get(token[:end], ())
        )
        return ideas

    def named(self, text: str) -> frozenset[str]:
        """Return every idea that a text names, be it to say that it is missing (*plus de bus*)."""
        tokens = words_of(text)
        found: set[str] = set()
        covered: set[int] = set()
        for place, length, idea in self.phrases(tokens):
            covered.update(range(place, place + length))
            found.add(idea)
        for place, token in enumerate(tokens):
            if place not in covered:
                found |= self.ideas_of(token)
        return frozenset(found)


def words_of(text: str) -> list[str]:
    """Return the words of a text without accents and case."""
    return re.findall(r"[^\W_]+", folded(text))


def singulars(token: str) -> frozenset[str]:
    """The word itself and what it may be the plural of, in any of the four languages."""
    found = {token}
    for ending, singular in _PLURALS:
        if token.endswith(ending) and len(token) - len(ending) >= 3:
            found.add(token[: len(token) - len(ending)] + singular)
    return frozenset(found)


def _is_form(token: str, form: str) -> bool:
    if form.endswith("*"):
        return token.startswith(form[:-1])
    return token == form or form in singulars(token)


_PLURALS = (
    ("s", ""),
    ("x", ""),
    ("aux", "al"),
    ("ies", "y"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("en", ""),
    ("n", ""),
)
