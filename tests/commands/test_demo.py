"""`demo`: a living example whose story ends today, with months of history."""

import os
import re
import shlex
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import git, run

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cases"
STORY_DAY = date(2026, 3, 9)
DAYS = ["2026-03-09", "2028-02-29"]
SUBJECT = re.compile(r"(New case repository|[a-z0-9-]+: [a-z-]+( → [a-z-]+)?)")
TRAILER = re.compile(r"(Case|Action|Coach|Stage): [a-z0-9-]+")


@pytest.fixture(scope="module", params=DAYS)
def demo(request, tmp_path_factory):
    """The example made on a day; (folder, day, what was said)."""
    folder = tmp_path_factory.mktemp("demo") / "here"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JOBCOACH_TODAY", request.param)
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        ran = run("--lang", "en", "demo", str(folder))
    return folder, date.fromisoformat(request.param), ran


@pytest.fixture(autouse=True)
def _on_that_day(request, monkeypatch):
    if "demo" in request.fixturenames:
        monkeypatch.setenv("JOBCOACH_TODAY", request.getfixturevalue("demo")[1].isoformat())


def _moved(text, days):
    def move(match):
        return (date.fromisoformat(match[0]) + timedelta(days=days)).isoformat()

    return re.sub(r"\b\d{4}-\d{2}-\d{2}\b", move, text)


def _case_files(folder):
    return sorted(
        path.relative_to(folder).as_posix()
        for kind in ("people", "employers")
        for path in (folder / kind).glob("*.yaml")
    )


def test_the_demo_says_what_it_made_and_what_to_try(demo):
    folder, _, ran = demo

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert re.match(r"The example is ready in .*: 26 files, \d{3} commits\n", ran.stdout)
    assert f"jobcoach -C {folder} followup due\n" in ran.stdout


def test_every_command_the_demo_proposes_works(demo, tmp_path):
    folder, _, ran = demo
    copy = tmp_path / "demo"
    shutil.copytree(folder, copy)
    lines = [line for line in ran.stdout.splitlines() if "jobcoach -C" in line]
    proposed = [shlex.split(line)[1:] for line in lines]

    assert len(proposed) > 4
    for command in proposed:
        tried = run(*(str(copy) if word == str(folder) else word for word in command))
        assert (tried.exit_code, tried.stderr) == (0, ""), command


def test_every_file_ends_byte_equal_to_the_example_moved(demo):
    folder, day, _ = demo
    days = (day - STORY_DAY).days

    assert _case_files(folder) == _case_files(EXAMPLES)
    for path in [*_case_files(folder), "jobcoach.yaml"]:
        example = (EXAMPLES / path).read_bytes().decode()
        assert (folder / path).read_bytes().decode() == _moved(example, days), path


def test_the_story_ends_today(demo):
    folder, day, _ = demo

    dates = git(folder, "log", "--format=%as").split()

    assert dates[0] == day.isoformat()
    assert max(dates) == day.isoformat()
    assert dates == sorted(dates, reverse=True)


def test_check_finds_no_error(demo):
    folder, _, _ = demo

    ran = run("-C", str(folder), "check", "--json")

    assert [f for f in ran.json["findings"] if f["level"] == "error"] == []
    assert ran.exit_code == 0


def test_two_coaches_wrote_the_history_over_several_months(demo):
    folder, _, _ = demo
    log = [line.split("|") for line in git(folder, "log", "--format=%as|%an|%ae").splitlines()]

    assert len(log) > 100
    assert {name for _, name, _ in log} == {"Claire Dubois", "Karim Haddad"}
    assert all(address.endswith("@example.org") for _, _, address in log)
    assert len({day[:7] for day, _, _ in log}) >= 6


def test_the_work_tree_is_clean_and_on_main(demo):
    folder, _, _ = demo

    assert git(folder, "status", "--porcelain", "-uall", "--ignored", "--", "people") == ""
    assert git(folder, "status", "--porcelain") == ""
    assert git(folder, "branch", "--show-current").strip() == "main"
    assert git(folder, "fsck", "--strict") == ""


def test_commit_messages_hold_ids_and_words_of_the_trade_only(demo):
    folder, _, _ = demo
    messages = git(folder, "log", "--format=%B%x00").split("\0")[:-1]

    for message in messages:
        subject, _, *trailers = message.strip().splitlines()
        assert SUBJECT.fullmatch(subject), subject
        assert [line for line in trailers if not TRAILER.fullmatch(line)] == []


def test_no_name_stands_in_a_commit_message(demo):
    folder, _, _ = demo
    messages = git(folder, "log", "--format=%B")
    names = set()
    for path in _case_files(folder):
        for name in re.findall(r"name: [\"']?([^,}\n\"']+)", (folder / path).read_text("utf-8")):
            names |= {word for word in name.split() if len(word) > 3}

    assert len(names) > 30
    assert [name for name in names if re.search(rf"\b{re.escape(name)}\b", messages)] == []


def test_every_commit_changes_one_case_file(demo):
    folder, _, _ = demo
    blocks = git(folder, "log", "--format=%x00", "--name-only").split("\0")[1:-1]

    assert {len(block.split()) for block in blocks} == {1}


def test_the_history_of_a_case_is_told_in_the_trades_words(demo):
    folder, _, _ = demo

    text = run("-C", str(folder), "history", "amina", "--lang", "en").stdout

    assert "moved from Hiring to Follow-up in the firm" in text
    assert text.count("case opened") == 1
    assert len(re.findall(r"(?m)^\w+day \d", text)) > 8


def test_earlier_versions_of_the_files_can_be_read_too(demo, tmp_path):
    folder, _, _ = demo
    then = tmp_path / "then"
    git(tmp_path, "clone", "-q", str(folder), str(then))
    told = {"unknown-stage", "missing-key", "wrong-type", "unknown-key", "bad-date", "syntax"}

    for commit in git(folder, "log", "--format=%h").split()[::40]:
        git(then, "checkout", "-q", commit)
        found = run("-C", str(then), "check", "--json").json["findings"]
        assert [f for f in found if f["code"] in told | {"duplicate-key", "stray-comma"}] == []
        assert run("-C", str(then), "followup", "due", "--all").exit_code == 0


def test_claire_is_at_work_in_the_demo(demo):
    folder, _, _ = demo

    ran = run("-C", str(folder), "followup", "due", "--lang", "en")

    assert ran.stdout.splitlines()[0].endswith("Claire Dubois")
    assert "late" in ran.stdout


def test_the_demo_refuses_a_folder_that_is_not_empty(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Amina")

    ran = run("--lang", "en", "demo", str(tmp_path))

    assert ran.exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_without_a_folder_the_demo_is_made_in_demo(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run("demo").exit_code == 0
    assert (tmp_path / "demo" / "jobcoach.yaml").is_file()
