"""`employer new|set|add|log`, `job new|set|close`: the second clients and their jobs."""

import shlex

import pytest

from jobcoach.domain.employers import Employer, Job
from jobcoach.store.field_paths import plain_keys
from jobcoach.store.shapes import Day, Length, ListOf, MapOf, Nested, Number, Word, YesNo, shape_of

from .recorded import BAKERY, GARAGE, Written, answering

BAKERY_FILE = "employers/bakery.yaml"


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


def shown(cases, firm="bakery"):
    return cases.service.run("employer", "show", firm, "--json").json["employer"]


# employer new


def test_a_firm_begins_as_a_prospect_under_a_readable_id(cases):
    ran = cases.do("employer", "new", "Café de la Gare")

    assert ran.stdout == "Café de la Gare  cafe-de-la-gare\n  ✓ Case opened\n"
    assert cases.text("employers/cafe-de-la-gare.yaml") == (
        "id: cafe-de-la-gare\nname: Café de la Gare\ncoach: claire\nstatus: prospect\n"
    )
    assert cases.message == (
        "cafe-de-la-gare: opened\n\nCase: cafe-de-la-gare\nAction: opened\nCoach: claire"
    )
    assert cases.touched == ["employers/cafe-de-la-gare.yaml"]
    assert cases.faults() == []


def test_what_is_known_of_a_firm_is_kept(cases):
    cases.do(
        *("employer", "new", 'Garage "Le 5" & Fils', "--sector", "45.20", "--place", "Mons"),
        *("--status", "open", "--coach", "karim", "--contact", "Luc [chef] #1", "--phone", "0470"),
    )

    assert cases.text("employers/garage-le-5-fils.yaml") == (
        "id: garage-le-5-fils\n"
        'name: Garage "Le 5" & Fils\n'
        'sector: "45.20"\n'
        "coach: karim\n"
        "status: open\n"
        "place: Mons\n"
        "staff:\n"
        '  - name: "Luc [chef] #1"\n'
        '    phone: "0470"\n'
        "    reference: true\n"
    )
    assert cases.faults() == []


def test_two_firms_of_one_name_have_two_ids(cases):
    cases.do("employer", "new", "Bakery")
    cases.do("employer", "new", "claire")

    assert cases.text("employers/bakery-2.yaml").startswith("id: bakery-2\nname: Bakery\n")
    assert cases.text("employers/claire-2.yaml").startswith("id: claire-2\nname: claire\n")
    assert cases.text(BAKERY_FILE) == BAKERY
    assert cases.faults() == []


@pytest.mark.parametrize("name", ["###", "李明", "A" * 200, "-x-", "No", "null"])
def test_any_firm_has_an_id(quick, name):
    quick.do("employer", "new", "--", name)

    names = {e.stem: e.read_text() for e in (quick.root / "employers").iterdir()}
    assert len(names) == 3
    assert quick.faults() == []


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("new", 2, "NAME is missing"),
        ("new X --id bakery", 1, 'The id "bakery" is taken already'),
        ("new X --id ab-k7q", 1, 'The id "ab-k7q" is taken already'),
        ("new X --id cpas", 1, "cpas"),
        ("new X --id employers", 1, 'The id "employers" is taken already'),
        ("new X --id Bad/Id", 1, '"Bad/Id" cannot be an id'),
        ("new X --coach nobody", 1, '"nobody" is not a coach'),
        ("new X --status nope", 2, "prospect, open, partner, paused, do-not-contact"),
        ("set bakery id b2", 1, '"id"'),
        ("set bakery name ''", 1, '"name" cannot be left out'),
        ("set bakery status opened", 2, 'did you mean "open"?'),
        ("set bakery contact_every soon", 2, "soon"),
        ("set bakery stat open", 1, 'did you mean "status"?'),
        ("set bakery jobs[2].title X", 1, "jobs[2]"),
        ("set bakery jobs[0].id oven", 1, ""),
        ("set bakery jobs[0].hours many", 2, "digits"),
        ("set bakery jobs[0].closed 2026-01-01", 1, "comes before the start"),
        ("set bakery coach nobody", 1, '"nobody" is not a coach'),
        ("set nowhere place X", 1, 'No employer is found for "nowhere"'),
        ("add bakery name X", 2, "`set`"),
        ("add bakery staff nmae=X", 1, 'did you mean "name"?'),
        ("log", 2, "is missing"),
        ("log bakery", 2, "NOTE is missing"),
        ("log bakery Hello --how pigeon", 2, "visit, meeting, phone"),
        ("log nowhere Hello", 1, 'No employer is found for "nowhere"'),
        ("log bakery,nowhere Hello", 1, 'No employer is found for "nowhere"'),
        ("log bakery Hello --on soon", 2, '"soon" is not a date'),
        ("log bakery Hello --next soon", 2, '"soon" is not a date'),
    ],
)
def test_a_refusal_says_what_is_wrong_and_writes_nothing(cases, line, code, says):
    assert says in cases.refused(code, "employer", *shlex.split(line))


# employer set, add


def test_a_demand_turns_out_smaller_than_stated(cases):
    cases.do("employer", "add", "bakery", "jobs[0].demands.stated", "Speak German")
    before = cases.text(BAKERY_FILE)

    ran = cases.do("employer", "add", "bakery", "jobs[0].demands.needed", "Read labels")

    assert ran.stdout == (
        "Boulangerie Lambert  bakery\n  ✓ Changed: jobs[0].demands.needed: Read labels\n"
    )
    assert cases.text(BAKERY_FILE) == before.replace(
        "stated: [Speak German]}", "stated: [Speak German], needed: [Read labels]}"
    )
    assert cases.message == "bakery: add\n\nCase: bakery\nAction: add\nCoach: claire"


def test_a_demand_is_reached_from_the_job_too(cases):
    cases.do("job", "add", "bakery/counter", "demands.needed", "Reads labels")

    assert "Reads labels" in cases.text(BAKERY_FILE)


def test_set_says_it_and_touches_one_line(cases):
    before = cases.text(BAKERY_FILE)

    ran = cases.do("employer", "set", "bakery", "contact_every", "6m")

    assert ran.stdout.startswith(
        "Boulangerie Lambert  bakery\n  ✓ Changed: contact_every: 6 months\n"
    )
    assert cases.text(BAKERY_FILE) == before.replace("jobs:", "contact_every: 6m\njobs:")
    assert cases.message == "bakery: set\n\nCase: bakery\nAction: set\nCoach: claire"


@pytest.mark.parametrize(("key", "value"), [("jobs[0].id", "till"), ("jobs[0]", "")])
def test_a_job_that_a_case_names_is_neither_renamed_nor_taken_away(cases, key, value):
    cases.do("application", "propose", "amina", "bakery/counter")

    cases.refused(1, "employer", "set", "bakery", key, value)


def typed(shape):
    """What to type for a key of that shape, and what its JSON says afterwards."""
    match shape:
        case YesNo():
            return "yes", True
        case Number():
            return "19,5", 19.5
        case Day():
            return "+1d", "2026-03-10"
        case Length():
            return "6m", "6m"
        case Word():
            return shape.words[0], shape.words[0]
    return "No: [x] #1", "No: [x] #1"


def reached(quick, line, record, says):
    """Set or add to each plain key; what the file says must be what was typed."""
    said = {}
    for key in plain_keys(record):
        shape = shape_of(record)
        for part in key.split("."):
            shape = shape.fields[part].shape
        item = shape.item if isinstance(shape, ListOf) else shape
        if key in ("id", "coach", "country") or isinstance(item, Nested):
            continue
        if isinstance(shape, MapOf):
            key, item = f"{key}.{(shape.keys or ('respect',))[0]}", shape.value
        text, json = typed(item)
        if key.startswith(("schedule", "quality")):
            text = json = "08:30-13:30" if key.startswith("schedule") else "good"
        noun, case, lead = line(key, isinstance(shape, ListOf))
        verb = "add" if isinstance(shape, ListOf) else "set"

        ran = quick.service.run("--lang", "en", noun, verb, case, f"{lead}{key}", text)

        assert ran.exit_code == 0, (key, text, ran.stderr)
        said[key] = [json] if isinstance(shape, ListOf) else json
    plain = says()
    for key, json in said.items():
        value = plain
        for part in key.split("."):
            value = value[part]
        assert value == json, key
    assert quick.faults() == []


def test_every_plain_key_of_an_employer_is_reached(quick):
    reached(quick, lambda *_: ("employer", "bakery", ""), Employer, lambda: shown(quick))


def test_every_plain_key_of_a_job_is_reached(quick):
    reached(
        quick,
        lambda _, several: (
            ("employer", "bakery", "jobs[0].") if several else ("job", "bakery/counter", "")
        ),
        Job,
        lambda: shown(quick)["jobs"][0],
    )


# employer log


def test_a_call_is_kept_in_the_employer_s_own_file(cases):
    before = cases.text(BAKERY_FILE)

    ran = cases.do("employer", "log", "lambert", "Looks for counter staff", "--next", "+2w")

    assert "Monday 9 March 2026" in ran.stdout
    assert "23 March 2026" in ran.stdout
    assert cases.text(BAKERY_FILE) == before.replace(
        "jobs:",
        "contacts:\n"
        "  - on: 2026-03-09\n"
        "    how: phone\n"
        "    by: claire\n"
        "    note: Looks for counter staff\n"
        "    next: 2026-03-23\n"
        "jobs:",
    )
    assert cases.message == "bakery: contact\n\nCase: bakery\nAction: contact\nCoach: claire"
    assert [i["case"] for i in cases.due("2026-03-23", "promised")] == ["employers/bakery"]


ZONE = "bakery,martin,Alpha SA,Beta & Fils,Gamma,Delta,Épicerie du Zoning"


def test_seven_firms_of_an_industrial_zone_are_one_line_and_one_commit(cases):
    before = cases.subjects

    ran = cases.do(
        *("employer", "log", ZONE, "Round [zone] #1", "--how", "visit", "--new"),
        *("--place", "Zoning", "--campaign", "zone-2026"),
    )

    ids = ["bakery", "garage", "alpha-sa", "beta-fils", "gamma", "delta", "epicerie-du-zoning"]
    assert ran.stdout.count("Case opened") == 5
    assert cases.subjects[1:] == before
    assert sorted(cases.touched) == sorted(f"employers/{i}.yaml" for i in ids)
    assert cases.message.splitlines()[2:] == [
        *(f"Case: {i}" for i in ids),
        "Action: contact",
        "Coach: claire",
    ]
    assert cases.text("employers/beta-fils.yaml") == (
        "id: beta-fils\n"
        "name: Beta & Fils\n"
        "coach: claire\n"
        "status: prospect\n"
        "place: Zoning\n"
        "contacts:\n"
        "  - on: 2026-03-09\n"
        "    how: visit\n"
        "    by: claire\n"
        '    note: "Round [zone] #1"\n'
        "    campaign: zone-2026\n"
    )
    assert "place: Zoning" not in cases.text(BAKERY_FILE)
    assert cases.faults() == []


def test_without_new_an_unknown_firm_keeps_all_of_them(cases):
    said = cases.refused(1, "employer", "log", "bakery,Alpha SA", "Round")

    assert said == (
        'No employer is found for "Alpha SA".\n'
        "    --new makes a prospect of it; jobcoach employer list shows those on file\n"
    )


def test_on_a_terminal_a_prospect_is_offered(cases, monkeypatch):
    answering(monkeypatch, "y")

    assert cases.service.run("--lang", "en", "employer", "log", "Alpha SA", "Hello").exit_code == 0

    assert "status: prospect\n" in cases.text("employers/alpha-sa.yaml")


def test_on_a_terminal_a_no_writes_nothing(cases, monkeypatch):
    before = cases.files()
    answering(monkeypatch, "n")

    assert cases.service.run("--lang", "en", "employer", "log", "Alpha SA", "Hello").exit_code == 1

    assert cases.files() == before


def test_one_firm_at_fault_keeps_all_of_them(cases):
    cases.service.write("employers/garage.yaml", GARAGE + "size: [\n")

    assert "garage" in cases.refused(1, "employer", "log", "bakery,garage,Alpha", "Hello", "--new")


def test_nobody_was_there(quick):
    quick.do("employer", "log", "bakery", "Closed", "--not-held", "--next", "tomorrow")

    assert shown(quick)["contacts"] == [
        {"on": "2026-03-09", "by": "claire", "note": "Closed", "next": "2026-03-10", "held": False}
    ]


def test_a_firm_to_keep_warm_is_met_by_the_command_that_the_list_names(cases):
    cases.do("employer", "set", "bakery", "contact_every", "1m")
    (item,) = cases.due("2026-03-09", "keep-warm")

    cases.do(*shlex.split(item["do"].replace("…", "All is well"))[1:])

    assert cases.due("2026-03-09", "keep-warm") == []


# Jobs


def test_a_job_opens(cases):
    before = cases.text(BAKERY_FILE)

    ran = cases.do(
        *("job", "new", "bakery", "Night baker: 2nd", "--hours", "19.5"),
        *("--contract", "permanent", "--pay", "at-scale", "--on", "yesterday"),
    )

    assert ran.stdout == (
        "Boulangerie Lambert  bakery\n  ✓ Sunday 8 March 2026 – Job opened: Night baker: 2nd\n"
    )
    assert cases.text(BAKERY_FILE) == before + (
        "  - id: night-baker-2nd\n"
        '    title: "Night baker: 2nd"\n'
        "    hours: 19.5\n"
        "    contract: permanent\n"
        "    pay: at-scale\n"
        "    open: 2026-03-08\n"
    )
    assert cases.message == "bakery: job\n\nCase: bakery\nAction: job\nCoach: claire"
    assert cases.faults() == []


def test_two_jobs_of_one_title_have_two_ids(quick):
    quick.do("job", "new", "bakery", "Counter")

    assert [job["id"] for job in shown(quick)["jobs"]] == ["counter", "oven", "counter-2"]


def test_a_key_of_a_job_is_set(cases):
    before = cases.text(BAKERY_FILE)

    ran = cases.do("job", "set", "bakery/counter", "hours", "19,5")

    assert "19.5" in ran.stdout
    assert cases.text(BAKERY_FILE) == before.replace("hours: 25", "hours: 19.5")
    assert cases.message == "bakery: job-set\n\nCase: bakery\nAction: job-set\nCoach: claire"


def test_a_job_is_filled(cases):
    before = cases.text(BAKERY_FILE)

    ran = cases.do("job", "close", "bakery/counter")

    assert ran.stdout == (
        "Boulangerie Lambert  bakery\n  ✓ Monday 9 March 2026 – Job closed: Counter assistant\n"
    )
    assert cases.text(BAKERY_FILE) == before.replace(
        "open: 2026-01-28}\n  - {id: oven",
        "open: 2026-01-28, closed: 2026-03-09, why: filled}\n  - {id: oven",
    )
    assert cases.message == "bakery: job-close\n\nCase: bakery\nAction: job-close\nCoach: claire"


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("new", 2, "is missing"),
        ("new bakery", 2, "TITLE is missing"),
        ("new nowhere Cook", 1, 'No employer is found for "nowhere"'),
        ("new bakery Cook --id counter", 1, "counter"),
        ("new bakery Cook --id 'No Id'", 1, "No Id"),
        ("new bakery Cook --contract job", 2, "permanent"),
        ("new bakery Cook --pay good", 2, "at-scale"),
        ("new bakery Cook --hours 200", 2, "200"),
        ("set", 2, "is missing"),
        ("set bakery hours 20", 2, "EMPLOYER/JOB"),
        ("set bakery/cook hours 20", 1, '"cook" is not a job of bakery'),
        ("set bakery/counter", 2, "KEY is missing"),
        ("set bakery/counter hours", 2, "VALUE is missing"),
        ("set bakery/counter hours 169", 2, "169"),
        ("set bakery/counter hours -1", 2, "-1"),
        ("set bakery/counter id till", 1, '"id"'),
        ("set bakery/counter titel X", 1, 'did you mean "title"?'),
        ("set bakery/counter schedule.noon 08:30-12:00", 1, "mon"),
        ("set bakery/counter schedule.mon early", 2, "early"),
        ("set bakery/counter contract job", 2, "permanent"),
        ("close", 2, "is missing"),
        ("close garage/nope", 1, '"nope" is not a job of garage'),
        ("close bakery/counter --why nope", 2, "filled, withdrawn, carved-away"),
        ("close bakery/counter --on 2026-01-01", 1, "comes before the start"),
    ],
)
def test_a_job_refused_leaves_nothing(cases, line, code, says):
    assert says in cases.refused(code, "job", *shlex.split(line))


def test_hours_take_a_comma_as_the_files_do(quick):
    quick.do("job", "new", "bakery", "Cook", "--hours", "19,5")

    assert shown(quick)["jobs"][-1]["hours"] == 19.5


def test_a_number_out_of_range_is_told_the_range(cases):
    assert "168" in cases.refused(2, "job", "set", "bakery/counter", "hours", "169")


def test_french_says_the_same(cases):
    ran = cases.service.run("--lang", "fr", "job", "close", "bakery/counter")

    assert ran.exit_code == 0
    assert "lundi 9 mars 2026" in ran.stdout
