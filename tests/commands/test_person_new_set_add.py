"""`person new|set|add`: a case begins; every key of the file is reached by its path."""

import re
import shlex
from datetime import date

import pytest
from conftest import git

from jobcoach.domain.people import Person
from jobcoach.domain.recording.new_cases import pseudonym
from jobcoach.store.field_paths import plain_keys
from jobcoach.store.shapes import (
    Day,
    Hours,
    IdText,
    Length,
    ListOf,
    MapOf,
    Nested,
    Number,
    OneOrMore,
    Text,
    Word,
    YesNo,
    shape_of,
)

from .recorded import AMINA, NEXT, Written

HOSTILE = [
    "Two lines\nand: a third # no comment",
    "- a: [b] {c} &d *e !f %g @h `i` \"j\" 'k'",
    "[b]bold[/b] :smile: 🎉 é́",
    "bell \x07 escape \x1b[31m null \x00",
    "line\u2028separator \x85 turned \u202eback",
    "null",
    "0470",
    "--- \n...\n<<<<<<< HEAD",
    "x" * 5000,
]


@pytest.fixture
def cases(service):
    return Written(service)


@pytest.fixture
def quick(service):
    """Without git: for tests of many commands."""
    made = Written(service)
    settings = service.root / "jobcoach.yaml"
    settings.write_text(settings.read_text() + "commit: off\n")
    return made


def shown(cases, person="ab-k7q"):
    return cases.service.run("person", "show", person, "--json").json["person"]


def at(plain, path):
    """What a JSON holds at a path: ``plan.goals[0].goal``."""
    for name, place in re.findall(r"([\w-]+)|\[(-?\d+)\]", path):
        plain = plain[name] if name else plain[int(place)]
    return plain


# New


def test_a_case_begins_with_a_name_and_its_id_is_a_pseudonym(cases):
    ran = cases.do("person", "new", "Bruno Carlier")

    (path,) = cases.touched
    new_id = path.removeprefix("people/").removesuffix(".yaml")
    assert re.fullmatch(r"bc-[a-z0-9]{3}", new_id)
    assert ran.stdout == (
        f"Bruno Carlier  {new_id}\n"
        "  ✓ Case opened\n"
        "  ✓ Monday 9 March 2026 – Begins in Candidate pool\n"
        "  Next: Thursday 9 April 2026 – Contact with the person – no contact yet; every month\n"
    )
    assert cases.text(path) == (
        f"id: {new_id}\n"
        "name: Bruno Carlier\n"
        "coach: claire\n"
        "stages:\n"
        "  - {stage: reserve, on: 2026-03-09}\n"
    )
    assert cases.message == (
        f"{new_id}: start → reserve\n\n"
        f"Case: {new_id}\nAction: opened\nCoach: claire\nStage: reserve"
    )
    assert cases.faults() == []


def test_what_is_known_already_is_kept(cases):
    cases.do(
        *("person", "new", "Zoé Ünal", "--id", "zu-111", "--coach", "karim", "--phone", "0470"),
        *("--email", "z@example.org", "--place", "Mons", "--language", "fr", "--on", "yesterday"),
        *("--referred", "fleurus", "--process", "emploi-accompagne"),
    )

    assert cases.text("people/zu-111.yaml") == (
        "id: zu-111\n"
        "name: Zoé Ünal\n"
        "coach: karim\n"
        "process: emploi-accompagne\n"
        "language: fr\n"
        "email: z@example.org\n"
        'phone: "0470"\n'
        "place: Mons\n"
        "referred: {by: cpas, on: 2026-03-08}\n"
        "stages:\n"
        "  - {stage: welcome, on: 2026-03-08}\n"
    )
    assert cases.faults() == []


@pytest.mark.parametrize("name", ["李 明", "!!!", "'t Hooft", "É", "a" * 300, "Jo\u202eé\x1b[31m"])
def test_any_name_has_an_id(cases, name):
    cases.do("person", "new", name)

    (path,) = cases.touched
    assert re.fullmatch(r"people/[a-z0-9]{1,3}-[a-z0-9]{3}\.yaml", path)
    assert shown(cases, path[7:-5])["name"] == name
    assert cases.faults() == []


def test_no_name_stands_in_a_path_or_a_message(cases):
    cases.do("person", "new", "Gwendoline Vandersteen", "--referred", "Her aunt Berthe")

    message = cases.message + cases.touched[0]
    assert not any(word in message for word in ("wendo", "Vander", "Berthe", "aunt"))


def test_ids_never_clash():
    taken = {pseudonym("Ada Byron", set()) for _ in range(50)}

    for _ in range(200):
        new = pseudonym("Ada Byron", taken)
        assert new not in taken
        taken.add(new)


def test_who_is_no_coach_begins_a_case_without_one(cases):
    git(cases.root, "config", "user.email", "somebody@example.org")

    cases.do("person", "new", "Bruno Carlier", "--id", "bc-111")

    assert "coach" not in cases.text("people/bc-111.yaml")
    assert "Coach:" not in cases.message


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("", 2, "NAME is missing"),
        ("'  '", 2, "NAME is missing"),
        ("Zoé --id ab-k7q", 1, 'The id "ab-k7q" is taken already'),
        ("Zoé --id bakery", 1, 'The id "bakery" is taken already'),
        ("Zoé --id person", 1, 'The id "person" is taken already'),
        ("Zoé --id none", 1, 'The id "none" is taken already'),
        ("Zoé --id Zoé", 1, '"Zoé" cannot be an id'),
        ("Zoé --id ../zoe", 1, '"../zoe" cannot be an id'),
        ("Zoé --id -zoe", 1, '"-zoe" cannot be an id'),
        ("Zoé --coach nobody", 1, '"nobody" is not a coach'),
        ("Zoé --process frb", 1, '"frb" is not a process model'),
        ("Zoé --stage prehire", 1, '"prehire" is not a stage of frb-2002'),
        ("Zoé --stage pre-hire", 1, "the person's agreement to take part"),
        ("Zoé --language xx", 2, '"xx" is not a value --language takes'),
        ("Zoé --on soon", 2, '"soon" is not a date'),
    ],
)
def test_a_case_that_cannot_begin_leaves_nothing(cases, line, code, says):
    assert says in cases.refused(code, "person", "new", *shlex.split(line))


def test_a_stage_that_needs_more_is_entered_after_the_case_began(cases):
    said = cases.refused(1, "person", "new", "Zoé", "--id", "zz-111", "--stage", "pre-hire")

    assert "person set zz-111" not in said


# Set: one key


def test_a_key_is_set_and_only_its_line_is_touched(cases):
    before = cases.text()

    ran = cases.do("person", "set", "amina", "readiness.available", "today")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n  ✓ Changed: readiness.available: Monday 9 March 2026\n" + NEXT
    )
    assert cases.text() == before.replace("available: 2026-01-12", "available: 2026-03-09")
    assert cases.message == "ab-k7q: set\n\nCase: ab-k7q\nAction: set\nCoach: claire"
    assert cases.touched == [cases.person]


def test_a_new_name_keeps_the_comment_after_it(cases):
    before = cases.text()

    cases.do("person", "set", "ab-k7q", "name", "Amina Ben Ali")

    assert cases.text() == before.replace("name: Amina Benali ", "name: Amina Ben Ali ")


def test_an_empty_value_takes_the_key_away(cases):
    before = cases.text()
    cases.do("person", "set", "amina", "phone", "0470 11 22 33")
    assert cases.text() != before

    cases.do("person", "set", "amina", "phone", "")

    assert cases.text() == before


def test_an_empty_list_of_constraints_says_there_are_none(quick):
    quick.service.write(quick.person, quick.text().replace("constraints: []\n", ""))

    quick.do("person", "set", "amina", "constraints", "[]")

    assert "constraints: []\n" in quick.text()


@pytest.mark.parametrize("key", ["wishes", "skills"])
def test_an_emptied_list_says_what_an_absent_one_says(quick, key):
    """Only of constraints does format.md tell the two apart."""
    quick.do("person", "set", "amina", key, "[]")

    assert not shown(quick).get(key)


def test_entries_count_from_the_end_too(quick):
    quick.do("person", "add", "amina", "wishes", "Shop", "Garden")
    quick.do("person", "set", "amina", "wishes[-1]", "Garden, small")
    quick.do("person", "set", "amina", "wishes[0]", "")

    assert shown(quick)["wishes"] == ["Shop", "Garden, small"]


def test_keys_deep_inside_are_reached(quick):
    quick.do("person", "set", "amina", "plan.signed.person", "yesterday")
    quick.do("person", "add", "amina", "plan.goals[0].steps", "do=Call: now", "by=+3d")
    quick.do("person", "set", "amina", "plan.goals[-1].steps[-1].who", "cpas")

    assert (
        "plan: {on: 2026-01-20, signed: {person: 2026-03-08}, goals: [{goal: Work, "
        'steps: [{do: "Call: now", who: cpas, by: 2026-03-12}]}]}\n'
    ) in quick.text()


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_comes_back_as_it_was_written(quick, value):
    quick.do("person", "set", "--", "amina", "prefers.where", value)

    assert shown(quick)["prefers"] == {"where": value}
    assert quick.faults() == []


def test_set_to_what_it_is_changes_nothing(cases):
    before = cases.files()

    ran = cases.do("person", "set", "amina", "coach", "claire")

    assert "Nothing changes" in ran.stdout
    assert cases.files() == before


@pytest.mark.parametrize(
    ("key", "value", "code", "says"),
    [
        ("born", "1988-13-01", 2, "write the date as 2026-03-09"),
        ("born", "someday", 2, "write the date as 2026-03-09"),
        ("language", "english", 2, "fr, en, nl, de"),
        ("documents", "easyy", 2, 'did you mean "easy"?'),
        ("gender", "x", 2, "woman, man, other"),
        ("employer_may_know", "maybe", 2, "true or false"),
        ("readiness", "today", 2, "available, motivated, trained"),
        ("readiness.availabel", "today", 1, 'did you mean "available"?'),
        ("phnoe", "1", 1, 'did you mean "phone"?'),
        ("phone.x", "1", 1, "phone.x"),
        ("phone[0]", "1", 2, "phone[0]"),
        ("wishes", "Shop", 2, "`add`"),
        ("wishes[1]", "Shop", 1, "wishes[1]"),
        ("wishes[-2]", "Shop", 1, "wishes[-2]"),
        ("wishes[0", "Shop", 1, "wishes[0"),
        ("wishes[x]", "Shop", 1, "x"),
        ("..", "x", 1, ".."),
        ("plan.goals[3].goal", "x", 1, "plan.goals[3]"),
        ("name", "", 1, '"name" cannot be left out'),
        ("id", "zz-1", 1, '"id"'),
        ("id", "", 1, '"id"'),
        ("coach", "nobody", 1, '"nobody" is not a coach'),
        ("process", "nope", 1, '"nope"'),
        ("stages[0].stage", "nope", 1, '"nope" is not a stage of frb-2002'),
        ("stages[0].on", "2025-01-01", 1, "needs"),
        ("agreements[0].with", "nobody", 1, '"nobody"'),
        ("agreements[0].until", "2025-01-01", 1, "comes before the start"),
        ("x-own", "3", 1, "x-own"),
    ],
)
def test_what_does_not_belong_there_is_refused_with_what_does(cases, key, value, code, says):
    assert says in cases.refused(code, "person", "set", "amina", key, value)


@pytest.mark.parametrize("line", ["", "amina", "amina phone"])
def test_what_is_missing_is_a_usage_error(cases, line):
    assert "is missing" in cases.refused(2, "person", "set", *line.split())


def test_somebody_whom_the_case_names_is_not_taken_out_of_the_circle(quick):
    quick.do("person", "add", "amina", "circle", "id=mother", "name=Fatima")
    quick.do("person", "add", "amina", "consents", "to=mother", "about=name", "on=today")

    for key in ("circle[0]", "circle[0].id"):
        value = "" if key == "circle[0]" else "mum"
        assert '"mother"' in quick.refused(1, "person", "set", "amina", key, value)


# Set and add: every key


VALUES = {
    "coach": "karim",
    "with": "cpas",
    "to": "cpas",
    "copies": "cpas",
    "call": "karim",
    "employer": "bakery",
    "job": "counter",
    "by": "person",
    "stage": "pre-hire",
    "process": "frb-2002",
}
"""What a text key takes where it names somebody."""


def value_for(key, shape):
    """What to type for a key of that shape, and what its JSON says afterwards."""
    name = key.rpartition(".")[2].rpartition("[")[0] or key.rpartition(".")[2]
    match shape:
        case YesNo():
            return "no", False
        case Number():
            return "4,5" if shape.most > 5 else "4", 4.5 if shape.most > 5 else 4
        case Day():
            return "+1d", "2026-03-10"
        case Length():
            return "6m", "6m"
        case Hours():
            return "08:30-16:00", "08:30-16:00"
        case Word():
            return shape.words[-1], shape.words[-1]
        case IdText():
            return "own-id", "own-id"
        case OneOrMore():
            return f"person,{VALUES.get(name, 'cpas')}", ["person", VALUES.get(name, "cpas")]
        case Text():
            return VALUES.get(name, "0470: no #1"), VALUES.get(name, "0470: no #1")
    raise AssertionError(shape)


def entry_for(shape):
    """The least an entry needs, as ``key=value`` pairs."""
    needed = [key for key, field in shape.fields.items() if field.attribute in shape.required]
    needed += [key for key in ("firm", "title") if key in shape.fields]
    pairs = {key: value_for(key, shape.fields[key].shape)[0] for key in needed}
    pairs |= {"on": "today"} if "on" in pairs else {}
    return [f"{key}={value}" for key, value in pairs.items()]


def test_every_key_that_completion_offers_is_reached(quick):
    """Each plain key of a person takes a value of its kind; the file stays sound and says it."""
    said = {}
    for key in plain_keys(Person):
        shape = shape_of(Person)
        for part in key.split("."):
            shape = shape.fields[part].shape
        if key == "id" or (isinstance(shape, ListOf) and isinstance(shape.item, Nested)):
            continue
        if isinstance(shape, MapOf):
            key, shape = f"{key}.person", shape.value
        verb = "add" if isinstance(shape, ListOf) else "set"
        text, json = value_for(key, shape.item if verb == "add" else shape)

        ran = quick.service.run("--lang", "en", "person", verb, "amina", key, text)

        assert ran.exit_code == 0, (key, text, ran.stderr)
        if key == "name":
            quick.do("person", "set", "ab-k7q", "name", "Amina Benali")
            json = "Amina Benali"
        said[f"{key}[-1]" if verb == "add" else key] = json

    plain = shown(quick)
    assert {key: at(plain, key) for key in said} == said
    assert len(said) > 30
    assert quick.faults() == []


LISTS = sorted(
    key
    for key, field in shape_of(Person).fields.items()
    if isinstance(field.shape, ListOf)
    and isinstance(field.shape.item, Nested)
    and key not in ("stages", "disclosures")
)


@pytest.mark.parametrize("key", [*LISTS, "plan.goals", "plan.risks"])
def test_every_key_of_an_entry_is_reached(quick, key):
    """An entry is added with the least it needs; then each of its keys takes a value of its kind."""
    shape = shape_of(Person)
    for part in key.split("."):
        shape = shape.fields[part].shape
    item = shape.item
    quick.do("person", "add", "amina", key, *(entry_for(item) or ["goal=Work"]))
    said = {}
    for name, field in item.fields.items():
        path = f"{key}[-1].{name}"
        if isinstance(field.shape, Nested):
            inner = next(iter(field.shape.fields))
            path, kind, verb = f"{path}.{inner}", field.shape.fields[inner].shape, "set"
        elif isinstance(field.shape, ListOf):
            kind, verb = field.shape.item, "add"
        else:
            kind, verb = field.shape, "set"
        if isinstance(kind, Nested):
            ran = quick.service.run(
                "--lang", "en", "person", "add", "amina", path, *(entry_for(kind) or ["do=Call"])
            )
            assert ran.exit_code == 0, (path, ran.stderr)
            continue
        text, json = value_for(path, kind)
        if name in ("firm", "title") and key in ("applications", "placements"):
            continue  # an entry names a firm or an employer

        ran = quick.service.run("--lang", "en", "person", verb, "amina", path, text)

        assert ran.exit_code == 0, (path, text, ran.stderr)
        said[f"{path}[-1]" if verb == "add" else path] = json

    plain = shown(quick)
    assert {path: at(plain, path) for path in said} == said
    form = {"syntax", "wrong-type", "bad-value", "bad-date", "bad-duration", "unknown-key"}
    assert not form & {code for _, code in quick.faults()}


# Add


def test_a_list_takes_each_word_as_an_entry(cases):
    before = cases.text()

    ran = cases.do("person", "add", "amina", "wishes", "With people, please", "Shop")

    assert "With people, please" in ran.stdout
    assert cases.text() == before.replace("[Bakery]", '[Bakery, "With people, please", "Shop"]')
    assert cases.message == "ab-k7q: add\n\nCase: ab-k7q\nAction: add\nCoach: claire"


def test_pairs_make_one_entry(cases):
    before = cases.text()

    cases.do(
        *("person", "add", "amina", "constraints", "kind=hours", "what=Not before 8:30 = school"),
        *("hours=08:30-16:00", "days=mon,tue", "confidential=yes"),
    )

    above, below = before.split("constraints: []\n")
    assert cases.text().startswith(f"{above}constraints:\n")
    assert cases.text().endswith(below)
    assert shown(cases)["constraints"] == [
        {
            "kind": "hours",
            "what": "Not before 8:30 = school",
            "hours": "08:30-16:00",
            "days": ["mon", "tue"],
            "confidential": True,
        }
    ]
    assert cases.faults() == []


def test_somebody_of_the_circle_is_added_and_can_be_named(quick):
    quick.do("person", "add", "amina", "circle", "id=mother", "name=Fatima Benali")

    assert shown(quick)["circle"] == [{"id": "mother", "name": "Fatima Benali"}]
    quick.do("person", "add", "amina", "consents", "to=mother", "about=name,plan", "on=today")
    assert quick.faults() == []


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("amina", 2, "KEY is missing"),
        ("amina name X", 2, "`set`"),
        ("amina phone", 2, "`set`"),
        ("amina wihses X", 1, 'did you mean "wishes"?'),
        ("amina constraints kind=weird what=x", 2, "hours, mobility, health"),
        ("amina constraints kind=hours", 2, "what=…"),
        ("amina constraints knid=hours what=x", 1, 'did you mean "kind"?'),
        ("amina constraints hours", 1, "hours"),
        ("amina constraints kind=hours what=x hours=late", 2, "late"),
        ("amina circle id=claire name=X", 1, 'the id "claire" is taken already'),
        ("amina circle id=A name=X", 2, '"A"'),
        ("amina stages stage=closed on=today", 1, "needs"),
        ("amina stages stage=reserve on=today why=x", 1, "cannot follow"),
        ("amina reviews kind=plan on=soon", 2, "soon"),
        ("amina placements[0].natural_supports X", 1, "placements[0]"),
    ],
)
def test_what_cannot_be_added_is_refused(cases, line, code, says):
    assert says in cases.refused(code, "person", "add", *shlex.split(line))


# The list says what to do; done, it is silent


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("constraint-end", "constraints: [{kind: legal, what: Permit B, until: 2026-04-30}]"),
        ("complaint", "reviews: [{kind: complaint, on: 2026-03-01, by: bakery}]"),
    ],
)
def test_the_command_that_the_list_names_meets_it(service, kind, entry):
    text = AMINA.replace("constraints: []\n", "") if "constraints" in entry else AMINA
    cases = Written(service, f"{text}{entry}\n")
    (item,) = cases.due("2026-03-09", kind)

    cases.do(*shlex.split(item["do"].replace("DATE", "+1y"))[1:])

    assert cases.due("2026-03-09", kind) == []
    assert cases.faults() == []


def test_a_need_missing_is_met_by_the_commands_the_refusal_names(service):
    cases = Written(service, "id: ab-k7q\nname: Amina Benali\ncoach: claire\n")
    cases.do("stage", "move", "amina", "reserve")

    said = cases.refused(1, "stage", "move", "amina", "pre-hire")

    commands = re.findall(r"→ (jobcoach .*)", said)
    assert len(commands) == 3
    for command in commands:
        cases.do(*shlex.split(command)[1:])
    cases.do("stage", "move", "amina", "pre-hire")
    assert date.fromisoformat(shown(cases)["readiness"]["available"]) == date(2026, 3, 9)
