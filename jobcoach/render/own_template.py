"""A service's own template as it begins: everything as shipped, ready to be changed block by block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from jinja2 import nodes

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
