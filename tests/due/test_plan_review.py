"""`plan-review`: the day agreed for it, else six months after the plan or its last review."""


def _plan(service, plan, *reviews):
    lines = "\n".join(f"  - {{{review}}}" for review in reviews)
    service.person("ab-k7q", f"plan: {{{plan}}}\n" + (f"reviews:\n{lines}\n" if reviews else ""))


def _owed(service, day):
    return service.kinds(day, "plan-review")


def test_a_review_is_due_on_the_day_agreed_not_before(service):
    _plan(service, "on: 2026-01-20, review: 2026-04-20")

    assert _owed(service, "2026-04-19") == []
    assert _owed(service, "2026-04-20") == [("2026-04-20", None)]


def test_it_has_no_deadline_and_grows_late_from_its_day(service):
    _plan(service, "on: 2026-01-20, review: 2026-04-20")

    [item] = [i for i in service.due("2026-04-25") if i["kind"] == "plan-review"]

    assert (item["deadline"], item["late_days"]) == (None, 5)


def test_a_plan_review_on_the_day_meets_it_one_the_day_before_does_not(service):
    plan = "on: 2026-01-20, review: 2026-04-20"

    _plan(service, plan, "kind: plan, on: 2026-04-20, by: person")
    assert _owed(service, "2026-04-20") == []

    _plan(service, plan, "kind: plan, on: 2026-04-19, by: person")
    assert _owed(service, "2026-04-20") == [("2026-04-20", None)]


def test_a_review_of_another_kind_does_not_meet_it(service):
    _plan(
        service,
        "on: 2026-01-20, review: 2026-04-20",
        "kind: agreement, on: 2026-04-20, by: coach",
        "kind: satisfaction, on: 2026-04-20, by: person",
    )

    assert _owed(service, "2026-04-20") == [("2026-04-20", None)]


def test_without_a_day_agreed_it_is_due_six_months_after_the_plan(service):
    _plan(service, "on: 2026-01-20")

    assert _owed(service, "2026-07-19") == []
    assert _owed(service, "2026-07-20") == [("2026-07-20", None)]


def test_six_months_clamp_to_the_last_day_of_the_month(service):
    _plan(service, "on: 2025-08-31")

    assert _owed(service, "2026-02-27") == []
    assert _owed(service, "2026-02-28") == [("2026-02-28", None)]


def test_without_a_day_agreed_each_review_gives_six_months_more(service):
    _plan(service, "on: 2026-01-20", "kind: plan, on: 2026-03-01, by: coach")

    assert _owed(service, "2026-08-31") == []
    assert _owed(service, "2026-09-01") == [("2026-09-01", None)]


def test_once_the_day_agreed_is_met_it_comes_back_six_months_after_the_review(service):
    _plan(
        service,
        "on: 2026-01-20, review: 2026-04-20",
        "kind: plan, on: 2026-04-25, by: coach",
    )

    assert _owed(service, "2026-10-24") == []
    assert _owed(service, "2026-10-25") == [("2026-10-25", None)]


def test_a_plan_made_after_its_last_review_counts_from_its_own_day(service):
    _plan(service, "on: 2026-03-01", "kind: plan, on: 2026-02-01, by: coach")

    assert _owed(service, "2026-08-31") == []
    assert _owed(service, "2026-09-01") == [("2026-09-01", None)]


def test_without_a_plan_nothing_is_reviewed(service):
    service.person("ab-k7q", "wishes: [Bakery]")

    assert _owed(service, "2026-12-31") == []
