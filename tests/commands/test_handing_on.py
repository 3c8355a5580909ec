"""Making a document for somebody else: what refuses, what is recorded and committed, who knows what since."""

import sys
from pathlib import Path

import pytest
from conftest import git

from .recording import AMINA, BAKERY, BAKERY_FILE, PERSON_FILE, Book

CIRCLE = "circle: [{id: mother, name: Fatima Benali, relation: mother}]\n"
CONSENTS = """\
consents:
  - {to: boulangerie-lambert, about: [name, skills, plan], on: 2026-01-12, until: 2027-01-12}
  - {to: mother, about: [name], on: 2026-01-12}
"""
SKILLS = "skills: [Cash desk]\n"
DISCLOSURES = "disclosures:\n"
LINE = (
    "  - {on: 2026-03-09, to: boulangerie-lambert, document: plan, about: [name, skills, plan]}\n"
)
TOLD = "Recorded as handed on to Boulangerie Lambert: name, skills and plan.\n"
TO_BAKERY = ("plan", "render", "amina", "--for", "lambert")

GARAGE_FILE = "employers/garage-martin.yaml"
GARAGE = "id: garage-martin\nname: Garage Martin\ncoach: claire\n"


def book_of(service, more=CONSENTS, case=AMINA):
    service.write(PERSON_FILE, case + CIRCLE + SKILLS + more)
    service.write(BAKERY_FILE, BAKERY)
    service.write(GARAGE_FILE, GARAGE)
    service.write(".gitignore", "out/\n")
    book = Book(service)
    book.commit()
    return book


@pytest.fixture
def book(service):
    return book_of(service)


def hands_on(book, *args):
    """Run a command that hands a document on: one commit and a clean tree; what it printed and said."""
    before = book.last_commit
    ran = book.service.run("--lang", "en", *args)
    assert ran.exit_code == 0, ran.stderr
    assert git(book.root, "rev-parse", "HEAD~1").strip() == before
    assert git(book.root, "status", "--porcelain") == ""
    return ran


# What is recorded


def test_a_copy_for_an_employer_is_written_recorded_and_committed(book):
    before = book.read()

    ran = hands_on(book, *TO_BAKERY)

    path = book.root / "out" / "plan-ab-k7q-boulangerie-lambert.md"
    assert (ran.stdout, ran.stderr) == (f"{path}\n", TOLD)
    assert path.read_text(encoding="utf-8").startswith("# My plan – Amina Benali\n")
    assert book.read().count(DISCLOSURES + LINE) == 1
    assert book.read().replace(DISCLOSURES + LINE, "") == before
    assert book.touched == [PERSON_FILE]
    assert book.message == "ab-k7q: disclosure\n\nCase: ab-k7q\nAction: disclosure\nCoach: claire"


def test_what_is_printed_is_recorded_just_the_same_and_leaves_no_file(book):
    ran = hands_on(book, *TO_BAKERY, "-o", "-")

    assert ran.stdout.startswith("# My plan – Amina Benali\n")
    assert ran.stderr == TOLD
    assert LINE in book.read()
    assert not (book.root / "out").exists()


@pytest.mark.parametrize(
    ("args", "line"),
    [
        (
            ("plan", "render", "amina", "--for", "mother"),
            "{on: 2026-03-09, to: mother, document: plan, about: [name]}",
        ),
        (
            ("document", "plan", "amina", "--for", "fatima"),
            "{on: 2026-03-09, to: mother, document: plan, about: [name]}",
        ),
        (
            ("document", "follow-up", "amina", "--for", "lambert"),
            "{on: 2026-03-09, to: boulangerie-lambert, document: follow-up, about: [name]}",
        ),
        (
            ("document", "presentation", "amina", "--for", "lambert"),
            "{on: 2026-03-09, to: boulangerie-lambert, document: presentation, about: [name, skills]}",
        ),
        (
            ("document", "closing", "amina", "--for", "lambert"),
            "{on: 2026-03-09, to: boulangerie-lambert, document: closing, about: [name]}",
        ),
    ],
    ids=["the circle", "document plan", "follow-up", "presentation", "closing"],
)
def test_each_document_says_in_the_file_to_whom_it_went_and_about_what(book, args, line):
    hands_on(book, *args, "-o", "-")

    assert book.read().count(f"disclosures:\n  - {line}\n") == 1
    assert book.message.startswith("ab-k7q: disclosure\n")


def test_the_same_document_twice_on_one_day_is_two_lines_and_two_commits(book):
    hands_on(book, *TO_BAKERY)
    hands_on(book, *TO_BAKERY)

    assert book.read().count(DISCLOSURES + LINE + LINE) == 1
    assert git(book.root, "log", "--format=%s").splitlines()[:2] == ["ab-k7q: disclosure"] * 2


def test_no_commit_and_no_path_holds_a_name(book):
    ran = hands_on(book, *TO_BAKERY)
    hands_on(book, "plan", "render", "amina", "--for", "fatima")

    log = git(book.root, "log", "-2", "--format=%B")
    names = [path.name for path in (book.root / "out").iterdir()]
    for name in ("amina", "benali", "fatima"):
        assert name not in log.lower()
        assert not any(name in written for written in names)
    assert Path(ran.stdout.strip()).name in names


def test_a_hand_edit_in_the_file_is_a_commit_of_its_own_before(book):
    edited = book.read().replace("Cash desk", "Cash desk, Arabic")
    book.service.write(PERSON_FILE, edited)

    ran = book.service.run(*TO_BAKERY, "-o", "-", "--lang", "en")

    assert ran.exit_code == 0
    assert "Arabic" in ran.stdout
    assert git(book.root, "log", "-2", "--format=%s").splitlines() == [
        "ab-k7q: disclosure",
        "ab-k7q: hand-edit",
    ]
    assert git(book.root, "show", "--format=", "HEAD").count("\n+  - {on: 2026-03-09") == 1


def test_where_the_service_commits_by_itself_the_file_says_it_all_the_same(book):
    book.service.write("jobcoach.yaml", (book.root / "jobcoach.yaml").read_text() + "commit: off\n")
    before = book.last_commit

    assert book.service.run(*TO_BAKERY, "-o", "-").exit_code == 0

    assert LINE in book.read()
    assert book.last_commit == before


def test_what_was_left_out_is_said_and_no_text_of_it(service):
    text = AMINA.replace("wishes: [Bakery]", "wishes: [Bakery, Garage Martin]")
    about = CONSENTS.replace("skills, plan", "wishes")
    book = book_of(service, about, text)

    ran = hands_on(book, *TO_BAKERY, "-o", "-")

    assert "Bakery" in ran.stdout
    assert "Martin" not in ran.stdout
    assert ran.stderr == (
        "Recorded as handed on to Boulangerie Lambert: name and wishes.\n"
        "Left out: 1 text that names another employer or somebody unnamed.\n"
    )


@pytest.mark.parametrize("reader", ["person", "coach", "claire", "karim"])
@pytest.mark.parametrize(
    "command", [("plan", "render"), ("document", "plan"), ("document", "closing")], ids=" ".join
)
def test_the_persons_and_a_coachs_own_copies_are_recorded_nowhere(book, command, reader):
    commit, text = book.last_commit, book.read()

    assert book.service.run(*command, "amina", "--for", reader).exit_code == 0

    assert (book.last_commit, book.read()) == (commit, text)


@pytest.mark.parametrize("reader", ["person", "coach"])
def test_a_preview_of_the_presentation_shows_what_employers_may_read_and_records_nothing(
    service, reader
):
    book = book_of(service, "consents: [{to: employers, about: [skills], on: 2026-01-12}]\n")
    commit, text = book.last_commit, book.read()

    ran = book.service.run("document", "presentation", "amina", "--for", reader, "-o", "-")

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert "Cash desk" in ran.stdout
    assert "Bakery" not in ran.stdout
    assert (book.last_commit, book.read()) == (commit, text)


@pytest.mark.parametrize("style", ["standard", "easy", "large"])
@pytest.mark.parametrize(
    ("args", "reader"),
    [
        (("plan", "amina"), "Amina Benali"),
        (("trust-contract", "amina"), "Amina Benali"),
        (("effects", "amina"), "Amina Benali"),
        (("closing", "amina"), "Amina Benali"),
        (("presentation", "amina", "--for", "person"), "Amina Benali"),
        (("follow-up", "amina", "--for", "coach"), "Claire Dubois"),
        (("meeting", "amina"), "Claire Dubois"),
        (("plan", "amina", "--for", "karim"), "Karim Haddad"),
        (("plan", "amina", "--for", "lambert"), "Boulangerie Lambert"),
        (("plan", "amina", "--for", "mother"), "Fatima Benali"),
        (("plan", "amina", "--for", "cpas"), "CPAS de Fleurus"),
        (("job", "lambert/counter", "--for", "lambert"), "Boulangerie Lambert"),
        (("job", "lambert/counter", "--for", "coach"), "Claire Dubois"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_every_document_ends_with_its_reader_and_its_day(service, args, reader, style):
    more = (
        CONSENTS
        + "  - {to: cpas, about: [name], on: 2026-01-12}\n"
        + "  - {to: employers, about: [name], on: 2026-01-12}\n"
        + "applications: [{firm: A shop, title: Cook}]\n"
        + "placements: [{employer: boulangerie-lambert, job: counter, from: 2026-02-16}]\n"
    )
    book = book_of(service, more)

    for form in ("md", "html"):
        wanted = ("--style", style, "--lang", "en", "--format", form, "-o", "-")
        text = book.service.run("document", *args, *wanted).stdout
        day = "Monday 9 March 2026" if style == "easy" else "9 March 2026"
        assert f"Made for {reader} on {day}." in text


# What refuses


NO = "nothing may be told"
GIVE = (
    "    when the person agrees: jobcoach consent give ab-k7q {reader} --about name,strengths,…\n"
)


@pytest.mark.parametrize(
    ("consents", "said"),
    [
        (
            "",
            f"ab-k7q has given no consent toward boulangerie-lambert: {NO}.\n"
            + GIVE.format(reader="boulangerie-lambert"),
        ),
        (
            "{to: partners, about: [name], on: 2026-01-12}",
            f"ab-k7q has given no consent toward boulangerie-lambert: {NO}.\n"
            + GIVE.format(reader="boulangerie-lambert"),
        ),
        (
            "{to: employers, about: [name], on: 2026-01-12, until: 2026-03-08}",
            f"The consent of ab-k7q toward boulangerie-lambert has run out: {NO}.\n"
            "    when the person agrees again: jobcoach consent give ab-k7q boulangerie-lambert\n",
        ),
        (
            "{to: employers, about: [name], on: 2026-01-12, withdrawn: 2026-03-09}",
            f"ab-k7q has withdrawn consent toward boulangerie-lambert: {NO}.\n",
        ),
        (
            "{to: employers, about: [name], on: 2026-03-10}",
            "The consent of ab-k7q toward boulangerie-lambert begins on Tuesday 10 March 2026:"
            f" {NO} before.\n",
        ),
        (
            "{to: employers, about: [], on: 2026-01-12}",
            "The consent of ab-k7q toward boulangerie-lambert names nothing that this document"
            " tells.\n    what was agreed: jobcoach disclosure list ab-k7q\n",
        ),
    ],
    ids=["none", "somebody else's", "run out", "withdrawn", "not yet", "about nothing"],
)
@pytest.mark.parametrize("output", [(), ("-o", "-"), ("-o", "elsewhere.html")], ids=" ".join)
def test_without_a_consent_in_force_nothing_is_printed_written_or_committed(
    service, consents, said, output, monkeypatch
):
    book = book_of(service, f"consents: [{consents}]\n")
    monkeypatch.chdir(book.root)

    assert book.refuses("--lang", "en", *TO_BAKERY, *output) == said


@pytest.mark.parametrize(
    ("today", "exit_code"),
    [("2026-03-01", 1), ("2026-03-02", 0), ("2026-03-20", 0), ("2026-03-21", 1)],
)
def test_the_day_is_the_one_that_the_clock_is_set_to(service, monkeypatch, today, exit_code):
    consent = "{to: employers, about: [name], on: 2026-03-02, until: 2026-03-20}"
    book = book_of(service, f"consents: [{consent}]\n")
    monkeypatch.setenv("JOBCOACH_TODAY", today)

    ran = book.service.run(*TO_BAKERY, "-o", "-")

    assert (ran.exit_code, bool(ran.stdout)) == (exit_code, exit_code == 0)
    assert (f"on: {today}, to: boulangerie-lambert" in book.read()) is (exit_code == 0)


MAY_NOT = f"boulangerie-lambert may not learn that ab-k7q has a coach: {NO}.\n"


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("employer_may_know: false\n", False),
        ("employer_may_know: true\n", True),
        (
            "applications: [{employer: boulangerie-lambert, job: counter, employer_may_know: false}]\n",
            False,
        ),
        (
            "employer_may_know: false\n"
            "applications: [{employer: boulangerie-lambert, job: counter, employer_may_know: true}]\n",
            True,
        ),
        (
            "employer_may_know: false\n"
            "applications: [{employer: garage-martin, employer_may_know: true}]\n",
            False,
        ),
        (
            "placements: [{employer: boulangerie-lambert, job: counter, contract: permanent,"
            " from: 2026-02-16, employer_may_know: false}]\n",
            False,
        ),
        (
            "employer_may_know: false\n"
            "placements: [{employer: boulangerie-lambert, job: counter, contract: permanent,"
            " from: 2026-02-16, employer_may_know: true}]\n",
            True,
        ),
    ],
    ids=[
        "the person's no",
        "the person's yes",
        "an application's no",
        "an application's yes",
        "a yes elsewhere",
        "a placement's no",
        "a placement's yes",
    ],
)
def test_an_employer_that_may_not_know_gets_nothing_whatever_was_agreed(service, keys, told):
    book = book_of(service, CONSENTS + keys)

    for command in ("plan", "follow-up", "presentation", "closing"):
        args = ("--lang", "en", "document", command, "amina", "--for", "lambert", "-o", "-")
        if told:
            assert book.service.run(*args).exit_code == 0
        else:
            assert book.refuses(*args) == MAY_NOT


def test_a_preview_is_refused_too_where_no_employer_may_know(service):
    book = book_of(service, CONSENTS + "employer_may_know: false\n")

    said = book.refuses("document", "presentation", "amina", "--for", "person", "--lang", "en")

    assert said == f"employers may not learn that ab-k7q has a coach: {NO}.\n"


OWN_ONLY = "This document is for the person and the coach; it is made for nobody else.\n"


@pytest.mark.parametrize("reader", ["lambert", "cpas", "mother"])
@pytest.mark.parametrize("document", ["trust-contract", "effects"])
def test_what_is_between_the_person_and_the_coach_is_made_for_nobody_else(
    service, document, reader
):
    every = "name, contact, situation, wishes, strengths, skills, experience, constraints,"
    consents = "".join(
        f"  - {{to: {to}, about: [{every} confidential, plan, history], on: 2026-01-12}}\n"
        for to in ("employers", "partners", "mother")
    )
    book = book_of(service, f"consents:\n{consents}applications: [{{firm: A, title: B}}]\n")

    said = book.refuses("--lang", "en", "document", document, "amina", "--for", reader)

    assert said == OWN_ONLY


def test_a_meetings_sheet_takes_no_reader_at_all(book):
    said = book.refuses("document", "meeting", "amina", "--for", "lambert", exit_code=2)

    assert said.startswith("There is no option --for.\n")


@pytest.mark.parametrize("document", ["follow-up", "presentation"])
@pytest.mark.parametrize("reader", ["cpas", "mother"])
def test_what_is_made_for_employers_is_made_for_no_partner_and_no_relative(
    service, document, reader
):
    consents = f"consents: [{{to: {reader}, about: [name, skills, plan], on: 2026-01-12}}]\n"
    book = book_of(service, consents)

    said = book.refuses("--lang", "en", "document", document, "amina", "--for", reader)

    assert said == "This document is for the person or for an employer.\n"


@pytest.mark.parametrize(
    ("reader", "said"),
    [
        ("ab-k7q", "The reader is the person: leave --for out.\n"),
        ("nobody", 'Nobody is found for "nobody".\n'),
        ("employers", 'Nobody is found for "employers".\n'),
        ("partners", 'Nobody is found for "partners".\n'),
        ("employer", "ab-k7q has no placement under way, so there is no current employer.\n"),
    ],
)
def test_a_reader_is_one_party_that_is_not_the_person(book, reader, said):
    told = book.refuses("--lang", "en", "plan", "render", "amina", "--for", reader)

    assert told.splitlines(keepends=True)[0] == said


def test_several_readers_are_listed_and_nothing_is_made(book):
    book.service.write("employers/boulangerie-otte.yaml", "id: boulangerie-otte\nname: Otte\n")
    book.commit()

    said = book.refuses("plan", "render", "amina", "--for", "boulangerie")

    assert "boulangerie-lambert" in said
    assert "boulangerie-otte" in said


def test_a_pdf_that_cannot_be_made_is_not_recorded_as_handed_on(book, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # as if it were not installed

    assert "WeasyPrint" in book.refuses(*TO_BAKERY, "--format", "pdf")


def test_a_broken_template_hands_nothing_on(book):
    book.service.write("templates/plan.j2", "{{ view.nonsense }}\n")

    said = book.refuses("--lang", "en", *TO_BAKERY)

    assert said.startswith("The template plan.j2, line 1: ")


# A file in doubt


def in_doubt(service, text):
    """Refuse to hand on a case with *text* in it; where the doubt lies."""
    said = book_of(service, text).refuses("--lang", "en", *TO_BAKERY, "-o", "-")
    first, *rest = said.splitlines()
    assert (
        first
        == f"{PERSON_FILE} leaves a doubt about what the person agreed to: nothing is handed on."
    )
    assert rest[-1] == "    mend it first"
    return "\n".join(rest)


FORM = {
    "a date that is none": "born: 1988-13-01\n",
    "a word that is none": "gender: w\n",
    "no for false": "after_closing: no\n",
    "what is missing": "obstacles: [{helper: cpas}]\n",
    "a key twice": "skills: [Till]\n",
    "brackets that never end": "strengths: [Punctual\n",
    "a tag": "strengths: !secret [Punctual]\n",
    "a merge conflict": "<<<<<<< HEAD\n",
    "a stray comma": "obstacles: [{what: Start at 8, not before}]\n",
    "may know: no": "employer_may_know: no\n",
    "confidential: yes": "constraints:\n  - {kind: health, what: Back, confidential: yes}\n",
}


@pytest.mark.parametrize("fault", FORM)
def test_any_fault_of_form_in_the_file_hands_nothing_on(service, fault):
    case = AMINA.replace("constraints: []\n", "") if "confidential" in fault else AMINA
    book = book_of(service, CONSENTS + FORM[fault], case)

    said = book.refuses("--lang", "en", *TO_BAKERY, "-o", "-")

    assert said.startswith(
        f"{PERSON_FILE} leaves a doubt about what the person agreed to: nothing is handed on.\n"
    )


@pytest.mark.parametrize(
    "entry",
    [
        "{to: cpas, about: [name], on: 2026-01-12, withdrawal: 2026-02-01}",
        "{to: cpas, about: [name], on: 2026-01-12, ended: 2026-02-01}",
        "{to: cpas, about: [name], on: 2026-01-12, withdrawn: yes}",
        "{to: cpas, about: [name, salary], on: 2026-01-12}",
        "{to: cpas, about: [name]}",
        "{about: [name], on: 2026-01-12}",
        "{to: cpas, about: [name], on: 2026-01-12, until: 2026-02-30}",
    ],
    ids=["withdrawal", "ended", "withdrawn: yes", "about salary", "no day", "no reader", "until"],
)
def test_any_slip_in_any_consent_hands_nothing_on(service, entry):
    said = in_doubt(service, CONSENTS + f"  - {entry}\n")

    assert f"{PERSON_FILE}:28:" in said or f"{PERSON_FILE}:27:" in said


@pytest.mark.parametrize("key", ["confidental", "Confidential", "secret", "private"])
def test_an_unknown_key_in_a_constraint_hands_nothing_on(service, key):
    case = AMINA.replace(
        "constraints: []", f"constraints: [{{kind: health, what: Back, {key}: true}}]"
    )
    book = book_of(service, CONSENTS, case)

    said = book.refuses("--lang", "en", *TO_BAKERY)

    assert f'"{key}" is not a key that is read here' in said


@pytest.mark.parametrize(
    "keys",
    [
        "employer_may_now: false\n",
        "employers_may_know: false\n",
        "employer-may-know: false\n",
        "applications: [{employer: boulangerie-lambert, employer_may_kow: false}]\n",
        "placements: [{employer: boulangerie-lambert, from: 2026-02-16, employer_mayknow: false}]\n",
    ],
    ids=["now", "employers", "hyphens", "an application's", "a placement's"],
)
def test_a_slip_for_may_know_hands_nothing_on(service, keys):
    in_doubt(service, CONSENTS + keys)


@pytest.mark.parametrize(
    "entry",
    [
        "{to: somebody, about: [name], on: 2026-01-12}",
        "{to: cpas, about: [name], on: 2026-01-12, until: 2026-01-11}",
        "{to: cpas, about: [name], on: 2026-01-12, withdrawn: 2026-01-11}",
    ],
    ids=["toward nobody known", "ends before it begins", "withdrawn before it begins"],
)
def test_a_consent_that_cannot_be_right_hands_nothing_on(service, entry):
    in_doubt(service, CONSENTS + f"  - {entry}\n")


@pytest.mark.parametrize(
    "text",
    [
        "placements: [{employer: nowhere, from: 2026-02-16}]\n",
        "extensions: [{stage: nowhere, until: 2026-06-30}]\n",
    ],
    ids=["an employer without a file", "an unknown stage"],
)
def test_an_error_of_the_rules_that_leaves_no_doubt_about_consent_stops_nothing(service, text):
    book = book_of(service, CONSENTS + text)
    assert book.service.run("check").exit_code == 1

    hands_on(book, *TO_BAKERY)


def test_a_relative_with_an_employers_id_hands_nothing_on(service):
    """Who is meant by a consent toward that id, nobody can say."""
    book = book_of(service)
    text = book.read().replace("id: mother", "id: boulangerie-lambert")
    book.service.write(
        PERSON_FILE, text.replace("  - {to: mother, about: [name], on: 2026-01-12}\n", "")
    )
    book.commit()

    book.refuses(*TO_BAKERY)


@pytest.mark.parametrize(
    "text",
    [
        "colour: red\n",
        "x-note: kept\n",
        "contacts_note: x\n",
        "  - {to: cpas, about: [name], on: 2026-01-12, x-asked: by phone}\n",
    ],
    ids=["elsewhere", "ours at the top", "another", "ours in a consent"],
)
def test_a_key_that_protects_nothing_stops_nothing(service, text):
    case = AMINA.replace("x-note: kept   # the end\n", "")
    hands_on(book_of(service, CONSENTS + text, case), *TO_BAKERY)


def test_the_person_still_gets_their_own_copy_of_a_file_in_doubt(service):
    book = book_of(
        service, CONSENTS + "  - {to: cpas, about: [name], on: 2026-01-12, ended: 2026-02-01}\n"
    )

    ran = book.service.run("plan", "render", "amina", "-o", "-")

    assert (ran.exit_code, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    "file", [GARAGE + "jobs: [\n", "jobs: [\n" + GARAGE, "<<<<<<< HEAD\n" + GARAGE]
)
def test_another_employer_whose_file_cannot_be_read_is_not_named_for_that(service, file):
    case = AMINA.replace("wishes: [Bakery]", "wishes: [Bakery, Back to Garage Martin]")
    book = book_of(service, CONSENTS.replace("skills", "wishes"), case)
    book.service.write(GARAGE_FILE, file)
    book.commit()

    ran = book.service.run(*TO_BAKERY, "-o", "-")

    assert "Bakery" in ran.stdout
    assert "Garage" not in ran.stdout


# Everyone's at once


@pytest.fixture
def three(book):
    book.service.person("cd-m2x", "name: Chloé Dupont\n")
    book.service.person("ef-9zz", "name: Esther Frank\ngoals: [\n")
    book.commit()
    return book


def test_all_plans_lie_in_out_each_under_its_id_and_what_cannot_be_read_is_named(three):
    commit, text = three.last_commit, three.read()

    ran = three.service.run("plan", "render", "--all", "--lang", "en")

    out = three.root / "out"
    assert ran.exit_code == 4
    assert ran.stdout == f"{out}/plan-ab-k7q.md\n{out}/plan-cd-m2x.md\n"
    assert ran.stderr.startswith("people/ef-9zz.yaml:")
    assert sorted(path.name for path in out.iterdir()) == ["plan-ab-k7q.md", "plan-cd-m2x.md"]
    assert "Amina Benali" in (out / "plan-ab-k7q.md").read_text(encoding="utf-8")
    assert "Amina" not in (out / "plan-cd-m2x.md").read_text(encoding="utf-8")
    assert (three.last_commit, three.read()) == (commit, text)


def test_all_sheets_for_the_coach_go_to_a_folder_that_is_named(three, tmp_path):
    folder = tmp_path / "sheets"

    ran = three.service.run(
        *("plan", "render", "--all", "--for", "coach", "--format", "html", "-o", str(folder))
    )

    assert ran.exit_code == 4
    assert ran.stdout == f"{folder}/meeting-ab-k7q.html\n{folder}/meeting-cd-m2x.html\n"
    assert not (three.root / "out").exists()


@pytest.mark.parametrize(
    "reader", ["lambert", "boulangerie-lambert", "cpas", "mother", "employers"]
)
def test_all_at_once_is_made_for_nobody_else(book, reader):
    said = book.refuses("--lang", "en", "plan", "render", "--all", "--for", reader)

    assert said == "All plans at once are made for the persons or the coach, never for others.\n"


def test_all_at_once_cannot_be_printed(book):
    assert book.refuses("plan", "render", "--all", "-o", "-", exit_code=2)


# The job sheet


JOB = ("document", "job", "lambert/counter")


@pytest.mark.parametrize("reader", ["garage-martin", "cpas", "mother", "nobody"])
def test_a_job_sheet_is_for_candidates_the_coach_and_the_employer_itself(book, reader):
    said = book.refuses(*JOB, "--for", reader)

    assert "Amina" not in said


@pytest.mark.parametrize("reader", ["person", "coach", "lambert", "employer"])
def test_a_job_sheet_holds_no_person_and_is_recorded_nowhere(service, reader):
    here = "placements: [{employer: boulangerie-lambert, job: counter, from: 2026-02-16}]\n"
    book = book_of(service, CONSENTS + here)
    commit = book.last_commit

    ran = book.service.run(*JOB, "--for", reader, "-o", "-", "--lang", "en")

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout.startswith("# The job: Counter assistant\n")
    assert "Amina" not in ran.stdout
    assert "9 March 2026" in ran.stdout
    assert book.last_commit == commit


def test_an_employers_own_job_sheet_says_nothing_of_what_the_service_thinks_of_the_firm(book):
    book.service.write(
        BAKERY_FILE,
        BAKERY.replace("open: 2026-01-28", "open: 2026-01-28, quality: {respect: poor}")
        + "culture: A hard tone\nconcerns: [Fears absences]\ncontacts:\n"
        "  - {on: 2026-02-17, how: visit, by: claire, note: The boss drinks}\n",
    )

    text = book.service.run(*JOB, "--for", "lambert", "-o", "-", "--lang", "en").stdout

    assert text.startswith("# The job: Counter assistant\n")
    for kept in ("respect", "hard tone", "absences", "drinks"):
        assert kept not in text


# Who knows what


def test_the_list_says_who_knows_what_and_what_may_be_told_today(book):
    hands_on(book, *TO_BAKERY)
    hands_on(book, "document", "closing", "amina", "--for", "mother")

    ran = book.service.run("--lang", "en", "disclosure", "list", "amina")

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout == (
        "Who knows what about Amina Benali\n"
        "\n"
        "  On            To                   Document        About\n"
        "  9 March 2026  Boulangerie Lambert  plan            name, skills, plan\n"
        "  9 March 2026  Fatima Benali        closing review  name\n"
        "\n"
        "What may be told today\n"
        "  Boulangerie Lambert: name, skills, plan – until 12 January 2027\n"
        "  Fatima Benali: name\n"
    )


def test_the_list_begins_with_the_newest_and_keeps_what_was_told_by_hand(service):
    lines = (
        "disclosures:\n"
        "  - {on: 2026-01-20, to: cpas, document: letter, about: [situation]}\n"
        "  - {on: 2026-02-20, to: gone-firm}\n"
    )
    book = book_of(service, lines)

    text = book.service.run("--lang", "en", "disclosure", "list", "amina").stdout

    assert text == (
        "Who knows what about Amina Benali\n"
        "\n"
        "  On                To               Document  About\n"
        "  20 February 2026  gone-firm\n"
        "  20 January 2026   CPAS de Fleurus  letter    situation\n"
        "\n"
        "What may be told today\n"
        "  Nobody: no consent is in force.\n"
    )


def test_the_list_says_so_where_nothing_was_handed_on_and_no_employer_may_know(service):
    book = book_of(service, CONSENTS + "employer_may_know: false\n")

    text = book.service.run("--lang", "en", "disclosure", "list", "amina").stdout

    assert text == (
        "Who knows what about Amina Benali\n"
        "\n"
        "  Nothing was handed on yet.\n"
        "\n"
        "What may be told today\n"
        "  No employer may learn that a coach exists.\n"
        "  Boulangerie Lambert: name, skills, plan – until 12 January 2027\n"
        "  Fatima Benali: name\n"
    )


def test_the_list_for_other_programs(book):
    hands_on(book, *TO_BAKERY)

    assert book.service.run("disclosure", "list", "amina", "--json").json == {
        "version": 1,
        "person": "ab-k7q",
        "disclosures": [
            {
                "on": "2026-03-09",
                "to": "boulangerie-lambert",
                "document": "plan",
                "about": ["name", "skills", "plan"],
            }
        ],
        "may_be_told": [
            {
                "to": "boulangerie-lambert",
                "about": ["name", "skills", "plan"],
                "until": "2027-01-12",
            },
            {"to": "mother", "about": ["name"], "until": None},
        ],
        "employer_may_know": True,
    }


def test_a_consent_that_has_ended_may_no_longer_be_told(book, monkeypatch):
    monkeypatch.setenv("JOBCOACH_TODAY", "2027-01-13")

    told = book.service.run("disclosure", "list", "amina", "--json").json["may_be_told"]

    assert [consent["to"] for consent in told] == ["mother"]


def test_undo_passes_over_what_was_handed_on(book):
    """The other side has it: taking the line back would only hide that."""
    book.does("plan", "goal", "amina", "Learn to bake")
    hands_on(book, *TO_BAKERY)

    ran = book.service.run("--lang", "en", "undo")

    assert ran.exit_code == 0, ran.stderr
    assert ran.stdout.startswith("Taken back: ab-k7q: goal\n")
    assert LINE in book.read()


def test_the_story_of_a_case_tells_what_was_made_for_whom(book):
    hands_on(book, *TO_BAKERY)

    story = book.service.run("--lang", "en", "history", "amina").stdout

    assert "  - plan made for Boulangerie Lambert (Claire Dubois)\n" in story
