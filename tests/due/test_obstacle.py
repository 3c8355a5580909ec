"""`obstacle`: looking again at an obstacle, while it is not solved."""


def _obstacle(service, entry):
    service.person("ab-k7q", f"obstacles: [{{what: Childcare, {entry}}}]")


def _owed(service, day):
    return service.kinds(day, "obstacle")


def test_an_obstacle_is_looked_at_on_its_check_not_before(service):
    _obstacle(service, "helper: cpas, check: 2026-01-26")

    assert _owed(service, "2026-01-25") == []
    assert _owed(service, "2026-01-26") == [("2026-01-26", "cpas")]


def test_an_obstacle_without_helper_is_with_nobody(service):
    _obstacle(service, "check: 2026-01-26")

    assert _owed(service, "2026-01-26") == [("2026-01-26", None)]


def test_an_obstacle_solved_is_due_no_more(service):
    _obstacle(service, "helper: cpas, check: 2026-01-26, solved: 2026-02-02")

    assert _owed(service, "2026-02-01") == [("2026-01-26", "cpas")]
    assert _owed(service, "2026-02-02") == []


def test_an_obstacle_without_check_is_never_due(service):
    _obstacle(service, "helper: cpas, since: 2026-01-12")

    assert _owed(service, "2026-12-31") == []
