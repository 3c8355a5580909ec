"""Whole reports, byte for byte: JOBCOACH_GOLDEN=write makes them anew; read the difference then."""

import os
from pathlib import Path

import pytest
from reports import COMMANDS, report

GOLDEN = Path(__file__).resolve().parents[1] / "golden_reports"
ENDINGS = {"table": "txt", "md": "md", "html": "html", "csv": "csv", "json": "json"}
FORMS = (
    *(("en", form) for form in ENDINGS),
    *((language, "md") for language in ("fr", "nl", "de")),
    ("fr", "table"),
)
ALL = [
    pytest.param(name, language, form, id=f"{name}.{language}.{ENDINGS[form]}")
    for name in COMMANDS
    for language, form in FORMS
]
# Read when the tests are gathered: fixtures take every setting of the program's away.
WRITE = os.environ.get("JOBCOACH_GOLDEN") == "write"


@pytest.mark.parametrize(("name", "language", "form"), ALL)
def test_a_report_is_the_golden_one_byte_for_byte(name, language, form):
    golden = GOLDEN / f"{name}.{language}.{ENDINGS[form]}"
    made = report(name, language, form)

    if WRITE:
        golden.write_bytes(made.encode("utf-8"))
    assert made == golden.read_bytes().decode("utf-8")


def test_every_golden_file_belongs_to_a_test():
    names = {param.id for param in ALL}

    assert {path.name for path in GOLDEN.iterdir() if not path.name.startswith(".")} == names
