"""Invent the life of one case: how it moves through its process model, day by day.

A life is told forward from its first day, by steps that each enter a stage lawfully and say
which step comes next, until the day asked for (`today`) is passed. What a step writes for later
days (an interview, the end of a contract) is cut off at `today` when the life is finished.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

import phrases

Entry = dict[str, Any]
LISTS = (
    "obstacles",
    "agreements",
    "consents",
    "pace",
    "pauses",
    "stages",
    "extensions",
    "applications",
    "placements",
    "contacts",
    "reviews",
    "disclosures",
)
PAID = ("permanent", "fixed-term", "temporary", "subsidised", "self-employed")
STONES = ("internship", "trial", "in-company-training")


class Road(NamedTuple):
    """The stage of one process model at each step of a life; None where it has none."""

    intake: str
    prepare: str | None
    search: str
    hire: str | None
    work: str
    keep: str | None


ROADS = {
    "frb-2002": Road("reserve", None, "pre-hire", "hire", "follow-up", None),
    "rejoins-2006": Road("prospecting", None, "pre-hire", "hire", "post-hire", None),
    "awiph-2006": Road(
        "first-contact", "assessment", "job-search", None, "integration", "retention"
    ),
    "euse-2005": Road(
        "engagement", "profiling", "job-finding", "employer-engagement", "support", None
    ),
    "emploi-accompagne": Road("welcome", "project", "job-search", None, "in-job", "watch"),
}
# days between contacts: (until this many days in the stage, every so many days)
THINNING = [(56, 7), (112, 14), (9999, 28)]
RHYTHMS = {
    "reserve": [(9999, 28)],
    "prospecting": [(9999, 28)],
    "retention": [(9999, 88)],
    "first-contact": [(9999, 14)],
    "assessment": [(9999, 14)],
    "engagement": [(9999, 14)],
    "profiling": [(9999, 14)],
    "follow-up": THINNING,
    "post-hire": THINNING,
    "integration": [(91, 7), (181, 14), (9999, 28)],
    "support": [(60, 7), (120, 14), (9999, 28)],
}


def workday(day: date) -> date:
    """Return *day*, or the Monday after it where it falls in a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def later(day: date, months: int) -> date:
    """Return the day *months* after, on the 28th at the latest (good enough for plans)."""
    count = day.month - 1 + months
    return date(day.year + count // 12, count % 12 + 1, min(day.day, 28))


@dataclass
class Life:
    """One case in the making: what is written so far, and the day the story has reached."""

    rng: Random
    today: date
    process: str
    coach: str
    jobs: list[tuple[str, str]]  # employer and job, from which applications choose
    day: date
    known: bool = True  # may employers know that there is a coach?
    files: dict[str, list[Entry]] = field(default_factory=lambda: {name: [] for name in LISTS})
    readiness: Entry = field(default_factory=dict)
    plan: Entry = field(default_factory=dict)
    running: Entry | None = None  # the placement under way
    chosen: Entry | None = None  # the application that may lead to the next one
    closed: bool = False
    profiled: bool = False
    searched: int = 0

    def __post_init__(self) -> None:
        self.day = workday(self.day)

    @property
    def road(self) -> Road:
        return ROADS[self.process]

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def after(self, day: date, least: int, most: int) -> date:
        return workday(day + timedelta(days=self.rng.randint(least, most)))

    def add(self, kind: str, /, **entry: Any) -> Entry:
        """Write one entry; a key that is a Python word carries a trailing underscore."""
        written = {key.rstrip("_"): value for key, value in entry.items()}
        self.files[kind].append(written)
        return written

    def enter(self, stage: str | None, why: str = "", process: str = "") -> None:
        entry = self.add("stages", stage=stage, on=self.day)
        entry |= {"process": process} if process else {}
        entry |= {"why": why} if why else {}
        self.closed = stage == "closed"
        self.meet(self.day, how=self.rng.choice(["meeting", "meeting", "visit", "phone"]))

    def meet(self, day: date, **entry: Any) -> None:
        """Write a contact the story needs; the journal fills in the others around it."""
        self.add("contacts", **{"on": day, "with": "person", "how": "meeting", **entry})

    def in_force(self, kind: str, day: date, party: str = "person") -> bool:
        """Is there an agreement of *kind* with *party* on *day*?"""
        return any(
            one["kind"] == kind
            and (party == one["with"] or (isinstance(one["with"], list) and party in one["with"]))
            and one["on"] <= day <= min(one.get("until", date.max), one.get("ended", date.max))
            for one in self.files["agreements"]
        )

    def commit(self) -> None:
        """Meet, on the day reached, what the models ask before a person is coached."""
        form = self.rng.choice(["spoken", "written"])
        if not self.in_force("participation", self.day):
            self.add("agreements", kind="participation", with_="person", on=self.day, form=form)
            if self.chance(0.3):
                self.add(
                    "consents",
                    to="cpas",
                    about=["situation", "plan"],
                    on=self.day,
                    until=later(self.day, 24),
                )
        if not self.readiness and (self.process != "emploi-accompagne" or self.chance(0.5)):
            self.readiness = dict.fromkeys(("available", "motivated", "trained"), self.day)
        if self.process in ("rejoins-2006", "awiph-2006"):
            self.renew_service(self.day)
            if not self.in_force("service", self.day):
                self.add(
                    "agreements",
                    kind="service",
                    with_="person",
                    on=self.day,
                    form="written",
                    until=later(self.day, 12),
                )
        if self.process == "frb-2002" and not self.in_force("trust-contract", self.today):
            on = self.after(self.day, 0, 12)
            self.add(
                "agreements",
                kind="trust-contract",
                with_="person",
                on=on,
                form="written",
                review=later(on, 3),
            )
            self.add("reviews", kind="agreement", on=self.after(later(on, 3), 0, 4), by="coach")

    def renew_service(self, day: date) -> None:
        """Continue the service agreement, without a gap, to the one in force on *day*."""
        past = [
            one
            for one in self.files["agreements"]
            if one["kind"] == "service" and "ended" not in one
        ]
        while past and not self.closed and past[-1]["until"] < day:
            on = past[-1]["until"] + timedelta(days=1)
            past.append(
                self.add(
                    "agreements",
                    kind="service",
                    with_="person",
                    on=on,
                    form="written",
                    until=later(on, 12),
                )
            )

    def consent(self, day: date) -> None:
        """Make sure that employers may hear of the person on *day*."""
        if self.known and not any(
            one["on"] <= day <= one["until"]
            for one in self.files["consents"]
            if one["to"] == "employers"
        ):
            about = ["name", "strengths", "skills", "experience", "constraints"]
            self.add(
                "consents",
                to="employers",
                about=about[: self.rng.randint(2, 5)],
                on=day,
                until=later(day, 12),
            )

    def some_job(self) -> Entry:
        employer, job = self.rng.choice(self.jobs)
        return {"employer": employer, "job": job}

    def apply(self, day: date) -> Entry:
        """Write an application that goes all the way to an answer; the caller words the answer."""
        what = self.some_job()
        decided = self.after(day, 0, 5)
        presented = self.after(decided, 1, 4)
        interview = self.after(presented, 3, 10)
        if self.chance(0.06):
            what = {
                "firm": self.rng.choice(phrases.FIRMS),
                "title": self.rng.choice(phrases.TITLES),
            }
        finder = "person" if not self.known or self.chance(0.2) else "coach"
        one = self.add(
            "applications",
            **what,
            by=finder,
            proposed=day,
            decision="accepted",
            decided=decided,
            presented=presented,
            interview=interview,
        )
        self.consent(decided)
        if self.known and "employer" in one and self.chance(0.5):
            self.add(
                "disclosures",
                on=presented,
                to=what["employer"],
                document="plan",
                about=self.files["consents"][-1]["about"][:2],
            )
        self.meet(self.after(interview, 0, 2), how=self.rng.choice(["phone", "meeting"]))
        return one

    def answer(self, one: Entry, hired: bool) -> date:
        """Close an application and return the day of its answer."""
        one["outcome"] = "hired" if hired else self.rng.choice(["refused", "refused", "withdrawn"])
        one["closed"] = self.after(one["interview"], 2, 12)
        if not hired:
            one["why"] = self.rng.choice(phrases.REFUSED)
        elif self.chance(0.3):
            before = self.rng.randrange(900, 1300, 10)
            one["effects"] = [
                {
                    "what": "Revenu net par mois",
                    "now": f"{before} €",
                    "then": f"{before + self.rng.randrange(100, 500, 10)} €",
                    "by": "cpas",
                    "on": one["decided"],
                }
            ]
        closed: date = one["closed"]
        return closed

    def place(self, day: date, what: Entry, contract: str, **more: Any) -> Entry:
        """Start a placement; one that is limited in time gets its planned end."""
        pick = self.rng.choice
        ends = {
            "fixed-term": later(day, pick([3, 6, 6, 9, 12])),
            "temporary": later(day, 2),
            "subsidised": later(day, 12),
            "internship": day + timedelta(days=18),
            "trial": day + timedelta(days=12),
            "in-company-training": later(day, 3),
        }
        job = self.add(
            "placements",
            **{key: what[key] for key in ("employer", "job", "firm", "title") if key in what},
            contract=contract,
            from_=day,
        )
        if contract in ends:
            job["until"] = ends[contract] - timedelta(days=1)
        if contract == "subsidised":
            job["market"] = "bridge"
        job |= {"hours": pick([19, 19.5, 20, 24, 25, 30.4, 38]), **more}
        if contract in PAID:
            job["pay"] = "at-scale"
            if self.chance(0.3):
                until = max(later(day, 18), self.after(self.today, 30, 400))
                job["aid"] = {"kind": pick(["activa", "sine", "awiph-prime"]), "until": until}
        if self.known and self.chance(0.5):
            job["tutor"] = f"{pick(phrases.MEN)} {pick(phrases.SURNAMES)}"
            job["natural_supports"] = [f"{pick(phrases.WOMEN)}, collègue"]
            job["handover"] = [
                {
                    "what": pick(["La caisse", "Le planning", "L'accueil du matin"]),
                    "to": job["tutor"].split()[0],
                    "on": self.after(day, 20, 60),
                }
            ]
        return job


def intake(life: Life) -> str | None:
    life.enter(life.road.intake)
    if life.process == "frb-2002" and life.chance(0.3):
        life.day = life.after(life.day, 30, 90)
    life.day = life.after(life.day, 7, 40)
    if life.chance(0.07):
        return "close"
    return "prepare" if life.road.prepare else "search"


def prepare(life: Life) -> str | None:
    life.commit()
    life.enter(life.road.prepare)
    life.profiled = True
    if life.process == "emploi-accompagne" and not life.plan:
        life.plan = {"on": life.after(life.day, 2, 12)}
    life.day = life.after(life.day, 18, 60)
    return "close" if life.chance(0.04) else "search"


def why_back(life: Life) -> str:
    """Return why the search begins again; nothing the first time."""
    if life.closed:
        return life.rng.choice(phrases.REOPENED)
    if life.files["stages"] and life.files["stages"][-1]["stage"] == life.road.hire:
        return "Embauche sans suite"
    return life.rng.choice(phrases.BACK) if life.searched else ""


def search(life: Life) -> str | None:
    """Search for work: tries that fail, a stepping stone, then perhaps the right one."""
    life.commit()
    life.profiled = True
    start = life.day
    if not life.plan:
        wait = 0 if life.process == "euse-2005" else 11
        life.plan = {"on": life.after(start, 0, wait)}
    life.enter(life.road.search, why=why_back(life))
    if life.process == "emploi-accompagne" and life.known:
        life.meet(life.after(start, 10, 25), **{"with": life.rng.choice(life.jobs)[0]})
    length = life.rng.randint(25, 150) if life.chance(0.85) else life.rng.randint(200, 480)
    if length > 70 and life.chance(0.4):
        stone = life.place(
            life.after(start, 20, 40),
            life.apply(life.after(start, 10, 11)),
            life.rng.choice(STONES[:2]),
        )
        life.files["applications"].pop()
        stone |= {"ended": stone["until"], "why": "end-of-contract"}
    for wait in range(20, length - 45, life.rng.randint(30, 80)):
        one = life.apply(life.after(start, wait, wait + 9))
        if life.chance(0.2):
            for key in ("presented", "interview"):
                del one[key]
            one |= {"decision": "declined", "why": life.rng.choice(phrases.DECLINED)}
        else:
            life.answer(one, hired=False)
    life.day = life.after(start, length, length + 5)
    life.searched += (life.day - start).days
    if life.chance(0.1) or (life.process == "frb-2002" and life.searched > 690):
        return "close"
    if life.road.prepare and life.chance(0.06):
        return "prepare"
    if life.process == "frb-2002" and life.chance(0.04):
        return "switch"
    life.chosen = life.apply(life.day)
    if life.road.hire and (life.known or life.process != "euse-2005"):
        life.day = life.after(life.chosen["presented"], 0, 2)
        return "hire"
    answered = life.answer(life.chosen, hired=life.chance(0.75))
    life.day = life.after(answered, 1, 10)
    return "work" if life.chosen["outcome"] == "hired" else "prepare_or_close"


def switch(life: Life) -> str | None:
    """Follow another model from here on."""
    life.process = "emploi-accompagne"
    life.enter(
        "project", why="Le rythme d'un modèle plus souple convient mieux", process=life.process
    )
    life.day = life.after(life.day, 15, 50)
    return "search"


def prepare_or_close(life: Life) -> str | None:
    """After a refusal where the model has no hiring stage: back a step, or out."""
    return "prepare" if life.chance(0.85) else "close"


def hire(life: Life) -> str | None:
    one = life.chosen or life.apply(life.day)
    life.consent(life.day)
    life.enter(life.road.hire)
    hired = life.chance(0.72)
    answered = life.answer(one, hired)
    life.day = life.after(answered, 3, 25) if hired else life.after(answered, 0, 2)
    return "work" if hired else "search"


def work(life: Life) -> str | None:
    """Enter the stage of work, and follow the contracts there to their ends."""
    job = life.running
    if job is None:
        weights = (30, 34, 8, 14, 2)
        contract = life.rng.choices(PAID, weights)[0]
        if life.process in ("awiph-2006", "emploi-accompagne") and life.chance(0.25):
            contract = life.rng.choice(STONES)
        what = life.chosen or life.some_job()
        job = life.running = life.place(life.day, what, contract)
    life.enter(life.road.work, why=life.rng.choice(phrases.REOPENED) if life.closed else "")
    agree_on_work(life, job)
    while True:
        early = life.after(max(life.day, job["from"]), 12, 90)
        lost = life.chance(0.2) and early < job.get("until", date.max)
        if not lost and "until" not in job:
            life.day = life.after(life.day, 130, 175)
            return "keep" if life.road.keep and life.chance(0.85) else "close"
        job["ended"] = early if lost else job["until"]
        if job["ended"] > life.today:
            life.day = job["ended"]
            return None
        if lost or life.chance(0.45):
            job["why"] = life.rng.choice(
                ["resigned", "dismissed", "health", "other"] if lost else ["end-of-contract"]
            )
            life.running = None
            life.day = life.after(job["ended"], 0, 4)
            return "search" if life.chance(0.85) else "close"
        renewed = job["contract"] == "fixed-term" and life.chance(0.4)
        job["why"] = "renewed" if renewed else "converted"
        life.day = job["ended"] + timedelta(days=1)
        job = life.running = life.place(life.day, job, "fixed-term" if renewed else "permanent")


def agree_on_work(life: Life, job: Entry) -> None:
    """Write the agreements expected around a job, soon after it begins."""
    employer = job.get("employer") if life.known else None
    on = life.after(life.day, 0, 10)
    if employer and not life.in_force("follow-up", life.today, employer):
        life.add(
            "agreements",
            kind="follow-up",
            with_=employer,
            on=on,
            form=life.rng.choice(["spoken", "written"]),
            review=later(on, 3),
        )
        life.add("reviews", kind="agreement", on=life.after(later(on, 3), 0, 12), by=employer)
    if life.process == "awiph-2006" and not life.in_force("work-plan", life.today):
        party = ["person", employer] if employer else "person"
        life.add("agreements", kind="work-plan", with_=party, on=on, form="written")


def keep(life: Life) -> str | None:
    """Stay in touch with somebody who keeps the job; nothing forces an end."""
    life.enter(life.road.keep)
    life.day = life.after(life.day, 150, 900)
    if life.running and life.chance(0.3) and life.day <= life.today:
        life.running |= {"ended": life.day, "why": life.rng.choice(["resigned", "dismissed"])}
        life.running = None
        return "search"
    return "close"


def close(life: Life) -> str | None:
    """Close the case with a reason and a shared evaluation; some come back later."""
    life.renew_service(life.day)
    why = life.rng.choice(phrases.CLOSE_PLACED if life.running else phrases.CLOSE_UNPLACED)
    if life.process == "emploi-accompagne" or life.chance(0.5):
        gone = not life.running and life.chance(0.3)
        for by in ("coach",) if gone else ("person", "coach"):
            word = life.rng.choice(["moved", "unreachable"]) if gone else "stop"
            life.add("reviews", kind="closing", on=life.day, by=by, decision=word)
    life.enter("closed", why=why)
    if not life.running and life.chance(0.3):
        life.files["stages"][-1]["to"] = life.rng.choice(["cpas", "forem", "Un autre service"])
    for one in life.files["agreements"]:
        if one["with"] == "person" and one.get("until", life.day) >= life.day >= one["on"]:
            one.setdefault("ended", life.day)
    closed_on = life.day
    life.day = life.after(life.day, 60, 500)
    if life.chance(0.75) or life.day > life.today:
        check_in_after_closing(life, closed_on)
        return None
    life.searched = max(life.searched, 1)
    life.commit()
    return "work" if life.running else "search"


def check_in_after_closing(life: Life, closed_on: date) -> None:
    """Ask after six and twelve months in the job how it goes; keep a firm warm year by year."""
    if not life.running:
        return
    for months in (6, 12):
        day = life.after(later(life.running["from"], months), 3, 8)
        if day > closed_on and life.chance(0.9):
            life.meet(day, how="phone")
    if life.process == "rejoins-2006" and life.known and "employer" in life.running:
        for year in range(1, 6):
            life.meet(closed_on + timedelta(days=330 * year), **{"with": life.running["employer"]})


STEPS = {
    one.__name__: one
    for one in (intake, prepare, search, switch, prepare_or_close, hire, work, keep, close)
}


def live(life: Life, already: bool = False) -> None:
    """Tell *life* from its first day to today; *already*: it begins in a job to be kept."""
    step: str | None = "intake"
    if already:
        life.commit()
        what = life.some_job()
        begun = life.day - timedelta(days=life.rng.randint(200, 2500))
        life.running = life.place(begun, what, "permanent", already=True)
        step = "work"
    while step and life.day <= life.today:
        step = STEPS[step](life)
