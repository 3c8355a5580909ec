"""Which faults of a file may change a figure: the report is incomplete then, and says so."""

from collections.abc import Iterable

from jobcoach.domain.findings import Fault

COUNTED_KEYS = frozenset(
    {
        "coach",
        "process",
        "born",
        "gender",
        "origin",
        "education",
        "situation",
        "without_work_since",
        "referred",
        "stages",
        "placements",
        "contacts",
    }
)
"""Keys of a case file from which something is counted."""


def hides_figures(fault: Fault) -> bool:
    """Whether what stood there may be missing from a figure, or counted as unknown."""
    key = fault.path[0] if fault.path else None
    return fault.hides_dates or (fault.level == "error" and key in COUNTED_KEYS)


def unread_stages(faults: Iterable[Fault]) -> frozenset[str]:
    """Return the cases among *faults* whose stages may be missing: ``people/ab-k7q``."""
    return frozenset(
        fault.file.removesuffix(".yaml")
        for fault in faults
        if not fault.path or fault.path[0] == "stages"
    )
