"""Reading a spreadsheet's dates, words and headers; who is there already."""

from datetime import date

import pytest

from jobcoach.domain.importing.columns import matched, told_kinds
from jobcoach.domain.importing.dates import read_orders, written_day
from jobcoach.domain.importing.on_file import Names, OnFile
from jobcoach.domain.importing.words import YES_NO, excel_trace, size_of, translated
from jobcoach.store.cells import plain_targets

TODAY = date(2026, 3, 9)


# Dates


@pytest.mark.parametrize(
    "written",
    [
        "9/03/2026",
        "09-03-26",
        "09.03.2026",
        "2026-03-09",
        "2026/3/9",
        "9 mars 2026",
        "09-mars-26",
        "9. März 2026",
        "9 maart 2026",
        "lundi 9 mars 2026",
        "9/03/2026 14:30",
        "2026-03-09T00:00:00",
    ],
)
def test_a_day_is_understood_in_every_usual_form(written):
    assert written_day(written, "dmy") == TODAY


@pytest.mark.parametrize(
    "written",
    ["", "31/02/2026", "13/13/2026", "9/03", "9/03/126", "mars", "46090", "9 x 2026", "29/02/2025"],
)
def test_what_is_no_day_is_none(written):
    assert written_day(written, "dmy") is None


def test_the_order_decides_and_a_year_in_front_does_not_ask_it():
    assert written_day("3/09/2026", "mdy") == TODAY
    assert written_day("26-03-09", "ymd") == TODAY
    assert written_day("2026-03-09", "mdy") == TODAY
    assert written_day("9/03/2026", "ymd") is None


def test_a_year_of_two_digits_turns_over_at_30_and_never_lies_ahead_for_a_birth():
    assert written_day("1/01/29", "dmy") == date(2029, 1, 1)
    assert written_day("1/01/30", "dmy") == date(1930, 1, 1)
    assert written_day("9/03/26", "dmy", not_after=TODAY) == TODAY
    assert written_day("10/03/26", "dmy", not_after=TODAY) == date(1926, 3, 10)


def test_juin_is_not_juillet():
    assert written_day("1 juin 2026", "dmy") == date(2026, 6, 1)
    assert written_day("1er juil. 2026", "dmy") == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("values", "order", "ground"),
    [
        (["12/05/2026", "13/05/2026"], "dmy", "seen"),
        (["05/12/2026", "05/13/2026"], "mdy", "seen"),
        (["05/12/2026", "12/12/2026"], "dmy", "assumed"),
        (["88-04-12"], "ymd", "seen"),
        (["05/05/2026", "2026-03-09", "9 mars 2026"], "dmy", "plain"),
        ([], "dmy", "plain"),
    ],
)
def test_the_whole_column_tells_the_order(values, order, ground):
    reading = read_orders({0: values}, None)[0]

    assert (reading.order, reading.ground) == (order, ground)


def test_a_column_that_tells_nothing_follows_the_others_where_they_agree():
    american, open_, belgian = ["5/13/2026"], ["5/4/2026"], ["13/5/2026"]

    assert read_orders({0: american, 1: open_}, None)[1].order == "mdy"
    assert read_orders({0: american, 1: open_}, None)[1].ground == "other-columns"
    assert read_orders({0: american, 1: open_, 2: belgian}, None)[1].ground == "assumed"


def test_an_order_asked_for_holds_for_every_column():
    readings = read_orders({0: ["13/5/2026"], 1: []}, "mdy")

    assert {(one.order, one.ground) for one in readings.values()} == {("mdy", "given")}


# Words


def test_a_map_s_own_word_goes_before_the_usual_one():
    assert translated("gender", "F", {}) == "woman"
    assert translated("gender", "F", {"gender": {"f": "other"}}) == "other"
    assert translated("gender", "Amina", {}) == "Amina"
    assert translated("prefers.how", "Tél.", {}) == "phone"


@pytest.mark.parametrize(
    ("people", "size"),
    [("9", "micro"), ("10", "small"), ("50", "medium"), ("250", "large"), ("x", "x")],
)
def test_a_number_of_people_is_a_size(people, size):
    assert size_of(people) == size


def test_excel_s_own_yes_and_no():
    assert (YES_NO["vrai"], YES_NO["faux"], YES_NO["onwaar"]) == ("true", "false", "false")


@pytest.mark.parametrize(
    ("cell", "trace"),
    [
        ("#N/A", "formula"),
        ("#####", "formula"),
        ("3,24701E+10", "number"),
        ("A+", None),
        ("#1 bus", None),
    ],
)
def test_what_excel_leaves_is_seen(cell, trace):
    assert excel_trace(cell) == trace


# Headers


def keys(kind, *headers, own=()):
    several = {key for key, to in plain_targets(kind).items() if to.takes_several}
    columns = matched(headers, kind, plain_targets(kind), several, dict(own))
    return [column.key for column in columns]


def test_headers_in_four_languages_with_brackets_and_signs():
    french = keys("people", "NOM", "Prénom*", "Date de naissance (jj/mm/aaaa)", "N° de téléphone :")

    assert french == ["last-name", "first-name", "born", "phone"]
    assert keys("people", "Naam", "Voornaam", "Geboortedatum") == [
        "last-name",
        "first-name",
        "born",
    ]
    assert keys("people", "Nachname", "Vorname", "Wohnort") == ["last-name", "first-name", "place"]
    assert keys("people", "Full name", "readiness.available") == ["name", "readiness.available"]


def test_nom_is_the_whole_name_unless_a_first_name_stands_beside_it():
    assert keys("people", "Nom") == ["name"]
    assert keys("contacts", "Nom", "Date") == ["who", "on"]
    assert keys("contacts", "Nom", "Prénom") == ["last-name", "first-name"]


def test_texts_take_several_columns_and_a_date_only_the_first():
    assert keys("people", "Code postal", "Commune") == ["place", "place"]
    assert keys("people", "Date de naissance", "Né le") == ["born", None]


def test_a_map_goes_before_custom_and_leaves_out_what_it_leaves_empty():
    own = {"téléphone": None, "Contact privé": "phone"}

    assert keys("people", "Téléphone", "GSM", "contact privé", own=own.items()) == [
        None,
        None,
        "phone",
    ]


def kinds(*headers):
    found = {}
    for kind in ("people", "employers", "contacts"):
        several = {key for key, to in plain_targets(kind).items() if to.takes_several}
        found[kind] = matched(headers, kind, plain_targets(kind), several, {})
    return told_kinds(found)


def test_the_headers_tell_the_kind_or_leave_it_open():
    assert kinds("Nom", "Prénom", "GSM") == ["people"]
    assert kinds("Entreprise", "Secteur", "Personne de contact") == ["employers"]
    assert kinds("Date", "Nom", "Type", "Remarque") == ["contacts"]
    assert kinds("Nom", "Téléphone") == ["people", "employers"]
    assert kinds("Amina", "Fleurus") == []


# Who is there


def test_a_name_counts_whatever_its_order_accents_and_case():
    there = OnFile({"ab-k7q": "Amina Bénali"}, {"ab-k7q": date(1988, 4, 12)}.get)

    assert there.same("BENALI amina", date(1988, 4, 12)) == "ab-k7q"
    assert there.same("Amina Benali", None) == "ab-k7q"
    assert there.same("Amina Benali", date(1988, 4, 13)) is None
    assert there.same("Amina", None) is None


def test_an_earlier_row_counts_by_its_line():
    there = OnFile({}, lambda _: None)
    there.add("Luc Martin", date(1990, 1, 1), 5)

    assert there.same("Martin Luc", None) == 5
    assert there.same("Martin Luc", date(1990, 1, 2)) is None


def test_a_part_of_a_name_means_nobody():
    names = Names({"ab-k7q": "Amina Benali", "ab-x2y": "Amina Benali", "lm-2ab": "Luc Martin"})

    assert names.meant("Luc") == []
    assert names.meant("martin LUC") == ["lm-2ab"]
    assert names.meant("LM-2AB") == ["lm-2ab"]
    assert names.meant("Amina Benali") == ["ab-k7q", "ab-x2y"]
