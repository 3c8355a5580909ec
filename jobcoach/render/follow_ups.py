"""What an item of the list says: its subject, why it is due, what to type next."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from jobcoach.domain.due import FollowUp, place_in_file
from jobcoach.domain.people import Person
from jobcoach.render import words
from jobcoach.render.needs_supplied import supply

if TYPE_CHECKING:
    from jobcoach.domain.cases import Cases
    from jobcoach.render.catalogue import Texts


class Wording:
    """Words the items of one list, in one language, on one day."""

    def __init__(self, cases: Cases, t: Texts, day: date) -> None:
        self.cases = cases
        self.t = t
        self.day = day

    def subject(self, item: FollowUp) -> str:
        """What is due, with whom."""
        kind = self.t.word(words.KIND_OF_DUE, item.kind)
        # Some reasons name the employer themselves.
        party = "" if item.kind in _NAMES_ITS_PARTY else self.party(item)
        return self.t.labelled(kind, party) if party else kind

    def party(self, item: FollowUp) -> str:
        """The name of whom the item is with; empty for the case itself and for nobody."""
        with_ = item.found.with_
        if with_ is None or with_ in ("person", item.case.id):
            return ""
        if with_ in words.PARTY:
            return self.t.word(words.PARTY, with_)
        return self.cases.name_of(item.case if isinstance(item.case, Person) else None, with_)

    def doer(self, item: FollowUp) -> str:
        """The name of whoever has something to do; the person and the coach by their part."""
        party = item.found.with_ or ""
        if party in words.PARTY:
            return self.t.word(words.PARTY, party)
        return self.cases.name_of(item.case if isinstance(item.case, Person) else None, party)

    def why(self, item: FollowUp) -> str:
        """Why it is due, in one sentence."""
        return _WHY[item.kind](self, item, item.found.facts)

    def command(self, item: FollowUp) -> str:
        """The command to type next."""
        own_file = item.kind == "promised" and not isinstance(item.case, Person)
        if item.kind == "expected":
            return supply(item.found.facts["missing"][0], item.case.id)[0]  # type: ignore[index]
        written = "employer log {case} {note}" if own_file else _COMMAND[item.kind]
        if item.kind == "agreement" and item.found.deadline is not None:
            written = "agreement add {case} {kind}"
        with_ = item.found.with_
        party = f" --with {with_}" if with_ and with_ not in ("person", item.case.id) else ""
        facts: dict[str, Any] = item.found.facts
        place = place_in_file(item.found.ref)
        return "jobcoach " + written.format(
            case=item.case.id,
            party=party,
            note='"…"',
            employer=_job_argument(facts) or '"…"',
            goal=facts.get("goal", ""),
            step=facts.get("step", ""),
            place=place[-1] + 1 if place else "",
            to=facts.get("to", ""),
            kind=facts.get("kind", ""),
            what=item.found.ref,
            date=self.t("DATE"),
        )

    # Pieces

    def on(self, day: object) -> str:
        assert isinstance(day, date)
        return self.t.short_day(day, self.day)

    def last(self, facts: dict[str, Any]) -> str:
        if facts["last"] is None:
            return self.t("no contact yet")
        return self.t("last contact {date}", date=self.on(facts["last"]))

    def job(self, facts: dict[str, Any]) -> str:
        employer = facts.get("employer") or ""
        name = self.cases.name_of(None, employer) if employer else ""
        title = facts.get("title")
        if employer in self.cases.employers and facts.get("job"):
            found = self.cases.employers[employer].job(facts["job"])
            title = (found.title if found else None) or facts["job"]
        return ", ".join(part for part in (name, title) if part)

    def needs(self, missing: Iterable[str]) -> str:
        return self.t.list(self.t.word(words.NEEDS, need) for need in missing)


def _job_argument(facts: dict[str, Any]) -> str | None:
    """Employer and job as they stand on a command line, in quotes where a shell needs them."""
    parts = [part for part in (facts.get("employer"), facts.get("job")) if part]
    written = "/".join(parts)
    return written if re.fullmatch(r"[\w./-]*", written) else f'"{written}"'


def _promised(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t("promised on {date}", date=w.on(facts["on"]))


def _rhythm(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    every = w.t.every(facts["every"])
    if facts.get("own"):
        return w.t("{last}; {every}, the person's own pace", last=w.last(facts), every=every)
    return w.t("{last}; {every}", last=w.last(facts), every=every)


def _no_news(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t(
        "{last}; more than {length} without news",
        last=w.last(facts),
        length=w.t.duration(facts["every"]),
    )


def _first_employer(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t("no employer met yet, accompanied since {date}", date=w.on(facts["since"]))


def _decision(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t("proposed on {date}: {job}", date=w.on(facts["proposed"]), job=w.job(facts))


def _interview(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t("on {date}: {job}", date=w.on(item.found.deadline), job=w.job(facts))


def _debrief(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t("interview on {date}: {job}", date=w.on(facts["interview"]), job=w.job(facts))


def _answer(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t("no answer since {date}: {job}", date=w.on(facts["since"]), job=w.job(facts))


def _plan_review(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    if facts["last"] is not None:
        return w.t("last reviewed {date}", date=w.on(facts["last"]))
    if facts["on"] is not None:
        return w.t("plan made on {date}, not reviewed yet", date=w.on(facts["on"]))
    return w.t("not reviewed yet")


def _step(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    date, what = w.on(item.found.due), facts["do"] or "…"
    who = w.doer(item)
    if who:
        return w.t("{what} ({who}, by {date})", what=what, who=who, date=date)
    return w.t("{what} (by {date})", what=what, date=date)


def _obstacle(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    who = w.doer(item)
    return f"{facts['what']} ({who})" if who else str(facts["what"])


def _expected(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.needs(facts["missing"])


def _agreement(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    kind = w.t.word(words.AGREEMENT, facts["kind"])
    if facts["end"]:
        return w.t("{agreement}: ends on {date}", agreement=kind, date=w.on(item.found.deadline))
    return w.t("{agreement}: review agreed for {date}", agreement=kind, date=w.on(item.found.due))


def _consent(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    to = (
        w.t.word(words.PARTY, facts["to"])
        if facts["to"] in words.PARTY
        else w.cases.name_of(None, facts["to"])
    )
    return w.t("toward {party}, until {date}", party=to, date=w.on(item.found.deadline))


def _constraint_end(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t("{what}: until {date}", what=facts["what"], date=w.on(item.found.deadline))


def _contract_end(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    kind = words.CONTRACT.get(facts["contract"] or "")
    contract = w.t(kind) if kind else w.t("contract")
    return w.t(
        "{contract} at {employer} ends on {date}: what comes next?",
        contract=contract,
        employer=w.job({"employer": facts["employer"]}) or "…",
        date=w.on(item.found.deadline),
    )


def _aid_end(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t(
        "{aid} at {employer} ends on {date}",
        aid=facts["aid"] or w.t("the aid"),
        employer=w.job({"employer": facts["employer"]}) or "…",
        date=w.on(item.found.deadline),
    )


def _limit(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t(
        "{length} at most in this stage: until {date}",
        length=w.t.duration(facts["length"]),
        date=w.on(item.found.deadline),
    )


def _pause_end(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    if facts["until"] is None:
        return w.t(
            "in a pause since {date}, without an end: how does the person want to go on?",
            date=w.on(facts["since"]),
        )
    return w.t(
        "the pause ends on {date}: how does the person want to go on?", date=w.on(facts["until"])
    )


def _check_in(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t(
        "{length} in the job at {employer}, since {date}",
        length=w.t.duration(facts["length"]),
        employer=w.job({"employer": facts["employer"]}) or "…",
        date=w.on(facts["start"]),
    )


def _complaint(w: Wording, item: FollowUp, facts: dict[str, Any]) -> str:
    return w.t("made on {date}, without an answer", date=w.on(facts["on"]))


_NAMES_ITS_PARTY = frozenset({"answer", "contract-end", "aid-end", "step", "obstacle"})

_WHY: dict[str, Callable[[Wording, FollowUp, dict[str, Any]], str]] = {
    "promised": _promised,
    "contact": _rhythm,
    "employer-contact": _rhythm,
    "keep-warm": _rhythm,
    "no-news": _no_news,
    "first-employer": _first_employer,
    "decision": _decision,
    "interview": _interview,
    "debrief": _debrief,
    "answer": _answer,
    "plan-review": _plan_review,
    "step": _step,
    "obstacle": _obstacle,
    "expected": _expected,
    "agreement": _agreement,
    "consent": _consent,
    "constraint-end": _constraint_end,
    "contract-end": _contract_end,
    "aid-end": _aid_end,
    "limit": _limit,
    "pause-end": _pause_end,
    "check-in": _check_in,
    "complaint": _complaint,
}

_COMMAND: dict[str, str] = {
    "promised": "followup log {case} {note}{party}",
    "contact": "followup log {case} {note}",
    "employer-contact": "followup log {case} {note}{party}",
    "no-news": "followup log {case} {note}{party}",
    "keep-warm": "employer log {case} {note}",
    "first-employer": "application propose {case}",
    "decision": "application decide {case} {employer}",
    "interview": "plan render {case} --for coach",
    "debrief": "followup log {case} {note}",
    "answer": "application close {case} {employer}",
    "plan-review": "plan review {case}",
    "step": "plan done {case} {goal}.{step}",
    "obstacle": "obstacle solve {case} {place}",
    "agreement": "review add {case} agreement",
    "consent": "consent give {case} {to}",
    "constraint-end": "person set {case} {what}.until {date}",
    "contract-end": "placement renew {case} {employer} --until {date}",
    "aid-end": "person set {case} {what}.until {date}",
    "limit": "plan review {case}",
    "pause-end": "followup log {case} {note}",
    "check-in": "followup log {case} {note}",
    "complaint": "review answer {case}",
}
