"""`person handover`: cases go from one coach to another, all of them or those named, in one commit."""

import pytest

from .recorded import Written


@pytest.fixture
def team(service):
    """Twenty cases of Claire's, one of Karim's, one of nobody's."""
    for number in range(20):
        service.person(f"p{number:02}-abc", f"name: Person {number:02}  # kept\ncoach: claire\n")
    service.person("kk-111", "name: Karim's own\ncoach: karim\n")
    service.write("people/nn-111.yaml", "id: nn-111\nname: Nobody's\n")
    return Written(service, "id: ab-k7q\nname: Amina Benali\ncoach: karim # since May\n")


def coaches(team):
    return {
        file.stem: next((line for line in file.read_text().splitlines() if "coach:" in line), None)
        for file in (team.root / "people").iterdir()
    }


def test_all_cases_go_over_in_one_commit(team):
    before = team.subjects

    ran = team.do("person", "handover", "--from", "claire", "--to", "karim")

    ids = [f"p{number:02}-abc" for number in range(20)]
    assert (
        ran.stdout
        == "".join(
            f"Person {number:02} (p{number:02}-abc): Changed: coach: karim\n"
            for number in range(20)
        )
        + "20 cases\n"
    )
    assert team.touched == [f"people/{i}.yaml" for i in ids]
    assert team.subjects == ["20 cases: handover", *before]
    assert team.message.splitlines()[2:] == [
        *(f"Case: {i}" for i in ids),
        "Action: handover",
        "Coach: claire",
    ]
    assert team.text("people/p07-abc.yaml") == (
        "id: p07-abc\nname: Person 07  # kept\ncoach: karim\n"
    )
    assert team.text("people/nn-111.yaml") == "id: nn-111\nname: Nobody's\n"
    assert team.faults() == []


@pytest.mark.parametrize("chosen", [["p01-abc", "03"], ["p01,Person 03"]])
def test_the_chosen_go_over_and_the_others_stay(team, chosen):
    ran = team.do("person", "handover", *chosen, "--from", "claire", "--to", "karim")

    assert ran.stdout.count("Changed: coach: karim") == 2
    assert team.touched == ["people/p01-abc.yaml", "people/p03-abc.yaml"]
    assert team.message == (
        "p01-abc, p03-abc: handover\n\n"
        "Case: p01-abc\nCase: p03-abc\nAction: handover\nCoach: claire"
    )
    assert coaches(team)["p02-abc"] == "coach: claire"


def test_a_comment_behind_the_coach_stays(team):
    team.do("person", "handover", "amina", "--from", "karim", "--to", "claire")

    assert team.text() == "id: ab-k7q\nname: Amina Benali\ncoach: claire # since May\n"


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("", 2, "is missing"),
        ("--from claire", 2, "--to is missing"),
        ("--from claire --to nobody", 1, '"nobody" is not a coach'),
        ("--from nobody --to karim", 1, '"nobody" is not a coach'),
        ("p01-abc kk-111 --from claire --to karim", 1, "kk-111 is not a case of claire"),
        ("p01-abc zz --from claire --to karim", 1, 'No person is found for "zz"'),
        ("p01-abc p --from claire --to karim", 1, "Several persons"),
        ("nn-111 --from claire --to karim", 1, "nn-111 is not a case of claire"),
    ],
)
def test_one_that_cannot_go_keeps_all_of_them(team, line, code, says):
    assert says in team.refused(code, "person", "handover", *line.split())


def test_who_has_no_cases_hands_none_over(team):
    team.do("person", "handover", "--from", "claire", "--to", "karim")

    assert team.refused(1, "person", "handover", "--from", "claire", "--to", "karim") == (
        "claire has no cases.\n"
    )


FAULTS = {
    "a list that does not end": b"id: p05-abc\nname: [x\ncoach: claire\n",
    "a key twice": b"id: p05-abc\nname: x\ncoach: claire\ncoach: karim\n",
    "an unsound hand edit": b"id: p05-abc\nname: x\ncoach: claire\nborn: never\n",
    "no mapping": b"- id: p05-abc\n",
    "merge conflict": b"id: p05-abc\nname: x\n<<<<<<< a\ncoach: claire\n=======\ncoach: karim\n>>>>>>> b\n",
    "a coach that is a list": b"id: p05-abc\nname: x\ncoach: [claire]\n",
    "not UTF-8": b"id: p05-abc\nname: \xff\xfe\ncoach: claire\n",
    "empty": b"",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_file_at_fault_keeps_all_of_them(team, fault):
    team.service.write("people/p05-abc.yaml", FAULTS[fault])

    assert "p05-abc" in team.refused(1, "person", "handover", "--from", "claire", "--to", "karim")


def test_a_commit_that_git_refuses_changes_no_file(team):
    hook = team.service.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)

    team.refused(1, "person", "handover", "--from", "claire", "--to", "karim")


def test_sound_hand_edits_are_committed_on_their_own_first(team):
    path = "people/p05-abc.yaml"
    team.service.write(path, team.text(path) + "place: Mons\n")

    team.do("person", "handover", "--from", "claire", "--to", "karim")

    assert team.subjects[:2] == ["20 cases: handover", "p05-abc: hand-edit"]
    assert team.text(path).endswith("coach: karim\nplace: Mons\n")


def test_the_coach_at_work_hands_over_their_own(team):
    team.do("person", "handover", "--to", "karim")

    assert coaches(team)["p07-abc"] == "coach: karim"


def test_french_says_the_same(team):
    ran = team.service.run(
        "--lang", "fr", "person", "handover", "p01", "--from", "claire", "--to", "karim"
    )

    assert ran.exit_code == 0
    assert "Changed" not in ran.stdout
