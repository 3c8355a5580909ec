"""A case as known on one day: stages, jobs, pauses, the base day and the rhythm."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import cases_of, day, days_from, entry, known, person, placed
from jobcoach.domain.durations import Duration, after
from jobcoach.domain.known import jobs_of, pause_end_due, stage_steps
from jobcoach.domain.people import Contact, Pace, Pause, Placement, Preferences

WEEK, FORTNIGHT, MONTH = Duration(days=7), Duration(days=14), Duration(months=1)


def _jobs(*placements):
    return [[index for index, _ in job.placements] for job in jobs_of(enumerate(placements))]


def _call(on, with_=(), how="phone", **given):
    return Contact(on=day(on), how=how, with_=with_, **given)


# Jobs


def test_a_placement_seven_days_after_the_one_before_continues_the_job():
    first = placed("2026-01-01", "2026-01-31")

    assert _jobs(first, placed("2026-02-07")) == [[0, 1]]
    assert _jobs(first, placed("2026-02-08")) == [[0], [1]]


def test_a_placement_that_begins_while_one_runs_continues_it():
    assert _jobs(placed("2026-01-01"), placed("2026-06-01")) == [[0, 1]]


def test_the_chain_reaches_from_link_to_link():
    links = [
        placed("2026-01-01", "2026-01-31"),
        placed("2026-02-05", "2026-02-28"),
        placed("2026-03-05"),
    ]

    assert _jobs(*links) == [[0, 1, 2]]


def test_a_short_spell_inside_a_long_one_does_not_break_the_chain():
    long_one, inside = placed("2026-01-01", "2026-06-30"), placed("2026-02-01", "2026-02-10")

    assert _jobs(long_one, inside, placed("2026-07-05")) == [[0, 1, 2]]


def test_each_employer_has_jobs_of_its_own():
    assert _jobs(placed("2026-01-01"), placed("2026-01-01", employer="grocery")) == [[0], [1]]


def test_a_firm_without_a_file_chains_by_its_name():
    def firm(start, ended, name):
        return placed(start, ended, employer=None, firm=name)

    assert _jobs(firm("2026-01-01", "2026-01-31", "Chez Zoé"), firm("2026-02-01", None, "Chez Zoé"))
    assert len(_jobs(firm("2026-01-01", None, "Chez Zoé"), firm("2026-02-01", None, "Autre"))) == 2


def test_two_nameless_placements_are_two_jobs():
    nameless = placed("2026-01-01", employer=None)

    assert _jobs(nameless, nameless) == [[0], [1]]


def test_jobs_stand_by_their_first_day_and_links_keep_their_places():
    placements = [placed("2026-02-01"), placed("2026-01-01", "2026-01-30")]

    [job] = jobs_of(enumerate(placements))

    assert job.start == day("2026-01-01")
    assert job.first_index == 1
    assert job.under_way(day("2026-02-01"))
    assert not job.under_way(day("2025-12-31"))
    assert not job.under_way(day("2026-01-31"))  # the gap between two links


early_2026 = days_from(day("2026-01-01"), day("2026-03-31"))


@st.composite
def placement_lists(draw):
    found = []
    for _ in range(draw(st.integers(0, 7))):
        start = draw(early_2026)
        lasting = draw(st.one_of(st.none(), st.integers(0, 20)))
        ended = start + timedelta(days=lasting) if lasting is not None else None
        employer = draw(st.sampled_from(["bakery", "grocery"]))
        found.append(Placement(employer=employer, from_=start, ended=ended))
    return found


@settings(deadline=None, max_examples=80)
@given(placement_lists())
def test_jobs_are_what_links_of_at_most_a_week_hold_together(found):
    job_of = list(range(len(found)))
    order = sorted(range(len(found)), key=lambda i: (found[i].from_, i))
    for place, j in enumerate(order):
        for i in order[:place]:
            one, other = found[i], found[j]
            if one.employer == other.employer and (
                one.ended is None or (other.from_ - one.ended).days <= 7
            ):
                job_of = [job_of[i] if job == job_of[j] else job for job in job_of]

    together = {frozenset(i for i in order if job_of[i] == job) for job in job_of}
    assert {frozenset(places) for places in _jobs(*found)} == together


# Stages


def test_an_entrys_process_holds_from_there_on():
    case = person(
        stages=(
            entry("reserve", "2026-01-01"),
            entry("integration", "2026-02-01", process="awiph-2006"),
            entry("retention", "2026-03-01"),
        )
    )

    steps = stage_steps(case, cases_of(case))

    assert [step.process_id for step in steps] == ["frb-2002", "awiph-2006", "awiph-2006"]
    assert [step.stage.id for step in steps] == ["reserve", "integration", "retention"]
    assert [step.switches for step in steps] == [False, True, False]
    assert [step.index for step in steps] == [0, 1, 2]


def test_the_persons_process_comes_before_the_services():
    case = person(process="euse-2005", stages=(entry("engagement", "2026-01-01"),))

    [step] = stage_steps(case, cases_of(case))

    assert step.process_id == "euse-2005"
    assert step.stage.intake


def test_an_unknown_process_or_stage_is_kept_without_a_model():
    case = person(
        stages=(entry("welcome", "2026-01-01"), entry("reserve", "2026-02-01", process="nowhere"))
    )

    steps = stage_steps(case, cases_of(case))

    assert [(step.process is not None, step.stage) for step in steps] == [
        (True, None),
        (False, None),
    ]


def test_the_stage_is_the_one_of_the_day():
    case = person(stages=(entry("reserve", "2026-01-05"), entry("pre-hire", "2026-01-12")))

    assert known(case, "2026-01-04").current is None
    assert known(case, "2026-01-11").stage.id == "reserve"
    assert known(case, "2026-01-12").stage.id == "pre-hire"


def test_a_case_is_final_while_in_a_final_stage_only():
    case = person(stages=(entry("closed", "2026-01-05"), entry("pre-hire", "2026-02-01")))

    assert known(case, "2026-01-31").final
    assert not known(case, "2026-02-01").final


def test_the_process_before_any_stage_is_the_first_one():
    assert known(person(), "2026-01-01").process.id == "frb-2002"
    assert known(person(process="nowhere"), "2026-01-01").process is None


# Pauses


def test_a_pause_holds_from_its_first_through_its_last_day():
    case = person(pauses=(Pause(from_=day("2026-03-02"), until=day("2026-03-08")),))

    held = [known(case, f"2026-03-0{n}").in_pause(day(f"2026-03-0{n}")) for n in (1, 2, 8, 9)]
    assert held == [False, True, True, False]


def test_a_pause_without_end_holds_until_the_day_before_a_contact_after_a_month():
    case = person(
        pauses=(Pause(from_=day("2026-01-10")),),
        contacts=(_call("2026-01-20"), _call("2026-02-12")),
    )

    assert known(case, "2026-02-11").in_pause(day("2026-02-11"))
    after_the_call = known(case, "2026-02-12")
    assert after_the_call.in_pause(day("2026-02-11"))
    assert not after_the_call.in_pause(day("2026-02-12"))


def test_a_contact_with_somebody_else_ends_no_pause():
    case = person(
        pauses=(Pause(from_=day("2026-01-10")),), contacts=(_call("2026-02-12", ("bakery",)),)
    )

    assert known(case, "2026-03-01").in_pause(day("2026-03-01"))


def test_how_to_go_on_is_asked_at_the_end_or_after_a_month():
    assert pause_end_due(Pause(from_=day("2026-01-31"))) == day("2026-02-28")
    assert pause_end_due(Pause(from_=day("2026-01-31"), until=day("2026-06-01"))) == day(
        "2026-06-01"
    )


# Employers and other sides


def test_employers_under_way_that_may_know_stand_once_with_the_newest_start():
    case = person(
        placements=(
            placed("2026-01-01"),
            placed("2026-02-01"),
            placed("2026-01-15", employer="grocery", employer_may_know=False),
            placed("2026-01-01", "2026-01-31", employer="garage"),
            placed("2026-01-01", employer=None, firm="Chez Zoé"),
        )
    )

    assert list(known(case, "2026-03-01").employers) == [(0, "bakery", day("2026-02-01"))]


def test_a_placement_may_tell_where_the_person_as_a_rule_does_not():
    case = person(
        employer_may_know=False,
        placements=(
            placed("2026-01-01", employer_may_know=True),
            placed("2026-01-01", employer="x"),
        ),
    )

    assert [employer for _, employer, _ in known(case, "2026-03-01").employers] == ["bakery"]


def test_the_other_side_is_the_person_where_no_employer_may_be_asked():
    case = known(person(), "2026-03-01")

    assert case.other_side(placed("2026-01-01")) == "bakery"
    assert case.other_side(placed("2026-01-01", employer_may_know=False)) == "person"
    assert case.other_side(placed("2026-01-01", employer=None, firm="Chez Zoé")) == "person"


# Base day


def _base(case, on, party="person", placed_on=None):
    return known(case, on).base_day(party, placed_on)


def test_there_is_no_base_day_where_nothing_has_begun():
    assert _base(person(), "2026-03-01") is None


def test_without_a_stage_the_contact_the_pace_and_the_pause_still_count():
    case = person(
        contacts=(_call("2026-01-20"),),
        pace=(Pace(every=Duration(days=3), from_=day("2026-02-01"), until=day("2026-02-28")),),
        pauses=(Pause(from_=day("2026-03-02"), until=day("2026-03-08")),),
    )

    assert _base(case, "2026-01-19") is None
    assert _base(case, "2026-01-31") == day("2026-01-20")
    assert _base(case, "2026-02-28") == day("2026-02-01")
    assert _base(case, "2026-03-08") == day("2026-03-08")


def test_the_base_day_is_the_latest_of_all_that_starts_the_count():
    case = person(
        stages=(entry("pre-hire", "2026-01-12"),),
        contacts=(_call("2026-01-20"), _call("2026-02-20", ("bakery",))),
        pace=(Pace(every=Duration(days=3), from_=day("2026-02-01"), until=day("2026-02-28")),),
        pauses=(Pause(from_=day("2026-03-02"), until=day("2026-03-08")),),
    )

    assert _base(case, "2026-01-19") == day("2026-01-12")  # the stage
    assert _base(case, "2026-01-31") == day("2026-01-20")  # the contact
    assert _base(case, "2026-02-28") == day("2026-02-01")  # the pace
    assert _base(case, "2026-03-01") == day("2026-01-20")  # the pace is over
    assert _base(case, "2026-03-07") == day("2026-01-20")  # the pause is not over
    assert _base(case, "2026-03-08") == day("2026-03-08")  # the pause's last day


def test_toward_an_employer_the_placements_start_counts_too():
    case = person(stages=(entry("follow-up", "2026-01-12"),), contacts=(_call("2026-01-20"),))

    assert _base(case, "2026-03-01", "bakery", day("2026-02-16")) == day("2026-02-16")
    assert _base(case, "2026-03-01", "bakery") == day("2026-01-12")


def test_a_message_starts_the_count_where_the_person_prefers_messages():
    stages, contacts = (entry("pre-hire", "2026-01-12"),), (_call("2026-01-20", how="message"),)

    assert _base(person(stages=stages, contacts=contacts), "2026-03-01") == day("2026-01-12")
    prefers = Preferences(how="message")
    assert _base(person(stages=stages, contacts=contacts, prefers=prefers), "2026-03-01") == day(
        "2026-01-20"
    )


# Rhythm


def _rhythm(case, on, base, party="person", side="person"):
    found = known(case, on).rhythm(party, side, day(base))
    return found and found[0]


@pytest.mark.parametrize(
    ("base", "every"),
    [
        ("2026-01-05", WEEK),
        ("2026-03-01", WEEK),  # the last day of eight weeks
        ("2026-03-02", FORTNIGHT),
        ("2026-04-26", FORTNIGHT),
        ("2026-04-27", MONTH),
        ("2030-01-01", MONTH),
    ],
)
@pytest.mark.parametrize("side", ["person", "employer"])
def test_lines_follow_each_other_by_the_time_since_entering(base, every, side):
    case = person(stages=(entry("follow-up", "2026-01-05"),))

    assert _rhythm(case, "2030-01-01", base, side=side) == every


def test_lines_in_months_are_added_before_the_calendar_is_asked():
    case = person(process="euse-2005", stages=(entry("support", "2025-12-31"),))

    assert _rhythm(case, "2027-01-01", "2026-02-27") == WEEK  # 2m lead to 28 February
    assert _rhythm(case, "2027-01-01", "2026-02-28") == FORTNIGHT
    assert _rhythm(case, "2027-01-01", "2026-04-29") == FORTNIGHT  # 4m to 30 April
    assert _rhythm(case, "2027-01-01", "2026-04-30") == MONTH


@settings(deadline=None)
@given(st.integers(0, 400), days_from(day("2025-01-01"), day("2026-12-31")))
def test_support_never_thickens_by_itself(since, start):
    case = person(process="awiph-2006", stages=(entry("integration", start.isoformat()),))
    base = start + timedelta(days=since)
    now = _rhythm(case, "2029-01-01", base.isoformat())
    later = _rhythm(case, "2029-01-01", (base + timedelta(days=1)).isoformat())

    assert after(start, now) <= after(start, later)


def test_without_a_stage_only_a_pace_gives_a_rhythm():
    pace = Pace(every=Duration(days=3), from_=day("2026-02-01"))

    assert _rhythm(person(pace=(pace,)), "2026-03-01", "2026-01-31") is None
    assert _rhythm(person(pace=(pace,)), "2026-03-01", "2026-02-01") == Duration(days=3)


def test_a_pace_in_force_on_the_base_day_overrides_the_stage():
    pace = Pace(every=Duration(days=3), from_=day("2026-03-05"), until=day("2026-04-05"))
    case = person(stages=(entry("follow-up", "2026-01-05"),), pace=(pace,))

    assert _rhythm(case, "2026-05-01", "2026-03-04") == FORTNIGHT
    assert _rhythm(case, "2026-05-01", "2026-03-05") == Duration(days=3)
    assert _rhythm(case, "2026-05-01", "2026-04-05") == Duration(days=3)
    assert _rhythm(case, "2026-05-01", "2026-04-06") == FORTNIGHT
    assert _rhythm(case, "2026-05-01", "2026-03-05", "bakery", "employer") == FORTNIGHT


def test_the_newest_pace_holds():
    case = person(
        stages=(entry("pre-hire", "2026-01-05"),),
        pace=(
            Pace(every=Duration(days=3), from_=day("2026-03-05")),
            Pace(every=Duration(days=10), from_=day("2026-02-01")),
        ),
    )

    assert _rhythm(case, "2026-05-01", "2026-04-01") == Duration(days=3)


def test_a_stage_without_lines_has_no_rhythm():
    case = person(process="emploi-accompagne", stages=(entry("welcome", "2026-01-05"),))

    assert _rhythm(case, "2026-05-01", "2026-01-05") is None
    assert _rhythm(person(), "2026-05-01", "2026-01-05") is None


def test_a_final_stage_keeps_its_own_rhythm_only():
    pace = Pace(every=Duration(days=3), from_=day("2026-01-01"), with_=("bakery", "person"))
    case = person(process="rejoins-2006", stages=(entry("closed", "2026-01-05"),), pace=(pace,))

    assert _rhythm(case, "2026-05-01", "2026-02-01") is None
    assert _rhythm(case, "2026-05-01", "2026-02-01", "bakery", "employer") == Duration(months=12)
