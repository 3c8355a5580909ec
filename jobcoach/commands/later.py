"""Commands of the public format that are not built yet: named, so that nobody is left guessing.

Each goes from here when its module comes; the module goes when the table is empty.
"""

from jobcoach.errors import WrongUsage

LATER: dict[str, frozenset[str]] = {
    "": frozenset(
        {
            "agreement",
            "consent",
            "obstacle",
            "absence",
            "application",
            "placement",
            "review",
            "match",
            "report",
            "undo",
            "import",
            "template",
            "disclosure",
        }
    ),
    "followup": frozenset({"log", "postpone", "pace", "pause", "calendar"}),
    "plan": frozenset({"show", "goal", "step", "done", "sign", "review", "lint"}),
    "person": frozenset({"new", "edit", "set", "add", "handover"}),
    "employer": frozenset({"new", "edit", "set", "add", "log"}),
    "job": frozenset({"new", "show", "set", "close"}),
    "stage": frozenset({"move"}),
}


def refuse_what_comes_later(noun: str, word: str) -> None:
    """Say of a command that it comes later; raises WrongUsage then."""
    if word in LATER.get(noun, ()):
        raise WrongUsage("not-yet", value=f"{noun} {word}".strip())
