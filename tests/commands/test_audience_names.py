"""Names inside texts: a wish, a goal or a step that names another employer, somebody else, or a person who
has not agreed to be named is left out for others; the texts beside it stay."""

from datetime import date
from itertools import product
from typing import Any

import pytest
from domain.builders import MODELS

from jobcoach.domain.audience import ABOUT, Copy, copy_for
from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Employer, Job, Staff
from jobcoach.domain.finding_cases import folded
from jobcoach.domain.known import Known
from jobcoach.domain.people import (
    Application,
    Consent,
    Constraint,
    Experience,
    Goal,
    HandOver,
    Person,
    Placement,
    Plan,
    Relative,
    Step,
)
from jobcoach.domain.settings import Coach, Partner, Settings
from jobcoach.render.catalogue import texts
from jobcoach.render.documents import PLAN, PRESENTATION, plan, presentation
from jobcoach.render.documents.frame import Paper
from jobcoach.render.engine import render
from jobcoach.store.files import shipped

SETTINGS = Settings(
    coaches=(Coach(id="claire", name="Claire Dubois"),),
    partners=(
        Partner(id="cpas", name="CPAS de Fleurus"),
        Partner(id="debts", name="Médiation de dettes"),
    ),
)
EMPLOYERS = {
    one.id: one
    for one in (
        Employer(
            id="bakery",
            name="Boulangerie Lambert",
            staff=(Staff(name="Luc Lambert", reference=True),),
        ),
        Employer(
            id="garage",
            name="Garage Martin",
            staff=(Staff(name="Paulette Renard", reference=True),),
            jobs=(Job(id="washer", title="Car washer"),),
        ),
        Employer(id="atelier", name="L’Atelier du Halage"),
    )
}
CIRCLE = (
    Relative(id="mother", name="Fatima Saïdi", relation="mother"),
    Relative(id="brother", name="Youssef Saïdi", relation="brother"),
)
READERS = ["bakery", "cpas", "mother"]

PLACES: dict[str, Any] = {
    "a wish": lambda text: {"wishes": (text, "Plain")},
    "a strength": lambda text: {"strengths": (text, "Plain")},
    "a skill": lambda text: {"skills": (text, "Plain")},
    "the situation": lambda text: {"situation": (text, "Plain")},
    "experience": lambda text: {
        "experience": (Experience(title=text), Experience(title="Plain")),
    },
    "where experience was had": lambda text: {
        "experience": (Experience(employer=text), Experience(title="Plain")),
    },
    "a constraint": lambda text: {
        "constraints": tuple(Constraint(kind="other", what=what) for what in (text, "Plain")),
    },
    "what is confidential": lambda text: {
        "constraints": tuple(
            Constraint(kind="other", what=what, confidential=True) for what in (text, "Plain")
        ),
    },
    "a goal": lambda text: {"plan": Plan(goals=(Goal(goal=text), Goal(goal="Plain")))},
    "their own words": lambda text: {
        "plan": Plan(goals=(Goal(goal="One", words=text), Goal(goal="Two", words="Plain"))),
    },
    "how one will know": lambda text: {
        "plan": Plan(goals=(Goal(goal="One", measure=text), Goal(goal="Two", measure="Plain"))),
    },
    "support": lambda text: {"plan": Plan(goals=(Goal(goal="One", support=(text, "Plain")),))},
    "a step": lambda text: {
        "plan": Plan(goals=(Goal(goal="One", steps=(Step(do=text), Step(do="Plain"))),)),
    },
    "a step that is done": lambda text: {
        "plan": Plan(
            goals=(
                Goal(goal="One", steps=(Step(do=text, done=date(2026, 3, 1)), Step(do="Plain"))),
            )
        ),
    },
    "who does a step": lambda text: {
        "plan": Plan(goals=(Goal(goal="One", steps=(Step(do="Plain", who=text),)),)),
    },
    "a job they had": lambda text: {
        "placements": tuple(
            Placement(firm="Somewhere", title=title, from_=date(2025, 3, 3))
            for title in (text, "Plain")
        ),
    },
}
NO_CV = [place for place in PLACES if "experience" not in place]
"""Their experience names where it was had: that is what was agreed to."""


def copy_of(reader: str, about: Any = ABOUT, **given: Any) -> Copy:
    """Somebody's copy of a case with all that is *given*, agreed to about *about*."""
    values = {
        "id": "ab-k7q",
        "name": "Amina Benali",
        "coach": "claire",
        "circle": CIRCLE,
        "consents": (Consent(to=reader, about=tuple(about), on=date(2026, 1, 12)),),
    }
    person = Person(**(values | given))
    everybody = {one.id: one for one in (person, Person(id="jd-4mw", name="Julien Delcourt"))}
    cases = Cases(SETTINGS, MODELS, everybody, EMPLOYERS)
    return copy_for(Known(person, cases, date(2026, 3, 9)), reader)


def told(copy: Copy) -> str:
    """The plan as it is handed on, in plain letters."""
    paper = Paper(texts("en"))
    return _plain(render("plan", "md", plan.view(copy, paper), paper.t, [shipped("templates")]))


def _plain(text: str) -> str:
    return folded(text).replace("\\", "")


@pytest.mark.parametrize("place", NO_CV)
def test_another_employers_name_takes_the_text_out_and_leaves_the_others(place):
    for reader, name in product(READERS, ("Garage Martin", "L’Atelier du Halage")):
        text = told(copy_of(reader, **PLACES[place](f"Call {name} again")))
        assert folded(name) not in text, reader
        assert "plain" in text, reader


@pytest.mark.parametrize("place", NO_CV)
def test_a_firm_that_only_the_case_names_is_another_employer_too(place):
    firm = (Application(firm="Hôtel du Ravel", title="Chambermaid"),)

    for reader in READERS:
        case = PLACES[place]("Try Hôtel du Ravel once more")
        text = told(copy_of(reader, applications=firm, **case))
        assert "ravel" not in text, reader
        assert "plain" in text, reader


@pytest.mark.parametrize("place", NO_CV)
def test_an_employer_reads_its_own_name(place):
    text = told(copy_of("bakery", **PLACES[place]("Boulangerie Lambert")))

    assert text.count("boulangerie lambert") > told(copy_of("bakery")).count("boulangerie lambert")


@pytest.mark.parametrize(
    "written",
    [
        "garage martin",
        "GARAGE MARTIN",
        "Garagé Martîn",
        "Garage\u00a0Martin",
        "Garage\nMartin",
        "Garage  Martin",
        "Garage Martin's",
        "(Garage Martin)",
        "Garage-Martin",
        "l'atelier du halage",
        "L’ATELIER DU HALAGE",
        "chez L'Atelier du  Halage",
    ],
)
def test_a_name_is_known_however_it_is_written(written):
    copy = copy_of("bakery", wishes=(f"Start at {written}", "Plain"))

    assert copy.known.person.wishes == ("Plain",)
    assert copy.withheld == 1


@pytest.mark.parametrize("written", ["Garage Martinez", "MyGarage Martin", "Garage work"])
def test_a_longer_word_is_another_name(written):
    assert copy_of("bakery", wishes=(written,)).known.person.wishes == (written,)


def test_an_employer_whose_name_is_blank_hides_nothing():
    application = (Application(firm=" ", title="Cook"),)

    copy = copy_of("bakery", wishes=("Bakery or grocery",), applications=application)

    assert copy.known.person.wishes == ("Bakery or grocery",)
    assert copy.withheld == 0


def test_a_step_of_another_employer_is_left_out_whatever_it_says():
    steps = (Step(do="Show the till", who="garage"), Step(do="Show the oven", who="bakery"))

    copy = copy_of("bakery", plan=Plan(goals=(Goal(goal="Learn", steps=steps),)))

    assert [step.do for step in copy.known.person.plan.goals[0].steps] == ["Show the oven"]
    assert copy.withheld == 1


def test_what_is_left_out_is_counted():
    goals = (
        Goal(goal="Start at Garage Martin"),
        Goal(goal="Work", support=("Garage Martin",), steps=(Step(do="Call Garage Martin"),)),
    )

    copy = copy_of("bakery", wishes=("Garage Martin", "Plain"), plan=Plan(goals=goals))

    assert copy.withheld == 4


# The person's own name


@pytest.mark.parametrize("place", PLACES)
def test_where_the_name_is_not_agreed_to_no_text_says_it(place):
    about = [one for one in ABOUT if one != "name"]

    for reader in READERS:
        for written in ("Amina Benali", "AMINA", "Mrs Bénali", "Amina's", "Benali, A."):
            text = told(copy_of(reader, about, **PLACES[place](f"It is {written} who likes it")))
            assert "amina" not in text, (reader, written)
            assert "benali" not in text, (reader, written)
            assert "plain" in text, (reader, written)


@pytest.mark.parametrize("name", ["Li Na", "Bo Xu", "Jean-Pierre Roy", "Ana van der Berg", "José"])
def test_a_short_or_a_long_name_is_known_too(name):
    about = ["wishes"]

    copy = copy_of("bakery", about, name=name, wishes=(f"What {name} wants", "Plain"))

    assert copy.known.person.wishes == ("Plain",)


@pytest.mark.parametrize("place", [place for place in PLACES if place != "who does a step"])
def test_where_the_name_is_agreed_to_their_texts_may_say_it(place):
    for reader in READERS:
        assert "amina likes it" in told(copy_of(reader, **PLACES[place]("Amina likes it"))), reader


# Other people's names


OTHERS = {
    "somebody of the circle": "Youssef Saïdi",
    "another partner": "Médiation de dettes",
    "a tutor elsewhere": "Nadia Haddad",
    "a colleague elsewhere": "Samira Lopez",
    "who took over a task elsewhere": "Bruno Petit",
    "the boss elsewhere": "Paulette Renard",
    "another person of the service": "Julien Delcourt",
}
ELSEWHERE = (
    Placement(
        employer="garage",
        job="washer",
        from_=date(2025, 3, 3),
        tutor=OTHERS["a tutor elsewhere"],
        natural_supports=(OTHERS["a colleague elsewhere"],),
        handover=(HandOver(what="The keys", to=OTHERS["who took over a task elsewhere"]),),
    ),
)


@pytest.mark.parametrize("whose", OTHERS)
def test_the_name_of_somebody_else_is_left_out(whose):
    name = OTHERS[whose]

    for reader, place in product(READERS, ("a wish", "a goal", "support", "a step")):
        text = told(copy_of(reader, placements=ELSEWHERE, **PLACES[place](f"Ask {name}")))
        assert folded(name) not in text, (reader, place)
        assert "plain" in text, (reader, place)


def test_an_employer_reads_the_names_of_its_own_people():
    copy = copy_of("bakery", wishes=("To talk with Luc Lambert",))

    assert copy.known.person.wishes == ("To talk with Luc Lambert",)


@pytest.mark.parametrize("reader", READERS)
def test_who_does_a_step_is_the_person_a_coach_or_the_reader_nobody_else(reader):
    parties = ["person", "coach", "claire", "bakery", "cpas", "mother", "brother", "debts", "Nadia"]
    steps = tuple(Step(do=f"Step {who}", who=who) for who in parties)

    copy = copy_of(reader, plan=Plan(goals=(Goal(goal="Learn", steps=steps),)))

    named = {step.who for step in copy.known.person.plan.goals[0].steps} - {None}
    assert named == {"person", "coach", "claire", reader}


def test_a_reader_of_the_circle_reads_their_name_beside_their_own_step():
    own = Plan(goals=(Goal(goal="One", steps=(Step(do="Mind the children", who="mother"),)),))

    assert "| mind the children | fatima saidi |" in told(copy_of("mother", plan=own))


# A presentation


def test_a_presentation_leaves_names_out_like_every_other_copy():
    copy = copy_of(
        "bakery", ["wishes", "skills"], wishes=("Garage Martin",), skills=("Amina", "Till")
    )
    paper = Paper(texts("en"))

    view = presentation.view(copy, paper, "")
    text = _plain(render("presentation", "md", view, paper.t, [shipped("templates")]))

    assert PRESENTATION.about != PLAN.about
    assert "till" in text
    assert "martin" not in text
    assert "amina" not in text
