"""`complaint`: an answer within seven days."""


def _complaint(service, entry):
    service.employer("bakery", "")
    service.person("ab-k7q", f"reviews: [{{kind: complaint, {entry}}}]")


def _owed(service, day):
    return service.kinds(day, "complaint")


def test_a_complaint_is_to_be_answered_on_the_seventh_day_not_before(service):
    _complaint(service, "on: 2026-02-02, by: person")

    assert _owed(service, "2026-02-08") == []
    assert _owed(service, "2026-02-09") == [("2026-02-09", "person")]


def test_it_names_who_complains(service):
    _complaint(service, "on: 2026-02-02, by: bakery")

    assert _owed(service, "2026-02-09") == [("2026-02-09", "bakery")]


def test_a_complaint_answered_is_due_no_more(service):
    _complaint(service, "on: 2026-02-02, by: person, answered: 2026-02-12")

    assert _owed(service, "2026-02-11") == [("2026-02-09", "person")]
    assert _owed(service, "2026-02-12") == []


def test_a_contact_is_no_answer(service):
    service.person(
        "ab-k7q",
        """
        reviews: [{kind: complaint, on: 2026-02-02, by: person}]
        contacts: [{on: 2026-02-10, how: visit}]
        """,
    )

    assert _owed(service, "2026-02-10") == [("2026-02-09", "person")]


def test_only_a_complaint_asks_for_an_answer(service):
    service.person("ab-k7q", "reviews: [{kind: satisfaction, on: 2026-02-02, by: person}]")

    assert _owed(service, "2026-12-31") == []


def test_the_settings_may_wait_longer(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        followup: {wait: {complaint: 10d}}
        """
    )
    _complaint(service, "on: 2026-02-02, by: person")

    assert _owed(service, "2026-02-11") == []
    assert _owed(service, "2026-02-12") == [("2026-02-12", "person")]
