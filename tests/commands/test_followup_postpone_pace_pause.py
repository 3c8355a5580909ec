"""`followup postpone`, `pace`, `pause`: what the person asked for takes the place of the rhythm."""

import pytest

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
    service.write(BAKERY_FILE, BAKERY)
    made = Book(service)
    made.commit()
    return made


def items(book, on="2026-03-09", *args):
    return [(item["kind"], item["due"]) for item in book.service.due(on, *args)]


def promise(book, day):
    """Amina is promised a contact on a day, by hand."""
    book.service.write(
        PERSON_FILE,
        AMINA.replace(LAST_CONTACT, LAST_CONTACT.replace("First day", f"Soon, next: {day}")),
    )
    book.commit()


# Postpone


def test_postponing_is_a_contact_that_did_not_take_place_with_its_next(book):
    screen = book.does("followup", "postpone", "amina", "vendredi")

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Contact, did not take place, next on Friday 13 March 2026\n"
        "  Next: Friday 13 March 2026 – Promised contact – promised on 9 March\n"
    )
    entry = "  - {on: 2026-03-09, by: claire, next: 2026-03-13, held: false}\n"
    assert book.read() == AMINA.replace(LAST_CONTACT, LAST_CONTACT + entry)
    assert book.message == "ab-k7q: postponed\n\nCase: ab-k7q\nAction: postponed\nCoach: claire"


def test_postponing_in_french(book):
    screen = book.does("--lang", "fr", "followup", "postpone", "amina", "demain")

    assert plain(screen) == (
        "Amina Benali  ab-k7q\n"
        "  ✓ lundi 9 mars 2026 – Contact (n’a pas eu lieu), prochain contact le mardi 10 mars 2026\n"
        "  Ensuite : mardi 10 mars 2026 – Contact promis – promis le 9 mars\n"
    )


def test_what_was_promised_moves(book):
    promise(book, "2026-03-09")
    assert ("promised", "2026-03-09") in items(book)

    book.does("followup", "postpone", "amina", "+1w", "--note", "Her child is ill")

    assert "promised" not in [kind for kind, _ in items(book)]
    assert ("promised", "2026-03-16") in items(book, "2026-03-16")
    assert book.person()["contacts"][-1]["note"] == "Her child is ill"


def test_postponing_twice_leaves_one_promise(book):
    book.does("followup", "postpone", "amina", "+1d")
    book.does("followup", "postpone", "amina", "+2d")

    assert items(book, "2026-03-12") == [("promised", "2026-03-11")]


def test_toward_an_employer_the_person_s_rhythm_is_untouched(book):
    before = items(book)

    book.does("followup", "postpone", "amina", "+1w", "--with", "boulangerie")

    assert book.person()["contacts"][-1]["with"] == "boulangerie-lambert"
    assert items(book) == before


@pytest.mark.parametrize("day", ["yesterday", "today", "-3d", "2026-03-08", "hier"])
def test_a_promise_is_for_a_day_to_come(book, day):
    said = book.refuses("followup", "postpone", "amina", day, exit_code=2)

    assert "is not ahead" in said


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "PERSON is missing."),
        (("amina",), "DATE is missing."),
        (("amina", "soonish"), '"soonish" is not a date I understand.'),
    ],
)
def test_postponing_without_a_day_is_wrong_usage(book, args, said):
    assert book.refuses("followup", "postpone", *args, exit_code=2).startswith(said)


def test_nobody_and_several_are_refused(book):
    book.service.person("ab-zzz", "name: Abdel Benali\n")
    book.commit()

    assert "ab-zzz  Abdel Benali" in book.refuses("followup", "postpone", "benali", "+1d")
    assert 'No person is found for "nobody".' in book.refuses(
        "followup", "postpone", "nobody", "+1d"
    )


@pytest.mark.parametrize("note", HOSTILE[:5], ids=range(5))
def test_any_reason_is_kept_to_the_letter(book, note):
    book.does("followup", "postpone", "amina", "+1d", "--note", note)

    assert book.person()["contacts"][-1]["note"] == note


def test_on_a_terminal_a_day_that_is_none_is_asked_for_again(book):
    code, _ = on_terminal(
        book.service, "followup", "postpone", "amina", answers=("nonsense", "friday")
    )

    assert code == 0


# Pace


def test_a_pace_is_written_with_its_days_and_reason(book):
    screen = book.does(
        *("followup", "pace", "amina", "3d", "--until", "+1m", "--why", "Crisis: at #work")
    )

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Own pace: every 3 days, until Thursday 9 April 2026\n"
        "  Next: Thursday 12 March 2026 – Contact with the person – last contact 17 February;"
        " every 3 days, the person's own pace\n"
    )
    entry = (
        "pace:\n"
        "  - every: 3d\n"
        "    from: 2026-03-09\n"
        "    until: 2026-04-09\n"
        '    why: "Crisis: at #work"\n'
    )
    text = book.read()
    assert text.count(entry) == 1
    assert text.replace(entry, "") == AMINA
    assert book.message == "ab-k7q: pace\n\nCase: ab-k7q\nAction: pace\nCoach: claire"


def test_a_pace_in_french(book):
    screen = book.does("--lang", "fr", "followup", "pace", "amina", "14d", "--from", "demain")

    assert "✓ mardi 10 mars 2026 – Rythme choisi par la personne" in screen


def test_the_contact_is_due_by_the_new_pace(book):
    book.does("followup", "pace", "amina", "3d")

    assert ("contact", "2026-03-12") in items(book, "2026-03-12")
    assert items(book, "2026-03-11") == []


def test_a_new_pace_ends_the_one_before_on_the_day_before(book):
    book.does("followup", "pace", "amina", "3d", "--until", "+1m")
    screen = book.does("followup", "pace", "amina", "14d", "--from", "friday")

    assert "Thursday 12 March 2026 – Own pace ends: every 3 days" in screen
    assert book.person()["pace"] == [
        {"every": "3d", "from": "2026-03-09", "until": "2026-03-12"},
        {"every": "14d", "from": "2026-03-13"},
    ]


def test_a_pace_of_the_same_day_is_replaced(book):
    book.does("followup", "pace", "amina", "3d")
    book.does("followup", "pace", "amina", "5d")

    assert [pace["every"] for pace in book.person()["pace"]] == ["5d"]


def test_none_ends_the_person_s_own_pace(book):
    book.does("followup", "pace", "amina", "3d", "--from", "-1w")

    screen = book.does("followup", "pace", "amina", "none")

    assert "Own pace ends: every 3 days" in screen
    assert book.person()["pace"] == [{"every": "3d", "from": "2026-03-02", "until": "2026-03-08"}]


def test_none_ends_a_pace_agreed_today_as_well(book):
    book.does("followup", "pace", "amina", "3d")

    book.does("followup", "pace", "amina", "none")

    assert ("contact", "2026-03-12") not in items(book, "2026-03-12")


def test_none_without_a_pace_changes_nothing(book):
    before = book.state

    ran = book.service.run("followup", "pace", "amina", "none")

    assert ran.exit_code == 0
    assert "Nothing changes" in ran.stdout
    assert book.state == before


def test_a_pace_toward_an_employer_stands_beside_the_person_s(book):
    book.does("followup", "pace", "amina", "3d")
    book.does("followup", "pace", "amina", "1m", "--with", "boulangerie")

    assert book.person()["pace"] == [
        {"every": "3d", "from": "2026-03-09"},
        {"with": "boulangerie-lambert", "every": "1m", "from": "2026-03-09"},
    ]


@pytest.mark.parametrize("length", ["3days", "0d", "d3", "weekly", "1.5w", "3"])
def test_what_is_no_length_is_wrong_usage(book, length):
    said = book.refuses("followup", "pace", "amina", length, exit_code=2)

    assert said == f'"{length}" is not a length of time.\n    write 7d, 2w, 3m or 1y\n'


def test_a_pace_that_ends_before_it_begins_is_refused(book):
    said = book.refuses("followup", "pace", "amina", "3d", "--until", "2026-03-01")

    assert "2026-03-01 comes before the start, 2026-03-09" in said


def test_a_pace_without_a_length_is_wrong_usage(book):
    said = book.refuses("followup", "pace", "amina", exit_code=2)

    assert said.startswith("EVERY is missing.")


# Pause


def test_a_pause_is_written_and_its_end_comes_next(book):
    screen = book.does("followup", "pause", "amina", "--until", "+14d", "--why", "Asked for quiet")

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Asked for a pause until Monday 23 March 2026\n"
        "  Next: Monday 23 March 2026 – End of a pause"
        " – the pause ends on 23 March: how does the person want to go on?\n"
    )
    entry = "pauses:\n  - from: 2026-03-09\n    until: 2026-03-23\n    why: Asked for quiet\n"
    text = book.read()
    assert text.count(entry) == 1
    assert text.replace(entry, "") == AMINA
    assert book.message == "ab-k7q: pause\n\nCase: ab-k7q\nAction: pause\nCoach: claire"


def test_a_pause_in_french(book):
    screen = book.does("--lang", "fr", "followup", "pause", "amina", "--from", "demain")

    assert "✓ mardi 10 mars 2026 – Pause demandée" in screen


def test_in_a_pause_nothing_is_asked_until_it_ends(book):
    assert items(book) == [("contact", "2026-02-24")]

    book.does("followup", "pause", "amina", "--until", "+14d")

    assert items(book) == []
    assert items(book, "2026-03-23") == [("pause-end", "2026-03-23")]


def test_a_pause_without_an_end_is_looked_at_after_a_month(book):
    book.does("followup", "pause", "amina")

    assert book.person()["pauses"] == [{"from": "2026-03-09"}]
    assert items(book, "2026-04-09") == [("pause-end", "2026-04-09")]


def test_a_pause_that_ends_before_it_begins_is_refused(book):
    said = book.refuses("followup", "pause", "amina", "--from", "tomorrow", "--until", "today")

    assert "2026-03-09 comes before the start, 2026-03-10" in said


def test_a_pause_of_nobody_is_wrong_usage(book):
    assert book.refuses("followup", "pause", exit_code=2).startswith("PERSON is missing.")


@pytest.mark.parametrize("why", HOSTILE[:5], ids=range(5))
def test_any_reason_for_a_pause_is_kept_to_the_letter(book, why):
    book.does("followup", "pause", "amina", "--why", why)

    assert book.person()["pauses"] == [{"from": "2026-03-09", "why": why}]


def test_a_length_is_written_as_it_was_typed(book):
    book.does("followup", "pace", "amina", "2w")

    assert book.person()["pace"][-1]["every"] == "2w"
