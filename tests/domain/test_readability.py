"""What is hard to read in a plan's text: each rule of thumb, both sides of its boundary, in each language."""

from datetime import date

import pytest

from jobcoach.domain.employers import Employer
from jobcoach.domain.people import (
    Constraint,
    Goal,
    Person,
    Placement,
    Plan,
    Relative,
    Risk,
    Step,
)
from jobcoach.domain.readability.hard import Reader
from jobcoach.domain.readability.hints import hard_in, plan_read
from jobcoach.domain.readability.plan_texts import plan_texts
from jobcoach.domain.readability.sentences import sentences, word_count
from jobcoach.domain.readability.words import words_of

from .builders import cases_of

TODAY = date(2026, 3, 9)


def hard(sentence, language, names=frozenset()):
    """What is hard in a sentence: codes with their facts, words and counts left out."""
    reader = Reader(words_of(language), TODAY, names)
    return [(found.code, found.facts) for found in hard_in(sentence, reader)]


def facts(code, sentence, language):
    """The facts of the hints of one code."""
    return [told for found, told in hard(sentence, language) if found == code]


def codes(sentence, language):
    return [code for code, _ in hard(sentence, language)]


# Sentences


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Elle appelle. Puis elle part.", ["Elle appelle.", "Puis elle part."]),
        ("fr", "Elle appelle ! Puis ? Oui.", ["Elle appelle !", "Puis ?", "Oui."]),
        ("fr", "« Je viens. » Puis elle part.", ["« Je viens. »", "Puis elle part."]),
        ("fr", "Il attend… puis il part.", ["Il attend… puis il part."]),
        ("fr", "Il attend... Claire appelle.", ["Il attend...", "Claire appelle."]),
        ("fr", "Voir M. Dupont et A. Benali.", ["Voir M. Dupont et A. Benali."]),
        ("fr", "Un métier, p. ex. Boulanger.", ["Un métier, p. ex. Boulanger."]),
        ("fr", "Du pain, etc. Puis du lait.", ["Du pain, etc.", "Puis du lait."]),
        ("fr", "Finir à 15 h. Rentrer.", ["Finir à 15 h.", "Rentrer."]),
        ("fr", "Gagner 12.50 euros, 19,5 heures.", ["Gagner 12.50 euros, 19,5 heures."]),
        ("fr", "Voir www.exemple.be. Puis lire.", ["Voir www.exemple.be.", "Puis lire."]),
        ("en", "Ask Dr. Lee. Then go.", ["Ask Dr. Lee.", "Then go."]),
        ("en", "Bring food, e.g. Bread.", ["Bring food, e.g. Bread."]),
        ("nl", "Bel dhr. Peeters, bv. Maandag.", ["Bel dhr. Peeters, bv. Maandag."]),
        ("nl", "Brood, enz. Daarna melk.", ["Brood, enz.", "Daarna melk."]),
        ("de", "Am 12. März, z. B. Abends.", ["Am 12. März, z. B. Abends."]),
        ("de", "Er wohnt im 1. Stock.", ["Er wohnt im 1. Stock."]),
        ("de", "Er bleibt bis 12. Danach isst er.", ["Er bleibt bis 12.", "Danach isst er."]),
    ],
)
def test_a_sentence_ends_at_its_last_dot_not_at_an_abbreviation(language, text, expected):
    assert sentences(text, words_of(language)) == expected


def test_lines_and_items_of_a_list_are_sentences_of_their_own():
    text = "À faire :\n- Appeler Luc\n- Écrire\n\n1. Dormir\n2) manger"

    assert sentences(text, words_of("fr")) == [
        "À faire :",
        "Appeler Luc",
        "Écrire",
        "Dormir",
        "manger",
    ]


def test_a_line_that_goes_on_with_a_small_letter_belongs_to_the_one_before():
    text = "Elle veut travailler\n  dans un magasin.\nElle aime vendre."

    assert sentences(text, words_of("fr")) == [
        "Elle veut travailler dans un magasin.",
        "Elle aime vendre.",
    ]


def test_a_day_at_the_beginning_of_a_german_line_is_no_item_of_a_list():
    assert sentences("12. März anrufen", words_of("de")) == ["12. März anrufen"]


@pytest.mark.parametrize("text", ["", "  \n ", "…", "- -"])
def test_without_a_word_there_is_no_sentence(text):
    assert sentences(text, words_of("fr")) == []


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Pas avant 8 h 30, c'est tôt", 5),
        ("Pas avant 8:30 – trop tôt", 5),
        ("Gagner 1 500 euros, 19,5 heures : oui", 6),
        ("Appeler le 071 00 00 10", 3),
        ("L'école, jusqu'au rendez-vous", 3),
    ],
)
def test_words_are_what_blanks_part_and_a_time_or_a_number_is_one(sentence, count):
    assert word_count(sentence) == count


# Long sentences, commas

FIFTEEN = {
    "fr": "Je veux un travail dans un magasin près de chez moi et finir assez tôt",
    "en": "I want a job in a shop near my home and to finish early enough",
    "nl": "Ik wil graag werk in een winkel dicht bij mijn huis en vroeg genoeg klaar",
    "de": "Ich will gern Arbeit in einem Laden in meiner Nähe und früh genug fertig sein",
}
CUTS = {"fr": "de chez moi", "en": "near my home", "nl": "bij mijn huis", "de": "in meiner Nähe"}


@pytest.mark.parametrize("language", ["fr", "en", "nl", "de"])
def test_fifteen_words_are_read_sixteen_are_long_and_are_cut_at_a_joint(language):
    assert hard(FIFTEEN[language] + ".", language) == []

    assert hard(FIFTEEN[language] + " x.", language) == [
        ("long-sentence", {"words": 16, "most": 15, "cut": CUTS[language]})
    ]


def test_a_long_sentence_is_rather_cut_at_a_comma_the_nearest_to_its_middle():
    sentence = "Un, " + FIFTEEN["fr"].replace(" près", ", près") + " le soir."

    (told,) = facts("long-sentence", sentence, "fr")

    assert told["cut"] == "dans un magasin"


def test_where_no_cut_leaves_three_words_on_each_side_none_is_proposed():
    sentence = "Oui, " + "très " * 15 + "bien, merci."

    assert facts("long-sentence", sentence, "fr") == [{"words": 18, "most": 15}]


@pytest.mark.parametrize("language", ["fr", "en", "nl", "de"])
def test_two_commas_are_read_three_are_too_many_and_one_in_a_number_is_none(language):
    assert hard("A1, b, c 19,5.", language) == []
    assert hard("A1, b, c, d 19,5.", language) == [("commas", {"number": 3})]


# Passive


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        ("fr", "Elle est accompagnée le lundi.", "est accompagnée"),
        ("fr", "Le CV a été envoyé hier.", "a été envoyé"),
        ("fr", "Les heures ne sont pas encore payées.", "sont … payées"),
        ("fr", "Elle a peur d'être jugée.", "être jugée"),
        ("fr", "Le contrat sera prolongé.", "sera prolongé"),
        ("fr", "Les outils doivent être remis.", "être remis"),
        ("en", "Mistakes are talked about.", "are talked"),
        ("en", "The pass has been ordered.", "been ordered"),
        ("en", "He was never told.", "was never told"),
        ("en", "The forms aren't signed yet.", "aren't signed"),
        ("nl", "De uren worden elke week afgesproken.", "worden … afgesproken"),
        ("nl", "Het formulier moet ingevuld worden.", "ingevuld worden"),
        ("nl", "De brief is gestuurd.", "is gestuurd"),
        ("nl", "Hij blijft omdat hij geholpen wordt.", "geholpen wordt"),
        ("de", "Die Stunden werden jede Woche besprochen.", "werden … besprochen"),
        ("de", "Die Miete muss bezahlt werden.", "bezahlt werden"),
        ("de", "Er bleibt, weil er begleitet wird.", "begleitet wird"),
        ("de", "Der Antrag ist abgeschickt worden.", "abgeschickt worden"),
    ],
)
def test_a_passive_is_quoted(language, sentence, found):
    assert hard(sentence, language) == [("passive", {"found": found})]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        # how somebody or something is
        ("fr", "Elle est contente. "),
        ("fr", "Elle est fatiguée le soir."),
        ("fr", "Il est très apprécié."),
        ("fr", "Il est plus motivé qu'avant."),
        ("fr", "Le magasin est ouvert."),
        ("fr", "Il peut être en retard."),
        # verbs of movement, and others that make their past with être
        ("fr", "Elle est allée au magasin."),
        ("fr", "Ils sont souvent arrivés en avance."),
        ("fr", "Elle n'est jamais restée longtemps."),
        ("fr", "Il est né à Namur."),
        ("fr", "Il est devenu papa."),
        # reflexive
        ("fr", "Elle s'est inscrite hier."),
        ("fr", "Nous nous sommes rencontrés mardi."),
        ("fr", "Il ne s'est pas levé."),
        ("fr", "Il s'y est habitué."),
        # no verb, or an idiom
        ("fr", "L'été passé, il a travaillé."),
        ("fr", "C'est prévu lundi."),
        ("fr", "La gare est à côté."),
        ("en", "He is tired and worried."),
        ("en", "He is used to nights."),
        ("en", "She was very moved."),
        ("en", "A red bed is a need indeed."),
        ("en", "He has worked here."),
        ("nl", "Hij wordt moe en hij wordt kok."),
        ("nl", "Zij is naar huis gegaan."),
        ("nl", "Hij is gestopt met roken."),
        ("nl", "Hij is gemotiveerd en gezond."),
        ("nl", "Hij heeft zijn auto gewassen."),
        ("nl", "Zijn gezicht zegt veel."),
        ("nl", "Als het regent wordt hij nat."),
        ("nl", "Hij wordt blij van een bericht."),
        ("de", "Er wird müde und er wird Koch."),
        ("de", "Sie wird morgen kommen."),
        ("de", "Es wird bestimmt regnen."),
        ("de", "Er ist nach Eupen gezogen."),
        ("de", "Er wird müde und hat viel gearbeitet."),
        ("de", "Das Geld wird knapp, er hat viel bezahlt."),
    ],
)
def test_a_state_a_past_or_a_future_is_no_passive(language, sentence):
    assert codes(sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "agent"),
    [
        ("fr", "Elle est aidée par Claire.", "Claire"),
        ("fr", "Il est suivi par l'agence.", "l'agence"),
        ("en", "He is helped by the coach.", "the coach"),
        ("nl", "Hij wordt door zijn broer geholpen.", "zijn broer"),
        ("de", "Sie wird von Claire begleitet.", "Claire"),
    ],
)
def test_who_does_it_is_told_where_the_sentence_says_so(language, sentence, agent):
    assert [told["agent"] for told in facts("passive", sentence, language)] == [agent]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Elle est payée par semaine."),
        ("fr", "Elle est appelée par la suite."),
        ("en", "He is called by Friday."),
        ("nl", "Hij wordt door de week gebeld."),
        ("de", "Sie wird von Montag an begleitet."),
    ],
)
def test_a_length_of_time_does_nothing(language, sentence):
    (told,) = facts("passive", sentence, language)

    assert "agent" not in told


def test_a_state_is_a_passive_where_somebody_brings_it_about():
    assert facts("passive", "Elle est fatiguée par les horaires.", "fr") == [
        {"found": "est fatiguée", "agent": "les horaires"}
    ]
    assert codes("Elle est fatiguée par moments.", "fr") == []


# Double negatives


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        ("fr", "Ne pas venir sans appeler.", ("Ne pas", "sans")),
        ("fr", "Il ne veut pas qu'on ne l'appelle pas.", ("ne … pas", "ne … pas")),
        ("fr", "Ce n'est pas impossible.", ("n'… pas", "impossible")),
        ("fr", "Rien n'est impossible.", ("Rien", "impossible")),
        ("fr", "Pas de travail sans contrat.", ("Pas", "sans")),
        ("en", "It is not very unlikely.", ("not", "unlikely")),
        ("en", "She cannot work without a car.", ("cannot", "without")),
        ("en", "Don't say nothing.", ("Don't", "nothing")),
        ("nl", "Dat is niet onmogelijk.", ("niet", "onmogelijk")),
        ("nl", "Niet zonder afspraak komen.", ("Niet", "zonder")),
        ("de", "Das ist nicht unwichtig.", ("nicht", "unwichtig")),
        ("de", "Nicht ohne Termin kommen.", ("Nicht", "ohne")),
    ],
)
def test_two_negatives_in_one_clause_are_quoted(language, sentence, found):
    assert facts("double-negative", sentence, language) == [{"found": found}]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Il ne dit jamais rien."),
        ("fr", "Il ne mange pas et ne dort pas."),
        ("fr", "Travailler sans bruit, ne pas porter lourd."),
        ("fr", "Ne prend le train qu'avec sa sœur, sans crainte."),
        ("fr", "Sans aucun bruit."),
        ("fr", "N'importe qui vient sans papiers."),
        ("fr", "Il n'a ni permis ni voiture."),
        ("fr", "La personne n'a pas de voiture."),
        ("fr", "Personne ne l'attend."),
        ("en", "He does not go and he does not call."),
        ("en", "She can say no without fear."),
        ("en", "Not under the bridge, not until May."),
        ("nl", "Hij rookt niet en drinkt niet."),
        ("nl", "Niet onder de brug, niet ongeveer."),
        ("de", "Er raucht nicht und trinkt nicht."),
        ("de", "Nicht unbedingt am Montag, nicht unter uns."),
    ],
)
def test_one_negative_or_two_in_two_clauses_are_read(language, sentence):
    assert codes(sentence, language) == []


# Dates


@pytest.mark.parametrize(
    ("language", "sentence", "found", "full"),
    [
        ("fr", "Le 12/03 à 9 h.", "12/03", "jeudi 12 mars"),
        ("fr", "Le 1/04/26.", "1/04/26", "mercredi 1er avril 2026"),
        ("fr", "Pour le 2026-03-12.", "2026-03-12", "jeudi 12 mars 2026"),
        ("en", "On 12.3.2026 at 9.", "12.3.2026", "Thursday 12 March 2026"),
        ("en", "On 3/25 at 9.", "3/25", "Wednesday 25 March"),
        ("nl", "Op 12-03-2026.", "12-03-2026", "donderdag 12 maart 2026"),
        ("de", "Am 12.3. um 8.30 Uhr.", "12.3.", "Donnerstag, 12. März"),
        ("de", "Bis 12.03.2026", "12.03.2026", "Donnerstag, 12. März 2026"),
    ],
)
def test_a_date_in_digits_is_said_in_words_with_its_weekday(language, sentence, found, full):
    assert hard(sentence, language) == [("date-in-digits", {"found": found, "full": full})]


@pytest.mark.parametrize(
    ("today", "full"),
    [
        (date(2026, 3, 9), "vendredi 9 janvier"),
        (date(2026, 7, 10), "vendredi 9 janvier"),
        (date(2026, 7, 11), "samedi 9 janvier"),
    ],
)
def test_a_date_without_a_year_is_the_nearest(today, full):
    """From 10 July it is 182 days back to January 2026 and 183 on to the next one."""
    (found,) = hard_in("Le 09/01.", Reader(words_of("fr"), today))

    assert found.facts["full"] == full


def test_a_day_that_is_in_no_calendar_is_quoted_without_words():
    assert hard("Le 31/02/2026.", "fr") == [("date-in-digits", {"found": "31/02/2026"})]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Travailler à 4/5 temps, pas à 3/4."),
        ("fr", "Être là 7j/7, 24h/24 ou 24/7, noté 7/10 puis 15/20."),
        ("fr", "Compter 12,50 euros, 8:30 ou 8.30."),
        ("fr", "Appeler le 0470/12.34.56 ou le 071 12.03.44"),
        ("fr", "Lire www.exemple.be/12/03 le soir."),
        ("en", "Works 4/5 of the week, from 8.30."),
        ("nl", "Om 8.30 uur, 4/5 van de week."),
        ("de", "Um 8.10. gehen, 4/5 der Woche."),
        ("de", "Am 12. März."),
    ],
)
def test_a_fraction_a_score_a_price_or_a_phone_number_is_no_date(language, sentence):
    assert codes(sentence, language) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Appeler avant le 3/4."),
        ("fr", "Venir jeudi 2/4."),
        ("en", "Call by 3/4."),
        ("nl", "Bellen tegen 3/4."),
        ("de", "Anrufen bis 3/4."),
    ],
)
def test_what_stands_before_makes_a_day_of_a_fraction(language, sentence):
    assert codes(sentence, language) == ["date-in-digits"]


# Abbreviations


@pytest.mark.parametrize(
    ("language", "sentence", "found", "full"),
    [
        ("fr", "RV chez Luc.", "RV", "rendez-vous"),
        ("fr", "Un métier, p.ex. boulanger.", "p.ex.", "par exemple"),
        ("fr", "À 20 min. à pied.", "min.", "minutes"),
        ("fr", "Compter min. 20 minutes.", "min.", "au moins"),
        ("fr", "Le bus n°5.", "n°", "numéro"),
        ("en", "Bring food, e.g. bread.", "e.g.", "for example"),
        ("nl", "Papieren i.v.m. het loon.", "i.v.m.", "over"),
        ("de", "Am Abend, z. B. spät.", "z. B.", "zum Beispiel"),
    ],
)
def test_a_shortened_word_is_said_in_full(language, sentence, found, full):
    assert hard(sentence, language) == [("abbreviation", {"found": found, "full": full})]


@pytest.mark.parametrize(
    ("language", "sentence", "found", "meaning"),
    [
        ("fr", "Un CDI à l'ONEM.", "CDI", "un contrat sans date de fin"),
        ("fr", "Une A.S.B.L. locale.", "A.S.B.L.", "une association"),
        ("fr", "Le document ACTIVA.", "ACTIVA", "une aide à l'embauche"),
        ("en", "Ask HR first.", "HR", "the staff office"),
        ("nl", "Naar het OCMW.", "OCMW", "de sociale dienst van de gemeente"),
        ("de", "Das ÖSHZ zahlt.", "ÖSHZ", "der Sozialdienst der Gemeinde"),
    ],
)
def test_capitals_are_said_in_plain_words(language, sentence, found, meaning):
    assert facts("abbreviation", sentence, language)[0] == {"found": found, "meaning": meaning}


@pytest.mark.parametrize("language", ["fr", "en", "nl", "de"])
def test_two_to_five_capitals_that_nobody_listed_are_quoted_one_or_six_are_not(language):
    assert codes("Q QWERTZ", language) == []
    assert hard("Qw QWERT", language) == [("abbreviation", {"found": "QWERT"})]
    assert hard("Qw QW", language) == [("abbreviation", {"found": "QW"})]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le CV et un SMS de M. Dupont à Mme Roy."),
        ("fr", "NE PAS oublier le LUNDI."),
        ("fr", "Le chapitre IV, le permis B1."),
        ("fr", "APPELER LUC TÔT"),
        ("fr", "Un métier comme tel. "),
        ("en", "My CV, my ID card and Dr. Lee."),
        ("en", "NOT on MONDAY."),
        ("nl", "De CV en een SMS voor dhr. Peeters."),
        ("de", "Die SMS von Dr. Meier, NICHT am Montag."),
    ],
)
def test_everyday_ones_titles_stress_roman_numbers_and_shouting_are_let_be(language, sentence):
    assert codes(sentence, language) == []


def test_a_name_in_capitals_is_no_abbreviation():
    assert hard("Chez ALDI ou LIDL.", "fr", frozenset({"ALDI", "LIDL"})) == []
    assert [told["found"] for _, told in hard("Chez ALDI ou LIDL.", "fr")] == ["ALDI", "LIDL"]


# Brackets, slashes, numbers


@pytest.mark.parametrize("language", ["fr", "en", "nl", "de"])
def test_words_in_brackets_are_quoted_a_number_in_brackets_is_not(language):
    assert hard("A1 b (c d) e.", language) == [("brackets", {"found": "(c d)"})]
    assert hard("A1 b [c] e.", language) == [("brackets", {"found": "[c]"})]
    assert hard("A1 b (2) e :-)", language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        (
            "fr",
            "Un vendeur/vendeuse.",
            {"found": "vendeur/vendeuse", "full": "vendeur ou vendeuse"},
        ),
        ("fr", "Le matin et/ou le soir.", {"found": "et/ou"}),
        ("fr", "Trois heures/semaine.", {"found": "heures/semaine"}),
        ("en", "A cook/cleaner.", {"found": "cook/cleaner", "full": "cook or cleaner"}),
        ("nl", "Bus/trein.", {"found": "Bus/trein", "full": "Bus of trein"}),
        ("de", "Bus/Zug.", {"found": "Bus/Zug", "full": "Bus oder Zug"}),
    ],
)
def test_a_slash_between_words_is_said_with_or(language, sentence, told):
    assert hard(sentence, language) == [("slash", told)]


@pytest.mark.parametrize("sentence", ["À 30 km/h.", "À 4/5 temps.", "Lire www.exemple.be/a/b."])
def test_a_speed_a_fraction_and_an_address_have_their_slashes(sentence):
    assert codes(sentence, "fr") == []


@pytest.mark.parametrize(
    ("language", "words", "digits"),
    [
        ("fr", "onze", "11"),
        ("fr", "Quinze", "15"),
        ("fr", "vingt et un", "21"),
        ("fr", "soixante-quinze", "75"),
        ("fr", "quatre-vingt-dix-neuf", "99"),
        ("fr", "nonante", "90"),
        ("en", "eleven", "11"),
        ("en", "thirty-eight", "38"),
        ("nl", "elf", "11"),
        ("nl", "tweeëndertig", "32"),
        ("nl", "achtendertig", "38"),
        ("de", "elf", "11"),
        ("de", "achtunddreißig", "38"),
    ],
)
def test_a_number_above_ten_in_words_is_said_in_digits(language, words, digits):
    assert hard(f"A1 {words} x.", language) == [
        ("number-in-words", {"found": words, "full": digits})
    ]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Dix jours, deux fois."),
        ("en", "Ten days, once."),
        ("nl", "Tien dagen, twee keer."),
        ("de", "Zehn Tage, zwei Mal."),
    ],
)
def test_ten_and_less_are_everyday_words(language, sentence):
    assert codes(sentence, language) == []


# A plan

AMINA = Person(
    id="ab-k7q",
    name="Amina Benali",
    circle=(Relative(id="mother", name="Fatima FIZZ"),),
    wishes=("A shop",),
    strengths=("Calm",),
    skills=("Cash desk",),
    constraints=(Constraint(kind="health", what="No loads", confidential=True),),
    placements=(Placement(firm="BUZZ Clothes", from_=date(2026, 2, 2)),),
    plan=Plan(
        goals=(
            Goal(
                goal="Work",
                words="I was told (by HR) that nothing is impossible",
                measure="A contract",
                support=("A call",),
                steps=(Step(do="Rewrite the CV", done=TODAY), Step(who="coach")),
            ),
            Goal(words="Sleep"),
        ),
        risks=(Risk(what="Noise", agreed="Go out"), Risk(what="Cold")),
        signs=("Silence",),
    ),
)


def test_the_texts_of_a_plan_come_in_its_order_without_the_person_s_own_words():
    assert list(plan_texts(AMINA)) == [
        (("wishes", 0), "A shop"),
        (("strengths", 0), "Calm"),
        (("skills", 0), "Cash desk"),
        (("constraints", 0, "what"), "No loads"),
        (("plan", "goals", 0, "goal"), "Work"),
        (("plan", "goals", 0, "measure"), "A contract"),
        (("plan", "goals", 0, "support", 0), "A call"),
        (("plan", "goals", 0, "steps", 0, "do"), "Rewrite the CV"),
        (("plan", "risks", 0, "what"), "Noise"),
        (("plan", "risks", 0, "agreed"), "Go out"),
        (("plan", "risks", 1, "what"), "Cold"),
        (("plan", "signs", 0), "Silence"),
    ]


def test_somebody_without_a_plan_still_has_wishes():
    assert list(plan_texts(Person(id="x", name="X", wishes=("A shop",)))) == [
        (("wishes", 0), "A shop")
    ]


def test_names_on_file_are_known_to_the_reader_partners_are_not():
    wish = "Work at BUZZ or FOXX, not at QUX, with FIZZ. The CPAS too."
    person = Person(
        id="ab-k7q",
        name="Amina Benali",
        circle=AMINA.circle,
        placements=AMINA.placements,
        wishes=(wish,),
    )
    known = cases_of(person, Employer(id="foxx", name="Foxx Ltd"))

    read = plan_read(person, known, "en", TODAY)

    assert read.sentences == 2
    assert [(hint.path, hint.sentence, hint.code, hint.facts["found"]) for hint in read.hints] == [
        (("wishes", 0), "Work at BUZZ or FOXX, not at QUX, with FIZZ.", "abbreviation", "QUX"),
        (("wishes", 0), "The CPAS too.", "abbreviation", "CPAS"),
    ]


def test_the_same_thing_twice_in_a_sentence_is_told_once():
    assert hard("Un CDD, puis un CDD.", "fr") == [
        ("abbreviation", {"found": "CDD", "meaning": "un contrat avec une date de fin"})
    ]
