"""`init`: a new case repository, ready to be filled."""

import json
import re

import pytest
from conftest import git, run

FILES = [
    ".gitattributes",
    ".gitignore",
    ".schemas/employer.json",
    ".schemas/person.json",
    ".schemas/process.json",
    ".schemas/quality.json",
    ".schemas/settings.json",
    ".vscode/settings.json",
    "employers/.gitkeep",
    "example-employer.yaml",
    "example-person.yaml",
    "jobcoach.yaml",
    "people/.gitkeep",
]


def _git_says(monkeypatch, **settings):
    monkeypatch.setenv("GIT_CONFIG_COUNT", str(len(settings)))
    for place, (key, value) in enumerate(settings.items()):
        monkeypatch.setenv(f"GIT_CONFIG_KEY_{place}", f"user.{key}")
        monkeypatch.setenv(f"GIT_CONFIG_VALUE_{place}", value)


@pytest.fixture
def claire(monkeypatch):
    _git_says(monkeypatch, name="Claire Dubois", email="claire@example.org")


@pytest.fixture
def nobody(monkeypatch):
    """Git knows nobody, and may not guess."""
    _git_says(monkeypatch, useConfigOnly="true")


def _files(folder):
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    )


@pytest.mark.usefixtures("claire")
def test_the_files_of_a_repository_are_made(tmp_path):
    ran = run("--lang", "en", "init", str(tmp_path / "cases"))

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert _files(tmp_path / "cases") == FILES
    assert ran.stdout.startswith("A new case repository is ready in ")


@pytest.mark.usefixtures("claire")
def test_a_new_repository_is_clean_for_check_and_has_nothing_due(tmp_path):
    folder = str(tmp_path / "cases")
    run("--lang", "en", "init", folder)

    ran = run("-C", folder, "check")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == "1 file looked over: 0 errors, 0 warnings\n"
    assert run("-C", folder, "check", "--json").json["findings"] == []
    due = run("-C", folder, "followup", "due")
    assert (due.exit_code, due.stderr) == (0, "")
    assert "There is no case yet" in due.stdout


@pytest.mark.usefixtures("claire")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_examples_become_cases_once_copied_and_given_their_id(tmp_path, language):
    folder = tmp_path / "cases"
    run("--lang", language, "init", str(folder))
    for kind, place in (("person", "people/ab-k7q"), ("employer", "employers/ab-k7q-firm")):
        text = (folder / f"example-{kind}.yaml").read_text(encoding="utf-8")
        stem = place.split("/")[1]
        text = re.sub(r"(?m)^id: \S+", f"id: {stem}", text)
        (folder / f"{place}.yaml").write_text(text, encoding="utf-8", newline="")

    found = run("-C", str(folder), "check", "--json").json["findings"]

    # Coaches, partners and the other's id are the service's own to write.
    own = {"unknown-coach", "unknown-party", "unknown-employer"}
    assert [f for f in found if f["level"] == "error" and f["code"] not in own] == []


@pytest.mark.usefixtures("claire")
def test_the_commented_examples_of_the_settings_are_right_once_uncommented(tmp_path):
    folder = tmp_path / "cases"
    run("--lang", "en", "init", str(folder))
    settings = folder / "jobcoach.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("\n  # ", "\n  "), encoding="utf-8", newline="")

    ran = run("-C", str(folder), "check", "--json")

    assert ran.json["findings"] == []
    assert (
        run("-C", str(folder), "followup", "due").stdout.splitlines()[0].endswith("Claire Dubois")
    )


@pytest.mark.usefixtures("claire")
def test_everything_is_one_commit_with_ids_and_no_names(tmp_path):
    folder = tmp_path / "cases"
    run("--lang", "en", "init", str(folder))

    assert git(folder, "log", "--format=%s|%b").strip() == "New case repository|Action: init"
    assert git(folder, "log", "--format=%an <%ae>").strip() == "Claire Dubois <claire@example.org>"
    assert sorted(git(folder, "ls-files").split()) == FILES
    assert git(folder, "status", "--porcelain") == ""


@pytest.mark.usefixtures("claire")
def test_a_folder_that_is_not_empty_is_refused_and_left_as_it_was(tmp_path):
    kept = tmp_path / "cases" / "letter.txt"
    kept.parent.mkdir()
    kept.write_text("Dear Amina")

    ran = run("--lang", "en", "init", str(kept.parent))

    assert ran.exit_code == 1
    assert "is not empty." in ran.stderr
    assert _files(kept.parent) == ["letter.txt"]
    assert not (kept.parent / ".git").exists()


@pytest.mark.usefixtures("claire")
def test_a_repository_is_not_made_anew(tmp_path):
    folder = str(tmp_path / "cases")
    run("init", folder)

    assert run("init", folder).exit_code == 1


@pytest.mark.usefixtures("claire")
def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "cases").write_text("a file")

    ran = run("init", str(tmp_path / "cases"))

    assert ran.exit_code == 1
    assert "Traceback" not in ran.stderr
    assert "went wrong inside" not in ran.stderr


@pytest.mark.usefixtures("claire")
def test_a_folder_that_holds_only_git_is_empty_enough(tmp_path):
    folder = tmp_path / "cases"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "trunk")

    assert run("init", str(folder)).exit_code == 0
    assert git(folder, "log", "--format=%s").strip() == "New case repository"
    assert git(folder, "branch", "--show-current").strip() == "trunk"


@pytest.mark.usefixtures("claire")
def test_without_a_folder_the_repository_is_made_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run("init").exit_code == 0
    assert _files(tmp_path) == FILES


@pytest.mark.usefixtures("claire")
def test_folders_above_are_made_too(tmp_path):
    assert run("init", str(tmp_path / "a" / "b")).exit_code == 0
    assert (tmp_path / "a" / "b" / "jobcoach.yaml").is_file()


@pytest.mark.usefixtures("claire")
@pytest.mark.parametrize("language", ["fr", "en", "nl", "de"])
def test_the_language_of_the_screen_becomes_the_services(tmp_path, language):
    run("--lang", language, "init", str(tmp_path / "cases"))

    assert f"language: {language} " in (tmp_path / "cases" / "jobcoach.yaml").read_text()


@pytest.mark.usefixtures("nobody")
def test_without_a_git_identity_the_files_are_made_and_the_way_out_is_told(tmp_path):
    folder = tmp_path / "cases"

    ran = run("--lang", "en", "init", str(folder))

    assert ran.exit_code in (0, 3)
    assert _files(folder) == FILES
    assert "nothing is committed" in ran.stderr
    assert "git config --global user.email" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.usefixtures("nobody")
def test_what_was_made_without_a_git_identity_can_be_used_at_once(tmp_path):
    folder = str(tmp_path / "cases")
    run("--lang", "en", "init", folder)

    assert run("-C", folder, "check").exit_code == 0
    assert run("-C", folder, "followup", "due").exit_code == 0


@pytest.mark.usefixtures("claire")
def test_rendered_documents_never_get_into_git(tmp_path):
    folder = tmp_path / "cases"
    run("--lang", "en", "init", str(folder))
    (folder / "people" / "ab-k7q.yaml").write_text("id: ab-k7q\nname: Amina\n", encoding="utf-8")

    assert run("-C", str(folder), "plan", "render", "amina").exit_code == 0

    assert git(folder, "status", "--porcelain", "-uall") == "?? people/ab-k7q.yaml\n"


@pytest.mark.usefixtures("claire")
def test_the_schemas_for_editors_are_the_ones_schema_prints(tmp_path):
    folder = tmp_path / "cases"
    run("init", str(folder))

    for kind in ("person", "employer", "settings", "process"):
        made = json.loads((folder / ".schemas" / f"{kind}.json").read_text(encoding="utf-8"))
        assert made == run("schema", kind).json
    wired = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    for path in wired["yaml.schemas"]:
        assert (folder / path).is_file()


@pytest.mark.usefixtures("claire")
def test_without_git_on_the_machine_nothing_half_made_is_hidden(tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))

    ran = run("--lang", "en", "init", str(tmp_path / "cases"))

    assert ran.exit_code == 3
    assert ran.stderr.startswith("git is not found on this computer.")
