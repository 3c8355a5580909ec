"""`decision`: what the person says to a proposed job."""

SETTINGS = """
    format: 1
    process: frb-2002
    coaches: [{id: claire, name: Claire, email: claire@example.org}]
    followup: {wait: {decision: 5d}}
    """


def _applications(service, *entries):
    service.employer("bakery", "")
    lines = "\n".join(f"  - {{employer: bakery, {entry}}}" for entry in entries)
    service.person("ab-k7q", f"applications:\n{lines}\n")


def _owed(service, day):
    return service.kinds(day, "decision")


def test_a_decision_is_asked_for_three_days_after_the_proposal_not_before(service):
    _applications(service, "proposed: 2026-02-02")

    assert _owed(service, "2026-02-04") == []
    assert _owed(service, "2026-02-05") == [("2026-02-05", "person")]


def test_the_settings_may_leave_more_time(service):
    service.settings(SETTINGS)
    _applications(service, "proposed: 2026-02-02")

    assert _owed(service, "2026-02-06") == []
    assert _owed(service, "2026-02-07") == [("2026-02-07", "person")]


def test_accepted_and_declined_alike_are_decisions(service):
    for decision in ("accepted", "declined"):
        _applications(service, f"proposed: 2026-02-02, decision: {decision}, decided: 2026-02-06")
        assert _owed(service, "2026-02-05") == [("2026-02-05", "person")]
        assert _owed(service, "2026-02-06") == []


def test_a_decision_without_its_day_is_a_decision(service):
    # reading: what carries no date is known on every day
    _applications(service, "proposed: 2026-02-02, decision: accepted")

    assert _owed(service, "2026-02-05") == []


def test_a_closed_application_needs_no_decision(service):
    _applications(service, "proposed: 2026-02-02, outcome: cancelled, closed: 2026-02-06")

    assert _owed(service, "2026-02-05") == [("2026-02-05", "person")]
    assert _owed(service, "2026-02-06") == []


def test_an_application_that_was_never_proposed_needs_no_decision(service):
    _applications(service, "by: person, presented: 2026-02-02")

    assert _owed(service, "2026-03-09") == []


def test_each_application_has_its_own_decision(service):
    _applications(service, "proposed: 2026-02-02", "proposed: 2026-02-03")

    assert _owed(service, "2026-02-06") == [("2026-02-05", "person"), ("2026-02-06", "person")]


def test_a_job_with_a_firm_needs_a_decision_too(service):
    service.person(
        "ab-k7q", "applications: [{firm: Corner shop, title: Clerk, proposed: 2026-02-02}]"
    )

    assert _owed(service, "2026-02-05") == [("2026-02-05", "person")]
