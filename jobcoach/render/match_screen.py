"""Who fits where, in words and as JSON: reasons beside each other, the command that proposes it last."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from jobcoach.domain.matching.candidates import Note, notes_on_opening, notes_on_person, under_way
from jobcoach.domain.matching.pair import WORK
from jobcoach.domain.matching.reason import CONFIDENTIAL, SIDES, Reason, told
from jobcoach.domain.matching.words import language
from jobcoach.render import words
from jobcoach.render.catalogue import N_
from jobcoach.render.due_screen import stage_name
from jobcoach.render.screen import Line, Screen, Section, Style, Table, Title

if TYPE_CHECKING:
    from jobcoach.domain.known import Known
    from jobcoach.domain.matching import Match, Matches
    from jobcoach.domain.matching.candidates import LeftOut
    from jobcoach.domain.matching.pair import Opening
    from jobcoach.render.catalogue import Texts

VERSION = 1

SIDE = {
    "for": N_("For"),
    "against": N_("Against"),
    "ask": N_("To ask"),
    "warning": N_("Mind"),
    "stated": N_("Stated, not needed"),
}
"""What stands before the reasons of one side. Hiring aids are told apart: they sell a subsidy, not a worker."""
SHOWN = 3
"""Of what in a job meets a wish, so much is shown; ``--json`` has all."""
LEFT_OUT = {
    "not-available": N_("not yet available"),
    "refused": N_("not chosen there before"),
    "declined": N_("said no to it before"),
}
_STYLES: Mapping[str, Style] = {"against": "late", "for": "good"}


def jobs_screen(known: Known, matches: Matches, t: Texts, confidential: bool) -> Screen:
    """Return the open jobs for a person."""
    person = known.person
    screen: Screen = [
        Title(t("Jobs for {name}", name=person.name) + f" · {person.id} · {stage_name(known, t)}")
    ]
    screen += [Line(_note(note, t, known.day)) for note in notes_on_person(known)]
    screen.append(Line())
    if not matches.found:
        screen += [Line(t("No open job to propose.")), Line()]
    for heading, group in _groups(matches.found, t):
        screen += [Line(heading, "strong"), Line()]
        for match in group:
            screen += _job(match, t, confidential)
    screen += _aids(person.aids if matches.found else [], t)
    screen += _left_out(matches.left_out, t, lambda out: _job_name(out.opening))
    return _ended(screen)


def persons_screen(
    opening: Opening, matches: Matches, t: Texts, day: date, confidential: bool
) -> Screen:
    """Return the persons for a job."""
    title = f"{_job_name(opening)} · {opening.name}"
    screen: Screen = [Title(t("Persons for {job}", job=title))]
    terms = _terms(opening, t, day)
    screen += [Line(terms)] if terms else []
    screen += [Line(_note(note, t, day)) for note in notes_on_opening(opening)]
    screen.append(Line())
    if not matches.found:
        screen += [Line(t("Nobody to propose it to.")), Line()]
    for heading, group in _groups(matches.found, t):
        screen += [Line(heading, "strong"), Line()]
        for match in group:
            screen += _person(match, t, confidential)
    aided = [match.known.person for match in matches.found if match.of("aid")]
    screen += _aids([t.labelled(person.name, ", ".join(person.aids)) for person in aided], t)
    screen += _left_out(matches.left_out, t, lambda out: out.known.person.name)
    return _ended(screen)


def _groups(found: Sequence[Match], t: Texts) -> list[tuple[str, list[Match]]]:
    free = [match for match in found if not match.conflict]
    held = [match for match in found if match.conflict]
    groups = (
        (t("No constraint known speaks against it"), free),
        (t("A constraint speaks against it"), held),
    )
    return [(heading, group) for heading, group in groups if group]


def _job(match: Match, t: Texts, confidential: bool) -> Screen:
    opening, day = match.opening, match.known.day
    detail = " · ".join(part for part in (opening.name, _terms(opening, t, day)) if part)
    notes = (*notes_on_opening(opening), *match.notes)
    return [Section(_job_name(opening), detail), *_body(match, notes, t, confidential), Line()]


def _person(match: Match, t: Texts, confidential: bool) -> Screen:
    known = match.known
    person = known.person
    coach = known.cases.name_of(None, person.coach) if person.coach else t("without a coach")
    detail = " · ".join(
        part for part in (person.id, stage_name(known, t), person.place or "", coach) if part
    )
    notes = (*notes_on_person(known), *match.notes)
    return [Section(person.name, detail), *_body(match, notes, t, confidential), Line()]


def _body(match: Match, notes: tuple[Note, ...], t: Texts, confidential: bool) -> Screen:
    """Notes, reasons by side, the command."""
    day = match.known.day
    rows: list[tuple[str, str]] = []
    styles: list[Style] = []
    for note in notes:
        rows.append((t("To know") if not rows else "", _note(note, t, day)))
        styles.append("")
    reasons = told(match.reasons, confidential)
    for side in SIDE:
        texts = [said(reason, t) for reason in reasons if reason.side == side]
        if side == "stated" and texts:
            texts = ["; ".join(texts)]
        for place, text in enumerate(texts):
            rows.append((t.word(SIDE, side) if place == 0 else "", text))
            styles.append(_STYLES.get(side, ""))
    screen: Screen = []
    if rows:
        screen.append(Table(("", ""), tuple(rows), tuple(styles), indent=2))
    if not under_way(match.notes):
        screen.append(Line(f"→ {command(match)}", "quiet", indent=4))
    return screen


def command(match: Match) -> str:
    """The command that proposes the job to the person."""
    return f"jobcoach application propose {match.known.person.id} {match.opening.name}"


def _job_name(opening: Opening) -> str:
    return f"{opening.job.title or opening.job.id} – {opening.employer.name}"


def _terms(opening: Opening, t: Texts, day: date) -> str:
    job = opening.job
    parts = [opening.employer.place or ""]
    if job.hours is not None:
        parts.append(t("{hours} hours a week", hours=t.number(job.hours)))
    if job.contract:
        parts.append(t.word(words.CONTRACT, job.contract))
    if job.open:
        parts.append(t("open since {date}", date=t.brief_day(job.open, day)))
    return " · ".join(part for part in parts if part)


def _aids(aids: Sequence[str], t: Texts) -> list[Line]:
    """Hiring aids, apart and last (FRB)."""
    if not aids:
        return []
    label = t("Hiring aids, which say nothing about who fits")
    return [Line(t.labelled(label, "; ".join(aids)), "quiet")]


def _left_out(left_out: Sequence[LeftOut], t: Texts, name: Callable[[LeftOut], str]) -> list[Line]:
    lines = []
    for why, text in LEFT_OUT.items():
        names = [name(out) for out in left_out if out.why == why]
        if names:
            label = t("Not listed, {why}", why=t(text))
            again = "  (--again)" if why != "not-available" else ""
            lines.append(Line(t.labelled(label, ", ".join(names)) + again, "quiet"))
    return lines


def _ended(screen: Screen) -> Screen:
    while isinstance(screen[-1], Line) and not screen[-1].text:
        screen = screen[:-1]
    return screen


# Words for notes


def _note(note: Note, t: Texts, day: date) -> str:
    facts = note.facts
    if note.code in ("in-job", "in-placement"):
        return _in_job(note, t, day)
    if note.code == "pause":
        start = t.short_day(_day(facts["from"]), day)
        if facts["until"]:
            until = t.short_day(_day(facts["until"]), day)
            return t("asked for quiet from {from_day} until {until}", from_day=start, until=until)
        return t("asked for quiet since {date}", date=start)
    if note.code == "earlier":
        return _earlier(note, t, day)
    if note.code == "proposed":
        if facts["on"] is None:
            return t("proposed already")
        return t("proposed already on {date}", date=t.short_day(_day(facts["on"]), day))
    if note.code == "in-this-job":
        return t("works there since {date}", date=t.short_day(_day(facts["from"]), day))
    if note.code == "was-in-this-job":
        return t("has worked there from {date} on", date=t.short_day(_day(facts["from"]), day))
    return t.word(_NOTES, note.code)


_NOTES = {
    "no-stage": N_("not in any stage yet: on no list for a job"),
    "final": N_("the case is closed: on no list for a job"),
    "not-available": N_("not yet available: on no list for a job"),
    "constraints-unknown": N_("constraints not talked about yet"),
    "employer-may-not-know": N_("the employer may not know that there is a coach"),
    "paused": N_("the firm is paused: ask its coach before proposing anybody"),
}


def _in_job(note: Note, t: Texts, day: date) -> str:
    facts = note.facts
    contract = str(facts["contract"] or "")
    parts = [
        str(facts["employer"] or ""),
        t.word(words.CONTRACT, contract) if contract else "",
        t("until {date}", date=t.short_day(_day(facts["until"]), day)) if facts["until"] else "",
    ]
    label = t("in a job") if note.code == "in-job" else t("in a placement")
    return t.labelled(label, ", ".join(part for part in parts if part))


def _earlier(note: Note, t: Texts, day: date) -> str:
    facts = note.facts
    how = str(facts["how"] or "")
    word = t({**words.OUTCOME, **words.DECISION}.get(how, how))
    when = t.short_day(_day(facts["on"]), day) if facts["on"] else ""
    label = t("proposed before")
    text = ", ".join(part for part in (word, when) if part)
    why = str(facts["why"] or "")
    return t.labelled(label, f"{text} – {why}" if why else text)


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value


# Words for reasons


def said(reason: Reason, t: Texts) -> str:
    """Return one reason in words."""
    if reason.code == CONFIDENTIAL:
        return t.word(_HINTS, reason.side)
    text = _WORDED[reason.code](reason.side, reason.facts, t)
    return f"{text} ({t('confidential')})" if reason.confidential else text


_HINTS = {
    "against": N_("a confidential constraint speaks against it (--confidential shows it)"),
    "ask": N_("a confidential constraint is to be asked about (--confidential shows it)"),
}

Facts = Mapping[str, Any]


def _found(facts: Facts, t: Texts) -> str:
    """Where a job is about something, in the words of its file: the work itself, else the trade."""
    work = [found for found in facts["job"] if found["key"] in WORK]
    shown = dict.fromkeys(_aspect(found, t) for found in work or facts["job"])
    return ", ".join(list(shown)[:SHOWN])


def _aspect(found: Mapping[str, str], t: Texts) -> str:
    key, text = found["key"], found["text"]
    if key == "contract":
        return t.word(words.CONTRACT, text)
    if key == "size":
        return t("fewer than ten work there")
    if key == "sector" and text[:1].isdigit():
        return t("the firm's trade")
    return text


def _bring(label: str) -> Callable[[str, Facts, Texts], str]:
    def worded(_: str, facts: Facts, t: Texts) -> str:
        text = str(facts["text"])
        if facts.get("at"):
            text += f", {facts['at']}"
        return t.labelled(t(label), f"{text} – {_found(facts, t)}")

    return worded


def _fits(side: str, what: str, fact: str) -> str:
    """A constraint beside what the job's file says: the fact first where it fits, since only that was
    compared; a constraint's words may say more."""
    return f"{fact} ({what})" if side == "for" else f"{what} – {fact}"


def _schedule(side: str, facts: Facts, t: Texts) -> str:
    days = ", ".join(t.word(words.WEEKDAY, day) for day in facts["days"] or ())
    possible = " ".join(part for part in (days, facts["hours"] or "") if part)
    what = t.labelled(facts["what"], possible)
    if side == "ask":
        return t("{what} – no schedule on file", what=what)
    by_span: dict[str, list[str]] = {}
    for day, span in facts["schedule"].items():
        by_span.setdefault(span, []).append(t.word(words.WEEKDAY, day))
    spans = "; ".join(f"{', '.join(days)} {span}" for span, days in by_span.items())
    return _fits(side, what, spans)


def _week_hours(side: str, facts: Facts, t: Texts) -> str:
    what = t.labelled(facts["what"], facts["hours"]) if facts.get("hours") else facts["what"]
    week = t("{hours} hours a week", hours=t.number(facts["week"]))
    if side == "against":
        week = t(
            "{hours} hours a week, no more than {most} fit",
            hours=t.number(facts["week"]),
            most=t.number(facts["most"]),
        )
    return _fits(side, what, week)


def _loads(side: str, facts: Facts, t: Texts) -> str:
    if side == "ask":
        return t("{what}: nothing on file about loads", what=facts["what"])
    return _fits(side, facts["what"], t.word(words.LOADS, facts["loads"]))


def _transport(side: str, facts: Facts, t: Texts) -> str:
    if side == "against":
        return _fits(side, facts["what"], t("a car is needed"))
    if side == "for":
        there = facts["there"] if facts["by"] == "public" else facts["to"]
        return _fits(side, facts["what"], t("no car needed") + (f", {there}" if there else ""))
    if facts["car_needed"] is None:
        return t("{what}: is a car needed?", what=facts["what"])
    return t(
        "{what}: the way from {home} to {there}?",
        what=facts["what"],
        home=facts["from"] or "…",
        there=facts["to"] or "…",
    )


def _languages(side: str, facts: Facts, t: Texts) -> str:
    what = facts.get("what")
    if side == "against":
        names = _language_names(facts["missing"], t)
        return f"{what} – " + t("asked there: {languages}", languages=names)
    names = _language_names(facts["languages"], t)
    if side == "for":
        spoken = t.labelled(t("Languages"), names)
        return _fits(side, what, names) if what else spoken
    if what:
        return t("{what}: nothing on file about languages", what=what)
    known = f" ({', '.join(facts['said'])})" if facts["said"] else ""
    return t("languages, enough for the work? {languages}", languages=names) + known


def _language_names(codes: Sequence[str], t: Texts) -> str:
    return ", ".join(t(words.LANGUAGE_NAME.get(language(code), code)) for code in codes)


def _in_words(_: str, facts: Facts, t: Texts) -> str:
    if facts["kind"] == "legal":
        return t("{what}: does it cover this job?", what=facts["what"])
    return t("{what}: would the job allow for it?", what=facts["what"])


def _needed(_: str, facts: Facts, t: Texts) -> str:
    return t.labelled(t("really needed, nothing on file about it"), "; ".join(facts["texts"]))


def _unchecked(_: str, facts: Facts, t: Texts) -> str:
    return t.labelled(t("stated; is it really needed?"), "; ".join(facts["texts"]))


def _hours_wish(_: str, facts: Facts, t: Texts) -> str:
    return t.labelled(
        t("{hours} hours a week, the wish was", hours=t.number(facts["week"])), facts["text"]
    )


_WORDED: Mapping[str, Callable[[str, Facts, Texts], str]] = {
    "wish": _bring(N_("wish")),
    "strength": _bring(N_("strength")),
    "skill": _bring(N_("skill")),
    "experience": _bring(N_("experience")),
    "unwished": _bring(N_("not wished for")),
    "schedule": _schedule,
    "week-hours": _week_hours,
    "loads": _loads,
    "transport": _transport,
    "languages": _languages,
    "constraint": _in_words,
    "mentioned": lambda _, facts, t: f"{facts['what']} – {_found(facts, t)}",
    "car": lambda side, _, t: (
        t("drives") if side == "for" else t("a car is needed: does the person drive?")
    ),
    "needed": _needed,
    "stated-unchecked": _unchecked,
    "stated-only": lambda _, facts, __: str(facts["text"]),
    "below-scale": lambda _, __, t: t.labelled(t("Pay"), t.word(words.PAY, "below-scale")),
    "poor": lambda _, facts, t: t.labelled(
        t(words.QUALITY_CRITERION.get(str(facts["criterion"]), str(facts["criterion"]))), t("poor")
    ),
    "hours-below-wish": _hours_wish,
    "hours-above-wish": _hours_wish,
}


# JSON


def jobs_json(known: Known, matches: Matches, confidential: bool) -> dict[str, Any]:
    """Return the jobs for a person for other programs."""
    return {
        "version": VERSION,
        "on": known.day,
        "person": known.person.id,
        "notes": [_note_json(note) for note in notes_on_person(known)],
        **_matches_json(matches, confidential),
    }


def persons_json(
    opening: Opening, matches: Matches, day: date, confidential: bool
) -> dict[str, Any]:
    """Return the persons for a job for other programs."""
    return {
        "version": VERSION,
        "on": day,
        "employer": opening.employer.id,
        "job": opening.job.id,
        "notes": [_note_json(note) for note in notes_on_opening(opening)],
        **_matches_json(matches, confidential),
    }


def _matches_json(matches: Matches, confidential: bool) -> dict[str, Any]:
    return {
        "matches": [_match_json(match, confidential) for match in matches.found],
        "left_out": [
            {
                "person": out.known.person.id,
                "employer": out.opening.employer.id,
                "job": out.opening.job.id,
                "why": out.why,
            }
            for out in matches.left_out
        ],
    }


def _match_json(match: Match, confidential: bool) -> dict[str, Any]:
    known, opening = match.known, match.opening
    reasons = told(match.reasons, confidential)
    notes = (*notes_on_person(known), *notes_on_opening(opening), *match.notes)
    return {
        "person": known.person.id,
        "name": known.person.name,
        "employer": opening.employer.id,
        "job": opening.job.id,
        "title": opening.job.title,
        "conflict": match.conflict,
        **{
            side: [_reason_json(reason) for reason in reasons if reason.side == side]
            for side in SIDES
        },
        "notes": [_note_json(note) for note in notes],
        "do": None if under_way(match.notes) else command(match),
    }


def _reason_json(reason: Reason) -> dict[str, Any]:
    hidden = {"confidential": True} if reason.confidential else {}
    return {"code": reason.code, **reason.facts, **hidden}


def _note_json(note: Note) -> dict[str, Any]:
    return {"code": note.code, **note.facts}
