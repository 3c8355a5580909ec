"""Who left and why, which jobs are watched and for how long, milestones, times, moves (issue, "outcomes")."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.employers import Employer
from jobcoach.domain.people import Application, Contact, Review
from jobcoach.domain.process import Process, Stage
from jobcoach.domain.statistics.figures import COLUMNS, PARTS, Period, Scope
from jobcoach.domain.statistics.jobs import GROUPS
from jobcoach.domain.statistics.reports.outcomes import MILESTONES, RETAINED, WHYS, outcomes
from jobcoach.domain.statistics.sheets import published, side_by_side
from jobcoach.domain.statistics.survival import lasting

from .builders import cases_of, day, days_from, entry, exceeded, person, placed

YEAR = Period(day("2025-01-01"), day("2025-12-31"))
COACHED = (entry("pre-hire", "2024-06-03"),)
CLOSED = (*COACHED, entry("closed", "2025-10-01"))
BAKERY = Employer(id="bakery", name="Bakery")


def figures(*records, period=YEAR, scope=None):
    return outcomes(cases_of(*records), period, scope or Scope()).figures


def count(name, *records, period=YEAR, scope=None):
    return figures(*records, period=period, scope=scope)[name].count()


def lengths(curve, *records, period=YEAR, scope=None):
    found = figures(*records, period=period, scope=scope)[curve].counted
    return [(one.days, one.ended) for one in found]


def upto(last, since="2025-01-01"):
    return Period(day(since) if since else None, day(last))


# Who came, who left


@pytest.mark.parametrize(
    ("since", "entered"), [("2024-06-03", 1), ("2024-06-04", 0), ("2025-01-01", 0)]
)
def test_coaching_began_in_the_period_or_had_begun_before(since, entered):
    amina = person(stages=(entry("reserve", "2024-05-06"), *COACHED))
    period = upto("2025-12-31", since)

    assert count("persons", amina, period=period) == 1
    assert count("entered", amina, period=period) == entered
    assert count("entered_earlier", amina, period=period) == 1 - entered


def test_who_comes_back_does_not_enter_again():
    back = person(stages=(*COACHED, entry("closed", "2024-12-02"), entry("pre-hire", "2025-03-03")))

    assert (count("entered", back), count("entered_earlier", back)) == (0, 1)


@pytest.mark.parametrize(
    ("since", "until", "left"),
    [
        ("2025-10-01", "2025-10-01", 1),
        ("2025-01-01", "2025-09-30", 0),
        ("2025-10-02", "2025-12-31", 0),
    ],
)
def test_who_left_is_counted_on_the_day_of_closing(since, until, left):
    assert count("left", person(stages=CLOSED), period=upto(until, since)) == left


def test_who_came_back_by_the_last_day_has_not_left():
    back = person(stages=(*CLOSED, entry("follow-up", "2025-12-31")))

    assert count("left", back) == 0
    assert count("left", back, period=upto("2025-12-30")) == 1


def test_who_left_twice_is_counted_once_with_the_last_closing():
    twice = person(
        stages=(*CLOSED, entry("follow-up", "2025-11-03"), entry("closed", "2025-12-01"))
    )

    (one,) = figures(twice)["left"].cases()
    assert (one.on, one.ref) == (day("2025-12-01"), "stages[3]")


def test_who_was_never_coached_cannot_leave():
    assert count("left", person(stages=(entry("closed", "2025-10-01"),))) == 0
    reserve = (entry("reserve", "2025-03-03"), entry("closed", "2025-10-01"))
    assert count("left", person(stages=reserve)) == 0


def test_moving_from_one_final_stage_to_another_is_no_second_closing():
    own = Process(
        id="own",
        stages=(Stage(id="work"), Stage(id="done", final=True), Stage(id="filed", final=True)),
    )
    stages = (
        entry("work", "2024-06-03"),
        entry("done", "2024-12-02"),
        entry("filed", "2025-03-03"),
    )
    cases = cases_of(person(process="own", stages=stages), models=(own,))

    assert outcomes(cases, YEAR).figures["left"].count() == 0
    assert outcomes(cases, upto("2025-12-31", "2024-12-02")).figures["left"].count() == 1


def why_left(*reviews, stages=CLOSED, placements=(), period=YEAR):
    amina = person(stages=stages, reviews=tuple(reviews), placements=placements)
    found = [
        name.partition(".")[2]
        for name, figure in figures(amina, period=period).items()
        if name.startswith("left_why.") and figure.count()
    ]
    assert len(found) == 1
    return found[0]


def closing(decision, on="2025-10-01", **given):
    return Review(kind="closing", on=day(on), decision=decision, **given)


@pytest.mark.parametrize("decision", ["stop", "unreachable", "moved", "deceased"])
def test_the_closing_review_says_why(decision):
    assert why_left(closing(decision)) == decision


@pytest.mark.parametrize(
    ("start", "ended", "why"),
    [
        ("2025-02-03", None, "in_job"),
        ("2025-02-03", "2025-10-01", "in_job"),
        ("2025-02-03", "2025-09-30", "stop"),
        ("2025-10-01", None, "in_job"),
        ("2025-10-02", None, "stop"),
    ],
)
def test_a_paid_job_on_the_day_of_closing_comes_first(start, ended, why):
    assert why_left(closing("stop"), placements=(placed(start, ended),)) == why


def test_an_internship_is_no_job_to_leave_with():
    assert why_left(placements=(placed("2025-02-03", contract="internship"),)) == "other"


def test_the_latest_review_that_decided_anything_counts():
    assert why_left(closing("moved", "2025-09-29"), closing("stop")) == "stop"
    assert why_left(closing("stop"), closing(None)) == "stop"
    assert why_left(closing("stop", "2025-09-29"), closing("continue")) == "other"
    assert why_left(closing("stop", "2025-09-29"), Review(kind="plan", on=day("2025-10-01"))) == (
        "stop"
    )


def test_a_review_counts_since_the_case_was_opened_again_and_up_to_the_last_day():
    stages = (
        *COACHED,
        entry("closed", "2024-12-02"),
        entry("pre-hire", "2025-03-03"),
        entry("closed", "2025-10-01"),
    )

    assert why_left(closing("moved", "2024-12-02"), stages=stages) == "other"
    assert why_left(closing("moved", "2025-03-02"), stages=stages) == "other"
    assert why_left(closing("moved", "2025-03-03"), stages=stages) == "moved"
    assert why_left(closing("moved", "2025-12-31")) == "moved"
    assert why_left(closing("moved", "2026-01-01")) == "other"


def test_who_went_on_to_somebody_else():
    sent = (*COACHED, entry("closed", "2025-10-01", to="cpas"))

    assert why_left(stages=sent) == "sent_on"
    assert why_left(closing("moved"), stages=sent) == "moved"


# Jobs


@pytest.mark.parametrize(
    ("start", "counted"),
    [("2024-12-31", 0), ("2025-01-01", 1), ("2025-12-31", 1), ("2026-01-01", 0)],
)
def test_jobs_are_those_begun_in_the_period(start, counted):
    assert count("jobs.ordinary", person(stages=COACHED, placements=(placed(start),))) == counted


@pytest.mark.parametrize(
    ("given", "group"),
    [
        ({}, "ordinary"),
        ({"market": "ordinary"}, "ordinary"),
        ({"market": "bridge"}, "other"),
        ({"market": "sheltered"}, "other"),
        ({"already": True}, "already"),
        ({"already": True, "market": "sheltered"}, "already"),
        ({"contract": "trial"}, None),
        ({"contract": None}, None),
    ],
)
def test_jobs_in_the_ordinary_market_others_and_those_there_already_stand_apart(given, group):
    amina = person(stages=COACHED, placements=(placed("2025-02-03", **given),))

    assert {g: count(f"jobs.{g}", amina) for g in GROUPS} == {g: int(g == group) for g in GROUPS}


def test_the_market_of_a_job_is_that_of_its_first_contract():
    first = placed("2025-02-03", "2025-05-30", market="bridge")
    amina = person(stages=COACHED, placements=(placed("2025-06-02"), first))

    assert (count("jobs.other", amina), count("jobs.ordinary", amina)) == (1, 0)


@pytest.mark.parametrize(
    ("ended", "length"),
    [
        ("2025-02-03", (1, True)),  # gone the day after
        ("2025-02-04", (2, True)),
        ("2025-12-31", (332, True)),
        ("2026-01-01", (332, False)),  # not known yet on the last day
        (None, (332, False)),
    ],
)
def test_a_job_lasts_to_its_last_day_and_a_running_one_is_followed_to_the_periods(ended, length):
    amina = person(stages=COACHED, placements=(placed("2025-02-03", ended),))

    assert lengths("lasting.ordinary", amina) == [length]
    assert count("jobs.ordinary.ended", amina) == int(length[1])
    assert count("jobs.ordinary.running", amina) == int(not length[1])


def test_what_runs_beyond_the_last_day_is_among_those_from_which_others_ended_on_it():
    """Three of five contracts of a year end with it: two of five last longer, not none."""
    ends = ["2025-12-31"] * 3 + [None] * 2
    people = [
        person(id=f"p{n}", stages=COACHED, placements=(placed("2025-01-01", end),))
        for n, end in enumerate(ends)
    ]
    (step,) = lasting(figures(*people)["lasting.ordinary"]).steps

    assert (step.day, step.at_risk, step.ended, step.share) == (365, 5, 3, Fraction(2, 5))


def test_a_passed_planned_end_ends_nothing():
    amina = person(stages=COACHED, placements=(placed("2025-02-03", until=day("2025-05-30")),))

    assert lengths("lasting.ordinary", amina) == [(332, False)]


@pytest.mark.parametrize(
    ("renewed", "found"),
    [("2025-06-06", [(211, True)]), ("2025-06-07", [(117, True), (87, True)])],
)
def test_placements_without_a_break_are_one_job(renewed, found):
    first = placed("2025-02-03", "2025-05-30", contract="fixed-term")
    amina = person(stages=COACHED, placements=(first, placed(renewed, "2025-09-01")))

    assert lengths("lasting.ordinary", amina) == found


def test_a_job_ends_with_the_latest_of_its_placements():
    long = placed("2025-02-03", "2025-09-01", why="resigned")
    short = placed("2025-03-03", "2025-04-01", why="renewed")
    amina = person(stages=COACHED, placements=(long, short))

    assert lengths("lasting.ordinary", amina) == [(211, True)]
    assert count("ends.resigned.ordinary", amina) == 1


def test_a_job_that_is_said_to_end_before_it_began_ended_on_its_first_day():
    amina = person(stages=COACHED, placements=(placed("2025-02-03", "2024-02-03"),))

    assert lengths("lasting.ordinary", amina) == [(1, True)]
    assert count("ends.all.ordinary", amina) == 1


def test_so_did_one_that_goes_on_with_a_job():
    first = placed("2025-02-03", "2025-02-28", why="renewed")
    turned = placed("2025-03-03", "2025-02-01", why="resigned")
    amina = person(stages=COACHED, placements=(first, turned))

    assert lengths("lasting.ordinary", amina) == [(29, True)]
    assert count("ends.resigned.ordinary", amina) == 1


@pytest.mark.parametrize(
    ("start", "ended", "length"),
    [
        ("2010-01-04", None, (303, False)),  # from the day coaching began
        ("2025-03-04", None, (303, False)),
        ("2025-03-05", None, (302, False)),  # from its own first day, if that is later
        ("2010-01-04", "2025-03-04", (1, True)),
        ("2010-01-04", "2025-03-03", None),  # over before coaching began
    ],
)
def test_a_job_that_was_there_already_is_watched_from_the_day_coaching_began(start, ended, length):
    stages = (entry("reserve", "2025-02-03"), entry("pre-hire", "2025-03-04"))
    rachid = person(stages=stages, placements=(placed(start, ended, already=True),))

    assert lengths("lasting.already", rachid) == ([length] if length else [])
    assert count("ends.all.already", rachid) == int(bool(length and length[1]))


def test_a_job_of_somebody_not_coached_in_the_period_does_not_count():
    gone = (*COACHED, entry("closed", "2025-01-01"))
    last_day = (*COACHED, entry("closed", "2025-01-02"))
    job = (placed("2025-02-03"),)

    assert count("jobs.ordinary", person(stages=gone, placements=job)) == 0
    assert count("jobs.ordinary", person(stages=last_day, placements=job)) == 1


def test_with_a_process_the_jobs_begun_while_the_case_followed_it():
    pascal = person(
        stages=(
            entry("pre-hire", "2025-01-06"),
            entry("job-search", "2025-06-02", process="awiph-2006"),
        ),
        placements=(placed("2025-06-01"), placed("2025-06-02", employer="canal")),
    )

    for process, place in (("frb-2002", 0), ("awiph-2006", 1)):
        found = figures(pascal, scope=Scope(process=process))
        assert [one.ref for one in found["jobs.ordinary"].cases()] == [f"placements[{place}]"]
        assert found["entered"].count() == 1 - place
        assert found["entered_earlier"].count() == place


def test_with_a_coach_that_coachs_persons():
    hers = person(id="aa", coach="claire", stages=CLOSED, placements=(placed("2025-02-03"),))
    his = person(id="bb", coach="karim", stages=CLOSED)

    found = figures(hers, his, scope=Scope(coach="karim"))
    assert [found[name].count() for name in ("persons", "left", "jobs.ordinary")] == [1, 1, 0]
    assert {one.case for figure in found.values() for one in figure.cases()} == {"people/bb"}


# Milestones


def retained(row, *placements, until="2025-12-31", group="ordinary", stages=COACHED):
    found = figures(person(stages=stages, placements=placements), period=upto(until))
    columns = ("could", *RETAINED, "too_early")
    return {c for c in columns if found[f"retention.{group}.{row}.{c}"].count()}


@pytest.mark.parametrize(
    ("row", "milestone"),
    [
        ("m1", "2025-02-28"),  # a month after 31 January: the month's last day
        ("m3", "2025-04-30"),
        ("m6", "2025-07-31"),
        ("m12", "2026-01-31"),
        ("w13", "2025-05-02"),
        ("w26", "2025-08-01"),
        ("w52", "2026-01-30"),
    ],
)
def test_a_milestone_is_reached_by_who_is_under_way_on_its_day(row, milestone):
    before = (day(milestone) - timedelta(1)).isoformat()
    job = placed("2025-01-31")

    assert retained(row, job, until=before) == {"too_early"}
    assert retained(row, job, until=milestone) == {"could", "same", "any"}
    assert retained(row, placed("2025-01-31", milestone), until="2026-12-31") == {
        *("could", "same", "any")
    }
    assert retained(row, placed("2025-01-31", before), until="2026-12-31") == {"could", "none"}


@pytest.mark.parametrize(
    ("start", "given", "found"),
    [
        ("2025-04-06", {}, {"could", "any", "another"}),
        ("2025-04-07", {}, {"could", "none"}),
        ("2025-03-03", {"already": True}, {"could", "any", "another"}),
        ("2025-03-03", {"contract": "trial"}, {"could", "none"}),
    ],
)
def test_another_paid_job_counts_for_any_and_not_for_the_same(start, given, found):
    lost = placed("2025-01-06", "2025-02-28")
    other = placed(start, employer="canal", market="bridge", **given)

    assert retained("m3", lost, other) == found  # on 6 April


def test_a_small_gap_between_two_contracts_is_no_break_on_a_milestone():
    renewed = (placed("2025-01-06", "2025-04-04"), placed("2025-04-10"))

    assert retained("m3", *renewed) == {"could", "same", "any"}  # 6 April


def test_milestones_and_curve_say_the_same_of_a_day():
    """Under way 91 days after the start, or lasting beyond day 91: where all were followed so long."""
    jobs = [
        placed("2025-01-06", ended) for ended in (None, "2025-04-06", "2025-04-07", "2025-05-01")
    ]
    people = [person(id=f"p{n}", stages=COACHED, placements=(job,)) for n, job in enumerate(jobs)]
    found = figures(*people)
    beyond = [one for one in found["lasting.ordinary"].cases() if one.days > 91 or not one.ended]

    assert found["retention.ordinary.w13.could"].count() == 4
    assert found["retention.ordinary.w13.same"].count() == len(beyond) == 3


# Ends


@pytest.mark.parametrize(
    ("ended", "counted"),
    [("2024-12-31", 0), ("2025-01-01", 1), ("2025-12-31", 1), ("2026-01-01", 0)],
)
def test_an_end_counts_in_the_period_in_which_it_lies(ended, counted):
    amina = person(stages=COACHED, placements=(placed("2024-09-02", ended, why="health"),))

    assert count("ends.health.ordinary", amina) == count("ends.all.ordinary", amina) == counted
    assert count("ends.earlier.ordinary", amina) == counted


@pytest.mark.parametrize("why", WHYS)
def test_every_reason_has_its_row(why):
    job = placed("2025-02-03", "2025-03-03", why=None if why == "not_said" else why)
    found = figures(person(stages=COACHED, placements=(job,)))

    rows = [n.split(".")[1] for n, f in found.items() if n.startswith("ends.") and f.count()]
    assert rows == ["all", why]


# Times


def contact(on, how="visit", with_="bakery", **given):
    return Contact(on=day(on), how=how, with_=(with_,), **given)


@pytest.mark.parametrize(
    ("on", "length"),
    [
        ("2025-03-03", (0, True)),
        ("2025-03-04", (1, True)),
        ("2025-02-03", (0, True)),  # before the entry
        ("2025-12-31", (303, True)),
        ("2026-01-01", (303, False)),
    ],
)
def test_days_from_the_first_stage_entry_to_the_first_contact_with_an_employer(on, length):
    stages = (entry("reserve", "2025-03-03"), entry("pre-hire", "2025-04-07"))
    amina = person(stages=stages, contacts=(contact("2026-05-05"), contact(on)))

    assert lengths("first_contact", amina, BAKERY) == [length]


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        ({"how": "phone"}, True),
        ({"how": "letter"}, False),
        ({"how": "message"}, False),
        ({"how": "message", "answered": True}, True),
        ({"held": False}, False),
        ({"with_": "cpas"}, False),
        ({"with_": "person"}, False),
    ],
)
def test_a_contact_that_counts_for_the_rhythm_counts_here(given, counts):
    amina = person(
        stages=(entry("pre-hire", "2025-03-03"),), contacts=(contact("2025-03-10", **given),)
    )

    assert lengths("first_contact", amina, BAKERY) == [(7, True) if counts else (303, False)]


def test_an_employer_without_a_file_counts_where_the_case_names_it():
    stages = (entry("pre-hire", "2025-03-03"),)
    met = (contact("2025-03-10", with_="canal"),)
    asked = (Application(employer="canal"),)

    assert lengths("first_contact", person(stages=stages, contacts=met)) == [(303, False)]
    assert lengths("first_contact", person(stages=stages, contacts=met, applications=asked)) == [
        (7, True)
    ]


@pytest.mark.parametrize(
    ("entered", "counted"), [("2024-12-31", 0), ("2025-01-01", 1), ("2025-12-31", 1)]
)
def test_times_are_of_persons_who_entered_in_the_period_and_were_coached(entered, counted):
    assert len(lengths("first_job", person(stages=(entry("pre-hire", entered),)))) == counted
    assert lengths("first_job", person(stages=(entry("reserve", entered),))) == []


def test_a_closed_case_is_followed_to_the_day_of_closing():
    stages = (entry("pre-hire", "2025-03-03"), entry("closed", "2025-03-13"))
    back = (*stages, entry("pre-hire", "2025-12-01"))

    assert lengths("first_job", person(stages=stages)) == [(10, False)]
    assert lengths("first_job", person(stages=back)) == [(303, False)]
    on_closing, after = (placed("2025-03-13"),), (placed("2025-03-14"),)
    assert lengths("first_job", person(stages=stages, placements=on_closing)) == [(10, True)]
    assert lengths("first_job", person(stages=stages, placements=after)) == [(10, False)]


def test_the_first_paid_job_is_one_that_was_not_there_already():
    stages = (entry("pre-hire", "2025-03-03"),)
    placements = (
        placed("2025-03-10", employer="canal", contract="internship"),
        placed("2025-03-12", employer="canal", already=True),
        placed("2025-03-13"),
    )

    assert lengths("first_job", person(stages=stages, placements=placements)) == [(10, True)]


@pytest.mark.parametrize(
    ("start", "ended", "left_out"),
    [
        ("2010-01-04", None, True),
        ("2025-03-03", None, True),
        ("2025-03-04", None, False),
        ("2010-01-04", "2025-03-03", True),
        ("2010-01-04", "2025-03-02", False),
    ],
)
def test_who_came_with_a_job_waits_for_none(start, ended, left_out):
    rachid = person(
        stages=(entry("pre-hire", "2025-03-03"),), placements=(placed(start, ended, already=True),)
    )

    assert lengths("first_job", rachid) == ([] if left_out else [(303, False)])
    assert len(lengths("first_contact", rachid)) == 1


# Moves


def moves(*records, period=YEAR, **given):
    cases = cases_of(*records, **given)
    found = outcomes(cases, period).under("flow")
    return [(one.name.removeprefix("flow."), one.count()) for one in found]


def test_moves_stand_in_the_order_of_the_stages_first_entries_first():
    amina = person(
        id="aa",
        stages=(
            entry("reserve", "2025-01-06"),
            entry("pre-hire", "2025-02-03"),
            entry("hire", "2025-03-03"),
            entry("pre-hire", "2025-04-07"),
            entry("closed", "2025-05-05"),
            entry("follow-up", "2025-06-02"),
        ),
    )
    karl = person(id="bb", stages=(entry("pre-hire", "2025-01-06"), entry("hire", "2025-01-06")))

    assert moves(karl, amina) == [
        ("start.reserve", 1),
        ("start.pre-hire", 1),
        ("reserve.pre-hire", 1),
        ("pre-hire.hire", 2),
        ("pre-hire.closed", 1),
        ("hire.pre-hire", 1),
        ("closed.follow-up", 1),
    ]
    assert moves(karl, amina, period=upto("2025-06-02", "2025-05-06")) == [("closed.follow-up", 1)]


def test_a_stage_that_a_service_calls_start_is_not_where_everybody_starts():
    own = Process(id="own", stages=(Stage(id="start"), Stage(id="work")))
    amina = person(
        process="own", stages=(entry("start", "2025-01-06"), entry("work", "2025-02-03"))
    )

    assert moves(amina, models=(own,)) == [("start.start_stage", 1), ("start_stage.work", 1)]


def test_a_stage_in_no_model_moves_too():
    amina = person(stages=(entry("pre-hire", "2025-01-06"), entry("gone", "2025-02-03")))

    assert moves(amina) == [("start.pre-hire", 1), ("pre-hire.gone", 1)]


def test_with_a_process_the_moves_into_its_stages():
    pascal = person(
        stages=(
            entry("pre-hire", "2025-01-06"),
            entry("job-search", "2025-06-02", process="awiph-2006"),
        )
    )
    found = outcomes(cases_of(pascal), YEAR, Scope(process="awiph-2006")).under("flow")

    assert [one.name for one in found] == ["flow.pre-hire.job-search"]


# Laws

FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)
STAGES = ("reserve", "pre-hire", "hire", "follow-up", "closed", "gone")


@st.composite
def people(draw, *, always_coached=False):
    """A person of any road, with any placements, in two years; or one coached all the time."""
    days = sorted(draw(st.lists(days_from(FIRST, LAST), max_size=5)))
    return {
        "gender": draw(st.sampled_from((None, "woman", "man", "other"))),
        "stages": (entry("pre-hire", "2023-01-02"),)
        if always_coached
        else tuple(entry(draw(st.sampled_from(STAGES)), on.isoformat()) for on in days),
        "placements": tuple(
            placed(
                start.isoformat(),
                draw(
                    st.none() | st.just((start + timedelta(draw(st.integers(-2, 400)))).isoformat())
                ),
                contract=draw(st.sampled_from((None, "trial", "fixed-term", "permanent"))),
                employer=draw(st.sampled_from(("bakery", "canal"))),
                already=draw(st.sampled_from((None, True))),
                market=draw(st.sampled_from((None, "bridge"))),
                why=draw(st.sampled_from((None, "health", "renewed"))),
            )
            for start in draw(st.lists(days_from(date(2023, 6, 1), LAST), max_size=4))
        ),
        "contacts": tuple(
            contact(
                draw(days_from(FIRST, LAST)).isoformat(), draw(st.sampled_from(("visit", "letter")))
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
        "reviews": tuple(
            closing(draw(st.sampled_from(("stop", "continue", None))), on.isoformat())
            for on in draw(st.lists(days_from(FIRST, LAST), max_size=2))
        ),
    }


def named(drawn):
    return [person(id=f"p{number}", **one) for number, one in enumerate(drawn)]


periods = st.builds(
    lambda since, length: Period(since, LAST if since is None else since + timedelta(length)),
    st.none() | days_from(FIRST, LAST),
    st.integers(0, 500),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(people(), max_size=5), periods, st.sampled_from((None, "frb-2002")))
def test_rows_and_columns_add_up_to_the_totals(drawn, period, process):
    made = outcomes(cases_of(*named(drawn), BAKERY), period, Scope(process=process))

    for figure in made.figures.values():
        if figure.split:
            assert sum(figure.count(column) for column in PARTS) == figure.count()
    for total in made.sums:
        whole = made.figures[total.whole]
        for column in whole.columns:
            parts = sum(made.figures[part].count(column) for part in total.parts)
            assert parts == whole.count(column), total
    assert made.bounds
    assert not exceeded(made)


@settings(max_examples=40, deadline=None)
@given(st.lists(people(), max_size=5), periods, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(drawn, period, random):
    records = [*named(drawn), BAKERY]
    shuffled = random.sample(records, len(records))

    assert outcomes(cases_of(*shuffled), period) == outcomes(cases_of(*records), period)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(people(), max_size=4),
    st.lists(people(always_coached=True), max_size=3),
    st.lists(days_from(FIRST, LAST), min_size=1, max_size=4, unique=True),
)
def test_a_period_cut_in_parts_has_the_events_of_the_whole(drawn, always, cuts):
    """Moves and beginnings of coaching of anybody; jobs begun and ended of who is coached all the time."""
    ends = [date(2023, 1, 1), *sorted(cuts), LAST + timedelta(500)]
    periods = [Period(before + timedelta(1), end) for before, end in pairwise(ends)]
    whole = Period(periods[0].since, periods[-1].until)

    def assert_adds_up(records, events):
        cases = cases_of(*records)
        parts = [outcomes(cases, period).figures for period in periods]
        for name, figure in outcomes(cases, whole).figures.items():
            if name in events or name.startswith("flow."):
                found = sum(part[name].count() for part in parts if name in part)
                assert found == figure.count(), name

    assert_adds_up(named(drawn), {"entered"})
    jobs = {f"jobs.{group}" for group in GROUPS}
    assert_adds_up(named(always), jobs | {f"ends.{why}.{g}" for why in WHYS for g in GROUPS})


@settings(max_examples=40, deadline=None)
@given(st.lists(people(), max_size=5), periods)
def test_milestones_only_fall_away_and_any_holds_wherever_the_same_does(drawn, period):
    found = outcomes(cases_of(*named(drawn)), period).figures

    for group in GROUPS:
        assert found[f"lasting.{group}"].count() == found[f"jobs.{group}"].count()
        for row in MILESTONES:
            cells = {
                c: set(found[f"retention.{group}.{row}.{c}"].cases())
                for c in ("same", "any", "could")
            }
            assert cells["same"] <= cells["any"] <= cells["could"]
            assert all(one.on <= period.until for one in cells["could"])
        rows = [found[f"retention.{group}.{row}.same"].count() for row in ("m1", "m3", "m6", "m12")]
        assert rows == sorted(rows, reverse=True)


def test_what_is_published_has_no_curve_and_no_path():
    amina = person(stages=COACHED, placements=(placed("2025-02-03"),))
    shown = published(side_by_side([("", outcomes(cases_of(amina), YEAR))]))

    assert not [name for name in shown.total.figures if name.startswith(("lasting", "first_"))]
    assert shown.total.paths == ()
    assert shown.count("jobs.ordinary") is None
    assert [shown.count("persons", column) for column in COLUMNS] == [0, 0, 0, None, None]


def test_a_stage_that_no_model_knows_may_be_called_anything():
    strange = person(stages=(entry("reserve", "2025-01-06"), entry("pre.hire. 2", "2025-02-03")))

    moves = [figure.name for figure in outcomes(cases_of(strange), YEAR).under("flow")]

    assert moves == ["flow.start.reserve", "flow.reserve.pre_hire_ 2"]
