"""``set`` and ``add``: any key of a file, by the path at which it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from jobcoach.commands.asking import required
from jobcoach.desk import Desk
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.domain.fields import Record

R = TypeVar("R", bound="Record")

ValuesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="VALUE…", help="Texts; or key=value pairs, which make one entry."),
]
VALUE_HELP = '"" takes it away; [] is an empty list.'


def setting(key: str | None, value: str | None, desk: Desk) -> Callable[[R], R]:
    """Return what sets the key to the value; what is missing is asked for. An empty value takes it away."""
    path = required(key, "KEY", N_("Which key?"), desk)
    new = value if value is not None else required(value, "VALUE", N_("Which value?"), desk)

    def change(record: R) -> R:
        from jobcoach.store.field_paths import with_value

        return with_value(record, path, new, desk.today)

    return change


def adding(key: str | None, values: list[str] | None, desk: Desk) -> Callable[[R], R]:
    """Return what adds to the list at the key; without values the list is there, be it empty."""
    path = required(key, "KEY", N_("Which list?"), desk)

    def change(record: R) -> R:
        from jobcoach.store.field_paths import with_added

        return with_added(record, path, values or (), desk.today)

    return change
