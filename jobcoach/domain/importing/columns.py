"""Which column holds what: by its header, in French, English, Dutch or German, or by a map of the service's."""

import re
from collections.abc import Collection, Mapping, Sequence

from jobcoach.domain.importing.sheet import Column, Kind
from jobcoach.domain.importing.words import normal

FIRST_NAME, LAST_NAME = "first-name", "last-name"
WHO, OF_PERSON, OF_EMPLOYER = "who", "person", "employer"
ENTERED, STAGE = "stages[0].on", "stages[0].stage"

EXTRA_KEYS: Mapping[Kind, tuple[str, ...]] = {
    "people": (FIRST_NAME, LAST_NAME),
    "employers": (),
    "contacts": (WHO, OF_PERSON, OF_EMPLOYER, FIRST_NAME, LAST_NAME),
}
"""What a column may go to besides the keys of the format."""

NEEDED: Mapping[Kind, tuple[tuple[str, ...], ...]] = {
    "people": (("name", FIRST_NAME, LAST_NAME),),
    "employers": (("name",),),
    "contacts": (("on",), (WHO, OF_PERSON, OF_EMPLOYER, LAST_NAME), ("how", "held")),
}
"""Of each group one column, or a constant, must be there."""

_TELLING: Mapping[Kind, int] = {"people": 1, "employers": 1, "contacts": 2}
"""How many of these groups tell a kind; how contacts were made may come from the map."""

_USUAL: Mapping[Kind, Mapping[str, str]] = {
    "people": {
        "name": "nom|name|naam|nom complet|nom et prénom|nom prénom|prénom nom|prénom et nom|personne|bénéficiaire|"
        "candidat|participant|usager|demandeur d'emploi|full name|person|volledige naam|voornaam en naam|"
        "naam en voornaam|kandidaat|deelnemer|vollständiger name|vor und nachname|person name|teilnehmer",
        LAST_NAME: "nom de famille|last name|surname|family name|achternaam|familienaam|nachname|familienname",
        FIRST_NAME: "prénom|prénoms|first name|given name|forename|voornaam|vorname",
        "born": "date de naissance|né le|née le|né|naissance|ddn|date naissance|né e le|birth date|date of birth|"
        "birthdate|birthday|dob|geboortedatum|geboren|geboren op|geburtsdatum|geboren am",
        "gender": "sexe|genre|gender|sex|geslacht|geschlecht",
        "phone": "téléphone|tél|tel|gsm|portable|mobile|téléphone portable|n de téléphone|numéro de téléphone|"
        "tel gsm|phone|phone number|telephone|mobile phone|cell|telefoon|telefoonnummer|gsm nummer|mobiel|telefon|"
        "telefonnummer|handy|mobil",
        "email": "e mail|email|mail|courriel|adresse e mail|adresse mail|adresse email|email address|e mailadres|"
        "mailadres|e mail adresse",
        "place": "commune|ville|localité|domicile|lieu|code postal|cp|town|city|place|municipality|zip|postcode|"
        "post code|postal code|gemeente|woonplaats|stad|plaats|wohnort|ort|stadt|gemeinde|plz|postleitzahl",
        "referred.by": "envoyé par|envoyeur|orienté par|adressé par|service envoyeur|prescripteur|"
        "référé par|referred by|sent by|referrer|doorverwezen door|verwezen door|verwijzer|doorverwijzer|"
        "vermittelt durch|zugewiesen von|überwiesen von",
        "referred.on": "envoyé le|orienté le|date d'orientation|referred on|doorverwezen op",
        ENTERED: "date d'entrée|entrée|date entrée|entré le|entrée le|date d'inscription|inscription|inscrit le|"
        "début|date de début|date d'accueil|entry date|date of entry|start date|intake date|date of intake|"
        "instroomdatum|startdatum|datum intake|intake|datum instap|inschrijvingsdatum|eintrittsdatum|"
        "aufnahmedatum|beginn",
        "coach": "coach|jobcoach|job coach|référent|référente|accompagnateur|accompagnatrice|conseiller|conseillère|"
        "begeleider|trajectbegeleider|betreuer|betreuerin|berater",
        "language": "langue de contact|langue des documents|langue du dossier|contacttaal|kontaktsprache",
        "education": "niveau d'études|niveau de diplôme|niveau de formation|level of education|education level|"
        "opleidingsniveau|studieniveau|bildungsniveau",
        "situation": "situation|statut social|revenus|situatie|sociaal statuut|inkomen|einkommen",
        "without_work_since": "sans emploi depuis|inoccupé depuis|demandeur d'emploi depuis|chômage depuis|"
        "unemployed since|without work since|out of work since|werkloos sinds|werkzoekend sinds|arbeitslos seit",
        "readiness.available": "disponible depuis|disponible le|disponible à partir du|available|"
        "available from|available since|beschikbaar vanaf|beschikbaar sinds|verfügbar ab|verfügbar seit",
        "wishes": "souhaits|souhait|métier souhaité|métiers souhaités|emploi souhaité|projet|projet professionnel|"
        "objectif professionnel|wishes|wish|job wanted|wensen|gewenst beroep|jobdoelwit|wünsche|berufswunsch",
        "strengths": "atouts|points forts|forces|strengths|sterke punten|troeven|stärken",
        "skills": "compétences|savoir faire|skills|competenties|vaardigheden|kompetenzen|fähigkeiten",
        "aids": "aides|aide à l'emploi|aides à l'emploi|aids|hiring aids|tewerkstellingsmaatregelen|fördermittel",
    },
    "employers": {
        "name": "entreprise|employeur|nom|nom de l'entreprise|nom entreprise|société|raison sociale|firme|"
        "dénomination|organisation|établissement|employer|company|company name|firm|business|organization|name|"
        "bedrijf|bedrijfsnaam|naam|werkgever|firma|onderneming|organisatie|naam bedrijf|unternehmen|arbeitgeber|"
        "betrieb",
        "sector": "secteur|secteur d'activité|activité|nace|code nace|branche|sector|industry|nace code|"
        "activiteit|branch",
        "staff[0].name": "personne de contact|contact|nom du contact|personne contact|interlocuteur|responsable|"
        "contact person|contact name|contactpersoon|contactnaam|verantwoordelijke|ansprechpartner|"
        "ansprechpartnerin|kontaktperson|kontakt",
        "staff[0].role": "fonction|fonction du contact|rôle|function|role|job title|functie|rol|funktion|position",
        "staff[0].phone": "téléphone|tél|tel|gsm|téléphone du contact|n de téléphone|numéro de téléphone|portable|"
        "mobile|phone|phone number|telephone|telefoon|telefoonnummer|telefon|telefonnummer|handy",
        "staff[0].email": "e mail|email|mail|courriel|e mail du contact|adresse e mail|adresse mail|email address|"
        "e mailadres|mailadres|e mail adresse",
        "place": "commune|ville|localité|lieu|adresse|rue|code postal|cp|town|city|place|address|zip|postcode|"
        "postal code|gemeente|stad|plaats|adres|straat|ort|stadt|gemeinde|plz|postleitzahl|strasse",
        "country": "pays|country|land",
        "status": "statut de la relation|état de la relation|status of the relation",
        "size": "taille|effectif|nombre de travailleurs|nombre d'employés|size|employees|headcount|"
        "number of employees|grootte|aantal werknemers|personeel|größe|mitarbeiter|mitarbeiterzahl",
        "coach": "coach|jobcoach|job coach|référent|référente|begeleider|betreuer|betreuerin",
        "transport": "accès|transport|transports en commun|comment y aller|access|public transport|"
        "bereikbaarheid|openbaar vervoer|anfahrt|erreichbarkeit",
        "visits": "visites|visits|bezoeken|besuche",
        "culture": "culture|culture d'entreprise|culture of the firm|bedrijfscultuur|betriebskultur",
        "concerns": "craintes|freins|inquiétudes|concerns|bezorgdheden|bedenken",
    },
    "contacts": {
        "on": "date|date du contact|jour|le|on|day|contact date|datum|dag|datum contact|tag",
        WHO: "qui|avec qui|nom|nom et prénom|nom prénom|prénom nom|prénom et nom|nom complet|dossier|who|"
        "with whom|name|full name|case|wie|met wie|naam|wer|mit wem",
        OF_PERSON: "personne|bénéficiaire|candidat|participant|usager|demandeur d'emploi|person|participant name|"
        "persoon|kandidaat|deelnemer|teilnehmer|kandidat",
        OF_EMPLOYER: "employeur|entreprise|société|firme|employer|company|firm|werkgever|bedrijf|firma|arbeitgeber|"
        "unternehmen|betrieb",
        LAST_NAME: "nom de famille|last name|surname|family name|achternaam|familienaam|nachname|familienname",
        FIRST_NAME: "prénom|first name|given name|voornaam|vorname",
        "how": "type|comment|type de contact|moyen|mode|canal|forme|how|kind|channel|means|hoe|soort|wijze|art|"
        "kontaktart",
        "note": "remarque|remarques|note|notes|commentaire|commentaires|contenu|compte rendu|résumé|description|"
        "objet|observations|remark|remarks|comment|comments|summary|opmerking|opmerkingen|nota|verslag|inhoud|"
        "bemerkung|bemerkungen|notiz|notizen|inhalt",
        "next": "prochain contact|prochain|prochain rendez vous|prochain rdv|à recontacter le|rappel|"
        "next contact|next|follow up|volgend contact|volgende afspraak|nächster kontakt|nächster termin",
        "by": "par|coach|jobcoach|job coach|référent|accompagnateur|by|door|begeleider|von|durch|betreuer",
        "with": "avec|with|met|mit",
        "answered": "répondu|réponse|answered|beantwoord|beantwortet",
        "held": "a eu lieu|eu lieu|présent|held|took place|plaatsgevonden|stattgefunden",
        "campaign": "campagne|campaign|kampagne",
    },
}
"""Headers by key. Those left out on purpose hold too often what the key does not take: *Langue* (Arabic, not a
document's language), *Diplôme*, *Statut*, *Phase*, *Disponibilité*. A map can name them."""
_KEYS: Mapping[Kind, Mapping[str, str]] = {
    kind: {normal(header): key for key, headers in usual.items() for header in headers.split("|")}
    for kind, usual in _USUAL.items()
}


def key_of(header: str, kind: Kind, plain_keys: Collection[str]) -> str | None:
    """Return the key that a header names by itself or by custom, accents and case ignored; None for none.

    What stands in brackets behind a header, as ``(jj/mm/aaaa)``, is left aside where the whole fits nothing.
    """
    own = {normal(key): key for key in plain_keys}
    for text in (header, re.sub(r"\(.*?\)|\[.*?\]", " ", header)):
        found = _KEYS[kind].get(normal(text)) or own.get(normal(text))
        if found:
            return found
    return None


def matched(
    headers: Sequence[str],
    kind: Kind,
    plain_keys: Collection[str],
    several: Collection[str],
    own: Mapping[str, str | None],
) -> list[Column]:
    """Return every column with its key: as the map *own* says, by header, else by custom.

    A key that is none of *several*, those that can hold more than one column together, goes to one column
    only, the first; one that the map gives to a column goes to no other by custom.
    """
    mapped = {normal(header): key for header, key in own.items()}
    taken = {key for key in own.values() if key is not None}
    columns: list[Column] = []
    for place, header in enumerate(headers):
        if normal(header) in mapped:
            key = mapped[normal(header)]
        else:
            key = key_of(header, kind, plain_keys) if header else None
            if key in taken:
                key = None
        columns.append(Column(place, header, key))
    columns = _with_last_name(columns, kind)
    seen: set[str] = set()
    kept: list[Column] = []
    for column in columns:
        doubled = column.key in seen and column.key not in several
        by_custom = normal(column.header) not in mapped
        kept.append(Column(column.place, column.header, None) if doubled and by_custom else column)
        if column.key is not None:
            seen.add(column.key)
    return kept


def _with_last_name(columns: list[Column], kind: Kind) -> list[Column]:
    """Beside a first name, "Nom", "Name" and "Naam" are the last name."""
    whole = "name" if kind == "people" else WHO
    keys = [column.key for column in columns]
    if FIRST_NAME not in keys or LAST_NAME in keys or whole not in keys or kind == "employers":
        return columns
    return [
        Column(c.place, c.header, LAST_NAME)
        if c.key == whole and normal(c.header) in ("nom", "name", "naam")
        else c
        for c in columns
    ]


def lacking(kind: Kind, keys: Collection[str]) -> list[tuple[str, ...]]:
    """Return the groups of keys of which none is there, though the kind needs one of each."""
    return [group for group in NEEDED[kind] if keys_of(keys).isdisjoint(group)]


def keys_of(keys: Collection[str | None]) -> set[str]:
    """Return the keys without the columns left out."""
    return {key for key in keys if key is not None}


def told_kinds(columns: Mapping[Kind, Sequence[Column]]) -> list[Kind]:
    """Return the kinds that the headers fit best, given how they match for each: one is a clear answer."""
    scores: dict[Kind, int] = {}
    for kind, found in columns.items():
        keys = keys_of([column.key for column in found])
        groups = NEEDED[kind][: _TELLING[kind]]
        if all(not keys.isdisjoint(group) for group in groups):
            scores[kind] = sum(1 for column in found if column.key is not None)
    best = max(scores.values(), default=0)
    return [kind for kind, score in scores.items() if score == best]
