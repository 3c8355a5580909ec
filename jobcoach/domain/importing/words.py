"""Words of spreadsheets in four languages, and the words of the format they stand for."""

import re
from collections.abc import Mapping

from jobcoach.domain.finding_cases import folded

Words = Mapping[str, Mapping[str, str]]
"""By key, a word as spreadsheets write it and the format's."""

_NOTHING = frozenset({"-", "--", "\u2013", "\u2014", "/", "?", "."})
_EXCEL_ERROR = re.compile(r"#(?:N/A|REF!|NAME\?|NOM\?|VALUE!|VALEUR!|DIV/0!|NUM!|NULL!|#+)", re.I)
_EXCEL_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?E\+\d+", re.I)


def normal(text: str) -> str:
    """Return a header or a word as it is compared: small letters, no accents, single blanks."""
    return " ".join(re.findall(r"[a-z0-9+]+", folded(text)))


def is_nothing(cell: str) -> bool:
    """Whether a cell is empty, or holds a sign people write for nothing."""
    return not cell or cell in _NOTHING


def excel_trace(cell: str) -> str | None:
    """Return what Excel left of a value: ``formula`` that failed, ``number`` cut short; None for neither."""
    if _EXCEL_ERROR.fullmatch(cell):
        return "formula"
    return "number" if _EXCEL_NUMBER.fullmatch(cell) else None


def _words(**words: str) -> dict[str, str]:
    """Turn ``woman="f|femme"`` around: each word as it is compared, and what it means."""
    return {
        normal(word): meant.strip("_").replace("_", "-")
        for meant, all_ in words.items()
        for word in all_.split("|")
    }


BUILT_IN: Words = {
    "gender": _words(
        woman="f|femme|féminin|mme|madame|mlle|female|woman|v|vrouw|vrouwelijk|mevr|mevrouw|w|weiblich|frau",
        man="h|m|homme|masculin|mr|monsieur|male|man|mannelijk|dhr|männlich|herr|mann",
        other="x|autre|other|ander|andere|anders|divers|d",
    ),
    "how": _words(
        visit="visite|visite en entreprise|visite à domicile|visit|bezoek|bedrijfsbezoek|huisbezoek|besuch",
        meeting="entretien|rencontre|rendez-vous|rdv|réunion|bureau|au bureau|permanence|meeting|appointment|"
        "office|gesprek|afspraak|treffen|termin|gespräch",
        phone="téléphone|tél|tel|appel|appel téléphonique|coup de fil|gsm|phone|phone call|call|telephone|"
        "telefoon|telefonisch|telefoontje|telefon|anruf|telefonat",
        video="vidéo|visio|visioconférence|teams|zoom|video call|videocall|videogesprek|videoanruf",
        message="sms|mail|e-mail|email|courriel|whatsapp|texto|message|text|bericht|nachricht",
        letter="courrier|lettre|courrier postal|post|brief|letter",
    ),
    "language": _words(
        fr="français|francais|french|frans|französisch",
        en="anglais|english|engels|englisch",
        nl="néerlandais|dutch|nederlands|niederländisch",
        de="allemand|german|duits|deutsch",
    ),
    "education": _words(
        none="aucun|sans diplôme|geen|keine|ohne abschluss",
        primary="primaire|cep|ceb|lager onderwijs|lager|basisonderwijs|grundschule",
        lower_secondary="secondaire inférieur|cesi|ces|lager secundair|lower secondary|hauptschule",
        upper_secondary="secondaire supérieur|cess|hoger secundair|upper secondary|abitur",
        higher="supérieur|enseignement supérieur|bachelier|baccalauréat|master|universitaire|université|"
        "hoger|hoger onderwijs|higher education|university|hochschule|universität",
        other="autre|other|ander|andere|anders",
    ),
    "documents": _words(
        easy="falc|facile à lire|facile|easy to read|makkelijk leesbaar|leichte sprache",
        large="grands caractères|grand|large print|grote letters|grossdruck|großdruck",
        standard="normal|ordinaire|standaard",
    ),
    "status": _words(
        prospect="prospecté|à prospecter|nouveau|nieuw|neu|new",
        open="ouvert|intéressé|interested|geïnteresseerd|offen|interessiert",
        partner="partenaire|client|partner|klant|kunde",
        paused="en pause|pause|suspendu|gepauzeerd|pausiert",
        do_not_contact="ne pas contacter|ne plus contacter|do not contact|niet contacteren|nicht kontaktieren",
    ),
    "size": _words(
        micro="tpe|moins de 10|très petite",
        small="petite|pe|10 à 49|klein|petit",
        medium="moyenne|pme|50 à 249|middelgroot|mittel|kmo|kmu",
        large="grande|250 et plus|groot|gross|groß|grand",
    ),
    "situation": _words(
        jobseeker="demandeur d'emploi|demandeuse d'emploi|chômage|chômeur|chômeuse|job seeker|unemployed|"
        "werkzoekend|werkzoekende|werkloos|arbeitsuchend|arbeitslos",
        integration_income="ris|revenu d'intégration|rmi|cpas|leefloon",
        disability_allowance="allocation d'handicapé|allocation handicap|mutuelle|invalidité|invaliditeit|"
        "tegemoetkoming handicap",
        no_income="sans revenu|sans revenus|geen inkomen|kein einkommen|no income",
        working="au travail|travaille|en emploi|aan het werk|werkend|berufstätig",
        training="en formation|formation|in opleiding|opleiding|in ausbildung",
        debt_plan="médiation de dettes|règlement collectif de dettes|schuldbemiddeling",
        single_parent="famille monoparentale|parent isolé|alleenstaande ouder|alleinerziehend",
        asylum_seeker="demandeur d'asile|demandeuse d'asile|asielzoeker|asylbewerber",
    ),
}
YES_NO = _words(
    true="oui|o|vrai|x|1|yes|y|true|ja|j|waar|wahr",
    false="non|n|faux|0|no|false|nee|nein|onwaar|falsch",
)


def translated(key: str, word: str, own: Words) -> str:
    """Return the format's word for *word* at *key*: by the map's own words, by the usual ones, else itself."""
    mine = {normal(written): meant for written, meant in own.get(key, {}).items() if meant}
    found = mine.get(normal(word)) or BUILT_IN.get(_plain(key), {}).get(normal(word))
    return word if found is None else found


def _plain(key: str) -> str:
    """The key whose words these are: ``prefers.how`` takes those of ``how``."""
    return key.rpartition(".")[2]


def size_of(cell: str) -> str:
    """Return the format's word for a number of people at work; anything else stays."""
    if not re.fullmatch(r"\d{1,6}", cell, re.ASCII):
        return cell
    bounds = ((10, "micro"), (50, "small"), (250, "medium"))
    return next((word for most, word in bounds if int(cell) < most), "large")
