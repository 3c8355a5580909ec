"""Whose list an item is on: the coach at work, covers, and nobody hidden."""

COACHES = """
    format: 1
    process: frb-2002
    coaches:
      - {{id: claire, name: Claire, email: claire@example.org{claire}}}
      - {{id: karim, name: Karim, email: karim@example.org{karim}}}
      - {{id: lea, name: Lea, email: lea@example.org{lea}}}
    """
STEP = "plan: {on: 2026-01-20, goals: [{goal: Work, steps: [{do: Call, by: 2026-03-01}]}]}"


def _settings(service, **absences):
    days = dict.fromkeys(("claire", "karim", "lea"), "")
    for coach, absence in absences.items():
        days[coach] = f", absences: [{{{absence}}}]"
    service.settings(COACHES.format(**days))


def _list(service, day, *args):
    return service.run("followup", "due", "--json", "--on", day, *args).json["items"]


def _cases(service, day, *args):
    return [item["case"] for item in _list(service, day, *args)]


def _person_of(service, coach, case="ab-k7q"):
    service.person(case, f"coach: {coach}\n{STEP}\n")


def test_the_list_is_that_of_the_coach_whose_email_git_knows(service):
    _person_of(service, "claire")
    _person_of(service, "karim", "cd-m2x")

    assert _cases(service, "2026-03-09") == ["people/ab-k7q"]


def test_a_coach_may_ask_for_a_colleagues_list_or_for_everyones(service):
    _person_of(service, "claire")
    _person_of(service, "karim", "cd-m2x")

    assert _cases(service, "2026-03-09", "--coach", "karim") == ["people/cd-m2x"]
    assert _cases(service, "2026-03-09", "--all") == ["people/ab-k7q", "people/cd-m2x"]


def test_a_user_who_is_no_coach_sees_everyones_list(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches:
          - {id: claire, name: Claire, email: somewhere@example.org}
          - {id: karim, name: Karim, email: karim@example.org}
        """
    )
    _person_of(service, "claire")
    _person_of(service, "karim", "cd-m2x")

    assert _cases(service, "2026-03-09") == ["people/ab-k7q", "people/cd-m2x"]


def test_a_case_without_coach_is_on_everyones_list(service):
    _person_of(service, "")

    for args in ((), ("--coach", "karim"), ("--all",)):
        assert _cases(service, "2026-03-09", *args) == ["people/ab-k7q"]
    assert _list(service, "2026-03-09")[0]["coach"] is None


def test_a_case_whose_coach_is_not_in_the_settings_is_on_everyones_list(service):
    _person_of(service, "gone")

    assert _cases(service, "2026-03-09") == ["people/ab-k7q"]
    assert _cases(service, "2026-03-09", "--coach", "karim") == ["people/ab-k7q"]


def test_an_absent_coachs_items_are_on_the_covers_list_for_the_days_of_the_absence(service):
    _settings(service, karim="from: 2026-03-02, until: 2026-03-13, cover: claire")
    _person_of(service, "karim")

    assert _cases(service, "2026-03-01") == []
    assert _cases(service, "2026-03-02") == ["people/ab-k7q"]
    assert _cases(service, "2026-03-13") == ["people/ab-k7q"]
    assert _cases(service, "2026-03-14") == []


def test_a_covered_item_names_coach_and_cover_on_both_lists(service):
    _settings(service, karim="from: 2026-03-02, until: 2026-03-13, cover: claire")
    _person_of(service, "karim")

    for args in ((), ("--coach", "karim"), ("--all",)):
        [item] = _list(service, "2026-03-09", *args)
        assert (item["coach"], item["cover"]) == ("karim", "claire")
    [item] = _list(service, "2026-03-14", "--coach", "karim")
    assert (item["coach"], item["cover"]) == ("karim", None)


def test_a_third_coach_does_not_see_what_is_covered(service):
    _settings(service, karim="from: 2026-03-02, until: 2026-03-13, cover: claire")
    _person_of(service, "karim")

    assert _cases(service, "2026-03-09", "--coach", "lea") == []


def test_an_absence_without_cover_puts_the_items_on_everyones_list(service):
    _settings(service, karim="from: 2026-03-02, until: 2026-03-13")
    _person_of(service, "karim")

    for args in ((), ("--coach", "lea"), ("--coach", "karim")):
        assert _cases(service, "2026-03-09", *args) == ["people/ab-k7q"]
    assert _cases(service, "2026-03-14") == []


def test_a_cover_who_is_away_too_puts_the_items_on_everyones_list(service):
    _settings(
        service,
        karim="from: 2026-03-02, until: 2026-03-13, cover: lea",
        lea="from: 2026-03-09, until: 2026-03-10, cover: karim",
    )
    _person_of(service, "karim")

    assert _cases(service, "2026-03-08") == []
    assert _cases(service, "2026-03-09") == ["people/ab-k7q"]
    assert _cases(service, "2026-03-10", "--coach", "karim") == ["people/ab-k7q"]
    assert _cases(service, "2026-03-11") == []


def test_a_cover_is_judged_on_the_day_asked_for_not_on_the_items_day(service):
    # the step has been due since 1 March, before the absence
    _settings(service, karim="from: 2026-03-09, until: 2026-03-13, cover: claire")
    _person_of(service, "karim")

    assert _cases(service, "2026-03-08") == []
    assert _cases(service, "2026-03-09") == ["people/ab-k7q"]


def test_an_employers_items_go_to_the_employers_coach(service):
    service.employer("bakery", "coach: karim\ncontact_every: 6m")

    assert _cases(service, "2026-03-09") == []
    [item] = _list(service, "2026-03-09", "--coach", "karim")
    assert (item["case"], item["coach"]) == ("employers/bakery", "karim")


def test_an_employer_without_coach_is_on_everyones_list(service):
    service.employer("bakery", "coach:\ncontact_every: 6m")

    assert _cases(service, "2026-03-09") == ["employers/bakery"]
    assert _cases(service, "2026-03-09", "--coach", "karim") == ["employers/bakery"]


def test_an_absent_coachs_employers_are_covered_too(service):
    _settings(service, karim="from: 2026-03-02, until: 2026-03-13, cover: claire")
    service.employer("bakery", "coach: karim\ncontact_every: 6m")

    assert _cases(service, "2026-03-01") == []
    assert _cases(service, "2026-03-09") == ["employers/bakery"]


def test_what_is_due_with_an_employer_about_a_person_goes_to_the_persons_coach(service):
    service.employer("bakery", "coach: karim")
    service.person(
        "ab-k7q",
        """
        stages: [{stage: follow-up, on: 2026-01-05}]
        placements: [{employer: bakery, contract: permanent, from: 2026-01-05}]
        """,
    )

    assert "employer-contact" in [item["kind"] for item in _list(service, "2026-01-12")]
    assert _list(service, "2026-01-12", "--coach", "karim") == []
