"""`need-missing`: a stage entered without what it needs (each need: test_needs.py)."""

PERSON = "people/ab-k7q.yaml"
SOUND = """\
stages:
  - {stage: reserve, on: 2026-01-05}
  - {stage: pre-hire, on: 2026-03-02}
wishes: [Bakery]
constraints: []
plan: {goals: [{goal: Work}]}
readiness: {available: 2026-01-12, motivated: 2026-01-12}
agreements:
  - {kind: participation, with: person, on: 2026-01-05}
"""


def test_what_is_missing_is_told_at_the_stage_entered(service):
    service.person("ab-k7q", SOUND.replace("kind: participation", "kind: other"))

    assert service.findings() == [(PERSON, 6, 13, "need-missing")]


def test_every_missing_need_is_named_at_once(service, faults):
    service.person("ab-k7q", "stages:\n  - {stage: pre-hire, on: 2026-03-02}\n")

    assert faults.at("need-missing") == [(PERSON, 5, 13)]
    told = faults.message("need-missing") + faults.hint("need-missing")
    assert all(need in told for need in ("participation", "motivated", "available"))


def test_a_stage_with_its_needs_is_sound(service):
    service.person("ab-k7q", SOUND)

    assert service.findings() == []


def test_every_entry_of_the_history_is_judged(service, faults):
    service.person(
        "ab-k7q",
        "stages:\n  - {stage: reserve, on: 2026-01-05}\n  - {stage: closed, on: 2026-02-02}\n"
        "  - {stage: pre-hire, on: 2026-03-02, why: Came back}\n"
        "  - {stage: closed, on: 2026-03-05}\n",
    )

    assert faults.at("need-missing") == [(PERSON, 6, 13), (PERSON, 7, 13), (PERSON, 8, 13)]


def test_it_is_an_error_with_a_way_out(service, faults):
    service.person("ab-k7q", "stages:\n  - {stage: closed, on: 2026-03-02}\n")

    assert faults.worded("need-missing") == "error"
    assert "why" in faults.message("need-missing") + faults.hint("need-missing")
