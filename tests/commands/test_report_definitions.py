"""What is counted: each definition once, called so that nobody takes it for another one."""

import re
from pathlib import Path

import pytest
from conftest import run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cases"


def definitions(name):
    text = run("-C", str(EXAMPLES), "--lang", "en", "report", name).stdout
    return text.partition("\nWhat is counted\n")[2]


@pytest.mark.parametrize("name", ["activity", "outcomes", "rhythm", "quality", "employer"])
def test_each_definition_has_a_name_of_its_own_and_says_something(name):
    text = definitions(name)
    names = re.findall(r"(?m)^  (\S.*)$", text)

    assert names
    assert len(names) == len({*names}) == len(re.findall(r"(?m)^    Counted: ", text))


def test_two_of_one_name_are_told_apart_by_their_tables():
    names = definitions("rhythm").splitlines()

    assert "  Contact with the person – Fell due" in names
    assert "  Contact with the employer – Fell due" in names
    assert "  Contacts promised – Kept later" in names
