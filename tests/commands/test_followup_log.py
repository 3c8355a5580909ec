"""`followup log`: a visit between two trams, in one line, in the person's own file."""

import pytest
from conftest import git

from .reading import assert_is_plain_text, one_message
from .recording import (
    AMINA,
    BAKERY,
    BAKERY_FILE,
    HOSTILE,
    LAST_CONTACT,
    PERSON_FILE,
    Book,
    on_terminal,
    plain,
)


@pytest.fixture
def book(service):
    service.write(PERSON_FILE, AMINA)
    service.person("jd-4mw", "name: Joël Durand\nstages: [{stage: reserve, on: 2026-02-01}]\n")
    service.person("kk-m2p", "name: Kevin Klaas\nstages: [{stage: reserve, on: 2026-02-01}]\n")
    service.write(BAKERY_FILE, BAKERY)
    made = Book(service)
    made.commit()
    return made


def after_last(entry):
    """Amina's file with an entry below her last contact, every other byte as it was."""
    return AMINA.replace(LAST_CONTACT, LAST_CONTACT + entry)


# The common case


def test_one_short_line_records_todays_contact_and_says_what_comes_next(book):
    screen = book.does("followup", "log", "amina", "She likes the shop.")

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Phone call: She likes the shop.\n"
        "  Next: Monday 16 March 2026 – Contact with the person – last contact 9 March; every week\n"
    )
    assert book.read() == after_last(
        "  - on: 2026-03-09\n    how: phone\n    by: claire\n    note: She likes the shop.\n"
    )


def test_the_commit_names_the_case_the_deed_and_the_coach_and_no_one_else(book):
    book.does("followup", "log", "amina", "She likes the shop.")

    assert book.message == "ab-k7q: contact\n\nCase: ab-k7q\nAction: contact\nCoach: claire"
    assert book.touched == [PERSON_FILE]


def test_a_french_screen_tells_it_in_french(book):
    screen = book.does("--lang", "fr", "followup", "log", "amina", "Elle aime le magasin.")

    assert plain(screen) == (
        "Amina Benali  ab-k7q\n"
        "  ✓ lundi 9 mars 2026 – Appel : Elle aime le magasin.\n"
        "  Ensuite : lundi 16 mars 2026 – Contact avec la personne"
        " – dernier contact le 9 mars ; toutes les semaines\n"
    )


def test_the_contact_that_was_due_is_gone(book):
    assert "contact" in [i["kind"] for i in book.service.due("2026-03-09") if "ab-" in i["case"]]

    book.does("followup", "log", "amina", "She likes the shop.")

    assert [i["kind"] for i in book.service.due("2026-03-09") if "ab-" in i["case"]] == []


def test_a_first_contact_makes_the_journal(book):
    before = book.read("people/kk-m2p.yaml")

    book.does("followup", "log", "kevin", "Came by himself.")

    assert book.read("people/kk-m2p.yaml") == before + (
        "contacts:\n  - on: 2026-03-09\n    how: phone\n    by: claire\n    note: Came by himself.\n"
    )


# How, with whom, when


def test_how_with_whom_and_when_are_written_and_the_days_are_told_with_their_weekday(book):
    screen = book.does(
        *("followup", "log", "amina", "Met the baker.", "--how", "visit", "--on", "-3d"),
        *("--with", "boulangerie-lambert,person", "--next", "vendredi"),
    )

    assert "Friday 6 March 2026" in screen
    assert "Friday 13 March 2026" in screen
    assert "Boulangerie Lambert" in screen
    assert book.read() == after_last(
        "  - on: 2026-03-06\n"
        "    with: [boulangerie-lambert, person]\n"
        "    how: visit\n"
        "    by: claire\n"
        "    note: Met the baker.\n"
        "    next: 2026-03-13\n"
    )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-04-01", "2026-04-01"),
        ("tomorrow", "2026-03-10"),
        ("demain", "2026-03-10"),
        ("+3d", "2026-03-12"),
        ("+2w", "2026-03-23"),
        ("+1m", "2026-04-09"),
        ("friday", "2026-03-13"),
        ("vendredi", "2026-03-13"),
        ("monday", "2026-03-16"),
        ("lundi", "2026-03-16"),
    ],
)
def test_a_promise_takes_a_day_in_either_language(book, written, meant):
    book.does("followup", "log", "amina", "See you soon.", "--next", written)

    assert book.person()["contacts"][-1]["next"] == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yesterday", "2026-03-08"),
        ("hier", "2026-03-08"),
        ("-3d", "2026-03-06"),
        ("-2w", "2026-02-23"),
    ],
)
def test_a_contact_of_an_earlier_day_is_put_on_that_day(book, written, meant):
    book.does("followup", "log", "amina", "Forgot to write this.", "--on", written)

    assert book.person()["contacts"][-1]["on"] == meant


def test_contacts_of_one_day_keep_the_order_in_which_they_were_told(book):
    for note in ("The first.", "The second.", "The third."):
        book.does("followup", "log", "amina", note)

    notes = [contact["note"] for contact in book.person()["contacts"]]
    assert notes == ["First day", "The first.", "The second.", "The third."]


def test_the_person_s_own_preference_is_the_usual_way(book):
    book.service.write(PERSON_FILE, AMINA + "prefers: {how: meeting}\n")
    book.commit()

    book.does("followup", "log", "amina", "At the library.")

    assert book.person()["contacts"][-1]["how"] == "meeting"


def test_employer_stands_for_the_current_one(book):
    placed = (
        "placements:\n  - {employer: boulangerie-lambert, contract: permanent, from: 2026-02-16}\n"
    )
    book.service.write(PERSON_FILE, AMINA + placed)
    book.commit()

    book.does("followup", "log", "amina", "He is content.", "--with", "employer")

    assert book.person()["contacts"][-1]["with"] == "boulangerie-lambert"


def test_employer_without_a_placement_is_refused_with_a_way_out(book):
    said = book.refuses("followup", "log", "amina", "He is content.", "--with", "employer")

    assert said == (
        "ab-k7q has no placement under way, so there is no current employer.\n"
        "    name the employer\n"
    )


def test_a_promise_can_be_cancelled(book):
    book.does("followup", "log", "amina", "See you on Friday.", "--next", "vendredi")
    assert "promised" in book.kinds("2026-03-13")

    book.does("followup", "log", "amina", "She calls herself.", "--next", "none")

    assert book.person()["contacts"][-1]["next"] == "none"
    assert "promised" not in book.kinds("2026-03-13")


def test_a_kept_promise_is_gone(book):
    book.does("followup", "log", "amina", "See you today.", "--on", "-3d", "--next", "today")
    assert "promised" in book.kinds()

    book.does("followup", "log", "amina", "She came.")

    assert "promised" not in book.kinds()


def test_a_contact_that_did_not_take_place_is_no_contact(book):
    due = book.kinds()

    book.does("followup", "log", "amina", "Nobody at home.", "--not-held")

    assert book.person()["contacts"][-1]["held"] is False
    assert book.kinds() == due


def test_what_did_not_take_place_needs_no_words(book):
    book.does("followup", "log", "amina", "--not-held")

    assert book.read() == after_last("  - {on: 2026-03-09, by: claire, held: false}\n")


def test_a_message_counts_once_it_is_answered(book):
    book.does("followup", "log", "amina", "Are you well?", "--how", "message")
    assert "contact" in [i["kind"] for i in book.service.due("2026-03-09") if "ab-" in i["case"]]

    book.does("followup", "log", "amina", "Yes, I am.", "--how", "message", "--answered")

    assert book.person()["contacts"][-1]["answered"] is True
    assert [i["kind"] for i in book.service.due("2026-03-09") if "ab-" in i["case"]] == []


def test_a_colleague_s_contact_and_a_campaign_are_written(book):
    book.does(
        "followup", "log", "amina", "Seen by chance.", "--by", "karim", "--campaign", "spring"
    )

    last = book.person()["contacts"][-1]
    assert (last["by"], last["campaign"]) == ("karim", "spring")


def test_the_one_promised_is_what_comes_next(book):
    screen = book.does("followup", "log", "amina", "See you on Friday.", "--next", "vendredi")

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Phone call, next on Friday 13 March 2026: See you on Friday.\n"
        "  Next: Friday 13 March 2026 – Promised contact – promised on 9 March\n"
    )


def test_what_comes_next_is_an_item_not_a_nudge_of_weeks_ago(book):
    book.service.write(PERSON_FILE, AMINA.replace("wishes: [Bakery]   # her own words\n", ""))
    book.commit()
    assert "expected" in book.kinds()

    screen = book.does("followup", "log", "amina", "See you on Friday.", "--next", "vendredi")

    assert "Next: Friday 13 March 2026 – Promised contact" in screen


# Several at once


def test_a_workshop_is_one_line_and_one_commit(book):
    screen = book.does(
        "followup", "log", "amina,joël,kevin", "Interview workshop", "--how", "meeting"
    )

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Meeting: Interview workshop\n"
        "  Next: Monday 16 March 2026 – Contact with the person – last contact 9 March; every week\n"
        "Joël Durand  jd-4mw\n"
        "  ✓ Monday 9 March 2026 – Meeting: Interview workshop\n"
        "  Next: Thursday 9 April 2026 – Contact with the person – last contact 9 March; every month\n"
        "Kevin Klaas  kk-m2p\n"
        "  ✓ Monday 9 March 2026 – Meeting: Interview workshop\n"
        "  Next: Thursday 9 April 2026 – Contact with the person – last contact 9 March; every month\n"
    )
    assert book.message == (
        "ab-k7q, jd-4mw, kk-m2p: contact\n\n"
        "Case: ab-k7q\nCase: jd-4mw\nCase: kk-m2p\nAction: contact\nCoach: claire"
    )
    assert book.touched == [PERSON_FILE, "people/jd-4mw.yaml", "people/kk-m2p.yaml"]


def test_nobody_s_name_or_id_reaches_another_s_file(book):
    book.does("followup", "log", "amina,joel,kevin", "Interview workshop", "--how", "meeting")

    known = {"ab-k7q": "Amina Benali", "jd-4mw": "Joël Durand", "kk-m2p": "Kevin Klaas"}
    for case in known:
        text = book.read(f"people/{case}.yaml")
        for other, name in known.items():
            assert other == case or (other not in text and name.split()[0] not in text)


@pytest.mark.parametrize(
    "name",
    [
        "Joël",
        "JOEL",
        "Joël Durand",
        pytest.param("Durand"),
    ],
)
def test_a_note_for_several_that_names_one_of_them_is_refused(book, name):
    said = book.refuses("followup", "log", "amina,joel", f"Workshop; {name} left early")

    assert "jd-4mw" in said


def test_one_unknown_among_several_leaves_all_files_alone(book):
    said = book.refuses("followup", "log", "amina,nobody", "Interview workshop")

    assert said == (
        'No person is found for "nobody".\n    jobcoach person list --all shows everyone\n'
    )


@pytest.mark.parametrize("people", [",", " , "])
def test_a_note_about_nobody_is_not_lost_in_silence(book, people):
    book.refuses("followup", "log", people, "Interview workshop", exit_code=2)


def test_somebody_named_twice_was_there_once(book):
    book.does("followup", "log", "amina,ab-k7q", "Interview workshop")

    assert len(book.person()["contacts"]) == 2


# Who is meant


@pytest.mark.parametrize("wanted", ["ab-k7q", "ab-", "amina", "BENALI", "mina ben"])
def test_a_person_is_found_by_id_or_part_of_the_name(book, wanted):
    book.does("followup", "log", wanted, "She likes the shop.")

    assert book.touched == [PERSON_FILE]


def test_several_found_are_listed_and_nothing_is_written(book):
    book.service.person("jd-9zz", "name: Joëlle Dupont\n")
    book.commit()

    said = book.refuses("followup", "log", "joel", "She likes the shop.")

    assert said == (
        'Several persons fit "joel":\n    jd-4mw  Joël Durand\n    jd-9zz  Joëlle Dupont\n'
    )


# Wrong words


@pytest.mark.parametrize(
    ("args", "exit_code", "near"),
    [
        (("--how", "visti"), 2, 'did you mean "visit"?'),
        (("--how", "fone"), 2, "phone"),
        pytest.param(*(("--with", "boulangerie-lambrt"), 1, 'did you mean "boulangerie-lambert"?')),
        (("--on", "2026-02-30"), 2, "2026-03-09"),
        (("--next", "soonish"), 2, "tomorrow"),
    ],
)
def test_a_wrong_word_writes_nothing_and_points_the_way(book, args, exit_code, near):
    said = book.refuses("followup", "log", "amina", "A note here", *args, exit_code=exit_code)

    assert near in said


def test_a_promise_for_a_day_before_the_contact_is_refused(book):
    book.refuses("followup", "log", "amina", "A note here", "--next", "2025-01-01", exit_code=1)


@pytest.mark.parametrize("args", [(), ("amina",), ("amina", "   ")])
def test_a_missing_word_is_wrong_usage_where_nobody_can_answer(book, args):
    said = book.refuses("followup", "log", *args, exit_code=2)

    assert said.startswith("NOTE is missing." if args else "PERSON is missing.")


def test_a_day_still_to_come_and_a_far_promise_are_written_with_a_warning(book):
    ran = book.warned("followup", "log", "amina", "A note here", "--on", "tomorrow")
    assert "2026-03-10 is still to come" in ran.stderr

    ran = book.warned("followup", "log", "amina", "A note here", "--next", "+2y")
    assert "2028-03-09 is more than a year after the contact" in ran.stderr


# Hostile text


@pytest.mark.parametrize("note", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_kept_to_the_letter_and_harms_no_terminal(book, note):
    screen = book.does("followup", "log", "amina", "--", note)

    assert book.person()["contacts"][-1]["note"] == note
    assert_is_plain_text(screen.replace("\t", " "))
    start, end = AMINA.split("\n\nx-note")
    text = book.read()
    assert text.startswith(start + "\n  - ")
    assert text.endswith("\n\nx-note" + end)
    assert "2026-03-09" in text
    assert [f for f in book.service.findings() if f[0] == PERSON_FILE] == []


@pytest.mark.parametrize(
    "note",
    [
        pytest.param("-3d"),
        "--next",
        "+3d",
        "today",
    ],
)
def test_a_note_that_looks_like_a_date_or_an_option_is_a_note(book, note):
    book.does("followup", "log", "amina", "--", note)

    assert book.person()["contacts"][-1]["note"] == note


def test_half_a_character_is_refused(book):
    book.refuses("followup", "log", "amina", "half \ud800", exit_code=2)


def test_markup_is_shown_as_written(book):
    screen = book.does("followup", "log", "amina", "[b]bold[/b] :smile:")

    assert "[b]bold[/b] :smile:" in screen


# Files as people keep them


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "id: ab-k7q\r\nname: Amina\r\ncontacts:\r\n- on: 2026-01-01\r\n  note: x\r\nplace: M\r\n",
            "id: ab-k7q\r\nname: Amina\r\ncontacts:\r\n- on: 2026-01-01\r\n  note: x\r\n"
            "- on: 2026-03-09\r\n  how: phone\r\n  by: claire\r\n  note: |-\r\n    One: #1\r\n    two\r\n"
            "place: M\r\n",
            id="crlf, dashes in the first column",
        ),
        pytest.param(
            "\ufeffid: ab-k7q\nname: Amina\ncontacts: [] # none yet\nplace: M",
            "\ufeffid: ab-k7q\nname: Amina\ncontacts: # none yet\n"
            "  - on: 2026-03-09\n    how: phone\n    by: claire\n    note: |-\n      One: #1\n      two\n"
            "place: M",
            id="bom, an empty list with a comment, no last line end",
        ),
        pytest.param(
            "id: ab-k7q\nname: Amina\ncontacts:\n    - on: 2026-01-01   # one\n      note: |\n"
            "        text\n\n        more\n    # after\n\n# far\nplace: M\n",
            "id: ab-k7q\nname: Amina\ncontacts:\n    - on: 2026-01-01   # one\n      note: |\n"
            "        text\n\n        more\n"
            "    - on: 2026-03-09\n      how: phone\n      by: claire\n      note: |-\n"
            "        One: #1\n        two\n"
            "    # after\n\n# far\nplace: M\n",
            id="deep steps, a text block, comments around",
        ),
    ],
)
def test_the_new_entry_follows_the_file_s_own_manner(book, before, after):
    book.service.write(PERSON_FILE, before)
    book.commit()

    book.does("followup", "log", "amina", "One: #1\ntwo")

    assert book.read() == after


def test_a_hand_edit_is_committed_first_on_its_own(book):
    book.service.write(PERSON_FILE, AMINA.replace("# the end", "# really the end"))

    ran = book.warned("followup", "log", "amina", "She likes the shop.")

    assert ran.exit_code == 0
    subjects = git(book.root, "log", "-2", "--format=%s").splitlines()
    assert subjects == ["ab-k7q: contact", "ab-k7q: hand-edit"]
    assert "# really the end" in book.read()


def test_a_file_at_fault_is_told_with_its_place_and_left_alone(book):
    book.service.write(PERSON_FILE, AMINA + "phone: [\n")

    said = book.refuses("followup", "log", "amina", "She likes the shop.")

    assert f"{PERSON_FILE}:22:" in said


def test_an_old_fault_elsewhere_in_the_file_does_not_stop_a_line(book):
    old = "name: Anna\ncoach: gone\nstages: [{stage: pre-hire, on: 2026-02-01}]\n"
    book.service.person("aa-001", old)
    book.commit()

    book.does("followup", "log", "anna", "She likes the shop.")


def test_what_somebody_had_staged_stays_staged_and_out_of_the_commit(book):
    book.service.write("people/kk-m2p.yaml", "id: kk-m2p\nname: Kevin Klaas\n")
    git(book.root, "add", "people/kk-m2p.yaml")

    ran = book.service.run("followup", "log", "amina", "She likes the shop.")

    assert ran.exit_code == 0
    assert book.touched == [PERSON_FILE]
    assert git(book.root, "status", "--porcelain") == "M  people/kk-m2p.yaml\n"


def test_outside_a_case_repository_it_is_told_as_such(tmp_path, book, monkeypatch):
    from conftest import run

    (tmp_path / "empty").mkdir()
    ran = run("-C", str(tmp_path / "empty"), "followup", "log", "amina", "A note here")

    assert ran.exit_code == 3
    assert one_message(ran)


# On a terminal


def test_on_a_terminal_the_missing_words_are_asked_for(book):
    code, seen = on_terminal(book.service, "followup", "log", answers=("amina", "Well: #1"))

    assert code == 0
    assert seen.startswith("Who? amina\nWhat was said? Well: #1\nAmina Benali  ab-k7q\n")
    assert book.person()["contacts"][-1]["note"] == "Well: #1"


def test_ending_a_question_without_an_answer_writes_nothing(book):
    before = book.state

    code, _ = on_terminal(book.service, "followup", "log", "amina", answers=("\x04",))

    assert code != 0
    assert book.state == before
