"""`unreadable`: a file that cannot be opened (permission, broken link)."""

import os

import pytest

PERSON = "people/ab-k7q.yaml"


def test_a_broken_link_is_found(service, faults):
    (service.root / "people").mkdir()
    (service.root / PERSON).symlink_to("gone.yaml")

    assert service.findings() == [(PERSON, 1, 1, "unreadable")]
    assert faults.worded("unreadable") == "error"


def test_a_link_to_itself_is_found(service):
    (service.root / "people").mkdir()
    (service.root / PERSON).symlink_to("ab-k7q.yaml")

    assert service.findings() == [(PERSON, 1, 1, "unreadable")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_found(service):
    service.person("ab-k7q")
    (service.root / PERSON).chmod(0)

    assert service.findings() == [(PERSON, 1, 1, "unreadable")]


def test_the_other_files_are_still_looked_over(service):
    (service.root / "people").mkdir()
    (service.root / PERSON).symlink_to("gone.yaml")
    service.person("cd-m2p", "born: soon\n")

    assert service.findings() == [
        (PERSON, 1, 1, "unreadable"),
        ("people/cd-m2p.yaml", 4, 7, "bad-date"),
    ]


def test_a_file_one_may_read_is_sound(service):
    service.person("ab-k7q")
    (service.root / PERSON).chmod(0o400)

    assert service.findings() == []
