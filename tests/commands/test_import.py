"""``import csv``: real files as Excel leaves them, on real repositories."""

from pathlib import Path

import pytest
from conftest import git

PEOPLE = """\
Nom;Prénom;Date de naissance;Sexe;GSM;Code postal;Commune;Envoyé par;Date d'entrée;Souhaits;Disponible depuis;Divers;
Dupont;Élodie;12/04/1988;F;0470 12 34 56;6220;Fleurus;CPAS de Fleurus;23/02/2026;Vente|Accueil, caisse;;"Vient
le matin";
;;;;;;;;;;;;
Martin;Luc;03/05/1990;H;;6000;Charleroi;Un ami;;;05/03/2026;-;
"""
EMPLOYERS = """\
Entreprise,Secteur,Personne de contact,Fonction,Téléphone,Commune,Effectif
"Fleurs, plantes & Co",Commerce,Anne Petit,Patronne,071 11 22 33,Namur,9
Garage Noir,,,,,,
"""


@pytest.fixture
def sheet(tmp_path):
    """Write a spreadsheet, as Excel does on a Belgian Windows unless told otherwise; its path."""

    def written(text, encoding="cp1252", name="sheet.csv"):
        file = tmp_path / name
        file.write_bytes(text.replace("\n", "\r\n").encode(encoding))
        return str(file)

    return written


@pytest.fixture
def cases(service):
    service.person("ab-k7q", "name: Amina Bénali\nborn: 1988-04-12\n")
    service.employer("bakery", "name: Boulangerie Lambert\nplace: Fleurus\n")
    git(service.root, "add", "-A")
    git(service.root, "commit", "-qm", "begin")
    return service


def state(service):
    """Everything a refusal must leave alone."""
    files = {
        str(path.relative_to(service.root)): path.read_bytes()
        for path in service.root.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }
    return git(service.root, "log", "--format=%H"), git(service.root, "status", "--short"), files


def shown(service, noun, case_id):
    return service.run(noun, "show", case_id, "--json").json[noun]


def made(service, noun="person"):
    """What the last commit made, as the files say it."""
    new = git(service.root, "show", "--name-only", "--format=", "HEAD").split()
    return [shown(service, noun, Path(path).stem) for path in new]


# People


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16"])
def test_persons_are_begun_from_excel_s_encodings(cases, sheet, encoding):
    ran = cases.run("import", "csv", sheet(PEOPLE, encoding))

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert ran.stdout.endswith("2 cases to make\n✓ 2 cases begun\n")
    elodie, luc = sorted(made(cases), key=lambda person: person["name"] == "Luc Martin")
    assert elodie.pop("id").startswith("ed-")
    assert elodie == {
        "name": "Élodie Dupont",
        "coach": "claire",
        "born": "1988-04-12",
        "gender": "woman",
        "phone": "0470 12 34 56",
        "place": "6220 Fleurus",
        "referred": {"by": "cpas"},
        "wishes": ["Vente", "Accueil, caisse"],
        "stages": [{"stage": "reserve", "on": "2026-02-23"}],
    }
    assert luc["referred"] == {"by": "Un ami"}
    assert luc["readiness"] == {"available": "2026-03-05"}
    assert luc["stages"] == [{"stage": "reserve", "on": "2026-03-09"}]
    assert cases.findings() == []


def test_the_commit_holds_ids_only(cases, sheet):
    cases.run("import", "csv", sheet(PEOPLE))

    told = git(cases.root, "show", "--name-only", "--format=%B", "HEAD")
    assert "Action: import" in told
    assert git(cases.root, "rev-list", "--count", "HEAD").strip() == "2"
    for name in ("Dupont", "lodie", "Martin", "Luc", "Fleurus"):
        assert name not in told


def test_a_dry_run_shows_all_and_writes_nothing(cases, sheet):
    before = state(cases)

    ran = cases.run("import", "csv", sheet(PEOPLE), "--dry-run")

    assert (ran.exit_code, ran.stderr) == (0, "")
    assert state(cases) == before
    for told in (
        "persons, 2 rows, cells divided by semicolon, encoding Windows-1252, headers on line 1",
        "Date de naissance  born",
        "Left out: Divers",
        "Date d'entrée: day, month, year (9/03/2026)\n",
        "5     Luc Martin",
        "2 cases to make",
        "A dry run: nothing is written.",
    ):
        assert told in ran.stdout


def test_a_date_that_can_be_read_both_ways_is_said_to_be(cases, sheet):
    file = sheet("Nom;Né le;Prénom\nMartin;03/05/1990;Luc\n")

    ran = cases.run("import", "csv", file, "--dry-run")
    assert (
        "Né le: day, month, year (9/03/2026), by custom: every date can be read both ways."
        in ran.stdout
    )
    assert "1990-05-03" in ran.stdout

    assert "1990-03-05" in cases.run("import", "csv", file, "--dry-run", "--dates", "mdy").stdout


def test_bad_rows_are_named_with_their_lines_and_nothing_is_written(cases, sheet):
    bad = PEOPLE + (
        "Petit;Anne;31/02/1990;Fille;3,24701E+10;;;;;;;;\nBenali;AMINA;12/04/1988;;;;;;;;;;\n"
        "Luc;Martin;;;;;;;;;;;\n;;1/1/1990;;;;;;;;;;\nRoy;Zoé;;;;;;;;;;;;;x\n"
    )
    before = state(cases)

    for option in ([], ["--dry-run"]):
        ran = cases.run("import", "csv", sheet(bad), *option)

        assert ran.exit_code == 1
        assert state(cases) == before
        assert ran.stderr == (
            "Nothing was written. Bad rows: 5\n"
            '    line 6, Date de naissance: "31/02/1990" is not a date\n'
            "        this column is read as day, month, year (9/03/2026); --dates changes that\n"
            '    line 6, Sexe: "Fille" is not allowed for gender\n'
            "        Allowed: woman, man, other; or translate it under `values` in a map\n"
            "    line 6, GSM: Excel cut this number short\n"
            "        format the column as text or with no decimals, type the number again, save as CSV once more\n"
            "    line 7: already on file as ab-k7q\n"
            "        take the row away, or leave it out with --skip-bad\n"
            "    line 8: the same as on line 5\n"
            "        take one of the two rows away, or tell them apart\n"
            '    line 9, Nom: "name" is missing\n'
            "    line 10: the row has more cells than there are headers\n"
            "        put a text that holds the sign between cells in quotes\n"
            "    correct them in the spreadsheet and save it again, or leave them out with --skip-bad\n"
        )


def test_skip_bad_brings_in_the_rest_and_lists_those_left_out(cases, sheet):
    ran = cases.run("import", "csv", sheet(PEOPLE + "Petit;Anne;x;;;;;;;;;;\n"), "--skip-bad")

    assert ran.exit_code == 0
    assert ran.stderr.startswith(
        "1 row is left out:\n    line 6, Date de naissance: a date belongs here\n"
    )
    assert len(made(cases)) == 2


def test_a_second_run_doubles_nobody(cases, sheet):
    cases.run("import", "csv", sheet(PEOPLE))
    before = state(cases)

    again = cases.run("import", "csv", sheet(PEOPLE))
    skipped = cases.run("import", "csv", sheet(PEOPLE), "--skip-bad")

    assert again.exit_code == 1
    assert again.stderr.count("already on file as") == 2
    assert (skipped.exit_code, skipped.stdout.splitlines()[-1]) == (
        0,
        "There is nothing to record.",
    )
    assert state(cases) == before


def test_no_free_text_is_told_of_a_bad_row(cases, sheet):
    ran = cases.run(
        "import",
        "csv",
        sheet("Nom;Prénom;Sexe;Né le\nMartin;Luc;Il a dit que sa mère va mal;hier soir à Mons\n"),
    )

    assert ran.exit_code == 1
    for word in ("mère", "Mons", "Martin", "Luc"):
        assert word not in ran.stderr


def test_without_a_model_s_open_first_stage_a_case_begins_without_stage(cases, sheet):
    cases.settings(
        "format: 1\nprocess: own\nlanguage: en\ncoaches: [{id: claire, email: claire@example.org}]\n"
    )
    cases.process("own", "id: own\nstages: [{id: first, needs: [available]}]\n")

    ran = cases.run("import", "csv", sheet("Nom;Prénom\nMartin;Luc\n"))

    assert ran.exit_code == 0
    assert "stages" not in made(cases)[0]


def test_a_coach_is_found_by_name_and_an_unknown_one_is_a_bad_row(cases, sheet):
    file = sheet("Nom;Prénom;Référent\nMartin;Luc;Karim HADDAD\n")
    unknown = sheet("Nom;Prénom;Référent\nPetit;Anne;Nina\n", name="other.csv")

    assert cases.run("import", "csv", file).exit_code == 0
    assert made(cases)[0]["coach"] == "karim"
    assert "line 2, Référent: this is not a coach" in cases.run("import", "csv", unknown).stderr


def test_coach_names_the_referent_of_all(cases, sheet):
    cases.run("import", "csv", sheet(PEOPLE), "--coach", "karim")

    assert {person["coach"] for person in made(cases)} == {"karim"}


# Employers


def test_employers_get_readable_ids_and_a_reference_contact(cases, sheet):
    ran = cases.run("import", "csv", sheet(EMPLOYERS))

    assert (ran.exit_code, ran.stdout.splitlines()[-1]) == (0, "✓ 2 employers recorded")
    assert shown(cases, "employer", "fleurs-plantes-co") == {
        "id": "fleurs-plantes-co",
        "name": "Fleurs, plantes & Co",
        "sector": "Commerce",
        "coach": "claire",
        "status": "prospect",
        "size": "micro",
        "place": "Namur",
        "staff": [
            {
                "name": "Anne Petit",
                "role": "Patronne",
                "phone": "071 11 22 33",
                "reference": True,
            }
        ],
    }
    assert cases.run("import", "csv", sheet(EMPLOYERS)).exit_code == 1


def test_a_chain_s_other_shop_is_another_employer(cases, sheet):
    ran = cases.run(
        "import", "csv", sheet("Entreprise;Secteur;Commune\nboulangerie LAMBERT;x;Namur\n")
    )
    same = cases.run(
        "import", "csv", sheet("Entreprise;Secteur;Commune\nboulangerie LAMBERT;x;fleurus\n")
    )

    assert [firm["id"] for firm in made(cases, "employer")] == ["boulangerie-lambert"]
    assert ran.exit_code == 0
    assert "already on file as bakery" in same.stderr


# Contacts

JOURNAL = """\
Date;Qui;Type;Remarque;Prochain contact
05/03/2026;BENALI Amina;Tél.;"Rappelée: oui";16/03/2026
01/03/2026;ab-k7q;Visite;;
06/03/2026;Boulangerie Lambert;RDV;Ras;
"""


def test_contacts_go_into_the_file_of_whom_they_name_in_order(cases, sheet):
    ran = cases.run("import", "csv", sheet(JOURNAL))

    assert (ran.exit_code, ran.stdout.splitlines()[-1]) == (0, "✓ 3 contacts recorded")
    assert shown(cases, "employer", "bakery")["contacts"] == [
        {"on": "2026-03-06", "how": "meeting", "by": "claire", "note": "Ras"}
    ]
    assert shown(cases, "person", "ab-k7q")["contacts"] == [
        {"on": "2026-03-01", "how": "visit", "by": "claire"},
        {
            "on": "2026-03-05",
            "how": "phone",
            "by": "claire",
            "note": "Rappelée: oui",
            "next": "2026-03-16",
        },
    ]
    assert cases.findings() == []


def test_the_same_contacts_again_are_there_already(cases, sheet):
    cases.run("import", "csv", sheet(JOURNAL))
    before = state(cases)

    ran = cases.run("import", "csv", sheet(JOURNAL))

    assert (ran.exit_code, ran.stdout.splitlines()[-2:]) == (
        0,
        ["0 contacts to record, 3 are there already", "There is nothing to record."],
    )
    assert state(cases) == before


def test_with_person_and_employer_the_contact_is_in_the_person_s_file(cases, sheet):
    ran = cases.run(
        "import",
        "csv",
        sheet("Date;Personne;Employeur;Type\n06/03/2026;Amina Benali;Boulangerie Lambert;visite\n"),
    )

    assert ran.exit_code == 0
    assert shown(cases, "person", "ab-k7q")["contacts"] == [
        {"on": "2026-03-06", "with": "bakery", "how": "visit", "by": "claire"}
    ]


def test_whom_nobody_knows_and_whom_two_are_called_are_bad_rows_without_their_names(cases, sheet):
    cases.person("ab-x2y", "name: Amina Benali\n")
    ran = cases.run(
        "import",
        "csv",
        sheet(
            "Date;Qui;Type;Remarque\n06/03/2026;Amina Benali;sms;\n06/03/2026;Zoé Roy;;x\n;bakery;sms;\n"
        ),
    )

    assert ran.exit_code == 1
    assert "line 2, Qui: several have that name: ab-k7q, ab-x2y" in ran.stderr
    assert "line 3, Qui: nobody of that id or whole name is on file" in ran.stderr
    assert 'line 4, Date: "on" is missing' in ran.stderr
    assert "Roy" not in ran.stderr


def test_a_contact_still_to_come_wants_a_look_and_is_recorded(cases, sheet):
    ran = cases.run("import", "csv", sheet("Date;Qui;Type\n23/03/2026;bakery;sms\n"))

    assert ran.exit_code == 0
    assert ran.stderr == "line 2: 2026-03-23 is still to come\n"


# The map


MAP = """\
columns:
  Dispo: readiness.available
  Divers:
  Charte: agreements[0].on
Genre: gender
values:
  gender: {Fille: woman}
constants:
  coach: karim
  agreements[0].kind: participation
"""


def test_a_map_names_columns_words_and_constants(cases, sheet):
    cases.write("map.yaml", MAP)
    file = sheet(
        "Nom;Prénom;Genre;Dispo;Divers;Charte\nMartin;Léa;Fille;23/02/2026;x;23/02/2026\nRoy;Zoé;F;;;\n"
    )

    ran = cases.run("import", "csv", file, "--map", str(cases.root / "map.yaml"))

    assert (ran.exit_code, ran.stderr) == (0, "")
    lea, zoe = sorted(made(cases), key=lambda person: person["name"] == "Zoé Roy")
    assert lea["gender"] == "woman"
    assert lea["readiness"] == {"available": "2026-02-23"}
    assert lea["agreements"] == [{"kind": "participation", "on": "2026-02-23"}]
    assert zoe["coach"] == "karim"
    assert "agreements" not in zoe


def test_the_map_in_use_is_written_works_again_and_is_never_overwritten(cases, sheet, tmp_path):
    file = sheet("Nom;Prénom;Sexe;Divers\nMartin;Léa;Fille;x\nRoy;Zoé;F;\n")
    written = tmp_path / "map.yaml"

    first = cases.run("import", "csv", file, "--dry-run", "--write-map", str(written))

    assert first.exit_code == 1
    assert written.read_text(encoding="utf-8") == (
        "# A column without a key is left out. Change what is not right, then import with --map.\n"
        "kind: people\n"
        "columns:\n"
        "  Nom: last-name\n"
        "  Prénom: first-name\n"
        "  Sexe: gender\n"
        "  Divers:\n"
        "values:\n"
        "  gender:\n"
        "    F: woman\n"
        "    Fille:\n"
    )
    written.write_text(
        written.read_text(encoding="utf-8").replace("Fille:", "Fille: woman"), encoding="utf-8"
    )
    assert cases.run("import", "csv", file, "--map", str(written)).exit_code == 0
    again = cases.run("import", "csv", file, "--write-map", str(written))
    assert (again.exit_code, again.stdout) == (1, "")


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("Telefon: phone\n", 1, 'no column "Telefon"'),
        ("Nom: nmae\n", 1, 'did you mean "name"?'),
        ("Nom: id\n", 1, '"id" is not a key'),
        ("Nom: contacts[0].note\nx-y: [\n", 1, "is not sound"),
        ("Nom: circle\n", 2, "holds further keys"),
        ("kind: people\nNom: born\nPrénom: born\n", 2, "Two columns go to born"),
        ("constants: {gender: dame}\n", 2, '"dame" cannot stand at gender'),
        ("kind: persons\n", 1, "is not sound"),
    ],
)
def test_what_is_wrong_with_a_map_is_told(cases, sheet, text, code, told):
    cases.write("map.yaml", text)

    ran = cases.run(
        "import", "csv", sheet("Nom;Prénom\nMartin;Luc\n"), "--map", str(cases.root / "map.yaml")
    )

    assert (ran.exit_code, ran.stdout) == (code, "")
    assert told in ran.stderr


def test_a_stage_of_the_map_is_judged_by_the_rules_of_check(cases, sheet):
    cases.write(
        "map.yaml", "Phase: stages[0].stage\nvalues: {'stages[0].stage': {Accueil: reserve}}\n"
    )
    file = sheet("Nom;Prénom;Phase\nMartin;Léa;Accueil\nRoy;Zoé;pre-hire\nPetit;Anne;xyz\n")

    ran = cases.run("import", "csv", file, "--map", str(cases.root / "map.yaml"), "--skip-bad")

    assert ran.exit_code == 0
    assert 'line 3, Phase: entering "pre-hire" needs' in ran.stderr
    assert 'line 4, Phase: "xyz" is not a stage of frb-2002' in ran.stderr
    assert len(made(cases)) == 1


# What is refused at once


@pytest.mark.parametrize(
    ("text", "options", "code", "told"),
    [
        ("Nom;Téléphone\nx;1\n", [], 2, "do not tell what the rows are"),
        ("Nom;Téléphone\nx;1\n", ["--kind", "contacts"], 1, "No column is known for on, how/held"),
        ("Téléphone;Sexe\n1;F\n", ["--kind", "people"], 1, "name/first-name/last-name"),
        ("Nom;Prénom\nx;y\n", ["--kind", "persons"], 2, '"persons" is not a value --kind takes'),
        ("Nom;Prénom\nx;y\n", ["--coach", "nina"], 1, "nina"),
        ("Nom;Prénom\nx;y\n", ["--map", "nowhere.yaml"], 1, "nowhere.yaml cannot be read"),
        ('Nom;Prénom\nx;"y\n', [], 1, "line 2 do not fit together"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused_whole(cases, sheet, text, options, code, told):
    before = state(cases)

    ran = cases.run("import", "csv", sheet(text), *options)

    assert (ran.exit_code, ran.stdout) == (code, "")
    assert told in ran.stderr
    assert state(cases) == before


def test_a_written_map_helps_where_a_column_is_missing(cases, sheet, tmp_path):
    written = tmp_path / "map.yaml"

    ran = cases.run(
        "import",
        "csv",
        sheet("Date;Qui\n06/03/2026;bakery\n"),
        "--kind",
        "contacts",
        "--write-map",
        str(written),
    )

    assert ran.exit_code == 1
    written.write_text(written.read_text() + "constants: {how: phone}\n")
    assert (
        cases.run(
            "import", "csv", sheet("Date;Qui\n06/03/2026;bakery\n"), "--map", str(written)
        ).exit_code
        == 0
    )


def test_a_french_coach_reads_french(cases, sheet):
    ran = cases.run(
        "--lang", "fr", "import", "csv", sheet(PEOPLE + "Petit;Anne;31/02/1990;;;;;;;;;;\n")
    )

    assert ran.exit_code == 1
    assert "personnes, 3 rangées, cellules séparées par point-virgule" in ran.stdout
    assert "2 dossiers à créer, 1 rangée fautive" in ran.stdout
    assert ran.stderr.startswith("Rien n’a été écrit. Rangées fautives")
    assert "ligne 6, Date de naissance" in ran.stderr
    assert "--skip-bad" in ran.stderr


@pytest.mark.slow
def test_a_thousand_rows_take_a_few_seconds(cases, sheet):
    import time

    rows = "".join(f"Famille{i};Amina;1{i % 3}/05/1990\n" for i in range(1000))
    begun = time.monotonic()

    assert cases.run("import", "csv", sheet("Nom;Prénom;Né le\n" + rows)).exit_code == 0
    assert time.monotonic() - begun < 20
