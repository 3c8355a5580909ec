"""Words of the trade as French-speaking coaches say them, and the format's words they stand for.

The screens speak of a CDD and of *pré-embauche*; so these may be typed as well. What a word means depends
on the option: *refusé* is the person's no in a decision, the employer's in an outcome.
"""

from collections.abc import Iterable, Mapping

from jobcoach.domain.finding_cases import folded

_SAID: Mapping[str, str] = {
    # how
    "visite": "visit",
    "rencontre": "meeting",
    "reunion": "meeting",
    "entretien": "meeting",
    "rdv": "meeting",
    "rendez-vous": "meeting",
    "telephone": "phone",
    "tel": "phone",
    "appel": "phone",
    "visio": "video",
    "sms": "message",
    "mail": "message",
    "courriel": "message",
    "courrier": "letter",
    "lettre": "letter",
    # contract
    "cdi": "permanent",
    "cdd": "fixed-term",
    "interim": "temporary",
    "subsidie": "subsidised",
    "aide": "subsidised",
    "independant": "self-employed",
    "stage": "internship",
    "essai": "trial",
    "formation": "in-company-training",
    # agreements, their form
    "participation": "participation",
    "contrat de confiance": "trust-contract",
    "confiance": "trust-contract",
    "convention": "service",
    "plan de travail": "work-plan",
    "suivi": "follow-up",
    "autre": "other",
    "oral": "spoken",
    "ecrit": "written",
    # reviews and their decision
    "bilan": "plan",
    "accord": "agreement",
    "plainte": "complaint",
    "cloture": "closing",
    "continuer": "continue",
    "arreter": "stop",
    "injoignable": "unreachable",
    "demenage": "moved",
    "decede": "deceased",
    # decisions and outcomes
    "accepte": "accepted",
    "acceptee": "accepted",
    "oui": "accepted",
    "non": "declined",
    "refuse": "declined refused",
    "refusee": "declined refused",
    "decline": "declined",
    "embauche": "hired",
    "embauchee": "hired",
    "engage": "hired",
    "engagee": "hired",
    "retire": "withdrawn",
    "retiree": "withdrawn",
    "annule": "cancelled",
    # why a placement or a job ended
    "fin de contrat": "end-of-contract",
    "demission": "resigned",
    "licencie": "dismissed",
    "licenciee": "dismissed",
    "sante": "health",
    "mieux": "better-job",
    "pourvu": "filled",
    # what a consent is about
    "nom": "name",
    "coordonnees": "contact",
    "souhaits": "wishes",
    "atouts": "strengths",
    "points forts": "strengths",
    "competences": "skills",
    "experience": "experience",
    "contraintes": "constraints",
    "parcours": "history",
    # status of an employer, pay
    "ouvert": "open",
    "partenaire": "partner",
    "bareme": "at-scale",
}


def word_meant(written: str, allowed: Iterable[str]) -> str | None:
    """Return the allowed word that was written, in the format's words or in the trade's; None for none."""
    words = tuple(allowed)
    if written in words:
        return written
    key = folded(written).strip()
    for word in (key, *_SAID.get(key, "").split()):
        if word in words:
            return word
    return None
