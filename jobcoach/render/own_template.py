"""A service's own template as it begins: everything as shipped, ready to be changed block by block."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from jinja2 import nodes

from jobcoach.render.catalogue import N_
from jobcoach.render.engine import environment

if TYPE_CHECKING:
    from pathlib import Path

    from jobcoach.render.catalogue import Texts


def beginning(name: str, shipped: Path, t: Texts) -> str:
    """Return the text of a template that inherits all of the shipped one *name* (``easy/plan``).

    Each block that says something stands in it and says the same; those that only hold others do not.
    """
    source = (shipped / f"{name}.j2").read_text(encoding="utf-8")
    blocks = environment("html", t, (shipped,)).parse(source).find_all(nodes.Block)
    filled = [block.name for block in blocks if _says_something(block)]
    return "\n".join([*_head(name, t), *map(_block, filled)]) + "\n"


FUNDER_HOW = (
    N_(
        "What `jobcoach report funder` tells, part by part: figures of the reports activity, outcomes and progress, by "
        "report and name. `jobcoach report activity --format csv` shows the names; `activity.age.*` is a whole "
        "group, `table` one of a report's tables with columns of its own."
    ),
    N_(
        "A part may have a heading of its own by language, as in heading: {en: Whom we support}; `chart: true` "
        "draws bars beside it. Rows get other names under labels: {activity.persons: {en: Persons supported}}; "
        "what has to be said besides stands under notes: [{en: …}], and the title under title: {en: …}."
    ),
    N_(
        "The words of the letter are in the template funder. `jobcoach template check` tries both; --publish "
        "hides counts below 5."
    ),
)


def funder_beginning(shipped: str, t: Texts) -> str:
    """Return the shipped choice of figures with its explanation in this language."""
    lines = [f"# {line}" for text in FUNDER_HOW for line in wrap(t(text), 98)]
    return "\n".join([*lines, shipped[shipped.index("parts:") :]])


def _says_something(block: nodes.Block) -> bool:
    return any(not isinstance(part, nodes.Block) for part in block.body)


def _head(name: str, t: Texts) -> Sequence[str]:
    how = t(
        "Before or after super() you add to a block, in its place you write your own; "
        "the blocks you do not change can go."
    )
    return (
        f'{{% extends "shipped/{name}.j2" %}}',
        "{% import pieces as m %}",
        f"{{# {how} #}}",
        "",
    )


def _block(name: str) -> str:
    return f"{{% block {name} %}}{{{{ super() }}}}{{% endblock %}}"
