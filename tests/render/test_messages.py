"""What findings and errors say: every code has its words, every place in them is filled."""

import ast
import re
from pathlib import Path

import pytest

import jobcoach
from jobcoach import errors
from jobcoach.domain.findings import CODES, WARNINGS, Fault
from jobcoach.errors import JobcoachError, NotFound, SeveralFound
from jobcoach.render import error_messages, messages
from jobcoach.render.catalogue import texts
from jobcoach.render.error_messages import error_message
from jobcoach.render.messages import did_you_mean, fault_message, likely_date

PACKAGE = Path(jobcoach.__file__).parent
UNFILLED = re.compile(r"\{\w+\}")
LANGUAGES = ["en", "fr", "nl", "de"]

# The facts that come with each code, as store and domain give them.
UNKNOWN = {"value": "claier", "known": ("claire", "karim")}
FACTS = {
    "syntax": [{"slip": slip, "character": "U+0007"} for slip in messages._SLIPS],
    "not-utf8": [{"encoding": "Windows-1252"}],
    "too-large": [{"size": 5_000_000}],
    "too-deep": [{"most": 20}],
    "multiple-documents": [{}],
    "alias": [{}],
    "tag": [{"tag": "!x"}],
    "merge-conflict": [{}],
    "duplicate-key": [{"key": "phone"}],
    "outside-repository": [{}],
    "unreadable": [
        {"reason": reason} for reason in ("permission", "broken-link", "not-a-file", "other")
    ],
    "stray-comma": [{"decimal": True}, {"decimal": False}],
    "hash-in-text": [{}],
    "unexpected-file": [{}],
    "unknown-key": [{"key": "fone", "known": ("phone", "email")}, {"key": "x", "known": ()}],
    "expectation-missing": [{"stage": "pre-hire", "needs": ("plan", "profile")}],
    "future-contact": [{"on": "2026-04-01"}],
    "far-date": [{"on": "2036-04-01"}],
    "not-ended": [{"until": "2026-04-01"}],
    "below-scale": [{}],
    "no-reference": [{}],
    "several-references": [{}],
    "not-signed": [{"needs": ("signed-plan", "service-dated")}],
    "bad-colour": [{"value": "bleu"}],
    "low-contrast": [{"ratio": "3.2"}],
    "over-capacity": [{"coach": "claire", "count": 21, "capacity": 20}],
    "unknown-figure": [{"value": "activity.person", "known": ("activity.persons",)}],
    "not-for-funders": [{"value": "rhythm.kept", "known": ("activity", "outcomes")}],
    "id-mismatch": [{"id": "a", "stem": "b"}],
    "missing-key": [{"keys": ("on",)}, {"keys": ("employer", "firm")}],
    "wrong-type": [{"expected": expected, "value": "x"} for expected in messages._EXPECTED]
    + [{"expected": "text", "words": ()}],
    "bad-value": [
        {"value": "perhaps", "words": ("yes", "no"), "key": "how"},
        {"value": "-3", "least": 0.0, "most": 168.0, "key": "hours"},
        {"value": "8h", "hours": True, "key": "hours"},
    ],
    "bad-date": [{"value": "9/3/2026", "words": ()}, {"value": "soon", "words": ("none",)}],
    "bad-duration": [{"value": "soon"}],
    "bad-id": [{"value": "É"}],
    "id-clash": [{"id": "claire", "by": "jobcoach.yaml"}],
    "unknown-coach": [UNKNOWN],
    "unknown-employer": [UNKNOWN],
    "unknown-job": [UNKNOWN | {"employer": "bakery"}],
    "unknown-party": [UNKNOWN],
    "unknown-process": [UNKNOWN],
    "unknown-stage": [UNKNOWN | {"process": "frb-2002"}],
    "stage-not-allowed": [
        {"stage": "hire", "before": "reserve", "next": ("pre-hire",), "process": "frb-2002"},
        {"stage": "hire", "before": "reserve", "next": (), "process": "frb-2002"},
    ],
    "need-missing": [
        {"stage": "hire", "needs": ("reason",), "on": "2026-03-09", "process": "frb-2002"}
    ],
    "dates-backwards": [{"on": "2026-03-01", "before": "2026-03-09"}],
    "ends-before-start": [{"end": "2026-03-01", "start": "2026-03-09"}],
}


def test_every_code_of_a_finding_has_words_and_no_words_lack_a_code():
    assert set(messages._FAULTS) == CODES
    assert set(FACTS) == CODES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("code", "facts"), [(code, facts) for code in sorted(FACTS) for facts in FACTS[code]]
)
def test_a_finding_says_what_is_wrong_with_every_place_filled_in(code, facts, language):
    fault = Fault(file="people/a.yaml", line=1, column=1, code=code, facts=facts)
    message, hint = fault_message(fault, texts(language))

    assert message.strip()
    assert not UNFILLED.search(message)
    assert not UNFILLED.search(hint)
    assert "None" not in message + hint


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_finding_tells_the_way_out(code):
    for facts in FACTS[code]:
        if facts.get("expected") == "word":
            continue
        fault = Fault(file="people/a.yaml", line=1, column=1, code=code, facts=facts)
        assert fault_message(fault, texts("en"))[1].strip()


def _calls(*names):
    """Every call in the package of one of *names*: its first text, its keywords, where it is."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) in names:
                yield node, f"{path.relative_to(PACKAGE)}:{node.lineno}"


ERROR_CLASSES = {
    name
    for name, one in vars(errors).items()
    if isinstance(one, type) and issubclass(one, JobcoachError)
} | {"BrokenTemplate"}


def _codes(node):
    """The codes that a first argument may be: one text, or one of two."""
    if isinstance(node, ast.IfExp):
        return [*_codes(node.body), *_codes(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) else []


RAISED = [
    (code, frozenset(keyword.arg for keyword in node.keywords), place)
    for node, place in _calls(*ERROR_CLASSES)
    if node.args
    for code in _codes(node.args[0])
]
FINDERS = ("one_of", "only_one", "by_number_or_words")
"""They make their codes of the kind of entry that they look for."""
FOUND = {
    f"{argument.value}-{end}"
    for node, _ in _calls(*FINDERS)
    for argument in node.args
    if isinstance(argument, ast.Constant) and str(argument.value).isalpha()
    for end in ("not-found", "several")
}


def test_errors_are_found_in_the_source():
    assert len(RAISED) > 25


def test_every_error_raised_has_words_and_no_words_are_left_over():
    raised = {code for code, _, _ in RAISED} | FOUND

    assert raised - set(error_messages._ERRORS) == set()
    assert set(error_messages._ERRORS) - raised == set()


@pytest.mark.parametrize(("code", "facts", "place"), RAISED, ids=[place for *_, place in RAISED])
def test_an_error_is_raised_with_every_fact_its_words_ask_for(code, facts, place):
    wanted = {
        name for text in error_messages._ERRORS[code] for name in re.findall(r"\{(\w+)\}", text)
    }

    assert wanted <= facts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "facts", "place"), RAISED, ids=[place for *_, place in RAISED])
def test_an_error_has_every_place_filled_in(code, facts, place, language):
    lists = {"known": ("x", "y"), "hits": ("x", "y"), "faults": (), "needs": ("plan", "reason")}
    given = {name: lists.get(name, "x") for name in facts}
    said = error_message(JobcoachError(code, **given), texts(language))

    assert said.strip()
    assert not UNFILLED.search(said)


def test_findings_in_the_source_carry_known_codes():
    written = {
        keyword.value.value
        for node, _ in _calls("Finding", "Fault", "FormFault")
        for keyword in node.keywords
        if keyword.arg == "code" and isinstance(keyword.value, ast.Constant)
    }

    assert written
    assert written <= CODES
    assert WARNINGS < CODES


# The way out


@pytest.mark.parametrize(
    ("value", "known", "hint"),
    [
        ("claier", ("claire", "karim"), 'did you mean "claire"? Allowed: claire, karim'),
        ("zzz", ("claire",), "Allowed: claire"),
        ("CLAIRE", ("claire",), 'did you mean "claire"? Allowed: claire'),
        ("x", (), ""),
    ],
)
def test_the_nearest_word_is_offered(value, known, hint):
    assert did_you_mean(value, known, texts("en")) == hint


def test_an_offered_word_is_one_that_is_allowed():
    known = ("Claire", "Karim")

    assert 'did you mean "Claire"?' in did_you_mean("CLAIRE", known, texts("en"))


def test_several_hits_are_listed_below():
    error = SeveralFound("person-several", value="am", hits=["ab-k7q  Amina", "am-123  Amélie"])

    assert error_message(error, texts("en")) == (
        'Several persons fit "am":\n    ab-k7q  Amina\n    am-123  Amélie'
    )


def test_a_long_value_is_shortened_and_cannot_command_the_terminal():
    said = error_message(NotFound("person-not-found", value="\x1b[2J" + "x" * 200), texts("en"))

    assert "\x1b" not in said
    assert "x" * 50 not in said
    assert "…" in said


def test_no_free_text_of_a_braced_value_is_filled_in():
    said = error_message(NotFound("unknown-option", value="{option}", option="--kind"), texts("en"))

    assert '"{option}"' in said


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9/3/2026", "2026-03-09"),
        ("09.03.26", "2026-03-09"),
        ("2026/3/9", "2026-03-09"),
        ("2026-03-09T10:00", "2026-03-09"),
        ("\u201c2026-03-09\u201d", "2026-03-09"),
        ("31/2/2026", ""),
        ("3/13/2026", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_the_date_probably_meant_is_offered(written, meant):
    assert likely_date(written) == meant
