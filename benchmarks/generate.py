"""Write a case repository of any size, invented but lifelike, to measure and to try things on.

    python benchmarks/generate.py DIR --people 1000 --employers 150 --seed 1 [--git]

The same arguments give the same bytes. Every file keeps to the public format: stages are reached
by allowed moves with their needs met, and nothing is dated after `--today`. Handwriting varies
from file to file: flow and block style, quotes, comments, a few Windows line ends.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import textwrap
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))  # found when imported from elsewhere too

import phrases
from journal import finish
from lives import Entry, Life, later, live

TODAY = date(2026, 3, 9)
LARGEST = 25_500  # bytes of a person's file
PLAIN = re.compile(r"[A-Za-zÀ-ÿ][\w './()+-]*(?<! )|[1-9][0-9]?[dwmy]")
SHARES = {
    "frb-2002": 40,
    "rejoins-2006": 15,
    "awiph-2006": 15,
    "euse-2005": 15,
    "emploi-accompagne": 15,
}
DAYS = ["mon", "tue", "wed", "thu", "fri"]


@dataclass(frozen=True)
class Hand:
    """How one author writes YAML: how often in flow style, which quotes, with comments or not."""

    rng: Random
    flow: float
    quote: str
    comments: bool

    def scalar(self, value: Any) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        if not isinstance(value, str) or PLAIN.fullmatch(value):
            return str(value)
        if self.quote == "'":
            return "'" + value.replace("'", "''") + "'"
        return json.dumps(value, ensure_ascii=False)

    def inline(self, value: Any) -> str:
        """Return a value in flow style."""
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.inline(one)}" for key, one in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(self.inline(one) for one in value) + "]"
        return self.scalar(value)

    def pair(self, key: str, value: Any, indent: int) -> Iterator[str]:
        """Yield the lines of one key of a mapping."""
        pad = " " * indent
        if isinstance(value, str) and ("\n" in value or len(value) > 60):
            yield pad + key + (": |" if "\n" in value else ": >-")
            for line in value.split("\n"):
                yield from textwrap.wrap(
                    line,
                    92 - indent,
                    initial_indent=pad + "  ",
                    subsequent_indent=pad + "  ",
                    break_on_hyphens=False,
                )
        elif isinstance(value, list | dict) and not self.fits(value, f"{pad}{key}: "):
            yield f"{pad}{key}:"
            yield from (
                self.items(value, indent + 2)
                if isinstance(value, list)
                else self.mapping(value, indent + 2)
            )
        else:
            yield f"{pad}{key}: {self.inline(value)}"

    def fits(self, value: Any, before: str) -> bool:
        """May this collection stand on one line? Long lists and long texts may not."""
        if not value:
            return True
        text = self.inline(value)
        nested = "\\n" in text or "[{" in text or "\n" in text
        return not nested and len(before) + len(text) <= 110 and self.rng.random() < self.flow

    def mapping(self, value: Entry, indent: int) -> Iterator[str]:
        for key, one in value.items():
            yield from self.pair(key, one, indent)

    def items(self, value: list[Any], indent: int) -> Iterator[str]:
        pad = " " * indent + "- "
        for one in value:
            if isinstance(one, dict) and not self.fits(one, pad):
                lines = list(self.mapping(one, indent + 2))
                yield pad + lines[0].lstrip()
                yield from lines[1:]
            else:
                yield pad + self.inline(one)

    def document(self, value: Entry) -> str:
        """Return a whole file, with a blank line and now and then a comment between parts."""
        lines: list[str] = []
        if self.comments:
            lines.append("# " + self.rng.choice(["Dossier ouvert au service", "Relu en équipe"]))
        for key, one in value.items():
            if isinstance(one, list) and one and isinstance(one[0], dict) and self.comments:
                lines.append("")
                if self.rng.random() < 0.3:
                    lines.append(f"# --- {key} ---")
            lines += self.pair(key, one, 0)
            if self.comments and key in ("coach", "place", "status") and one:
                lines[-1] += "  # " + self.rng.choice(["à confirmer", "vu le dossier papier"])
        return "\n".join(lines) + "\n"


def hand(rng: Random) -> Hand:
    return Hand(rng, rng.choice([0.2, 0.7, 0.95]), rng.choice('""\''), rng.random() < 0.3)


def slug(text: str) -> str:
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")


def unused(wanted: str, taken: set[str]) -> str:
    """Return *wanted*, numbered if need be, and remember it as taken."""
    chosen, number = wanted, 2
    while chosen in taken:
        chosen, number = f"{wanted}-{number}", number + 1
    taken.add(chosen)
    return chosen


def settings(rng: Random, coaches: int, today: date, taken: set[str]) -> Entry:
    """Return the service's settings; one coach in ten is away today, with a cover."""
    people: list[Entry] = []
    for number in range(coaches):
        first = rng.choice(phrases.WOMEN + phrases.MEN)
        who = unused(slug(first), taken)
        people.append(
            {
                "id": who,
                "name": f"{first} {rng.choice(phrases.SURNAMES)}",
                "email": f"{who}@example.org",
                "capacity": 20,
            }
        )
        if number % 5 == 1:
            begin = today - timedelta(days=3) if number % 10 == 1 else later(today, 4)
            people[-1]["absences"] = [
                {
                    "from": begin,
                    "until": begin + timedelta(days=11),
                    "cover": people[number - 1]["id"],
                }
            ]
    return {
        "format": 1,
        "organisation": {
            "name": "Service d'accompagnement du Canal",
            "address": "",
            "email": "accueil@example.org",
            "phone": "071 00 00 00",
        },
        "language": "fr",
        "process": "frb-2002",
        "coaches": people,
        "partners": [
            {"id": who, "name": name, "kind": kind} for who, name, kind in phrases.PARTNERS
        ],
        "followup": {"lead": {"contract-end": "30d"}, "check_in": ["6m", "12m"]},
        "retention": "2y",
    }


def employer(rng: Random, coach: str, today: date, taken: set[str]) -> Entry:
    trade, nace, kinds = rng.choice(phrases.TRADES)
    name = f"{trade} {rng.choice(phrases.SURNAMES)}"
    boss = f"{rng.choice(phrases.WOMEN + phrases.MEN)} {rng.choice(phrases.SURNAMES)}"
    contacts: list[Entry] = []
    day = today - timedelta(days=rng.randint(30, 1200))
    while day <= today:
        contacts.append(
            {
                "on": day,
                "how": rng.choice(["visit", "phone", "meeting"]),
                "by": coach,
                "note": rng.choice(phrases.PROSPECT_NOTES),
            }
        )
        day += timedelta(days=rng.randint(60, 290))
    first = contacts[0]["on"]
    staff = [{"name": boss, "role": "Responsable", "phone": "071 00 00 00", "reference": True}]
    if rng.random() < 0.5:
        staff.append(
            {
                "name": f"{rng.choice(phrases.MEN)} {rng.choice(phrases.SURNAMES)}",
                "role": "Chef d'équipe",
                "relay": rng.choice(["tutor", "hr", "colleague"]),
            }
        )
    return {
        "id": unused(slug(name), taken),
        "name": name,
        "sector": nace,
        "coach": coach,
        "status": rng.choices(
            ["prospect", "open", "partner", "paused", "do-not-contact"], [20, 30, 44, 4, 2]
        )[0],
        "size": rng.choice(["micro", "small", "medium", "large"]),
        "place": rng.choice(phrases.PLACES),
        "country": "BE",
        "transport": f"Bus {rng.randint(1, 80)}, premier à 5 h {rng.randint(10, 55)}",
        "visits": "Après 14 h, chaussures de sécurité",
        "staff": staff,
        "culture": rng.choice(["Petite équipe, on mange ensemble", "Rythme soutenu"]),
        "concerns": rng.sample(["Craint les absences", "Peu de temps pour former", "Papiers"], 2),
        "contact_every": rng.choice(["3m", "6m", "6m", "12m"]),
        "agreements": [{"kind": "follow-up", "on": first, "form": "spoken"}],
        "contacts": contacts,
        "jobs": [job(rng, *kind, first) for kind in kinds],
    }


def job(rng: Random, name: str, title: str, tasks: list[str], first: date) -> Entry:
    hours = rng.choice([("08:30", "13:30", 25), ("06:00", "10:00", 20), ("09:00", "16:36", 38)])
    one: Entry = {
        "id": name,
        "title": title,
        "tasks": tasks,
        "demands": {
            "stated": [rng.choice(["Diplôme du métier", "Deux ans d'expérience"])],
            "needed": rng.sample(["Compter", "Être aimable", "Se lever tôt", "Lire"], 2),
        },
        "hours": hours[2],
        "schedule": dict.fromkeys(DAYS, f"{hours[0]}-{hours[1]}"),
        "loads": rng.choice(["none", "light", "heavy"]),
        "car_needed": rng.random() < 0.15,
        "languages": ["fr"],
        "contract": rng.choice(["permanent", "fixed-term", "subsidised"]),
        "pay": "at-scale",
        "quality": {
            "respect": rng.choice(["good", "good", "fair", "unknown"]),
            "recognition": rng.choice(["good", "fair", "unknown"]),
        },
        "open": first,
    }
    if rng.random() < 0.3:
        one |= {"closed": first + timedelta(days=rng.randint(10, 25)), "why": "filled"}
    return one


def age_in_days(rng: Random) -> int:
    """Return how long ago a case began: many are recent, a few are years old."""
    return min(1700, max(4, round(rng.lognormvariate(5.0, 1.05))))


def told(rng: Random, coach: str, jobs: list[tuple[str, str]], today: date) -> tuple[str, Life]:
    """Return a finished life and the process it began under."""
    process = rng.choices(list(SHARES), list(SHARES.values()))[0]
    life = Life(
        rng,
        today,
        process,
        coach,
        jobs,
        today - timedelta(days=age_in_days(rng)),
        known=rng.random() > 0.04,
    )
    live(life, already=rng.random() < 0.05)
    finish(life)
    return process, life


def person(
    rng: Random, coach: str, jobs: list[tuple[str, str]], today: date, taken: set[str]
) -> Entry:
    """Return everything a person's file holds, in the order coaches write it."""
    process, life = told(rng, coach, jobs, today)
    woman = rng.random() < 0.5
    first, last = rng.choice(phrases.WOMEN if woman else phrases.MEN), rng.choice(phrases.SURNAMES)
    tail = "".join(rng.choices("abcdefghjkmnpqrstuvwxyz23456789", k=3))
    begun = life.files["stages"][0]["on"]
    one: Entry = {
        "id": unused(slug(first)[0] + slug(last)[0] + "-" + tail, taken),
        "name": f"{first} {last}",
        "coach": coach,
    }
    if process != "frb-2002" or rng.random() < 0.1:
        one["process"] = process
    one |= {
        "language": rng.choices(["fr", "nl", "de", "en"], [92, 4, 2, 2])[0],
        "documents": rng.choices(["standard", "easy", "large"], [70, 25, 5])[0],
        "born": today - timedelta(days=rng.randint(18 * 366, 61 * 365)),
        "gender": "woman" if woman else "man",
        "education": rng.choice(
            ["none", "primary", "lower-secondary", "upper-secondary", "higher", "other"]
        ),
        "origin": rng.choice(["european", "european", "other"]),
        "email": f"{slug(first)}.{slug(last)}@example.org" if rng.random() < 0.5 else "",
        "phone": f"0470 {rng.randint(10, 99)} 00 {rng.randint(10, 99)}",
        "place": rng.choice(phrases.PLACES),
        "referred": {"by": rng.choice(phrases.PARTNERS)[0], "on": begun - timedelta(days=7)},
        "prefers": {"how": rng.choice(["meeting", "phone"]), "when": "Le matin"},
    }
    if not life.known:
        one["employer_may_know"] = False
    if rng.random() < 0.25:
        one["circle"] = [
            {
                "id": "mere",
                "name": f"{rng.choice(phrases.WOMEN)} {last}",
                "relation": "mère",
                "phone": "",
            }
        ]
    one |= {
        "situation": rng.choice(phrases.SITUATIONS),
        "without_work_since": begun - timedelta(days=rng.randint(60, 2500)),
    }
    if rng.random() < 0.3:
        one["aids"] = ["activa"]
    one |= profile(rng, life, today)
    one |= {"readiness": life.readiness} if life.readiness else {}
    written = {**life.files, "plan": life.plan}
    return one | {
        key: written[key]
        for key in (
            "obstacles",
            "agreements",
            "consents",
            "plan",
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
        if written[key]
    }


def profile(rng: Random, life: Life, today: date) -> Entry:
    """Return wishes, strengths, experience and constraints, as far as they are known yet."""
    past = []
    for title, where in rng.sample(phrases.PAST, rng.randint(1, 3)):
        begin = date(rng.randint(1998, 2018), rng.randint(1, 12), 1)
        past.append(
            {
                "title": title,
                "employer": where,
                "from": begin,
                "until": later(begin, rng.randint(3, 60)),
            }
        )
    one: Entry = {
        "wishes": rng.sample(phrases.WISHES, rng.randint(1, 4)),
        "strengths": rng.sample(phrases.STRENGTHS, rng.randint(1, 4)),
        "skills": rng.sample(phrases.SKILLS, rng.randint(1, 5)),
        "experience": past,
    }
    if not life.profiled and rng.random() < 0.5:
        return one
    kinds: list[Entry] = [
        {"kind": "hours", "what": "Pas avant 8 h 30", "hours": "08:30-16:00", "days": DAYS},
        {
            "kind": "health",
            "what": "Pas de charges de plus de 10 kg",
            "loads": "light",
            "confidential": True,
        },
        {"kind": "mobility", "what": "Sans permis, bus ou train", "transport": "public"},
        {
            "kind": "legal",
            "what": "Permis de travail",
            "until": today + timedelta(days=rng.randint(30, 700)),
        },
        {"kind": "language", "what": "Lit mal le français", "languages": ["fr", "ar"]},
        {"kind": "family", "what": "Seule avec trois enfants, crèche jusque 17 h"},
    ]
    return one | {"constraints": rng.sample(kinds, rng.choice([0, 1, 1, 2, 2, 3]))}


def write(path: Path, value: Entry, rng: Random, largest: int = 10**9) -> None:
    """Write one file in one hand; the oldest contacts are left out where it would be too long."""
    style = hand(rng)
    text = style.document(value)
    while (excess := len(text.encode()) - largest) > 0:
        del value["contacts"][1 : 2 + excess // 250]
        text = style.document(value)
    if rng.random() < 0.02:
        text = text.replace("\n", "\r\n")
    path.write_bytes((b"\xef\xbb\xbf" if rng.random() < 0.01 else b"") + text.encode())


def generate(
    folder: Path, people: int = 20, employers: int = 6, seed: int = 1, today: date = TODAY
) -> None:
    """Write a repository of invented cases into *folder*, which need not exist yet."""
    rng = Random(seed)
    for name in ("people", "employers"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    taken = {who for who, _, _ in phrases.PARTNERS} | {"person", "coach", "mere"}
    service = settings(rng, max(1, -(-people // 20)), today, taken)
    write(folder / "jobcoach.yaml", service, rng)
    coaches = [one["id"] for one in service["coaches"]]
    firms = [employer(rng, rng.choice(coaches), today, taken) for _ in range(employers)]
    for firm in firms:
        write(folder / "employers" / f"{firm['id']}.yaml", firm, rng)
    open_to = [
        (firm["id"], one["id"])
        for firm in firms
        for one in firm["jobs"]
        if firm is firms[0] or firm["status"] != "do-not-contact"
    ]
    for number in range(people):
        case = person(rng, coaches[number // 20], open_to, today, taken)
        write(folder / "people" / f"{case['id']}.yaml", case, rng, LARGEST)


def make_repository(folder: Path) -> None:
    """Make the folder a git repository with one commit and somebody at work."""
    for command in (
        ["init", "-q"],
        ["config", "user.name", "Benchmark"],
        ["config", "user.email", "benchmark@example.org"],
        ["add", "."],
        ["commit", "-qm", "generated cases"],
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write an invented case repository.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--employers", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--today", type=date.fromisoformat, default=TODAY)
    parser.add_argument("--git", action="store_true", help="make it a git repository, one commit")
    asked = parser.parse_args()
    generate(asked.folder, asked.people, asked.employers, asked.seed, asked.today)
    if asked.git:
        make_repository(asked.folder)


if __name__ == "__main__":
    main()
