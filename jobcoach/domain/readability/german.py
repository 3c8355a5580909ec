"""German, as the rules of thumb know it."""

import re
from collections.abc import Iterator, Mapping

from jobcoach.domain.readability.clause import Clause
from jobcoach.domain.readability.negation import plain_negatives
from jobcoach.domain.readability.passive import Agents, Within, within
from jobcoach.domain.readability.words import Words, in_order, listed

_WEAK = (
    r"[a-zäöü][a-zäöüß]*?(?<![aou]r)(?<!l)ge[a-zäöüß]{2,}t|ge[a-zäöüß]{2,}t"
    r"|(?:be|ver|er|ent|emp|zer|über|unter|wieder|miss)[a-zäöüß]{3,}t|[a-zäöüß]{3,}iert"
)
_STRONG = (
    r"[a-zäöüß]*(?:gesehen|gegeben|genommen|getroffen|geschrieben|gesprochen|gerufen|geladen|getragen|gefahren"
    r"|geholfen|gefunden|gelesen|gehalten|gebeten|geschlossen|geboten|geworfen|geschoben|gezogen|gelassen"
    r"|gesungen|gewaschen|gebracht|gedacht|gewonnen|gestiegen|gestrichen|gegessen|gewiesen|gestohlen)"
)
_OTHERS = (
    r"besprochen|beschrieben|begonnen|übernommen|unternommen|entschieden|unterschrieben|unterbrochen|verloren"
    r"|verboten|verschoben|verstanden|versprochen|entlassen|empfohlen|befohlen|betroffen|überwiesen"
    r"|getan|verbunden|vertreten|verraten"
)
_AGENTS = Agents(
    before=listed("von vom durch"),
    articles=frozenset(),
    not_agents=listed(
        "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli"
        " august september oktober november dezember anfang beginn hand zeit zufall"
    ),
)
_PASSIVE = Within(
    auxiliaries=listed(
        "werde wirst wird werden werdet wurde wurdest wurden wurdet würde würden worden"
    ),
    participle=re.compile(rf"{_WEAK}|{_STRONG}|{_OTHERS}"),
    no_participles=listed(
        "bestimmt bereit bekannt erst ernst verliebt verrückt vertraut beliebt berühmt überhaupt gerecht"
        " insgesamt gesamt geeignet gewohnt berechtigt interessiert motiviert verletzt verheiratet"
        " gestresst entspannt begeistert verwirrt erkältet bewusst gespannt erleichtert enttäuscht"
    ),
    modals=listed("zu muss müssen kann können soll sollen darf dürfen will wollen musste sollte"),
    perfect=listed("habe hast hat haben habt hatte hatten"),
)


def _passives(clause: Clause) -> Iterator[tuple[int, int]]:
    return within(clause, _PASSIVE)


_MARKERS = re.compile(
    r"nicht|nie|niemals|niemand|niemanden|niemandem|nichts|nirgends|nirgendwo|ohne|kein\w{0,2}"
)
_TURNED = re.compile(
    r"un(?!d\b|s\b|ser|ter|ten|gefähr|bedingt|längst|terwegs)[a-zäöüß]{3,}|missverständlich|illegal"
)


def _negatives(clause: Clause) -> tuple[str, ...]:
    return plain_negatives(clause, _MARKERS, _TURNED)


def _numbers() -> Mapping[str, int]:
    units = in_order("ein zwei drei vier fünf sechs sieben acht neun")
    teens = in_order("elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn")
    tens = in_order("zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
    found = {word: 11 + place for place, word in enumerate(teens)}
    for place, ten in enumerate(tens, 2):
        found[ten] = place * 10
        found |= {f"{unit}und{ten}": place * 10 + number for number, unit in enumerate(units, 1)}
    return found | {"hundert": 100, "einhundert": 100}


WORDS = Words(
    language="de",
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    long_day="{weekday}, {day}. {month}",
    day_dot=True,
    before_day=("bis", "am", "seit", "ab", "vom"),
    after_ordinal=listed(
        "Tag Woche Monat Jahr Stock Klasse Mal Arbeitstag Termin Gespräch Quartal Hälfte Lehrjahr"
    ),
    short={
        "usw.": "und so weiter",
        "etc.": "und so weiter",
        "etc": "und so weiter",
        "z. B.": "zum Beispiel",
        "d. h.": "das heißt",
        "u. a.": "unter anderem",
        "z. T.": "zum Teil",
        "o. ä.": "oder Ähnliches",
        "bzw.": "oder",
        "ca.": "ungefähr",
        "evtl.": "vielleicht",
        "ggf.": "vielleicht",
        "inkl.": "mit",
        "max. …": "höchstens",
        "mind.": "mindestens",
        "# min.": "Minuten",
        "min. …": "mindestens",
        "std.": "Stunden",
        "tel. …": "Telefon",
        "nr.": "Nummer",
        "vgl.": "siehe",
        "abt.": "Abteilung",
        "vorm. …": "am Vormittag",
        "nachm.": "am Nachmittag",
        "wg. …": "wegen",
    },
    titles=frozenset({"hr.", "fr.", "dr.", "st."}),
    may_end=frozenset({"usw.", "etc."}),
    initials={
        "ÖSHZ": "der Sozialdienst der Gemeinde",
        "CPAS": "der Sozialdienst der Gemeinde",
        "ADG": "das Arbeitsamt",
        "LFA": "das Amt für Arbeitslosigkeit",
        "ONEM": "das Amt für Arbeitslosigkeit",
        "LKW": "ein Lastwagen",
        "PKW": "ein Auto",
        "PC": "ein Computer",
        "VOG": "ein Verein",
        "WG": "eine Wohngemeinschaft",
    },
    everyday=frozenset({"CV", "OK", "SMS", "TV", "WC", "DVD"}),
    stressed=listed(
        "nicht kein keine nie nein ja alle immer nur sehr zu mehr mit ohne vor nach der die das ein eine in auf"
        " an er sie es ich du wir stopp muss"
    ),
    or_="oder",
    spans=listed("stunde std h tag tage woche wochen monat monate jahr"),
    joints=listed(
        "und aber oder denn sondern weil wenn dass damit doch dann danach um obwohl während bevor"
    ),
    asides=listed("weil wenn dass damit obwohl während bevor nachdem ob"),
    numbers=_numbers,
    negatives=_negatives,
    passives=_passives,
    agents=_AGENTS,
)
