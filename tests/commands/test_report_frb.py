"""The FRB pilots' table at 31 December 2002, from repositories built to its margins (domain.md)."""

from itertools import chain, repeat

import pytest
from conftest import Service, run

BORN = {"under-25": "1980-05-05", "25-45": "1965-05-05", "over-45": "1950-05-05"}
MARGINS = {
    "man": {
        "age": {"under-25": 23, "25-45": 111, "over-45": 20},
        "origin": {"european": 123, "other": 31},
        "education": {"primary": 38, "lower-secondary": 66, "upper-secondary": 29, "other": 21},
        "contracts": {"permanent": 31, "fixed-term": 55},
    },
    "woman": {
        "age": {"under-25": 27, "25-45": 114, "over-45": 16},
        "origin": {"european": 119, "other": 38},
        "education": {"primary": 34, "lower-secondary": 54, "upper-secondary": 47, "other": 22},
        "contracts": {"permanent": 31, "fixed-term": 35},
    },
}
PILOTS = {
    "EDIT": (43, 117, 25, 8),
    "CEPPST": (83, 37, 38, 13),
    "CPAS Fleurus": (53, 37, 37, 25),
    "FORMA": (43, 170, 12, 6),
    "MRC": (63, 100, 32, 2),
    "RES": (26, 30, 7, 7),
}
UNTIL = ("--until", "2002-12-31", "--json")


def spread(margins):
    """Each value as often as it is to come up."""
    return list(chain.from_iterable(repeat(value, times) for value, times in margins.items()))


def table(root):
    """Write persons, contracts and employers with the table's margins, and what must not count."""
    for gender, margins in MARGINS.items():
        ages, origins, studies, contracts = (spread(margins[key]) for key in margins)
        for number, (age, origin, study) in enumerate(zip(ages, origins, studies, strict=True)):
            # Contracts are cumulated: the first ones sign twice, many sign none.
            signed = contracts[number::100]
            root.person(
                f"{gender}-{number}",
                f"gender: {gender}\nborn: {BORN[age]}\norigin: {origin}\neducation: {study}\n"
                "stages: [{stage: reserve, on: 2000-02-01}, {stage: pre-hire, on: 2001-03-01}]\n"
                + _placements(signed),
            )
    employers(root, 491)
    # Received and not started; after the last day; mail; a contact that was missed.
    root.person("waits", "gender: man\nstages: [{stage: reserve, on: 2002-05-01}]\n")
    root.person("later", "gender: woman\nstages: [{stage: pre-hire, on: 2003-01-01}]\n")
    root.employer("by-mail", "contacts: [{on: 2002-05-01, how: letter}]\n")
    root.employer("missed", "contacts: [{on: 2002-05-01, how: visit, held: false}]\n")


def _placements(contracts):
    return "placements:\n" + "".join(
        f"  - {{firm: Firm {number}, contract: {kind}, from: 2002-0{number + 2}-01}}\n"
        for number, kind in enumerate((*contracts, "internship"))
    )


def employers(root, number):
    for place in range(number):
        how = ("visit", "phone")[place % 2]
        root.employer(f"e{place}", f"contacts: [{{on: 2002-05-01, how: {how}}}]\n")


def columns(men, women):
    return {"men": men, "women": women, "other": 0, "unknown": 0, "all": men + women}


@pytest.fixture
def frb(service):
    table(service)
    return service


def test_a_repository_with_the_tables_margins_gives_the_table(frb):
    made = frb.run("report", "activity", *UNTIL).json
    none = columns(0, 0)

    assert made["persons"] == columns(154, 157)
    assert made["age"] == {
        "under-25": columns(23, 27),
        "25-45": columns(111, 114),
        "over-45": columns(20, 16),
        "unknown": none,
    }
    assert made["origin"] == {
        "european": columns(123, 119),
        "other": columns(31, 38),
        "unknown": none,
    }
    assert made["education"] == {
        "primary": columns(38, 34),
        "lower-secondary": columns(66, 54),
        "upper-secondary": columns(29, 47),
        "higher": none,
        "none": none,
        "other": columns(21, 22),
        "unknown": none,
    }
    assert made["contracts"] == {
        "permanent": columns(31, 31),
        "fixed-term": columns(55, 35),
        "temporary": none,
        "subsidised": none,
        "self-employed": none,
    }
    assert sum(row["all"] for row in made["contracts"].values()) == 152
    assert made["employers_contacted"] == 491
    assert made["received"] == columns(1, 0)


def test_the_six_pilots_give_their_own_columns_and_one_contract_fewer(service, tmp_path):
    """The source contradicts itself: its pilots add up to 151 contracts, 61 of them permanent."""
    folders = []
    for name, (people, firms, contracts, permanent) in PILOTS.items():
        pilot = Service(tmp_path / name)
        pilot.write("jobcoach.yaml", f"format: 1\nlanguage: en\norganisation: {{name: {name}}}\n")
        kinds = spread({"permanent": permanent, "fixed-term": contracts - permanent})
        for number in range(people):
            pilot.person(
                f"p{number}",
                "stages: [{stage: pre-hire, on: 2001-03-01}]\n"
                + _placements(kinds[number::people]),
            )
        employers(pilot, firms)
        folders += ["-C", str(pilot.root)]
    made = run(*folders, "report", "activity", *UNTIL).json

    assert made["persons"]["all"] == 311
    assert made["employers_contacted"] == 491
    assert sum(row["all"] for row in made["contracts"].values()) == 151
    assert made["contracts"]["permanent"]["all"] == 61
    assert {
        one["name"]: (
            one["persons"]["all"],
            one["employers_contacted"],
            sum(row["all"] for row in one["contracts"].values()),
            one["contracts"]["permanent"]["all"],
        )
        for one in made["repositories"]
    } == PILOTS
