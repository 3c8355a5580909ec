"""The morning's list: as a screen a tired coach reads in ten seconds, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from jobcoach.domain.due import FollowUp
from jobcoach.domain.known import Known
from jobcoach.domain.people import Person
from jobcoach.render.screen import Line, Screen, Section, Style, Table, Title

if TYPE_CHECKING:
    from jobcoach.domain.cases import Cases
    from jobcoach.domain.employers import Employer
    from jobcoach.domain.findings import Fault
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.follow_ups import Wording

VERSION = 1
LATE_MARK = "!"
TODAY_MARK = "•"
AHEAD_MARK = "·"


def due_json(
    items: list[FollowUp], wording: Wording, day: date, unreadable: list[str]
) -> dict[str, Any]:
    """Return the list for other programs (format.md, "Machine contract")."""
    return {
        "version": VERSION,
        "on": day,
        "items": [
            {
                "due": item.found.due,
                "deadline": item.found.deadline,
                "late_days": item.late_days,
                "kind": item.kind,
                "case": item.case.case,
                "name": item.case.name,
                "coach": item.case.coach,
                "cover": item.cover,
                "with": item.found.with_,
                "ref": item.found.ref,
                "why": wording.why(item),
                "do": wording.command(item),
            }
            for item in items
        ],
        "unreadable": unreadable,
    }


def silent_json(people: Iterable[Person], faults: list[Fault], day: date) -> dict[str, Any]:
    """Return the persons for whom nothing will come up."""
    return {
        "version": VERSION,
        "on": day,
        "silent": [{"case": p.case, "name": p.name, "coach": p.coach} for p in people],
        "unreadable": sorted({fault.file for fault in faults}),
    }


def due_screen(
    items: list[FollowUp],
    wording: Wording,
    day: date,
    viewer: str | None,
    silent: int,
    unreadable: list[str],
    unread: list[str],
) -> Screen:
    """Return the list as a screen: cases by their latest item, nudges apart and quiet."""
    t, cases = wording.t, wording.cases
    coach = cases.settings.coach(viewer)
    whose = (coach.name or coach.id) if coach else t("everyone")
    screen: Screen = [Title(f"{t.weekday(day)} – {whose}"), Line()]
    if unreadable:
        screen += [
            Line(
                f"{LATE_MARK} "
                + t.plural(
                    "{number} file cannot be read whole; what it owes may be missing here:",
                    "{number} files cannot be read whole; what they owe may be missing here:",
                    len(unreadable),
                ),
                "late",
            ),
            *(Line(_unreadable_line(path, cases), indent=4) for path in unreadable),
            Line(),
        ]
    if unread:
        notice = t.plural(
            "{number} file is never read, because of its name:",
            "{number} files are never read, because of their names:",
            len(unread),
        )
        screen += [
            Line(f"{LATE_MARK} {notice}", "late"),
            *(Line(f"{path}  →  jobcoach check", indent=4) for path in unread),
            Line(),
        ]
    if not cases.people and not cases.employers:
        return [
            *screen,
            Line(t("There is no case yet: copy example-person.yaml to people/ and fill it in.")),
        ]
    tasks = [item for item in items if not item.nudge]
    nudges = [item for item in items if item.nudge]
    wide = max((len(_when(item, t, day)[1]) for item in tasks), default=0)
    for case, group in by_case(tasks):
        screen.append(Section(case.name, _case_detail(case, group, wording, day, unreadable)))
        for item in sorted(group, key=lambda item: (-item.late_days, item.found.target)):
            mark, when = _when(item, t, day)
            style: Style = "late" if item.late_days else ""
            when = when.ljust(wide)
            screen.append(
                Table(
                    ("", "", ""),
                    ((mark, when, f"{wording.subject(item)} – {wording.why(item)}"),),
                    (style,),
                    indent=2,
                )
            )
            screen.append(Line(f"→ {wording.command(item)}", "quiet", indent=6))
        screen.append(Line())
    if nudges:
        screen.append(Section(t("When there is time")))
        for item in nudges:
            text = t.labelled(item.case.name, f"{wording.subject(item)} – {wording.why(item)}")
            screen.append(Line(f"{AHEAD_MARK} {text}", "quiet", indent=2))
            screen.append(Line(f"→ {wording.command(item)}", "quiet", indent=6))
        screen.append(Line())
    screen += _count(tasks, nudges, t)
    if silent:
        screen.append(
            Line(
                t.plural(
                    "{number} person for whom nothing will ever come up: jobcoach followup due --silent",
                    "{number} persons for whom nothing will ever come up: jobcoach followup due --silent",
                    silent,
                ),
                "quiet",
            )
        )
    return screen


def by_case(items: list[FollowUp]) -> list[tuple[Person | Employer, list[FollowUp]]]:
    """Group items by case, in the order of each case's first item."""
    groups: dict[str, tuple[Person | Employer, list[FollowUp]]] = {}
    for item in items:
        groups.setdefault(item.case.case, (item.case, []))[1].append(item)
    return list(groups.values())


def _case_detail(
    case: Person | Employer,
    group: list[FollowUp],
    wording: Wording,
    day: date,
    unreadable: list[str],
) -> str:
    t, cases = wording.t, wording.cases
    parts = [case.id]
    if isinstance(case, Person):
        known = Known(case, cases, day)
        if known.current is not None:
            parts.append(stage_name(known, t))
    coach = cases.settings.coach(case.coach)
    if coach is None:
        parts.append(t("without a coach") if not case.coach else case.coach)
    cover = group[0].cover
    if coach is not None and coach.absence(day) is not None:
        if cover:
            parts.append(
                t(
                    "{coach} is away, {cover} covers",
                    coach=coach.name or coach.id,
                    cover=cases.name_of(None, cover),
                )
            )
        else:
            parts.append(t("{coach} is away, nobody covers", coach=coach.name or coach.id))
    if f"{case.case}.yaml" in unreadable:
        parts.append(t("read in part only"))
    return " · ".join(parts)


def stage_name(known: Known, t: Texts) -> str:
    """Return the current stage's name in the screen's language, else its id."""
    step = known.current
    if step is None:
        return t("no stage yet")
    return t.name(step.stage.name if step.stage else {}, step.entry.stage)


def _unreadable_line(path: str, cases: Cases) -> str:
    folder, _, name = path.removesuffix(".yaml").partition("/")
    record = cases.people.get(name) if folder == "people" else cases.employers.get(name)
    named = f"{record.name} ({path})" if record is not None and record.name != name else path
    return f"{named}  →  jobcoach check {path}"


def _when(item: FollowUp, t: Texts, day: date) -> tuple[str, str]:
    late = item.late_days
    if late:
        return LATE_MARK, t.plural("{number} day late", "{number} days late", late)
    target = item.found.target
    if target == day:
        return TODAY_MARK, t("today")
    ahead = (target - day).days
    return AHEAD_MARK, t.plural("in {number} day", "in {number} days", ahead)


def _count(tasks: list[FollowUp], nudges: list[FollowUp], t: Texts) -> Screen:
    if not tasks and not nudges:
        return [Line(t("Nothing is due. A good day for a visit without a reason."), "good")]
    late = sum(1 for item in tasks if item.late_days)
    parts = [t.plural("{number} item", "{number} items", len(tasks))]
    if late:
        parts[0] += " " + t.plural("({number} late)", "({number} late)", late)
    if nudges:
        parts.append(t.plural("{number} reminder", "{number} reminders", len(nudges)))
    return [Line(", ".join(parts), "strong")]


def silent_screen(people: list[Person], cases: Cases, t: Texts, day: date) -> Screen:
    """Return the persons for whom nothing will come up, with where they are."""
    if not people:
        return [Line(t("Nobody: everyone has something coming."), "good")]
    rows = tuple((p.name, p.id, stage_name(Known(p, cases, day), t)) for p in people)
    return [
        Title(t("Nothing will ever come up for")),
        Line(),
        Table((t("Name"), t("Id"), t("Stage")), rows),
        Line(),
        Line(t("Agree on a next contact, a pace or a plan, so that nobody is forgotten.")),
    ]
