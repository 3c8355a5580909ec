"""The program itself: version, help, where the cases are, which day, which language, without git."""

import subprocess
import sys

import pytest
from conftest import Service, git, run

from jobcoach import __version__

from .reading import one_message


@pytest.fixture
def cases(service):
    service.person("ab-k7q", "name: Amina Benali\nstages: [{stage: reserve, on: 2026-01-05}]\n")
    return service


@pytest.fixture
def without_git(tmp_path, monkeypatch):
    """Nothing is on the PATH."""
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setenv("PATH", str(empty))


# Version and help


def test_the_version_is_told():
    ran = run("--version")

    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, f"jobcoach {__version__}\n", "")


def test_the_module_is_the_same_program():
    ran = subprocess.run(
        [sys.executable, "-m", "jobcoach", "--version"], capture_output=True, text=True, check=True
    )

    assert ran.stdout == f"jobcoach {__version__}\n"


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_noun_with_what_it_is_for(option):
    ran = run("--lang", "en", option)

    assert ran.exit_code == 0
    for noun in (
        "followup",
        "plan",
        "person",
        "employer",
        "job",
        "stage",
        "process",
        "history",
        "check",
        "schema",
        "init",
        "demo",
    ):
        assert f"\n  {noun} " in ran.stdout
    assert "What falls due" in ran.stdout


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (
            ["followup", "due"],
            ["--on", "--within", "--coach", "--all", "--kind", "--silent", "--json"],
        ),
        (["plan", "render"], ["--for", "--format", "--lang", "--style", "-o"]),
        (["person", "list"], ["--stage", "--process", "--employer", "--place", "--active"]),
        (["employer", "list"], ["--status", "--place", "--sector"]),
        (["job", "list"], ["--employer", "--place", "--closed"]),
        (["history"], ["--json", "[CASE]"]),
        (["check"], ["[PATH]", "--json"]),
        (["schema"], ["person|employer|settings|process"]),
        (["init"], ["[DIR]"]),
        (["demo"], ["[DIR]"]),
    ],
)
def test_the_help_of_a_verb_names_its_options_and_where_the_cases_are(command, words):
    ran = run(*command, "--help")

    assert ran.exit_code == 0
    assert [word for word in [*words, "-C"] if word not in ran.stdout] == []


@pytest.mark.parametrize("noun", [[], ["followup"], ["person"], ["process"]])
def test_a_noun_without_a_verb_shows_its_help_and_is_wrong_usage(noun):
    ran = run(*noun)

    assert ran.exit_code == 2
    assert "Usage\u00a0: jobcoach" in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("language", "usage", "about", "option"),
    [
        ("en", "Usage: jobcoach plan sign", "who signed the plan", "Who holds a copy."),
        ("fr", "Usage\u00a0: jobcoach plan sign", "qui a signé le plan", "Qui en a un exemplaire."),
        ("nl", "Gebruik: jobcoach plan sign", "plan", "kopie"),
        ("de", "Aufruf: jobcoach plan sign", "Plan", "Exemplar"),
    ],
)
def test_help_speaks_the_language_asked_for(language, usage, about, option):
    for args in (
        ["--lang", language, "plan", "sign", "--help"],
        ["plan", "sign", "--lang", language, "--help"],
    ):
        text = run(*args).stdout
        assert text.startswith(usage)
        assert about in text
        assert option in text


def test_the_list_of_a_nouns_commands_is_in_the_language_asked_for():
    assert "  sign    Noter qui a signé le plan" in run("--lang", "fr", "plan", "--help").stdout
    assert "Le plan individuel" in run("--lang", "fr", "--help").stdout


def test_help_needs_no_repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run("followup", "due", "--help").exit_code == 0


# Wrong usage


@pytest.mark.parametrize(
    "command",
    [
        ["follow"],
        ["followup", "list"],
        ["followup", "due", "--nonsense"],
        ["person", "show"],
        ["person", "show", "one", "two"],
        ["history", "-n", "many"],
    ],
)
def test_what_is_no_command_is_wrong_usage_without_a_traceback(cases, command):
    ran = cases.run(*command)

    assert ran.exit_code == 2
    assert ran.stdout == ""
    assert "Traceback" not in ran.stderr
    assert "--help" in ran.stderr


# Where the cases are


def test_the_folder_may_be_named_before_or_after_the_verb(cases):
    folder = str(cases.root)
    before = run("-C", folder, "person", "list")

    assert "ab-k7q" in before.stdout
    for args in (
        ("person", "list", "-C", folder),
        ("--cases", folder, "person", "list"),
        ("person", "list", "--cases", folder),
        (f"--cases={folder}", "person", "list"),
    ):
        assert run(*args).stdout == before.stdout


def test_the_environment_may_name_the_folder(cases, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JOBCOACH_CASES", str(cases.root))

    assert "ab-k7q" in run("person", "list").stdout


def test_the_option_wins_over_the_environment(cases, monkeypatch, tmp_path):
    other = Service(tmp_path / "other")
    other.person("cd-m2x", "name: Bruno")
    monkeypatch.setenv("JOBCOACH_CASES", str(other.root))

    assert "cd-m2x" in run("person", "list").stdout
    assert "cd-m2x" not in cases.run("person", "list").stdout


@pytest.mark.parametrize("folder", [".", "people", "out/deep/er"])
def test_without_a_name_the_nearest_folder_upward_is_taken(cases, monkeypatch, folder):
    (cases.root / folder).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(cases.root / folder)

    assert "ab-k7q" in run("person", "list").stdout


def test_a_repository_inside_another_is_the_nearest(cases, monkeypatch):
    inner = Service(cases.root / "training")
    inner.person("cd-m2x", "name: Bruno")
    monkeypatch.chdir(inner.root / "people")

    assert "ab-k7q" not in run("person", "list", "--all").stdout


def test_outside_of_any_repository_the_way_out_names_init(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    ran = run("--lang", "en", "followup", "due")

    assert ran.exit_code == 3
    assert one_message(ran).startswith("There is no case repository here or above (")
    assert "jobcoach init DIR" in ran.stderr


@pytest.mark.parametrize("how", ["option", "environment"])
def test_a_folder_that_is_no_repository_is_refused_and_the_way_out_names_init(
    tmp_path, monkeypatch, how
):
    if how == "environment":
        monkeypatch.setenv("JOBCOACH_CASES", str(tmp_path))
        ran = run("--lang", "en", "followup", "due")
    else:
        ran = run("--lang", "en", "-C", str(tmp_path), "followup", "due")

    assert ran.exit_code == 3
    assert one_message(ran).endswith("is not a case repository: it has no jobcoach.yaml.")
    assert "jobcoach init DIR" in ran.stderr


def test_a_folder_that_does_not_exist_is_refused(tmp_path):
    assert run("-C", str(tmp_path / "nowhere"), "check").exit_code == 3


def test_the_folder_that_was_named_wrongly_is_named_whole(tmp_path):
    folder = tmp_path / "a-folder-with-quite-a-long-name-as-they-are" / "cases-of-the-service"
    folder.mkdir(parents=True)

    ran = run("--lang", "en", "-C", str(folder), "followup", "due")

    assert str(folder) in ran.stderr


# Which day


@pytest.mark.parametrize("written", ["tomorrow", "2026-02-30", "9/3/2026", "20260309"])
def test_a_clock_that_is_no_date_is_wrong_usage(cases, monkeypatch, written):
    monkeypatch.setenv("JOBCOACH_TODAY", written)

    for command in (("followup", "due"), ("person", "list"), ("check",)):
        ran = cases.run(*command)

        assert ran.exit_code == 2
        assert one_message(ran) == f'JOBCOACH_TODAY is "{written}", which is not a date.'


def test_the_clock_sets_the_day_of_every_command(cases, monkeypatch):
    monkeypatch.setenv("JOBCOACH_TODAY", "2026-02-05")
    assert cases.run("followup", "due").stdout.startswith("Thursday 5 February 2026")

    monkeypatch.setenv("JOBCOACH_TODAY", "")
    assert cases.run("followup", "due").exit_code == 0


# Which language


def test_the_language_may_be_named_before_or_after_the_verb(cases):
    before = cases.run("--lang", "fr", "person", "list")

    assert before.stdout == cases.run("person", "list", "--lang", "fr").stdout
    assert before.stdout != cases.run("person", "list").stdout


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_language_that_nobody_speaks_here_is_wrong_usage(cases, place):
    args = ["--lang", "es", "person", "list"]
    ran = cases.run(*(args if place == "before" else [*args[2:], *args[:2]]))

    assert ran.exit_code == 2
    assert one_message(ran).startswith('"es"')
    assert "fr, en, nl, de" in ran.stderr


def test_the_services_language_is_the_screens(cases):
    cases.settings("format: 1\nlanguage: fr\n")

    assert cases.run("followup", "due").stdout.startswith("lundi 9 mars 2026")


def test_without_any_other_word_the_machines_language_is_taken_else_french(cases, monkeypatch):
    cases.settings("format: 1\n")
    assert cases.run("followup", "due").stdout.startswith("lundi 9 mars 2026")

    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert cases.run("followup", "due").stdout.startswith("Monday 9 March 2026")

    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    assert cases.run("followup", "due").stdout.startswith("lundi 9 mars 2026")


def test_an_error_speaks_the_services_language(cases):
    cases.settings("format: 1\nlanguage: fr\n")

    assert "xavier" in one_message(cases.run("person", "show", "xavier"))
    assert "No person" not in cases.run("person", "show", "xavier").stderr


# Without git


@pytest.mark.usefixtures("without_git")
def test_without_git_everyones_list_still_works(cases):
    ran = cases.run("followup", "due", "--all")

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert "Amina Benali" in ran.stdout


@pytest.mark.usefixtures("without_git")
def test_without_git_another_coachs_list_still_works(cases):
    assert cases.run("followup", "due", "--coach", "claire").exit_code == 0


@pytest.mark.usefixtures("without_git")
@pytest.mark.parametrize(
    "command", [("followup", "due"), ("person", "list"), ("employer", "list"), ("history",)]
)
def test_without_git_what_needs_it_says_so_in_one_line(cases, command):
    ran = cases.run(*command)

    assert ran.exit_code == 3
    assert one_message(ran) == "git is not found on this computer."
    assert "https://git-scm.com" in ran.stderr


@pytest.mark.usefixtures("without_git")
@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("person", "show", "amina"),
        ("stage", "show", "amina"),
        ("plan", "render", "amina", "-o", "-"),
        ("process", "list"),
        ("job", "list"),
        ("schema", "person"),
    ],
)
def test_without_git_what_needs_none_works(cases, command):
    assert cases.run(*command).exit_code == 0


def test_in_a_folder_without_git_everyones_list_is_shown(tmp_path):
    plain = Service(tmp_path / "plain")
    plain.person("ab-k7q", "name: Amina Benali\nstages: [{stage: reserve, on: 2026-01-05}]\n")

    ran = plain.run("followup", "due", "--lang", "en")

    assert ran.exit_code == 0
    assert ran.stdout.startswith("Monday 9 March 2026 – everyone")


def test_the_address_git_knows_is_compared_without_case(cases):
    git(cases.root, "config", "user.email", "Claire@Example.org")

    assert cases.run("followup", "due").stdout.splitlines()[0].endswith("Claire Dubois")


# Settings that are broken


@pytest.mark.parametrize(
    "settings",
    ["format: 1\ncoaches: [", "\tformat: 1\n", "- a list\n", "a text\n", "format: 1\nformat: 1\n"],
)
def test_with_broken_settings_the_list_is_still_shown_and_they_are_named(cases, settings):
    cases.write("jobcoach.yaml", settings)

    ran = cases.run("followup", "due", "--all", "--lang", "en")

    assert ran.exit_code == 4
    assert "Amina Benali" in ran.stdout
    assert ran.stderr.startswith("jobcoach.yaml:")


def test_with_empty_settings_the_list_is_shown(cases):
    cases.write("jobcoach.yaml", "")

    ran = cases.run("followup", "due", "--lang", "en")

    assert "Amina Benali" in ran.stdout
    assert "Traceback" not in ran.stderr


# What goes wrong inside


def test_an_unforeseen_error_shows_no_data_and_no_traceback(cases, monkeypatch):
    def broken(*_):
        raise RuntimeError("Amina Benali, 0470 00 01 01")

    monkeypatch.setattr("jobcoach.render.person_screen.person_screen", broken)

    ran = cases.run("person", "show", "amina")

    assert ran.exit_code == 1
    assert "RuntimeError" in ran.stderr
    assert "Amina" not in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_interrupted_command_ends_with_130(cases, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("jobcoach.render.person_screen.person_screen", interrupted)

    assert cases.run("person", "show", "amina").exit_code == 130


@pytest.mark.skipif(sys.platform == "win32", reason="no head here")
def test_a_reader_who_has_seen_enough_is_no_error(cases):
    for number in range(400):
        cases.person(f"p{number:03}", "stages: [{stage: reserve, on: 2026-01-05}]")
    command = f"{sys.executable} -m jobcoach -C {cases.root} followup due --all | head -n 1"

    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)

    assert ran.stdout.startswith("Monday 9 March 2026")
    assert ran.stderr == ""


def test_piped_lines_are_never_cut(cases):
    long = "A very long note about many things " * 20
    cases.person("ab-k7q", f"name: Amina Benali\nwishes: ['{long.strip()}']\n")

    ran = subprocess.run(
        [sys.executable, "-m", "jobcoach", "-C", str(cases.root), "person", "show", "amina"],
        capture_output=True,
        check=True,
    )

    assert f"  - {long.strip()}\n" in ran.stdout.decode("utf-8").replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["followup", "lgo"], "« lgo » n’est pas une commande."),
        (["person", "show", "Amina", "Benali"], "« Benali » est de trop pour cette commande."),
        (["person", "list", "--coach"], "--coach attend une valeur."),
        (["person", "list", "--coahc", "x"], "Il n’y a pas d’option --coahc."),
        (["history", "-n", "many"], "« many » ne convient pas pour -n."),
    ],
)
def test_what_is_typed_wrongly_is_told_in_french(line, said):
    ran = run("--lang", "fr", *line)

    assert ran.exit_code == 2
    assert ran.stderr.replace("\u00a0", " ").splitlines()[0] == said
