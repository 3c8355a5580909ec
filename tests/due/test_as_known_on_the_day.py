"""Everything is judged as known on the day asked for; `--within` only widens the due date."""


def _person(service, *parts):
    service.person("ab-k7q", "\n".join(parts) + "\n")


PRE_HIRE = "stages: [{stage: pre-hire, on: 2026-01-12}]"


def test_a_contact_of_a_later_day_does_not_count_yet(service):
    _person(service, PRE_HIRE, "contacts: [{on: 2026-01-25, how: phone}]")

    assert service.kinds("2026-01-24", "contact") == [("2026-01-19", "person")]
    assert service.kinds("2026-01-25", "contact") == []


def test_a_promise_made_later_is_not_pending_yet(service):
    _person(service, PRE_HIRE, "contacts: [{on: 2026-01-25, how: phone, next: 2026-02-01}]")

    assert service.kinds("2026-01-24", "contact") == [("2026-01-19", "person")]
    assert service.kinds("2026-01-24", "promised", "--within", "2w") == []
    assert service.kinds("2026-01-25", "promised", "--within", "2w") == [("2026-02-01", "person")]


def test_a_later_stage_has_not_begun(service):
    _person(
        service,
        "stages:",
        "  - {stage: reserve, on: 2026-01-05}",
        "  - {stage: pre-hire, on: 2026-02-03}",
        "  - {stage: closed, on: 2026-03-02, why: Moved}",
    )

    assert service.kinds("2026-02-02", "contact") == []
    assert service.kinds("2026-02-09", "contact") == []
    assert service.kinds("2026-02-10", "contact") == [("2026-02-10", "person")]
    assert service.kinds("2026-03-01", "contact") == [("2026-02-10", "person")]
    assert service.kinds("2026-03-02", "contact") == []


def test_a_case_is_in_no_stage_before_its_first_entry(service):
    _person(service, PRE_HIRE)

    assert service.due("2026-01-11", "--within", "1y") == []


def test_a_pace_agreed_later_is_not_in_force_yet(service):
    _person(service, PRE_HIRE, "pace: [{with: person, every: 1d, from: 2026-01-14}]")

    assert service.kinds("2026-01-13", "contact", "--within", "7d") == [("2026-01-19", "person")]
    assert service.kinds("2026-01-14", "contact", "--within", "7d") == [("2026-01-15", "person")]


def test_a_pause_asked_for_later_holds_nothing_back_yet(service):
    _person(service, PRE_HIRE, "pauses: [{from: 2026-01-25, until: 2026-02-08}]")

    assert service.kinds("2026-01-24", "contact") == [("2026-01-19", "person")]
    assert service.kinds("2026-01-25", "contact") == []


def test_a_review_of_a_later_day_meets_nothing_yet(service):
    _person(
        service,
        "plan: {on: 2026-01-20, review: 2026-04-20}",
        "reviews: [{kind: plan, on: 2026-04-28, by: coach}]",
    )

    assert service.kinds("2026-04-27", "plan-review") == [("2026-04-20", None)]
    assert service.kinds("2026-04-28", "plan-review") == []


def test_an_application_proposed_later_is_not_known_yet(service):
    service.employer("bakery", "")
    _person(service, "applications: [{employer: bakery, proposed: 2026-02-02}]")

    assert service.kinds("2026-02-01", "decision", "--within", "7d") == []
    assert service.kinds("2026-02-02", "decision", "--within", "7d") == [("2026-02-05", "person")]


def test_a_placement_that_begins_later_is_not_under_way_yet(service):
    service.employer("bakery", "")
    _person(
        service,
        "stages: [{stage: follow-up, on: 2026-01-05}]",
        "placements:",
        "  - {employer: bakery, contract: fixed-term, from: 2026-01-12, until: 2026-01-30}",
    )

    assert service.kinds("2026-01-11", "employer-contact", "--within", "30d") == []
    assert service.kinds("2026-01-11", "contract-end", "--within", "30d") == []
    assert service.kinds("2026-01-12", "contract-end") == [("2026-01-12", "bakery")]


def test_an_agreement_made_later_replaces_nothing_yet(service):
    _person(
        service,
        "agreements:",
        "  - {kind: service, with: person, on: 2026-01-12, review: 2026-04-12}",
        "  - {kind: service, with: person, on: 2026-05-04, review: 2026-05-11}",
    )

    assert service.kinds("2026-05-03", "agreement", "--within", "30d") == [("2026-04-12", None)]
    assert service.kinds("2026-05-04", "agreement", "--within", "30d") == [("2026-05-11", None)]


def test_within_widens_the_due_date_by_so_much_and_no_more(service):
    _person(service, PRE_HIRE)

    assert service.kinds("2026-01-12", "contact") == []
    assert service.kinds("2026-01-12", "contact", "--within", "6d") == []
    assert service.kinds("2026-01-12", "contact", "--within", "7d") == [("2026-01-19", "person")]
    assert service.kinds("2026-01-12", "contact", "--within", "1w") == [("2026-01-19", "person")]


def test_what_is_within_is_not_late(service):
    _person(service, PRE_HIRE)

    [item] = service.due("2026-01-12", "--within", "7d", ignore=("expected",))

    assert (item["kind"], item["due"], item["late_days"]) == ("contact", "2026-01-19", 0)


def test_within_does_not_change_how_late_the_rest_is(service):
    _person(service, PRE_HIRE)

    [item] = service.due("2026-01-21", "--within", "7d", ignore=("expected",))

    assert (item["kind"], item["late_days"]) == ("contact", 2)


def test_within_does_not_make_later_entries_known(service):
    _person(service, PRE_HIRE, "contacts: [{on: 2026-01-15, how: phone}]")

    assert service.kinds("2026-01-14", "contact", "--within", "7d") == [("2026-01-19", "person")]


def test_within_does_not_reach_past_a_day_that_has_gone(service):
    service.employer("bakery", "")
    _person(service, "applications: [{employer: bakery, interview: 2026-02-09}]")

    assert service.kinds("2026-02-01", "interview", "--within", "30d") == [("2026-02-07", "person")]
    assert service.kinds("2026-02-10", "interview", "--within", "30d") == []


def test_the_version_and_the_day_asked_for_are_told_not_the_widened_one(service):
    result = service.run(
        "followup", "due", "--json", "--all", "--on", "2026-01-12", "--within", "7d"
    )

    assert result.json["on"] == "2026-01-12"
