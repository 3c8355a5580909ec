"""Invented French names and sentences from which the generated cases are put together."""

WOMEN = [
    "Amina",
    "Aurélie",
    "Béatrice",
    "Carine",
    "Chloé",
    "Claire",
    "Delphine",
    "Djamila",
    "Élise",
    "Fatoumata",
    "Florence",
    "Gaëlle",
    "Hélène",
    "Imane",
    "Inès",
    "Jessica",
    "Khadija",
    "Laurence",
    "Leïla",
    "Maïté",
    "Manon",
    "Mariam",
    "Nathalie",
    "Noémie",
    "Oksana",
    "Patricia",
    "Rachida",
    "Sabrina",
    "Sylvie",
    "Valérie",
    "Yasmina",
    "Zeynep",
]
MEN = [
    "Abdel",
    "Adrien",
    "Alain",
    "Bastien",
    "Benoît",
    "Cédric",
    "Christophe",
    "Dimitri",
    "Eddy",
    "Emre",
    "Fabrice",
    "Farid",
    "Gaëtan",
    "Grégory",
    "Hakim",
    "Ibrahim",
    "Jérôme",
    "Joël",
    "Karim",
    "Kevin",
    "Loïc",
    "Ludovic",
    "Mamadou",
    "Mehdi",
    "Nicolas",
    "Olivier",
    "Pascal",
    "Quentin",
    "Rachid",
    "Sébastien",
    "Thierry",
    "Youssef",
]
SURNAMES = [
    "Adam",
    "Aydin",
    "Barry",
    "Bastin",
    "Benali",
    "Bernard",
    "Bouchard",
    "Charlier",
    "Collard",
    "Cornet",
    "Cuvelier",
    "D'Hondt",
    "Defays",
    "Delvaux",
    "Denis",
    "Diallo",
    "Dubois",
    "Dumont",
    "El Amrani",
    "Evrard",
    "Fontaine",
    "François",
    "Gérard",
    "Gilson",
    "Grandjean",
    "Hubert",
    "Jacquemin",
    "Kaya",
    "Lambert",
    "Laurent",
    "Lejeune",
    "Leroy",
    "Marchal",
    "Martin",
    "Mertens",
    "Michaux",
    "Moreau",
    "Ndiaye",
    "Noël",
    "Petit",
    "Pirson",
    "Poncelet",
    "Renard",
    "Rossi",
    "Saïdi",
    "Sow",
    "Thomas",
    "Toussaint",
    "Van Damme",
    "Vandenberghe",
    "Wauters",
    "Wéry",
]
PLACES = [
    "Fleurus",
    "Charleroi",
    "Namur",
    "Gembloux",
    "Sambreville",
    "Châtelet",
    "Jumet",
    "Gosselies",
    "Ligny",
    "Andenne",
    "Wavre",
    "La Louvière",
    "Verviers",
    "Liège",
    "Dinant",
]
PARTNERS = [
    ("cpas", "CPAS de Fleurus", "social-services"),
    ("forem", "Maison de l'emploi", "employment-office"),
    ("mediation-dettes", "Médiation de dettes Le Cap", "debt-advice"),
    ("creche-arc-en-ciel", "Crèche Arc-en-ciel", "childcare"),
    ("maison-medicale", "Maison médicale du Canal", "health"),
    ("planning-familial", "Planning familial", "health"),
    ("auto-ecole-sociale", "Auto-école sociale Permis+", "mobility"),
    ("alpha", "Lire et Écrire, antenne du Centre", "training"),
]

# prefix of the name, NACE code, then jobs: id, title, tasks
TRADES = [
    (
        "Boulangerie",
        "10.71",
        [
            (
                "comptoir",
                "Aide au comptoir",
                ["Servir les clients", "Remplir les rayons", "Encaisser"],
            ),
            (
                "fournil",
                "Aide au fournil",
                ["Peser les farines", "Façonner les pâtons", "Nettoyer"],
            ),
        ],
    ),
    (
        "Menuiserie",
        "43.32",
        [
            ("atelier", "Aide-menuisier", ["Débiter", "Poncer", "Préparer les livraisons"]),
            ("pose", "Aide à la pose", ["Charger la camionnette", "Tenir et fixer les châssis"]),
        ],
    ),
    (
        "Résidence",
        "87.30",
        [
            ("salle", "Aide en salle", ["Dresser les tables", "Servir les repas", "Débarrasser"]),
            ("linge", "Agent de buanderie", ["Trier le linge", "Plier", "Distribuer par étage"]),
            ("entretien", "Agent d'entretien", ["Nettoyer les chambres", "Vider les poubelles"]),
        ],
    ),
    (
        "Supermarché",
        "47.11",
        [
            (
                "rayon",
                "Réassortisseur",
                ["Décharger les palettes", "Remplir les rayons", "Étiqueter"],
            ),
            ("caisse", "Caissier", ["Scanner", "Encaisser", "Accueillir les clients"]),
        ],
    ),
    (
        "Jardins",
        "81.30",
        [("parcs", "Ouvrier d'espaces verts", ["Tondre", "Tailler les haies", "Désherber"])],
    ),
    (
        "Logistique",
        "52.10",
        [
            ("tri", "Préparateur de commandes", ["Lire les bons", "Préparer les colis", "Filmer"]),
            ("quai", "Agent de quai", ["Contrôler les arrivages", "Ranger le quai"]),
        ],
    ),
    (
        "Brasserie",
        "56.10",
        [
            (
                "cuisine",
                "Commis de cuisine",
                ["Éplucher", "Dresser les entrées", "Nettoyer le poste"],
            ),
            ("plonge", "Plongeur", ["Laver la vaisselle", "Ranger", "Sortir les poubelles"]),
        ],
    ),
    (
        "Imprimerie",
        "18.12",
        [("finition", "Aide à la finition", ["Plier", "Agrafer", "Mettre en boîte"])],
    ),
    (
        "Nettoyage",
        "81.21",
        [
            ("bureaux", "Agent de nettoyage", ["Nettoyer les bureaux", "Laver les sols"]),
            ("vitres", "Laveur de vitres", ["Laver les vitres", "Entretenir le matériel"]),
        ],
    ),
    (
        "Garage",
        "45.20",
        [("aide", "Aide-mécanicien", ["Changer les pneus", "Préparer les voitures"])],
    ),
    (
        "Clinique",
        "86.10",
        [
            ("brancard", "Brancardier", ["Conduire les patients", "Nettoyer le matériel"]),
            ("accueil", "Agent d'accueil", ["Orienter les visiteurs", "Répondre au téléphone"]),
        ],
    ),
]
FIRMS = ["Taxis Meuse", "Traiteur Bon Appétit", "Ferme du Moulin", "Librairie des Arcades"]
TITLES = ["Aide-livreur", "Aide de cuisine", "Ouvrier agricole", "Vendeuse à mi-temps"]

WISHES = [
    "Travailler avec des gens",
    "Un métier manuel",
    "Être dehors",
    "La vente ou la boulangerie",
    "Un horaire de jour",
    "Une petite équipe",
    "Près de la maison",
    "Apprendre un métier",
    "S'occuper de personnes âgées",
    "Un travail au calme",
    "Pas deux jours pareils",
]
STRENGTHS = [
    "Ponctuelle et fiable",
    "Très soigneux",
    "Apprend vite par l'exemple",
    "Calme sous pression",
    "Bon contact avec les clients",
    "Ne lâche pas",
    "Sens de l'humour",
    "Demande quand il ignore",
    "Endurance",
    "Œil pour les détails",
    "Esprit d'équipe",
]
SKILLS = [
    "Caisse",
    "Arabe",
    "Turc",
    "Permis B",
    "Cuisine de collectivité",
    "Bricolage",
    "Tableur",
    "Couture",
    "Jardinage",
    "Lecture de plans simples",
    "Nettoyage professionnel",
    "Italien",
    "Conduite d'un transpalette",
    "Garde d'enfants",
    "Peinture",
    "Néerlandais, bases",
]
PAST = [
    ("Vendeuse", "Épicerie de quartier"),
    ("Manœuvre", "Entreprise de toiture"),
    ("Bénévole", "Épicerie sociale"),
    ("Aide ménagère", "Titres-services du Centre"),
    ("Ouvrier d'emballage", "Conserverie"),
    ("Serveur", "Café de la Gare"),
    ("Stagiaire", "Atelier de formation"),
    ("Saisonnier", "Verger de Hesbaye"),
]
SITUATIONS = [
    ["jobseeker"],
    ["jobseeker", "integration-income"],
    ["disability-allowance"],
    ["no-income"],
    ["jobseeker", "single-parent"],
    ["jobseeker", "debt-plan"],
    ["training"],
    ["asylum-seeker", "en attente d'une réponse"],
]
OBSTACLES = [
    "Garde d'enfants avant 8 h 30",
    "Dettes, saisie possible sur le salaire",
    "Pas de permis",
    "Logement provisoire",
    "Peur du téléphone",
    "Douleurs au dos en fin de journée",
    "Papiers de séjour à renouveler",
    "Lecture difficile des consignes",
    "Bus trop rare le matin",
]
GOALS = [
    ("Travailler 25 heures par semaine dans un commerce", "Je veux voir du monde."),
    ("Trouver un travail manuel à mi-temps", "Rester assis, ce n'est pas pour moi."),
    ("Garder mon emploi au-delà de l'essai", "Je ne veux plus recommencer à zéro."),
    ("Obtenir le permis de conduire", "Sans voiture, je suis coincée."),
    ("Retrouver un rythme avant l'été", "Le matin, c'est dur, mais je veux y arriver."),
    ("Découvrir deux métiers par des essais courts", "Je dois voir avant de choisir."),
]
STEPS = [
    "Refaire le CV",
    "Appeler l'employeur",
    "Visiter l'entreprise",
    "Préparer l'entretien",
    "Demander l'attestation de chômage",
    "Inscrire le petit à la crèche",
    "Essayer le trajet",
    "Relire le contrat ensemble",
    "Demander l'aide à l'embauche",
    "Acheter des chaussures",
    "Faire le point avec le tuteur",
    "Prendre rendez-vous chez le médecin",
    "Écrire une lettre",
]
SUPPORT = ["Préparer l'entretien ensemble", "Un trajet accompagné", "Une visite par semaine"]
MEASURES = ["Un contrat signé", "Deux essais terminés", "Six mois dans l'emploi", "Permis obtenu"]
SIGNS = ["Ne répond plus aux messages", "Arrive en retard deux jours de suite", "Dort mal"]
RISKS = [
    ("Les horaires du matin la fatiguent", "Commencer à 8 h 30 le premier mois"),
    ("Se vexe quand on le presse", "Le tuteur donne une consigne à la fois"),
    ("Oublie de prévenir en cas d'absence", "Un rappel par message la veille"),
]

NOTES = [
    "Va mieux, dort mieux; veut reprendre les visites.",
    "Enfant malade, nous avons fait court.",
    "Point sur les étapes du plan, deux sont faites.",
    "A pris seul rendez-vous chez le médecin. Grand pas.",
    "Attend la réponse du CPAS pour la garderie.",
    "Rien de neuf, moral moyen. Rappeler avant le week-end.",
    "Nous avons compté ce que l'emploi change : revenus, crèche, transport.",
]
SEARCH_NOTES = [
    "A relu son CV avec moi, reste la photo à changer.",
    "Bonne humeur. Trois annonces lues ensemble, une retenue.",
    "Essai du trajet en bus : 35 minutes, correspondance difficile à Ligny.",
    "Parle de ses peurs devant le téléphone; nous avons joué l'appel deux fois.",
    "A refusé l'offre de nuit, à raison : aucun bus.",
    "Nous avons visité l'atelier; le bruit ne le gêne pas.",
    "Simulation d'entretien. Les mains ne tremblent plus, la voix porte.",
    "Très court, il partait à un essai.",
]
WORK_NOTES = [
    "Premier jour bien passé, collègues accueillants.",
    "Le chef est content du soin, moins de la vitesse; on en reparle dans quinze jours.",
    "Question sur la fiche de paie : la prime manque, elle appelle le bureau du personnel.",
    "Se sent seule à midi. Idée : manger avec l'équipe du rayon voisin.",
    "Fatigue en fin de semaine; propose lui-même de demander une pause plus longue l'après-midi.",
    "Le tuteur montre bien; la consigne écrite aide plus que la consigne orale.",
    "Veut garder ce travail. Demande comment passer à plus d'heures.",
    "Contente : première paie reçue, loyer payé à temps.",
    "Tension avec une collègue, il en a parlé au tuteur avant de m'appeler.",
]
LONG_NOTES = [
    "Longue conversation sur ce qui s'est passé au dernier emploi : le travail plaisait, les "
    "horaires changeaient sans cesse et personne n'expliquait pourquoi.",
    "Nous avons repris le plan ligne par ligne. Deux étapes n'ont plus de sens depuis la visite, "
    "une nouvelle s'ajoute : essayer le poste une demi-journée, sans engagement.",
    "Le tuteur prend maintenant le relais pour l'ouverture et la caisse; il reste la commande du "
    "vendredi, à revoir ensemble. Je peux espacer mes visites.",
    "Raconte la semaine jour par jour. Ce qui aide : une liste écrite le matin, la même place, une "
    "pause à heure fixe. Ce qui gêne : deux chefs, deux consignes.",
    "Sa mère était présente à sa demande. Inquiétude sur la perte de l'allocation; calcul promis "
    "avec la médiation de dettes avant toute décision.",
]
FIRST_NOTES = [
    "Première rencontre, envoyée par un partenaire mais venue de son plein gré.",
    "Explique son parcours sans détour : école quittée tôt, petits contrats, puis plus rien.",
    "Ce qui compte pour cette personne : un horaire stable, un chef qui explique, être utile.",
    "J'ai dit ce que nous faisons et ce que nous ne faisons pas : ni contrôle, ni placement forcé.",
    "Nous avons parlé du trajet, de la santé et de la famille, sans rien noter de trop.",
    "Demande un temps de réflexion avant de s'engager; c'est très bien ainsi.",
    "Papiers à apporter la prochaine fois : carte d'identité, attestation, dernier contrat.",
    "Se voit bien dans un travail manuel ou au contact des gens, pas derrière un écran.",
    "A peur de perdre son allocation en cas d'échec. Un calcul sera fait avant toute décision.",
    "Préfère que je téléphone plutôt que d'écrire, sauf pour confirmer une heure.",
]
MISSED = ["Pas venue, a prévenu.", "Téléphone coupé.", "Reporté, bus en grève.", "Pas de réponse."]
EMPLOYER_NOTES = [
    "Content du travail, demande plus de rythme le samedi.",
    "Vu le tuteur dix minutes, tout va.",
    "Veut savoir qui appeler en cas d'absence; numéro laissé.",
    "Horaire d'été discuté.",
    "Propose de confier aussi la réserve.",
    "Signale deux retards; explication donnée et reçue.",
    "L'équipe s'habitue, le soutien peut diminuer.",
    "Question sur l'aide, renvoyée au partenaire.",
]
PROSPECT_NOTES = [
    "Cherche une aide pour le matin.",
    "Visite du poste, tâches listées avec le responsable.",
    "Rien avant l'automne, rappeler.",
    "Bon accueil, veut rencontrer une personne, pas un dossier.",
    "Le diplôme demandé ne sert pas : il faut compter et être aimable.",
]
CLOSE_PLACED = [
    "Emploi stable, la personne se sent prête à continuer seule",
    "Autonome au travail, le tuteur a pris le relais",
    "Fin du suivi convenue à trois",
]
CLOSE_UNPLACED = [
    "Arrêt à sa demande, autre priorité",
    "Déménagement dans une autre région",
    "Entre en formation longue",
    "Santé, reprise possible plus tard",
    "Réorientée chez un partenaire",
]
REOPENED = ["Revient de sa propre initiative", "Crise au travail, demande un soutien"]
BACK = ["Contrat terminé, la recherche reprend", "Emploi perdu, la recherche reprend"]
REFUSED = ["Autre candidat plus expérimenté", "Poste supprimé", "Horaire incompatible", ""]
DECLINED = ["Trop loin", "Horaire de nuit", "Ne se voit pas dans ce métier", "Salaire trop bas"]
