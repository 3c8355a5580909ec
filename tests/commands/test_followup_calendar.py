"""`followup calendar`: what is ahead in a coach's own calendar, read back as a calendar reads it."""

import re
from datetime import UTC, date, datetime

import pytest
from conftest import git
from icalendar import Calendar

from .reading import assert_is_plain_text, one_message
from .test_hostile_text import EMPLOYER, NASTY, PERSON, PROCESS, SETTINGS, SIGNS

AMINA = """
name: Amina Benali
wishes: [Bakery]
constraints: []
agreements: [{kind: participation, on: 2026-02-02}]
readiness: {available: 2026-02-02, motivated: 2026-02-02}
stages: [{stage: pre-hire, on: 2026-02-02}]
contacts:
  - {on: 2026-03-02, how: visit, by: claire, next: 2026-03-16}
  - {on: 2026-03-03, with: bakery, how: phone, by: claire, next: 2026-03-20}
  - {on: 2026-03-04, with: cpas, how: phone, by: claire, next: 2026-03-18}
plan:
  on: 2026-02-10
  goals:
    - goal: Work
      steps:
        - {do: Call the bakery, who: coach, by: 2026-03-05}
        - {do: Rewrite the CV, who: person, by: 2026-03-25}
"""
BAKERY = """
name: Boulangerie Lambert
contact_every: 1m
contacts: [{on: 2026-01-07, how: visit, by: claire}]
"""
CANARY = "Zwarte Kanarie"


@pytest.fixture
def weeks(service):
    """Claire's weeks to come: Amina, with three promises and two steps, and a firm to keep warm."""
    service.person("ab-k7q", AMINA)
    service.employer("bakery", BAKERY)
    return service


def _calendar(service, *args):
    ran = service.run("followup", "calendar", "--lang", "en", "-o", "-", *args)
    assert ran.exit_code == 0, ran.stderr
    return ran.stdout


def _events(service, *args):
    return Calendar.from_ical(_calendar(service, *args)).walk("VEVENT")


def _titles(service, *args):
    return [(str(e["DTSTART"].dt), str(e["SUMMARY"])) for e in _events(service, *args)]


def _by_uid(service, *args):
    """Events by their id, as a calendar finds them again."""
    return {str(event["UID"]): event for event in _events(service, *args)}


def _of_day(service, day, *args):
    """The UID of the only event of a day."""
    [uid] = [u for u, e in _by_uid(service, *args).items() if str(e["DTSTART"].dt) == day]
    return uid


# What stands where


def test_each_item_stands_on_its_day_with_its_kind_and_the_persons_id_alone(weeks):
    assert _titles(weeks) == [
        ("2026-03-09", "Step of the plan · ab-k7q · 4 days late"),
        ("2026-03-09", "Still to put in place · ab-k7q"),
        ("2026-03-16", "Promised contact · ab-k7q"),
        ("2026-03-18", "Promised contact · ab-k7q"),
        ("2026-03-20", "Promised contact · ab-k7q"),
        ("2026-03-25", "Step of the plan · ab-k7q"),
        ("2026-04-03", "Keep the link with the firm"),
    ]


def test_with_names_an_event_says_whom_and_why(weeks):
    [late, *_] = _events(weeks, "--names", "--kind", "step")
    [_, bakery, _] = sorted(
        _events(weeks, "--names", "--kind", "promised"), key=lambda event: event["SUMMARY"]
    )
    [firm] = _events(weeks, "--names", "--kind", "keep-warm")

    assert late["SUMMARY"] == "Amina Benali · Step of the plan · 4 days late"
    assert late["DESCRIPTION"] == "Call the bakery (the coach, by 5 March)"
    assert bakery["SUMMARY"] == "Amina Benali · Promised contact: Boulangerie Lambert"
    assert bakery["DESCRIPTION"] == "promised on 3 March"
    assert firm["SUMMARY"] == "Boulangerie Lambert · Keep the link with the firm"
    assert firm["DESCRIPTION"] == "last contact 3 March; every month"


@pytest.mark.parametrize(
    ("on", "day", "late"),
    [
        ("2026-03-04", "2026-03-05", ""),
        ("2026-03-05", "2026-03-05", ""),
        ("2026-03-06", "2026-03-06", " · 1 day late"),
        ("2026-04-09", "2026-04-09", " · 35 days late"),
    ],
)
def test_what_is_late_stands_on_the_day_asked_for_and_says_so(weeks, on, day, late):
    first, *_ = _titles(weeks, "--on", on, "--kind", "step")

    assert first == (day, f"Step of the plan · ab-k7q{late}")


def test_a_reminder_of_days_gone_by_stands_today_and_is_never_late(weeks):
    reminders = _titles(weeks, "--on", "2026-03-30", "--kind", "expected")

    assert reminders == [("2026-03-30", "Still to put in place · ab-k7q")]


def test_what_shows_ahead_of_its_day_stands_on_its_day(service):
    service.person(
        "ab-k7q", "applications: [{firm: Dubois, proposed: 2026-02-02, interview: 2026-03-20}]"
    )

    days = [day for day, _ in _titles(service, "--kind", "interview", "--within", "9d")]

    assert days == ["2026-03-20"]
    assert _titles(service, "--kind", "interview", "--within", "8d") == []


def test_eight_weeks_ahead_unless_told_otherwise(service):
    steps = "{do: Walk, by: 2026-05-04}, {do: Run, by: 2026-05-05}"
    service.person("ab-k7q", f"plan: {{goals: [{{goal: Go, steps: [{steps}]}}]}}")

    assert [day for day, _ in _titles(service)] == ["2026-05-04"]
    assert len(_titles(service, "--within", "57d")) == 2
    assert _titles(service, "--within", "0d") == []


def test_an_event_takes_no_time_and_shows_its_details_to_nobody_else(weeks):
    for event in _events(weeks, "--names"):
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["CLASS"] == "PRIVATE"
        assert type(event["DTSTART"].dt) is date
        assert not {"ORGANIZER", "ATTENDEE", "LOCATION", "DTEND"} & set(event)


def test_the_calendar_has_a_name_and_the_screens_language(weeks):
    calendar = Calendar.from_ical(_calendar(weeks))

    assert calendar["X-WR-CALNAME"] == "jobcoach · Due dates"
    assert calendar["PRODID"] == "-//jobcoach//followup calendar//EN"
    assert {e["SUMMARY"].params["LANGUAGE"] for e in calendar.walk("VEVENT")} == {"en"}
    assert "METHOD" not in calendar


def test_in_french_titles_and_categories_are_french_with_their_accents(weeks):
    ran = weeks.run("followup", "calendar", "--lang", "fr", "-o", "-", "--kind", "keep-warm")
    [event] = Calendar.from_ical(ran.stdout).walk("VEVENT")

    assert event["SUMMARY"] == "Garder le lien avec l’entreprise"
    assert event["CATEGORIES"].cats == ["Garder le lien avec l’entreprise"]
    assert event["SUMMARY"].params["LANGUAGE"] == "fr"


def test_the_category_is_the_kind(weeks):
    kinds = {event["CATEGORIES"].cats[0] for event in _events(weeks)}

    assert kinds == {
        "Step of the plan",
        "Still to put in place",
        "Promised contact",
        "Keep the link with the firm",
    }


# The same items as the list


@pytest.mark.parametrize(
    "args",
    [
        ("--within", "30d"),
        ("--within", "30d", "--on", "2026-03-20"),
        ("--within", "30d", "--coach", "karim"),
        ("--within", "30d", "--all"),
        ("--within", "30d", "--kind", "step", "--kind", "promised"),
    ],
    ids=" ".join,
)
def test_the_calendar_holds_what_the_list_holds(weeks, args):
    weeks.person("cd-m2x", "coach: karim\nstages: [{stage: pre-hire, on: 2026-03-02}]")
    listed = weeks.run("followup", "due", "--json", *args).json["items"]

    assert listed
    assert len(_events(weeks, *args)) == len(listed)


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("--within", "a while"), 2, '"a while" is not a length of time.'),
        (("--on", "someday"), 2, '"someday" is not a date I understand.'),
        (("--kind", "contcat"), 2, '"contcat" is not a kind of item.'),
        (("--coach", "bob"), 1, '"bob" is not a coach of this service.'),
    ],
)
def test_what_it_does_not_understand_is_refused_and_nothing_is_written(weeks, args, code, message):
    ran = weeks.run("followup", "calendar", "--lang", "en", *args)

    assert ran.exit_code == code
    assert one_message(ran) == message
    assert not (weeks.root / "out").exists()


def test_nothing_ahead_makes_an_empty_calendar(service):
    ran = service.run("followup", "calendar", "--lang", "en", "-o", "-")

    assert Calendar.from_ical(ran.stdout).walk("VEVENT") == []
    assert ran.stderr == "Monday 9 March 2026 – Monday 4 May 2026: 0 items\n"


# The file


def test_it_is_written_under_out_and_the_path_printed(weeks):
    ran = weeks.run("followup", "calendar", "--lang", "en")
    path = weeks.root / "out" / "due.ics"

    assert ran.stdout == f"{path}\n"
    assert ran.stderr == "Monday 9 March 2026 – Monday 4 May 2026: 7 items\n"
    assert ran.exit_code == 0
    assert path.read_bytes() == _calendar(weeks).encode()


def test_it_is_written_where_it_is_asked_for(weeks, tmp_path):
    path = tmp_path / "agenda é.ics"
    ran = weeks.run("followup", "calendar", "-o", str(path))

    assert ran.stdout == f"{path}\n"
    assert len(Calendar.from_ical(path.read_bytes()).walk("VEVENT")) == 7
    assert not (weeks.root / "out").exists()


def test_written_again_it_is_the_same_to_the_byte(weeks):
    weeks.run("followup", "calendar")
    first = (weeks.root / "out" / "due.ics").read_bytes()
    weeks.run("followup", "calendar")

    assert (weeks.root / "out" / "due.ics").read_bytes() == first


def test_a_clone_writes_the_same_file(weeks, tmp_path):
    git(weeks.root, "add", "-A")
    git(weeks.root, "commit", "-q", "-m", "cases")
    git(tmp_path, "clone", "-q", str(weeks.root), "clone")
    first = _calendar(weeks, "--all")
    weeks.root = tmp_path / "clone"

    assert _calendar(weeks, "--all") == first


@pytest.mark.parametrize("names", [(), ("--names",)])
def test_lines_end_and_fold_as_calendars_want_them(weeks, names):
    weeks.person("cd-m2x", f"name: {'Éloïse ' * 30}\nstages: [{{stage: reserve, on: 2026-02-02}}]")
    written = _calendar(weeks, *names)
    lines = written.encode().split(b"\r\n")

    assert "\n" not in written.replace("\r\n", "")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no letter is cut in two


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_written(weeks):
    weeks.write("people/zz-9ab.yaml", "id: zz-9ab\nname: Zoe Martin\nwishes: [Bakery\n")
    ran = weeks.run("followup", "calendar", "--lang", "en", "-o", "-")

    assert ran.exit_code == 4
    assert len(Calendar.from_ical(ran.stdout).walk("VEVENT")) == 7
    assert re.search(r"^people/zz-9ab\.yaml:\d+:\d+: ", ran.stderr, re.MULTILINE)
    assert "Zoe" not in ran.stderr


# What makes a calendar update instead of doubling


def test_no_two_events_have_the_same_id(weeks):
    ids = [str(event["UID"]) for event in _events(weeks)]

    assert len(set(ids)) == len(ids) == 7


def test_ids_are_the_same_whatever_the_day_the_language_and_the_names(weeks):
    ids = {event["UID"] for event in _events(weeks)}
    french = weeks.run("followup", "calendar", "--lang", "fr", "-o", "-").stdout

    assert {event["UID"] for event in _events(weeks, "--on", "2026-03-11")} == ids
    assert {event["UID"] for event in _events(weeks, "--names", "--all")} == ids
    assert {event["UID"] for event in Calendar.from_ical(french).walk("VEVENT")} == ids


def test_ids_stay_what_they_are_from_version_to_version(weeks):
    # They are in people's calendars: a change of this list doubles every event.
    assert [str(event["UID"]) for event in _events(weeks)] == [
        "6c6c70e6-d703-5ef3-8935-24b687b04698",
        "0216997e-aff8-566f-8dd0-a32058d3ccde",
        "7ab3e033-e22b-54bc-a225-4f5d651f6046",
        "b868077d-58c1-52f1-9437-96d99bff5238",
        "7235ef77-67ce-5a5d-bac3-ea61b78f184c",
        "63d9df74-4778-5e80-956f-6876c599b0c0",
        "5ec36121-838d-5225-a372-fd4b621c9255",
    ]


@pytest.mark.parametrize(
    ("day", "party"), [("2026-03-16", "person"), ("2026-03-20", "bakery"), ("2026-03-18", "cpas")]
)
def test_a_promise_that_is_postponed_moves_its_event(weeks, day, party):
    before = _by_uid(weeks)
    uid = _of_day(weeks, day)
    ran = weeks.run("followup", "postpone", "amina", "2026-04-02", "--with", party)
    assert ran.exit_code == 0, ran.stderr
    after = _by_uid(weeks)

    assert _of_day(weeks, "2026-04-02") == uid
    assert set(after) == set(before)
    assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
    assert after[uid]["DTSTAMP"].dt > before[uid]["DTSTAMP"].dt
    assert after[uid]["LAST-MODIFIED"].dt > before[uid]["LAST-MODIFIED"].dt


def test_a_promise_kept_leaves_its_event_to_the_rhythms_next_contact_and_back(weeks):
    uid = _of_day(weeks, "2026-03-16")
    weeks.run("followup", "log", "amina", "Went well", "--on", "2026-03-15", "--how", "visit")
    args = ("--on", "2026-03-15")

    assert _by_uid(weeks, *args)[uid]["SUMMARY"] == "Contact with the person · ab-k7q"
    assert str(_by_uid(weeks, *args)[uid]["DTSTART"].dt) == "2026-03-22"
    weeks.run("followup", "postpone", "amina", "2026-03-23")
    assert _of_day(weeks, "2026-03-23") == uid


def test_a_promise_to_the_firm_is_kept_apart_from_one_to_the_person(weeks):
    assert len({_of_day(weeks, f"2026-03-{day}") for day in (16, 18, 20)}) == 3


def test_somebody_new_in_the_journal_leaves_the_other_events_alone(weeks):
    before = set(_by_uid(weeks))
    weeks.employer("garage", "name: Garage Noël\n")
    ran = weeks.run(
        "followup",
        "log",
        "amina",
        "A trial?",
        "--with",
        "garage",
        "--how",
        "visit",
        "--next",
        "+18d",
    )
    assert ran.exit_code == 0, ran.stderr

    assert set(_by_uid(weeks)) == before | {_of_day(weeks, "2026-03-27")}
    assert _of_day(weeks, "2026-03-27") not in before


@pytest.mark.parametrize(
    ("line", "moved"),
    [
        ("by: 2026-03-25", "by: 2026-04-02"),
        ("Rewrite the CV, who: person, by: 2026-03-25", "Polish it, who: coach, by: 2026-04-02"),
    ],
)
def test_a_step_keeps_its_event_when_it_is_moved_or_said_otherwise(weeks, line, moved):
    uid = _of_day(weeks, "2026-03-25")
    weeks.person("ab-k7q", AMINA.replace(line, moved))

    assert _of_day(weeks, "2026-04-02") == uid


def test_a_step_with_an_id_keeps_its_event_wherever_it_stands(weeks):
    named = AMINA.replace("{do: Rewrite", "{id: cv, do: Rewrite")
    weeks.person("ab-k7q", named)
    uid = _of_day(weeks, "2026-03-25")
    weeks.person("ab-k7q", named.replace("      steps:\n", "      steps:\n        - {do: Walk}\n"))

    assert _of_day(weeks, "2026-03-25") == uid


ENTRIES = [
    ("applications", "firm: A, proposed: 2026-03-01, interview: {}", "interview"),
    ("placements", "firm: A, contract: fixed-term, from: 2026-01-05, until: {}", "contract-end"),
    (
        "placements",
        "firm: A, contract: permanent, from: 2026-01-05, aid: {{kind: sine, until: {}}}",
        "aid-end",
    ),
    ("agreements", "kind: service, on: 2026-01-05, review: {}", "agreement"),
    ("agreements", "kind: service, on: 2026-01-05, until: {}", "agreement"),
    ("consents", "to: cpas, about: [name], on: 2026-01-05, until: {}", "consent"),
    ("obstacles", "what: Childcare, since: 2026-01-05, check: {}", "obstacle"),
    ("constraints", "kind: legal, what: Work permit, until: {}", "constraint-end"),
    ("pauses", "from: 2026-03-05, until: {}", "pause-end"),
]
OTHERS = {
    "applications": "firm: B, proposed: 2026-02-01, outcome: refused, closed: 2026-02-05",
    "placements": "firm: B, contract: permanent, from: 2025-01-05, ended: 2025-02-05",
    "agreements": "kind: participation, on: 2026-01-04",
    "consents": "to: cpas, about: [wishes], on: 2026-01-04",
    "obstacles": "what: Debts, since: 2026-01-04, solved: 2026-02-04",
    "constraints": "kind: hours, what: Not before 9",
    "pauses": "from: 2025-03-05, until: 2025-03-06",
}


@pytest.mark.parametrize(("key", "entry", "kind"), ENTRIES)
def test_an_entry_keeps_its_event_when_its_day_moves_or_another_is_put_before_it(
    service, key, entry, kind
):
    def uid(*entries):
        lines = "".join(f"  - {{{line}}}\n" for line in entries)
        contact = "contacts: [{on: 2026-02-05, how: visit, by: claire}]\n"
        service.person("ab-k7q", f"{contact}{key}:\n{lines}")
        [event] = _events(service, "--kind", kind)
        return str(event["UID"]), str(event["DTSTART"].dt)

    first = uid(entry.format("2026-03-20"))

    assert first[1] == "2026-03-20"
    assert uid(entry.format("2026-03-27")) == (first[0], "2026-03-27")
    assert uid(OTHERS[key], entry.format("2026-03-20")) == first


def test_two_entries_of_one_day_are_two_events(service):
    same = "proposed: 2026-03-01, interview: 2026-03-20"
    service.person("ab-k7q", f"applications: [{{firm: A, {same}}}, {{firm: B, {same}}}]")
    both = [str(event["UID"]) for event in _events(service, "--kind", "interview")]
    service.person(
        "ab-k7q",
        f"applications: [{{firm: A, {same}, outcome: cancelled, closed: 2026-03-05}}, {{firm: B, {same}}}]",
    )
    [left] = [str(event["UID"]) for event in _events(service, "--kind", "interview")]

    assert len(set(both)) == 2
    assert left == both[1]


def test_the_review_and_the_end_of_one_agreement_are_two_events(service):
    service.person(
        "ab-k7q",
        "agreements: [{kind: service, on: 2026-01-05, review: 2026-03-20, until: 2026-03-20}]",
    )

    assert len({event["UID"] for event in _events(service, "--kind", "agreement")}) == 2


def test_the_check_ins_of_one_job_are_as_many_events_as_they_are(service):
    settings = (service.root / "jobcoach.yaml").read_text(encoding="utf-8")
    service.settings(settings + "followup: {check_in: [6m, 6m, 7m]}\n")
    service.person("ab-k7q", "placements: [{firm: A, contract: permanent, from: 2025-10-01}]")
    events = _events(service, "--kind", "check-in")

    assert [str(event["DTSTART"].dt) for event in events] == ["2026-04-01", "2026-05-01"]
    assert len({event["UID"] for event in events}) == 2


def test_the_same_kind_of_item_in_two_cases_is_two_events(service):
    for case in ("ab-k7q", "cd-m2x"):
        service.person(case, "stages: [{stage: reserve, on: 2026-02-20}]")
        service.employer(f"firm-{case}", "contact_every: 3m")

    assert len({event["UID"] for event in _events(service)}) == 4


def test_a_later_day_makes_a_later_file(weeks):
    today, tomorrow = _by_uid(weeks), _by_uid(weeks, "--on", "2026-03-10")
    uid = _of_day(weeks, "2026-03-25")

    assert tomorrow[uid]["SEQUENCE"] > today[uid]["SEQUENCE"]
    assert tomorrow[uid]["DTSTAMP"].dt > today[uid]["DTSTAMP"].dt


def test_an_edit_by_hand_makes_a_later_file_too(weeks):
    git(weeks.root, "add", "-A")
    git(weeks.root, "commit", "-q", "-m", "cases")
    uid = _of_day(weeks, "2026-03-25")
    before = _by_uid(weeks)[uid]
    weeks.person("ab-k7q", AMINA.replace("by: 2026-03-25", "by: 2026-04-02"))
    after = _by_uid(weeks)[uid]
    git(weeks.root, "commit", "-qa", "-m", "by hand")

    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt
    assert _by_uid(weeks)[uid] == after


def test_what_is_written_under_out_is_no_change_of_the_case_files(weeks):
    git(weeks.root, "add", "-A")
    git(weeks.root, "commit", "-q", "-m", "cases")
    before = _calendar(weeks)
    weeks.run("followup", "calendar")

    assert _calendar(weeks) == before


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_the_calendars_own_ends_hold(weeks, on):
    weeks.person("cd-m2x", f"plan: {{goals: [{{goal: Go, steps: [{{do: Walk, by: {on}}}]}}]}}")
    late = _events(weeks, "--on", on, "--kind", "step")

    assert late
    for event in late:
        assert event["DTSTART"].dt == date.fromisoformat(on)
        assert event["DTSTAMP"].dt.date() == date.fromisoformat(on)
        assert 0 <= event["SEQUENCE"] < 2**31


def test_the_stamp_is_the_day_asked_for_and_a_second_for_each_change(weeks):
    for _ in range(3):
        git(weeks.root, "commit", "-q", "--allow-empty", "-m", "work")

    # The files themselves are in no commit yet.
    assert {e["DTSTAMP"].dt for e in _events(weeks)} == {datetime(2026, 3, 9, 0, 0, 4, tzinfo=UTC)}


def test_without_git_another_coachs_calendar_still_works(weeks, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert {e["DTSTAMP"].dt for e in _events(weeks, "--all")} == {datetime(2026, 3, 9, tzinfo=UTC)}


def test_in_a_folder_without_git_it_works_too(weeks, tmp_path):
    (weeks.root / ".git").rename(tmp_path / "git")

    assert len(_events(weeks)) == 7


# Nobody's name, nobody's words


def _canaries(text):
    """Every field a canary: the keys of the hostile case, each with a word to look for."""
    return text.format(n=f'"{CANARY}"')


@pytest.fixture
def canaries(service):
    service.settings(_canaries(SETTINGS))
    service.process("own", _canaries(PROCESS))
    person = _canaries(PERSON).replace("bakery", "kanarie-bakery")
    service.person(
        "ab-k7q", person.replace("from: 2026-03-01,", "from: 2026-02-01, until: 2026-03-01,")
    )
    service.employer(
        "kanarie-bakery",
        _canaries(EMPLOYER)
        + "agreements: [{kind: follow-up, on: 2026-01-01, until: 2026-03-20}]\n",
    )
    return service


def test_without_names_no_word_of_any_file_is_in_the_calendar(canaries):
    written = _calendar(canaries, "--all", "--within", "1y").replace("\r\n ", "")

    assert len(Calendar.from_ical(written).walk("VEVENT")) > 10
    assert "kanarie" not in written.casefold()
    assert "claire" not in written.casefold()
    assert "DESCRIPTION" not in written


def test_with_names_the_same_words_are_there(canaries):
    written = _calendar(canaries, "--all", "--within", "1y", "--names").replace("\r\n ", "")

    assert written.count(CANARY) > 20


def test_no_firm_can_be_found_by_trying_ids_of_a_persons_event(weeks):
    uid = _of_day(weeks, "2026-03-20")
    weeks.person("ab-k7q", AMINA.replace("with: bakery", "with: garage"))
    weeks.employer("garage", "name: Garage Noël\n")

    assert _of_day(weeks, "2026-03-20") == uid


# Text stays text


@pytest.fixture
def nasty(service):
    service.settings(SETTINGS.format(n=NASTY))
    service.person("ab-k7q", PERSON.format(n=NASTY))
    service.employer("bakery", EMPLOYER.format(n=NASTY))
    service.process("own", PROCESS.format(n=NASTY))
    return service


def test_hostile_text_stays_text(nasty):
    written = _calendar(nasty, "--all", "--within", "60d", "--names")
    events = Calendar.from_ical(written).walk("VEVENT")

    assert_is_plain_text(written.replace("\r\n", "\n"))
    assert max(len(line) for line in written.encode().split(b"\r\n")) <= 75
    assert all(SIGNS in str(event["SUMMARY"]) for event in events)
    assert any(SIGNS in str(event["DESCRIPTION"]) for event in events)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a; b, c: d = e", "a; b, c: d = e"),
        ("C:\\\\Name\\\\next \\\\; \\\\, \\\\", "C:\\Name\\next \\; \\, \\"),
        ('say \\"no\\"; ^n ^^', 'say "no"; ^n ^^'),
        ("one\\ntwo\\r\\nthree", "one two three"),
        (
            "x\\r\\nEND:VEVENT\\r\\nBEGIN:VEVENT\\r\\nSUMMARY:y",
            "x END:VEVENT BEGIN:VEVENT SUMMARY:y",
        ),
        ("a\\tb\\u2028c\\x00d\\x1b[31m", "a b c\ufffdd\ufffd[31m"),
        ("Éloïse Ünal 👩‍🍳 " + "漢字" * 40, "Éloïse Ünal 👩‍🍳 " + "漢字" * 40),
    ],
)
def test_a_text_is_read_back_as_it_was(service, written, read):
    step = f'{{do: "{written}", by: 2026-03-09}}'
    service.person(
        "ab-k7q", f'name: "{written}"\nplan: {{goals: [{{goal: Go, steps: [{step}]}}]}}\n'
    )
    [event] = _events(service, "--names")

    assert event["SUMMARY"] == f"{read} · Step of the plan"
    assert event["DESCRIPTION"] == f"{read} (by 9 March)"
