"""What a service chooses to tell its funder: the file ``templates/funder.yaml`` as records."""

from collections.abc import Mapping

from jobcoach.domain.fields import Language, Record


class ChosenPart(Record, frozen=True, kw_only=True):
    """One part: figures row by row, or a report's table of rows and columns of its own.

    *figures* are called by report and name: ``activity.persons``, a whole group as ``activity.age.*``. The
    *heading* is the report's own where none is written.
    """

    heading: dict[Language, str] = {}
    figures: tuple[str, ...] = ()
    table: str | None = None
    chart: bool | None = None

    @classmethod
    def wanted(cls, values: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
        """Figures or a table."""
        return () if "figures" in values or "table" in values else (("figures", "table"),)


class FunderReport(Record, frozen=True, kw_only=True):
    """The whole file; texts by language, *labels* by the names of figures."""

    title: dict[Language, str] = {}
    notes: tuple[dict[Language, str], ...] = ()
    labels: dict[str, dict[Language, str]] = {}
    parts: tuple[ChosenPart, ...] = ()

    @classmethod
    def wanted(cls, values: Mapping[str, object]) -> tuple[tuple[str, ...], ...]:
        """A report without any part would be a letter without a word."""
        return () if "parts" in values else (("parts",),)
