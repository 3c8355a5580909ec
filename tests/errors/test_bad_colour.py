"""`bad-colour`: a colour of documents that is none."""

import pytest

FILE = "jobcoach.yaml"


def settings(service, colour):
    service.settings(
        f"format: 1\norganisation: {{name: Le Tremplin, colour: {colour}}}\nlanguage: en\n"
    )


@pytest.mark.parametrize(
    "written", ["blue", "1b4a72", '"#1b4a7"', '"#1b4a722"', '"#1b4a7g"', '"#147"', '"rgb(0, 0, 0)"']
)
def test_what_is_no_colour_is_found_at_the_word(service, written):
    settings(service, written)

    assert service.findings() == [(FILE, 2, 43, "bad-colour")]


@pytest.mark.parametrize("written", ['"#1b4a72"', "'#000000'", '"#1B4A72"'])
def test_a_hash_and_six_digits_are_a_colour(service, written):
    settings(service, written)

    assert service.findings() == []


@pytest.mark.parametrize("text", ["format: 1\n", "format: 1\norganisation: {name: Le Tremplin}\n"])
def test_no_colour_of_its_own_is_sound(service, text):
    service.settings(text)

    assert service.findings() == []


def test_what_is_no_colour_has_no_contrast_either(service, faults):
    settings(service, "white")

    assert faults.codes() == ["bad-colour"]


def test_the_way_out_shows_the_quotes_without_which_it_would_be_a_comment(service, faults):
    settings(service, "blue")

    assert faults.message("bad-colour") == '"blue" is not a colour'
    assert '"#1b4a72"' in faults.hint("bad-colour")


def test_it_is_a_warning_with_a_way_out(service, faults):
    settings(service, "blue")

    assert faults.worded("bad-colour") == "warning"
    assert service.run("check").exit_code == 0
