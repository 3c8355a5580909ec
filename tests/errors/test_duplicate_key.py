"""`duplicate-key`: one key twice in the same mapping."""

PERSON = "people/ab-k7q.yaml"


def test_the_second_one_is_at_fault(service):
    service.person("ab-k7q", "place: Fleurus\nplace: Namur\n")

    assert service.findings() == [(PERSON, 5, 1, "duplicate-key")]


def test_it_is_found_deep_inside_braces(service):
    service.person("ab-k7q", "stages:\n  - {stage: reserve, on: 2026-01-05, on: 2026-01-06}\n")

    assert service.findings() == [(PERSON, 5, 38, "duplicate-key")]


def test_quotes_make_no_other_key(service):
    service.person("ab-k7q", 'place: Fleurus\n"place": Namur\n')

    assert service.findings() == [(PERSON, 5, 1, "duplicate-key")]


def test_a_key_without_value_counts_too(service):
    service.person("ab-k7q", "place:\nplace: Namur\n")

    assert service.findings() == [(PERSON, 5, 1, "duplicate-key")]


def test_three_of_a_key_are_two_faults(service):
    service.person("ab-k7q", "place: A\nplace: B\nplace: C\n")

    assert service.findings() == [(PERSON, 5, 1, "duplicate-key"), (PERSON, 6, 1, "duplicate-key")]


def test_two_lists_of_contacts_left_by_a_merge_are_found(service, faults):
    contact = "contacts:\n  - {on: 2026-03-01, how: visit}\n"
    service.person("ab-k7q", contact + contact)

    assert faults.at("duplicate-key") == [(PERSON, 6, 1)]


def test_it_is_found_in_the_settings_too(service, faults):
    service.settings("format: 1\nlanguage: en\nlanguage: fr\n")

    assert faults.at("duplicate-key") == [("jobcoach.yaml", 3, 1)]


def test_the_same_key_in_two_entries_is_sound(service):
    service.person(
        "ab-k7q",
        "contacts:\n  - {on: 2026-03-01, how: visit}\n  - {on: 2026-03-02, how: visit}\n",
    )

    assert service.findings() == []


def test_it_is_an_error_with_a_way_out(service, faults):
    service.person("ab-k7q", "place: Fleurus\nplace: Namur\n")

    assert faults.worded("duplicate-key") == "error"
    assert "place" in faults.message("duplicate-key")
