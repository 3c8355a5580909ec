"""``report employer [ID]`` as it is typed: one employer found as everywhere, an internal sheet; or all."""

import pytest
from conftest import Service, run

from .test_completion import asked

WORKER = """\
stages: [{stage: follow-up, on: 2026-01-05}]
placements: [{employer: lambert, job: counter, contract: permanent, from: 2026-01-05, pay: at-scale}]
"""


@pytest.fixture
def firms(service):
    service.employer(
        "lambert",
        "name: Boulangerie Lambert\n"
        "contacts: [{on: 2026-02-02, how: visit}]\n"
        "jobs: [{id: counter, title: Au comptoir}]\n"
        "concerns: [Fears absences]\n",
    )
    service.employer("canal", "name: Atelier du Canal\n")
    return service


@pytest.mark.parametrize("wanted", ["lambert", "lamb", "boulangerie", "LAMBERT"])
def test_one_employer_is_found_by_id_its_beginning_or_part_of_the_name(firms, wanted):
    ran = firms.run("report", "employer", wanted)

    assert ran.exit_code == 0
    assert ran.stdout.splitlines()[2] == "Employer: Boulangerie Lambert"


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (["nobody"], 1, 'No employer is found for "nobody".'),
        (["l"], 1, "Boulangerie Lambert"),
        (["lambert", "--publish"], 2, "EMPLOYER and --publish do not go together."),
        (["lambert", "--since", "2026-03-10"], 1, "The period ends before it begins"),
        (["lambert", "--explain", "persons"], 2, "is not a figure of this report."),
    ],
)
def test_what_makes_no_sense_is_said(firms, args, code, said):
    firms.employer("lion", "name: Au Lion\n")
    ran = firms.run("report", "employer", *args)

    assert (ran.exit_code, ran.stdout) == (code, "")
    assert said in ran.stderr


def test_one_employer_stands_in_one_repository(firms, tmp_path):
    other = Service(tmp_path / "other")
    ran = run("-C", str(firms.root), "-C", str(other.root), "report", "employer", "lambert")

    assert ran.exit_code == 2


@pytest.mark.parametrize("publish", [(), ("--publish",)])
def test_all_employers_of_two_repositories_are_told_side_by_side(firms, tmp_path, publish):
    """Neither has an aid on file: a table without rows is none of which a sum could be wrong."""
    firms.person("aa", WORKER)
    other = Service(tmp_path / "other")
    ran = run(
        "-C", str(firms.root), "-C", str(other.root), "report", "employer", "--json", *publish
    )

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert len(ran.json["repositories"]) == 2


def test_the_sheet_about_one_says_that_it_is_internal_and_lists_what_comes_next(firms):
    firms.person("aa", WORKER)
    ran = firms.run("report", "employer", "lambert")

    assert "Internal sheet, for the team only" in ran.stdout
    assert "Open job" in ran.stdout
    assert "Fears absences" in ran.stdout
    assert "Person aa" in ran.stdout


def test_a_placement_the_firm_must_not_learn_of_is_marked(firms):
    firms.person("aa", WORKER + "employer_may_know: false\n")
    said = firms.run("report", "employer", "lambert").stdout

    assert (
        "the firm does not know that a coach exists"
        in said[said.index("Placements there, and how long they lasted: 1") :]
    )
    talk = said[said.index("What to talk about next") : said.index("Not to be mentioned there")]
    assert "Person aa" not in talk


def test_over_all_there_is_a_row_an_employer_by_name(firms):
    firms.person("aa", WORKER)
    made = firms.run("report", "employer", "--json").json

    assert made["firms"] == {"all": 2, "contacted": 1, "not_contacted": 1}
    assert made["contacts"]["visit"] == 1
    assert made["placement"]["permanent"]["running"]["all"] == 1
    assert [row["name"] for row in made["lists"]["employers"]] == [
        "Atelier du Canal",
        "Boulangerie Lambert",
    ]
    assert made["lists"]["employers"][1]["what"] == "employer-contact"


def test_over_all_it_can_be_published_without_names(firms):
    firms.person("aa", WORKER)
    ran = firms.run("report", "employer", "--publish")

    assert ran.exit_code == 0
    assert "Lambert" not in ran.stdout
    assert "Internal sheet" not in ran.stdout


def test_each_format_is_made(firms):
    firms.person("aa", WORKER)
    for args in (["lambert"], []):
        for fmt in ("table", "md", "html", "csv", "json"):
            ran = firms.run("report", "employer", *args, "--format", fmt)
            assert (ran.exit_code, ran.stderr) == (0, "")


def test_the_options_may_stand_before_the_employer_and_behind(firms):
    before = firms.run("report", "employer", "--since", "2026-01-01", "lambert")
    behind = firms.run("report", "employer", "lambert", "--since", "2026-01-01")

    assert before.stdout == behind.stdout
    assert "From 1 January 2026 to 9 March 2026" in before.stdout


def test_the_shell_offers_employers(firms, monkeypatch):
    monkeypatch.setenv("JOBCOACH_CASES", str(firms.root))

    assert asked(monkeypatch, "bash", "jobcoach report employer bou") == ["lambert"]
