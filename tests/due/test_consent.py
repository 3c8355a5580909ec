"""`consent`: its end, with two weeks' notice."""

UNTIL = "to: employers, about: [name, skills], on: 2026-01-12, until: 2027-01-12"
OWED = [("2026-12-29", None)]


def _consents(service, *entries):
    service.employer("bakery", "")
    lines = "\n".join(f"  - {{{entry}}}" for entry in entries)
    service.person("ab-k7q", f"consents:\n{lines}\n")


def _owed(service, day):
    return service.kinds(day, "consent")


def test_the_end_of_a_consent_shows_fourteen_days_ahead_not_before(service):
    _consents(service, UNTIL)

    assert _owed(service, "2026-12-28") == []
    assert _owed(service, "2026-12-29") == OWED


def test_the_deadline_is_the_end_and_late_days_count_from_it(service):
    _consents(service, UNTIL)

    for day, late in (("2027-01-12", 0), ("2027-01-15", 3)):
        [item] = [i for i in service.due(day) if i["kind"] == "consent"]
        assert (item["deadline"], item["late_days"]) == ("2027-01-12", late)


def test_it_shows_until_thirty_days_past_the_end(service):
    # reading: the thirtieth day past the end is the last one
    _consents(service, UNTIL)

    assert _owed(service, "2027-02-11") == OWED
    assert _owed(service, "2027-02-12") == []


def test_a_consent_withdrawn_is_due_no_more(service):
    _consents(service, UNTIL + ", withdrawn: 2027-01-05")

    assert _owed(service, "2027-01-04") == OWED
    assert _owed(service, "2027-01-05") == []


def test_a_later_consent_about_as_much_replaces_it(service):
    _consents(service, UNTIL, "to: employers, about: [skills, name], on: 2027-01-05")

    assert _owed(service, "2027-01-04") == OWED
    assert _owed(service, "2027-01-05") == []


def test_a_later_consent_about_more_replaces_it(service):
    _consents(service, UNTIL, "to: employers, about: [name, skills, plan], on: 2027-01-05")

    assert _owed(service, "2027-01-05") == []


def test_a_later_consent_about_less_leaves_it(service):
    _consents(service, UNTIL, "to: employers, about: [name], on: 2027-01-05")

    assert _owed(service, "2027-01-05") == OWED


def test_a_later_consent_to_somebody_else_leaves_it(service):
    for to in ("partners", "bakery", "cpas"):
        _consents(service, UNTIL, f"to: {to}, about: [name, skills], on: 2027-01-05")
        assert _owed(service, "2027-01-05") == OWED


def test_an_earlier_consent_replaces_nothing(service):
    _consents(service, "to: employers, about: [name, skills], on: 2026-01-05", UNTIL)

    assert _owed(service, "2027-01-05") == OWED


def test_a_consent_without_end_is_never_due(service):
    _consents(service, "to: employers, about: [name], on: 2026-01-12")

    assert _owed(service, "2030-12-31") == []


def test_the_settings_may_give_more_notice(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        partners: [{id: cpas, name: CPAS}]
        followup: {lead: {consent: 1m}}
        """
    )
    _consents(service, UNTIL)

    assert _owed(service, "2026-12-11") == []
    assert _owed(service, "2026-12-12") == [("2026-12-12", None)]
