"""Documents from Jinja templates: HTML escaped, Markdown escaped, errors with template and line.

One template a document serves both formats: it speaks through the pieces of ``html/pieces.j2`` or
``md/pieces.j2`` and extends the page of its format. ``easy/`` holds the easy-to-read documents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.exceptions import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from jobcoach.errors import JobcoachError
from jobcoach.render import words
from jobcoach.render.compiled_templates import CompiledTemplates
from jobcoach.render.console import clean_block

if TYPE_CHECKING:
    from jobcoach.render.catalogue import Texts
    from jobcoach.render.documents.frame import View

Format = Literal["md", "html"]

_MD_SIGNS = re.compile(r"([\\`*_\[\]<>|~&$^#])")
_MD_START = re.compile(r"^(\s*)([+\-=>!]|\d+(?=[.)]))")
_MD_LINK = re.compile(r"(?i)(://|\bwww\.|@)")


class BrokenTemplate(JobcoachError):
    """A template that cannot be rendered: which, on what line, why."""

    exit_code = 1


def render(name: str, fmt: Format, view: View, t: Texts, folders: Sequence[Path]) -> str:
    """Return the document of template *name* (``plan``, ``easy/plan``) as Markdown or HTML.

    *folders* hold templates, a service's own before the shipped ones; a service's template reaches
    the one it replaces as ``shipped/NAME.j2``, and may be for one format only (``NAME.html.j2``). Raises
    BrokenTemplate.
    """
    file, own = f"{name}.j2", tuple(folders[:-1])
    try:
        made = environment(fmt, t, tuple(folders))
        text = made.select_template([f"{name}.{fmt}.j2", file]).render(view=view)
    except TemplateNotFound as error:
        raise _broken(file, error, f"{error.name} is not there", own) from error
    except TemplateSyntaxError as error:
        raise BrokenTemplate(
            "template-error",
            template=error.name or file,
            line=error.lineno,
            reason=error.message or "",
        ) from error
    except TemplateError as error:
        raise _broken(file, error, str(error), own) from error
    except Exception as error:
        # A template may fail in any way Python can; what it says could hold data, its kind does not.
        raise _broken(file, error, type(error).__name__, own) from error
    if fmt == "md":
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
    return re.sub(r"\n{2,}", "\n", text)


@lru_cache(maxsize=16)
def environment(fmt: Format, t: Texts, folders: tuple[Path, ...]) -> Environment:
    """Return Jinja's environment for one format and language, sandboxed.

    ``_`` and ``ngettext`` say a message, the filter ``listed`` an enumeration, ``page`` and ``pieces`` name what the format is made of, and
    ``pictures`` holds the text that stands for each picture.
    """
    shipped = FileSystemLoader(folders[-1])
    made = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(
            [*(FileSystemLoader(folder) for folder in folders), PrefixLoader({"shipped": shipped})]
        ),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=CompiledTemplates(fmt),
        finalize=_plain_text if fmt == "html" else _markdown,
    )
    # The extension adds this function to every environment that loads it.
    made.install_gettext_callables(t, t.plural, newstyle=False)  # type: ignore[attr-defined]
    made.filters["listed"] = _listed(t)
    made.globals |= {
        "page": f"{fmt}/page.j2",
        "pieces": f"{fmt}/pieces.j2",
        "pictures": {name: t(text) for name, text in words.PICTURE.items()},
    }
    return made


def _listed(t: Texts) -> Callable[[Context, Iterable[str]], str]:
    @pass_context  # or else one language's words would be compiled into a template that all share
    def listed(_: Context, parts: Iterable[str]) -> str:
        return t.list(parts)

    return listed


def _broken(template: str, error: Exception, reason: str, own: Sequence[Path]) -> BrokenTemplate:
    name, line = _place(error, own)
    return BrokenTemplate("template-error", template=name or template, line=line, reason=reason)


def _place(error: Exception, own: Sequence[Path]) -> tuple[str, int]:
    """The template and its line in which rendering stopped.

    Where one of a service's *own* called a shipped one with something it cannot use, that of its own.
    """
    trace, found = error.__traceback__, [("", 0)]
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if path.endswith((".j2", ".svg")):
            found.append((path, trace.tb_lineno))
        trace = trace.tb_next
    mine = [place for place in found if any(Path(place[0]).is_relative_to(f) for f in own)]
    path, line = (mine or found)[-1]
    return _named(path) if path else "", line


def _named(path: str) -> str:
    """A template's name as a service knows it: below ``templates/``."""
    parts = Path(path).parts
    below = [at for at, part in enumerate(parts) if part == "templates"]
    return "/".join(parts[below[-1] + 1 :] if below else parts[-1:])


def _plain_text(value: object) -> object:
    """Keep signs that turn or hide text out of a page."""
    return clean_block(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _markdown(value: object) -> object:
    """Escape a text once; what a macro or the caller made is escaped already."""
    return Markup(markdown_text(value)) if _is_raw(value) else value  # noqa: S704 - escaped for Markdown


def _is_raw(value: object) -> bool:
    return isinstance(value, str) and not isinstance(value, Markup)


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
