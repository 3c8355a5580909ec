"""`debrief`: talking an interview over, from the day after."""

OWED = [("2026-02-10", "person")]


def _application(service, entry, *contacts):
    service.employer("bakery", "")
    lines = "\n".join(f"  - {{{contact}}}" for contact in contacts)
    service.person(
        "ab-k7q",
        f"applications: [{{employer: bakery, {entry}}}]\n"
        + (f"contacts:\n{lines}\n" if contacts else ""),
    )


def _owed(service, day):
    return service.kinds(day, "debrief")


def test_a_debrief_is_due_the_day_after_the_interview_not_on_it(service):
    _application(service, "interview: 2026-02-09")

    assert _owed(service, "2026-02-09") == []
    assert _owed(service, "2026-02-10") == OWED


def test_a_contact_on_the_day_of_the_interview_meets_it_one_the_day_before_does_not(service):
    _application(service, "interview: 2026-02-09", "on: 2026-02-09, how: phone")
    assert _owed(service, "2026-02-10") == []

    _application(service, "interview: 2026-02-09", "on: 2026-02-08, how: phone")
    assert _owed(service, "2026-02-10") == OWED


def test_it_stays_until_a_contact_that_counts(service):
    _application(
        service,
        "interview: 2026-02-09",
        "on: 2026-02-11, how: letter",
        "on: 2026-02-12, how: phone, held: false",
        "on: 2026-02-16, how: meeting",
    )

    assert _owed(service, "2026-02-15") == OWED
    assert _owed(service, "2026-02-16") == []


def test_a_contact_with_the_employer_is_no_debrief(service):
    _application(service, "interview: 2026-02-09", "on: 2026-02-10, with: bakery, how: phone")

    assert _owed(service, "2026-02-10") == OWED


def test_no_debrief_of_an_interview_called_off_before(service):
    _application(service, "interview: 2026-02-09, outcome: cancelled, closed: 2026-02-08")

    assert _owed(service, "2026-02-10") == []


def test_an_outcome_on_the_day_of_the_interview_or_later_leaves_the_debrief(service):
    for day in ("2026-02-09", "2026-02-10"):
        _application(service, f"interview: 2026-02-09, outcome: refused, closed: {day}")
        assert _owed(service, "2026-02-10") == OWED
