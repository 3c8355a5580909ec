"""The texts: every language is whole, says the same facts, and speaks of days and numbers in its own way."""

import ast
import io
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.durations import Duration
from jobcoach.render import words
from jobcoach.render.catalogue import LOCALE, MONTHS, N_, WEEKDAYS, easy_texts, texts

ROOT = Path(__file__).parents[2]
PLACE = re.compile(r"\{(\w+)\}")
TRANSLATED = ("fr", "nl", "de")
EN, FR, NL, DE = (texts(language) for language in ("en", *TRANSLATED))


@pytest.fixture(scope="module")
def used(tmp_path_factory):
    """Every message of code and templates, gathered as `make locale` does."""
    pot = tmp_path_factory.mktemp("pot") / "jobcoach.pot"
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "babel.messages.frontend",
            "-q",
            "extract",
            "-F",
            "babel.cfg",
            "-k",
            "N_",
            "-k",
            "t",
            "-k",
            "plural:1,2",
            "-k",
            "texts",
            "--no-location",
            "-o",
            str(pot),
            ".",
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return _messages(pot)


@pytest.fixture(scope="module", params=TRANSLATED)
def catalogue(request):
    """The messages of one language."""
    language = request.param
    return _messages(LOCALE / language / "LC_MESSAGES" / "jobcoach.po", language)


@pytest.fixture(scope="module")
def french():
    return _messages(LOCALE / "fr" / "LC_MESSAGES" / "jobcoach.po", "fr")


def _messages(path, locale=None):
    catalogue = read_po(io.BytesIO(path.read_bytes()), locale=locale)
    return {message.id: message for message in catalogue if message.id}


def _forms(one):
    return one if isinstance(one, tuple | list) else (one,)


def test_every_message_of_the_code_is_gathered(used):
    """Those inside an f-string are overlooked by what gathers them."""
    said = {
        argument.value
        for path in (ROOT / "jobcoach").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("t", "N_", "texts")
        for argument in node.args[:1]
        if isinstance(argument, ast.Constant) and len(str(argument.value)) > 2
    }

    assert len(said) > 500
    assert said - used.keys() == set()


def test_every_message_in_use_is_translated(used, catalogue):
    untranslated = [
        key for key in used if key not in catalogue or not all(_forms(catalogue[key].string))
    ]

    assert untranslated == []


def test_no_translation_is_a_guess(catalogue):
    assert [key for key, message in catalogue.items() if message.fuzzy] == []


def test_no_translation_is_left_over(used, catalogue):
    assert [key for key in catalogue if key not in used] == []


def test_a_translation_has_the_same_places_to_fill_in(catalogue):
    different = []
    for key, message in catalogue.items():
        for written, said in zip(_forms(key), _forms(message.string), strict=True):
            if sorted(PLACE.findall(written)) != sorted(PLACE.findall(said)):
                different.append((written, said))

    assert different == []


def test_a_plural_has_a_form_for_one_and_for_many(catalogue):
    plurals = [message for key, message in catalogue.items() if isinstance(key, tuple)]

    assert plurals
    assert all(len(message.string) == 2 for message in plurals)


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_is_compiled_is_what_is_written(language):
    messages = _messages(LOCALE / language / "LC_MESSAGES" / "jobcoach.po", language)
    said = texts(language).translations
    for key, message in messages.items():
        if isinstance(key, tuple):
            assert tuple(said.ngettext(*key, number) for number in (1, 2)) == tuple(message.string)
        else:
            assert said.gettext(key) == message.string


def test_every_word_of_the_trade_is_in_the_catalogue(catalogue):
    tables = [one for name, one in vars(words).items() if isinstance(one, dict) and name[0] != "_"]

    assert len(tables) > 10
    assert [w for table in tables for w in table.values() if w not in catalogue] == []


def test_no_french_text_breaks_before_its_colon(french):
    said = [form for message in french.values() for form in _forms(message.string)]

    assert [text for text in said if re.search("\\w [:;?»]|« \\w", text)] == []


# Saying


def test_facts_are_filled_in_and_other_braces_stay():
    assert EN(N_("{a} and {b}"), a=1, b="x") == "1 and x"
    assert EN('{note: "x"} {a} {b}', a=1) == '{note: "x"} 1 {b}'
    assert EN("{a}") == "{a}"
    assert EN("") == FR("") == ""


@settings(deadline=None)
@given(st.text(max_size=20))
def test_a_fact_is_said_as_it_is_even_where_it_has_braces(fact):
    assert EN("<{a}|{b}>", a=fact, b="{a}") == f"<{fact}|{{a}}>"


def test_a_language_without_a_catalogue_speaks_english():
    assert texts("es").day(date(2026, 3, 9)) == "9 March 2026"


# Days


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 9), ("9 March 2026", "9 mars 2026", "9 maart 2026", "9. März 2026")),
        (date(2026, 8, 1), ("1 August 2026", "1er août 2026", "1 augustus 2026", "1. August 2026")),
        (
            date(2026, 2, 11),
            ("11 February 2026", "11 février 2026", "11 februari 2026", "11. Februar 2026"),
        ),
        (
            date(2026, 12, 31),
            ("31 December 2026", "31 décembre 2026", "31 december 2026", "31. Dezember 2026"),
        ),
    ],
)
def test_a_day_is_read_aloud(day, said):
    assert tuple(t.day(day) for t in (EN, FR, NL, DE)) == said


@pytest.mark.parametrize(
    ("t", "said"),
    [
        (EN, "Monday 9 March 2026"),
        (FR, "lundi 9 mars 2026"),
        (NL, "maandag 9 maart 2026"),
        (DE, "Montag, 9. März 2026"),
    ],
)
def test_a_day_with_its_weekday(t, said):
    assert t.weekday(date(2026, 3, 9)) == said
    assert easy_texts(t.language).day(date(2026, 3, 9)) == said
    assert easy_texts(t.language).short_day(date(2026, 3, 9), date(2026, 3, 9)) == said


def test_the_first_of_a_month_is_said_the_french_way():
    assert FR.weekday(date(2026, 3, 1)) == "dimanche 1er mars 2026"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("08:30", ("8:30", "8 h 30", "8.30 uur", "8:30 Uhr")),
        ("13:00", ("13:00", "13 h", "13 uur", "13 Uhr")),
        ("00:05", ("0:05", "0 h 05", "0.05 uur", "0:05 Uhr")),
    ],
)
def test_a_time_of_day(written, said):
    spoken = tuple(t.clock(written).replace("\u00a0", " ") for t in (EN, FR, NL, DE))

    assert spoken == said


@pytest.mark.parametrize(
    ("number", "english", "others"),
    [(25.0, "25", "25"), (19.5, "19.5", "19,5"), (0.25, "0.25", "0,25")],
)
def test_a_number_has_the_sign_of_its_language(number, english, others):
    assert EN.number(number) == english
    assert {t.number(number) for t in (FR, NL, DE)} == {others}


def test_months_and_weekdays_are_all_different():
    for t in (EN, FR, NL, DE):
        assert len({t(month) for month in MONTHS}) == 12
        assert len({t(weekday) for weekday in WEEKDAYS}) == 7


def test_the_year_is_left_out_of_days_less_than_half_a_year_away():
    today = date(2026, 3, 9)

    assert EN.short_day(today + timedelta(days=179), today) == "4 September"
    assert EN.short_day(today + timedelta(days=180), today) == "5 September 2026"
    assert FR.short_day(date(2026, 3, 1), today) == "1er mars"
    assert FR.short_day(date(2026, 3, 1)) == "1er mars 2026"


# Lengths


@pytest.mark.parametrize(
    ("length", "english", "french", "dutch", "german"),
    [
        (Duration(), "0 days", "0 jour", "0 dagen", "0 Tage"),
        (Duration(days=1), "1 day", "1 jour", "1 dag", "1 Tag"),
        (Duration(days=7), "7 days", "7 jours", "7 dagen", "7 Tage"),
        (Duration(days=14), "2 weeks", "2 semaines", "2 weken", "2 Wochen"),
        (Duration(days=15), "15 days", "15 jours", "15 dagen", "15 Tage"),
        (Duration(months=1), "1 month", "1 mois", "1 maand", "1 Monat"),
        (Duration(months=12), "1 year", "1 an", "1 jaar", "1 Jahr"),
        (Duration(months=24), "2 years", "2 ans", "2 jaar", "2 Jahre"),
        (
            Duration(months=18),
            *(
                "1 year and 6 months",
                "1 an et 6 mois",
                "1 jaar en 6 maanden",
                "1 Jahr und 6 Monate",
            ),
        ),
        (
            Duration(months=13, days=1),
            *("1 year, 1 month and 1 day", "1 an, 1 mois et 1 jour"),
            *("1 jaar, 1 maand en 1 dag", "1 Jahr, 1 Monat und 1 Tag"),
        ),
    ],
)
def test_a_length_of_time(length, english, french, dutch, german):
    spoken = tuple(t.duration(length) for t in (EN, FR, NL, DE))

    assert spoken == (english, french, dutch, german)


@pytest.mark.parametrize(
    ("length", "english", "french"),
    [
        (Duration(days=1), "every day", "tous les jours"),
        (Duration(days=3), "every 3 days", "tous les 3 jours"),
        (Duration(days=7), "every week", "toutes les semaines"),
        (Duration(days=14), "every 2 weeks", "toutes les 2 semaines"),
        (Duration(months=1), "every month", "tous les mois"),
        (Duration(months=3), "every 3 months", "tous les 3 mois"),
        (Duration(months=12), "every year", "tous les ans"),
        (Duration(months=24), "every 2 years", "tous les 2 ans"),
    ],
)
def test_how_often(length, english, french):
    assert (EN.every(length), FR.every(length)) == (english, french)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 3, 9), date(2026, 3, 9), "0 days"),
        (date(2026, 3, 9), date(2026, 3, 23), "2 weeks"),
        (date(2026, 1, 9), date(2026, 3, 8), "58 days"),
        (date(2026, 1, 9), date(2026, 3, 9), "2 months"),
        (date(2025, 1, 9), date(2026, 3, 9), "1 year and 2 months"),
    ],
)
def test_a_span_is_in_days_then_in_months(start, end, said):
    assert EN.span(start, end) == said


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [(0, "0 files", "0 f"), (1, "1 file", "1 f"), (2, "2 files", "2 f")],
)
def test_english_counts_nothing_as_many_and_french_as_one(number, english, french):
    one, many = "{number} file looked over", "{number} files looked over"

    assert EN.plural(one, many, number).startswith(english)
    said = FR.plural(one, many, number)
    assert said.startswith(french)
    assert said.startswith(f"{number} fichiers") == (number > 1)


def test_an_enumeration():
    assert [EN.list(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert FR.list(["a", "b", "c"]) == "a, b et c"
