"""`plan render`: the person's copy and the coach's sheet, on paper and on the screen."""

import os
import stat
import sys
from pathlib import Path

import pytest
from conftest import run

from .reading import one_message


@pytest.fixture
def cases(service):
    service.person(
        "ab-k7q",
        """
        name: Amina Benali
        wishes: [Bakery]
        stages: [{stage: pre-hire, on: 2026-03-02}]
        contacts: [{on: 2026-03-05, how: phone, by: claire, note: Between us two}]
        plan:
          on: 2026-02-10
          signed: {person: 2026-02-10}
          goals:
            - goal: Work in a shop
              words: "I want to see people."
              steps: [{do: Call the bakery, who: person, by: 2026-03-08}]
        """,
    )
    return service


def _files(cases):
    return sorted(
        path.relative_to(cases.root).as_posix()
        for path in cases.root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    )


def _printed(cases, *args):
    ran = cases.run("plan", "render", "amina", "-o", "-", *args)
    assert (ran.exit_code, ran.stderr) == (0, "")
    return ran.stdout


# Where to


def test_without_a_place_the_document_goes_under_out_and_its_path_is_printed(cases):
    ran = cases.run("plan", "render", "amina")

    assert (ran.exit_code, ran.stderr) == (0, "")
    path = Path(ran.stdout.removesuffix("\n"))
    assert path == cases.root / "out" / "plan-ab-k7q.md"
    assert path.read_text(encoding="utf-8").startswith("# My plan")


@pytest.mark.parametrize(
    ("args", "name"),
    [
        ([], "plan-ab-k7q.md"),
        (["--format", "html"], "plan-ab-k7q.html"),
        (["--for", "coach"], "meeting-ab-k7q.md"),
        (["--for", "coach", "--format", "html"], "meeting-ab-k7q.html"),
        (["--for", "person"], "plan-ab-k7q.md"),
    ],
)
def test_a_files_name_under_out_holds_the_id_and_never_the_name(cases, args, name):
    ran = cases.run("plan", "render", "amina", *args)

    assert Path(ran.stdout.strip()).name == name
    assert [path for path in _files(cases) if path.startswith("out/")] == [f"out/{name}"]


def test_the_document_may_go_elsewhere_and_folders_are_made(cases, tmp_path):
    target = tmp_path / "papers" / "today" / "plan.md"

    ran = cases.run("plan", "render", "amina", "-o", str(target))

    assert (ran.exit_code, ran.stdout) == (0, f"{target}\n")
    assert target.read_text(encoding="utf-8").startswith("# My plan")
    assert "out/plan-ab-k7q.md" not in _files(cases)


def test_a_dash_prints_the_document_and_writes_nothing(cases):
    before = _files(cases)

    text = _printed(cases)

    assert text.startswith("# My plan")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert _files(cases) == before


def test_rendering_again_replaces_the_document(cases):
    cases.run("plan", "render", "amina")
    cases.person("ab-k7q", "name: Amina Benali\nwishes: [Garden]\n")
    cases.run("plan", "render", "amina")

    text = (cases.root / "out" / "plan-ab-k7q.md").read_text(encoding="utf-8")
    assert "Garden" in text
    assert "Bakery" not in text


def test_rendering_never_touches_a_case_file(cases):
    before = (cases.root / "people" / "ab-k7q.yaml").read_bytes()

    cases.run("plan", "render", "amina")
    cases.run("plan", "render", "amina", "--for", "coach")

    assert (cases.root / "people" / "ab-k7q.yaml").read_bytes() == before


@pytest.mark.skipif(
    sys.platform == "win32" or (os.geteuid() == 0 and not Path("/proc").is_dir()),
    reason="needs POSIX permissions",
)
def test_a_place_that_cannot_be_written_is_refused_in_one_line(cases, tmp_path):
    (tmp_path / "afile").write_text("not a folder")

    ran = cases.run(
        "plan", "render", "amina", "--lang", "en", "-o", str(tmp_path / "afile" / "x.md")
    )

    assert ran.exit_code == 1
    assert "cannot be written" in one_message(ran)


def test_a_folder_in_the_place_of_the_document_is_refused_and_nothing_is_left_behind(
    cases, tmp_path
):
    (tmp_path / "plan.md").mkdir()

    ran = cases.run("plan", "render", "amina", "-o", str(tmp_path / "plan.md"))

    assert ran.exit_code == 1
    assert "cannot be written" in one_message(ran)
    assert list((tmp_path / "plan.md").iterdir()) == []
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")
def test_the_document_can_be_read_by_whom_the_coachs_other_files_can(cases):
    mask = os.umask(0o022)
    try:
        cases.run("plan", "render", "amina")
    finally:
        os.umask(mask)

    mode = stat.S_IMODE((cases.root / "out" / "plan-ab-k7q.md").stat().st_mode)
    assert mode in (0o600, 0o640, 0o644)


# Which form


@pytest.mark.parametrize(
    ("name", "html"),
    [("a.md", False), ("a.markdown", False), ("a.html", True), ("a.HTM", True), ("a.txt", False)],
)
def test_the_format_follows_the_suffix(cases, tmp_path, name, html):
    cases.run("plan", "render", "amina", "-o", str(tmp_path / name))

    assert (tmp_path / name).read_text(encoding="utf-8").startswith("<!DOCTYPE html>") is html


def test_a_format_that_is_named_wins_over_the_suffix(cases, tmp_path):
    cases.run("plan", "render", "amina", "--format", "html", "-o", str(tmp_path / "a.md"))

    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_html_is_printed_too(cases):
    assert _printed(cases, "--format", "html").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("args", [["--format", "pdf"], ["-o", "plan.pdf"]])
def test_pdf_without_weasyprint_is_refused_with_a_way_out(cases, args, monkeypatch):
    monkeypatch.chdir(cases.root)
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # as if it were not installed
    before = _files(cases)

    ran = cases.run("plan", "render", "amina", *args)

    assert ran.exit_code == 1
    assert one_message(ran) == "PDF needs WeasyPrint, which is not installed."
    assert "pipx inject jobcoach weasyprint, or print the HTML to PDF in a browser" in ran.stderr
    assert _files(cases) == before


def test_easy_to_read_has_words_and_pictures_of_its_own(cases):
    page = _printed(cases, "--format", "html", "--style", "easy")

    assert '<body class="easy">' in page
    assert "What do I want?" in page
    assert "What I want, in my words" not in page
    assert 'role="img" aria-label="A person who thinks of a heart"' in page
    assert "This is a simple version. We read it together." in page


def test_easy_to_read_is_there_in_markdown_too(cases):
    text = _printed(cases, "--style", "easy")

    assert "## What do I want?" in text
    assert "To do by Sunday 8 March 2026." in text


def test_large_print_is_a_class_of_the_page(cases):
    assert '<body class="large">' in _printed(cases, "--format", "html", "--style", "large")
    assert '<body class="standard">' in _printed(cases, "--format", "html")


def test_a_person_who_wants_large_print_gets_it_the_coach_does_not(cases):
    cases.person("ab-k7q", "name: Amina Benali\ndocuments: large\n")

    assert '<body class="large">' in _printed(cases, "--format", "html")
    assert '<body class="standard">' in _printed(cases, "--format", "html", "--for", "coach")
    assert '<body class="standard">' in _printed(cases, "--format", "html", "--style", "standard")


def test_a_person_who_wants_easy_to_read_gets_it_the_coach_does_not(cases):
    cases.person("ab-k7q", "name: Amina Benali\ndocuments: easy\n")

    assert '<body class="easy">' in _printed(cases, "--format", "html")
    assert '<body class="standard">' in _printed(cases, "--format", "html", "--for", "coach")


@pytest.mark.parametrize(
    ("option", "value", "near"),
    [
        ("--format", "htm", "html"),
        ("--format", "docx", "md, html"),
        ("--lang", "fe", "fr"),
        ("--lang", "es", "fr, en, nl, de"),
        ("--style", "standart", "standard"),
    ],
)
def test_an_unknown_value_is_refused_with_the_allowed_ones(cases, option, value, near):
    ran = cases.run("plan", "render", "amina", option, value)

    assert ran.exit_code == 2
    assert one_message(ran) == f'"{value}" is not a value {option} takes.'
    assert near in ran.stderr


# In which language


def test_the_document_speaks_the_persons_language_else_the_services(cases):
    assert _printed(cases).startswith("# My plan")

    cases.person("ab-k7q", "name: Amina Benali\nlanguage: fr\n")

    assert _printed(cases).startswith("# Mon plan")
    assert _printed(cases, "--lang", "en").startswith("# My plan")


def test_the_coachs_sheet_speaks_the_services_language(cases):
    cases.person("ab-k7q", "name: Amina Benali\nlanguage: fr\n")

    assert _printed(cases, "--for", "coach").startswith("# Meeting with Amina Benali")
    assert _printed(cases, "--for", "coach", "--lang", "fr").startswith("# Rencontre avec")


def test_a_french_screen_prints_an_english_plan(cases):
    ran = cases.run("--lang", "fr", "plan", "render", "amina", "--lang", "en", "-o", "-")

    assert ran.stdout.startswith("# My plan")


def test_the_language_of_the_document_is_not_the_language_of_the_screen(cases, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    ran = cases.run("plan", "render", "amina", "--lang", "fr", "--format", "pdf")

    assert one_message(ran) == "PDF needs WeasyPrint, which is not installed."


# For whom


def test_the_coachs_sheet_holds_what_the_persons_copy_does_not(cases):
    assert "Between us two" in _printed(cases, "--for", "coach")
    assert "Between us two" not in _printed(cases)


@pytest.mark.parametrize("reader", ["cpas", "employer", "boulangerie-lambert", "mother", ""])
def test_without_consent_it_is_refused_for_anybody_else_and_nothing_is_written(
    cases, reader, tmp_path
):
    before = _files(cases)

    for target in ("-", str(tmp_path / "plan.md")):
        ran = cases.run("plan", "render", "amina", "--for", reader, "-o", target)

        assert (ran.exit_code, ran.stdout) == (1, "")
        assert one_message(ran)
    assert not (tmp_path / "plan.md").exists()
    assert cases.run("plan", "render", "amina", "--for", reader).exit_code == 1
    assert _files(cases) == before


def test_without_a_plan_there_is_a_sheet_to_write_on(service):
    service.person("ab-k7q", "name: Amina Benali")

    for reader in ("person", "coach"):
        for form in ("md", "html"):
            ran = service.run(
                "plan", "render", "amina", "--for", reader, "--format", form, "-o", "-"
            )
            assert (ran.exit_code, ran.stderr) == (0, "")
            assert "Amina Benali" in ran.stdout
            assert "None" not in ran.stdout


def test_a_plan_that_is_not_signed_says_so(cases):
    cases.person("ab-k7q", "name: Amina Benali\nplan: {goals: [{goal: Work}]}\n")

    assert "Draft" in _printed(cases)
    assert "Draft" in _printed(cases, "--format", "html")


# What cannot be read


@pytest.mark.parametrize(
    "fault",
    ["skills: [Bakery\n", "name: Twice\n", "skills: !secret [Bakery]\n", "<<<<<<< HEAD\n"],
    ids=["a list that never ends", "a key twice", "a tag", "a merge conflict"],
)
def test_a_case_that_cannot_be_read_is_refused_rather_than_shown_in_part(cases, fault):
    file = cases.root / "people" / "ab-k7q.yaml"
    file.write_text(file.read_text(encoding="utf-8") + fault, "utf-8")
    before = _files(cases)

    ran = cases.run("plan", "render", "ab-k7q", "--for", "person")

    assert ran.exit_code == 1
    assert "cannot be read well enough for a document." in one_message(ran)
    assert "jobcoach check people/ab-k7q.yaml" in ran.stderr
    assert _files(cases) == before


def test_a_date_that_is_none_leaves_a_document_and_is_named(cases):
    file = cases.root / "people" / "ab-k7q.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "consents: [{on: 2026-02-30}]\n", "utf-8")

    ran = cases.run("plan", "render", "ab-k7q")

    assert ran.exit_code == 4
    assert Path(ran.stdout.strip()).is_file()
    assert ran.stderr.startswith("people/ab-k7q.yaml:")


def test_a_fault_in_another_file_is_no_obstacle(cases):
    cases.person("zz-9ab", "contacts: [{on: 2026-02-30}]")

    assert _printed(cases).startswith("# My plan")


# A service's own templates


def test_a_services_own_template_replaces_a_block_of_the_shipped_one(cases):
    cases.write(
        "templates/plan.j2",
        '{% extends "shipped/plan.j2" %}\n'
        "{% block strengths %}<section><h2>{{ view.person }} can</h2></section>{% endblock %}\n",
    )

    text = _printed(cases, "--format", "html")

    assert "<h2>Amina Benali can</h2>" in text
    assert "My strengths" not in text
    assert "What I want, in my words" in text
    assert text.startswith("<!DOCTYPE html>")


def test_a_services_own_markdown_template_is_used_for_markdown_only(cases):
    cases.write(
        "templates/plan.md.j2",
        '{% extends "shipped/plan.j2" %}\n{% block rights %}\n## House rules\n\n{% endblock %}\n',
    )

    assert "## House rules" in _printed(cases)
    assert "House rules" not in _printed(cases, "--format", "html")


def test_a_whole_template_of_ones_own_works_too(cases):
    cases.write("templates/plan.md.j2", "{{ view.title }}: {{ view.goals[0].goal }}\n")

    assert _printed(cases) == "My plan: Work in a shop\n"


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("one\ntwo\n{% if %}\n", 3),
        ("one\n{% unknown %}\n", 2),
        ("one\ntwo\n\n{{ view.nonsense }}\n", 4),
        ("{{ view.goals[7].goal }}\n", 1),
        ('{% extends "nowhere.j2" %}\n', 1),
        ("one\n{{ 1 / 0 }}\n", 2),
        ("{{ view.title + 1 }}\n", 1),
        ("one\n{{ ''.__class__.__mro__ }}\n", 2),
        ("one\n{{ view.title | nofilter }}\n", 2),
        ("{% for x in view.goals %}\n", 1),
    ],
)
@pytest.mark.parametrize("form", ["md", "html"])
def test_a_broken_template_gives_one_clear_line_with_its_place(cases, template, line, form):
    cases.write(f"templates/plan.{form}.j2", template)
    before = _files(cases)

    ran = cases.run("plan", "render", "amina", "--format", form)

    assert ran.exit_code == 1
    said = one_message(ran)
    assert "template" in said.lower()
    assert f"line {line}" in said
    assert _files(cases) == before


def test_the_broken_template_is_named(cases):
    cases.write("templates/plan.j2", '{% extends "shipped/plan.j2" %}\n{% oops %}\n')

    ran = cases.run("plan", "render", "amina", "--format", "html")

    assert one_message(ran).startswith("The template plan.j2, line 2: ")


def test_the_reason_why_a_template_is_broken_is_told_whole(cases):
    cases.write("templates/plan.md.j2", "{{ view.nonsense_that_nobody_ever_heard_of_before }}\n")

    said = one_message(cases.run("plan", "render", "amina"))

    assert "nonsense_that_nobody_ever_heard_of_before" in said


def test_a_broken_template_tells_nothing_about_the_person(cases):
    cases.write("templates/plan.md.j2", "{{ view.person.nonsense }}{{ view.goals + 1 }}\n")

    ran = cases.run("plan", "render", "amina")

    assert ran.exit_code == 1
    assert "Amina" not in ran.stderr
    assert "shop" not in ran.stderr


def test_the_document_is_written_as_utf8_with_lf(cases):
    cases.person("ab-k7q", "name: Amina Bénali ☺\n")

    ran = run("-C", str(cases.root), "plan", "render", "ab-k7q")

    data = Path(ran.stdout.strip()).read_bytes()
    assert "Bénali ☺" in data.decode("utf-8")
    assert b"\r" not in data
