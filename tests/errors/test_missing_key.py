"""`missing-key`: what a file or an entry cannot do without."""

import pytest

PERSON = "people/ab-k7q.yaml"


def test_a_person_without_a_name_is_told_at_the_file_s_mapping(service):
    service.write(PERSON, "id: ab-k7q\ncoach: claire\n")

    assert service.findings() == [(PERSON, 1, 1, "missing-key")]


def test_a_person_without_an_id_is_told_at_the_file_s_mapping(service):
    service.write(PERSON, "name: Amina\ncoach: claire\n")

    assert service.findings() == [(PERSON, 1, 1, "missing-key")]


@pytest.mark.parametrize("nothing", ["", " null", " ~"])
def test_an_empty_id_is_a_missing_one_and_no_mismatch(service, faults, nothing):
    service.write(PERSON, f"id:{nothing}\nname: Amina\ncoach: claire\n")

    assert faults.codes() == ["missing-key"]


def test_an_empty_file_misses_both(service, faults):
    service.write(PERSON, "")

    assert faults.at("missing-key") == [(PERSON, 1, 1), (PERSON, 1, 1)]


@pytest.mark.parametrize("nothing", ["", " null", " ~"])
def test_an_empty_name_is_a_missing_one(service, faults, nothing):
    service.write(PERSON, f"id: ab-k7q\nname:{nothing}\ncoach: claire\n")

    assert faults.codes() == ["missing-key"]


@pytest.mark.parametrize("word", ["no", "Null Dupont", "'null'"])
def test_a_name_may_be_any_text(service, word):
    service.write(PERSON, f"id: ab-k7q\nname: {word}\ncoach: claire\n")

    assert service.findings() == []


@pytest.mark.parametrize(
    ("section", "entry", "missing"),
    [
        ("stages", "stage: reserve", "on"),
        ("stages", "on: 2026-03-02", "stage"),
        ("placements", "from: 2026-02-16", "employer"),
        ("placements", "firm: Chez Paul", "from"),
        ("contacts", "how: visit", "on"),
        ("contacts", "on: 2026-03-01", "how"),
        ("agreements", "with: person, on: 2026-01-05", "kind"),
        ("agreements", "kind: participation, with: person", "on"),
        ("consents", "about: [name], on: 2026-01-12", "to"),
        ("consents", "to: employers, about: [name]", "on"),
        ("constraints", "what: Not before 8", "kind"),
        ("constraints", "kind: hours", "what"),
        ("obstacles", "since: 2026-01-12", "what"),
        ("reviews", "on: 2026-03-01, by: person", "kind"),
        ("reviews", "kind: satisfaction, by: person", "on"),
    ],
)
def test_an_entry_is_told_at_its_brace(service, faults, section, entry, missing):
    service.person("ab-k7q", f"{section}:\n  - {{{entry}}}\n")

    assert service.findings() == [(PERSON, 5, 5, "missing-key")]
    assert missing in faults.message("missing-key")


def test_an_entry_on_lines_is_told_at_its_first_key(service):
    service.person("ab-k7q", "contacts:\n  - how: visit\n    note: Hello\n")

    assert service.findings() == [(PERSON, 5, 5, "missing-key")]


def test_a_contact_that_did_not_take_place_needs_no_how(service):
    service.person("ab-k7q", "contacts:\n  - {on: 2026-03-01, held: false, next: 2026-03-12}\n")

    assert service.findings() == []


def test_a_contact_that_took_place_does(service, faults):
    service.person("ab-k7q", "contacts:\n  - {on: 2026-03-01, held: true}\n")

    assert faults.at("missing-key") == [(PERSON, 5, 5)]


def test_a_placement_with_a_firm_needs_no_employer(service):
    service.person("ab-k7q", "placements:\n  - {firm: Chez Paul, from: 2026-02-16}\n")

    assert service.findings() == []


def test_an_employer_without_a_name_is_told(service):
    service.write("employers/boulangerie.yaml", "id: boulangerie\n")

    assert service.findings() == [("employers/boulangerie.yaml", 1, 1, "missing-key")]


def test_an_employer_s_contact_needs_no_with(service):
    service.employer("boulangerie", "contacts: [{on: 2026-01-28, how: visit, by: claire}]\n")

    assert service.findings() == []


def test_an_employer_s_contact_needs_its_day(service):
    service.employer("boulangerie", "contacts: [{how: visit, by: claire}]\n")

    assert service.findings() == [("employers/boulangerie.yaml", 4, 12, "missing-key")]


def test_id_and_name_are_all_a_person_needs(service, faults):
    service.write(PERSON, "id: ab-k7q\nname: Amina\n")

    assert "missing-key" not in faults.codes()


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, "id: ab-k7q\n")

    assert faults.worded("missing-key") == "error"
