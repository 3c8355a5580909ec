"""`stage move`: needs are named all at once, each with the command that supplies it."""

import re
import shlex

import pytest

from .recording import (
    AMINA,
    BAKERY,
    BAKERY_FILE,
    HOSTILE,
    LAST_STAGE,
    PERSON_FILE,
    Book,
    on_terminal,
    plain,
)

PARTICIPATES = "agreements: [{kind: participation, with: person, on: 2026-01-05}]\n"
SERVICE = "agreements: [{kind: service, with: person, on: 2026-01-05, review: 2026-07-05}]\n"
SERVICE_ENDED = SERVICE.replace("review: 2026-07-05", "until: 2026-02-28")
READY = "readiness: {available: 2026-01-05, motivated: 2026-01-05}\n"
TRAINED = "readiness: {trained: 2026-01-05, motivated: 2026-01-05}\n"
PROFILE = "wishes: [Bakery]\nconstraints: []\n"
SIGNED_PLAN = (
    "plan: {on: 2026-01-10, signed: {person: 2026-01-10}, copies: [person],"
    " goals: [{goal: Work in a shop}]}\n"
)
PRESENTED = (
    "applications: [{employer: boulangerie-lambert, job: counter, proposed: 2026-01-06,"
    " decision: accepted, decided: 2026-01-07, presented: 2026-01-08}]\n"
)
CONSENT = "consents: [{to: employers, about: [name], on: 2026-01-05}]\n"
INTERNSHIP = (
    "placements: [{employer: boulangerie-lambert, contract: internship, from: 2026-01-10}]\n"
)

SUPPLIED_BY = {
    "participation": ["agreement add jd-4mw participation"],
    "motivated": ["person set jd-4mw readiness.motivated today"],
    "available": ["person set jd-4mw readiness.available today"],
    "trained": ["person set jd-4mw readiness.trained today"],
    "presented-application": ["application present jd-4mw"],
    "presentation-consent": ["consent give jd-4mw"],
    "placement": ["placement start jd-4mw"],
    "paid-placement": ["placement start jd-4mw"],
    "service-dated": ["agreement add jd-4mw service"],
    "profile": ["person add jd-4mw wishes", "person set jd-4mw constraints []"],
    "signed-plan": ["plan sign jd-4mw"],
    "referent": ["person set jd-4mw coach"],
    "reason": ["stage move jd-4mw"],
    "shared-evaluation": ["review add jd-4mw closing --by person"],
}

MOVES = [
    ("frb-2002", "reserve", "pre-hire", "", ["participation", "motivated", "available"]),
    ("frb-2002", "pre-hire", "hire", PARTICIPATES + READY, ["presented-application"]),
    ("frb-2002", "hire", "follow-up", PRESENTED, ["placement"]),
    ("frb-2002", "reserve", "closed", "", ["reason"]),
    (
        *("frb-2002", "closed", "pre-hire", ""),
        ["participation", "motivated", "available", "reason"],
    ),
    ("rejoins-2006", "prospecting", "pre-hire", "", ["participation", "motivated", "trained"]),
    ("rejoins-2006", "pre-hire", "hire", PARTICIPATES + TRAINED, ["presented-application"]),
    ("rejoins-2006", "hire", "post-hire", PRESENTED, ["paid-placement"]),
    ("rejoins-2006", "prospecting", "closed", "", ["reason"]),
    ("awiph-2006", "first-contact", "assessment", "", ["service-dated"]),
    ("awiph-2006", "assessment", "job-search", SERVICE_ENDED, ["service-dated"]),
    ("awiph-2006", "job-search", "integration", SERVICE, ["placement"]),
    ("awiph-2006", "integration", "retention", INTERNSHIP, ["paid-placement"]),
    ("awiph-2006", "first-contact", "closed", "", ["reason"]),
    ("euse-2005", "engagement", "profiling", "", ["participation"]),
    ("euse-2005", "profiling", "job-finding", PARTICIPATES, ["profile", "signed-plan"]),
    (
        *("euse-2005", "job-finding", "employer-engagement", PROFILE + SIGNED_PLAN),
        ["presentation-consent"],
    ),
    ("euse-2005", "employer-engagement", "support", CONSENT + PRESENTED, ["placement"]),
    ("euse-2005", "engagement", "closed", "", ["reason"]),
    *(
        ("emploi-accompagne", "welcome", stage, "coach:\n", ["participation", "referent"])
        for stage in ("project", "job-search", "in-job", "watch")
    ),
    ("emploi-accompagne", "welcome", "closed", "", ["shared-evaluation"]),
]


def _named(said):
    """The commands that a refusal names, in their order."""
    lines = [line.split("→", 1)[1] for line in said.splitlines() if "→" in line]
    return [c.strip().removeprefix("jobcoach ") for line in lines for c in line.split("; ")]


def _typed(command, target):
    """A command as a coach types it: what stands for a value replaced by one."""
    values = {"EMPLOYER": "boulangerie-lambert", "ID": "claire", "…": "Because it is so"}
    return [values.get(word, word) for word in shlex.split(command)]


def _begun(book, process, stage, rest):
    why = ", why: Went away" if stage == "closed" else ""
    stages = f"stages: [{{stage: {stage}, on: 2026-02-01{why}}}]\n"
    book.service.person("jd-4mw", f"name: Joël Durand\nprocess: {process}\n{rest}{stages}")
    book.commit()


@pytest.fixture
def book(service):
    service.write(PERSON_FILE, AMINA)
    service.write(BAKERY_FILE, BAKERY)
    made = Book(service)
    made.commit()
    return made


# What is missing


@pytest.mark.parametrize(("process", "stage", "target", "rest", "needs"), MOVES)
def test_all_that_is_missing_is_named_at_once_with_its_command(
    book, process, stage, target, rest, needs
):
    _begun(book, process, stage, rest)

    said = book.refuses("stage", "move", "joel", target)

    assert re.match(r'Entering "[^"]+" on Monday 9 March 2026 still needs:\n', said)
    assert len(re.findall(r"^    - ", said, re.MULTILINE)) == len(needs)
    named = _named(said)
    for wanted in (command for need in needs for command in SUPPLIED_BY[need]):
        assert [c for c in named if c.startswith(wanted)], wanted


@pytest.mark.parametrize(("process", "stage", "target", "rest", "needs"), MOVES)
def test_the_commands_named_make_the_move_possible(book, process, stage, target, rest, needs):
    _begun(book, process, stage, rest)
    said = book.refuses("stage", "move", "joel", target)

    for command in _named(said):
        ran = book.service.run(*_typed(command, target))
        assert ran.exit_code == 0, (command, ran.stderr)

    if "reason" not in needs:  # its command is the move
        book.does("stage", "move", "joel", target)
    assert book.person("jd-4mw")["stages"][-1]["stage"] == target


def test_the_list_of_needs_reads_like_this(book):
    _begun(book, "frb-2002", "reserve", "")

    assert book.refuses("stage", "move", "joel", "pre-hire") == (
        'Entering "Before hiring" on Monday 9 March 2026 still needs:\n'
        "    - the person's agreement to take part\n"
        "        → jobcoach agreement add jd-4mw participation\n"
        "    - being motivated\n"
        "        → jobcoach person set jd-4mw readiness.motivated today\n"
        "    - being available\n"
        "        → jobcoach person set jd-4mw readiness.available today\n"
    )


def test_and_in_french_like_this(book):
    _begun(book, "frb-2002", "reserve", "")

    said = book.refuses("--lang", "fr", "stage", "move", "joel", "pre-hire")

    assert plain(said).splitlines()[1:] == [
        "    - l’accord de la personne pour participer",
        "        → jobcoach agreement add jd-4mw participation",
        "    - la motivation de la personne",
        "        → jobcoach person set jd-4mw readiness.motivated today",
        "    - la disponibilité de la personne",
        "        → jobcoach person set jd-4mw readiness.available today",
    ]


def test_only_what_is_missing_is_named(book):
    _begun(book, "frb-2002", "reserve", PARTICIPATES + "readiness: {motivated: 2026-01-05}\n")

    said = book.refuses("stage", "move", "joel", "pre-hire")

    assert _named(said) == ["person set jd-4mw readiness.available today"]


# The move


def test_a_move_is_one_entry_one_commit_and_names_both_stages(book):
    book.service.write(PERSON_FILE, AMINA + PRESENTED)
    book.commit()

    screen = book.does("stage", "move", "amina", "hire")

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Moved from Before hiring to Hiring\n"
        "  Still owed: The employer's answer"
        " – no answer since 8 January: Boulangerie Lambert, Counter assistant (53 days late)\n"
    )
    entry = "  - {stage: hire, on: 2026-03-09}\n"
    assert book.read() == AMINA.replace(LAST_STAGE, LAST_STAGE + entry) + PRESENTED
    assert book.message == (
        "ab-k7q: pre-hire → hire\n\nCase: ab-k7q\nAction: moved\nCoach: claire\nStage: hire"
    )
    assert book.touched == [PERSON_FILE]


def test_after_the_move_all_that_the_stage_expects_is_listed_with_its_command(book):
    _begun(book, "frb-2002", "reserve", PARTICIPATES + READY)

    screen = book.does("stage", "move", "joel", "pre-hire")

    assert screen == (
        "Joël Durand  jd-4mw\n"
        "  ✓ Monday 9 March 2026 – Moved from Candidate pool to Before hiring\n"
        "  This stage also expects, in the next two weeks or so:\n"
        "    - a trust contract\n"
        "        → jobcoach agreement add jd-4mw trust-contract\n"
        "    - a profile (one wish at least; the constraints, be it an empty list)\n"
        '        → jobcoach person add jd-4mw wishes "…"\n'
        "        → jobcoach person set jd-4mw constraints []\n"
        "    - a plan with a goal\n"
        '        → jobcoach plan goal jd-4mw "…"\n'
        "  Next: Monday 16 March 2026 – Contact with the person – no contact yet; every week\n"
    )


def test_the_commands_for_what_is_expected_leave_nothing_expected(book):
    _begun(book, "frb-2002", "reserve", PARTICIPATES + READY)
    screen = book.does("stage", "move", "joel", "pre-hire")
    assert "expected" in book.kinds("2026-03-23")

    for command in _named(screen):
        book.does(*_typed(command, "pre-hire"))

    assert "expected" not in book.kinds("2026-03-23")


def test_a_first_stage_begins_the_road(book):
    book.service.person("no-222", "name: Nora New\n")
    book.commit()

    screen = book.does("stage", "move", "nora", "reserve")

    assert "✓ Monday 9 March 2026 – Begins in Candidate pool" in screen
    assert book.message.endswith("Stage: reserve")


def test_a_case_may_begin_late_on_the_road(book):
    book.service.person(
        "no-222",
        "name: Nora New\nplacements: [{employer: boulangerie-lambert, contract: permanent, from: 2026-01-01}]\n",
    )
    book.commit()

    book.does("stage", "move", "nora", "follow-up")

    assert book.person("no-222")["stages"] == [{"stage": "follow-up", "on": "2026-03-09"}]


# Moves that are none


@pytest.mark.parametrize("target", ["follow-up", "reserve", "pre-hire"])
def test_a_move_that_the_model_does_not_know_is_refused_with_those_it_knows(book, target):
    said = book.refuses("stage", "move", "amina", target)

    assert said == (
        f'"{target}" cannot follow "pre-hire" in frb-2002.\n'
        "    from pre-hire one moves to: hire, closed\n"
    )


def test_an_unknown_stage_is_told_with_the_nearest(book):
    assert book.refuses("stage", "move", "amina", "hyre") == (
        '"hyre" is not a stage of frb-2002.\n'
        '    did you mean "hire"? Allowed: reserve, pre-hire, hire, follow-up, closed\n'
    )


@pytest.mark.parametrize("args", [(), ("amina",)])
def test_a_missing_word_is_wrong_usage(book, args):
    said = book.refuses("stage", "move", *args, exit_code=2)

    assert said.startswith("STAGE is missing." if args else "PERSON is missing.")


def test_nobody_and_several_are_refused(book):
    book.service.person("ab-zzz", "name: Abdel Benali\n")
    book.commit()

    assert "ab-zzz  Abdel Benali" in book.refuses("stage", "move", "benali", "hire")
    assert "No person is found" in book.refuses("stage", "move", "nobody", "hire")


# Days


def test_dates_never_go_backwards(book):
    said = book.refuses(
        "stage", "move", "amina", "closed", "--why", "Moved away", "--on", "2026-01-11"
    )

    assert said == (
        "Sunday 11 January 2026 comes before the last stage, entered on Monday 12 January 2026.\n"
        "    choose a later day with --on\n"
    )


def test_the_day_of_the_last_stage_itself_will_do(book):
    book.does("stage", "move", "amina", "closed", "--why", "Moved away", "--on", "2026-01-12")

    assert book.person()["stages"][-1]["on"] == "2026-01-12"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("hier", "2026-03-08"), ("-3d", "2026-03-06"), ("yesterday", "2026-03-08")],
)
def test_a_day_is_told_as_it_was_understood(book, written, meant):
    screen = book.does("stage", "move", "amina", "closed", "--why", "Moved away", "--on", written)

    assert book.person()["stages"][-1]["on"] == meant
    assert {"2026-03-08": "Sunday 8 March 2026", "2026-03-06": "Friday 6 March 2026"}[
        meant
    ] in screen


def test_available_is_judged_on_the_day_of_the_move(book):
    _begun(
        book,
        "frb-2002",
        "reserve",
        PARTICIPATES + "readiness: {motivated: 2026-01-05, available: 2026-03-12}\n",
    )

    said = book.refuses("stage", "move", "joel", "pre-hire")
    assert _named(said) == ["person set jd-4mw readiness.available today"]
    book.refuses("stage", "move", "joel", "pre-hire", "--on", "2026-03-11")

    ran = book.warned("stage", "move", "joel", "pre-hire", "--on", "2026-03-12")
    assert "Thursday 12 March 2026" in ran.stdout


def test_a_need_of_the_day_is_named_with_that_day(book):
    _begun(book, "frb-2002", "reserve", PARTICIPATES + READY.replace("2026-01-05", "2026-03-08"))

    said = book.refuses("stage", "move", "joel", "pre-hire", "--on", "2026-03-01")

    assert said.startswith('Entering "Before hiring" on Sunday 1 March 2026 still needs:\n')


# Closing and coming back


def test_closing_says_why_and_where_to(book):
    screen = book.does(
        "stage", "move", "amina", "closed", "--why", "Moved: away #1", "--to", "cpas"
    )

    assert screen == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Moved from Before hiring to Closed: Moved: away #1\n"
        "  The case is closed.\n"
    )
    entry = '  - stage: closed\n    on: 2026-03-09\n    why: "Moved: away #1"\n    to: cpas\n'
    assert book.read() == AMINA.replace(LAST_STAGE, LAST_STAGE + entry)
    assert book.message.startswith("ab-k7q: pre-hire → closed\n")


def test_closing_in_french(book):
    screen = book.does("--lang", "fr", "stage", "move", "amina", "closed", "--why", "Déménage")

    assert plain(screen) == (
        "Amina Benali  ab-k7q\n"
        "  ✓ lundi 9 mars 2026 – Passe de l’étape « Pré-embauche » à « Sortie » : Déménage\n"
        "  Le dossier est clôturé.\n"
    )


def test_where_a_person_went_may_be_any_words(book):
    book.does("stage", "move", "amina", "closed", "--why", "Moved", "--to", "A school: in Mons")

    assert book.person()["stages"][-1]["to"] == "A school: in Mons"


def test_where_a_person_went_belongs_to_closing_only(book):
    book.service.write(PERSON_FILE, AMINA + PRESENTED)
    book.commit()

    book.refuses("stage", "move", "amina", "hire", "--to", "cpas", exit_code=1)


def test_leaving_a_final_stage_needs_a_reason(book):
    book.does("stage", "move", "amina", "closed", "--why", "Moved away")

    said = book.refuses("stage", "move", "amina", "pre-hire")
    assert "--why" in said
    assert "Before hiring" in book.does("stage", "move", "amina", "pre-hire", "--why", "Came back")

    assert [s["stage"] for s in book.person()["stages"]][-2:] == ["closed", "pre-hire"]


@pytest.mark.parametrize("why", HOSTILE[:5], ids=range(5))
def test_any_reason_is_kept_to_the_letter(book, why):
    book.does("stage", "move", "amina", "closed", "--why", why)

    assert book.person()["stages"][-1]["why"] == why
    assert [f for f in book.service.findings() if f[0] == PERSON_FILE] == []


def test_the_reason_never_reaches_the_commit_message(book):
    book.does("stage", "move", "amina", "closed", "--why", "Secret illness", "--to", "Her mother")

    assert "illness" not in book.message
    assert "mother" not in book.message


# Another model


def test_process_switches_the_model_and_frees_the_move(book):
    screen = book.does("stage", "move", "amina", "in-job", "--process", "emploi-accompagne")

    assert "Moved from Before hiring to" in screen
    entry = {"stage": "in-job", "on": "2026-03-09", "process": "emploi-accompagne"}
    assert book.person()["stages"][-1] == entry


def test_the_new_model_s_needs_are_judged(book):
    said = book.refuses("stage", "move", "amina", "assessment", "--process", "awiph-2006")

    assert _named(said)[0].startswith("agreement add ab-k7q service")


def test_a_stage_of_the_old_model_is_none_of_the_new_one(book):
    said = book.refuses("stage", "move", "amina", "hire", "--process", "emploi-accompagne")

    assert said.startswith('"hire" is not a stage of emploi-accompagne.')


def test_an_unknown_model_is_told_with_the_nearest(book):
    said = book.refuses("stage", "move", "amina", "hire", "--process", "emploi-acompagne")

    assert 'did you mean "emploi-accompagne"?' in said


# The job that begins with the stage


@pytest.fixture
def hiring(book):
    hired = LAST_STAGE + "  - {stage: hire, on: 2026-03-01}\n"
    book.service.write(PERSON_FILE, AMINA.replace(LAST_STAGE, hired) + PRESENTED)
    book.commit()
    return book


def test_start_begins_the_placement_with_the_same_command(hiring):
    screen = hiring.does(
        "stage", "move", "amina", "follow-up", "--start", "boulangerie-lambert/counter"
    )

    person = hiring.person()
    assert person["stages"][-1] == {"stage": "follow-up", "on": "2026-03-09"}
    assert person["placements"] == [
        {
            "employer": "boulangerie-lambert",
            "job": "counter",
            "contract": "permanent",
            "from": "2026-03-09",
        }
    ]
    assert "Moved from Hiring to Follow-up in the firm" in screen
    assert "Starts at Boulangerie Lambert" in screen
    assert "agreement add ab-k7q follow-up" in screen
    assert hiring.message.startswith("ab-k7q: hire → follow-up\n")


def test_start_finds_the_only_open_job_and_part_of_the_employer_s_name(hiring):
    hiring.does("stage", "move", "amina", "follow-up", "--start", "lambert", "--on", "2026-03-02")

    placement = hiring.person()["placements"][0]
    assert (placement["job"], placement["from"]) == ("counter", "2026-03-02")


@pytest.mark.parametrize("where", ["nowhere", "boulangerie-lambert/baker"])
def test_start_somewhere_unknown_writes_nothing(hiring, where):
    hiring.refuses("stage", "move", "amina", "follow-up", "--start", where)


def test_start_where_the_move_is_none_writes_nothing(book):
    said = book.refuses(
        "stage", "move", "amina", "follow-up", "--start", "boulangerie-lambert/counter"
    )

    assert '"follow-up" cannot follow "pre-hire"' in said


def test_without_a_placement_the_move_points_to_placement_start(hiring):
    said = hiring.refuses("stage", "move", "amina", "follow-up")

    assert "→ jobcoach placement start ab-k7q EMPLOYER" in said


# On a terminal


def test_on_a_terminal_the_placement_is_offered(hiring):
    code, seen = on_terminal(
        *(hiring.service, "stage", "move", "amina", "follow-up"),
        answers=("y", "boulangerie-lambert"),
    )

    assert code == 0, seen
    assert hiring.person()["placements"][0]["job"] == "counter"


def test_on_a_terminal_the_reason_of_a_closing_is_asked_for(book):
    code, _ = on_terminal(book.service, "stage", "move", "amina", "closed", answers=("Moved away",))

    assert code == 0


def test_a_stage_may_be_said_by_its_name(book):
    book.does("stage", "move", "amina", "sortie", "--why", "Partie")

    assert book.person()["stages"][-1]["stage"] == "closed"
