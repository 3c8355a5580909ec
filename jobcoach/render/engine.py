"""Documents from Jinja templates: HTML escaped, Markdown escaped, errors with template and line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from jobcoach.errors import JobcoachError
from jobcoach.render.console import clean_block

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.documents import View

Format = Literal["md", "html"]

_MD_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$^#])")
_MD_START = re.compile(r"^(\s*)([+\-=>!]|\d+(?=[.)]))")
_MD_LINK = re.compile(r"(?i)(://|\bwww\.|@)")


class BrokenTemplate(JobcoachError):
    """A template that cannot be rendered: which, on what line, why."""

    exit_code = 1


def render(name: str, fmt: Format, view: View, t: Texts, folders: Sequence[Path]) -> str:
    """Return document *name* as Markdown or HTML.

    *folders* hold templates, a service's own before the shipped ones; a service's template reaches
    the one it replaces as ``shipped/NAME``. Raises BrokenTemplate.
    """
    shipped = FileSystemLoader(folders[-1])
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(
            [*(FileSystemLoader(folder) for folder in folders), PrefixLoader({"shipped": shipped})]
        ),
        autoescape=fmt == "html",
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_plain_text if fmt == "html" else markdown_text,
    )
    try:
        text = environment.get_template(f"{name}.{fmt}.j2").render(view=view, _=t)
    except TemplateSyntaxError as error:
        raise BrokenTemplate(
            "template-error",
            template=error.name or name,
            line=error.lineno,
            reason=error.message or "",
        ) from error
    except TemplateError as error:
        raise _broken(f"{name}.{fmt}.j2", error, str(error)) from error
    except Exception as error:
        # A template may fail in any way Python can; what it says could hold data, its kind does not.
        raise _broken(f"{name}.{fmt}.j2", error, type(error).__name__) from error
    if fmt == "md":
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
    return text


def _broken(template: str, error: Exception, reason: str) -> BrokenTemplate:
    return BrokenTemplate("template-error", template=template, line=_line(error), reason=reason)


def _line(error: Exception) -> int:
    """The template's line in which rendering stopped."""
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _plain_text(value: object) -> object:
    """Keep signs that turn or hide text out of a page."""
    return clean_block(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def markdown_text(value: object) -> object:
    """Return a value as text that Markdown leaves alone: no markup, no link, one line."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    text = " ".join(clean_block(value).split())
    text = _MD_SIGNS.sub(r"\\\1", text)
    text = _MD_START.sub(r"\1\\\2" if not text[:1].isdigit() else r"\1\2", text)
    if re.match(r"\d+[.)](?:\s|$)", text):
        text = re.sub(r"^(\d+)([.)])", r"\1\\\2", text)
    return _MD_LINK.sub(_unlinked, text)


def _unlinked(match: re.Match[str]) -> str:
    found = match[0]
    return {"://": "\\://", "@": "\\@"}.get(found, found[:-1] + "\\.")
