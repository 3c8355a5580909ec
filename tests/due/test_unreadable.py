"""A file with a fault is listed with what is legible, named, and hides nobody."""

import pytest

PLAN = "plan: {on: 2026-01-20, goals: [{goal: Work, steps: [{do: Call, by: 2026-03-01}]}]}\n"
FILE = "people/ab-k7q.yaml"

UNREADABLE = {
    "a list that never ends": "wishes: [Bakery\n",
    "a key that comes twice": "place: Fleurus\nplace: Charleroi\n",
    "an alias": "wishes: &w [Bakery]\nstrengths: *w\n",
    "a tag": "place: !secret Fleurus\n",
    "a merge conflict": "<<<<<<< HEAD\nplace: Fleurus\n=======\nplace: Charleroi\n>>>>>>> other\n",
    "a date that is none": "contacts: [{on: 2026-02-30, how: phone}]\n",
    "an unknown process": "process: nowhere\nstages: [{stage: pre-hire, on: 2026-01-12}]\n",
    "an unknown stage": "stages: [{stage: prehire, on: 2026-01-12}]\n",
    "a stage entry without its day": "stages: [{stage: pre-hire}]\n",
    "a stage entry without its stage": "stages: [{on: 2026-01-12}]\n",
}


def _due(service):
    return service.run("followup", "due", "--json", "--all", "--on", "2026-03-09")


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_file_with_a_fault_is_named_on_both_streams_and_the_status_says_so(service, text):
    service.person("ab-k7q", text)

    result = _due(service)

    assert result.exit_code == 4
    assert result.json["unreadable"] == [FILE]
    assert FILE in result.stderr.replace("\\", "/")


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_file_with_a_fault_hides_nobody_else(service, text):
    service.person("ab-k7q", text)
    service.person("cd-m2x", PLAN)

    items = _due(service).json["items"]

    assert ("people/cd-m2x", "step") in [(item["case"], item["kind"]) for item in items]


@pytest.mark.parametrize(
    "name",
    [
        "a date that is none",
        "an unknown process",
        "an unknown stage",
        "a stage entry without its day",
        "a stage entry without its stage",
    ],
)
def test_a_file_with_a_fault_is_listed_with_what_is_legible(service, name):
    service.person("ab-k7q", UNREADABLE[name] + PLAN)

    items = [item for item in _due(service).json["items"] if item["kind"] == "step"]

    assert [(item["case"], item["due"]) for item in items] == [("people/ab-k7q", "2026-03-01")]


def test_the_stage_of_a_legible_entry_goes_on_where_another_date_is_wrong(service):
    service.person(
        "ab-k7q",
        """
        stages: [{stage: pre-hire, on: 2026-01-12}]
        contacts: [{on: 2026-02-30, how: phone}]
        """,
    )

    items = _due(service).json["items"]

    assert ("contact", "2026-01-19") in [(item["kind"], item["due"]) for item in items]


@pytest.mark.parametrize(
    "text",
    [
        "hobby: Chess\n",  # unknown-key
        "stages: [{stage: hire, on: 2026-01-12}]\n",  # need-missing
        "stages: [{stage: reserve, on: 2026-01-12}, {stage: follow-up, on: 2026-01-13}]\n",
        "contacts: [{on: 2026-01-12, with: stranger, how: phone}]\n",  # unknown-party
    ],
    ids=["an unknown key", "a missing need", "a move not allowed", "an unknown party"],
)
def test_a_fault_that_leaves_the_list_whole_is_left_to_check(service, text):
    # reading: only the reader, dates, the process and stage entries are named by the format
    service.person("ab-k7q", text)

    result = _due(service)

    assert result.exit_code == 0
    assert result.json["unreadable"] == []


def test_an_employers_file_with_a_fault_is_named_too(service):
    service.employer("bakery", "contacts: [{on: 2026-02-30, how: phone}]")
    service.person("ab-k7q", PLAN)

    result = _due(service)

    assert result.exit_code == 4
    assert result.json["unreadable"] == ["employers/bakery.yaml"]
    assert [item["kind"] for item in result.json["items"]] == ["step"]


def test_the_screen_shows_what_it_can_and_ends_with_the_same_status(service):
    service.person("ab-k7q", UNREADABLE["a list that never ends"])
    service.person("cd-m2x", PLAN)

    result = service.run("followup", "due", "--all", "--on", "2026-03-09")

    assert result.exit_code == 4
    assert "cd-m2x" in result.stdout
    assert "ab-k7q" in result.stderr


def test_every_file_with_a_fault_is_named(service):
    service.person("cd-m2x", UNREADABLE["a key that comes twice"])
    service.person("ab-k7q", UNREADABLE["an unknown stage"])

    assert sorted(_due(service).json["unreadable"]) == [FILE, "people/cd-m2x.yaml"]
