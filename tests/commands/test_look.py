"""The service's own look: its logo and its colour in documents, and documents without what cannot be used."""

import base64
import re

import pytest
from conftest import SETTINGS

from jobcoach.store.pictures import MOST_BYTES

PNG = b"\x89PNG\r\n\x1a\n" + b"a picture"
THEIRS = "#1b4a72"
"""The colour of documents where the service has none."""


@pytest.fixture
def cases(service):
    service.person("ab-k7q", "name: Amina Benali\nstages: [{stage: reserve, on: 2026-02-01}]\n")
    return service


def look(cases, **organisation):
    """Give the service a look."""
    pairs = ", ".join(f'{key}: "{value}"' for key, value in organisation.items())
    cases.settings(f"{SETTINGS}organisation: {{name: Le Tremplin, {pairs}}}\n")


def page(cases, *args, said=""):
    """The plan as a page; *said* is what is told beside it."""
    ran = cases.run("document", "plan", "amina", "--format", "html", "-o", "-", *args)
    assert (ran.exit_code, ran.stderr) == (0, said)
    return ran.stdout


def logo_in(text):
    """The logo of a page as (kind, bytes, text that stands for it), or None where it has none."""
    found = re.search(r'<img class="logo" alt="([^"]*)" src="data:([^;]+);base64,([^"]+)">', text)
    return (found[2], base64.b64decode(found[3]), found[1]) if found else None


def accent_in(text):
    return re.search(r"--accent: ([^;]+);", text)[1]


# Logo


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("logo.png", "image/png"),
        ("logo.PNG", "image/png"),
        ("logo.jpg", "image/jpeg"),
        ("logo.jpeg", "image/jpeg"),
        ("logo.gif", "image/gif"),
        ("look/our logo.svg", "image/svg+xml"),
    ],
)
def test_the_logo_is_taken_into_the_page_with_a_text_that_stands_for_it(cases, name, kind):
    cases.write(name, PNG)
    look(cases, logo=name)

    text = page(cases)

    assert logo_in(text) == (kind, PNG, "Le Tremplin")
    assert '<p class="note">Le Tremplin</p>' not in text


def test_without_a_logo_the_name_stands_in_its_place(cases):
    look(cases, phone="071 00 00 10")

    text = page(cases)

    assert logo_in(text) is None
    assert '<p class="note">Le Tremplin</p>' in text


def test_every_document_has_the_logo_easy_and_large_too(cases):
    cases.write("logo.png", PNG)
    look(cases, logo="logo.png")

    for style in ("standard", "easy", "large"):
        assert logo_in(page(cases, "--style", style))
    meeting = cases.run("document", "meeting", "amina", "--format", "html", "-o", "-").stdout
    assert logo_in(meeting)


def test_markdown_has_no_pictures(cases):
    cases.write("logo.png", PNG)
    look(cases, logo="logo.png")

    ran = cases.run("document", "plan", "amina", "-o", "-")

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert "data:" not in ran.stdout


def test_a_logo_of_a_megabyte_is_taken_and_one_byte_more_is_not(cases):
    look(cases, logo="logo.png")

    cases.write("logo.png", b"x" * MOST_BYTES)
    assert logo_in(page(cases)) is not None

    cases.write("logo.png", b"x" * (MOST_BYTES + 1))
    assert logo_in(page(cases, said=unusable("logo.png"))) is None


def unusable(path):
    return (
        f"The logo {path} cannot be used; the document is made without.\n"
        "    a PNG, JPEG or SVG in the repository, of a megabyte at most\n"
    )


@pytest.mark.parametrize(
    "written",
    [
        "nowhere.png",
        "empty.png",
        "notes.txt",
        "notes",
        "people",
        "folder.png",
        "../outside.png",
        "link.png",
        "people/../../outside.png",
        "{outside}",
        "circle.png",
        "https://example.org/logo.png",
    ],
)
def test_a_logo_that_cannot_be_used_is_told_and_the_document_made_without(cases, tmp_path, written):
    cases.write("empty.png", b"")
    cases.write("notes.txt", PNG)
    cases.write("notes", PNG)
    (cases.root / "folder.png").mkdir()
    outside = tmp_path / "outside.png"
    outside.write_bytes(PNG)
    (cases.root / "link.png").symlink_to(outside)
    (cases.root / "circle.png").symlink_to("circle.png")
    written = written.format(outside=outside)
    look(cases, logo=written)

    text = page(cases, said=unusable(written))

    assert logo_in(text) is None
    assert "<h1>My plan – Amina Benali</h1>" in text
    assert '<p class="note">Le Tremplin</p>' in text


@pytest.mark.parametrize("written", ["logo.png", "./look/../logo.png"])
def test_a_path_within_the_repository_may_be_written_in_any_way(cases, written):
    cases.write("logo.png", PNG)
    cases.write("look/keep", b"")
    look(cases, logo=written)

    assert logo_in(page(cases)) is not None


def test_a_link_within_the_repository_is_as_good_as_a_file(cases):
    cases.write("look/logo.png", PNG)
    (cases.root / "logo.png").symlink_to("look/logo.png")
    look(cases, logo="logo.png")

    assert logo_in(page(cases)) is not None


def test_a_logo_that_cannot_be_used_is_told_once_however_many_documents_are_made(cases):
    cases.person("bc-l8r", "name: Bruno Colin\n")
    look(cases, logo="nowhere.png")

    ran = cases.run("plan", "render", "--all")

    assert ran.exit_code == 0
    assert len(ran.stdout.splitlines()) == 2
    assert ran.stderr == unusable("nowhere.png")


def test_it_is_told_in_the_screens_language_not_the_documents(cases):
    look(cases, logo="nowhere.png")

    page(cases, "--lang", "fr", said=unusable("nowhere.png"))


def test_an_own_name_in_signs_of_html_stays_text(cases):
    cases.write("logo.svg", b'<svg onload="alert(1)"/>')
    cases.settings(f"""{SETTINGS}organisation: {{name: 'A "B" <script>', logo: logo.svg}}\n""")

    text = page(cases)

    assert logo_in(text)[2] == "A &#34;B&#34; &lt;script&gt;"
    assert "onload" not in text


# Colour


def test_headings_have_the_services_colour(cases):
    look(cases, colour="#5b2a86")

    assert accent_in(page(cases)) == "#5b2a86"


def test_without_a_colour_of_its_own_they_have_ours(cases):
    assert accent_in(page(cases)) == THEIRS


@pytest.mark.parametrize(("dark", "light"), [("#595959", "#5a5a5a"), ("#B60000", "#B70000")])
def test_a_colour_too_light_to_be_read_is_not_used(cases, dark, light):
    look(cases, colour=dark)
    assert accent_in(page(cases)) == dark

    look(cases, colour=light)
    assert accent_in(page(cases)) == THEIRS
    assert ("jobcoach.yaml", "low-contrast") in _found(cases)


@pytest.mark.parametrize("written", ["blue", "#147", "red; } body { display: none", "url(x)"])
def test_what_is_no_colour_is_not_used(cases, written):
    look(cases, colour=written)

    text = page(cases)

    assert accent_in(text) == THEIRS
    assert written not in text
    assert ("jobcoach.yaml", "bad-colour") in _found(cases)


def _found(cases):
    return [(file, code) for file, _, _, code in cases.findings()]


def test_a_colour_in_quotes_is_set_by_a_command_too(cases):
    cases.settings(SETTINGS + "commit: off\norganisation: {name: Le Tremplin}\n")

    assert cases.run("settings", "set", "organisation.colour", "#5b2a86").exit_code == 0

    assert accent_in(page(cases)) == "#5b2a86"


def test_markdown_has_no_colour(cases):
    look(cases, colour="#5b2a86")

    assert "#5b2a86" not in cases.run("document", "plan", "amina", "-o", "-").stdout
