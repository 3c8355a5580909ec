"""`match person`, `match job`: what is printed, what is kept, what other programs get.

Golden screens and JSON of the examples: JOBCOACH_GOLDEN=write makes them anew; read the difference then.
"""

import json
import os
from pathlib import Path

import pytest
from conftest import run

from .reading import one_message

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "cases"
GOLDEN = ROOT / "tests" / "golden_match"
WRITE = os.environ.get("JOBCOACH_GOLDEN") == "write"
SHOWN = {
    "person-selma.txt": ("person", "sk-p27"),
    "person-amina.txt": ("person", "ab-k7q"),
    "person-amina-again-confidential.txt": ("person", "ab-k7q", "--again", "--confidential"),
    "person-ludivine.txt": ("person", "lp-k3d"),
    "person-pascal.txt": ("person", "pv-2nx"),
    "person-monique.txt": ("person", "mc-h4y"),
    "job-magasinier.txt": ("job", "vesdre-logistique/magasinier"),
    "job-magasin.txt": ("job", "ressourcerie-du-canal/magasin"),
    "person-selma.json": ("person", "sk-p27", "--json"),
    "job-magasinier.json": ("job", "vesdre-logistique/magasinier", "--json"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_the_examples_are_matched_as_in_the_golden_file(name):
    ran = run("-C", str(EXAMPLES), "--lang", "en", "match", *SHOWN[name])
    path = GOLDEN / name

    assert (ran.exit_code, ran.stderr) == (0, "")
    if WRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(ran.stdout.encode())
    assert ran.stdout == path.read_bytes().decode()


def test_every_golden_file_belongs_to_a_test():
    assert {path.name for path in GOLDEN.iterdir()} == set(SHOWN)


@pytest.fixture
def cases(service):
    service.person(
        "ab-k7q",
        """
        name: Amina Benali
        language: en
        employer_may_know: false
        readiness: {available: 2026-01-12, motivated: 2026-01-12}
        agreements: [{kind: participation, with: person, on: 2026-01-12}]
        wishes: [Working with people]
        skills: [Cash desk, Arabic]
        aids: [activa]
        constraints:
          - {kind: hours, what: Not before 8:30, hours: "08:30-16:00", days: [mon, tue]}
          - {kind: health, what: Secret back, loads: light, confidential: true}
        stages: [{stage: pre-hire, on: 2026-01-12}]
        """,
    )
    service.employer(
        "bakery",
        """
        name: Bakery
        status: paused
        place: Fleurus
        jobs:
          - id: counter
            title: Counter assistant
            tasks: [Serve customers]
            demands: {stated: [Bakery diploma], needed: [Count money]}
            hours: 10
            schedule: {mon: "08:30-13:30", tue: "08:30-13:30"}
            loads: heavy
            languages: [en]
            pay: below-scale
            open: 2026-02-01
          - {id: oven, title: Oven, open: 2026-03-10}
        """,
    )
    return service


def test_one_job_for_one_person_is_told_with_reasons_and_the_command_last(cases):
    assert cases.run("match", "person", "amina").stdout == (
        "Jobs for Amina Benali · ab-k7q · Before hiring\n"
        "\n"
        "A constraint speaks against it\n"
        "\n"
        "Counter assistant – Bakery  bakery/counter · Fleurus · 10 hours a week · open since 1 Feb\n"
        "  To know             the firm is paused: ask its coach before proposing anybody\n"
        "                      the employer may not know that there is a coach\n"
        "  For                 wish: Working with people – Serve customers\n"
        "                      skill: Cash desk – Counter assistant, Count money\n"
        "                      Mon, Tue 08:30-13:30 (Not before 8:30: Mon, Tue 08:30-16:00)\n"
        "                      Languages: English\n"
        "  Against             a confidential constraint speaks against it (--confidential shows it)\n"
        "  Mind                Pay: below scale\n"
        "  Stated, not needed  Bakery diploma\n"
        "    → jobcoach application propose ab-k7q bakery/counter\n"
        "\n"
        "Hiring aids, which say nothing about who fits: activa\n"
    )


def test_nothing_of_a_confidential_constraint_is_printed_unless_asked(cases):
    for args in (("person", "amina"), ("job", "bakery/counter")):
        for form in ((), ("--json",)):
            kept = cases.run("match", *args, *form).stdout
            assert "Secret" not in kept
            assert "loads" not in kept
            assert "confidential" in kept
            assert "Secret back" in cases.run("match", *args, *form, "--confidential").stdout


def test_json_tells_codes_and_facts(cases):
    found = cases.run("match", "job", "bakery/counter", "--json").json

    assert {key: found[key] for key in found if key != "matches"} == {
        "version": 1,
        "on": "2026-03-09",
        "employer": "bakery",
        "job": "counter",
        "notes": [{"code": "paused"}],
        "left_out": [],
    }
    (one,) = found["matches"]
    assert [one[key] for key in ("person", "employer", "job", "conflict", "do")] == [
        "ab-k7q",
        "bakery",
        "counter",
        True,
        "jobcoach application propose ab-k7q bakery/counter",
    ]
    assert one["against"] == [{"code": "confidential", "confidential": True}]
    assert one["for"][0] == {
        "code": "wish",
        "text": "Working with people",
        "job": [{"key": "tasks", "text": "Serve customers"}],
    }
    assert one["notes"] == [{"code": "paused"}, {"code": "employer-may-not-know"}]
    assert not any("score" in key or "count" in key for key in one)


def test_both_directions_tell_the_same_of_a_pair(cases):
    by_person = cases.run("match", "person", "amina", "--json").json["matches"]
    by_job = cases.run("match", "job", "bakery/counter", "--json").json["matches"]

    assert by_person == by_job


def test_the_command_told_does_what_it_says_and_is_not_told_twice(cases):
    (one,) = cases.run("match", "person", "amina", "--json").json["matches"]

    done = cases.run(*one["do"].split()[1:])
    assert done.exit_code == 0, done.stderr
    (again,) = cases.run("match", "person", "amina", "--json").json["matches"]
    assert again["do"] is None
    assert {"code": "proposed", "on": "2026-03-09"} in again["notes"]
    assert "proposed already on 9 March" in cases.run("match", "person", "amina").stdout


def test_a_no_is_left_out_and_said_unless_again(cases):
    cases.run("application", "propose", "amina", "bakery/counter")
    cases.run("application", "decide", "amina", "bakery", "declined", "--why", "Too early")

    shown = cases.run("match", "job", "bakery/counter").stdout
    assert "Nobody to propose it to." in shown
    assert shown.endswith("Not listed, said no to it before: Amina Benali  (--again)\n")
    again = cases.run("match", "job", "bakery/counter", "--again").stdout
    assert "proposed before: declined, 9 March – Too early\n" in again
    assert "→ jobcoach application propose ab-k7q bakery/counter" in again


def test_a_job_that_is_not_open_and_a_firm_not_to_be_contacted_are_refused(cases):
    assert one_message(cases.run("match", "job", "bakery/oven")) == "bakery/oven is not open today."
    cases.employer("bakery", "status: do-not-contact\njobs: [{id: counter}]\n")
    ran = cases.run("match", "job", "bakery/counter")
    assert ran.exit_code == 1
    assert one_message(ran) == "bakery does not want to be contacted: nobody is proposed there."
    assert cases.run("match", "person", "amina").stdout.endswith("No open job to propose.\n")


def test_the_only_open_job_of_a_firm_need_not_be_named(cases):
    assert cases.run("match", "job", "bakery", "--json").json["job"] == "counter"


def test_whom_nobody_knows_is_one_clear_line(cases):
    assert one_message(cases.run("match", "person", "nobody"))
    assert one_message(cases.run("match", "job", "bakery/nothing"))
    assert cases.run("match", "person", "nobody").exit_code == 1


def test_an_unreadable_file_is_named_and_the_rest_is_matched(cases):
    cases.write("employers/broken.yaml", "id: broken\nname: [\n")

    ran = cases.run("match", "person", "amina", "--json")
    assert ran.exit_code == 4
    assert "employers/broken.yaml" in ran.stderr
    assert len(json.loads(ran.stdout)["matches"]) == 1


def test_hours_are_written_as_the_language_writes_numbers():
    """ "37.5" is no number to a French reader."""
    made = run("-C", str(EXAMPLES), "--lang", "fr", "match", "person", "amina")

    assert "38 heures par semaine, 37,5 au plus conviennent" in made.stdout
