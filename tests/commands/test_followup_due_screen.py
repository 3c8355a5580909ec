"""The morning's list as a coach reads it."""

from textwrap import dedent

import pytest

from .reading import one_message

DAY = "2026-03-09"

SCREEN = """\
Monday 9 March 2026 – Claire Dubois

Amina Benali  ab-k7q · Before hiring
  !  5 days late  Promised contact – promised on 23 February
      → jobcoach followup log ab-k7q "…"
  !  1 day late   Step of the plan – Call the bakery (the person, by 8 March)
      → jobcoach plan done ab-k7q 1.1

Boulangerie Lambert  bakery
  !  2 days late  Keep the link with the firm – last contact 7 December; every 3 months
      → jobcoach employer log bakery "…"

Bruno Carlier  cd-m2x · Before hiring · Karim Haddad is away, Claire Dubois covers
  •  today        Contact with the person – last contact 2 March; every week
      → jobcoach followup log cd-m2x "…"

When there is time
  · Amina Benali: Still to put in place – a trust contract
      → jobcoach agreement add ab-k7q trust-contract

4 items (3 late), 1 reminder
1 person for whom nothing will ever come up: jobcoach followup due --silent
"""

FRENCH = """\
lundi 9 mars 2026 – Claire Dubois

Amina Benali  ab-k7q · Pré-embauche
  !  5 jours de retard  Contact promis – promis le 23 février
      → jobcoach followup log ab-k7q "…"
  !  1 jour de retard   Action du plan – Call the bakery (la personne, pour le 8 mars)
      → jobcoach plan done ab-k7q 1.1

Boulangerie Lambert  bakery
  !  2 jours de retard  Garder le lien avec l’entreprise – dernier contact le 7 décembre ; tous les 3 mois
      → jobcoach employer log bakery "…"

Bruno Carlier  cd-m2x · Pré-embauche · absence de Karim Haddad, relais assuré par Claire Dubois
  •  aujourd’hui        Contact avec la personne – dernier contact le 2 mars ; toutes les semaines
      → jobcoach followup log cd-m2x "…"
"""


@pytest.fixture
def morning(service):
    """Claire's morning: two persons, a firm, somebody for whom nothing will come up."""
    service.settings(
        """\
        format: 1
        process: frb-2002
        language: en
        coaches:
          - {id: claire, name: Claire Dubois, email: claire@example.org}
          - id: karim
            name: Karim Haddad
            email: karim@example.org
            absences: [{from: 2026-03-02, until: 2026-03-13, cover: claire}]
        """
    )
    service.person(
        "ab-k7q",
        """
        name: Amina Benali
        wishes: [Bakery]
        constraints: []
        stages: [{stage: pre-hire, on: 2026-02-02}]
        contacts: [{on: 2026-02-23, how: visit, by: claire, next: 2026-03-04}]
        plan:
          on: 2026-02-10
          goals: [{goal: Work, steps: [{do: Call the bakery, who: person, by: 2026-03-08}]}]
        """,
    )
    service.person(
        "cd-m2x",
        """
        name: Bruno Carlier
        coach: karim
        wishes: [Garden]
        constraints: []
        agreements: [{kind: trust-contract, with: person, on: 2026-02-23}]
        stages: [{stage: pre-hire, on: 2026-02-23}]
        contacts: [{on: 2026-03-02, how: phone, by: karim}]
        plan: {on: 2026-02-24, goals: [{goal: Work}]}
        """,
    )
    service.person("ef-p9z", "name: Wendy Quiet\n")
    service.employer(
        "bakery",
        """
        name: Boulangerie Lambert
        contact_every: 3m
        contacts: [{on: 2025-12-07, how: visit, by: claire}]
        """,
    )
    return service


def _due(service, *args):
    return service.run("followup", "due", "--lang", "en", *args)


def test_the_list_groups_by_case_says_late_in_words_and_keeps_nudges_apart(morning):
    ran = _due(morning)

    assert ran.stdout == SCREEN
    assert ran.stderr == ""
    assert ran.exit_code == 0


def test_the_same_list_reads_in_french(morning):
    ran = morning.run("followup", "due", "--lang", "fr")

    assert ran.stdout[: len(FRENCH)] == FRENCH
    assert ran.exit_code == 0


def test_no_english_word_is_left_on_the_french_list(morning):
    text = morning.run("followup", "due", "--lang", "fr", "--within", "60d").stdout

    for word in ("every", "late", "today", "last contact", "items", "reminder", "nothing"):
        assert word not in text


def test_cases_stand_in_the_order_of_their_latest_item(morning):
    lines = _due(morning).stdout.splitlines()
    heads = [line for line in lines if line[:1].isalpha()][1:4]

    assert [head.split("  ")[0] for head in heads] == [
        "Amina Benali",
        "Boulangerie Lambert",
        "Bruno Carlier",
    ]


def test_every_persons_name_stands_once_above_all_that_is_theirs(morning):
    tasks = _due(morning).stdout.split("When there is time")[0]

    assert tasks.count("Amina Benali") == 1


def test_one_item_alone_is_counted_in_the_singular(service):
    service.person("ab-k7q", "stages: [{stage: reserve, on: 2026-02-08}]")

    assert _due(service).stdout.splitlines()[-1] == "1 item (1 late)"


def test_reminders_alone_are_counted_too(service):
    service.person(
        "ab-k7q",
        """
        stages: [{stage: pre-hire, on: 2026-02-16}]
        contacts: [{on: 2026-03-08, how: phone}]
        """,
    )

    ran = _due(service)

    assert "When there is time" in ran.stdout
    assert ran.stdout.splitlines()[-1] == "0 items, 1 reminder"


def test_when_nothing_is_due_a_friendly_line_says_so(service):
    service.person(
        "ab-k7q",
        """
        stages: [{stage: reserve, on: 2026-03-01}]
        """,
    )

    ran = _due(service)

    assert ran.stdout == (
        "Monday 9 March 2026 – Claire Dubois\n\n"
        "Nothing is due. A good day for a visit without a reason.\n"
    )
    assert ran.exit_code == 0


def test_a_date_the_belgian_way_is_refused_with_the_one_that_was_meant(morning):
    ran = _due(morning, "--on", "9/3/2026")

    assert ran.exit_code == 2
    assert one_message(ran) == '"9/3/2026" is not a date I understand.'
    assert 'did you mean "2026-03-09"?' in ran.stderr


def test_an_empty_repository_says_how_to_begin(service):
    ran = _due(service)

    assert "There is no case yet" in ran.stdout
    assert ran.exit_code == 0


def test_the_title_says_whose_list_it_is(morning):
    def title(*args):
        return _due(morning, *args).stdout.splitlines()[0]

    assert title() == "Monday 9 March 2026 – Claire Dubois"
    assert title("--coach", "karim") == "Monday 9 March 2026 – Karim Haddad"
    assert title("--all") == "Monday 9 March 2026 – everyone"


def test_an_absent_coach_keeps_their_items_marked_with_the_cover(morning):
    text = _due(morning, "--coach", "karim").stdout

    assert (
        "Bruno Carlier  cd-m2x · Before hiring · Karim Haddad is away, Claire Dubois covers" in text
    )
    assert "Amina Benali" not in text


def test_without_a_cover_the_list_says_that_nobody_covers(morning):
    settings = (morning.root / "jobcoach.yaml").read_text(encoding="utf-8")
    morning.settings(settings.replace(", cover: claire", ""))

    assert "Karim Haddad is away, nobody covers" in _due(morning).stdout


def test_a_case_without_a_coach_says_so(service):
    service.write(
        "people/ab-k7q.yaml",
        "id: ab-k7q\nname: Amina Benali\nstages: [{stage: reserve, on: 2026-01-05}]\n",
    )

    assert "Amina Benali  ab-k7q · Candidate pool · without a coach" in _due(service).stdout


def test_silent_persons_are_listed_with_where_they_are(morning):
    ran = _due(morning, "--silent")

    assert ran.exit_code == 0
    assert ran.stdout == dedent(
        """\
        Nothing will ever come up for

        Name         Id      Stage
        Wendy Quiet  ef-p9z  no stage yet

        Agree on a next contact, a pace or a plan, so that nobody is forgotten.
        """
    )


def test_nobody_silent_is_said_in_a_friendly_line(service):
    service.person("ab-k7q", "stages: [{stage: reserve, on: 2026-03-01}]")

    assert _due(service, "--silent").stdout == "Nobody: everyone has something coming.\n"


def test_silent_persons_as_json(morning):
    assert _due(morning, "--silent", "--json").json == {
        "version": 1,
        "on": DAY,
        "silent": [{"case": "people/ef-p9z", "name": "Wendy Quiet", "coach": "claire"}],
        "unreadable": [],
    }


def test_the_silent_of_another_coach_are_not_on_this_ones_list(morning):
    morning.person("gh-2tt", "name: Theo Still\ncoach: karim\n")
    settings = (morning.root / "jobcoach.yaml").read_text(encoding="utf-8")
    morning.settings(settings.split("    absences")[0])

    silent = _due(morning, "--silent", "--json").json["silent"]
    everyones = _due(morning, "--silent", "--json", "--all").json["silent"]

    assert [p["case"] for p in silent] == ["people/ef-p9z"]
    assert [p["case"] for p in everyones] == ["people/ef-p9z", "people/gh-2tt"]


def test_the_list_as_json_has_the_keys_of_the_contract(morning):
    told = _due(morning, "--json").json

    assert list(told) == ["version", "on", "items", "unreadable"]
    assert (told["version"], told["on"], told["unreadable"]) == (1, DAY, [])
    assert told["items"][0] == {
        "due": "2026-03-04",
        "deadline": None,
        "late_days": 5,
        "kind": "promised",
        "case": "people/ab-k7q",
        "name": "Amina Benali",
        "coach": "claire",
        "cover": None,
        "with": "person",
        "ref": "contacts[0]",
        "why": "promised on 23 February",
        "do": 'jobcoach followup log ab-k7q "…"',
    }
    assert [i["cover"] for i in told["items"] if i["case"] == "people/cd-m2x"] == ["claire"]


def test_only_the_kind_asked_for_is_shown(morning):
    kinds = [i["kind"] for i in _due(morning, "--json", "--kind", "step").json["items"]]

    assert kinds == ["step"]


def test_several_kinds_may_be_asked_for(morning):
    items = _due(morning, "--json", "--kind", "step", "--kind", "promised").json["items"]

    assert [i["kind"] for i in items] == ["promised", "step"]


def test_an_unknown_kind_is_refused_in_one_line_with_the_nearest_one(morning):
    ran = _due(morning, "--kind", "contcat")

    assert ran.exit_code == 2
    assert one_message(ran) == '"contcat" is not a kind of item.'
    assert 'did you mean "contact"?' in ran.stderr


def test_within_looks_ahead_up_to_and_with_that_day(morning):
    morning.person("gh-2tt", "plan: {goals: [{goal: Work, steps: [{do: Walk, by: 2026-03-16}]}]}")

    def walks(*args):
        return [i for i in _due(morning, "--json", *args).json["items"] if "Walk" in i["why"]]

    assert walks("--within", "6d") == []
    assert [i["due"] for i in walks("--within", "7d")] == ["2026-03-16"]
    assert walks("--within", "1w") == walks("--within", "7d")
    assert "in 7 days" in _due(morning, "--within", "7d").stdout
    assert "•  today" in _due(morning, "--within", "7d").stdout


def test_tomorrow_is_in_one_day(morning):
    morning.person("gh-2tt", "plan: {goals: [{goal: Work, steps: [{do: Walk, by: 2026-03-10}]}]}")

    assert "·  in 1 day " in _due(morning, "--within", "1d").stdout


@pytest.mark.parametrize("written", ["a while", "7", "-7d", "7 days"])
def test_a_length_that_is_none_is_refused(morning, written):
    ran = _due(morning, f"--within={written}")

    assert ran.exit_code == 2
    assert one_message(ran) == f'"{written}" is not a length of time.'


def test_an_unknown_coach_is_refused_with_the_known_ones(morning):
    ran = _due(morning, "--coach", "bob")

    assert ran.exit_code == 1
    assert one_message(ran) == '"bob" is not a coach of this service.'
    assert "claire, karim" in ran.stderr


@pytest.mark.parametrize("written", ["2026-02-30", "someday", "+3x", ""])
def test_a_date_that_is_none_is_refused_and_says_what_may_be_written(morning, written):
    ran = _due(morning, f"--on={written}")

    assert ran.exit_code == 2
    assert one_message(ran) == f'"{written}" is not a date I understand.'
    assert "tomorrow" in ran.stderr


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("today", "Monday 9 March 2026"),
        ("tomorrow", "Tuesday 10 March 2026"),
        ("yesterday", "Sunday 8 March 2026"),
        ("+3d", "Thursday 12 March 2026"),
        ("+2w", "Monday 23 March 2026"),
        ("+1m", "Thursday 9 April 2026"),
        ("-3d", "Friday 6 March 2026"),
        ("monday", "Monday 16 March 2026"),
        ("Friday", "Friday 13 March 2026"),
        ("vendredi", "Friday 13 March 2026"),
        ("demain", "Tuesday 10 March 2026"),
        ("aujourd'hui", "Monday 9 March 2026"),
        ("hier", "Sunday 8 March 2026"),
        ("2026-04-01", "Wednesday 1 April 2026"),
    ],
)
def test_the_screen_echoes_the_date_it_understood(morning, written, understood):
    ran = _due(morning, f"--on={written}")

    assert ran.exit_code == 0
    assert ran.stdout.startswith(f"{understood} – ")


def test_the_first_of_a_month_is_read_aloud_the_french_way(morning):
    ran = morning.run("followup", "due", "--lang", "fr", "--on", "2026-04-01")

    assert ran.stdout.startswith("mercredi 1er avril 2026 – ")


def test_an_unreadable_file_is_named_above_the_list_and_on_standard_error(morning):
    morning.write("people/zz-9ab.yaml", "id: zz-9ab\nname: Zoe\nwishes: [Bakery\n")

    ran = _due(morning)

    assert ran.exit_code == 4
    assert ran.stdout.splitlines()[2:4] == [
        "! 1 file cannot be read whole; what it owes may be missing here:",
        "    Zoe (people/zz-9ab.yaml)  →  jobcoach check people/zz-9ab.yaml",
    ]
    assert "Amina Benali" in ran.stdout
    assert ran.stderr.startswith("people/zz-9ab.yaml:")
    assert len(ran.stderr.splitlines()) == 1


def test_a_persons_name_in_an_unreadable_file_stays_off_standard_error(morning):
    morning.write("people/zz-9ab.yaml", "id: zz-9ab\nname: Zoe Martin\nwishes: [Bakery\n")

    assert "Zoe" not in _due(morning).stderr
