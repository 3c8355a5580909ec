"""`person edit`, `employer edit`: a case file in the coach's own editor; nothing unsound is saved."""

import os
import shlex
import stat
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from conftest import Service, git

from jobcoach.commands.editing import fault_comments
from jobcoach.domain.findings import Fault
from jobcoach.render.catalogue import texts
from jobcoach.store.editor import (
    commented,
    editor_command,
    editor_words,
    mark_for,
    uncommented,
    usual_editors,
)

AMINA = b"id: ab-k7q\nname: Amina Benali\ncoach: claire\nphone: 0470 11 22 33 # at home\n"
BROKEN = 'replace(b"phone:", b"wishes: [nobody\\nphone:")'

EDITOR = """\
import subprocess, sys, time
from pathlib import Path

here, path = Path(__file__).parent, Path(sys.argv[-1])
turn = len(list(here.glob("seen-*")))
(here / f"seen-{turn}").write_bytes(path.read_bytes())

def replace(old, new):
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))

exec((here / f"turn-{turn}").read_text(encoding="utf-8"))
"""


class Desk:
    """A service with a case on file, and an editor that does at each opening what a test wants."""

    def __init__(self, service: Service, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.service = service
        self.folder = folder
        self.monkeypatch = monkeypatch
        folder.mkdir()
        script = folder / "editor.py"
        script.write_text(EDITOR, encoding="utf-8")
        monkeypatch.delenv("VISUAL", raising=False)
        monkeypatch.setenv("EDITOR", shlex.join([sys.executable, str(script)]))
        self.file = service.write("people/ab-k7q.yaml", AMINA)
        self.draft = service.root / ".git/jobcoach/drafts/people/ab-k7q.yaml"

    def commit(self) -> None:
        git(self.service.root, "add", "-A")
        git(self.service.root, "commit", "-q", "-m", "By hand")

    def edit(self, *turns: str, noun: str = "person", case: str = "ab-k7q"):
        """Run `edit`; *turns* are what the editor does each time it is opened."""
        for old in (*self.folder.glob("seen-*"), *self.folder.glob("turn-*")):
            old.unlink()
        for number, turn in enumerate(turns):
            (self.folder / f"turn-{number}").write_text(dedent(turn), encoding="utf-8")
        ran = self.service.run("--lang", "en", noun, "edit", case)
        assert len(self.shown) == len(turns)
        return ran

    @property
    def shown(self) -> list[bytes]:
        """What the editor saw, each time it was opened."""
        seen = sorted(self.folder.glob("seen-*"))
        return [file.read_bytes() for file in seen]

    @property
    def subjects(self) -> list[str]:
        return git(self.service.root, "log", "--format=%s").splitlines()


@pytest.fixture
def desk(service, tmp_path, monkeypatch):
    made = Desk(service, tmp_path / "an editor", monkeypatch)
    made.commit()
    return made


# Saving


def test_a_good_change_is_one_commit_that_says_edit(desk):
    ran = desk.edit('replace(b"0470 11 22 33", b"0470 44 55 66")')

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout.startswith("Amina Benali  ab-k7q\n  ✓ Changed: phone")
    assert desk.file.read_bytes() == AMINA.replace(b"11 22 33", b"44 55 66")
    assert desk.subjects == ["ab-k7q: edit", "By hand"]
    assert git(desk.service.root, "status", "--porcelain") == ""
    assert not desk.draft.exists()


def test_an_employer_is_edited_in_the_same_way(desk):
    desk.service.employer("bakery", "place: Mons\n")
    desk.commit()

    ran = desk.edit('replace(b"Mons", b"Namur")', noun="employer", case="Firm bakery")

    assert ran.exit_code == 0
    assert desk.subjects[0] == "bakery: edit"


def test_a_person_and_an_employer_of_one_id_have_each_their_own_draft(desk):
    desk.service.employer("ab-k7q")
    desk.commit()

    desk.edit("replace(b'coach: claire', b'coach: nobody'); sys.exit(1)")
    ran = desk.edit("", noun="employer")

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert b"Firm" in desk.shown[0]


def test_a_text_closed_as_it_was_opened_changes_nothing(desk):
    ran = desk.edit("")

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == "Nothing was changed in people/ab-k7q.yaml.\n"
    assert desk.shown == [AMINA]
    assert desk.subjects == ["By hand"]
    assert not desk.draft.exists()


def test_a_change_that_no_key_tells_is_saved_and_said(desk):
    ran = desk.edit('replace(b"at home", b"in the evening")')

    assert (ran.exit_code, ran.stdout) == (0, "people/ab-k7q.yaml is saved.\n")
    assert desk.subjects == ["ab-k7q: edit", "By hand"]


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbf" + AMINA,
        AMINA.replace(b"\n", b"\r\n"),
        AMINA.rstrip(b"\n"),
        b"\xef\xbb\xbf# ! mine\r\n" + AMINA.replace(b"\n", b"\r\n").rstrip(),
    ],
)
def test_line_ends_bom_and_own_comments_survive_a_fault_and_its_mending(desk, text):
    desk.file.write_bytes(text)
    desk.commit()

    ran = desk.edit(
        'replace(b"name: Amina", b"name: [Amina")', 'replace(b"name: [Amina", b"name: Amira")'
    )

    assert ran.exit_code == 0
    assert desk.file.read_bytes() == text.replace(b"Amina", b"Amira")
    assert desk.shown[1].startswith(text[:3] if text[:1] == b"\xef" else b"# !")


def test_only_its_owner_may_read_a_draft(desk):
    desk.edit('print(oct(path.stat().st_mode & 0o777), file=open(here / "mode", "w"))')

    assert (desk.folder / "mode").read_text().strip() == "0o600" or os.name == "nt"


def test_a_key_that_nobody_reads_is_saved_but_told(desk):
    ran = desk.edit('replace(b"phone:", b"phon:")')

    assert ran.exit_code == 0
    assert 'people/ab-k7q.yaml:4:1: "phon" is not a key that is read here' in ran.stderr
    assert desk.edit('replace(b"11", b"22")').stderr == ""


# Faults


def test_a_fault_stands_above_the_text_with_its_line_and_is_gone_once_mended(desk):
    ran = desk.edit(
        'replace(b"coach:", b"born: 9/3/1990\\ncoach:")', 'replace(b"9/3/1990", b"1990-03-09")'
    )

    assert desk.shown[1].decode() == (
        "# ! This cannot be saved yet. Mend it and close the editor; to give up, close it without a change.\n"
        '# ! line 6, column 7: "9/3/1990" is not a date\n'
        '# !     did you mean "1990-03-09"?\n'
        "id: ab-k7q\nname: Amina Benali\nborn: 9/3/1990\ncoach: claire\n"
        "phone: 0470 11 22 33 # at home\n"
    )
    assert ran.exit_code == 0
    assert desk.file.read_bytes() == AMINA.replace(b"coach:", b"born: 1990-03-09\ncoach:")
    assert desk.subjects == ["ab-k7q: edit", "By hand"]


def test_a_fault_of_the_rules_has_its_line_too(desk):
    desk.edit('replace(b"claire", b"nobody")', 'replace(b"nobody", b"karim")')

    shown = desk.shown[1].decode().splitlines()
    assert shown[1] == '# ! line 6, column 8: "nobody" is not a coach of the settings'
    assert shown[5] == "coach: nobody"
    assert b"coach: karim\n" in desk.file.read_bytes()


def test_the_id_stays_the_name_of_the_file(desk):
    ran = desk.edit('replace(b"id: ab-k7q", b"id: other")', 'replace(b"id: other", b"id: ab-k7q")')

    assert b'the id "other" is not the file\'s name' in desk.shown[1]
    assert ran.stdout == "Nothing was changed in people/ab-k7q.yaml.\n"


def test_faults_that_were_there_do_not_keep_one_of_them_from_being_mended(desk):
    desk.service.person("ab-k7q", "coach: nobody\nprocess: no-such\nplace: Mons\n")
    desk.commit()

    ran = desk.edit('replace(b"no-such", b"frb-2002")')

    assert ran.exit_code == 0
    assert desk.subjects[0] == "ab-k7q: edit"
    assert b"coach: nobody" in desk.file.read_bytes()


def test_a_committed_file_that_cannot_be_read_is_mended_in_the_editor(desk):
    desk.file.write_bytes(b"id: ab-k7q\nname: [Amina\ncoach: claire\n")
    desk.commit()

    ran = desk.edit('replace(b"[Amina", b"Amina")')

    assert ran.exit_code == 0
    assert desk.subjects[0] == "ab-k7q: edit"


def test_a_text_saved_in_utf_16_is_kept_in_utf_8(desk):
    ran = desk.edit(
        """
        text = path.read_bytes().decode().replace("Benali", "Benoît")
        path.write_bytes(b"\\xff\\xfe" + text.encode("utf-16-le"))
        """
    )

    assert ran.exit_code == 0
    assert desk.file.read_bytes() == AMINA.replace(b"Benali", "Benoît".encode())


# Hand edits


def test_a_sound_hand_edit_is_committed_on_its_own_first(desk):
    desk.file.write_bytes(AMINA + b"place: Mons\n")

    desk.edit('replace(b"Mons", b"Namur")')

    assert desk.subjects == ["ab-k7q: edit", "ab-k7q: hand-edit", "By hand"]


def test_an_unsound_hand_edit_is_mended_in_the_editor(desk):
    desk.file.write_bytes(AMINA + b"born: never\n")

    ran = desk.edit('replace(b"born: never", b"born: 1990-03-09")')

    assert ran.exit_code == 0
    assert desk.subjects == ["ab-k7q: edit", "By hand"]


def test_an_unsound_file_that_git_does_not_know_is_mended_in_the_editor(desk):
    desk.service.person("cd-x1y", "born: never\n")

    ran = desk.edit('replace(b"born: never", b"born: 1990-03-09")', case="cd-x1y")

    assert ran.exit_code == 0
    assert desk.subjects == ["cd-x1y: edit", "By hand"]


def test_an_unsound_hand_edit_taken_back_needs_no_commit(desk):
    desk.file.write_bytes(AMINA + b"born: never\n")

    ran = desk.edit('replace(b"born: never\\n", b"")')

    assert ran.exit_code == 0
    assert desk.file.read_bytes() == AMINA
    assert desk.subjects == ["By hand"]


# Giving up, and going on


def test_a_fault_closed_without_a_change_is_given_up_and_the_draft_kept(desk):
    ran = desk.edit(BROKEN, "")

    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr == (
        f"people/ab-k7q.yaml stays as it was; your text is kept in {desk.draft}.\n"
        "    jobcoach person edit ab-k7q goes on with it\n"
    )
    assert desk.file.read_bytes() == AMINA
    assert desk.draft.read_bytes() == AMINA.replace(b"phone:", b"wishes: [nobody\nphone:")
    assert desk.subjects == ["By hand"]


def test_an_editor_that_fails_gives_up(desk):
    ran = desk.edit('replace(b"claire", b"karim"); sys.exit(1)')

    assert ran.exit_code == 1
    assert desk.file.read_bytes() == AMINA
    assert b"karim" in desk.draft.read_bytes()


def test_an_editor_that_fails_on_an_untouched_text_leaves_nothing(desk):
    ran = desk.edit("sys.exit(3)")

    assert ran.exit_code == 1
    assert ran.stderr == (
        "The editor ended with an error (status 3); people/ab-k7q.yaml stays as it was.\n"
    )
    assert not desk.draft.exists()


def test_the_next_edit_goes_on_with_the_draft_and_shows_its_faults_at_once(desk):
    desk.edit(BROKEN, "")

    ran = desk.edit('replace(b"wishes: [nobody\\n", b"wishes: [bakery]\\n")')

    assert ran.exit_code == 0
    assert ran.stderr == f"You go on with the draft that was kept in {desk.draft}.\n"
    assert b"# ! line" in desk.shown[0]
    assert desk.file.read_bytes() == AMINA.replace(b"phone:", b"wishes: [bakery]\nphone:")
    assert not desk.draft.exists()


def test_a_sound_draft_is_saved_though_nothing_more_is_typed(desk):
    desk.edit('replace(b"claire", b"karim"); sys.exit(1)')

    ran = desk.edit("")

    assert ran.exit_code == 0
    assert desk.subjects == ["ab-k7q: edit", "By hand"]


def test_a_draft_taken_back_to_what_the_file_says_is_gone(desk):
    desk.edit(BROKEN, "")

    ran = desk.edit('replace(b"wishes: [nobody\\n", b"")')

    assert ran.stdout == "Nothing was changed in people/ab-k7q.yaml.\n"
    assert not desk.draft.exists()


def test_a_draft_of_another_text_is_put_aside(desk):
    desk.edit(BROKEN, "")
    kept = desk.draft.read_bytes()
    desk.file.write_bytes(AMINA + b"place: Mons\n")
    desk.commit()

    ran = desk.edit("")

    aside = desk.draft.with_name("ab-k7q.1.yaml")
    assert ran.exit_code == 0
    assert str(aside) in ran.stderr
    assert aside.read_bytes() == kept
    assert desk.shown == [AMINA + b"place: Mons\n"]


def test_a_draft_that_a_crash_left_open_loses_its_comments(desk):
    desk.edit(BROKEN, "")
    kept = desk.draft.read_bytes()
    desk.edit(
        "(here / 'crash').write_bytes(path.read_bytes()); (here / 'note').write_bytes(path.with_suffix('.json').read_bytes())"
    )
    desk.draft.write_bytes((desk.folder / "crash").read_bytes())
    desk.draft.with_suffix(".json").write_bytes((desk.folder / "note").read_bytes())

    desk.edit("sys.exit(1)")

    assert desk.draft.read_bytes() == kept


# Others at work


def test_a_file_changed_meanwhile_is_not_overwritten(desk):
    ran = desk.edit(
        f"""
        replace(b"claire", b"karim")
        Path({str(desk.file)!r}).write_bytes({AMINA + b"place: Mons"!r})
        """
    )

    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.startswith(
        "people/ab-k7q.yaml was changed while you were writing, so nothing was saved; "
        f"your text is kept in {desk.draft}.\n"
    )
    assert desk.file.read_bytes() == AMINA + b"place: Mons"
    assert desk.draft.read_bytes() == AMINA.replace(b"claire", b"karim")


def test_others_record_while_somebody_types(desk):
    desk.service.person("cd-x1y")
    desk.commit()
    before = desk.subjects
    command = [sys.executable, "-m", "jobcoach", "-C", str(desk.service.root)]
    logs = [*command, "followup", "log", "cd-x1y", "A word", "--next", "none"]

    ran = desk.edit(
        f"""
        replace(b"claire", b"karim")
        ran = subprocess.run({logs!r}, capture_output=True)
        assert ran.returncode == 0, ran.stderr
        """
    )

    assert ran.exit_code == 0
    assert desk.subjects == ["ab-k7q: edit", "cd-x1y: contact", *before]


def test_a_second_editor_is_kept_off_the_same_case(desk):
    command = [sys.executable, "-m", "jobcoach", "-C", str(desk.service.root), "--lang", "en"]

    ran = desk.edit(
        f"""
        ran = subprocess.run({[*command, "person", "edit", "ab-k7q"]!r}, capture_output=True)
        assert ran.returncode == 3 and b"jobcoach person edit" in ran.stderr, ran
        """
    )

    assert ran.exit_code == 0


def test_whatever_keeps_a_text_from_being_saved_the_draft_stays(desk):
    hook = desk.service.write(".git/hooks/pre-commit", "#!/bin/sh\necho no >&2; exit 1\n")
    hook.chmod(0o755)

    ran = desk.edit('replace(b"claire", b"karim")')

    assert ran.exit_code == 1
    assert ran.stderr.startswith(
        f"Your text is kept in {desk.draft}; jobcoach person edit ab-k7q goes on with it.\n"
        "Git would not commit, so nothing was changed: no\n"
    )
    assert desk.file.read_bytes() == AMINA


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C goes another way there")
def test_ctrl_c_belongs_to_the_editor(desk):
    script = desk.folder / "editor.py"
    script.write_text(
        "import os, signal, time\ntime.sleep(0.3)\nos.kill(os.getppid(), signal.SIGINT)\ntime.sleep(0.2)\n"
    )
    command = [sys.executable, "-m", "jobcoach", "-C", str(desk.service.root), "--lang", "en"]

    ran = subprocess.run([*command, "person", "edit", "ab-k7q"], capture_output=True, check=False)

    assert (ran.returncode, ran.stderr) == (0, b"")


# Which editor


def test_visual_goes_before_editor_and_editor_before_git(desk, monkeypatch):
    git(desk.service.root, "config", "core.editor", f"{shlex.quote(sys.executable)} -c 3")
    monkeypatch.setenv("EDITOR", f"{shlex.quote(sys.executable)} -c 2")
    monkeypatch.setenv("VISUAL", f"{shlex.quote(sys.executable)} -c '1 1'")

    assert editor_command(desk.service.root)[1:] == ["-c", "1 1"]
    monkeypatch.delenv("VISUAL")
    assert editor_command(desk.service.root)[1:] == ["-c", "2"]
    monkeypatch.delenv("EDITOR")
    assert editor_command(desk.service.root)[1:] == ["-c", "3"]


def test_a_system_brings_its_own_editor():
    assert usual_editors("win32") == [["notepad"]]
    assert usual_editors("darwin") == [["open", "-W", "-t"]]
    assert usual_editors("linux") == [["nano"], ["vim"], ["vi"]]


def test_on_windows_a_backslash_is_a_plain_sign():
    written = r"'C:\Program Files\Notepad++\notepad++.exe' -multiInst"

    assert editor_words(written, windows=True) == [
        r"C:\Program Files\Notepad++\notepad++.exe",
        "-multiInst",
    ]
    assert editor_words(r"my\ editor --wait", windows=False) == ["my editor", "--wait"]


@pytest.mark.skipif(os.name == "nt", reason="programs have other names there")
def test_a_path_with_blanks_needs_no_quotes(desk):
    program = desk.folder / "my editor"
    program.write_text("#!/bin/sh\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)

    assert editor_words(str(program)) == [str(program)]


@pytest.mark.parametrize("written", ["no-such-editor --wait", '"never closed'])
def test_an_editor_that_is_not_there_is_told_with_the_way_out(desk, monkeypatch, written):
    monkeypatch.setenv("EDITOR", written)

    ran = desk.service.run("--lang", "en", "person", "edit", "ab-k7q")

    assert ran.exit_code == 3
    assert ran.stderr == (
        f'The editor "{written}" cannot be started.\n'
        "    correct VISUAL, EDITOR or git's core.editor: the command that opens your editor\n"
    )
    assert not desk.draft.exists()


@pytest.mark.skipif(os.name == "nt", reason="notepad is always there")
def test_an_editor_that_does_not_start_leaves_nothing(desk, monkeypatch):
    program = desk.service.write("../no-program", b"\x00\x01")
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(program))

    ran = desk.service.run("--lang", "en", "person", "edit", "ab-k7q")

    assert ran.exit_code == 3
    assert "cannot be started" in ran.stderr
    assert not desk.draft.exists()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="they bring one along")
def test_no_editor_at_all_is_told_with_the_way_out(desk, monkeypatch):
    found = subprocess.run(["which", "git"], capture_output=True, text=True, check=True)
    (desk.folder / "bin").mkdir()
    (desk.folder / "bin/git").symlink_to(found.stdout.strip())
    monkeypatch.setenv("PATH", str(desk.folder / "bin"))
    monkeypatch.delenv("EDITOR")

    ran = desk.service.run("--lang", "en", "person", "edit", "ab-k7q")

    assert ran.exit_code == 3
    assert ran.stderr == (
        "No text editor is found on this computer.\n"
        "    name yours in EDITOR, or for good: git config --global core.editor nano\n"
    )


def test_a_service_without_git_edits_too(desk):
    settings = desk.service.root / "jobcoach.yaml"
    settings.write_bytes(settings.read_bytes() + b"commit: off\n")

    ran = desk.edit('replace(b"claire", b"karim")')

    assert ran.exit_code == 0
    assert desk.subjects == ["By hand"]
    assert b"karim" in desk.file.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_file_that_leads_out_of_the_repository_is_not_opened(desk):
    outside = desk.service.write("../outside.yaml", AMINA)
    desk.file.unlink()
    desk.file.symlink_to(outside)

    ran = desk.service.run("--lang", "en", "person", "edit", "ab-k7q")

    assert ran.exit_code == 1
    assert ran.stderr.startswith("people/ab-k7q.yaml cannot be opened:\n")
    assert outside.read_bytes() == AMINA


# Comments


def test_comments_come_out_again_wherever_they_were_moved():
    text = b"# ! mine\nid: a\n# !! mine too"

    mark = mark_for(text)
    shown = commented(text, ["One", "Two"], mark)

    assert mark == b"# !!!"
    assert shown.startswith(b"# !!! One\n# !!! Two\n# ! mine\n")
    first, _, rest = shown.partition(b"\n")
    assert uncommented(rest.replace(b"id: a\n", b"id: a\n" + first + b"\n"), mark) == text


def test_comments_speak_the_language_of_the_screen():
    fault = Fault(file="people/a.yaml", line=4, column=2, code="bad-duration", facts={"value": "x"})

    for language in ("en", "fr"):
        t = texts(language)
        assert t('"{value}" is not a length of time', value="x") in fault_comments([fault], t)[1]
    assert fault_comments([], t) == []
