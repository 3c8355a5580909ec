"""`keep-warm`: an employer's `contact_every` after the last contact that counts."""

import pytest


def _warm(service, day):
    return service.kinds(day, "keep-warm")


def test_the_relation_is_warmed_six_months_after_the_last_contact_not_before(service):
    service.employer("bakery", "contact_every: 6m\ncontacts: [{on: 2026-01-28, how: visit}]")

    assert _warm(service, "2026-07-27") == []
    assert _warm(service, "2026-07-28") == [("2026-07-28", "bakery")]


def test_it_is_an_item_of_the_employer_with_no_deadline(service):
    service.employer("bakery", "contact_every: 6m\ncontacts: [{on: 2026-01-28, how: visit}]")

    [item] = service.due("2026-07-30")

    assert (item["kind"], item["case"]) == ("keep-warm", "employers/bakery")
    assert (item["deadline"], item["late_days"], item["coach"]) == (None, 2, "claire")


def test_months_clamp_to_the_last_day(service):
    service.employer("bakery", "contact_every: 6m\ncontacts: [{on: 2025-08-31, how: visit}]")

    assert _warm(service, "2026-02-27") == []
    assert _warm(service, "2026-02-28") == [("2026-02-28", "bakery")]


def test_a_contact_in_any_persons_file_counts(service):
    service.employer("bakery", "contact_every: 1m\ncontacts: [{on: 2026-01-05, how: visit}]")
    service.person("ab-k7q", "contacts: [{on: 2026-02-10, with: bakery, how: phone}]")

    assert _warm(service, "2026-03-09") == []
    assert _warm(service, "2026-03-10") == [("2026-03-10", "bakery")]


def test_a_contact_with_the_person_alone_warms_no_employer(service):
    service.employer("bakery", "contact_every: 1m\ncontacts: [{on: 2026-01-05, how: visit}]")
    service.person("ab-k7q", "contacts: [{on: 2026-02-10, how: phone}]")

    assert _warm(service, "2026-03-09") == [("2026-02-05", "bakery")]


@pytest.mark.parametrize("entry", ["how: letter", "how: message", "how: visit, held: false"])
def test_what_does_not_count_as_contact_does_not_warm(service, entry):
    service.employer(
        "bakery",
        f"""
        contact_every: 1m
        contacts:
          - {{on: 2026-01-05, how: visit}}
          - {{on: 2026-02-03, {entry}}}
        """,
    )

    assert _warm(service, "2026-02-05") == [("2026-02-05", "bakery")]


def test_an_answered_message_warms(service):
    service.employer(
        "bakery",
        """
        contact_every: 1m
        contacts:
          - {on: 2026-01-05, how: visit}
          - {on: 2026-02-03, how: message, answered: true}
        """,
    )

    assert _warm(service, "2026-03-02") == []
    assert _warm(service, "2026-03-03") == [("2026-03-03", "bakery")]


def test_without_any_contact_it_is_due_on_the_earliest_opening_of_a_job(service):
    service.employer(
        "bakery",
        """
        contact_every: 6m
        jobs:
          - {id: baker, title: Baker, open: 2026-02-10}
          - {id: counter, title: Counter, open: 2026-01-28}
        """,
    )

    assert _warm(service, "2026-01-27") == []
    assert _warm(service, "2026-01-28") == [("2026-01-28", "bakery")]
    assert _warm(service, "2026-03-09") == [("2026-01-28", "bakery")]


def test_without_any_contact_or_opening_it_is_due_on_the_day_asked_for(service):
    service.employer("bakery", "contact_every: 6m")

    assert _warm(service, "2026-03-09") == [("2026-03-09", "bakery")]
    assert _warm(service, "2026-04-01") == [("2026-04-01", "bakery")]


def test_without_contact_every_nothing_is_kept_warm(service):
    service.employer("bakery", "contacts: [{on: 2020-01-28, how: visit}]")

    assert _warm(service, "2026-03-09") == []


@pytest.mark.parametrize("status", ["paused", "do-not-contact"])
def test_an_employer_who_wants_peace_is_never_contacted(service, status):
    service.employer("bakery", f"contact_every: 6m\nstatus: {status}")

    assert _warm(service, "2026-03-09") == []


@pytest.mark.parametrize("status", ["prospect", "open", "partner"])
def test_every_other_employer_is_kept_warm(service, status):
    service.employer("bakery", f"contact_every: 6m\nstatus: {status}")

    assert _warm(service, "2026-03-09") == [("2026-03-09", "bakery")]
