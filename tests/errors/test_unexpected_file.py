"""`unexpected-file`: what is no case file in `people/` and `employers/`."""

import pytest


@pytest.mark.parametrize(
    "path",
    [
        "people/ab-k7q (1).yaml",
        "people/ab-k7q.yml",
        "employers/boulangerie.yml",
        "people/notes.txt",
    ],
)
def test_other_files_are_named(service, path):
    service.write(path, "id: ab-k7q\nname: Amina\n")

    assert service.findings() == [(path, 1, 1, "unexpected-file")]


def test_such_a_file_is_not_read(service, faults):
    service.write("people/ab-k7q (1).yaml", 'id: [ab-k7q\nname: "A\n')

    assert faults.codes() == ["unexpected-file"]


def test_case_files_are_sound(service):
    service.person("ab-k7q")
    service.employer("boulangerie")

    assert service.findings() == []


def test_other_folders_may_hold_anything(service):
    service.write("notes/ab-k7q (1).yaml", "x: y\n")
    service.write("out/plan.html", "<p>")
    service.write("README.md", "Hello\n")

    assert service.findings() == []


def test_it_is_a_warning_with_a_way_out(service, faults):
    service.write("people/ab-k7q.yml", "id: ab-k7q\n")

    assert faults.worded("unexpected-file") == "warning"
    assert service.run("check").exit_code == 0
