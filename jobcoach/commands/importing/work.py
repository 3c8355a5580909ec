"""What the rows of every kind of spreadsheet have in common: cells, constants, names, the rules of check."""

from __future__ import annotations

from typing import Any

from jobcoach.commands.importing.plan import Plan
from jobcoach.domain.checks import case_findings
from jobcoach.domain.findings import Finding
from jobcoach.domain.importing.judged import Case, Judged, Made
from jobcoach.domain.importing.on_file import Names
from jobcoach.domain.importing.sheet import Row, Trouble
from jobcoach.domain.importing.words import is_nothing
from jobcoach.store.cells import BadCell, Target, attributes, value_of
from jobcoach.store.change import Change


class Work:
    """The rows of one spreadsheet on their way to cases; a subclass for each kind says what a row makes."""

    def __init__(self, plan: Plan, change: Change, coach: str | None) -> None:
        self.plan = plan
        self.change = change
        self.coach = coach
        self.found = Judged()
        self._line_of: dict[str, int] = {}
        settings = change.settings
        self.coaches = Names({one.id: one.name or one.id for one in settings.coaches})
        self.partners = Names({one.id: one.name or one.id for one in settings.partners})

    def row(self, row: Row) -> list[Trouble]:
        """Take in what a row makes, or return everything that is wrong with it."""
        values, troubles = self._values(row)
        try:
            troubles += self.about(row.line, values)
            if not troubles:
                troubles += self.make(row.line, values)
        except BadCell as error:
            troubles.append(self._trouble(row.line, error))
        return troubles

    def about(self, line: int, values: dict[str, Any]) -> list[Trouble]:
        """Return what is wrong with whom a row is about. May raise BadCell."""
        raise NotImplementedError

    def make(self, line: int, values: dict[str, Any]) -> list[Trouble]:
        """Make what a sound row says; return what is wrong with it all the same. May raise BadCell."""
        raise NotImplementedError

    # Cells

    def _values(self, row: Row) -> tuple[dict[str, Any], list[Trouble]]:
        """Return what a row says, by key, with the constants of the map; and every cell at fault."""
        values: dict[str, Any] = {}
        troubles: list[Trouble] = []
        if any(row.cells[len(self.plan.sheet.headers) :]):
            troubles.append(Trouble(row.line, "", "too-many-cells"))
        for place, to in self.plan.targets.items():
            cell = row.cells[place] if place < len(row.cells) else ""
            if is_nothing(cell):
                continue
            try:
                value = value_of(
                    to, cell, self.plan.words, self.plan.dates.get(place), self.change.day
                )
                value = self._known(to, value)
            except BadCell as error:
                header = self.plan.columns[place].header
                troubles.append(Trouble(row.line, header, error.code, error.facts))
            else:
                values[to.key] = _joined(to, values[to.key], value) if to.key in values else value
        for key, value in self.plan.constants.items():
            if key not in values and self._entry_is_there(key, values):
                values[key] = value
        return values, troubles

    def _known(self, to: Target, value: Any) -> Any:
        """Return the id behind the name of a coach or a partner."""
        if to.key not in ("coach", "by", "referred.by"):
            return value
        found = (self.partners if to.key == "referred.by" else self.coaches).meant(value)
        if len(found) == 1:
            return found[0]
        if to.key == "coach":
            raise BadCell(
                to.key, "unknown-coach", known=[c.id for c in self.change.settings.coaches]
            )
        return value

    def _entry_is_there(self, key: str, values: dict[str, Any]) -> bool:
        """Whether a constant has its place: not in an entry that columns fill and that this row leaves empty."""
        entry = key.partition(".")[0]
        if not entry.endswith("]") or not any(
            to.key.startswith(f"{entry}.") for to in self.plan.targets.values()
        ):
            return True
        return any(filled.startswith(f"{entry}.") for filled in values)

    def attributes(self, values: dict[str, Any], *without: str) -> dict[str, Any]:
        paths = {to.key: to.path for to in self.plan.targets.values()}
        kept = {key: value for key, value in values.items() if key not in without}
        return attributes(
            self.plan.kind,
            {paths.get(key) or self.plan.paths[key]: value for key, value in kept.items()},
        )

    def _trouble(self, line: int, error: BadCell) -> Trouble:
        entry = f"{error.at}."
        header = self.plan.header(error.at) or next(
            (c.header for c in self.plan.columns if c.key and c.key.startswith(entry)), ""
        )
        return Trouble(line, header, error.code, error.facts)

    # Rules

    def look_over(self) -> None:
        """Judge the cases by the rules of check; what is unsound goes, with what is wrong with its row."""
        after = self.change.cases.with_records(self.found.cases.values())
        for place, case in list(self.found.cases.items()):
            for finding in case_findings(case, after, self.change.day):
                line = self.line_of(place, finding)
                if line is None or finding.code == "expectation-missing":
                    continue
                if finding.level == "warning":
                    self.found.warnings.append((line, finding))
                else:
                    header = self.header_of(finding)
                    self.found.troubles.append(
                        Trouble(line, header, "finding", {"finding": finding})
                    )
        bad = set(self.found.bad_lines)
        self.leave_out(bad)
        self.found.made = [made for made in self.found.made if made.line not in bad]
        self.found.warnings = [(line, one) for line, one in self.found.warnings if line not in bad]

    def line_of(self, place: str, finding: Finding) -> int | None:
        """The row that a finding is about; None for what was there before."""
        return self._line_of[place]

    def leave_out(self, bad: set[int]) -> None:
        """Take the cases that rows on the lines *bad* made away again."""
        for made in self.found.made:
            if made.line in bad:
                del self.found.cases[made.place]

    def header_of(self, finding: Finding) -> str:
        for to in self.plan.targets.values():
            if finding.path[: len(to.path)] == to.path:
                return self.plan.header(to.key)
        return ""

    def keep(self, line: int, case: Case) -> None:
        """Take in a new case."""
        self._line_of[case.case] = line
        self.found.cases[case.case] = case
        self.found.made.append(Made(line, case.case, case))


def _joined(to: Target, before: Any, value: Any) -> Any:
    """Return what several columns say together about one key."""
    if isinstance(before, tuple):
        return before + value
    between = {"note": "\n", "place": " "}.get(to.key, " " if "name" in to.key else ", ")
    return f"{before}{between}{value}"
