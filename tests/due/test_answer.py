"""`answer`: what the employer says after an interview or a presentation."""


def _application(service, entry, extra="", employer="employer: bakery"):
    service.employer("bakery", "")
    service.person("ab-k7q", f"{extra}\napplications: [{{{employer}, {entry}}}]\n")


def _owed(service, day):
    return service.kinds(day, "answer")


def test_an_answer_is_due_seven_days_after_the_interview_not_before(service):
    _application(service, "presented: 2026-02-05, interview: 2026-02-09")

    assert _owed(service, "2026-02-15") == []
    assert _owed(service, "2026-02-16") == [("2026-02-16", "bakery")]


def test_without_an_interview_it_is_due_seven_days_after_the_presentation(service):
    _application(service, "presented: 2026-02-05")

    assert _owed(service, "2026-02-11") == []
    assert _owed(service, "2026-02-12") == [("2026-02-12", "bakery")]


def test_an_interview_still_ahead_puts_the_answer_off(service):
    # reading: an interview already arranged is known, though its day has not come
    _application(service, "presented: 2026-02-05, interview: 2026-02-20")

    assert _owed(service, "2026-02-12") == []
    assert _owed(service, "2026-02-27") == [("2026-02-27", "bakery")]


def test_without_interview_and_presentation_no_answer_is_due(service):
    _application(service, "proposed: 2026-02-02, decision: accepted, decided: 2026-02-03")

    assert _owed(service, "2026-12-31") == []


def test_an_outcome_is_the_answer(service):
    _application(service, "interview: 2026-02-09, outcome: refused, closed: 2026-02-18")

    assert _owed(service, "2026-02-17") == [("2026-02-16", "bakery")]
    assert _owed(service, "2026-02-18") == []


def test_an_application_closed_before_the_interview_awaits_no_answer(service):
    _application(service, "interview: 2026-02-09, closed: 2026-02-08")

    assert _owed(service, "2026-02-16") == []


def test_an_application_closed_after_the_interview_without_outcome_still_awaits_one(service):
    _application(service, "interview: 2026-02-09, closed: 2026-02-10")

    assert _owed(service, "2026-02-16") == [("2026-02-16", "bakery")]


def test_where_the_employer_may_not_know_the_answer_is_asked_of_the_person(service):
    _application(service, "presented: 2026-02-05", extra="employer_may_know: false")

    assert _owed(service, "2026-02-12") == [("2026-02-12", "person")]


def test_an_application_may_keep_silent_what_the_person_otherwise_tells(service):
    _application(service, "presented: 2026-02-05, employer_may_know: false")

    assert _owed(service, "2026-02-12") == [("2026-02-12", "person")]


def test_an_application_may_tell_what_the_person_otherwise_keeps_silent(service):
    _application(
        service,
        "presented: 2026-02-05, employer_may_know: true",
        extra="employer_may_know: false",
    )

    assert _owed(service, "2026-02-12") == [("2026-02-12", "bakery")]


def test_an_answer_of_a_firm_is_due_all_the_same(service):
    _application(service, "presented: 2026-02-05", employer="firm: Corner shop, title: Clerk")

    assert [due for due, _ in _owed(service, "2026-02-12")] == ["2026-02-12"]


def test_the_settings_may_wait_longer(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        followup: {wait: {answer: 2w}}
        """
    )
    _application(service, "presented: 2026-02-05")

    assert _owed(service, "2026-02-18") == []
    assert _owed(service, "2026-02-19") == [("2026-02-19", "bakery")]
