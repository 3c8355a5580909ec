"""No finding rests on what could not be read: the fault there is told, not what seems to follow."""

import pytest

PERSON = "people/ab-k7q.yaml"
COACHES = "coaches: [{id: claire, name: Claire}]\n"
PARTNERS = "partners: [{id: cpas, name: CPAS}]\n"
TAGGED = "format: !!str 1\n"


def _settings(service, *parts):
    service.settings("".join(parts))


def _told(service, code):
    return code in [found for *_, found in service.findings()]


ILLEGIBLE_COACHES = [
    "coaches: [{id: claire, name: Claire}\n",
    "coaches: *team\n",
    "coaches: claire\n",
    "coaches: [{id: claire}, {id: K!}]\n",
    "coaches: [{id: claire}, *karim]\n",
    COACHES + "coaches: [{id: karim}]\n",
    "coaches:\n  - {id: claire}\n<<<<<<< HEAD\n  - {id: karim}\n=======\n>>>>>>> x\n",
    "<<<<<<< HEAD\ncoaches: [{id: karim}]\n=======\n>>>>>>> x\n",
]
LEGIBLE_COACHES = [
    TAGGED + COACHES,
    "organisation: *us\n" + COACHES,
    "language: [fr\n" + COACHES,
    "coaches: &team [{id: claire, name: !!str Claire}]\n",
    COACHES + "<<<<<<< HEAD\nlanguage: fr\n=======\nlanguage: nl\n>>>>>>> x\n",
    "language: [fr\nprocess: frb-2002\n",  # no coaches at all
    "coaches: [{id: claire, capacity: many}]\n",
    COACHES + PARTNERS + PARTNERS,
]


@pytest.mark.parametrize("settings", ILLEGIBLE_COACHES)
def test_nobody_is_an_unknown_coach_where_the_coaches_are_illegible(service, settings):
    _settings(service, settings)
    service.person("ab-k7q", "coach: paul\n")
    service.employer("bakery", "coach: paul\n")

    assert not _told(service, "unknown-coach")


@pytest.mark.parametrize("settings", LEGIBLE_COACHES)
def test_another_fault_of_the_settings_hides_no_unknown_coach(service, settings):
    _settings(service, settings)
    service.person("ab-k7q", "coach: paul\n")

    assert (PERSON, 3, 8, "unknown-coach") in service.findings()


@pytest.mark.parametrize("text", [b"", b"oops\n", b"- claire\n", b"coaches: [\xe9]\n"])
def test_settings_that_are_no_mapping_make_no_coach_unknown_empty_ones_do(service, text):
    service.write("jobcoach.yaml", text)
    service.person("ab-k7q", "coach: paul\n")

    assert _told(service, "unknown-coach") == (text == b"")


def test_the_need_for_a_referent_rests_on_the_coaches_other_needs_do_not(service, faults):
    service.person(
        "ab-k7q", "process: emploi-accompagne\nstages:\n  - {stage: project, on: 2026-03-02}\n"
    )

    _settings(service, TAGGED, COACHES.replace("claire", "karim"))
    assert "participation, referent" in faults.hint("need-missing")

    _settings(service, TAGGED, "coaches: [{\n")
    assert "participation" in faults.hint("need-missing")
    assert "referent" not in faults.hint("need-missing")


def test_a_closing_evaluation_rests_on_the_coaches(service):
    service.person(
        "ab-k7q",
        "process: emploi-accompagne\nstages: [{stage: closed, on: 2026-03-02}]\n"
        "reviews:\n  - {kind: closing, on: 2026-03-02, by: person}\n"
        "  - {kind: closing, on: 2026-03-02, by: karim}\n",
    )

    _settings(service, COACHES, TAGGED)
    assert _told(service, "need-missing")

    _settings(service, "coaches: [{\n")
    assert not _told(service, "need-missing")


CONTACT = "contacts: [{on: 2026-03-01, how: visit, with: ocmw}]\n"
REVIEW = "reviews: [{kind: plan, on: 2026-03-01, by: ocmw}]\n"


@pytest.mark.parametrize(
    ("written", "settings", "told"),
    [
        (CONTACT, COACHES + "partners: [{id: ocmw\n", False),
        (CONTACT, COACHES + "partners: *ours\n", False),
        (CONTACT, "coaches: [{id: claire\n" + PARTNERS, True),  # a contact is with no coach
        (CONTACT, TAGGED + COACHES + PARTNERS, True),
        (REVIEW, "coaches: [{id: claire\n" + PARTNERS, False),
        (REVIEW, COACHES + "partners: [{id: ocmw\n", False),
        (REVIEW, TAGGED + COACHES + PARTNERS, True),
    ],
)
def test_a_party_is_unknown_only_where_partners_and_coaches_are_legible(
    service, written, settings, told
):
    _settings(service, settings)
    service.person("ab-k7q", written)

    assert _told(service, "unknown-party") == told


def test_a_party_may_stand_in_the_circle_that_could_not_be_read(service):
    contact = "contacts: [{on: 2026-03-01, how: visit, with: mother}]\n"

    service.person("ab-k7q", "circle: [{id: mother\n" + contact)
    assert not _told(service, "unknown-party")

    service.person("ab-k7q", "circle: [{id: father, name: !t F}]\n" + contact)
    assert _told(service, "unknown-party")


STAGE = "stages:\n  - {stage: project, on: 2026-03-02}\n"


@pytest.mark.parametrize("process", ["*usual", "[emploi-accompagne]", "{", "'never closed"])
def test_where_the_service_s_process_is_illegible_no_stage_is_judged_by_the_default(
    service, process
):
    _settings(service, COACHES, f"process: {process}\n")
    service.person("ab-k7q", STAGE)
    service.person("cd-m2p", STAGE.replace("project", "pre-hire"))

    assert {path for path, *_ in service.findings()} == {"jobcoach.yaml"}


def test_a_person_s_own_process_and_an_entry_s_are_judged_all_the_same(service, faults):
    _settings(service, COACHES, "process: *usual\n")
    service.person("ab-k7q", "process: frb-2002\n" + STAGE)
    service.person("cd-m2p", STAGE.replace("on:", "process: frb-2002, on:"))
    service.person("ef-x9y", "process: frb-2002\n" + STAGE.replace("project", "pre-hire"))

    assert [file for file, *_ in faults.at("unknown-stage")] == [PERSON, "people/cd-m2p.yaml"]
    assert [file for file, *_ in faults.at("need-missing")] == ["people/ef-x9y.yaml"]


def test_a_fault_elsewhere_in_the_settings_hides_no_missing_need(service, faults):
    _settings(service, TAGGED, COACHES, "process: frb-2002\n")
    service.person("ab-k7q", STAGE.replace("project", "pre-hire"))

    assert faults.at("need-missing") == [(PERSON, 5, 13)]


JOB = "placements:\n  - {employer: bakery, job: oven, from: 2026-02-16}\n"


@pytest.mark.parametrize(
    ("employer", "told"),
    [
        ("jobs: [{id: oven, title: T\n", False),
        ("jobs: *usual\n", False),
        ("jobs: [{title: no id}]\n", False),
        ("jobs: oven\n", False),
        ("place: !!str Fleurus\njobs: [{id: counter, title: T}]\n", True),
        ("place: [Fleurus\njobs: [{id: counter, title: T}]\n", True),
        ("place: [Fleurus\n", True),
    ],
)
def test_a_job_is_unknown_only_where_the_jobs_of_the_employer_are_legible(service, employer, told):
    service.employer("bakery", employer)
    service.person("ab-k7q", JOB)

    assert _told(service, "unknown-job") == told


def test_an_employer_s_file_that_is_no_text_makes_no_job_unknown(service):
    service.write("employers/bakery.yaml", b"id: bakery\nname: Caf\xe9\n")
    service.person("ab-k7q", JOB)

    assert not _told(service, "unknown-job")
    assert not _told(service, "unknown-employer")


MODEL = "id: own\nname: {en: Own}\n"
OWN = "process: own\nstages:\n  - {stage: one, on: 2026-03-01}\n  - {stage: end, on: 2026-03-02}\n"


@pytest.mark.parametrize(
    ("model", "codes"),
    [
        ("stages: [{id: one\n", []),
        ("stages:\n  - {id: one, next: [end]}\n  - {id: END}\n", []),
        ("stages: *usual\n", []),
        ("stages: [{id: one, next: *all}, {id: end}]\n", []),
        ("source: !t Book\nstages: [{id: one}]\n", ["unknown-stage"]),
        ("stages: [{id: one}, {id: end}]\n", ["stage-not-allowed"]),
    ],
)
def test_a_stage_is_judged_only_by_a_model_that_is_legible(service, model, codes):
    service.process("own", MODEL + model)
    service.person("ab-k7q", OWN)

    found = [code for path, *_, code in service.findings() if path == PERSON]
    assert found == codes


def test_a_model_s_own_next_is_judged_by_the_stages_that_are_legible(service, faults):
    service.process("own", MODEL + "stages:\n  - {id: one, next: [end]}\n  - {id: END}\n")
    assert faults.codes() == ["bad-id"]

    service.process("own", MODEL + "source: !t B\nstages:\n  - {id: one, next: [end]}\n")
    assert faults.codes() == ["tag", "unknown-stage"]


def test_an_agreement_may_stand_in_the_employer_s_file_that_could_not_be_read(service):
    service.person(
        "ab-k7q",
        "stages: [{stage: follow-up, on: 2026-01-05}]\n"
        "placements: [{employer: bakery, from: 2026-01-05}]\n",
    )

    service.employer("bakery", "agreements: [{kind: follow-up\n")
    assert not _told(service, "expectation-missing")

    service.employer("bakery", "place: [Fleurus\n")
    assert _told(service, "expectation-missing")
