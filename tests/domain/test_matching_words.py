"""When two short texts are about the same thing: case, accents, plurals, four languages, no false friends."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobcoach.domain.finding_cases import folded
from jobcoach.domain.matching.synonyms import ASIDE, IDEAS, IDLE, LANGUAGES, NOT, SECTORS
from jobcoach.domain.matching.words import LETTERS, is_language, language, sector, subjects


def alike(one: str, other: str) -> bool:
    return subjects(one).meets(subjects(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Étiqueter", "ETIQUETER"),  # case and accents
        ("Éolienne", "eoliennes"),  # a plural, of a word on no list
        ("Un cheval", "Nourrir les chevaux"),
        ("Working with people", "Serve customers"),
        ("Travailler avec des gens", "Servir les clients"),
        ("Bakery or grocery", "Aide en boulangerie"),
        ("Cash desk", "Count money"),
        ("Caisse", "Rendre la monnaie"),
        ("Calcul de tête", "Rendre la monnaie"),
        ("Punctual", "Être à l'heure"),
        ("Ponctuelle", "Op tijd komen"),
        ("Chaleureuse", "Friendly"),
        ("Shop assistant", "Aide au comptoir"),
        ("Réassortisseuse", "Refill the shelves"),
        ("Plantes et jardins", "Rempoter"),
        ("Planten", "Plants"),
        ("Dispatcher", "Magasinier"),
        ("Inventaire", "Réceptionner les palettes"),
        ("Onthaal", "Accueillir les visiteurs"),
        ("Le rangement", "Ranger"),
        ("Nettoyage professionnel", "Nettoyer la trancheuse"),
        ("Rigoureux", "Scanner sans erreur"),
        ("Garde son calme quand la file s'allonge", "Suivre une liste, sans se laisser presser"),
        ("Des gestes qu'on connaît", "Suivre un modèle"),
        ("Être dehors", "Équipe des espaces verts"),
        ("Machines à laver industrielles", "Agent de buanderie"),
        ("Travailler de ses mains", "Démonter les petits appareils"),
        ("Allemand", "Lire douze mots d'allemand"),
        ("German", "Parler allemand"),
        ("Nachtwerk", "Veilleur de nuit"),
        ("Näharbeiten, nähen", "Couture"),
    ],
)
def test_two_texts_about_the_same_thing_meet(one, other):
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No back pain", "Cuire le pain"),  # bread
        ("Kind to everybody", "Das Kind abholen"),  # a child
        ("Needs a car", "Plus de viande, car il n'en mange pas"),  # because
        ("Rust in de ploeg", "Remove the rust"),  # rest
        ("Art", "Partir tôt"),  # a part of a word is no word
        ("Tri", "Tricot"),
        ("Réceptionner les palettes", "L'accueil"),
        ("Un magasin de pièces", "Vente au magasin"),
        ("Ponçage", "Rempoter"),  # both with one's hands, yet not the same
        ("Constructive", "Chantier de construction"),
        ("Garde d'enfants", "Garder son calme"),
        ("Shop assistant", "Assistant de direction"),  # what any job holds
        ("Un bon travail", "Travailler le samedi"),
        ("Deux ans d'expérience", "Expérience en serre"),
        ("Le soir", "La loi"),
        ("Finir avant la sortie de l'école", "Nettoyer l'école"),  # when, not what
    ],
)
def test_strangers_do_not_meet(one, other):
    assert not alike(one, other)


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Pas de clients", "Servir les clients"),
        ("No customers", "Serve customers"),
        ("Geen klanten", "Klanten bedienen"),
        ("Keine Kunden", "Kunden beraten"),
        ("Réparer, sans clients", "Servir les clients"),
    ],
)
def test_a_no_refuses_and_does_not_wish(text, task):
    assert not alike(text, task)
    assert subjects(text).refuses(subjects(task))


def test_a_no_reaches_to_the_end_of_its_clause_only():
    wish = subjects("Pas de clients, des plantes")

    assert wish.meets(subjects("Rempoter"))
    assert not wish.refuses(subjects("Rempoter"))
    assert subjects("Pas de clients mais des plantes").meets(subjects("Rempoter"))


def test_a_word_on_no_list_counts_from_five_letters_on():
    assert alike("Tuba et piano", "Jouer du piano")
    assert not alike("Tuba", "Jouer du tuba")


def test_a_sector_is_read_from_its_code_or_its_words():
    assert sector("10.71").wanted == {"bakery"}
    assert sector("47.11").wanted == {"shop", "grocery"}
    assert sector("99").wanted == frozenset()
    assert "plants" in sector("Horticulture et jardinerie").wanted


def test_a_language_is_one_by_code_and_by_name():
    assert language("fr") == language("Français") == language("French") == "fr"
    assert language("Klingon") == "klingon"
    assert is_language("Turc")
    assert not is_language("French, getting there")


@given(st.text(max_size=60), st.text(max_size=60))
def test_meeting_goes_both_ways_and_case_never_matters(one, other):
    assert alike(one, other) == alike(other, one)
    assert subjects(one) == subjects(folded(one))


def test_the_list_is_written_as_it_is_compared():
    forms = [form.strip() for said in IDEAS.values() for form in said.split(",")]

    assert [form for form in forms if form != folded(form)] == []
    assert [form for form in forms if not re.fullmatch(r"[a-z]+( [a-z]+)*\*?", form)] == []
    beginnings = [form for form in forms if form.endswith("*") and " " not in form]
    assert [form for form in beginnings if len(form) - 1 < LETTERS] == []
    assert [form for form in forms if len(form) < 3] == []
    assert set(SECTORS.values()) <= set(IDEAS)


def test_no_form_is_idle_or_a_no():
    forms = {form.strip() for said in IDEAS.values() for form in said.split(",")}

    assert forms & (IDLE | NOT | ASIDE) == set()
    assert {
        name.strip() for names in LANGUAGES.values() for name in names.split(",")
    } & IDLE == set()
