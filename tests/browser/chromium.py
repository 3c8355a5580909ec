"""One headless Chromium, and a page in it: on a screen of any width, and on paper."""

import base64
import json
import os
import shutil
import tempfile
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from .printed import Printed
from .tools import Tools, axe

PROBES = Path(__file__).resolve().parent / "probes"
FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",  # a page that asks gets nothing
)
PAPER = {
    "preferCSSPageSize": True,
    "printBackground": False,  # as browsers print unless asked otherwise
    "generateTaggedPDF": True,
}
# WCAG 2.2, 1.4.12: a reader may space a text out this far.
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    " word-spacing: .16em !important } p { margin-bottom: 2em !important }"
)


class Screen(NamedTuple):
    """How wide a window is, in its own pixels, and how far the page is zoomed."""

    width: int
    zoom: int = 1
    spaced: bool = False

    def __str__(self) -> str:
        return f"{self.width}px{' zoomed' * (self.zoom > 1)}{' spaced' * self.spaced}"


class Chromium:
    """The browser: one process for all pages, closed with its folder at the end."""

    def __init__(self, tools: Tools) -> None:
        self.folder = Path(tempfile.mkdtemp())
        options = webdriver.ChromeOptions()
        options.binary_location = tools.chromium
        options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
        for flag in (*FLAGS, f"--user-data-dir={self.folder / 'profile'}"):
            options.add_argument(flag)
        if (hasattr(os, "geteuid") and os.geteuid() == 0) or os.environ.get("CI"):
            options.add_argument("--no-sandbox")
        self.shown: Page | None = None
        self.driver = webdriver.Chrome(options, Service(tools.driver))

    def close(self) -> None:
        self.driver.quit()
        shutil.rmtree(self.folder, ignore_errors=True)

    def open(self, html: str) -> "Page":
        """Show a page, from a file: what it would load is asked for as on a coach's computer."""
        self.requests()
        page = Page(self, html)
        page.load()
        return page

    def command(self, name: str, **facts: object) -> dict[str, Any]:
        """Run a command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, facts)

    def requests(self) -> list[str]:
        """Return what was asked for since this was last called."""
        sent = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                sent.append(message["params"]["request"]["url"])
        return sent


class Page:
    """A page in the browser's one tab; it comes back there when it is asked something."""

    def __init__(self, chromium: Chromium, html: str) -> None:
        self.chromium = chromium
        self.html = html
        self.file = chromium.folder / "page.html"

    @property
    def address(self) -> str:
        return self.file.as_uri()

    def load(self) -> None:
        self.file.write_text(self.html, "utf-8", newline="\n")
        self.chromium.shown = self
        self.on(Screen(1280))
        self.chromium.driver.get(self.address)

    def on(self, screen: Screen) -> None:
        """Show it on a screen: a zoom leaves fewer CSS pixels, each of them larger."""
        self._lay_out(screen.width // screen.zoom, screen.zoom, "")
        self.run(
            "document.getElementById('spaced')?.remove();"
            "if (arguments[0]) document.head.append(Object.assign("
            "document.createElement('style'), {id: 'spaced', textContent: arguments[0]}))",
            SPACED if screen.spaced else "",
        )

    def on_paper(self) -> dict[str, float]:
        """Lay it out as on an A4 sheet within its margins, which come back, in millimetres."""
        margins = self.probe("margins")
        across = 210 - margins["left"] - margins["right"]
        self._lay_out(int(across / 25.4 * 96), 1, "print")
        return margins

    def _come_back(self) -> None:
        if self.chromium.shown is not self:
            self.load()

    def _lay_out(self, width: int, scale: int, media: str) -> None:
        self._come_back()
        command = self.chromium.command
        command("Emulation.setEmulatedMedia", media=media)
        command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=scale,
            mobile=False,
        )

    def run(self, script: str, *facts: object) -> Any:
        """Run JavaScript in the page; what it returns."""
        self._come_back()
        return self.chromium.driver.execute_script(script, *facts)

    def probe(self, name: str, *facts: object) -> Any:
        """Run one of the scripts in probes/."""
        return self.run((PROBES / f"{name}.js").read_text("utf-8"), *facts)

    def axe(self) -> dict[str, Any]:
        """Return what axe-core finds."""
        if not self.run("return 'axe' in window"):
            self.run(axe())
        return self.chromium.driver.execute_async_script((PROBES / "axe.js").read_text("utf-8"))

    @cached_property
    def printed(self) -> Printed:
        """The page on A4, with marks in it that tell on which sheet each thing stands."""
        self.on(Screen(1280))
        marks = self.probe("marks")
        pdf = self.pdf()
        self.load()
        return Printed(pdf, marks)

    def pdf(self) -> bytes:
        """Return the page printed to PDF, as it is now."""
        self._come_back()
        # A medium that is set would be that of the paper too.
        self.chromium.command("Emulation.setEmulatedMedia", media="")
        return base64.b64decode(self.chromium.command("Page.printToPDF", **PAPER)["data"])

    def picture(self) -> bytes:
        """Return a PNG of the whole page, as it is now."""
        self._come_back()
        size = self.chromium.command("Page.getLayoutMetrics")["cssContentSize"]
        clip = {**size, "x": 0, "y": 0, "scale": 1}
        shot = self.chromium.command(
            "Page.captureScreenshot", captureBeyondViewport=True, clip=clip
        )
        return base64.b64decode(shot["data"])
