"""`ends-before-start`: an end dated before its own beginning."""

import pytest

PERSON = "people/ab-k7q.yaml"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("experience: [{title: Cook, from: 2014-02-02, until: 2014-02-01}]", 53),
        ("placements: [{firm: Paul, from: 2026-02-02, until: 2026-02-01, ended: 2026-02-03}]", 52),
        ("placements: [{firm: Paul, from: 2026-02-02, ended: 2026-02-01}]", 52),
        ("pauses: [{from: 2026-02-02, until: 2026-02-01}]", 36),
        ("pace: [{with: person, every: 3d, from: 2026-02-02, until: 2026-02-01}]", 59),
        ("agreements: [{kind: service, with: person, on: 2026-02-02, until: 2026-02-01}]", 67),
        ("agreements: [{kind: service, with: person, on: 2026-02-02, ended: 2026-02-01}]", 67),
        ("consents: [{to: cpas, about: [name], on: 2026-02-02, until: 2026-02-01}]", 61),
        ("consents: [{to: cpas, about: [name], on: 2026-02-02, withdrawn: 2026-02-01}]", 65),
    ],
)
def test_it_is_found_at_the_end(service, line, column):
    service.person("ab-k7q", line + "\n")
    assert service.findings() == [(PERSON, 4, column, "ends-before-start")]

    service.person("ab-k7q", line.replace("-02-01", "-02-02") + "\n")
    assert service.findings() == []


def test_a_coach_s_absence_is_looked_at(service):
    service.settings(
        """\
        format: 1
        coaches:
          - {id: claire, name: C, absences: [{from: 2026-07-24, until: 2026-07-06}]}
        """
    )

    assert service.findings() == [("jobcoach.yaml", 3, 64, "ends-before-start")]


def test_an_employer_s_job_is_looked_at(service):
    service.employer(
        "bakery",
        "jobs: [{id: till, title: T, open: 2026-02-02, closed: 2026-02-01, why: filled}]\n",
    )

    assert service.findings() == [("employers/bakery.yaml", 4, 55, "ends-before-start")]


def test_an_open_end_is_sound(service):
    service.person("ab-k7q", "pauses: [{from: 2026-02-02}]\n")

    assert service.findings() == []


def test_it_is_an_error_with_a_way_out(service, faults):
    service.person("ab-k7q", "pauses: [{from: 2026-02-02, until: 2026-02-01}]\n")

    assert faults.worded("ends-before-start") == "error"
