"""A person's path: stages and jobs over time, cut to the period (issue, "outcomes")."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.statistics.paths import path_of
from jobcoach.domain.statistics.roads import road

from .builders import cases_of, day, days_from, entry, person, placed

STAGES = (
    entry("reserve", "2025-01-06"),
    entry("pre-hire", "2025-02-03"),
    entry("closed", "2025-10-01"),
)


def path(since="2025-01-01", until="2025-12-31", stages=STAGES, placements=()):
    amina = person(stages=stages, placements=placements)
    made = path_of(
        amina, road(amina, cases_of(amina), day(until)), since and day(since), day(until)
    )
    return [
        (one.kind, one.first.isoformat()[5:], one.last.isoformat()[5:], one.runs, one.earlier)
        for one in made.segments
    ]


def test_a_stage_holds_to_the_day_before_the_next_and_the_last_one_runs():
    assert path() == [
        ("intake", "01-06", "02-02", False, False),
        ("coached", "02-03", "09-30", False, False),
        ("final", "10-01", "12-31", True, False),
    ]


def test_a_path_is_cut_to_the_period():
    assert path("2025-02-02", "2025-02-03") == [
        ("intake", "02-02", "02-02", False, True),
        ("coached", "02-03", "02-03", True, False),
    ]
    assert path("2025-02-03", "2025-09-30") == [("coached", "02-03", "09-30", True, False)]


def test_what_began_before_the_first_stage_stands_from_that_day():
    there = placed("2015-01-05", already=True)
    over = placed("2015-01-05", "2025-01-05", employer="canal")

    for since in (None, "2025-01-01"):
        assert path(since, "2025-01-31", placements=(there, over)) == [
            ("intake", "01-06", "01-31", True, False),
            ("ordinary", "01-06", "01-31", True, True),
        ]


def test_jobs_stand_by_their_market_and_steps_towards_one_by_their_contract():
    placements = (
        placed("2025-03-03", "2025-03-14", contract="internship"),
        placed("2025-04-07", "2025-04-30", market="bridge"),
        placed("2025-05-02", "2025-05-30", market="bridge"),  # renewed: one job
        placed("2025-06-02", contract=None),
        placed("2026-01-01"),
    )

    assert path(placements=placements)[2:] == [
        ("internship", "03-03", "03-14", False, False),
        ("bridge", "04-07", "05-30", False, False),
        ("not_said", "06-02", "12-31", True, False),
        ("final", "10-01", "12-31", True, False),
    ]


def test_what_ended_after_the_last_day_still_runs():
    job = placed("2025-03-03", "2025-06-30")

    assert path(until="2025-06-29", placements=(job,))[-1] == (
        *("ordinary", "03-03", "06-29"),
        *(True, False),
    )
    assert path(until="2025-06-30", placements=(job,))[-1][3] is False


def test_a_stage_that_no_model_knows_is_on_the_path_and_one_that_held_no_day_is_not():
    stages = (entry("gone", "2025-01-06"), entry("pre-hire", "2025-01-06"))

    assert [kind for kind, *_ in path(stages=stages)] == ["coached"]
    assert [kind for kind, *_ in path(stages=stages[:1])] == ["unknown"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(days_from(day("2024-12-01"), day("2026-02-01")), max_size=5).map(sorted),
    days_from(day("2024-12-01"), day("2026-02-01")),
    st.none() | days_from(day("2024-12-01"), day("2026-02-01")),
)
def test_stages_follow_each_other_without_a_gap_inside_the_period(days, until, since):
    if since is not None and since > until:
        since, until = until, since
    amina = person(stages=tuple(entry("pre-hire", on.isoformat()) for on in days))
    made = path_of(amina, road(amina, cases_of(amina), until), since, until).segments

    assert all((since or one.first) <= one.first <= one.last <= until for one in made)
    for one, following in itertools.pairwise(made):
        assert (following.first - one.last).days == 1
    assert not made or made[-1].last == until
