"""What an error says, and the way out. Codes and facts come from below; words are here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from jobcoach.domain.findings import Fault
from jobcoach.domain.process import StageNamed
from jobcoach.render.catalogue import N_
from jobcoach.render.messages import (
    did_you_mean,
    expected_hint,
    fault_message,
    finding_message,
    quoted,
)
from jobcoach.render.needs_supplied import need_lines

if TYPE_CHECKING:
    from jobcoach.domain.findings import Finding
    from jobcoach.errors import JobcoachError
    from jobcoach.render.catalogue import Texts


def error_message(error: JobcoachError, t: Texts) -> str:
    """Return an error's line, what belongs to it on lines of their own, and its way out.

    Facts named ``hits``, ``faults`` and ``needs`` are such lines: cases that fit, faults found, what a
    stage still needs with the command that supplies it.
    """
    facts = {key: _worded(key, value, t) for key, value in error.facts.items()}
    message, hint = _ERRORS[error.code]
    lines = [t(message, **facts) if facts else t(message)]
    lines += [f"    {line}" for line in facts.get("hits", ())]
    lines += [f"    {line}" for fault in facts.get("faults", ()) for line in _fault_lines(fault, t)]
    lines += [f"    {line}" for line in _needs(error, t)]
    if facts.get("near"):
        return "\n".join([*lines, "    " + t('did you mean "{word}"?', word=facts["near"])])
    if facts.get("expected") and not facts.get("known"):
        way_out = expected_hint(facts["expected"], t)
    elif not hint and facts.get("known") and facts.get("value"):
        way_out = did_you_mean(str(facts["value"]), facts["known"], t)
    else:
        way_out = t(hint, **facts) if hint else ""
    return "\n".join([*lines, f"    {way_out}"] if way_out else lines)


def _worded(key: str, value: object, t: Texts) -> Any:
    """A fact as it is said: what was typed shortened, days and names in the screen's language."""
    if isinstance(value, str):
        return quoted(value) if key == "value" else _cleaned(value)
    if isinstance(value, date):
        return t.weekday(value)
    if isinstance(value, StageNamed):
        return t.name(value.names, value.id)
    return value


def _needs(error: JobcoachError, t: Texts) -> list[str]:
    """What a stage still needs, with the commands that supply it on the day it is needed."""
    needs: Any = error.facts.get("needs", ())
    if not needs:
        return []
    case, stage, on = (error.facts.get(key) for key in ("case", "stage_id", "from_day"))
    return need_lines(needs, t, str(case or ""), str(stage or ""), str(on or ""))


def _fault_lines(fault: Fault | Finding, t: Texts) -> list[str]:
    """One fault in words: with its place where it has one, and what supplies a need that is missing."""
    if isinstance(fault, Fault):
        message, hint = fault_message(fault, t)
        head = f"{fault.file}:{fault.line}:{fault.column}: {message}"
    else:
        message, hint = finding_message(fault, t)
        head = t.labelled(_place(fault), message)
        if fault.code == "need-missing":
            needs: Any = fault.facts["needs"]
            stage, on = str(fault.facts["stage"]), str(fault.facts["on"])
            return [head, *(f"  {line}" for line in need_lines(needs, t, _id(fault), stage, on))]
    return [head, f"  {hint}"] if hint else [head]


def _place(finding: Finding) -> str:
    """Where a finding stands, as the keys of its path: a file that is not written has no lines."""
    path = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in finding.path)
    return f"{_id(finding)} {path.removeprefix('.')}".strip()


def _id(finding: Finding) -> str:
    return finding.case.rpartition("/")[2] or "jobcoach.yaml"


def mended_message(mended: Any, t: Texts) -> str:
    """Say what an interrupted command had left, and what became of it."""
    return t(_MENDED[mended.outcome], files=", ".join(mended.paths))


def _cleaned(value: str) -> str:
    from jobcoach.render.console import clean

    return clean(value)


_MENDED = {
    "nothing-written": N_(
        "The last command was interrupted before it wrote anything ({files}): type it again."
    ),
    "finished": N_("The last command was interrupted; what it had begun is finished now: {files}"),
    "was-complete": N_("The last command was interrupted, but all it had to do was done: {files}"),
    "left-as-found": N_(
        "The last command was interrupted, and the files were edited since: look at them ({files})."
    ),
}

_ERRORS: dict[str, tuple[str, str]] = {
    "no-repository": (
        N_("There is no case repository here or above ({folder})."),
        N_("go to its folder, name it with -C DIR, or make one: jobcoach init DIR"),
    ),
    "not-a-repository": (
        N_("{folder} is not a case repository: it has no jobcoach.yaml."),
        N_("name another folder, or make one: jobcoach init DIR"),
    ),
    "match-do-not-contact": (
        N_("{employer} does not want to be contacted: nobody is proposed there."),
        N_("if that has changed: jobcoach employer set {employer} status open"),
    ),
    "match-job-not-open": (
        N_("{value} is not open today."),
        N_("see jobcoach job list, or jobcoach job show {value}"),
    ),
    "several-repositories": (
        N_("Several case repositories are named ({folders}); this command takes one."),
        N_("only jobcoach report counts over several"),
    ),
    "definitions-differ": (
        N_(
            "The repositories define the process {process} differently: their figures do not add up."
        ),
        N_("report on each alone, or give both the same processes/{process}.yaml"),
    ),
    "unknown-figure": (
        N_('"{value}" is not a figure of this report.'),
        N_("the names stand in --format json and csv; a column comes behind them: persons.women"),
    ),
    "since-after-until": (
        N_("The period ends before it begins: from {since} to {until}."),
        N_("change --since or --until"),
    ),
    "bad-today": (
        N_('JOBCOACH_TODAY is "{value}", which is not a date.'),
        N_("write it as 2026-03-09"),
    ),
    "bad-day": (
        N_('"{value}" is not a date I understand.'),
        N_("write 2026-03-09, today, tomorrow, yesterday, +3d, +2w, +1m, -3d or a weekday"),
    ),
    "bad-day-likely": (
        N_('"{value}" is not a date I understand.'),
        N_('did you mean "{word}"?'),
    ),
    "bad-length": (N_('"{value}" is not a length of time.'), N_("write 7d, 2w, 3m or 1y")),
    "unknown-language": (N_('"{value}" is not a language jobcoach speaks.'), ""),
    "unknown-coach": (N_('"{value}" is not a coach of this service.'), ""),
    "unknown-kind": (N_('"{value}" is not a kind of item.'), ""),
    "unknown-option": (N_('"{value}" is not a value {option} takes.'), ""),
    "person-not-found": (
        N_('No person is found for "{value}".'),
        N_("jobcoach person list --all shows everyone"),
    ),
    "person-several": (N_('Several persons fit "{value}":'), ""),
    "case-not-found": (
        N_('No person and no employer is found for "{value}".'),
        N_("jobcoach person list --all and jobcoach employer list --all show them"),
    ),
    "case-several": (N_('Several cases fit "{value}":'), ""),
    "employer-not-found": (
        N_('No employer is found for "{value}".'),
        N_("jobcoach employer list shows them all; a firm without a file is named with --firm"),
    ),
    "employer-several": (N_('Several employers fit "{value}":'), ""),
    "process-not-found": (N_('"{value}" is not a process model.'), ""),
    "case-unreadable": (
        N_("{file} cannot be read well enough for a document."),
        N_("jobcoach check {file} tells what to mend first"),
    ),
    "path-not-found": (N_("There is no {value}."), ""),
    "document-own-only": (
        N_("This document is for the person and the coach; it is made for nobody else."),
        "",
    ),
    "reader-is-the-person": (N_("The reader is the person: leave --for out."), ""),
    "no-consent": (
        N_("{case} has given no consent toward {reader}: nothing may be told."),
        N_(
            "when the person agrees: jobcoach consent give {case} {reader} --about name,strengths,…"
        ),
    ),
    "consent-expired": (
        N_("The consent of {case} toward {reader} has run out: nothing may be told."),
        N_("when the person agrees again: jobcoach consent give {case} {reader}"),
    ),
    "consent-withdrawn": (
        N_("{case} has withdrawn consent toward {reader}: nothing may be told."),
        "",
    ),
    "consent-not-yet": (
        N_("The consent of {case} toward {reader} begins on {on}: nothing may be told before."),
        "",
    ),
    "consent-about-nothing": (
        N_("The consent of {case} toward {reader} names nothing that this document tells."),
        N_("what was agreed: jobcoach disclosure list {case}"),
    ),
    "employer-may-not-know": (
        N_("{employer} may not learn that {case} has a coach: nothing may be told."),
        "",
    ),
    "consent-unreadable": (
        N_("{file} leaves a doubt about what the person agreed to: nothing is handed on."),
        N_("mend it first"),
    ),
    "document-for-employers": (N_("This document is for the person or for an employer."), ""),
    "job-for-others": (
        N_("A job sheet is for candidates, the coach, or {employer} itself."),
        "",
    ),
    "no-application": (
        N_("{case} has no open application: name the job, EMPLOYER/JOB."),
        "",
    ),
    "several-applications": (N_("{case} has several open applications:"), N_("name one of them")),
    "no-job-named": (N_("{employer} has no open job, or several: name one."), ""),
    "logo-unusable": (
        N_("The logo {path} cannot be used; the document is made without."),
        N_("a PNG, JPEG or SVG in the repository, of a megabyte at most"),
    ),
    "pdf-missing": (
        N_("PDF needs WeasyPrint, which is not installed."),
        N_("pipx inject jobcoach weasyprint, or print the HTML to PDF in a browser"),
    ),
    "all-is-inside": (
        N_("All plans at once are made for the persons or the coach, never for others."),
        "",
    ),
    "folder-not-empty": (
        N_("{folder} is not empty."),
        N_("name a new folder: nothing that is there is overwritten"),
    ),
    "cannot-write": (N_("{path} cannot be written."), N_("choose another place with -o")),
    "no-git": (
        N_("git is not found on this computer."),
        N_("install it from https://git-scm.com, then open a new terminal"),
    ),
    "git-failed": (N_("git refused: {reason}"), ""),
    "no-history": (
        N_("{folder} has no git history yet."),
        N_("jobcoach init makes one; git commit adds to it"),
    ),
    "template-not-found": (N_('"{value}" is not a template that documents are made from.'), ""),
    "own-template-not-found": (N_('The service has no template "{value}" of its own.'), ""),
    "template-there": (
        N_("{path} is there already and is left as it is."),
        N_("change it in your editor; jobcoach template check looks it over"),
    ),
    "quality-there": (
        N_("{path} is there already and is left as it is."),
        N_("change it in your editor; jobcoach check looks it over"),
    ),
    "funder-unsound": (
        N_("{path} is not sound, so nothing was made:"),
        N_("jobcoach report activity --format csv shows the names of its figures"),
    ),
    "template-outside": (
        N_("{path} is a link that leads out of the repository, so nothing was made."),
        N_("put the file itself there"),
    ),
    "template-error": (N_("The template {template}, line {line}: {reason}"), ""),
    "no-identity": (
        N_("Git does not know who you are, so nothing can be recorded."),
        N_('git config --global user.name "…"; git config --global user.email "…"'),
    ),
    "no-git-repository": (
        N_("{folder} is not in a git repository, so nothing can be recorded."),
        N_("git init makes one; `commit: off` in jobcoach.yaml does without"),
    ),
    "git-unfinished": (
        N_("Git is in the middle of a {work} here; nothing was changed."),
        N_("finish it (git {work} --continue) or give it up (git {work} --abort), then try again"),
    ),
    "git-detached": (
        N_("The case files in {folder} are on no branch, so a commit could get lost."),
        N_("git switch main goes back to the branch"),
    ),
    "index-locked": (
        N_("Another git command holds {path}; nothing was changed."),
        N_("wait for it to end; if none is running any more, delete that file"),
    ),
    "locked": (
        N_("Another jobcoach command is at work here: {holder}. Nothing was changed."),
        N_("wait for it to end, then try again"),
    ),
    "cannot-lock": (
        N_("{path} cannot be written, so nothing can be recorded."),
        N_("look at the rights of the folder"),
    ),
    "disk-full": (
        N_("There is no room left to write {path}; the old file is as it was."),
        N_("free some space on the disk, then try again"),
    ),
    "commit-refused": (
        N_("Git would not commit, so nothing was changed: {reason}"),
        N_("mend what git or its hook complains about, then try again"),
    ),
    "changed-meanwhile": (
        N_("{file} was changed by somebody else just now; nothing was changed."),
        N_("try again"),
    ),
    "file-unreadable": (
        N_("{file} cannot be read whole, so nothing is written into it:"),
        N_("mend it by hand first, for example with jobcoach person edit"),
    ),
    "hand-edit-unsound": (
        N_("{file} was edited by hand and is not sound, so nothing is written into it:"),
        N_("mend it first; jobcoach check {file} shows where"),
    ),
    "would-break": (N_("That would leave the case files at fault, so nothing was changed:"), ""),
    "splice-failed": (
        N_("{file} is written in a way that cannot be changed safely here; nothing was changed."),
        N_("write it by hand; jobcoach check looks it over"),
    ),
    "missing-argument": (
        N_("{option} is missing."),
        N_("--help shows what belongs there"),
    ),
    "not-text": (N_('"{value}" holds signs that are no text.'), ""),
    "needs-missing": (N_('Entering "{stage}" on {on} still needs:'), ""),
    "stage-not-found": (N_('"{value}" is not a stage of {process}.'), ""),
    "no-such-move": (
        N_('"{stage}" cannot follow "{before}" in {process}.'),
        N_("from {before} one moves to: {next}"),
    ),
    "move-backwards": (
        N_("{on} comes before the last stage, entered on {before}."),
        N_("choose a later day with --on"),
    ),
    "party-not-found": (
        N_('Nobody is found for "{value}".'),
        N_(
            "name an employer, a partner of the settings, somebody of the person's circle, or person"
        ),
    ),
    "party-several": (N_('Several fit "{value}":'), ""),
    "no-current-employer": (
        N_("{case} has no placement under way, so there is no current employer."),
        N_("name the employer"),
    ),
    "several-employers": (
        N_("{case} works for several employers."),
        N_("name the employer"),
    ),
    "names-another": (
        N_(
            "The note names {names}, but it also goes into somebody else's file; nothing was changed."
        ),
        N_("write the note without names, or log it for each person alone"),
    ),
    "not-their-case": (N_("{value} is not a case of {coach}; nothing was changed."), ""),
    "no-cases-of": (N_("{value} has no cases."), ""),
    "employer-unknown": (
        N_('No employer is found for "{value}".'),
        N_("--new makes a prospect of it; jobcoach employer list shows those on file"),
    ),
    "nothing-to-undo": (
        N_("There is no change of yours to take back."),
        N_("jobcoach undo CASE takes back the last change of one case, whoever made it"),
    ),
    "nothing-to-undo-in": (N_("There is no change of jobcoach's own to take back in {value}."), ""),
    "undo-overtaken": (
        N_("{file} was changed since in the same place, so nothing was taken back ({subject})."),
        N_("change it by hand: jobcoach history shows what happened"),
    ),
    "undo-opening": (
        N_("What comes before is the opening itself ({subject}): undoing it takes {files} away."),
        N_("jobcoach undo --opening-too does it all the same"),
    ),
    "on-file-already": (N_("That is on file already; nothing was changed."), ""),
    "nothing-to-renew": (
        N_("A contract without an end has nothing to renew."),
        N_("jobcoach placement end ends it; placement convert makes another one permanent"),
    ),
    "undo-needs-commits": (
        N_("The settings say commit: off, so there is no change of jobcoach's own to take back."),
        "",
    ),
    "agreement-not-found": (N_('There is no agreement "{value}" to end.'), ""),
    "agreement-several": (
        N_('Several agreements fit "{value}"; name the other side with --with:'),
        "",
    ),
    "consent-not-found": (N_('There is no consent toward "{value}" to withdraw.'), ""),
    "day-before-start": (
        N_("{option}: {on} comes before the start, {start}."),
        N_("choose a later day"),
    ),
    "cover-is-away": (N_("Nobody covers for themselves."), N_("name another coach with --cover")),
    "to-only-at-the-end": (
        N_("--to says where a person went: only a closing stage takes it."),
        "",
    ),
    "one-or-the-other": (N_("{one} and {other} do not go together."), N_("leave one of them out")),
    "only-with": (N_("{option} goes with {other} only."), N_("add {other}, or leave {option} out")),
    "placement-there": (
        N_("A placement there that begins on {on} is on file already."),
        N_("jobcoach person show {case} shows it; jobcoach person set changes it"),
    ),
    "complaint-not-found": (N_("There is no complaint that waits for an answer."), ""),
    "consent-about": (
        N_("What is the consent about?"),
        N_("name it, for example --about name,strengths,skills"),
    ),
    "obstacle-not-found": (
        N_('No open obstacle fits "{value}".'),
        N_("its number or a part of its words will do; jobcoach person show lists them"),
    ),
    "obstacle-several": (N_('Several obstacles fit "{value}":'), ""),
    "application-not-found": (
        N_('No application fits "{value}".'),
        N_("jobcoach application propose begins one"),
    ),
    "application-several": (N_("Several applications fit; name one:"), ""),
    "application-open": (N_("{value} is proposed already and still open."), ""),
    "placement-not-found": (
        N_("There is no placement under way that fits."),
        N_("jobcoach placement start begins one"),
    ),
    "placement-several": (N_("Several placements are under way; name one:"), ""),
    "plan-not-found": (
        N_("There is no plan yet."),
        N_('jobcoach plan goal {value} "…" begins one'),
    ),
    "goal-not-found": (
        N_('No goal fits "{value}".'),
        N_("its number or a part of its words will do; jobcoach plan show lists them"),
    ),
    "goal-several": (N_('Several goals fit "{value}":'), ""),
    "step-not-found": (
        N_('No open step fits "{value}".'),
        N_("its number (1.2) or a part of its words will do; jobcoach plan show lists them"),
    ),
    "step-several": (N_('Several open steps fit "{value}":'), ""),
    "job-several": (N_('Several jobs fit "{value}":'), ""),
    "job-not-found": (N_('"{value}" is not a job of {employer}.'), ""),
    "job-unnamed": (
        N_('"{value}" names no job.'),
        N_("write EMPLOYER/JOB, for example boulangerie-lambert/counter"),
    ),
    "id-taken": (N_('The id "{value}" is taken already.'), N_("choose another one with --id")),
    "bad-id": (
        N_('"{value}" cannot be an id.'),
        N_("small letters a to z, digits and dashes only, beginning with a letter or digit"),
    ),
    "key-not-found": (N_('"{value}" is not a key that can be set here.'), ""),
    "key-holds-more": (
        N_('"{value}" holds further keys or entries.'),
        N_("name one of them ({known}), or add to it with `add`"),
    ),
    "key-holds-one": (N_('"{value}" holds one value, not a list.'), N_("change it with `set`")),
    "entry-not-found": (N_('"{value}": there is no such entry.'), ""),
    "out-of-range": (
        N_('"{value}" cannot stand at {key}.'),
        N_("write a number from {least} to {most}"),
    ),
    "bad-new-value": (N_('"{value}" cannot stand at {key}.'), ""),
    "not-empty-able": (N_('"{value}" cannot be left out.'), ""),
    "absence-backwards": (N_("The absence ends before it begins."), ""),
    "date-not-ahead": (
        N_("{on} is not ahead."),
        N_("a promise is for a day to come: tomorrow, +3d, a weekday"),
    ),
    "no-editor": (
        N_("No text editor is found on this computer."),
        N_("name yours in EDITOR, or for good: git config --global core.editor nano"),
    ),
    "editor-not-started": (
        N_('The editor "{value}" cannot be started.'),
        N_("correct VISUAL, EDITOR or git's core.editor: the command that opens your editor"),
    ),
    "editor-failed": (
        N_("The editor ended with an error (status {status}); {file} stays as it was."),
        "",
    ),
    "edit-given-up": (
        N_("{file} stays as it was; your text is kept in {path}."),
        N_("jobcoach {noun} edit {case} goes on with it"),
    ),
    "edit-changed-meanwhile": (
        N_(
            "{file} was changed while you were writing, so nothing was saved; "
            "your text is kept in {path}."
        ),
        N_("jobcoach {noun} edit {case} opens the file as it is: copy over what is still right"),
    ),
    "cannot-edit": (N_("{file} cannot be opened:"), ""),
    "import-no-file": (
        N_("{path} cannot be read."),
        N_("look at the name and the folder; on Windows put a path with blanks in quotes"),
    ),
    "import-workbook": (
        N_("{path} is an Excel workbook, not a CSV file."),
        N_("in Excel: File, Save as, CSV UTF-8 (delimited)"),
    ),
    "import-too-large": (
        N_("{path} is larger than 64 MiB."),
        N_("save the sheet alone, as CSV, or in several parts"),
    ),
    "import-not-text": (
        N_("{path} is not text in {encoding} (line {line})."),
        N_("save it again as CSV UTF-8, or name its encoding with --encoding"),
    ),
    "import-quotes": (
        N_("{path}: the quotes of the row on line {line} do not fit together."),
        N_('close the quote that is open there; write a quote inside a quoted text twice: ""'),
    ),
    "import-no-rows": (
        N_("{path} holds no rows below its headers."),
        N_("the first line names the columns, each further one is a row"),
    ),
    "import-kind-unclear": (
        N_("The headers on line {line} do not tell what the rows are."),
        N_("say it with --kind people, employers or contacts; a map names the columns"),
    ),
    "import-column-missing": (
        N_("No column is known for {keys}, without which no row makes anything."),
        N_("name it in a map, for example with --write-map map.yaml, then --map map.yaml"),
    ),
    "import-no-column": (N_('The file has no column "{value}".'), ""),
    "import-key-twice": (
        N_("Two columns go to {key}, which holds one value."),
        N_("leave one of the two empty in the map"),
    ),
    "import-map-broken": (N_("The map {path} is not sound:"), ""),
    "import-map-exists": (
        N_("{path} is there already and is left as it is."),
        N_("write the map to another file"),
    ),
    "import-map-unwritable": (
        N_("{path} cannot be written."),
        N_("look at the name and the rights of the folder"),
    ),
    "import-bad-rows": (
        N_("Nothing was written. Bad rows: {number}"),
        N_("correct them in the spreadsheet and save it again, or leave them out with --skip-bad"),
    ),
}
