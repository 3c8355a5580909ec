"""Who counts in ``report activity``, for what, and from which day to which (issue, "activity")."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Employer
from jobcoach.domain.people import Contact, Referral
from jobcoach.domain.process import Process, Stage
from jobcoach.domain.statistics.figures import COLUMNS, PARTS, Period, Scope
from jobcoach.domain.statistics.reports.activity import AGES, CONTRACTS, activity, age_group
from jobcoach.domain.statistics.reports.priority import GROUPS, age_on

from .builders import MODELS, SETTINGS, cases_of, day, days_from, entry, exceeded, person, placed

YEAR = Period(day("2025-01-01"), day("2025-12-31"))
UNTIL_2025 = Period(None, day("2025-12-31"))
COACHED = (entry("pre-hire", "2024-06-03"),)


def count(name, *records, period=YEAR, column="all", scope=None):
    figures = activity(cases_of(*records), period, scope or Scope()).figures
    return figures[name].count(column)


def rows(group, *records, period=YEAR, scope=None):
    """The rows of a group that are not empty, all columns together."""
    found = activity(cases_of(*records), period, scope or Scope()).under(group)
    return {f.name.partition(".")[2]: f.count() for f in found if f.count()}


def firm(firm_id="bakery", **given):
    return Employer(id=firm_id, name=firm_id.title(), **given)


# Coached


@pytest.mark.parametrize(
    ("since", "until", "coached"),
    [
        ("2025-01-01", "2025-03-09", 0),  # in the reserve until the day before
        ("2025-01-01", "2025-03-10", 1),
        ("2025-06-01", "2025-06-30", 1),  # all through the period
        ("2025-09-30", "2025-12-31", 1),  # the last day before closing
        ("2025-10-01", "2025-12-31", 0),
        (None, "2025-12-31", 1),  # at any time until then
        (None, "2025-03-09", 0),
    ],
)
def test_coached_is_who_was_neither_before_nor_after_coaching_on_a_day_of_the_period(
    since, until, coached
):
    amina = person(
        stages=(
            entry("reserve", "2025-01-06"),
            entry("pre-hire", "2025-03-10"),
            entry("closed", "2025-10-01"),
        )
    )
    period = Period(day(since) if since else None, day(until))

    assert count("persons", amina, period=period) == coached


def test_a_stage_left_on_the_day_it_was_entered_held_no_day():
    amina = person(stages=(entry("pre-hire", "2025-03-10"), entry("closed", "2025-03-10")))
    karl = person(stages=(entry("pre-hire", "2025-03-10"), entry("closed", "2025-03-11")))

    assert count("persons", amina) == 0
    assert count("persons", karl) == 1


def test_a_person_coached_twice_in_the_period_counts_once():
    amina = person(
        stages=(
            entry("pre-hire", "2025-01-06"),
            entry("closed", "2025-03-10"),
            entry("pre-hire", "2025-06-02"),
        )
    )

    assert count("persons", amina) == 1


def test_what_is_dated_after_the_last_day_does_not_count_yet():
    amina = person(stages=(entry("pre-hire", "2026-01-01"),))

    assert count("persons", amina) == 0
    assert count("persons", amina, period=Period(None, day("2026-01-01"))) == 1


def test_whether_a_stage_is_before_coaching_is_for_the_model_in_force_to_say():
    own = Process(id="own", stages=(Stage(id="reserve"), Stage(id="closed", final=True)))
    amina = person(process="own", stages=(entry("reserve", "2025-03-10"),))
    karl = person(stages=(entry("reserve", "2025-03-10"),))

    figures = activity(cases_of(amina, models=(own,)), YEAR).figures
    assert figures["persons"].count() == 1
    assert count("persons", karl) == 0


# The rows of the table


@pytest.mark.parametrize(
    ("born", "on", "group"),
    [
        ("2001-01-01", "2025-12-31", "under-25"),
        ("2000-12-31", "2025-12-31", "25-45"),
        ("1980-01-01", "2025-12-31", "25-45"),
        ("1979-12-31", "2025-12-31", "over-45"),
        ("2000-02-29", "2025-02-28", "under-25"),
        ("2000-02-29", "2025-03-01", "25-45"),
    ],
)
def test_age_is_that_of_the_last_day_25_and_45_in_the_middle_group(born, on, group):
    amina = person(born=day(born), stages=COACHED)

    assert age_group(day(born), day(on)) == group
    assert rows("age", amina, period=Period(None, day(on))) == {group: 1}


def test_who_is_born_after_the_last_day_has_no_age():
    assert age_on(day("2026-01-01"), day("2025-12-31")) is None
    assert age_on(day("2025-12-31"), day("2025-12-31")) == 0


def test_what_is_missing_is_unknown_and_shown():
    amina = person(stages=COACHED)

    assert count("persons", amina, column="unknown") == 1
    assert rows("age", amina) == rows("origin", amina) == rows("education", amina) == {"unknown": 1}


@pytest.mark.parametrize(
    ("gender", "column"),
    [("man", "men"), ("woman", "women"), ("other", "other"), (None, "unknown")],
)
def test_each_gender_has_its_column(gender, column):
    amina = person(gender=gender, stages=COACHED)

    assert [count("persons", amina, column=c) for c in COLUMNS] == [
        int(c in (column, "all")) for c in COLUMNS
    ]


# Contracts


@pytest.mark.parametrize(
    ("start", "counted"),
    [("2024-12-31", 0), ("2025-01-01", 1), ("2025-12-31", 1), ("2026-01-01", 0)],
)
def test_a_contract_counts_from_the_first_day_of_the_period_to_the_last(start, counted):
    amina = person(stages=COACHED, placements=(placed(start),))

    assert count("contracts", amina) == counted
    assert rows("contracts", amina) == ({"permanent": 1} if counted else {})


def test_what_was_there_already_is_kept_and_not_won():
    amina = person(stages=COACHED, placements=(placed("2025-02-03", already=True),))

    assert rows("contracts", amina) == rows("market", amina) == {}
    assert rows("kept", amina) == {"permanent": 1}


def test_what_is_not_said_to_have_been_there_already_is_won():
    amina = person(stages=COACHED, placements=(placed("2025-02-03", already=False),))

    assert rows("contracts", amina) == {"permanent": 1}
    assert rows("kept", amina) == {}


def test_stepping_stones_are_no_contracts():
    stones = [
        placed("2025-02-03", contract=kind)
        for kind in ("internship", "trial", "in-company-training")
    ]

    assert rows("contracts", person(stages=COACHED, placements=tuple(stones))) == {}


def test_every_paid_contract_has_its_row():
    paid = tuple(placed("2025-02-03", employer=kind, contract=kind) for kind in CONTRACTS)

    assert rows("contracts", person(stages=COACHED, placements=paid)) == dict.fromkeys(CONTRACTS, 1)


def test_a_placement_whose_contract_is_not_said_stands_apart():
    amina = person(stages=COACHED, placements=(placed("2025-02-03", contract=None),))

    assert count("contracts", amina) == 0
    assert count("contract_unknown", amina) == 1


@pytest.mark.parametrize(("renewed", "jobs"), [("2025-08-22", 1), ("2025-08-23", 2)])
def test_a_renewal_is_a_contract_and_no_new_job(renewed, jobs):
    first = placed("2025-02-17", "2025-08-15", contract="fixed-term")
    amina = person(stages=COACHED, placements=(first, placed(renewed, contract="fixed-term")))

    assert rows("contracts", amina) == {"fixed-term": 2}
    assert rows("market", amina) == {"ordinary": jobs}


def test_a_renewal_of_a_job_begun_before_the_period_begins_no_job_in_it():
    first = placed("2024-06-17", "2024-12-31", contract="fixed-term")
    amina = person(stages=COACHED, placements=(first, placed("2025-01-01", contract="permanent")))

    assert rows("contracts", amina) == {"permanent": 1}
    assert count("jobs", amina) == 0


def test_the_market_is_the_ordinary_one_where_nothing_else_is_said():
    amina = person(
        stages=COACHED,
        placements=(placed("2025-02-03"), placed("2025-03-03", employer="canal", market="bridge")),
    )

    assert rows("market", amina) == {"ordinary": 1, "bridge": 1}


def test_a_contract_of_somebody_not_coached_in_the_period_does_not_count():
    closed = (*COACHED, entry("closed", "2025-01-01"))
    until_new_year = (*COACHED, entry("closed", "2025-01-02"))

    assert count("contracts", person(stages=closed, placements=(placed("2025-02-03"),))) == 0
    assert (
        count("contracts", person(stages=until_new_year, placements=(placed("2025-02-03"),))) == 1
    )


# Employers contacted


def contact(how="visit", on="2025-02-03", **given):
    return Contact(on=day(on), how=how, **given)


@pytest.mark.parametrize(
    ("how", "counted"),
    [("visit", 1), ("meeting", 1), ("phone", 1), ("video", 1), ("message", 0), ("letter", 0)],
)
def test_an_employer_is_contacted_in_person_or_by_phone_and_mail_does_not_count(how, counted):
    assert count("employers_contacted", firm(contacts=(contact(how),))) == counted


def test_an_answered_message_is_no_contact_here():
    assert count("employers_contacted", firm(contacts=(contact("message", answered=True),))) == 0


@pytest.mark.parametrize(("held", "counted"), [(None, 1), (True, 1), (False, 0)])
def test_a_contact_counts_where_it_took_place(held, counted):
    assert count("employers_contacted", firm(contacts=(contact(held=held),))) == counted


@pytest.mark.parametrize(
    ("on", "counted"), [("2024-12-31", 0), ("2025-01-01", 1), ("2025-12-31", 1), ("2026-01-01", 0)]
)
def test_a_contact_counts_from_the_first_day_of_the_period_to_the_last(on, counted):
    assert count("employers_contacted", firm(contacts=(contact(on=on),))) == counted


def test_a_contact_counts_in_a_persons_file_also_of_somebody_not_coached():
    amina = person(contacts=(contact(with_=("bakery", "person")),))

    assert count("employers_contacted", amina, firm()) == 1


def test_a_contact_with_the_person_is_none_with_the_employer():
    amina = person(stages=COACHED, contacts=(contact(), contact(with_=("cpas",))))

    assert count("employers_contacted", amina, firm()) == 0


def test_a_contact_in_an_employers_file_with_somebody_else_is_none_with_it():
    other = firm("canal")

    assert count("employers_contacted", firm(contacts=(contact(with_=("cpas",)),))) == 0
    assert count("employers_contacted", firm(contacts=(contact(with_=("canal",)),)), other) == 1


def test_an_employer_contacted_twice_counts_once_from_its_first_contact():
    bakery = firm(contacts=(contact(on="2025-05-05"), contact(on="2025-02-03")))
    amina = person(contacts=(contact(on="2025-03-03", with_=("bakery",)),))

    (one,) = activity(cases_of(amina, bakery), YEAR).figures["employers_contacted"].cases()
    assert (one.case, one.on) == ("employers/bakery", day("2025-02-03"))


# One coach's, one process model's


def test_with_a_coach_their_cases_count_and_contacts_by_them():
    hers = person(id="aa", coach="claire", stages=COACHED, placements=(placed("2025-02-03"),))
    his = person(
        id="bb", coach="karim", stages=COACHED, contacts=(contact(with_=("bakery",), by="claire"),)
    )
    everything = (
        hers,
        his,
        firm(contacts=(contact(by="karim"),)),
        firm("canal", contacts=(contact(),)),
    )

    claire, karim = Scope(coach="claire"), Scope(coach="karim")
    assert count("persons", *everything) == 2
    assert count("persons", *everything, scope=claire) == 1
    assert count("contracts", *everything, scope=karim) == 0
    assert count("employers_contacted", *everything) == 2
    assert count("employers_contacted", *everything, scope=claire) == 1
    assert count("employers_contacted", *everything, scope=Scope(coach="nobody")) == 0


def test_with_a_process_what_happened_while_the_case_followed_it_counts():
    pascal = person(
        stages=(
            entry("pre-hire", "2025-01-06"),
            entry("job-search", "2025-06-02", process="awiph-2006"),
        ),
        placements=(placed("2025-06-01"), placed("2025-06-02", employer="canal")),
        contacts=(
            contact(on="2025-06-01", with_=("bakery",)),
            contact(on="2025-06-02", with_=("canal",)),
        ),
    )
    everything = (pascal, firm(), firm("canal"), firm("alone", contacts=(contact(),)))

    for process, employer in (("frb-2002", "bakery"), ("awiph-2006", "canal")):
        figures = activity(cases_of(*everything), YEAR, Scope(process=process)).figures
        assert figures["persons"].count() == 1
        assert figures["contracts"].count() == 1
        assert [one.case for one in figures["employers_contacted"].cases()] == [
            f"employers/{employer}"
        ]
    assert count("persons", *everything, scope=Scope(process="euse-2005")) == 0


# Received, but not started


def test_who_waits_in_the_reserve_was_received_and_did_not_start():
    esther = person(stages=(entry("reserve", "2025-03-03"),))

    assert rows("sent_to", esther) == {"still_waiting": 1}
    assert rows("sent_to", esther, period=Period(None, day("2025-03-02"))) == {}


@pytest.mark.parametrize(
    ("to", "row"),
    [("cpas", "cpas"), ("A school in Namur", "somewhere_else"), (None, "not_said")],
)
def test_where_somebody_was_sent_who_did_not_start(to, row):
    esther = person(stages=(entry("reserve", "2025-03-03"), entry("closed", "2025-04-07", to=to)))

    assert rows("sent_to", esther) == {row: 1}


@pytest.mark.parametrize(("since", "counted"), [("2025-04-07", 1), ("2025-04-08", 0)])
def test_who_was_sent_on_before_the_period_is_not_received_in_it(since, counted):
    esther = person(stages=(entry("reserve", "2025-03-03"), entry("closed", "2025-04-07")))

    assert count("received", esther, period=Period(day(since), day("2025-12-31"))) == counted


def test_who_was_ever_coached_is_not_among_those_who_did_not_start():
    back = person(stages=(*COACHED, entry("closed", "2024-12-02"), entry("pre-hire", "2026-02-02")))

    assert count("received", back) == 0


@pytest.mark.parametrize(("referred", "counted"), [(None, 1), ("2025-12-31", 1), ("2026-01-01", 0)])
def test_a_file_without_any_stage_counts_as_received(referred, counted):
    esther = person(referred=Referral(on=day(referred) if referred else None))

    assert count("received", esther) == counted


# Priority groups


def groups(**given):
    """What is said of each group: True, False, or None where it is not known."""
    figures = activity(cases_of(person(stages=COACHED, **given)), YEAR).figures
    return {
        group: True
        if figures[f"priority.{group}"].count()
        else None
        if figures[f"priority_unknown.{group}"].count()
        else False
        for group in GROUPS
    }


@pytest.mark.parametrize(
    ("since", "belongs"),
    [("2022-06-03", True), ("2022-06-04", False), (None, None), ("2024-06-04", None)],
)
def test_two_years_without_work_on_the_day_coaching_began(since, belongs):
    asked = day(since) if since else None

    assert groups(without_work_since=asked)["two-years-without-work"] is belongs


@pytest.mark.parametrize(
    ("born", "since", "belongs"),
    [
        ("1978-06-03", "2023-06-03", True),
        ("1978-06-04", "2023-06-03", False),
        ("1978-06-03", "2023-06-04", False),
        (None, "2023-06-03", None),
        (None, "2023-06-04", False),  # not a year: whatever the age
        ("1978-06-03", None, None),
        ("1990-01-01", None, False),
    ],
)
def test_over_45_and_a_year_without_work_on_the_day_coaching_began(born, since, belongs):
    given = {
        "born": day(born) if born else None,
        "without_work_since": day(since) if since else None,
    }

    assert groups(**given)["over-45-and-one-year"] is belongs


@pytest.mark.parametrize(
    ("situation", "belongs"), [(("debt-plan",), True), (("jobseeker",), False), ((), None)]
)
def test_a_debt_plan(situation, belongs):
    assert groups(situation=situation)["debt-plan"] is belongs


@pytest.mark.parametrize(
    ("situation", "education", "belongs"),
    [
        (("single-parent",), "none", True),
        (("single-parent",), "primary", True),
        (("single-parent",), "lower-secondary", True),
        (("single-parent",), "upper-secondary", False),
        (("single-parent",), "higher", False),
        (("single-parent",), "other", None),
        (("single-parent",), None, None),
        (("jobseeker",), None, False),
        ((), "higher", False),
        ((), "primary", None),
    ],
)
def test_a_single_parent_with_at_most_lower_secondary_studies(situation, education, belongs):
    found = groups(situation=situation, education=education)

    assert found["single-parent-little-schooling"] is belongs


def test_one_group_is_enough_and_one_not_known_leaves_it_open():
    known = {
        "without_work_since": day("2024-01-01"),
        "born": day("1990-01-01"),
        "education": "higher",
    }

    assert groups(situation=("debt-plan",))["any"] is True
    assert groups(situation=("jobseeker",), **known)["any"] is False
    assert groups(situation=("jobseeker",))["any"] is None


# Laws

FIRST, LAST = date(2024, 1, 1), date(2025, 12, 31)
STAGES = ("reserve", "pre-hire", "hire", "follow-up", "closed")
maybe = st.none()


@st.composite
def people(draw, *, always_coached=False):
    """A person of any road, with any placements, in two years; or one coached all the time."""
    days = sorted(draw(st.lists(days_from(FIRST, LAST), max_size=5)))
    stages = tuple(entry(draw(st.sampled_from(STAGES)), on.isoformat()) for on in days)
    return {
        "gender": draw(st.sampled_from((None, "woman", "man", "other"))),
        "born": draw(maybe | days_from(date(1940, 1, 1), date(2008, 1, 1))),
        "origin": draw(st.sampled_from((None, "european", "other"))),
        "education": draw(st.sampled_from((None, "none", "primary", "higher", "other"))),
        "situation": draw(st.sampled_from(((), ("debt-plan",), ("single-parent",)))),
        "without_work_since": draw(maybe | days_from(date(2020, 1, 1), LAST)),
        "stages": (entry("pre-hire", "2023-01-02"),) if always_coached else stages,
        "placements": tuple(
            placed(
                draw(days_from(FIRST, LAST)).isoformat(),
                contract=draw(st.sampled_from((None, "trial", *CONTRACTS))),
                employer=draw(st.sampled_from(("bakery", "canal"))),
                already=draw(st.sampled_from((None, True))),
                market=draw(st.sampled_from((None, "bridge", "sheltered"))),
            )
            for _ in range(draw(st.integers(0, 3)))
        ),
        "contacts": tuple(
            contact(
                draw(st.sampled_from(("visit", "phone", "message", "letter"))),
                draw(days_from(FIRST, LAST)).isoformat(),
                with_=(draw(st.sampled_from(("person", "bakery", "canal"))),),
            )
            for _ in range(draw(st.integers(0, 2)))
        ),
    }


def named(drawn):
    return [person(id=f"p{number}", **one) for number, one in enumerate(drawn)]


periods = st.builds(
    lambda since, length: Period(since, LAST if since is None else since + timedelta(length)),
    maybe | days_from(FIRST, LAST),
    st.integers(0, 500),
)


@given(st.lists(people(), max_size=6), periods)
def test_rows_and_columns_add_up_to_the_totals(drawn, period):
    made = activity(cases_of(*named(drawn), firm(), firm("canal")), period)

    for figure in made.figures.values():
        if figure.split:
            assert sum(figure.count(column) for column in PARTS) == figure.count()
    for total in made.sums:
        for column in COLUMNS:
            whole = made.figures[total.whole].count(column)
            assert sum(made.figures[part].count(column) for part in total.parts) == whole
    assert made.bounds
    assert not exceeded(made)


@given(st.lists(people(), max_size=6), periods, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(drawn, period, random):
    records = [*named(drawn), firm(contacts=(contact(),)), firm("canal")]
    shuffled = random.sample(records, len(records))

    assert activity(cases_of(*shuffled), period) == activity(cases_of(*records), period)


@given(
    st.lists(people(always_coached=True), max_size=4),
    st.lists(days_from(FIRST, LAST), min_size=1, max_size=4, unique=True),
)
def test_a_period_cut_in_parts_has_the_events_of_the_whole(drawn, cuts):
    """For who is coached all the time: contracts, jobs kept, new jobs happen on one day each."""
    cases = cases_of(*named(drawn))
    ends = [FIRST - timedelta(1), *sorted(cuts), LAST + timedelta(1)]
    parts = [activity(cases, Period(before + timedelta(1), end)) for before, end in pairwise(ends)]
    whole = activity(cases, Period(FIRST, LAST + timedelta(1)))

    for name, figure in whole.figures.items():
        if name.partition(".")[0] in ("contracts", "kept", "jobs", "market", "contract_unknown"):
            for column in COLUMNS:
                assert sum(part.figures[name].count(column) for part in parts) == figure.count(
                    column
                )


@given(st.lists(people(), max_size=4), days_from(FIRST, LAST))
def test_parts_of_a_period_never_count_more_events_than_the_whole(drawn, cut):
    """They may count fewer: a contract begun in a part in which its person was not coached."""
    cases = cases_of(*named(drawn))
    parts = [
        activity(cases, Period(FIRST, cut)),
        activity(cases, Period(cut + timedelta(1), LAST + timedelta(1))),
    ]
    whole = activity(cases, Period(FIRST, LAST + timedelta(1)))

    for name in ("contracts", "kept", "jobs"):
        assert sum(part.figures[name].count() for part in parts) <= whole.figures[name].count()


@given(st.lists(people(), max_size=6), periods)
def test_everybody_on_file_is_coached_received_or_out_of_the_period(drawn, period):
    made = activity(cases_of(*named(drawn)), period)
    coached = {one.case for one in made.figures["persons"].cases()}
    received = {one.case for one in made.figures["received"].cases()}

    assert not coached & received
    assert len(coached) == made.figures["persons"].count()


def test_the_age_rows_are_all_there_are():
    assert {
        age_group(born, LAST) for born in (None, FIRST, date(1990, 1, 1), date(1950, 1, 1))
    } == {*AGES}


def test_a_coach_unknown_to_the_settings_still_has_cases():
    lost = person(coach="gone", stages=COACHED)
    cases = Cases(SETTINGS, MODELS, {lost.id: lost}, {})

    assert activity(cases, YEAR).figures["persons"].count() == 1
