"""A compiled catalogue that is looked up, not taken in: a screen says fifty of its three thousand messages.

The standard library's reader decodes all of them at every start, which is longer than most commands take for
their own work. The format is GNU gettext's ``.mo``: sorted messages, so that one is found by halving.
"""

from __future__ import annotations

import gettext
import re
import struct
from collections.abc import Callable

_LITTLE_ENDIAN = b"\xde\x12\x04\x95"
_PLURAL_RULE = re.compile(r"plural=([^;\n]+)")


class CatalogueFile(gettext.NullTranslations):
    """The messages of a ``.mo`` file in UTF-8; what it does not hold is said as it is written in the code."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._data = data
        self._order = "<" if data[:4] == _LITTLE_ENDIAN else ">"
        self._number, self._ids, self._texts = struct.unpack_from(f"{self._order}3I", data, 8)
        self._plural: Callable[[int], int] | None = None
        self._found: dict[str, str | None] = {}

    def gettext(self, message: str) -> str:
        """Return the message in the catalogue's language."""
        return self._find(message) or message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the message in the form that *n* takes."""
        found = self._find(msgid1)
        if found is None:
            return msgid1 if n == 1 else msgid2
        if self._plural is None:
            rule = _PLURAL_RULE.search(self._find("") or "")
            self._plural = gettext.c2py(rule[1] if rule else "n != 1")
        return found.split("\0")[self._plural(n)]

    def _find(self, message: str) -> str | None:
        """Return the text of a message, or None; what was looked for once is remembered."""
        if message not in self._found:
            self._found[message] = self._looked_up(message)
        return self._found[message]

    def _looked_up(self, message: str) -> str | None:
        """A message with a plural is found by its singular."""
        wanted = message.encode()
        low, high = 0, self._number
        while low < high:
            middle = (low + high) // 2
            if self._at(self._ids, middle).partition(b"\0")[0] < wanted:
                low = middle + 1
            else:
                high = middle
        if low == self._number or self._at(self._ids, low).partition(b"\0")[0] != wanted:
            return None
        return self._at(self._texts, low).decode()

    def _at(self, table: int, place: int) -> bytes:
        length, start = struct.unpack_from(f"{self._order}2I", self._data, table + 8 * place)
        return self._data[start : start + length]
