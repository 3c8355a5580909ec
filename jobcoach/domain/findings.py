"""What can be wrong with case files: codes, levels and where, never sentences.

Codes are stable (format.md, "Machine contract"): rename none. ``render.messages`` words them.
"""

from difflib import get_close_matches
from typing import Literal

import msgspec

Level = Literal["error", "warning"]
FieldPath = tuple[str | int, ...]

READER_CODES: frozenset[str] = frozenset(
    {
        "syntax",
        "not-utf8",
        "too-large",
        "too-deep",
        "multiple-documents",
        "alias",
        "tag",
        "merge-conflict",
        "duplicate-key",
        "outside-repository",
        "unreadable",
        "stray-comma",
    }
)
WARNINGS: frozenset[str] = frozenset(
    {
        "hash-in-text",
        "unexpected-file",
        "unknown-key",
        "expectation-missing",
        "future-contact",
        "far-date",
        "not-ended",
        "below-scale",
        "no-reference",
        "several-references",
        "over-capacity",
        "not-signed",
        "bad-colour",
        "low-contrast",
    }
)
ERRORS: frozenset[str] = READER_CODES | frozenset(
    {
        "id-mismatch",
        "missing-key",
        "wrong-type",
        "bad-value",
        "bad-date",
        "bad-duration",
        "bad-id",
        "id-clash",
        "unknown-coach",
        "unknown-employer",
        "unknown-job",
        "unknown-party",
        "unknown-process",
        "unknown-stage",
        "stage-not-allowed",
        "need-missing",
        "dates-backwards",
        "ends-before-start",
        "unknown-figure",
        "not-for-funders",
    }
)
CODES: frozenset[str] = ERRORS | WARNINGS


WITH_DATES = frozenset(
    {
        "stages",
        "contacts",
        "placements",
        "applications",
        "agreements",
        "consents",
        "constraints",
        "obstacles",
        "readiness",
        "plan",
        "pace",
        "pauses",
        "extensions",
        "reviews",
    }
)
"""Keys of a person's file under which dates stand."""


def level_of(code: str) -> Level:
    """Return the level of a finding's code."""
    return "warning" if code in WARNINGS else "error"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A rule's complaint about one place of one case: *path* leads from the file's top to it.

    ``at_key`` points at the key itself instead of its value. Where the path ends at nothing, the
    finding stands at the nearest thing that holds it.
    """

    code: str
    case: str
    path: FieldPath
    facts: dict[str, object] = {}
    at_key: bool = False

    @property
    def level(self) -> Level:
        """``error`` or ``warning``."""
        return level_of(self.code)


class Fault(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A finding with its place: line and column count from 1, in characters."""

    file: str
    line: int
    column: int
    code: str
    facts: dict[str, object] = {}
    path: FieldPath = ()

    @property
    def level(self) -> Level:
        """``error`` or ``warning``."""
        return level_of(self.code)

    @property
    def hides_dates(self) -> bool:
        """Whether the case may owe more than the list can tell.

        So it is with a fault of the reader, of a date, of the process or of a stage entry, but not
        with a move or a need that is missing (format.md, "What is due").
        """
        if self.code in READER_CODES or self.code in ("bad-date", "unknown-process"):
            return True
        if self.file.startswith("processes/"):
            return self.level == "error"
        key = self.path[0] if self.path else None
        if key == "stages" and self.code in ("unknown-stage", "missing-key", "bad-id"):
            return True
        # A value of the wrong type hides what stood there: a date, or entries that hold dates.
        return self.code == "wrong-type" and (
            not self.path
            or self.facts.get("expected") == "date"
            or self.path[-1] == "process"
            or (key in WITH_DATES and self.facts.get("expected") in ("list", "mapping"))
        )

    @property
    def hides_consent(self) -> bool:
        """Whether what a person agreed to, or keeps to themselves, may not be read as it was meant.

        So it is with every error in the file, and with a key that is probably a slip for one that
        protects: nothing is handed on then.
        """
        if self.level == "error":
            return True
        if self.code != "unknown-key":
            return False
        key = str(self.facts.get("key", ""))
        return self.path[:1] in (("consents",), ("constraints",)) or bool(
            get_close_matches(key, ["employer_may_know"], 1, 0.75)
        )
