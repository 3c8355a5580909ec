"""Who may read what about a person: decided here, before any document is begun.

:func:`copy_for` is the only way to a document. For the person and for a coach the case is whole; anybody
else gets a record built anew from what the consents in force on the day name, and from nothing else: what
is not copied over cannot be printed. Never in it, whatever was agreed: notes, contacts that fell through,
overdue steps, obstacles, and other employers (format.md, "Person"; domain.md, EUSE and FRB).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Literal, get_args

import msgspec
from msgspec.structs import replace

from jobcoach.domain.cases import Cases
from jobcoach.domain.durations import plus_days
from jobcoach.domain.fields import COACH, EMPLOYERS, PARTNERS, PERSON
from jobcoach.domain.hidden_names import HiddenNames, names_of_others, names_of_person
from jobcoach.domain.known import Known, application_closed, reached
from jobcoach.domain.needs import consent_in_force, follow_up_agreement
from jobcoach.domain.people import (
    About,
    Agreement,
    Application,
    Consent,
    Constraint,
    Experience,
    Goal,
    Person,
    Placement,
    Plan,
    Relative,
    StageEntry,
    Step,
)
from jobcoach.domain.rhythm import RhythmLine
from jobcoach.domain.signing import changed_since_signed, unsigned
from jobcoach.errors import Refused

Kind = Literal["person", "coach", "employer", "partner", "relative"]

ABOUT: tuple[About, ...] = get_args(About)

GROUPS: dict[Kind, str] = {"employer": EMPLOYERS, "partner": PARTNERS}
"""Whom a consent names that holds for all of a kind."""


class Copy(msgspec.Struct, frozen=True):
    """One reader's copy of a case: who reads, what about, and the case as far as they may know it."""

    reader: str
    kind: Kind
    known: Known
    about: tuple[About, ...] = ABOUT
    until: date | None = None
    """The day on which the first of the consents that it rests on runs out."""
    jobs: tuple[Placement, ...] = ()
    """To an employer, its own placements under way: what it signed itself, and no more."""
    for_job: str | None = None
    """To an employer, the id of the job at its place for which the person stands."""
    rhythm: tuple[RhythmLine, ...] = ()
    """To an employer, how often the stage has the coach in touch with it."""
    agreement: Agreement | None = None
    """To an employer, the follow-up agreement with it."""
    unsigned: bool = True
    """Whether the plan is a draft: the person has not signed it."""
    changed_since: date | None = None
    """The day of a signature after which the plan was changed."""
    withheld: int = 0
    """So many wishes, goals and steps were left out: they name another employer, or somebody unnamed."""

    @property
    def own(self) -> bool:
        """Whether it is the person's or a coach's: the whole case."""
        return self.kind in ("person", "coach")

    def shows(self, *about: About) -> bool:
        """Whether the reader may know any of *about*."""
        return any(one in self.about for one in about)


def copy_for(known: Known, reader: str, asked: Collection[About] = ABOUT) -> Copy:
    """Return the case as *reader* may see it on the day: the person, a coach, or a party's id.

    To others no more than is *asked* by the document. Raises Refused: ``employer-may-not-know``; where no
    consent toward the reader is in force, what is missing: ``no-consent``, ``consent-expired``,
    ``consent-withdrawn``, ``consent-not-yet``; ``consent-about-nothing`` where none names what is asked.
    """
    kind = reader_kind(known, reader)
    if kind in ("person", "coach"):
        return Copy(reader, kind, known, **_signatures(known))
    if kind == "employer" and not employer_may_know(known, reader):
        raise Refused("employer-may-not-know", case=known.person.id, employer=reader)
    toward = (reader, GROUPS.get(kind))
    consents = [c for c in known.person.consents if c.to in toward]
    held = [consent for consent in consents if consent_in_force(consent, known.day)]
    about = tuple(
        one for one in ABOUT if one in asked and any(one in consent.about for consent in held)
    )
    if not about:
        raise _refusal(consents, known, reader)
    seen = _Seen(known, reader, kind, about)
    shown = seen.known()
    return Copy(
        reader,
        kind,
        shown,
        about,
        until=_ends(about, held),
        jobs=tuple(seen.own_placements()) if kind == "employer" else (),
        for_job=_job_stood_for(known, reader) if kind == "employer" else None,
        rhythm=known.stage.rhythm("employer") if kind == "employer" and known.stage else (),
        agreement=follow_up_agreement(known, reader) if kind == "employer" else None,
        withheld=seen.withheld,
        **_signatures(known),
    )


def _ends(about: tuple[About, ...], held: list[Consent]) -> date | None:
    """The day on which the first of *about* is agreed to no more; None where all hold without an end."""
    ends = []
    for one in about:
        untils = [_last_day(consent) for consent in held if one in consent.about]
        if None not in untils:
            ends.append(max(until for until in untils if until is not None))
    return min(ends, default=None)


def _last_day(consent: Consent) -> date | None:
    """The last day on which a consent holds; a withdrawal may be dated ahead."""
    withdrawn = plus_days(consent.withdrawn, -1) if consent.withdrawn else None
    return min((day for day in (consent.until, withdrawn) if day), default=None)


def _signatures(known: Known) -> dict[str, Any]:
    plan = known.person.plan
    return {"unsigned": unsigned(plan), "changed_since": changed_since_signed(plan)}


def reader_kind(known: Known, reader: str) -> Kind:
    """Return what a reader is to the person; an id that nobody bears is a relative of the circle.

    ``employers`` is any employer: what a presentation may say before one is chosen.
    """
    if reader == PERSON:
        return "person"
    if reader == COACH or known.settings.coach(reader) is not None:
        return "coach"
    if reader == EMPLOYERS or reader in known.cases.employers:
        return "employer"
    return "partner" if reader in known.cases.partner_ids else "relative"


def employer_may_know(known: Known, employer: str) -> bool:
    """Whether an employer may learn that a coach exists (FRB, La Louvière pilot).

    What is said of an application or a placement under way there decides. Where nothing is, a no that was
    said there before holds on, a yes does not: then it is what the person says for all employers.
    """
    there = [entry for entry in _entries(known.person) if entry.employer == employer]
    said = {entry.employer_may_know for entry in there if _under_way(entry, known.day)} - {None}
    if said:
        return False not in said
    refused_before = any(entry.employer_may_know is False for entry in there)
    return not refused_before and known.person.employer_may_know is not False


def _job_stood_for(known: Known, employer: str) -> str | None:
    """The job of the newest open application there, as the employer's own file knows it."""
    firm = known.cases.employers.get(employer)
    jobs = [
        application.job
        for application in known.person.applications
        if application.employer == employer and _under_way(application, known.day)
    ]
    return jobs[-1] if jobs and firm and firm.job(jobs[-1]) else None


def _entries(person: Person) -> list[Application | Placement]:
    return [*person.applications, *person.placements]


def _under_way(entry: Application | Placement, day: date) -> bool:
    if isinstance(entry, Placement):
        return entry.ended is None or day <= entry.ended
    return entry.decision != "declined" and not application_closed(entry, day)


def _refusal(consents: list[Consent], known: Known, reader: str) -> Refused:
    """Say what is missing; of several consents, the one that comes nearest to holding counts."""
    case, day = known.person.id, known.day
    if any(consent_in_force(consent, day) for consent in consents):
        return Refused("consent-about-nothing", case=case, reader=reader)
    begins = [c.on for c in consents if c.on > day and not reached(c.withdrawn, c.on)]
    if begins:
        return Refused("consent-not-yet", case=case, reader=reader, on=min(begins))
    if any(reached(consent.withdrawn, day) for consent in consents):
        return Refused("consent-withdrawn", case=case, reader=reader)
    if consents:
        return Refused("consent-expired", case=case, reader=reader)
    return Refused("no-consent", case=case, reader=reader)


class _Seen:
    """Builds the record that somebody else may see; it begins empty."""

    def __init__(self, known: Known, reader: str, kind: Kind, about: tuple[About, ...]) -> None:
        self.whole = known
        self.reader = reader
        self.kind = kind
        self.about = about
        self.withheld = 0
        own = () if "name" in about else tuple(names_of_person(known.person))
        self.hidden = HiddenNames([*names_of_others(known, reader), *own])
        self.own_name = HiddenNames(own)

    def known(self) -> Known:
        cases = self.whole.cases
        own = {i: cases.employers[i] for i in (self.reader,) if i in cases.employers}
        return Known(
            self.person(),
            Cases(cases.settings, cases.processes, {}, own),
            self.whole.day,
        )

    def person(self) -> Person:
        """The person, made of what the consents name."""
        whole, may = self.whole.person, self.about.__contains__
        return Person(
            id=whole.id,
            name=whole.name if may("name") else "",
            coach=whole.coach,
            circle=tuple(
                Relative(id=relative.id, name=relative.name)
                for relative in whole.circle
                if relative.id == self.reader
            ),
            process=whole.process if may("history") else None,
            email=whole.email if may("contact") else None,
            phone=whole.phone if may("contact") else None,
            place=whole.place if may("contact") else None,
            situation=self._nameless(whole.situation) if may("situation") else (),
            without_work_since=whole.without_work_since if may("situation") else None,
            wishes=self._nameless(whole.wishes) if may("wishes") else (),
            strengths=self._nameless(whole.strengths) if may("strengths") else (),
            skills=self._nameless(whole.skills) if may("skills") else (),
            experience=tuple(self._experience()) if may("experience") else (),
            constraints=tuple(self._constraints()),
            plan=self._plan() if may("plan") else None,
            stages=tuple(self._stages()) if may("history") else (),
            placements=tuple(self._placements()) if may("history") else (),
        )

    def _experience(self) -> Iterator[Experience]:
        """What was done before, and where: that is what was agreed to."""
        for one in self.whole.person.experience:
            if self.own_name.within(one.title, one.employer):
                self.withheld += 1
            else:
                yield one

    def _constraints(self) -> Iterator[Constraint]:
        for constraint in self.whole.person.constraints or ():
            if ("confidential" if constraint.confidential else "constraints") not in self.about:
                continue
            if self.hidden.within(constraint.what):
                self.withheld += 1
            else:
                yield constraint

    def _stages(self) -> Iterator[StageEntry]:
        """The road without its reasons: they are notes."""
        for step in self.whole.steps:
            yield StageEntry(stage=step.entry.stage, on=step.entry.on, process=step.entry.process)

    def _placements(self) -> Iterator[Placement]:
        """What work it was and when; where, only to that employer; never why it ended."""
        for _, placement in self.whole.placements:
            there = placement.employer == self.reader
            employer = self.whole.cases.employers.get(placement.employer or "")
            job = employer.job(placement.job) if employer else None
            title = (job.title if job else None) or placement.title
            yield Placement(
                employer=placement.employer if there else None,
                job=placement.job if there else None,
                title=self._text(title),
                contract=placement.contract,
                from_=placement.from_,
                until=placement.until,
                ended=placement.ended if reached(placement.ended, self.whole.day) else None,
            )

    def own_placements(self) -> Iterator[Placement]:
        """The employer's own placements under way: employer, job, contract and dates."""
        for _, placement in self.whole.under_way:
            if placement.employer == self.reader:
                yield Placement(
                    employer=placement.employer,
                    job=placement.job,
                    contract=placement.contract,
                    from_=placement.from_,
                    until=placement.until,
                )

    def _plan(self) -> Plan | None:
        plan = self.whole.person.plan
        if plan is None:
            return None
        signed = {party: on for party, on in plan.signed.items() if party in (PERSON, COACH)}
        return Plan(on=plan.on, signed=signed, goals=tuple(self._goals(plan)))

    def _goals(self, plan: Plan) -> Iterator[Goal]:
        for goal in plan.goals:
            if self.hidden.within(goal.goal, goal.words):
                self.withheld += 1
                continue
            yield replace(
                goal,
                measure=self._text(goal.measure),
                support=self._nameless(goal.support),
                steps=tuple(self._steps(goal)),
            )

    def _steps(self, goal: Goal) -> Iterator[Step]:
        """The steps that are done or still have time: nobody else reads who is late with one."""
        for step in goal.steps:
            done = step.done if reached(step.done, self.whole.day) else None
            if done is None and reached(step.by, self._yesterday):
                continue
            if step.who in self._employers or self.hidden.within(step.do):
                self.withheld += 1
                continue
            yield replace(step, done=done, who=self._who(step.who))

    @property
    def _yesterday(self) -> date:
        return date.fromordinal(max(self.whole.day.toordinal() - 1, 1))

    @property
    def _employers(self) -> frozenset[str]:
        """The other employers on file."""
        return frozenset(self.whole.cases.employers) - {self.reader}

    def _who(self, who: str | None) -> str | None:
        """Who does a step: the person, a coach, the reader; nobody else is named."""
        own = (self.reader, self.whole.cases.name_of(self.whole.person, self.reader))
        known = who in (PERSON, COACH, *own) or self.whole.settings.coach(who) is not None
        return who if known else None

    def _text(self, text: str | None) -> str | None:
        if not self.hidden.within(text):
            return text
        self.withheld += 1
        return None

    def _nameless(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        kept = tuple(text for text in texts if not self.hidden.within(text))
        self.withheld += len(texts) - len(kept)
        return kept
