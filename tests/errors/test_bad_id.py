"""`bad-id`: ids are small letters, digits and dashes."""

import pytest

SETTINGS = "jobcoach.yaml"


@pytest.mark.parametrize("text", ["Claire", "claire d", "-claire", "claire_d", "clairé", "a" * 64])
def test_a_coach_s_id_is_looked_at(service, text):
    service.settings(f"format: 1\ncoaches: [{{id: {text}, name: C}}]\n")

    assert service.findings() == [(SETTINGS, 2, 16, "bad-id")]


@pytest.mark.parametrize("text", ["c", "0", "c-", "0-a", "a" * 63, '"claire"', "no", "0470"])
def test_ids_that_fit_are_sound(service, text):
    service.settings(f"format: 1\ncoaches: [{{id: {text}, name: C}}]\n")

    assert service.findings() == []


def test_a_file_s_own_id_is_looked_at(service, faults):
    service.write("people/ab-k7q.yaml", "id: AB K7Q\nname: Amina\ncoach: claire\n")

    assert ("people/ab-k7q.yaml", 1, 5) in faults.at("bad-id")


def test_a_partner_s_id_is_looked_at(service):
    service.settings("format: 1\npartners: [{id: CPAS, name: CPAS de Fleurus}]\n")

    assert service.findings() == [(SETTINGS, 2, 17, "bad-id")]


def test_the_circle_s_ids_are_looked_at(service):
    service.person("ab-k7q", "circle: [{id: My mother, name: Fatima}]\n")

    assert service.findings() == [("people/ab-k7q.yaml", 4, 15, "bad-id")]


def test_a_job_s_id_is_looked_at(service):
    service.employer("boulangerie", "jobs: [{id: Till 2, title: Till}]\n")

    assert service.findings() == [("employers/boulangerie.yaml", 4, 13, "bad-id")]


def test_a_stage_s_id_is_looked_at(service):
    service.process(
        "own",
        "id: own\nname: {en: Own}\nstages:\n  - {id: First step}\n  - {id: end, final: true}\n",
    )

    assert ("processes/own.yaml", 4, 10, "bad-id") in service.findings()


def test_it_is_an_error_with_a_way_out(service, faults):
    service.settings("format: 1\ncoaches: [{id: Claire, name: C}]\n")

    assert faults.worded("bad-id") == "error"
