"""The presentation of a person to an employer: strengths first, and only what was agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jobcoach.render.documents.frame import Paper, View, coach_name, coach_reached, frame
from jobcoach.render.documents.plan import (
    ExperienceView,
    RespectView,
    experience_view,
    reached_at,
    respects,
)

if TYPE_CHECKING:
    from jobcoach.domain.audience import Copy


class PresentationView(View, frozen=True, kw_only=True):
    """A person as they want to be met; a *preview* is for the person, who has not agreed to it yet."""

    preview: bool
    person: str
    reached: tuple[str, ...]
    job: str
    strengths: tuple[str, ...]
    skills: tuple[str, ...]
    experience: tuple[ExperienceView, ...]
    wishes: tuple[str, ...]
    respects: tuple[RespectView, ...]
    coach: str
    coach_reached: tuple[str, ...]


def view(copy: Copy, paper: Paper, job: str, reader: str = "") -> PresentationView:
    """Return the presentation from an employer's copy; *reader* is named where it is a preview."""
    known, t = copy.known, paper.t
    person = known.person
    return PresentationView(
        **(frame(copy, paper, t("Presentation")) | ({"reader": reader} if reader else {})),
        preview=bool(reader),
        person=person.name,
        reached=reached_at(known),
        job=job,
        strengths=person.strengths,
        skills=person.skills,
        experience=tuple(experience_view(one) for one in person.experience),
        wishes=person.wishes,
        respects=respects(person.constraints or (), t),
        coach=coach_name(known),
        coach_reached=coach_reached(known),
    )
