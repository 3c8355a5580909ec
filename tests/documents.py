"""Every document of the examples that is compared, read and looked at: one row each."""

import shutil
from pathlib import Path

from conftest import git, run

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "cases"

COMMANDS: dict[str, tuple[str, ...]] = {
    "plan-ab-k7q": ("plan", "render", "ab-k7q"),
    "plan-ws-c9e": ("plan", "render", "ws-c9e"),
    "plan-lp-k3d": ("plan", "render", "lp-k3d"),
    "plan-ab-k7q-for-employer": ("plan", "render", "ab-k7q", "--for", "boulangerie-lambert"),
    "plan-ab-k7q-for-partner": ("plan", "render", "ab-k7q", "--for", "cpas"),
    "trust-contract-ab-k7q": ("document", "trust-contract", "ab-k7q"),
    "trust-contract-ws-c9e": ("document", "trust-contract", "ws-c9e"),
    "follow-up-ab-k7q": ("document", "follow-up", "ab-k7q", "--for", "person"),
    "follow-up-ab-k7q-for-employer": ("document", "follow-up", "ab-k7q"),
    "presentation-ab-k7q": ("document", "presentation", "ab-k7q", "--for", "person"),
    "presentation-ab-k7q-for-employer": (
        *("document", "presentation", "ab-k7q"),
        *("--for", "vesdre-logistique"),
    ),
    "job-counter": ("document", "job", "boulangerie-lambert/counter"),
    "job-counter-for-employer": (
        *("document", "job", "boulangerie-lambert/counter"),
        *("--for", "employer"),
    ),
    "effects-ab-k7q": ("document", "effects", "ab-k7q", "boulangerie-lambert/counter"),
    "meeting-ab-k7q": ("document", "meeting", "ab-k7q"),
    "meeting-ws-c9e": ("document", "meeting", "ws-c9e"),
    "meeting-lp-k3d": ("document", "meeting", "lp-k3d"),
    "closing-mc-h4y": ("document", "closing", "mc-h4y"),
    "closing-ab-k7q-for-employer": (
        *("document", "closing", "ab-k7q"),
        *("--for", "boulangerie-lambert"),
    ),
}
"""The command of each document, by its name; those for others are recorded as handed on."""


def committed_examples(root: Path) -> Path:
    """Return a copy of the examples in git at *root*, with Claire at work."""
    shutil.copytree(EXAMPLES, root)
    git(root, "init", "-q", "-b", "main", "--template=")
    git(root, "config", "user.email", "claire@example.org")
    git(root, "config", "user.name", "Claire Dubois")
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "examples")
    return root


def document(cases: Path, name: str, language: str, style: str, form: str) -> str:
    """Return a document as it is printed on the day of the test's clock."""
    wanted = ("--lang", language, "--style", style, "--format", form, "-o", "-")
    ran = run("-C", str(cases), *COMMANDS[name], *wanted)
    assert ran.exit_code == 0, (name, ran.stderr)
    return ran.stdout
