"""`check PATH…` looks only at what is named."""

import pytest


@pytest.fixture(autouse=True)
def faulty(service, monkeypatch):
    service.person("ab-k7q", "born: soon\n")
    service.person("cd-m2p", "born: later\n")
    service.employer("bakery", "size: big\n")
    monkeypatch.chdir(service.root)


AMINA = ("people/ab-k7q.yaml", 4, 7, "bad-date")
BERT = ("people/cd-m2p.yaml", 4, 7, "bad-date")
BAKERY = ("employers/bakery.yaml", 4, 7, "bad-value")


def test_without_a_path_everything_is_looked_at(service):
    assert sorted(service.findings()) == sorted([AMINA, BERT, BAKERY])


def test_a_file_limits_it(service):
    assert service.findings("people/ab-k7q.yaml") == [AMINA]


def test_two_files_are_both_looked_at(service):
    found = service.findings("people/cd-m2p.yaml", "employers/bakery.yaml")

    assert sorted(found) == sorted([BERT, BAKERY])


def test_a_folder_limits_it(service):
    assert sorted(service.findings("people")) == [AMINA, BERT]
    assert service.findings("employers/") == [BAKERY]


def test_a_file_named_twice_is_told_once(service):
    assert service.findings("people/ab-k7q.yaml", "people") == [AMINA, BERT]


def test_an_absolute_path_will_do(service):
    assert service.findings(str(service.root / "people" / "ab-k7q.yaml")) == [AMINA]


def test_a_path_from_a_folder_within_will_do(service, monkeypatch):
    monkeypatch.chdir(service.root / "people")

    assert service.findings("ab-k7q.yaml") == [AMINA]


def test_what_the_named_file_refers_to_is_known(service):
    service.person("ef-x9y", "placements: [{employer: bakery, from: 2026-03-01}]\n")

    assert service.findings("people/ef-x9y.yaml") == []


def test_a_sound_file_ends_with_0_whatever_the_others(service):
    service.person("ef-x9y")

    assert service.run("check", "people/ef-x9y.yaml").exit_code == 0
    assert service.run("check", "people/ab-k7q.yaml").exit_code == 1


@pytest.mark.parametrize("path", ["people/nobody.yaml", "nowhere", "../elsewhere.yaml"])
def test_a_path_that_is_not_there_is_refused(service, path):
    ran = service.run("check", path)

    assert ran.exit_code == 1
    assert ran.stdout == ""
    assert path in ran.stderr
    assert "went wrong inside" not in ran.stderr
    first, *_ = ran.stderr.splitlines()
    assert path in first


def test_a_path_that_is_not_there_takes_one_line(service):
    assert len(service.run("check", "nowhere").stderr.splitlines()) == 1
