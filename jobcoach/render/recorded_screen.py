"""What a command says after it changed something: what was recorded, on which days, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from jobcoach.domain.changes import changes
from jobcoach.domain.due import NUDGES, FollowUp, due_for_here, late_days
from jobcoach.domain.employers import Employer
from jobcoach.domain.known import Known
from jobcoach.domain.needs import missing_expectations
from jobcoach.domain.people import Person
from jobcoach.domain.settings import Settings
from jobcoach.render.catalogue import N_
from jobcoach.render.follow_ups import Wording
from jobcoach.render.history_screen import say
from jobcoach.render.needs_supplied import need_lines
from jobcoach.render.screen import Line, Screen, Section

if TYPE_CHECKING:
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.changes import Change
    from jobcoach.render.catalogue import Texts

MOST_IN_FULL = 3
"""Above so many cases each takes one line only."""

_DATES = {
    "until": N_("until {date}"),
    "review": N_("to be reviewed on {date}"),
    "check": N_("to look at again on {date}"),
    "by": N_("by {date}"),
}


class SavedCase(Protocol):
    """A case as it was and as it is now (``store.change.Saved``)."""

    @property
    def case(self) -> str: ...
    @property
    def before(self) -> Person | Employer | Settings | None: ...
    @property
    def after(self) -> Person | Employer | Settings | None: ...
    @property
    def told(self) -> Sequence[Change]: ...


def recorded_screen(saved: Sequence[SavedCase], cases: Cases, t: Texts, day: date) -> Screen:
    """Return what was recorded in each case. *cases* are those after the change."""
    screen: Screen = []
    in_full = len(saved) <= MOST_IN_FULL
    for one in saved:
        record = one.after or one.before
        if not isinstance(record, Person | Employer):
            screen.append(Section("jobcoach.yaml"))
            screen += [Line(f"✓ {_told(c, one.case, cases, t)}", "good", 2) for c in one.told]
            continue
        told = list(dict.fromkeys(_told(change, one.case, cases, t) for change in one.told))
        if not in_full:
            screen.append(
                Line(t.labelled(f"{record.name} ({record.id})", told[0] if told else "–"))
            )
            continue
        screen.append(Section(record.name, record.id))
        screen += [Line(f"✓ {text}", "good", 2) for text in told]
        if not told:
            screen.append(Line(t("Nothing changes: it says so already."), "quiet", 2))
        if one.after is not None:
            screen += _expected(one, cases, t, day)
            screen += _next(record, cases, t, day)
    if not in_full:
        screen.append(Line(t.plural("{number} case", "{number} cases", len(saved)), "quiet"))
    return screen


def taken_back_screen(saved: Sequence[SavedCase], subject: str, before: Cases, t: Texts) -> Screen:
    """Return what an undo took back, in the words in which it had been recorded.

    *before* are the cases as they were while it still held: they know the names.
    """
    screen: Screen = [Line(t("Taken back: {subject}", subject=subject), "good")]
    for one in saved:
        record = one.after or one.before
        if isinstance(record, Person | Employer):
            screen.append(Section(record.name, record.id))
            kept = one.after if isinstance(one.after, Person | Employer) else None
            was = one.before if isinstance(one.before, Person | Employer) else None
            screen += [
                Line(f"↶ {_told(change, one.case, before, t)}", indent=2)
                for change in changes(kept, was)
            ]
    return screen


def _told(change: Change, case: str, cases: Cases, t: Texts) -> str:
    """One thing that happened, with every day that was understood."""
    text = say(change, case, cases, t)
    text = f"{text[:1].upper()}{text[1:]}"
    if change.on is not None:
        text = t("{date} – {text}", date=t.weekday(change.on), text=text)
    dates = [t(_DATES[key], date=t.weekday(on)) for key, on in change.dates]
    return ", ".join([text, *dates])


def _expected(one: SavedCase, cases: Cases, t: Texts, day: date) -> Screen:
    """After a move: what the stage expects soon, with the commands that supply it."""
    if not isinstance(one.after, Person) or not any(c.kind == "moved" for c in one.told):
        return []
    known = Known(one.after, cases, max(day, one.after.stages[-1].on))
    missing = missing_expectations(known)
    if not missing:
        return []
    lines = need_lines(missing, t, one.after.id)
    return [
        Line(t("This stage also expects, in the next two weeks or so:"), indent=2),
        *(Line(line, indent=4) for line in lines),
    ]


def _next(case: Person | Employer, cases: Cases, t: Texts, day: date) -> Screen:
    """The next thing that is due in a case; keeping a firm warm rests on everybody's file, and is left."""
    # A nudge never hides what has a day of its own.
    found = sorted(
        due_for_here(case, cases, day), key=lambda item: (item.kind in NUDGES, item.target)
    )
    if not found:
        if isinstance(case, Employer):
            return []
        if Known(case, cases, day).final:
            return [Line(t("The case is closed."), "quiet", 2)]
        return [Line(t("Nothing is planned: agree on a next contact."), "late", 2)]
    first = found[0]
    item = FollowUp(found=first, case=case, late_days=late_days(first, day))
    wording = Wording(cases, t, day)
    facts = {"subject": wording.subject(item), "why": wording.why(item)}
    if item.late_days:
        late = t.plural("{number} day late", "{number} days late", item.late_days)
        text = t("Still owed: {subject} – {why} ({late})", late=late, **facts)
    else:
        text = t("Next: {date} – {subject} – {why}", date=t.weekday(first.target), **facts)
    return [Line(text, "late" if item.late_days else "quiet", 2)]
