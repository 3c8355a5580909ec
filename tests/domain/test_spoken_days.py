"""Days as coaches say them on the command line."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import any_day
from jobcoach.domain.durations import Duration, after, before
from jobcoach.domain.spoken_days import spoken_day

MONDAY = date(2026, 3, 9)
ENGLISH = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
FRENCH = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
usual_days = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-03-31", date(2026, 3, 31)),
        ("today", MONDAY),
        ("tomorrow", date(2026, 3, 10)),
        ("yesterday", date(2026, 3, 8)),
        ("aujourd'hui", MONDAY),
        ("aujourd\u2019hui", MONDAY),
        ("aujourdhui", MONDAY),
        ("demain", date(2026, 3, 10)),
        ("hier", date(2026, 3, 8)),
        ("+3d", date(2026, 3, 12)),
        ("+2w", date(2026, 3, 23)),
        ("+1m", date(2026, 4, 9)),
        ("+1y", date(2027, 3, 9)),
        ("-3d", date(2026, 3, 6)),
        ("-1m", date(2026, 2, 9)),
        ("+0d", MONDAY),
        ("monday", date(2026, 3, 16)),
        ("Tuesday", date(2026, 3, 10)),
        ("SUNDAY", date(2026, 3, 15)),
        ("lundi", date(2026, 3, 16)),
        ("Mardi", date(2026, 3, 10)),
        ("dimanche", date(2026, 3, 15)),
        ("  demain ", date(2026, 3, 10)),
    ],
)
def test_every_form_is_understood(written, meant):
    assert spoken_day(written, MONDAY) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "2026-02-30",
        "2026-13-01",
        "9/3/2026",
        "26-03-09",
        "20260309",
        "2026-3-9",
        "soon",
        "+",
        "-",
        "+3",
        "+d",
        "++3d",
        "+-3d",
        "+ 3d",
        "3d",
        "next monday",
        "lun",
        "none",
        "2026-03-09T10:00",
        "٢٠٢٦-03-09",
    ],
)
def test_what_is_no_day_is_none(written):
    assert spoken_day(written, MONDAY) is None


@pytest.mark.parametrize("names", [ENGLISH, FRENCH])
@settings(deadline=None)
@given(today=usual_days, number=st.integers(0, 6))
def test_a_weekday_is_the_next_one_strictly_ahead(names, today, number):
    meant = spoken_day(names[number], today)

    assert meant.weekday() == number
    assert timedelta(days=1) <= meant - today <= timedelta(days=7)


@settings(deadline=None)
@given(usual_days, usual_days)
def test_an_iso_date_means_itself_on_every_day(meant, today):
    assert spoken_day(meant.isoformat(), today) == meant


@settings(deadline=None)
@given(usual_days, st.integers(0, 999))
def test_signs_count_from_today_in_both_directions(today, number):
    assert spoken_day(f"+{number}d", today) == today + timedelta(days=number)
    assert spoken_day(f"-{number}w", today) == today - timedelta(days=7 * number)
    assert spoken_day(f"+{number}m", today) == after(today, Duration(months=number))
    assert spoken_day(f"-{number}m", today) == before(today, Duration(months=number))


@settings(deadline=None)
@given(st.text(max_size=12), usual_days)
def test_no_text_makes_it_fail(written, today):
    meant = spoken_day(written, today)

    assert meant is None or isinstance(meant, date)


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(
        ["today", "tomorrow", "yesterday", "demain", "hier", *ENGLISH, *FRENCH, "+9999y", "-9999y"]
    ),
    st.one_of(any_day, st.sampled_from([date.min, date.max])),
)
def test_the_ends_of_the_calendar_raise_nothing(written, today):
    assert isinstance(spoken_day(written, today), date)
