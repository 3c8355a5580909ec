"""`syntax`: the text is not YAML."""

PERSON = "people/ab-k7q.yaml"


def test_a_quote_left_open_is_found_where_it_opens(service):
    service.write(PERSON, 'id: ab-k7q\nname: "Amina\n')

    assert service.findings() == [(PERSON, 2, 7, "syntax")]


def test_a_bracket_left_open_is_found(service, faults):
    service.write(PERSON, "id: ab-k7q\nname: Amina\nwishes: [Bakery, Shop\n")

    assert faults.codes() == ["syntax"]


def test_a_tab_before_a_key_is_found_on_its_line(service):
    service.write(PERSON, "id: ab-k7q\nname: Amina\nreferred:\n\tby: cpas\n")

    ((file, line, _, code),) = service.findings()
    assert (file, line, code) == (PERSON, 4, "syntax")


def test_a_second_colon_in_plain_text_is_found_on_its_line(service):
    service.person("ab-k7q", "contacts:\n  - on: 2026-03-01\n    note: Call back: tomorrow\n")

    ((file, line, _, code),) = service.findings()
    assert (file, line, code) == (PERSON, 6, "syntax")


def test_an_at_sign_in_front_of_plain_text_is_found_at_it(service):
    service.write(PERSON, "id: ab-k7q\nname: @Amina\n")

    assert service.findings() == [(PERSON, 2, 7, "syntax")]


def test_a_line_without_a_colon_is_found(service, faults):
    service.write(PERSON, "id: ab-k7q\nname: Amina\nplace\n")

    assert faults.codes() == ["syntax"]


def test_a_key_without_a_space_after_its_colon_is_found(service, faults):
    service.write(PERSON, "id: ab-k7q\nname: Amina\nplace:Fleurus\n")

    assert faults.codes() == ["syntax"]


def test_it_is_found_in_the_settings_too(service):
    service.settings('format: 1\nlanguage: "en\n')

    assert ("jobcoach.yaml", 2, 11, "syntax") in service.findings()


def test_it_is_found_in_employers_and_processes(service, faults):
    service.write("employers/boulangerie.yaml", 'id: boulangerie\nname: "B\n')
    service.write("processes/own.yaml", 'id: own\nsource: "B\n')

    assert faults.at("syntax") == [
        ("employers/boulangerie.yaml", 2, 7),
        ("processes/own.yaml", 2, 9),
    ]


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, 'id: ab-k7q\nname: "Amina\n')

    assert faults.worded("syntax") == "error"


def test_a_file_of_every_yaml_style_is_sound(service):
    service.write(
        PERSON,
        '---\n# a comment\nid: \'ab-k7q\'\n"name": "Amina: \\"the\\" #1"\ncoach: claire  # since March\n'
        "wishes:\n- Bakery\n-   'Shop: large'\nprefers: {how: meeting,\n  where: At the service}\n"
        "contacts:\n  - on: 2026-03-01\n    how: visit\n    note: >-\n      Call back: tomorrow\n\n"
        "      #2 is closed\n  - on: 2026-03-02\n    how: visit\n    note: |\n      One\n      Two\n",
    )

    assert service.findings() == []
