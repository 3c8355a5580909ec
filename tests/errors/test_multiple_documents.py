"""`multiple-documents`: one file, several YAML documents."""

PERSON = "people/ab-k7q.yaml"
HEAD = "id: ab-k7q\nname: Amina\ncoach: claire\n"


def test_a_second_document_is_found_where_it_begins(service):
    service.write(PERSON, HEAD + "---\nid: cd-m2p\nname: Bert\n")

    assert service.findings() == [(PERSON, 4, 1, "multiple-documents")]


def test_one_document_may_open_with_dashes(service):
    service.write(PERSON, "---\n" + HEAD)

    assert service.findings() == []


def test_dashes_inside_a_text_begin_nothing(service):
    service.write(
        PERSON,
        HEAD + "contacts:\n  - on: 2026-03-01\n    how: visit\n    note: |\n      a\n      ---\n",
    )

    assert service.findings() == []


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, HEAD + "---\nid: cd-m2p\n")

    assert faults.worded("multiple-documents") == "error"
