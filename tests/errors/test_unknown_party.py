"""`unknown-party`: `with`, `to` and `copies` name who is known, by id."""

import pytest

PERSON = "people/ab-k7q.yaml"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("contacts: [{on: 2026-03-01, how: visit, with: uncle}]", 47),
        ("contacts: [{on: 2026-03-01, how: visit, with: [person, uncle]}]", 56),
        ("agreements: [{kind: participation, with: uncle, on: 2026-01-05}]", 42),
        ("agreements: [{kind: participation, with: [person, uncle], on: 2026-01-05}]", 51),
        ("consents: [{to: uncle, about: [name], on: 2026-01-12}]", 17),
        ("pace: [{with: uncle, every: 3d, from: 2026-03-05}]", 15),
        ("plan: {copies: [person, uncle]}", 25),
        ("disclosures: [{on: 2026-02-05, to: uncle, document: plan, about: [name]}]", 36),
        ("contacts: [{on: 2026-03-01, how: visit, with: employers}]", 47),
        ("consents: [{to: Boulangerie Lambert, about: [name], on: 2026-01-12}]", 17),
    ],
)
def test_nobody_by_that_id_is_found_at_the_value(service, line, column):
    service.person("ab-k7q", line + "\n")

    assert service.findings() == [(PERSON, 4, column, "unknown-party")]


@pytest.mark.parametrize(
    "party", ["person", "bakery", "cpas", "mother", "[person, bakery, mother]"]
)
def test_the_person_employers_partners_and_the_circle_are_known(service, party):
    service.employer("bakery")
    service.person(
        "ab-k7q",
        "circle: [{id: mother, name: Fatima}]\n"
        f"contacts: [{{on: 2026-03-01, how: visit, with: {party}}}]\n"
        f"agreements: [{{kind: participation, with: {party}, on: 2026-01-05}}]\n",
    )

    assert service.findings() == []


@pytest.mark.parametrize("party", ["employers", "partners", "bakery", "cpas", "mother"])
def test_a_consent_may_go_to_all_employers_or_partners_or_one(service, party):
    service.employer("bakery")
    service.person(
        "ab-k7q",
        "circle: [{id: mother, name: Fatima}]\n"
        f"consents: [{{to: {party}, about: [name], on: 2026-01-12}}]\n",
    )

    assert service.findings() == []


def test_the_circle_of_somebody_else_is_unknown(service):
    service.person("cd-m2p", "circle: [{id: mother, name: Greta}]\n")
    service.person("ab-k7q", "contacts: [{on: 2026-03-01, how: visit, with: mother}]\n")

    assert service.findings() == [(PERSON, 4, 47, "unknown-party")]


def test_free_text_is_sound_where_the_format_says_so(service):
    service.employer("bakery")
    service.person(
        "ab-k7q",
        "referred: {by: A neighbour, on: 2026-01-05}\n"
        "obstacles: [{what: Childcare, helper: My sister}]\n"
        "plan: {goals: [{goal: Work, steps: [{do: CV, who: A friend}]}]}\n"
        "placements:\n  - {employer: bakery, from: 2026-02-16,\n"
        "     handover: [{what: Opening the till, to: Nadia, on: 2026-03-01}]}\n"
        "stages:\n  - {stage: reserve, on: 2026-01-05}\n"
        "  - {stage: closed, on: 2026-03-02, why: Moved, to: Another service}\n",
    )

    assert service.findings() == []


def test_it_is_an_error_whose_hint_names_the_nearest(service, faults):
    service.employer("bakery")
    service.person("ab-k7q", "contacts: [{on: 2026-03-01, how: visit, with: bakry}]\n")

    assert faults.worded("unknown-party") == "error"
    assert "bakery" in faults.hint("unknown-party")
