"""PDF made by the program itself (the extra ``pdf``): tagged, titled, in its language, and complete."""

import contextlib
import re
import subprocess
import zlib
from pathlib import Path

import pytest
from conftest import run
from documents import committed_examples

from .documents import plain

pytest.importorskip("weasyprint", reason="the extra pdf is not installed", exc_type=ImportError)

DOCUMENTS = {
    "plan": ("plan", "render", "ab-k7q"),
    "follow-up": ("document", "follow-up", "ab-k7q"),
    "job": ("document", "job", "boulangerie-lambert/counter"),
}
FORMS = [("fr", "standard"), ("nl", "easy"), ("de", "large"), ("en", "easy")]


def told(pdf: Path, *command: str) -> str:
    return subprocess.run(
        [*command, str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode()


def objects(pdf: Path) -> bytes:
    """The PDF with what is packed in it unpacked."""
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf.read_bytes(), re.DOTALL)
    unpacked = [pdf.read_bytes()]
    for stream in packed:
        with contextlib.suppress(zlib.error):
            unpacked.append(zlib.decompress(stream))
    return b"\n".join(unpacked)


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plain(monkeypatch)
    return committed_examples(tmp_path / "cases")


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize(("language", "style"), FORMS)
def test_a_pdf_is_tagged_and_says_its_title_and_language(
    cases: Path, tmp_path: Path, name: str, language: str, style: str
) -> None:
    pdf = tmp_path / f"{name}.pdf"

    ran = run(
        "-C", str(cases), *DOCUMENTS[name], "--lang", language, "--style", style, "-o", str(pdf)
    )

    assert (ran.exit_code, ran.stdout) == (0, f"{pdf}\n")
    facts = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True).stdout.decode()
    assert "Tagged:          yes" in facts
    assert "Page size:       595.276 x 841.89 pts (A4)" in facts
    assert facts.splitlines()[0].removeprefix("Title:").strip()
    assert f"/Lang ({language})".encode() in objects(pdf)


def test_a_pdf_says_what_the_page_says(cases: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "plan.pdf"

    run("-C", str(cases), "plan", "render", "ab-k7q", "--lang", "fr", "-o", str(pdf))

    text = " ".join(told(pdf, "pdftotext").split())
    assert "Je veux voir du monde et ramener un vrai salaire à la maison." in text
    assert "page 1 sur" in text
    assert "Établi pour Amina Benali le 9 mars 2026." in text


def test_a_pdf_loads_nothing_from_elsewhere(cases: Path, tmp_path: Path) -> None:
    own = cases / "templates" / "plan.j2"
    own.parent.mkdir()
    own.write_text(
        '{% extends "shipped/plan.j2" %}\n'
        '{% block rights %}<img alt="x" src="file:///etc/hostname">{% endblock %}\n'
    )
    pdf = tmp_path / "plan.pdf"

    ran = run("-C", str(cases), "plan", "render", "ab-k7q", "-o", str(pdf))

    assert ran.exit_code == 0
    assert b"/Image" not in objects(pdf)
