"""The examples as a living story: moved dates, earlier versions, a git history."""

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobcoach.domain.employers import Employer
from jobcoach.domain.people import Person
from jobcoach.store.codec import decode_record
from jobcoach.store.source import parse
from jobcoach.store.story import as_of, fast_import, moved, story_day, versions

EXAMPLES = Path(__file__).parents[2] / "examples" / "cases"
TEXTS = {
    path.relative_to(EXAMPLES).as_posix(): path.read_bytes().decode()
    for path in sorted(EXAMPLES.glob("*/*.yaml"))
}
DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
COACHES = {"claire": "Claire Dubois <claire@example.org>", "karim": "Karim <karim@example.org>"}
HEAD = "id: a\nname: b\n"


def _days(text):
    return sorted({date.fromisoformat(written) for written in DATE.findall(text)})


def _read(path, text):
    record = Person if path.startswith("people/") else Employer
    stem = Path(path).stem
    return decode_record(path, parse(text), record, id=stem, name=stem)


# Moving


def test_every_date_moves_by_as_many_days():
    text = "a: 2026-02-27 # since 2026-03-01\nb: '2025-12-31'\n"

    assert moved(text, 2) == "a: 2026-03-01 # since 2026-03-03\nb: '2026-01-02'\n"


def test_what_is_no_date_stays():
    text = "phone: 071-00-00-00\nx: 2026-13-45\ny: 12026-01-01\n"

    assert moved(text, 30) == text


@pytest.mark.parametrize("path", TEXTS)
@settings(deadline=None, max_examples=5)
@given(days=st.integers(-2000, 2000))
def test_moving_there_and_back_changes_nothing(path, days):
    assert moved(moved(TEXTS[path], days), -days) == TEXTS[path]
    assert moved(TEXTS[path], 0) == TEXTS[path]


def test_the_examples_name_the_day_they_end_on():
    day = story_day((EXAMPLES / "jobcoach.yaml").read_text())

    assert all(
        contact.on <= day
        for path, text in TEXTS.items()
        for contact in _read(path, text)[0].contacts
    )
    with pytest.raises(ValueError, match="story"):
        story_day("format: 1\n")


# Earlier versions


@pytest.mark.parametrize("path", TEXTS)
def test_on_every_one_of_its_dates_a_file_was_sound_and_knew_nothing_later(path):
    text = TEXTS[path]
    previous = None
    for day in _days(text):
        version = as_of(text, day)
        if version is None:
            assert previous is None, f"{day}: a file that was there is gone"
            continue
        previous = version
        made, decoded = _read(path, version)
        assert decoded.faults == [], f"{day}: {decoded.faults}"
        assert made.contacts == tuple(c for c in _read(path, text)[0].contacts if c.on <= day)
        for line in set(version.splitlines()) - set(text.splitlines()):
            assert any(_is_cut_from(line, whole) for whole in text.splitlines()), line


def _is_cut_from(line, whole):
    """Whether *line* is *whole* with signs left out."""
    rest = iter(whole)
    return all(sign in rest for sign in line)


@pytest.mark.parametrize("path", TEXTS)
def test_on_the_last_date_of_all_the_file_is_whole(path):
    last = _days(TEXTS[path])[-1]

    assert as_of(TEXTS[path], last + timedelta(days=1)) == TEXTS[path]


@pytest.mark.parametrize("path", [path for path in TEXTS if path.startswith("people/")])
def test_a_person_only_ever_gains_entries(path):
    text = TEXTS[path]
    before = 0
    for day in _days(text):
        version = as_of(text, day)
        if version is not None:
            person = _read(path, version)[0]
            entries = len(person.contacts) + len(person.stages) + len(person.placements)
            assert entries >= before
            before = entries


def test_a_later_entry_is_left_out_whole():
    text = (
        HEAD + "contacts:\n  - {on: 2026-01-01, how: phone}\n  - on: 2026-02-01\n    how: visit\n"
    )

    assert as_of(text, date(2026, 1, 31)) == HEAD + "contacts:\n  - {on: 2026-01-01, how: phone}\n"


def test_a_list_all_of_whose_entries_are_later_is_left_out_with_its_key():
    text = (
        HEAD
        + "stages:\n  - {stage: reserve, on: 2026-01-01}\nreviews:\n  - {kind: plan, on: 2026-02-01}\n"
    )

    assert (
        as_of(text, date(2026, 1, 31)) == HEAD + "stages:\n  - {stage: reserve, on: 2026-01-01}\n"
    )


def test_a_later_mark_is_cut_out_by_itself():
    text = (
        HEAD + "obstacles:\n  - {what: Bus, since: 2026-01-01, solved: 2026-02-01, helper: cpas}\n"
    )

    assert as_of(text, date(2026, 1, 31)) == text.replace(", solved: 2026-02-01", "")


def test_a_mark_takes_along_what_is_told_with_it():
    text = (
        HEAD + "applications:\n  - employer: x\n    proposed: 2026-01-01\n    decision: accepted\n"
        "    decided: 2026-02-01\n"
    )

    assert as_of(text, date(2026, 1, 31)) == (
        HEAD + "applications:\n  - employer: x\n    proposed: 2026-01-01\n"
    )


def test_before_its_first_entry_there_is_no_file():
    text = HEAD + "contacts:\n  - {on: 2026-01-01, how: phone}\n"

    assert as_of(text, date(2025, 12, 31)) is None
    assert as_of(HEAD, date(2025, 12, 31)) == HEAD


# Versions and the stream for git


TOLD = versions(TEXTS, story_day((EXAMPLES / "jobcoach.yaml").read_text()), COACHES)


def test_the_story_ends_with_the_files_as_they_are():
    last = {version.path: version.text for version in TOLD}

    assert last == TEXTS


def test_the_story_goes_forward_and_every_version_is_new():
    assert [v.day for v in TOLD] == sorted(v.day for v in TOLD)
    for path in TEXTS:
        texts = [v.text for v in TOLD if v.path == path]
        assert all(one != other for one, other in pairwise(texts))


def test_subjects_and_trailers_hold_ids_only():
    names = {part for path, text in TEXTS.items() for part in _read(path, text)[0].name.split()}
    for version in TOLD:
        stem = Path(version.path).stem
        subject, _, *trailers = version.message.splitlines()
        assert subject.startswith(f"{stem}: ")
        assert trailers[0] == f"Case: {stem}"
        if version.path.startswith("people/"):
            assert not {w for w in subject.split() if w in names and w[0].isupper()}
        assert all(re.fullmatch(r"[A-Z][a-z]+: [a-z0-9-]+", t) for t in trailers)


def test_the_stream_counts_bytes_not_characters():
    stream = fast_import({"jobcoach.yaml": "é\n".encode()}, TOLD[:1], COACHES)

    assert "data 3\né\n".encode() in stream
    assert stream.count(b"commit refs/heads/main\n") == 2
