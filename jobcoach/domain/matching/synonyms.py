"""The trade's words that mean the same, in French, English, Dutch and German: data, read by ``words``.

A line is one idea and how it is said. Accents, case and plurals need no form of their own. ``client*`` is
any word that begins so; such a beginning has five letters at least, so that it catches no stranger.
Several words are looked for one after the other. A form may stand on several lines.

Left out on purpose are words that mean something else next door: *pain* (bread) and pain, *kind* (child)
and kind, *rust* (rest) and rust, *laden* (shop, to load),
*Lager* and lager, *taille* (pruning, size), *entretien* (upkeep, talk), *store*, *chef*.
"""

from collections.abc import Mapping

_HANDS = (
    "de ses mains, de mes mains, travail manuel, travaux manuels, with my hands, with her hands, "
    "with his hands, manual work, met de handen, met mijn handen, mit den handen, handwerk*"
)
"""Work with one's hands: an idea of several trades, but not so that sanding would be potting."""

IDEAS: Mapping[str, str] = {
    # with whom
    "people": "client*, clientele, customer*, klant, klanten*, kunde, kunden*, gens, people, mensen, "
    "menschen, habitue, resident, bewoner, bewohner, visiteur, visitor, bezoeker*, besucher*, voir du monde, "
    "contact humain, accueil*, onthaal*, empfang, vendeu*, vente, verkoop*, verkauf*",
    "customers": "client*, clientele, customer*, klant, klanten*, kunde, kunden*",
    "welcome": "accueil*, receptionniste*, receptionist*, onthaal*, empfang, empfangs*, welcoming, front desk",
    "children": "enfant*, children, childcare, kinder, kinderen, kinderbetreu*, creche, garderie*, nursery, kinderopvang*, "
    "puericult*",
    "care": "aide soignant*, soins, caregiv*, care home, zorgkund*, verpleeg*, pfleg*, infirmi*",
    "animals": "animaux, animal*, chien, chiens, chenil, refuge animal*, dog, dogs, kennel*, dieren*, "
    "honden*, tiere, hunde, veterinaire*, cheval, chevaux, horse, paard, paarden*, pferd, pferde",
    "small team": "petite equipe, petite structure, petite entreprise, small team, small firm, klein team, "
    "kleine ploeg, kleines team",
    "team": "collegue*, colleague*, collega, collegas, kolleg*, team work, teamwork, esprit d equipe",
    # shops and money
    "shop": "magasin, boutique*, commerce, commerces, comptoir*, counter, vente, vendeu*, rayon, rayonnage*, "
    "shop, shops, shelf, shelves, retail*, winkel, winkels, winkelbediende, verkoop*, verkauf*, "
    "sales assistant, cash desk, reassort*",
    "grocery": "epicerie*, superette*, supermarch*, grocer*, supermarket*, supermarkt*, kruidenier*, "
    "lebensmittel*, alimentation generale",
    "shelves": "rayon, rayonnage*, reassort*, regarnir, shelf, shelves, rekken, regale, remettre en stock, "
    "restock*",
    "cash": "caisse, caissi*, cash desk, cash register, cashier*, checkout, the till, kassa, kassier*, kasse, "
    "kassierer*, monnaie, count money, change money, wisselgeld, wechselgeld",
    "counting": "calcul*, compter, counting, count, count money, rekenen, rechnen, arithmet*, "
    "monnaie, wisselgeld, wechselgeld",
    "second hand": "seconde main, second hand, secondhand, tweedehands*, gebrauchtwar*, reemploi, "
    "ressourcerie*, recyclerie*, kringloop*, friperie",
    "window dressing": "vitrine*, etalag*, window dress*, schaufenster*",
    # food
    "bakery": "boulang*, patisserie*, patissi*, baker, bakery, bakeries, baking, bakker*, backerei*, "
    "gebak, viennoiserie*",
    "food": "cuisin*, cantine*, sandwich*, repas, restaurant*, restauration collective, horeca*, traiteur*, kitchen*, canteen*, "
    "catering*, cooking, keuken*, koken, kuche, kochen, buffet*, petit dejeuner, petits dejeuners, "
    "breakfast*, plateaux, plateau, cafeteria*, servir le cafe, barista*",
    "table service": "servir le cafe, servir a l assiette, debarrasser, dresser les tables, "
    "dresser le buffet, serveu*, waiter*, waitress*, barista*, bediening, bedienung, kellner*, buffet*, cafeteria*",
    "hygiene": "hygien*",
    # house and cloth
    "cleaning": "nettoy*, nettoie, balayer, balayage, aspirer, aspirateur*, agent d entretien, "
    "technicienne de surface, femme de menage, cleaning, cleaner*, schoonma*, poetsen, poetshulp*, poetswerk*, reinig*, putzen, "
    "refaire les lits, housekeep*",
    "hotel": "hotel, hotels, hoteli*, hotell*, valet de chambre, femme de chambre, chambermaid*, kamermeisje*, "
    "minibar*, refaire les lits",
    "laundry": "linge, lingerie, buanderi*, blanchisserie*, machine a laver, machines a laver, laundry, "
    "washing machine*, wasserij*, wascherei*, repass*",
    "sewing": f"couture, couturi*, coudre, textile*, sewing, naaien, naaiwerk*, nahen, retouch*, {_HANDS}",
    # green
    "plants": "plante, plantes, plants, planten*, pflanze*, jardin*, garden*, tuinier*, tuinen, tuin, "
    "tuinbouw*, gartner*, garten*, horti*, serre, serres, greenhouse*, rempot*, potting, fleuri*, fleur, "
    "flower*, bloemen*, blumen*, arroser, arrosage*, espaces verts, pepini*",
    "outdoors": "dehors, grand air, plein air, en exterieur, outdoor*, outside, open air, buitenwerk*, "
    "buitenlucht*, in de buitenlucht, draussen, frische luft, espaces verts, tondre",
    # goods
    "warehouse": "magasinier*, magasin de pieces, entrepot*, depot, warehouse*, logisti*, palette*, "
    "pallet, pallets, transpalette*, inventaire*, inventor*, stock, stocks, magazijn*, lagerist*, "
    "lagerarbeit*, cariste*, forklift*, heftruck*, storekeep*, dispatch*",
    "packing": "emball*, colis, conditionnement*, packing, packer*, packag*, parcel*, inpakken, inpak*, "
    "verpack*, verpakk*",
    "labels": "etiquet*, label, labels, labelling, etiket*, etikett*",
    "sorting": "trier, trie, triage, trieur, trieuse, sorting, sorter*, sorteer*, sorteren, sortier*",
    "tidying": "ranger, rangement*, tidy, tidying, tidiness, opruim*, aufraum*, mettre en ordre",
    "orders": "preparation de commande*, preparer les commandes, preparation des commandes, bon de commande, "
    "preparateur de commandes, order picking, order picker*, orderpick*, kommission*",
    # hands
    "repair": "repar*, mecani*, mechani*, demont*, dismantl*, repair*, herstel*, herstell*, demonter*, "
    "zerleg*, soudure, souder, soudeu*, welding, welder*, schweiss*, electricit*, etabli, workbench*, "
    f"bricol*, garage*, {_HANDS}",
    "cycles": "velo, velos, bicycl*, bicycle*, fiets, fietsen*, fahrrad*",
    "wood": "menuis*, poncer, poncage*, vernis, vernir, vernissage, carpent*, joiner*, joinery, sanding, "
    f"varnish*, schrijnwerk*, timmer*, schreiner*, tischler*, {_HANDS}",
    "potting": f"rempot*, potting, verpot*, {_HANDS}",
    "building": "chantier*, macon, maconnerie, construction, bouwvak*, baustelle*, building site",
    "driving": "permis b, permis de conduire, chauffeur*, driving licence, driver s licence, rijbewijs*, "
    "fuhrerschein*",
    "night": "nuit, veilleur*, night, nights, nachtwerk*, nachten, nachtarbeit*, nachtdienst*, s nachts",
    # how somebody works
    "patience": "patien*, geduld*",
    "calm": "calme, calmes, calmement, calm, calmly, rustig*, ruhig*, sans se laisser presser, sang froid, "
    "under pressure, sous pression",
    "friendly": "chaleureu*, souria*, sourire, sourit, aimable*, friendly, friendlin*, smile, smiling, "
    "vriendelijk*, freundlich*, accueil chaleureux, cordial*, met les gens a l aise",
    "punctual": "ponctu*, punctual*, punktl*, stipt*, a l heure, on time, op tijd",
    "careful": "rigoureu*, rigueur, soigneu*, soign, meticul*, minutie*, precis, precision*, sans erreur, "
    "saute jamais une etape, careful*, thorough*, accura*, zorgvuldig*, nauwkeurig*, sorgfalt*, genau, "
    "genauig*, controler, la main sure",
    "routine": "routine*, travail regulier, gestes, suivre un modele, suivre une liste, regular work, "
    "same steps, follow a list, follow a pattern, regelmatig werk, vaste taken, feste ablaufe",
    "quick": "rapide*, quick*, snel, schnell*, vite",
    "reliable": "fiable*, reliab*, betrouwba*, zuverlass*, fidele",
    "organised": "organise*, organiz*, georganis*, organisiert",
    "persevering": "persever*, infatigab*, tenace*, doorzett*, ausdauer*",
    "computers": "ordinateur*, informatique*, spreadsheet*, tableur*, computer*, excel",
    "listening": "ecoute, ecouter, listening, listener*, luisteren, zuhoren",
    # what a constraint may be about
    "standing": "debout, standing up, standing, staand werk, rechtstaan*, stehen, stehend",
    "reading": "lire, lit lentement, lecture, reading, read, lezen, lesen",
    "noise": "bruit, bruyant, bruyante, noise, noisy, lawaai*, geluid, larm, laut",
    "heat": "chaleur, chaud, chaude, chaufferie, heat, hitte, hitze",
    "stairs": "escalier*, stairs, staircase*, trappen, treppe*, etage, etages",
    "screens": "ecran, ecrans, screen, screens, scherm*, bildschirm*, ordinateur*, computer*",
    # terms
    "permanent": "cdi, permanent contract*, onbepaalde duur, unbefristet*, contrat a duree indeterminee",
}

SECTORS: Mapping[str, str] = {
    # The beginning of a NACE code, and the idea its trade stands for.
    "01": "plants",
    "10.7": "bakery",
    "13": "sewing",
    "14": "sewing",
    "16": "wood",
    "31": "wood",
    "38": "sorting",
    "41": "building",
    "43": "building",
    "45": "repair",
    "46": "warehouse",
    "47": "shop",
    "47.1": "grocery",
    "47.24": "bakery",
    "47.76": "plants",
    "47.79": "second hand",
    "52": "warehouse",
    "55": "hotel",
    "56": "food",
    "75": "animals",
    "81.2": "cleaning",
    "81.3": "plants",
    "85.1": "children",
    "86": "care",
    "87": "care",
    "88.91": "children",
    "95": "repair",
    "96.01": "laundry",
}

LANGUAGES: Mapping[str, str] = {
    "fr": "francais, francaise, french, frans, franzosisch",
    "en": "anglais, anglaise, english, engels, englisch",
    "nl": "neerlandais, neerlandaise, dutch, nederlands, niederlandisch, flamand, vlaams",
    "de": "allemand, allemande, german, duits, deutsch",
    "ar": "arabe, arabic, arabisch",
    "tr": "turc, turque, turkish, turks, turkisch",
    "es": "espagnol, spanish, spaans, spanisch",
    "it": "italien, italian, italiaans, italienisch",
    "pt": "portugais, portuguese, portugees, portugiesisch",
    "pl": "polonais, polish, polnisch",
    "ro": "roumain, romanian, roemeens, rumanisch",
    "uk": "ukrainien, ukrainian, oekraiens, ukrainisch",
    "ru": "russe, russian, russisch",
    "ln": "lingala",
    "ig": "igbo",
    "sw": "swahili",
    "ber": "berbere, berber, tamazight",
}

IDLE = frozenset(
    # Words that any job or any wish may hold: alike, they say nothing.
    [
        "about",
        "after",
        "agent",
        "agente",
        "aider",
        "aides",
        "aime",
        "aimer",
        "alles",
        "alors",
        "ander",
        "andere",
        "anderen",
        "apprendre",
        "arbeit",
        "arbeiten",
        "assistant",
        "assistante",
        "assistants",
        "aussi",
        "autre",
        "autres",
        "avant",
        "avec",
        "avoir",
        "beaucoup",
        "being",
        "chaque",
        "chose",
        "choses",
        "comme",
        "comprend",
        "connait",
        "dans",
        "daily",
        "dans",
        "depuis",
        "deux",
        "deuxieme",
        "emploi",
        "employe",
        "employee",
        "entre",
        "equipe",
        "etape",
        "etape",
        "experience",
        "experiences",
        "faire",
        "first",
        "firme",
        "firma",
        "firm",
        "first",
        "fort",
        "forte",
        "garde",
        "garder",
        "grand",
        "grande",
        "grands",
        "hours",
        "heure",
        "heures",
        "horaire",
        "horaires",
        "immer",
        "jamais",
        "jours",
        "journee",
        "leurs",
        "lieu",
        "limitee",
        "long",
        "longue",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "matin",
        "meilleur",
        "meilleure",
        "meme",
        "metier",
        "mieux",
        "mijn",
        "mitarbeiter",
        "moins",
        "monde",
        "nieuw",
        "nouveau",
        "nouvelle",
        "other",
        "others",
        "ouvrier",
        "ouvriere",
        "parler",
        "petit",
        "petite",
        "petites",
        "petits",
        "peut",
        "place",
        "places",
        "plaats",
        "plaisir",
        "plein",
        "plutot",
        "pouvoir",
        "poste",
        "prend",
        "prendre",
        "prets",
        "quand",
        "quelque",
        "quelques",
        "semaine",
        "semaines",
        "service",
        "services",
        "simple",
        "simples",
        "situation",
        "small",
        "soort",
        "sont",
        "stage",
        "suivre",
        "temps",
        "terme",
        "terminer",
        "their",
        "there",
        "things",
        "thing",
        "tiens",
        "tenir",
        "tache",
        "taches",
        "tout",
        "toute",
        "toutes",
        "travail",
        "travaille",
        "travailler",
        "trois",
        "trouver",
        "twee",
        "uren",
        "utile",
        "veut",
        "vieux",
        "voir",
        "vooral",
        "waar",
        "weeks",
        "werk",
        "werken",
        "werkt",
        "which",
        "with",
        "wochen",
        "woche",
        "worden",
        "work",
        "worker",
        "working",
        "works",
        "years",
        "annee",
        "annees",
        "niveau",
        "zijn",
        "zonder",
        "diplome",
        "diploma",
        "brevet",
        "certificat",
        "certificate",
    ]
)
"""Not compared by themselves."""

NOT = frozenset(
    [
        "pas",
        "sans",
        "ni",
        "jamais",
        "ne",
        "noaucun",
        "aucune",
        "no",
        "not",
        "without",
        "never",
        "nor",
        "geen",
        "niet",
        "zonder",
        "nooit",
        "kein",
        "keine",
        "keinen",
        "keiner",
        "nicht",
        "ohne",
        "nie",
        "niemals",
    ]
)
"""What follows, to the end of the clause, is not wanted or not there."""

ASIDE = frozenset(["before", "after", "apres", "avant", "nach", "vor", "until", "jusqu"])
"""What follows, to the end of the clause, tells when and not what."""
