"""The order of the list, its late days, and the shape of its JSON."""

DAY = "2026-03-09"


def _steps(*days):
    steps = ", ".join(f"{{do: Step {n}, by: {day}}}" for n, day in enumerate(days))
    return f"plan: {{on: 2026-01-20, goals: [{{goal: Work, steps: [{steps}]}}]}}\n"


def _cases(items):
    return [(item["case"], item["kind"]) for item in items]


def test_the_latest_comes_first(service):
    service.person("ab-k7q", _steps("2026-03-07"))
    service.person("cd-m2x", _steps("2026-03-04"))
    service.person("ef-p9z", _steps("2026-03-09"))

    items = service.due(DAY)

    assert [(item["case"], item["late_days"]) for item in items] == [
        ("people/cd-m2x", 5),
        ("people/ab-k7q", 2),
        ("people/ef-p9z", 0),
    ]


def test_among_equally_late_the_earlier_due_comes_first(service):
    service.person("ab-k7q", _steps("2026-03-09"))
    service.person(
        "cd-m2x", "agreements: [{kind: service, with: person, on: 2026-01-05, until: 2026-03-20}]"
    )

    assert _cases(service.due(DAY)) == [("people/cd-m2x", "agreement"), ("people/ab-k7q", "step")]


def test_late_days_rank_an_item_with_a_deadline_by_the_deadline(service):
    service.person(
        "ab-k7q",
        "constraints: [{kind: legal, what: Permit, until: 2026-03-08}]",  # due since 7 January
    )
    service.person("cd-m2x", _steps("2026-03-05"))

    assert [(item["kind"], item["late_days"]) for item in service.due(DAY)] == [
        ("step", 4),
        ("constraint-end", 1),
    ]


def test_among_equals_the_cases_follow_each_other(service):
    service.person("cd-m2x", _steps("2026-03-05"))
    service.person("ab-k7q", _steps("2026-03-05"))
    service.employer(
        "bakery", "agreements: [{kind: follow-up, on: 2026-01-05, review: 2026-03-05}]"
    )

    assert [item["case"] for item in service.due(DAY)] == [
        "employers/bakery",
        "people/ab-k7q",
        "people/cd-m2x",
    ]


def test_within_a_case_the_kinds_follow_each_other_then_the_place_in_the_file(service):
    service.employer("bakery", "")
    service.person(
        "ab-k7q",
        _steps("2026-03-05", "2026-03-05")
        + "applications: [{employer: bakery, proposed: 2026-03-02}]\n",
    )

    assert [(item["kind"], item["late_days"]) for item in service.due(DAY)] == [
        ("decision", 4),
        ("step", 4),
        ("step", 4),
    ]
    assert [item["ref"] for item in service.due(DAY)][1:] == [
        "plan.goals[0].steps[0]",
        "plan.goals[0].steps[1]",
    ]


def test_a_nudge_comes_last_however_old(service):
    service.person("ab-k7q", "stages: [{stage: pre-hire, on: 2025-06-02}]")  # expected since June
    service.person("cd-m2x", _steps("2026-03-09"))

    assert _cases(service.due(DAY)) == [
        ("people/ab-k7q", "contact"),
        ("people/cd-m2x", "step"),
        ("people/ab-k7q", "expected"),
    ]


def test_all_four_nudges_come_last_and_are_never_late(service):
    service.person(
        "ab-k7q",
        """
        process: emploi-accompagne
        stages: [{stage: project, on: 2026-01-05}]
        """,
    )
    service.person("cd-m2x", "stages: [{stage: pre-hire, on: 2024-03-01}]")
    service.person("ef-p9z", _steps("2026-03-09"))

    items = service.due(DAY)

    assert [item["kind"] for item in items[:2]] == ["contact", "step"]
    assert {(item["kind"], item["late_days"]) for item in items[2:]} == {
        ("no-news", 0),
        ("first-employer", 0),
        ("expected", 0),
        ("limit", 0),
    }


def test_late_days_are_never_below_zero(service):
    service.person(
        "ab-k7q", "agreements: [{kind: service, with: person, on: 2026-01-05, until: 2026-03-20}]"
    )

    [item] = service.due(DAY)

    assert (item["due"], item["deadline"], item["late_days"]) == ("2026-03-06", "2026-03-20", 0)


def test_the_json_names_its_version_its_day_its_items_and_what_is_unreadable(service):
    service.person("ab-k7q", _steps("2026-03-07"))

    result = service.run("followup", "due", "--json", "--all", "--on", DAY)

    assert result.exit_code == 0
    assert set(result.json) == {"version", "on", "items", "unreadable"}
    assert (result.json["version"], result.json["on"], result.json["unreadable"]) == (1, DAY, [])
    [item] = result.json["items"]
    assert set(item) == {
        "due",
        "deadline",
        "late_days",
        "kind",
        "case",
        "name",
        "coach",
        "cover",
        "with",
        "ref",
        "why",
        "do",
    }
    assert isinstance(item["why"], str)
    assert isinstance(item["do"], str)
    assert (item["name"], item["coach"], item["cover"]) == ("Person ab-k7q", "claire", None)


def test_nothing_due_is_an_empty_list(service):
    result = service.run("followup", "due", "--json", "--all", "--on", DAY)

    assert result.exit_code == 0
    assert result.json == {"version": 1, "on": DAY, "items": [], "unreadable": []}


def test_one_kind_may_be_asked_for_alone(service):
    service.person("ab-k7q", "stages: [{stage: pre-hire, on: 2026-01-12}]\n" + _steps("2026-03-01"))

    items = service.due(DAY, "--kind", "step")

    assert [item["kind"] for item in items] == ["step"]
