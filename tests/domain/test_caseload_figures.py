"""Persons by stage and coach as on one day, to share work out (issue, "caseload")."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.checks.reminders import capacity
from jobcoach.domain.due import coming
from jobcoach.domain.due import silent as silent_of_due
from jobcoach.domain.durations import Duration
from jobcoach.domain.employers import Employer
from jobcoach.domain.people import Contact
from jobcoach.domain.settings import Absence, Coach, Settings
from jobcoach.domain.statistics.figures import Period, Scope
from jobcoach.domain.statistics.reports.caseload import caseload
from jobcoach.domain.statistics.sheets import side_by_side

from .builders import cases_of, day, days_from, entry, person

DAY = day("2026-03-09")
CLAIRE, KARIM = Coach(id="claire", name="Claire Dubois"), Coach(id="karim", name="Karim Haddad")


def service(*coaches, **given):
    return Settings(process="frb-2002", coaches=coaches or (CLAIRE, KARIM), **given)


def made(*records, settings=None, on=DAY, scope=None):
    cases = cases_of(*records, settings=settings or service())
    return caseload(cases, Period(None, on), scope or Scope())


def rows(prefix, *records, **given):
    """The cells of a table that are not empty."""
    return {
        figure.name.removeprefix(f"{prefix}."): figure.count()
        for figure in made(*records, **given).under(prefix)
        if figure.count()
    }


def listed(name, *records, **given):
    """The rows of a list: the case, then each column by name."""
    listing = made(*records, **given).lists[name]
    names = [field.name for field in listing.fields]
    return [(row.case, dict(zip(names, row.values, strict=True))) for row in listing.rows]


def in_stage(stage, on="2026-01-05", **given):
    return person(**({"stages": (entry(stage, on),)} | given))


# Who is followed, and where


@pytest.mark.parametrize(
    ("stage", "found"),
    [
        ("reserve", {"followed", "intake"}),
        ("pre-hire", {"followed", "coached"}),
        ("closed", set()),
        ("nowhere", {"followed", "stage_not_known"}),
    ],
)
def test_followed_is_who_is_in_a_stage_that_is_not_final(stage, found):
    cells = rows("persons", in_stage(stage))

    assert cells == {f"{row}.{column}": 1 for row in found for column in ("claire", "all")}


@pytest.mark.parametrize(("on", "row"), [("2026-03-09", "coached"), ("2026-03-10", "no_stage")])
def test_a_stage_counts_from_the_day_it_is_entered(on, row):
    assert f"{row}.claire" in rows("persons", in_stage("pre-hire", on))


def test_stages_that_could_not_be_read_are_not_taken_for_none():
    scope = Scope(unread=frozenset({"people/ab-k7q"}))

    assert rows("persons", person(), scope=scope) == {"not_read.claire": 1, "not_read.all": 1}
    assert "no_stage.claire" in rows("persons", person())


def test_stages_stand_in_the_order_of_the_model_without_final_ones_also_where_nobody_is():
    figures = made(in_stage("hire")).under("stage")

    assert [figure.name for figure in figures if figure.name.endswith(".all")] == [
        f"stage.frb-2002.{stage}.all" for stage in ("reserve", "pre-hire", "hire", "follow-up")
    ]
    assert rows("stage", in_stage("hire")) == {"frb-2002.hire.claire": 1, "frb-2002.hire.all": 1}


def test_stages_of_two_models_that_are_called_alike_stay_apart():
    other = in_stage("pre-hire", id="bb", process="rejoins-2006")

    assert rows("stage", in_stage("pre-hire"), other) == {
        "frb-2002.pre-hire.claire": 1,
        "frb-2002.pre-hire.all": 1,
        "rejoins-2006.pre-hire.claire": 1,
        "rejoins-2006.pre-hire.all": 1,
    }


def test_coaches_come_as_in_the_settings_then_unknown_ones_then_none():
    people = [
        in_stage("hire", id=f"p{number}", coach=coach)
        for number, coach in enumerate((None, "zoe.d", "karim", "claire", "all"))
    ]
    figures = made(*people, settings=service(KARIM, CLAIRE)).under("persons.followed")

    assert [figure.name.rpartition(".")[2] for figure in figures] == [
        *("karim", "claire", "all_", "zoe_d", "no_coach", "all")
    ]
    assert [figure.count() for figure in figures] == [1, 1, 1, 1, 1, 5]
    assert figures[3].across == "zoe.d"


def test_with_a_coach_or_a_process_only_those_cases_count():
    karl = in_stage("hire", id="bb", coach="karim", process="rejoins-2006")

    assert rows("persons", in_stage("hire"), karl, scope=Scope(coach="karim")) == {
        **dict.fromkeys(("followed.karim", "followed.all", "coached.karim", "coached.all"), 1)
    }
    figures = made(in_stage("hire"), karl, scope=Scope(process="frb-2002")).figures
    assert [one.case for one in figures["persons.followed.all"].cases()] == ["people/ab-k7q"]


# Places


@pytest.mark.parametrize(
    ("places", "free", "word"),
    [(3, 1, "left"), (2, 0, "full"), (1, -1, "over"), (None, None, "no_capacity")],
)
def test_free_places_are_the_capacity_less_the_persons_followed(places, free, word):
    given = service(Coach(id="claire", capacity=places), KARIM)
    people = [in_stage("reserve"), in_stage("hire", id="bb"), in_stage("closed", id="cc")]
    (_, claire), _ = listed("coaches", *people, person(id="dd"), settings=given)

    assert (claire["followed"], claire["coached"]) == (2, 1)
    assert (claire["capacity"], claire["free"], claire["places"]) == (places, free, word)
    warned = list(capacity(cases_of(*people, settings=given), DAY))
    assert bool(warned) == (word == "over")


def test_free_places_count_cases_of_every_process():
    given = service(Coach(id="claire", capacity=2))
    people = [in_stage("hire"), in_stage("hire", id="bb", process="rejoins-2006")]
    scope = Scope(process="frb-2002")
    ((_, claire),) = listed("coaches", *people, settings=given, scope=scope)

    assert (claire["followed"], claire["free"]) == (2, 0)


@pytest.mark.parametrize(("on", "away"), [("2026-03-08", None), ("2026-03-09", "covered")])
def test_who_covers_whom_on_the_day(on, away):
    leave = Absence(from_=day("2026-03-09"), until=day("2026-03-13"), cover="claire")
    given = service(CLAIRE, Coach(id="karim", absences=(leave,)))
    people = [in_stage("hire", coach="karim"), in_stage("closed", id="bb", coach="karim")]
    bakery = Employer(id="bakery", name="Bakery", coach="claire")
    (_, claire), (_, karim) = listed("coaches", *people, bakery, settings=given, on=day(on))

    assert karim["away"] == away
    assert karim["covered_by"] == ("claire" if away else None)
    assert claire["covers_for"] == (("karim",) if away else ())
    assert claire["covered_persons"] == (1 if away else 0)
    assert (claire["employers"], karim["employers"]) == (1, 0)


def test_with_one_coach_the_colleagues_covered_still_count():
    given = service(CLAIRE, Coach(id="karim", absences=(Absence(cover="claire"),)))
    scope = Scope(coach="claire")
    ((case, claire),) = listed(
        "coaches", in_stage("hire", coach="karim"), settings=given, scope=scope
    )

    assert (case, claire["covered_persons"]) == ("coaches/claire", 1)


def test_a_coach_whom_the_settings_do_not_know_has_a_row():
    ((_, _), (_, _), (case, zoe)) = listed("coaches", in_stage("hire", coach="zoe"))

    assert (case, zoe["followed"], zoe["places"]) == ("coaches/zoe", 1, "not_in_settings")


# Absences without cover


def absences(*, karim=(), claire=(), on=DAY, people=()):
    given = service(Coach(id="claire", absences=claire), Coach(id="karim", absences=karim))
    return [
        (case, one["first"], one["last"], one["why"], one["persons"])
        for case, one in listed("absences", *people, settings=given, on=on)
    ]


def away(first, last, cover=None):
    return Absence(
        from_=day(first) if first else None, until=day(last) if last else None, cover=cover
    )


@pytest.mark.parametrize(("on", "rest"), [("2026-03-13", 1), ("2026-03-14", 0)])
def test_an_absence_is_told_until_it_is_over(on, rest):
    assert len(absences(karim=(away("2026-03-02", "2026-03-13"),), on=day(on))) == rest


def test_an_absence_under_way_is_told_from_the_day_on_and_one_to_come_from_its_first():
    karim = (away("2026-03-02", "2026-03-13"), away("2026-07-06", None, "zoe"))

    assert absences(karim=karim, people=[in_stage("hire", id="bb", coach="karim"), person()]) == [
        ("coaches/karim", DAY, day("2026-03-13"), "no_cover", 1),
        ("coaches/karim", day("2026-07-06"), None, "cover_unknown", 1),
    ]


def test_where_the_cover_is_away_too_only_those_days_are_told():
    karim = (away("2026-03-02", "2026-03-31", "claire"),)
    claire = (away("2026-03-10", "2026-03-12", "karim"), away("2026-03-30", "2026-04-03"))

    assert absences(karim=karim, claire=claire) == [
        ("coaches/claire", day("2026-03-10"), day("2026-03-12"), "cover_away", 0),
        ("coaches/claire", day("2026-03-30"), day("2026-04-03"), "no_cover", 0),
        ("coaches/karim", day("2026-03-10"), day("2026-03-12"), "cover_away", 0),
        ("coaches/karim", day("2026-03-30"), day("2026-03-31"), "cover_away", 0),
    ]


def test_a_second_absence_with_a_cover_covers_its_days():
    karim = (away("2026-03-09", "2026-03-20"), away("2026-03-12", "2026-03-13", "claire"))

    assert absences(karim=karim) == [
        ("coaches/karim", DAY, day("2026-03-11"), "no_cover", 0),
        ("coaches/karim", day("2026-03-14"), day("2026-03-20"), "no_cover", 0),
    ]


# Nothing planned; retention


def test_nothing_planned_is_what_followup_due_tells():
    people = [person(), in_stage("hire", id="bb"), in_stage("closed", id="cc")]
    statement = made(*people)
    cases = cases_of(*people, settings=service())

    quiet = [p.case for p in silent_of_due(coming(cases, DAY), cases, DAY)]
    assert quiet == [row.case for row in statement.lists["silent"].rows] == ["people/ab-k7q"]
    assert [statement.figures[name].count() for name in ("open", "planned", "silent")] == [2, 1, 1]


def closed(*talks, on="2024-01-15"):
    return in_stage("closed", on, contacts=tuple(Contact(on=day(d), how=h) for d, h in talks))


@pytest.mark.parametrize(
    ("case", "row"),
    [
        (closed(on="2024-03-09"), "past"),
        (closed(on="2024-03-10"), "within"),
        (closed(("2023-05-01", "phone"), on="2024-03-10"), "within"),  # closed later: from then on
        (closed(("2024-03-09", "phone")), "past"),
        (closed(("2024-03-10", "phone")), "within"),
        (closed(("2025-03-10", "letter")), "past"),
        (closed(("2026-03-10", "phone")), "past"),  # not yet known
    ],
)
def test_a_closed_case_is_past_the_retention_so_long_after_the_last_contact(case, row):
    given = service(retention=Duration(months=24))

    assert rows("retention", case, settings=given) == {row: 1}
    assert len(listed("past_retention", case, settings=given)) == (row == "past")


def test_without_a_retention_nobody_can_tell():
    assert rows("retention", closed()) == {"not_said": 1}


def test_an_open_case_is_never_past_the_retention():
    given = service(retention=Duration(days=1))

    assert rows("retention", in_stage("hire", "2020-01-06"), settings=given) == {}


# Several repositories


def test_a_coach_of_another_service_is_another_one_even_with_the_same_id():
    north = made(in_stage("hire"), in_stage("hire", id="bb", coach=None))
    south = made(in_stage("hire"), settings=service(Coach(id="claire", name="Claire Martin")))
    sheet = side_by_side([("North", north), ("South e.V.", south)])

    assert sheet.count("persons.followed.claire@North") == 1
    assert sheet.count("persons.followed.claire@South e_V_") == 1
    assert sheet.count("persons.followed.claire@North", repository="South e.V.") == 0
    assert sheet.count("persons.followed.all") == 3
    across = sheet.total.figures["persons.followed.claire@South e_V_"].across
    assert across == "Claire Martin (South e.V.)"
    for total in sheet.total.sums:
        assert sheet.count(total.whole) == sum(sheet.count(part) for part in total.parts)


# Laws

STAGES = ("reserve", "pre-hire", "hire", "follow-up", "closed", "nowhere")


@st.composite
def people(draw):
    days = sorted(draw(st.lists(days_from(day("2025-01-01"), day("2026-06-30")), max_size=3)))
    return {
        "coach": draw(st.sampled_from(("claire", "karim", "zoe", None))),
        "process": draw(st.sampled_from((None, "rejoins-2006", "unknown"))),
        "stages": tuple(entry(draw(st.sampled_from(STAGES)), on.isoformat()) for on in days),
    }


def named(drawn):
    return [person(id=f"p{number}", **one) for number, one in enumerate(drawn)]


scopes = st.sampled_from((Scope(), Scope(coach="claire"), Scope(process="frb-2002")))


@settings(max_examples=50)
@given(st.lists(people(), max_size=6), scopes)
def test_rows_and_columns_add_up_to_the_totals(drawn, scope):
    statement = made(*named(drawn), scope=scope, settings=service(retention=Duration(months=6)))

    for total in statement.sums:
        parts = sum(statement.figures[part].count() for part in total.parts)
        assert statement.figures[total.whole].count() == parts


@settings(max_examples=40)
@given(st.lists(people(), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_files_changes_nothing(drawn, random):
    records = named(drawn)

    assert made(*random.sample(records, len(records))) == made(*records)


@settings(max_examples=40)
@given(st.lists(people(), max_size=6))
def test_everybody_on_file_is_in_one_place(drawn):
    figures = made(*named(drawn)).figures

    assert figures["open"].count() + figures["closed"].count() == len(drawn)


@settings(max_examples=40)
@given(
    st.lists(
        st.builds(
            Absence,
            from_=st.none() | days_from(day("2026-03-01"), day("2026-04-05")),
            until=st.none() | days_from(day("2026-03-01"), day("2026-04-05")),
            cover=st.sampled_from((None, "claire", "karim", "zoe")),
        ),
        max_size=4,
    )
)
def test_the_days_without_cover_are_those_on_which_the_lists_show_nobody(drawn):
    """Day by day, as ``worklist`` says it: the stretches leave none out and name none too many."""
    from datetime import timedelta

    from jobcoach.domain.uncovered import uncovered
    from jobcoach.domain.worklist import cover_for

    given = service(
        Coach(id="claire", absences=tuple(drawn[::2])),
        Coach(id="karim", absences=tuple(drawn[1::2])),
    )
    for coach in given.coaches:
        stretches = uncovered(given, coach, DAY)
        for offset in range(40):
            on = DAY + timedelta(offset)
            told = [s for s in stretches if s.first <= on and (s.last is None or on <= s.last)]
            alone = coach.absence(on) is not None and cover_for(given, coach.id, on) is None
            assert len(told) == int(alone)
