"""Composing YAML into nodes in C, without guessing any type, and never deeper than is safe.

The parser's composer recurses, and libyaml bounds its own depth since 0.2.6; both are kept from a text that
is nested too deep, whose place is told instead.
"""

from typing import Any

from yaml import SafeLoader, YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.error import MarkedYAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent
from yaml.nodes import Node

MAX_DEPTH = 20

# Beyond these the composer, which recurses in C, must not be let loose before the depth is known.
_MANY = 2_000


class Composer(CParser):
    """Composes nodes without guessing any type."""

    def resolve(self, kind: object, value: object, implicit: object) -> None:
        return None

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        return None

    def ascend_resolver(self) -> None:
        return None


class TooDeep(Exception):
    """Nesting that the composer must not be let loose on; *mark* is where it begins."""

    def __init__(self, mark: Any) -> None:
        super().__init__()
        self.mark = mark


def compose(text: str) -> Node | None:
    """Return the nodes of a text; raises YAMLError, or TooDeep where recursion could go too far."""
    if _may_be_deep(text):
        try:
            mark = _first_too_deep(Composer(text))
        except YAMLError as error:
            mark = _beyond_the_parser(text, error)
        if mark is not None:
            raise TooDeep(mark)
    parser = Composer(text)
    try:
        return parser.get_single_node()
    except YAMLError as error:
        mark = _beyond_the_parser(text, error)
        if mark is not None:
            raise TooDeep(mark) from None
        raise
    finally:
        parser.dispose()


def _beyond_the_parser(text: str, error: YAMLError) -> Any:
    """Return the mark of nesting that the C parser gave up on by itself (libyaml 0.2.6: 1,000 levels).

    It reads far ahead of the events it tells, so its own mark says nothing. Python's parser does not
    recurse, and has long stopped when it would become slow.
    """
    if not isinstance(error, MarkedYAMLError) or "nesting depth" not in (error.problem or ""):
        return None
    try:
        return _first_too_deep(SafeLoader(text))
    except YAMLError:
        return None


def _first_too_deep(parser: CParser | SafeLoader) -> Any:
    """Return the mark of the first collection nested too deep, or None."""
    depth = 0
    try:
        while parser.check_event():
            event: Any = parser.get_event()
            if isinstance(event, CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    return event.start_mark
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
    finally:
        parser.dispose()
    return None


def _may_be_deep(text: str) -> bool:
    """Whether nesting could go so deep that the composer's recursion is a danger.

    Each level takes a bracket of its own, or a column more than the one around it.
    """
    return text.count("[") + text.count("{") > _MANY or max(map(len, text.split("\n"))) > _MANY
