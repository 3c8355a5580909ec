"""One browser for all tests, and each document open in it once."""

from collections.abc import Iterator
from typing import Any

import pytest

from .chromium import Chromium, Page, Screen
from .documents import Document, documents
from .tools import ToolMissing, axe, tools

# One document's tests stay together where several workers share them out.
DOCUMENTS = [
    pytest.param(row, id=str(row), marks=pytest.mark.xdist_group(str(row))) for row in documents()
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    try:
        found, _ = tools(), axe()
    except ToolMissing as missing:
        pytest.exit(str(missing), returncode=1)
    browser = Chromium(found)
    yield browser
    browser.close()


@pytest.fixture(scope="session", params=DOCUMENTS)
def document(request: pytest.FixtureRequest) -> Document:
    return request.param


@pytest.fixture(scope="session")
def html(document: Document) -> str:
    return document.html()


@pytest.fixture(scope="session")
def page(chromium: Chromium, html: str) -> Page:
    return chromium.open(html)


@pytest.fixture(scope="session")
def structure(page: Page) -> dict[str, Any]:
    """How the page is built: its language, title, landmarks, headings, tables."""
    page.on(Screen(1280))
    return page.probe("structure")
