"""`agreement add` and `end`: what was agreed, with whom, until when; a renewal is a new entry."""

import pytest

from .recording import (
    AMINA,
    BAKERY,
    BAKERY_FILE,
    HOSTILE,
    LAST_AGREEMENT,
    PERSON_FILE,
    Book,
    plain,
)

OWED = (
    "  Still owed: Contact with the person – last contact 17 February; every week (13 days late)\n"
)
CIRCLE = "circle: [{id: mother, name: Fatima Benali, relation: mother}]\n"
PLACED = "placements: [{employer: boulangerie-lambert, contract: permanent, from: 2026-02-16}]\n"


@pytest.fixture
def book(service):
    service.write(PERSON_FILE, AMINA + CIRCLE)
    service.write(BAKERY_FILE, BAKERY)
    made = Book(service)
    made.commit()
    return made


@pytest.fixture
def placed(book):
    book.service.write(PERSON_FILE, AMINA + CIRCLE + PLACED)
    book.commit()
    return book


def last(book):
    return book.person()["agreements"][-1]


# Add


def test_an_agreement_with_the_person_is_one_line_in_her_file(book):
    screen = book.does(
        "agreement", "add", "amina", "service", "--form", "written", "--until", "+6m"
    )

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Service agreement, until Wednesday 9 September 2026\n" + OWED
    )
    entry = "  - {kind: service, with: person, on: 2026-03-09, form: written, until: 2026-09-09}\n"
    assert book.read() == AMINA.replace(LAST_AGREEMENT, LAST_AGREEMENT + entry) + CIRCLE
    assert book.message == "ab-k7q: agreement\n\nCase: ab-k7q\nAction: agreement\nCoach: claire"


def test_an_agreement_in_french_with_a_french_day(book):
    screen = book.does(
        "--lang", "fr", "agreement", "add", "amina", "work-plan", "--review", "vendredi"
    )

    assert plain(screen).splitlines()[:2] == [
        "Amina Benali  ab-k7q",
        "  ✓ lundi 9 mars 2026 – Plan de travail, bilan le vendredi 13 mars 2026",
    ]


def test_a_follow_up_agreement_is_with_the_current_employer(placed):
    screen = placed.does("agreement", "add", "amina", "follow-up")

    assert "Follow-up agreement with Boulangerie Lambert" in screen
    assert last(placed) == {
        "kind": "follow-up",
        "with": "boulangerie-lambert",
        "on": "2026-03-09",
    }


def test_without_a_placement_there_is_no_current_employer(book):
    said = book.refuses("agreement", "add", "amina", "follow-up")

    assert said == (
        "ab-k7q has no placement under way, so there is no current employer.\n"
        "    name the employer\n"
    )


def test_several_may_agree_named_by_id_or_by_name(book):
    book.does("agreement", "add", "amina", "other", "--with", "person,fatima,fleurus")

    assert last(book)["with"] == ["person", "mother", "cpas"]


def test_all_who_agreed_are_told(book):
    screen = book.does("agreement", "add", "amina", "other", "--with", "mother,cpas")

    assert "Other agreement with Fatima Benali and CPAS de Fleurus" in screen


def test_an_agreement_in_an_employer_s_file(book):
    screen = book.does("agreement", "add", "lambert", "follow-up", "--on", "-3d")

    assert screen.startswith(
        "Boulangerie Lambert  boulangerie-lambert\n  ✓ Friday 6 March 2026 – Follow-up agreement\n"
    )
    head, jobs = BAKERY.split("jobs:")
    entry = "agreements:\n  - {kind: follow-up, on: 2026-03-06}\n"
    assert book.read(BAKERY_FILE) == head + entry + "jobs:" + jobs
    assert book.message.startswith("boulangerie-lambert: agreement\n\nCase: boulangerie-lambert\n")


def test_what_comes_next_is_told_of_an_employer_as_well(book):
    screen = book.does("agreement", "add", "lambert", "follow-up", "--review", "vendredi")

    assert "Next: Friday 13 March 2026" in screen


@pytest.mark.parametrize("what", HOSTILE[:5], ids=range(5))
def test_any_words_are_kept_to_the_letter(book, what):
    book.does("agreement", "add", "amina", "other", "--what", what)

    assert last(book)["what"] == what
    assert [f for f in book.service.findings() if f[0] == PERSON_FILE] == []


def test_a_renewal_takes_the_due_item_away(book):
    book.does("agreement", "add", "amina", "service", "--on", "-1w", "--until", "+3d")
    assert "agreement" in book.kinds()

    book.does("agreement", "add", "amina", "service", "--until", "+6m")

    assert "agreement" not in book.kinds()


# Refused


@pytest.mark.parametrize(
    ("args", "exit_code", "near"),
    [
        (("trustcontract",), 2, 'did you mean "trust-contract"?'),
        (("service", "--form", "wrtten"), 2, 'did you mean "written"?'),
        (("service", "--with", "nobody"), 1, 'Nobody is found for "nobody".'),
        (("service", "--until", "soonish"), 2, "tomorrow"),
        (("service", "--until", "2026-01-01"), 1, "comes before the start, Monday 9 March 2026"),
        (("service", "--review", "2026-01-01"), 1, "comes before the start, Monday 9 March 2026"),
    ],
)
def test_a_wrong_word_writes_nothing_and_points_the_way(book, args, exit_code, near):
    assert near in book.refuses("agreement", "add", "amina", *args, exit_code=exit_code)


@pytest.mark.parametrize("verb", ["add", "end"])
@pytest.mark.parametrize("args", [(), ("amina",)])
def test_a_missing_word_is_wrong_usage(book, verb, args):
    said = book.refuses("agreement", verb, *args, exit_code=2)

    assert said.startswith("KIND is missing." if args else "CASE is missing.")


def test_a_person_and_an_employer_of_one_name_are_several(book):
    book.service.person("lm-222", "name: Luc Lambert\n")
    book.commit()

    said = book.refuses("agreement", "add", "lambert", "other")

    assert "boulangerie-lambert  Boulangerie Lambert" in said
    assert "lm-222  Luc Lambert" in said


# End


def test_ending_writes_the_last_day_and_nothing_else(book):
    screen = book.does("agreement", "end", "amina", "trust-contract", "--on", "hier")

    assert screen == (
        "Amina Benali  ab-k7q\n  ✓ Sunday 8 March 2026 – Ended: trust contract\n"
        "  Still owed: Contact with the person"
        " – last contact 17 February; every week (13 days late)\n"
    )
    ended = LAST_AGREEMENT.replace("}", ", ended: 2026-03-08}")
    assert book.read() == AMINA.replace(LAST_AGREEMENT, ended) + CIRCLE
    assert book.message == (
        "ab-k7q: agreement-ended\n\nCase: ab-k7q\nAction: agreement-ended\nCoach: claire"
    )


def test_an_ended_agreement_is_due_no_more(book):
    book.does("agreement", "add", "amina", "service", "--on", "-1w", "--until", "+3d")
    assert "agreement" in book.kinds()

    book.does("agreement", "end", "amina", "service")

    assert "agreement" not in book.kinds()


def test_the_one_with_the_party_named_is_ended(placed):
    placed.does("agreement", "add", "amina", "other", "--with", "mother")
    placed.does("agreement", "add", "amina", "other", "--with", "cpas")

    placed.does("agreement", "end", "amina", "other", "--with", "mother")

    ended = [a.get("ended") for a in placed.person()["agreements"] if a["kind"] == "other"]
    assert ended == ["2026-03-09", None]


def test_what_is_not_there_or_ended_already_cannot_be_ended(book):
    book.refuses("agreement", "end", "amina", "service")
    book.does("agreement", "end", "amina", "trust-contract")
    said = book.refuses("agreement", "end", "amina", "trust-contract")

    assert said == 'There is no agreement "trust-contract" to end.\n'


def test_an_end_before_the_beginning_is_refused(book):
    said = book.refuses("agreement", "end", "amina", "trust-contract", "--on", "2026-01-01")

    assert "2026-01-01 comes before the start, 2026-01-12" in said


def test_an_end_that_takes_the_ground_from_the_stage_is_refused_with_the_need(book):
    book.service.write(PERSON_FILE, AMINA.replace(LAST_AGREEMENT, ""))
    book.commit()

    said = book.refuses("agreement", "end", "amina", "participation", "--on", "2026-01-06")

    assert "jobcoach agreement add ab-k7q participation" in said


def test_an_old_case_that_lacks_several_needs_is_mended_one_by_one(book):
    book.service.person("aa-001", "name: Anna\nstages: [{stage: pre-hire, on: 2026-02-01}]\n")
    book.commit()

    book.does("agreement", "add", "anna", "participation", "--on", "2026-01-01")
    book.does("person", "set", "anna", "readiness.motivated", "2026-01-01")
    book.does("person", "set", "anna", "readiness.available", "2026-01-01")

    assert [f[3] for f in book.service.findings() if "aa-001" in f[0] and "need" in f[3]] == []


def test_the_very_same_is_not_written_twice(book):
    book.does("agreement", "add", "amina", "service", "--form", "écrit")

    said = book.refuses("agreement", "add", "amina", "service", "--form", "written")

    assert said == "That is on file already; nothing was changed.\n"
