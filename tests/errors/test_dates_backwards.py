"""`dates-backwards`: a stage entered before the one above it."""

PERSON = "people/ab-k7q.yaml"


def _went(service, *days):
    stages = ["reserve", "closed", "reserve"]
    entries = "".join(
        f"  - {{stage: {stage}, on: {day}, why: Asked}}\n"
        for stage, day in zip(stages, days, strict=False)
    )
    service.person("ab-k7q", f"stages:\n{entries}")


def test_an_earlier_day_below_a_later_one_is_found_at_the_day(service, faults):
    _went(service, "2026-02-02", "2026-02-01")

    assert service.findings() == [(PERSON, 6, 25, "dates-backwards")]


def test_the_same_day_is_sound(service):
    _went(service, "2026-02-02", "2026-02-02")

    assert service.findings() == []


def test_days_in_order_are_sound(service):
    _went(service, "2026-02-01", "2026-02-02")

    assert service.findings() == []


def test_contacts_may_stand_in_any_order(service):
    service.person(
        "ab-k7q", "contacts:\n  - {on: 2026-03-02, how: visit}\n  - {on: 2026-03-01, how: visit}\n"
    )

    assert service.findings() == []


def test_it_is_an_error_with_a_way_out(service, faults):
    _went(service, "2026-02-02", "2026-02-01")

    assert faults.worded("dates-backwards") == "error"
