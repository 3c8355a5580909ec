"""The pages that the browser tests look at: every row of tests/documents.py in every form, and every report."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from conftest import git
from documents import COMMANDS, committed_examples, document
from reports import COMMANDS as REPORTS
from reports import report

from jobcoach.desk import LANGUAGES

STYLES = ("standard", "easy", "large")


@dataclass(frozen=True)
class Document:
    """A document of tests/documents.py in one language and style."""

    name: str
    language: str
    style: str

    def __str__(self) -> str:
        return f"{self.name}.{self.language}.{self.style}"

    def html(self) -> str:
        """Return the page as printed on 9 March 2026, from a fresh copy of the examples.

        A document for somebody else is noted down in the case; no other document may see that.
        """
        with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as environment:
            plain(environment)
            cases = Path(shutil.copytree(_examples(), Path(folder) / "cases"))
            return document(cases, self.name, self.language, self.style, "html")


@dataclass(frozen=True)
class Report:
    """A report of tests/reports.py in one language; it has one style."""

    name: str
    language: str
    style: str = "standard"

    def __str__(self) -> str:
        return f"report-{self.name}.{self.language}"

    def html(self) -> str:
        """Return the page as printed on 9 March 2026; a report changes nothing in the examples."""
        with pytest.MonkeyPatch.context() as environment:
            plain(environment)
            return report(self.name, self.language, "html")


def documents() -> Iterator[Document | Report]:
    """Every page to look at."""
    for language in LANGUAGES:
        for name in COMMANDS:
            for style in STYLES:
                yield Document(name, language, style)
        for name in REPORTS:
            yield Report(name, language)


def plain(environment: pytest.MonkeyPatch) -> None:
    """Take a coach's own settings away, and stop the clock; here, since pages outlive one test."""
    for name in list(os.environ):
        if name.startswith(("JOBCOACH_", "LC_", "GIT_")) or name in ("LANG", "LANGUAGE"):
            environment.delenv(name)
    environment.setenv("JOBCOACH_TODAY", "2026-03-09")
    environment.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    environment.setenv("GIT_CONFIG_NOSYSTEM", "1")


@cache
def _keeper() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


@cache
def _examples() -> Path:
    root = committed_examples(Path(_keeper().name) / "cases")
    git(root, "gc", "-q")  # fewer files to copy, again and again
    return root
