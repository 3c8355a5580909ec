"""`contact`: base day plus rhythm, toward the person."""

import pytest

STAGES = "stages: [{stage: pre-hire, on: 2026-01-12}]"
FOLLOW_UP = "stages: [{stage: follow-up, on: 2026-01-05}]"


def _person(service, *parts):
    service.person("ab-k7q", "\n".join(parts) + "\n")


def _owed(service, day):
    return service.kinds(day, "contact")


def _turns_up_on(service, day_before, day):
    assert _owed(service, day_before) == []
    assert _owed(service, day) == [(day, "person")]


def test_a_weekly_contact_is_owed_on_the_seventh_day_after_entry_not_before(service):
    _person(service, STAGES)

    _turns_up_on(service, "2026-01-18", "2026-01-19")


@pytest.mark.parametrize("how", ["visit", "meeting", "phone", "video"])
def test_a_visit_a_meeting_a_call_and_a_video_count(service, how):
    _person(service, STAGES, f"contacts: [{{on: 2026-01-15, how: {how}}}]")

    _turns_up_on(service, "2026-01-21", "2026-01-22")


@pytest.mark.parametrize(
    "entry",
    [
        "how: letter",
        "how: letter, answered: true",
        "how: message",
        "how: message, answered: false",
        "how: visit, held: false",
        "held: false",
    ],
)
def test_a_letter_an_unanswered_message_and_what_was_not_held_do_not_count(service, entry):
    _person(service, STAGES, f"contacts: [{{on: 2026-01-15, {entry}}}]")

    assert _owed(service, "2026-01-19") == [("2026-01-19", "person")]


def test_an_answered_message_counts(service):
    _person(service, STAGES, "contacts: [{on: 2026-01-15, how: message, answered: true}]")

    _turns_up_on(service, "2026-01-21", "2026-01-22")


def test_a_message_counts_with_somebody_who_prefers_messages(service):
    _person(
        service, STAGES, "prefers: {how: message}", "contacts: [{on: 2026-01-15, how: message}]"
    )

    _turns_up_on(service, "2026-01-21", "2026-01-22")


def test_a_letter_never_counts_even_with_somebody_who_prefers_messages(service):
    _person(service, STAGES, "prefers: {how: message}", "contacts: [{on: 2026-01-15, how: letter}]")

    assert _owed(service, "2026-01-19") == [("2026-01-19", "person")]


def test_a_contact_with_somebody_else_is_none_with_the_person(service):
    service.employer("bakery", "")
    _person(
        service,
        STAGES,
        "circle: [{id: mother, name: Fatima}]",
        "contacts: [{on: 2026-01-15, with: [mother, bakery, cpas], how: phone}]",
    )

    assert _owed(service, "2026-01-19") == [("2026-01-19", "person")]


def test_a_contact_with_several_parties_counts_for_the_person_among_them(service):
    service.employer("bakery", "")
    _person(service, STAGES, "contacts: [{on: 2026-01-15, with: [bakery, person], how: visit}]")

    _turns_up_on(service, "2026-01-21", "2026-01-22")


def test_the_last_contact_counts_wherever_it_stands_in_the_file(service):
    _person(
        service, STAGES, "contacts: [{on: 2026-01-20, how: phone}, {on: 2026-01-15, how: phone}]"
    )

    _turns_up_on(service, "2026-01-26", "2026-01-27")


def test_a_contact_before_the_stage_gives_way_to_the_entry(service):
    _person(service, STAGES, "contacts: [{on: 2026-01-10, how: phone}]")

    _turns_up_on(service, "2026-01-18", "2026-01-19")


def test_each_move_to_another_stage_is_a_new_base_day(service):
    _person(
        service,
        "stages: [{stage: pre-hire, on: 2026-01-12}, {stage: hire, on: 2026-01-18}]",
    )

    _turns_up_on(service, "2026-01-24", "2026-01-25")


def test_a_monthly_contact_clamps_to_the_last_day_of_the_month(service):
    _person(
        service,
        "stages: [{stage: reserve, on: 2026-01-05}]",
        "contacts: [{on: 2026-01-31, how: phone}]",
    )

    _turns_up_on(service, "2026-02-27", "2026-02-28")


def test_a_monthly_contact_keeps_its_day_where_the_month_has_it(service):
    _person(service, "stages: [{stage: reserve, on: 2026-01-28}]")

    _turns_up_on(service, "2026-02-27", "2026-02-28")


@pytest.mark.parametrize(
    ("contact", "before", "due"),
    [
        ("2026-03-01", "2026-03-07", "2026-03-08"),  # the day before eight weeks have passed
        ("2026-03-02", "2026-03-15", "2026-03-16"),  # eight weeks to the day
        ("2026-04-26", "2026-05-09", "2026-05-10"),  # the day before sixteen weeks
        ("2026-04-27", "2026-05-26", "2026-05-27"),  # sixteen weeks to the day
    ],
)
def test_the_line_of_the_rhythm_is_the_one_that_holds_on_the_base_day(
    service, contact, before, due
):
    # reading: a line holds no more on the very day its `for` has passed
    _person(service, FOLLOW_UP, f"contacts: [{{on: {contact}, how: phone}}]")

    _turns_up_on(service, before, due)


def test_the_first_line_still_holds_for_a_base_day_long_ago(service):
    _person(service, FOLLOW_UP)

    assert _owed(service, "2026-08-01") == [("2026-01-12", "person")]


def test_a_line_counts_from_the_last_entry_into_the_stage(service):
    _person(
        service,
        "stages:",
        "  - {stage: follow-up, on: 2025-06-02}",
        "  - {stage: pre-hire, on: 2025-12-01}",
        "  - {stage: follow-up, on: 2026-01-05}",
        "contacts: [{on: 2026-02-02, how: phone}]",
    )

    _turns_up_on(service, "2026-02-08", "2026-02-09")


def test_a_line_in_months_ends_on_the_day_of_the_month(service):
    stages = "process: awiph-2006\nstages: [{stage: integration, on: 2026-01-15}]"

    _person(service, stages, "contacts: [{on: 2026-04-14, how: phone}]")
    _turns_up_on(service, "2026-04-20", "2026-04-21")

    _person(service, stages, "contacts: [{on: 2026-04-15, how: phone}]")
    _turns_up_on(service, "2026-04-28", "2026-04-29")


def test_a_pace_overrides_the_rhythm_of_the_stage_from_its_first_day(service):
    _person(
        service,
        "stages: [{stage: pre-hire, on: 2026-03-02}]",
        "pace: [{with: person, every: 3d, from: 2026-03-05, until: 2026-04-05}]",
    )

    _turns_up_on(service, "2026-03-07", "2026-03-08")


def test_a_pace_without_with_is_toward_the_person(service):
    # reading: as for a contact, `with` may be left out and means the person
    _person(
        service,
        "stages: [{stage: pre-hire, on: 2026-03-02}]",
        "pace: [{every: 3d, from: 2026-03-05}]",
    )

    assert _owed(service, "2026-03-08") == [("2026-03-08", "person")]


def test_a_pace_may_be_slower_than_the_stage(service):
    _person(service, STAGES, "pace: [{with: person, every: 3w, from: 2026-01-12}]")

    _turns_up_on(service, "2026-02-01", "2026-02-02")


def test_a_pace_that_has_ended_since_still_rules_from_a_base_day_on_which_it_was_in_force(service):
    _person(
        service,
        "stages: [{stage: pre-hire, on: 2026-03-02}]",
        "pace: [{with: person, every: 3d, from: 2026-03-05, until: 2026-04-05}]",
        "contacts: [{on: 2026-04-05, how: phone}]",  # reading: a pace holds through its `until`
    )

    _turns_up_on(service, "2026-04-07", "2026-04-08")


def test_a_contact_after_the_pace_returns_to_the_rhythm_of_the_stage(service):
    _person(
        service,
        "stages: [{stage: pre-hire, on: 2026-03-02}]",
        "pace: [{with: person, every: 3d, from: 2026-03-05, until: 2026-04-05}]",
        "contacts: [{on: 2026-04-06, how: phone}]",
    )

    _turns_up_on(service, "2026-04-12", "2026-04-13")


def test_a_pace_not_begun_changes_nothing_yet(service):
    _person(service, STAGES, "pace: [{with: person, every: 2d, from: 2026-01-20}]")

    assert _owed(service, "2026-01-18") == []
    assert _owed(service, "2026-01-19") == [("2026-01-19", "person")]


def test_a_pace_toward_an_employer_leaves_the_rhythm_toward_the_person(service):
    service.employer("bakery", "")
    _person(service, STAGES, "pace: [{with: bakery, every: 1d, from: 2026-01-13}]")

    _turns_up_on(service, "2026-01-18", "2026-01-19")


def test_a_pace_gives_a_rhythm_where_the_stage_has_none(service):
    _person(
        service,
        "process: emploi-accompagne",
        "stages: [{stage: project, on: 2026-01-05}]",
        "pace: [{with: person, every: 7d, from: 2026-01-12}]",
    )

    _turns_up_on(service, "2026-01-18", "2026-01-19")


def test_a_pace_gives_a_rhythm_before_any_stage(service):
    _person(service, "pace: [{with: person, every: 3d, from: 2026-01-12}]")

    _turns_up_on(service, "2026-01-14", "2026-01-15")
    assert [item["ref"] for item in service.due("2026-01-15")] == ["pace[0]"]


def test_before_any_stage_the_base_day_is_the_latest_too(service):
    pace = "pace: [{with: mother, every: 1d}, {with: person, every: 3d, from: 2026-01-12}]"
    circle = "circle: [{id: mother, name: Fatima}]"

    _person(service, circle, pace, "contacts: [{on: 2026-01-20, how: phone}]")
    _turns_up_on(service, "2026-01-22", "2026-01-23")
    assert [item["ref"] for item in service.due("2026-01-23")] == ["pace[1]"]

    _person(service, circle, pace, "pauses: [{from: 2026-01-14, until: 2026-02-02}]")
    _turns_up_on(service, "2026-02-04", "2026-02-05")


def test_before_any_stage_a_pace_that_is_over_owes_nothing(service):
    _person(
        service,
        "pace: [{with: person, every: 3d, from: 2026-01-12, until: 2026-01-31}]",
        "contacts: [{on: 2026-02-01, how: phone}]",
    )

    assert _owed(service, "2026-03-09") == []


def test_before_any_stage_a_promise_holds_the_pace_back(service):
    _person(
        service,
        "pace: [{with: person, every: 3d, from: 2026-01-12}]",
        "contacts: [{on: 2026-01-20, how: phone, next: 2026-02-20}]",
    )

    assert _owed(service, "2026-01-31") == []


def test_without_stage_and_pace_no_contact_is_owed(service):
    _person(service, "contacts: [{on: 2026-01-13, how: phone}]")

    assert _owed(service, "2026-03-09") == []


def test_the_end_of_a_pause_is_a_base_day(service):
    # reading: the end of a pause is its `until`, the last day of the pause
    _person(service, STAGES, "pauses: [{from: 2026-01-20, until: 2026-02-02}]")

    _turns_up_on(service, "2026-02-08", "2026-02-09")


def test_a_contact_after_a_pause_is_the_later_base_day(service):
    _person(
        service,
        STAGES,
        "pauses: [{from: 2026-01-20, until: 2026-02-02}]",
        "contacts: [{on: 2026-02-04, how: phone}]",
    )

    _turns_up_on(service, "2026-02-10", "2026-02-11")


def test_no_contact_is_owed_while_a_promise_is_pending(service):
    _person(service, STAGES, "contacts: [{on: 2026-01-13, how: phone, next: 2026-02-20}]")

    assert _owed(service, "2026-01-20") == []
    assert _owed(service, "2026-02-20") == []
    assert _owed(service, "2026-03-20") == []  # late, but still pending


def test_a_cancelled_promise_gives_the_rhythm_back(service):
    _person(
        service,
        STAGES,
        "contacts:",
        "  - {on: 2026-01-13, how: phone, next: 2026-02-20}",
        "  - {on: 2026-01-14, held: false, next: none}",
    )

    _turns_up_on(service, "2026-01-19", "2026-01-20")


def test_a_kept_promise_gives_the_rhythm_back_from_the_day_it_was_kept(service):
    _person(
        service,
        STAGES,
        "contacts:",
        "  - {on: 2026-01-13, how: phone, next: 2026-02-20}",
        "  - {on: 2026-02-18, how: visit}",
    )

    _turns_up_on(service, "2026-02-24", "2026-02-25")


def test_a_promise_to_an_employer_does_not_hold_back_the_contact_with_the_person(service):
    service.employer("bakery", "")
    _person(
        service, STAGES, "contacts: [{on: 2026-01-13, with: bakery, how: phone, next: 2026-02-20}]"
    )

    assert _owed(service, "2026-01-19") == [("2026-01-19", "person")]


def test_nobody_in_no_stage_owes_a_contact(service):
    _person(service, "contacts: [{on: 2026-01-13, how: phone}]")

    assert _owed(service, "2026-12-31") == []


def test_a_stage_without_rhythm_owes_no_contact(service):
    _person(service, "process: emploi-accompagne", "stages: [{stage: project, on: 2026-01-05}]")

    assert _owed(service, "2026-12-31") == []


def test_the_persons_own_process_overrides_the_services(service):
    _person(service, "process: awiph-2006", "stages: [{stage: assessment, on: 2026-01-12}]")

    _turns_up_on(service, "2026-01-25", "2026-01-26")


def test_a_stage_entry_that_names_a_process_is_followed_from_there_on(service):
    _person(
        service,
        "stages:",
        "  - {stage: reserve, on: 2026-01-05}",
        "  - {stage: assessment, on: 2026-01-12, process: awiph-2006}",
        "  - {stage: job-search, on: 2026-02-02}",
    )

    _turns_up_on(service, "2026-02-08", "2026-02-09")


def test_a_process_of_the_service_brings_its_own_rhythm(service):
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        stages:
          - {id: start, next: [closed], contact: {person: [{for: 5d, every: 2d}, {every: 10d}]}}
          - {id: closed, final: true, next: [start], needs: [reason]}
        """,
    )
    own = "process: own\nstages: [{stage: start, on: 2026-01-05}]"

    _person(service, own, "contacts: [{on: 2026-01-09, how: phone}]")
    _turns_up_on(service, "2026-01-10", "2026-01-11")

    _person(service, own, "contacts: [{on: 2026-01-10, how: phone}]")
    _turns_up_on(service, "2026-01-19", "2026-01-20")
