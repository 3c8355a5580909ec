"""`person list`, `employer list`, `job list`: who and what, and only what was asked for."""

from textwrap import dedent

import pytest

from .reading import one_message


@pytest.fixture
def cases(service):
    service.person(
        "ab-k7q",
        """
        name: Amina Benali
        place: Fleurus
        stages: [{stage: pre-hire, on: 2026-03-02}]
        contacts: [{on: 2026-03-03, how: visit, by: claire}]
        placements: [{employer: bakery, job: counter, contract: permanent, from: 2026-02-16}]
        """,
    )
    service.person(
        "cd-m2x",
        """
        name: Élise Adam
        coach: karim
        place: La Louvière
        process: euse-2005
        stages: [{stage: engagement, on: 2026-03-02}]
        placements:
          - {employer: bakery, contract: trial, from: 2026-01-05, ended: 2026-01-09}
        """,
    )
    service.person(
        "ef-p9z",
        """
        name: Aaron Closed
        stages:
          - {stage: reserve, on: 2026-01-05}
          - {stage: closed, on: 2026-01-12, why: Moved}
        """,
    )
    service.write(
        "people/gh-2tt.yaml",
        """id: gh-2tt
name: Nobody's Case
plan: {goals: [{goal: Work, steps: [{do: Walk, by: 2026-03-05}]}]}
""",
    )
    service.employer(
        "bakery",
        """
        name: Boulangerie Lambert
        status: partner
        sector: "10.71"
        size: micro
        place: Fleurus
        contacts: [{on: 2026-02-10, how: visit, by: claire}]
        jobs:
          - {id: counter, title: Counter, hours: 19.5, contract: fixed-term, open: 2026-02-01, closed: 2026-02-16, why: filled}
          - {id: oven, title: Oven, hours: 25, contract: permanent, open: 2026-03-02}
          - {id: later, title: Later, open: 2026-03-10}
        """,
    )
    service.employer(
        "garden",
        """
        name: Ardent Garden
        coach: karim
        status: do-not-contact
        sector: Green spaces
        place: La Louvière
        jobs: [{id: weeds, title: Weeding, pay: below-scale, open: 2026-03-05}]
        """,
    )
    return service


def _ids(cases, noun, *args):
    ran = cases.run(noun, "list", "--json", *args)
    assert ran.exit_code == 0, ran.stderr
    rows = ran.json[{"person": "people", "employer": "employers", "job": "jobs"}[noun]]
    return [f"{r['employer']}/{r['job']}" if noun == "job" else r["id"] for r in rows]


# Persons


def test_persons_stand_by_name_closed_cases_last(cases):
    ran = cases.run("person", "list", "--all", "--lang", "en")

    assert ran.exit_code == 0
    assert ran.stdout == dedent(
        """\
        Name           Id      Stage          Since   Coach   Last contact  Next due
        Amina Benali   ab-k7q  Before hiring  2 Mar   claire  3 Mar         10 Mar
        Élise Adam     cd-m2x  Engagement     2 Mar   karim   –             16 Mar
        Nobody's Case  gh-2tt  no stage yet   –       –       –             5 Mar !
        Aaron Closed   ef-p9z  Closed         12 Jan  claire  –             –

        4 persons
        """
    )


def test_the_list_is_of_the_coach_at_work_with_the_cases_nobody_has(cases):
    assert _ids(cases, "person") == ["ab-k7q", "gh-2tt", "ef-p9z"]
    assert _ids(cases, "person", "--coach", "karim") == ["cd-m2x", "gh-2tt"]
    assert _ids(cases, "person", "--all") == ["ab-k7q", "cd-m2x", "gh-2tt", "ef-p9z"]


def test_the_list_of_an_absent_coach_is_on_the_covers_list_too(cases):
    cases.settings(
        """\
        format: 1
        coaches:
          - {id: claire, name: Claire, email: claire@example.org}
          - {id: karim, name: Karim, absences: [{from: 2026-03-09, until: 2026-03-09, cover: claire}]}
        """
    )

    assert "cd-m2x" in _ids(cases, "person")
    assert "cd-m2x" in _ids(cases, "person", "--coach", "karim")


def test_somebody_who_is_no_coach_sees_everyones(cases, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "user.email")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "boss@example.org")

    assert _ids(cases, "person") == _ids(cases, "person", "--all")


def test_an_unknown_coach_is_refused(cases):
    for noun in ("person", "employer"):
        ran = cases.run(noun, "list", "--coach", "bob")

        assert ran.exit_code == 1
        assert one_message(ran) == '"bob" is not a coach of this service.'


def test_persons_of_one_stage_or_one_model_only(cases):
    assert _ids(cases, "person", "--all", "--stage", "pre-hire") == ["ab-k7q"]
    assert _ids(cases, "person", "--all", "--stage", "closed") == ["ef-p9z"]
    assert _ids(cases, "person", "--all", "--process", "euse-2005") == ["cd-m2x"]
    assert _ids(cases, "person", "--all", "--stage", "hire") == []


def test_persons_with_a_placement_under_way_at_an_employer_only(cases):
    assert _ids(cases, "person", "--all", "--employer", "lambert") == ["ab-k7q"]


@pytest.mark.parametrize("written", ["La Louvière", "louviere", "LOUVI"])
def test_persons_of_a_place_only_accents_and_case_ignored(cases, written):
    assert _ids(cases, "person", "--all", "--place", written) == ["cd-m2x"]


def test_active_leaves_closed_cases_out(cases):
    assert _ids(cases, "person", "--all", "--active") == ["ab-k7q", "cd-m2x", "gh-2tt"]


def test_filters_add_up(cases):
    assert _ids(cases, "person", "--place", "louviere") == []
    assert _ids(cases, "person", "--all", "--place", "fleurus", "--stage", "pre-hire") == ["ab-k7q"]


def test_when_no_person_fits_a_line_says_so(cases):
    ran = cases.run("person", "list", "--stage", "hire", "--lang", "en")

    assert (ran.stdout, ran.exit_code) == ("No person fits.\n", 0)


def test_persons_as_json(cases):
    told = cases.run("person", "list", "--json", "--stage", "pre-hire").json

    assert told["version"] == 1
    [amina] = told["people"]
    assert {key: amina[key] for key in amina if key != "next_due"} == {
        "id": "ab-k7q",
        "name": "Amina Benali",
        "coach": "claire",
        "process": "frb-2002",
        "stage": "pre-hire",
        "since": "2026-03-02",
        "place": "Fleurus",
        "last_contact": "2026-03-03",
    }


def test_an_item_shown_ahead_of_its_end_is_not_marked_as_late_on_the_list(service):
    service.person(
        "ab-k7q", "consents: [{to: employers, about: [name], on: 2026-01-01, until: 2026-03-20}]"
    )

    [item] = service.due("2026-03-09")
    assert (item["due"], item["late_days"]) == ("2026-03-06", 0)
    assert "!" not in service.run("person", "list", "--lang", "en").stdout


def test_a_closed_case_with_nothing_to_come_has_no_next_day(cases):
    line = next(
        line
        for line in cases.run("person", "list", "--lang", "en").stdout.splitlines()
        if "ef-p9z" in line
    )

    assert line.split() == [
        "Aaron",
        "Closed",
        "ef-p9z",
        "Closed",
        "12",
        "Jan",
        "claire",
        "–",
        "–",
    ]


# Employers


def test_employers_stand_by_name_with_open_jobs_and_persons_placed(cases):
    ran = cases.run("employer", "list", "--all", "--lang", "en")

    assert ran.exit_code == 0
    assert ran.stdout == dedent(
        """\
        Name                 Id      Status          Place        Open jobs  Persons placed  Last contact
        Ardent Garden        garden  do not contact  La Louvière  1          0               –
        Boulangerie Lambert  bakery  partner         Fleurus      1          1               10 Feb

        2 employers
        """
    )


def test_employers_of_the_coach_at_work_of_another_or_of_all(cases):
    assert _ids(cases, "employer") == ["bakery"]
    assert _ids(cases, "employer", "--coach", "karim") == ["garden"]
    assert _ids(cases, "employer", "--all") == ["garden", "bakery"]


def test_employers_by_status_place_and_sector(cases):
    assert _ids(cases, "employer", "--all", "--status", "partner") == ["bakery"]
    assert _ids(cases, "employer", "--all", "--status", "paused") == []
    assert _ids(cases, "employer", "--all", "--place", "louviere") == ["garden"]
    assert _ids(cases, "employer", "--all", "--sector", "GREEN") == ["garden"]
    assert _ids(cases, "employer", "--all", "--sector", "10.") == ["bakery"]


def test_an_unknown_status_is_refused_with_the_nearest_one(cases):
    ran = cases.run("employer", "list", "--status", "partners")

    assert ran.exit_code == 2
    assert one_message(ran) == '"partners" is not a value --status takes.'
    assert 'did you mean "partner"?' in ran.stderr


def test_when_no_employer_fits_a_line_says_so(cases):
    ran = cases.run("employer", "list", "--status", "paused", "--lang", "en")

    assert (ran.stdout, ran.exit_code) == ("No employer fits.\n", 0)


def test_employers_as_json(cases):
    told = cases.run("employer", "list", "--json").json

    assert told == {
        "version": 1,
        "employers": [
            {
                "id": "bakery",
                "name": "Boulangerie Lambert",
                "coach": "claire",
                "status": "partner",
                "sector": "10.71",
                "size": "micro",
                "place": "Fleurus",
                "open_jobs": ["oven"],
                "placed": ["ab-k7q"],
                "last_contact": "2026-02-10",
            }
        ],
    }


# Jobs


def test_open_jobs_stand_the_newest_first(cases):
    ran = cases.run("job", "list", "--lang", "en")

    assert ran.exit_code == 0
    assert ran.stdout == dedent(
        """\
        Job           Title    Employer             Place        Hours a week  Contract            Open since
        garden/weeds  Weeding  Ardent Garden        La Louvière  –             –                   5 Mar
        bakery/oven   Oven     Boulangerie Lambert  Fleurus      25            permanent contract  2 Mar

        2 jobs
        """
    )


def test_closed_jobs_show_when_asked_for(cases):
    assert _ids(cases, "job") == ["garden/weeds", "bakery/oven"]
    assert "bakery/counter" in _ids(cases, "job", "--closed")
    line = next(
        line
        for line in cases.run("job", "list", "--closed", "--lang", "en").stdout.splitlines()
        if line.startswith("bakery/counter")
    )
    assert line.endswith("19.5          fixed-term contract  closed")


def test_a_job_that_opens_tomorrow_is_not_called_closed(cases):
    ran = cases.run("job", "list", "--closed", "--lang", "en")

    line = next((x for x in ran.stdout.splitlines() if x.startswith("bakery/later")), "")
    assert "closed" not in line


def test_jobs_of_one_employer_or_one_place(cases):
    assert _ids(cases, "job", "--employer", "lambert") == ["bakery/oven"]
    assert _ids(cases, "job", "--place", "louviere") == ["garden/weeds"]


def test_jobs_of_an_unknown_employer_are_refused(cases):
    ran = cases.run("job", "list", "--employer", "xavier")

    assert ran.exit_code == 1
    assert one_message(ran) == 'No employer is found for "xavier".'


def test_when_no_job_fits_a_line_says_so(cases):
    ran = cases.run("job", "list", "--place", "Mons", "--lang", "en")

    assert (ran.stdout, ran.exit_code) == ("No job fits.\n", 0)


def test_jobs_as_json(cases):
    told = cases.run("job", "list", "--json", "--place", "fleurus").json

    assert told == {
        "version": 1,
        "jobs": [
            {
                "employer": "bakery",
                "job": "oven",
                "title": "Oven",
                "place": "Fleurus",
                "hours": 25,
                "contract": "permanent",
                "pay": None,
                "open": "2026-03-02",
                "closed": None,
                "is_open": True,
            }
        ],
    }


# All three


@pytest.mark.parametrize("noun", ["person", "employer", "job"])
def test_a_file_that_cannot_be_read_whole_is_named_and_the_list_still_shown(cases, noun):
    cases.write("people/zz-9ab.yaml", "id: zz-9ab\nname: Zoe\nwishes: [Bakery\n")

    ran = cases.run(noun, "list", "--lang", "en")

    assert ran.exit_code == 4
    assert ran.stderr.startswith("people/zz-9ab.yaml:")
    assert len(ran.stdout.splitlines()) > 3


@pytest.mark.parametrize(
    ("noun", "headers"),
    [
        ("person", ["Nom", "Étape", "Dernier contact"]),
        ("employer", ["Nom", "Lieu", "Dernier contact"]),
        ("job", ["Employeur", "Lieu", "Contrat"]),
    ],
)
def test_lists_speak_french(cases, noun, headers):
    first = cases.run(noun, "list", "--lang", "fr").stdout.splitlines()[0]

    assert [header for header in headers if header not in first] == []


@pytest.mark.parametrize("noun", ["person", "employer", "job"])
def test_a_list_writes_nothing(cases, noun):
    before = sorted(path.name for path in cases.root.rglob("*") if ".git" not in path.parts)

    cases.run(noun, "list")

    assert sorted(p.name for p in cases.root.rglob("*") if ".git" not in p.parts) == before
