"""``report barriers`` as it is typed: readable by outsiders, nobody in it."""

import re

COACHED = "stages: [{stage: pre-hire, on: 2025-06-02}]\n"
BUS = "constraints: [{kind: mobility, what: Secret words, transport: public, confidential: true}]\n"


def test_the_report_counts_and_names_nobody(service):
    service.person("aa", COACHED + BUS + "name: Amina\n")
    service.employer(
        "bakery", "name: Lambert\njobs: [{id: driver, title: Driver, car_needed: true}]\n"
    )
    for form in ("table", "md", "html", "csv", "json"):
        said = service.run("report", "barriers", "--format", form).stdout
        assert not re.search("Amina|Lambert|Secret|Driver", said)

    made = service.run("report", "barriers", "--json").json
    assert made["concerned"]["transport"]["all"] == 1
    assert made["theme"]["transport"] == {"jobs": 1, "pairs": 1, "only": 1, "others": 0}
    assert made["pairs"]["all"] == 1
    assert made["lists"] == {}


def test_it_is_as_on_the_last_day_and_says_so(service):
    said = service.run("report", "barriers", "--until", "2026-02-28").stdout

    assert said.splitlines()[1] == "As on 28 February 2026"


def test_a_cross_table_says_what_each_of_its_columns_counts(service):
    service.person("aa", COACHED + BUS)
    service.employer("bakery", "jobs: [{id: driver, car_needed: true}]\n")
    said = service.run("report", "barriers").stdout
    places = re.findall(r"^  (\S.*)\n    Counted", said, re.M)

    assert {
        f"What stands between persons and open jobs – {column}"
        for column in (
            "Jobs out of reach for somebody",
            "Pairs",
            "Nothing else",
            "Something else too",
        )
    } < set(places)


def test_a_figure_is_explained_by_its_pairs(service):
    service.person("aa", COACHED + BUS)
    service.employer("bakery", "jobs: [{id: driver, car_needed: true}]\n")
    (pair,) = service.run("report", "barriers", "--explain", "theme.transport.only", "--json").json[
        "cases"
    ]

    assert (pair["case"], pair["ref"]) == ("people/aa", "employers/bakery/driver")


def test_a_file_that_hides_a_constraint_makes_the_report_incomplete(service):
    service.person("aa", COACHED + "constraints: [{kind: health, what: Back, loads: few}]\n")

    assert service.run("report", "barriers").exit_code == 4
