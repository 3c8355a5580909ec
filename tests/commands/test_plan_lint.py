"""`plan lint`: what in a plan is hard to read, quoted, with a way to mend it."""

import pytest

AMINA = """
name: Amina Benali
language: fr
wishes: [Finir tôt]
constraints:
  - {kind: health, what: Pas de charges (dos)}
plan:
  goals:
    - goal: Travailler dans un commerce
      words: J'ai été aidée (par le CPAS) le 12/03.
      measure: Un CDI ou un CDD
      support: [Un appel, "Elle est accompagnée par Claire, ou par Luc/Nadia. Un point par mois."]
      steps:
        - {do: Refaire le CV, done: 2026-01-30}
        - do: |
            RV à l'ONEM le 12/03.
            Ne pas venir sans appeler.
  risks:
    - {what: Un enfant malade, agreed: Prévenir dans les quinze minutes}
  signs:
    - "Ne mange pas, ne dort pas, ne sort pas, et reste dans sa chambre toute la journée avec son chien"
"""
SCREEN = """\
Amina Benali · ab-k7q
The plan's texts, read as French. These are rules of thumb: you decide.

Constraint 1
  "Pas de charges (dos)"
  · brackets: "(dos)"
    → leave it out, or make it a sentence of its own

Goal 1, how we will know
  "Un CDI ou un CDD"
  · abbreviation: "CDI"
    → say what it is, for example "un contrat sans date de fin"
  · abbreviation: "CDD"
    → say what it is, for example "un contrat avec une date de fin"

Goal 1, support 2
  "Elle est accompagnée par Claire, ou par Luc/Nadia."
  · passive: "est accompagnée"
    → begin with who does it: "Claire"
  · slash: "Luc/Nadia"
    → write "Luc ou Nadia"

Goal 1, step 2
  "RV à l'ONEM le 12/03."
  · date in digits: "12/03"
    → write "jeudi 12 mars"
  · abbreviation: "RV"
    → write "rendez-vous"
  · abbreviation: "ONEM"
    → say what it is, for example "l'office du chômage"
  "Ne pas venir sans appeler."
  · two negatives at once: Ne pas + sans
    → say it the other way round: what is so, what somebody does

Worry 1, what we agreed
  "Prévenir dans les quinze minutes"
  · number in words: "quinze"
    → write "15"

Early sign 1
  "Ne mange pas, ne dort pas, ne sort pas, et reste dans sa chambre toute la journée avec son chien"
  · 20 words in one sentence: 15 at most are easy to read
    → make two sentences, for example after "ne sort pas"
  · 3 commas in one sentence
    → make a list of it, a line each, or several sentences

12 hints · 13 sentences looked over
→ jobcoach person edit ab-k7q
"""


@pytest.fixture
def amina(service):
    service.person("ab-k7q", AMINA)
    return service


def test_hard_sentences_are_quoted_where_they_stand_with_a_way_to_mend_them(amina):
    ran = amina.run("plan", "lint", "amina")

    assert ran.exit_code == 0, ran.stderr
    assert ran.stdout == SCREEN
    assert ran.stderr == ""


def test_for_other_programs_the_place_is_the_key_that_person_set_takes(amina):
    ran = amina.run("plan", "lint", "amina", "--json")

    assert ran.exit_code == 0
    assert {key: ran.json[key] for key in ("version", "person", "language")} == {
        "version": 1,
        "person": "ab-k7q",
        "language": "fr",
    }
    assert len(ran.json["findings"]) == 12
    assert ran.json["findings"][0] == {
        "ref": "constraints[0].what",
        "sentence": "Pas de charges (dos)",
        "code": "brackets",
        "message": 'brackets: "(dos)"',
        "hint": "leave it out, or make it a sentence of its own",
    }
    assert ran.json["findings"][5] == {
        "ref": "plan.goals[0].steps[1].do",
        "sentence": "RV à l'ONEM le 12/03.",
        "code": "date-in-digits",
        "message": 'date in digits: "12/03"',
        "hint": 'write "jeudi 12 mars"',
    }
    assert [finding["ref"] for finding in ran.json["findings"]] == [
        "constraints[0].what",
        *["plan.goals[0].measure"] * 2,
        *["plan.goals[0].support[1]"] * 2,
        *["plan.goals[0].steps[1].do"] * 4,
        "plan.risks[0].agreed",
        *["plan.signs[0]"] * 2,
    ]


def test_what_a_hint_proposes_can_be_written_with_its_key(amina):
    found = amina.run("plan", "lint", "amina", "--json").json["findings"]

    for ref in dict.fromkeys(finding["ref"] for finding in found):
        ran = amina.run("person", "set", "amina", ref, "Parler avec Luc")
        assert ran.exit_code == 0, ran.stderr

    ran = amina.run("plan", "lint", "amina")
    assert ran.stdout == (
        "Amina Benali · ab-k7q\n"
        "The plan's texts, read as French. These are rules of thumb: you decide.\n"
        "\n"
        "Nothing hard to read was found; 11 sentences looked over.\n"
    )
    assert amina.run("plan", "lint", "amina", "--json").json["findings"] == []


def test_a_file_without_texts_says_so(service):
    service.person("ab-k7q", "name: Amina Benali")

    ran = service.run("plan", "lint", "amina")

    assert ran.exit_code == 0
    assert ran.stdout == (
        "Amina Benali · ab-k7q\n"
        "The plan's texts, read as English. These are rules of thumb: you decide.\n"
        "\n"
        "There is no text yet.\n"
    )


TEXTS = "wishes: [De brief is gestuurd, Der Brief wurde geschickt, Le CV a été envoyé, It was sent]"


@pytest.mark.parametrize(
    ("language", "options", "expected"),
    [
        ("language: fr", (), ("fr", "a été envoyé")),
        ("language: nl", (), ("nl", "is gestuurd")),
        ("language: de", (), ("de", "wurde geschickt")),
        ("", (), ("en", "was sent")),
        ("language: nl", ("--text-lang", "fr"), ("fr", "a été envoyé")),
        ("language: nl", ("--lang", "en"), ("nl", "is gestuurd")),
    ],
)
def test_texts_are_read_in_the_person_s_language_else_in_the_service_s(
    service, language, options, expected
):
    service.person("ab-k7q", f"{language}\n{TEXTS}\n")

    ran = service.run("plan", "lint", "ab", "--json", *options)

    (found,) = ran.json["findings"]
    assert (ran.json["language"], found["message"]) == (expected[0], f'passive: "{expected[1]}"')


def test_a_firm_on_file_is_a_name_not_an_abbreviation(service):
    service.person("ab-k7q", "wishes: [Work at BUZZ or at FIZZ]")
    service.employer("buzz", "name: Buzz Clothes")

    found = service.run("plan", "lint", "ab", "--json").json["findings"]

    assert [finding["message"] for finding in found] == ['abbreviation: "FIZZ"']


@pytest.mark.parametrize(
    ("args", "exit_code", "said"),
    [
        ((), 2, "PERSON is missing."),
        (("nobody",), 1, 'No person is found for "nobody".'),
        (("ab", "--text-lang", "es"), 2, '"es" is not a value --text-lang takes.'),
    ],
)
def test_without_a_person_or_a_language_it_says_what_is_missing(amina, args, exit_code, said):
    ran = amina.run("plan", "lint", *args)

    assert ran.exit_code == exit_code
    assert ran.stdout == ""
    assert said in ran.stderr


def test_what_is_legible_is_looked_over_and_the_rest_named(service):
    service.person("ab-k7q", "language: en\nwishes: [Work (mornings)]\npace: [x, *y]\n")

    ran = service.run("plan", "lint", "ab")

    assert ran.exit_code == 4
    assert '· brackets: "(mornings)"' in ran.stdout
    assert "people/ab-k7q.yaml:" in ran.stderr
