"""Commands of the public format that are not built yet: named, so that nobody is left guessing.

Each goes from here when its module comes; the module goes when the table is empty.
"""

from jobcoach.errors import WrongUsage

LATER: dict[str, frozenset[str]] = {
    "report": frozenset(
        {
            "progress",
            "caseload",
            "employer",
            "rhythm",
            "barriers",
        }
    ),
}


def refuse_what_comes_later(noun: str, word: str) -> None:
    """Say of a command that it comes later; raises WrongUsage then."""
    if word in LATER.get(noun, ()):
        raise WrongUsage("not-yet", value=f"{noun} {word}".strip())
