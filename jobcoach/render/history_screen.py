"""A case's story: what each commit changed, in the trade's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from jobcoach.domain.cases import Cases
from jobcoach.domain.changes import Change, Happened
from jobcoach.domain.durations import Duration
from jobcoach.domain.people import Person
from jobcoach.render import words
from jobcoach.render.catalogue import N_
from jobcoach.render.screen import Line, Screen, Section, Title

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts

VERSION = 1
MOST_DETAILS = 4


def history_json(
    events: Sequence[Happened], case: str | None, cases: Cases, t: Texts
) -> dict[str, Any]:
    """Return the story for other programs."""
    return {
        "version": VERSION,
        "case": case,
        "entries": [
            {
                "on": event.on,
                "at": event.at,
                "by": event.author,
                "commit": event.commit,
                "case": event.case,
                "changes": [
                    {"kind": change.kind, "text": told(event, change, cases, t)}
                    for change in event.changes
                ],
            }
            for event in events
        ],
    }


def history_screen(events: Sequence[Happened], case: str | None, cases: Cases, t: Texts) -> Screen:
    """Return the story, the latest day first; without a case, each line names its own."""
    if not events:
        return [Line(t("Nothing has happened yet that git knows of."))]
    screen: Screen = [Title(_name(case, cases)), Line()] if case else []
    day: date | None = None
    for event in events:
        if event.on != day:
            if day is not None:
                screen.append(Line())
            day = event.on
            screen.append(Section(t.weekday(day)))
        for change in event.changes:
            text = told(event, change, cases, t)
            if case is None:
                text = t.labelled(_name(event.case, cases), text)
            screen.append(Line(f"- {text} ({event.author})", indent=2))
    return screen


def _name(case: str | None, cases: Cases) -> str:
    folder, _, case_id = (case or "").partition("/")
    record = cases.people.get(case_id) if folder == "people" else cases.employers.get(case_id)
    return f"{record.name} ({case_id})" if record else case_id


def told(event: Happened, change: Change, cases: Cases, t: Texts) -> str:
    """Return one change of an event in words; one that was taken back says so."""
    text = say(change, event.case, cases, t)
    return t("taken back: {change}", change=text) if event.undone else text


def say(change: Change, case: str, cases: Cases, t: Texts) -> str:
    """Return one change in words."""
    person = cases.people.get(case.partition("/")[2])
    return _SAY[change.kind](_Speaker(cases, person, case, t), dict(change.facts))


class _Speaker:
    """Who the parties are, for wording."""

    def __init__(self, cases: Cases, person: Person | None, case: str, t: Texts) -> None:
        self.cases = cases
        self.person = person
        self.case = case
        self.t = t

    def party(self, party: object) -> str:
        text = str(party)
        if text in words.PARTY:
            return self.t.word(words.PARTY, text)
        return self.cases.name_of(self.person, text)

    def value(self, value: object) -> str:
        """What stands at a key, as a person reads it; a dash for nothing."""
        if isinstance(value, date):
            return self.t.weekday(value)
        if isinstance(value, Duration):
            return self.t.duration(value)
        if isinstance(value, bool):
            return self.t("yes") if value else self.t("no")
        if isinstance(value, float):
            return f"{value:g}"
        return str(value) if value is not None else "–"

    def parties(self, facts: dict[str, Any]) -> str:
        named = [p for p in facts.get("with") or facts.get("parties") or () if p != "person"]
        named = [p for p in named if p != self.case.partition("/")[2]]
        return self.t.list(self.party(p) for p in named) if named else ""

    def job(self, facts: dict[str, Any]) -> str:
        employer = self.cases.employers.get(str(facts["employer"]))
        job = employer.job(facts["job"]) if employer and facts["job"] else None
        title = (job.title if job else None) or facts["job"]
        name = employer.name if employer else facts["employer"]
        return ", ".join(str(part) for part in (name, title) if part)

    def stage(self, stage_id: object) -> str:
        if self.person is not None:
            for model in self.cases.processes.values():
                if model.id == self.cases.first_process(self.person) or any(
                    entry.process == model.id for entry in self.person.stages
                ):
                    stage = model.stage(str(stage_id))
                    if stage is not None:
                        return self.t.name(stage.name, stage.id)
        return str(stage_id)


def _moved(s: _Speaker, f: dict[str, Any]) -> str:
    if f["from"] is None:
        text = s.t("begins in {stage}", stage=s.stage(f["to"]))
    else:
        text = s.t(
            "moved from {before} to {stage}", before=s.stage(f["from"]), stage=s.stage(f["to"])
        )
    return s.t.labelled(text, f["why"]) if f["why"] else text


def _contact(s: _Speaker, f: dict[str, Any]) -> str:
    how = s.t.word(words.HOW, f["how"]) if f["how"] else s.t("contact")
    others = s.parties(f)
    text = s.t("{how} with {party}", how=how, party=others) if others else how
    if not f["held"]:
        text = s.t("{contact}, did not take place", contact=text)
    if f["next"]:
        text = s.t("{contact}, next on {date}", contact=text, date=s.t.weekday(f["next"]))
    return s.t.labelled(text, f["note"]) if f["note"] else text


def _value(message: str, wording: dict[str, str]) -> Callable[[_Speaker, dict[str, Any]], str]:
    def told(s: _Speaker, f: dict[str, Any]) -> str:
        return s.t(message, job=s.job(f), value=s.t.word(wording, f["value"]))

    return told


def _dated(message: str) -> Callable[[_Speaker, dict[str, Any]], str]:
    def told(s: _Speaker, f: dict[str, Any]) -> str:
        return s.t(message, job=s.job(f), date=s.t.weekday(f["value"]))

    return told


def _fixed(message: str, **wanted: str) -> Callable[[_Speaker, dict[str, Any]], str]:
    def told(s: _Speaker, f: dict[str, Any]) -> str:
        return (
            s.t(message, **{key: f[fact] or "…" for key, fact in wanted.items()})
            if wanted
            else s.t(message)
        )

    return told


def _placed(s: _Speaker, f: dict[str, Any]) -> str:
    contract = s.t.word(words.CONTRACT, f["contract"]) if f["contract"] else ""
    text = s.t("starts at {job}", job=s.job(f))
    return f"{text}, {contract}" if contract else text


def _ended(s: _Speaker, f: dict[str, Any]) -> str:
    text = s.t("end at {job}", job=s.job(f))
    return s.t.labelled(text, s.t.word(words.END_REASON, f["why"])) if f["why"] else text


def _agreement(s: _Speaker, f: dict[str, Any]) -> str:
    others = s.parties(f)
    text = s.t.word(words.AGREEMENT, f["kind"])
    return s.t("{agreement} with {party}", agreement=text, party=others) if others else text


def _review(s: _Speaker, f: dict[str, Any]) -> str:
    text = s.t.word(words.REVIEW, f["kind"])
    return f"{text} ({s.party(f['by'])})" if f["by"] else text


def _pace(s: _Speaker, f: dict[str, Any]) -> str:
    every, others = s.t.every(f["every"]), s.parties(f)
    if others:
        return s.t("own pace toward {party}: {every}", party=others, every=every)
    return s.t("own pace: {every}", every=every)


def _pause(s: _Speaker, f: dict[str, Any]) -> str:
    if f["until"] is None:
        return s.t("asked for a pause")
    return s.t("asked for a pause until {date}", date=s.t.weekday(f["until"]))


def _consent(s: _Speaker, f: dict[str, Any]) -> str:
    text = s.t("consent given toward {party}", party=s.party(f["to"]))
    about = [s.t.word(words.ABOUT, word) for word in f.get("about") or ()]
    return s.t.labelled(text, s.t.list(about)) if about else text


def _other(s: _Speaker, f: dict[str, Any]) -> str:
    """Keys without words of their own, with what stands there now."""
    details = f.get("details") or tuple((key, None) for key in f["keys"])
    parts = [s.t.labelled(path, s.value(value)) for path, value in details[:MOST_DETAILS]]
    if len(details) > MOST_DETAILS:
        parts.append("…")
    return s.t("changed: {keys}", keys="; ".join(parts))


_SAY: dict[str, Callable[[_Speaker, dict[str, Any]], str]] = {
    "opened": _fixed(N_("case opened")),
    "deleted": _fixed(N_("case deleted")),
    "moved": _moved,
    "contact": _contact,
    "proposed": lambda s, f: s.t("job proposed: {job}", job=s.job(f)),
    "decided": _value(N_("{job}: {value} by the person"), words.DECISION),
    "presented": _dated(N_("presented to {job} on {date}")),
    "interview": _dated(N_("interview set for {date} at {job}")),
    "outcome": _value(N_("{job}: {value}"), words.OUTCOME),
    "placed": _placed,
    "placement-ended": _ended,
    "agreement": _agreement,
    "agreement-ended": lambda s, f: s.t(
        "ended: {agreement}", agreement=s.t.word(words.AGREEMENT, f["kind"])
    ),
    "consent": _consent,
    "consent-withdrawn": lambda s, f: s.t(
        "consent toward {party} withdrawn", party=s.party(f["to"])
    ),
    "disclosed": lambda s, f: s.t(
        "{document} made for {party}",
        document=s.t(words.DOCUMENT.get(f["document"] or "", f["document"] or "…")),
        party=s.party(f["to"]),
    ),
    "obstacle": _fixed(N_("obstacle noted: {what}"), what="what"),
    "obstacle-solved": _fixed(N_("obstacle solved: {what}"), what="what"),
    "goal": _fixed(N_("goal: {goal}"), goal="goal"),
    "step": _fixed(N_("step agreed: {do}"), do="do"),
    "step-done": _fixed(N_("step done: {do}"), do="do"),
    "signed": lambda s, f: s.t("plan signed by {party}", party=s.party(f["party"])),
    "review": _review,
    "plan-review": _fixed(N_("date of the next plan review set")),
    "pace": _pace,
    "pace-ended": lambda s, f: s.t("own pace ends: {every}", every=s.t.every(f["every"])),
    "pause": _pause,
    "job": _fixed(N_("job opened: {job}"), job="job"),
    "job-closed": _fixed(N_("job closed: {job}"), job="job"),
    "other": _other,
}
