"""`unknown-process`: a process model nobody wrote."""

import pytest

PERSON = "people/ab-k7q.yaml"


def test_a_person_s_process_is_looked_up(service):
    service.person("ab-k7q", "process: frb-2003\n")

    assert service.findings() == [(PERSON, 4, 10, "unknown-process")]


def test_the_settings_process_is_looked_up(service):
    service.settings("format: 1\nprocess: frb\ncoaches: [{id: claire, name: C}]\n")

    assert service.findings() == [("jobcoach.yaml", 2, 10, "unknown-process")]


def test_the_process_of_a_stage_entry_is_looked_up(service, faults):
    service.person(
        "ab-k7q", "stages:\n  - {stage: reserve, on: 2026-01-05, process: somewhere-else}\n"
    )

    assert faults.at("unknown-process") == [(PERSON, 5, 47)]


@pytest.mark.parametrize(
    "process", ["frb-2002", "rejoins-2006", "awiph-2006", "euse-2005", "emploi-accompagne"]
)
def test_the_shipped_models_are_known(service, process):
    service.person("ab-k7q", f"process: {process}\n")

    assert service.findings() == []


def test_a_model_of_the_service_is_known(service):
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        stages:
          - {id: one, next: [end]}
          - {id: end, final: true}
        """,
    )
    service.person("ab-k7q", "process: own\nstages: [{stage: one, on: 2026-03-02}]\n")

    assert service.findings() == []


def test_it_is_an_error_whose_hint_names_the_nearest(service, faults):
    service.person("ab-k7q", "process: frb-2003\n")

    assert faults.worded("unknown-process") == "error"
    assert "frb-2002" in faults.hint("unknown-process")
