"""Lengths of time, and the dates they lead to."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import any_day
from jobcoach.domain.durations import Duration, after, before, parse_duration, plus_days

lengths = st.builds(
    Duration, months=st.integers(-130_000, 130_000), days=st.integers(-4_000_000, 4_000_000)
)
written_lengths = st.builds("{}{}".format, st.integers(0, 9999), st.sampled_from("dwmy"))


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("7d", Duration(days=7)),
        ("2w", Duration(days=14)),
        ("3m", Duration(months=3)),
        ("1y", Duration(months=12)),
        ("0d", Duration()),
        ("007d", Duration(days=7)),
        ("9999y", Duration(months=119_988)),
    ],
)
def test_a_length_is_a_number_and_a_unit(written, length):
    assert parse_duration(written) == length


@pytest.mark.parametrize(
    "written",
    [
        "",
        "d",
        "7",
        "7 d",
        " 7d",
        "7d ",
        "7d\n",
        "7D",
        "-7d",
        "+7d",
        "1.5m",
        "1,5m",
        "7days",
        "12345d",
        "7h",
        "1y6m",
        "٧d",
        "²d",
    ],
)
def test_anything_else_is_no_length(written):
    assert parse_duration(written) is None


@settings(deadline=None)
@given(st.text(max_size=8))
def test_no_text_makes_reading_a_length_fail(written):
    length = parse_duration(written)

    assert length is None or (length.months >= 0 and length.days >= 0)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 30), 13, date(2027, 2, 28)),
        (date(2026, 3, 9), 0, date(2026, 3, 9)),
    ],
)
def test_months_clamp_to_the_last_day_of_the_month(start, months, end):
    assert after(start, Duration(months=months)) == end


@pytest.mark.parametrize(
    ("end", "months", "start"),
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 1, 31), 14, date(2024, 11, 30)),
    ],
)
def test_going_back_clamps_too(end, months, start):
    assert before(end, Duration(months=months)) == start


def test_months_pass_first_then_days():
    assert after(date(2026, 1, 31), Duration(months=1, days=1)) == date(2026, 3, 1)


def test_two_thirds_of_a_chain_of_months_do_not_add_up_by_clamped_steps():
    in_one = after(date(2026, 1, 31), Duration(months=1) + Duration(months=1))
    in_steps = after(after(date(2026, 1, 31), Duration(months=1)), Duration(months=1))

    assert (in_one, in_steps) == (date(2026, 3, 31), date(2026, 3, 28))


@settings(deadline=None)
@given(any_day, lengths)
def test_the_ends_of_the_calendar_hold_whatever_is_asked(start, length):
    assert date.min <= after(start, length) <= date.max
    assert date.min <= before(start, length) <= date.max


@pytest.mark.parametrize("length", [Duration(months=10**9), Duration(days=10**9)])
def test_a_length_out_of_all_bounds_ends_with_the_calendar(length):
    assert after(date(2026, 3, 9), length) == date.max
    assert before(date(2026, 3, 9), length) == date.min


@settings(deadline=None)
@given(any_day, st.integers(-4_000_000, 4_000_000))
def test_days_are_counted_as_the_calendar_counts_them(start, days):
    end = plus_days(start, days)

    if date.min < end < date.max:
        assert end - start == timedelta(days=days)


@settings(deadline=None)
@given(any_day, any_day, written_lengths)
def test_who_starts_later_never_ends_earlier(one, other, written):
    length = parse_duration(written)
    one, other = sorted((one, other))

    assert after(one, length) <= after(other, length)
    assert before(one, length) <= before(other, length)


@settings(deadline=None)
@given(any_day, written_lengths)
def test_a_length_never_leads_backwards(start, written):
    assert before(start, parse_duration(written)) <= start <= after(start, parse_duration(written))


@settings(deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 600))
def test_months_keep_the_day_or_take_the_last_one(start, months):
    end = after(start, Duration(months=months))

    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).day == 1)


def test_lengths_are_added_months_to_months_and_days_to_days():
    assert Duration(months=2, days=7) + Duration(months=1, days=14) == Duration(months=3, days=21)


def test_a_length_of_nothing_is_not_positive():
    assert not Duration().positive
    assert Duration(days=1).positive
    assert Duration(months=1).positive


def test_equal_lengths_are_equal_and_not_unequal_however_they_were_written():
    weeks, days = parse_duration("2w"), parse_duration("14d")

    assert weeks == days
    assert not weeks != days  # noqa: SIM202 - each sign is asked by itself
    assert hash(weeks) == hash(days)
    assert weeks != parse_duration("13d")
    assert not weeks == parse_duration("13d")  # noqa: SIM201
