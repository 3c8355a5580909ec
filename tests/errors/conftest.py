"""What ``check`` finds, asked by code."""

from typing import Any

import pytest


class Faults:
    """The findings of one repository, by code."""

    def __init__(self, service: Any) -> None:
        self._service = service

    def all(self, *paths: str) -> list[dict[str, Any]]:
        ran = self._service.run("check", "--json", *paths)
        assert ran.stdout, ran.stderr
        return ran.json["findings"]

    def codes(self) -> list[str]:
        return [f["code"] for f in self.all()]

    def of(self, code: str) -> list[dict[str, Any]]:
        return [f for f in self.all() if f["code"] == code]

    def at(self, code: str) -> list[tuple[str, int, int]]:
        """Where *code* was found: (file, line, column)."""
        return [(f["file"], f["line"], f["column"]) for f in self.of(code)]

    def worded(self, code: str) -> str:
        """The level of *code*, once sure that each has a message and a hint."""
        found = self.of(code)
        assert found, f"no {code}"
        for finding in found:
            assert finding["message"].strip()
            assert finding["hint"].strip()
        (level,) = {finding["level"] for finding in found}
        return level

    def message(self, code: str) -> str:
        (finding,) = self.of(code)
        return finding["message"]

    def hint(self, code: str) -> str:
        (finding,) = self.of(code)
        return finding["hint"]


@pytest.fixture
def faults(service):
    return Faults(service)
