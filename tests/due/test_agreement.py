"""`agreement`: its review, and its end with two weeks' notice."""

REVIEW = "kind: trust-contract, with: person, on: 2026-01-12, review: 2026-04-12"
UNTIL = "kind: service, with: person, on: 2026-01-12, until: 2026-06-30"


def _agreements(service, *entries, extra=""):
    lines = "\n".join(f"  - {{{entry}}}" for entry in entries)
    service.person("ab-k7q", f"{extra}\nagreements:\n{lines}\n")


def _owed(service, day):
    return [due for due, _ in service.kinds(day, "agreement")]


def test_the_review_of_an_agreement_is_due_on_its_day_not_before(service):
    _agreements(service, REVIEW)

    assert _owed(service, "2026-04-11") == []
    assert service.kinds("2026-04-12", "agreement") == [("2026-04-12", None)]


def test_an_agreement_review_on_the_day_meets_it_one_the_day_before_does_not(service):
    _agreements(service, REVIEW, extra="reviews: [{kind: agreement, on: 2026-04-12, by: person}]")
    assert _owed(service, "2026-04-12") == []

    _agreements(service, REVIEW, extra="reviews: [{kind: agreement, on: 2026-04-11, by: person}]")
    assert _owed(service, "2026-04-12") == ["2026-04-12"]


def test_a_review_of_the_plan_is_none_of_the_agreement(service):
    _agreements(service, REVIEW, extra="reviews: [{kind: plan, on: 2026-04-12, by: person}]")

    assert _owed(service, "2026-04-12") == ["2026-04-12"]


def test_a_review_stays_until_it_is_held(service):
    _agreements(service, REVIEW)

    [item] = [i for i in service.due("2026-12-31") if i["kind"] == "agreement"]

    assert (item["due"], item["deadline"], item["late_days"]) == ("2026-04-12", None, 263)


def test_the_end_of_an_agreement_shows_fourteen_days_ahead_not_before(service):
    _agreements(service, UNTIL)

    assert _owed(service, "2026-06-15") == []
    assert _owed(service, "2026-06-16") == ["2026-06-16"]


def test_the_deadline_is_the_end_and_late_days_count_from_it(service):
    _agreements(service, UNTIL)

    for day, late in (("2026-06-20", 0), ("2026-06-30", 0), ("2026-07-02", 2)):
        [item] = [i for i in service.due(day) if i["kind"] == "agreement"]
        assert (item["deadline"], item["late_days"]) == ("2026-06-30", late)


def test_the_end_shows_until_thirty_days_past_it(service):
    # reading: the thirtieth day past the end is the last one
    _agreements(service, UNTIL)

    assert _owed(service, "2026-07-30") == ["2026-06-16"]
    assert _owed(service, "2026-07-31") == []


def test_an_agreement_with_a_review_and_an_end_shows_both(service):
    _agreements(service, UNTIL + ", review: 2026-06-20")

    assert sorted(_owed(service, "2026-06-20")) == ["2026-06-16", "2026-06-20"]


def test_an_agreement_ended_shows_neither(service):
    _agreements(service, UNTIL + ", review: 2026-06-18, ended: 2026-06-20")

    assert sorted(_owed(service, "2026-06-19")) == ["2026-06-16", "2026-06-18"]
    assert _owed(service, "2026-06-20") == []


def test_a_later_agreement_of_the_same_kind_and_party_replaces_it(service):
    _agreements(service, UNTIL, "kind: service, with: person, on: 2026-06-18")

    assert _owed(service, "2026-06-17") == ["2026-06-16"]
    assert _owed(service, "2026-06-18") == []


def test_a_later_agreement_replaces_the_review_too(service):
    _agreements(service, REVIEW, "kind: trust-contract, with: person, on: 2026-04-14")

    assert _owed(service, "2026-04-13") == ["2026-04-12"]
    assert _owed(service, "2026-04-14") == []


def test_a_later_agreement_of_another_kind_or_party_leaves_it(service):
    for other in (
        "kind: work-plan, with: person, on: 2026-06-17",
        "kind: service, with: cpas, on: 2026-06-17",
    ):
        _agreements(service, UNTIL, other)
        assert _owed(service, "2026-06-18") == ["2026-06-16"]


def test_an_agreement_with_several_is_replaced_only_with_every_one_of_them(service):
    several = UNTIL.replace("with: person", "with: [person, cpas]")

    _agreements(service, several, "kind: service, with: person, on: 2026-06-17")
    assert set(_owed(service, "2026-06-18")) == {"2026-06-16"}

    _agreements(service, several, "kind: service, with: [cpas, person], on: 2026-06-17")
    assert _owed(service, "2026-06-18") == []


def test_a_later_agreement_with_more_parties_replaces_it(service):
    _agreements(service, UNTIL, "kind: service, with: [person, cpas], on: 2026-06-17")

    assert _owed(service, "2026-06-18") == []


def test_an_earlier_agreement_replaces_nothing(service):
    _agreements(service, "kind: service, with: person, on: 2026-01-05", UNTIL)

    assert _owed(service, "2026-06-18") == ["2026-06-16"]


def test_an_agreement_without_review_or_end_is_never_due(service):
    _agreements(service, "kind: participation, with: person, on: 2026-01-05")

    assert _owed(service, "2027-12-31") == []


def test_an_agreement_in_an_employers_file_is_an_item_of_the_employer(service):
    service.employer(
        "bakery", "agreements: [{kind: follow-up, on: 2026-02-16, review: 2026-05-16}]"
    )

    assert service.kinds("2026-05-15", "agreement") == []
    [item] = [i for i in service.due("2026-05-16") if i["kind"] == "agreement"]
    assert (item["due"], item["case"], item["with"]) == (
        "2026-05-16",
        "employers/bakery",
        "bakery",
    )


def test_the_settings_may_give_more_notice(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        followup: {lead: {agreement: 30d}}
        """
    )
    _agreements(service, UNTIL)

    assert _owed(service, "2026-05-30") == []
    assert _owed(service, "2026-05-31") == ["2026-05-31"]
