"""`stray-comma`: a comma cut a text in two inside `{…}`."""

PERSON = "people/ab-k7q.yaml"


def test_the_rest_of_the_text_is_at_fault(service):
    service.person(
        "ab-k7q", "contacts:\n  - {on: 2026-03-01, how: visit, note: Start at 8, not before}\n"
    )

    assert service.findings() == [(PERSON, 5, 52, "stray-comma")]


def test_two_commas_are_two_faults(service):
    service.person("ab-k7q", "prefers: {how: meeting, when: Mornings, noon, nights}\n")

    assert service.findings() == [(PERSON, 4, 41, "stray-comma"), (PERSON, 4, 47, "stray-comma")]


def test_a_quoted_text_may_have_commas(service):
    service.person(
        "ab-k7q", 'contacts:\n  - {on: 2026-03-01, how: visit, note: "Start at 8, not before"}\n'
    )

    assert service.findings() == []


def test_a_text_on_its_own_line_may_have_commas(service):
    service.person("ab-k7q", "prefers:\n  when: Mornings, noon, nights\n")

    assert service.findings() == []


def test_a_known_key_left_empty_is_sound(service):
    service.person("ab-k7q", "prefers: {how: meeting, where: , when: Mornings}\n")

    assert service.findings() == []


def test_outside_braces_an_unknown_key_without_value_is_only_unknown(service, faults):
    service.person("ab-k7q", "prefers:\n  how: meeting\n  noon:\n")

    assert faults.codes() == ["unknown-key"]


def test_an_unknown_key_with_a_value_is_only_unknown(service, faults):
    service.person("ab-k7q", "prefers: {how: meeting, noon: perhaps}\n")

    assert faults.codes() == ["unknown-key"]


def test_it_is_an_error_whose_way_out_is_to_quote(service, faults):
    service.person("ab-k7q", "prefers: {how: meeting, when: Mornings, noon}\n")

    assert faults.worded("stray-comma") == "error"
    assert "quote" in faults.hint("stray-comma")
