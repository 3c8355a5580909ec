"""`unknown-figure`: a funder's report asks for a figure that no report has (templates/funder.yaml)."""

import pytest

FILE = "templates/funder.yaml"


def found(service, text):
    """What `template check` says of the choice: its status, and each fault's file and line."""
    service.write(FILE, text)
    ran = service.run("template", "check", "--json")
    return ran.exit_code, [(one["file"], one["line"]) for one in ran.json["findings"]]


@pytest.mark.parametrize(
    ("asked", "column"),
    [
        ("figures: [activity.persons, activity.person]", 33),
        ("figures: [activity.ages.*]", 15),
        ("table: outcomes.retention.ordinar", 12),
    ],
)
def test_a_name_that_is_none_is_told_at_its_place(service, asked, column):
    text = f"parts:\n  - {asked}\n"

    assert found(service, text) == (1, [(FILE, 2)])
    said = service.run("report", "funder").stderr
    assert f"{FILE}:2:{column}: " in said
    assert "is not a figure that a report has" in said


@pytest.mark.parametrize(
    "asked", ["figures: [activity.persons, activity.age.*]", "table: outcomes.retention.ordinary"]
)
def test_a_figure_a_group_and_a_table_are_sound(service, asked):
    assert found(service, f"parts:\n  - {asked}\n") == (0, [])


def test_the_report_is_refused_with_the_nearest_name(service):
    service.write(FILE, "parts:\n  - figures: [activity.person]\n")
    ran = service.run("report", "funder")

    assert (ran.exit_code, ran.stdout) == (1, "")
    assert 'did you mean "activity.persons"?' in ran.stderr
