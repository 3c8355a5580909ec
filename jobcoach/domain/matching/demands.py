"""*Objectivation*: where nothing but a demand that is stated stands between a person and a job."""

import re
from collections.abc import Iterator

from jobcoach.domain.finding_cases import folded
from jobcoach.domain.matching.fits import experience as experience_reasons
from jobcoach.domain.matching.fits import seen
from jobcoach.domain.matching.pair import Pair
from jobcoach.domain.matching.reason import Reason
from jobcoach.domain.matching.words import languages_in, subjects

_EXPERIENCE = re.compile(r"\b(experience|ervaring|erfahrung)")
_DIPLOMAS = (
    # What proves studies, and the studies that prove it as well.
    (re.compile(r"\b(cess|secondaire superieur|upper secondary)\b"), ("upper-secondary", "higher")),
    (
        re.compile(r"\b(ce1d|secondaire inferieur|lower secondary)\b"),
        ("lower-secondary", "upper-secondary", "higher"),
    ),
    (
        re.compile(r"\b(ceb|primaire)\b"),
        ("primary", "lower-secondary", "upper-secondary", "higher"),
    ),
    (re.compile(r"\b(bachelier|bachelor|master)\b"), ("higher",)),
)


def stated_only(pair: Pair) -> Iterator[Reason]:
    """Yield each demand that is stated, not needed, and that the person's file does not meet."""
    demands = pair.job.demands
    if demands is None or not demands.needed:
        return
    needed = {folded(text).strip() for text in demands.needed}
    for stated in demands.stated:
        if folded(stated).strip() not in needed and not _met(pair, stated):
            yield Reason(side="stated", code="stated-only", facts={"text": stated})


def stated_unchecked(pair: Pair) -> Iterator[Reason]:
    """Yield the demands not met where nobody has noted yet what is really needed."""
    demands = pair.job.demands
    if demands is None or demands.needed:
        return
    unmet = [stated for stated in demands.stated if not _met(pair, stated)]
    if unmet:
        yield Reason(side="ask", code="stated-unchecked", facts={"texts": unmet})


def _met(pair: Pair, stated: str) -> bool:
    """Whether the person's file meets a demand: by studies, languages, experience or skill."""
    text = folded(stated)
    for proof, levels in _DIPLOMAS:
        if proof.search(text):
            return pair.person.education in levels
    named = languages_in(stated)
    if named:
        return named <= pair.languages
    if _EXPERIENCE.search(text) and any(experience_reasons(pair)):
        return True
    if re.search(r"\b(diplom|brevet|certifi|getuigschrift|zeugnis)", text):
        return False  # skilled is not certified
    return seen(pair, subjects(stated))
