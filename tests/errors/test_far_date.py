"""`far-date`: a promised contact more than a year after the contact that promises it."""


def test_beyond_a_year_is_found_at_the_day_and_a_year_is_sound(service):
    service.person("ab-k7q", "contacts: [{on: 2026-03-09, how: visit, next: 2027-03-09}]\n")
    assert service.findings() == []

    service.person("ab-k7q", "contacts: [{on: 2026-03-09, how: visit, next: 2027-03-10}]\n")
    assert service.findings() == [("people/ab-k7q.yaml", 4, 47, "far-date")]


def test_the_year_counts_from_the_contact_not_from_today(service, faults):
    service.person("ab-k7q", "contacts: [{on: 2024-01-05, how: visit, next: 2025-01-06}]\n")

    assert faults.at("far-date") == [("people/ab-k7q.yaml", 4, 47)]
    assert faults.message("far-date").endswith("is more than a year after the contact")


def test_a_slip_in_the_century_is_found(service):
    service.person("ab-k7q", "contacts: [{on: 2026-03-01, how: visit, next: 2206-03-12}]\n")

    assert service.findings() == [("people/ab-k7q.yaml", 4, 47, "far-date")]


def test_a_cancelled_promise_is_sound(service):
    service.person("ab-k7q", "contacts: [{on: 2026-03-01, how: visit, next: none}]\n")

    assert service.findings() == []


def test_it_is_a_warning_with_a_way_out(service, faults):
    service.person("ab-k7q", "contacts: [{on: 2026-03-01, how: visit, next: 2206-03-12}]\n")

    assert faults.worded("far-date") == "warning"
    assert service.run("check").exit_code == 0
