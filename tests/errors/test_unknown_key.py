"""`unknown-key`: a key this format does not have."""

PERSON = "people/ab-k7q.yaml"


def test_it_is_found_at_the_key(service):
    service.person("ab-k7q", "shoe_size: 42\n")

    assert service.findings() == [(PERSON, 4, 1, "unknown-key")]


def test_the_nearest_known_key_is_named(service, faults):
    service.person("ab-k7q", "stregths: [Punctual]\n")

    assert "strengths" in faults.hint("unknown-key")


def test_capitals_make_another_key(service, faults):
    service.person("ab-k7q", "Place: Fleurus\n")

    assert faults.at("unknown-key") == [(PERSON, 4, 1)]
    assert "place" in faults.hint("unknown-key")


def test_it_is_found_inside_an_entry(service):
    service.person("ab-k7q", "contacts:\n  - {on: 2026-03-01, how: visit, nxet: 2026-03-12}\n")

    assert service.findings() == [(PERSON, 5, 34, "unknown-key")]


def test_it_is_found_in_employers_settings_and_processes(service, faults):
    service.employer("boulangerie", "secter: Food\n")
    service.settings("format: 1\nlangauge: en\ncoaches: [{id: claire, name: Claire}]\n")
    service.process(
        "own",
        """
        id: own
        name: {en: Own}
        sorce: A book
        stages: [{id: one, final: true}]
        """,
    )

    assert sorted(faults.at("unknown-key")) == [
        ("employers/boulangerie.yaml", 4, 1),
        ("jobcoach.yaml", 2, 1),
        ("processes/own.yaml", 3, 1),
    ]


def test_keys_that_begin_with_x_are_sound_everywhere(service):
    service.person(
        "ab-k7q",
        "x-shoes: 42\nx-list: [a, {b: c}]\nprefers: {x-day: monday}\n"
        "contacts:\n  - {on: 2026-03-01, how: visit, x-room: 4}\n",
    )
    service.employer("boulangerie", "x-shoes: 42\n")

    assert service.findings() == []


def test_an_x_without_a_dash_is_not_enough(service):
    service.person("ab-k7q", "xshoes: 42\n")

    assert service.findings() == [(PERSON, 4, 1, "unknown-key")]


def test_free_criteria_of_quality_are_sound(service):
    service.employer(
        "boulangerie", "jobs:\n  - {id: counter, title: Counter, quality: {light: good}}\n"
    )

    assert service.findings() == []


def test_it_is_a_warning_with_a_way_out(service, faults):
    service.person("ab-k7q", "shoe_size: 42\n")

    assert faults.worded("unknown-key") == "warning"
    assert service.run("check").exit_code == 0
