"""What changed between two versions of a case."""

from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.builders import day, days_from, entry, person, placed
from jobcoach.domain.changes import Change, ChangeKind, changes
from jobcoach.domain.durations import Duration
from jobcoach.domain.employers import Employer, Job
from jobcoach.domain.people import (
    Agreement,
    Application,
    Consent,
    Contact,
    Disclosure,
    Goal,
    Obstacle,
    Pace,
    Pause,
    Person,
    Plan,
    Review,
    Step,
)
from jobcoach.store.repository import read_file

EXAMPLES = Path(__file__).parents[2] / "examples" / "cases"
ON = day("2026-03-01")
BAKERY = Employer(id="bakery", name="Bakery")
JOB = Application(employer="bakery", job="counter", proposed=ON)
ABOUT_JOB = {"employer": "bakery", "job": "counter"}
GOAL = Goal(goal="Work", steps=(Step(do="Write the CV"),))

# kind: before, after, facts
TOLD = {
    "opened": (None, person(), {}),
    "deleted": (person(), None, {}),
    "moved": (
        {"stages": (entry("reserve", "2026-01-05"),)},
        {"stages": (entry("reserve", "2026-01-05"), entry("pre-hire", "2026-01-12", why="Ready"))},
        {"from": "reserve", "to": "pre-hire", "why": "Ready"},
    ),
    "contact": (
        {},
        {
            "contacts": (
                Contact(on=ON, how="phone", with_=("cpas",), held=False, next=ON, note="No answer"),
            )
        },
        {"how": "phone", "with": ("cpas",), "held": False, "next": ON, "note": "No answer"},
    ),
    "proposed": ({}, {"applications": (JOB,)}, ABOUT_JOB),
    "decided": (
        {"applications": (JOB,)},
        {"applications": (replace(JOB, decision="accepted", decided=ON),)},
        ABOUT_JOB | {"value": "accepted"},
    ),
    "presented": (
        {"applications": (JOB,)},
        {"applications": (replace(JOB, presented=ON),)},
        ABOUT_JOB | {"value": ON},
    ),
    "interview": (
        {"applications": (JOB,)},
        {"applications": (replace(JOB, interview=ON),)},
        ABOUT_JOB | {"value": ON},
    ),
    "outcome": (
        {"applications": (JOB,)},
        {"applications": (replace(JOB, outcome="hired", closed=ON),)},
        ABOUT_JOB | {"value": "hired"},
    ),
    "placed": (
        {},
        {"placements": (placed("2026-03-01", employer=None, firm="Chez Zoé", title="Cook"),)},
        {"employer": "Chez Zoé", "job": "Cook", "contract": "permanent"},
    ),
    "placement-ended": (
        {"placements": (placed("2026-01-01", job="counter"),)},
        {"placements": (placed("2026-01-01", "2026-03-01", job="counter", why="resigned"),)},
        ABOUT_JOB | {"why": "resigned"},
    ),
    "agreement": (
        {},
        {"agreements": (Agreement(kind="service", on=ON),)},
        {"kind": "service", "parties": ("person",)},
    ),
    "agreement-ended": (
        {"agreements": (Agreement(kind="service", on=ON),)},
        {"agreements": (Agreement(kind="service", on=ON, ended=ON),)},
        {"kind": "service"},
    ),
    "consent": (
        {},
        {"consents": (Consent(to="employers", about=("name",), on=ON),)},
        {"to": "employers", "about": ("name",)},
    ),
    "disclosed": (
        {},
        {"disclosures": (Disclosure(on=ON, to="cpas", document="plan", about=("name",)),)},
        {"to": "cpas", "document": "plan"},
    ),
    "consent-withdrawn": (
        {"consents": (Consent(to="employers", on=ON),)},
        {"consents": (Consent(to="employers", on=ON, withdrawn=ON),)},
        {"to": "employers"},
    ),
    "obstacle": ({}, {"obstacles": (Obstacle(what="Childcare"),)}, {"what": "Childcare"}),
    "obstacle-solved": (
        {"obstacles": (Obstacle(what="Childcare"),)},
        {"obstacles": (Obstacle(what="Childcare", solved=ON),)},
        {"what": "Childcare"},
    ),
    "goal": ({}, {"plan": Plan(goals=(GOAL,))}, {"goal": "Work"}),
    "step": (
        {"plan": Plan(goals=(GOAL,))},
        {"plan": Plan(goals=(replace(GOAL, steps=(*GOAL.steps, Step(do="Call"))),))},
        {"do": "Call"},
    ),
    "step-done": (
        {"plan": Plan(goals=(GOAL,))},
        {"plan": Plan(goals=(replace(GOAL, steps=(Step(do="Write the CV", done=ON),)),))},
        {"do": "Write the CV"},
    ),
    "signed": (
        {"plan": Plan(goals=(GOAL,), signed={"coach": ON})},
        {"plan": Plan(goals=(GOAL,), signed={"coach": ON, "person": ON})},
        {"party": "person"},
    ),
    "review": (
        {},
        {"reviews": (Review(kind="plan", on=ON, by="person"),)},
        {"kind": "plan", "by": "person"},
    ),
    "pace": (
        {},
        {"pace": (Pace(every=Duration(days=3), from_=ON, why="Crisis"),)},
        {"every": Duration(days=3), "why": "Crisis", "with": ()},
    ),
    "plan-review": (
        {"plan": Plan(goals=(GOAL,))},
        {"plan": Plan(goals=(GOAL,), review=ON)},
        {},
    ),
    "pace-ended": (
        {"pace": (Pace(every=Duration(days=3), from_=ON),)},
        {"pace": (Pace(every=Duration(days=3), from_=ON, until=ON),)},
        {"every": Duration(days=3), "with": ()},
    ),
    "pause": ({}, {"pauses": (Pause(from_=ON, why="Quiet"),)}, {"until": None, "why": "Quiet"}),
    "job": (BAKERY, replace(BAKERY, jobs=(Job(id="counter"),)), {"job": "counter"}),
    "job-closed": (
        replace(BAKERY, jobs=(Job(id="counter", title="Counter assistant"),)),
        replace(
            BAKERY,
            jobs=(Job(id="counter", title="Counter assistant", closed=ON, why="filled"),),
        ),
        {"job": "Counter assistant", "why": "filled"},
    ),
    "other": (
        {},
        {"phone": "0470", "wishes": ("Bakery",)},
        {
            "keys": ("phone", "wishes"),
            "details": (("phone", "0470"), ("wishes", "Bakery")),
        },
    ),
}


def _version(given):
    return person(**given) if isinstance(given, dict) else given


def test_every_kind_of_change_is_told_here():
    assert set(TOLD) == set(get_args(ChangeKind))


@pytest.mark.parametrize("kind", TOLD)
def test_a_change_is_told_with_its_facts(kind):
    before, after, facts = TOLD[kind]

    told = changes(_version(before), _version(after))

    assert [(change.kind, change.facts) for change in told] == [(kind, facts)]


@pytest.mark.parametrize(
    ("kind", "on"),
    [
        ("contact", ON),
        ("proposed", ON),
        ("decided", ON),
        ("presented", None),  # the fact itself is the day
        ("outcome", ON),
        ("agreement-ended", ON),
        ("consent-withdrawn", ON),
        ("step-done", ON),
        ("signed", ON),
        ("pause", ON),
        ("other", None),
    ],
)
def test_a_change_has_the_day_that_its_entry_gives(kind, on):
    before, after, _ = TOLD[kind]
    (told,) = changes(_version(before), _version(after))

    assert told.on == on


def test_days_agreed_beside_come_with_their_keys():
    agreed = Agreement(kind="service", on=ON, review=day("2026-06-01"), until=day("2026-09-01"))
    (told,) = changes(person(), person(agreements=(agreed,)))

    assert told.dates == (("review", day("2026-06-01")), ("until", day("2026-09-01")))


@pytest.mark.parametrize("kind", sorted(set(TOLD) - {"deleted"}))
def test_equal_versions_tell_nothing(kind):
    after = _version(TOLD[kind][1])

    assert changes(after, after) == []


def test_nothing_before_and_nothing_after_is_no_change():
    assert changes(None, None) == []


def test_opening_a_case_tells_what_it_holds_but_no_list_of_keys():
    case = person(stages=(entry("reserve", "2026-01-05"),), phone="0470")

    assert [change.kind for change in changes(None, case)] == ["opened", "moved"]


def test_opening_an_employer_tells_its_jobs():
    assert [c.kind for c in changes(None, replace(BAKERY, jobs=(Job(id="counter"),)))] == [
        "opened",
        "job",
    ]


def test_two_moves_in_one_commit_follow_each_other():
    before = person(stages=(entry("reserve", "2026-01-05"),))
    after = replace(
        before,
        stages=(*before.stages, entry("pre-hire", "2026-01-12"), entry("hire", "2026-02-10")),
    )

    assert [(c.facts["from"], c.facts["to"]) for c in changes(before, after)] == [
        ("reserve", "pre-hire"),
        ("pre-hire", "hire"),
    ]


def test_an_equal_second_entry_is_a_new_one():
    call = Contact(on=ON, how="phone")

    assert len(changes(person(contacts=(call,)), person(contacts=(call, call)))) == 1


def test_a_corrected_note_is_no_second_contact():
    before = person(contacts=(Contact(on=ON, how="phone", note="Clam"),))
    after = person(contacts=(Contact(on=ON, how="phone", note="Calm"),))

    assert changes(before, after) == [
        Change("other", {"keys": ("contacts",), "details": (("contacts[0].note", "Calm"),)})
    ]


def test_what_is_gone_is_told_as_nothing():
    (told,) = changes(person(phone="0470", wishes=("a", "b")), person(wishes=("a",)))

    assert told.facts["details"] == (("phone", None), ("wishes", None))


def test_a_key_with_an_underscore_is_named_as_in_the_file():
    assert all(
        not key.endswith("_")
        for change in changes(person(), person(process="euse-2005", employer_may_know=False))
        for key in change.facts["keys"]
    )


@pytest.mark.parametrize(
    "path", sorted(p.relative_to(EXAMPLES).as_posix() for p in EXAMPLES.glob("*/*.yaml"))
)
def test_an_example_compared_with_itself_tells_nothing(path):
    record = read_file(EXAMPLES, path, Person if path.startswith("people") else Employer).record

    assert changes(record, record) == []
    assert changes(None, record)[0] == Change("opened")


few_days = days_from(date(2026, 1, 1), date(2026, 1, 3))
histories = st.lists(
    st.builds(
        Contact,
        on=few_days,
        how=st.sampled_from(["phone", "visit"]),
        note=st.sampled_from([None, "a", "b"]),
    ),
    max_size=6,
)


@settings(deadline=None)
@given(histories, histories)
def test_as_many_contacts_are_told_as_there_are_more_of_a_kind(before, after):
    kinds = {(c.on, c.how) for c in after}

    def number(contacts, kind):
        return sum((c.on, c.how) == kind for c in contacts)

    told = [
        change
        for change in changes(person(contacts=tuple(before)), person(contacts=tuple(after)))
        if change.kind == "contact"
    ]

    assert len(told) == sum(max(0, number(after, k) - number(before, k)) for k in kinds)
