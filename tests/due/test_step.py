"""`step`: a step of the plan on its day, while not done."""


def _steps(service, *steps):
    lines = "\n".join(f"        - {{{step}}}" for step in steps)
    service.person(
        "ab-k7q",
        f"plan:\n  on: 2026-01-20\n  goals:\n    - goal: Work in a shop\n      steps:\n{lines}\n",
    )


def _owed(service, day):
    return service.kinds(day, "step")


def test_a_step_is_due_on_its_day_not_before(service):
    _steps(service, "do: Rewrite the CV, who: person, by: 2026-02-01")

    assert _owed(service, "2026-01-31") == []
    assert _owed(service, "2026-02-01") == [("2026-02-01", "person")]


def test_a_step_done_is_due_no_more(service):
    _steps(service, "do: Rewrite the CV, who: person, by: 2026-02-01, done: 2026-02-03")

    assert _owed(service, "2026-02-02") == [("2026-02-01", "person")]
    assert _owed(service, "2026-02-03") == []


def test_a_step_names_who_takes_it(service):
    _steps(
        service,
        "do: Rewrite the CV, who: coach, by: 2026-02-01",
        "do: Find childcare, who: cpas, by: 2026-02-02",
        "do: Visit the shop, by: 2026-02-03",
    )

    assert _owed(service, "2026-02-03") == [
        ("2026-02-01", "coach"),
        ("2026-02-02", "cpas"),
        ("2026-02-03", None),
    ]


def test_a_step_without_a_day_is_never_due(service):
    _steps(service, "do: Rewrite the CV, who: person")

    assert _owed(service, "2026-12-31") == []


def test_its_ref_says_which_step_it_is(service):
    _steps(
        service,
        "do: Rewrite the CV, by: 2026-01-25, done: 2026-01-25",
        "do: Call the bakery, by: 2026-02-05",
    )

    [item] = [i for i in service.due("2026-02-07") if i["kind"] == "step"]

    assert item["ref"] == "plan.goals[0].steps[1]"
    assert (item["deadline"], item["late_days"]) == (None, 2)
