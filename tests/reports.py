"""Every report on the examples that is compared, read and looked at: one row each."""

from pathlib import Path

from conftest import run

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "cases"

COMMANDS: dict[str, tuple[str, ...]] = {
    "activity": ("report", "activity"),
    "activity-published": ("report", "activity", "--publish"),
    "outcomes": ("report", "outcomes"),
    "outcomes-published": ("report", "outcomes", "--publish"),
    "progress": ("report", "progress", "--since", "2025-09-01"),
    "caseload": ("report", "caseload"),
    "employer": ("report", "employer"),
    "employer-lambert": ("report", "employer", "boulangerie-lambert"),
    "rhythm": ("report", "rhythm"),
    "barriers": ("report", "barriers"),
    "quality": ("report", "quality"),
    "funder": ("report", "funder", "--since", "2025-01-01", "--until", "2025-12-31"),
}
"""The command of each report, by its name."""


def report(name: str, language: str, form: str) -> str:
    """Return a report as it is printed on the day of the test's clock."""
    ran = run("-C", str(EXAMPLES), "--lang", language, *COMMANDS[name], "--format", form, "-o", "-")
    assert ran.exit_code == 0, (name, ran.stderr)
    return ran.stdout
