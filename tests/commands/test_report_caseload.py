"""``report caseload`` as it is typed."""

import re

import pytest
from conftest import Service, run

HERE = "stages: [{stage: pre-hire, on: 2025-01-06}]\n"
SETTINGS = """\
format: 1
language: en
organisation: {name: North}
retention: 1y
coaches:
  - {id: claire, name: Claire Dubois, capacity: 1}
  - {id: karim, name: Karim Haddad, absences: [{from: 2026-03-09, until: 2026-03-20}]}
"""


@pytest.fixture
def team(service):
    """Two persons of Claire's, one of Karim's, one nobody's, one closed long ago."""
    service.settings(SETTINGS)
    service.person("aa", HERE)
    service.person("bb", HERE)
    service.person("cc", HERE + "coach: karim\n")
    service.person("dd", "coach:\n")
    service.person("ee", "stages: [{stage: closed, on: 2025-01-06, why: Moved}]\n")
    return service


def test_the_report_stands_as_on_one_day(team):
    assert "\nAs on 9 March 2026\n" in team.run("report", "caseload").stdout
    assert (
        "\nAs on 5 January 2025\n" in team.run("report", "caseload", "--until", "2025-01-05").stdout
    )
    made = team.run("report", "caseload", "--until", "2025-01-05", "--json").json
    assert (made["since"], made["until"]) == (None, "2025-01-05")
    assert made["persons"]["no_stage"]["all"] == 5


@pytest.mark.parametrize("name", ["caseload", "barriers"])
def test_a_first_day_changes_nothing_and_the_report_says_so(team, name):
    idle = "This report tells how things stand on one day: --since has no meaning here."
    asked, plain = (
        team.run("report", name, *args).stdout.splitlines()
        for args in (["--since", "2025-01-01"], [])
    )

    assert idle in asked
    assert [line for line in asked if line != idle] == plain
    assert team.run("report", name, "--since", "2025-01-01", "--json").json["since"] is None


def test_stages_with_nobody_in_them_are_no_rows_of_the_table(team):
    text = team.run("report", "caseload").stdout
    text = text[text.index("\nPersons by stage\n") :].partition("\n\n")[0]

    assert len(text.strip().splitlines()) == 3  # its heading, its heads, Before hiring
    made = team.run("report", "caseload", "--json").json
    assert made["stage"]["frb-2002"]["hire"]["all"] == 0


def test_persons_by_coach_and_stage_on_the_screen(team):
    text = team.run("report", "caseload").stdout

    assert re.search(r"Persons +Claire Dubois +Karim Haddad +No coach +All\n", text)
    assert re.search(r"Followed +2 +1 +0 +3\n", text)
    assert re.search(r"In no stage yet +0 +0 +1 +1\n", text)
    assert re.search(r"Before hiring +2 +1 +0 +3\n", text)
    assert re.search(r"Claire Dubois +2 +2 +1 +-1 +over capacity", text)
    assert re.search(r"Karim Haddad +2026-03-09 +2026-03-20 +no cover named +2026-03-09 ", text)
    assert re.search(r"Nothing planned, for the team: 1\n +Case .*\n +Person dd", text)
    assert re.search(r"Person ee +Claire Dubois +2025-01-06 +2026-01-06\n", text)


def test_the_stages_model_is_named_where_several_are_followed(team):
    team.person("ff", "process: rejoins-2006\n" + HERE)
    text = team.run("report", "caseload").stdout

    assert re.search(r"Before hiring \(Walloon pilots 2002\) +2 +1 +0 +3\n", text)
    assert re.search(r"Before hiring \(REJOINS network 2006\) +1 +0 +0 +1\n", text)


def test_json_names_coaches_by_id_and_lists_them_as_cases(team):
    made = team.run("report", "caseload", "--json").json

    assert made["stage"]["frb-2002"]["pre-hire"] == {
        "claire": 2,
        "karim": 1,
        "no_coach": 0,
        "all": 3,
    }
    assert made["open"] == 4
    assert made["retention"] == {"within": 0, "past": 1, "not_said": 0}
    claire, karim = made["lists"]["coaches"]
    assert (claire["case"], claire["name"], claire["free"]) == (
        "coaches/claire",
        "Claire Dubois",
        -1,
    )
    assert (karim["away"], karim["capacity"]) == ("not_covered", None)
    (away,) = made["lists"]["absences"]
    assert (away["case"], away["why"], away["persons"]) == ("coaches/karim", "no_cover", 1)


def test_what_is_published_is_counts_only(team):
    made = team.run("report", "caseload", "--publish", "--json").json
    text = team.run("report", "caseload", "--publish").stdout

    assert "lists" not in made
    assert made["persons"]["followed"]["claire"] is None
    assert "for the team" not in text
    assert "Person dd" not in text


def test_an_explanation_takes_a_coach_for_a_column(team):
    made = team.run("report", "caseload", "--explain", "persons.followed.claire", "--json").json

    assert made["label"] == "Followed – Claire Dubois"
    assert [case["case"] for case in made["cases"]] == ["people/aa", "people/bb"]


def test_numbers_of_a_list_are_numbers_in_a_spreadsheet_also_below_nought(team):
    text = team.run("report", "caseload", "--format", "csv").stdout

    assert "\nClaire Dubois,2,2,1,-1,over capacity," in text


def test_a_file_that_cannot_be_read_is_told_apart(team):
    team.write("people/gg.yaml", "id: gg\nname: [\n")
    ran = team.run("report", "caseload", "--json")

    assert ran.exit_code == 4
    assert ran.json["persons"]["not_read"]["all"] == 1
    assert ran.json["unreadable"] == ["people/gg.yaml"]


def test_a_stage_that_no_model_knows_was_read(service):
    """Before its day the person was in no stage yet, and on file since they were sent."""
    service.person(
        "aa", "referred: {by: cpas, on: 2026-01-05}\nstages: [{stage: zork, on: 2026-02-02}]\n"
    )
    before = service.run("report", "caseload", "--until", "2026-02-01", "--json").json
    since = service.run("report", "caseload", "--json").json["persons"]
    received = service.run("report", "activity", "--until", "2026-02-01", "--json").json["received"]

    assert [before["persons"][row]["all"] for row in ("no_stage", "not_read")] == [1, 0]
    assert before["unreadable"] == ["people/aa.yaml"]
    assert since["stage_not_known"]["all"] == 1
    assert received["all"] == 1


def test_several_repositories_keep_their_coaches_apart(team, tmp_path):
    other = Service(tmp_path / "other")
    other.settings(SETTINGS.replace("North", "South").replace("Dubois", "Martin"))
    other.person("aa", HERE)
    both = ("-C", str(team.root), "-C", str(other.root), "report", "caseload")
    text, made = run(*both).stdout, run(*both, "--json").json

    heads = r"Claire Dubois \(North\) +Karim Haddad \(North\) +Claire Martin \(South\) +"
    assert re.search(rf"Persons +{heads}Karim Haddad \(South\) +No coach +All\n", text)
    assert re.search(r"Followed +2 +1 +1 +0 +0 +4\n", text)
    assert made["persons"]["followed"]["claire@South"] == 1
    assert [one["name"] for one in made["repositories"]] == ["North", "South"]
    assert [(row["repository"], row["name"]) for row in made["lists"]["coaches"]] == [
        ("North", "Claire Dubois"),
        ("North", "Karim Haddad"),
        ("South", "Claire Martin"),
        ("South", "Karim Haddad"),
    ]
