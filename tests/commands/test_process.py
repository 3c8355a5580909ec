"""`process list`, `process show`, `process draw`: the models as text and as a picture."""

import pytest
from conftest import run

from .reading import one_message

FRB_2002 = """\
Walloon pilots 2002 · frb-2002
Source: Fondation Roi Baudouin, 2003

Candidate pool  reserve · before coaching begins
  Contact with the person: every month
  Leads to: Before hiring, Closed

Before hiring  pre-hire
  Needs: the person's agreement to take part, being motivated and being available
  Expects soon after: a trust contract, a profile (one wish at least; the constraints, be it an empty list) and a plan with a goal
  Contact with the person: every week
  At most 2 years, the clock stands still during: fixed-term contract
  Leads to: Hiring, Closed

Hiring  hire
  Needs: an application accepted and presented to the employer
  Contact with the person: every week
  Leads to: Follow-up in the firm, Before hiring, Closed

Follow-up in the firm  follow-up
  Needs: a placement under way
  Expects soon after: a follow-up agreement with the employer
  Contact with the person: every week for 8 weeks, then every 2 weeks for 8 weeks, then every month
  Contact with the employer: every week for 8 weeks, then every 2 weeks for 8 weeks, then every month
  At most 6 months for each job
  Leads to: Before hiring, Closed

Closed  closed · final
  Needs: a reason (`why`)
  Leads to: Before hiring, Follow-up in the firm
"""

PICTURE = """\
---
title: "Walloon pilots 2002"
---
stateDiagram-v2
    state "Candidate pool" as s0
    state "Before hiring" as s1
    state "Hiring" as s2
    state "Follow-up in the firm" as s3
    state "Closed" as s4
    [*] --> s0
    s0 --> s1
    s0 --> s4
    s1 --> s2
    s1 --> s4
    s2 --> s3
    s2 --> s1
    s2 --> s4
    s3 --> s1
    s3 --> s4
    s4 --> s1
    s4 --> s3
    s4 --> [*]
"""

OWN = """
id: own
name: {en: Our own, fr: Le nôtre}
first_employer: 30d
stages:
  - id: start
    name: {en: Start, fr: Début}
    intake: true
    next: [work, end]
    quiet: {person: 30d}
  - id: work
    next: [start, end]
    needs: [placement]
    contact: {person: [{for: 2w, every: 3d}, {every: 1m}]}
    limit: {length: 1y, per: placement}
  - {id: end, final: true, next: [start]}
"""

SHIPPED = ["awiph-2006", "emploi-accompagne", "euse-2005", "frb-2002", "rejoins-2006"]


def _screen(ran):
    assert (ran.exit_code, ran.stderr) == (0, "")
    return ran.stdout


def test_a_model_is_shown_with_moves_needs_rhythm_and_limits(service):
    assert _screen(service.run("process", "show", "frb-2002", "--lang", "en")) == FRB_2002


def test_a_model_is_drawn_as_a_mermaid_diagram(service):
    assert _screen(service.run("process", "draw", "frb-2002", "--lang", "en")) == PICTURE


def test_a_picture_speaks_the_language_of_the_screen(service):
    text = _screen(service.run("process", "draw", "frb-2002", "--lang", "fr"))

    assert 'state "Pré-embauche" as s1' in text


def test_the_shipped_models_are_listed_and_the_services_own_default_marked(service):
    lines = _screen(service.run("process", "list", "--lang", "en")).splitlines()

    assert [line.split()[0] for line in lines[1:]] == SHIPPED
    assert [line.split()[0] for line in lines if line.endswith("default")] == ["frb-2002"]


def test_the_models_as_json(service):
    told = service.run("process", "list", "--json").json

    assert (told["version"], told["default"]) == (1, "frb-2002")
    assert [model["id"] for model in told["processes"]] == SHIPPED
    assert told["processes"][3]["stages"] == ["reserve", "pre-hire", "hire", "follow-up", "closed"]


def test_a_model_as_json_has_the_keys_of_its_file(service):
    model = service.run("process", "show", "frb-2002", "--json").json["process"]

    assert model["id"] == "frb-2002"
    assert model["stages"][0] == {
        "id": "reserve",
        "name": model["stages"][0]["name"],
        "intake": True,
        "next": ["pre-hire", "closed"],
        "contact": {"person": [{"every": "1m"}]},
    }
    assert model["stages"][1]["limit"] == {"length": "24m", "paused_by": ["fixed-term"]}
    assert model["stages"][3]["contact"]["employer"] == [
        {"for": "56d", "every": "7d"},
        {"for": "56d", "every": "14d"},
        {"every": "1m"},
    ]


@pytest.mark.parametrize("model", SHIPPED)
@pytest.mark.parametrize("verb", ["show", "draw"])
@pytest.mark.parametrize("language", ["en", "fr", "nl", "de"])
def test_every_shipped_model_can_be_shown_and_drawn_in_every_language(
    service, model, verb, language
):
    assert _screen(service.run("process", verb, model, "--lang", language))


def test_a_model_of_the_services_own_stands_beside_the_shipped_ones(service):
    service.process("own", OWN)

    assert "own" in _screen(service.run("process", "list", "--lang", "en"))
    assert _screen(service.run("process", "show", "own", "--lang", "en")) == (
        "Our own · own\n"
        "First employer contact within 30 days\n"
        "\n"
        "Start  start · before coaching begins\n"
        "  No fixed rhythm with the person; a reminder after 30 days without news\n"
        "  Leads to every other stage\n"
        "\n"
        "work  work\n"
        "  Needs: a placement under way\n"
        "  Contact with the person: every 3 days for 2 weeks, then every month\n"
        "  At most 1 year for each job\n"
        "  Leads to every other stage\n"
        "\n"
        "end  end · final\n"
        "  Leads to: Start\n"
    )


def test_a_model_of_the_services_own_replaces_a_shipped_one(service):
    service.process("frb-2002", OWN.replace("id: own", "id: frb-2002"))

    assert "Our own · frb-2002" in _screen(
        service.run("process", "show", "frb-2002", "--lang", "en")
    )


def test_the_picture_of_an_own_model_stays_a_picture_whatever_its_names(service):
    service.process("own", OWN.replace("fr: Début", "fr: 'De\"but; #1 --> x'"))

    picture = _screen(service.run("process", "draw", "own", "--lang", "fr"))

    assert '    state "De\'but, 1 --> x" as s0\n' in picture


def test_an_unknown_model_is_refused_with_the_nearest_one(service):
    for verb in ("show", "draw"):
        ran = service.run("process", verb, "frb-2003")

        assert ran.exit_code == 1
        assert one_message(ran) == '"frb-2003" is not a process model.'
        assert 'did you mean "frb-2002"?' in ran.stderr


def test_outside_of_a_repository_the_shipped_models_are_known(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    lines = _screen(run("--lang", "en", "process", "list")).splitlines()

    assert [line.split()[0] for line in lines[1:]] == SHIPPED
    assert "default" not in lines[-1]
    assert _screen(run("--lang", "en", "process", "show", "frb-2002")) == FRB_2002
    assert _screen(run("--lang", "en", "process", "draw", "frb-2002")) == PICTURE


def test_outside_of_a_repository_the_screen_speaks_french_unless_told_otherwise(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)

    assert "Pré-embauche" in _screen(run("process", "show", "frb-2002"))


def test_a_folder_that_was_named_but_is_no_repository_is_refused(tmp_path):
    ran = run("-C", str(tmp_path), "process", "list")

    assert ran.exit_code == 3
    assert "jobcoach.yaml" in one_message(ran)
