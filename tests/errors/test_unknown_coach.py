"""`unknown-coach`: a coach who is not in the settings."""

PERSON = "people/ab-k7q.yaml"


def test_a_person_s_coach_is_looked_up(service):
    service.person("ab-k7q", "coach: paul\n")

    assert service.findings() == [(PERSON, 3, 8, "unknown-coach")]


def test_an_employer_s_coach_is_looked_up(service):
    service.employer("boulangerie", "coach: paul\n")

    assert service.findings() == [("employers/boulangerie.yaml", 3, 8, "unknown-coach")]


def test_who_covers_an_absence_is_looked_up(service):
    service.settings(
        """\
        format: 1
        coaches:
          - id: claire
            name: Claire
            absences: [{from: 2026-07-06, until: 2026-07-24, cover: paul}]
        """
    )

    assert service.findings() == [("jobcoach.yaml", 5, 61, "unknown-coach")]


def test_a_partner_is_no_coach(service):
    service.person("ab-k7q", "coach: cpas\n")

    assert service.findings() == [(PERSON, 3, 8, "unknown-coach")]


def test_coaches_of_the_settings_are_sound(service):
    service.person("ab-k7q", "coach: karim\n")
    service.employer("boulangerie", "coach: claire\n")

    assert service.findings() == []


def test_a_case_without_a_coach_names_nobody_unknown(service, faults):
    service.write(PERSON, "id: ab-k7q\nname: Amina\n")

    assert "unknown-coach" not in faults.codes()


def test_who_made_a_contact_is_an_id_or_free_text(service):
    service.person("ab-k7q", "contacts: [{on: 2026-03-01, how: visit, by: Paul from upstairs}]\n")

    assert service.findings() == []


def test_it_is_an_error_whose_hint_names_the_nearest(service, faults):
    service.person("ab-k7q", "coach: clare\n")

    assert faults.worded("unknown-coach") == "error"
    assert "claire" in faults.hint("unknown-coach")
