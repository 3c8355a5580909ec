"""`template list`, `template copy`, `template check`: the service's own look and words in documents."""

import re
import sys
from pathlib import Path

import pytest
from conftest import SETTINGS, git, run
from documents import COMMANDS, committed_examples, document

from jobcoach.render import compiled_templates
from jobcoach.render.template_screen import TEMPLATES

from .recording import Book
from .test_completion import asked

SHIPPED = Path(__file__).resolve().parents[2] / "templates"
HOW = (
    "{# Before or after super() you add to a block, in its place you write your own; "
    "the blocks you do not change can go. #}"
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """What is compiled of the shipped templates, once for all tests."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture(autouse=True)
def _compiled_once(kept, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(compiled_templates, "FOLDER", kept)


@pytest.fixture
def book(service):
    service.person("ab-k7q", "name: Amina Benali\nstages: [{stage: reserve, on: 2026-02-01}]\n")
    made = Book(service)
    made.commit()
    return made


# List


def test_every_shipped_template_is_listed_with_what_it_is_for(book):
    screen = book.service.run("template", "list").stdout

    assert [line.split()[0] for line in screen.splitlines()] == ["Name", *TEMPLATES]
    lines = [" ".join(line.split()) for line in screen.splitlines()]
    assert "plan the individual plan" in lines
    assert "easy/plan the individual plan, easy to read" in lines
    assert "md/page the frame of every document in Markdown: title, foot" in lines


def test_what_is_listed_are_all_templates_but_the_pieces():
    found = {path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.*")}
    files = {name for name in found if not name.startswith("pictures/")}
    pieces = {"html/pieces.j2", "md/pieces.j2"}

    named = {name if name.endswith(".yaml") else f"{name}.j2" for name in TEMPLATES}
    assert files == named | pieces


def test_the_services_own_stand_beside_the_shipped_ones_and_further_ones_below(book):
    for path in ("plan.md.j2", "plan.j2", "easy/job.j2", "html/page.j2", "house.j2", "notes.txt"):
        book.service.write(f"templates/{path}", "")

    listed = book.service.run("template", "list", "--json").json

    own = {row["name"]: row["own"] for row in listed["templates"] if row["own"]}
    assert listed["version"] == 1
    assert own == {
        "plan": ["templates/plan.j2", "templates/plan.md.j2"],
        "easy/job": ["templates/easy/job.j2"],
        "html/page": ["templates/html/page.j2"],
    }
    assert listed["further"] == ["templates/house.j2"]
    lines = book.service.run("template", "list").stdout.splitlines()
    assert lines[1].endswith("templates/plan.j2, templates/plan.md.j2")
    assert lines[-1].split()[0] == "house"


def test_outside_a_repository_the_shipped_ones_are_listed_and_nothing_is_checked(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)

    listed = run("--lang", "en", "template", "list")

    assert (listed.exit_code, len(listed.stdout.splitlines())) == (0, 1 + len(TEMPLATES))
    assert run("template", "check").exit_code == 3


# Copy


def test_a_copy_inherits_the_shipped_one_block_by_block_in_the_services_language(book):
    path = book.does("--lang", "fr", "template", "copy", "job")

    assert path == f"{book.root / 'templates' / 'job.j2'}\n"
    assert book.read("templates/job.j2") == (
        '{% extends "shipped/job.j2" %}\n'
        "{% import pieces as m %}\n"
        f"{HOW}\n"
        "\n"
        "{% block state %}{{ super() }}{% endblock %}\n"
        "{% block tasks %}{{ super() }}{% endblock %}\n"
        "{% block demands %}{{ super() }}{% endblock %}\n"
        "{% block conditions %}{{ super() }}{% endblock %}\n"
        "{% block firm %}{{ super() }}{% endblock %}\n"
        "{% block quality %}{{ super() }}{% endblock %}\n"
        "{% block questions %}{{ super() }}{% endblock %}\n"
    )


@pytest.mark.parametrize("page", ["html/page", "md/page"])
def test_a_copy_of_the_frame_leaves_out_the_blocks_that_wait_for_a_document(book, page):
    book.does("template", "copy", page)

    blocks = [line for line in book.read(f"templates/{page}.j2").splitlines() if "super()" in line]
    assert sorted(line.split()[2] for line in blocks[1:]) == ["addressed", "foot", "head", "name"]


def test_the_copies_are_sound_and_change_no_document_at_all(tmp_path):
    cases = committed_examples(tmp_path / "cases")
    one_each = [name for name in COMMANDS if name.endswith(("-ab-k7q", "-counter", "-mc-h4y"))]
    wanted = [(n, *how) for n in one_each for how in (("standard", "md"), ("easy", "html"))]
    before = {which: document(cases, which[0], "fr", *which[1:]) for which in wanted}

    for name in TEMPLATES:
        assert run("-C", str(cases), "template", "copy", name).exit_code == 0

    assert {which: document(cases, which[0], "fr", *which[1:]) for which in wanted} == before
    ran = run("-C", str(cases), "--lang", "en", "template", "check")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == "21 templates looked over: 0 errors, 0 warnings\n"


def test_a_copy_is_a_commit_of_its_own_that_is_no_case(book):
    book.service.write("people/ab-k7q.yaml", book.read() + "place: Fleurus\n")

    ran = book.service.run("template", "copy", "easy/plan")

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert book.message == "templates/easy/plan.j2: begun"
    assert book.touched == ["templates/easy/plan.j2"]
    assert git(book.root, "status", "--porcelain") == " M people/ab-k7q.yaml\n"


def test_undo_passes_over_a_copy(book):
    book.does("followup", "log", "amina", "wrong")
    book.does("template", "copy", "plan")

    assert book.does("undo").startswith("Taken back: ab-k7q: contact\n")
    assert (book.root / "templates/plan.j2").exists()
    said = book.refuses("undo")
    assert said.startswith("There is no change of yours to take back.")


@pytest.mark.parametrize("written", ["plan", "plan.j2", "templates/plan.j2"])
def test_the_name_may_be_typed_as_a_file(book, written):
    assert book.does("template", "copy", written).endswith("/templates/plan.j2\n")


def test_what_is_there_already_is_left_as_it_is_even_a_link_to_nowhere(book):
    (book.root / "templates").mkdir()
    (book.root / "templates/plan.j2").symlink_to("nowhere.j2")

    assert book.refuses("template", "copy", "plan") == (
        "templates/plan.j2 is there already and is left as it is.\n"
        "    change it in your editor; jobcoach template check looks it over\n"
    )


def test_nothing_is_written_through_a_folder_that_leads_out(book, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (book.root / "templates").symlink_to(tmp_path / "elsewhere")

    said = book.service.run("template", "copy", "plan").stderr

    assert said.startswith("templates is a link that leads out of the repository")
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("name", ["plans", "html/pieces", "pictures/bus", "../plan", "/plan"])
def test_only_what_is_listed_can_be_copied(book, name):
    said = book.refuses("template", "copy", name)

    assert f'"{name}" is not a template that documents are made from.' in said
    assert "easy/closing, report, funder, funder.yaml, html/page, md/page" in said


# Check


def own(book, **texts):
    """The service's own templates; two underscores are a folder's slash."""
    for name, text in texts.items():
        book.service.write(f"templates/{name.replace('__', '/')}.j2", text)


def checked(book, *args):
    """What is found: (place, level, message), and the exit status."""
    ran = book.service.run("template", "check", "--json", *args)
    assert ran.stdout, ran.stderr
    found = ran.json["findings"]
    return [(f"{f['file']}:{f['line']}", f["level"], f["message"]) for f in found], ran.exit_code


PLAN = '{% extends "shipped/plan.j2" %}\n{% import pieces as m %}\n'
JOB = PLAN.replace("plan", "job")
NOTHING = "{% block dates %}{{ nothing }}{% endblock %}"


def test_without_templates_of_its_own_there_is_nothing_to_look_over(book):
    for name in (".plan.j2.swp", ".old.j2", "README.md", "pictures/README.md"):
        book.service.write(f"templates/{name}", "{% if %}")

    ran = book.service.run("template", "check")

    assert (ran.exit_code, ran.stdout) == (
        0,
        "The service has no templates of its own.\n    → jobcoach template copy plan\n",
    )


def test_several_templates_tell_their_faults_at_once_each_with_its_line(book):
    own(
        book,
        plan=PLAN + "{% block who %}{{ nobody }}\n{{ super() }}{% endblock %}\n",
        easy__job="\n{% if %}\n",
        plann="{{",
    )

    ran = book.service.run("template", "check")

    assert ran.exit_code == 1
    assert ran.stdout == (
        "templates/easy/job.j2:2: Expected an expression, got 'end of statement block'\n"
        "templates/plan.j2:3: 'nobody' is undefined\n"
        "templates/plann.j2:1: unexpected 'end of template'\n"
        "\n"
        "3 templates looked over: 3 errors, 0 warnings\n"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ view.nonsense }}", "JobView object' has no attribute 'nonsense'"),
        ("{{ m.bullets(view.nonsense) }}", "JobView object' has no attribute 'nonsense'"),
        ("{{ nonsense }}", "'nonsense' is undefined"),
        ("{{ m.bullets(7) }}", "TypeError"),
        ("{{ ''.__class__ }}", "access to attribute '__class__' of 'str' object is unsafe."),
        ("{% include 'nowhere.j2' %}", "nowhere.j2 is not there"),
        ("{% include '../secret' %}", "../secret is not there"),
        ("{{ view.title|nofilter }}", "No filter named 'nofilter'."),
    ],
)
def test_a_fault_stands_at_the_line_of_the_own_template_as_in_a_document(book, text, message):
    own(book, job=JOB + "{% block tasks %}\n" + text + "\n{% endblock %}\n")
    book.service.employer("bakery", "jobs: [{id: counter, title: Counter}]\n")

    ((place, level, said),), status = checked(book)
    document = book.service.run("document", "job", "bakery/counter").stderr

    assert (place, level, status) == ("templates/job.j2:4", "error", 1)
    assert said.endswith(message)
    assert document == f"The template job.j2, line 4: {said}\n"


def test_every_document_is_tried_in_both_forms_for_the_person_and_for_others(book):
    foot = "{{ view[(view.style, 'own' if view.own else 'told')|join(' ')] }}"
    page = '{% extends "shipped/html/page.j2" %}{% block foot %}'
    own(book, html__page=page + foot + "{% endblock %}")

    found, _ = checked(book)

    tried = {tuple(re.findall(r"\.(\w+)View object.*'(\w+) (\w+)'", said)[0]) for *_, said in found}
    inside = {"Plan", "TrustContract", "FollowUp", "Job", "Effects", "Meeting", "Closing"}
    for_others = {"Plan", "FollowUp", "Presentation", "Job", "Closing"}
    assert tried == {
        (document, style, reader)
        for style in ("standard", "easy")
        for reader, documents in (("own", inside), ("told", for_others))
        for document in documents
    }


def test_a_service_without_an_address_is_tried_without_one(book):
    foot = "{% block foot %}{{ view.contact[0] }}{% endblock %}"
    own(book, md__page='{% extends "shipped/md/page.j2" %}' + foot)

    found, _ = checked(book)
    assert found == [("templates/md/page.j2:1", "error", "tuple object has no element 0")]

    book.service.settings(SETTINGS + "organisation: {phone: 071 00 00 10}\n")
    assert checked(book) == ([], 0)


def test_a_template_for_one_format_is_tried_in_that_format(book):
    own(book, **{"plan.md": PLAN + NOTHING})

    assert checked(book) == ([("templates/plan.md.j2:3", "error", "'nothing' is undefined")], 1)
    assert book.service.run("document", "plan", "amina", "--format", "html").exit_code == 0


def test_an_own_picture_is_tried_too(book):
    book.service.write("templates/pictures/person.svg", "<svg>{{ nobody }}</svg>")

    assert checked(book) == (
        [("templates/pictures/person.svg:1", "error", "'nobody' is undefined")],
        1,
    )


def test_a_shipped_template_that_misses_a_piece_is_named_as_shipped(book):
    pieces = (SHIPPED / "md/pieces.j2").read_text(encoding="utf-8")
    own(book, md__pieces=pieces.replace("macro warning", "macro warned"))

    found, _ = checked(book)

    assert ("shipped/plan.j2:9", "error") in [found[:2] for found in found]
    assert {said.partition("'")[2] for *_, said in found} == {
        "jinja2.environment.TemplateModule object' has no attribute 'warning'"
    }


def test_a_template_that_extends_itself_is_told_how_to_reach_the_shipped_one(book):
    own(book, plan='{# ours #}\n{% extends "plan.j2" %}\n')

    ran = book.service.run("template", "check")

    assert ran.exit_code == 1
    assert ran.stdout.startswith(
        "templates/plan.j2:2: this template uses itself without an end\n"
        "    the shipped one of the same name is called shipped/… there\n"
    )


@pytest.mark.parametrize("name", ["html/page.j2", "plan.j2", "plann.j2"])
def test_a_file_in_another_encoding_is_named(book, name):
    book.service.write(f"templates/{name}", "{% block a %}é{% endblock %}".encode("latin-1"))

    assert checked(book) == ([(f"templates/{name}:1", "error", "the file is not in UTF-8")], 1)


# Files without a use


def test_a_file_that_no_document_uses_is_a_warning(book):
    own(book, plann='{% include "house.j2" %}', house="ours")

    ran = book.service.run("template", "check")

    assert ran.exit_code == 0
    assert ran.stdout == (
        "templates/house.j2:1: warning: no document uses this file\n"
        "    give it the name of a shipped one, or let another one include it\n"
        "templates/plann.j2:1: warning: no document uses this file\n"
        "    give it the name of a shipped one, or let another one include it\n"
        "\n"
        "2 templates looked over: 0 errors, 2 warnings\n"
    )


@pytest.mark.parametrize(
    "plan",
    [
        PLAN + '{% from "house.j2" import m with context %}',
        PLAN + '{% block rights %}{% include ["nowhere.j2", "house" ~ ".j2"] %}{% endblock %}',
        '{% extends "house.j2" %}',
    ],
)
def test_a_file_that_another_one_uses_is_used(book, plan):
    own(book, plan=plan, house='{% extends "shipped/plan.j2" %}')

    assert checked(book) == ([], 0)


def test_a_file_that_one_at_fault_may_use_is_not_called_unused(book):
    own(book, plan='{{ nothing }}{% include "house.j2" %}', house="ours")

    found, _ = checked(book)

    assert [place for place, *_ in found] == ["templates/plan.j2:1"]


# Links


@pytest.mark.parametrize("at", ["plan.j2", "", "easy", "notes.txt"])
def test_a_link_out_of_the_repository_is_refused_and_nothing_is_made_meanwhile(book, tmp_path, at):
    (tmp_path / "elsewhere").mkdir()
    link = book.root / "templates" / at
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "elsewhere")
    path = link.relative_to(book.root).as_posix()

    made = book.service.run("document", "plan", "amina", "-o", "-")

    assert checked(book) == ([(f"{path}:1", "error", "this link leads out of the repository")], 1)
    assert (made.exit_code, made.stdout) == (1, "")
    assert made.stderr == (
        f"{path} is a link that leads out of the repository, so nothing was made.\n"
        "    put the file itself there\n"
    )


def test_a_link_within_the_repository_is_as_good_as_a_file(book):
    own(book, easy__plan='{% extends "shipped/easy/plan.j2" %}')
    (book.root / "templates/easy/job.j2").symlink_to(book.root / "sheet.j2")
    book.service.write("sheet.j2", JOB + "{% block firm %}{{ x }}{% endblock %}")
    (book.root / "templates/again").symlink_to(book.root / "templates")

    assert checked(book) == ([("templates/easy/job.j2:3", "error", "'x' is undefined")], 1)


def test_a_link_to_nowhere_is_named_whichever_template_is_looked_over(book):
    own(book, plan=PLAN)
    (book.root / "templates/job.j2").symlink_to("nowhere.j2")

    found = ([("templates/job.j2:1", "error", "the file cannot be read")], 1)
    assert checked(book) == checked(book, "plan") == found
    assert book.service.run("document", "plan", "amina").exit_code == 0


# What is looked over, and what is told


@pytest.mark.parametrize("written", ["plan", "plan.j2", "templates/plan.j2"])
def test_only_those_that_are_named_are_looked_over(book, written):
    own(book, plan=PLAN + NOTHING, job="{% if %}", house="nobody's")

    assert book.service.run("template", "check", written).stdout == (
        "templates/plan.j2:3: 'nothing' is undefined\n"
        "\n"
        "1 template looked over: 1 error, 0 warnings\n"
    )
    assert book.service.run("template", "check", "plann").stderr.startswith(
        'The service has no template "plann" of its own.\n    did you mean "plan"?'
    )


def test_for_other_programs(book):
    own(book, plan=PLAN + NOTHING)

    assert book.service.run("template", "check", "--json").json == {
        "version": 1,
        "templates": ["templates/plan.j2"],
        "findings": [
            {
                "file": "templates/plan.j2",
                "line": 3,
                "level": "error",
                "code": "template-error",
                "message": "'nothing' is undefined",
                "hint": "",
            }
        ],
    }


# What the README shows


def test_the_template_shown_in_the_readme_does_and_its_fault_is_told_as_shown(book):
    readme = (SHIPPED.parent / "README.md").read_text(encoding="utf-8")
    (template,) = re.findall(r"```jinja\n(.*?)```", readme, re.DOTALL)
    (shown,) = re.findall(r"```text\n(templates/.*?)```", readme, re.DOTALL)
    own(book, plan=template)

    text = book.service.run("document", "plan", "amina", "-o", "-").stdout
    assert checked(book) == ([], 0)
    assert "\n- I can complain, and I get an answer.\n\nWe also speak Arabic and Turkish.\n" in text

    own(book, plan=re.sub(r"\{\{ m\.p.*", "{{ view.strength }}", template))
    assert book.service.run("template", "check").stdout == shown


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("jobcoach template copy easy/p", ["easy/plan", "easy/presentation"]),
        ("jobcoach template check ", ["house", "plan"]),
    ],
)
def test_names_complete_in_the_shell(book, monkeypatch, line, offered):
    own(book, plan=PLAN, house="ours")
    monkeypatch.chdir(book.root)

    assert asked(monkeypatch, "bash", line) == offered
