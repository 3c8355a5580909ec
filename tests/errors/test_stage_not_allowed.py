"""`stage-not-allowed`: a move the process does not have."""

import pytest

PERSON = "people/ab-k7q.yaml"


@pytest.fixture
def own(service):
    """A process without needs, from one to two to three."""
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        stages:
          - {id: one, next: [two]}
          - {id: two, next: [three, end]}
          - {id: three, next: [end]}
          - {id: end, final: true, next: [one]}
        """,
    )


def _went(service, *stages):
    entries = "".join(
        f"  - {{stage: {stage}, on: 2026-03-0{day}}}\n" for day, stage in enumerate(stages, 1)
    )
    service.person("ab-k7q", f"process: own\nstages:\n{entries}")


def test_a_move_outside_next_is_found_at_the_stage_entered(service, own):
    _went(service, "one", "three")

    assert service.findings() == [(PERSON, 7, 13, "stage-not-allowed")]


def test_moves_along_next_are_sound(service, own):
    _went(service, "one", "two", "three", "end")

    assert service.findings() == []


def test_the_first_entry_may_be_any_stage(service, own):
    _went(service, "three", "end")

    assert service.findings() == []


def test_every_move_of_the_history_is_looked_at(service, own):
    _went(service, "one", "three", "two", "end")

    assert service.findings() == [
        (PERSON, 7, 13, "stage-not-allowed"),
        (PERSON, 8, 13, "stage-not-allowed"),
    ]


def test_a_move_back_is_free_only_where_next_says_so(service, own):
    _went(service, "two", "one")

    assert service.findings() == [(PERSON, 7, 13, "stage-not-allowed")]


def test_changing_the_process_is_free_of_next(service, own):
    service.person(
        "ab-k7q",
        "process: own\nstages:\n  - {stage: one, on: 2026-03-01}\n"
        "  - {stage: reserve, on: 2026-03-02, process: frb-2002}\n",
    )

    assert service.findings() == []


def test_after_the_change_the_new_process_rules(service, faults):
    service.person(
        "ab-k7q",
        "process: emploi-accompagne\nstages:\n  - {stage: welcome, on: 2026-03-01}\n"
        "  - {stage: reserve, on: 2026-03-02, process: frb-2002}\n"
        "  - {stage: follow-up, on: 2026-03-03}\n",
    )

    assert faults.at("stage-not-allowed") == [(PERSON, 8, 13)]


def test_the_shipped_moves_hold(service, faults):
    service.person(
        "ab-k7q",
        "stages:\n  - {stage: reserve, on: 2026-03-01}\n  - {stage: hire, on: 2026-03-02}\n",
    )

    assert faults.at("stage-not-allowed") == [(PERSON, 6, 13)]


def test_it_is_an_error_whose_hint_names_the_ways_on(service, own, faults):
    _went(service, "two", "one")

    assert faults.worded("stage-not-allowed") == "error"
    assert "three" in faults.hint("stage-not-allowed")
    assert "end" in faults.hint("stage-not-allowed")
