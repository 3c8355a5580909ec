"""What speaks for a match, against it, what to ask: each rule on both sides of its boundary."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.domain.employers import Demands, Employer, Job
from jobcoach.domain.known import Known
from jobcoach.domain.matching import Pair, jobs_for, match, persons_for, reasons
from jobcoach.domain.matching.hours import week_hours, within
from jobcoach.domain.matching.pair import Opening
from jobcoach.domain.matching.reason import told
from jobcoach.domain.people import (
    Application,
    Constraint,
    Experience,
    Goal,
    Plan,
    Readiness,
)

from .builders import cases_of, day, entry, person, placed

TODAY = day("2026-03-09")
IN_WORK_SEARCH = {
    "stages": (entry("pre-hire", "2026-01-12"),),
    "readiness": Readiness(available=day("2026-01-12")),
}


def job(**given: object) -> Job:
    return Job(**({"id": "counter", "title": "Helper"} | given))


def firm(*jobs: Job, **given: object) -> Employer:
    return Employer(**({"id": "bakery", "name": "Lambert", "jobs": jobs} | given))


def said(case=None, work=None, at=None, on="2026-03-09"):
    """Reasons as (side, code), for a person and a job."""
    work = work or job()
    at = at or firm(work)
    known = Known(case or person(), cases_of(case or person(), at), day(on))
    return [(r.side, r.code) for r in reasons(Pair(known, Opening(at, work)))]


def held(**given: object) -> dict[str, object]:
    """A person's constraints: a single one."""
    return {"constraints": (Constraint(**({"kind": "hours", "what": "Mornings"} | given)),)}


def only(pairs, *codes):
    return [(side, code) for side, code in pairs if code in codes]


# Wishes, strengths, skills, experience


def test_a_wish_is_met_by_title_task_need_sector_name_and_terms():
    for wish, work, at in (
        ("Bakery", job(title="Baker"), {}),
        ("Bakery", job(tasks=("Bake, in the bakery",)), {}),
        ("Bakery", job(demands=Demands(needed=("Baking",))), {}),
        ("Bakery", job(), {"sector": "10.71"}),
        ("Boulangerie", job(), {"name": "Boulangerie Lambert"}),
        ("Une petite équipe", job(), {"size": "micro"}),
        ("Un CDI", job(contract="permanent"), {}),
    ):
        assert ("for", "wish") in said(person(wishes=(wish,)), work, firm(work, **at)), wish


def test_a_wish_is_not_met_by_what_is_only_stated():
    work = job(demands=Demands(stated=("Bakery diploma",), needed=("Counting",)))

    assert only(said(person(wishes=("Bakery",)), work), "wish") == []


def test_a_wish_that_says_no_is_a_warning_where_the_work_is_about_it():
    case = person(wishes=("Pas de clients",))

    assert only(said(case, job(tasks=("Servir les clients",))), "wish", "unwished") == [
        ("warning", "unwished")
    ]
    assert only(said(case, job(tasks=("Trier",))), "wish", "unwished") == []


def test_strengths_and_skills_fit_the_work_not_the_trade():
    at = {"sector": "10.71"}

    assert said(person(skills=("Bakery",)), job(), firm(job(), **at)) == []
    assert said(person(skills=("Bakery",)), job(tasks=("Baking",))) == [("for", "skill")]
    assert said(person(strengths=("Punctual",)), job(demands=Demands(needed=("On time",)))) == [
        ("for", "strength")
    ]


def test_experience_fits_the_work_and_the_trade_and_placements_are_experience():
    at = firm(job(), sector="47.11")
    had = person(experience=(Experience(title="Shop assistant"),))
    placed_before = person(placements=(placed("2025-01-06", "2025-03-07", title="Vendeuse"),))

    assert said(had, job(), at) == [("for", "experience")]
    assert said(placed_before, job(), at) == [("for", "experience")]
    assert said(placed_before, job(), at, on="2025-01-05") == []
    assert said(person(experience=(Experience(title="Welder"),)), job(), at) == []


def test_the_same_work_noted_twice_is_one_reason():
    twice = person(
        experience=(Experience(title="Vendeuse"),),
        placements=(placed("2025-01-06", "2025-03-07", title="vendeuse"),),
    )

    assert said(twice, job(title="Vente")) == [("for", "experience")]


def test_what_is_needed_and_nothing_speaks_to_is_asked():
    work = job(demands=Demands(needed=("Count money",)))

    assert said(person(skills=("Cash desk",)), work) == [("for", "skill")]
    assert said(person(skills=("Sewing",)), work) == [("ask", "needed")]


# Demands that are only stated


def test_a_stated_demand_stands_in_the_way_only_where_another_is_needed():
    stated = Demands(stated=("Bakery diploma",), needed=("Count money",))
    unchecked = Demands(stated=("Bakery diploma",))
    both = Demands(stated=("Count money",), needed=("count money",))
    case = person(skills=("Cash desk",))

    assert only(said(case, job(demands=stated)), "stated-only") == [("stated", "stated-only")]
    assert only(said(case, job(demands=unchecked)), "stated-unchecked") == [
        ("ask", "stated-unchecked")
    ]
    assert only(said(case, job(demands=both)), "stated-only", "stated-unchecked") == []


@pytest.mark.parametrize(
    ("stated", "meets", "misses"),
    [
        ("CESS", {"education": "upper-secondary"}, {"education": "lower-secondary"}),
        ("Parler allemand", {"skills": ("Deutsch",)}, {"skills": ("Turc",)}),
        (
            "Deux ans d'expérience",
            {"experience": (Experience(title="Vendeuse"),)},
            {"experience": (Experience(title="Soudeur"),)},
        ),
        ("Very quick", {"strengths": ("Quick",)}, {"strengths": ("Patient",)}),
    ],
)
def test_what_the_person_meets_does_not_stand_in_the_way(stated, meets, misses):
    work = job(title="Vente", demands=Demands(stated=(stated,), needed=("Reading",)))

    assert only(said(person(**meets), work), "stated-only") == []
    assert only(said(person(**misses), work), "stated-only") == [("stated", "stated-only")]


def test_a_skill_is_no_diploma():
    work = job(demands=Demands(stated=("Diplôme en boulangerie",), needed=("Baking",)))

    assert ("stated", "stated-only") in said(person(skills=("Pâtisserie maison",)), work)


# Hours and days


@pytest.mark.parametrize(
    ("shift", "side"),
    [
        ("08:30-16:00", "for"),
        ("8:30-16:00", "for"),
        ("08:29-16:00", "against"),
        ("08:30-16:01", "against"),
        ("22:00-06:00", "against"),
    ],
)
def test_a_shift_fits_inside_the_hours_both_ends_included(shift, side):
    case = person(**held(hours="08:30-16:00"))

    assert said(case, job(schedule={"mon": shift})) == [(side, "schedule")]


def test_hours_past_midnight_hold_a_shift_on_either_side_of_it():
    assert within("22:00-06:00", "21:00-07:00")
    assert within("01:00-05:00", "21:00-07:00")
    assert not within("20:00-23:00", "21:00-07:00")
    assert within("16:00-24:00", "12:00-24:00")


def test_days_are_those_that_are_possible():
    case = person(**held(days=("mon", "tue")))

    assert said(case, job(schedule={"tue": "09:00-12:00"})) == [("for", "schedule")]
    assert said(case, job(schedule={"wed": "09:00-12:00"})) == [("against", "schedule")]


def test_an_empty_list_of_days_fits_no_schedule():
    assert said(person(**held(days=())), job(schedule={"wed": "09:00-12:00"})) == [
        ("against", "schedule")
    ]


def test_without_a_schedule_it_is_asked_unless_the_week_is_too_long_to_fit():
    case = person(**held(hours="09:00-13:00", days=("mon", "tue")))

    assert said(case) == [("ask", "schedule")]
    assert said(case, job(hours=8)) == [("ask", "schedule")]
    assert said(case, job(hours=8.5)) == [("against", "week-hours")]


def test_a_limit_in_words_is_compared_with_the_hours_a_week():
    case = person(**held(what="Un mi-temps au plus"))

    assert said(case, job(hours=20)) == [("for", "week-hours")]
    assert said(case, job(hours=20.5)) == [("against", "week-hours")]
    assert said(case) == [("ask", "constraint")]


# Loads, the way there, languages


@pytest.mark.parametrize(
    ("most", "loads", "side"),
    [
        ("none", "none", "for"),
        ("none", "light", "against"),
        ("light", "light", "for"),
        ("light", "heavy", "against"),
        ("light", None, "ask"),
    ],
)
def test_loads_may_be_as_heavy_not_heavier(most, loads, side):
    case = person(**held(kind="health", loads=most))

    assert said(case, job(loads=loads)) == [(side, "loads")]


@pytest.mark.parametrize(
    ("by", "car", "place", "side"),
    [
        ("public", False, "Namur", "for"),
        ("public", True, "Fleurus", "against"),
        ("public", None, "Fleurus", "ask"),
        ("bike", False, "fleurus", "for"),
        ("bike", False, "Namur", "ask"),
        ("foot", True, "Fleurus", "against"),
    ],
)
def test_the_way_there_without_a_car(by, car, place, side):
    case = person(place="Fleurus", **held(kind="mobility", what="No car", transport=by))
    work = job(car_needed=car)

    assert said(case, work, firm(work, place=place)) == [(side, "transport")]


def test_who_has_no_constraint_is_asked_about_a_car_unless_they_drive():
    work = job(car_needed=True)

    assert said(person(), work) == [("ask", "car")]
    assert said(person(skills=("Permis B",)), work) == [("for", "car")]
    assert said(person(), job(car_needed=False)) == []


def test_languages_of_a_constraint_are_the_ones_to_work_in():
    case = person(**held(kind="language", what="Little French", languages=("tr", "French")))

    assert said(case, job(languages=("fr",))) == [("for", "languages")]
    assert said(case, job(languages=("fr", "nl"))) == [("against", "languages")]
    assert said(case) == [("ask", "languages")]


def test_without_a_constraint_a_language_nobody_noted_is_asked_not_held_against():
    work = job(languages=("fr", "nl"))

    assert said(person(language="fr"), work) == [("ask", "languages")]
    assert said(person(language="fr", skills=("Néerlandais",)), work) == [("for", "languages")]
    assert said(person(language="en", skills=("French, getting there",)), work) == [
        ("ask", "languages")
    ]


def test_a_constraint_past_its_until_counts_no_longer():
    case = person(**held(loads="light", until=day("2026-03-09")))
    work = job(loads="heavy")

    assert said(case, work, on="2026-03-09") == [("against", "loads")]
    assert said(case, work, on="2026-03-10") == []


def test_a_constraint_in_words_is_asked_about():
    assert said(person(**held(kind="legal", what="Permit B"))) == [("ask", "constraint")]


def test_where_the_work_touches_on_what_a_constraint_says_it_is_asked():
    case = person(**held(kind="health", what="Station debout limitée", loads="light"))
    upright = job(loads="light", demands=Demands(needed=("Travailler debout",)))

    assert only(said(case, upright), "loads", "mentioned") == [
        ("for", "loads"),
        ("ask", "mentioned"),
    ]
    assert said(case, job(loads="light")) == [("for", "loads")]


# Quality, hours as wished, aids


def test_quality_warns_where_pay_is_below_scale_or_a_criterion_is_poor():
    assert said(work=job(pay="below-scale")) == [("warning", "below-scale")]
    assert said(work=job(pay="at-scale", quality={"respect": "fair"})) == []
    assert said(work=job(quality={"respect": "poor"})) == [("warning", "poor")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Travailler 25 heures par semaine dans un commerce", (25, 25, False)),
        ("20-25 hours", (20, 25, False)),
        ("20 à 25 h/semaine", (20, 25, False)),
        ("Au plus 19,5 heures", (0, 19.5, True)),
        ("Un mi-temps, pas plus", (0, 20, True)),
        ("Un mi-temps ou plus dans le vert", (18, 20, False)),
        ("Voltijds", (35, 40, False)),
        ("Pas avant 8 h 30", None),
        ("Finir avant 16 heures", None),
        ("Tenir debout 2 heures", None),
        ("Un petit horaire", None),
    ],
)
def test_hours_a_week_are_read_from_words(text, found):
    assert week_hours(text) == found


def test_hours_below_the_wish_or_beyond_it_are_a_warning():
    case = person(plan=Plan(goals=(Goal(goal="Work 25 hours a week"),)))
    half = person(wishes=("Half-time, no more",))

    assert said(case, job(hours=24.5)) == [("warning", "hours-below-wish")]
    assert said(case, job(hours=25)) == []
    assert said(half, job(hours=20)) == []
    assert said(half, job(hours=21)) == [("warning", "hours-above-wish")]


def test_aids_come_last_and_order_nothing():
    work = job(title="Vente", open=day("2026-03-01"))
    aided = person(id="aa-aaa", aids=("activa",), **IN_WORK_SEARCH)
    wishing = person(id="zz-zzz", wishes=("Un magasin",), aids=(), **IN_WORK_SEARCH)
    everybody = cases_of(aided, wishing, firm(work))

    found = persons_for(Opening(firm(work), work), everybody, TODAY).found

    assert said(person(aids=("activa",), wishes=("Vente",)), work)[-1] == ("aid", "aid")
    assert [m.known.person.id for m in found] == ["zz-zzz", "aa-aaa"]


# What is kept


def test_of_a_confidential_constraint_only_a_hint_is_told():
    kept = {"confidential": True}
    case = person(**held(kind="health", what="Back", loads="light", **kept))

    def hinted(loads, confidential):
        work = job(loads=loads)
        known = Known(case, cases_of(case, firm(work)), TODAY)
        shown = told(reasons(Pair(known, Opening(firm(work), work))), confidential)
        return [(r.side, r.code, dict(r.facts)) for r in shown]

    assert hinted("heavy", False) == [("against", "confidential", {})]
    assert hinted(None, False) == [("ask", "confidential", {})]
    assert hinted("light", False) == []
    assert hinted("heavy", True) == [
        ("against", "loads", {"constraint": 0, "what": "Back", "most": "light", "loads": "heavy"})
    ]


def test_several_confidential_constraints_are_one_hint():
    one = Constraint(kind="health", what="Back", loads="light", confidential=True)
    case = person(
        constraints=(one, Constraint(kind="health", what="A", loads="none", confidential=True))
    )
    work = job(loads="heavy")
    known = Known(case, cases_of(case, firm(work)), TODAY)

    assert len(told(reasons(Pair(known, Opening(firm(work), work))), False)) == 1


# Who and what is listed


def listed(case, *firms, again=False):
    known = Known(case, cases_of(case, *firms), TODAY)
    found = jobs_for(known, again)
    return [m.opening.name for m in found.found], [o.why for o in found.left_out]


def persons(work, *people, again=False, at=None):
    at = at or firm(work)
    found = persons_for(Opening(at, work), cases_of(*people, at), TODAY, again)
    return [m.known.person.id for m in found.found], [o.why for o in found.left_out]


def test_jobs_are_open_on_the_day_and_of_firms_that_may_be_contacted():
    for work, names in (
        (job(open=TODAY), ["bakery/counter"]),
        (job(open=TODAY + timedelta(1)), []),
        (job(closed=TODAY), []),
        (job(closed=TODAY + timedelta(1)), ["bakery/counter"]),
    ):
        assert listed(person(), firm(work))[0] == names
    assert listed(person(), firm(job(), status="paused"))[0] == ["bakery/counter"]
    assert listed(person(), firm(job(), status="do-not-contact"))[0] == []


def test_persons_are_in_a_stage_that_is_not_final():
    searching = person(**IN_WORK_SEARCH)
    closed = person(
        stages=(*IN_WORK_SEARCH["stages"], entry("closed", "2026-03-09", why="Moved")),
        readiness=IN_WORK_SEARCH["readiness"],
    )

    assert persons(job(), searching)[0] == ["ab-k7q"]
    assert persons(job(), closed) == ([], [])
    assert persons(job(), person()) == ([], [])


def test_available_is_asked_only_where_the_process_asks_for_it():
    def at(process, stage, available):
        return person(
            process=process,
            stages=(entry(stage, "2026-01-12"),),
            readiness=Readiness(available=available),
        )

    assert persons(job(), at("frb-2002", "reserve", None)) == ([], ["not-available"])
    assert persons(job(), at("frb-2002", "reserve", TODAY))[0] == ["ab-k7q"]
    assert persons(job(), at("frb-2002", "reserve", TODAY + timedelta(1)))[0] == []
    assert persons(job(), at("emploi-accompagne", "welcome", None))[0] == ["ab-k7q"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"decision": "declined"}, ["declined"]),
        ({"decision": "declined", "decided": TODAY}, ["declined"]),
        ({"decision": "declined", "decided": TODAY + timedelta(1)}, []),
        ({"outcome": "refused"}, ["refused"]),
        ({"outcome": "refused", "closed": TODAY + timedelta(1)}, []),
        ({"outcome": "withdrawn"}, []),
        ({"outcome": "cancelled"}, []),
        ({"decision": "accepted"}, []),
        ({"outcome": "refused", "job": "oven"}, []),
        ({"outcome": "refused", "job": None}, ["refused"]),
        ({"outcome": "refused", "job": None, "title": "Other work"}, []),
    ],
)
def test_a_no_said_there_leaves_the_pair_out_unless_again(given, why):
    application = Application(**({"employer": "bakery", "job": "counter"} | given))
    case = person(applications=(application,), **IN_WORK_SEARCH)
    shown = [] if why else ["bakery/counter"]

    assert listed(case, firm(job())) == (shown, why)
    assert persons(job(), case)[1] == why
    assert listed(case, firm(job()), again=True) == (["bakery/counter"], [])


def test_what_to_know_is_told_of_the_pair():
    def notes(**given):
        case = person(**given)
        work = job()
        known = Known(case, cases_of(case, firm(work)), TODAY)
        return [note.code for note in match(known, Opening(firm(work), work)).notes]

    there = {"employer": "bakery", "job": "counter"}
    assert notes() == []
    assert notes(employer_may_know=False) == ["employer-may-not-know"]
    assert notes(applications=(Application(**there, proposed=TODAY),)) == ["proposed"]
    assert notes(applications=(Application(**there, outcome="withdrawn"),)) == ["earlier"]
    assert notes(placements=(placed("2026-03-01", job="counter"),)) == ["in-this-job"]
    assert notes(placements=(placed("2026-02-01", "2026-03-08", job="counter"),)) == [
        "was-in-this-job"
    ]


# The order


def test_no_conflict_comes_before_conflict_whatever_speaks_for_it():
    case = person(wishes=("Vente", "Bakery"), **held(kind="mobility", transport="public"))
    wished = firm(job(title="Vente", car_needed=True), id="shop", sector="10.71")
    other = firm(job(title="Other"), id="works")

    assert listed(case, wished, other)[0] == ["works/counter", "shop/counter"]


def test_then_more_reasons_then_the_newest_job_then_the_id():
    case = person(wishes=("Vente",))
    old = firm(job(open=day("2026-01-01")), id="a")
    new = firm(job(open=day("2026-02-01")), id="z")
    twin = firm(job(open=day("2026-02-01")), id="y")
    wished = firm(job(title="Vente"), id="w")

    assert listed(case, old, new, twin, wished)[0] == [
        f"{name}/counter" for name in ("w", "y", "z", "a")
    ]


def test_of_persons_whoever_waits_longest_is_first_and_who_has_a_job_last():
    ready = {"readiness": Readiness(available=day("2025-01-01"))}

    def waiting(name, since, **given):
        return person(id=name, stages=(entry("pre-hire", since),), **ready, **given)

    found, _ = persons(
        job(),
        waiting("a", "2026-02-01"),
        waiting("b", "2026-01-01"),
        waiting("c", "2025-02-01", placements=(placed("2025-03-03", "2026-01-15", "works"),)),
        waiting("d", "2025-02-01", placements=(placed("2025-03-03", None, "works"),)),
    )

    assert found == ["b", "c", "a", "d"]


def test_having_more_constraints_brings_no_person_forward():
    free = person(id="b", **IN_WORK_SEARCH)
    bound = person(
        id="c",
        **IN_WORK_SEARCH,
        constraints=(Constraint(kind="health", what="Back", loads="light"),),
    )

    assert persons(job(loads="light"), free, bound)[0] == ["b", "c"]


TEXTS = st.sampled_from(["Vente", "Bakery", "Plantes", "Pas de clients", "Caisse", "Réparer"])
SPANS = st.sampled_from(["08:00-12:00", "09:00-17:00", "22:00-06:00"])
CONSTRAINTS = st.builds(
    Constraint,
    kind=st.sampled_from(["hours", "health", "mobility"]),
    what=st.sampled_from(["No", "Station debout limitée"]),
    hours=st.none() | SPANS,
    loads=st.none() | st.sampled_from(["none", "light"]),
    transport=st.none() | st.sampled_from(["public", "bike"]),
    confidential=st.none() | st.booleans(),
)
PEOPLE = st.lists(
    st.builds(
        lambda wishes, skills, constraints, on: {
            "wishes": tuple(wishes),
            "skills": tuple(skills),
            "constraints": tuple(constraints),
            "stages": (entry("pre-hire", on),),
            "readiness": Readiness(available=date(2025, 1, 1)),
        },
        st.lists(TEXTS, max_size=3),
        st.lists(TEXTS, max_size=2),
        st.lists(CONSTRAINTS, max_size=2),
        st.sampled_from(["2026-01-05", "2026-02-02"]),
    ),
    min_size=1,
    max_size=4,
)
JOBS = st.lists(
    st.builds(
        lambda title, loads, car, span, opened: {
            "title": title,
            "loads": loads,
            "car_needed": car,
            "schedule": {"mon": span} if span else {},
            "open": opened,
        },
        TEXTS,
        st.none() | st.sampled_from(["none", "light", "heavy"]),
        st.none() | st.booleans(),
        st.none() | SPANS,
        st.sampled_from([date(2026, 1, 1), date(2026, 2, 1)]),
    ),
    min_size=1,
    max_size=4,
)


@given(PEOPLE, JOBS, st.randoms(use_true_random=False))
def test_shuffled_files_change_nothing_and_both_directions_say_the_same(people, jobs, random):
    cast = [person(id=f"p{n}", **given) for n, given in enumerate(people)]
    firms = [firm(job(**given), id=f"e{n}") for n, given in enumerate(jobs)]
    cases = cases_of(*cast, *firms)
    mixed = [*cast, *firms]
    random.shuffle(mixed)
    shuffled = cases_of(*mixed)

    by_person = {}
    for one in cast:
        found = jobs_for(Known(one, cases, TODAY)).found
        again = jobs_for(Known(one, shuffled, TODAY)).found
        assert [m.opening.name for m in found] == [m.opening.name for m in again]
        conflicts = [m.conflict for m in found]
        assert conflicts == sorted(conflicts)
        by_person |= {(one.id, m.opening.name): (m.reasons, m.notes) for m in found}
    by_job = {}
    for at in firms:
        opening = Opening(at, at.jobs[0])
        found = persons_for(opening, cases, TODAY).found
        again = persons_for(opening, shuffled, TODAY).found
        assert [m.known.person.id for m in found] == [m.known.person.id for m in again]
        by_job |= {(m.known.person.id, opening.name): (m.reasons, m.notes) for m in found}
    assert by_person == by_job
