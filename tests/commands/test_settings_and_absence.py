"""`settings set`, `settings add`, `absence add`: the service's own file, judged as a whole."""

import pytest
from conftest import SETTINGS

from .recording import Book, on_terminal, plain

FILE = "jobcoach.yaml"
CLAIRE = "  - {id: claire, name: Claire Dubois, email: claire@example.org}\n"
KARIM = "  - {id: karim, name: Karim Haddad, email: karim@example.org}\n"
CPAS = "  - {id: cpas, name: CPAS de Fleurus}\n"


@pytest.fixture
def book(service):
    service.settings("# Our service\n" + SETTINGS + "# the end\n")
    service.person("jd-4mw", "name: Joël Durand\nstages: [{stage: reserve, on: 2026-02-01}]\n")
    made = Book(service)
    made.commit()
    return made


def settings(book):
    return book.service.run("settings", "show", "--json").json["settings"]


def changed(old, new):
    return "# Our service\n" + SETTINGS.replace(old, new) + "# the end\n"


# Set


def test_setting_a_value_changes_that_value_only(book):
    screen = book.does("settings", "set", "coaches[0].capacity", "20")

    assert screen.startswith("✓ ")
    assert FILE in screen
    assert book.read(FILE) == changed(CLAIRE, CLAIRE.replace("}", ", capacity: 20}"))
    assert book.touched == [FILE]
    assert book.message == "settings: set\n\nCase: settings\nAction: set\nCoach: claire"


def test_the_screen_of_a_new_value_in_english_and_french(book):
    assert book.does("settings", "set", "retention", "3y") == "✓ Recorded in jobcoach.yaml.\n"
    screen = book.does("--lang", "fr", "settings", "set", "retention", "2y")

    assert screen == "✓ Enregistré dans jobcoach.yaml.\n"


def test_a_key_within_keys_that_are_not_there_yet(book):
    book.does("settings", "set", "followup.wait.answer", "9d")

    assert settings(book)["followup"] == {"wait": {"answer": "9d"}}
    assert book.read(FILE).startswith("# Our service\n" + SETTINGS)


def test_the_new_value_counts_at_once(book):
    book.service.person(
        "nb-222",
        "name: Nora\nstages: [{stage: reserve, on: 2026-03-01}]\n"
        "applications: [{firm: A, title: B, proposed: 2026-03-08}]\n",
    )
    book.commit()
    assert "decision" not in book.kinds()

    book.does("settings", "set", "followup.wait.decision", "1d")

    assert "decision" in book.kinds()


def test_an_empty_value_takes_it_away(book):
    book.does("settings", "set", "coaches[0].capacity", "20")

    book.does("settings", "set", "coaches[0].capacity", "")

    assert book.read(FILE) == changed("", "")


@pytest.mark.parametrize(
    "name",
    ["Mission: locale #1", "0470", "null", "[b]", "Two\nlines", "é 😀", "x" * 10_000, "\x1b[31m"],
)
def test_any_text_is_kept_to_the_letter(book, name):
    book.does("settings", "set", "organisation.name", name)

    assert settings(book)["organisation"]["name"] == name


@pytest.mark.parametrize(
    ("key", "value", "near"),
    [
        ("language", "xx", "fr, en, nl, de"),
        ("coaches[0].capacity", "many", "digits"),
        ("retention", "2 years", "1y"),
        ("followup.wait.answer", "soon", "7d"),
        ("coaches[0].absences[0].from", "soonish", ""),
        ("coaches", "x", "add"),
        ("coaches[0].id", "Léa", "small letters"),
    ],
)
def test_what_the_key_does_not_take_is_refused(book, key, value, near):
    before = book.state

    ran = book.service.run("settings", "set", key, value)

    assert ran.exit_code in (1, 2)
    assert near in ran.stderr
    assert book.state == before


@pytest.mark.parametrize("value", ["-3", "-1.5"])
def test_a_negative_number_is_refused(book, value):
    book.refuses("settings", "set", "coaches[0].capacity", "--", value, exit_code=2)


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("langage", "language"),
        ("followup.wait.answr", "answer"),
        ("coachs[0].capacity", "coaches"),
        ("coaches[0].capacty", "capacity"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(book, key, near):
    before = book.state

    ran = book.service.run("settings", "set", key, "7d")

    assert ran.exit_code in (1, 2)
    assert f'did you mean "{near}"?' in ran.stderr
    assert book.state == before


def test_an_entry_that_is_not_there_is_refused(book):
    said = book.refuses("settings", "set", "coaches[7].capacity", "3")

    assert said == '"coaches[7].capacity": there is no such entry.\n'


def test_an_unknown_process_is_refused_by_the_rules(book):
    said = book.refuses("settings", "set", "process", "frb-2003")

    assert "frb-2002" in said


def test_a_coach_s_id_that_cases_name_cannot_be_changed_here(book):
    said = book.refuses("settings", "set", "coaches[0].id", "claire2")

    assert "jd-4mw" in said


def test_all_coaches_cannot_be_taken_away_at_once(book):
    before = book.state

    assert book.service.run("settings", "set", "coaches", "").exit_code != 0
    assert book.state == before


def test_the_format_s_number_cannot_be_taken_away(book):
    before = book.state

    assert book.service.run("settings", "set", "format", "").exit_code != 0
    assert book.state == before


@pytest.mark.parametrize("args", [(), ("language",)])
def test_a_missing_word_is_wrong_usage(book, args):
    book.refuses("settings", "set", *args, exit_code=2)


# Add


def test_a_coach_is_added_below_the_others(book):
    book.does("settings", "add", "coaches", "id=lea", "name=Léa: Roy", "email=lea@example.org")

    entry = '  - id: lea\n    name: "Léa: Roy"\n    email: lea@example.org\n'
    assert book.read(FILE) == changed(KARIM, KARIM + entry)
    assert book.message == "settings: add\n\nCase: settings\nAction: add\nCoach: claire"


def test_a_partner_is_added_like_the_others(book):
    book.does("settings", "add", "partners", "id=onem", "name=ONEM")

    assert book.read(FILE) == changed(CPAS, CPAS + "  - {id: onem, name: ONEM}\n")


def test_a_new_partner_may_be_named_at_once(book):
    book.does("settings", "add", "partners", "id=onem", "name=ONEM")

    book.does("followup", "log", "joel", "They will help.", "--with", "onem")


def test_an_id_that_is_taken_is_refused_by_the_rules(book):
    said = book.refuses("settings", "add", "partners", "id=claire", "name=Another")

    assert '"claire" is taken already' in said


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (("partner", "id=onem"), 'did you mean "partners"?'),
        (("coaches", "id=zed", "nam=Zed"), 'did you mean "name"?'),
        (("coaches", "name=Zed"), "id"),
        (("coaches", "id=Zed Y", "name=Zed"), "small letters"),
        (("coaches", "id=zed", "capacity=many"), "digits"),
        (("language", "fr"), "set"),
    ],
)
def test_what_cannot_be_added_is_refused(book, args, near):
    before = book.state

    ran = book.service.run("settings", "add", *args)

    assert ran.exit_code in (1, 2)
    assert near in ran.stderr
    assert book.state == before


def test_adding_nothing_is_wrong_usage(book):
    book.refuses("settings", "add", "coaches", exit_code=2)


# Absence


def test_an_absence_with_its_cover_is_written_at_the_coach_at_work(book):
    screen = book.does("absence", "add", "2026-07-06", "2026-07-24", "--cover", "karim")

    assert screen == (
        "✓ Claire Dubois is away from Monday 6 July 2026 to Friday 24 July 2026;"
        " Karim Haddad covers\n"
    )
    absence = "absences: [{from: 2026-07-06, until: 2026-07-24, cover: karim}]"
    assert book.read(FILE) == changed(CLAIRE, CLAIRE.replace("}", f", {absence}}}"))
    assert book.message == "settings: absence\n\nCase: settings\nAction: absence\nCoach: claire"


def test_the_cover_sees_the_items_in_those_days(book):
    book.does("absence", "add", "tomorrow", "+3d", "--cover", "karim")

    def listed(day):
        ran = book.service.run("followup", "due", "--json", "--coach", "karim", "--on", day)
        return [(item["case"], item["cover"]) for item in ran.json["items"]]

    assert listed("2026-03-09") == []
    assert listed("2026-03-10") == [("people/jd-4mw", "karim")]
    assert listed("2026-03-12") == [("people/jd-4mw", "karim")]
    assert listed("2026-03-13") == []


def test_without_a_cover_it_is_said_that_everybody_sees_the_cases(book):
    screen = book.does("absence", "add", "friday", "--coach", "karim")

    assert screen == (
        "✓ Karim Haddad is away from Friday 13 March 2026 to Friday 13 March 2026;"
        " nobody covers: everybody will see these cases\n"
    )
    assert settings(book)["coaches"][1]["absences"] == [
        {"from": "2026-03-13", "until": "2026-03-13"}
    ]


def test_an_absence_in_french(book):
    screen = book.does("--lang", "fr", "absence", "add", "demain", "vendredi")

    assert "mardi 10 mars 2026" in screen
    assert "vendredi 13 mars 2026" in plain(screen)


def test_a_second_absence_stands_below_the_first(book):
    book.does("absence", "add", "2026-07-06", "2026-07-24", "--cover", "karim")
    book.does("absence", "add", "2026-08-06", "2026-08-07")

    assert settings(book)["coaches"][0]["absences"] == [
        {"from": "2026-07-06", "until": "2026-07-24", "cover": "karim"},
        {"from": "2026-08-06", "until": "2026-08-07"},
    ]


@pytest.mark.parametrize(
    ("args", "exit_code", "near"),
    [
        (("2026-07-06", "2026-07-01"), 2, "ends before it begins"),
        (("tomorrow", "--cover", "karin"), 1, 'did you mean "karim"?'),
        (("tomorrow", "--coach", "clare"), 1, 'did you mean "claire"?'),
        (("soonish",), 2, "tomorrow"),
        ((), 2, "FROM is missing."),
        (("tomorrow", "--cover", "claire"), 1, "Nobody covers for themselves."),
    ],
)
def test_what_is_no_absence_is_refused(book, args, exit_code, near):
    assert near in book.refuses("absence", "add", *args, exit_code=exit_code)


def test_who_is_no_coach_says_whose_absence_it_is(book):
    from conftest import git

    git(book.root, "config", "user.email", "somebody@example.org")

    assert "--coach" in book.refuses("absence", "add", "tomorrow", exit_code=2)
    book.does("absence", "add", "tomorrow", "--coach", "karim")


def test_on_a_terminal_the_first_day_is_asked_for(book):
    code, seen = on_terminal(book.service, "absence", "add", answers=("vendredi", "+2w"))

    assert code == 0
    assert seen.startswith(
        "From which day? vendredi\nUntil which day? +2w\n✓ Claire Dubois is away from Friday 13 March"
    )
