"""`expected`: what a stage expects, two weeks after entering it."""

STAGES = "stages: [{stage: pre-hire, on: 2026-01-12}]"
TRUST = "agreements: [{kind: trust-contract, with: person, on: 2026-01-12}]"
PROFILE = "wishes: [Bakery]\nconstraints: []"
PLAN = "plan: {on: 2026-01-20, goals: [{goal: Work in a shop}]}"
DUE = [("2026-01-26", None)]
FOLLOW_UP = "stages: [{stage: follow-up, on: 2026-01-12}]"
JOB = "placements: [{employer: bakery, contract: permanent, from: 2026-01-12}]"


def _person(service, *parts):
    service.person("ab-k7q", "\n".join(parts) + "\n")


def _owed(service, day):
    return service.kinds(day, "expected")


def test_what_is_missing_shows_fourteen_days_after_entry_not_before(service):
    _person(service, STAGES)

    assert _owed(service, "2026-01-25") == []
    assert _owed(service, "2026-01-26") == DUE


def test_it_is_a_nudge_and_never_late(service):
    _person(service, STAGES)

    [item] = [i for i in service.due("2026-03-09") if i["kind"] == "expected"]

    assert (item["due"], item["deadline"], item["late_days"]) == ("2026-01-26", None, 0)


def test_nothing_shows_once_everything_is_in_place(service):
    _person(service, STAGES, TRUST, PROFILE, PLAN)

    assert _owed(service, "2026-01-26") == []


def test_one_thing_missing_is_enough(service):
    for parts in ((PROFILE, PLAN), (TRUST, PLAN), (TRUST, PROFILE)):
        _person(service, STAGES, *parts)
        assert _owed(service, "2026-01-26") == DUE


def test_an_empty_list_of_constraints_says_none_an_absent_one_says_nothing(service):
    _person(service, STAGES, TRUST, PLAN, "wishes: [Bakery]\nconstraints: []")
    assert _owed(service, "2026-01-26") == []

    _person(service, STAGES, TRUST, PLAN, "wishes: [Bakery]\nconstraints:")
    assert _owed(service, "2026-01-26") == DUE


def test_a_profile_has_at_least_one_wish(service):
    _person(service, STAGES, TRUST, PLAN, "wishes: []\nconstraints: []")

    assert _owed(service, "2026-01-26") == DUE


def test_a_plan_has_a_goal(service):
    _person(service, STAGES, TRUST, PROFILE, "plan: {on: 2026-01-20}")

    assert _owed(service, "2026-01-26") == DUE


def test_expectations_are_judged_on_the_day_asked_for(service):
    trust = "agreements: [{kind: trust-contract, with: person, on: 2026-02-02, until: 2026-03-02}]"
    _person(service, STAGES, trust, PROFILE, PLAN)

    assert _owed(service, "2026-02-01") == DUE
    assert _owed(service, "2026-02-02") == []
    assert _owed(service, "2026-03-02") == []
    assert _owed(service, "2026-03-03") == DUE


def test_a_trust_contract_with_somebody_else_is_none_with_the_person(service):
    trust = "agreements: [{kind: trust-contract, with: cpas, on: 2026-01-12}]"
    _person(service, STAGES, trust, PROFILE, PLAN)

    assert _owed(service, "2026-01-26") == DUE


def test_a_move_to_another_stage_starts_anew(service):
    _person(
        service,
        "stages: [{stage: pre-hire, on: 2026-01-12}, {stage: follow-up, on: 2026-01-24}]",
    )

    assert _owed(service, "2026-02-06") == []
    assert _owed(service, "2026-02-07") == [("2026-02-07", None)]


def test_a_stage_that_expects_nothing_gives_no_nudge(service):
    _person(service, "stages: [{stage: hire, on: 2026-01-12}]")

    assert _owed(service, "2026-12-31") == []


def test_a_follow_up_agreement_with_the_employer_is_met_in_either_file(service):
    service.employer("bakery", "")
    _person(service, FOLLOW_UP, JOB)
    assert _owed(service, "2026-01-26") == DUE

    agreement = "agreements: [{kind: follow-up, with: bakery, on: 2026-01-20}]"
    _person(service, FOLLOW_UP, JOB, agreement)
    assert _owed(service, "2026-01-26") == []

    service.employer("bakery", "agreements: [{kind: follow-up, on: 2026-01-20}]")
    _person(service, FOLLOW_UP, JOB)
    assert _owed(service, "2026-01-26") == []


def test_a_follow_up_agreement_with_another_employer_does_not_help(service):
    service.employer("bakery", "")
    service.employer("grocery", "agreements: [{kind: follow-up, on: 2026-01-20}]")
    _person(service, FOLLOW_UP, JOB)

    assert _owed(service, "2026-01-26") == DUE


def test_no_agreement_is_expected_of_an_employer_who_may_not_know(service):
    service.employer("bakery", "")
    _person(service, FOLLOW_UP, JOB, "employer_may_know: false")

    assert _owed(service, "2026-01-26") == []


def test_no_agreement_is_expected_of_a_firm(service):
    _person(
        service,
        FOLLOW_UP,
        "placements: [{firm: Corner shop, title: Clerk, contract: permanent, from: 2026-01-12}]",
    )

    assert _owed(service, "2026-01-26") == []


def test_the_settings_may_wait_longer(service):
    service.settings(
        """
        format: 1
        process: frb-2002
        coaches: [{id: claire, name: Claire, email: claire@example.org}]
        followup: {wait: {expected: 1m}}
        """
    )
    _person(service, STAGES)

    assert _owed(service, "2026-02-11") == []
    assert _owed(service, "2026-02-12") == [("2026-02-12", None)]
