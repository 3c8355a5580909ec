"""``report quality`` and ``quality begin`` as they are typed: the answers' file, its faults, the gaps first."""

import re
from pathlib import Path

import pytest
from conftest import Service, git, run

from jobcoach.domain.quality import INDICATORS, STANDARDS

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cases"
ANSWER = "answers: [{indicator: org-1.mission, answer: yes, on: 2026-03-01, by: claire}]\n"


def report(root, *args):
    return run("-C", str(root), "--lang", "en", "report", "quality", *args)


def headings(text):
    return re.findall(r"(?m)^## (.*)$", text)


def test_gaps_come_first_then_every_standard_with_its_files_then_the_self_check():
    said = headings(report(EXAMPLES, "--format", "md").stdout)

    assert said[0] == "Gaps"
    standards = [title.partition(":")[0] for title in said if re.match(r"[a-z]+-\d: ", title)]
    assert standards == [one.id for one in STANDARDS]
    for one in STANDARDS:
        title = next(n for n, text in enumerate(said) if text.startswith(f"{one.id}: "))
        assert said[title + 1] == f"{one.id} – what the files show"
    assert all(title.startswith("IPS self-check") for title in said[-7:-1])
    assert said[-1] == "What is counted"


@pytest.mark.parametrize("fmt", ["table", "md", "html", "csv", "json"])
def test_the_report_gives_no_score_and_names_no_case(fmt):
    ran = report(EXAMPLES, "--format", fmt)

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert "Amina" not in ran.stdout
    assert not re.search(r"(?i)\b(score|points?|grade|rank)\b", ran.stdout)


def test_every_figure_can_be_explained():
    csv = report(EXAMPLES, "--since", "2025-03-10", "--format", "csv").stdout
    names = re.findall(r"(?m)^2025-03-10,2026-03-09,[^,\"]*(?:\"[^\"]*\")?,([\w.-]+),", csv)
    assert len(names) > 100

    for name in ("profile-3.signed.not_signed", "org-4.absences", "ips.days", "ips.titles"):
        made = report(EXAMPLES, "--since", "2025-03-10", "--explain", name, "--json").json
        assert name in names
        assert made["count"] == len(made["cases"]) > 0


def test_what_is_published_has_neither_answers_nor_gaps_and_hides_small_counts(service):
    service.write("quality.yaml", ANSWER)
    service.person("aa", "stages: [{stage: pre-hire, on: 2025-01-06}]\n")
    ran = report(service.root, "--publish", "--format", "md")

    assert "claire" not in ran.stdout.casefold()
    assert "Gaps" not in headings(ran.stdout)
    data = report(service.root, "--publish", "--json").json
    assert data["org-4"]["now"]["coached"]["all"] is data["ips"]["active"]["coach"]["all"] is None


def test_the_mean_of_hidden_jobs_does_not_tell_how_many_they_are(service):
    contacts = ", ".join(f"{{on: 2025-02-{d:02}, how: phone}}" for d in range(10, 17))
    service.person(
        "aa",
        "stages: [{stage: pre-hire, on: 2025-01-06}]\n"
        "placements: [{firm: A firm, contract: permanent, from: 2025-02-10}]\n"
        f"contacts: [{contacts}]\n",
    )

    assert re.search(r"per job .*7 \(7 for 1\)\n", report(service.root).stdout)
    assert "to 1)" not in report(service.root, "--publish").stdout


# The file


def test_begin_writes_every_indicator_in_one_commit_and_nothing_is_at_fault(service):
    ran = service.run("quality", "begin")
    text = (service.root / "quality.yaml").read_text(encoding="utf-8")

    assert (ran.exit_code, ran.stdout) == (0, f"{service.root / 'quality.yaml'}\n")
    assert re.findall(r"(?m)^  - indicator: (.*)$", text) == list(INDICATORS)
    assert text.count("    by: claire\n") == text.count("    on: 2026-03-09\n") == len(INDICATORS)
    assert git(service.root, "show", "--name-only", "--format=%s", "HEAD").split() == [
        *("quality.yaml:", "begun", "quality.yaml"),
    ]
    assert service.findings() == []
    assert report(service.root, "--json").json["lists"]["org-1"][0]["answer"] == "unanswered"


def test_begin_leaves_a_file_that_is_there_alone(service):
    service.write("quality.yaml", ANSWER)
    ran = service.run("quality", "begin")

    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.startswith("quality.yaml is there already and is left as it is.")
    assert (service.root / "quality.yaml").read_text(encoding="utf-8") == ANSWER


def test_begin_speaks_the_services_language(service):
    service.settings("format: 1\nlanguage: fr\ncommit: off\n")
    ran = run("-C", str(service.root), "--lang", "en", "quality", "begin")

    assert ran.exit_code == 0


def test_answers_stand_beside_their_indicators_with_who_gave_them(service):
    service.write(
        "quality.yaml",
        "answers:\n"
        "  - {indicator: org-1.mission, answer: no, on: 2026-03-01, by: claire, next: Write it}\n"
        "  - {indicator: org-1.data, answer: yes, on: 2024-03-01, by: The team, evidence: Minutes}\n",
    )
    said = report(service.root).stdout

    assert re.search(r"nobody shut out\. +no +2026-03-01 +Claire Dubois +Write it\n", said)
    assert re.search(r"and use it\. +yes +2024-03-01 +The team +Minutes\n", said)
    assert re.search(r"org-1: We know where we are going, and the service is good +1 +5 +1\n", said)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("answers: [{indicator: org-1.misson}]\n", (1, 23, "bad-value")),
        ("answers:\n  - indicator: org-1.mission\n    answer: maybe\n", (3, 13, "bad-value")),
        ("answers: [{indicator: org-1.mission, answer: yes}]\n", (1, 11, "missing-key")),
        ("answers: [{answer: yes, on: 2026-03-01}]\n", (1, 11, "missing-key")),
        ("answers: [{indicator: org-1.mission, on: 1/3/2026}]\n", (1, 42, "bad-date")),
        ("full_time_coaches: two\n", (1, 20, "wrong-type")),
        ("full_time_coaches: -1\n", (1, 20, "bad-value")),
        ("answers: [\n", (1, 11, "syntax")),
        ("answers: *a\n", (1, 10, "alias")),
    ],
)
def test_a_fault_of_the_file_has_its_place_and_makes_the_report_incomplete(service, text, fault):
    service.write("quality.yaml", text)
    ran = report(service.root)

    assert ("quality.yaml", *fault) in service.findings()
    assert service.run("check").exit_code == 1
    assert ran.exit_code == 4
    assert "This report is incomplete" in ran.stdout
    assert ran.stderr.startswith("quality.yaml:")


def test_an_unknown_key_is_warned_of_and_hides_nothing(service):
    service.write("quality.yaml", "anwsers: []\nx-own: 1\n")

    assert service.findings() == [("quality.yaml", 1, 1, "unknown-key")]
    assert report(service.root).exit_code == 0


def test_the_nearest_indicator_is_named(service):
    service.write("quality.yaml", "answers: [{indicator: org-1.misson}]\n")

    assert 'did you mean "org-1.mission"?' in service.run("--lang", "en", "check").stdout


def test_no_case_rests_on_the_file(service):
    """A slip in it must not make the morning's list incomplete."""
    service.person("aa", "stages: [{stage: pre-hire, on: 2025-01-06}]\n")
    service.write("quality.yaml", "answers: [\n")

    assert service.run("followup", "due").exit_code == 0
    assert service.run("report", "activity").exit_code == 0


def test_a_link_out_of_the_repository_is_not_read(service, tmp_path):
    (tmp_path / "elsewhere.yaml").write_text(ANSWER, encoding="utf-8")
    (service.root / "quality.yaml").symlink_to(tmp_path / "elsewhere.yaml")

    assert service.findings() == [("quality.yaml", 1, 1, "outside-repository")]
    assert service.run("quality", "begin").exit_code == 1


def test_without_the_file_nothing_is_amiss(service):
    assert report(service.root).exit_code == 0


def test_two_services_answer_side_by_side(service, tmp_path):
    other = Service(tmp_path / "other")
    for one, name, posts in ((service, "North", 1), (other, "South", 2)):
        one.write("jobcoach.yaml", f"format: 1\nlanguage: en\norganisation: {{name: {name}}}\n")
        one.person("aa", "stages: [{stage: pre-hire, on: 2025-01-06}]\n")
        one.write("quality.yaml", f"full_time_coaches: {posts}\n{ANSWER}")
    made = run("-C", str(service.root), "-C", str(other.root), "report", "quality", "--json").json

    assert [row["repository"] for row in made["lists"]["org-2"][::4]] == ["North", "South"]
    assert made["ips"]["active"]["post"]["all"] == 2
    said = run("-C", str(service.root), "-C", str(other.root), "--lang", "en", "report", "quality")
    assert re.search(
        r"per full-time post .*0\.7 \(2 for 3\) +1 \(1 for 1\) +0\.5 \(1 for 2\)", said.stdout
    )
