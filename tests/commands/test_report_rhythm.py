"""``report rhythm`` as it is typed: figures without names, a list for the team."""

CASE = """\
stages: [{stage: pre-hire, on: 2026-01-05}]
contacts:
  - {on: 2026-01-10, how: phone, next: 2026-01-16}
  - {on: 2026-01-20, how: visit}
pace: [{every: 10d, from: 2026-01-20}]
"""


def test_the_figures_and_the_silences(service):
    service.person("aa", CASE)
    made = service.run("report", "rhythm", "--json").json

    row = made["person"]["frb-2002/pre-hire"]
    assert {name: cells["all"] for name, cells in row.items()} == {
        "intervals": 3,
        "kept": 1,
        "late": 1,
        "open": 1,
    }
    assert made["promise"]["person"]["late"]["all"] == 1
    assert made["lists"]["silences"] == [
        {
            "case": "people/aa",
            "name": "Person aa",
            "stage": "pre-hire",
            "last": "2026-01-20",
            "days": 48,
            "every": "10d",
            "pace": "own",
            "quiet": None,
            "pause": None,
        }
    ]


def test_on_the_screen_a_rhythm_is_said_in_words(service):
    service.person("aa", CASE)
    service.person("bb", "process: emploi-accompagne\nstages: [{stage: project, on: 2026-03-02}]\n")
    said = service.run("report", "rhythm").stdout

    assert "every 10 days  the person's own" in said
    assert "30 days" in said[said.index("Longest silences, for the team: 2") :]


def test_a_stage_says_of_which_model_it_is_where_the_report_tells_of_several(service):
    service.person("aa", CASE)
    assert "  Before hiring  " in service.run("report", "rhythm").stdout

    service.person("bb", "process: emploi-accompagne\nstages: [{stage: project, on: 2026-01-02}]\n")
    said = service.run("report", "rhythm").stdout
    assert "  Before hiring (Walloon pilots 2002)  " in said
    assert "  Work project (Supported employment charter)  " in said  # alone in its table


def test_what_is_published_has_no_list_and_no_name(service):
    service.person("aa", CASE)
    ran = service.run("report", "rhythm", "--publish")

    assert "Person aa" not in ran.stdout
    assert "Longest silences" not in ran.stdout
    assert service.run("report", "rhythm", "--publish", "--json").json.get("lists") is None


def test_each_format_is_made(service):
    service.person("aa", CASE)
    for fmt in ("table", "md", "html", "csv", "json"):
        ran = service.run("report", "rhythm", "--format", fmt)
        assert (ran.exit_code, ran.stderr) == (0, "")
