"""What a commit of case files says: ids only, never a name, never somebody's words."""

from __future__ import annotations

from collections.abc import Sequence

from jobcoach.domain.changes import Change

MOST_NAMED = 4
"""A subject names so many cases at most; the trailers name them all."""


def message(
    cases: Sequence[str], told: Sequence[Change], action: str | None, coach: str | None, *more: str
) -> str:
    """Return subject and trailers for a change of *cases* (ids).

    A move is the subject where there is one, else *action*, else the first thing *told*.
    """
    moved = next((change for change in told if change.kind == "moved"), None)
    action = action or (moved or told[0]).kind if told else action or "edit"
    what = action
    trailers = [*(f"Case: {case}" for case in cases), f"Action: {action.split()[0]}"]
    if coach:
        trailers.append(f"Coach: {coach}")
    if moved is not None:
        what = f"{moved.facts['from'] or 'start'} → {moved.facts['to']}"
        trailers.append(f"Stage: {moved.facts['to']}")
    named = ", ".join(cases) if len(cases) <= MOST_NAMED else f"{len(cases)} cases"
    return f"{named}: {what}\n\n" + "\n".join([*trailers, *more]) + "\n"
