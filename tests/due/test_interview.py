"""`interview`: preparing an interview, two days ahead."""


def _application(service, entry):
    service.employer("bakery", "")
    service.person("ab-k7q", f"applications: [{{employer: bakery, {entry}}}]")


def _owed(service, day):
    return service.kinds(day, "interview")


def test_an_interview_shows_two_days_ahead_not_before(service):
    _application(service, "interview: 2026-02-09")

    assert _owed(service, "2026-02-06") == []
    assert _owed(service, "2026-02-07") == [("2026-02-07", "person")]


def test_its_deadline_is_the_interview_and_it_is_never_late(service):
    _application(service, "interview: 2026-02-09")

    for day in ("2026-02-07", "2026-02-08", "2026-02-09"):
        [item] = [i for i in service.due(day) if i["kind"] == "interview"]
        assert (item["deadline"], item["late_days"]) == ("2026-02-09", 0)


def test_it_shows_through_the_day_itself_and_is_gone_the_day_after(service):
    _application(service, "interview: 2026-02-09")

    assert _owed(service, "2026-02-09") == [("2026-02-07", "person")]
    assert _owed(service, "2026-02-10") == []


def test_an_application_closed_before_the_interview_needs_no_preparing(service):
    _application(service, "interview: 2026-02-09, outcome: withdrawn, closed: 2026-02-08")

    assert _owed(service, "2026-02-07") == [("2026-02-07", "person")]
    assert _owed(service, "2026-02-08") == []
    assert _owed(service, "2026-02-09") == []


def test_an_application_closed_on_the_day_of_the_interview_is_not_closed_before_it(service):
    _application(service, "interview: 2026-02-09, outcome: refused, closed: 2026-02-09")

    assert _owed(service, "2026-02-09") == [("2026-02-07", "person")]


def test_the_settings_may_show_it_earlier(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        followup: {lead: {interview: 5d}}
        """
    )
    _application(service, "interview: 2026-02-09")

    assert _owed(service, "2026-02-03") == []
    assert _owed(service, "2026-02-04") == [("2026-02-04", "person")]
