"""Kaplan and Meier's estimate: by hand, and against lifelines on random data (issue, "outcomes")."""

import math
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.statistics.figures import Counted, Curve
from jobcoach.domain.statistics.survival import lasting, product_limit

ENDED, RUNS = True, False


def test_what_still_runs_counts_as_lasting_at_least_so_long():
    """Of four, one ended; one was followed for twenty days; of the two left, one ended: 3/4 of 1/2."""
    found = product_limit([(10, ENDED), (20, RUNS), (30, ENDED), (40, RUNS)])

    assert [(s.day, s.at_risk, s.ended, s.share) for s in found.steps] == [
        (10, 4, 1, Fraction(3, 4)),
        (30, 2, 1, Fraction(3, 8)),
    ]


def test_leaving_out_what_runs_would_make_it_shorter_counting_it_as_ended_too():
    spells = [(10, ENDED), (20, RUNS), (20, RUNS), (20, RUNS)]

    assert product_limit(spells).share(10) == Fraction(3, 4)
    assert product_limit([spell for spell in spells if spell[1]]).share(10) == 0
    assert product_limit([(days, ENDED) for days, _ in spells]).share(20) == 0


def test_what_ended_on_a_day_comes_before_what_was_followed_up_to_it():
    found = product_limit([(10, RUNS), (10, ENDED)])

    assert [(s.at_risk, s.share) for s in found.steps] == [(2, Fraction(1, 2))]


def test_the_median_is_the_first_day_by_which_half_has_ended_and_not_reached_before():
    assert product_limit([(10, ENDED), (20, RUNS)]).median == 10
    assert product_limit([(10, ENDED), (20, RUNS), (20, RUNS)]).median is None
    assert product_limit([(10, RUNS)]).median is None
    assert product_limit([]).median is None


def test_nothing_is_said_of_days_beyond_what_was_followed():
    found = product_limit([(10, ENDED), (20, RUNS)])

    assert [found.share(day) for day in (0, 9, 10, 20, 21)] == [1, 1, *[Fraction(1, 2)] * 2, None]
    assert product_limit([(10, ENDED)]).share(11) == 0  # all have ended: none can come back
    assert product_limit([]).share(0) is None


def test_how_many_were_followed_and_how_many_had_ended():
    found = product_limit([(10, ENDED), (10, RUNS), (20, RUNS)])

    assert [found.at_risk(day) for day in (0, 10, 11, 20, 21)] == [3, 3, 1, 1, 0]
    assert [found.ended(day) for day in (9, 10, 99)] == [0, 1, 1]


def test_a_curve_holds_the_lengths_of_its_cases():
    cases = (
        Counted("people/a", days=10, ended=True),
        Counted("people/b", days=20, ended=False),
        Counted("people/c", days=0, ended=False),
    )
    curve = Curve(name="lasting", definition="lasting", counted=cases)

    assert lasting(curve).lengths == (0, 10, 20)
    assert lasting(curve).share(10) == Fraction(1, 2)


# Against lifelines

few_days = st.integers(0, 12)  # so that ends and ends, and ends and last days, fall together
many_days = st.integers(0, 3000)
spells = st.lists(st.tuples(few_days | many_days, st.booleans()), min_size=1, max_size=60)


@pytest.fixture(scope="module")
def fitter():
    from lifelines import KaplanMeierFitter  # a second to import: only here

    return KaplanMeierFitter


@settings(max_examples=60, deadline=None)
@given(spells=spells)
def test_the_estimate_is_that_of_lifelines(fitter, spells):
    ours = product_limit(spells)
    theirs = fitter().fit([days for days, _ in spells], [ended for _, ended in spells])
    table = theirs.event_table

    for day in {0, *ours.lengths}:
        if (share := ours.share(day)) is not None:
            assert math.isclose(share, theirs.predict(day), abs_tol=1e-9)
        assert ours.at_risk(day) == table["at_risk"][day]
        assert ours.ended(day) == table["observed"].loc[:day].sum()
    for step in ours.steps:
        assert (step.at_risk, step.ended) == (
            table["at_risk"][step.day],
            table["observed"][step.day],
        )
    if all(
        step.share != Fraction(1, 2) for step in ours.steps
    ):  # theirs rounds: half may be missed
        median = theirs.median_survival_time_
        assert ours.median == (None if math.isinf(median) else median)
