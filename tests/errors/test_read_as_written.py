"""A value is read by what its key expects, from the characters as written."""

import pytest

PERSON = "people/ab-k7q.yaml"


def _shown(service, text):
    service.person("ab-k7q", text)
    ran = service.run("person", "show", "ab-k7q", "--json")
    assert ran.exit_code == 0, ran.stderr
    assert ran.json["version"] == 1
    return ran.json["person"]


@pytest.mark.parametrize(
    "word",
    [
        "no", "yes", "on", "off", "true", "false", "12:30", "0470123456", "0x1F", "1_000", "1e3",
        ".inf", "3.10", "2026-03-09", "Null", "NULL", "None", "=", "<<", "-5",
    ],
)  # fmt: skip
def test_a_text_is_the_characters_as_written(service, word):
    person = _shown(service, f"place: {word}\nwishes: [{word}]\n")

    assert person["place"] == word
    assert person["wishes"] == [word]


def test_spaces_around_a_plain_text_are_none_of_it(service):
    assert _shown(service, "place:   Fleurus  \n")["place"] == "Fleurus"


def test_quotes_are_no_part_of_a_text(service):
    assert _shown(service, "place: 'no'\nphone: \"04 70\\t12\"\n")["place"] == "no"


@pytest.mark.parametrize(("written", "number"), [("25", 25), ("19.5", 19.5), ("19,5", 19.5)])
def test_a_number_may_have_a_decimal_point_or_comma(service, written, number):
    text = f"placements:\n  - firm: Paul\n    from: 2026-02-16\n    hours: {written}\n"
    service.person("ab-k7q", text)
    assert service.findings() == []

    assert _shown(service, text)["placements"][0]["hours"] == number


@pytest.mark.parametrize("written", ["0x19", "1_9", "1e1", ".5", "5.", "+5", "1 9", "19,5,1", "٢٥"])
def test_nothing_else_is_a_number(service, faults, written):
    service.person(
        "ab-k7q", f"placements:\n  - firm: Paul\n    from: 2026-02-16\n    hours: {written}\n"
    )

    assert service.findings() == [(PERSON, 7, 12, "wrong-type")]


@pytest.mark.parametrize(("written", "value"), [("true", True), ("false", False)])
def test_true_and_false_are_yes_and_no(service, written, value):
    assert _shown(service, f"employer_may_know: {written}\n")["employer_may_know"] is value


@pytest.mark.parametrize("written", ["yes", "no", "on", "off", "True", "FALSE", "y", "1", "oui"])
def test_nothing_else_is_yes_or_no(service, written):
    service.person("ab-k7q", f"employer_may_know: {written}\n")

    assert service.findings() == [(PERSON, 4, 20, "wrong-type")]


@pytest.mark.parametrize("nothing", ["", " ~", " null", "  # nothing"])
def test_nothing_null_and_tilde_are_absent(service, nothing):
    person = _shown(service, f"place:{nothing}\nborn:{nothing}\nemployer_may_know:{nothing}\n")

    assert service.findings() == []
    assert person.get("place") is None
    assert person.get("born") is None
    assert person.get("employer_may_know") is None


@pytest.mark.parametrize(
    ("written", "text"), [('""', ""), ("''", ""), ('"null"', "null"), ("'~'", "~")]
)
def test_a_quoted_text_is_there_even_if_empty(service, written, text):
    assert _shown(service, f"place: {written}\n")["place"] == text


def test_an_empty_list_is_there(service):
    person = _shown(service, "constraints: []\nwishes:\n")

    assert person["constraints"] == []
    assert person.get("wishes") is None


def test_a_date_is_shown_as_written(service):
    assert _shown(service, "born: 1988-04-12\n")["born"] == "1988-04-12"


def test_unknown_keys_are_shown_as_well(service):
    person = _shown(service, "x-shoes: 042\nhobby: [no, 12:30]\n")

    assert person["x-shoes"] == "042"
    assert person["hobby"] == ["no", "12:30"]


def test_windows_line_ends_and_a_byte_order_mark_are_no_part_of_a_text(service):
    service.write(PERSON, "\ufeffid: ab-k7q\r\nname: Amina\r\nplace: Fleurus\r\n")

    person = service.run("person", "show", "ab-k7q", "--json").json["person"]

    assert (person["id"], person["name"], person["place"]) == ("ab-k7q", "Amina", "Fleurus")


def test_a_block_text_keeps_its_lines(service):
    person = _shown(
        service,
        "contacts:\n  - on: 2026-03-01\n    how: visit\n    note: |\n      Call back: tomorrow\n"
        "      Room #4\n",
    )

    assert person["contacts"][0]["note"] == "Call back: tomorrow\nRoom #4\n"
