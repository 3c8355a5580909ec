"""`merge-conflict`: the markers git leaves where two versions meet."""

PERSON = "people/ab-k7q.yaml"
HEAD = "id: ab-k7q\nname: Amina\ncoach: claire\n"


def test_a_conflict_is_found_at_its_first_marker(service, faults):
    service.write(
        PERSON, HEAD + "<<<<<<< HEAD\nplace: Fleurus\n=======\nplace: Namur\n>>>>>>> karim\n"
    )

    assert faults.at("merge-conflict")[0] == (PERSON, 4, 1)
    assert set(faults.codes()) == {"merge-conflict"}


def test_a_marker_left_behind_is_found(service, faults):
    service.write(PERSON, HEAD + "place: Namur\n>>>>>>> karim\n")

    assert service.findings() == [(PERSON, 5, 1, "merge-conflict")]


def test_every_conflict_is_found(service, faults):
    conflict = "<<<<<<< HEAD\nx-a: 1\n=======\nx-a: 2\n>>>>>>> karim\n"
    service.write(PERSON, HEAD + conflict + "place: Fleurus\n" + conflict)

    assert {(PERSON, 4, 1), (PERSON, 10, 1)} <= set(faults.at("merge-conflict"))


def test_windows_line_ends_hide_no_conflict(service, faults):
    text = HEAD + "<<<<<<< HEAD\nplace: Fleurus\n=======\nplace: Namur\n>>>>>>> karim\n"
    service.write(PERSON, text.replace("\n", "\r\n"))

    assert faults.at("merge-conflict")[0] == (PERSON, 4, 1)


def test_such_signs_inside_a_text_are_sound(service):
    service.write(
        PERSON,
        HEAD + "contacts:\n  - on: 2026-03-01\n    how: visit\n    note: |\n"
        "      Timetable\n      =======\n      <<<<<<< early\n",
    )

    assert service.findings() == []


def test_it_is_an_error_with_a_way_out(service, faults):
    service.write(PERSON, HEAD + "<<<<<<< HEAD\nplace: A\n=======\nplace: B\n>>>>>>> karim\n")

    assert faults.worded("merge-conflict") == "error"
