"""``report progress`` as it is typed."""

import re

import pytest

COACHED = "stages: [{stage: pre-hire, on: 2025-01-06}]\n"
SOLVED = "obstacles: [{what: Childcare, since: 2025-01-06, solved: 2025-03-03}]\n"


@pytest.fixture
def three(service):
    """One person of whom something is recorded, one of whom nothing is, one with a job."""
    service.person("aa", COACHED + SOLVED + "gender: woman\n")
    service.person("bb", COACHED)
    service.person(
        "cc", COACHED + "placements: [{firm: A, contract: permanent, from: 2025-02-03}]\n"
    )
    return service


def test_the_report_tells_what_is_recorded_and_that_it_is_no_more_than_that(three):
    text = three.run("report", "progress", "--since", "2025-02-01").stdout

    assert re.search(
        r"Without a paid job on the last day +0 +1 \(100.0.%\) +0 +1 \(50.0.%\) +2", text
    )
    assert re.search(r"Nothing of it is recorded +0 +0 \(0.0.%\) +0 +1 \(100.0.%\) +1", text)
    assert "nothing recorded does not mean that nothing moved" in text
    assert re.search(r"Person aa +1 +0.* 2025-03-03 +obstacle solved\n", text)
    assert "Person cc" not in text


def test_before_is_told_only_where_the_period_has_a_first_day(three):
    def obstacles(*args):
        return three.run("report", "progress", "--json", *args).json["obstacles"]

    assert list(obstacles()) == ["all", "solved", "open"]
    since = obstacles("--since", "2025-02-01")
    assert {key: row["all"] for key, row in since.items()} == {
        "all": 1,
        "before": 1,
        "begun": 0,
        "solved": 1,
        "open": 0,
    }
    assert "Without a first day there is no day before it" in three.run("report", "progress").stdout


def test_an_explanation_lists_exactly_the_cases_that_were_counted(three):
    made = three.run("report", "progress", "--json").json
    for name, cells in (
        ("moved", made["moved"]["all"]),
        ("events.obstacles_solved", made["events"]["obstacles_solved"]),
        ("persons_without.contacts", made["persons_without"]["contacts"]),
    ):
        explained = three.run("report", "progress", "--json", "--explain", name).json
        assert explained["count"] == len(explained["cases"]) == cells["all"]
    case = three.run("report", "progress", "--json", "--explain", "obstacles.solved").json["cases"]
    assert [(c["case"], c["on"], c["ref"]) for c in case] == [
        ("people/aa", "2025-03-03", "obstacles[0]")
    ]


def test_what_is_published_has_no_list_and_no_small_counts(three):
    made = three.run("report", "progress", "--publish", "--json").json
    text = three.run("report", "progress", "--publish").stdout

    assert "lists" not in made
    assert made["without_job"]["all"] is None
    assert made["persons_with"]["obstacles_solved"]["all"] is None
    assert "Person" not in text.replace("Persons", "")


def test_a_value_that_hides_a_figure_makes_the_report_incomplete(three):
    three.person("dd", COACHED + "obstacles: [{what: Childcare, solved: soon}]\n")

    ran = three.run("report", "progress")
    assert ran.exit_code == 4
    assert "people/dd.yaml" in ran.stdout


@pytest.mark.parametrize("fmt", ["md", "html", "csv"])
def test_every_format_has_the_list_with_the_day_and_what_happened(three, fmt):
    text = three.run("report", "progress", "--format", fmt).stdout

    assert "2025-03-03" in text
    assert "obstacle solved" in text
