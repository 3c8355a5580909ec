"""`promised`: the `next` of a contact, until it is kept, replaced or cancelled."""

PROMISE = "{on: 2026-02-17, how: phone, next: 2026-02-24}"
OWED = [("2026-02-24", "person")]


def _contacts(service, *entries, extra=""):
    lines = "\n".join(f"  - {entry}" for entry in entries)
    service.person("ab-k7q", f"{extra}\ncontacts:\n{lines}\n")


def test_a_promise_is_owed_on_its_day_not_before(service):
    _contacts(service, PROMISE)

    assert service.kinds("2026-02-23", "promised") == []
    assert service.kinds("2026-02-24", "promised") == OWED


def test_a_promise_stays_with_its_own_day_and_grows_late(service):
    _contacts(service, PROMISE)

    [item] = [i for i in service.due("2026-03-01") if i["kind"] == "promised"]

    assert (item["due"], item["deadline"], item["late_days"]) == ("2026-02-24", None, 5)


def test_a_contact_two_days_before_keeps_the_promise_three_days_before_does_not(service):
    _contacts(service, PROMISE, "{on: 2026-02-22, how: phone}")
    assert service.kinds("2026-02-24", "promised") == []

    _contacts(service, PROMISE, "{on: 2026-02-21, how: phone}")
    assert service.kinds("2026-02-24", "promised") == OWED


def test_a_contact_long_after_keeps_the_promise_from_its_own_day(service):
    _contacts(service, PROMISE, "{on: 2026-03-10, how: visit}")

    assert service.kinds("2026-03-09", "promised") == OWED
    assert service.kinds("2026-03-10", "promised") == []


def test_a_letter_or_an_unanswered_message_leaves_the_promise_pending(service):
    for entry in ("{on: 2026-02-24, how: letter}", "{on: 2026-02-24, how: message}"):
        _contacts(service, PROMISE, entry)
        assert service.kinds("2026-02-25", "promised") == OWED


def test_an_answered_message_keeps_the_promise(service):
    _contacts(service, PROMISE, "{on: 2026-02-24, how: message, answered: true}")

    assert service.kinds("2026-02-25", "promised") == []


def test_a_message_keeps_the_promise_to_somebody_who_prefers_messages(service):
    _contacts(service, PROMISE, "{on: 2026-02-24, how: message}", extra="prefers: {how: message}")

    assert service.kinds("2026-02-25", "promised") == []


def test_a_contact_that_did_not_take_place_leaves_the_promise_pending(service):
    _contacts(service, PROMISE, "{on: 2026-02-24, how: visit, held: false}")

    assert service.kinds("2026-02-25", "promised") == OWED


def test_a_later_promise_replaces_the_earlier_one(service):
    _contacts(service, PROMISE, "{on: 2026-02-19, how: phone, next: 2026-03-10}")

    assert service.kinds("2026-03-09", "promised") == []
    assert service.kinds("2026-03-10", "promised") == [("2026-03-10", "person")]


def test_a_later_promise_made_without_a_meeting_replaces_the_earlier_one(service):
    _contacts(service, PROMISE, "{on: 2026-02-19, held: false, next: 2026-03-10}")

    assert service.kinds("2026-02-24", "promised") == []
    assert service.kinds("2026-03-10", "promised") == [("2026-03-10", "person")]


def test_a_promise_written_in_a_letter_replaces_the_earlier_one(service):
    _contacts(service, PROMISE, "{on: 2026-02-19, how: letter, next: 2026-03-10}")

    assert service.kinds("2026-03-10", "promised") == [("2026-03-10", "person")]


def test_none_cancels_a_promise_from_that_day(service):
    _contacts(service, PROMISE, "{on: 2026-02-26, held: false, next: none}")

    assert service.kinds("2026-02-25", "promised") == OWED
    assert service.kinds("2026-02-26", "promised") == []


def test_none_on_its_own_promises_nothing(service):
    _contacts(service, "{on: 2026-02-17, how: phone, next: none}")

    assert service.kinds("2026-03-09", "promised") == []


def test_a_promise_to_several_parties_is_owed_to_each(service):
    service.employer("bakery", "")
    _contacts(service, "{on: 2026-02-17, with: [person, bakery], how: visit, next: 2026-02-24}")

    assert sorted(service.kinds("2026-02-24", "promised")) == [
        ("2026-02-24", "bakery"),
        ("2026-02-24", "person"),
    ]


def test_a_contact_with_one_party_leaves_the_promise_to_the_other(service):
    service.employer("bakery", "")
    _contacts(
        service,
        "{on: 2026-02-17, with: [person, bakery], how: visit, next: 2026-02-24}",
        "{on: 2026-02-24, with: bakery, how: phone}",
    )

    assert service.kinds("2026-02-25", "promised") == OWED


def test_a_new_promise_to_one_party_does_not_replace_the_promise_to_another(service):
    service.employer("bakery", "")
    _contacts(
        service,
        "{on: 2026-02-17, with: bakery, how: visit, next: 2026-02-24}",
        "{on: 2026-02-18, with: person, how: phone, next: 2026-03-10}",
    )

    assert service.kinds("2026-02-24", "promised") == [("2026-02-24", "bakery")]


def test_promises_to_partners_and_to_the_circle_are_owed_too(service):
    _contacts(
        service,
        "{on: 2026-02-17, with: cpas, how: phone, next: 2026-02-24}",
        "{on: 2026-02-17, with: mother, how: phone, next: 2026-02-25}",
        extra="circle: [{id: mother, name: Fatima, relation: mother}]",
    )

    assert service.kinds("2026-02-25", "promised") == [
        ("2026-02-24", "cpas"),
        ("2026-02-25", "mother"),
    ]


def test_of_two_contacts_on_one_day_the_one_further_down_is_the_later(service):
    promise, call = "{on: 2026-02-17, how: phone, next: 2026-02-18}", "{on: 2026-02-17, how: visit}"

    _contacts(service, promise, call)
    assert service.kinds("2026-02-18", "promised") == []

    _contacts(service, call, promise)
    assert service.kinds("2026-02-18", "promised") == [("2026-02-18", "person")]


def test_contacts_of_different_days_may_stand_in_any_order(service):
    _contacts(service, "{on: 2026-02-23, how: phone}", PROMISE)

    assert service.kinds("2026-02-24", "promised") == []


def test_a_promise_in_an_employers_file_is_an_item_of_the_employer(service):
    service.employer("bakery", f"contacts: [{PROMISE}]")

    assert service.kinds("2026-02-23", "promised") == []
    [item] = [i for i in service.due("2026-02-24") if i["kind"] == "promised"]
    assert (item["case"], item["with"]) == ("employers/bakery", "bakery")


def test_a_promise_is_owed_to_somebody_in_no_stage_and_in_a_stage_alike(service):
    _contacts(service, PROMISE, extra="stages: [{stage: pre-hire, on: 2026-01-12}]")

    assert service.kinds("2026-02-24", "promised") == OWED
