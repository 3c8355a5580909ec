"""Finding the passive without knowing grammar: an auxiliary, and a participle where the language puts it."""

import re
from collections.abc import Iterator, Mapping

import msgspec

from jobcoach.domain.readability.clause import Clause

_FAR = 16
"""How many words further on a participle is looked for."""


class Agents(msgspec.Struct, frozen=True):
    """How a language says who does it in the passive."""

    before: frozenset[str]
    """The words before: by."""
    articles: frozenset[str]
    """What may stand before an agent that is not a name; empty where its case would change."""
    not_agents: frozenset[str]
    """What stands there without doing anything: by the way, by Friday."""


def agent_in(clause: Clause, agents: Agents) -> Clause:
    """Return the words that say who does it, as far as a name or an article and a noun do; else nothing."""
    for at, word in enumerate(clause[:-1]):
        if word.lower() not in agents.before:
            continue
        with_article = clause[at + 1].lower() in agents.articles
        if not with_article and not clause[at + 1][0].isupper():
            continue
        who = clause[at + 1 : at + (3 if with_article else 2)]
        if who[-1].lower() not in agents.not_agents | agents.articles:
            return who
    return []


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """Languages whose participle follows the auxiliary at once or after an adverb: être, be."""

    auxiliaries: frozenset[str]
    participle: re.Pattern[str]
    no_participles: frozenset[str]
    """What looks like one, and verbs that make their active past with the same auxiliary."""
    states: frozenset[str]
    """Participles that say how somebody is (tired): passive only where it is said who does it."""
    agents: Agents
    adverbs: re.Pattern[str]
    degrees: frozenset[str]
    """Adverbs that make a participle an adjective: very."""
    not_after: frozenset[str] = frozenset()
    """What before the auxiliary makes the verb reflexive, or the auxiliary a noun."""
    skipped: frozenset[str] = frozenset()
    """What may stand between those and the auxiliary."""
    only_after: Mapping[str, frozenset[str]] = {}
    """Auxiliaries that are another word too, and what must stand shortly before them."""
    not_before: Mapping[str, str] = {}
    """Participles that are no passive before a certain word: used to."""


class Within(msgspec.Struct, frozen=True, kw_only=True):
    """Languages whose participle may stand far off in the clause: werden, worden."""

    auxiliaries: frozenset[str]
    participle: re.Pattern[str]
    no_participles: frozenset[str]
    modals: frozenset[str]
    """What may stand between a participle and the auxiliary after it: begleitet werden muss."""
    perfect: frozenset[str]
    """Auxiliaries to which a participle further on belongs instead: wird müde und hat gearbeitet."""
    only_beside: frozenset[str] = frozenset()
    """Auxiliaries that are another word too: their participle stands beside them."""


def beside(clause: Clause, of: Beside) -> Iterator[tuple[int, int]]:
    """Yield where a passive begins and where its participle stands."""
    small = [word.lower() for word in clause]
    for at, word in enumerate(small):
        start = _start(small, at, of) if word in of.auxiliaries else None
        if start is None:
            continue
        then = at + 1
        while then < len(small) - 1 and then - at <= 3 and of.adverbs.fullmatch(small[then]):
            then += 1
        if then >= len(small) or any(between in of.degrees for between in small[at + 1 : then]):
            continue
        found, follows = small[then], (small[then + 1] if then + 1 < len(small) else "")
        if not of.participle.fullmatch(found) or found in of.no_participles:
            continue
        if found in of.not_before and of.not_before[found] == follows:
            continue
        if found in of.states and not agent_in(clause[then:], of.agents):
            continue
        yield start, then


def _start(small: Clause, at: int, of: Beside) -> int | None:
    """Return where the verb of an auxiliary begins (a été), or None where it is reflexive or a noun."""
    before = at - 1
    while before >= 0 and small[before] in of.skipped:
        before -= 1
    if before >= 0 and small[before] in of.not_after:
        return None
    if before >= 1 and small[before] == small[before - 1]:  # nous nous sommes
        return None
    wanted = of.only_after.get(small[at])
    if wanted is None:
        return at
    return next((place for place in range(max(0, at - 3), at) if small[place] in wanted), None)


def within(clause: Clause, of: Within) -> Iterator[tuple[int, int]]:
    """Yield places of auxiliary and participle, the participle after it or right before it."""
    small = [word.lower() for word in clause]
    for at, word in enumerate(small):
        if word not in of.auxiliaries:
            continue
        for then in (*range(at + 1, min(len(small), at + _FAR)), at - 1, at - 2):
            if then < 0 or not _is_participle(clause[then], of):
                continue
            between = small[at + 1 : then] if then > at else small[then + 1 : at]
            if then < at and any(other not in of.modals for other in between):
                continue
            if then > at and any(other in of.perfect for other in between):
                continue
            if word in of.only_beside and between:
                continue
            yield at, then
            break


def _is_participle(word: str, of: Within) -> bool:
    return word.lower() not in of.no_participles and bool(of.participle.fullmatch(word))
