"""`history`: what happened in a case, told from git, also what was changed by hand."""

from textwrap import dedent

import pytest
from conftest import Service, git, run

from .reading import one_message


class Story:
    """A case repository whose changes are committed on given days."""

    def __init__(self, service, monkeypatch):
        self.service = service
        self.monkeypatch = monkeypatch

    def commit(self, day, message="By hand", *, by="Claire Dubois"):
        for role in ("AUTHOR", "COMMITTER"):
            self.monkeypatch.setenv(f"GIT_{role}_DATE", f"{day}T10:00:00+01:00")
            self.monkeypatch.setenv(f"GIT_{role}_NAME", by)
        git(self.service.root, "add", "-A")
        git(self.service.root, "commit", "-q", "--allow-empty", "-m", message)

    def told(self, *args):
        ran = self.service.run("history", "--lang", "en", *args)
        assert (ran.exit_code, ran.stderr) == (0, "")
        return ran.stdout


@pytest.fixture
def story(service, monkeypatch):
    return Story(service, monkeypatch)


FIRST = """
name: Amina Benali
stages: [{stage: reserve, on: 2026-01-05}]
contacts: [{on: 2026-01-05, how: meeting, by: claire, note: A secret note}]
"""
SECOND = """
name: Amina Benali
wishes: [Bakery]
stages:
  - {stage: reserve, on: 2026-01-05}
  - {stage: pre-hire, on: 2026-01-12, why: Everything is in place}
agreements: [{kind: participation, with: person, on: 2026-01-12}]
contacts:
  - {on: 2026-01-05, how: meeting, by: claire, note: A secret note}
  - {on: 2026-01-12, with: bakery, how: phone, by: claire, next: 2026-01-20}
  - {on: 2026-01-13, how: visit, by: claire, held: false}
"""
THIRD = """
name: Amina Benali
place: Fleurus
wishes: [Bakery]
stages:
  - {stage: reserve, on: 2026-01-05}
  - {stage: pre-hire, on: 2026-01-12, why: Everything is in place}
agreements: [{kind: participation, with: person, on: 2026-01-12}]
contacts:
  - {on: 2026-01-05, how: meeting, by: claire, note: A secret note}
  - {on: 2026-01-12, with: bakery, how: phone, by: claire, next: 2026-01-20}
  - {on: 2026-01-13, how: visit, by: claire, held: false}
applications:
  - {employer: bakery, job: counter, proposed: 2026-02-02, decision: accepted, presented: 2026-02-05}
plan:
  goals: [{goal: Work in a shop, steps: [{do: Rewrite the CV, done: 2026-02-03}]}]
"""


@pytest.fixture
def amina(story):
    """Three versions of Amina's file, the last one by Karim."""
    story.service.employer(
        "bakery", "name: Boulangerie Lambert\njobs: [{id: counter, title: Counter}]\n"
    )
    story.service.person("ab-k7q", FIRST)
    story.commit("2026-01-05", "New case repository")
    story.service.person("ab-k7q", SECOND)
    story.commit("2026-01-13")
    story.service.person("ab-k7q", THIRD)
    story.commit("2026-02-05", by="Karim Haddad")
    return story


def test_a_case_is_told_the_latest_day_first_in_the_trades_words(amina):
    assert amina.told("amina") == dedent(
        """\
        Amina Benali (ab-k7q)

        Thursday 5 February 2026
          - job proposed: Boulangerie Lambert, Counter (Karim Haddad)
          - Boulangerie Lambert, Counter: accepted by the person (Karim Haddad)
          - presented to Boulangerie Lambert, Counter on Thursday 5 February 2026 (Karim Haddad)
          - goal: Work in a shop (Karim Haddad)
          - step done: Rewrite the CV (Karim Haddad)
          - changed: place: Fleurus (Karim Haddad)

        Tuesday 13 January 2026
          - moved from Candidate pool to Before hiring: Everything is in place (Claire Dubois)
          - phone call with Boulangerie Lambert, next on Tuesday 20 January 2026 (Claire Dubois)
          - visit, did not take place (Claire Dubois)
          - agreement to take part (Claire Dubois)
          - changed: wishes: Bakery (Claire Dubois)

        Monday 5 January 2026
          - case opened (Claire Dubois)
          - begins in Candidate pool (Claire Dubois)
          - meeting: A secret note (Claire Dubois)
        """
    )


def test_everyones_story_names_the_case_on_each_line(amina):
    text = amina.told()

    assert text.startswith("Thursday 5 February 2026\n  - Amina Benali (ab-k7q): job proposed: ")
    assert "  - Boulangerie Lambert (bakery): case opened (Claire Dubois)\n" in text
    assert "  - Boulangerie Lambert (bakery): job opened: Counter (Claire Dubois)\n" in text


def test_an_employer_has_a_story_too(amina):
    assert amina.told("lambert") == dedent(
        """\
        Boulangerie Lambert (bakery)

        Monday 5 January 2026
          - case opened (Claire Dubois)
          - job opened: Counter (Claire Dubois)
        """
    )


def test_the_story_speaks_french(amina):
    ran = amina.service.run("history", "amina", "--lang", "fr")

    assert "jeudi 5 février 2026" in ran.stdout
    assert "Réserve" in ran.stdout
    for word in ("moved", "meeting", "opened", "changed", "step"):
        assert word not in ran.stdout


def test_the_note_of_a_contact_is_told_with_it(amina):
    assert "  - meeting: A secret note (Claire Dubois)\n" in amina.told("amina")


def test_the_story_as_json(amina):
    told = amina.service.run("history", "ab-k7q", "--json", "--lang", "en").json

    assert list(told) == ["version", "case", "entries"]
    assert (told["version"], told["case"]) == (1, "people/ab-k7q")
    assert [entry["on"] for entry in told["entries"]] == ["2026-02-05", "2026-01-13", "2026-01-05"]
    first = told["entries"][0]
    assert list(first) == ["on", "at", "by", "commit", "case", "changes"]
    assert first["by"] == "Karim Haddad"
    assert first["case"] == "people/ab-k7q"
    assert first["at"] == "2026-02-05T10:00:00+01:00"
    assert git(amina.service.root, "rev-parse", "HEAD").startswith(first["commit"])
    assert first["changes"][0] == {
        "kind": "proposed",
        "text": "job proposed: Boulangerie Lambert, Counter",
    }


def test_only_so_many_commits_are_told_as_asked_for(amina):
    days = [
        e["on"] for e in amina.service.run("history", "amina", "-n", "2", "--json").json["entries"]
    ]

    assert days == ["2026-02-05", "2026-01-13"]
    assert amina.service.run("history", "amina", "-n", "0").exit_code == 2


def test_a_change_of_comments_only_is_no_news(amina):
    file = amina.service.root / "people" / "ab-k7q.yaml"
    file.write_text("# A comment\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    amina.commit("2026-02-10")

    assert "10 February" not in amina.told("amina")


def test_what_is_not_committed_yet_is_not_told(amina):
    amina.service.person("ab-k7q", THIRD + "strengths: [Punctual]\n")

    assert "strengths" not in amina.told("amina")


def test_a_deleted_case_is_told_without_its_name(amina):
    (amina.service.root / "people" / "ab-k7q.yaml").unlink()
    amina.commit("2026-02-10")

    text = amina.told()

    assert text.startswith("Tuesday 10 February 2026\n  - ab-k7q: case deleted (Claire Dubois)\n")
    assert "Benali" not in text


def test_a_version_that_cannot_be_read_stops_nothing(amina):
    amina.service.person("ab-k7q", THIRD + "strengths: [Punctual\n")
    amina.commit("2026-02-10")
    amina.service.person("ab-k7q", THIRD + "strengths: [Punctual]\n")
    amina.commit("2026-02-11")

    text = amina.told("amina")

    assert "changed: strengths" in text
    assert "case opened" in text


def test_a_version_that_cannot_be_read_does_not_let_old_things_happen_again(amina):
    amina.service.person("ab-k7q", THIRD + "strengths: [Punctual\n")
    amina.commit("2026-02-10")
    amina.service.person("ab-k7q", THIRD + "strengths: [Punctual]\n")
    amina.commit("2026-02-11")

    text = amina.told("amina")

    assert text.count("moved from Candidate pool to Before hiring") == 1
    assert text.count("case opened") == 1
    assert "case deleted" not in text


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"- a list\n", b"name: [\n"])
def test_odd_content_in_the_past_is_no_obstacle(amina, content):
    amina.service.write("people/zz-9ab.yaml", content)
    amina.commit("2026-02-10")
    amina.service.person("zz-9ab", "name: Zoe\nwishes: [Sea]\n")
    amina.commit("2026-02-11")

    assert "Zoe" in amina.told("zz-9ab")
    assert amina.told()


def test_a_merge_is_told_as_well_as_its_branches(amina):
    root = amina.service.root
    git(root, "checkout", "-q", "-b", "side", "HEAD~1")
    amina.service.person("cd-m2x", "name: Bruno\n")
    amina.commit("2026-02-06")
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "--no-edit", "side")

    assert amina.told("cd-m2x").count("case opened") == 1
    assert amina.told("amina").count("job proposed") == 1


def test_a_file_renamed_is_told_under_its_new_name(amina):
    amina.service.person("ab-2zz", THIRD)
    (amina.service.root / "people" / "ab-k7q.yaml").unlink()
    amina.commit("2026-02-10")

    assert "Amina Benali (ab-2zz)" in amina.told("ab-2zz")


def test_a_folder_without_any_commit_has_no_history(service):
    service.person("ab-k7q", "name: Amina")

    ran = service.run("history", "--lang", "en")

    assert ran.exit_code == 3
    assert "has no git history yet." in one_message(ran)


def test_a_folder_that_git_does_not_know_has_no_history(tmp_path):
    plain = Service(tmp_path / "plain")
    plain.person("ab-k7q", "name: Amina")

    ran = plain.run("history", "ab-k7q", "--lang", "en")

    assert ran.exit_code == 3
    assert "has no git history yet." in one_message(ran)


def test_a_case_that_was_never_committed_has_nothing_to_tell(amina):
    amina.service.person("cd-m2x", "name: Bruno\n")

    ran = amina.service.run("history", "cd-m2x", "--lang", "en")

    assert ran.exit_code == 0
    assert ran.stdout == "Nothing has happened yet that git knows of.\n"


def test_the_cases_may_lie_in_a_folder_of_a_larger_git_repository(story):
    service = story.service
    inner = Service(service.root / "work" / "cases")
    inner.person("ab-k7q", FIRST)
    service.write("people/zz-9ab.yaml", "id: zz-9ab\nname: Outer\n")
    story.commit("2026-01-05")
    inner.person("ab-k7q", SECOND)
    story.commit("2026-01-13")

    ran = inner.run("history", "amina", "--lang", "en")

    assert ran.exit_code == 0
    assert "moved from Candidate pool to Before hiring" in ran.stdout
    assert "Outer" not in inner.run("history").stdout
    assert "zz-9ab" not in inner.run("history").stdout


def test_from_inside_the_repository_the_folder_need_not_be_named(amina, monkeypatch):
    monkeypatch.chdir(amina.service.root / "people")

    assert "case opened" in run("history", "amina", "--lang", "en").stdout
