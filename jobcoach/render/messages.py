"""What a finding says, and the way out. Codes and facts come from below; words are here.

Findings quote words, dates and ids as written, so that the slip can be seen; never free text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from jobcoach.render import words
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.findings import Fault, Finding
    from jobcoach.render.catalogue import Texts

QUOTED_LENGTH = 40
"""Longer values are shortened in a message."""


def fault_message(fault: Fault, t: Texts) -> tuple[str, str]:
    """Return what is wrong and the way out (which may be empty)."""
    facts: dict[str, Any] = fault.facts
    return _FAULTS[fault.code](facts, t)


def finding_message(finding: Finding, t: Texts) -> tuple[str, str]:
    """The same for a finding of the rules that has no place in a file yet."""
    facts: dict[str, Any] = finding.facts
    return _FAULTS[finding.code](facts, t)


def did_you_mean(value: str, known: Iterable[str], t: Texts, listed: str = "") -> str:
    """Return the nearest known word, and the list of all, as a way out."""
    from difflib import get_close_matches

    options = list(known)
    folded = {option.casefold(): option for option in reversed(options)}
    near = get_close_matches(value, options, 1, 0.6) or [
        folded[match] for match in get_close_matches(value.casefold(), folded, 1, 0.6)
    ]
    parts = [t('did you mean "{word}"?', word=near[0])] if near else []
    if options and len(options) <= 30:
        parts.append(t.labelled(t(listed) if listed else t("Allowed"), ", ".join(options)))
    return " ".join(parts)


def quoted(value: str) -> str:
    """Return a value as a message quotes it: plain text, shortened."""
    from jobcoach.render.console import clean

    text = clean(value)
    return text if len(text) <= QUOTED_LENGTH else text[: QUOTED_LENGTH - 1] + "…"


def _fixed(message: str, hint: str) -> Callable[[dict[str, Any], Texts], tuple[str, str]]:
    def say(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
        safe = {k: quoted(v) if isinstance(v, str) else v for k, v in facts.items()}
        return (
            t(message, **safe) if safe else t(message),
            (t(hint, **safe) if safe else t(hint)) if hint else "",
        )

    return say


_SLIPS: dict[str, tuple[str, str]] = {
    "tab": (N_("a tab stands where spaces belong"), N_("replace the tab by spaces")),
    "nbsp": (
        N_("a non-breaking space stands where a plain space belongs"),
        N_("delete the space after the colon and type it again"),
    ),
    "colon": (
        N_("the text holds a colon followed by a space"),
        N_('put the text in quotes: note: "Call back: tomorrow"'),
    ),
    "curly": (
        N_("curly quotes do not enclose a text here"),
        N_('type straight quotes instead: "…"'),
    ),
    "flow-hash": (
        N_("everything after # is a comment, also the closing brace"),
        N_('put the text in quotes: {what: "Bus #12"}'),
    ),
    "quote": (
        N_("the text goes on after its closing quote"),
        N_("write a quote inside a quoted text twice, or use the other kind of quotes"),
    ),
    "space": (N_("a space is missing after the colon"), N_("write key: value, with a space")),
    "brace": (
        N_("the entry in braces { } does not end well"),
        N_("close it with }, and put texts with commas, colons or quotes in quotes"),
    ),
    "bracket": (
        N_("the list in brackets [ ] does not end well"),
        N_("close it with ], and put texts with commas, colons or quotes in quotes"),
    ),
    "unclosed": (
        N_("a quote, bracket or brace that is opened near here is never closed"),
        N_("close it, or put the whole text in straight quotes"),
    ),
    "unprintable": (
        N_("a character that cannot be printed ({character}) stands here"),
        N_("delete it; it often comes with text copied from elsewhere"),
    ),
    "other": (
        N_("the file does not read as YAML here"),
        N_("look at the indentation, quotes and colons of this line and the one above"),
    ),
}


def _syntax(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    message, hint = _SLIPS[facts["slip"]]
    return _fixed(message, hint)({"character": facts.get("character", "")}, t)


def _unreadable(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    message, hint = {
        "permission": (
            N_("the file may not be read"),
            N_("ask whoever looks after this computer for the right to read it"),
        ),
        "broken-link": (N_("the file is a link that leads nowhere"), N_("mend or delete the link")),
        "not-a-folder": (
            N_("this is not a folder, so nobody in it can be read"),
            N_("a folder belongs here, with one file per case"),
        ),
        "not-a-file": (N_("this is not a file"), N_("move it elsewhere")),
        "other": (N_("the file cannot be read"), N_("try to open it in an editor")),
    }[facts["reason"]]
    return t(message), t(hint)


def _missing_key(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    keys = " / ".join(facts["keys"])
    return (
        t('"{key}" is missing', key=keys),
        t("add a line {key}: …", key=facts["keys"][0]),
    )


def _unknown_key(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    hint = did_you_mean(facts["key"], facts["known"], t, N_("Known keys"))
    return (
        t('"{key}" is not a key that is read here', key=quoted(facts["key"])),
        hint or t("begin a key of your own with x-"),
    )


_EXPECTED = {
    "text": (N_("a text belongs here"), N_("write one text, not a list or further keys")),
    "key": (N_("a key must be a plain word"), N_("write key: value")),
    "mapping": (N_("keys with values belong here"), N_("write key: value, one a line")),
    "list": (N_("a list belongs here"), N_("write [one, two], or one entry a line after a dash")),
    "word": (N_("one word belongs here"), ""),
    "yes-no": (N_("true or false belongs here"), N_("write true or false")),
    "number": (N_("a number belongs here"), N_("write digits, as 25 or 19.5")),
    "date": (N_("a date belongs here"), N_("write the date as 2026-03-09")),
    "duration": (N_("a length of time belongs here"), N_("write 7d, 2w, 3m or 1y")),
    "hours": (N_("hours belong here"), N_('write "08:30-16:00"')),
}


def expected_hint(expected: str, t: Texts) -> str:
    """Return how a value of that kind is written."""
    if expected == "id":
        return t("small letters a to z, digits and dashes only, beginning with a letter or digit")
    return t(_EXPECTED[expected][1])


def _wrong_type(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    message, hint = _EXPECTED[facts["expected"]]
    text = t(message)
    if facts.get("value"):
        text = t('"{value}": {problem}', value=quoted(facts["value"]), problem=text)
    return text, t(hint) if hint else ""


def _bad_value(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    value = quoted(facts["value"])
    text = t('"{value}" is not allowed for {key}', value=value, key=facts["key"])
    if facts.get("hours"):
        return text, t('write "08:30-16:00"')
    if "words" in facts:
        return text, did_you_mean(facts["value"], facts["words"], t)
    return text, t(
        "write a number from {least} to {most}",
        least=_number(facts["least"]),
        most=_number(facts["most"]),
    )


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def _bad_date(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    meant = likely_date(facts["value"])
    text = t('"{value}" is not a date', value=quoted(facts["value"]))
    if meant:
        return text, t('did you mean "{word}"?', word=meant)
    return text, t("write the date as 2026-03-09 (year-month-day)")


def likely_date(value: str) -> str:
    """Return the ISO date somebody probably meant: 9/3/2026 the Belgian way, quotes, a time; or ''."""
    import re
    from datetime import date

    text = value.strip(" \u00a0\u202f\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb\"'")
    match = re.fullmatch(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})", text)
    if match:
        day, month, year = int(match[1]), int(match[2]), int(match[3])
        year += 2000 if year < 100 else 0
    else:
        match = re.fullmatch(r"(\d{4})[./\- ](\d{1,2})[./\- ](\d{1,2})(?:[T ].*)?", text)
        if not match:
            return ""
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _bad_id(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    return (
        t('"{value}" cannot be an id', value=quoted(facts["value"])),
        t("small letters a to z, digits and dashes only, beginning with a letter or digit"),
    )


def _unknown_reference(
    message: str, listed: str
) -> Callable[[dict[str, Any], Texts], tuple[str, str]]:
    def say(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
        safe = {k: quoted(v) if isinstance(v, str) else v for k, v in facts.items()}
        return t(message, **safe), did_you_mean(facts["value"], facts["known"], t, listed)

    return say


def _not_for_funders(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    return (
        t(
            '"{value}" is for the team: it tells of single persons, or of how they are followed',
            value=quoted(facts["value"]),
        ),
        t("a funder's report takes its figures from {reports}", reports=t.list(facts["known"])),
    )


def _stage_not_allowed(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    return (
        t(
            '"{stage}" cannot follow "{before}" in {process}',
            **{key: facts[key] for key in ("stage", "before", "process")},
        ),
        t(
            "from {before} one moves to: {next}",
            before=facts["before"],
            next=", ".join(facts["next"]) or "–",
        ),
    )


def _stray_comma(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    message = t("a comma inside { } begins a new key here")
    if facts["decimal"]:
        return message, t("inside { } write the decimals with a point: 19.5")
    return message, t('put the text in quotes: {note: "Start at 8, not before"}')


def _need_missing(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    needs = t.list(t.word(words.NEEDS, need) for need in facts["needs"])
    return (
        t('entering "{stage}" needs {needs}', stage=facts["stage"], needs=needs),
        t(
            "{needs} must be true on {date}; `jobcoach process show {process}` explains them",
            needs=", ".join(facts["needs"]),
            date=facts["on"],
            process=facts["process"],
        ),
    )


def _expectation_missing(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    needs = t.list(t.word(words.NEEDS, need) for need in facts["needs"])
    return (
        t('"{stage}" expects {needs} by now', stage=facts["stage"], needs=needs),
        t("add what is there, or leave it: this is a reminder, not a rule"),
    )


def _not_signed(facts: dict[str, Any], t: Texts) -> tuple[str, str]:
    needs = t.list(t.word(words.NEEDS, need) for need in facts["needs"])
    return (
        t("the work began before this was signed: {needs}", needs=needs),
        t("sign it now, or correct the dates: jobcoach plan sign, jobcoach agreement add"),
    )


_FAULTS: dict[str, Callable[[dict[str, Any], Texts], tuple[str, str]]] = {
    "syntax": _syntax,
    "not-utf8": _fixed(
        N_("the file is not in UTF-8 (it looks like {encoding})"),
        N_("save it again with the encoding UTF-8"),
    ),
    "too-large": _fixed(
        N_("the file is larger than 4 MiB"),
        N_("a case file holds text only: move pictures and documents elsewhere"),
    ),
    "too-deep": _fixed(
        N_("entries are nested more than {most} deep"), N_("write this part more simply")
    ),
    "multiple-documents": _fixed(
        N_("a second document begins here"), N_("delete the line ---; one file is one case")
    ),
    "alias": _fixed(
        N_("a text begins with & or *, which YAML takes for a link inside the file"),
        N_('put the text in quotes: "*urgent*"'),
    ),
    "tag": _fixed(
        N_("a text begins with !, which YAML takes for a type"),
        N_('put the text in quotes: "!important"'),
    ),
    "merge-conflict": _fixed(
        N_("two versions of this place stand side by side since a merge"),
        N_("keep what is right of both, and delete the lines <<<<<<<, ======= and >>>>>>>"),
    ),
    "duplicate-key": _fixed(
        N_('"{key}" stands here a second time'),
        N_("put both together under one key: only one of them would be read"),
    ),
    "outside-repository": _fixed(
        N_("the file is a link that leads out of the case repository"),
        N_("copy the file itself here"),
    ),
    "unreadable": _unreadable,
    "stray-comma": _stray_comma,
    "hash-in-text": _fixed(
        N_("the text ends before #: the rest counts as a comment"),
        N_('put the text in quotes: "Take bus #12"'),
    ),
    "unexpected-file": _fixed(
        N_("this is not a case file and is never read"),
        N_(
            "rename it after its id, as ab-k7q.yaml; compare a copy and delete it; move anything else away"
        ),
    ),
    "id-mismatch": _fixed(
        N_('the id "{id}" is not the file\'s name'), N_("write id: {stem}, or rename the file")
    ),
    "missing-key": _missing_key,
    "unknown-key": _unknown_key,
    "wrong-type": _wrong_type,
    "bad-value": _bad_value,
    "bad-date": _bad_date,
    "bad-duration": _fixed(N_('"{value}" is not a length of time'), N_("write 7d, 2w, 3m or 1y")),
    "bad-id": _bad_id,
    "id-clash": _fixed(
        N_('the id "{id}" is taken already ({by})'), N_("choose another id and use it everywhere")
    ),
    "unknown-coach": _unknown_reference(
        N_('"{value}" is not a coach of the settings'), N_("Coaches")
    ),
    "unknown-employer": _unknown_reference(
        N_("there is no file employers/{value}.yaml"), N_("Employers")
    ),
    "unknown-job": _unknown_reference(N_('"{value}" is not a job of {employer}'), N_("Jobs")),
    "unknown-party": _unknown_reference(N_('"{value}" is nobody known here'), N_("Known")),
    "unknown-process": _unknown_reference(N_('"{value}" is not a process model'), N_("Models")),
    "unknown-stage": _unknown_reference(N_('"{value}" is not a stage of {process}'), N_("Stages")),
    "unknown-figure": _unknown_reference(
        N_('"{value}" is not a figure that a report has'), N_("Figures")
    ),
    "not-for-funders": _not_for_funders,
    "stage-not-allowed": _stage_not_allowed,
    "need-missing": _need_missing,
    "dates-backwards": _fixed(
        N_("{on} comes before the entry above it, {before}"),
        N_("stages stand oldest first: correct the date, or move the entry"),
    ),
    "ends-before-start": _fixed(
        N_("{end} comes before the start, {start}"), N_("correct one of the two dates")
    ),
    "expectation-missing": _expectation_missing,
    "future-contact": _fixed(
        N_("{on} is still to come"), N_("write a coming contact as the `next` of one that was")
    ),
    "far-date": _fixed(
        N_("{on} is more than a year after the contact"),
        N_("check the year; if it is right, leave it"),
    ),
    "not-ended": _fixed(
        N_("the contract was to end on {until}; no end is recorded"),
        N_("add `ended` and `why`; a renewal is a placement of its own"),
    ),
    "below-scale": _fixed(
        N_("the pay is below scale"), N_("equal pay is the aim: talk it over with the employer")
    ),
    "no-reference": _fixed(
        N_("nobody on the staff is the reference contact"),
        N_("mark one person with reference: true"),
    ),
    "several-references": _fixed(
        N_("more than one person is the reference contact"),
        N_("keep reference: true for one, ideally with a say in hiring"),
    ),
    "not-signed": _not_signed,
    "bad-colour": _fixed(
        N_('"{value}" is not a colour'),
        N_('write it in quotes, as "#1b4a72"; documents keep theirs meanwhile'),
    ),
    "low-contrast": _fixed(
        N_("the contrast of this colour on white is {ratio}, and 7 is needed to read it well"),
        N_("choose a darker one; documents keep theirs meanwhile"),
    ),
    "over-capacity": _fixed(
        N_("{coach} follows {count} persons, {capacity} were agreed"),
        N_("share the work out, or change the capacity"),
    ),
}
