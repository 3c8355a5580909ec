"""What a pause holds back, and what is left of a case in a final stage."""

EVERYTHING = """
agreements: [{kind: service, with: person, on: 2025-03-01, until: 2026-03-10}]
consents: [{to: employers, about: [name], on: 2025-03-01, until: 2026-03-10}]
constraints: [{kind: legal, what: Work permit, until: 2026-03-10}]
obstacles: [{what: Childcare, check: 2026-03-01}]
plan:
  on: 2025-06-01
  review: 2026-03-01
  goals: [{goal: Work in a shop, steps: [{do: Rewrite the CV, by: 2026-03-01}]}]
applications:
  - {employer: bakery, job: a, proposed: 2026-02-20}
  - {employer: bakery, job: b, interview: 2026-02-20}
  - {employer: bakery, job: c, interview: 2026-03-04}
placements:
  - employer: bakery
    contract: temporary
    from: 2025-09-01
    until: 2026-03-10
    aid: {kind: activa, until: 2026-03-10}
contacts: [{on: 2026-02-02, with: mother, how: phone, next: 2026-03-01}]
circle: [{id: mother, name: Fatima}]
reviews: [{kind: complaint, on: 2026-02-02, by: person}]
"""
PRE_HIRE = "stages: [{stage: pre-hire, on: 2024-03-01}]"


def _person(service, *parts):
    service.employer("bakery", "jobs: [{id: a, title: A}, {id: b, title: B}, {id: c, title: C}]")
    service.person("ab-k7q", "\n".join(parts) + "\n")


def _kinds(service, day):
    return {item["kind"] for item in service.due(day)}


def test_outside_a_pause_everything_shows(service):
    _person(service, PRE_HIRE, EVERYTHING)

    assert _kinds(service, "2026-03-03") == {
        "promised",
        "contact",
        "decision",
        "interview",
        "debrief",
        "answer",
        "plan-review",
        "step",
        "obstacle",
        "expected",
        "agreement",
        "consent",
        "constraint-end",
        "contract-end",
        "aid-end",
        "limit",
        "check-in",
        "complaint",
    }


def test_in_a_pause_only_what_cannot_wait_shows(service):
    _person(service, PRE_HIRE, EVERYTHING, "pauses: [{from: 2026-03-02, until: 2026-03-03}]")

    assert _kinds(service, "2026-03-03") == {
        "pause-end",
        "agreement",
        "consent",
        "contract-end",
        "constraint-end",
        "aid-end",
        "complaint",
    }


def test_a_pause_holds_back_from_its_first_day_through_its_last(service):
    # reading: both days of a pause belong to it
    _person(
        service,
        "plan: {on: 2026-01-20, goals: [{goal: Work, steps: [{do: Call, by: 2026-03-01}]}]}",
        "pauses: [{from: 2026-03-03, until: 2026-03-05}]",
    )

    assert service.kinds("2026-03-02", "step") == [("2026-03-01", None)]
    assert service.kinds("2026-03-03", "step") == []
    assert service.kinds("2026-03-05", "step") == []
    assert service.kinds("2026-03-06", "step") == [("2026-03-01", None)]


def test_a_pause_holds_back_the_employer_contact_too(service):
    _person(
        service,
        "stages: [{stage: follow-up, on: 2026-01-05}]",
        "placements: [{employer: bakery, contract: permanent, from: 2026-01-05}]",
        "pauses: [{from: 2026-01-14, until: 2026-01-20}]",
    )

    assert service.kinds("2026-01-13", "employer-contact") == [("2026-01-12", "bakery")]
    assert service.kinds("2026-01-14", "employer-contact") == []


def test_a_pause_of_a_person_does_not_hold_back_an_employers_items(service):
    service.employer("bakery", "contact_every: 6m")
    service.person("ab-k7q", "pauses: [{from: 2026-03-02, until: 2026-03-20}]")

    assert service.kinds("2026-03-09", "keep-warm") == [("2026-03-09", "bakery")]


def test_a_case_in_a_final_stage_yields_promises_check_ins_and_complaints_only(service):
    _person(
        service,
        "stages:",
        "  - {stage: follow-up, on: 2025-09-01}",
        "  - {stage: closed, on: 2026-01-12, why: Well settled}",
        EVERYTHING,
    )

    assert _kinds(service, "2026-03-03") == {"promised", "check-in", "complaint"}


def test_a_final_stage_keeps_its_own_rhythm(service):
    _person(
        service,
        "process: rejoins-2006",
        "stages:",
        "  - {stage: post-hire, on: 2024-09-02}",
        "  - {stage: closed, on: 2025-03-03, why: Well settled}",
        "placements: [{employer: bakery, contract: permanent, from: 2024-09-02}]",
        "after_closing: false",
    )

    assert service.due("2026-03-02") == []
    [item] = service.due("2026-03-03")
    assert (item["kind"], item["due"], item["with"]) == ("employer-contact", "2026-03-03", "bakery")


def test_a_case_closed_without_open_ends_yields_nothing(service):
    _person(
        service,
        "stages:",
        "  - {stage: pre-hire, on: 2026-01-05}",
        "  - {stage: closed, on: 2026-01-12, why: Moved}",
    )

    assert service.due("2030-12-31") == []


def test_a_case_shows_everything_until_the_day_before_it_closes(service):
    _person(
        service,
        "stages:",
        "  - {stage: pre-hire, on: 2026-01-05}",
        "  - {stage: closed, on: 2026-02-02, why: Moved}",
    )

    assert service.kinds("2026-02-01", "contact") == [("2026-01-12", "person")]
    assert service.kinds("2026-02-02", "contact") == []


def test_a_case_reopened_shows_everything_again(service):
    _person(
        service,
        "stages:",
        "  - {stage: pre-hire, on: 2026-01-05}",
        "  - {stage: closed, on: 2026-02-02, why: Moved}",
        "  - {stage: pre-hire, on: 2026-03-02, why: Came back}",
    )

    assert service.kinds("2026-03-08", "contact") == []
    assert service.kinds("2026-03-09", "contact") == [("2026-03-09", "person")]
