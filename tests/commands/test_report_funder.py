"""``report funder``: figures chosen in ``templates/funder.yaml``, a letter in ``templates/funder.j2``."""

import re
from pathlib import Path

import pytest
from conftest import Service, run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cases"
COACHED = "stages: [{stage: pre-hire, on: 2025-01-06}]\n"
ADVICE = "Counts below 5 may point at a person. --publish hides them.\n"
ONE = "parts:\n  - figures: [activity.persons]\n"


def report(root, *args):
    return run("-C", str(root), "--lang", "en", "report", "funder", *args)


@pytest.fixture
def chosen(service):
    """Write the service's own choice and make the report."""

    def make(text, *args):
        service.write("templates/funder.yaml", text)
        return report(service.root, *args)

    return make


def headings(text):
    return re.findall(r"(?m)^## (.*)$", text)


def test_the_shipped_one_tells_who_came_and_left_which_jobs_and_how_long():
    ran = report(EXAMPLES, "--format", "md")

    assert (ran.exit_code, ran.stderr) == (0, ADVICE)
    assert headings(ran.stdout) == [
        *("Persons coached", "Age on the last day", "Studies"),
        *("A paid job on the last day", "Persons who left"),
        *("Contracts signed", "Jobs that were there already", "New jobs by market"),
        "Milestones: ordinary market",
        "Milestones: bridge to work, or sheltered",
        *("What these figures do not say", "What is counted"),
    ]
    assert "They give no insertion rate" in ran.stdout.partition("do not say")[2]
    assert "Kaplan" not in ran.stdout  # no curve is shown


@pytest.mark.parametrize("fmt", ["table", "md", "html", "csv", "json"])
def test_it_names_nobody_in_any_format(fmt):
    made = report(EXAMPLES, "--format", fmt)

    assert made.exit_code == 0
    assert "Amina" not in made.stdout
    assert "people/" not in made.stdout


def test_it_counts_what_the_reports_count_that_it_takes_from():
    made = report(EXAMPLES, "--since", "2025-03-10", "--json").json
    for name in ("activity", "outcomes"):
        whole = run("-C", str(EXAMPLES), "report", name, "--since", "2025-03-10", "--json").json
        shown = made[name]
        assert shown
        for figure, value in shown.items():
            assert _within(value, whole[figure]), figure


def _within(part, whole):
    if isinstance(part, dict) and isinstance(whole, dict):
        both = part.keys() & whole.keys()  # activity's own form leaves some totals out
        return bool(both) and all(_within(part[key], whole[key]) for key in both)
    return part == whole or (isinstance(whole, dict) and part == whole.get("all"))


def test_json_has_the_chosen_figures_and_no_others(chosen):
    made = chosen("parts: [{figures: [activity.age.*]}]\n", "--json").json

    assert set(made) == {"version", "since", "until", "activity", "unreadable"}
    assert set(made["activity"]) == {"age"}


def test_headings_labels_title_and_notes_are_the_services_in_the_readers_language(chosen):
    ran = chosen(
        "title: {fr: À la Région, en: To the region}\n"
        'notes: [{en: "Closed in July."}]\n'
        "labels: {activity.persons: {fr: Personnes suivies}}\n"
        "parts:\n"
        "  - heading: {en: Origin}\n"  # as it stands, though the code has such a word
        "    figures: [activity.persons]\n"
        "  - {heading: {nl: Hoe lang}, table: outcomes.retention.ordinary}\n",
        *("--format", "md"),
    )

    assert ran.stdout.startswith("# To the region\n")
    assert headings(ran.stdout)[:2] == ["Origin", "Hoe lang"]
    assert "| Personnes suivies |" in ran.stdout
    assert "- Closed in July." in ran.stdout


def test_a_service_s_own_word_is_never_translated(chosen, service):
    text = "parts: [{heading: {fr: Origin}, figures: [activity.persons]}]\n"
    service.write("templates/funder.yaml", text)
    ran = run("-C", str(service.root), "--lang", "fr", "report", "funder", "--format", "md")

    assert headings(ran.stdout)[0] == "Origin"


def test_a_chart_stands_beside_a_part_that_asks_for_one(chosen, service):
    service.person("aa", COACHED)
    with_chart = chosen(ONE + "    chart: true\n", "--format", "html").stdout

    assert "<svg" in with_chart
    assert "all of them together. Persons coached: 1." in with_chart
    assert "<svg" not in chosen(ONE, "--format", "html").stdout


def test_a_row_of_a_table_with_columns_can_stand_by_itself(chosen):
    ran = chosen("parts: [{figures: [outcomes.retention.ordinary.m6.any]}]\n")

    assert "6 months – In any paid job" in ran.stdout


def test_any_figure_of_its_reports_can_be_explained(chosen, service):
    service.person("aa", COACHED)
    made = chosen(ONE, "--explain", "activity.age.unknown", "--json")

    assert made.json["count"] == 1
    assert made.stderr == ""  # it is for the team anyway
    assert report(EXAMPLES, "--explain", "outcomes.retention.ordinary.m6.could").exit_code == 0


# Published


def test_publish_hides_small_counts_and_says_nothing_more(service):
    for number in range(4):
        service.person(f"m{number}", COACHED + "gender: man\n")
    for number in range(9):
        service.person(f"w{number}", COACHED + "gender: woman\n")
    ran = report(service.root, "--publish")

    assert ran.stderr == ""
    assert re.search(r"Persons coached +hidden", ran.stdout)
    assert not re.search(r"\b4\b", ran.stdout.partition("Persons coached")[2].partition("\n")[0])


def test_what_is_hidden_in_one_report_does_not_stand_in_the_other(chosen, service):
    """Persons coached are the same in both; so are new jobs and those whose milestones are told."""
    for number in range(4):
        service.person(f"m{number}", COACHED + "gender: man\n")
    for number in range(9):
        job = "placements: [{firm: A firm, contract: permanent, from: 2025-02-03}]\n"
        service.person(f"w{number}", COACHED + "gender: woman\n" + (job if number < 3 else ""))
    data = chosen(
        "parts: [{figures: [activity.persons, outcomes.persons, activity.market.*,"
        " outcomes.jobs.ordinary]}]\n",
        *("--publish", "--json"),
    ).json

    both = (data["activity"]["persons"], data["outcomes"]["persons"])
    for column in both[0]:
        assert (both[0][column] is None) == (both[1][column] is None), column
    assert data["activity"]["market"]["ordinary"]["all"] is None
    assert data["outcomes"]["jobs"]["ordinary"] is None


# Faults of the choice


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("parts: [{figures: [activity.person]}]\n", '1:20: "activity.person" is not a figure'),
        ("parts: [{figures: [persons]}]\n", '1:20: "persons" is not a figure'),
        ("parts: [{figures: [activity.ages.*]}]\n", '1:20: "activity.ages.*" is not a figure'),
        ("parts: [{figures: [activity.persons.men]}]\n", "1:20: "),
        ("parts: [{table: outcomes.retention}]\n", '1:17: "outcomes.retention" is not a figure'),
        ("parts: [{figures: [outcomes.lasting.ordinary]}]\n", "is for the team"),
        ("parts: [{figures: [outcomes.lasting.*]}]\n", "is for the team"),
        ("parts: [{figures: [outcomes.*]}]\n", "is for the team"),
        ("parts: [{figures: [rhythm.kept]}]\n", "is for the team"),
        ("parts: [{figures: [quality.persons]}]\n", "is for the team"),
        ("parts: [{heading: {en: Who}}]\n", '1:9: "figures / table" is missing'),
        ("parts:\n", '1:1: "parts" is missing'),
        ("", '1:1: "parts" is missing'),
        ("parts: [{figures: [activity.persons], chart: yes}]\n", '1:46: "yes": true or false'),
        ("parts: [{figures: activity.persons}]\n", "1:19: a list belongs here"),
        ("titel: {en: X}\n" + ONE, '1:1: "titel" is not a key that is read here'),
        ("title: {es: X}\n" + ONE, '1:9: "es" is not a key that is read here'),
        ("labels: {activity.person: {en: X}}\n" + ONE, "1:10: "),
        ("parts: [\n", "1:9: "),
    ],
)
def test_a_fault_of_the_choice_is_told_with_its_place_and_nothing_is_made(chosen, text, said):
    ran = chosen(text)

    assert (ran.exit_code, ran.stdout) == (1, "")
    lines = ran.stderr.splitlines()
    assert lines[0] == "templates/funder.yaml is not sound, so nothing was made:"
    assert said in lines[1]
    assert lines[1].startswith("    templates/funder.yaml:")


def test_all_faults_are_told_at_once_in_their_order(chosen):
    ran = chosen(
        "parts:\n"
        "  - {figures: [activity.person, rhythm.kept], chart: maybe}\n"
        "  - {table: outcomes.retension.other}\n"
    )

    places = re.findall(r"templates/funder\.yaml:(\d+:\d+):", ran.stderr)
    assert places == ["2:16", "2:33", "2:54", "3:13"]
    assert 'did you mean "activity.persons"?' in ran.stderr
    assert 'did you mean "outcomes.retention.other"?' in ran.stderr


def test_a_key_of_the_services_own_is_left_alone(chosen):
    assert chosen("x-note: for 2027\n" + ONE).exit_code == 0


def test_a_choice_that_leads_out_of_the_repository_is_not_read(service, tmp_path):
    (tmp_path / "funder.yaml").write_text(ONE, encoding="utf-8")
    service.write("templates/keep.j2", "")
    (service.root / "templates" / "funder.yaml").symlink_to(tmp_path / "funder.yaml")

    assert report(service.root).exit_code == 1


# The letter


def test_the_letter_is_the_services_own_block_by_block(chosen, service):
    service.person("aa", COACHED)
    service.write(
        "templates/funder.j2",
        '{% extends "shipped/funder.j2" %}{% import pieces as m %}'
        '{% block opening %}{{ m.p("Dear all, " ~ view.figures["activity.persons"] ~ " came.") }}{% endblock %}',
    )
    ran = chosen(ONE, "--format", "md")

    assert "Dear all, 1 came." in ran.stdout
    assert "reports on its work" not in ran.stdout
    assert headings(ran.stdout)[0] == "Persons coached"


def test_a_hidden_count_is_hidden_in_a_sentence_too(chosen, service):
    service.person("aa", COACHED)
    service.write(
        "templates/funder.j2",
        '{% extends "shipped/funder.j2" %}{% block opening %}{{ view.figures["activity.persons"] }}{% endblock %}',
    )

    assert "\nhidden\n" in chosen(ONE, "--format", "md", "--publish").stdout


# Beginning one's own, and trying it


def test_copy_begins_a_choice_and_a_letter_that_are_sound(service):
    for name in ("funder.yaml", "funder", "report"):
        ran = service.run("template", "copy", name)
        assert ran.exit_code == 0, ran.stderr
    before = report(EXAMPLES, "--format", "md").stdout
    ran = service.run("--lang", "en", "template", "check")

    assert (ran.exit_code, ran.stdout) == (0, "3 templates looked over: 0 errors, 0 warnings\n")
    assert headings(report(service.root, "--format", "md").stdout) == headings(before)
    assert service.run("template", "copy", "funder.yaml").exit_code == 1  # it is there already


def test_check_tells_what_is_wrong_with_the_choice_and_with_the_letter(service):
    service.write("templates/funder.yaml", "parts:\n  - figures: [activity.person]\n")
    ran = service.run("--lang", "en", "template", "check")

    assert ran.exit_code == 1
    assert ran.stdout.splitlines()[:2] == [
        'templates/funder.yaml:2: "activity.person" is not a figure that a report has',
        '    did you mean "activity.persons"?',
    ]
    service.write("templates/funder.yaml", ONE)
    wrong = '{% extends "shipped/funder.j2" %}\n{% block opening %}{{ view.figures["left"] }}{% endblock %}'
    service.write("templates/funder.j2", wrong)
    assert service.run("template", "check").stdout.startswith("templates/funder.j2:2: ")


def test_the_services_own_report_template_is_used_and_tried(service):
    service.write(
        "templates/report.j2", '{% extends "shipped/report.j2" %}{% block foot %}Ours{% endblock %}'
    )
    assert service.run("template", "check").exit_code == 0
    assert "Ours" in service.run("report", "activity", "--format", "md").stdout
    assert "Ours" in report(service.root, "--format", "md").stdout

    service.write("templates/report.j2", '{% extends "shipped/report.j2" %}\n{{ view.nothing }}')
    service.write("templates/other.j2", "{{ view.nothing }}")
    listed = service.run("template", "list").stdout
    assert re.search(r"(?m)^report .*templates/report\.j2$", listed)


def test_a_template_that_nothing_uses_is_still_said_to_be_unused(service):
    service.write("templates/reports.j2", "x")

    assert "templates/reports.j2:1: " in service.run("template", "check").stdout


# Several services


def test_the_first_service_chooses_for_all(service, tmp_path):
    other = Service(tmp_path / "other")
    for one, name in ((service, "North"), (other, "South")):
        one.write("jobcoach.yaml", f"format: 1\nlanguage: en\norganisation: {{name: {name}}}\n")
        one.person("aa", COACHED)
    service.write("templates/funder.yaml", ONE)
    other.write("templates/funder.yaml", "parts: [\n")
    ran = run("-C", str(service.root), "-C", str(other.root), "--lang", "en", "report", "funder")

    assert ran.exit_code == 0
    assert re.search(r"Persons coached +0 +0 +0 +2 +2 +1 +1\n", ran.stdout)
