"""`obstacle add` and `solve`: what stands in the way, who helps, when to look at it again."""

import pytest

from .recording import (
    AMINA,
    BAKERY,
    BAKERY_FILE,
    HOSTILE,
    PERSON_FILE,
    Book,
    plain,
)

CHILDCARE = "  - {what: Childcare before 8:30, helper: cpas, since: 2026-01-12, check: 2026-01-26}  # urgent\n"
OBSTACLES = (
    "obstacles:\n"
    + CHILDCARE
    + "  - {what: Debts, since: 2026-01-12, check: 2026-03-26}\n"
    + "  - {what: Old debts, since: 2026-01-12, solved: 2026-02-02}\n"
    + "  - {what: No bike}\n"
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


@pytest.fixture
def held(book):
    book.service.write(PERSON_FILE, AMINA + OBSTACLES)
    book.commit()
    return book


def solved(book):
    return [obstacle.get("solved") for obstacle in book.person()["obstacles"]]


# Add


def test_an_obstacle_is_noted_from_today_with_helper_and_day(book):
    screen = book.does(
        "obstacle", "add", "amina", "No bike: #1", "--helper", "cpas", "--check", "+2w"
    )

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Obstacle noted: No bike: #1,"
        " to look at again on Monday 23 March 2026\n" + OWED
    )
    entry = (
        "obstacles:\n"
        '  - what: "No bike: #1"\n'
        "    helper: cpas\n"
        "    since: 2026-03-09\n"
        "    check: 2026-03-23\n"
    )
    text = book.read()
    assert text.count(entry) == 1
    assert text.replace(entry, "") == AMINA
    assert book.message == "ab-k7q: obstacle\n\nCase: ab-k7q\nAction: obstacle\nCoach: claire"


def test_an_obstacle_in_french_with_a_french_day(book):
    screen = book.does(
        "--lang", "fr", "obstacle", "add", "amina", "Pas de vélo", "--check", "vendredi"
    )

    line = plain(screen).splitlines()[1]
    assert line.startswith("  ✓ lundi 9 mars 2026 – Frein noté : Pas de vélo, ")
    assert line.endswith("le vendredi 13 mars 2026")


@pytest.mark.parametrize(
    ("helper", "written"),
    [
        ("cpas", "cpas"),
        ("claire", "claire"),
        ("boulangerie-lambert", "boulangerie-lambert"),
        ("Her sister Leïla", "Her sister Leïla"),
    ],
)
def test_a_helper_is_an_id_or_any_words(book, helper, written):
    book.does("obstacle", "add", "amina", "No bike at all", "--helper", helper)

    assert book.person()["obstacles"][0]["helper"] == written


def test_a_new_obstacle_comes_last(held):
    held.does("obstacle", "add", "amina", "No phone at home", "--on", "-3d")

    assert held.read().startswith(AMINA + OBSTACLES)
    assert held.person()["obstacles"][-1] == {"what": "No phone at home", "since": "2026-03-06"}


def test_it_is_due_on_the_day_to_look_at_it_again(book):
    book.does("obstacle", "add", "amina", "No bike at all", "--check", "+3d")

    assert "obstacle" not in book.kinds("2026-03-11")
    assert "obstacle" in book.kinds("2026-03-12")


@pytest.mark.parametrize("what", HOSTILE[:5], ids=range(5))
def test_any_words_are_kept_to_the_letter(book, what):
    book.does("obstacle", "add", "amina", "--", what)

    assert book.person()["obstacles"] == [{"what": what, "since": "2026-03-09"}]
    assert [f for f in book.service.findings() if f[0] == PERSON_FILE] == []


@pytest.mark.parametrize("args", [(), ("amina",), ("amina", " ")])
def test_a_missing_word_is_wrong_usage(book, args):
    said = book.refuses("obstacle", "add", *args, exit_code=2)

    assert said.startswith("WHAT is missing." if args else "PERSON is missing.")


def test_wrong_days_and_unknown_persons_write_nothing(book):
    book.refuses("obstacle", "add", "amina", "No bike", "--check", "soonish", exit_code=2)
    book.refuses("obstacle", "add", "nobody", "No bike")


def test_a_day_to_look_again_before_it_was_noted_is_refused(book):
    book.refuses("obstacle", "add", "amina", "No bike", "--check", "2026-01-01")


# Solve


def test_solving_writes_the_day_and_nothing_else(held):
    screen = held.does("obstacle", "solve", "amina", "childcare", "--on", "hier")

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Sunday 8 March 2026 – Obstacle solved: Childcare before 8:30\n" + OWED
    )
    done = CHILDCARE.replace("2026-01-26}", "2026-01-26, solved: 2026-03-08}")
    assert held.read() == AMINA + OBSTACLES.replace(CHILDCARE, done)
    assert held.message == (
        "ab-k7q: obstacle-solved\n\nCase: ab-k7q\nAction: obstacle-solved\nCoach: claire"
    )


def test_a_solved_obstacle_is_due_no_more(held):
    assert held.kinds("2026-03-09", "--kind", "obstacle") == ["obstacle"]

    held.does("obstacle", "solve", "amina", "1")

    assert held.kinds("2026-03-09", "--kind", "obstacle") == []


def test_the_command_that_the_morning_proposes_does_it(held):
    item = next(i for i in held.service.due("2026-03-09") if i["kind"] == "obstacle")
    command = item["do"].split()

    assert command[:3] == ["jobcoach", "obstacle", "solve"]
    held.does(*command[1:])

    assert solved(held)[0] == "2026-03-09"


@pytest.mark.parametrize(
    ("wanted", "place"), [("1", 0), ("2", 1), ("4", 3), ("CHILD", 0), ("bike", 3), ("debts", 1)]
)
def test_an_open_obstacle_is_found_by_its_number_or_part_of_its_words(held, wanted, place):
    held.does("obstacle", "solve", "amina", wanted)

    days = [None, None, "2026-02-02", None]
    days[place] = "2026-03-09"
    assert solved(held) == days


def test_several_that_fit_are_listed_with_their_numbers(held):
    held.does("obstacle", "add", "amina", "Debts with the bank")

    assert held.refuses("obstacle", "solve", "amina", "debts") == (
        'Several obstacles fit "debts":\n    2  Debts\n    5  Debts with the bank\n'
    )


@pytest.mark.parametrize(
    "wanted",
    [
        "zzz",
        "9",
        "-1",
        "old debts",
        pytest.param("0"),
    ],
)
def test_none_that_fits_is_refused_with_a_way_out(held, wanted):
    said = held.refuses("obstacle", "solve", "amina", "--", wanted)

    assert "jobcoach person show" in said


def test_solving_what_is_solved_already_writes_nothing(held):
    before = held.state

    held.service.run("obstacle", "solve", "amina", "3")

    assert held.state == before


def test_solved_before_it_was_there_is_refused(held):
    said = held.refuses("obstacle", "solve", "amina", "2", "--on", "2026-01-01")

    assert "2026-01-01 comes before the start, 2026-01-12" in said


def test_solving_in_french(held):
    screen = held.does("--lang", "fr", "obstacle", "solve", "amina", "childcare")

    assert "lundi 9 mars 2026" in screen
    assert "Childcare before 8:30" in screen


def test_solving_without_saying_what_is_wrong_usage(held):
    held.refuses("obstacle", "solve", "amina", exit_code=2)
