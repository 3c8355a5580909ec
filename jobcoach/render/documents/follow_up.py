"""The agreement with an employer on follow-up in the firm, made of texts only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.domain.needs import follow_up_agreement
from jobcoach.render.documents.frame import (
    Paper,
    SignatureView,
    View,
    coach_name,
    coach_reached,
    frame,
)
from jobcoach.render.person_screen import job_name

if TYPE_CHECKING:
    from jobcoach.domain.audience import Copy
    from jobcoach.domain.employers import Employer
    from jobcoach.domain.rhythm import RhythmLine
    from jobcoach.render.catalogue import Texts


class FollowUpView(View, frozen=True, kw_only=True):
    """Who may be called, when, about what; what the coach does and does not do."""

    person: str
    employer: str
    place: str
    jobs: tuple[str, ...]
    people: tuple[str, ...]
    visits: str
    coach: str
    coach_reached: tuple[str, ...]
    rhythm: tuple[str, ...]
    began: str
    review: str
    until: str
    unsigned: bool
    signatures: tuple[SignatureView, ...]


def view(copy: Copy, paper: Paper, employer: Employer) -> FollowUpView:
    """Return the agreement with *employer*: the one in force on the day, else one to be signed."""
    known, t = copy.known, paper.t
    agreement = copy.agreement if not copy.own else follow_up_agreement(known, employer.id)
    written = agreement is not None and agreement.form == "written"
    on = t.day(agreement.on) if agreement and agreement.on and written else ""
    placements = copy.jobs or [p for _, p in known.under_way if p.employer == employer.id]
    rhythm = copy.rhythm if not copy.own else known.stage.rhythm("employer") if known.stage else ()
    return FollowUpView(
        **frame(copy, paper, t("Agreement on follow-up in the firm")),
        person=known.person.name,
        employer=employer.name,
        place=employer.place or "",
        jobs=tuple(
            t(
                "{job}, since {date}",
                job=job_name(p, known).removeprefix(f"{employer.name}, "),
                date=t.day(p.from_),
            )
            for p in placements
        ),
        people=tuple(
            ", ".join(part for part in (member.name, member.role, member.phone) if part)
            for member in employer.staff
            if member.reference or member.relay
        ),
        visits=employer.visits or "",
        coach=coach_name(known),
        coach_reached=coach_reached(known),
        rhythm=tuple(rhythm_lines(rhythm, t)),
        began=t.day(agreement.on) if agreement and agreement.on else "",
        review=t.day(agreement.review) if agreement and agreement.review else "",
        until=t.day(agreement.until) if agreement and agreement.until else "",
        unsigned=not written,
        signatures=(
            SignatureView(
                next((m.name for m in employer.references if m.name), ""),
                t("for {name}", name=employer.name),
                on,
            ),
            SignatureView(known.person.name, t("person accompanied"), on),
            SignatureView(coach_name(known), t("job coach"), on),
        ),
    )


def rhythm_lines(rhythm: tuple[RhythmLine, ...], t: Texts) -> list[str]:
    """Return a rhythm in words: every week for 8 weeks, then every month."""
    return [
        t("{every}, for {length}", every=t.every(line.every), length=t.duration(line.for_))
        if line.for_
        else t.every(line.every)
        for line in rhythm
    ]
