"""What the shell offers while somebody types, asked as each shell asks it."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jobcoach.cli import main

from .recorded import AMINA, Written

SHELLS = ["bash", "zsh", "fish", "powershell"]
PROGRAM = Path(sys.executable).with_name("jobcoach")
"""The program under its own name: completion goes by it."""


def asked(monkeypatch, shell, line):
    """The words that *shell* would offer at the end of *line*, in this process."""
    for name, value in protocol(shell, line).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["jobcoach"])
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.suppress(SystemExit),
    ):
        main([])
    assert err.getvalue() == ""
    return offered(shell, out.getvalue())


def protocol(shell, line):
    """The variables by which a shell's own script asks."""
    words = line.split(" ")
    asks = {"_JOBCOACH_COMPLETE": f"complete_{shell}"}
    if shell == "bash":
        return asks | {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    asks["_TYPER_COMPLETE_ARGS"] = line
    if shell == "fish":
        asks["_TYPER_COMPLETE_FISH_ACTION"] = "get-args"
    if shell == "powershell":
        asks["_TYPER_COMPLETE_WORD_TO_COMPLETE"] = words[-1]
    return asks


def offered(shell, printed):
    """The words among what was printed for a shell."""
    lines = [line for line in printed.splitlines() if line]
    if shell == "zsh":
        if printed.strip() in ("", "_files"):
            return []
        inside = printed.strip().removeprefix("_arguments '*: :((").removesuffix("))'")
        return [line.split('"')[1].replace("\\", "") for line in inside.splitlines()]
    if shell == "fish":
        return [line.split("\t")[0] for line in lines]
    if shell == "powershell":
        return [line.split(":::")[0] for line in lines]
    return lines


@pytest.fixture
def cases(service, monkeypatch):
    """The coach stands in the repository's folder."""
    service.person(
        "cd-m2x", "name: Bruno Carlier\nplan: {on: 2026-01-01}\ncircle: [{id: mother, name: Fa}]\n"
    )
    service.person("zz-9xy", "name: Éloïse Zed\ncoach: karim\n")
    made = Written(service, AMINA.replace("pre-hire", "follow-up"))
    monkeypatch.chdir(service.root)
    return made


every_shell = pytest.mark.parametrize("shell", SHELLS)


@every_shell
def test_nouns_and_verbs(cases, monkeypatch, shell):
    assert asked(monkeypatch, shell, "jobcoach appl") == ["application"]
    assert asked(monkeypatch, shell, "jobcoach application pr") == ["propose", "present"]


@every_shell
@pytest.mark.parametrize(
    "verb", ["person set", "application decide", "placement start", "plan done", "stage move"]
)
def test_persons_by_the_beginning_of_the_id(cases, monkeypatch, shell, verb):
    assert asked(monkeypatch, shell, f"jobcoach {verb} ab") == ["ab-k7q"]


@every_shell
def test_all_persons_where_nothing_is_typed_yet(cases, monkeypatch, shell):
    found = asked(monkeypatch, shell, "jobcoach person set ")

    assert found == ["ab-k7q", "cd-m2x", "zz-9xy"]


@every_shell
@pytest.mark.parametrize(
    ("typed", "found"), [("ami", "ab-k7q"), ("carl", "cd-m2x"), ("elo", "zz-9xy")]
)
def test_persons_by_a_part_of_the_name(cases, monkeypatch, shell, typed, found):
    assert asked(monkeypatch, shell, f"jobcoach person set {typed}") == [found]


@every_shell
def test_employers_by_a_part_of_the_name(cases, monkeypatch, shell):
    assert asked(monkeypatch, shell, "jobcoach employer set lamb") == ["bakery"]


@pytest.mark.parametrize("verb", ["person show", "plan render", "stage show", "history"])
def test_commands_that_read_offer_persons_too(cases, monkeypatch, verb):
    assert asked(monkeypatch, "bash", f"jobcoach {verb} ab") == ["ab-k7q"]


@every_shell
def test_the_stages_that_follow_from_where_the_person_is(cases, monkeypatch, shell):
    assert asked(monkeypatch, shell, "jobcoach stage move ab-k7q ") == ["pre-hire", "closed"]
    assert asked(monkeypatch, shell, "jobcoach stage move amina p") == ["pre-hire"]


@every_shell
def test_all_stages_for_who_is_in_none(cases, monkeypatch, shell):
    assert asked(monkeypatch, shell, "jobcoach stage move carlier ") == [
        "reserve",
        "pre-hire",
        "hire",
        "follow-up",
        "closed",
    ]


def test_stages_of_the_person_s_own_model(cases, monkeypatch):
    cases.service.person("ef-111", "name: Eve\nprocess: emploi-accompagne\n")

    assert asked(monkeypatch, "bash", "jobcoach stage move ef-111 w") == ["welcome", "watch"]


@every_shell
def test_an_employer_then_a_slash_then_its_jobs(cases, monkeypatch, shell):
    assert asked(monkeypatch, shell, "jobcoach application propose amina bak") == ["bakery/"]
    assert asked(monkeypatch, shell, "jobcoach application propose amina bakery/") == [
        "bakery/counter",
        "bakery/oven",
    ]
    assert asked(monkeypatch, shell, "jobcoach job set bakery/o") == ["bakery/oven"]


@every_shell
def test_keys_by_their_path(cases, monkeypatch, shell):
    assert asked(monkeypatch, shell, "jobcoach person set amina readi") == [
        "readiness.available",
        "readiness.motivated",
        "readiness.trained",
    ]
    assert asked(monkeypatch, shell, "jobcoach employer set bakery contact_") == ["contact_every"]
    assert asked(monkeypatch, shell, "jobcoach job set bakery/counter dem") == [
        "demands.stated",
        "demands.needed",
    ]


def test_the_id_is_not_offered(cases, monkeypatch):
    assert "id" not in asked(monkeypatch, "bash", "jobcoach person set amina ")


def test_keys_inside_the_entries_there_are(cases, monkeypatch):
    assert "agreements[0].review" in asked(
        monkeypatch, "bash", "jobcoach person set amina agreements[0].r"
    )


@every_shell
def test_the_words_a_key_takes(cases, monkeypatch, shell):
    assert asked(monkeypatch, shell, "jobcoach person set amina documents ") == [
        "standard",
        "easy",
        "large",
    ]


@every_shell
def test_words_of_options(cases, monkeypatch, shell):
    line = "jobcoach placement start amina bakery --contract p"
    assert asked(monkeypatch, shell, line) == ["permanent"]
    line = "jobcoach person handover --from c"
    assert asked(monkeypatch, shell, line) == ["claire"]
    line = "jobcoach agreement add cd-m2x other --with cp"
    assert asked(monkeypatch, shell, line) == ["cpas"]


@every_shell
def test_the_person_s_family_is_offered(cases, monkeypatch, shell):
    assert asked(monkeypatch, shell, "jobcoach consent give cd-m2x mo") == ["mother"]


@pytest.mark.parametrize(
    "line", ["agreement add cd-m2x other", "followup log cd-m2x Hello", "followup postpone cd-m2x"]
)
def test_the_person_s_family_is_offered_behind_an_option(cases, monkeypatch, line):
    assert asked(monkeypatch, "bash", f"jobcoach {line} --with mo") == ["mother"]


@every_shell
@pytest.mark.parametrize(
    "line",
    [
        "jobcoach person set ",
        "jobcoach stage move x ",
        "jobcoach job set ",
        "jobcoach employer log ",
        "jobcoach person handover --from ",
    ],
)
def test_outside_a_repository_nothing_and_no_word(tmp_path, monkeypatch, shell, line):
    monkeypatch.chdir(tmp_path)

    assert asked(monkeypatch, shell, line) == []


@pytest.mark.parametrize(
    "line", ["jobcoach person set ", "jobcoach stage move ab ", "jobcoach job set "]
)
@pytest.mark.parametrize(
    "settings", [b"\xff\xfe", b"format: 1\ncoaches: [\n", b"", b"- 1\n", b"format: 9\n"]
)
def test_settings_that_cannot_be_read_make_no_noise(cases, monkeypatch, line, settings):
    cases.service.write("jobcoach.yaml", settings)

    asked(monkeypatch, "bash", line)


def test_a_case_that_cannot_be_read_hides_no_other(cases, monkeypatch):
    cases.service.write("people/bad-1.yaml", b"\xff\xfe")

    assert "ab-k7q" in asked(monkeypatch, "bash", "jobcoach person set ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_repository_named_on_the_line_is_the_one_asked(cases, tmp_path, monkeypatch, shell):
    monkeypatch.chdir(tmp_path)

    line = f"jobcoach -C {cases.root} person set ab"
    assert asked(monkeypatch, shell, line) == ["ab-k7q"]
    monkeypatch.setenv("JOBCOACH_CASES", str(cases.root))
    assert asked(monkeypatch, shell, "jobcoach person set ab") == ["ab-k7q"]


@every_shell
def test_a_name_with_signs_of_the_shell_stays_one_offer(cases, monkeypatch, shell):
    cases.service.person("hx-111", """name: "A 'b' \\"c\\" $(x) `y` [z] :w: é"\n""")

    assert asked(monkeypatch, shell, "jobcoach person set hx") == ["hx-111"]


def test_applications_that_are_open_are_offered_to_decide(cases, monkeypatch):
    cases.do("application", "propose", "amina", "bakery/counter")

    found = asked(monkeypatch, "bash", "jobcoach application decide amina ")
    assert found == ["bakery/counter"]


@pytest.mark.skipif(not PROGRAM.exists(), reason="the program is not installed here")
@every_shell
def test_the_real_program_answers_a_real_shell(cases, shell):
    ran = subprocess.run(
        [PROGRAM],
        cwd=cases.root,
        env=os.environ | protocol(shell, "jobcoach stage move amina "),
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.stderr == ""
    assert offered(shell, ran.stdout) == ["pre-hire", "closed"]
