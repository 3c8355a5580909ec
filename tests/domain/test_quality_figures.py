"""What ``report quality`` counts for each standard, from which day to which, and what it calls a gap."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Demands, Employer, Job, Staff
from jobcoach.domain.people import (
    Agreement,
    Application,
    Consent,
    Contact,
    Disclosure,
    Goal,
    HandOver,
    Plan,
    Preferences,
    Review,
)
from jobcoach.domain.quality import INDICATORS, STANDARDS, Answer, Quality
from jobcoach.domain.settings import Absence, Coach
from jobcoach.domain.statistics.figures import PARTS, Period, Scope
from jobcoach.domain.statistics.reports.quality import quality
from jobcoach.domain.statistics.reports.quality.answers import MISSING
from jobcoach.domain.statistics.sheets import side_by_side
from jobcoach.domain.statistics.survival import lasting

from .builders import MODELS, SETTINGS, cases_of, day, days_from, entry, exceeded, person, placed

YEAR = Period(day("2025-01-01"), day("2025-12-31"))
COACHED = (entry("pre-hire", "2024-06-03"),)
CLAIRE, KARIM = SETTINGS.coaches


def coached(**given):
    return person(**({"stages": COACHED} | given))


def count(name, *records, period=YEAR, scope=None, **given):
    return quality(cases_of(*records, **given), period, scope or Scope()).figures[name].count()


def parts(group, *records, period=YEAR, **given):
    """The parts of a group that are not empty."""
    found = quality(cases_of(*records, **given), period).under(group)
    return {f.name.rpartition(".")[2]: f.count() for f in found if f.count()}


def firm(**given):
    return Employer(**({"id": "bakery", "name": "Bakery"} | given))


def with_answers(*answers, on="2025-12-31", full_time=None):
    asked = Quality(answers=answers, full_time_coaches=full_time)
    cases = Cases(SETTINGS, MODELS, {"ab-k7q": coached()}, {}, asked)
    return quality(cases, Period(None, day(on)))


# Rights


@pytest.mark.parametrize(
    ("consent", "where"),
    [
        ({"to": "bakery", "on": "2025-01-10"}, "agreed"),
        ({"to": "bakery", "on": "2025-03-10"}, "agreed"),  # given that very day
        ({"to": "bakery", "on": "2025-03-11"}, "not_agreed"),
        ({"to": "employers", "on": "2025-01-10"}, "agreed"),
        ({"to": "partners", "on": "2025-01-10"}, "not_agreed"),
        ({"to": "bakery", "on": "2025-01-10", "until": "2025-03-09"}, "not_agreed"),
        ({"to": "bakery", "on": "2025-01-10", "withdrawn": "2025-03-11"}, "agreed"),
        ({"to": "bakery", "on": "2025-01-10", "withdrawn": "2025-03-10"}, "withdrawn"),
    ],
)
def test_what_was_handed_on_was_agreed_to_that_day_or_not(consent, where):
    days = {key: day(value) for key, value in consent.items() if key != "to"}
    amina = coached(
        consents=(Consent(to=consent["to"], **days),),
        disclosures=(Disclosure(on=day("2025-03-10"), to="bakery"),),
    )

    assert parts("org-2.disclosures", amina, firm()) == {where: 1}


def test_a_withdrawal_counts_on_its_day_in_the_period():
    amina = coached(
        consents=(Consent(to="cpas", on=day("2024-01-01"), withdrawn=day("2025-12-31")),)
    )

    assert count("org-2.withdrawn", amina) == 1
    assert count("org-2.withdrawn", amina, period=Period(None, day("2025-12-30"))) == 0


# A say in things


@pytest.mark.parametrize(
    ("answered", "until", "where"),
    [
        ("2025-03-17", "2025-12-31", "in_time"),
        ("2025-03-18", "2025-12-31", "late"),
        ("2025-03-18", "2025-03-17", "waiting"),  # answered later than what is known
        (None, "2025-03-17", "waiting"),
        (None, "2025-03-18", "overdue"),
    ],
)
def test_a_complaint_is_answered_in_time_for_seven_days(answered, until, where):
    review = Review(
        kind="complaint", on=day("2025-03-10"), answered=day(answered) if answered else None
    )

    found = parts("org-3.complaints", coached(reviews=(review,)), period=Period(None, day(until)))
    assert found == {where: 1}


@pytest.mark.parametrize(
    ("review", "where"),
    [
        ({"by": "person", "on": "2025-09-30"}, "by_person"),
        ({"by": "person", "on": "2024-02-01"}, "without"),  # of the time before
        ({"by": "claire", "on": "2025-09-30"}, "without"),
        ({"by": "claire", "on": "2025-09-30", "decision": "moved"}, "not_possible"),
    ],
)
def test_a_case_is_closed_with_the_persons_own_review_or_without(review, where):
    amina = person(
        stages=(
            entry("closed", "2024-01-08"),
            entry("pre-hire", "2024-06-03"),
            entry("closed", "2025-10-01"),
        ),
        reviews=(Review(kind="closing", **review | {"on": day(review["on"])}),),
    )

    assert parts("org-3.closed", amina) == {where: 1}


# Staff


@pytest.mark.parametrize(
    ("absence", "wanted"),
    [
        ({"from_": "2025-12-31"}, {"not_covered": 1}),
        ({"from_": "2026-01-01"}, {}),
        ({"until": "2025-01-01", "cover": "karim"}, {"covered": 1}),
        ({"until": "2024-12-31", "cover": "karim"}, {}),
        ({"from_": "2025-07-01", "cover": "claire"}, {"not_covered": 1}),  # nobody else
    ],
)
def test_an_absence_in_the_period_has_a_cover_or_not(absence, wanted):
    given = {key: day(value) if key != "cover" else value for key, value in absence.items()}
    claire = Coach(id="claire", absences=(Absence(**given),))

    assert parts("org-4.absences", settings=replace(SETTINGS, coaches=(claire, KARIM))) == wanted


def test_who_is_coached_on_the_last_day_has_a_coach_of_the_service_or_not():
    left = (*COACHED, entry("closed", "2025-12-31"))
    people = [coached(), coached(id="b", coach="zoe"), person(id="c", stages=left)]

    assert parts("org-4.coach", *people) == {"there": 1, "missing": 1}
    assert parts("org-4.now", *people) == {"coached": 2, "no_more": 1}


# Planning


def test_what_is_on_file_of_the_person_is_there_or_missing():
    agreement = Agreement(kind="participation", on=day("2024-06-01"))
    amina = coached(
        agreements=(agreement,),
        documents="easy",
        prefers=Preferences(when="Mornings"),
        wishes=("A shop",),
        constraints=(),
        skills=("Arabic",),
    )

    for group in ("agreement", "documents", "prefers"):
        assert parts(f"engage-1.{group}", amina, coached(id="b")) == {"there": 1, "missing": 1}
    for group in ("profile", "strengths"):
        assert parts(f"profile-1.{group}", amina, coached(id="b")) == {"there": 1, "missing": 1}


def test_preferences_without_a_word_are_none():
    assert count("engage-1.prefers.there", coached(prefers=Preferences())) == 0


def test_constraints_never_asked_about_leave_a_profile_unfinished():
    assert count("profile-1.profile.missing", coached(wishes=("A shop",))) == 1


@pytest.mark.parametrize(
    ("plan", "where"),
    [
        ({}, "signed_copy"),
        ({"signed": {"person": date(2025, 12, 31)}}, "signed_copy"),
        ({"signed": {"person": date(2026, 1, 1)}}, "not_signed"),
        ({"signed": {"coach": date(2025, 1, 20)}}, "not_signed"),
        ({"copies": ("cpas",)}, "no_copy"),
        ({"fingerprints": {"person": "0" * 16}}, "changed"),
    ],
)
def test_a_plan_is_signed_by_the_person_who_holds_a_copy_or_not(plan, where):
    amina = coached(plan=_plan(**plan))

    assert parts("profile-3.signed", amina) == {where: 1}
    assert count("profile-3.plans", amina) == 1


@pytest.mark.parametrize("plan", [None, {"goals": ()}, {"on": date(2026, 1, 1)}])
def test_a_plan_without_goals_or_dated_later_is_none(plan):
    amina = coached(plan=_plan(**plan) if plan is not None else None)

    assert count("profile-3.no_plan", amina) == 1
    assert count("profile-3.plans", amina) == 0


def _plan(**given):
    whole = {
        "on": day("2025-01-20"),
        "goals": (Goal(goal="A shop"),),
        "signed": {"person": day("2025-01-20")},
        "copies": ("person",),
    }
    return Plan(**(whole | given))


@pytest.mark.parametrize(
    ("review", "held", "where"),
    [
        ("2025-12-30", (), "overdue"),
        ("2025-12-31", (), "not_due"),
        ("2025-12-01", ("2025-12-01",), "held"),
        ("2025-03-01", ("2025-03-01",), "overdue"),  # six months after it, the next one is
    ],
)
def test_a_plans_review_is_overdue_from_the_day_after_it_fell_due(review, held, where):
    amina = coached(
        plan=_plan(review=day(review)),
        reviews=tuple(Review(kind="plan", on=day(on)) for on in held),
    )

    assert parts("profile-3.review", amina) == {where: 1}


def test_decisions_count_on_their_day_and_those_without_one_stand_apart():
    amina = coached(
        applications=(
            Application(firm="A", decision="accepted", decided=day("2025-01-01")),
            Application(firm="B", decision="declined", decided=day("2025-12-31")),
            Application(firm="C", decision="declined", decided=day("2026-01-01")),
            Application(firm="D", decision="declined"),
            Application(firm="E"),
        )
    )

    assert parts("profile-2.decisions", amina) == {"accepted": 1, "declined": 1}
    assert count("profile-2.undated", amina) == 1


def test_a_trial_has_an_end_that_was_planned_or_not():
    amina = coached(
        placements=(
            placed("2025-02-03", contract="trial", until=day("2025-02-07")),
            placed("2025-03-03", "2025-03-07", contract="internship"),
            placed("2025-04-01"),
        )
    )

    assert parts("profile-2.trials", amina) == {"limited": 1, "open": 1}


# The search


@pytest.mark.parametrize(
    ("job", "wanted"),
    [
        ({}, {"not_described": 1}),
        ({"tasks": ("Sell",)}, {"not_described": 1}),
        ({"tasks": ("Sell",), "demands": Demands(stated=("Dutch",))}, {"not_described": 1}),
        ({"tasks": ("Sell",), "demands": Demands(needed=("Count",))}, {"described": 1}),
        ({"open": date(2025, 12, 31)}, {"not_described": 1}),
        ({"open": date(2026, 1, 1)}, {}),
        ({"closed": date(2025, 1, 2)}, {"not_described": 1}),
        ({"closed": date(2025, 1, 1)}, {}),  # on its closing day a job is open no more
    ],
)
def test_a_job_that_was_open_in_the_period_is_described_or_not(job, wanted):
    assert parts("search-1.jobs", firm(jobs=(Job(id="counter", **job),))) == wanted


def test_the_days_from_an_employers_answer_to_the_next_contact_with_the_person():
    def application(on, outcome="refused"):
        closed = day(on) if on else None
        return Application(firm="A", outcome=outcome, closed=closed)

    amina = coached(
        applications=(
            application("2025-03-10"),
            application("2025-03-08"),
            application("2025-12-21"),
            application("2025-03-01", "withdrawn"),  # the person's own word
            application(None),
        ),
        contacts=(
            Contact(on=day("2025-03-09"), how="message"),
            Contact(on=day("2025-03-10"), how="phone"),
        ),
    )
    statement = quality(cases_of(amina), YEAR)
    curve = statement.figures["telling_days"]

    assert sorted((one.days, one.ended) for one in curve.counted) == [
        (0, True),
        (2, True),
        (10, False),
    ]
    assert lasting(curve).median == 2
    assert count("search-1.answers.told", amina) == 2
    assert count("search-1.answers.not_told", amina) == 1
    assert count("search-1.undated", amina) == 1


def test_applications_are_by_somebody_and_decided_or_not():
    amina = coached(
        applications=(
            Application(firm="A", by="person", proposed=day("2025-02-02"), decision="accepted"),
            Application(
                firm="B",
                by="coach",
                proposed=day("2025-02-02"),
                decision="declined",
                decided=day("2026-01-01"),
            ),
            Application(firm="C", proposed=day("2025-02-02")),
            Application(firm="D", proposed=day("2026-01-01")),
            Application(firm="E"),
        )
    )

    assert parts("search-2.by", amina) == {"person": 1, "coach": 1, "not_said": 1}
    assert parts("search-2.decision", amina) == {"there": 1, "missing": 2}
    assert count("search-2.undated", amina) == 1


# Employers


def test_employers_contacted_have_whole_files_or_not():
    visit = Contact(on=day("2025-02-03"), how="visit")
    whole = firm(
        contacts=(visit,),
        staff=(Staff(name="Luc", reference=True),),
        concerns=("Absences",),
        jobs=(Job(id="counter", tasks=("Sell",)),),
        reviews=(Review(kind="satisfaction", on=day("2025-12-31")),),
    )
    bare = firm(id="mill", contacts=(visit,), reviews=(Review(kind="plan", on=day("2025-03-01")),))
    never = firm(id="shop")

    assert count("employer-1.employers", whole, bare, never) == 2
    for group in ("reference", "needs", "workplace", "asked"):
        found = parts(f"employer-1.{group}", whole, bare, never)
        assert found == {"there": 1, "missing": 1}, group


def test_a_placement_has_an_agreement_with_its_employer_or_not():
    agreed = firm(agreements=(Agreement(kind="follow-up", on=day("2025-02-16")),))
    amina = coached(placements=(placed("2025-02-16"), placed("2025-03-01", employer="mill")))

    found = parts("employer-1.agreement", amina, agreed, firm(id="mill"))
    assert found == {"there": 1, "missing": 1}


def test_nothing_is_asked_of_an_employer_who_may_not_know():
    amina = coached(employer_may_know=False, placements=(placed("2025-02-16"),))
    statement = quality(cases_of(amina, firm()), YEAR)

    for name in ("employer-1.placements", "support-1.placements", "result-2.jobs"):
        assert statement.figures[name].count() == 0


def test_a_placement_has_a_tutor_and_something_handed_over_or_not():
    handed = (HandOver(what="The till", on=day("2025-12-31")),)
    later = (HandOver(what="The till", on=day("2026-01-01")),)
    amina = coached(
        placements=(
            placed("2025-02-16", tutor="Luc", handover=handed),
            placed("2025-02-16", employer="mill", handover=later),
        )
    )
    firms = firm(), firm(id="mill")

    assert parts("support-1.tutor", amina, *firms) == {"there": 1, "missing": 1}
    assert parts("support-1.handover", amina, *firms) == {"there": 1, "missing": 1}


def test_a_placement_that_is_said_to_end_before_it_began_is_not_dropped():
    amina = coached(placements=(placed("2025-02-16", "2024-02-20"),))
    figures = quality(cases_of(amina, firm()), YEAR).figures

    assert figures["support-1.placements"].count() == 1
    assert figures["result-2.job.there"].count() == 1


# Results


@pytest.mark.parametrize(
    ("start", "ended", "wanted"),
    [
        ("2025-06-30", None, {"kept": 1}),  # six months on 30 December
        ("2025-07-01", None, {}),  # on 1 January
        ("2024-06-30", None, {}),  # on 30 December of the year before
        ("2025-02-10", "2025-08-10", {"kept": 1}),
        ("2025-02-10", "2025-08-09", {"ended": 1}),
    ],
)
def test_a_job_is_kept_that_is_there_on_the_day_six_months_after(start, ended, wanted):
    assert parts("result-1.six_months", coached(placements=(placed(start, ended),))) == wanted


def test_a_renewal_goes_on_with_the_job_across_a_gap_of_seven_days():
    def amina(second):
        return coached(placements=(placed("2025-02-10", "2025-08-05"), placed(second)))

    assert parts("result-1.six_months", amina("2025-08-12")) == {"kept": 1}
    assert parts("result-1.six_months", amina("2025-08-13")) == {"ended": 1}


def test_a_job_that_was_there_before_is_neither_found_nor_kept_for_six_months():
    amina = coached(placements=(placed("2025-02-10", already=True),))

    assert count("result-1.jobs", amina) == count("result-1.six_months", amina) == 0


def test_pay_that_is_not_said_is_not_known():
    pays = ("at-scale", "below-scale", None)
    jobs = tuple(placed("2025-02-10", employer=f"e{n}", pay=pay) for n, pay in enumerate(pays))

    assert parts("result-1.pay", coached(placements=jobs)) == {
        "at-scale": 1,
        "below-scale": 1,
        "unknown": 1,
    }


def test_satisfaction_is_asked_of_the_person_and_of_the_employer():
    said = Review(kind="satisfaction", by="person", on=day("2025-03-01"))
    amina = coached(placements=(placed("2025-02-10"),), reviews=(said,))
    boss = coached(placements=(placed("2025-02-10"),), reviews=(replace(said, by="bakery"),))

    assert parts("result-2.person", amina, firm()) == {"asked": 1}
    assert parts("result-2.employer", amina, firm()) == {"not_asked": 1}
    assert parts("result-2.person", boss, firm()) == {"not_asked": 1}
    assert parts("result-2.employer", boss, firm()) == {"asked": 1}
    own = firm(reviews=(replace(said, by=None),))
    assert parts("result-2.employer", amina, own) == {"asked": 1}


def test_changes_within_a_job_are_of_hours_and_of_contract():
    amina = coached(
        placements=(
            placed("2024-12-01", "2025-02-28", contract="fixed-term", hours=20),
            placed("2025-03-01", "2025-05-31", contract="fixed-term", hours=25),
            placed("2025-06-01", contract="permanent"),
            placed("2025-06-01", employer="mill"),  # another job
        )
    )

    assert parts("result-3.hours", amina) == {"more": 1, "not_said": 1}
    assert parts("result-3.hours", amina, period=Period(day("2025-03-02"), day("2025-12-31"))) == {
        "not_said": 1
    }
    assert parts("result-3.contract", amina) == {"same": 1, "permanent": 1}


# Along IPS


def test_persons_are_divided_by_full_time_posts_or_by_the_coaches_of_the_settings():
    assert with_answers(full_time=1.5).figures["ips.active.post"].per == 1.5
    assert with_answers().figures["ips.active.coach"].per == 2
    one = quality(cases_of(coached()), YEAR, Scope(coach="claire"))
    assert one.figures["ips.active.one"].per is None


@pytest.mark.parametrize(
    ("met", "until", "where"),
    [
        ("2025-03-31", "2025-12-31", "soon"),  # the 30th day
        ("2025-04-01", "2025-12-31", "later"),
        ("2025-02-01", "2025-12-31", "soon"),  # before the first entry
        ("2025-04-01", "2025-03-31", "not_yet"),
        ("2025-04-02", "2025-04-01", "not_met"),
    ],
)
def test_the_first_visit_to_an_employer_comes_within_thirty_days_or_later(met, until, where):
    visit = Contact(on=day(met), how="visit", with_=("person", "bakery"))
    amina = person(stages=(entry("pre-hire", "2025-03-01"),), contacts=(visit,))
    period = Period(day("2025-01-01"), day(until))

    assert parts("ips.first_contact", amina, firm(), period=period) == {where: 1}


@pytest.mark.parametrize(
    "contact",
    [
        {"how": "phone", "with_": ("bakery",)},
        {"how": "visit", "with_": ("bakery",), "held": False},
        {"how": "visit"},
        {"how": "meeting", "with_": ("cpas",)},
    ],
)
def test_what_is_no_visit_to_an_employer(contact):
    visit = Contact(on=day("2025-03-02"), **contact)
    amina = person(stages=(entry("pre-hire", "2025-03-01"),), contacts=(visit,))

    assert parts("ips.first_contact", amina, firm()) == {"not_met": 1}


@pytest.mark.parametrize(
    ("closed", "days"),
    [
        (None, (305, False)),
        ("2025-03-21", (20, False)),
        ("2025-03-31", (30, False)),  # the day before the visit
        ("2025-04-20", (31, True)),
    ],
)
def test_whoever_left_was_followed_to_the_closing(closed, days):
    visit = Contact(on=day("2025-04-01"), how="visit", with_=("bakery",))
    amina = person(
        stages=(
            entry("pre-hire", "2025-03-01"),
            *([entry("closed", closed)] if closed else []),
        ),
        contacts=(visit,) if closed in ("2025-03-31", "2025-04-20") else (),
    )
    (one,) = quality(cases_of(amina, firm()), YEAR).figures["ips.days"].counted

    assert (one.days, one.ended) == days


def test_who_entered_before_the_period_is_not_asked_for_a_first_visit():
    assert parts("ips.start", coached()) == {"before": 1}
    assert parts("ips.first_contact", coached()) == {}


def test_one_visit_told_in_three_files_is_one_visit():
    visit = Contact(on=day("2025-03-02"), how="visit", with_=("bakery",))
    call = Contact(on=day("2025-03-02"), how="phone", with_=("bakery",))
    people = [coached(id=f"p{n}", contacts=(visit,)) for n in range(2)]
    own = firm(contacts=(replace(visit, with_=()), call))

    assert parts("ips.contacts.coach", *people, own) == {"face_to_face": 1, "by_phone": 1}


def test_with_one_process_contacts_with_employers_are_those_of_its_days():
    visits = tuple(
        Contact(on=day(on), how="visit", with_=("bakery",)) for on in ("2025-05-04", "2025-05-05")
    )
    moved = (*COACHED, entry("job-search", "2025-05-05", process="awiph-2006"))
    waiting = person(id="bb", stages=(), contacts=(replace(visits[0], with_=("mill",)),))
    records = coached(stages=moved, contacts=visits), waiting, firm(), firm(id="mill")
    name = "ips.contacts.coach.face_to_face"

    assert count(name, *records, scope=Scope(process="frb-2002")) == 2
    assert count(name, *records, scope=Scope(process="awiph-2006")) == 1
    assert count("employer-1.employers", *records, scope=Scope(process="frb-2002")) == 2


def test_contacts_are_told_a_week_and_coach_where_the_period_has_a_beginning():
    weeks = Period(day("2025-01-01"), day("2025-01-14"))
    name = "ips.contacts.coach.face_to_face"

    assert quality(cases_of(), weeks).figures[name].per == 4  # two weeks, two coaches
    assert quality(cases_of(), Period(None, weeks.until)).figures[name].per == 0


def test_titles_and_employers_count_once_each():
    jobs = (
        placed("2025-02-10", employer="bakery", job="counter"),
        placed("2025-03-10", employer=None, firm="Mill", title="counter  Assistant"),
        placed("2025-04-10", employer=None, firm="mill ", title="Miller"),
        placed("2025-05-10", employer="shop"),
    )
    bakery = firm(jobs=(Job(id="counter", title="Counter assistant"),))
    people = [coached(id=f"p{n}", placements=(job,)) for n, job in enumerate(jobs)]

    assert count("ips.jobs", *people, bakery) == 4
    assert count("ips.titles", *people, bakery) == 2
    assert count("ips.title_unknown", *people, bakery) == 1
    assert count("ips.employers", *people, bakery) == 3


@pytest.mark.parametrize(
    ("on", "with_", "where"),
    [
        ("2025-02-10", "person", "some"),
        ("2025-03-09", "bakery", "some"),
        ("2025-03-10", "person", "none"),
        ("2025-02-09", "person", "none"),
        ("2025-02-20", "cpas", "none"),
    ],
)
def test_the_first_month_in_a_job_lasts_to_the_day_before_the_next(on, with_, where):
    call = Contact(on=day(on), how="phone", with_=(with_,))
    amina = coached(placements=(placed("2025-02-10"),), contacts=(call,))

    assert parts("ips.first_month", amina, firm()) == {where: 1}
    assert count("ips.month_contacts", amina, firm()) == (where == "some")


def test_a_month_that_is_not_over_is_not_judged():
    amina = coached(placements=(placed("2025-12-02"),))

    assert count("ips.first_months", amina) == 0
    assert count("ips.first_months", amina, period=Period(None, day("2026-01-01"))) == 1


# Answers and gaps


def _answer(word, on, indicator="org-1.mission", **given):
    return Answer(indicator=indicator, answer=word, on=day(on), **given)


def test_the_newest_answer_known_on_the_last_day_counts():
    answers = (
        _answer("no", "2025-03-01"),
        _answer("partly", "2025-06-01"),
        _answer("yes", "2026-01-01"),
    )

    def newest(on):
        return with_answers(*answers, on=on).lists["org-1"].rows[0].values[0]

    assert newest("2025-02-28") == "unanswered"
    assert newest("2025-05-31") == "no"
    assert newest("2025-12-31") == "partly"
    assert newest("2026-01-01") == "yes"


def test_of_two_answers_of_one_day_the_one_further_down_counts():
    found = with_answers(_answer("no", "2025-03-01"), _answer("yes", "2025-03-01"))

    assert found.lists["org-1"].rows[0].values[0] == "yes"


def test_every_indicator_stands_in_the_list_of_its_standard():
    lists = with_answers().lists

    assert [row.case for one in STANDARDS for row in lists[one.id].rows] == list(INDICATORS)


def test_a_standard_answered_yes_within_a_year_is_no_gap_and_one_day_later_it_is():
    answers = [_answer("yes", "2025-03-09", one) for one in STANDARDS[0].indicators]

    def gap(on):
        return {row.case: row.values for row in with_answers(*answers, on=on).lists["gaps"].rows}

    assert "org-1" not in gap("2026-03-09")
    assert gap("2026-03-10")["org-1"] == (None, None, None, 7, None)


def test_answers_that_are_no_yes_are_gaps():
    found = with_answers(
        _answer("no", "2025-03-09"), _answer("partly", "2025-03-09", "org-1.planning")
    )
    gaps = {row.case: row.values for row in found.lists["gaps"].rows}

    assert gaps["org-1"] == (1, 1, 5, None, None)


def test_gaps_stand_in_the_order_of_the_standards_and_say_what_files_lack():
    gaps = with_answers().lists["gaps"].rows

    assert [row.case for row in gaps] == [one.id for one in STANDARDS]
    (plans,) = [row.values[-1] for row in gaps if row.case == "profile-3"]
    assert plans == ("profile-3.no_plan",)


def test_what_shows_a_gap_is_a_figure_of_the_report():
    figures = quality(cases_of(), YEAR).figures

    assert {name for names in MISSING.values() for name in names} <= figures.keys()


# Whose cases


def test_one_coachs_figures_are_of_that_coachs_cases():
    people = [coached(), coached(id="b", coach="karim")]

    assert count("persons", *people, scope=Scope(coach="karim")) == 1


# Properties

AUTUMN = date(2025, 9, 1), date(2025, 12, 31)
_days = days_from(*AUTUMN)
_people = st.lists(
    st.builds(
        lambda number, gender, entered, start, length, contacts, applied, plan: person(
            id=f"p{number}",
            gender=gender,
            stages=(entry("pre-hire", entered.isoformat()),),
            placements=(
                placed(
                    start.isoformat(),
                    (start + timedelta(days=length)).isoformat() if length else None,
                ),
            ),
            contacts=tuple(Contact(on=on, how="visit", with_=(party,)) for on, party in contacts),
            applications=(
                Application(
                    firm="A",
                    proposed=applied,
                    decision="accepted",
                    decided=applied,
                    outcome="refused",
                    closed=applied,
                ),
            ),
            plan=_plan(on=plan) if plan else None,
            reviews=(Review(kind="plan", on=applied), Review(kind="complaint", on=start)),
        ),
        number=st.integers(0, 8),
        gender=st.sampled_from(["woman", "man", "other", None]),
        entered=_days,
        start=_days,
        length=st.integers(0, 60),
        contacts=st.lists(st.tuples(_days, st.sampled_from(["person", "bakery"])), max_size=4),
        applied=_days,
        plan=st.one_of(st.none(), _days),
    ),
    max_size=5,
    unique_by=lambda one: one.id,
)


@given(_people)
@settings(max_examples=40, deadline=None)
def test_parts_add_up_to_their_wholes_in_every_column(people):
    statement = quality(cases_of(*people, firm()), Period(*AUTUMN))

    for total in statement.sums:
        whole = statement.figures[total.whole]
        for column in whole.columns:
            parts = [statement.figures[part].count(column) for part in total.parts]
            assert sum(parts) == whole.count(column), (total.whole, total.by, column)
    assert statement.bounds
    assert not exceeded(statement)
    for figure in statement.figures.values():
        if figure.split:
            assert sum(figure.count(column) for column in PARTS) == figure.count()


EVENTS = (
    *("org-1.ends", "org-2.withdrawn", "org-3.closed", "profile-2.decisions"),
    *("profile-3.reviews", "search-1.answers", "search-2.applications", "result-1.jobs"),
    *("result-1.six_months", "result-3.changes", "ips.first_months", "org-3.complaints"),
)


@given(_people, days_from(AUTUMN[0], AUTUMN[1] - timedelta(days=1)))
@settings(max_examples=40, deadline=None)
def test_events_of_a_split_period_add_up_to_those_of_the_whole(people, cut):
    # All are coached throughout, as known on the whole's last day.
    people = [replace(one, stages=COACHED) for one in people]
    first, second = Period(AUTUMN[0], cut), Period(cut + timedelta(days=1), AUTUMN[1])
    found = [
        quality(cases_of(*people, firm()), p).figures for p in (Period(*AUTUMN), first, second)
    ]

    for name in EVENTS:
        whole, *halves = [figures[name].count() for figures in found]
        assert sum(halves) == whole, name


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_files_changes_nothing(data):
    people = data.draw(_people)
    shuffled = data.draw(st.permutations(people))

    assert quality(cases_of(*people, firm()), YEAR) == quality(cases_of(*shuffled, firm()), YEAR)


def test_repositories_with_and_without_full_time_posts_add_up_to_one_whole():
    """What is divided by posts in one and by coaches in another is parts of those coached now."""
    people = [coached(id=f"p{place}") for place in range(3)]

    def counted(full_time):
        asked = Quality(full_time_coaches=full_time)
        return quality(Cases(SETTINGS, MODELS, {p.id: p for p in people}, {}, asked), YEAR)

    total = side_by_side([("North", counted(2.0)), ("South", counted(None))]).total

    for added in total.sums:
        parts = sum(total.figures[part].count() for part in added.parts)
        assert parts == total.figures[added.whole].count(), added
