"""`constraint-end`: a constraint that ends, such as a work permit."""


def _constraint(service, entry):
    service.person("ab-k7q", f"constraints: [{{kind: legal, what: Work permit B{entry}}}]")


def _owed(service, day):
    return service.kinds(day, "constraint-end")


def test_the_end_of_a_constraint_shows_sixty_days_ahead_not_before(service):
    _constraint(service, ", until: 2026-11-30")

    assert _owed(service, "2026-09-30") == []
    assert _owed(service, "2026-10-01") == [("2026-10-01", None)]


def test_the_deadline_is_the_end_and_it_stays_past_it(service):
    # reading: no end is named, so it stays until the file says otherwise
    _constraint(service, ", until: 2026-11-30")

    for day, late in (("2026-10-01", 0), ("2026-11-30", 0), ("2026-12-03", 3)):
        [item] = [i for i in service.due(day) if i["kind"] == "constraint-end"]
        assert (item["due"], item["deadline"], item["late_days"]) == (
            "2026-10-01",
            "2026-11-30",
            late,
        )


def test_a_constraint_without_end_is_never_due(service):
    _constraint(service, "")

    assert _owed(service, "2030-12-31") == []


def test_the_settings_may_give_other_notice(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        followup: {lead: {constraint-end: 3m}}
        """
    )
    _constraint(service, ", until: 2026-11-30")

    assert _owed(service, "2026-08-29") == []
    assert _owed(service, "2026-08-30") == [("2026-08-30", None)]
