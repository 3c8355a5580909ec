"""`first-employer`: a first contact with an employer soon after the first stage."""

import pytest

WELCOME = "process: emploi-accompagne\nstages: [{stage: welcome, on: 2026-01-05}]"
DUE = [("2026-02-04", None)]


@pytest.fixture(autouse=True)
def bakery(service):
    service.employer("bakery", "")


def _person(service, *parts):
    service.person("ab-k7q", "\n".join(parts) + "\n")


def _first(service, day):
    return service.kinds(day, "first-employer")


def test_it_is_due_thirty_days_after_the_first_stage_not_before(service):
    _person(service, WELCOME)

    assert _first(service, "2026-02-03") == []
    assert _first(service, "2026-02-04") == DUE


def test_it_is_never_late(service):
    _person(service, WELCOME)

    [item] = [i for i in service.due("2026-03-09") if i["kind"] == "first-employer"]

    assert (item["due"], item["deadline"], item["late_days"]) == ("2026-02-04", None, 0)


def test_a_later_stage_does_not_put_it_off(service):
    _person(
        service,
        "process: emploi-accompagne",
        "stages: [{stage: welcome, on: 2026-01-05}, {stage: project, on: 2026-02-01}]",
    )

    assert _first(service, "2026-02-04") == DUE


def test_a_contact_with_an_employer_that_counts_meets_it(service):
    _person(service, WELCOME, "contacts: [{on: 2026-03-01, with: bakery, how: visit}]")

    assert _first(service, "2026-02-28") == DUE
    assert _first(service, "2026-03-01") == []


@pytest.mark.parametrize(
    "entry", ["with: bakery, how: letter", "with: bakery, how: visit, held: false"]
)
def test_a_contact_with_an_employer_that_does_not_count_does_not_meet_it(service, entry):
    _person(service, WELCOME, f"contacts: [{{on: 2026-01-20, {entry}}}]")

    assert _first(service, "2026-02-04") == DUE


def test_a_contact_with_the_person_or_a_partner_does_not_meet_it(service):
    _person(service, WELCOME, "contacts: [{on: 2026-01-20, with: [person, cpas], how: visit}]")

    assert _first(service, "2026-02-04") == DUE


def test_a_contact_in_the_employers_own_file_is_not_about_the_person(service):
    service.employer("bakery", "contacts: [{on: 2026-01-20, how: visit}]")
    _person(service, WELCOME)

    assert _first(service, "2026-02-04") == DUE


def test_a_presented_application_meets_it_a_proposed_one_does_not(service):
    _person(
        service,
        WELCOME,
        "applications: [{employer: bakery, proposed: 2026-01-20, presented: 2026-02-06}]",
    )

    assert _first(service, "2026-02-05") == DUE
    assert _first(service, "2026-02-06") == []


def test_a_presentation_to_a_firm_meets_it_too(service):
    _person(
        service,
        WELCOME,
        "applications: [{firm: Corner shop, title: Clerk, presented: 2026-01-20}]",
    )

    assert _first(service, "2026-02-04") == []


def test_a_process_without_first_employer_asks_for_none(service):
    _person(service, "stages: [{stage: pre-hire, on: 2026-01-05}]")

    assert _first(service, "2026-12-31") == []


def test_a_process_of_the_service_sets_its_own_number_of_days(service):
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        first_employer: 10d
        stages:
          - {id: start, next: [closed]}
          - {id: closed, final: true, next: [start], needs: [reason]}
        """,
    )
    _person(service, "process: own", "stages: [{stage: start, on: 2026-01-05}]")

    assert _first(service, "2026-01-14") == []
    assert _first(service, "2026-01-15") == [("2026-01-15", None)]
