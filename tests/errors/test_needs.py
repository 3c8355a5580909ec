"""Every need of a stage, on both sides of its boundary: judged on the entry's own date."""

import pytest

PERSON = "people/ab-k7q.yaml"
NEEDING = """
id: own
name: {{en: Own}}
stages:
  - {{id: a, next: [b, end]}}
  - {{id: b, next: [a, end], needs: [{needs}]}}
  - {{id: end, final: true, next: [a, b]}}
"""


@pytest.fixture
def missing(service, faults):
    """Whether entering a stage with these needs is refused, given what the file says."""
    service.employer("bakery")
    service.employer("garage")

    def asked(needs, text="", on="2026-03-02", entry="", then=""):
        service.process("own", NEEDING.format(needs=needs))
        service.person(
            "ab-k7q",
            f"process: own\nstages:\n  - {{stage: a, on: 2026-01-05}}\n"
            f"  - {{stage: b, on: {on}{entry}}}\n{then}{text}",
        )
        found = faults.at("need-missing")
        line = 6 if text.startswith("coach:") else 7  # the fixture's own coach line is left out
        assert found in ([], [(PERSON, line, 13)])
        return bool(found)

    return asked


def _agreement(kind="participation", rest="on: 2026-01-05", party="person"):
    return f"agreements:\n  - {{kind: {kind}, with: {party}, {rest}}}\n"


# -- agreements with the person -----------------------------------------------------------------


def test_participation_is_missing_without_an_agreement(missing):
    assert missing("participation")


@pytest.mark.parametrize("kind", ["participation", "trust-contract", "service"])
def test_participation_is_met_by_three_kinds(missing, kind):
    assert not missing("participation", _agreement(kind))


@pytest.mark.parametrize("kind", ["work-plan", "follow-up", "other"])
def test_participation_is_not_met_by_another_kind(missing, kind):
    assert missing("participation", _agreement(kind))


@pytest.mark.parametrize(
    ("need", "others"),
    [
        ("trust-contract", ["participation", "service", "work-plan"]),
        ("service", ["participation", "trust-contract", "work-plan"]),
        ("work-plan", ["participation", "trust-contract", "service"]),
    ],
)
def test_an_agreement_named_is_met_by_that_kind_alone(missing, need, others):
    assert not missing(need, _agreement(need))
    assert missing(need)
    for other in others:
        assert missing(need, _agreement(other))


FOUR = pytest.mark.parametrize("need", ["participation", "trust-contract", "service", "work-plan"])


@FOUR
def test_an_agreement_holds_from_its_first_day(missing, need):
    assert not missing(need, _agreement(need, "on: 2026-03-02"))
    assert missing(need, _agreement(need, "on: 2026-03-03"))


@FOUR
def test_an_agreement_holds_through_the_day_it_ended(missing, need):
    assert not missing(need, _agreement(need, "on: 2026-01-05, ended: 2026-03-02"))
    assert missing(need, _agreement(need, "on: 2026-01-05, ended: 2026-03-01"))


@pytest.mark.parametrize("need", ["trust-contract", "service", "work-plan"])
def test_an_agreement_holds_through_its_until(missing, need):
    assert not missing(need, _agreement(need, "on: 2026-01-05, until: 2026-03-02"))
    assert missing(need, _agreement(need, "on: 2026-01-05, until: 2026-03-01"))


@FOUR
def test_an_agreement_ended_early_holds_no_longer(missing, need):
    assert missing(need, _agreement(need, "on: 2026-01-05, until: 2027-01-05, ended: 2026-03-01"))


@FOUR
def test_an_agreement_without_a_day_does_not_hold(missing, need):
    assert missing(need, _agreement(need, "form: written"))


@FOUR
def test_an_agreement_must_be_with_the_person(missing, need):
    assert missing(need, _agreement(need, party="cpas"))
    assert missing(need, _agreement(need, party="[bakery, cpas]"))
    assert not missing(need, _agreement(need, party="[cpas, person]"))


def test_a_second_agreement_may_take_over(missing):
    text = (
        "agreements:\n  - {kind: service, with: person, on: 2025-01-05, ended: 2025-12-31}\n"
        "  - {kind: service, with: person, on: 2026-01-05}\n"
    )

    assert not missing("service", text)


@pytest.mark.parametrize("date", ["until: 2026-12-31", "review: 2026-06-30", "review: 2026-02-01"])
def test_a_dated_service_agreement_has_an_end_or_a_review(missing, date):
    assert not missing("service-dated", _agreement("service", f"on: 2026-01-05, {date}"))


def test_a_service_agreement_without_either_is_not_dated(missing):
    assert missing("service-dated")
    assert missing("service-dated", _agreement("service", "on: 2026-01-05"))
    assert missing(
        "service-dated", _agreement("trust-contract", "on: 2026-01-05, review: 2026-06-30")
    )
    assert missing("service-dated", _agreement("service", "on: 2026-01-05, until: 2026-03-01"))
    assert not missing("service-dated", _agreement("service", "on: 2026-01-05, until: 2026-03-02"))
    assert missing(
        "service-dated", _agreement("service", "on: 2026-01-05, review: 2026-06-30", party="cpas")
    )


# -- employer-agreement --------------------------------------------------------------------------

AT_BAKERY = "placements:\n  - {employer: bakery, from: 2026-02-16, contract: permanent}\n"


def test_an_employer_agreement_may_stand_in_the_person_s_file(missing):
    assert missing("employer-agreement", AT_BAKERY)
    assert not missing(
        "employer-agreement", AT_BAKERY + _agreement("follow-up", "on: 2026-02-16", "bakery")
    )
    assert not missing(
        "employer-agreement",
        AT_BAKERY + _agreement("follow-up", "on: 2026-02-16", "[person, bakery]"),
    )


def test_an_employer_agreement_may_stand_in_the_employer_s_file(missing, service):
    service.employer("bakery", "agreements: [{kind: follow-up, on: 2026-03-02, form: spoken}]\n")
    assert not missing("employer-agreement", AT_BAKERY)

    service.employer("bakery", "agreements: [{kind: follow-up, on: 2026-03-03, form: spoken}]\n")
    assert missing("employer-agreement", AT_BAKERY)


@pytest.mark.parametrize(
    "agreement",
    [
        _agreement("follow-up", "on: 2026-02-16", "garage"),
        _agreement("follow-up", "on: 2026-02-16", "person"),
        _agreement("service", "on: 2026-02-16", "bakery"),
        _agreement("follow-up", "on: 2026-03-03", "bakery"),
        _agreement("follow-up", "on: 2026-02-16, ended: 2026-03-01", "bakery"),
    ],
)
def test_another_agreement_is_no_employer_agreement(missing, agreement):
    assert missing("employer-agreement", AT_BAKERY + agreement)


def test_the_employer_is_that_of_the_placement_under_way(missing):
    over = "placements:\n  - {employer: bakery, from: 2026-01-05, ended: 2026-03-01}\n"
    agreed = _agreement("follow-up", "on: 2026-02-16", "bakery")

    assert missing("employer-agreement", over + agreed)
    assert not missing("employer-agreement", over.replace("03-01", "03-02") + agreed)


def test_a_firm_without_a_file_meets_the_employer_agreement(missing):
    assert not missing("employer-agreement", AT_BAKERY.replace("employer: bakery", "firm: Paul"))


def test_an_employer_who_may_not_know_meets_the_employer_agreement(missing):
    assert not missing("employer-agreement", "employer_may_know: false\n" + AT_BAKERY)
    assert not missing("employer-agreement", AT_BAKERY.replace("}", ", employer_may_know: false}"))
    assert missing(
        "employer-agreement",
        "employer_may_know: false\n" + AT_BAKERY.replace("}", ", employer_may_know: true}"),
    )


# -- keys without history ------------------------------------------------------------------------

PRESENT = {
    "profile": "wishes: [Bakery]\nconstraints: []\n",
    "plan": "plan: {goals: [{goal: Work in a shop}]}\n",
    "signed-plan": "plan: {goals: [{goal: Work}], signed: {person: 2026-01-20}, copies: [person]}\n",
    "available": "readiness: {available: 2026-01-12}\n",
    "motivated": "readiness: {motivated: 2026-01-12}\n",
    "trained": "readiness: {trained: 2026-01-12}\n",
}


@pytest.mark.parametrize("need", PRESENT)
def test_what_keeps_no_history_is_met_when_present(missing, need):
    assert not missing(need, PRESENT[need])
    assert missing(need)


@pytest.mark.parametrize("need", PRESENT)
def test_what_keeps_no_history_is_asked_of_the_last_entry_alone(missing, need):
    assert not missing(need, then="  - {stage: a, on: 2026-03-05}\n")


@pytest.mark.parametrize("need", ["available", "motivated", "trained"])
@pytest.mark.parametrize("day", ["2026-03-02", "2026-03-03", "2026-03-09"])
def test_readiness_reached_after_the_entry_is_present_all_the_same(missing, need, day):
    assert not missing(need, f"readiness: {{{need}: {day}}}\n")


def test_a_plan_made_after_the_entry_is_present_all_the_same(missing):
    text = (
        "plan: {on: 2026-03-08, goals: [{goal: Work}], signed: {person: 2026-03-08}, "
        "copies: [person]}\n"
    )

    assert not missing("plan", text)
    assert not missing("signed-plan", text)


@pytest.mark.parametrize("need", ["available", "motivated", "trained"])
def test_one_readiness_is_not_another(missing, need):
    others = {"available", "motivated", "trained"} - {need}

    assert missing(
        need, f"readiness: {{{', '.join(f'{o}: 2026-01-12' for o in sorted(others))}}}\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "wishes: [Bakery]\n",
        "constraints: []\n",
        "wishes: []\nconstraints: []\n",
        "wishes: [Bakery]\nconstraints:\n",
        "wishes: [Bakery]\nconstraints: ~\n",
    ],
)
def test_half_a_profile_is_none(missing, text):
    assert missing("profile", text)


def test_a_profile_with_constraints_is_one(missing):
    text = "wishes: [Bakery]\nconstraints:\n  - {kind: hours, what: Not before 8:30}\n"

    assert not missing("profile", text)


@pytest.mark.parametrize(
    "text", ["plan: {goals: []}\n", "plan: {on: 2026-01-20}\n", "plan:\n", "plan: {goals: }\n"]
)
def test_a_plan_without_a_goal_is_none(missing, text):
    assert missing("plan", text)
    assert missing("signed-plan", text)


@pytest.mark.parametrize(
    "rest",
    [
        "",
        ", signed: {person: 2026-01-20}",
        ", copies: [person]",
        ", signed: {coach: 2026-01-20}, copies: [person]",
        ", signed: {person: 2026-01-20}, copies: [cpas]",
        ", signed: {person: 2026-01-20}, copies: []",
    ],
)
def test_a_plan_is_signed_by_the_person_who_has_a_copy(missing, rest):
    assert missing("signed-plan", f"plan: {{goals: [{{goal: Work}}]{rest}}}\n")


def test_the_person_s_copy_may_be_one_of_several(missing):
    text = "plan: {goals: [{goal: W}], signed: {person: 2026-01-20}, copies: [cpas, person]}\n"

    assert not missing("signed-plan", text)


def test_the_referent_is_a_coach_of_the_settings(missing):
    assert not missing("referent")
    assert missing("referent", "coach: paul\n")
    assert missing("referent", "coach:\n")
    assert not missing("referent", "coach:\n", then="  - {stage: a, on: 2026-03-05}\n")


# -- applications --------------------------------------------------------------------------------


def _application(rest):
    return f"applications:\n  - {{employer: bakery, proposed: 2026-02-02, {rest}}}\n"


def test_an_application_is_accepted_by_that_day(missing):
    need = "accepted-application"

    assert missing(need)
    assert missing(need, _application("by: coach"))
    assert not missing(need, _application("decision: accepted, decided: 2026-03-02"))
    assert missing(need, _application("decision: accepted, decided: 2026-03-03"))
    assert missing(need, _application("decision: declined, decided: 2026-02-03"))


def test_an_accepted_application_counts_until_it_is_closed(missing):
    accepted = "decision: accepted, decided: 2026-02-03, closed: "

    assert not missing("accepted-application", _application(accepted + "2026-03-02"))
    assert missing("accepted-application", _application(accepted + "2026-03-01"))


ACCEPTED = "decision: accepted, decided: 2026-02-03"


@pytest.mark.parametrize("key", ["presented", "interview"])
def test_an_application_is_presented_or_interviewed_by_that_day(missing, key):
    need = "presented-application"

    assert missing(need)
    assert missing(need, _application(ACCEPTED))
    assert not missing(need, _application(f"{ACCEPTED}, {key}: 2026-03-02"))
    assert missing(need, _application(f"{ACCEPTED}, {key}: 2026-03-03"))


@pytest.mark.parametrize(
    "rest",
    [
        "presented: 2026-02-05",
        "decision: declined, decided: 2026-02-03, presented: 2026-02-05",
        f"{ACCEPTED}, presented: 2026-02-05, outcome: refused, closed: 2026-03-01",
    ],
)
def test_a_presented_application_is_accepted_too_and_not_closed(missing, rest):
    assert missing("presented-application", _application(rest))


def test_a_presented_application_closed_that_day_counts(missing):
    text = _application(f"{ACCEPTED}, presented: 2026-02-05, outcome: hired, closed: 2026-03-02")

    assert not missing("presented-application", text)


def test_one_application_must_have_it_all(missing):
    text = (
        "applications:\n  - {employer: bakery, proposed: 2026-02-02, presented: 2026-02-05}\n"
        f"  - {{employer: garage, proposed: 2026-02-02, {ACCEPTED}}}\n"
    )

    assert missing("presented-application", text)


def _consent(to="employers", rest="on: 2026-01-12"):
    return f"consents:\n  - {{to: {to}, about: [name], {rest}}}\n"


@pytest.mark.parametrize("to", ["employers", "bakery"])
def test_presenting_needs_an_application_and_a_consent_toward_its_employer(missing, to):
    need = "presentation-consent"

    assert missing(need)
    assert missing(need, _application("by: coach"))
    assert missing(need, _consent(to))
    assert not missing(need, _application("by: coach") + _consent(to))


@pytest.mark.parametrize("to", ["garage", "partners", "cpas"])
def test_a_consent_toward_others_does_not_help(missing, to):
    assert missing("presentation-consent", _application("by: coach") + _consent(to))


@pytest.mark.parametrize(
    ("held", "rest"),
    [
        (True, "on: 2026-03-02"),
        (False, "on: 2026-03-03"),
        (True, "on: 2026-01-12, until: 2026-03-02"),
        (False, "on: 2026-01-12, until: 2026-03-01"),
        (True, "on: 2026-01-12, withdrawn: 2026-03-03"),
        (False, "on: 2026-01-12, withdrawn: 2026-03-02"),
        (False, "until: 2027-01-12"),
    ],
)
def test_a_consent_is_in_force_on_that_day(missing, held, rest):
    text = _application("by: coach") + _consent("employers", rest)

    assert missing("presentation-consent", text) is not held


def test_an_application_closed_before_is_not_presented(missing):
    closed = "by: coach, outcome: withdrawn, closed: "

    assert missing("presentation-consent", _application(closed + "2026-03-01") + _consent())
    assert not missing("presentation-consent", _application(closed + "2026-03-02") + _consent())


# -- placements ----------------------------------------------------------------------------------


def _placement(rest, contract="permanent"):
    return f"placements:\n  - {{employer: bakery, contract: {contract}, {rest}}}\n"


@pytest.mark.parametrize("need", ["placement", "paid-placement"])
def test_a_placement_is_under_way_from_its_first_day_through_its_last(missing, need):
    assert missing(need)
    assert not missing(need, _placement("from: 2026-03-02"))
    assert missing(need, _placement("from: 2026-03-03"))
    assert not missing(need, _placement("from: 2026-01-12, ended: 2026-03-02"))
    assert missing(need, _placement("from: 2026-01-12, ended: 2026-03-01"))


@pytest.mark.parametrize("need", ["placement", "paid-placement"])
def test_a_planned_end_that_passed_leaves_it_under_way(missing, need):
    assert not missing(need, _placement("from: 2026-01-12, until: 2026-02-28", "fixed-term"))


@pytest.mark.parametrize(
    "contract", ["permanent", "fixed-term", "temporary", "subsidised", "self-employed"]
)
def test_a_paid_contract_is_paid(missing, contract):
    assert not missing("paid-placement", _placement("from: 2026-03-02", contract))


@pytest.mark.parametrize("contract", ["internship", "trial", "in-company-training"])
def test_a_stepping_stone_is_a_placement_but_not_paid(missing, contract):
    assert not missing("placement", _placement("from: 2026-03-02", contract))
    assert missing("paid-placement", _placement("from: 2026-03-02", contract))


def test_a_placement_in_a_firm_counts(missing):
    text = "placements:\n  - {firm: Chez Paul, contract: temporary, from: 2026-03-02}\n"

    assert not missing("placement", text)
    assert not missing("paid-placement", text)


# -- reason and evaluation -----------------------------------------------------------------------


def test_a_reason_is_the_entry_s_why(missing):
    assert missing("reason")
    assert missing("reason", entry=", why: ")
    assert not missing("reason", entry=", why: Moved away")


def _reviews(*reviews):
    return "reviews:\n" + "".join(f"  - {{kind: closing, {review}}}\n" for review in reviews)


@pytest.mark.parametrize(
    ("met", "reviews"),
    [
        (True, ["on: 2026-02-27, by: person", "on: 2026-03-02, by: coach"]),
        (False, ["on: 2026-02-27, by: person"]),
        (False, ["on: 2026-02-27, by: coach"]),
        (False, ["on: 2026-02-27, by: coach", "on: 2026-02-28, by: coach"]),
        (False, ["on: 2026-02-27, by: person", "on: 2026-03-03, by: coach"]),
        (True, ["on: 2026-02-27, by: person, decision: stop"]),
        (True, ["on: 2026-03-02, by: person, decision: stop"]),
        (False, ["on: 2026-03-03, by: person, decision: stop"]),
        (False, ["on: 2026-02-27, by: coach, decision: stop"]),
        (False, ["on: 2026-02-27, by: person, decision: continue"]),
        (True, ["on: 2026-02-27, by: coach, decision: unreachable"]),
        (True, ["on: 2026-02-27, by: coach, decision: moved"]),
        (True, ["on: 2026-02-27, by: coach, decision: deceased"]),
        (False, ["on: 2026-02-27, by: coach, decision: continue"]),
        (False, ["on: 2026-02-27, by: person, decision: moved"]),
        (False, ["on: 2026-02-27, by: bakery, decision: stop", "on: 2026-02-27, by: coach"]),
    ],
)
def test_an_evaluation_is_shared_or_one_of_them_ended_it(missing, met, reviews):
    assert missing("shared-evaluation", _reviews(*reviews)) is not met


def test_only_closing_reviews_are_a_shared_evaluation(missing):
    text = _reviews("on: 2026-02-27, by: person", "on: 2026-02-27, by: coach")

    assert missing("shared-evaluation", text.replace("closing", "satisfaction"))


def test_reviews_count_since_the_case_was_reopened(service, faults):
    def closed_again(*reviews):
        service.person(
            "ab-k7q",
            "process: emploi-accompagne\nstages:\n"
            "  - {stage: welcome, on: 2026-01-05}\n"
            "  - {stage: closed, on: 2026-02-02}\n"
            "  - {stage: welcome, on: 2026-02-10, why: Came back}\n"
            "  - {stage: closed, on: 2026-03-02}\n"
            + _reviews("on: 2026-01-30, by: person", "on: 2026-01-30, by: coach", *reviews),
        )
        return faults.at("need-missing")

    assert closed_again() == [(PERSON, 9, 13)]
    assert closed_again("on: 2026-02-27, by: person") == [(PERSON, 9, 13)]
    assert closed_again("on: 2026-02-27, by: person", "on: 2026-02-27, by: coach") == []


# -- the history ---------------------------------------------------------------------------------


@pytest.mark.parametrize("process", ["", ", process: awiph-2006"])
def test_leaving_a_final_stage_needs_a_reason(service, faults, process):
    stage = "first-contact" if process else "pre-hire"

    def back(why):
        service.person(
            "ab-k7q",
            "stages:\n  - {stage: closed, on: 2026-02-02, why: Moved}\n"
            f"  - {{stage: {stage}, on: 2026-03-02{process}{why}}}\n"
            "readiness: {available: 2026-01-12, motivated: 2026-01-12}\n"
            "agreements: [{kind: participation, with: person, on: 2026-01-05}]\n",
        )
        return faults.at("need-missing")

    assert back("") == [(PERSON, 6, 13)]
    assert back(", why: Came back") == []


def test_an_entry_long_past_is_judged_on_its_own_day(missing):
    then = "  - {stage: a, on: 2026-02-20}\n"
    over = _placement("from: 2026-01-12, ended: 2026-02-10")

    assert not missing("placement", over, on="2026-02-10", then=then)
    assert missing("placement", over, on="2026-02-11", then=then)
    assert missing("placement", _placement("from: 2026-03-01"), on="2026-02-10", then=then)


def test_every_missing_need_is_named_at_once(missing, faults):
    assert missing("participation, available, placement, reason", _placement("from: 2026-03-03"))

    told = faults.message("need-missing") + faults.hint("need-missing")
    assert all(need in told for need in ("participation", "available", "placement"))
    assert "why" in told or "reason" in told


def test_a_need_that_is_met_is_not_named(missing, faults):
    assert missing("participation, trained", "readiness: {trained: 2026-01-12}\n")

    assert "trained" not in faults.message("need-missing")


def test_the_shipped_models_ask_their_needs(service, faults):
    for process, stage in (
        ("frb-2002", "pre-hire"),
        ("frb-2002", "hire"),
        ("frb-2002", "follow-up"),
        ("frb-2002", "closed"),
        ("rejoins-2006", "pre-hire"),
        ("rejoins-2006", "hire"),
        ("rejoins-2006", "post-hire"),
        ("rejoins-2006", "closed"),
        ("awiph-2006", "assessment"),
        ("awiph-2006", "job-search"),
        ("awiph-2006", "integration"),
        ("awiph-2006", "retention"),
        ("awiph-2006", "closed"),
        ("euse-2005", "profiling"),
        ("euse-2005", "job-finding"),
        ("euse-2005", "employer-engagement"),
        ("euse-2005", "support"),
        ("euse-2005", "closed"),
        ("emploi-accompagne", "project"),
        ("emploi-accompagne", "job-search"),
        ("emploi-accompagne", "in-job"),
        ("emploi-accompagne", "watch"),
        ("emploi-accompagne", "closed"),
    ):
        service.person(
            "ab-k7q", f"process: {process}\nstages: [{{stage: {stage}, on: 2026-03-02}}]\n"
        )
        assert faults.at("need-missing") == [(PERSON, 5, 18)], (process, stage)


@pytest.mark.parametrize(
    ("process", "stage"),
    [
        ("frb-2002", "reserve"),
        ("rejoins-2006", "prospecting"),
        ("awiph-2006", "first-contact"),
        ("euse-2005", "engagement"),
        ("emploi-accompagne", "welcome"),
    ],
)
def test_a_first_stage_asks_nothing(service, process, stage):
    service.person("ab-k7q", f"process: {process}\nstages: [{{stage: {stage}, on: 2026-03-02}}]\n")

    assert service.findings() == []
