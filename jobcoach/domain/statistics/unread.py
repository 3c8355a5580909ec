"""Which faults of a file may change a figure: the report is incomplete then, and says so."""

from collections.abc import Collection, Iterable

from jobcoach.domain.findings import Fault


def hides_figures(fault: Fault, read: Collection[str]) -> bool:
    """Whether what stood there may be missing from a figure, or counted as unknown.

    *read* are the keys of case files from which the report counts something.
    """
    key = fault.path[0] if fault.path else None
    return fault.hides_dates or (fault.level == "error" and key in read)


def unread_stages(faults: Iterable[Fault]) -> frozenset[str]:
    """Return the cases among *faults* whose stages may be missing: ``people/ab-k7q``.

    A stage that no model knows was read: the entry is there, with its day.
    """
    return frozenset(
        fault.file.removesuffix(".yaml")
        for fault in faults
        if not fault.path or (fault.path[0] == "stages" and fault.code != "unknown-stage")
    )
