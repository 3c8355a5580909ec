"""The coach's own editor: which one it is, the draft it opens, and comments that come out again.

A draft lies beside git's own data, readable for its owner only. A note beside it keeps what it began
from, and the mark of the comments that stand in it while the editor is open.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import msgspec

from jobcoach.errors import Unusable
from jobcoach.store import git, unfinished
from jobcoach.store.lock import locked
from jobcoach.store.source import BOM
from jobcoach.store.writing import write_bytes_whole

FOLDER = "drafts"
MARK = b"# !"
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


# Which editor


def editor_command(root: Path) -> list[str]:
    """Return the words that start the coach's editor; a file's name is to follow.

    ``VISUAL``, ``EDITOR``, git's ``core.editor``, else what the system brings along. Raises Unusable
    where there is none, or the one named is not there.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _editor_of_git(root)
    candidates = [editor_words(named)] if named else usual_editors(sys.platform)
    for words in candidates:
        program = shutil.which(words[0]) if words else None
        if program is not None:
            return [program, *words[1:]]
    raise Unusable("editor-not-started", value=named) if named else Unusable("no-editor")


def editor_words(written: str, windows: bool = os.name == "nt") -> list[str]:
    """Return program and arguments of an editor as somebody wrote it; none where a quote stays open.

    A path with blanks needs no quotes where there is such a program. On Windows a backslash is a plain
    sign.
    """
    whole = os.path.expanduser(written.strip())  # noqa: PTH111 - no path yet
    if shutil.which(whole):
        return [whole]
    lexer = shlex.shlex(whole, posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""
    lexer.escape = "" if windows else "\\"
    try:
        return list(lexer)
    except ValueError:
        return []


def usual_editors(platform: str) -> list[list[str]]:
    """Return what a system brings along, the simplest first."""
    if platform == "win32":
        return [["notepad"]]
    if platform == "darwin":
        return [["open", "-W", "-t"]]
    return [["nano"], ["vim"], ["vi"]]


def _editor_of_git(root: Path) -> str:
    try:
        ran = git.run(root, "config", "--get", "core.editor")
    except Unusable:  # a service that keeps its files without git
        return ""
    return ran.stdout.decode("utf-8", "replace").strip()


def run_editor(command: Sequence[str], path: Path) -> int:
    """Open *path*, wait until the editor is closed, and return its exit status.

    Ctrl-C is the editor's own business meanwhile. Raises Unusable where it cannot be started.
    """
    try:
        editor = subprocess.Popen([*command, str(path)])
    except OSError as error:
        raise Unusable("editor-not-started", value=command[0]) from error
    with _deaf_to_ctrl_c():
        return editor.wait()


@contextlib.contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Leave Ctrl-C to the program in front."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # only the main thread hears signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


# The draft


class _Note(msgspec.Struct, frozen=True):
    """What stands beside a draft: the text it began from, and the mark of comments in it."""

    began: bytes
    mark: bytes = b""


class Draft:
    """The text of the case at *place* (``people/ab-k7q``) while the coach works on it."""

    def __init__(self, own_folder: Path, place: str) -> None:
        self.folder = own_folder / unfinished.FOLDER / FOLDER
        self.place = place
        self.case_id = place.rpartition("/")[2]
        self.name = f"{place}.yaml"
        self.path = self.folder / self.name
        self.began = b""
        self.aside: Path | None = None
        """Where a draft was put that began from another text."""
        self._note = self.folder / f"{place}.json"

    def held(self, holder: str) -> AbstractContextManager[None]:
        """Keep a second editor off this draft; raises Unusable at once where there is one."""
        with contextlib.suppress(OSError):  # the lock says it
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return locked(self.folder / f"{self.place}.lock", holder, 0)

    def begin(self, data: bytes) -> bytes:
        """Begin from a file's bytes; return the text to go on with.

        That is the draft that was kept, where the file is still what it began from. Any other draft
        that differs from the file is put aside.
        """
        self.began = data
        kept, note = self._read(self.path), self._read_note()
        if kept is None:
            return data
        kept = uncommented(kept, note.mark if note else b"")
        if note is not None and note.began == data:
            return kept
        if kept != data:
            self.aside = self._free_name()
            _write(self.aside, kept)
        self.forget()
        return data

    def show(self, text: bytes, comments: Sequence[str]) -> None:
        """Write the draft as the editor shall show it: *comments* on top, one a line."""
        mark = mark_for(text) if comments else b""
        _write(self._note, msgspec.json.encode(_Note(self.began, mark)))
        _write(self.path, commented(text, comments, mark))

    def close(self, otherwise: bytes) -> bytes:
        """Take the comments out and return what was written; *otherwise* where the draft was deleted.

        Where it says what it began from there is nothing to keep, and no draft stays.
        """
        data, note = self._read(self.path), self._read_note()
        if data is None:
            data = otherwise
        if data != self.began:
            data = uncommented(as_utf8(data), note.mark if note else b"")
        if data == self.began:
            self.forget()
        else:
            _write(self._note, msgspec.json.encode(_Note(self.began)))
            _write(self.path, data)
        return data

    def forget(self) -> None:
        """Remove the draft."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def _read(self, path: Path) -> bytes | None:
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def _read_note(self) -> _Note | None:
        try:
            return msgspec.json.decode(self._read(self._note) or b"", type=_Note)
        except msgspec.MsgspecError:
            return None

    def _free_name(self) -> Path:
        number = 1
        while (path := self.folder / f"{self.place}.{number}.yaml").exists():
            number += 1
        return path


def _write(path: Path, data: bytes) -> None:
    """Write a file that only its owner may read: it holds somebody's case."""
    with contextlib.suppress(OSError):  # writing says what is wrong
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    write_bytes_whole(path, data)


# Comments on top


def mark_for(text: bytes) -> bytes:
    """Return a mark that begins no line of *text*, so that it tells comments from what was there."""
    mark = MARK
    while any(line.startswith(mark) for line in text.removeprefix(BOM).splitlines()):
        mark += b"!"
    return mark


def commented(text: bytes, comments: Sequence[str], mark: bytes) -> bytes:
    """Return *text* with comments on top, after its BOM, with line ends as its own."""
    bom = BOM if text.startswith(BOM) else b""
    end = b"\r\n" if b"\r\n" in text else b"\n"
    lines = [mark + b" " + line.encode("utf-8", "replace") + end for line in comments]
    return bom + b"".join(lines) + text.removeprefix(BOM)


def uncommented(data: bytes, mark: bytes) -> bytes:
    """Return *data* without the lines that bear the mark, wherever they were moved to."""
    if not mark:
        return data
    bom = BOM if data.startswith(BOM) else b""
    lines = data.removeprefix(BOM).splitlines(keepends=True)
    return bom + b"".join(line for line in lines if not line.startswith(mark))


def as_utf8(data: bytes) -> bytes:
    """Return what an editor saved as UTF-16 in UTF-8; anything else as it is."""
    encoding = _UTF_16.get(data[:2])
    if encoding is None:
        return data
    try:
        return data[2:].decode(encoding).encode("utf-8")
    except UnicodeDecodeError:
        return data
