"""The pictures of easy-to-read documents: safe to put into a page, in one hand, known to their README."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

PICTURES = Path(__file__).parents[2] / "templates" / "pictures"
FILES = sorted(PICTURES.glob("*.svg"))
BEGINNING = (
    '<svg viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="3.5"'
    ' stroke-linecap="round" stroke-linejoin="round">\n'
)
TINT = "#d9e6f2"
PAINT = {"fill": {TINT, "currentColor"}, "stroke": {"none"}}
SHAPES = {
    "path": {"d"},
    "circle": {"cx", "cy", "r"},
    "rect": {"x", "y", "width", "height", "rx"},
}
NUMBER = re.compile(r"-?\d+(\.\d+)?")
OUTLINE = re.compile(r"M[MmLlHhVvCcSsQqAaZz\d., -]+")
EACH = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def _faults(picture: str) -> list[str]:
    """What keeps a picture out of a document, in words; nothing where all is well."""
    faults = []
    if not picture.startswith(BEGINNING):
        faults.append("begins unlike the others")
    if len(picture.encode()) >= 1500:
        faults.append("1.5 kB or more")
    if re.search(r"<[!?]|url\(|://", picture):
        faults.append("a prolog, a comment or a reference")
    root = ElementTree.fromstring(picture)
    for element in root.iter():
        if (element.text or "").strip() or (element.tail or "").strip():
            faults.append("text")
        if element is root:
            continue
        if element.tag not in SHAPES:
            faults.append(f"<{element.tag}>")
            continue
        for name, value in element.attrib.items():
            if name in PAINT:
                right = value in PAINT[name]
            elif name in SHAPES[element.tag]:
                right = bool((OUTLINE if name == "d" else NUMBER).fullmatch(value))
            else:
                right = False
            if not right:
                faults.append(f"{element.tag} {name}={value}")
    return faults


@EACH
def test_a_picture_is_a_few_plain_shapes_and_nothing_else(path):
    assert _faults(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("inside", "fault"),
    [
        ("<text>A</text>", "<text>"),
        ("<title>A</title>", "<title>"),
        ("<script/>", "<script>"),
        ('<use href="#a"/>', "<use>"),
        ("A", "text"),
        ('<path id="a" d="M1 1h1"/>', "path id=a"),
        ('<path onclick="a()" d="M1 1h1"/>', "path onclick=a()"),
        ('<path style="fill:red" d="M1 1h1"/>', "path style=fill:red"),
        ('<path fill="red" d="M1 1h1"/>', "path fill=red"),
        ('<path d="1 1"/>', "path d=1 1"),
        ('<circle cx="1" cy="1" r="50%"/>', "circle r=50%"),
        ("<!-- A -->", "a prolog, a comment or a reference"),
        (f'<path d="M{"1 1 " * 400}"/>', "1.5 kB or more"),
    ],
)
def test_anything_else_is_seen(inside, fault):
    assert fault in _faults(f"{BEGINNING}{inside}\n</svg>\n")


def test_a_picture_of_another_size_is_seen():
    drawn = f"{BEGINNING}</svg>\n"

    assert _faults(drawn) == []
    assert _faults(drawn.replace("0 0 64 64", "0 0 24 24")) == ["begins unlike the others"]
    assert _faults(drawn.replace("<svg ", '<svg width="64" ')) == ["begins unlike the others"]


@EACH
def test_a_picture_has_one_tint_at_least_so_that_all_look_of_one_hand(path):
    assert f'fill="{TINT}"' in path.read_text(encoding="utf-8")


def test_the_readme_tells_of_every_picture_and_of_no_other():
    readme = (PICTURES / "README.md").read_text(encoding="utf-8")

    assert re.findall(r"^\| `([a-z-]+)` \|", readme, re.MULTILINE) == [f.stem for f in FILES]
    assert len(FILES) == 30
