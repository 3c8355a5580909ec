"""The generated service is sound: what is measured on it is measured on real cases."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest
from conftest import run

GENERATE = Path(__file__).parents[1] / "benchmarks" / "generate.py"


@pytest.fixture(scope="module")
def generate():
    spec = importlib.util.spec_from_file_location("generate_for_test", GENERATE)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module.generate


@pytest.fixture(scope="module")
def cases(generate, tmp_path_factory):
    root = tmp_path_factory.mktemp("generated")
    generate(root, people=40, employers=8, seed=3)
    return root


def _bytes(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*.yaml"))
    }


def test_check_finds_no_error_in_generated_cases(cases):
    ran = run("-C", str(cases), "check", "--json")

    errors = [found for found in ran.json["findings"] if found["level"] == "error"]
    assert errors == []
    assert ran.exit_code == 0


def test_as_many_files_are_written_as_were_asked_for(cases):
    assert len(list((cases / "people").iterdir())) == 40
    assert len(list((cases / "employers").iterdir())) == 8


def test_every_generated_case_owes_something_or_is_closed(cases):
    ran = run("-C", str(cases), "followup", "due", "--all", "--within", "1y", "--json")

    assert ran.exit_code == 0
    assert json.loads(ran.stdout)["unreadable"] == []
    assert len(ran.json["items"]) > 40


def test_the_same_seed_gives_the_same_bytes(generate, cases, tmp_path):
    generate(tmp_path / "again", people=40, employers=8, seed=3)

    assert _bytes(tmp_path / "again") == _bytes(cases)


def test_another_seed_gives_other_cases(generate, cases, tmp_path):
    generate(tmp_path / "other", people=40, employers=8, seed=4)

    assert _bytes(tmp_path / "other") != _bytes(cases)
