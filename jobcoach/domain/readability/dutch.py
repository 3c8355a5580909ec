"""Dutch, as the rules of thumb know it."""

import re
from collections.abc import Iterator, Mapping

from jobcoach.domain.readability.clause import Clause
from jobcoach.domain.readability.negation import plain_negatives
from jobcoach.domain.readability.passive import Agents, Within, within
from jobcoach.domain.readability.words import Words, in_order, listed

_GE = r"[a-zà-ÿ]*?ge[a-zà-ÿ]{2,}[dt]"
_STRONG = (
    r"[a-z]*(?:gegeven|genomen|geschreven|gesproken|gelezen|gezien|gedaan|geholpen|gevonden|gekozen|gesloten"
    r"|getrokken|geboden|gelaten|gehouden|gekregen|gegrepen|geworven|geworpen|gevraagd|gebracht|gezocht|gekocht"
    r"|gedragen|gewassen|gegeten|gevangen|gebogen|geschonken|gewezen|gezet|gebroken|gestolen|gezongen|gewogen)"
)
_OTHERS = (
    r"besproken|beschreven|begrepen|verboden|verloren|vergeten|overwogen|overgenomen|onderbroken|ondertekend"
    r"|ontslagen|ontvangen|onderzocht|vervangen|verwezen|verstaan|uitgesteld"
)
_DONE = r"besproken|beschreven|verboden|ontslagen|ontvangen|onderzocht|ondertekend|vervangen|verkocht|berekend|bevestigd|betaald"
_NOT = listed(  # nouns
    "gezicht gewicht gebied geduld geluid gevecht gerecht gedicht gebit geweld gehucht gebod tegemoet bericht"
    " beleid beeld bewind bezit verband verdriet verstand ontbijt bestand besluit verslag herfst"
    # how somebody is or gets
    " gezond gewend bekend bereid beroemd verliefd verward verkeerd verlegen getrouwd gehandicapt gemotiveerd"
    " gedemotiveerd geïnteresseerd gestresseerd gestrest geschikt gespecialiseerd gekwalificeerd"
    " geconcentreerd georganiseerd gestructureerd gefrustreerd gehecht gesteld geboeid gespannen bezorgd"
    " gescheiden gesloten opgewekt teleurgesteld verwend bevoegd"
    # verbs that make their active past with zijn
    " gestopt gestart gebeurd gelukt geraakt gewandeld gefietst gereisd geland gestrand geslaagd gezakt"
    " gegroeid opgegroeid afgestudeerd teruggekeerd ingestort ontsnapt"
)
_AGENTS = Agents(
    before=listed("door"),
    articles=listed("de het een zijn haar mijn onze ons hun jouw je"),
    not_agents=listed(
        "week dag maand deur telefoon maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    ),
)
_WORDEN = Within(
    auxiliaries=listed("word wordt worden werd werden"),
    participle=re.compile(rf"{_GE}|(?:be|ver|ont|her)[a-zà-ÿ]{{3,}}[dt]|{_STRONG}|{_OTHERS}"),
    no_participles=_NOT,
    modals=listed("te kan kunnen moet moeten mag mogen zal zullen wil willen kon moest mocht"),
    perfect=listed("heb hebt heeft hebben had hadden"),
)
_ZIJN = Within(
    auxiliaries=listed("is zijn was waren"),
    participle=re.compile(rf"{_GE}|{_STRONG}|{_DONE}"),
    no_participles=_NOT,
    modals=frozenset(),
    perfect=_WORDEN.perfect,
    only_beside=frozenset({"zijn"}),
)


def _passives(clause: Clause) -> Iterator[tuple[int, int]]:
    with_worden = list(within(clause, _WORDEN))
    yield from with_worden
    if not with_worden and not any(word.lower() in _WORDEN.perfect for word in clause):
        yield from within(clause, _ZIJN)


_MARKERS = re.compile(r"niet|nooit|geen|niemand|niets|niks|nergens|zonder")
_TURNED = re.compile(
    r"on(?!der|t|ze?\b|s\b|geveer|danks|line|langs|middellijk)[a-zà-ÿ]{4,}"
    r"|ontevreden|onterecht|ontoegankelijk"
)


def _negatives(clause: Clause) -> tuple[str, ...]:
    return plain_negatives(clause, _MARKERS, _TURNED)


def _numbers() -> Mapping[str, int]:
    units = in_order("een twee drie vier vijf zes zeven acht negen")
    teens = in_order("elf twaalf dertien veertien vijftien zestien zeventien achttien negentien")
    tens = in_order("twintig dertig veertig vijftig zestig zeventig tachtig negentig")
    found = {word: 11 + place for place, word in enumerate(teens)}
    for place, ten in enumerate(tens, 2):
        found[ten] = place * 10
        for number, unit in enumerate(units, 1):
            link = "ën" if unit.endswith("e") else "en"
            found[f"{unit}{link}{ten}"] = place * 10 + number
    return found | {"honderd": 100}


WORDS = Words(
    language="nl",
    weekdays=("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    long_day="{weekday} {day} {month}",
    before_day=("tegen", "uiterlijk", "sinds", "vanaf"),
    short={
        "enz.": "en nog meer",
        "etc.": "en nog meer",
        "etc": "en nog meer",
        "bv.": "bijvoorbeeld",
        "bijv.": "bijvoorbeeld",
        "d.w.z.": "dat wil zeggen",
        "m.a.w.": "met andere woorden",
        "i.p.v.": "in plaats van",
        "i.v.m.": "over",
        "m.b.t.": "over",
        "o.a.": "onder andere",
        "t.e.m.": "tot en met",
        "t.e.m": "tot en met",
        "t/m": "tot en met",
        "a.u.b.": "alstublieft",
        "aub": "alstublieft",
        "tel. …": "telefoon",
        "nr.": "nummer",
        "evt.": "misschien",
        "ong.": "ongeveer",
        "ca.": "ongeveer",
        "max. …": "hoogstens",
        "# min.": "minuten",
        "min. …": "minstens",
        "incl. …": "met",
        "afspr.": "afspraak",
    },
    titles=frozenset({"dhr.", "mevr.", "mr.", "dr.", "st."}),
    may_end=frozenset({"enz.", "etc."}),
    initials={
        "OCMW": "de sociale dienst van de gemeente",
        "CPAS": "de sociale dienst van de gemeente",
        "VDAB": "de dienst voor werk",
        "RVA": "de dienst voor werkloosheid",
        "VZW": "een vereniging",
        "IBO": "een opleiding in een bedrijf",
        "HR": "de personeelsdienst",
        "PC": "een computer",
        "NMBS": "de trein",
    },
    everyday=frozenset({"CV", "GSM", "OK", "SMS", "TV", "WC", "DVD"}),
    stressed=listed(
        "niet geen nooit nee ja alle altijd alleen zeer te meer minder met zonder voor na de het een in op aan"
        " hij zij ze ik je stop moet"
    ),
    or_="of",
    spans=listed("uur u dag dagen week weken maand maanden jaar"),
    joints=listed("en maar of want omdat als wanneer dus terwijl hoewel zodat dan daarna om"),
    asides=listed("als dat omdat wanneer terwijl zodat nadat voordat hoewel"),
    numbers=_numbers,
    negatives=_negatives,
    passives=_passives,
    agents=_AGENTS,
)
