"""A service's own templates tried on the example documents, each of which stops at its first fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from jinja2 import Environment, TemplateSyntaxError

from jobcoach.render.documents.trial import examples
from jobcoach.render.engine import BrokenTemplate, Format, environment, render

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from jobcoach.domain.cases import Cases
    from jobcoach.render.documents.frame import Paper, View

FORMATS: tuple[Format, ...] = ("md", "html")
SHIPPED = "shipped/"


class TemplateFault(msgspec.Struct, frozen=True, order=True):
    """What is wrong at a line of a template: a code, and for ``template-error`` what Jinja says."""

    file: str
    """Its name below ``templates/``; one that begins with ``shipped/`` cannot use what an own one gives it."""
    line: int
    code: str
    reason: str = ""
    hint: str = ""


def faults(
    own: Collection[str],
    folders: Sequence[Path],
    cases: Cases,
    day: date,
    papers: Sequence[Paper],
    reports: Callable[[Paper], Iterable[tuple[str, View]]] = lambda _: (),
) -> list[TemplateFault]:
    """Return what is wrong with the templates *own*, by their names; where nothing is, those never used.

    *reports* are the templates and views of reports on the same cases, tried like the documents.
    """
    found, loaded = set(), set()
    for paper in papers:
        for name, view in (*examples(cases, day, paper), *reports(paper)):
            for fmt in FORMATS:
                try:
                    render(name, fmt, view, paper.t, folders)
                except BrokenTemplate as error:
                    # Jinja does not say which file is not in UTF-8: _alone does.
                    if not isinstance(error.__cause__, UnicodeDecodeError):
                        found.add(_stopped(error, own))
        for fmt in FORMATS:
            made = environment(fmt, paper.t, tuple(folders))
            loaded |= {name for _, name in made.cache or ()}
    found |= {_alone(name, made) for name in own if name not in loaded}
    errors = {fault for fault in found if fault.code != "template-unused"}
    return sorted(errors or found)


def _stopped(error: BrokenTemplate, own: Collection[str]) -> TemplateFault:
    """Why a document stopped, and where."""
    facts: dict[str, Any] = error.facts
    file = facts["template"] if facts["template"] in own else SHIPPED + facts["template"]
    if isinstance(error.__cause__, RecursionError):
        return TemplateFault(file, facts["line"], "endless")
    return TemplateFault(file, facts["line"], "template-error", facts["reason"])


def _alone(name: str, made: Environment) -> TemplateFault:
    """What is wrong with a template that no document loaded: it cannot be loaded, or none needs it."""
    try:
        made.get_template(name)
    except TemplateSyntaxError as error:
        return TemplateFault(name, error.lineno, "template-error", error.message or "")
    except UnicodeDecodeError:
        return TemplateFault(name, 1, "not-utf8")
    return TemplateFault(name, 1, "template-unused")
