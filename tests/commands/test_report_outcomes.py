"""``report outcomes`` as it is typed: what it says, draws, explains, publishes."""

import csv
import io
import itertools
import re
from pathlib import Path

import pytest
from conftest import run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cases"
COACHED = "stages: [{stage: pre-hire, on: 2025-01-06}]\n"
JOB = "placements: [{firm: A firm, contract: permanent, from: 2025-02-03%s}]\n"


def report(root, *args):
    return run("-C", str(root), "--lang", "en", "report", "outcomes", *args)


@pytest.mark.parametrize("fmt", ["table", "md", "html", "csv", "json"])
@pytest.mark.parametrize("more", [(), ("--publish",), ("--since", "2026-03-09")])
def test_the_report_is_made_in_every_format(fmt, more):
    made = report(EXAMPLES, "--format", fmt, *more)

    assert (made.exit_code, made.stderr) == (0, "")


def test_it_says_plainly_what_it_is_not_and_what_the_estimate_does():
    made = report(EXAMPLES).stdout

    assert "They give no insertion rate." in made
    assert "a job still running counts as lasting at least until the last day" in made
    assert "one person may have several" in made


def test_json_has_the_names_that_others_rely_on(service):
    service.person("aa", COACHED + JOB % ", ended: 2025-05-30, why: health")
    service.person("bb", COACHED + JOB % "")
    made = service.run("report", "outcomes", "--json").json

    assert made["entered"]["all"] == 2
    assert made["left"]["all"] == made["left_why"]["in_job"]["all"] == 0
    assert made["jobs"]["ordinary"] == {"all": 2, "running": 1, "ended": 1}
    assert made["retention"]["ordinary"]["m6"] == {
        "could": 2,
        "same": 1,
        "any": 1,
        "another": 0,
        "none": 1,
        "too_early": 0,
    }
    assert made["ends"]["health"] == {"ordinary": 1, "other": 0, "already": 0}
    assert made["flow"] == {"start": {"pre-hire": 2}}
    assert made["lasting"]["ordinary"] == {
        "counted": 2,
        "median_days": 117,
        "steps": [{"days": 117, "at_risk": 2, "ended": 1, "share": 0.5}],
    }
    assert [path["case"] for path in made["paths"]] == ["people/aa", "people/bb"]
    assert made["first_job"]["median_days"] == 28


def test_the_median_is_said_only_where_it_is_reached(service):
    service.person("aa", COACHED + JOB % "")
    running = service.run("report", "outcomes").stdout
    service.person("aa", COACHED + JOB % ", ended: 2025-05-30")
    ended = service.run("report", "outcomes").stdout

    assert "Median: not reached" in running.partition("Milestones")[0]
    assert "Median: 117 days; still followed then: 1." in ended.partition("Milestones")[0]


def test_a_group_without_any_says_so(service):
    service.person("aa", COACHED)
    made = service.run("report", "outcomes").stdout

    assert re.search(r"How long jobs last: ordinary market\n +Nothing to count here\.\n", made)
    assert re.search(r"Why jobs ended in the period\n +Nothing to count here\.\n", made)


def test_nobody_on_file_is_no_failure(service):
    for fmt in ("table", "html", "csv"):
        assert service.run("report", "outcomes", "--format", fmt).exit_code == 0


def test_paths_are_told_by_the_cases_id_in_words_and_never_by_name(service):
    service.person("aa", "name: Amina\n" + COACHED + JOB % "")
    for fmt in ("table", "html", "md", "csv"):
        made = service.run("report", "outcomes", "--format", fmt).stdout
        assert "aa" in made
        assert "2025-01-06 Before hiring" in re.sub("</?span[^>]*>", "", made)
        assert "since 2025-02-03" in made
        assert "Amina" not in made


def test_an_explanation_lists_the_jobs_behind_a_milestone(service):
    service.person("aa", COACHED + JOB % "")
    made = service.run("report", "outcomes", "--explain", "retention.ordinary.m6.same", "--json")

    assert [(c["case"], c["ref"], c["on"]) for c in made.json["cases"]] == [
        ("people/aa", "placements[0]", "2025-08-03")
    ]
    assert made.json["label"] == "6 months – In the same job"


def test_a_column_that_a_curve_does_not_have_is_not_what_was_meant(service):
    refused = service.run("report", "outcomes", "--explain", "lasting.ordinary.women")

    assert refused.exit_code == 2
    assert '"lasting.ordinary.women" is not a figure' in refused.stderr
    assert 'did you mean "lasting.ordinary.women"' not in refused.stderr


def test_an_explanation_of_a_curve_says_how_long_each_lasted(service):
    service.person("aa", COACHED + JOB % "")
    made = service.run("report", "outcomes", "--explain", "lasting.ordinary").stdout

    assert "400 days, still running" in made


# Published


def test_what_is_published_has_no_curve_path_or_small_count(service):
    for number in range(3):
        service.person(f"a{number}", COACHED + JOB % "")
    for number in range(9):
        service.person(f"b{number}", COACHED + JOB % ", ended: 2025-05-30, why: health")
    data = service.run("report", "outcomes", "--publish", "--json").json
    page = service.run("report", "outcomes", "--publish", "--format", "html").stdout
    sheet = service.run("report", "outcomes", "--publish", "--format", "csv").stdout

    assert not {"lasting", "first_job", "first_contact", "paths", "lists"} & set(data)
    assert data["jobs"]["ordinary"]["running"] is None
    months = data["retention"]["ordinary"]["m6"]
    assert months["same"] is None
    assert None in (months["none"], months["could"])
    assert "What tells of single persons is left out." in page
    for text in (page, sheet):
        assert not re.search(r"\bMedian\b|Followed so long|How long jobs last|\bb0\b", text)
    assert data["flow"]["start"]["pre-hire"] == 12
    assert page.count('class="chart flow"') == 1


# Several repositories


def test_several_repositories_give_one_report(service, tmp_path):
    from conftest import Service

    other = Service(tmp_path / "other")
    for root, name in ((service, "North"), (other, "South")):
        root.write("jobcoach.yaml", f"format: 1\nlanguage: en\norganisation: {{name: {name}}}\n")
        root.person("aa", COACHED + JOB % "")
    two = ("-C", str(service.root), "-C", str(other.root), "--lang", "en", "report", "outcomes")
    made = run(*two)

    assert re.search(r"First entry → Before hiring +2 +1 +1\n", made.stdout)
    assert re.search(
        r"Paths of the persons coached, for the team: 2\n +Case .*Repository\n", made.stdout
    )
    assert "aa · South" in run(*two, "--format", "html").stdout


# The page


def test_no_line_ends_within_a_date(service):
    service.person("aa", COACHED + JOB % ", ended: 2025-05-30, why: health")
    page = service.run("report", "outcomes", "--format", "html").stdout
    row = page[page.index('<th scope="row">aa</th>') :].partition("</tr>")[0]

    assert row.count('<span class="date">') == len(re.findall(r"\d{4}-\d\d-\d\d", row)) == 3
    assert re.sub("<[^>]+>", "", row).count("  ") == 0


def test_each_picture_has_a_name_and_a_sentence_and_a_table_beside_it():
    page = report(EXAMPLES, "--format", "html").stdout

    assert not re.search(r"https?://|\bsrc\s*=|\bhref\s*=|url\(|@import|<script", page)
    pictures = re.findall(r'<div class="chart (\w+)" role="img" aria-label="[^"]+">', page)
    assert pictures == ["bars", "steps", "steps", "steps", "flow", "paths"]  # curves of 5 or more
    assert page.count('class="chart') == len(pictures)
    for section in re.findall(r"<section>.*?</section>", page, re.DOTALL):
        if 'class="chart' in section:
            before, _, after = section.partition("<table")
            assert re.search(r"</div>\s*<p>[^<]{20,}</p>", before)
            assert after
    assert len(re.findall(r"<svg(?![^>]*(?:aria-hidden|preserveAspectRatio))", page)) == 0


def test_markdown_does_not_tell_of_lines_and_ribbons_that_it_has_not():
    made = report(EXAMPLES, "--format", "md").stdout

    assert "The chart shows how many persons left" in made
    assert "upright stroke" not in made
    assert "ribbon" not in made


def test_a_text_from_the_files_is_plain_text_in_a_picture(service):
    service.process(
        "own",
        "id: own\nstages:\n  - {id: work, name: {en: 'A <b>&amp; \"x\"'}, next: [done]}\n  - {id: done, final: true}\n",
    )
    service.person("aa", "process: own\nstages: [{stage: work, on: 2025-01-06}]\n")
    page = service.run("report", "outcomes", "--format", "html").stdout

    assert "<b>" not in page
    assert "A &lt;b&gt;" in page


def test_a_spreadsheet_has_the_curves_and_the_paths_below_the_figures():
    made = list(csv.reader(io.StringIO(report(EXAMPLES, "--format", "csv").stdout)))
    titles = [row[0] for before, row in itertools.pairwise(made) if not any(before)]

    assert len(made[0]) == len(made[-1])
    assert [title for title in titles if title.startswith(("How long", "From", "Paths"))] == [
        "How long jobs last: ordinary market",
        "How long jobs last: bridge to work, or sheltered",
        "How long jobs are kept that were there before coaching",
        "From entry to the first contact with an employer in the person's file",
        "From entry to the first paid job",
        "Paths of the persons coached, for the team: 14",
    ]


def test_a_file_that_cannot_be_read_makes_it_incomplete(service):
    service.person("aa", COACHED + "reviews: [{kind: closing, on: soon}]\n")
    made = service.run("report", "outcomes")

    assert made.exit_code == 4
    assert "This report is incomplete" in made.stdout
