"""Whose list a case is on: nobody is hidden."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.builders import cases_of, day, days_from, entry, person
from jobcoach.domain.due import coming, follow_ups_due
from jobcoach.domain.settings import Absence, Coach, Settings
from jobcoach.domain.worklist import cover_for, is_for, list_of, on_list

AWAY = Absence(from_=day("2026-07-06"), until=day("2026-07-24"), cover="karim")
DURING = day("2026-07-10")


def _settings(claire=(), karim=()):
    return Settings(
        coaches=(
            Coach(id="claire", absences=tuple(claire)),
            Coach(id="karim", absences=tuple(karim)),
        )
    )


def test_a_case_is_on_its_coachs_list_only():
    assert on_list(_settings(), "claire", DURING) == {"claire"}
    assert is_for(_settings(), "claire", "claire", DURING)
    assert not is_for(_settings(), "karim", "claire", DURING)


@pytest.mark.parametrize("coach", [None, "nobody"])
def test_a_case_without_a_known_coach_is_on_everyones(coach):
    assert on_list(_settings(), coach, DURING) is None
    assert is_for(_settings(), "karim", coach, DURING)


@pytest.mark.parametrize(
    ("on", "cover"),
    [
        ("2026-07-05", None),
        ("2026-07-06", "karim"),
        ("2026-07-24", "karim"),
        ("2026-07-25", None),
    ],
)
def test_a_cover_stands_in_from_the_first_through_the_last_day(on, cover):
    assert cover_for(_settings([AWAY]), "claire", day(on)) == cover


def test_an_absent_coachs_cases_stay_on_their_own_list_too():
    assert on_list(_settings([AWAY]), "claire", DURING) == {"claire", "karim"}


@pytest.mark.parametrize("cover", [None, "nobody"])
def test_without_a_cover_they_are_on_everyones(cover):
    away = Absence(from_=AWAY.from_, until=AWAY.until, cover=cover)

    assert on_list(_settings([away]), "claire", DURING) is None


def test_with_a_cover_who_is_away_too_they_are_on_everyones():
    service = _settings([AWAY], [Absence(from_=DURING, until=DURING)])

    assert on_list(service, "claire", DURING) is None
    assert on_list(service, "claire", day("2026-07-11")) == {"claire", "karim"}


def test_of_two_absences_the_one_with_a_cover_counts():
    without = Absence(from_=AWAY.from_, until=AWAY.until)

    assert cover_for(_settings([without, AWAY]), "claire", DURING) == "karim"


def test_an_absence_without_ends_holds_on():
    assert on_list(_settings([Absence(cover="karim")]), "claire", day("2040-01-01")) == {
        "claire",
        "karim",
    }


def test_a_coach_who_covers_for_themselves_covers_nothing():
    away = Absence(from_=AWAY.from_, until=AWAY.until, cover="claire")

    assert on_list(_settings([away]), "claire", DURING) is None


def test_items_on_the_covers_list_are_marked():
    service = _settings([AWAY])
    case = person(stages=(entry("reserve", "2026-01-05"),), process="frb-2002")
    items = follow_ups_due(coming(cases_of(case, settings=service), DURING), DURING)

    assert [item.cover for item in list_of(items, service, "karim", DURING)] == ["karim"]
    assert [item.cover for item in list_of(items, service, "claire", DURING)] == ["karim"]
    assert list_of(items, _settings(), "karim", DURING) == []
    assert len(list_of(items, service, None, DURING)) == len(items) == 1


july = days_from(day("2026-07-01"), day("2026-07-31"))
absences = st.lists(
    st.builds(
        Absence,
        from_=st.none() | july,
        until=st.none() | july,
        cover=st.sampled_from([None, "a", "b", "c", "gone"]),
    ),
    max_size=2,
).map(tuple)


@settings(deadline=None, max_examples=200)
@given(absences, absences, absences, st.sampled_from(["a", "b", "c", "gone", None]), july)
def test_somebody_at_work_sees_every_case_unless_nobody_is(first, second, third, coach, on):
    service = Settings(
        coaches=tuple(
            Coach(id=i, absences=a) for i, a in zip("abc", (first, second, third), strict=True)
        )
    )
    at_work = [c.id for c in service.coaches if c.absence(on) is None]

    assert not at_work or any(is_for(service, viewer, coach, on) for viewer in at_work)
    assert is_for(service, None, coach, on)
    if coach in ("a", "b", "c"):
        assert is_for(service, coach, coach, on)
