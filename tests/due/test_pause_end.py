"""`pause-end`: asking how it goes at the end of a pause."""

STAGES = "stages: [{stage: pre-hire, on: 2026-01-12}]"


def _paused(service, pause, *contacts, stages=""):
    lines = "\n".join(f"  - {{{contact}}}" for contact in contacts)
    service.person(
        "ab-k7q",
        f"{stages}\npauses: [{{{pause}}}]\n" + (f"contacts:\n{lines}\n" if contacts else ""),
    )


def _owed(service, day):
    return service.kinds(day, "pause-end")


def test_the_end_of_a_pause_is_due_on_its_last_day_not_before(service):
    _paused(service, "from: 2026-07-01, until: 2026-07-14")

    assert _owed(service, "2026-07-13") == []
    assert _owed(service, "2026-07-14") == [("2026-07-14", "person")]


def test_it_has_no_deadline_and_grows_late(service):
    _paused(service, "from: 2026-07-01, until: 2026-07-14")

    [item] = [i for i in service.due("2026-07-16") if i["kind"] == "pause-end"]

    assert (item["deadline"], item["late_days"]) == (None, 2)


def test_a_contact_on_the_last_day_meets_it_one_the_day_before_does_not(service):
    _paused(service, "from: 2026-07-01, until: 2026-07-14", "on: 2026-07-14, how: phone")
    assert _owed(service, "2026-07-14") == []

    _paused(service, "from: 2026-07-01, until: 2026-07-14", "on: 2026-07-13, how: phone")
    assert _owed(service, "2026-07-14") == [("2026-07-14", "person")]


def test_what_does_not_count_as_contact_does_not_meet_it(service):
    _paused(
        service,
        "from: 2026-07-01, until: 2026-07-14",
        "on: 2026-07-15, how: letter",
        "on: 2026-07-15, how: message",
        "on: 2026-07-15, how: visit, held: false",
        "on: 2026-07-15, with: cpas, how: phone",
    )

    assert _owed(service, "2026-07-16") == [("2026-07-14", "person")]


def test_a_pause_without_end_is_asked_about_after_a_month(service):
    _paused(service, "from: 2026-07-01")

    assert _owed(service, "2026-07-31") == []
    assert _owed(service, "2026-08-01") == [("2026-08-01", "person")]


def test_the_month_clamps_to_its_last_day(service):
    _paused(service, "from: 2026-01-31")

    assert _owed(service, "2026-02-27") == []
    assert _owed(service, "2026-02-28") == [("2026-02-28", "person")]


def test_a_contact_after_the_month_ends_a_pause_without_end(service):
    _paused(service, "from: 2026-07-01", "on: 2026-08-03, how: phone", stages=STAGES)

    assert _owed(service, "2026-08-02") == [("2026-08-01", "person")]
    assert service.kinds("2026-08-02", "contact") == []
    assert _owed(service, "2026-08-03") == []
    assert service.kinds("2026-08-09", "contact") == []
    assert service.kinds("2026-08-10", "contact") == [("2026-08-10", "person")]


def test_a_contact_within_the_month_does_not_end_a_pause_without_end(service):
    _paused(service, "from: 2026-07-01", "on: 2026-07-20, how: phone", stages=STAGES)

    assert service.kinds("2026-07-30", "contact") == []
    assert _owed(service, "2026-08-01") == [("2026-08-01", "person")]


def test_a_pause_without_end_lasts_until_somebody_asks(service):
    _paused(service, "from: 2026-07-01", stages=STAGES)

    assert service.kinds("2026-12-31", "contact") == []
    assert _owed(service, "2026-12-31") == [("2026-08-01", "person")]
