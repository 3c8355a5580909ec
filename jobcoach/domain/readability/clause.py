"""A clause: the words of a part of a sentence, as written."""

import re

Clause = list[str]


def joined(clause: Clause) -> str:
    """Return words as one would write them again: n'est, not n' est."""
    return re.sub(r"(?<=\w') (?=\S)", "", " ".join(clause))
