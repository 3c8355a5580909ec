"""Two hundred commands at once on one case: none lost, none doubled."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import git

from .processes import CASE, begin, finished, leftovers, notes, start, status, subjects

MANY = 200


@pytest.mark.slow
def test_two_hundred_contacts_at_once_are_two_hundred_entries_and_commits(service):
    begin(service)
    wanted = [f"call {number}" for number in range(MANY)]

    started = [start(service.root, "followup", "log", CASE, note) for note in wanted]
    with ThreadPoolExecutor(MANY) as threads:
        ended = list(threads.map(finished, started))

    assert [ran.stderr for ran in ended if ran.exit_code] == []
    assert sorted(notes(service.root)) == sorted(["first", *wanted])
    assert subjects(service.root) == [f"{CASE}: contact"] * MANY + ["by hand"]
    added = git(service.root, "log", "--format=", "--numstat", f"--max-count={MANY}").splitlines()
    assert {line for line in added if line} == {f"4\t0\tpeople/{CASE}.yaml"}
    assert status(service.root) == ""
    assert leftovers(service.root) == []
