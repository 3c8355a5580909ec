"""The balance of the work with one employer or all, and what is to be said there (issue, "employer")."""

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.durations import Duration
from jobcoach.domain.employers import Employer, Job
from jobcoach.domain.people import Agreement, Aid, Application, Contact, Review
from jobcoach.domain.statistics.figures import Period, Scope
from jobcoach.domain.statistics.reports.employers import employers
from jobcoach.domain.statistics.sheets import published, side_by_side
from jobcoach.domain.statistics.survival import lasting

from .builders import cases_of, day, days_from, entry, exceeded, person, placed

YEAR = Period(day("2025-01-01"), day("2025-12-31"))
ONE = Scope(employer="bakery")
FOLLOWED = (entry("follow-up", "2024-06-03"),)


def bakery(**given):
    return Employer(**({"id": "bakery", "name": "Bakery"} | given))


def made(*records, period=YEAR, scope=ONE):
    firms = [record.id for record in records if isinstance(record, Employer)]
    return employers(cases_of(*records, *([] if "bakery" in firms else [bakery()])), period, scope)


def count(name, *records, column="all", **given):
    return made(*records, **given).figures[name].count(column)


def rows(group, *records, **given):
    found = made(*records, **given).under(group)
    return {f.name.partition(".")[2]: f.count() for f in found if f.count()}


def listed(name, *records, **given):
    listing = made(*records, **given).lists[name]
    names = [field.name for field in listing.fields]
    return [(row.case, dict(zip(names, row.values, strict=True))) for row in listing.rows]


def applied(**given):
    return person(applications=(Application(**({"employer": "bakery"} | given)),))


# Contacts


@pytest.mark.parametrize(
    ("contact", "rows_of_it"),
    [
        (Contact(on=day("2025-01-01"), how="visit"), {"visit": 1}),
        (Contact(on=day("2025-12-31"), how="letter"), {"letter": 1}),
        (Contact(on=day("2024-12-31"), how="visit"), {}),
        (Contact(on=day("2026-01-01"), how="visit"), {}),
        (Contact(on=day("2025-05-05"), how="visit", held=False), {}),
        (Contact(on=day("2025-05-05")), {"not_said": 1}),
        (Contact(on=day("2025-05-05"), how="phone", with_=("cpas",)), {}),
    ],
)
def test_contacts_are_those_of_the_period_that_took_place(contact, rows_of_it):
    assert rows("contacts", bakery(contacts=(contact,))) == rows_of_it


def test_contacts_in_persons_files_count_as_well_once_for_each_employer():
    both = Contact(on=day("2025-05-05"), how="phone", with_=("bakery", "canal", "person"))
    records = (person(contacts=(both,)), bakery(), bakery(id="canal"))

    assert count("contacts", *records) == 1
    assert count("contacts", *records, scope=Scope()) == 2
    assert rows("firms", *records, bakery(id="other"), scope=Scope()) == {
        "contacted": 2,
        "not_contacted": 1,
    }


def test_with_one_coach_contacts_by_that_coach_count():
    called = [Contact(on=day("2025-05-05"), how="phone", by=by) for by in ("claire", "karim", None)]

    assert count("contacts", bakery(contacts=tuple(called)), scope=Scope(coach="claire")) == 1


# Applications


@pytest.mark.parametrize(
    ("given", "counts"),
    [
        ({"proposed": day("2025-01-01")}, 1),
        ({"proposed": day("2024-12-31"), "closed": day("2025-03-03")}, 0),
        ({"presented": day("2025-03-03"), "interview": day("2025-03-10")}, 1),
        ({"presented": day("2026-01-01")}, 0),
        ({"proposed": day("2025-03-03"), "employer": "canal"}, 0),
        ({}, 0),
    ],
)
def test_an_application_belongs_to_the_period_in_which_it_began(given, counts):
    assert count("applications", applied(**given)) == counts


def test_an_application_without_any_date_stands_apart():
    assert count("applications_undated", applied(outcome="refused")) == 1
    assert count("applications_undated", applied(closed=day("2025-03-03"))) == 0


@pytest.mark.parametrize(
    ("given", "became"),
    [
        ({}, "open"),
        ({"decision": "declined"}, "declined"),
        ({"decision": "declined", "decided": day("2025-12-31")}, "declined"),
        ({"decision": "declined", "decided": day("2026-01-01")}, "open"),
        ({"decision": "declined", "outcome": "cancelled"}, "declined"),
        ({"decision": "declined", "outcome": "hired"}, "hired"),
        ({"outcome": "hired", "closed": day("2025-12-31")}, "hired"),
        ({"outcome": "hired", "closed": day("2026-01-01")}, "open"),
        ({"outcome": "refused"}, "refused"),
        ({"outcome": "withdrawn"}, "withdrawn"),
        ({"outcome": "cancelled"}, "cancelled"),
        ({"closed": day("2025-06-02")}, "closed"),
    ],
)
def test_what_became_of_an_application_is_judged_on_the_last_day(given, became):
    assert rows("applications", applied(proposed=day("2025-05-05"), **given)) == {became: 1}


@pytest.mark.parametrize(
    ("given", "far"),
    [
        ({}, "proposed"),
        ({"decision": "accepted", "decided": day("2025-12-31")}, "accepted"),
        ({"decision": "accepted", "decided": day("2026-01-01")}, "proposed"),
        ({"presented": day("2025-12-31")}, "presented"),
        ({"presented": day("2026-01-01")}, "proposed"),
        ({"interview": day("2025-12-31")}, "interviewed"),
        ({"presented": day("2025-12-01"), "interview": day("2026-01-01")}, "presented"),
        ({"interview": day("2025-06-10"), "closed": day("2025-06-09")}, "proposed"),
        ({"interview": day("2025-06-10"), "closed": day("2025-06-10")}, "interviewed"),
    ],
)
def test_an_application_is_told_by_its_furthest_step(given, far):
    case = applied(proposed=day("2025-05-05"), **given)

    assert rows("reached", case) == {far: 1}
    assert rows("open", case) == ({} if "closed" in given else {far: 1})


# Placements and jobs


def test_placements_are_told_by_contract_begun_and_running():
    records = person(
        placements=(
            placed("2024-11-04", "2025-12-31", contract="fixed-term"),
            placed("2025-02-03", "2025-03-03", contract="trial"),
            placed("2025-02-03", contract=None),
            placed("2026-01-01"),
            placed("2025-02-03", employer="canal"),
        )
    )

    assert rows("placement", records) == {
        "all.begun": 2,
        "all.running": 2,
        "fixed-term.running": 1,
        "trial.begun": 1,
        "not_said.begun": 1,
        "not_said.running": 1,
    }


def worked(*placements):
    return person(placements=placements)


@pytest.mark.parametrize(
    ("placements", "ended"),
    [
        ((placed("2025-02-03", "2025-12-31", why="resigned"),), {"resigned": 1}),
        ((placed("2025-02-03", "2026-01-01", why="resigned"),), {}),
        ((placed("2024-02-05", "2024-12-31"),), {}),
        ((placed("2024-02-05", "2025-01-01"),), {"not_said": 1}),
        ((placed("2025-02-03"),), {}),
        (  # one job: a renewal is no end
            (
                placed("2025-02-03", "2025-05-30", why="renewed"),
                placed("2025-06-06", "2025-09-30", why="end-of-contract"),
            ),
            {"end-of-contract": 1},
        ),
        (  # two jobs
            (
                placed("2025-02-03", "2025-05-30", why="end-of-contract"),
                placed("2025-06-07", "2025-09-30", why="health"),
            ),
            {"end-of-contract": 1, "health": 1},
        ),
        ((placed("2025-02-03", "2025-05-30", contract="internship"),), {}),
    ],
)
def test_paid_jobs_end_on_their_last_day_for_its_reason(placements, ended):
    assert rows("ended", worked(*placements)) == ended


def lengths(*placements, period=YEAR):
    figure = made(worked(*placements), period=period).figures["lasted"]
    return [(one.days, one.ended) for one in figure.cases()]


def test_how_long_jobs_lasted_counts_both_days_and_follows_those_that_run():
    assert lengths(placed("2025-02-03", "2025-02-03")) == [(1, True)]
    assert lengths(placed("2025-12-30")) == [(2, False)]
    assert lengths(placed("2025-12-30", "2025-12-31")) == [(2, True)]
    assert lengths(placed("2025-12-30", "2026-01-01")) == [(2, False)]
    assert lengths(placed("2025-02-01", "2025-02-10"), placed("2025-02-17", "2025-02-20")) == [
        (20, True)
    ]


def test_a_job_that_is_said_to_end_before_it_began_lasted_its_first_day():
    turned = placed("2025-02-03", "2024-02-03", aid=Aid(kind="activa"))

    assert lengths(turned) == [(1, True)]
    assert count("ended", worked(turned)) == count("aids", worked(turned)) == 1
    assert [row["days"] for _, row in listed("jobs", worked(turned))] == [1]


def test_what_was_there_already_or_began_before_tells_nothing_of_how_long_jobs_last():
    assert lengths(placed("2025-02-03", already=True)) == []
    assert lengths(placed("2024-12-31")) == []
    assert lengths(placed("2024-12-31"), period=Period(None, day("2025-12-31"))) == [(366, False)]


def test_the_curve_is_the_usual_estimate():
    jobs = [worked(placed("2025-03-03", "2025-03-12")), worked(placed("2025-12-01"))]
    curve = made(*(person(id=f"p{i}", placements=p.placements) for i, p in enumerate(jobs)))

    assert lasting(curve.figures["lasted"]).median == 10


# Aids, agreements, jobs


def test_aids_are_told_by_their_kind_as_it_is_written():
    aided = [
        placed("2025-02-03", aid=Aid(kind=kind))
        for kind in ("Activa", "activa", "SINE 2", None, " ")
    ]
    early = placed("2024-02-05", "2024-12-31", aid=Aid(kind="Activa"))

    assert rows("aids", worked(*aided, early)) == {"activa": 2, "sine-2": 1, "not_said": 2}
    assert made(worked(*aided)).figures["aids.activa"].label == "Activa"


@pytest.mark.parametrize(
    ("given", "in_force"),
    [
        ({}, 1),
        ({"on": day("2026-01-01")}, 0),
        ({"until": day("2025-12-31")}, 1),
        ({"until": day("2025-12-30")}, 0),
        ({"ended": day("2025-12-30")}, 0),
    ],
)
def test_agreements_count_where_they_are_in_force_on_the_last_day(given, in_force):
    agreed = Agreement(**({"kind": "follow-up", "on": day("2025-01-06")} | given))
    theirs = Agreement(
        **({"kind": "work-plan", "on": day("2025-01-06"), "with_": ("person", "bakery")} | given)
    )

    assert count("agreements.follow-up", bakery(agreements=(agreed,))) == in_force
    assert count("agreements.work-plan", person(agreements=(theirs,))) == in_force
    assert count("agreements", person(agreements=(agreed,))) == 0  # with the person only


def test_open_jobs_are_those_of_the_last_day():
    jobs = (Job(id="a"), Job(id="b", open=day("2026-01-01")), Job(id="c", closed=day("2025-12-31")))

    assert count("open_jobs", bakery(jobs=jobs)) == 1


# Lists


def test_what_to_talk_about_is_what_is_due_there_its_open_jobs_and_its_concerns():
    amina = person(
        stages=FOLLOWED,
        placements=(placed("2025-03-03", until=day("2026-01-30"), job="counter"),),
        contacts=(Contact(on=day("2025-12-30"), how="phone", with_=("bakery",)),),
        reviews=(Review(kind="complaint", on=day("2025-12-30"), by="bakery"),),
    )
    firm = bakery(
        jobs=(Job(id="counter", title="Counter"), Job(id="old", closed=day("2025-05-05"))),
        concerns=("Fears absences",),
        agreements=(Agreement(kind="follow-up", on=day("2025-03-03"), review=day("2026-02-01")),),
    )

    assert [(case, *one.values()) for case, one in listed("talk", amina, firm)] == [
        ("people/ab-k7q", "complaint", day("2026-01-06"), None),
        ("people/ab-k7q", "contract-end", day("2026-01-30"), None),
        ("people/ab-k7q", "employer-contact", day("2026-01-30"), None),
        ("employers/bakery", "open-job", None, "Counter"),
        ("employers/bakery", "concern", None, "Fears absences"),
    ]


@pytest.mark.parametrize(("review", "shown"), [("2026-01-30", 1), ("2026-01-31", 0)])
def test_what_is_due_is_looked_for_thirty_days_ahead(review, shown):
    agreed = Agreement(kind="follow-up", on=day("2025-03-03"), review=day(review))

    assert len(listed("talk", bakery(agreements=(agreed,)))) == shown


def test_what_the_firm_must_not_learn_stands_apart_and_is_marked():
    """FRB, La Louvière: a person may not want the employer to know that a coach exists."""
    secret = person(
        stages=FOLLOWED,
        placements=(
            placed(
                "2025-03-03",
                until=day("2026-01-15"),
                aid=Aid(kind="Activa", until=day("2026-01-15")),
                employer_may_know=False,
            ),
        ),
        applications=(
            Application(employer="bakery", presented=day("2025-12-01"), employer_may_know=False),
        ),
        contacts=(
            Contact(on=day("2025-12-01"), how="phone", with_=("bakery",), next=day("2026-01-05")),
        ),
    )

    assert listed("talk", secret) == []
    assert {one["what"] for _, one in listed("not_there", secret)} == {
        *("answer", "contract-end", "aid-end", "promised"),
    }
    assert [one["mark"] for _, one in listed("jobs", secret)] == ["hidden"]
    assert [one["mark"] for _, one in listed("aids", secret)] == ["hidden"]
    ((_, row),) = listed("employers", secret, scope=Scope())
    assert (row["due"], row["what"], row["working"]) == (None, None, 1)


def test_an_agreement_and_an_earlier_job_of_whom_the_firm_must_not_learn_are_marked_too():
    """The no that is said of the placement under way holds for all that stands in the sheet."""
    followed = Agreement(kind="follow-up", with_=("bakery",), on=day("2025-03-03"))
    secret = person(
        stages=FOLLOWED,
        placements=(
            placed("2025-01-06", "2025-02-28", aid=Aid(kind="Activa")),
            placed("2025-06-02", employer_may_know=False),
        ),
        agreements=(followed,),
    )
    open_with_it = person(id="cd-m3p", placements=(placed("2025-06-02"),), agreements=(followed,))
    firm = bakery(agreements=(Agreement(kind="other", on=day("2025-03-03")),))

    def marks(name):
        return [(case, one["mark"]) for case, one in listed(name, secret, open_with_it, firm)]

    assert marks("agreements") == [
        ("employers/bakery", None),
        ("people/ab-k7q", "hidden"),
        ("people/cd-m3p", None),
    ]
    assert marks("jobs") == [
        ("people/ab-k7q", "hidden"),
        ("people/ab-k7q", "hidden"),
        ("people/cd-m3p", None),
    ]
    assert marks("aids") == [("people/ab-k7q", "hidden")]


def test_a_firm_that_is_not_to_be_contacted_says_so_first():
    assert (
        listed("talk", bakery(status="do-not-contact", concerns=("Noise",)))[0][1]["what"]
        == "do-not-contact"
    )


def test_jobs_kept_are_told_as_known_on_the_last_day():
    amina = worked(
        placed("2024-02-05", "2024-12-31"),
        placed("2025-02-03", "2025-02-12", why="health", hours=19.0, pay="at-scale"),
        placed("2025-12-22", "2026-03-01", why="resigned", until=day("2026-06-30")),
    )

    assert [
        (str(one["from"]), one["ended"], one["days"], one["why"], one["hours"], one["pay"])
        for _, one in listed("jobs", amina)
    ] == [
        ("2025-02-03", day("2025-02-12"), 10, "health", 19.0, "at-scale"),
        ("2025-12-22", None, 10, None, None, None),
    ]


def test_employers_are_listed_by_name_with_what_comes_next():
    firms = (
        bakery(id="aa", name="Zoo"),
        bakery(
            id="bb",
            name="Épicerie",
            contact_every=Duration(months=6),
            contacts=(Contact(on=day("2025-11-03"), how="visit"),),
        ),
        bakery(name="Bakery"),
    )
    amina = person(
        placements=(placed("2025-03-03"), placed("2025-04-01")),
        applications=(
            Application(employer="bb", proposed=day("2025-12-30")),
            Application(employer="bb", proposed=day("2026-01-02")),
            Application(employer="bb", proposed=day("2025-12-01"), decision="declined"),
        ),
    )
    found = listed("employers", *firms, amina, scope=Scope())

    assert [case for case, _ in found] == ["employers/bakery", "employers/bb", "employers/aa"]
    assert found[0][1]["working"] == 1
    assert found[1][1] == {
        "contacts": 1,
        "last": day("2025-11-03"),
        "applications": 1,
        "working": 0,
        "due": day("2026-05-03"),
        "what": "keep-warm",
    }


# Laws

FIRST, LAST = date(2025, 3, 1), date(2025, 6, 30)
some_day = days_from(FIRST, LAST)
firms = st.sampled_from(["bakery", "canal"])
placements = st.builds(
    lambda start, length, firm, contract: placed(
        str(start),
        str(start + timedelta(length)) if length is not None else None,
        employer=firm,
        contract=contract,
    ),
    some_day,
    st.none() | st.integers(0, 60),
    firms,
    st.sampled_from(["permanent", "fixed-term", "trial", None]),
)
applications = st.builds(
    lambda firm, proposed, decision, presented, outcome: Application(
        employer=firm, proposed=proposed, decision=decision, presented=presented, outcome=outcome
    ),
    firms,
    st.none() | some_day,
    st.sampled_from([None, "accepted", "declined"]),
    st.none() | some_day,
    st.sampled_from([None, "hired", "refused"]),
)
contacts = st.builds(
    lambda on, how, firm: Contact(on=on, how=how, with_=(firm,)),
    some_day,
    st.sampled_from(["visit", "letter", None]),
    firms,
)
people = st.builds(
    lambda p, a, c, gender: {
        "placements": tuple(p),
        "applications": tuple(a),
        "contacts": tuple(c),
        "gender": gender,
        "stages": FOLLOWED,
    },
    st.lists(placements, max_size=3),
    st.lists(applications, max_size=2),
    st.lists(contacts, max_size=3),
    st.sampled_from([None, "woman", "man"]),
)


def named(drawn):
    return [person(id=f"p{place}", **given) for place, given in enumerate(drawn)]


@settings(max_examples=50, deadline=None)
@given(st.lists(people, max_size=4), st.sampled_from([ONE, Scope()]), st.none() | some_day)
def test_rows_sum_to_totals(drawn, scope, since):
    found = made(
        *named(drawn), bakery(), bakery(id="canal"), period=Period(since, LAST), scope=scope
    )

    for added in found.sums:
        for column in found.figures[added.whole].columns:
            parts = [found.figures[part].count(column) for part in added.parts]
            assert sum(parts) == found.figures[added.whole].count(column)
    assert found.bounds
    assert not exceeded(found)


@settings(max_examples=40, deadline=None)
@given(st.lists(people, max_size=3), st.lists(some_day, min_size=1, max_size=3, unique=True))
def test_a_period_cut_in_parts_has_the_events_of_the_whole(drawn, cuts):
    records = (*named(drawn), bakery(), bakery(id="canal"))
    ends = [FIRST - timedelta(1), *sorted(cuts), LAST + timedelta(1)]
    parts = [
        made(*records, period=Period(before + timedelta(1), end), scope=Scope())
        for before, end in pairwise(ends)
    ]
    whole = made(*records, period=Period(FIRST, LAST + timedelta(1)), scope=Scope())

    for name in ("contacts", "contacts.visit", "applications", "placement.all.begun", "lasted"):
        assert sum(one.figures[name].count() for one in parts) == whole.figures[name].count()


@settings(max_examples=40, deadline=None)
@given(st.lists(people, max_size=3))
def test_the_employers_one_by_one_are_all_of_them_together(drawn):
    records = (*named(drawn), bakery(), bakery(id="canal"))
    both = made(*records, period=Period(None, LAST), scope=Scope()).figures
    each = [
        made(*records, period=Period(None, LAST), scope=Scope(employer=one)).figures
        for one in ("bakery", "canal")
    ]

    for name, figure in both.items():
        if not name.startswith("firms"):
            assert sum(one[name].count() for one in each) == figure.count()


@settings(max_examples=20, deadline=None)
@given(st.lists(people, max_size=3), st.sampled_from([ONE, Scope()]))
def test_the_order_of_files_changes_nothing(drawn, scope):
    records = [*named(drawn), bakery(), bakery(id="canal")]

    assert made(*random.sample(records, len(records)), scope=scope) == made(*records, scope=scope)


def test_repositories_stand_side_by_side_where_one_has_no_hiring_aid():
    with_aid = person(placements=(placed("2025-03-01", aid=Aid(kind="ACTIVA")),))

    sheet = side_by_side(
        (name, made(*records, scope=Scope()))
        for name, records in (("North", [with_aid]), ("South", [person()]))
    )

    assert sheet.count("aids.activa") == 1
    assert sheet.count("aids", repository="South") == 0


def test_a_kind_of_aid_in_somebodys_own_words_is_published_only_with_its_count():
    def with_aid(number, kind):
        return person(
            id=f"p{number}", gender="man", placements=(placed("2025-03-03", aid=Aid(kind=kind)),)
        )

    people = [*(with_aid(number, "Activa") for number in range(6)), with_aid(6, "After prison")]
    sheet = side_by_side([("", made(*people, scope=Scope()))])
    shown = published(sheet)

    assert {one.name for one in sheet.total.under("aids")} == {"aids.activa", "aids.after-prison"}
    assert "aids.after-prison" not in shown.total.figures
    assert shown.count("aids") is None or shown.count("aids.activa") is None
