"""What must be true to enter a stage: each need unmet, met, and the day between."""

import pytest

from domain.builders import SETTINGS, cases_of, day, entry, known, person, placed
from jobcoach.domain.employers import Employer
from jobcoach.domain.known import Known
from jobcoach.domain.needs import (
    agreement_in_force,
    consent_in_force,
    employer_agreed,
    missing_expectations,
    missing_needs,
)
from jobcoach.domain.people import (
    Agreement,
    Application,
    Consent,
    Goal,
    Plan,
    Readiness,
    Review,
)
from jobcoach.domain.process import NEEDS, Process, Stage

ON = "2026-03-09"
BEFORE, AFTER = day("2026-03-08"), day("2026-03-10")
TODAY = day(ON)


def _model(need):
    return Process(
        id="one-need",
        stages=(Stage(id="open"), Stage(id="asked", needs=(need,)), Stage(id="end", final=True)),
    )


def _missing(need, judged="on-the-day", on=ON, settings=SETTINGS, others=(), why=None, **case):
    """The needs missing on entering a stage with one need."""
    given = {"process": "one-need", "stages": (entry("asked", on, why=why),)} | case
    subject = person(**given)
    cases = cases_of(subject, *others, settings=settings, models=(_model(need),))
    as_known = Known(subject, cases, day(on))
    return missing_needs(as_known, as_known.current, judged)


def _agreed(kind, on=TODAY, **given):
    return {"agreements": (Agreement(kind=kind, on=on, **given),)}


def _applied(**given):
    return {"applications": (Application(**({"employer": "bakery"} | given)),)}


ACCEPTED = {"decision": "accepted", "decided": BEFORE}
GOAL = Goal(goal="Work in a shop")
SIGNED = Plan(goals=(GOAL,), signed={"person": TODAY}, copies=("person",))
MET = {
    "participation": [
        _agreed("participation"),
        _agreed("trust-contract"),
        _agreed("service"),
        _agreed("participation", on=BEFORE, until=BEFORE),  # a term run out undoes nothing
        _agreed("participation", with_=("person", "cpas")),
    ],
    "trust-contract": [_agreed("trust-contract"), _agreed("trust-contract", until=TODAY)],
    "service": [_agreed("service", ended=TODAY)],
    "work-plan": [_agreed("work-plan")],
    "service-dated": [_agreed("service", until=AFTER), _agreed("service", review=AFTER)],
    "employer-agreement": [
        {"placements": (placed(ON),)} | _agreed("follow-up", with_=("bakery",)),
        {"placements": (placed(ON, employer=None, firm="Chez Zoé"),)},
        {"placements": (placed(ON, employer_may_know=False),)},
    ],
    "profile": [{"wishes": ("Bakery",), "constraints": ()}],
    "plan": [{"plan": Plan(goals=(GOAL,))}],
    "signed-plan": [{"plan": SIGNED}],
    "available": [{"readiness": Readiness(available=TODAY)}],
    "motivated": [{"readiness": Readiness(motivated=TODAY)}],
    "trained": [{"readiness": Readiness(trained=TODAY)}],
    "accepted-application": [_applied(**ACCEPTED), _applied(**ACCEPTED, closed=TODAY)],
    "presented-application": [
        _applied(**ACCEPTED, presented=TODAY),
        _applied(**ACCEPTED, interview=TODAY),
    ],
    "presentation-consent": [
        _applied() | {"consents": (Consent(to="bakery", on=TODAY),)},
        _applied() | {"consents": (Consent(to="employers", on=TODAY),)},
    ],
    "placement": [{"placements": (placed(ON, ON, contract="trial"),)}],
    "paid-placement": [{"placements": (placed(ON),)}],
    "referent": [{"coach": "karim"}],
    "reason": [{"why": "Everything is in place"}],
    "shared-evaluation": [
        {
            "reviews": (
                Review(kind="closing", on=TODAY, by="person"),
                Review(kind="closing", on=BEFORE, by="coach"),
            )
        },
        {"reviews": (Review(kind="closing", on=TODAY, by="person", decision="stop"),)},
        {"reviews": (Review(kind="closing", on=TODAY, by="coach", decision="unreachable"),)},
        {"reviews": (Review(kind="closing", on=TODAY, by="claire", decision="moved"),)},
        {"reviews": (Review(kind="closing", on=TODAY, by="coach", decision="deceased"),)},
    ],
}
UNMET = {
    "participation": [
        _agreed("participation", on=AFTER),
        _agreed("participation", ended=BEFORE, on=BEFORE),
        _agreed("participation", with_=("cpas",)),
        _agreed("follow-up"),
    ],
    "trust-contract": [_agreed("trust-contract", on=None), _agreed("trust-contract", until=BEFORE)],
    "service": [_agreed("service", on=AFTER), _agreed("trust-contract")],
    "work-plan": [_agreed("work-plan", ended=BEFORE)],
    "service-dated": [_agreed("service")],
    "employer-agreement": [
        _agreed("follow-up", with_=("bakery",)),
        {"placements": (placed(ON),)} | _agreed("follow-up", with_=("grocery",)),
    ],
    "profile": [{"wishes": ("Bakery",)}, {"constraints": ()}],
    "plan": [{"plan": Plan()}],
    "signed-plan": [
        {"plan": Plan(goals=(GOAL,), signed={"coach": TODAY}, copies=("person",))},
        {"plan": Plan(goals=(GOAL,), signed={"person": TODAY}, copies=("cpas",))},
    ],
    "available": [{"readiness": Readiness(available=AFTER)}],
    "motivated": [{"readiness": Readiness(motivated=AFTER)}],
    "trained": [{"readiness": Readiness(available=TODAY)}],
    "accepted-application": [
        _applied(decision="declined", decided=BEFORE),
        _applied(decision="accepted", decided=AFTER),
        _applied(**ACCEPTED, closed=BEFORE),
    ],
    "presented-application": [
        _applied(**ACCEPTED),
        _applied(presented=TODAY),
        _applied(**ACCEPTED, presented=AFTER),
        _applied(**ACCEPTED, presented=BEFORE, closed=BEFORE),
    ],
    "presentation-consent": [
        _applied(),
        _applied() | {"consents": (Consent(to="grocery", on=TODAY),)},
        _applied(closed=BEFORE) | {"consents": (Consent(to="employers", on=TODAY),)},
        _applied() | {"consents": (Consent(to="employers", on=BEFORE, withdrawn=TODAY),)},
        {"consents": (Consent(to="employers", on=TODAY),)},
    ],
    "placement": [{"placements": (placed("2026-03-01", "2026-03-08"),)}],
    "paid-placement": [{"placements": (placed(ON, contract="internship"),)}],
    "referent": [{"coach": "nobody"}, {"coach": None}],
    "reason": [{"why": " "}],
    "shared-evaluation": [
        {"reviews": (Review(kind="closing", on=TODAY, by="person"),)},
        {"reviews": (Review(kind="closing", on=TODAY, by="coach", decision="stop"),)},
        {"reviews": (Review(kind="satisfaction", on=TODAY, by="person", decision="stop"),)},
        {"reviews": (Review(kind="closing", on=AFTER, by="person", decision="stop"),)},
    ],
}


def _each(table):
    return [
        pytest.param(need, case, id=f"{need}-{n}")
        for need, cases in table.items()
        for n, case in enumerate(cases)
    ]


def test_every_need_is_told_from_both_sides():
    assert set(MET) == set(UNMET) == set(NEEDS)


@pytest.mark.parametrize("need", sorted(set(NEEDS) - {"referent"}))
def test_a_bare_case_meets_no_need(need):
    assert _missing(need) == [need]


@pytest.mark.parametrize(("need", "case"), _each(MET))
def test_a_need_is_met(need, case):
    assert _missing(need, **case) == []


@pytest.mark.parametrize(("need", "case"), _each(UNMET))
def test_a_need_is_not_met(need, case):
    assert _missing(need, **case) == [need]


def test_every_missing_need_is_named_in_the_models_order():
    case = known(person(stages=(entry("pre-hire", ON),)), ON)

    assert missing_needs(case, case.current, "on-the-day") == [
        "participation",
        "motivated",
        "available",
    ]


def test_leaving_a_final_stage_needs_a_reason_besides():
    case = known(person(stages=(entry("reserve", ON),)), ON)

    assert missing_needs(case, case.current, "on-the-day", leaving_final=True) == ["reason"]
    assert missing_needs(case, case.current, "on-the-day") == []


@pytest.mark.parametrize("need", ["available", "motivated", "trained", "profile", "plan"])
def test_what_keeps_no_history_is_not_asked_of_the_past(need):
    assert _missing(need, judged="past-entry") == []
    assert _missing(need, judged="last-entry") == [need]


def test_of_the_last_entry_readiness_is_asked_only_to_be_there_at_all():
    later = Readiness(available=AFTER)

    assert _missing("available", judged="last-entry", readiness=later) == []
    assert _missing("available", judged="on-the-day", readiness=later) == ["available"]


def test_what_has_a_history_is_asked_of_the_past_too():
    assert _missing("participation", judged="past-entry") == ["participation"]


def test_reviews_count_for_a_closing_since_the_case_was_reopened():
    stages = (
        entry("open", "2026-01-01"),
        entry("end", "2026-02-01"),
        entry("open", "2026-02-10"),
        entry("asked", ON),
    )

    def missing(on):
        stop = Review(kind="closing", on=day(on), by="person", decision="stop")
        return _missing("shared-evaluation", reviews=(stop,), stages=stages)

    assert missing("2026-02-09") == ["shared-evaluation"]
    assert missing("2026-02-10") == []


def test_a_follow_up_agreement_may_stand_in_either_file():
    case = person(placements=(placed("2026-03-01"),))
    agreement = Agreement(kind="follow-up", on=day("2026-03-01"))
    bakery = Employer(id="bakery", name="Bakery", agreements=(agreement,))

    assert employer_agreed(known(case, ON, bakery), "bakery")
    assert not employer_agreed(known(case, "2026-02-28", bakery), "bakery")
    assert not employer_agreed(known(case, ON), "bakery")


def test_agreements_are_in_force_through_their_last_day():
    agreement = Agreement(kind="service", on=day("2026-03-01"), until=day("2026-03-08"))

    held = [
        agreement_in_force(agreement, day(on))
        for on in ("2026-02-28", "2026-03-01", "2026-03-08", "2026-03-09")
    ]
    assert held == [False, True, True, False]


def test_consents_are_out_of_force_on_the_day_they_are_withdrawn():
    consent = Consent(to="employers", on=day("2026-03-01"), withdrawn=day("2026-03-08"))

    held = [
        consent_in_force(consent, day(on))
        for on in ("2026-02-28", "2026-03-01", "2026-03-07", "2026-03-08")
    ]
    assert held == [False, True, True, False]


def test_expectations_are_judged_on_the_day_asked_for():
    case = person(
        stages=(entry("pre-hire", "2026-01-12"),),
        agreements=(Agreement(kind="trust-contract", on=day("2026-02-01")),),
        wishes=("Bakery",),
        constraints=(),
    )

    assert missing_expectations(known(case, "2026-01-31")) == ["trust-contract", "plan"]
    assert missing_expectations(known(case, "2026-02-01")) == ["plan"]
    assert missing_expectations(known(person(), "2026-02-01")) == []
