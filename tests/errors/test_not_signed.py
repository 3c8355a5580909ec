"""`not-signed`: work that began before the papers the process asks for were signed."""

import pytest

PERSON = "people/ab-k7q.yaml"
START = "2026-02-16"
DAY_AFTER = "2026-02-17"


@pytest.fixture
def on_the_road(service, faults):
    """Put a person on a road that needs a paper, at work since 16 February; what is found there."""

    def found(need, papers="", *, placement="", more=""):
        service.process(
            "own",
            f"""
            id: own
            name: {{en: Own}}
            stages:
              - {{id: one, next: [two], needs: [{need}]}}
              - {{id: two, next: [end]}}
              - {{id: end, final: true}}
            """,
        )
        service.person(
            "ab-k7q",
            "process: own\n"
            "stages: [{stage: one, on: 2026-01-05}, {stage: two, on: 2026-02-16}]\n"
            f"placements: [{{firm: Paul, from: {START}{placement}}}]\n{papers}{more}",
        )
        return faults.at("not-signed")

    return found


HERE = [(PERSON, 6, 33)]
SIGNED = "plan: {{on: 2026-01-05, signed: {{{party}: {day}}}, goals: [{{goal: Work}}]}}\n"


def agreement(kind, day, more=""):
    return f"agreements: [{{kind: {kind}, on: {day}{more}}}]\n"


AGREEMENTS = [
    ("trust-contract", "trust-contract"),
    ("service", "service"),
    ("service-dated", "service"),
    ("work-plan", "work-plan"),
]


@pytest.mark.parametrize(("need", "kind"), AGREEMENTS)
def test_a_paper_is_signed_in_time_on_the_first_day_of_work_and_late_on_the_next(
    on_the_road, need, kind
):
    assert on_the_road(need, agreement(kind, START)) == []
    assert on_the_road(need, agreement(kind, DAY_AFTER)) == HERE


@pytest.mark.parametrize("need", ["trust-contract", "service", "service-dated", "work-plan"])
def test_a_paper_that_is_not_there_is_found_at_the_day_the_work_began(on_the_road, need):
    assert on_the_road(need) == HERE


def test_a_plan_is_signed_in_time_on_the_first_day_of_work_and_late_on_the_next(on_the_road):
    assert on_the_road("signed-plan", SIGNED.format(party="person", day=START)) == []
    assert on_the_road("signed-plan", SIGNED.format(party="person", day=DAY_AFTER)) == HERE


def test_a_plan_that_only_the_coach_signed_is_not_signed(on_the_road):
    assert on_the_road("signed-plan", SIGNED.format(party="coach", day=START)) == HERE


def test_without_a_plan_none_is_signed(on_the_road):
    assert on_the_road("signed-plan") == HERE


@pytest.mark.parametrize(
    ("kind", "reviewed", "found"),
    [
        ("plan", START, []),
        ("plan", "2026-03-02", []),
        ("plan", "2026-02-15", HERE),
        ("satisfaction", START, HERE),
    ],
)
def test_a_plan_signed_anew_after_it_was_looked_at_again_was_signed_before(
    on_the_road, kind, reviewed, found
):
    review = f"reviews: [{{kind: {kind}, on: {reviewed}, by: person}}]\n"

    papers = SIGNED.format(party="person", day="2026-03-02")

    assert on_the_road("signed-plan", papers, more=review) == found


def test_a_review_signs_nothing_by_itself(on_the_road):
    review = "reviews: [{kind: plan, on: 2026-02-16, by: person}]\n"

    assert on_the_road("signed-plan", SIGNED.format(party="coach", day=START), more=review) == HERE


def test_another_paper_is_not_the_one_that_is_asked_for(on_the_road):
    assert on_the_road("trust-contract", agreement("participation", START)) == HERE
    assert on_the_road("service", agreement("trust-contract", START)) == HERE


def test_a_paper_with_somebody_else_is_not_the_persons(on_the_road):
    assert on_the_road("service", agreement("service", START, ", with: cpas")) == HERE
    assert on_the_road("service", agreement("service", START, ", with: [cpas, person]")) == []


def test_an_agreement_without_a_day_is_not_signed(on_the_road):
    assert on_the_road("service", "agreements: [{kind: service}]\n") == HERE


def test_a_job_that_was_there_before_coaching_began_is_no_fault(on_the_road):
    assert on_the_road("trust-contract", placement=", already: true") == []
    assert on_the_road("trust-contract", placement=", already: false") == HERE


def test_work_that_is_over_is_past_mending_and_its_last_day_is_not(on_the_road):
    assert on_the_road("trust-contract", placement=", ended: 2026-03-09") == HERE
    assert on_the_road("trust-contract", placement=", ended: 2026-03-08") == []


def test_work_counts_from_its_first_day(on_the_road, monkeypatch):
    monkeypatch.setenv("JOBCOACH_TODAY", START)
    assert on_the_road("trust-contract") == HERE

    monkeypatch.setenv("JOBCOACH_TODAY", "2026-02-15")
    assert on_the_road("trust-contract") == []


def test_a_model_that_needs_no_paper_asks_for_none(on_the_road):
    assert on_the_road("profile") == []


def test_a_stage_that_the_person_never_entered_asks_for_nothing(service, faults):
    """Who found a job alone went past the stage that asks for a signed plan (EUSE)."""
    alone = "process: euse-2005\nplacements: [{firm: Paul, from: 2026-02-16}]\n"
    service.person("ab-k7q", alone + "stages: [{stage: support, on: 2026-02-16}]\n")
    assert faults.at("not-signed") == []

    service.person(
        "ab-k7q",
        alone
        + "stages: [{stage: job-finding, on: 2026-02-02}, {stage: support, on: 2026-02-16}]\n",
    )
    assert faults.at("not-signed") == [(PERSON, 5, 33)]


def test_every_paper_that_is_missing_is_named_once(service, faults):
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        stages:
          - {id: one, next: [two], needs: [trust-contract, signed-plan]}
          - {id: two, next: [end], needs: [trust-contract]}
          - {id: end, final: true}
        """,
    )
    service.person(
        "ab-k7q",
        "process: own\nstages: [{stage: one, on: 2026-01-05}, {stage: two, on: 2026-02-16}]\n"
        "placements: [{firm: Paul, from: 2026-02-16}]\n",
    )

    assert faults.message("not-signed") == (
        "the work began before this was signed: a trust contract and a plan signed by the person, "
        "who holds a copy"
    )


def test_it_is_a_warning_with_a_way_out(on_the_road, faults):
    on_the_road("trust-contract")

    assert faults.worded("not-signed") == "warning"
