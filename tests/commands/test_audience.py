"""A document made for somebody else shows only what the person agreed to: every key, every word of a consent,
every reader, every form. What the command line does with it: test_handing_on.py."""

from datetime import date
from functools import cache
from itertools import product
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.audience import ABOUT, Copy, copy_for
from jobcoach.domain.people import Consent
from jobcoach.errors import Refused
from jobcoach.render.catalogue import Texts, easy_texts, texts
from jobcoach.render.documents import (
    CLOSING,
    DOCUMENTS,
    FOLLOW_UP,
    PLAN,
    PRESENTATION,
    Document,
    closing,
    follow_up,
    plan,
    presentation,
)
from jobcoach.render.documents.frame import Paper, View
from jobcoach.render.engine import render
from jobcoach.store.files import shipped

from .canaries import (
    ALWAYS,
    DAY,
    DAYS,
    EMPLOYERS,
    KEPT,
    PLACES,
    TEXTS,
    TODAY,
    TOLD,
    canaries,
    canaries_in,
    canary,
    known,
    person,
    set_places,
    years,
    years_in,
)

AUDIENCES = {
    "an employer": ("bakery", "bakery"),
    "an employer among all": ("bakery", "employers"),
    "a partner": ("cpas", "cpas"),
    "a partner among all": ("cpas", "partners"),
    "somebody of the circle": ("mother", "mother"),
}
"""Each with the reader, and whom the consent names."""
EVERYBODY = [pytest.param(*who, id=name) for name, who in AUDIENCES.items()]
EMPLOYER = [param for param in EVERYBODY if param.values[0] == "bakery"]
FORMS = list(product(("md", "html"), ("standard", "easy", "large"), ("en", "fr")))

READERS = {canary(f"{reader}.name") for reader in ("bakery", "cpas", "mother")}
JOBS = {canary(f"{employer}.jobs[].title") for employer in EMPLOYERS}
"""What work it was: the title of a job, which says nothing about where."""
OWN = {canary("bakery.jobs[].title")} | {
    canary(f"bakery.{key}")
    for key in ("name", "place", "visits", "staff[].name", "staff[].role", "staff[].phone")
}
"""What an employer knows of itself, and may read in the agreement with it."""


def consent(to: str, *about: Any, **given: Any) -> Consent:
    """A consent that has been in force for a while, and stays so."""
    return Consent(**({"to": to, "about": about, "on": date(2026, 1, 12)} | given))


@cache
def spoken(style: str, language: str) -> Texts:
    """The texts of a style: the same ones each time, so that templates are compiled once."""
    return easy_texts(language) if style == "easy" else texts(language)


def composed(document: Document, copy: Copy, style: str = "standard", language: str = "en") -> View:
    """The view that the command makes of a copy."""
    paper = Paper(spoken(style, language), style)  # type: ignore[arg-type]
    if document == FOLLOW_UP:
        return follow_up.view(copy, paper, EMPLOYERS["bakery"])
    if document == PRESENTATION:
        job = EMPLOYERS["bakery"].job(copy.for_job)
        return presentation.view(copy, paper, (job.title if job else copy.for_job) or "")
    return (plan if document == PLAN else closing).view(copy, paper)


def shown(
    document: Document, copy: Copy, form: Any = "md", style: str = "standard", language: str = "en"
) -> str:
    """The document as it will stand in its file."""
    view = composed(document, copy, style, language)
    name = f"easy/{document.name}" if style == "easy" else document.name
    return render(name, form, view, spoken(style, language), [shipped("templates")])


def told(*about: str) -> set[str]:
    """The canaries that a plan shows which tells *about*, besides its reader's name: no fewer, no more."""
    return set().union(*(canaries(one) for one in about), JOBS if "history" in about else ())


# Every key


def test_somebody_has_decided_about_every_key_of_a_persons_file():
    """A new key is for nobody else (``KEPT``), or told by one word of a consent (``TOLD``)."""
    agreed = {path for paths in TOLD.values() for path in paths if not path.startswith("secret ")}

    assert set(PLACES) == agreed | KEPT | ALWAYS
    assert not agreed & (KEPT | ALWAYS)
    assert set(TOLD) == set(ABOUT)


def test_every_text_of_a_case_is_told_from_every_other():
    assert len({canary(path) for path in TEXTS}) == len(TEXTS)
    assert len(set(DAYS.values())) == len(DAYS)
    assert canaries_in(str(msgspec.to_builtins(person()))) >= {
        canary(path) for path in TEXTS if path != "coach"
    }


@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize(("reader", "to"), EVERYBODY)
def test_a_copy_holds_no_key_that_its_word_does_not_name(reader, to, about):
    copy = copy_for(known(person(consent(to, about), who=reader)), reader)

    own = {
        ("placements[].employer", "bakery"),
        ("placements[].job", "counter"),
        ("plan.goals[].steps[].who", reader),
        *(
            (("circle[].id", reader), ("circle[].name", canary("mother.name")))
            * (reader == "mother")
        ),
    }
    assert copy.about == (about,)
    held = list(set_places(copy.known.person))
    assert {
        place for place, value in held if place not in TOLD[about] | ALWAYS and (place, value) not in own
    } == set()  # fmt: skip
    assert ("placements[].employer", "bakery") not in held or reader == "bakery"


@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize(("reader", "to"), EVERYBODY)
def test_a_copy_holds_no_other_person_and_no_other_employer(reader, to, about):
    copy = copy_for(known(person(consent(to, about))), reader)

    assert dict(copy.known.cases.people) == {}
    assert set(copy.known.cases.employers) == {reader} & set(EMPLOYERS)


# Every document


@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize(("reader", "to"), EVERYBODY)
def test_a_plan_shows_all_that_one_word_names_and_nothing_else(reader, to, about):
    copy = copy_for(known(person(consent(to, about), who=reader)), reader)

    for form, style, language in FORMS:
        text = shown(PLAN, copy, form, style, language)
        assert canaries_in(text) - {canary(f"{reader}.name")} == told(about), (
            form,
            style,
            language,
        )
        if form == "md":
            assert years_in(text) <= years(about), (style, language)


def test_the_easy_style_is_another_document_and_not_the_same_one_again():
    copy = copy_for(known(person(consent("bakery", *ABOUT))), "bakery")

    pages = [shown(PLAN, copy, "html", style) for style in ("standard", "easy")]

    assert ["<svg" in page for page in pages] == [False, True]


@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize(("reader", "to"), EVERYBODY)
def test_what_a_services_own_template_could_print_is_agreed_too(reader, to, about):
    copy = copy_for(known(person(consent(to, about), who=reader)), reader)

    view = str(msgspec.to_builtins(composed(PLAN, copy)))

    assert canaries_in(view) - {canary(f"{reader}.name")} == told(about)
    assert years_in(view) <= years(about)


@pytest.mark.parametrize(("reader", "to"), EVERYBODY)
def test_with_every_word_agreed_to_what_nobody_sees_is_still_not_there(reader, to):
    copy = copy_for(known(person(consent(to, *ABOUT), who=reader)), reader)

    for form, style, language in FORMS:
        text = shown(PLAN, copy, form, style, language)
        assert canaries_in(text) - {canary(f"{reader}.name")} == told(*ABOUT), (form, style)


@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize(("reader", "to"), EMPLOYER)
def test_a_presentation_shows_what_one_word_names_and_never_what_is_confidential(reader, to, about):
    case = known(person(consent(to, about)))
    if about in ("situation", "confidential", "plan", "history"):
        with pytest.raises(Refused, match="consent-about-nothing"):
            copy_for(case, reader, PRESENTATION.about)
        return

    copy = copy_for(case, reader, PRESENTATION.about)

    for form, style, language in FORMS:
        text = shown(PRESENTATION, copy, form, style, language)
        job = {canary("bakery.jobs[].title")}
        assert canaries_in(text) - {canary(f"{reader}.name")} == told(about) | job, (form, style)


@pytest.mark.parametrize("about", ABOUT)
@pytest.mark.parametrize(
    ("document", "reader", "to"),
    [(FOLLOW_UP, *param.values) for param in EMPLOYER] + [(CLOSING, *p.values) for p in EVERYBODY],
)
def test_a_follow_up_and_a_closing_say_of_the_person_nothing_but_the_name(
    document, reader, to, about
):
    case = known(person(consent(to, about)))
    if about != "name":
        with pytest.raises(Refused, match="consent-about-nothing"):
            copy_for(case, reader, document.about)
        return

    copy = copy_for(case, reader, document.about)

    own = OWN if reader == "bakery" else {canary(f"{reader}.name")}
    for form, style, language in FORMS:
        text = shown(document, copy, form, style, language)
        assert canaries_in(text) - own == {canary("name")}, (form, style, language)
        assert years_in(text) == set() or form == "html"


def test_every_other_document_is_for_the_person_and_the_coach_alone():
    assert [document.name for document in DOCUMENTS if document.about] == [
        "plan",
        "follow-up",
        "presentation",
        "closing",
    ]


@pytest.mark.parametrize("style", ["standard", "easy", "large"])
@pytest.mark.parametrize("form", ["md", "html"])
@pytest.mark.parametrize(("reader", "to"), EVERYBODY)
def test_a_document_names_its_reader_and_its_day(reader, to, form, style):
    case = known(person(consent(to, "name")))

    for document in (PLAN, CLOSING, *((PRESENTATION, FOLLOW_UP) if reader == "bakery" else ())):
        text = shown(document, copy_for(case, reader, document.about), form, style)
        assert canary(f"{reader}.name") in text, document.name
        assert "9 March 2026" in text, document.name


# Whose consent


@pytest.mark.parametrize(
    ("reader", "to"),
    [
        ("bakery", "garage"),
        ("bakery", "partners"),
        ("bakery", "cpas"),
        ("bakery", "mother"),
        ("cpas", "employers"),
        ("cpas", "debts"),
        ("cpas", "bakery"),
        ("cpas", "mother"),
        ("mother", "employers"),
        ("mother", "partners"),
        ("mother", "cpas"),
        ("mother", canary("circle[].id")),
    ],
)
def test_a_consent_toward_somebody_else_is_none(reader, to):
    with pytest.raises(Refused, match="no-consent"):
        copy_for(known(person(consent(to, *ABOUT))), reader)


@pytest.mark.parametrize("named", [("employers",), ("partners",), ("employers", "partners")])
def test_no_consent_toward_a_group_goes_without_saying_for_the_circle(named):
    case = known(person(*(consent(to, *ABOUT) for to in named)))

    with pytest.raises(Refused, match="no-consent"):
        copy_for(case, "mother")


def test_a_consent_that_names_nothing_tells_nothing():
    with pytest.raises(Refused, match="consent-about-nothing"):
        copy_for(known(person(consent("bakery"))), "bakery")


def test_consents_toward_one_reader_and_the_group_are_told_together():
    case = person(
        consent("employers", "name", "skills"),
        consent("bakery", "wishes"),
        consent("garage", "situation"),
        consent("partners", "history"),
    )

    copy = copy_for(known(case), "bakery")

    assert copy.about == ("name", "wishes", "skills")
    assert canaries_in(shown(PLAN, copy)) - READERS == told("name", "wishes", "skills")


# Which day


FIRST, LAST, WITHDRAWN = date(2026, 3, 1), date(2026, 3, 20), date(2026, 3, 10)


@pytest.mark.parametrize(("reader", "to"), EVERYBODY)
@pytest.mark.parametrize(
    ("given", "day", "code"),
    [
        ({}, FIRST - DAY, "consent-not-yet"),
        ({}, FIRST, None),
        ({"until": LAST}, LAST, None),
        ({"until": LAST}, LAST + DAY, "consent-expired"),
        ({"withdrawn": WITHDRAWN}, WITHDRAWN - DAY, None),
        ({"withdrawn": WITHDRAWN}, WITHDRAWN, "consent-withdrawn"),
        ({"withdrawn": WITHDRAWN}, WITHDRAWN + DAY, "consent-withdrawn"),
        ({"until": LAST, "withdrawn": WITHDRAWN}, WITHDRAWN, "consent-withdrawn"),
        ({"until": FIRST}, FIRST, None),
        ({"withdrawn": FIRST}, FIRST, "consent-withdrawn"),
    ],
)
def test_a_consent_holds_from_its_first_day_through_its_last_until_withdrawn(
    reader, to, given, day, code
):
    case = known(person(consent(to, "name", on=FIRST, **given)), day)
    if code is None:
        assert copy_for(case, reader).about == ("name",)
        return

    with pytest.raises(Refused, match=f"^{code}$"):
        copy_for(case, reader)


def test_a_copy_says_until_when_it_was_agreed_by_the_consents_that_it_rests_on():
    case = person(
        consent("bakery", "name", until=LAST),
        consent("employers", "skills", until=LAST + DAY),
        consent("employers", "history", until=TODAY),
    )

    assert copy_for(known(case), "bakery", ("name", "skills")).until == LAST
    assert copy_for(known(case), "bakery", ("skills",)).until == LAST + DAY
    assert copy_for(known(case), "bakery", ("history",)).until == TODAY


def test_a_word_that_two_consents_name_is_agreed_to_until_the_later_one_ends():
    case = person(consent("bakery", "name", until=LAST), consent("employers", "name"))

    assert copy_for(known(case), "bakery").until is None


def test_a_copy_says_no_later_day_than_the_last_before_a_withdrawal():
    case = person(consent("bakery", "name", until=LAST, withdrawn=TODAY + DAY))

    assert copy_for(known(case), "bakery").until == TODAY


def test_one_consent_withdrawn_leaves_the_other_in_force():
    case = person(
        consent("bakery", "name", "skills", withdrawn=TODAY), consent("employers", "name")
    )

    assert copy_for(known(case), "bakery").about == ("name",)


def test_a_step_is_told_while_it_has_time_and_once_it_is_done_never_while_it_is_late():
    case = person(consent("bakery", "plan"))
    steps = msgspec.structs.replace(case.plan.goals[0].steps[0], id=None, who=None)
    variants = {
        "due today": {"by": TODAY, "done": None},
        "late since yesterday": {"by": TODAY - DAY, "done": None},
        "done too late": {"by": TODAY - DAY, "done": TODAY},
        "late, and will be done tomorrow": {"by": TODAY - DAY, "done": TODAY + DAY},
        "without a day": {"by": None, "done": None},
    }
    goal = msgspec.structs.replace(
        case.plan.goals[0],
        steps=tuple(msgspec.structs.replace(steps, do=do, **days) for do, days in variants.items()),
    )
    plan_ = msgspec.structs.replace(case.plan, goals=(goal,))

    copy = copy_for(known(msgspec.structs.replace(case, plan=plan_)), "bakery")

    assert [step.do for step in copy.known.person.plan.goals[0].steps] == [
        "due today",
        "done too late",
        "without a day",
    ]


def test_what_lies_ahead_is_no_part_of_the_road_so_far():
    case = person(consent("bakery", "history"))
    [stage], [placement, *_] = case.stages, case.placements
    replace = msgspec.structs.replace
    ahead = replace(
        case,
        stages=(replace(stage, on=TODAY), replace(stage, stage="later", on=TODAY + DAY)),
        placements=(
            replace(placement, from_=TODAY, until=None, ended=TODAY + DAY),
            replace(placement, title="Later", from_=TODAY + DAY, until=None, ended=None),
        ),
    )

    seen = copy_for(known(ahead), "bakery").known.person

    assert [entry.stage for entry in seen.stages] == [canary("stages[].stage")]
    assert [(p.title, p.ended) for p in seen.placements] == [(canary("placements[].title"), None)]


# An employer that may not know


WORDS = (None, True, False)


def _may_know(said, application, placement):
    """What is said of an entry counts before what is said of all employers; one no is enough."""
    own = {application, placement} - {None, "none"}
    return False not in (own or {said})


@pytest.mark.parametrize("to", ["bakery", "employers"])
@pytest.mark.parametrize(
    ("said", "application", "placement"), list(product(WORDS, (*WORDS, "none"), (*WORDS, "none")))
)
def test_whether_an_employer_may_know_is_said_by_the_person_and_by_what_runs_there(
    to, said, application, placement
):
    case = person(consent(to, *ABOUT), employer_may_know=said)
    entries = {
        "applications": () if application == "none" else case.applications[1:2],
        "placements": () if placement == "none" else case.placements[1:2],
    }
    case = msgspec.structs.replace(
        case,
        **{
            key: tuple(msgspec.structs.replace(one, employer_may_know=own) for one in found)
            for (key, found), own in zip(entries.items(), (application, placement), strict=True)
        },
    )
    if _may_know(said, application, placement):
        assert copy_for(known(case), "bakery").about == ABOUT
        return

    for document in (PLAN, PRESENTATION, FOLLOW_UP, CLOSING):
        with pytest.raises(Refused, match="employer-may-not-know"):
            copy_for(known(case), "bakery", document.about)


def test_what_holds_for_one_employer_says_nothing_about_another():
    case = person(consent("employers", "name"), employer_may_know=False)

    assert copy_for(known(case), "bakery").about == ("name",)
    alone = msgspec.structs.replace(case, applications=(), placements=case.placements[2:])
    with pytest.raises(Refused, match="employer-may-not-know"):
        copy_for(known(alone), "bakery")


def test_partners_and_the_circle_are_no_employers():
    case = known(
        person(consent("cpas", "name"), consent("mother", "name"), employer_may_know=False)
    )

    assert copy_for(case, "cpas").about == ("name",)
    assert copy_for(case, "mother").about == ("name",)


@pytest.mark.parametrize("outcome", ["hired", "refused"])
def test_a_no_at_an_application_that_is_over_still_holds_where_nothing_else_was_said(outcome):
    """Hired there, and the placement says nothing of its own: the person's no has not been taken back."""
    case = person(consent("bakery", "name"), employer_may_know=None)
    replace = msgspec.structs.replace
    over = replace(
        case.applications[1], outcome=outcome, closed=TODAY - DAY, employer_may_know=False
    )
    placement = replace(case.placements[1], employer_may_know=None)

    for placements in ((placement,), ()):
        here = replace(case, applications=(over,), placements=placements)
        with pytest.raises(Refused, match="employer-may-not-know"):
            copy_for(known(here), "bakery")


def test_a_yes_for_an_application_that_is_over_opens_nothing_for_the_next_one():
    """That yes was said of the old one; of all employers, the person says no."""
    case = person(consent("bakery", "name"), employer_may_know=False)
    replace = msgspec.structs.replace
    over = replace(
        case.applications[1], outcome="refused", closed=TODAY - DAY, employer_may_know=True
    )
    again = replace(case.applications[1], employer_may_know=None)

    for applications in ((over, again), (over,)):
        here = replace(case, applications=applications, placements=())
        with pytest.raises(Refused, match="employer-may-not-know"):
            copy_for(known(here), "bakery")


def test_a_no_in_a_job_that_is_over_gives_way_to_a_yes_in_the_one_that_runs():
    case = person(consent("bakery", "name"), employer_may_know=None)
    replace = msgspec.structs.replace
    now = replace(case.placements[1], employer_may_know=True)
    before = replace(now, from_=date(2024, 3, 3), ended=date(2024, 9, 2), employer_may_know=False)

    here = replace(case, applications=(), placements=(before, now))

    assert copy_for(known(here), "bakery").about == ("name",)


# Applications


def test_a_presentation_names_the_employers_own_job_and_no_words_of_the_application():
    """Applications are never shown: what the firm calls its job it knows itself."""
    case = person(consent("bakery", "name"))
    replace = msgspec.structs.replace
    without_job = replace(
        case.applications[1], job=None, title="Something quiet, after her illness"
    )
    here = known(replace(case, applications=(without_job,)))

    text = shown(PRESENTATION, copy_for(here, "bakery", PRESENTATION.about))

    assert "illness" not in text


@pytest.mark.parametrize(
    "given",
    [{"decision": "declined"}, {"outcome": "refused", "closed": TODAY}, {"employer": "garage"}],
    ids=["declined", "closed", "elsewhere"],
)
def test_a_presentation_names_no_job_that_the_person_does_not_stand_for(given):
    case = person(consent("bakery", "name"))
    other = msgspec.structs.replace(case.applications[1], **given)
    here = known(msgspec.structs.replace(case, applications=(other,)))

    copy = copy_for(here, "bakery", PRESENTATION.about)

    assert copy.for_job is None
    assert canaries_in(shown(PRESENTATION, copy)) - READERS == {canary("name")}


# Any consents on any day


any_consent = st.builds(
    consent,
    st.sampled_from(("bakery", "garage", "employers", "cpas", "debts", "partners", "mother")),
    on=st.dates(TODAY - 3 * DAY, TODAY + 3 * DAY),
    about=st.lists(st.sampled_from(ABOUT), max_size=4, unique=True).map(tuple),
    until=st.none() | st.dates(TODAY - 3 * DAY, TODAY + 3 * DAY),
    withdrawn=st.none() | st.dates(TODAY - 3 * DAY, TODAY + 3 * DAY),
)


def _agreed(consents, names, day):
    """What the consents toward *names* tell on a day, worked out another way: day by day."""
    agreed = set()
    for one in consents:
        days = {one.on + number * DAY for number in range(10)}
        if one.until:
            days = {held for held in days if held <= one.until}
        if one.withdrawn:
            days = {held for held in days if held < one.withdrawn}
        if one.to in names and day in days:
            agreed |= set(one.about)
    return agreed


@settings(max_examples=150, deadline=None)
@given(
    st.lists(any_consent, max_size=5),
    st.sampled_from(
        [("bakery", "employers"), ("cpas", "partners"), ("mother", "nobody else's group")]
    ),
    st.dates(TODAY - 3 * DAY, TODAY + 3 * DAY),
    st.sampled_from(FORMS),
)
def test_any_consents_on_any_day_tell_their_own_words_and_nothing_else(consents, who, day, form):
    agreed = _agreed(consents, who, day)
    case = known(person(*consents), day)
    if not agreed:
        with pytest.raises(Refused, match="consent"):
            copy_for(case, who[0])
        return

    copy = copy_for(case, who[0])

    assert set(copy.about) == agreed
    hidden = {canary("plan.goals[].steps[].who")}  # has a test of its own
    assert canaries_in(shown(PLAN, copy, *form)) - READERS - hidden == told(*agreed)


@settings(max_examples=100, deadline=None)
@given(
    st.sets(st.sampled_from(ABOUT), min_size=2),
    st.sampled_from(list(AUDIENCES.values())),
    st.data(),
)
def test_less_agreed_to_never_shows_more(about, who, data):
    less = data.draw(st.sets(st.sampled_from(sorted(about)), min_size=1))
    reader, to = who

    few, all_ = (
        canaries_in(shown(PLAN, copy_for(known(person(consent(to, *words))), reader)))
        for words in (sorted(less), sorted(about))
    )

    assert few <= all_


@settings(max_examples=100, deadline=None)
@given(st.lists(any_consent, max_size=5), st.dates(TODAY - 3 * DAY, TODAY + 3 * DAY))
def test_where_the_employer_may_not_know_no_consent_opens_the_door(consents, day):
    case = person(*consents, employer_may_know=False)
    quiet = msgspec.structs.replace(case, applications=(), placements=())

    for employer in EMPLOYERS:
        with pytest.raises(Refused, match="employer-may-not-know"):
            copy_for(known(quiet, day), employer)


def test_the_persons_own_copy_and_the_coachs_are_whole():
    case = person(consent("bakery", "name"), employer_may_know=False)

    for reader in ("person", "coach", "claire"):
        copy = copy_for(known(case), reader)
        assert copy.known.person == case
        assert copy.own
