"""Fill in a life that has been told: the journal at its rhythm, the plan, reviews, obstacles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import phrases
from lives import RHYTHMS, Entry, Life, later, workday

DAY = timedelta(days=1)
WAYS: list[Entry] = [
    {"how": "visit"},
    {"how": "meeting"},
    {"how": "meeting"},
    {"how": "phone"},
    {"how": "phone"},
    {"how": "video"},
    {"how": "message", "answered": True},
]
DATED = {
    "agreements": "on",
    "consents": "on",
    "reviews": "on",
    "disclosures": "on",
    "contacts": "on",
    "placements": "from",
    "applications": "proposed",
}


def finish(life: Life) -> None:
    """Cut the life off at today and write everything that happens beside its stages."""
    life.renew_service(life.today - timedelta(days=life.rng.choice([0, 0, 0, 0, 20])))
    if life.plan.get("on", date.max) > life.today:
        life.plan = {}
    if life.plan:
        write_plan(life)
    write_obstacles(life)
    write_reviews(life)
    if life.chance(0.2):
        slow_down(life)
    cut_off(life)
    extend(life)
    write_journal(life)
    for kind, key in DATED.items():
        life.files[kind].sort(key=lambda one, key=key: one[key])  # type: ignore[misc]


def last_day(life: Life) -> date:
    """Return the day of closing, or today where the case is open."""
    end: date = life.files["stages"][-1]["on"] if life.closed else life.today
    return end


def cut_off(life: Life) -> None:
    """Remove what has not happened yet; an interview or a planned end may lie ahead."""
    today = life.today
    for kind, key in DATED.items():
        life.files[kind] = [one for one in life.files[kind] if one[key] <= today]
    for one in life.files["applications"]:
        order = ("decided", "presented", "closed")
        ahead = next((key for key in order if one.get(key, today) > today), None)
        for key in {
            "decided": ("decision", "decided", "presented", "interview"),
            "presented": ("presented", "interview"),
        }.get(ahead or "", ()):
            one.pop(key, None)
        for key in ("closed", "outcome", "why", "effects") if ahead else ():
            one.pop(key, None)
    for job in life.files["placements"]:
        for key in ("ended", "why") if job.get("ended", today) > today else ():
            job.pop(key, None)
        end = min(today, job.get("ended", today))
        if "handover" in job and job["handover"][0]["on"] > end:
            del job["handover"]


def write_plan(life: Life) -> None:
    rng, on, end = life.rng, life.plan["on"], last_day(life)
    if life.process == "euse-2005" or life.chance(0.8):
        life.plan["signed"] = {"person": on, "coach": on}
    life.plan["review"] = later(on, 3)
    life.plan["copies"] = ["person", "cpas"] if life.chance(0.3) else ["person"]
    life.plan["goals"] = []
    for number, (goal, words) in enumerate(rng.sample(phrases.GOALS, rng.choice([1, 1, 2, 2, 3]))):
        one: Entry = {"id": f"but-{number + 1}"} if life.chance(0.2) else {}
        one |= {"goal": goal, "words": words} if life.chance(0.7) else {"goal": goal}
        if life.chance(0.5):
            one["support"] = rng.sample(phrases.SUPPORT, rng.randint(1, 2))
            one["measure"] = rng.choice(phrases.MEASURES)
        one["steps"] = list(steps(life, on, end, rng.randint(2, 5)))
        life.plan["goals"].append(one)
    if life.chance(0.4):
        life.plan["signs"] = rng.sample(phrases.SIGNS, rng.randint(1, 2))
    if life.chance(0.4):
        what, agreed = rng.choice(phrases.RISKS)
        life.plan["risks"] = [{"what": what, "agreed": agreed, "call": life.coach}]
    review = life.after(life.plan["review"], 0, 4)
    while review <= end - timedelta(days=rng.choice([0, 0, 25])):
        life.add(
            "reviews",
            kind="plan",
            on=review,
            by=rng.choice(["person", "coach"]),
            note=rng.choice(phrases.NOTES),
        )
        review = life.after(review, 140, 180)


def steps(life: Life, on: date, end: date, count: int) -> Iterator[Entry]:
    """Yield steps spread over the plan's life; nearly all of those owed by now are done."""
    rng = life.rng
    span = max((end - on).days + 30, 30)
    for what in rng.sample(phrases.STEPS, count):
        by = workday(on + timedelta(days=rng.randint(5, span)))
        who = rng.choice(["person", "person", "coach", "cpas"])
        step: Entry = {"do": what, "who": who, "by": by}
        fresh = (end - by).days < 15
        if by <= end and not (fresh and life.chance(0.6)):
            step["done"] = min(end, max(on, by - timedelta(days=rng.randint(-2, 6))))
        yield step


def write_obstacles(life: Life) -> None:
    first, end = life.files["stages"][0]["on"], last_day(life)
    for what in life.rng.sample(phrases.OBSTACLES, life.rng.choice([0, 1, 1, 2, 3])):
        since = first + timedelta(days=life.rng.randint(0, (end - first).days))
        check = life.after(since, 14, 40)
        one = life.add(
            "obstacles",
            what=what,
            helper=life.rng.choice(["cpas", "mediation-dettes", "Assistante sociale"]),
            since=since,
            check=check,
        )
        if check <= end - timedelta(days=10) and life.chance(0.85):
            one["solved"] = check + timedelta(days=life.rng.randint(-3, 3))
        elif check <= end:
            one["check"] = life.after(end, -9, 20)


def write_reviews(life: Life) -> None:
    rng, first, end = life.rng, life.files["stages"][0]["on"], last_day(life)
    day = life.after(first, 20, 200)
    if life.chance(0.3) and day < end:
        review = life.add(
            "reviews",
            kind="satisfaction",
            on=day,
            by="person",
            note=rng.choice(["Se sent écoutée.", "Voudrait plus d'offres."]),
        )
        if life.chance(0.3):
            review["score"] = rng.randint(3, 5)
    if life.chance(0.02) and day < end:
        life.add(
            "reviews",
            kind="complaint",
            on=day,
            by="person",
            answered=min(end, day + 5 * DAY),
            note="Deux rendez-vous déplacés sans explication.",
        )


def slow_down(life: Life) -> None:
    """Write a pause or the person's own pace, somewhere in the last year of an open case."""
    rng, first, end = life.rng, life.files["stages"][0]["on"], last_day(life)
    end -= DAY if life.closed else timedelta()
    begin = end - timedelta(days=rng.randint(0, max(0, min(360, (end - first).days))))
    if life.chance(0.4):
        until = begin + timedelta(days=rng.randint(7, 21))
        until = min(until, end) if life.closed else until
        life.add("pauses", from_=begin, until=until, why="Besoin de calme")
        if not life.closed:
            life.meet(life.after(until, 1, 3), how="phone")
    else:
        until = begin + timedelta(days=rng.randint(25, 80))
        life.add(
            "pace",
            with_="person",
            every=rng.choice(["3d", "10d", "2w", "3w"]),
            from_=begin,
            until=min(until, end) if life.closed else until,
            why=rng.choice(phrases.SIGNS),
        )


def extend(life: Life) -> None:
    """Extend the 24 months of `pre-hire` where they are nearly used up."""
    entries = [one for one in life.files["stages"] if one["stage"] == "pre-hire"]
    if (
        entries
        and life.files["stages"][-1] is entries[-1]
        and (life.today - entries[0]["on"]).days > 650
        and life.process == "frb-2002"
    ):
        life.add(
            "extensions",
            stage="pre-hire",
            until=life.after(life.today, 90, 300),
            why="Longue maladie",
        )


def periods(life: Life) -> Iterator[tuple[str, date, date]]:
    """Yield each stage with its first day and the day after its last."""
    entries = life.files["stages"]
    for one, following in zip(entries, [*entries[1:], {"on": life.today + DAY}], strict=True):
        yield one["stage"], one["on"], following["on"]


def every(life: Life, stage: str, start: date, day: date) -> int:
    """Return after how many days a contact is owed to the person, counted from *day*."""
    for pace in life.files["pace"]:
        if pace["from"] <= day <= pace["until"]:
            return int(pace["every"][:-1]) * (7 if pace["every"].endswith("w") else 1)
    if life.process == "emploi-accompagne":
        return 25
    return next(
        days for until, days in RHYTHMS.get(stage, [(9999, 7)]) if (day - start).days < until
    )


def write_journal(life: Life) -> None:
    """Write the contacts between those the story asked for, then what surrounds them."""
    asked = {one["on"]: one for one in life.files["contacts"] if one["with"] == "person"}
    others = [one for one in life.files["contacts"] if one["with"] != "person"]
    for stage, start, end in periods(life):
        if end > life.today and life.chance(0.85):  # the last days are often behindhand
            end -= DAY * life.rng.randint(1, 17)
        if stage != "closed":
            asked |= {
                day: {"on": day, "with": "person", **life.rng.choice(WAYS)}
                for day in rhythm(life, stage, start, end, set(asked))
            }
    journal = [asked[day] for day in sorted(asked)]
    others += with_employers(life, journal)
    life.files["contacts"] = []
    for one in sorted([*journal, *others], key=lambda one: one["on"]):
        life.files["contacts"] += around(life, one)
    counted = [
        one
        for one in life.files["contacts"]
        if "person" in one["with"] and one.get("how", "letter") != "letter"
    ]
    promise(life, counted)
    write_first_note(life, counted[0])


def rhythm(life: Life, stage: str, start: date, end: date, asked: set[date]) -> Iterator[date]:
    """Yield days of contact within a stage, mostly in time, now and then some days late."""
    last = start
    while True:
        owed = every(life, stage, start, last)
        gap = owed - life.rng.choice([0, 0, 0, 1, 1, 2]) * (1 + owed // 14)
        gap += life.rng.randint(1, 2 + owed // 3) if life.chance(0.25) else 0
        day = last + timedelta(days=max(gap, 2))
        day -= timedelta(days=max(0, day.weekday() - 4)) if gap > 4 else timedelta()
        day = next(
            (
                one["until"] + DAY
                for one in life.files["pauses"]
                if one["from"] <= day <= one["until"]
            ),
            day,
        )
        known = min((one for one in asked if last < one <= day), default=None)
        day = known or day
        if day >= end:
            return
        if not known:
            yield day
        last = day


def with_employers(life: Life, journal: list[Entry]) -> Iterator[Entry]:
    """Let employers take part in contacts at work, or yield contacts with them beside."""
    working = [
        (start, end, stage)
        for stage, start, end in periods(life)
        if stage in (life.road.work, life.road.keep, "follow-up")
    ]
    last = date.min
    for one in journal if life.known else ():
        day = one["on"]
        stage = next(((start, name) for start, end, name in working if start <= day < end), None)
        job = next(
            (
                job
                for job in life.files["placements"]
                if "employer" in job and job["from"] <= day <= job.get("ended", day)
            ),
            None,
        )
        if not stage or not job:
            continue
        wait = 40 if life.process == "emploi-accompagne" else every(life, stage[1], stage[0], day)
        if (day - last).days < wait // 2 or life.chance(0.08):
            continue
        last = day
        if life.chance(0.5):
            one |= {"with": ["person", job["employer"]], "how": "visit"}
            one.pop("answered", None)
        else:
            yield {"on": day, "with": job["employer"], "how": life.rng.choice(["phone", "visit"])}


def around(life: Life, one: Entry) -> Iterator[Entry]:
    """Yield a contact with its note, and before it the attempt that failed, if there was one."""
    rng = life.rng
    by = {"by": life.coach}
    if one["with"] == "person" and life.chance(0.06):
        yield {
            "on": one["on"] - DAY,
            "with": "person",
            **by,
            "held": False,
            "note": rng.choice(phrases.MISSED),
        }
    elif life.chance(0.03):
        yield {
            "on": one["on"],
            "with": one["with"],
            "how": "letter",
            **by,
            "note": "Courrier de confirmation.",
        }
    working = any(
        job["from"] <= one["on"] <= job.get("ended", one["on"]) for job in life.files["placements"]
    )
    notes = phrases.NOTES + (phrases.WORK_NOTES if working else phrases.SEARCH_NOTES)
    if "person" not in one["with"]:
        notes = phrases.PROSPECT_NOTES if not working else phrases.EMPLOYER_NOTES
    note = " ".join(rng.sample(notes, rng.choice([1, 1, 1, 2])))
    if "person" in one["with"] and life.chance(0.12):
        note = f"{note}\n{rng.choice(phrases.LONG_NOTES)}"
    yield one | by | {"note": note}


def promise(life: Life, counted: list[Entry]) -> None:
    """Give some contacts the day of the next one, as it then came about or nearly so."""
    for one, following in pairwise(counted):
        wait = (following["on"] - one["on"]).days
        if one["with"] == "person" and 0 < wait < 100 and life.chance(0.3):
            one["next"] = following["on"] + DAY * life.rng.choice([0, 0, 0, 1])
    if not life.closed and counted[-1]["with"] == "person" and life.chance(0.5):
        stage, start, _ = list(periods(life))[-1]
        counted[-1]["next"] = workday(
            counted[-1]["on"] + DAY * every(life, stage, start, counted[-1]["on"])
        )


def write_first_note(life: Life, first: Entry) -> None:
    """Tell the first meeting at length, as coaches do."""
    told = life.rng.sample(phrases.FIRST_NOTES, life.rng.randint(9, 10))
    first["note"] = "\n".join([*told, *life.rng.sample(phrases.LONG_NOTES[:2], 2)])
