"""`low-contrast`: a colour of documents too light to be read by everybody on white paper."""

import pytest

FILE = "jobcoach.yaml"


def settings(service, colour):
    service.settings(
        f'format: 1\norganisation: {{name: Le Tremplin, colour: "{colour}"}}\nlanguage: en\n'
    )


@pytest.mark.parametrize(
    ("dark", "light"),
    [("#595959", "#5a5a5a"), ("#b60000", "#b70000"), ("#006800", "#006900")],
)
def test_a_colour_is_sound_from_a_contrast_of_7_on(service, dark, light):
    settings(service, dark)
    assert service.findings() == []

    settings(service, light)
    assert service.findings() == [(FILE, 2, 43, "low-contrast")]


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#ffffff", "1.0"), ("#767676", "4.5"), ("#b70000", "6.9")]
)
def test_the_contrast_is_told_and_never_rounded_up_to_the_one_that_is_needed(
    service, faults, colour, ratio
):
    settings(service, colour)

    assert faults.message("low-contrast") == (
        f"the contrast of this colour on white is {ratio}, and 7 is needed to read it well"
    )


def test_it_is_a_warning_with_a_way_out(service, faults):
    settings(service, "#8888cc")

    assert faults.worded("low-contrast") == "warning"
    assert service.run("check").exit_code == 0
