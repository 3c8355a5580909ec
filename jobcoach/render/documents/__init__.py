"""The documents: which there are, for whom, and what each may say of a person to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from jobcoach.domain.audience import ABOUT

if TYPE_CHECKING:
    from jobcoach.domain.people import About


class Document(msgspec.Struct, frozen=True):
    """One kind of document: the name of its templates, and what of a person it may tell others."""

    name: str
    about: tuple[About, ...] = ()
    """Empty: it is for the person and the coach alone."""


PLAN = Document("plan", ABOUT)
TRUST_CONTRACT = Document("trust-contract")
FOLLOW_UP = Document("follow-up", ("name",))
"""Its job and its dates an employer knows itself; of the person, nothing but the name stands in it."""
PRESENTATION = Document(
    "presentation",
    ("name", "contact", "wishes", "strengths", "skills", "experience", "constraints"),
)
"""Never what is confidential, the situation or the road so far: no diagnosis, no label."""
JOB = Document("job")
EFFECTS = Document("effects")
MEETING = Document("meeting")
CLOSING = Document("closing", ("name",))
"""To an employer it says that the follow-up ends and who is there later; nothing of the road."""

DOCUMENTS = (PLAN, TRUST_CONTRACT, FOLLOW_UP, PRESENTATION, JOB, EFFECTS, MEETING, CLOSING)
