"""`too-deep`: nesting deeper than 20, the file's own mapping being level 1."""

PERSON = "people/ab-k7q.yaml"
HEAD = "id: ab-k7q\nname: Amina\ncoach: claire\n"


def test_lists_down_to_level_20_are_read_and_level_21_is_refused(service):
    service.write(PERSON, HEAD + "x-deep: " + "[" * 19 + "a" + "]" * 19 + "\n")
    assert service.findings() == []

    service.write(PERSON, HEAD + "x-deep: " + "[" * 20 + "a" + "]" * 20 + "\n")
    assert service.findings() == [(PERSON, 4, 28, "too-deep")]


def test_mappings_on_lines_count_as_well(service):
    def nested(levels):
        """Mappings down to level *levels*."""
        return "".join("  " * at + ("x-deep:\n" if at == 0 else "x:\n") for at in range(levels - 1))

    service.write(PERSON, HEAD + nested(20) + "  " * 19 + "x: a\n")
    assert service.findings() == []

    service.write(PERSON, HEAD + nested(21) + "  " * 20 + "x: a\n")
    assert service.findings() == [(PERSON, 24, 41, "too-deep")]


def test_a_hundred_thousand_brackets_are_refused_without_harm(service, faults):
    service.write(PERSON, HEAD + "x-deep: " + "[" * 100_000 + "]" * 100_000 + "\n")

    assert faults.codes() == ["too-deep"]


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, HEAD + "x-deep: " + "[" * 20 + "]" * 20 + "\n")

    assert faults.worded("too-deep") == "error"
