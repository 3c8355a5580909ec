"""What the browser tests need on a machine, and one line for what is missing.

Run as a script it says that line and fails, or says nothing.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

AXE = Path(__file__).resolve().parent / "node_modules" / "axe-core" / "axe.min.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
POPPLER = ("pdfinfo", "pdftotext", "pdftoppm")


class Tools(NamedTuple):
    """Where Chromium and its driver lie."""

    chromium: str
    driver: str


class ToolMissing(Exception):
    """Something is not installed; the text says what to install."""


def tools() -> Tools:
    """Return the tools, or raise ToolMissing. CHROMIUM and CHROMEDRIVER name them where PATH does not."""
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), "")
    driver = os.environ.get("CHROMEDRIVER") or shutil.which("chromedriver") or ""
    found = {
        "chromium": chromium,
        "chromium-driver": driver,
        "poppler-utils": all(map(shutil.which, POPPLER)),
        "npm": AXE.is_file() or shutil.which("npm"),
    }
    missing = [name for name, there in found.items() if not there]
    if missing:
        raise ToolMissing(
            f"The browser tests need {', '.join(missing)}. "
            "On Debian: apt-get install chromium chromium-driver poppler-utils fonts-liberation npm"
        )
    return Tools(chromium, driver)


def axe() -> str:
    """Return axe-core's own text, or raise ToolMissing."""
    if not AXE.is_file():
        raise ToolMissing("The browser tests need axe-core: npm ci --prefix tests/browser")
    return AXE.read_text("utf-8")


if __name__ == "__main__":
    try:
        tools()
    except ToolMissing as missing:
        sys.exit(str(missing))
