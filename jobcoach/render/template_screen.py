"""The templates of the service's documents: what each is for, which are its own, what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jobcoach.render.catalogue import N_
from jobcoach.render.documents import DOCUMENTS
from jobcoach.render.screen import Line, Screen, Style, Table

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.template_trial import TemplateFault

VERSION = 1

DOCUMENT_NAMES = tuple(
    f"{folder}{document.name}" for folder in ("", "easy/") for document in DOCUMENTS
)
REPORTS = ("report", "funder")
FUNDER_FILE = "funder.yaml"
PAGES = ("html/page", "md/page")
TEMPLATES = (*DOCUMENT_NAMES, *REPORTS, FUNDER_FILE, *PAGES)
"""The shipped templates that a service may have its own of."""

PURPOSE: dict[str, str] = {
    "plan": N_("the individual plan"),
    "trust-contract": N_("what the person and the coach commit to"),
    "follow-up": N_("the agreement with the employer on follow-up"),
    "presentation": N_("a person, presented to an employer"),
    "job": N_("the job sheet"),
    "effects": N_("what a job would change"),
    "meeting": N_("the coach's own sheet for a meeting"),
    "closing": N_("the closing review"),
    "report": N_("the reports, as a page or in Markdown"),
    "funder": N_("the report for the funder: its words"),
    FUNDER_FILE: N_("the report for the funder: which figures it tells"),
    "html/page": N_("the frame of every document on screen and on paper: logo, title, foot"),
    "md/page": N_("the frame of every document in Markdown: title, foot"),
}

WARNINGS = frozenset({"template-unused"})


def purpose(name: str, t: Texts) -> str:
    """Return what a shipped template is for."""
    text = t(PURPOSE[name.removeprefix("easy/")])
    return t("{document}, easy to read", document=text) if name.startswith("easy/") else text


def own_by_name(own: Sequence[str]) -> dict[str, list[str]]:
    """Return the places of a service's own templates (names with ``.j2``), by the shipped one they replace."""
    found: dict[str, list[str]] = {}
    for name in own:
        stem = name.removesuffix(".j2")
        whole = stem if stem in PAGES else stem.removesuffix(".md").removesuffix(".html")
        found.setdefault(whole, []).append(f"templates/{name}")
    return found


def list_screen(own: Mapping[str, list[str]], t: Texts) -> Screen:
    """Return the shipped templates, each with the service's own, and then what it has besides."""
    headers = (t("Name"), t("For"), t("The service's own"))
    rows = [(name, purpose(name, t), ", ".join(own.get(name, ()))) for name in TEMPLATES]
    rows += [
        (name, t("the service's own piece or picture"), ", ".join(own[name]))
        for name in own
        if name not in TEMPLATES
    ]
    return [Table(headers, tuple(rows))]


def list_json(own: Mapping[str, list[str]], t: Texts) -> dict[str, Any]:
    """Return the same for other programs."""
    return {
        "version": VERSION,
        "templates": [
            {"name": name, "for": purpose(name, t), "own": own.get(name, [])} for name in TEMPLATES
        ],
        "further": [path for name in own if name not in TEMPLATES for path in own[name]],
    }


def faults_screen(found: Sequence[TemplateFault], looked_over: int, t: Texts) -> Screen:
    """Return what is wrong with the service's own templates, each fault with its line, and the count."""
    screen: Screen = []
    for fault in found:
        message, hint = fault_message(fault, t)
        warning = fault.code in WARNINGS
        style: Style = "" if warning else "late"
        said = f"{t('warning')}: {message}" if warning else message
        screen.append(Line(f"{fault_place(fault)}:{fault.line}: {said}", style))
        if hint:
            screen.append(Line(hint, "quiet", indent=4))
    errors = sum(fault.code not in WARNINGS for fault in found)
    if found:
        screen.append(Line())
    elif not looked_over:
        screen.append(Line(t("The service has no templates of its own.")))
        screen.append(Line("→ jobcoach template copy plan", "quiet", indent=4))
        return screen
    counted = t(
        "{files}: {errors}, {warnings}",
        files=t.plural(
            "{number} template looked over", "{number} templates looked over", looked_over
        ),
        errors=t.plural("{number} error", "{number} errors", errors),
        warnings=t.plural("{number} warning", "{number} warnings", len(found) - errors),
    )
    screen.append(Line(counted, "strong" if errors else "good"))
    return screen


def faults_json(
    found: Sequence[TemplateFault], looked_over: Sequence[str], t: Texts
) -> dict[str, Any]:
    """Return the same for other programs, in the form of ``check``."""
    rows = []
    for fault in found:
        message, hint = fault_message(fault, t)
        rows.append(
            {
                "file": fault_place(fault),
                "line": fault.line,
                "level": "warning" if fault.code in WARNINGS else "error",
                "code": fault.code,
                "message": message,
                "hint": hint,
            }
        )
    return {"version": VERSION, "templates": list(looked_over), "findings": rows}


def fault_place(fault: TemplateFault) -> str:
    """Return the file of a fault: the service's own by its place, a shipped one by its name."""
    if fault.file.startswith("shipped/"):
        return fault.file
    return f"templates/{fault.file}" if fault.file else "templates"


def fault_message(fault: TemplateFault, t: Texts) -> tuple[str, str]:
    """Return what is wrong, and the way out (may be empty). What Jinja says stays in its own words."""
    if fault.code == "template-error":
        return fault.reason, fault.hint
    message, hint = _FAULTS[fault.code]
    return t(message), t(hint)


_FAULTS: dict[str, tuple[str, str]] = {
    "endless": (
        N_("this template uses itself without an end"),
        N_("the shipped one of the same name is called shipped/… there"),
    ),
    "template-unused": (
        N_("no document uses this file"),
        N_("give it the name of a shipped one, or let another one include it"),
    ),
    "outside-repository": (
        N_("this link leads out of the repository"),
        N_("put the file itself there: until then no document is made"),
    ),
    "unreadable": (N_("the file cannot be read"), N_("look at its rights, and at where it leads")),
    "not-utf8": (N_("the file is not in UTF-8"), N_("save it again with the encoding UTF-8")),
}
