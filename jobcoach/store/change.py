"""One change of the case files: read, judged, written and committed whole, under one lock."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path

import msgspec

from jobcoach.domain.cases import Cases
from jobcoach.domain.changes import Change as Told
from jobcoach.domain.changes import changes, settings_changes
from jobcoach.domain.checks import case_findings
from jobcoach.domain.checks.difference import new_findings
from jobcoach.domain.employers import Employer
from jobcoach.domain.findings import READER_CODES, Fault, Finding
from jobcoach.domain.people import Person
from jobcoach.domain.settings import Settings
from jobcoach.errors import Refused, Unusable
from jobcoach.store import files, git, unfinished
from jobcoach.store.case_text import (
    SETTINGS,
    Record,
    changed_text,
    new_file,
    path_of,
    place_at,
    place_of,
    read_text,
    record_of,
    short_id,
)
from jobcoach.store.commit_message import message
from jobcoach.store.lock import locked
from jobcoach.store.repository import Progress, Repository


class Saved(msgspec.Struct, frozen=True):
    """What became of one case: its place, before and after, and what happened in the trade's terms."""

    case: str
    before: Record | None
    after: Record | None
    told: list[Told]


class Outcome(msgspec.Struct, frozen=True):
    """A change that is done: its cases, and what wants a look though it refuses nothing."""

    saved: list[Saved]
    warnings: list[Finding]


@contextmanager
def change_under_way(
    root: Path, day: date, command: str, progress: Progress | None = None
) -> Iterator[Change]:
    """Begin a change: take the lock, mend what was interrupted, make sure git is ready.

    *command* is what somebody who waits is told, *progress* is told how far reading and writing are.
    Raises Unusable where another command holds on, git is in
    the middle of something, does not know who is at work, or there is no repository.
    """
    folder = _own_folder(root)
    with locked(folder / unfinished.FOLDER / "lock", f"{_user()} · {command}"):
        repository = Repository(root, progress)  # read under the lock, and not before
        commits = _commits(repository)
        identity = git.identity(root) if commits else None
        mended = unfinished.mend(root, folder)
        if commits:
            git.refuse_unfinished(folder)
            git.refuse_detached(root, folder)
        yield Change(repository, day, folder, identity, mended, progress)


def _commits(repository: Repository) -> bool:
    """Whether every change becomes a commit; raises Refused where the settings cannot be read."""
    settings = repository.settings_file
    if any(fault.code in READER_CODES for fault in settings.faults):
        raise Refused("file-unreadable", file=files.SETTINGS_FILE, faults=tuple(settings.faults))
    assert isinstance(settings.record, Settings)
    return settings.record.commit != "off"


def _own_folder(root: Path) -> Path:
    """Where lock and note lie: with git's data, or in a folder of their own where there is no git."""
    try:
        return git.git_folder(root)
    except Unusable:
        if _commits(Repository(root)):
            raise
        return root / ".jobcoach"


def _user() -> str:
    """Who holds the lock, for whoever waits: account and machine."""
    account = next(
        (os.environ[name] for name in ("USER", "LOGNAME", "USERNAME") if name in os.environ), "?"
    )
    machine = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "?")
    return f"{account}@{machine}"


class Change:
    """The files that one command changes. *identity* is None where the service commits by itself."""

    def __init__(
        self,
        repository: Repository,
        day: date,
        folder: Path,
        identity: git.Identity | None,
        mended: unfinished.Mended | None,
        progress: Progress | None = None,
    ) -> None:
        self.repository = repository
        self.root = repository.root
        self.day = day
        self.folder = folder
        self.identity = identity
        self.mended = mended
        self._progress = progress
        self._after: dict[str, Record | None] = {}
        self._texts: dict[str, bytes] = {}

    @cached_property
    def cases(self) -> Cases:
        """The cases as they are before the change, each read when it is asked for."""
        return self.repository.at_hand

    @property
    def settings(self) -> Settings:
        """The service's settings."""
        return self.cases.settings

    @cached_property
    def coach(self) -> str | None:
        """The id of the coach at work, or None."""
        email = self.identity.email if self.identity else git.git_email(self.root)
        coach = self.settings.coach_by_email(email)
        return coach.id if coach else None

    def form_faults(self, place: str) -> list[Fault]:
        """Return the faults of form of the file at *place* as it stands on the disk."""
        data = unfinished.on_disk(self.root, path_of(place))
        return record_of(place, data)[1] if data is not None else []

    # What is to change

    def put(self, record: Record) -> None:
        """Keep *record* as what its file shall say."""
        self._after[place_of(record)] = record

    def put_text(self, place: str, data: bytes) -> None:
        """Keep *data* as what the file at *place* shall be, to the byte."""
        self._texts[place] = data
        self._after[place] = record_of(place, data)[0]

    def remove(self, place: str) -> None:
        """Keep in mind that the file at *place* shall go."""
        self._after[place] = None

    @property
    def cases_after(self) -> Cases:
        """The cases as they would be with all that was put."""
        return self.cases.with_records(
            [record for record in self._after.values() if record is not None],
            [place for place, record in self._after.items() if record is None],
        )

    # Saving

    def save(self, action: str | None = None, *more: str) -> Outcome:
        """Write and commit what was put, all of it or nothing.

        *action* names the commit where no stage is moved; *more* are further trailers. Raises Refused with
        every new fault where the cases would not be sound, where a file holds hand edits that are not,
        where somebody changed a file meanwhile, or where it cannot be written.
        """
        before = {place: self._before(place) for place in self._after}
        written = [self._file_change(place, *before[place]) for place in self._after]
        written = [file for file in written if file.before != file.after]
        saved = [
            Saved(place, before[place][0], after, _told(before[place][0], after))
            for place, after in self._after.items()
        ]
        if not written:
            return Outcome(saved, [])
        warnings = self._judged(before)
        note = unfinished.Note(
            message(
                [
                    short_id(one.case)
                    for one in saved
                    if path_of(one.case) in {f.path for f in written}
                ],
                [told for one in saved for told in one.told],
                action,
                self.coach,
                *more,
            ),
            written,
            commits=self.identity is not None,
        )
        if self.identity is not None:
            self._commit_hand_edits(written)
        self._write(note)
        return Outcome(saved, warnings)

    def write_new(self, path: str, data: bytes, message: str) -> None:
        """Write and commit by itself a file that is no case, and is not there yet; raises as :meth:`save`."""
        known = self.identity is not None and git.committed(self.root, path) == data
        note = unfinished.Note(
            message,
            [unfinished.FileChange(path, None, data)],
            commits=self.identity is not None and not known,  # it may have been there, and removed
        )
        self._write(note)

    def _before(self, place: str) -> tuple[Record | None, bytes | None]:
        """A file's record as the change was made from it, and its bytes; the two must agree."""
        data = unfinished.on_disk(self.root, path_of(place))
        if data is None:
            return None, None
        record, faults, _, _ = read_text(place, data)
        bad = tuple(fault for fault in faults if fault.code in READER_CODES)
        if bad and place not in self._texts:
            raise Refused("file-unreadable", file=path_of(place), faults=bad)
        known = self._known(place)
        if known is not None and known != record:
            raise Refused("changed-meanwhile", file=path_of(place))
        return record, data

    def _known(self, place: str) -> Record | None:
        if place == SETTINGS:
            return self.settings
        folder, _, case_id = place.partition("/")
        return (self.cases.people if folder == files.PEOPLE else self.cases.employers).get(case_id)

    def _file_change(
        self, place: str, was: Record | None, data: bytes | None
    ) -> unfinished.FileChange:
        after = self._after[place]
        if after is None:
            return unfinished.FileChange(path_of(place), data, None)
        if place in self._texts:
            return unfinished.FileChange(path_of(place), data, self._texts[place])
        new = (
            new_file(after)
            if data is None or was is None
            else changed_text(place, data, was, after)
        )
        if record_of(place, new)[0] != after:
            raise Refused("splice-failed", file=path_of(place))
        return unfinished.FileChange(path_of(place), data, new)

    def _judged(self, before: Mapping[str, tuple[Record | None, bytes | None]]) -> list[Finding]:
        """Return new warnings; raises Refused with all new errors, of form and of the rules."""
        after = self.cases_after
        form = [
            fault
            for place, text in self._texts.items()
            for fault in record_of(place, text)[1]
            if fault.level == "error"
        ]
        if form:
            raise Refused("would-break", file=form[0].file, faults=tuple(form))
        new: list[Finding] = []
        for place, record in self._after.items():
            was = before[place][0]
            if record is not None:
                new += new_findings(was, record, self.cases, after, self.day)
        if self._reaches_others(before):
            new += self._elsewhere(after)
        errors = tuple(finding for finding in new if finding.level == "error")
        if errors:
            raise Refused("would-break", faults=errors)
        return [f for f in new if f.code != "expectation-missing"]

    def _reaches_others(self, before: Mapping[str, tuple[Record | None, bytes | None]]) -> bool:
        """Whether other files may rest on what goes: the settings, an employer's file, one of its jobs."""
        for place, after in self._after.items():
            was = before[place][0]
            if isinstance(after or was, Settings):
                return True
            if isinstance(was, Employer):
                left = {job.id for job in after.jobs} if isinstance(after, Employer) else None
                if left is None or any(job.id not in left for job in was.jobs):
                    return True
        return False

    def _elsewhere(self, after: Cases) -> list[Finding]:
        """Return what the change would put wrong in files that it does not touch."""
        new: list[Finding] = []
        everybody: list[Person | Employer] = []
        everybody += self.cases.people.values()
        everybody += self.cases.employers.values()
        for case in everybody:
            if case.case not in self._after:
                new += new_findings(case, case, self.cases, after, self.day)
        return new

    def _commit_hand_edits(self, written: Sequence[unfinished.FileChange]) -> None:
        """Commit what was edited by hand in these files, on its own; raises Refused where it is unsound."""
        paths = [file.path for file in written if file.before is not None]
        edited = git.changed_by_hand(self.root, paths) if paths else []
        for path in list(edited):
            faults = self._errors(place_at(path), next(f.before for f in written if f.path == path))
            if not faults:
                continue
            if place_at(path) not in self._texts:
                raise Refused("hand-edit-unsound", file=path, faults=faults)
            # Somebody mends it in an editor: the two become one commit, which has to be sound.
            edited.remove(path)
            left = self._errors(place_at(path), self._texts[place_at(path)])
            if left:
                raise Refused("would-break", faults=left)
        if edited:
            text = message([Path(path).stem for path in edited], [], "hand-edit", self.coach)
            new = [path for path in edited if git.committed(self.root, path) is None]
            git.commit(self.root, edited, text, new)

    def _errors(self, place: str, data: bytes | None) -> tuple[Fault | Finding, ...]:
        """Return every error of a file with these bytes, of form and of the rules."""
        record, form = record_of(place, data or b"")
        cases = self.cases.with_records([record])
        found: list[Fault | Finding] = [*form, *case_findings(record, cases, self.day)]
        return tuple(fault for fault in found if fault.level == "error")

    def _write(self, note: unfinished.Note) -> None:
        for file in note.files:
            if unfinished.on_disk(self.root, file.path) != file.before:
                raise Refused("changed-meanwhile", file=file.path)
        unfinished.note_down(self.folder, note)
        try:
            unfinished.carry_out(self.root, note.files, self._progress)
            if note.commits:
                self._commit(note)
        except Exception:
            # What could not be put back is left for the next command, and so is the note.
            if all(unfinished.on_disk(self.root, f.path) == f.before for f in note.files):
                unfinished.forget(self.folder)
            raise
        unfinished.forget(self.folder)

    def _commit(self, note: unfinished.Note) -> None:
        try:
            paths = [file.path for file in note.files]
            new = [file.path for file in note.files if file.before is None]
            if self._texts:  # the result may be what git has already, or be new to it
                paths = git.changed_by_hand(self.root, paths)
                new = [path for path in paths if git.committed(self.root, path) is None]
            if paths:
                git.commit(self.root, paths, note.message, new)
        except Exception:
            for file in note.files:
                unfinished.put(self.root, file.path, file.before)
            raise


def _told(before: Record | None, after: Record | None) -> list[Told]:
    if isinstance(before, Settings) and isinstance(after, Settings):
        return settings_changes(before, after)
    assert not isinstance(before, Settings)
    assert not isinstance(after, Settings)
    return changes(before, after)
