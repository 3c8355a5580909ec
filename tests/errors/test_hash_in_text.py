"""`hash-in-text`: ` #` and no space ends a plain text unseen."""

PERSON = "people/ab-k7q.yaml"


def test_a_plain_text_cut_by_a_hash_is_found(service):
    service.employer("boulangerie", "transport: Take bus #12\n")

    assert service.findings() == [("employers/boulangerie.yaml", 4, 12, "hash-in-text")]


def test_it_is_found_in_an_entry(service):
    service.person(
        "ab-k7q", "contacts:\n  - on: 2026-03-01\n    how: visit\n    note: Room #4 upstairs\n"
    )

    assert service.findings() == [(PERSON, 7, 11, "hash-in-text")]


def test_a_comment_after_hash_and_space_is_sound(service):
    service.employer("boulangerie", "transport: Take bus # 12 or 14\n")

    assert service.findings() == []


def test_a_quoted_hash_is_sound(service):
    service.employer(
        "boulangerie", 'transport: "Take bus #12"\nplace: Rue #3\n'.replace(" #3", "#3")
    )

    assert service.findings() == []


def test_a_hash_in_a_block_text_is_sound(service):
    service.person(
        "ab-k7q", "contacts:\n  - on: 2026-03-01\n    how: visit\n    note: |\n      Room #4\n"
    )

    assert service.findings() == []


def test_it_is_a_warning_with_a_way_out(service, faults):
    service.employer("boulangerie", "transport: Take bus #12\n")

    assert faults.worded("hash-in-text") == "warning"
    assert service.run("check").exit_code == 0
