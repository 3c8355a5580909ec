"""`future-contact`: a contact dated after today."""


def test_tomorrow_s_contact_is_found_at_its_day_and_today_s_is_sound(service):
    service.person("ab-k7q", "contacts: [{on: 2026-03-09, how: visit}]\n")
    assert service.findings() == []

    service.person("ab-k7q", "contacts: [{on: 2026-03-10, how: visit}]\n")
    assert service.findings() == [("people/ab-k7q.yaml", 4, 17, "future-contact")]


def test_an_employer_s_contacts_are_looked_at(service):
    service.employer("bakery", "contacts: [{on: 2026-03-10, how: visit}]\n")

    assert service.findings() == [("employers/bakery.yaml", 4, 17, "future-contact")]


def test_other_days_may_lie_ahead(service):
    service.person(
        "ab-k7q",
        "contacts: [{on: 2026-03-09, how: visit, next: 2026-03-20}]\n"
        "pauses: [{from: 2026-07-01, until: 2026-07-14}]\n",
    )

    assert service.findings() == []


def test_it_is_a_warning_with_a_way_out(service, faults):
    service.person("ab-k7q", "contacts: [{on: 2027-03-10, how: visit}]\n")

    assert faults.worded("future-contact") == "warning"
    assert service.run("check").exit_code == 0
