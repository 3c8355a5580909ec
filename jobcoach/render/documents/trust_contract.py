"""The trust contract: what the person and the coach promise each other, made of texts only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.domain.fields import COACH, PERSON
from jobcoach.domain.needs import agreement_in_force
from jobcoach.render.documents.frame import (
    Commitment,
    Paper,
    SignatureView,
    View,
    coach_name,
    coach_reached,
    frame,
    raised,
    who,
)
from jobcoach.render.documents.plan import commitments

if TYPE_CHECKING:
    from jobcoach.domain.audience import Copy
    from jobcoach.domain.known import Known
    from jobcoach.domain.people import Agreement


class TrustContractView(View, frozen=True, kw_only=True):
    """The trust contract: the sides, what each does, from when, when it is looked at again."""

    person: str
    coach: str
    coach_reached: tuple[str, ...]
    began: str
    review: str
    until: str
    added: str
    often: str
    commitments: tuple[Commitment, ...]
    employer_may_know: bool
    unsigned: bool
    signatures: tuple[SignatureView, ...]


def view(copy: Copy, paper: Paper) -> TrustContractView:
    """Return the contract in force on the day, else one to be signed."""
    known, t = copy.known, paper.t
    contract = trust_contract(known)
    written = contract is not None and contract.form == "written"
    on = t.day(contract.on) if contract and contract.on and written else ""
    return TrustContractView(
        **frame(copy, paper, t("Our trust contract")),
        person=known.person.name,
        coach=coach_name(known),
        coach_reached=coach_reached(known),
        began=t.day(contract.on) if contract and contract.on else "",
        review=t.day(contract.review) if contract and contract.review else "",
        until=t.day(contract.until) if contract and contract.until else "",
        added=(contract.what or "") if contract else "",
        often=_often(known, paper),
        commitments=() if written else _between_the_two(known, paper),
        employer_may_know=known.person.employer_may_know is not False,
        unsigned=not written,
        signatures=(
            SignatureView(known.person.name, t("person accompanied"), on),
            SignatureView(coach_name(known), t("job coach"), on),
        ),
    )


def trust_contract(known: Known) -> Agreement | None:
    """Return the newest trust contract with the person in force on the day, or None."""
    held = [
        agreement
        for agreement in known.person.agreements
        if agreement.kind == "trust-contract"
        and PERSON in agreement.parties()
        and agreement_in_force(agreement, known.day)
    ]
    return max(held, key=lambda agreement: str(agreement.on), default=None)


def _between_the_two(known: Known, paper: Paper) -> tuple[Commitment, ...]:
    """What the two who are about to sign do next; others sign nothing here."""
    sides = {raised(who(party, known, paper.t)) for party in (PERSON, COACH)}
    return tuple(one for one in commitments(known, paper.t) if one.side in sides)


def _often(known: Known, paper: Paper) -> str:
    """How often the two are in touch: the person's pace, else the stage's rhythm; empty without one."""
    rhythm = known.rhythm(PERSON, "person", known.day)
    return paper.t.every(rhythm[0]) if rhythm else ""
