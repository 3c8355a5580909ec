"""`not-ended`: a placement past its planned end, with no real one recorded."""

PERSON = "people/ab-k7q.yaml"


def test_it_is_found_at_the_planned_end_once_that_day_has_passed(service):
    service.person("ab-k7q", "placements: [{firm: Paul, from: 2026-01-05, until: 2026-03-09}]\n")
    assert service.findings() == []

    service.person("ab-k7q", "placements: [{firm: Paul, from: 2026-01-05, until: 2026-03-08}]\n")
    assert service.findings() == [(PERSON, 4, 52, "not-ended")]


def test_a_recorded_end_is_sound(service):
    service.person(
        "ab-k7q",
        "placements: [{firm: Paul, from: 2026-01-05, until: 2026-03-08, ended: 2026-03-08}]\n",
    )

    assert service.findings() == []


def test_a_permanent_contract_is_sound(service):
    service.person("ab-k7q", "placements: [{firm: Paul, from: 2020-01-05, contract: permanent}]\n")

    assert service.findings() == []


def test_it_is_a_warning_with_a_way_out(service, faults):
    service.person("ab-k7q", "placements: [{firm: Paul, from: 2026-01-05, until: 2026-03-08}]\n")

    assert faults.worded("not-ended") == "warning"
    assert service.run("check").exit_code == 0
