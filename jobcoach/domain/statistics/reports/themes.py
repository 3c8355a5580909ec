"""What a constraint or an obstacle is about, so that those who could change it can be told.

A constraint has a kind. An obstacle is free text: a list of words in French, Dutch, German and English tells its
themes; the list has the form of ``matching.synonyms``. What it does not know stays ``other``: counted all the same.
"""

from __future__ import annotations

from collections.abc import Mapping

from jobcoach.domain.matching.lexicon import Lexicon
from jobcoach.domain.matching.words import languages_in
from jobcoach.domain.people import Constraint

THEMES = (
    "transport",
    "hours",
    "family",
    "health",
    "language",
    "papers",
    "housing",
    "money",
    "training",
    "other",
)

COMPARED = ("transport", "hours", "family", "health", "language", "papers")
"""Themes of constraints that can be compared with a job: none of the others has anything to compare."""

_OF_KIND: Mapping[str, str] = {
    "hours": "hours",
    "mobility": "transport",
    "health": "health",
    "family": "family",
    "legal": "papers",
    "language": "language",
}

WORDS: Mapping[str, str] = {
    # No word stands here that means something else next door: *car* (because), *pain* (bread), *kind*, *arts*.
    "transport": "bus, bussen, tram, trams, train, trains, metro, gare, transport*, mobilite*, mobility, mobilitat, "
    "mobiliteit, voiture*, trajet, trajets, velo, velos, permis, permis b, permis de conduire, deplacement*, "
    "se deplacer, covoiturage*, no car, a car, own car, without car, bicycle*, commut*, driving licence, "
    "driver s licence, vervoer, vervoers*, auto, autos, fiets, fietsen, rijbewijs*, trein, treinen, zug, zuge, bahn, "
    "fahrrad*, fuhrerschein*, anfahrt*, fahrgemeinschaft*",
    "hours": "horaire, horaires, nuit, nuits, de soiree, week end, weekend, weekends, temps partiel, mi temps, "
    "rythme, working hours, opening hours, night shift*, shift, shifts, part time, uurrooster*, werkuren, "
    "ploegen, ploegenwerk, nachtwerk, deeltijds*, halftijds*, arbeitszeit*, schicht, schichten, schichtarbeit, "
    "teilzeit*, nachtarbeit",
    "family": "enfant*, garderie*, creche*, garde alternee, nounou*, famille*, familial*, conjoint*, divorce*, "
    "grossesse*, enceinte, aidant proche, parent, parents, childcare, child care, children, family, families, "
    "pregnan*, nursery, babysit*, kinderen, kinder, kinderopvang*, opvang, gezin, gezins*, familie*, mantelzorg*, "
    "zwanger*, echtscheid*, kinderbetreu*, kindergarten*, kita, tagesmutter*, schwanger*, scheidung*, "
    "angehorige*",
    "health": "sante, sommeil, handicap*, maladie*, malade, malades, medecin*, medic*, douleur*, dialys*, traitement*, "
    "hopital*, therap*, psych*, psychi*, depress*, fatigue*, dependance*, addict*, alcool*, auditif*, auditive*, "
    "lunettes, voit mal, entend mal, angoisse*, mal de dos, health, illness*, doctor*, back pain, chronic pain, sleep, "
    "sleeping, hearing aid*, disab*, surgery, anxiety, huisarts*, dokter*, gezondheid*, ziek, ziekte*, pijn, "
    "rugpijn, slaap, slapen, slecht slapen, verslaving*, behandeling*, gesundheit*, krank, kranken, krankheit*, arzt, "
    "arztlich*, hausarzt*, schmerz*, schlaf, schlafen, schlafstor*, ruckenschmerz*, sucht, behinder*, "
    "behandlung*",
    "language": "langue, langues, alphabetis*, analphab*, illett*, lecture, lire, ecrire, interprete*, language*, "
    "reading, writing, literacy, interpreter*, taal, taalles, taallessen, taalkennis, lezen, schrijven, tolk, "
    "laaggeletterd*, sprache, sprachen, sprachkurs*, sprachkennt*, lesen, schreiben, dolmetsch*, alphabetisier*",
    "papers": "papiers, papieren, papiere, papers, sejour, titre de sejour, permis de sejour, permis de travail, "
    "permis unique, carte d identite, identite, passeport*, casier, casier judiciaire, visa, visas, regularis*, "
    "nationalite*, asile, residence permit*, work permit*, single permit, identity card, id card, passport*, "
    "criminal record, asylum, verblijf, verblijfs*, werkvergunning*, arbeidskaart*, identiteitskaart*, paspoort*, "
    "strafregister*, asiel, asielzoek*, aufenthalt*, arbeitserlaubnis*, personalausweis*, ausweis, ausweise, "
    "reisepass*, fuhrungszeugnis*, asyl, asylverfahr*",
    "housing": "logement*, heberge*, loyer, loyers, sans abri, sans domicile, expulsion*, demenag*, domicile, "
    "adresse de reference, housing, homeless*, rent, evict*, night shelter, woning*, huisvest*, dakloos, daklo*, "
    "thuisloos, huur, uithuis*, verhuis*, wohnung*, obdachlos*, miete, mieten, umzug, umziehen, unterkunft*",
    "money": "dette*, surendett*, endett*, huissier*, saisie, saisies, facture*, credit, credits, revenu*, "
    "allocation*, chomage, argent, budget*, pension alimentaire, debt, debts, bailiff*, bills, unpaid bill, income, "
    "benefits, allowance*, money, schuld, schulden*, schuldbemid*, deurwaarder*, factuur, facturen, inkomen*, "
    "uitkering*, beslag, geld, rechnung*, einkommen*, gerichtsvollzieher*, pfandung*, lohnpfand*",
    "training": "formation*, diplome*, qualif*, equivalence*, certificat, certificats, apprentissage*, cours, "
    "permis cariste, brevet, brevets, etudes, degree*, certificate*, training, class, classes, course, courses, "
    "opleiding*, cursus*, diploma, diplomas, getuigschrift*, ausbildung*, weiterbildung*, kurs, kurse, zeugnis, "
    "zeugnisse, abschluss*",
}

_LEXICON = Lexicon(WORDS)


def themes_of_text(text: str) -> frozenset[str]:
    """Return what an obstacle is about: every theme that its words name, else ``other``.

    Whether the words say that something is there or missing does not matter: *plus de bus* is about transport.
    """
    found = set(_LEXICON.named(text))
    if languages_in(text):
        found.add("language")
    return frozenset(found or {"other"})


def theme_of_constraint(constraint: Constraint) -> str:
    """Return the one theme of a constraint: its kind's; of the kind ``other``, what it can be compared by."""
    if constraint.kind in _OF_KIND:
        return _OF_KIND[constraint.kind]
    if constraint.transport is not None:
        return "transport"
    if constraint.loads is not None:
        return "health"
    if constraint.languages is not None:
        return "language"
    if constraint.hours is not None or constraint.days is not None:
        return "hours"
    return "other"
