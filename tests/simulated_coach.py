"""A case load that lives and a coach who does what the list says, played on the records.

Three parts, each told day by day and drawn from one seeded generator:

- `CaseLoad` holds the records of the day and what is due of them;
- `HAPPENINGS`, `settle` and `keep_full` are life: what people do, whatever the list says;
- `ACTIONS` is the coach: for every kind of item what it asks, written into the case.

Nothing here judges the program; `test_simulation.py` does.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from msgspec.structs import replace

from jobcoach.domain.cases import Cases
from jobcoach.domain.due import FollowUp, Found, due_for, follow_ups_due
from jobcoach.domain.durations import Duration, after
from jobcoach.domain.employers import Employer, Job
from jobcoach.domain.fields import EMPLOYERS, PERSON
from jobcoach.domain.known import Known
from jobcoach.domain.needs import missing_expectations, missing_needs
from jobcoach.domain.people import (
    Agreement,
    Aid,
    Application,
    Consent,
    Constraint,
    Contact,
    Extension,
    Goal,
    Obstacle,
    Pace,
    Pause,
    Person,
    Placement,
    Plan,
    Preferences,
    Readiness,
    Relative,
    Review,
    StageEntry,
    Step,
)
from jobcoach.domain.settings import Absence, Coach, Partner, Settings
from jobcoach.store.repository import shipped_models

COACH = "claire"
START = date(2026, 1, 5)
CASE_LOAD = 20
KEPT_CLOSED = 60
"""Days a closed case stays in the folder; with a job longer, for the check-in after a year."""

Key = tuple[str, str | None, str, bool]


class Road(NamedTuple):
    """The stages of one model at each step of a life; None where it has none."""

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


def key_of(found: Found) -> Key:
    """Return what makes an item one item of its case.

    An agreement's review and its end are two items about one entry: two questions, told apart by
    the deadline that only the end has.
    """
    return found.kind, found.with_, found.ref, found.deadline is None


def index_of(found: Found) -> int:
    """Return the place of the entry an item is about."""
    return int(found.ref.split("[", 1)[1].split("]")[0])


class CaseLoad:
    """The records of one service on the day the story has reached, and what is due of them."""

    def __init__(
        self, seed: int, absences: Sequence[Absence] = (), *, by_message: bool = False
    ) -> None:
        self.rng = Random(seed)
        self.by_message = by_message
        self.day = START
        self.settings = Settings(
            coaches=(
                Coach(id=COACH, name="Claire", absences=tuple(absences)),
                Coach(id="karim", name="Karim"),
            ),
            partners=(Partner(id="cpas", name="CPAS"),),
        )
        self.processes = {process.id: process for process in shipped_models()}
        self.people: dict[str, Person] = {}
        self.employers = {f"firm-{n}": self._employer(n) for n in range(8)}
        self.found: dict[str, list[Found]] = {}
        self.admitted = 0

    @staticmethod
    def _employer(n: int) -> Employer:
        opened = START + timedelta(days=15 * n)
        met = START - timedelta(days=20 * n)
        agreed = Agreement(kind="follow-up", on=met, review=opened, until=opened + months(3 * n))
        return Employer(
            id=f"firm-{n}",
            name=f"Firm {n}",
            coach=COACH,
            contact_every=Duration(months=3 + n % 4),
            jobs=(Job(id="work", open=opened),),
            agreements=(agreed,) if n in (1, 2) else (),
            contacts=(Contact(on=met, how="visit"),) if n % 3 else (),
        )

    # Chance

    def chance(self, probability: float) -> bool:
        """Whether something of that *probability* happens."""
        return self.rng.random() < probability

    def ahead(self, least: int, most: int) -> date:
        """Return a working day so many days ahead."""
        day = self.day + timedelta(days=self.rng.randint(least, most))
        return day + timedelta(days=(7 - day.weekday()) if day.weekday() > 4 else 0)

    # Records

    @property
    def cases(self) -> Cases:
        """The records as they stand: made anew, for `Cases` remembers contacts with employers."""
        return Cases(self.settings, self.processes, self.people, self.employers)

    def known(self, pid: str) -> Known:
        """Return a person's case as known on the day."""
        return Known(self.people[pid], self.cases, self.day)

    def record(self, case: str) -> Person | Employer:
        """Return the record of a case's path as it stands now."""
        folder, case_id = case.split("/")
        return self.people[case_id] if folder == "people" else self.employers[case_id]

    def change(self, case: Person | Employer, **fields: Any) -> None:
        """Replace *fields* of a case."""
        records: dict[str, Any] = self.people if isinstance(case, Person) else self.employers
        records[case.id] = replace(records[case.id], **fields)

    def add(self, case: Person | Employer, key: str, *entries: Any) -> None:
        """Append *entries* to a list of a case."""
        written = getattr(self.record(case.case), key) or ()
        self.change(case, **{key: (*written, *entries)})

    def alter(self, case: Person | Employer, key: str, index: int, **fields: Any) -> None:
        """Change one entry of a list of a case."""
        entries = list(getattr(self.record(case.case), key))
        entries[index] = replace(entries[index], **fields)
        self.change(case, **{key: tuple(entries)})

    # What is due

    def look(self) -> None:
        """Work out what everybody has coming, as known this morning."""
        cases = self.cases
        everyone = (*self.people.values(), *self.employers.values())
        self.found = {case.case: list(due_for(case, cases, self.day)) for case in everyone}

    def look_again(self, case: str) -> None:
        """Work out one case anew, after an entry."""
        self.found[case] = list(due_for(self.record(case), self.cases, self.day))

    @property
    def coming(self) -> list[tuple[Person | Employer, list[Found]]]:
        """Every case with what it has coming, as last worked out."""
        return [(self.record(case), found) for case, found in self.found.items()]

    def due(self) -> list[FollowUp]:
        """Return the list of the day, as last worked out."""
        return follow_ups_due(self.coming, self.day)

    def shows(self, item: FollowUp) -> bool:
        """Whether *item* is still on the list."""
        return any(
            found.due <= self.day and key_of(found) == key_of(item.found)
            for found in self.found[item.case.case]
        )

    # Roads

    def model(self, pid: str) -> str:
        """Return the model a case follows."""
        person = self.people[pid]
        switches = [entry.process for entry in person.stages if entry.process]
        return switches[-1] if switches else person.process or ""

    def step(self, pid: str) -> str:
        """Return where on its road a case is: `intake`, `search`… or `closed`."""
        stage, road = self.people[pid].stages[-1].stage, ROADS[self.model(pid)]
        return "closed" if stage == "closed" else Road._fields[road.index(stage)]

    def active(self) -> list[str]:
        """Return the persons whose case is not closed."""
        return [pid for pid in self.people if self.step(pid) != "closed"]


def months(number: int) -> timedelta:
    """Return about so many months."""
    return timedelta(days=30 * number)


# What can be put in place ---------------------------------------------------------------------


def _agree(kind: str, **dates: int) -> Callable[[CaseLoad, Person], None]:
    """Return what makes an agreement with the person, its dates so many days ahead."""

    def agree(load: CaseLoad, person: Person) -> None:
        ahead = {key: load.day + timedelta(days=days) for key, days in dates.items()}
        load.add(person, "agreements", Agreement(kind=kind, with_=(PERSON,), on=load.day, **ahead))

    return agree


def _ready(key: str) -> Callable[[CaseLoad, Person], None]:
    def ready(load: CaseLoad, person: Person) -> None:
        so_far = load.people[person.id].readiness or Readiness()
        load.change(person, readiness=replace(so_far, **{key: load.day}))

    return ready


def _agree_with_employers(load: CaseLoad, person: Person) -> None:
    """A follow-up agreement with every employer of the moment, in the person's file."""
    for _, employer, _ in load.known(person.id).employers:
        review, until = load.day + timedelta(days=60), load.day + timedelta(days=200)
        load.add(
            person,
            "agreements",
            Agreement(kind="follow-up", with_=(employer,), on=load.day, review=review, until=until),
        )


def _profile(load: CaseLoad, person: Person) -> None:
    permit = Constraint(kind="legal", what="Work permit", until=load.ahead(90, 400))
    load.change(
        person,
        wishes=("Working with people",),
        constraints=(permit,) if load.chance(0.3) else (),
    )
    if not load.people[person.id].consents:
        _consent(load, person)


def _goals(load: CaseLoad) -> tuple[Goal, ...]:
    steps = tuple(
        Step(do="Call", who=load.rng.choice((PERSON, "coach", "mother")), by=load.ahead(5, 45))
        for _ in range(2)
    )
    return (Goal(goal="A job in a shop", steps=steps),)


def _plan(load: CaseLoad, person: Person) -> None:
    review = load.ahead(80, 100) if load.chance(0.7) else None
    signed = {PERSON: load.day, "coach": load.day}
    plan = Plan(on=load.day, signed=signed, review=review, copies=(PERSON,), goals=_goals(load))
    load.change(person, plan=plan)


def _consent(load: CaseLoad, person: Person) -> None:
    until = load.ahead(150, 365)
    given = Consent(to=EMPLOYERS, about=("name", "skills"), on=load.day, until=until)
    load.add(person, "consents", given)


def _evaluate_together(load: CaseLoad, person: Person) -> None:
    reviews = (Review(kind="closing", on=load.day, by=who) for who in (PERSON, COACH))
    load.add(person, "reviews", *reviews)


PUT_IN_PLACE: dict[str, Callable[[CaseLoad, Person], None]] = {
    "participation": _agree("participation"),
    "trust-contract": _agree("trust-contract", review=90, until=365),
    "service": _agree("service", review=90, until=180),
    # Reviewed just before it ends, as services do: both lines show at once.
    "service-dated": _agree("service", review=170, until=180),
    "work-plan": _agree("work-plan", until=180),
    "employer-agreement": _agree_with_employers,
    "profile": _profile,
    "plan": _plan,
    "signed-plan": _plan,
    "available": _ready("available"),
    "motivated": _ready("motivated"),
    "trained": _ready("trained"),
    "presentation-consent": _consent,
    "shared-evaluation": _evaluate_together,
}
"""What the coach can bring about for a stage; the rest (a job, a hiring) only life can."""


def move(load: CaseLoad, pid: str, stage: str, **entry: Any) -> bool:
    """Enter *stage* where the model and its needs allow it; return whether they do."""
    person = load.people[pid]
    entry = StageEntry(stage=stage, on=load.day, **entry)
    before = load.known(pid).stage
    if entry.process is None and before is not None and stage not in before.next:
        return False
    for last_try in (False, True):
        candidate = replace(load.people[pid], stages=(*person.stages, entry))
        known = Known(candidate, load.cases, load.day)
        leaving_final = before is not None and before.final is True
        missing = missing_needs(known, known.steps[-1], "on-the-day", leaving_final)
        if not missing:
            load.change(person, stages=candidate.stages)
            return True
        if last_try or not set(missing) <= PUT_IN_PLACE.keys():
            return False
        for need in missing:
            PUT_IN_PLACE[need](load, person)
    return False


# Life -----------------------------------------------------------------------------------------


def admit(load: CaseLoad) -> str:
    """Take somebody in; one in seven late, with a job that is at risk."""
    load.admitted += 1
    number, model = load.admitted, list(ROADS)[load.admitted % len(ROADS)]
    pid = f"p-{number:03}"
    prefers = Preferences(how="message") if load.by_message and number % 4 == 0 else None
    late = number % 7 == 0
    job = Placement(
        employer=f"firm-{number % 8}",
        job="work",
        contract="permanent",
        from_=load.day,
        already=True,
    )
    load.people[pid] = Person(
        id=pid,
        name=f"Person {number}",
        coach=COACH,
        process=model,
        prefers=prefers,
        employer_may_know=False if number % 9 == 0 else None,
        after_closing=False if number % 8 == 0 else None,
        circle=(Relative(id="mother", name="Mother"),),
        placements=(job,) if late else (),
    )
    road = ROADS[model]
    assert move(load, pid, road.work if late else road.intake)
    return pid


def populate(load: CaseLoad) -> None:
    """Begin with people who came over the weeks before, one of them nearly two years ago."""
    for _ in range(CASE_LOAD):
        load.day = START - timedelta(days=load.rng.randint(10, 80))
        _begin(load, admit(load))
    load.day = START - timedelta(days=660)
    veteran = next(pid for pid in load.people if load.model(pid) == "frb-2002")
    load.change(load.people[veteran], stages=(), placements=())
    assert move(load, veteran, "reserve")
    _begin(load, veteran)
    load.day = START


def _begin(load: CaseLoad, pid: str) -> None:
    moves_on(load, pid)
    day = START - timedelta(days=load.rng.randint(1, 7))
    load.add(load.people[pid], "contacts", Contact(on=day, how="meeting"))


def keep_full(load: CaseLoad) -> None:
    """Take somebody new in for each case that closed, and forget those closed long ago."""
    for pid, person in list(load.people.items()):
        if load.step(pid) == "closed":
            kept = KEPT_CLOSED + (365 if load.known(pid).under_way else 0)
            if (load.day - person.stages[-1].on).days > kept:
                del load.people[pid]
    if len(load.active()) < CASE_LOAD:
        admit(load)


def moves_on(load: CaseLoad, pid: str) -> None:
    """Go one step further on the road, as far as the coach and the person can bring it about."""
    road, step = ROADS[load.model(pid)], load.step(pid)
    if step == "intake":
        move(load, pid, road.prepare or road.search)
    elif step == "prepare":
        move(load, pid, road.search)
    elif step == "work" and road.keep and load.chance(0.7):
        move(load, pid, road.keep)
    elif step in ("work", "keep"):
        close(load, pid)


def close(load: CaseLoad, pid: str) -> None:
    """Close the case, and what was still open with employers."""
    person = load.people[pid]
    for index, application in enumerate(person.applications):
        if application.outcome is None:
            load.alter(person, "applications", index, outcome="withdrawn", closed=load.day)
    assert move(load, pid, "closed", why="As agreed together")


def gives_up(load: CaseLoad, pid: str) -> None:
    """Leave coaching before a job."""
    close(load, pid)


def comes_back(load: CaseLoad, pid: str) -> None:
    """Return to the search, now and then after another model.

    No line asks about a contract that runs out once the case is closed: its end is written down now.
    """
    for index, job in load.known(pid).under_way:
        if job.until is not None and job.until < load.day and job.ended is None:
            load.alter(load.people[pid], "placements", index, ended=job.until)
    model = load.model(pid)
    other = list(ROADS)[(list(ROADS).index(model) + 1) % len(ROADS)]
    if load.chance(0.3):
        move(load, pid, ROADS[other].search, why="Asked to come back", process=other)
    else:
        move(load, pid, ROADS[model].search, why="Asked to come back")


def is_proposed_a_job(load: CaseLoad, pid: str) -> None:
    person = load.people[pid]
    if any(application.outcome is None for application in person.applications):
        return
    if load.known(pid).under_way:
        return
    employer = load.rng.choice(list(load.employers))
    proposal = Application(employer=employer, job="work", by="coach", proposed=load.day)
    load.add(person, "applications", proposal)


def finds_a_job_alone(load: CaseLoad, pid: str) -> None:
    """A firm without a file takes the person on; it need not know that there is a coach."""
    person = load.people[pid]
    if load.known(pid).under_way or any(a.outcome is None for a in person.applications):
        return
    found = Application(
        firm="Some shop",
        by="person",
        proposed=load.day,
        decision="accepted",
        decided=load.day,
        presented=load.day,
        employer_may_know=False,
    )
    load.add(person, "applications", found)
    _go_to_hire(load, pid)
    _hired(load, pid, len(person.applications))


def loses_the_job(load: CaseLoad, pid: str) -> None:
    """Lose the job that runs, unless the next one is already settled."""
    person = load.people[pid]
    if any(placement.from_ > load.day for placement in person.placements):
        return
    for index, placement in load.known(pid).under_way:
        if placement.ended is None:
            why = load.rng.choice(("dismissed", "resigned", "health"))
            load.alter(person, "placements", index, ended=load.day, why=why)


def asks_for_quiet(load: CaseLoad, pid: str) -> None:
    if not load.known(pid).in_pause(load.day):
        until = load.ahead(7, 40) if load.chance(0.7) else None
        load.add(load.people[pid], "pauses", Pause(from_=load.day, until=until))


def has_a_crisis(load: CaseLoad, pid: str) -> None:
    """Contacts every three days for a month: with the person, at work with the employer too."""
    employers = [employer for _, employer, _ in load.known(pid).employers]
    pace = Pace(
        with_=(PERSON, *employers),
        every=Duration(days=3),
        from_=load.day,
        until=load.ahead(14, 40),
        why="Crisis",
    )
    load.add(load.people[pid], "pace", pace)


def meets_an_obstacle(load: CaseLoad, pid: str) -> None:
    helper = load.rng.choice((None, "cpas", "mother"))
    obstacle = Obstacle(what="Childcare", helper=helper, since=load.day, check=load.ahead(7, 21))
    load.add(load.people[pid], "obstacles", obstacle)


def complains(load: CaseLoad, pid: str) -> None:
    load.add(load.people[pid], "reviews", Review(kind="complaint", on=load.day, by=PERSON))


def family_calls(load: CaseLoad, pid: str) -> None:
    """The mother calls, with or without the person, and is promised a call."""
    with_ = ("mother", PERSON) if load.chance(0.3) else ("mother",)
    call = Contact(on=load.day, with_=with_, how="phone", next=load.ahead(7, 40))
    load.add(load.people[pid], "contacts", call)


def gets_a_letter(load: CaseLoad, pid: str) -> None:
    load.add(load.people[pid], "contacts", Contact(on=load.day, how="letter"))


HAPPENINGS: dict[Callable[[CaseLoad, str], None], tuple[float, tuple[str, ...]]] = {
    moves_on: (1 / 30, ("intake", "prepare")),
    is_proposed_a_job: (1 / 20, ("search", "hire")),
    finds_a_job_alone: (1 / 150, ("search",)),
    loses_the_job: (1 / 250, ("work", "keep", "hire")),
    asks_for_quiet: (1 / 150, ()),
    has_a_crisis: (1 / 150, ()),
    meets_an_obstacle: (1 / 90, ()),
    complains: (1 / 250, ()),
    family_calls: (1 / 120, ()),
    gets_a_letter: (1 / 100, ()),
    gives_up: (1 / 400, ("intake", "search")),
}
"""What happens, how likely on a working day, and in which steps of a road (empty: in any)."""


def live(load: CaseLoad) -> None:
    """Let one day happen to everybody."""
    for pid in list(load.people):
        step = load.step(pid)
        if step == "closed":
            if load.chance(1 / 600):
                comes_back(load, pid)
            continue
        if step in ("work", "keep") and load.chance(1 / 130):
            moves_on(load, pid)
            continue
        for happens, (probability, steps) in HAPPENINGS.items():
            if load.chance(probability) and (not steps or load.step(pid) in steps):
                happens(load, pid)
    keep_full(load)


def settle(load: CaseLoad) -> None:
    """Write down the moves that have already happened: a job begun, a job over, a refusal."""
    for pid in load.active():
        known, road, step = load.known(pid), ROADS[load.model(pid)], load.step(pid)
        jobs = bool(known.under_way)
        if jobs and step in ("search", "hire"):
            move(load, pid, road.work)
        elif (not jobs and step in ("work", "keep")) or (
            step == "hire" and not jobs and not _still_hoping(known)
        ):
            move(load, pid, road.search)


def _still_hoping(known: Known) -> bool:
    open_ = any(application.outcome is None for application in known.person.applications)
    return open_ or any(placement.from_ > known.day for placement in known.person.placements)


# The coach ------------------------------------------------------------------------------------

Action = Callable[[CaseLoad, FollowUp], bool]
"""Does what an item asks; returns False where the item must wait for somebody or for a day."""


def meet(load: CaseLoad, item: FollowUp) -> bool:
    """A contact with whom the item names; a message that nobody has answered yet is none."""
    case, party = item.case, item.found.with_ or PERSON
    if isinstance(case, Person) and party == PERSON:
        return _reach_person(load, case)
    how = load.rng.choice(("visit", "phone", "video"))
    load.add(case, "contacts", Contact(on=load.day, with_=(party,), how=how, next=_promise(load)))
    return True


def _promise(load: CaseLoad) -> date | None:
    return load.ahead(3, 25) if load.chance(0.1) else None


def _reach_person(load: CaseLoad, person: Person) -> bool:
    """Meet, or write and see the next day: half of the silent have answered, the others are called."""
    waiting = unanswered(load, person.id)
    if waiting is not None:
        if load.people[person.id].contacts[waiting].on == load.day:
            return False
        if load.chance(0.5):
            load.alter(person, "contacts", waiting, answered=True)
            return True
    elif load.by_message and load.chance(0.7):
        answered = True if load.chance(0.7) else None
        load.add(person, "contacts", Contact(on=load.day, how="message", answered=answered))
        return answered is True or person.prefers is not None
    how = load.rng.choice(("visit", "meeting", "phone", "video"))
    load.add(person, "contacts", Contact(on=load.day, how=how, next=_promise(load)))
    return True


def unanswered(load: CaseLoad, pid: str) -> int | None:
    """Return the place of the last contact with the person, where it is a message not answered yet.

    Nobody waits longer than a day; toward somebody who prefers messages there is nothing to wait for.
    """
    person = load.people[pid]
    for index, contact in reversed(list(enumerate(person.contacts))):
        if PERSON in contact.parties() and contact.how != "letter":
            waits = contact.how == "message" and not contact.answered and person.prefers is None
            return index if waits and (load.day - contact.on).days <= 1 else None
    return None


def meet_or_postpone(load: CaseLoad, item: FollowUp) -> bool:
    """A contact by rhythm; now and then nobody is there, and another day is promised."""
    if load.chance(0.06):
        party = (item.found.with_ or PERSON,)
        missed = Contact(on=load.day, with_=party, held=False, next=load.ahead(1, 5))
        load.add(item.case, "contacts", missed)
        return True
    return meet(load, item)


def decide(load: CaseLoad, item: FollowUp) -> bool:
    """Accepted: presented at once, mostly with an interview; or declined."""
    index, person = index_of(item.found), item.case
    if load.chance(0.25):
        load.alter(
            person,
            "applications",
            index,
            decision="declined",
            decided=load.day,
            outcome="withdrawn",
            closed=load.day,
        )
        return True
    interview = load.ahead(3, 12) if load.chance(0.8) else None
    load.alter(
        person,
        "applications",
        index,
        decision="accepted",
        decided=load.day,
        presented=load.day,
        interview=interview,
    )
    _go_to_hire(load, person.id)
    return True


def _go_to_hire(load: CaseLoad, pid: str) -> None:
    hire = ROADS[load.model(pid)].hire
    if hire and load.step(pid) == "search":
        move(load, pid, hire)


def hear_the_answer(load: CaseLoad, item: FollowUp) -> bool:
    index = index_of(item.found)
    if load.chance(0.5):
        _hired(load, item.case.id, index)
    else:
        load.alter(item.case, "applications", index, outcome="refused", closed=load.day)
    return True


def _hired(load: CaseLoad, pid: str, index: int) -> None:
    """Take the job: its contract begins some days later and often has an end, or an aid."""
    person = load.people[pid]
    load.alter(person, "applications", index, outcome="hired", closed=load.day)
    application = load.people[pid].applications[index]
    contract = load.rng.choice(
        ("fixed-term", "fixed-term", "permanent", "subsidised", "temporary", "internship")
    )
    lengths = {
        "fixed-term": (80, 200),
        "subsidised": (200, 400),
        "temporary": (30, 60),
        "internship": (15, 30),
    }
    until = load.ahead(*lengths[contract]) if contract in lengths else None
    aid = Aid(kind="activa", until=load.ahead(100, 300)) if contract == "subsidised" else None
    job = Placement(
        employer=application.employer,
        firm=application.firm,
        job=application.job,
        employer_may_know=application.employer_may_know,
        contract=contract,
        from_=load.ahead(2, 9),
        until=until,
        aid=aid,
    )
    load.add(person, "placements", job)


def review_plan(load: CaseLoad, item: FollowUp) -> bool:
    """Look at the plan together: new goals, mostly a day for the next review."""
    load.add(item.case, "reviews", Review(kind="plan", on=load.day, by=PERSON))
    plan = load.people[item.case.id].plan
    if plan is not None:
        review = load.ahead(80, 100) if load.chance(0.7) else None
        load.change(item.case, plan=replace(plan, review=review, goals=_goals(load)))
    return True


def do_step(load: CaseLoad, item: FollowUp) -> bool:
    goal, step = (int(part.split("]")[0]) for part in item.found.ref.split("[")[1:])
    plan = load.people[item.case.id].plan
    assert plan is not None
    goals, steps = list(plan.goals), list(plan.goals[goal].steps)
    steps[step] = replace(steps[step], done=load.day)
    goals[goal] = replace(goals[goal], steps=tuple(steps))
    load.change(item.case, plan=replace(plan, goals=tuple(goals)))
    return True


def solve(load: CaseLoad, item: FollowUp) -> bool:
    index = index_of(item.found)
    if load.chance(0.5):
        load.alter(item.case, "obstacles", index, solved=load.day)
    else:
        load.alter(item.case, "obstacles", index, check=load.ahead(7, 21))
    return True


def put_in_place(load: CaseLoad, item: FollowUp) -> bool:
    """Bring about what the stage expects.

    Where it expects an agreement about a job that is over, only a move can answer.
    """
    if not load.known(item.case.id).under_way:
        settle(load)
    for need in missing_expectations(load.known(item.case.id)):
        PUT_IN_PLACE[need](load, load.people[item.case.id])
    return True


def renew_or_review(load: CaseLoad, item: FollowUp) -> bool:
    """An agreement that ends is made anew, or ended; one to review is reviewed."""
    index = index_of(item.found)
    agreed = item.case.agreements[index]
    if item.found.deadline is None:
        load.add(item.case, "reviews", Review(kind="agreement", on=load.day))
        load.alter(item.case, "agreements", index, review=load.ahead(80, 100))
    elif agreed.kind == "follow-up" and load.chance(0.2):
        load.alter(item.case, "agreements", index, ended=load.day)
    else:
        anew = replace(agreed, on=load.day, review=load.ahead(80, 100), until=load.ahead(150, 200))
        load.add(item.case, "agreements", anew)
    return True


def ask_consent(load: CaseLoad, item: FollowUp) -> bool:
    if load.chance(0.2):
        load.alter(item.case, "consents", index_of(item.found), withdrawn=load.day)
    else:
        _consent(load, item.case)
    return True


def renew_constraint(load: CaseLoad, item: FollowUp) -> bool:
    if load.chance(0.5):
        load.alter(item.case, "constraints", index_of(item.found), until=load.ahead(300, 400))
    else:
        load.change(item.case, constraints=())
    return True


def settle_aid(load: CaseLoad, item: FollowUp) -> bool:
    """An aid goes on or is over; one that is over must leave the file, for nothing else ends it."""
    aid = Aid(kind="activa", until=load.ahead(150, 200)) if load.chance(0.5) else None
    load.alter(item.case, "placements", index_of(item.found), aid=aid)
    return True


def prepare_next_contract(load: CaseLoad, item: FollowUp) -> bool:
    """Talk with the other side in good time; in the last week write down what comes next."""
    index = index_of(item.found)
    job = load.people[item.case.id].placements[index]
    assert job.until is not None
    if load.day < job.until - timedelta(days=7):
        return meet(load, item)
    why = load.rng.choice(("end-of-contract", "renewed", "converted"))
    load.alter(item.case, "placements", index, ended=job.until, why=why)
    if why != "end-of-contract":
        contract, length = ("permanent", None) if why == "converted" else (job.contract, months(4))
        following = replace(
            job,
            contract=contract,
            from_=job.until + timedelta(days=1),
            until=load.day + length if length else None,
            aid=None,
            already=None,
        )
        load.add(item.case, "placements", following)
    return True


def face_the_limit(load: CaseLoad, item: FollowUp) -> bool:
    """Review the plan ahead of a limit; past it close, extend, or review once more."""
    pid, choice = item.case.id, load.rng.random()
    assert item.found.deadline is not None
    if load.day <= item.found.deadline or choice < 0.3:
        return review_plan(load, item)
    if choice < 0.6:
        stage = load.people[pid].stages[-1].stage
        extension = Extension(stage=stage, until=load.day + months(6), why="Not there yet")
        load.add(item.case, "extensions", extension)
    else:
        close(load, pid)
    return True


def first_meet_an_employer(load: CaseLoad, item: FollowUp) -> bool:
    """A first visit for the person, with an employer of the service."""
    employer = load.rng.choice(list(load.employers))
    load.add(item.case, "contacts", Contact(on=load.day, with_=(employer,), how="visit"))
    return True


def answer_complaint(load: CaseLoad, item: FollowUp) -> bool:
    load.alter(item.case, "reviews", index_of(item.found), answered=load.day)
    return True


def prepare_interview(load: CaseLoad, item: FollowUp) -> bool:
    """Prepared or not, the line stands until the interview has passed (format.md)."""
    return False


ACTIONS: dict[str, Action] = {
    "promised": meet_or_postpone,
    "contact": meet_or_postpone,
    "employer-contact": meet_or_postpone,
    "no-news": meet_or_postpone,
    "keep-warm": meet,
    "first-employer": first_meet_an_employer,
    "decision": decide,
    "interview": prepare_interview,
    "debrief": meet,
    "answer": hear_the_answer,
    "plan-review": review_plan,
    "step": do_step,
    "obstacle": solve,
    "expected": put_in_place,
    "agreement": renew_or_review,
    "consent": ask_consent,
    "constraint-end": renew_constraint,
    "contract-end": prepare_next_contract,
    "aid-end": settle_aid,
    "limit": face_the_limit,
    "pause-end": meet,
    "check-in": meet,
    "complaint": answer_complaint,
}


def working_days(first: date, days: int) -> Iterator[date]:
    """Yield Mondays to Fridays among so many *days* from *first*."""
    for offset in range(days):
        day = first + timedelta(days=offset)
        if day.weekday() < 5:
            yield day


def two_years() -> int:
    """Return the days of the simulation: 24 months."""
    return (after(START, Duration(months=24)) - START).days
