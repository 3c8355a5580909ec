"""What ``check`` shows: a line for each fault with its place, and the way out under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jobcoach.domain.findings import Fault
from jobcoach.render.catalogue import N_
from jobcoach.render.messages import fault_message
from jobcoach.render.screen import Line, Screen, Style

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts

VERSION = 1


def check_json(faults: list[Fault], t: Texts) -> dict[str, Any]:
    """Return the findings for other programs (format.md, "Machine contract")."""
    rows = []
    for fault in faults:
        message, hint = fault_message(fault, t)
        rows.append(
            {
                "file": fault.file,
                "line": fault.line,
                "column": fault.column,
                "level": fault.level,
                "code": fault.code,
                "message": message,
                "hint": hint,
            }
        )
    return {"version": VERSION, "findings": rows}


def check_screen(faults: list[Fault], files: int, t: Texts) -> Screen:
    """Return the findings as a screen, and the count."""
    screen: Screen = []
    for fault in faults:
        message, hint = fault_message(fault, t)
        place = f"{fault.file}:{fault.line}:{fault.column}"
        style: Style = "late" if fault.level == "error" else ""
        screen.append(Line(f"{place}: {t(_LEVELS[fault.level])}[{fault.code}] {message}", style))
        if hint:
            screen.append(Line(hint, "quiet", indent=4))
    errors = sum(1 for fault in faults if fault.level == "error")
    warnings = len(faults) - errors
    if faults:
        screen.append(Line())
    looked = t.plural("{number} file looked over", "{number} files looked over", files)
    counted = t(
        "{files}: {errors}, {warnings}",
        files=looked,
        errors=t.plural("{number} error", "{number} errors", errors),
        warnings=t.plural("{number} warning", "{number} warnings", warnings),
    )
    screen.append(Line(counted, "good" if not errors else "strong"))
    return screen


_LEVELS = {"error": N_("error"), "warning": N_("warning")}
