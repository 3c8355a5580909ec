"""`review add`: the plan, an agreement, satisfaction, a complaint, the closing; whose view it is."""

import pytest

from .recording import (
    AMINA,
    BAKERY,
    BAKERY_FILE,
    HOSTILE,
    LAST_AGREEMENT,
    LAST_CONTACT,
    PERSON_FILE,
    Book,
    plain,
)

OWED = (
    "  Still owed: Contact with the person – last contact 17 February; every week (13 days late)\n"
)


@pytest.fixture
def book(service):
    service.write(PERSON_FILE, AMINA)
    service.write(BAKERY_FILE, BAKERY)
    made = Book(service)
    made.commit()
    return made


def last(book):
    return book.person()["reviews"][-1]


# One line


def test_a_review_is_the_person_s_view_of_today(book):
    screen = book.does("review", "add", "amina", "plan", "--note", "It goes: #1")

    assert screen == (
        "Amina Benali  ab-k7q\n  ✓ Monday 9 March 2026 – Plan review (the person)\n" + OWED
    )
    entry = (
        'reviews:\n  - kind: plan\n    on: 2026-03-09\n    by: person\n    note: "It goes: #1"\n'
    )
    assert book.read() == AMINA.replace(LAST_CONTACT, LAST_CONTACT + entry)
    assert book.message == "ab-k7q: review\n\nCase: ab-k7q\nAction: review\nCoach: claire"


def test_a_review_in_french_on_a_french_day(book):
    screen = book.does("--lang", "fr", "review", "add", "amina", "plan", "--on", "hier")

    assert plain(screen).splitlines()[1] == (
        "  ✓ dimanche 8 mars 2026 – Bilan du plan (la personne)"
    )


@pytest.mark.parametrize(
    ("by", "written"),
    [
        ("person", "person"),
        ("coach", "coach"),
        ("boulangerie-lambert", "boulangerie-lambert"),
        ("lambert", "boulangerie-lambert"),
    ],
)
def test_whose_view_it_is(book, by, written):
    book.does("review", "add", "amina", "satisfaction", "--by", by)

    assert last(book)["by"] == written


@pytest.mark.parametrize("decision", ["continue", "stop", "unreachable", "moved", "deceased"])
def test_a_closing_says_what_was_decided(book, decision):
    book.does("review", "add", "amina", "closing", "--by", "coach", "--decision", decision)

    assert last(book) == {
        "kind": "closing",
        "on": "2026-03-09",
        "by": "coach",
        "decision": decision,
    }


def test_a_score_is_a_number_of_one_to_five(book):
    book.does("review", "add", "amina", "satisfaction", "--score", "4")
    assert last(book)["score"] == 4

    for score in ("0", "6", "many"):
        book.refuses("review", "add", "amina", "satisfaction", "--score", score, exit_code=2)


def test_a_score_takes_a_comma_as_all_numbers_do(book):
    book.does("review", "add", "amina", "satisfaction", "--score", "4,5")

    assert last(book)["score"] == 4.5


def test_a_wrong_score_is_told_in_the_language_of_the_screen(book):
    said = book.refuses(
        *("--lang", "fr", "review", "add", "amina", "satisfaction", "--score", "9"), exit_code=2
    )

    assert "Invalid value" not in said


@pytest.mark.parametrize("note", HOSTILE[:5], ids=range(5))
def test_any_note_is_kept_to_the_letter(book, note):
    book.does("review", "add", "amina", "plan", "--note", note)

    assert last(book)["note"] == note
    assert [f for f in book.service.findings() if f[0] == PERSON_FILE] == []


# What it answers


def test_a_review_of_an_agreement_takes_the_due_item_away(book):
    agreed = LAST_AGREEMENT.replace("}", ", review: 2026-03-05}")
    book.service.write(PERSON_FILE, AMINA.replace(LAST_AGREEMENT, agreed))
    book.commit()
    item = next(i for i in book.service.due("2026-03-09") if i["kind"] == "agreement")

    assert item["do"] == "jobcoach review add ab-k7q agreement"
    book.does(*item["do"].split()[1:])

    assert "agreement" not in book.kinds()


def test_a_review_of_the_plan_takes_the_due_item_away(book):
    book.service.write(PERSON_FILE, AMINA.replace("on: 2026-01-20\n", "on: 2025-08-01\n"))
    book.commit()
    assert "plan-review" in book.kinds()

    book.does("review", "add", "amina", "plan")

    assert "plan-review" not in book.kinds()


def test_a_complaint_is_due_for_an_answer_until_it_has_one(book):
    book.does("review", "add", "amina", "complaint", "--note", "Nobody called", "--on", "-1w")
    item = next(i for i in book.service.due("2026-03-09") if i["kind"] == "complaint")

    book.does(*item["do"].split()[1:])

    assert len(book.person()["reviews"]) == 1
    assert last(book)["answered"] == "2026-03-09"
    assert "complaint" not in book.kinds()


def test_both_closing_reviews_open_the_way_out(book):
    welcome = "process: emploi-accompagne\nstages:\n  - {stage: welcome, on: 2026-02-01}\n"
    book.service.person("wt-111", "name: Wim Timmer\n" + welcome)
    book.commit()
    book.refuses("stage", "move", "wim", "closed")
    book.does("review", "add", "wim", "closing", "--by", "person")
    book.refuses("stage", "move", "wim", "closed")

    book.does("review", "add", "wim", "closing", "--by", "coach")

    assert "The case is closed." in book.does("stage", "move", "wim", "closed")


def test_the_person_s_own_wish_to_stop_is_enough(book):
    welcome = "process: emploi-accompagne\nstages:\n  - {stage: welcome, on: 2026-02-01}\n"
    book.service.person("wt-111", "name: Wim Timmer\n" + welcome)
    book.commit()

    book.does("review", "add", "wim", "closing", "--decision", "stop")

    book.does("stage", "move", "wim", "closed")


# An employer's


def test_a_review_in_an_employer_s_file_is_its_own_view(book):
    book.does("review", "add", "lambert", "satisfaction", "--note", "Good work")

    assert book.touched == [BAKERY_FILE]
    assert "    by: boulangerie-lambert\n" in book.read(BAKERY_FILE)
    assert book.message.startswith("boulangerie-lambert: review\n")


def test_a_review_in_an_employer_s_file_is_told_in_words(book):
    screen = book.does("review", "add", "lambert", "satisfaction")

    assert "Review(" not in screen
    assert "Monday 9 March 2026" in screen


# Refused


@pytest.mark.parametrize(
    ("args", "exit_code", "near"),
    [
        (("plann",), 2, 'did you mean "plan"?'),
        (("closing", "--decision", "stopp"), 2, 'did you mean "stop"?'),
        (("plan", "--by", "nobody"), 1, 'Nobody is found for "nobody".'),
        (("plan", "--on", "soonish"), 2, "tomorrow"),
        (("complaint", "--answered", "-3d"), 1, "comes before the start, 2026-03-09"),
    ],
)
def test_a_wrong_word_writes_nothing_and_points_the_way(book, args, exit_code, near):
    assert near in book.refuses("review", "add", "amina", *args, exit_code=exit_code)


@pytest.mark.parametrize("args", [(), ("amina",)])
def test_a_missing_word_is_wrong_usage(book, args):
    said = book.refuses("review", "add", *args, exit_code=2)

    assert said.startswith("KIND is missing." if args else "CASE is missing.")


def test_nobody_and_several_are_refused(book):
    book.service.person("ab-zzz", "name: Abdel Benali\n")
    book.commit()

    assert "ab-zzz  Abdel Benali" in book.refuses("review", "add", "benali", "plan")
    book.refuses("review", "add", "nobody", "plan")
