"""`bad-value`: not one of the words allowed, or a number out of range."""

import pytest

PERSON = "people/ab-k7q.yaml"
FIRM = "employers/boulangerie.yaml"


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("documents: simple", 12),
        ("gender: female", 9),
        ("education: master", 12),
        ("origin: belgian", 9),
        ("language: it", 11),
        ("prefers: {how: email}", 16),
        ("contacts: [{on: 2026-03-01, how: call}]", 34),
        ("agreements: [{kind: trust, with: person, on: 2026-01-05}]", 21),
        ("agreements: [{kind: service, with: person, on: 2026-01-05, form: oral}]", 66),
        ("consents: [{to: cpas, about: [name, age], on: 2026-01-05}]", 37),
        ("constraints: [{kind: time, what: Late}]", 22),
        ("constraints: [{kind: hours, what: Late, days: [mon, monday]}]", 53),
        ("constraints: [{kind: health, what: Back, loads: heavy}]", 49),
        ("constraints: [{kind: mobility, what: Far, transport: car}]", 54),
        ("applications: [{firm: Paul, title: Baker, proposed: 2026-03-01, decision: yes}]", 75),
        ("applications: [{firm: Paul, title: Baker, by: person, outcome: ok}]", 64),
        ("applications: [{firm: Paul, title: Baker, by: jobcentre}]", 47),
        ("placements: [{firm: Paul, from: 2026-03-01, contract: cdi}]", 55),
        ("placements: [{firm: Paul, from: 2026-03-01, market: open}]", 53),
        ("placements: [{firm: Paul, from: 2026-02-01, ended: 2026-03-01, why: left}]", 69),
        ("placements: [{firm: Paul, from: 2026-03-01, pay: low}]", 50),
        ("reviews: [{kind: yearly, on: 2026-03-01}]", 18),
        ("reviews: [{kind: closing, on: 2026-03-01, by: coach, decision: gone}]", 64),
    ],
)
def test_a_word_that_is_not_allowed_is_found_at_it(service, line, column):
    service.person("ab-k7q", line + "\n")

    assert service.findings() == [(PERSON, 4, column, "bad-value")]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("status: client", 9),
        ("size: big", 7),
        ("agreements: [{kind: x-y, on: 2026-02-16}]", 21),
        ("staff: [{name: Luc, reference: true, relay: boss}]", 45),
        ("jobs: [{id: till, title: Till, loads: medium}]", 39),
        ("jobs: [{id: till, title: Till, quality: {respect: excellent}}]", 51),
        ("jobs: [{id: till, title: Till, contract: cdi}]", 42),
        ("jobs: [{id: till, title: Till, closed: 2026-02-16, why: gone}]", 57),
    ],
)
def test_it_is_found_in_an_employer_s_file(service, line, column):
    service.employer("boulangerie", line + "\n")

    assert service.findings() == [(FIRM, 4, column, "bad-value")]


def test_it_is_found_in_the_settings(service, faults):
    service.settings("format: 1\nlanguage: it\ncoaches: [{id: claire, name: C, capacity: -1}]\n")

    assert faults.at("bad-value") == [("jobcoach.yaml", 2, 11), ("jobcoach.yaml", 3, 43)]


def test_a_format_of_the_future_is_found(service, faults):
    service.settings("format: 2\nlanguage: en\n")

    assert ("jobcoach.yaml", 1, 9) in faults.at("bad-value")


@pytest.mark.parametrize("hours", ["-5", "-0.5", "200"])
def test_hours_no_week_has_are_found(service, hours):
    service.person("ab-k7q", f"placements: [{{firm: Paul, from: 2026-03-01, hours: {hours}}}]\n")

    assert service.findings() == [(PERSON, 4, 52, "bad-value")]


@pytest.mark.parametrize("hours", ["25", "19.5", '"19,5"', "0"])
def test_hours_a_week_has_are_sound(service, hours):
    service.person("ab-k7q", f"placements: [{{firm: Paul, from: 2026-03-01, hours: {hours}}}]\n")

    assert service.findings() == []


@pytest.mark.parametrize("score", ["0", "6", "-1"])
def test_a_score_outside_1_to_5_is_found(service, score):
    service.person("ab-k7q", f"reviews: [{{kind: satisfaction, on: 2026-03-01, score: {score}}}]\n")

    assert service.findings() == [(PERSON, 4, 55, "bad-value")]


@pytest.mark.parametrize("score", ["1", "5"])
def test_a_score_from_1_to_5_is_sound(service, score):
    service.person("ab-k7q", f"reviews: [{{kind: satisfaction, on: 2026-03-01, score: {score}}}]\n")

    assert service.findings() == []


def test_a_need_nobody_knows_is_found(service, faults):
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        stages:
          - {id: one, needs: [participatoin], next: [end]}
          - {id: end, final: true, expects: [luck]}
        """,
    )

    assert faults.at("bad-value") == [("processes/own.yaml", 4, 23), ("processes/own.yaml", 5, 38)]
    assert "participation" in faults.of("bad-value")[0]["hint"]


def test_free_words_are_sound_where_the_format_says_so(service):
    service.person(
        "ab-k7q",
        "situation: [jobseeker, plays in a band]\naids: [local-aid]\n"
        "circle: [{id: mother, name: Fatima, relation: godmother}]\n",
    )
    service.employer(
        "boulangerie", "sector: Bread\njobs: [{id: till, title: Till, quality: {noise: unknown}}]\n"
    )

    assert service.findings() == []


def test_it_is_an_error_whose_hint_names_what_is_allowed(service, faults):
    service.person("ab-k7q", "documents: simple\n")

    assert faults.worded("bad-value") == "error"
    assert all(word in faults.hint("bad-value") for word in ("standard", "easy", "large"))
