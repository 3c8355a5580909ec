"""All faults of all files in one run; hostile files do no harm."""

import random

import pytest

PERSON = "people/ab-k7q.yaml"
HEAD = b"id: ab-k7q\nname: Amina\ncoach: claire\n"


def _snapshot(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink()
    }


def test_every_fault_of_every_file_is_told_in_one_run(service):
    service.settings("format: 1\nlanguage: it\ncoaches: [{id: claire, name: C}]\n")
    service.person("ab-k7q", "born: soon\ngender: female\n")
    service.person("cd-m2p", "wishes: Bakery\ncontacts: [{how: visit}]\n")
    service.write("people/ef-x9y.yaml", "id: ef-x9y\nname: @E\n")
    service.employer("bakery", "size: big\nsecter: Food\n")

    assert sorted(service.findings()) == [
        ("employers/bakery.yaml", 4, 7, "bad-value"),
        ("employers/bakery.yaml", 5, 1, "unknown-key"),
        ("jobcoach.yaml", 2, 11, "bad-value"),
        ("people/ab-k7q.yaml", 4, 7, "bad-date"),
        ("people/ab-k7q.yaml", 5, 9, "bad-value"),
        ("people/cd-m2p.yaml", 4, 9, "wrong-type"),
        ("people/cd-m2p.yaml", 5, 12, "missing-key"),
        ("people/ef-x9y.yaml", 2, 7, "syntax"),
    ]


def test_errors_end_with_1(service):
    service.person("ab-k7q", "born: soon\n")

    assert service.run("check").exit_code == 1
    assert service.run("check", "--json").exit_code == 1


def test_warnings_alone_end_with_0(service):
    service.person("ab-k7q", "shoes: 42\n")

    assert service.run("check").exit_code == 0
    assert service.run("check", "--json").exit_code == 0


def test_nothing_to_tell_ends_with_0(service):
    service.person("ab-k7q")

    ran = service.run("check", "--json")

    assert (ran.exit_code, ran.json) == (0, {"version": 1, "findings": []})


def test_an_empty_repository_is_sound(service):
    assert service.findings() == []


def test_nothing_is_written(service):
    service.person("ab-k7q", "born: soon\n")
    service.write("people/cd-m2p.yaml", 'id: "cd\n')
    before = _snapshot(service.root)

    service.run("check")
    service.run("check", "--json")

    after = _snapshot(service.root)
    assert {path: data for path, data in after.items() if path in before} == before
    assert all(path.startswith(".git/") for path in after.keys() - before.keys())


def test_a_finding_has_these_keys_and_no_others(service, faults):
    service.person("ab-k7q", "born: soon\n")

    (finding,) = faults.all()

    assert sorted(finding) == ["code", "column", "file", "hint", "level", "line", "message"]


def test_findings_are_data_and_stand_on_standard_output(service):
    service.person("ab-k7q", "born: soon\nshoes: 42\n")

    ran = service.run("check")

    assert f"{PERSON}:4:7: error[bad-date]" in ran.stdout
    assert f"{PERSON}:5:1: warning[unknown-key]" in ran.stdout


def test_other_cases_stay_listed(service):
    service.write(PERSON, 'id: ab-k7q\nname: "Amina\n')
    service.person("cd-m2p", "contacts: [{on: 2026-03-01, how: visit, next: 2026-03-05}]\n")

    ran = service.run("followup", "due", "--json", "--all")

    assert [item["case"] for item in ran.json["items"]] == ["people/cd-m2p"]
    assert ran.json["unreadable"] == [PERSON]


HOSTILE = {
    "random bytes": random.Random(7).randbytes(4000),
    "random ascii": bytes(random.Random(8).choices(range(32, 127), k=4000)),
    "random yaml": bytes(random.Random(9).choices(b"[]{}:,-#&*!|>'\"%@` \n\tab1", k=4000)),
    "deep brackets": HEAD + b"x-a: " + b"[" * 100_000,
    "deep braces": HEAD + b"x-a: " + b"{a: " * 100_000,
    "deep dashes": HEAD + b"x-a:\n" + b"- " * 100_000,
    "deep question marks": b"? " * 100_000,
    "only brackets": b"[" * 100_000,
    "21 brackets and nothing before": b"[" * 21 + b"]" * 21,
    "only a closing brace": b"}",
    "a bad NUL": HEAD + b"place: Fle\x00urus\n",
    "NULs": b"\x00" * 5000,
    "a huge line": HEAD + b"born: " + b"x" * 3_000_000 + b"\n",
    "a huge number": HEAD
    + b"placements: [{firm: P, from: 2026-03-01, hours: "
    + b"9" * 6000
    + b"}]\n",
    "a huge key": b"k" * 2000 + b": 1\n" + HEAD,
    "a bell": HEAD + b"place: a\x07b\n",
    "a lone surrogate": HEAD + b"place: \xed\xa0\x80\n",
    "an escaped surrogate": HEAD + b'place: "\\ud800"\nborn: "\\ud800"\n',
    "a list for a key": HEAD + b"? [a, b]\n: c\n",
    "a mapping for a key": HEAD + b"{a: b}: c\n",
    "a merge key": HEAD + b"<<: {place: Fleurus, born: soon}\n",
    "a directive": b"%YAML 9.9\n---\n" + HEAD + b"born: soon\n",
    "an unknown directive": b"%FOO bar\n---\n" + HEAD + b"born: soon\n",
    "only a byte order mark": b"\xef\xbb\xbf",
    "markup": HEAD + b"gender: '[bold]x[/bold] [/] :phone:'\n",
    "escape codes": HEAD + b'gender: "\\e[31mred"\n',
    "years without end": HEAD + b"contacts: [{on: 9999-12-31, how: visit, next: 9999-12-31}]\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_without_a_traceback(service, name):
    service.write(PERSON, HOSTILE[name])
    service.person("cd-m2p", "born: soon\n")

    ran = service.run("check", "--json")

    assert ran.exit_code == 1
    found = ran.json["findings"]
    assert ("people/cd-m2p.yaml", 4, 7) in [(f["file"], f["line"], f["column"]) for f in found]
    hostile = [f for f in found if f["file"] == PERSON]
    assert hostile
    assert all(f["line"] >= 1 and f["column"] >= 1 and f["message"] and f["hint"] for f in hostile)


@pytest.mark.parametrize("name", HOSTILE)
def test_the_screen_bears_a_hostile_file_as_well(service, name):
    service.write(PERSON, HOSTILE[name])

    ran = service.run("check")

    assert PERSON in ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr
    assert "went wrong inside" not in ran.stderr
    assert "\x1b" not in ran.stdout
    assert max(len(line) for line in ran.stdout.splitlines()) < 2000


@pytest.mark.parametrize("name", HOSTILE)
def test_the_other_cases_bear_a_hostile_file(service, name):
    service.write(PERSON, HOSTILE[name])
    service.person("cd-m2p", "contacts: [{on: 2026-03-01, how: visit, next: 2026-03-05}]\n")

    ran = service.run("followup", "due", "--json", "--all")

    assert "people/cd-m2p" in [item["case"] for item in ran.json["items"]]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_settings_are_told_without_a_traceback(service, name):
    service.write("jobcoach.yaml", HOSTILE[name])

    ran = service.run("check", "--json")

    assert ran.exit_code in (0, 1)
    found = {f["file"] for f in ran.json["findings"]}
    assert found == {"jobcoach.yaml"} or name == "only a byte order mark"


def test_a_folder_named_like_a_case_is_no_traceback(service):
    (service.root / "people" / "ab-k7q.yaml").mkdir(parents=True)
    service.person("cd-m2p", "born: soon\n")

    assert ("people/cd-m2p.yaml", 4, 7, "bad-date") in service.findings()


def test_a_file_where_a_folder_belongs_is_no_traceback(service):
    service.write("employers", "oops\n")
    service.person("cd-m2p", "born: soon\n")

    assert ("people/cd-m2p.yaml", 4, 7, "bad-date") in service.findings()
