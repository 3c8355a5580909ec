"""French, as the rules of thumb know it."""

import re
from collections.abc import Iterator, Mapping

from jobcoach.domain.readability.clause import Clause, joined
from jobcoach.domain.readability.passive import Agents, Beside, beside
from jobcoach.domain.readability.words import Words, in_order, listed


def _agreed(stems: str) -> frozenset[str]:
    """Return participles in all their forms: allé, allée, allés, allées."""
    return frozenset(stem + end for stem in stems.split() for end in ("", "e", "s", "es"))


_IRREGULAR = (
    # -i, -u
    "accueilli averti choisi défini établi fini fourni garanti guéri nourri puni rempli réuni saisi"
    " servi suivi trahi abattu prévenu entretenu attendu battu bu connu reconnu convaincu cousu cru défendu descendu"
    " détenu élu entendu exclu inclus lu maintenu mordu obtenu perdu pourvu prévu reçu rendu répandu"
    " retenu revu secouru soutenu tenu tendu tordu vaincu vécu vendu vu interrompu résolu conçu"
    # -s, -t and others
    " acquis admis appris assis compris commis omis mis permis pris promis remis repris soumis surpris"
    " transmis conclu conduit construit cuit décrit détruit dit écrit fait instruit interdit introduit"
    " prescrit produit réduit refait satisfait souscrit traduit transcrit"
    " atteint contraint craint éteint joint peint plaint rejoint repeint couvert découvert offert"
)
_IRREGULAR_FORMS = "|".join(
    f"{stem}e?s?" if not stem.endswith("s") else f"{stem}(?:es?)?" for stem in _IRREGULAR.split()
)
_PARTICIPLE = re.compile(rf"\w+é(?:es|e|s)?|{_IRREGULAR_FORMS}")
_ACTIVE = _agreed(
    "allé arrivé entré rentré monté remonté retourné passé repassé resté tombé retombé décédé né descendu"
)
_NOUNS = _agreed("bébé député curé athé été")
_STATES = _agreed(
    # how somebody feels or is
    "fatigué épuisé motivé démotivé stressé énervé angoissé déprimé découragé soulagé rassuré intéressé"
    " passionné concentré préoccupé occupé désolé étonné fâché gêné dégoûté débordé dépassé perturbé"
    " pressé embarrassé bouleversé enthousiasmé habitué concerné obligé déterminé décidé organisé doué"
    " éveillé réservé appliqué dévoué âgé marié divorcé séparé fiancé handicapé diplômé qualifié"
    " expérimenté spécialisé endetté domicilié blessé enrhumé alité paralysé assuré agréé inscrit assis employé salarié retraité"
    " satisfait surpris ému déçu détendu tendu perdu connu compris convaincu"
    # how something is
    " adapté approprié limité illimité éloigné isolé situé fini terminé fermé bouché cassé abîmé bloqué coincé compliqué"
    " aisé osé usé varié élevé modéré connecté équipé salé sucré carré couvert cuit garanti réduit"
)
_ADVERBS = re.compile(
    r"pas|plus|jamais|bien|mal|mieux|toujours|souvent|déjà|encore|aussi|tout|toutes?|tous|vite|d'|abord|"
    r"ensuite|alors|donc|enfin|parfois|ainsi|même|ici|là|bientôt|ensemble|très|trop|si|assez|plutôt|presque|"
    r"également|[a-zàâçéèêëîïôûù]+ment"
)
_AGENTS = Agents(
    before=listed("par"),
    articles=listed("le la l' les un une son sa ses mon ma mes notre votre leur leurs"),
    not_agents=listed(
        "suite poste train bus force main moyen biais année heure jour semaine mois fois lundi mardi mercredi"
        " jeudi vendredi samedi dimanche"
    ),
)
_PASSIVE = Beside(
    auxiliaries=listed(
        "suis es est sommes êtes sont étais était étions étiez étaient serai seras sera serons serez seront"
        " serais serait serions seriez seraient sois soit soyons soyez soient fut furent être étant été"
    ),
    participle=_PARTICIPLE,
    no_participles=_ACTIVE | _NOUNS,
    states=_STATES,
    agents=_AGENTS,
    adverbs=_ADVERBS,
    degrees=listed("très trop si assez plutôt tellement"),
    not_after=listed("se s' me m' te t' c' ce ça cela l' un cet"),
    skipped=listed("ne n' y en"),
    only_after={
        "été": listed(
            "ai as a avons avez ont avais avait avions aviez avaient aurai auras aura aurons aurez auront"
            " aurais aurait auraient aie ait aient avoir ayant"
        )
    },
)


def _passives(clause: Clause) -> Iterator[tuple[int, int]]:
    return beside(clause, _PASSIVE)


_WITH_NE = listed("pas plus jamais rien personne aucun aucune guère point ni")
_ALONE = listed("pas jamais aucun aucune")
_CONTRARY = _agreed(
    "impossible inutile incapable inconnu incompris indifférent irréalisable improbable insensible illégal"
    " illisible inaccessible insuffisant inquiet malhonnête mécontent désagréable déraisonnable impensable"
)


def _negatives(clause: Clause) -> tuple[str, ...]:
    """One "ne … pas" is one negative, and so are "ne … jamais rien" and "sans aucun"; "ne … que" is none."""
    small = [word.lower() for word in clause]
    found: list[str] = []
    held = False  # by a ne or a sans before, until the next one
    second_at = -9
    for at, word in enumerate(small):
        follows = small[at + 1] if at + 1 < len(small) else ""
        if word in ("ne", "n'"):
            second = _second(small, at)
            if second and follows != "importe":
                found.append(joined([clause[at], *(["…"] if second != follows else []), second]))
                held = True
        elif word == "sans" or (not held and (word in _ALONE or _is_nobody(small, at))):
            found.append(clause[at])
            held = True
        elif word in _CONTRARY and at - second_at <= 3:
            found.append(clause[at])
        if word in _WITH_NE:
            second_at = at
    return tuple(found)


def _is_nobody(small: Clause, at: int) -> bool:
    """Whether "rien ne" or "personne ne" begins here; "la personne ne" is somebody."""
    if small[at] not in ("rien", "personne") or small[at + 1 : at + 2] not in (["ne"], ["n'"]):
        return False
    return at == 0 or small[at - 1] not in ("la", "une", "cette", "chaque", "toute", "autre")


def _second(small: Clause, at: int) -> str:
    """Return the word that goes with a ne, or nothing."""
    for word in small[at + 1 :]:
        if word in _WITH_NE:
            return word
        if word in ("ne", "n'", "sans"):
            break
    return ""


def _numbers() -> Mapping[str, int]:
    units = in_order("un deux trois quatre cinq six sept huit neuf")
    teens = (
        *in_order("dix onze douze treize quatorze quinze seize"),
        "dix sept",
        "dix huit",
        "dix neuf",
    )
    found = {word: 10 + place for place, word in enumerate(teens) if place}
    tens = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
    for ten, value in (
        tens | {"septante": 70, "octante": 80, "huitante": 80, "nonante": 90}
    ).items():
        found |= {f"{ten} {unit}": value + number for number, unit in enumerate(units, 1)}
        found |= {ten: value, f"{ten} et un": value + 1, f"{ten} et une": value + 1}
    for place, word in enumerate(teens):
        found |= {f"soixante {word}": 70 + place, f"quatre vingt {word}": 90 + place}
    found |= {f"quatre vingt {unit}": 80 + number for number, unit in enumerate(units, 1)}
    found |= {"soixante et onze": 71, "quatre vingts": 80, "quatre vingt une": 81}
    return found


WORDS = Words(
    language="fr",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    long_day="{weekday} {day} {month}",
    first="1er",
    before_day=("avant le", "jusqu'au", "d'ici le", "d'ici au", "dès le", "pour le", "depuis le"),
    short={
        "etc.": "et d'autres",
        "etc": "et d'autres",
        "p. ex.": "par exemple",
        "par ex.": "par exemple",
        "c.-à-d.": "c'est-à-dire",
        "c-à-d": "c'est-à-dire",
        "càd": "c'est-à-dire",
        "rdv": "rendez-vous",
        "rv": "rendez-vous",
        "tél.": "téléphone",
        "tel. …": "téléphone",
        "env.": "environ",
        "max. …": "au plus",
        "# min.": "minutes",
        "min. …": "au moins",
        "sem.": "semaine",
        "qqn": "quelqu'un",
        "qqch": "quelque chose",
        "qq": "quelques",
        "bcp": "beaucoup",
        "svp": "s'il vous plaît",
        "stp": "s'il te plaît",
        "nb.": "remarque",
        "cf.": "voir",
        "vs": "ou",
        "resp. …": "responsable",
        "dir. …": "direction",
        "appt": "appartement",
        "n°": "numéro",
        "mi-tps": "mi-temps",
        "tps": "temps",
    },
    titles=frozenset({"m.", "mm.", "dr.", "st.", "ste.", "av.", "bd."}),
    may_end=frozenset({"etc."}),
    initials={
        "CDI": "un contrat sans date de fin",
        "CDD": "un contrat avec une date de fin",
        "CPAS": "le service social de la commune",
        "ONEM": "l'office du chômage",
        "AVIQ": "le service pour les personnes handicapées",
        "FOREM": "le service de l'emploi",
        "ACTIVA": "une aide à l'embauche",
        "ASBL": "une association",
        "ALE": "l'agence locale pour l'emploi",
        "RIS": "le revenu d'intégration",
        "PIIS": "le contrat avec le service social",
        "ETA": "une entreprise de travail adapté",
        "PFI": "une formation dans une entreprise",
        "RQTH": "la reconnaissance du handicap",
        "MDPH": "la maison du handicap",
        "FLE": "un cours de français",
        "RH": "le service du personnel",
        "PC": "un ordinateur",
        "TEC": "le bus",
        "SNCB": "le train",
    },
    everyday=frozenset({"CV", "GSM", "OK", "SMS", "TV", "WC", "DVD"}),
    stressed=listed(
        "pas ne non oui tout tous toute très trop plus moins rien jamais seul seule sans avec avant après le"
        " la les un une de du des au aux en dans sur il elle on je tu nous vous stop bien mal à ici deux trois"
    ),
    or_="ou",
    spans=listed("heure heures h jour jours j semaine sem semaines mois an ans"),
    joints=listed(
        "et ou mais car donc puis ensuite parce puisque puisqu' quand lorsque lorsqu' si pendant pour"
    ),
    asides=listed("parce puisque puisqu' quand lorsque lorsqu' si"),
    numbers=_numbers,
    negatives=_negatives,
    passives=_passives,
    agents=_AGENTS,
    elides=True,
)
