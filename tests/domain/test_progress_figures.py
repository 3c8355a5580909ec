"""What moved for persons without a job, counted from what is written down (issue, "progress")."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.people import (
    Application,
    Contact,
    Goal,
    Obstacle,
    Plan,
    Preferences,
    Readiness,
    Review,
    Step,
)
from jobcoach.domain.statistics.figures import COLUMNS, PARTS, Period, Scope
from jobcoach.domain.statistics.reports.happenings import KINDS
from jobcoach.domain.statistics.reports.progress import progress

from .builders import cases_of, day, days_from, entry, exceeded, person, placed

YEAR = Period(day("2025-01-01"), day("2025-12-31"))
UNTIL_2025 = Period(None, day("2025-12-31"))
COACHED = (entry("pre-hire", "2024-06-03"),)
BEFORE, FIRST, LAST, AFTER = (
    day(d) for d in ("2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01")
)
EDGES = [(BEFORE, 0), (FIRST, 1), (LAST, 1), (AFTER, 0)]


def amina(**given):
    return person(**({"stages": COACHED} | given))


def made(*people, period=YEAR, scope=None):
    return progress(cases_of(*people), period, scope or Scope())


def count(name, *people, period=YEAR, column="all", scope=None):
    return made(*people, period=period, scope=scope).figures[name].count(column)


def rows(group, *people, period=YEAR):
    """The rows of a group that are not empty."""
    return {
        figure.name.partition(".")[2]: figure.count()
        for figure in made(*people, period=period).under(group)
        if figure.count()
    }


# Whom it is about


@pytest.mark.parametrize(
    ("ended", "job", "without"),
    [(None, 1, 0), ("2025-12-31", 1, 0), ("2025-12-30", 0, 1)],
)
def test_who_has_a_paid_job_on_the_last_day_is_left_out(ended, job, without):
    karl = amina(placements=(placed("2025-02-03", ended),))

    assert count("persons", karl) == 1
    assert (count("in_job", karl), count("without_job", karl)) == (job, without)


def test_a_job_that_begins_after_the_last_day_is_none_yet():
    assert count("without_job", amina(placements=(placed("2026-01-01"),))) == 1
    assert count("without_job", amina(placements=(placed("2025-12-31"),))) == 0


def test_a_stepping_stone_is_no_job_and_a_contract_not_said_stands_apart():
    trial, unsaid = placed("2025-02-03", contract="trial"), placed("2025-02-03", contract=None)

    assert count("without_job", amina(placements=(trial,))) == 1
    assert count("job_not_known", amina(placements=(unsaid,))) == 1
    assert count("in_job", amina(placements=(unsaid, placed("2025-02-03")))) == 1


def test_who_was_not_coached_in_the_period_is_not_looked_at():
    waiting = person(stages=(entry("reserve", "2025-03-03"),), obstacles=(solved("2025-03-03"),))

    assert count("persons", waiting) == count("events.obstacles_solved", waiting) == 0


@pytest.mark.parametrize(("closed", "row"), [("2025-12-31", "closed"), ("2026-01-01", "open")])
def test_where_the_case_stood_on_the_last_day(closed, row):
    assert rows("case", amina(stages=(*COACHED, entry("closed", closed)))) == {row: 1}


# What happened


def solved(on, **given):
    return Obstacle(what="Childcare", solved=day(on), **given)


def plan_of(*steps, **given):
    return Plan(goals=(Goal(goal="A shop", steps=steps),), **given)


def happened(kind, on):
    """A person of whom one thing of this kind is recorded, on that day."""
    written = on.isoformat()
    if kind in ("available", "motivated", "trained"):
        return amina(readiness=Readiness(**{kind: on}))
    if kind in ("internship", "trial", "in-company-training"):
        return amina(placements=(placed(written, written, contract=kind),))
    given = {
        "obstacles_solved": {"obstacles": (solved(written),)},
        "steps_done": {"plan": plan_of(Step(do="CV", done=on))},
        "stage_moves": {"stages": (*COACHED, entry("hire", written))},
        "contacts": {"contacts": (Contact(on=on, how="phone"),)},
        "plan_reviews": {"reviews": (Review(kind="plan", on=on),)},
        "satisfaction_reviews": {"reviews": (Review(kind="satisfaction", on=on, by="person"),)},
        "decisions": {"applications": (Application(firm="A", decision="declined", decided=on),)},
    }
    return amina(**given[kind])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("on", "counted"), EDGES)
def test_each_thing_counts_from_the_first_day_of_the_period_to_the_last(kind, on, counted):
    karl = happened(kind, on)

    assert rows("events", karl) == ({kind: 1} if counted else {})
    assert rows("persons_with", karl) == ({kind: 1} if counted else {})
    assert count(f"persons_without.{kind}", karl) == 1 - counted
    assert (count("moved", karl), count("nothing_recorded", karl)) == (counted, 1 - counted)


def test_one_busy_case_is_one_person():
    busy = amina(obstacles=(solved("2025-02-03"), solved("2025-02-04"), solved("2025-02-05")))

    assert count("events.obstacles_solved", busy) == 3
    assert count("persons_with.obstacles_solved", busy) == 1


def test_neither_the_first_stage_nor_a_closing_is_a_move_and_one_back_is():
    first = person(stages=(entry("pre-hire", "2025-03-03"),))
    closed = amina(stages=(*COACHED, entry("closed", "2025-03-03")))
    back = amina(stages=(*COACHED, entry("hire", "2025-03-03"), entry("pre-hire", "2025-04-07")))

    assert count("events.stage_moves", first) == count("events.stage_moves", closed) == 0
    assert count("nothing_recorded", closed) == 1
    assert count("events.stage_moves", back) == 2


@pytest.mark.parametrize(
    ("how", "given", "counted"),
    [
        ("letter", {}, 0),
        ("message", {}, 0),
        ("message", {"answered": True}, 1),
        ("phone", {"held": False}, 0),
        ("visit", {"with_": ("bakery",)}, 0),
        ("visit", {"with_": ("bakery", "person")}, 1),
    ],
)
def test_a_contact_counts_where_it_took_place_with_the_person(how, given, counted):
    talk = Contact(on=day("2025-02-03"), how=how, **given)

    assert count("events.contacts", amina(contacts=(talk,))) == counted


def test_messages_count_with_who_prefers_them():
    talk = Contact(on=day("2025-02-03"), how="message")

    assert count("events.contacts", amina(contacts=(talk,))) == 0
    prefers = Preferences(how="message")
    assert count("events.contacts", amina(contacts=(talk,), prefers=prefers)) == 1


def test_satisfaction_is_the_persons_own():
    said = [Review(kind="satisfaction", on=day("2025-02-03"), by=by) for by in ("bakery", "coach")]

    assert count("events.satisfaction_reviews", amina(reviews=tuple(said))) == 0


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ({}, 1),
        ({"proposed": LAST}, 1),
        ({"proposed": AFTER}, 0),
        ({"closed": FIRST}, 1),
        ({"closed": BEFORE}, 0),
        ({"decided": LAST}, 0),
    ],
)
def test_a_decision_whose_day_is_not_said_stands_apart(given, counted):
    karl = amina(applications=(Application(firm="A", decision="accepted", **given),))

    assert count("decisions_undated", karl) == counted
    assert count("events.decisions", karl) == int("decided" in given)


def test_a_day_without_a_decision_is_none():
    """Neither accepted nor declined: the file says when, and not what."""
    karl = amina(applications=(Application(firm="A", decided=LAST),))

    assert count("events.decisions", karl) == count("decisions_undated", karl) == 0


def test_contacts_alone_are_told_apart():
    talk = {"contacts": (Contact(on=day("2025-02-03"), how="phone"),)}

    assert rows("moved", amina(**talk)) == {"contacts_only": 1}
    assert rows("moved", amina(**talk, obstacles=(solved("2025-02-03"),))) == {"beyond_contacts": 1}


# Before and after


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2024-12-31", None, {"before": 1, "open": 1}),
        ("2025-01-01", None, {"begun": 1, "open": 1}),
        ("2025-12-31", None, {"begun": 1, "open": 1}),
        ("2026-01-01", None, {}),
        ("2024-12-31", "2024-12-31", {}),
        ("2024-12-31", "2025-01-01", {"before": 1, "solved": 1}),
        ("2025-02-03", "2025-12-31", {"begun": 1, "solved": 1}),
        ("2025-02-03", "2026-01-01", {"begun": 1, "open": 1}),
    ],
)
def test_an_obstacle_was_there_before_or_came_up_and_is_solved_or_open(since, until, found):
    obstacle = Obstacle(what="x", since=day(since), solved=day(until) if until else None)

    assert rows("obstacles", amina(obstacles=(obstacle,))) == found


@pytest.mark.parametrize(
    ("until", "found"),
    [
        (None, {"open": 1}),
        ("2026-01-01", {"open": 1}),
        ("2025-01-01", {"solved": 1}),
        ("2024-12-31", {}),
    ],
)
def test_an_obstacle_without_since_is_in_a_row_of_its_own(until, found):
    karl = amina(obstacles=(Obstacle(what="x", solved=day(until) if until else None),))

    assert rows("obstacles_undated", karl) == found
    assert rows("obstacles", karl) == {}


def test_an_obstacle_solved_before_it_came_up_is_one_without_since():
    same_day = Obstacle(what="x", since=day("2025-02-03"), solved=day("2025-02-03"))
    odd = Obstacle(what="x", since=day("2025-02-04"), solved=day("2025-02-03"))

    assert rows("obstacles", amina(obstacles=(same_day,))) == {"begun": 1, "solved": 1}
    assert rows("obstacles_undated", amina(obstacles=(odd,))) == {"solved": 1}


def test_without_a_first_day_there_is_no_before():
    obstacle = Obstacle(what="x", since=day("2024-12-31"))
    figures = made(amina(obstacles=(obstacle,)), period=UNTIL_2025).figures

    assert not {"obstacles.before", "obstacles.begun"} & set(figures)
    assert figures["obstacles.open"].count() == 1


@pytest.mark.parametrize(("done", "counted"), [(None, 1), ("2026-01-01", 1), ("2025-12-31", 0)])
def test_a_step_is_open_until_it_is_done(done, counted):
    plan = plan_of(Step(do="CV", done=day(done) if done else None), on=day("2025-03-03"))

    assert count("steps_open", amina(plan=plan)) == counted


@pytest.mark.parametrize(("on", "counted"), [("2025-12-31", 1), ("2026-01-01", 0)])
def test_a_plan_made_after_the_period_has_no_steps_yet(on, counted):
    assert count("steps_open", amina(plan=plan_of(Step(do="CV"), on=day(on)))) == counted


@pytest.mark.parametrize(
    ("scores", "row"),
    [
        ({}, "fewer_than_two"),
        ({"2025-01-01": 3}, "fewer_than_two"),
        ({"2024-12-31": 1, "2025-01-01": 3}, "fewer_than_two"),
        ({"2025-01-01": 3, "2025-12-31": 4}, "higher"),
        ({"2025-12-31": 4, "2025-01-01": 3}, "higher"),
        ({"2025-01-01": 3, "2025-06-02": 5, "2025-12-31": 3}, "equal"),
        ({"2025-01-01": 3, "2025-12-31": 2, "2026-01-01": 5}, "lower"),
    ],
)
def test_the_last_score_stands_beside_the_first_one_of_the_period(scores, row):
    given = [
        Review(kind="satisfaction", on=day(on), by="person", score=score)
        for on, score in scores.items()
    ]
    karl = amina(reviews=tuple(given))

    assert rows("satisfaction", karl) == {row: 1}


def test_only_scores_of_the_person_are_compared():
    first, last = day("2025-02-03"), day("2025-06-02")
    boss = Review(kind="satisfaction", on=first, by="bakery", score=1)
    worded = Review(kind="satisfaction", on=first, by="person")
    said = Review(kind="satisfaction", on=last, by="person", score=4)

    assert rows("satisfaction", amina(reviews=(boss, worded, said))) == {"fewer_than_two": 1}


# Scope, list


def test_with_a_process_things_count_while_the_case_followed_it():
    pascal = amina(
        stages=(*COACHED, entry("job-search", "2025-06-02", process="awiph-2006")),
        obstacles=(solved("2025-06-01"), solved("2025-06-02"), solved("2025-06-03")),
    )

    for process, counted in (("frb-2002", 1), ("awiph-2006", 2), ("euse-2005", 0)):
        assert count("events.obstacles_solved", pascal, scope=Scope(process=process)) == counted


def test_with_a_coach_only_their_cases_are_looked_at():
    his = amina(id="bb", coach="karim")

    assert count("without_job", amina(), his, scope=Scope(coach="karim")) == 1


def test_the_list_has_a_row_a_person_by_id_with_the_last_thing_beyond_a_talk():
    last = amina(
        id="aa",
        name="Zoe",
        obstacles=(solved("2025-06-02"),),
        plan=plan_of(Step(do="CV", done=day("2025-06-02")), Step(do="CV", done=day("2025-02-03"))),
        contacts=(Contact(on=day("2025-07-07"), how="phone"),),
    )
    listing = made(amina(id="bb", name="Abel"), last).lists["people"]
    (first, second) = [
        dict(zip((f.name for f in listing.fields), row.values, strict=True)) for row in listing.rows
    ]

    assert [row.case for row in listing.rows] == ["people/aa", "people/bb"]
    assert (first["obstacles"], first["steps"], first["contacts"]) == (1, 2, 1)
    assert first["what"] == ("obstacles_solved", "steps_done")
    assert (first["last"], first["last_contact"]) == (day("2025-06-02"), day("2025-07-07"))
    assert (second["last"], second["what"], second["contacts"]) == (None, (), 0)


# Laws

START = day("2024-01-01")
some_day = days_from(START, LAST)
maybe_day = st.none() | some_day


@st.composite
def people(draw, always_without_job=False):
    stages = [entry("pre-hire", "2023-01-02")]
    days = sorted(draw(st.lists(some_day, max_size=3)))
    kinds = ("pre-hire", "hire") if always_without_job else ("pre-hire", "hire", "closed")
    stages += [entry(draw(st.sampled_from(kinds)), on.isoformat()) for on in days]
    contracts = ("trial", "internship") if always_without_job else ("trial", "permanent", None)
    return {
        "gender": draw(st.sampled_from((None, "woman", "man"))),
        "stages": tuple(stages),
        "obstacles": tuple(
            Obstacle(what="x", since=draw(maybe_day), solved=draw(maybe_day))
            for _ in range(draw(st.integers(0, 2)))
        ),
        "plan": plan_of(Step(do="x", done=draw(maybe_day)), on=draw(maybe_day)),
        "contacts": tuple(
            Contact(on=draw(some_day), how=how)
            for how in draw(st.lists(st.sampled_from(("phone", "letter")), max_size=2))
        ),
        "reviews": tuple(
            Review(kind="satisfaction", on=on, by="person", score=draw(st.integers(1, 5)))
            for on in draw(st.lists(some_day, max_size=2))
        ),
        "readiness": Readiness(available=draw(maybe_day)),
        "placements": tuple(
            placed(draw(some_day).isoformat(), contract=draw(st.sampled_from(contracts)))
            for _ in range(draw(st.integers(0, 1)))
        ),
        "applications": (Application(firm="A", decision="accepted", decided=draw(maybe_day)),),
    }


def named(drawn):
    return [person(id=f"p{number}", **one) for number, one in enumerate(drawn)]


periods = st.builds(
    lambda since, length: Period(since, LAST if since is None else since + timedelta(length)),
    maybe_day,
    st.integers(0, 500),
)
scopes = st.sampled_from((Scope(), Scope(process="frb-2002")))


@settings(max_examples=50)
@given(st.lists(people(), max_size=4), periods, scopes)
def test_rows_and_columns_add_up_to_the_totals(drawn, period, scope):
    statement = made(*named(drawn), period=period, scope=scope)

    for figure in statement.figures.values():
        assert sum(figure.count(column) for column in PARTS) == figure.count()
    for total in statement.sums:
        for column in COLUMNS:
            parts = sum(statement.figures[part].count(column) for part in total.parts)
            assert statement.figures[total.whole].count(column) == parts
    assert statement.bounds
    assert not exceeded(statement)


@settings(max_examples=40)
@given(st.lists(people(), max_size=4), periods, st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(drawn, period, random):
    records = named(drawn)

    assert made(*random.sample(records, len(records)), period=period) == made(
        *records, period=period
    )


@settings(max_examples=50)
@given(
    st.lists(people(always_without_job=True), max_size=3),
    st.lists(some_day, min_size=1, max_size=3, unique=True),
)
def test_a_period_cut_in_parts_has_the_events_of_the_whole(drawn, cuts):
    """For who is coached all the time and never has a job: each thing happens on one day."""
    records = named(drawn)
    ends = [START - timedelta(1), *sorted(cuts), LAST + timedelta(1)]
    parts = [made(*records, period=Period(a + timedelta(1), b)).figures for a, b in pairwise(ends)]
    whole = made(*records, period=Period(START, LAST + timedelta(1))).figures

    for name in ("obstacles.begun", "obstacles.solved", *(f"events.{kind}" for kind in KINDS)):
        for column in COLUMNS:
            assert sum(p[name].count(column) for p in parts) == whole[name].count(column)
    for before, after in pairwise(parts):
        assert before["obstacles.open"].count() == after["obstacles.before"].count()


@settings(max_examples=40)
@given(st.lists(people(), max_size=4), periods)
def test_the_list_adds_up_to_the_figures(drawn, period):
    statement = made(*named(drawn), period=period)
    listing = statement.lists["people"]
    places = {field.name: place for place, field in enumerate(listing.fields)}

    assert len(listing.rows) == statement.figures["without_job"].count()
    for field, kind in (("contacts", "contacts"), ("steps", "steps_done")):
        listed = sum(row.values[places[field]] for row in listing.rows)
        assert listed == statement.figures[f"events.{kind}"].count()
