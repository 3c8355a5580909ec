"""Whether contact was kept as agreed: intervals, silences, promises (issue, "rhythm")."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.due import due_for
from jobcoach.domain.durations import Duration
from jobcoach.domain.employers import Employer
from jobcoach.domain.known import Known
from jobcoach.domain.people import Contact, Pace, Pause, Preferences
from jobcoach.domain.statistics.figures import Period, Scope
from jobcoach.domain.statistics.reports.intervals import intervals
from jobcoach.domain.statistics.reports.rhythm import FATES, rhythm
from jobcoach.domain.statistics.sheets import published, side_by_side

from .builders import cases_of, day, days_from, entry, known, person, placed

WEEKLY = (entry("pre-hire", "2026-01-05"),)  # every seven days, in frb-2002
ALL_TIME = Period(None, day("2026-03-31"))


def met(on, how="phone", **given):
    return Contact(on=day(on), how=how, **given)


def amina(*contacts, **given):
    return person(**({"stages": WEEKLY, "contacts": tuple(contacts)} | given))


def found(case, until="2026-03-31", *others):
    """What was due and what became of it: (day, result), toward the person and in order."""
    return [
        (str(i.due), i.result)
        for i in intervals(known(case, until, *others))
        if i.party == "person"
    ]


def count(name, *records, period=ALL_TIME, column="all", scope=None):
    return rhythm(cases_of(*records), period, scope or Scope()).figures[name].count(column)


# Intervals


@pytest.mark.parametrize(
    ("second", "result"),
    [("2026-01-11", "kept"), ("2026-01-12", "kept"), ("2026-01-13", "late")],
)
def test_a_contact_is_kept_by_the_day_it_is_due_and_late_after_it(second, result):
    assert found(amina(met(second)))[0] == ("2026-01-12", result)


@pytest.mark.parametrize(("until", "expected"), [("2026-01-11", []), ("2026-01-12", ["open"])])
def test_one_that_never_came_is_open_from_its_day_on(until, expected):
    made = rhythm(cases_of(amina()), Period(None, day(until)))

    assert [
        r for r in ("kept", "late", "open") if made.figures[f"person.all.{r}"].count()
    ] == expected


def test_what_comes_after_the_last_day_does_not_count_yet():
    late = amina(met("2026-01-14"))

    assert count("person.all.late", late, period=Period(None, day("2026-01-14"))) == 1
    assert count("person.all.open", late, period=Period(None, day("2026-01-13"))) == 1


@pytest.mark.parametrize(
    ("since", "until", "due"),
    [
        ("2026-01-12", "2026-01-12", 1),
        ("2026-01-13", "2026-01-18", 0),
        ("2026-01-06", "2026-01-11", 0),
    ],
)
def test_an_interval_belongs_to_the_period_of_the_day_it_is_due(since, until, due):
    assert count("person.all.intervals", amina(), period=Period(day(since), day(until))) == due


@pytest.mark.parametrize(
    ("contact", "counts"),
    [
        (met("2026-01-08"), True),
        (met("2026-01-08", "letter"), False),
        (met("2026-01-08", "message"), False),
        (met("2026-01-08", "message", answered=True), True),
        (met("2026-01-08", held=False), False),
        (met("2026-01-08", with_=("cpas",)), False),
    ],
)
def test_only_contacts_that_count_keep_a_rhythm(contact, counts):
    assert found(amina(contact))[0] == ("2026-01-12", "kept" if counts else "open")


def test_who_prefers_messages_is_reached_by_them():
    writes = amina(met("2026-01-08", "message"), prefers=Preferences(how="message"))

    assert found(writes)[0] == ("2026-01-12", "kept")


@pytest.mark.parametrize(
    ("moved", "expected"),
    [("2026-01-11", False), ("2026-01-12", False), ("2026-01-13", True)],
)
def test_what_another_stage_cut_short_is_no_interval(moved, expected):
    case = amina(stages=(*WEEKLY, entry("hire", moved)))

    assert (("2026-01-12", "open") in found(case)) == expected


def test_a_contact_on_the_day_of_the_move_kept_the_rhythm_all_the_same():
    case = amina(met("2026-01-09"), stages=(*WEEKLY, entry("hire", "2026-01-09")))

    assert found(case)[0] == ("2026-01-12", "kept")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-01-12", "2026-01-20", False),
        ("2026-01-13", "2026-01-20", True),
        ("2026-01-06", "2026-01-11", False),  # from its end on it counts anew
        ("2025-12-20", "2026-01-05", True),  # over on the day it began
        ("2026-01-06", None, False),
    ],
)
def test_what_a_pause_cut_short_is_no_interval(start, end, expected):
    case = amina(pauses=(Pause(from_=day(start), until=day(end) if end else None),))

    assert (("2026-01-12", "open") in found(case)) == expected


def test_after_a_pause_the_rhythm_counts_from_its_end():
    case = amina(pauses=(Pause(from_=day("2026-01-10"), until=day("2026-01-20")),))

    assert found(case) == [("2026-01-27", "open")]


def test_the_persons_own_pace_comes_before_the_stages_rhythm():
    case = amina(
        met("2026-01-07"),
        pace=(Pace(every=Duration(days=3), from_=day("2026-01-06"), until=day("2026-01-20")),),
    )

    assert found(case) == [("2026-01-09", "kept"), ("2026-01-10", "open")]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-01-12", [("2026-01-10", "open")]),
        ("2026-01-10", [("2026-01-12", "open"), ("2026-01-10", "open")]),  # both stood on their day
        ("2026-01-09", [("2026-01-12", "open")]),  # over before it asked for a contact
        ("2026-01-06", [("2026-01-12", "open")]),  # over before it began
    ],
)
def test_a_pace_counts_while_it_holds(until, expected):
    pace = Pace(every=Duration(days=3), from_=day("2026-01-07"), until=day(until))

    assert found(amina(pace=(pace,)), "2026-01-13") == expected


def test_a_pace_that_is_over_before_the_contact_cuts_nothing_short():
    pace = Pace(every=Duration(days=9), from_=day("2026-01-06"), until=day("2026-01-07"))

    assert found(amina(met("2026-01-09"), pace=(pace,)))[0] == ("2026-01-12", "kept")


def test_a_contact_promised_for_a_later_day_is_judged_as_a_promise():
    promised = amina(met("2026-01-05", next=day("2026-01-20")), met("2026-01-20"))
    sooner = amina(met("2026-01-05", next=day("2026-01-10")), met("2026-01-20"))
    cancelled = amina(
        met("2026-01-05", next=day("2026-01-20")), met("2026-01-07", held=False, next="none")
    )

    assert [due for due, _ in found(promised)] == ["2026-01-27"]
    assert found(sooner)[0] == ("2026-01-12", "late")
    assert found(cancelled)[0] == ("2026-01-12", "open")


def test_a_stage_with_a_silence_and_no_rhythm_stands_in_a_table_apart():
    case = amina(process="emploi-accompagne", stages=(entry("project", "2026-01-05"),))

    assert count("person.all.intervals", case) == 0
    assert count("quiet_person.emploi-accompagne/project.open", case) == 1
    assert count("quiet_person.all.intervals", case, period=Period(None, day("2026-02-03"))) == 0
    assert count("quiet_person.all.intervals", case, period=Period(None, day("2026-02-04"))) == 1


def test_rows_are_stages_in_the_models_order():
    case = amina(stages=(*WEEKLY, entry("reserve", "2026-02-02")))
    names = [
        f.name for f in rhythm(cases_of(case), ALL_TIME).under("person") if "intervals" in f.name
    ]

    assert names == [
        "person.all.intervals",
        "person.frb-2002/reserve.intervals",
        "person.frb-2002/pre-hire.intervals",
    ]


# Employers

FOLLOWED = (entry("follow-up", "2026-01-05"),)  # both sides every seven days at first


def worker(*contacts, start="2026-01-05", ended=None, **given):
    return amina(*contacts, **({"stages": FOLLOWED, "placements": (placed(start, ended),)} | given))


def bakery(**given):
    return Employer(id="bakery", name="Bakery", **given)


@pytest.mark.parametrize(
    ("given", "due"),
    [
        ({}, 1),
        ({"employer_may_know": False}, 0),
        ({"ended": "2026-01-12"}, 1),
        ({"ended": "2026-01-11"}, 0),
    ],
)
def test_toward_an_employer_it_is_due_while_the_placement_runs_and_it_may_know(given, due):
    assert count("employer.all.intervals", worker(**given), bakery()) == due


def test_contacts_in_the_employers_own_file_are_not_about_the_person():
    records = (worker(), bakery(contacts=(met("2026-01-08"),)))

    assert count("employer.all.open", *records) == 1
    assert count("employer.all.kept", worker(met("2026-01-08", with_=("bakery",))), bakery()) == 1


# Promises


@pytest.mark.parametrize(
    ("later", "fate"),
    [
        ([], "open"),
        ([met("2026-01-17")], "open"),
        ([met("2026-01-18")], "kept"),
        ([met("2026-01-20")], "kept"),
        ([met("2026-01-21")], "late"),
        ([met("2026-01-20", held=False)], "open"),
        ([met("2026-01-20", held=False), met("2026-01-22")], "late"),
        ([met("2026-01-20", held=False, next=day("2026-01-25"))], "moved"),
        ([met("2026-01-21", held=False, next=day("2026-01-25"))], "open"),
        ([met("2026-01-15", next=day("2026-01-26"))], "moved"),
        ([met("2026-01-19", next=day("2026-01-26"))], "kept"),
        ([met("2026-01-15", held=False, next="none")], "cancelled"),
        ([met("2026-01-22", held=False, next="none")], "cancelled"),
        ([met("2026-01-20", with_=("cpas",))], "open"),
    ],
)
def test_what_becomes_of_a_promise(later, fate):
    case = amina(met("2026-01-12", next=day("2026-01-20")), *later)
    period = Period(day("2026-01-20"), day("2026-01-24"))
    counts = {one: count(f"promise.person.{one}", case, period=period) for one in FATES}

    assert counts == dict.fromkeys(FATES, 0) | {fate: 1}
    assert count("promise.person.stood", case, period=period) == (fate in ("kept", "late", "open"))


def test_a_promise_belongs_to_the_period_of_its_day():
    case = amina(met("2026-01-12", next=day("2026-01-20")))

    for since, until, expected in (
        ("2026-01-20", "2026-01-20", 1),
        ("2026-01-21", "2026-01-31", 0),
        ("2026-01-01", "2026-01-19", 0),
    ):
        period = Period(day(since), day(until))
        assert count("promise.all.promised", case, period=period) == expected


def test_promises_are_told_by_whom_they_were_made_to():
    promised = {"next": day("2026-01-20")}
    records = (
        amina(
            met("2026-01-12", **promised),
            met("2026-01-12", with_=("person", "bakery"), **promised),
            met("2026-01-12", with_=("cpas",), **promised),
        ),
        bakery(contacts=(met("2026-01-12", **promised),)),
    )

    assert count("promise.person.promised", *records) == 2
    assert count("promise.employer.promised", *records) == 2
    assert count("promise.other.promised", *records) == 1
    assert count("promise.employer.promised", *records, scope=Scope(coach="karim")) == 0
    assert count("promise.employer.promised", *records, scope=Scope(process="frb-2002")) == 1


# Silences


def silences(*records, until="2026-03-09", scope=None):
    made = rhythm(cases_of(*records), Period(None, day(until)), scope or Scope())
    names = [field.name for field in made.lists["silences"].fields]
    return [
        (row.case.partition("/")[2], dict(zip(names, row.values, strict=True)))
        for row in made.lists["silences"].rows
    ]


def test_the_longest_silence_comes_first_and_says_what_was_agreed():
    records = (
        amina(met("2026-03-02"), id="aa"),
        amina(met("2026-02-02"), id="bb", pauses=(Pause(from_=day("2026-02-03")),)),
        amina(id="cc", pace=(Pace(every=Duration(months=1)),)),
        amina(id="dd", process="emploi-accompagne", stages=(entry("project", "2026-03-01"),)),
    )
    listed = silences(*records)

    assert [(case, one["days"], one["last"]) for case, one in listed] == [
        ("cc", 63, None),
        ("bb", 35, day("2026-02-02")),
        ("dd", 8, None),
        ("aa", 7, day("2026-03-02")),
    ]
    by_case = dict(listed)
    assert by_case["aa"]["every"] == Duration(days=7)
    assert (by_case["aa"]["pace"], by_case["aa"]["pause"]) == (None, None)
    assert by_case["bb"]["pause"] == "paused"
    assert (by_case["cc"]["every"], by_case["cc"]["pace"]) == (Duration(months=1), "own")
    assert (by_case["dd"]["every"], by_case["dd"]["quiet"]) == (None, Duration(days=30))


def test_who_is_in_a_final_stage_or_in_none_is_not_listed():
    closed = amina(id="aa", stages=(*WEEKLY, entry("closed", "2026-03-09")))

    assert silences(closed, amina(id="bb", stages=())) == []
    assert [case for case, _ in silences(closed, until="2026-03-08")] == ["aa"]


def test_what_few_persons_stand_behind_is_not_published_however_often_it_fell_due():
    weeks = tuple(met(str(date(2026, 1, 5) + timedelta(7 * week))) for week in range(9))
    alone = published(side_by_side([("", rhythm(cases_of(amina(*weeks)), ALL_TIME))]))
    five = [amina(*weeks, id=f"p{number}") for number in range(5)]
    enough = published(side_by_side([("", rhythm(cases_of(*five), ALL_TIME))]))

    assert alone.total.figures["person.all.kept"].count() == 8
    assert alone.count("person.all.kept") is None
    assert enough.count("person.all.kept") == 40


# Laws

FIRST, LAST = date(2026, 1, 1), date(2026, 2, 20)
some_day = days_from(FIRST, LAST)
contacts = st.builds(
    lambda on, how, held, next_, with_: Contact(on=on, how=how, held=held, next=next_, with_=with_),
    some_day,
    st.sampled_from(["visit", "phone", "letter"]),
    st.sampled_from([None, None, False]),
    st.sampled_from([None, None, None, "none"]) | some_day,
    st.sampled_from([(), ("bakery",), ("person", "bakery")]),
)
moves = st.lists(
    st.tuples(some_day, st.sampled_from(["reserve", "pre-hire", "follow-up", "closed"])),
    min_size=1,
    max_size=3,
).map(lambda drawn: tuple(entry(stage, str(on)) for on, stage in sorted(drawn)))
people = st.builds(
    lambda stages, contacts, pauses, paces, start: person(
        stages=stages,
        contacts=tuple(contacts),
        pauses=tuple(pauses),
        pace=tuple(paces),
        placements=(placed(str(start)),),
    ),
    moves,
    st.lists(contacts, max_size=5),
    st.lists(
        st.tuples(some_day, st.none() | st.integers(0, 20)).map(
            lambda drawn: Pause(
                from_=drawn[0],
                until=drawn[0] + timedelta(drawn[1]) if drawn[1] is not None else None,
            )
        ),
        max_size=1,
    ),
    st.lists(
        st.builds(
            lambda on, every, lasts: Pace(
                every=Duration(days=every),
                from_=on,
                until=None if lasts is None else on + timedelta(lasts),
            ),
            some_day,
            st.integers(2, 9),
            st.none() | st.integers(-2, 12),
        ),
        max_size=2,
    ),
    some_day,
)


@settings(max_examples=60, deadline=None)
@given(people)
def test_late_or_open_is_exactly_what_the_mornings_list_showed_on_that_day(case):
    """The list is silent while anything is promised, an interval only where the promise was for a later day."""
    cases = cases_of(case, bakery())
    missed = {(i.party, i.due) for i in intervals(Known(case, cases, LAST)) if i.result != "kept"}
    for days in range((LAST - FIRST).days + 1):
        on = FIRST + timedelta(days)
        shown = {
            (found.with_, found.due)
            for found in due_for(case, cases, on)
            if found.kind in ("contact", "employer-contact", "no-news") and found.due == on
        }
        journal = Known(case, cases, on).journal
        assert shown <= missed
        assert {
            (party, due) for party, due in missed if due == on and not journal.promise_to(party)
        } <= shown


@settings(max_examples=40, deadline=None)
@given(st.lists(people, max_size=3), st.none() | some_day)
def test_rows_sum_to_totals(drawn, since):
    records = [msg_id(case, place) for place, case in enumerate(drawn)]
    made = rhythm(cases_of(*records, bakery()), Period(since, LAST))

    for added in made.sums:
        for column in made.figures[added.whole].columns:
            parts = [made.figures[part].count(column) for part in added.parts]
            assert sum(parts) == made.figures[added.whole].count(column)


def msg_id(case, place):
    return person(**{f: getattr(case, f) for f in case.__struct_fields__} | {"id": f"p{place}"})


@settings(max_examples=30, deadline=None)
@given(st.lists(people, max_size=2), st.lists(some_day, min_size=1, max_size=3, unique=True))
def test_a_period_cut_in_parts_has_the_due_days_of_the_whole(drawn, cuts):
    """How many fell due, and were promised; what became of them is judged on each part's own last day."""
    cases = cases_of(*(msg_id(case, place) for place, case in enumerate(drawn)), bakery())
    ends = [FIRST - timedelta(1), *sorted(cuts), LAST + timedelta(1)]
    whole = rhythm(cases, Period(FIRST, ends[-1])).figures
    promised = [
        rhythm(cases, Period(before + timedelta(1), end)).figures["promise.all.promised"].count()
        for before, end in pairwise(ends)
    ]

    assert sum(promised) <= whole["promise.all.promised"].count()  # one may be made after its day
    for before, end in pairwise(ends):
        kept = rhythm(cases, Period(before + timedelta(1), end)).figures["person.all.kept"]
        assert set(kept.cases()) <= set(whole["person.all.kept"].cases())


@settings(max_examples=20, deadline=None)
@given(st.lists(people, max_size=3))
def test_the_order_of_files_changes_nothing(drawn):
    records = [*(msg_id(case, place) for place, case in enumerate(drawn)), bakery()]

    assert rhythm(cases_of(*random.sample(records, len(records))), ALL_TIME) == rhythm(
        cases_of(*records), ALL_TIME
    )
