"""Reading a repository: alone or by several processes, everything comes out the same."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

from jobcoach.domain.findings import Finding
from jobcoach.store import files, repository
from jobcoach.store.repository import (
    SHARE_FROM,
    Repository,
    is_case_file,
    locate,
    read_all,
    undropped,
)
from jobcoach.store.source import parse

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A generated service of 40 persons and 5 employers, two of their files at fault."""
    path = ROOT / "benchmarks" / "generate.py"
    spec = importlib.util.spec_from_file_location("benchmark_generate", path)
    generate = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = generate  # dataclasses look their module up
    spec.loader.exec_module(generate)
    root = tmp_path_factory.mktemp("many")
    generate.generate(root, people=40, employers=5, seed=7)
    first, second, *_ = sorted((root / "people").iterdir())
    first.write_bytes(first.read_bytes() + b"\nplan: {goals: [\n")
    second.write_bytes(b"\xff\xfe")
    return root


@pytest.fixture(scope="module")
def names(many):
    return [
        (folder, path.name)
        for folder in ("people", "employers")
        for path in sorted((many / folder).glob("*.yaml"))
    ]


@pytest.fixture(scope="module")
def alone(many, names):
    return repository._read_each(many, names)


@pytest.fixture
def shared(monkeypatch):
    """As if even few files were worth several processes, on a machine of three cores."""
    monkeypatch.setattr(repository, "SHARE_FROM", 2)
    monkeypatch.setattr(repository.os, "cpu_count", lambda: 3)


def test_three_hundred_files_read_by_several_processes_are_those_read_alone(
    many, names, alone, monkeypatch
):
    monkeypatch.setattr(repository.os, "cpu_count", lambda: 4)
    asked = (names * 7)[:300]
    assert len(asked) >= SHARE_FROM

    assert read_all(many, asked) == (alone * 7)[:300]


@pytest.mark.parametrize("cores", [1, 2, 7])
def test_several_processes_read_what_one_reads(many, names, alone, shared, monkeypatch, cores):
    monkeypatch.setattr(repository.os, "cpu_count", lambda: cores)

    assert read_all(many, names) == alone


@pytest.mark.parametrize("number", [2, 3, 4])
def test_fewer_files_than_helpers_are_no_trouble(many, names, alone, shared, number):
    assert read_all(many, names[:number]) == alone[:number]


def test_faults_come_back_from_the_helpers_too(alone):
    assert [len(file.faults) > 0 for file in alone].count(True) == 2


def test_a_helper_that_dies_is_made_good(many, names, alone, shared, monkeypatch):
    monkeypatch.setattr(repository, "_send_share", _die)

    assert read_all(many, names) == alone


def _die(sender, root, share):
    repository.os._exit(1)


def test_a_helper_that_closes_early_is_made_good(many, names, alone, shared, monkeypatch):
    monkeypatch.setattr(repository, "_send_share", _say_nothing)

    assert read_all(many, names) == alone


def _say_nothing(sender, root, share):
    sender.close()


def test_where_no_process_is_to_be_had_one_reads_all(many, names, alone, shared, monkeypatch):
    import multiprocessing

    class NoProcess:
        def __init__(self, **_):
            pass

        def start(self):
            raise OSError("no more processes")

    monkeypatch.setattr(multiprocessing, "Process", NoProcess)

    assert read_all(many, names) == alone


def test_progress_is_told_up_to_the_end(many, names, shared):
    told = []

    read_all(many, names, lambda read, total: told.append((read, total)))

    assert told == sorted(told)
    assert told[-1] == (len(names), len(names))


def test_few_files_are_read_in_this_process(many, names, alone, monkeypatch):
    monkeypatch.setattr(repository, "_share_out", None)

    assert read_all(many, names) == alone


# What is in the folders


def test_files_are_found_by_their_place(service):
    service.person("ab-k7q")
    service.employer("bakery")
    service.process("own", "id: own\nstages: [{id: only}]\n")
    found = Repository(service.root)

    assert sorted(found.case_files) == ["employers/bakery", "people/ab-k7q", "processes/own"]
    assert found.cases.people["ab-k7q"].name == "Person ab-k7q"
    assert found.cases.processes["own"].stage_ids == ("only",)
    assert "frb-2002" in found.cases.processes
    assert found.faults == []


def test_a_service_may_replace_a_shipped_model(service):
    service.process("frb-2002", "id: frb-2002\nstages: [{id: only}]\n")

    assert Repository(service.root).cases.processes["frb-2002"].stage_ids == ("only",)


@pytest.mark.parametrize(
    "name",
    [
        "ab-k7q (1).yaml",
        "ab-k7q.yml",
        "AB-K7Q.yaml",
        "notes.txt",
        "ab_k7q.yaml",
        "é.yaml",
        "-a.yaml",
    ],
)
def test_other_files_are_unexpected(service, name):
    service.write(f"people/{name}", "id: x\n")
    found = Repository(service.root)

    assert [(f.file, f.line, f.column, f.code) for f in found.faults] == [
        (f"people/{name}", 1, 1, "unexpected-file")
    ]
    assert found.cases.people == {}


def test_a_folder_among_the_files_is_unexpected(service):
    service.write("people/old.yaml/x.txt", "")

    assert [f.code for f in Repository(service.root).faults] == ["unexpected-file"]


def test_hidden_files_are_nobodys_business(service):
    service.write("people/.gitkeep", "")
    service.write("people/.ab-k7q.yaml.swp", "")

    assert Repository(service.root).faults == []


def test_a_service_without_folders_has_no_cases(service):
    found = Repository(service.root)

    assert (found.cases.people, found.cases.employers, found.faults) == ({}, {}, [])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.yaml", True),
        ("0.yaml", True),
        ("a" * 63 + ".yaml", True),
        ("a" * 64 + ".yaml", False),
        (".yaml", False),
        ("a.yaml.yaml", False),
        ("a\n.yaml", False),
    ],
)
def test_a_case_is_a_file_named_by_an_id(tmp_path, name, expected):
    (tmp_path / name).touch()

    with os.scandir(tmp_path) as entries:
        assert [is_case_file(entry) for entry in entries] == [expected]


def test_a_folder_is_no_case_whatever_its_name(tmp_path):
    (tmp_path / "a.yaml").mkdir()

    with os.scandir(tmp_path) as entries:
        assert [is_case_file(entry) for entry in entries] == [False]


def test_the_id_is_the_files_name_whatever_it_says_inside(service):
    service.write("people/ab-k7q.yaml", "name: Amina\nid: zz-999\n")
    found = Repository(service.root)

    assert found.cases.people["ab-k7q"].id == "ab-k7q"
    assert [(f.line, f.column, f.code) for f in found.faults] == [(2, 5, "id-mismatch")]


# Places


TEXT = """\
id: ab-k7q
contacts:
  - {how: phone}
  - {on: 2026-01-01, how: phone}
  - {on: soon, how: phone}
  - {on: 2026-01-02, how: phone, with: nobody}
plan: {goals: [{goal: Work}]}
"""


@pytest.mark.parametrize(
    ("path", "at_key", "expected"),
    [
        ((), False, (1, 1)),
        (("contacts", 1, "on"), False, (4, 10)),
        (("contacts", 1, "on"), True, (4, 6)),
        (("contacts", 1, "with"), False, (4, 5)),
        (("contacts", 9, "on"), False, (3, 3)),
        (("plan", "goals", 0, "goal"), False, (7, 23)),
        (("plan", "review"), False, (7, 7)),
        (("nowhere",), False, (1, 1)),
    ],
)
def test_a_path_leads_to_its_value_or_to_what_holds_it(path, at_key, expected):
    assert locate(parse(TEXT), path, at_key) == expected


def test_a_path_counts_entries_read_the_file_has_those_left_out_too():
    dropped = [("contacts", 0), ("contacts", 2)]

    assert undropped(("contacts", 0, "with"), dropped) == ("contacts", 1, "with")
    assert undropped(("contacts", 1, "with"), dropped) == ("contacts", 3, "with")
    assert undropped(("reviews", 0), dropped) == ("reviews", 0)


def test_a_finding_stands_at_its_entry_though_others_were_left_out(service):
    service.write("people/ab-k7q.yaml", TEXT.replace("id: ab-k7q", "id: ab-k7q\nname: Amina"))
    finding = Finding(
        code="unknown-party", case="people/ab-k7q", path=("contacts", 1, "with"), facts={}
    )

    [fault] = Repository(service.root).located([finding])

    assert (fault.file, fault.line, fault.column) == ("people/ab-k7q.yaml", 7, 40)


# Where a repository is


def test_a_repository_is_found_upward(service, monkeypatch):
    below = service.root / "people" / "deep"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)

    assert files.find_repository(None) == service.root


def test_a_named_folder_must_be_one(service, tmp_path, monkeypatch):
    monkeypatch.setenv("JOBCOACH_CASES", str(service.root))

    assert files.find_repository(None) == service.root
    with pytest.raises(files.Unusable):
        files.find_repository(str(tmp_path))
