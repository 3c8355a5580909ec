"""`unknown-stage`: a stage the case's process does not have."""

PERSON = "people/ab-k7q.yaml"


def test_a_stage_of_no_process_is_found_at_it(service):
    service.person("ab-k7q", "stages:\n  - {stage: waiting, on: 2026-03-02}\n")

    assert service.findings() == [(PERSON, 5, 13, "unknown-stage")]


def test_a_stage_of_another_process_is_unknown(service):
    service.person("ab-k7q", "stages:\n  - {stage: welcome, on: 2026-03-02}\n")

    assert service.findings() == [(PERSON, 5, 13, "unknown-stage")]


def test_the_person_s_own_process_says_which_stages_there_are(service):
    service.person(
        "ab-k7q", "process: emploi-accompagne\nstages:\n  - {stage: welcome, on: 2026-03-02}\n"
    )

    assert service.findings() == []


def test_an_entry_s_process_holds_from_there_on(service):
    service.person(
        "ab-k7q",
        "stages:\n  - {stage: reserve, on: 2026-01-05}\n"
        "  - {stage: first-contact, on: 2026-02-02, process: awiph-2006}\n"
        "  - {stage: pre-hire, on: 2026-03-02}\n",
    )

    assert service.findings() == [(PERSON, 7, 13, "unknown-stage")]


def test_the_stage_of_an_extension_is_looked_up(service):
    service.person(
        "ab-k7q",
        "stages: [{stage: reserve, on: 2026-03-02}]\n"
        "extensions: [{stage: prehire, until: 2028-06-30, why: Illness}]\n",
    )

    assert service.findings() == [(PERSON, 5, 22, "unknown-stage")]


def test_the_next_stages_of_a_model_are_looked_up(service):
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        stages:
          - {id: one, next: [two, end]}
          - {id: end, final: true}
        """,
    )

    assert service.findings() == [("processes/own.yaml", 4, 22, "unknown-stage")]


def test_every_entry_is_looked_at(service, faults):
    service.person(
        "ab-k7q", "stages:\n  - {stage: a, on: 2026-03-01}\n  - {stage: b, on: 2026-03-02}\n"
    )

    assert faults.at("unknown-stage") == [(PERSON, 5, 13), (PERSON, 6, 13)]


def test_it_is_an_error_whose_hint_names_the_nearest_and_all(service, faults):
    service.person("ab-k7q", "stages:\n  - {stage: prehire, on: 2026-03-02}\n")

    assert faults.worded("unknown-stage") == "error"
    hint = faults.hint("unknown-stage")
    assert '"pre-hire"' in hint
    assert "reserve, pre-hire, hire, follow-up, closed" in hint
