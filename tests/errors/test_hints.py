"""What people really type, and the way out they are told."""

PERSON = "people/ab-k7q.yaml"


def _only(faults):
    (finding,) = faults.all()
    return finding


def test_a_space_that_does_not_break_after_a_colon(service, faults):
    service.person("ab-k7q", "place:\u00a0Fleurus\n")

    finding = _only(faults)

    assert (finding["file"], finding["line"], finding["code"]) == (PERSON, 4, "syntax")
    assert "non-breaking space" in (finding["message"] + finding["hint"]).lower().replace(
        "no-break", "non-breaking"
    )


def test_curly_quotes_around_a_word(service, faults):
    service.person("ab-k7q", "documents: “easy”\n")

    finding = _only(faults)

    assert (finding["line"], finding["column"], finding["code"]) == (4, 12, "bad-value")
    assert '"easy"' in finding["hint"]


def test_curly_quotes_around_a_date(service, faults):
    service.person("ab-k7q", "born: “1988-04-12”\n")

    finding = _only(faults)

    assert (finding["line"], finding["column"], finding["code"]) == (4, 7, "bad-date")
    assert "1988-04-12" in finding["hint"]


def test_a_second_colon_in_a_note(service, faults):
    service.person("ab-k7q", "contacts:\n  - on: 2026-03-01\n    note: Call back: tomorrow\n")

    finding = _only(faults)

    assert (finding["line"], finding["code"]) == (6, "syntax")
    assert "quote" in finding["hint"]


def test_a_comma_inside_braces(service, faults):
    service.person(
        "ab-k7q", "contacts:\n  - {on: 2026-03-01, how: visit, note: Start at 8, not before}\n"
    )

    finding = _only(faults)

    assert finding["code"] == "stray-comma"
    assert "quote" in finding["hint"]


def test_a_comma_for_the_decimals_inside_braces(service, faults):
    service.person("ab-k7q", "placements:\n  - {firm: Paul, from: 2026-02-16, hours: 19,5}\n")

    finding = _only(faults)

    assert (finding["line"], finding["column"], finding["code"]) == (5, 46, "stray-comma")


def test_a_belgian_date(service, faults):
    service.person("ab-k7q", "born: 09/03/2026\n")

    assert "2026-03-09" in _only(faults)["hint"]


def test_a_belgian_date_of_another_day_than_the_example(service, faults):
    service.person("ab-k7q", "born: 4/12/1988\n")

    assert "1988-12-04" in _only(faults)["hint"]


def test_a_date_with_dots(service, faults):
    service.person("ab-k7q", "born: 12.4.1988\n")

    assert "1988-04-12" in _only(faults)["hint"]


def test_a_date_without_its_zeros(service, faults):
    service.person("ab-k7q", "born: 1988-4-2\n")

    assert "1988-04-02" in _only(faults)["hint"]


def test_a_tab_for_indentation(service, faults):
    service.person("ab-k7q", "prefers:\n\thow: meeting\n")

    finding = _only(faults)

    assert (finding["line"], finding["code"]) == (5, "syntax")
    assert "tab" in (finding["message"] + finding["hint"]).lower()
    assert "space" in finding["hint"].lower()


def test_a_stage_without_its_dash(service, faults):
    service.person("ab-k7q", "stages:\n  - {stage: prehire, on: 2026-03-02}\n")

    assert 'did you mean "pre-hire"?' in _only(faults)["hint"]


def test_a_word_in_capitals(service, faults):
    service.person("ab-k7q", "documents: Easy\n")

    assert '"easy"' in _only(faults)["hint"]


def test_yes_for_true(service, faults):
    service.person("ab-k7q", "employer_may_know: yes\n")

    hint = _only(faults)["hint"]
    assert "true" in hint
    assert "false" in hint


def test_a_key_without_a_space_after_its_colon(service, faults):
    service.person("ab-k7q", "place:Fleurus\n")

    finding = _only(faults)

    assert (finding["line"], finding["code"]) == (4, "syntax")
    assert "space" in finding["hint"]


def test_an_apostrophe_inside_single_quotes(service, faults):
    service.person("ab-k7q", "place: 'L'Escaillère'\nphone: 0470\n")

    finding = faults.all()[0]

    assert (finding["line"], finding["code"]) == (4, "syntax")


def test_no_hint_speaks_the_parser_s_language(service, faults):
    for text in (
        "place: 'L'Escaillère'\n",
        "prefers:\n\thow: meeting\n",
        'place: "Fleurus\n',
        "place: [a, b\n",
        "place: @here\n",
        "note: Call back: tomorrow\n",
    ):
        service.person("ab-k7q", text)
        for finding in faults.all():
            told = (finding["message"] + finding["hint"]).lower()
            for jargon in ("scanner", "token", "parser", "block mapping", "yaml.", "scalar"):
                assert jargon not in told, told
