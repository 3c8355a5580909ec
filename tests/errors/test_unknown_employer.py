"""`unknown-employer`: an employer without a file."""

PERSON = "people/ab-k7q.yaml"


def test_an_application_s_employer_is_looked_up(service):
    service.person("ab-k7q", "applications:\n  - {employer: bakery, proposed: 2026-03-08}\n")

    assert service.findings() == [(PERSON, 5, 16, "unknown-employer")]


def test_a_placement_s_employer_is_looked_up(service):
    service.person("ab-k7q", "placements:\n  - employer: bakery\n    from: 2026-02-16\n")

    assert service.findings() == [(PERSON, 5, 15, "unknown-employer")]


def test_a_partner_is_no_employer(service):
    service.person("ab-k7q", "placements:\n  - {employer: cpas, from: 2026-02-16}\n")

    assert service.findings() == [(PERSON, 5, 16, "unknown-employer")]


def test_an_employer_with_a_file_is_sound(service):
    service.employer("bakery")
    service.person("ab-k7q", "placements:\n  - {employer: bakery, from: 2026-02-16}\n")

    assert service.findings() == []


def test_an_employer_whose_file_is_broken_is_still_known(service, faults):
    service.write("employers/bakery.yaml", 'name: "Bakery\n')
    service.person("ab-k7q", "placements:\n  - {employer: bakery, from: 2026-02-16}\n")

    assert "unknown-employer" not in faults.codes()


def test_a_firm_may_be_any_name(service):
    service.person("ab-k7q", "placements:\n  - {firm: The bakery, from: 2026-02-16}\n")

    assert service.findings() == []


def test_employers_of_earlier_life_are_free_text(service):
    service.person("ab-k7q", "experience: [{title: Shop assistant, employer: Grocery in Oran}]\n")

    assert service.findings() == []


def test_it_is_an_error_whose_hint_names_the_nearest(service, faults):
    service.employer("bakery")
    service.person("ab-k7q", "placements:\n  - {employer: bakry, from: 2026-02-16}\n")

    assert faults.worded("unknown-employer") == "error"
    assert "bakery" in faults.hint("unknown-employer")
