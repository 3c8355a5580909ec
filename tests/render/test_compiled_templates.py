"""Compiled templates are kept and used again; what of them does not fit is done without, or made anew."""

import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from jobcoach.render import compiled_templates
from jobcoach.render.catalogue import texts
from jobcoach.render.compiled_templates import CompiledTemplates
from jobcoach.render.engine import environment

TEXT = "Hello {{ name }}\n{% for n in range(3) %}{{ n }}{% endfor %}\n"
SAID = "Hello Amina\n012"


@pytest.fixture(autouse=True)
def _kept(monkeypatch):
    """Python keeps what it compiles, whatever the tests are run with."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


class Place:
    """Templates in one folder, and what of them is kept compiled in another."""

    def __init__(self, folder):
        self.templates = folder / "templates"
        self.cache = folder / "cache"
        self.templates.mkdir()
        self.write(TEXT)

    def write(self, text):
        (self.templates / "doc.j2").write_text(text, encoding="utf-8")

    def said(self, kind="md", name="Amina"):
        """What the template says in an environment that was never used before."""
        made = Environment(
            loader=FileSystemLoader(self.templates),
            bytecode_cache=CompiledTemplates(kind, self.cache),
            autoescape=True,
        )
        return made.get_template("doc.j2").render(name=name)

    @property
    def kept(self):
        return sorted(self.cache.iterdir()) if self.cache.is_dir() else []

    def swap(self):
        """Put another template's code in place of the one kept, sealed as if it were its own."""
        (file,) = self.kept
        other = Environment().compile("Something else", "doc.j2", str(self.templates / "doc.j2"))
        data = marshal.dumps(other)
        bucket = CompiledTemplates("md", self.cache).get_bucket(
            Environment(), "doc.j2", str(self.templates / "doc.j2"), TEXT
        )
        file.write_bytes(CompiledTemplates("md", self.cache)._seal(bucket, data) + data)


@pytest.fixture
def place(tmp_path):
    return Place(tmp_path)


def test_what_was_compiled_is_used_the_next_time(place):
    assert place.said() == SAID
    place.swap()

    assert place.said() == "Something else"


def test_nothing_that_was_printed_is_kept(place):
    place.said(name="Amina Benali")

    (file,) = place.kept
    assert b"Amina" not in file.read_bytes()


def test_environments_of_different_kinds_are_kept_apart(place):
    place.said("md")
    place.said("html")

    assert [file.name.partition("-")[0] for file in place.kept] == ["html", "md"]


def test_a_changed_template_is_compiled_anew_and_takes_the_place_of_the_old_one(place):
    place.said()
    before = place.kept[0].read_bytes()
    place.write("Bye {{ name }}")

    assert place.said() == "Bye Amina"
    assert place.kept[0].read_bytes() != before
    assert len(place.kept) == 1


def _spoilt(data):
    half = len(data) // 2
    return {
        "empty": b"",
        "cut off in its seal": data[:20],
        "cut off behind its seal": data[:32],
        "cut off": data[:-1],
        "cut in half": data[:half],
        "longer": data + b"\0",
        "one bit turned": data[:half] + bytes([data[half] ^ 1]) + data[half + 1 :],
        "one bit of its seal turned": bytes([data[0] ^ 1]) + data[1:],
        "no code at all": data[:32] + marshal.dumps(1),
        "something else": b"#!/bin/sh\n" * 40,
    }


@pytest.mark.parametrize("how", _spoilt(bytes(64)))
def test_a_file_that_is_spoilt_is_made_anew(place, how):
    place.said()
    (file,) = place.kept
    sound = file.read_bytes()
    file.write_bytes(_spoilt(sound)[how])

    assert place.said() == SAID
    assert file.read_bytes() == sound


@pytest.mark.parametrize(
    ("version", "another"),
    [
        ("jinja_version", "2.0"),
        ("bc_magic", b"another Python's"),
        ("engine", lambda: b"other filters"),
    ],
)
def test_what_another_version_kept_is_made_anew(place, monkeypatch, version, another):
    with monkeypatch.context() as then:
        then.setattr(compiled_templates, version, another)
        place.said()
        place.swap()
        assert place.said() == "Something else"

    assert place.said() == SAID


def test_a_folder_that_cannot_be_written_is_done_without(place):
    place.cache.write_text("a file where the folder should be")

    assert place.said() == SAID
    assert place.cache.read_text() == "a file where the folder should be"


def test_a_file_that_cannot_be_read_is_done_without(place):
    place.said()
    (file,) = place.kept
    file.unlink()
    file.mkdir()

    assert place.said() == SAID
    assert file.is_dir()


def test_where_python_is_told_to_keep_nothing_nothing_is_kept(place, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert place.said() == SAID
    assert place.kept == []


def test_what_is_kept_already_is_used_even_then(place, monkeypatch):
    place.said()
    place.swap()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    assert place.said() == "Something else"


def _made(tmp_path, **variables):
    """A document of the examples, made by a program of its own; the folder for what Python compiles."""
    root = Path(__file__).resolve().parents[2]
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "jobcoach", "-C", str(root / "examples" / "cases")),
            *("document", "job", "boulangerie-lambert/counter", "--lang", "en", "-o", "-"),
        ],
        env=kept | {"PYTHONPYCACHEPREFIX": str(tmp_path / "kept")} | variables,
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout, sorted(path.name for path in (tmp_path / "kept").rglob("*.template"))


def test_the_program_keeps_them_where_python_keeps_its_own(tmp_path):
    first, kept = _made(tmp_path)
    second, still = _made(tmp_path)

    assert first.startswith("# The job: ")
    assert second == first
    assert len(kept) == 3  # the document, its page, its pieces
    assert still == kept
    (folder,) = {path.parent.name for path in (tmp_path / "kept").rglob("*.template")}
    assert folder == "render"


def test_the_program_keeps_none_where_python_is_told_to_keep_nothing(tmp_path):
    made, kept = _made(tmp_path, PYTHONDONTWRITEBYTECODE="1")

    assert made.startswith("# The job: ")
    assert kept == []


def test_an_enumeration_is_said_in_the_language_of_its_document(tmp_path, monkeypatch):
    """What never changes is worked out when a template is compiled: words may not be among it."""
    monkeypatch.setattr(compiled_templates, "FOLDER", tmp_path / "cache")
    (tmp_path / "doc.j2").write_text('{{ ["bus", "train"]|listed }}', encoding="utf-8")

    said = [
        environment("md", texts(language), (tmp_path,)).get_template("doc.j2").render()
        for language in ("en", "fr", "en")
    ]

    assert said == ["bus and train", "bus et train", "bus and train"]
