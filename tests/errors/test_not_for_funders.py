"""`not-for-funders`: a figure that tells of single persons, or of who is late, asked for a funder's report."""

import pytest

FILE = "templates/funder.yaml"


@pytest.mark.parametrize(
    "name", ["caseload.followed", "rhythm.person.all.late", "quality.persons", "outcomes.first_job"]
)
def test_it_is_told_at_its_place_and_nothing_is_made(service, name):
    service.write(FILE, f"parts:\n  - figures: [{name}]\n")
    checked = service.run("template", "check", "--json")
    made = service.run("report", "funder")

    assert [(f["file"], f["line"]) for f in checked.json["findings"]] == [(FILE, 2)]
    assert f"{FILE}:2:15: " in made.stderr
    assert f'"{name}" is for the team' in made.stderr
    assert (checked.exit_code, made.exit_code, made.stdout) == (1, 1, "")


@pytest.mark.parametrize("name", ["activity.persons", "outcomes.left", "progress.moved"])
def test_figures_of_reports_that_tell_of_nobody_are_for_funders(service, name):
    service.write(FILE, f"parts:\n  - figures: [{name}]\n")

    assert service.run("template", "check").exit_code == 0
    assert service.run("report", "funder").exit_code == 0
