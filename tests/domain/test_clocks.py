"""The clocks of stages with a limit."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import day, days_from, entry, known, person, placed
from jobcoach.domain.clocks import running_clock
from jobcoach.domain.durations import Duration, after
from jobcoach.domain.people import Extension, Pause, Placement, StageEntry
from jobcoach.domain.process import Limit, Process, Stage

LEAD = Duration(days=60)
SHORT = Process(
    id="short",
    stages=(
        Stage(id="search", limit=Limit(length=Duration(days=90), paused_by=("trial",))),
        Stage(id="elsewhere"),
        Stage(id="job", limit=Limit(length=Duration(days=60), per="placement")),
        Stage(id="closed", final=True),
    ),
)


def _clock(case, on, lead=LEAD):
    return running_clock(known(case, on, models=(SHORT,)), lead)


def _ends(case, on):
    clock = _clock(case, on)
    return clock and clock.end.isoformat()


def test_a_limit_counts_from_the_entry_into_the_stage():
    clock = _clock(person(stages=(entry("pre-hire", "2026-01-12"),)), "2026-03-01")

    assert (clock.start, clock.end) == (day("2026-01-12"), day("2028-01-12"))
    assert clock.due == day("2027-11-13")
    assert clock.length == Duration(months=24)


def test_a_stage_without_a_limit_has_no_clock():
    assert _clock(person(stages=(entry("reserve", "2026-01-12"),)), "2026-03-01") is None
    assert _clock(person(), "2026-03-01") is None
    assert _clock(person(stages=(entry("nowhere", "2026-01-12"),)), "2026-03-01") is None


def test_the_lead_is_cut_to_a_quarter_rounded_down():
    case = person(process="short", stages=(entry("search", "2026-01-01"),))

    assert _clock(case, "2026-01-02").due == _clock(case, "2026-01-02").end - timedelta(days=22)
    assert _clock(case, "2026-01-02", Duration(days=5)).due == _clock(
        case, "2026-01-02"
    ).end - timedelta(days=5)


def test_the_clock_stands_still_in_a_pause_and_under_a_contract_that_pauses_it():
    paused = person(
        stages=(entry("pre-hire", "2026-01-01"),),
        pauses=(Pause(from_=day("2026-02-01"), until=day("2026-02-10")),),
    )
    contract = person(
        stages=(entry("pre-hire", "2026-01-01"),),
        placements=(placed("2026-02-01", "2026-02-10", contract="fixed-term"),),
    )

    for case in (paused, contract):
        assert _ends(case, "2026-01-31") == "2028-01-01"
        assert _ends(case, "2026-02-05") is None
        assert _ends(case, "2026-02-11") == "2028-01-11"


def test_another_contract_does_not_pause_it():
    case = person(stages=(entry("pre-hire", "2026-01-01"),), placements=(placed("2026-02-01"),))

    assert _ends(case, "2026-02-05") == "2028-01-01"


def test_days_in_another_stage_do_not_count():
    case = person(
        stages=(
            entry("pre-hire", "2026-01-01"),
            entry("hire", "2026-02-01"),
            entry("pre-hire", "2026-02-11"),
        )
    )

    assert _ends(case, "2026-03-01") == "2028-01-11"


def test_a_day_lost_twice_is_lost_once():
    case = person(
        stages=(
            entry("pre-hire", "2026-01-01"),
            entry("hire", "2026-02-01"),
            entry("pre-hire", "2026-02-11"),
        ),
        pauses=(Pause(from_=day("2026-02-05"), until=day("2026-02-15")),),
        placements=(placed("2026-02-03", "2026-02-12", contract="fixed-term"),),
    )

    assert _ends(case, "2026-03-01") == "2028-01-16"  # 1 to 15 February


def test_after_closing_the_clock_begins_anew():
    case = person(
        stages=(
            entry("pre-hire", "2024-01-01"),
            entry("closed", "2025-01-01"),
            entry("pre-hire", "2026-01-01"),
        )
    )

    assert _ends(case, "2026-03-01") == "2028-01-01"


def test_the_stage_of_the_same_name_in_another_model_is_another_stage():
    case = person(
        process="rejoins-2006",
        stages=(
            entry("pre-hire", "2025-01-01"),
            entry("pre-hire", "2026-01-01", process="frb-2002"),
        ),
    )

    assert _ends(case, "2026-03-01") == "2028-01-01"


def test_an_extension_holds_where_it_is_later():
    def extended(until, stage="pre-hire"):
        return person(
            stages=(entry("pre-hire", "2026-01-01"),),
            extensions=(Extension(stage=stage, until=day(until)),),
        )

    assert _ends(extended("2028-06-30"), "2026-03-01") == "2028-06-30"
    assert _ends(extended("2027-06-30"), "2026-03-01") == "2028-01-01"
    assert _ends(extended("2028-06-30", "follow-up"), "2026-03-01") == "2028-01-01"


def test_per_placement_the_newest_job_under_way_counts():
    case = person(
        stages=(entry("follow-up", "2026-01-01"),),
        placements=(
            placed("2026-01-01"),
            placed("2026-02-01", employer="grocery"),
            placed("2026-02-15", employer="grocery"),
            placed("2026-02-10", "2026-02-20", employer="garage"),
        ),
    )

    assert _ends(case, "2026-02-20") == "2026-08-10"
    assert _ends(case, "2026-03-01") == "2026-08-01"


def test_per_placement_there_is_no_clock_without_a_job():
    case = person(
        stages=(entry("follow-up", "2026-01-01"),), placements=(placed("2026-01-01", "2026-01-31"),)
    )

    assert _ends(case, "2026-01-31") == "2026-07-01"
    assert _ends(case, "2026-02-01") is None


spring = days_from(day("2026-01-01"), day("2026-03-31"))


@st.composite
def spans(draw, kind, **given):
    start = draw(spring)
    return kind(
        from_=start,
        **given,
        **{"until" if kind is Pause else "ended": start + timedelta(days=draw(st.integers(0, 25)))},
    )


@st.composite
def searches(draw):
    days = sorted(draw(st.lists(spring, min_size=1, max_size=6)))
    stages = [
        StageEntry(stage=draw(st.sampled_from(["search", "elsewhere", "closed"])), on=on)
        for on in days[:-1]
    ]
    contract = st.sampled_from(["trial", "permanent"])
    return person(
        process="short",
        stages=(*stages, StageEntry(stage="search", on=days[-1])),
        pauses=tuple(draw(st.lists(spans(Pause), max_size=3))),
        placements=tuple(
            draw(st.lists(spans(Placement, employer="b", contract=draw(contract)), max_size=3))
        ),
    )


# format.md, `limit`: first entry into the stage (since the last final one) + length + every day
# since then that did not count (in another stage, paused by its contract kind, or in a pause).
def _slowly(case, on):
    past = [e for e in case.stages if e.on <= on]
    final = max((i for i, e in enumerate(past) if e.stage == "closed"), default=-1)
    first = next(e.on for e in past[final + 1 :] if e.stage == "search")

    def stage_on(d):
        return [e.stage for e in past if e.on <= d][-1]

    def counts(d):
        return (
            stage_on(d) == "search"
            and not any(p.from_ <= d <= p.until for p in case.pauses)
            and not any(p.contract == "trial" and p.from_ <= d <= p.ended for p in case.placements)
        )

    if not counts(on):
        return None
    days = (first + timedelta(days=n) for n in range((on - first).days + 1))
    return first, after(first, Duration(days=90)) + timedelta(sum(not counts(d) for d in days))


@settings(deadline=None, max_examples=120)
@given(searches(), st.integers(0, 120))
def test_every_day_that_did_not_count_moves_the_end_by_one(case, later):
    on = case.stages[-1].on + timedelta(days=later)
    clock = _clock(case, on.isoformat())

    assert (clock and (clock.start, clock.end)) == _slowly(case, on)
