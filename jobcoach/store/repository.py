"""The case files of one repository, read: records, faults of form, places of field paths.

Reading never stops at a fault. Above a few hundred files the work is shared among processes: the
parser is bound by the processor, and a service of a thousand cases should not wait for it.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from jobcoach.domain.cases import Cases
from jobcoach.domain.employers import Employer
from jobcoach.domain.fields import ID, Record
from jobcoach.domain.findings import Fault, FieldPath, Finding
from jobcoach.domain.people import Person
from jobcoach.domain.process import Process
from jobcoach.domain.quality import Quality
from jobcoach.domain.settings import Settings
from jobcoach.store import files
from jobcoach.store.codec import Decoded, decode_record
from jobcoach.store.source import FormFault, Source, decode, is_absent, parse, read_bytes

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SHARE_FROM = 250
"""So many files or more are read by several processes: below, starting them costs more."""

KINDS: dict[str, type[Record]] = {
    files.PEOPLE: Person,
    files.EMPLOYERS: Employer,
    files.PROCESSES: Process,
}

_PLAIN_NAME = rb"(?m)^name: ([^\s\"'|>&*!%@`{\[#?:,\]}-][^\r\n]*?) *\r?$"
"""A name as nearly every file has it; any other form is left to the parser."""

Progress = Callable[[int, int], None]
"""Told how many files of how many are read."""


class CaseFile(msgspec.Struct):
    """One file as read: its place in the repository, its record, what is wrong with its form."""

    path: str
    record: Record
    faults: list[Fault]
    dropped: list[FieldPath]


R = TypeVar("R", bound=Record)


class _OnDemand(Mapping[str, R]):
    """Records by id, each read when it is first asked for; *places* are folders and paths below them."""

    def __init__(self, record: type[R], places: Mapping[str, tuple[Path, str]]) -> None:
        self._record = record
        self._places = places
        self._read: dict[str, R] = {}

    def __getitem__(self, case_id: str) -> R:
        if case_id not in self._read:
            record = read_file(*self._places[case_id], self._record).record
            assert isinstance(record, self._record)
            self._read[case_id] = record
        return self._read[case_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, case_id: object) -> bool:
        return case_id in self._places


class Repository:
    """The folder of a service's case files; read once, when first asked."""

    def __init__(self, root: Path, progress: Progress | None = None) -> None:
        self.root = root
        self._progress = progress

    @cached_property
    def settings_file(self) -> CaseFile:
        """``jobcoach.yaml``."""
        return read_file(self.root, files.SETTINGS_FILE, Settings)

    @cached_property
    def quality_file(self) -> CaseFile | None:
        """``quality.yaml``, the team's self-assessment; None where there is none."""
        if not os.path.lexists(self.root / files.QUALITY_FILE):
            return None
        return read_file(self.root, files.QUALITY_FILE, Quality)

    @cached_property
    def _folders(self) -> dict[str, tuple[files.Entries, str | None]]:
        """What stands in each folder of case files, and what keeps it from being listed."""
        return {folder: files.listing(self.root, folder) for folder in KINDS}

    @cached_property
    def case_files(self) -> dict[str, CaseFile]:
        """People, employers and the service's own processes by their place, as ``people/ab-k7q``."""
        found = [
            (folder, entry.name)
            for folder, (entries, _) in self._folders.items()
            for entry in entries
            if is_case_file(entry)
        ]
        read = read_all(self.root, found, self._progress)
        return {file.path.removesuffix(".yaml"): file for file in read}

    @cached_property
    def at_hand(self) -> Cases:
        """The same cases as :attr:`cases`, each file read only when it is asked for.

        For commands about one case: a thousand others need not be read for it.
        """
        settings = self.settings_file.record
        assert isinstance(settings, Settings)
        shipped = {path.stem: (path.parent, path.name) for path in files.shipped_processes()}
        return Cases(
            settings,
            _OnDemand(Process, shipped | self._places(files.PROCESSES)),
            _OnDemand(Person, self._places(files.PEOPLE)),
            _OnDemand(Employer, self._places(files.EMPLOYERS)),
        )

    def _places(self, folder: str) -> dict[str, tuple[Path, str]]:
        return {case_id: (self.root, f"{folder}/{case_id}.yaml") for case_id in self.ids(folder)}

    def ids(self, folder: str) -> list[str]:
        """Return the ids of a folder's cases, from the names of its files."""
        entries, _ = self._folders[folder]
        return [entry.name.removesuffix(".yaml") for entry in entries if is_case_file(entry)]

    def names(self, folder: str) -> dict[str, str]:
        """Return id and name of every case of a folder, without reading more of a file than it takes."""
        return {case_id: self._name(folder, case_id) for case_id in self.ids(folder)}

    def _name(self, folder: str, case_id: str) -> str:
        path = f"{folder}/{case_id}.yaml"
        data = read_bytes(self.root, path)
        found = re.findall(_PLAIN_NAME, data) if isinstance(data, bytes) else []
        if len(found) == 1 and b" #" not in found[0]:
            name: bytes = found[0]
            return name.decode("utf-8", "replace")
        record = read_file(self.root, path, KINDS[folder]).record
        assert isinstance(record, Person | Employer)
        return record.name

    @property
    def folder_faults(self) -> list[Fault]:
        """Folders of case files that cannot be listed: they may hide everybody in them."""
        return [
            Fault(file=folder, line=1, column=1, code="outside-repository")
            if trouble == "outside"
            else Fault(file=folder, line=1, column=1, code="unreadable", facts={"reason": trouble})
            for folder, (_, trouble) in self._folders.items()
            if trouble is not None
        ]

    @property
    def unexpected(self) -> list[Fault]:
        """Other files among the case files: nobody would ever read them."""
        return [
            Fault(
                file=f"{folder}/{printable(entry.name)}", line=1, column=1, code="unexpected-file"
            )
            for folder, (entries, _) in self._folders.items()
            for entry in entries
            if not is_case_file(entry)
        ]

    @cached_property
    def cases(self) -> Cases:
        """Everything legible, as the domain sees it."""
        records = [file.record for file in self.case_files.values()]
        settings = self.settings_file.record
        assert isinstance(settings, Settings)
        processes = {process.id: process for process in shipped_models()}
        processes |= {record.id: record for record in records if isinstance(record, Process)}
        return Cases(
            settings,
            processes,
            {record.id: record for record in records if isinstance(record, Person)},
            {record.id: record for record in records if isinstance(record, Employer)},
            self._quality,
        )

    @property
    def _quality(self) -> Quality:
        record = self.quality_file.record if self.quality_file else Quality()
        assert isinstance(record, Quality)
        return record

    @property
    def quality_faults(self) -> list[Fault]:
        """Every fault of form of the self-assessment: apart, since no case rests on it."""
        return self.quality_file.faults if self.quality_file else []

    @property
    def faults(self) -> list[Fault]:
        """Every fault of form of the cases, the settings and the models."""
        everything = [self.settings_file, *self.case_files.values()]
        faults = [fault for file in everything for fault in file.faults]
        return faults + self.folder_faults + self.unexpected

    def faults_of(self, case: str) -> list[Fault]:
        """Return the faults of form of one case's file, of the settings and of the service's own models.

        For commands about one case: the other files need not be read for it.
        """
        models = [f"{files.PROCESSES}/{process_id}" for process_id in self.ids(files.PROCESSES)]
        everything = [self.settings_file, *(self._file(place) for place in (case, *models))]
        return [fault for file in everything for fault in file.faults]

    def _file(self, place: str) -> CaseFile:
        """One file, read already or now; the settings where there is none at *place*."""
        if "case_files" in self.__dict__ or not place:
            return self.case_files.get(place, self.settings_file) if place else self.settings_file
        return read_file(self.root, f"{place}.yaml", KINDS[place.partition("/")[0]])

    def source(self, path: str) -> Source:
        """Return a file's text and nodes, for commands that show the file's own words."""
        return read_source(self.root, path)

    def located(self, findings: Iterable[Finding]) -> list[Fault]:
        """Give every finding its line and column; each file at fault is read once more for it."""
        sources: dict[str, Source] = {}
        faults: list[Fault] = []
        for finding in findings:
            path = files.SETTINGS_FILE if finding.case == "" else f"{finding.case}.yaml"
            if path not in sources:
                sources[path] = read_source(self.root, path)
            file = self._file(finding.case)
            line, column = locate(
                sources[path], undropped(finding.path, file.dropped), finding.at_key
            )
            faults.append(
                Fault(
                    file=path,
                    line=line,
                    column=column,
                    code=finding.code,
                    facts=finding.facts,
                    path=finding.path,
                )
            )
        return faults


def printable(name: str) -> str:
    """Return a file's name as text, also where its bytes are none."""
    return name.encode("utf-8", "backslashreplace").decode()


def is_case_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry's name is an id and ``.yaml``, and no folder's.

    A link that leads nowhere counts: it should have been one.
    """
    if not entry.name.endswith(".yaml") or ID.fullmatch(entry.name[: -len(".yaml")]) is None:
        return False
    try:
        return not entry.is_dir()
    except OSError:
        return True


def read_source(root: Path, path: str) -> Source:
    """Read one file's text and nodes; a file that cannot be read has a fault instead."""
    data = read_bytes(root, path)
    if isinstance(data, FormFault):
        return Source("", None, [data])
    text = decode(data)
    if isinstance(text, FormFault):
        return Source("", None, [text])
    return parse(text)


def read_file(root: Path, path: str, record: type[Record]) -> CaseFile:
    """Read one file as *record*; its id is its name, whatever it says inside."""
    source = read_source(root, path)
    given: dict[str, object] = {}
    stem = Path(path).stem
    if record not in (Settings, Quality):
        given["id"] = stem
        if record is not Process:
            given["name"] = stem
    made, decoded = decode_record(path, source, record, **given)
    return CaseFile(path, made, _with_id_mismatch(path, stem, source, decoded), decoded.dropped)


def _with_id_mismatch(path: str, stem: str, source: Source, decoded: Decoded) -> list[Fault]:
    """The file's faults, and one more where the id inside is not the file's name."""
    if path in (files.SETTINGS_FILE, files.QUALITY_FILE) or not isinstance(
        source.root, MappingNode
    ):
        return decoded.faults
    for key, value in source.root.value:
        if isinstance(key, ScalarNode) and key.value == "id" and isinstance(value, ScalarNode):
            if not is_absent(value) and value.value != stem and ID.fullmatch(value.value):
                line, column = source.place(value.start_mark)
                fault = Fault(
                    file=path,
                    line=line,
                    column=column,
                    code="id-mismatch",
                    facts={"id": value.value, "stem": stem},
                )
                return [*decoded.faults, fault]
            break
    return decoded.faults


def read_all(
    root: Path, names: Sequence[tuple[str, str]], progress: Progress | None = None
) -> list[CaseFile]:
    """Read many files, shared among processes where they are many; in the order of *names*."""
    cores = min(os.cpu_count() or 1, 8)
    with _without_collecting():
        if len(names) < SHARE_FROM or cores < 2:
            return _read_each(root, names, progress)
        return _share_out(root, names, cores, progress)


def _share_out(
    root: Path, names: Sequence[tuple[str, str]], cores: int, progress: Progress | None
) -> list[CaseFile]:
    """Read five files here for every four of each helper.

    Handing records from one process to another takes time on both sides, so this process reads along
    and takes the larger share. What a lost helper owed is read here too.
    """
    import multiprocessing
    import pickle

    turns = [0] * 5 + [share for share in range(1, cores) for _ in range(4)]
    portions: list[list[tuple[str, str]]] = [[] for _ in range(cores)]
    for place, name in enumerate(names):
        portions[turns[place % len(turns)]].append(name)

    helpers = []
    for share in range(1, cores):
        receiver, sender = multiprocessing.Pipe(duplex=False)
        helper = multiprocessing.Process(
            target=_send_share, args=(sender, root, portions[share]), daemon=True
        )
        try:
            helper.start()
        except OSError:  # no process to be had
            receiver.close()
        else:
            helpers.append((share, helper, receiver))
        sender.close()

    def told(read: int, own: int) -> None:
        if progress is not None:
            progress(read * len(names) // own, len(names))

    shares = {0: _read_each(root, portions[0], told)}
    for share, helper, receiver in helpers:
        with suppress(EOFError, OSError):
            shares[share] = pickle.loads(receiver.recv_bytes())  # noqa: S301 - our own process
        receiver.close()
        helper.join()
    for share in range(cores):
        if share not in shares:
            shares[share] = _read_each(root, portions[share])
    if progress is not None:
        progress(len(names), len(names))
    read = {share: iter(files_read) for share, files_read in shares.items()}
    return [next(read[turns[place % len(turns)]]) for place in range(len(names))]


def _send_share(sender: Connection, root: Path, names: Sequence[tuple[str, str]]) -> None:
    """A helper's work: read a share of the files and send it off."""
    import pickle
    import signal

    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who asked is told; helpers end with it
    sender.send_bytes(pickle.dumps(_read_each(root, names), pickle.HIGHEST_PROTOCOL))
    sender.close()


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep the garbage collector away: it would walk every node made so far, again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()  # what was read stays for good
            gc.enable()


def _read_each(
    root: Path, names: Sequence[tuple[str, str]], progress: Progress | None = None
) -> list[CaseFile]:
    read: list[CaseFile] = []
    for folder, name in names:
        read.append(read_file(root, f"{folder}/{name}", KINDS[folder]))
        if progress is not None:
            progress(len(read), len(names))
    return read


def shipped_models() -> list[Process]:
    """Return the five process models of the package."""
    models: list[Process] = []
    for path in files.shipped_processes():
        record = read_file(path.parent, path.name, Process).record
        assert isinstance(record, Process)
        models.append(record)
    return models


def locate(source: Source, path: FieldPath, at_key: bool = False) -> tuple[int, int]:
    """Return line and column, from 1, of the value at *path*, or of its key.

    Where the path leads to nothing, of the nearest thing that holds it.
    """
    if source.root is None:
        return 1, 1
    node, key = source.root, None
    for part in path:
        following = _child(node, part)
        if following is None:
            break
        key, node = following
    return source.place(key.start_mark if at_key and key is not None else node.start_mark)


def _child(node: Node, part: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(part, int):
        if isinstance(node, SequenceNode) and part < len(node.value):
            return None, node.value[part]
        return None
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == part:
                return key, value
    return None


def undropped(path: FieldPath, dropped: Sequence[FieldPath]) -> FieldPath:
    """Turn places among the entries read into places in the file: some entries were left out."""
    real: FieldPath = ()
    for part in path:
        if isinstance(part, int):
            left_out = sorted(
                int(gone[-1])
                for gone in dropped
                if gone[:-1] == real and len(gone) == len(real) + 1
            )
            for gone_index in left_out:
                if gone_index <= part:
                    part += 1
        real = (*real, part)
    return real
