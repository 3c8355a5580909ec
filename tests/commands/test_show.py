"""`person show`, `employer show`, `stage show`: one case at a glance, and its own keys as JSON."""

from textwrap import dedent

import pytest

PERSON = """
name: Amina Benali
language: fr
documents: large
born: 1988-04-12
phone: "0470 00 01 01"
place: Fleurus
referred: {by: cpas, on: 2026-01-05}
prefers: {how: meeting, when: Mornings}
circle: [{id: mother, name: Fatima Benali, relation: mother}]
situation: [working, Lives on a boat]
without_work_since: 2023-05-01
wishes: [Bakery]
strengths: [Punctual]
skills: [Cash desk]
constraints:
  - {kind: health, what: No loads, confidential: true}
  - {kind: legal, what: Work permit B, until: 2026-11-30}
obstacles:
  - {what: Childcare, helper: cpas, check: 2026-03-23}
  - {what: Old bill, solved: 2026-02-02}
agreements:
  - {kind: participation, with: person, on: 2026-01-05}
  - {kind: trust-contract, with: person, on: 2026-01-05, ended: 2026-02-01}
plan:
  on: 2026-01-20
  goals:
    - goal: Work in a shop
      steps:
        - {do: Rewrite the CV, who: person, by: 2026-02-01, done: 2026-01-30}
        - {do: Call the bakery, who: coach, by: 2026-03-05}
stages:
  - {stage: reserve, on: 2026-01-05}
  - {stage: pre-hire, on: 2026-01-12, why: Everything is in place}
applications:
  - {employer: bakery, job: counter, proposed: 2026-03-02, decision: accepted, interview: 2026-03-12}
placements:
  - {employer: bakery, job: counter, contract: trial, from: 2026-02-02, ended: 2026-02-06, why: other}
contacts:
  - {on: 2026-02-20, how: visit, by: claire, note: First coffee.}
  - {on: 2026-03-03, with: bakery, how: phone, by: claire, note: Luc is willing.}
  - {on: 2026-03-05, how: phone, by: claire, held: false}
x-own: {colour: blue}
"""

PERSON_SCREEN = """\
Amina Benali · ab-k7q · Before hiring

  Coach               Claire Dubois
  Reached at          0470 00 01 01 · Fleurus
  Prefers             meeting, Mornings
  Born                12 April 1988
  Language            French
  Documents           large print
  Situation           working, Lives on a boat
  Without work since  1 May 2023
  Sent by             CPAS de Fleurus
  Family and friends  Fatima Benali (mother)

Wishes
  - Bakery

Strengths and skills
  - Punctual
  - Cash desk

What a job must respect
  - health: No loads · confidential
  - papers: Work permit B · until 30 November 2026

Open obstacles
  - Childcare · CPAS de Fleurus · look again on 23 March

Goals and open steps
  - Work in a shop
      · Call the bakery · the coach · by 5 March

Open applications
  - Boulangerie Lambert, Counter · proposed 2 March · accepted · interview 12 March

Placements
  - Boulangerie Lambert, Counter · trial · 2 February to 6 February · other reason

Agreements in force
  - agreement to take part · since 5 January

Last contacts
  - 5 March · phone call, did not take place
  - 3 March · phone call · Boulangerie Lambert: Luc is willing.
  - 20 February · visit: First coffee.

"""

EMPLOYER = """
name: Boulangerie Lambert
status: partner
sector: "10.71"
size: micro
place: Fleurus
country: BE
transport: Bus 12
visits: After 14:00
culture: Friendly
contact_every: 6m
staff:
  - {name: Luc Lambert, role: Owner, phone: "071 00", reference: true}
  - {name: Nadia}
concerns: [Fears absences]
contacts: [{on: 2026-01-28, how: visit, by: claire, note: Looking for staff}]
jobs:
  - id: counter
    title: Counter
    demands: {stated: [Diploma], needed: [Count money, Smile]}
    hours: 19.5
    contract: fixed-term
    open: 2026-01-28
  - {id: oven, title: Oven, hours: 25, pay: below-scale, open: 2025-01-28, closed: 2025-03-01}
"""

EMPLOYER_SCREEN = """\
Boulangerie Lambert · bakery · partner

  Coach          Claire Dubois
  Sector         10.71
  Staff number   fewer than 10
  Place          Fleurus, BE
  Without a car  Bus 12
  Visits         After 14:00
  Culture        Friendly
  Keep in touch  every 6 months

Staff
  - Luc Lambert · Owner · 071 00 · reference contact
  - Nadia

What the firm fears
  - Fears absences

Open jobs
  - counter · Counter · 19.5 hours a week · fixed-term contract · really needed: Count money, Smile

Closed jobs
  - oven · Oven · 25 hours a week · below scale !

Last contacts
  - 3 March · phone call · Boulangerie Lambert: Luc is willing. (ab-k7q)
  - 28 January · visit: Looking for staff
"""


@pytest.fixture
def cases(service):
    service.person("ab-k7q", PERSON)
    service.employer("bakery", EMPLOYER)
    return service


def _screen(cases, *args):
    ran = cases.run(*args, "--lang", "en")
    assert ran.exit_code == 0, ran.stderr
    assert ran.stderr == ""
    return ran.stdout


# Person


def test_a_persons_case_stands_on_one_screen(cases):
    text = _screen(cases, "person", "show", "amina")

    assert text[: len(PERSON_SCREEN)] == PERSON_SCREEN
    assert text[len(PERSON_SCREEN) :].startswith("What comes next\n")


def test_what_comes_next_stands_in_the_order_of_the_days(cases):
    cases.person(
        "ab-k7q",
        "plan: {goals: [{goal: Work, steps: [{do: B, by: 2026-03-12}, {do: A, by: 2026-03-05}]}]}",
    )

    assert _screen(cases, "person", "show", "ab-k7q").endswith(
        dedent(
            """\
            What comes next
              5 March !  Step of the plan  A (by 5 March)
              12 March   Step of the plan  B (by 12 March)
            """
        )
    )


def test_an_item_shown_ahead_of_its_end_is_not_marked_as_late_on_the_case(cases):
    cases.person(
        "ab-k7q", "consents: [{to: employers, about: [name], on: 2026-01-01, until: 2026-03-20}]"
    )

    [item] = cases.due("2026-03-09", "--kind", "consent")
    assert (item["due"], item["late_days"]) == ("2026-03-06", 0)
    assert "!" not in _screen(cases, "person", "show", "ab-k7q")


def test_a_case_with_nothing_to_come_says_what_to_do(service):
    service.person("ab-k7q", "name: Amina Benali")

    assert _screen(service, "person", "show", "ab-k7q") == dedent(
        """\
        Amina Benali · ab-k7q · no stage yet

          Coach  Claire Dubois

        Nothing is planned: agree on a next contact.
        """
    )


def test_where_no_employer_may_know_the_screen_warns_before_anything_else(cases):
    cases.person("ab-k7q", "employer_may_know: false\nwishes: [Quiet]\n")

    text = _screen(cases, "person", "show", "ab-k7q")

    assert "  ! No employer may learn that a coach exists.\n" in text
    assert text.index("No employer may") < text.index("Wishes")


def test_at_most_five_contacts_show_the_newest_first(cases):
    days = "".join(
        f"  - {{on: 2026-02-{day:02}, how: phone, note: N{day}}}\n" for day in range(1, 8)
    )
    cases.person("ab-k7q", "contacts:\n" + days)

    text = _screen(cases, "person", "show", "ab-k7q")

    assert [n for n in range(1, 8) if f"N{n}\n" in text] == [3, 4, 5, 6, 7]
    assert text.index("N7") < text.index("N3")


def test_a_contact_dated_later_than_today_is_not_a_last_contact(cases):
    cases.person("ab-k7q", "contacts: [{on: 2026-03-20, how: phone, note: Later}]")

    assert "Later" not in _screen(cases, "person", "show", "ab-k7q")


def test_origin_is_never_shown_on_a_screen(cases):
    cases.person("ab-k7q", "origin: european\ngender: woman\n")

    assert "european" not in _screen(cases, "person", "show", "ab-k7q").lower()


def test_a_person_as_json_has_the_files_own_keys_and_values(cases):
    told = cases.run("person", "show", "ab-k7q", "--json").json

    assert list(told) == ["version", "person"]
    person = told["person"]
    assert list(person)[:3] == ["id", "coach", "name"]
    assert person["phone"] == "0470 00 01 01"
    assert person["born"] == "1988-04-12"
    assert person["referred"] == {"by": "cpas", "on": "2026-01-05"}
    assert person["constraints"][0] == {"kind": "health", "what": "No loads", "confidential": True}
    assert person["plan"]["goals"][0]["steps"][1] == {
        "do": "Call the bakery",
        "who": "coach",
        "by": "2026-03-05",
    }
    assert person["placements"][0]["from"] == "2026-02-02"
    assert person["contacts"][2]["held"] is False
    assert person["x-own"] == {"colour": "blue"}
    assert "agreements" in person
    assert "consents" not in person


def test_text_that_looks_like_something_else_stays_text_in_json(service):
    service.person("ab-k7q", "name: no\nplace: 0470\nnote: 12:30\nwishes: [yes, 1e3]\n")

    person = service.run("person", "show", "ab-k7q", "--json").json["person"]

    assert (person["name"], person["place"], person["wishes"]) == ("no", "0470", ["yes", "1e3"])


def test_an_unknown_key_is_kept_in_json(service):
    service.person("ab-k7q", "hobby: Chess\n")

    assert service.run("person", "show", "ab-k7q", "--json").json["person"]["hobby"] == "Chess"


# Employer


def test_an_employer_stands_on_one_screen(cases):
    assert _screen(cases, "employer", "show", "lambert") == EMPLOYER_SCREEN


def test_an_employers_screen_names_who_is_placed_there_now(cases):
    cases.person(
        "cd-m2x", "placements: [{employer: bakery, contract: permanent, from: 2026-03-01}]"
    )

    assert "Persons placed\n  - Person cd-m2x (cd-m2x)\n" in _screen(
        cases, "employer", "show", "bakery"
    )


def test_an_employer_of_nothing_but_a_name_has_a_short_screen(service):
    service.employer("bakery", "name: Boulangerie Lambert")

    assert _screen(service, "employer", "show", "bakery") == (
        "Boulangerie Lambert · bakery\n\n  Coach  Claire Dubois\n"
    )


def test_an_employer_as_json_has_the_files_own_keys_and_values(cases):
    told = cases.run("employer", "show", "bakery", "--json").json

    assert list(told) == ["version", "employer"]
    employer = told["employer"]
    assert employer["sector"] == "10.71"
    assert employer["staff"][0]["reference"] is True
    assert employer["jobs"][0]["hours"] == 19.5
    assert employer["jobs"][0]["demands"] == {
        "stated": ["Diploma"],
        "needed": ["Count money", "Smile"],
    }


# Stage


def test_the_road_its_clock_and_what_each_next_stage_still_needs(cases):
    assert _screen(cases, "stage", "show", "amina") == dedent(
        """\
        Amina Benali · ab-k7q · Before hiring

        The road so far
          Since            Stage           Lasted   Why
          5 January 2026   Candidate pool  7 days
          12 January 2026  Before hiring   8 weeks  Everything is in place

        Time limit: 2 years in this stage in all, without pauses: until 12 January 2028

        Where it can lead
          Hiring (hire): still needs an application accepted and presented to the employer
          Closed (closed): everything is in place
        """
    )


def test_the_road_as_json(cases):
    assert cases.run("stage", "show", "ab-k7q", "--json").json == {
        "version": 1,
        "case": "people/ab-k7q",
        "name": "Amina Benali",
        "process": "frb-2002",
        "stage": "pre-hire",
        "stages": [
            {
                "stage": "reserve",
                "process": "frb-2002",
                "on": "2026-01-05",
                "why": None,
                "to": None,
            },
            {
                "stage": "pre-hire",
                "process": "frb-2002",
                "on": "2026-01-12",
                "why": "Everything is in place",
                "to": None,
            },
        ],
        "clock": {"start": "2026-01-12", "end": "2028-01-12"},
        "next": [
            {"stage": "hire", "missing": ["presented-application"]},
            {"stage": "closed", "missing": []},
        ],
    }


def test_somebody_in_no_stage_may_begin_anywhere_where_the_needs_are_met(service):
    service.person("ab-k7q", "name: Amina Benali")

    told = service.run("stage", "show", "ab-k7q", "--json").json

    assert told["stage"] is None
    assert [following["stage"] for following in told["next"]] == [
        "reserve",
        "pre-hire",
        "hire",
        "follow-up",
        "closed",
    ]
    assert told["next"][1]["missing"] == ["participation", "motivated", "available"]


def test_a_switch_of_model_is_named_on_the_road(service):
    service.person(
        "ab-k7q",
        """
        stages:
          - {stage: pre-hire, on: 2026-01-05}
          - {stage: job-finding, on: 2026-02-02, process: euse-2005}
        """,
    )

    assert "Job finding (euse-2005)" in _screen(service, "stage", "show", "ab-k7q")


# All three


@pytest.mark.parametrize("noun", ["person", "stage"])
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_case_that_cannot_be_read_whole_is_shown_as_far_as_legible(service, noun, form):
    service.person(
        "ab-k7q", "stages: [{stage: reserve, on: 2026-01-05}]\ncontacts: [{on: 2026-02-30}]\n"
    )

    ran = service.run(noun, "show", "ab-k7q", *form)

    assert ran.exit_code == 4
    assert "ab-k7q" in ran.stdout
    assert ran.stderr.startswith("people/ab-k7q.yaml:")


def test_faults_of_other_files_do_not_matter_to_one_case(cases):
    cases.person("zz-9ab", "contacts: [{on: 2026-02-30}]")

    ran = cases.run("person", "show", "amina")

    assert (ran.exit_code, ran.stderr) == (0, "")


def test_a_file_that_is_no_yaml_at_all_still_has_a_screen(service):
    service.write("people/ab-k7q.yaml", "name: [oh\n  no: {")

    for form in ([], ["--json"]):
        ran = service.run("person", "show", "ab-k7q", *form)

        assert ran.exit_code == 4
        assert "Traceback" not in ran.stderr
        assert "went wrong inside" not in ran.stderr
