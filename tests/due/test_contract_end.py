"""`contract-end`: a contract about to end, thirty days ahead."""

import pytest

RUNNING = "employer: bakery, contract: fixed-term, from: 2026-02-16, until: 2026-08-15"
OWED = [("2026-07-16", "bakery")]


@pytest.fixture(autouse=True)
def bakery(service):
    service.employer("bakery", "")


def _person(service, placement, *contacts, extra="", after=""):
    lines = "\n".join(f"  - {{{contact}}}" for contact in contacts)
    service.person(
        "ab-k7q",
        f"{extra}\nplacements:\n  - {{{placement}}}\n"
        + (f"  - {{{after}}}\n" if after else "")
        + (f"contacts:\n{lines}\n" if contacts else ""),
    )


def _owed(service, day):
    return service.kinds(day, "contract-end")


def test_the_end_of_a_contract_shows_thirty_days_ahead_not_before(service):
    _person(service, RUNNING)

    assert _owed(service, "2026-07-15") == []
    assert _owed(service, "2026-07-16") == OWED


def test_the_deadline_is_the_end_and_late_days_count_from_it(service):
    _person(service, RUNNING)

    for day, late in (("2026-07-20", 0), ("2026-08-15", 0), ("2026-08-20", 5)):
        [item] = [i for i in service.due(day) if i["kind"] == "contract-end"]
        assert (item["deadline"], item["late_days"]) == ("2026-08-15", late)


def test_a_short_contract_shows_from_its_first_day(service):
    _person(service, RUNNING.replace("2026-02-16", "2026-08-01"))

    assert _owed(service, "2026-07-31") == []
    assert _owed(service, "2026-08-01") == [("2026-08-01", "bakery")]


def test_a_contact_with_the_employer_silences_it_from_the_day_it_is_due(service):
    _person(service, RUNNING, "on: 2026-07-16, with: bakery, how: phone")
    assert _owed(service, "2026-07-16") == []

    _person(service, RUNNING, "on: 2026-07-15, with: bakery, how: phone")
    assert _owed(service, "2026-07-16") == OWED


def test_it_shows_until_the_contact(service):
    _person(service, RUNNING, "on: 2026-07-20, with: bakery, how: visit")

    assert _owed(service, "2026-07-19") == OWED
    assert _owed(service, "2026-07-20") == []


def test_what_does_not_count_as_contact_silences_nothing(service):
    _person(
        service,
        RUNNING,
        "on: 2026-07-17, with: bakery, how: letter",
        "on: 2026-07-17, with: bakery, how: visit, held: false",
        "on: 2026-07-17, with: person, how: visit",
    )

    assert _owed(service, "2026-07-18") == OWED


def test_it_comes_back_seven_days_before_the_end(service):
    _person(service, RUNNING, "on: 2026-07-20, with: bakery, how: visit")

    assert _owed(service, "2026-08-07") == []
    assert _owed(service, "2026-08-08") == OWED


def test_a_contact_in_the_last_seven_days_does_not_silence_it_again(service):
    _person(service, RUNNING, "on: 2026-08-10, with: bakery, how: visit")

    assert _owed(service, "2026-08-11") == OWED


def test_it_does_not_come_back_where_a_placement_that_follows_is_recorded(service):
    # reading: "recorded" holds from the day it stands in the file, though it begins later
    _person(
        service,
        RUNNING,
        "on: 2026-07-20, with: bakery, how: visit",
        after="employer: bakery, contract: permanent, from: 2026-08-16",
    )

    assert _owed(service, "2026-08-08") == []
    assert _owed(service, "2026-08-15") == []


@pytest.mark.parametrize("end", ["ended: 2026-05-20, why: other", "until: 2026-05-20"])
def test_an_internship_inside_the_contract_does_not_follow_it(service, end):
    _person(
        service, RUNNING, after=f"employer: bakery, contract: internship, from: 2026-05-01, {end}"
    )

    assert OWED[0] in _owed(service, "2026-07-16")


def test_a_placement_that_reaches_the_end_of_the_contract_follows_it(service):
    renewal = "employer: bakery, contract: fixed-term, from: 2026-07-01, until: {}"

    _person(service, RUNNING, after=renewal.format("2026-08-14"))
    assert OWED[0] in _owed(service, "2026-07-16")

    _person(service, RUNNING, after=renewal.format("2026-08-15"))
    assert OWED[0] not in _owed(service, "2026-07-15")
    assert len(_owed(service, "2026-07-16")) == 1  # its own


def test_a_placement_that_has_ended_shows_no_more(service):
    _person(service, RUNNING + ", ended: 2026-07-20, why: better-job")

    assert _owed(service, "2026-07-19") == OWED
    assert _owed(service, "2026-07-21") == []


def test_a_passed_end_stays_while_the_placement_is_not_ended(service):
    _person(service, RUNNING)

    assert _owed(service, "2026-10-01") == OWED


def test_a_contract_without_end_is_never_due(service):
    _person(service, "employer: bakery, contract: permanent, from: 2026-02-16")

    assert _owed(service, "2030-12-31") == []


def test_where_the_employer_may_not_know_it_is_talked_over_with_the_person(service):
    known = "employer_may_know: false"
    _person(service, RUNNING, extra=known)
    assert _owed(service, "2026-07-16") == [("2026-07-16", "person")]

    _person(service, RUNNING, "on: 2026-07-17, with: bakery, how: phone", extra=known)
    assert _owed(service, "2026-07-18") == [("2026-07-16", "person")]

    _person(service, RUNNING, "on: 2026-07-17, with: person, how: phone", extra=known)
    assert _owed(service, "2026-07-18") == []


def test_the_placement_overrides_whether_the_employer_may_know(service):
    _person(service, RUNNING + ", employer_may_know: false")
    assert _owed(service, "2026-07-16") == [("2026-07-16", "person")]

    _person(service, RUNNING + ", employer_may_know: true", extra="employer_may_know: false")
    assert _owed(service, "2026-07-16") == OWED


def test_the_contract_of_a_firm_is_talked_over_with_the_person(service):
    firm = RUNNING.replace("employer: bakery", "firm: Corner shop, title: Clerk")

    _person(service, firm)
    assert [due for due, _ in _owed(service, "2026-07-16")] == ["2026-07-16"]

    _person(service, firm, "on: 2026-07-17, with: person, how: phone")
    assert _owed(service, "2026-07-18") == []


def test_the_settings_may_give_more_notice(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        followup: {lead: {contract-end: 45d}}
        """
    )
    _person(service, RUNNING)

    assert _owed(service, "2026-06-30") == []
    assert _owed(service, "2026-07-01") == [("2026-07-01", "bakery")]
