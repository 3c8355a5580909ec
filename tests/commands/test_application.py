"""`application propose|decide|present|interview|close`: from a job proposed to its answer."""

import shlex

import pytest
from conftest import git

from .reading import one_message
from .recorded import BAKERY, NEXT, Written, kept

OPEN = "applications:\n  - {employer: bakery, job: counter, by: coach, proposed: 2026-03-02}\n"


@pytest.fixture
def cases(service):
    return Written(service)


@pytest.fixture
def proposed(cases):
    """The counter was proposed a week ago."""
    return with_applications(cases, OPEN)


def with_applications(cases, text):
    cases.service.write(cases.person, cases.text().replace("contacts:", f"{text}contacts:"))
    cases.commit()
    return cases


# One command each: the screen, the file, the commit


def test_a_job_is_proposed_in_one_short_line(cases):
    before = cases.text()

    ran = cases.do("application", "propose", "amina", "bakery/counter")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Job proposed: Boulangerie Lambert, Counter assistant\n"
        "  Next: Thursday 12 March 2026 – The person's decision – "
        "proposed on 9 March: Boulangerie Lambert, Counter assistant\n"
    )
    assert cases.text() == before.replace(
        "contacts:",
        "applications:\n"
        "  - {employer: bakery, job: counter, by: coach, proposed: 2026-03-09}\n"
        "contacts:",
    )
    assert cases.message == "ab-k7q: proposed\n\nCase: ab-k7q\nAction: proposed\nCoach: claire"
    assert cases.touched == ["people/ab-k7q.yaml"]


def test_the_person_decides(proposed):
    before = proposed.text()

    ran = proposed.do("application", "decide", "amina", "accepted")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Boulangerie Lambert, Counter assistant: accepted by the person\n"
        + NEXT
    )
    assert proposed.text() == before.replace(
        "proposed: 2026-03-02}", "proposed: 2026-03-02, decision: accepted, decided: 2026-03-09}"
    )
    assert proposed.message == "ab-k7q: decided\n\nCase: ab-k7q\nAction: decided\nCoach: claire"


def test_the_person_is_presented(cases):
    with_applications(cases, OPEN.replace("02}", "02, decision: accepted, decided: 2026-03-03}"))
    before = cases.text()

    ran = cases.do("application", "present", "amina", "--on", "yesterday")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Presented to Boulangerie Lambert, Counter assistant on Sunday 8 March 2026\n" + NEXT
    )
    assert cases.text() == before.replace(
        "decided: 2026-03-03}", "decided: 2026-03-03, presented: 2026-03-08}"
    )
    assert cases.message == "ab-k7q: presented\n\nCase: ab-k7q\nAction: presented\nCoach: claire"


def test_the_interview_is_tomorrow(proposed):
    before = proposed.text()

    ran = proposed.do("application", "interview", "amina", "tomorrow")

    assert (
        "Interview set for Tuesday 10 March 2026 at Boulangerie Lambert, Counter assistant"
        in ran.stdout
    )
    assert proposed.text() == before.replace("03-02}", "03-02, interview: 2026-03-10}")
    assert proposed.message == "ab-k7q: interview\n\nCase: ab-k7q\nAction: interview\nCoach: claire"


def test_the_answer_closes_it(proposed):
    before = proposed.text()

    ran = proposed.do("application", "close", "amina", "refused", "--why", "Wants a baker")

    assert ran.stdout == (
        "Amina Benali  ab-k7q\n"
        "  ✓ Monday 9 March 2026 – Boulangerie Lambert, Counter assistant: not chosen\n" + NEXT
    )
    assert proposed.text() == before.replace(
        "03-02}", "03-02, outcome: refused, closed: 2026-03-09, why: Wants a baker}"
    )
    assert proposed.message == "ab-k7q: outcome\n\nCase: ab-k7q\nAction: outcome\nCoach: claire"


# Where somebody applies


def test_the_only_open_job_of_a_firm_needs_no_name(cases):
    cases.do("application", "propose", "amina", "martin")

    assert "{employer: garage, job: washer, by: coach, proposed: 2026-03-09}" in cases.text()


def test_a_firm_with_several_jobs_may_be_proposed_without_one(cases):
    cases.do("application", "propose", "amina", "bakery")

    assert "{employer: bakery, by: coach, proposed: 2026-03-09}" in cases.text()


def test_who_applies_alone_somewhere_on_no_file_has_decided_already(cases):
    before = cases.text()

    cases.do(
        "application",
        "propose",
        "amina",
        "--firm",
        "Chez Nous",
        "--title",
        "Cook",
        "--by",
        "person",
    )

    kept(
        before,
        cases.text(),
        [
            "applications:",
            "  - firm: Chez Nous",
            "    title: Cook",
            "    by: person",
            "    proposed: 2026-03-09",
            "    decision: accepted",
            "    decided: 2026-03-09",
        ],
    )
    assert cases.due("2026-04-01", "decision") == []
    assert cases.faults() == []


def test_one_accepted_another_undecided(cases):
    cases.do("application", "propose", "amina", "bakery/counter")
    cases.do("application", "propose", "amina", "garage")
    cases.do("application", "decide", "amina", "lambert", "accepted")

    assert [item["ref"] for item in cases.due("2026-03-12", "decision")] == ["applications[1]"]
    cases.do("application", "present", "amina", "bakery")
    assert [item["with"] for item in cases.due("2026-03-16", "answer")] == ["bakery"]


def test_several_open_ones_are_listed_and_none_is_changed(cases):
    with_applications(
        cases, OPEN + "  - {employer: garage, job: washer, by: coach, proposed: 2026-03-01}\n"
    )

    said = cases.refused(1, "application", "decide", "amina", "accepted")

    assert said == (
        "Several applications fit; name one:\n"
        "    bakery/counter  2026-03-02\n"
        "    garage/washer  2026-03-01\n"
    )
    cases.do("application", "decide", "amina", "garage", "declined", "--why", "Too far [12] #x")
    assert 'decision: declined, decided: 2026-03-09, why: "Too far [12] #x"}' in cases.text()


def test_the_same_job_is_not_proposed_twice_while_it_is_open(proposed):
    assert (
        proposed.refused(1, "application", "propose", "amina", "bakery/counter")
        == "bakery/counter is proposed already and still open.\n"
    )
    proposed.do("application", "close", "amina", "withdrawn")
    proposed.do("application", "propose", "amina", "bakery/counter")
    assert proposed.text().count("employer: bakery") == 2


def test_two_jobs_of_one_firm_are_told_apart_by_the_job(proposed):
    proposed.do("application", "propose", "amina", "bakery/oven")

    proposed.do("application", "decide", "amina", "bakery/oven", "declined")

    assert "job: oven, by: coach, proposed: 2026-03-09, decision: declined" in proposed.text()


def test_a_firm_on_no_file_is_found_by_its_name_whatever_stands_in_it(cases):
    cases.do("application", "propose", "amina", "--firm", "AC/DC")

    cases.do("application", "decide", "amina", "AC/DC", "accepted")


def test_a_firm_and_an_employer_at_once_is_a_slip(cases):
    cases.refused(2, "application", "propose", "amina", "bakery/counter", "--firm", "Chez Nous")


def test_an_answer_given_is_not_overwritten_by_a_second_one(proposed):
    proposed.do("application", "close", "amina", "hired")

    proposed.refused(1, "application", "close", "amina", "bakery", "refused")


# Refusals


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        ("propose", 2, "PERSON is missing"),
        ("propose amina", 2, "EMPLOYER[/JOB] is missing"),
        ("propose nobody bakery", 1, 'No person is found for "nobody"'),
        ("propose amina nowhere", 1, 'No employer is found for "nowhere"'),
        ("propose amina bakery/cook", 1, '"cook" is not a job of bakery'),
        ("propose amina bakery/counter --by cpas", 2, '"cpas" is not a value --by takes'),
        ("propose amina bakery/oven --on soon", 2, '"soon" is not a date'),
        ("propose amina bakery/oven --on 2026-02-30", 2, '"2026-02-30" is not a date'),
        ("decide amina", 2, "accepted|declined is missing"),
        ("decide amina garage accepted", 1, 'No application fits "garage"'),
        ("decide amina bakery accepted --on 2026-03-01", 1, "comes before the start"),
        ("interview amina", 2, "DATE is missing"),
        ("interview amina bakery", 2, "DATE is missing"),
        ("interview amina bakery someday", 2, '"someday" is not a date'),
        ("close amina", 2, "hired|refused|withdrawn|cancelled is missing"),
        ("close amina bakery hired --on 2026-03-01", 1, "comes before the start"),
    ],
)
def test_a_refusal_says_what_is_wrong_and_writes_nothing(proposed, line, code, says):
    assert says in proposed.refused(code, "application", *shlex.split(line))


@pytest.mark.parametrize("line", ["present amina --on 2026-03-01", "interview amina 2026-03-01"])
def test_nobody_is_presented_before_the_job_was_proposed(proposed, line):
    proposed.refused(1, "application", *line.split())


def test_a_wrong_word_is_named_with_the_words_allowed(proposed):
    said = proposed.refused(2, "application", "decide", "amina", "maybe")

    assert "maybe" in said


def test_a_person_without_applications_is_told_how_to_begin(cases):
    assert cases.refused(1, "application", "present", "amina").endswith(
        "    jobcoach application propose begins one\n"
    )


def test_outside_a_case_repository_nothing_is_written(tmp_path):
    from conftest import run

    folder = tmp_path / "empty"
    folder.mkdir()
    ran = run("-C", str(folder), "--lang", "en", "application", "propose", "amina", "bakery")

    assert ran.exit_code == 3
    assert one_message(ran)
    assert list(folder.iterdir()) == []


def test_a_file_at_fault_is_not_written_into(cases):
    cases.service.write(cases.person, cases.text() + "born: never\n")

    said = cases.refused(1, "application", "propose", "amina", "bakery/counter")

    assert 'people/ab-k7q.yaml:17:7: "never" is not a date' in said


def test_a_sound_hand_edit_is_committed_on_its_own_first(cases):
    cases.service.write(cases.person, cases.text() + "place: Mons\n")

    cases.do("application", "propose", "amina", "bakery/counter")

    assert cases.subjects[:2] == ["ab-k7q: proposed", "ab-k7q: hand-edit"]
    assert cases.text().endswith("place: Mons\n")


def test_what_is_staged_beside_it_stays_out_of_the_commit(cases):
    cases.service.write("employers/bakery.yaml", BAKERY + "place: Mons\n")
    git(cases.root, "add", "employers/bakery.yaml")

    cases.do("application", "propose", "amina", "garage")

    assert git(cases.root, "log", "-1", "--format=", "--name-only").split() == [cases.person]
    assert git(cases.root, "diff", "--cached", "--name-only").split() == ["employers/bakery.yaml"]


@pytest.mark.parametrize("mark", ["\r\n", "\ufeff"])
def test_line_ends_and_a_bom_stay_as_found(cases, mark):
    text = cases.text()
    text = text.replace("\n", mark) if mark == "\r\n" else mark + text
    cases.service.write(cases.person, text)
    cases.commit()

    cases.do("application", "propose", "amina", "bakery/counter")

    end = "\r\n" if mark == "\r\n" else "\n"
    assert cases.text() == text.replace(
        "contacts:",
        f"applications:{end}"
        f"  - {{employer: bakery, job: counter, by: coach, proposed: 2026-03-09}}{end}contacts:",
    )


HOSTILE = (
    "no: [phone] :phone: {{ x }} #1 & *a !b | > % @ ` ' \" \\ \u202e \x1b[31m é 🎉\nsecond: line"
)


def test_hostile_text_comes_back_as_it_was_written(proposed):
    proposed.do("application", "close", "amina", "withdrawn", "--why", HOSTILE)

    shown = proposed.service.run("person", "show", "amina", "--json").json["person"]
    assert shown["applications"][0]["why"] == HOSTILE
    assert proposed.faults() == []
    assert "second" not in proposed.message


# The list says what to do; done, it is silent


def test_the_decision_asked_for_is_recorded_by_the_command_that_the_list_names(proposed):
    (item,) = proposed.due("2026-03-09", "decision")

    proposed.do(*shlex.split(item["do"])[1:], "accepted")

    assert proposed.due("2026-03-09", "decision") == []


def test_the_answer_asked_for_is_recorded_by_the_command_that_the_list_names(cases):
    with_applications(cases, OPEN.replace("02}", "02, decision: accepted, presented: 2026-03-02}"))
    (item,) = cases.due("2026-03-09", "answer")

    cases.do(*shlex.split(item["do"])[1:], "refused")

    assert cases.due("2026-03-09", "answer") == []


@pytest.mark.parametrize(("kind", "word"), [("decision", "accepted"), ("answer", "refused")])
def test_with_two_jobs_at_one_firm_the_command_names_the_job(proposed, kind, word):
    done = "" if kind == "decision" else ", decision: accepted, presented: 2026-03-02"
    first = OPEN.replace("02}", f"02{done}}}")
    second = "".join(first.replace("counter", "oven").splitlines(keepends=True)[1:])
    proposed.service.write(proposed.person, proposed.text().replace(OPEN, first + second))
    proposed.commit()
    items = proposed.due("2026-03-09", kind)
    assert len(items) == 2

    for item in items:
        proposed.do(*shlex.split(item["do"])[1:], word)

    assert proposed.due("2026-03-09", kind) == []


def test_a_firm_with_an_apostrophe_is_quoted_in_the_command(cases):
    cases.do("application", "propose", "amina", "--firm", "L'Atelier", "--on", "2026-03-06")
    (item,) = cases.due("2026-03-09", "decision")

    cases.do(*shlex.split(item["do"])[1:], "accepted")

    assert cases.due("2026-03-09", "decision") == []


def test_the_talk_after_an_interview_is_recorded_by_the_command_that_the_list_names(
    cases, monkeypatch
):
    with_applications(cases, OPEN.replace("02}", "02, decision: accepted, interview: 2026-03-10}"))
    (before,) = cases.due("2026-03-09", "interview")
    assert cases.service.run(*shlex.split(before["do"])[1:]).exit_code == 0
    assert cases.due("2026-03-11", "interview") == []
    (item,) = cases.due("2026-03-11", "debrief")
    monkeypatch.setenv("JOBCOACH_TODAY", "2026-03-11")

    cases.do(*shlex.split(item["do"].replace("…", "It went well"))[1:])

    assert cases.due("2026-03-11", "debrief") == []


# The road


def test_the_stage_names_what_is_missing_and_the_command_for_it(cases):
    cases.do("application", "propose", "amina", "bakery/counter")
    cases.do("application", "decide", "amina", "accepted")

    said = cases.refused(1, "stage", "move", "amina", "hire")

    assert "jobcoach application present ab-k7q" in said
    cases.do("application", "present", "amina")
    cases.do("stage", "move", "amina", "hire")


def test_where_the_decision_is_missing_the_stage_says_decide(proposed):
    proposed.do("application", "present", "amina")

    said = proposed.refused(1, "stage", "move", "amina", "hire")

    assert "application decide ab-k7q" in said


def test_french_says_the_same(proposed):
    ran = proposed.service.run("--lang", "fr", "application", "decide", "amina", "accepted")

    assert ran.exit_code == 0
    assert "lundi 9 mars 2026" in ran.stdout
    assert "accepted" not in ran.stdout


# Consent: what nobody agreed to is said at once


def test_presenting_without_consent_is_recorded_and_said(proposed):
    proposed.do("consent", "withdraw", "amina", "employers", "--on", "yesterday")

    ran = proposed.service.run("--lang", "en", "application", "present", "amina")

    assert ran.exit_code == 0
    assert ran.stderr == (
        "No consent toward this employer is in force:"
        " jobcoach consent give ab-k7q bakery --about name,strengths\n"
    )


def test_an_employer_that_may_not_know_is_named_as_such(cases):
    with_applications(cases, OPEN.replace("by: coach", "employer_may_know: false, by: coach"))

    ran = cases.service.run("--lang", "en", "application", "present", "amina")

    assert "does not want this employer to know" in ran.stderr


def test_withdrawing_consent_names_the_applications_it_touches(proposed):
    proposed.do("application", "present", "amina")

    ran = proposed.service.run("--lang", "en", "consent", "withdraw", "amina", "employers")

    assert ran.stderr == ("An application is open at bakery: tell the person, or close it.\n")
