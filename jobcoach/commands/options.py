"""Options that several commands have, declared once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any

Command = Callable[..., None]


def with_options(maker: Callable[..., object]) -> Callable[[Command], Command]:
    """Give a command all options of *maker* in place of its last parameter, which is what *maker* makes of them.

    So ``plan(ctx, person, how)`` under ``with_options(wanted)`` is typed as ``plan PERSON --format … --lang …``.
    """

    def give(command: Command) -> Command:
        *own, made = signature(command, eval_str=True).parameters.values()
        options = signature(maker, eval_str=True).parameters

        @wraps(command)
        def taking(*args: object, **given: Any) -> None:
            chosen = {name: given.pop(name) for name in options}
            command(*args, **given, **{made.name: maker(**chosen)})

        taken: list[Parameter] = [*own, *options.values()]
        taking.__signature__ = Signature(taken)  # type: ignore[attr-defined]
        taking.__annotations__ = {one.name: one.annotation for one in taken}
        return taking

    return give
