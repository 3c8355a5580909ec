"""`no-reference`: nobody on an employer's staff is the reference."""

FIRM = "employers/bakery.yaml"


def test_a_staff_without_a_reference_is_found_at_the_list(service):
    service.employer("bakery", "staff: [{name: Luc}, {name: Nadia, relay: colleague}]\n")

    assert service.findings() == [(FIRM, 4, 8, "no-reference")]


def test_a_reference_that_says_false_is_none(service):
    service.employer("bakery", "staff: [{name: Luc, reference: false}]\n")

    assert service.findings() == [(FIRM, 4, 8, "no-reference")]


def test_a_list_on_lines_is_told_at_its_first_dash(service):
    service.employer("bakery", "staff:\n  - name: Luc\n  - name: Nadia\n")

    assert service.findings() == [(FIRM, 5, 3, "no-reference")]


def test_one_reference_is_sound(service):
    service.employer("bakery", "staff: [{name: Luc, reference: true}, {name: Nadia}]\n")

    assert service.findings() == []


def test_two_references_are_not_the_want_of_one(service, faults):
    service.employer("bakery", "staff: [{name: A, reference: true}, {name: B, reference: true}]\n")

    assert "no-reference" not in faults.codes()


def test_it_is_a_warning_with_a_way_out(service, faults):
    service.employer("bakery", "staff: [{name: Luc}]\n")

    assert faults.worded("no-reference") == "warning"
    assert service.run("check").exit_code == 0
