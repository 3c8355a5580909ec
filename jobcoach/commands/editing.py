"""``person edit`` and ``employer edit``: a case file in the coach's own editor, as visudo does it.

The editor opens a draft: nothing unsound ever stands among the cases, and nobody waits for the lock
while somebody types.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from jobcoach.commands.whom import employer_in, person_in
from jobcoach.commands.writing import changing, show_outcome
from jobcoach.errors import JobcoachError, Refused
from jobcoach.render.catalogue import N_

if TYPE_CHECKING:
    from jobcoach.desk import Desk
    from jobcoach.domain.fields import Record
    from jobcoach.domain.findings import Fault, Finding
    from jobcoach.render.catalogue import Texts
    from jobcoach.store.change import Change, Outcome
    from jobcoach.store.editor import Draft
    from jobcoach.store.repository import CaseFile

_NOUNS = {"people": "person", "employers": "employer"}


def edit_case(desk: Desk, folder: str, wanted: str) -> None:
    """Let the coach edit a case file; save what is sound, keep as a draft what is not."""
    from jobcoach.store.editor import Draft, editor_command

    command = editor_command(desk.root)
    with changing(desk, f"{_NOUNS[folder]} edit") as change:
        find = person_in if folder == "people" else employer_in
        draft = Draft(change.folder, find(change, wanted).case)
    with draft.held(f"jobcoach {_NOUNS[folder]} edit"):
        text = _text_to_begin_with(desk, draft)
        _edit(desk, draft, command, text)


def _text_to_begin_with(desk: Desk, draft: Draft) -> bytes:
    """Return the case file's text, or the draft that was kept of it; says so."""
    from jobcoach.domain.findings import Fault
    from jobcoach.render.console import tell
    from jobcoach.store.source import FormFault, read_bytes

    data = read_bytes(desk.root, draft.name)
    if isinstance(data, FormFault):
        fault = Fault(file=draft.name, line=1, column=1, code=data.code, facts=data.facts)
        raise Refused("cannot-edit", file=draft.name, faults=(fault,))
    text = draft.begin(data)
    if draft.aside is not None:
        tell(desk.texts(_PUT_ASIDE, file=draft.name, path=draft.aside))
    elif text != data:
        tell(desk.texts(_TAKEN_UP, path=draft.path))
    return text


def _edit(desk: Desk, draft: Draft, command: Sequence[str], text: bytes) -> None:
    """Open the editor until the text is saved, says nothing new, or is given up (Refused)."""
    from jobcoach.store.editor import run_editor

    faults: list[Fault] = []
    if text != draft.began:
        draft.show(text, ())
        faults = _errors(_read(draft))
    while True:
        draft.show(text, fault_comments(faults, desk.texts))
        try:
            status = run_editor(command, draft.path)
        finally:
            written = draft.close(text)
        if written == draft.began:
            _say_unchanged(desk, draft, status)
            return
        if status or (faults and written == text):
            raise Refused(
                "edit-given-up",
                file=draft.name,
                path=str(draft.path),
                noun=_noun(draft),
                case=draft.case_id,
            )
        text = written
        faults = _errors(_read(draft)) or _save(desk, draft, text)
        if not faults:
            return


def _say_unchanged(desk: Desk, draft: Draft, status: int) -> None:
    from jobcoach.render import console
    from jobcoach.render.screen import Line

    if status:
        raise Refused("editor-failed", status=status, file=draft.name)
    console.show([Line(desk.texts(_UNCHANGED, file=draft.name))])


def _save(desk: Desk, draft: Draft, text: bytes) -> list[Fault]:
    """Save the text and say what was recorded; returns what the rules have against it instead.

    Raises Refused where the file is no longer what the draft began from, and whatever else keeps it
    from being saved. The draft stays then.
    """
    try:
        with changing(desk, f"{_noun(draft)} edit") as change:
            before = _file_as_begun(change, draft)
            change.put_text(draft.place, text)
            outcome = change.save("edit")
    except JobcoachError as error:
        if error.code == "would-break":
            return _located(error.facts["faults"], draft)  # type: ignore[arg-type]
        if error.code != "edit-changed-meanwhile":
            _say_kept(desk, draft)
        raise
    warnings = _new_warnings(before, _read(draft))
    draft.forget()
    _show(desk, draft, change, outcome, warnings)
    return []


def _file_as_begun(change: Change, draft: Draft) -> CaseFile:
    """Return the case file as it is; raises Refused where it is not what the draft began from."""
    from jobcoach.store.repository import read_file
    from jobcoach.store.source import read_bytes

    if read_bytes(change.root, draft.name) != draft.began:
        raise Refused(
            "edit-changed-meanwhile",
            file=draft.name,
            path=str(draft.path),
            noun=_noun(draft),
            case=draft.case_id,
        )
    return read_file(change.root, draft.name, _kind(draft))


def _show(
    desk: Desk, draft: Draft, change: Change, outcome: Outcome, warnings: Iterable[Fault]
) -> None:
    from jobcoach.render import console
    from jobcoach.render.messages import fault_message
    from jobcoach.render.screen import Line

    if any(saved.told for saved in outcome.saved):
        show_outcome(desk, change, outcome)
    else:  # a comment, blanks, the order of keys
        console.show([Line(desk.texts(_SAVED, file=draft.name), "good")])
    for fault in warnings:
        message, hint = fault_message(fault, desk.texts)
        place = f"{fault.file}:{fault.line}:{fault.column}"
        console.tell(f"{place}: {message}\n    {hint}" if hint else f"{place}: {message}")


def _say_kept(desk: Desk, draft: Draft) -> None:
    from jobcoach.render.console import tell

    tell(desk.texts(_KEPT, path=draft.path, noun=_noun(draft), case=draft.case_id))


def _noun(draft: Draft) -> str:
    return _NOUNS[draft.place.partition("/")[0]]


# What is wrong with a draft


def fault_comments(faults: Sequence[Fault], t: Texts) -> list[str]:
    """Return what stands above a text at fault, one comment a line; none where nothing is wrong.

    Lines are numbered as they stand below these comments.
    """
    from jobcoach.render.console import clean
    from jobcoach.render.messages import fault_message

    if not faults:
        return []
    told = [fault_message(fault, t) for fault in faults]
    above = 1 + sum(2 if hint else 1 for _, hint in told)
    lines = [t(_MEND_IT)]
    for fault, (message, hint) in zip(faults, told, strict=True):
        lines.append(t(_AT, line=fault.line + above, column=fault.column, problem=message))
        lines += [f"    {hint}"] if hint else []
    return [clean(line) for line in lines]


def _read(draft: Draft) -> CaseFile:
    """Return the draft as the case file it is to become, under that file's name."""
    from jobcoach.store.repository import read_file

    return read_file(draft.folder, draft.name, _kind(draft))


def _kind(draft: Draft) -> type[Record]:
    from jobcoach.store.repository import KINDS

    return KINDS[draft.place.partition("/")[0]]


def _errors(file: CaseFile) -> list[Fault]:
    return sorted((f for f in file.faults if f.level == "error"), key=_where)


def _where(fault: Fault) -> tuple[int, int]:
    return fault.line, fault.column


def _located(found: Iterable[Fault | Finding], draft: Draft) -> list[Fault]:
    """Give findings of the rules their place in the draft."""
    from jobcoach.domain.findings import Fault
    from jobcoach.store.repository import locate, read_source, undropped

    source, dropped = read_source(draft.folder, draft.name), _read(draft).dropped
    faults: list[Fault] = []
    for one in found:
        if isinstance(one, Fault):
            faults.append(one)
            continue
        line, column = locate(source, undropped(one.path, dropped), one.at_key)
        faults.append(
            Fault(file=draft.name, line=line, column=column, code=one.code, facts=one.facts)
        )
    return sorted(faults, key=_where)


def _new_warnings(before: CaseFile, after: CaseFile) -> list[Fault]:
    """Return warnings of form that were not there before: a key that nobody reads, a lost end."""
    known = {_key(fault) for fault in before.faults}
    return [f for f in after.faults if f.level == "warning" and _key(f) not in known]


def _key(fault: Fault) -> tuple[object, ...]:
    """What makes a fault the same before and after, though its entry may have moved."""
    path = tuple(part for part in fault.path if isinstance(part, str))
    return fault.code, path, repr(sorted(fault.facts.items()))


_UNCHANGED = N_("Nothing was changed in {file}.")
_SAVED = N_("{file} is saved.")
_TAKEN_UP = N_("You go on with the draft that was kept in {path}.")
_PUT_ASIDE = N_(
    "{file} was changed since you kept a draft of it: the draft lies in {path} now, and the file is "
    "opened as it is."
)
_KEPT = N_("Your text is kept in {path}; jobcoach {noun} edit {case} goes on with it.")
_MEND_IT = N_(
    "This cannot be saved yet. Mend it and close the editor; to give up, close it without a change."
)
_AT = N_("line {line}, column {column}: {problem}")
