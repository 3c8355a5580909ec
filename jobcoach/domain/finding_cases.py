"""Finding a person or an employer by what a coach types: an id, its beginning, a part of the name."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "\u2019": "'"})
"""Letters that do not come apart into a plain one and its accent."""


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return text without accents and case, so that "benali" finds "Bénali"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)


def ids_meant(wanted: str, names: Mapping[str, str]) -> list[str]:
    """Return whom *wanted* means: the id itself, else ids that begin so and names that contain it.

    *names* are names by id. One id means found; none and several are for the caller to tell.
    """
    key = wanted.strip()
    if key in names:
        return [key]
    if not key:
        return []
    by_id = [case_id for case_id in names if case_id.startswith(key.casefold())]
    if len(by_id) == 1:
        return by_id
    part = folded(key)
    by_name = [case_id for case_id, name in names.items() if part in folded(name)]
    return list(dict.fromkeys([*by_id, *by_name]))
