"""Who is there already: no row makes a second file of anybody."""

from collections.abc import Callable, Mapping

from jobcoach.domain.importing.words import normal


class OnFile:
    """Persons or employers by name, whatever its case, accents and order of words.

    Two of one name are the same unless both have a *detail* (a birth date, a place) and these differ.
    Cases that were there are known by id, those of earlier rows by the line of the file they stand on.
    """

    def __init__(self, names: Mapping[str, str], detail: Callable[[str], object]) -> None:
        self._detail = detail
        self._ids: dict[tuple[str, ...], list[str]] = {}
        self._lines: dict[tuple[str, ...], list[tuple[int, object]]] = {}
        for case_id, name in names.items():
            self._ids.setdefault(_key(name), []).append(case_id)

    def same(self, name: str, detail: object) -> str | int | None:
        """Return the id of the same case, or the line of an earlier row that made it; None for neither."""
        for case_id in self._ids.get(_key(name), ()):
            if _agree(self._detail(case_id), detail):
                return case_id
        for line, other in self._lines.get(_key(name), ()):
            if _agree(other, detail):
                return line
        return None

    def add(self, name: str, detail: object, line: int) -> None:
        """Keep in mind that the row on *line* makes a case."""
        self._lines.setdefault(_key(name), []).append((line, detail))


class Names:
    """Whom a cell names: an id, or a whole name; a part of one would put a line into the wrong file."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._ids: dict[tuple[str, ...], list[str]] = {}
        for case_id, name in names.items():
            self._ids.setdefault(_key(name), []).append(case_id)

    def meant(self, cell: str) -> list[str]:
        """Return the ids of those meant: one, several of one name, or none."""
        written = cell.strip()
        if written.casefold() in self._names:
            return [written.casefold()]
        return self._ids.get(_key(written), [])


def _key(name: str) -> tuple[str, ...]:
    """A name as it is compared; one without a Latin letter by its own signs."""
    return tuple(sorted(normal(name).split())) or (name.casefold().strip(),)


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other
