"""`schema`: JSON schemas of the case files, which every example obeys."""

import copy
import json
import re
from pathlib import Path

import pytest
import yaml
from conftest import run

from .reading import one_message

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "cases"
KINDS = ("person", "employer", "settings", "process", "quality")
KEYWORDS = {
    "$schema",
    "title",
    "description",
    "type",
    "enum",
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "anyOf",
    "allOf",
    "items",
    "pattern",
    "minimum",
    "maximum",
}
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def _is(kind, value):
    """Whether a value read as characters may be of a JSON type, as an editor would take it."""
    if kind == "object":
        return isinstance(value, dict)
    if kind == "array":
        return isinstance(value, list)
    if not isinstance(value, str):
        return False
    return {
        "string": True,
        "number": bool(NUMBER.fullmatch(value)),
        "integer": value.lstrip("-").isdigit(),
        "boolean": value in ("true", "false"),
        "null": value in ("", "null", "~"),
    }[kind]


def faults(schema, value, at="", found=None):
    """Where *value* breaks *schema*; the keywords these schemas use, and no others."""
    found = [] if found is None else found
    assert set(schema) <= KEYWORDS, set(schema) - KEYWORDS
    kinds = schema.get("type")
    if kinds is not None and not any(
        _is(kind, value) for kind in ([kinds] if isinstance(kinds, str) else kinds)
    ):
        found.append(f"{at}: not {kinds}")
        return found
    if "enum" in schema and value not in [str(word) for word in schema["enum"]]:
        found.append(f"{at}: {value!r} not in {schema['enum']}")
    if "anyOf" in schema and all(faults(option, value, at) for option in schema["anyOf"]):
        found.append(f"{at}: fits none")
    for part in schema.get("allOf", ()):
        faults(part, value, at, found)
    if isinstance(value, dict):
        found += [f"{at}: no {key}" for key in schema.get("required", ()) if key not in value]
        known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
        for key, inner in value.items():
            place = f"{at}.{key}"
            patterns = [
                s for p, s in schema.get("patternProperties", {}).items() if re.search(p, key)
            ]
            if key in known:
                faults(known[key], inner, place, found)
            elif patterns:
                for pattern in patterns:
                    faults(pattern, inner, place, found)
            elif others is False:
                found.append(f"{place}: unknown")
            elif isinstance(others, dict):
                faults(others, inner, place, found)
    if isinstance(value, list) and "items" in schema:
        for place, item in enumerate(value):
            faults(schema["items"], item, f"{at}[{place}]", found)
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            found.append(f"{at}: {value!r} is no {schema['pattern']}")
        if NUMBER.fullmatch(value):
            if "minimum" in schema and float(value) < schema["minimum"]:
                found.append(f"{at}: below {schema['minimum']}")
            if "maximum" in schema and float(value) > schema["maximum"]:
                found.append(f"{at}: above {schema['maximum']}")
    return found


def _schema(kind):
    ran = run("schema", kind)
    assert (ran.exit_code, ran.stderr) == (0, "")
    return ran.json


def _read(path):
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def schemas():
    return {kind: _schema(kind) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_a_kind_is_json_and_says_which_draft(kind):
    schema = _schema(kind)

    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["title"] == kind
    assert schema["type"] == "object"
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize(
    "path", sorted((EXAMPLES / "people").glob("*.yaml")), ids=lambda path: path.stem
)
def test_every_example_person_obeys_the_schema(schemas, path):
    assert faults(schemas["person"], _read(path)) == []


@pytest.mark.parametrize(
    "path", sorted((EXAMPLES / "employers").glob("*.yaml")), ids=lambda path: path.stem
)
def test_every_example_employer_obeys_the_schema(schemas, path):
    assert faults(schemas["employer"], _read(path)) == []


@pytest.mark.parametrize(
    "path", sorted((ROOT / "jobcoach" / "processes").glob("*.yaml")), ids=lambda path: path.stem
)
def test_every_shipped_model_obeys_the_schema(schemas, path):
    assert faults(schemas["process"], _read(path)) == []


def test_the_example_settings_obey_the_schema(schemas):
    assert faults(schemas["settings"], _read(EXAMPLES / "jobcoach.yaml")) == []


AMINA = _read(EXAMPLES / "people" / "ab-k7q.yaml")


def _with(**changes):
    changed = copy.deepcopy(AMINA)
    for key, value in changes.items():
        changed[key] = value
    return changed


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"hobby": "Chess"}, ".hobby"),
        ({"gender": "lady"}, ".gender"),
        ({"born": "12/4/1988"}, ".born"),
        ({"after_closing": "yes"}, ".after_closing"),
        ({"wishes": {"one": "two"}}, ".wishes"),
        ({"stages": [{"stage": "reserve"}]}, ".stages"),
        ({"stages": [{"stage": "reserve", "on": "2026-01-05", "with": "x"}]}, ".stages"),
        ({"contacts": [{"how": "phone"}]}, ".contacts"),
        ({"pace": [{"every": "weekly"}]}, ".pace"),
        ({"placements": [{"from": "2026-01-05"}]}, ".placements"),
        ({"reviews": [{"kind": "satisfaction", "on": "2026-01-05", "score": "6"}]}, ".reviews"),
    ],
)
def test_an_editor_sees_a_slip(schemas, changes, where):
    found = faults(schemas["person"], _with(**changes))

    assert [fault for fault in found if fault.startswith(where)], found


@pytest.mark.parametrize(
    "changes",
    [
        {"x-own": {"colour": ["blue"]}},
        {"place": ""},
        {"contacts": [{"on": "2026-01-05", "next": "none"}]},
        {"contacts": [{"on": "2026-01-05", "next": "2026-01-12"}]},
        {"contacts": [{"on": "2026-01-05", "with": ["person", "cpas"]}]},
        {"contacts": [{"on": "2026-01-05", "with": "person"}]},
        {"situation": ["Lives on a boat"]},
        {"phone": "0470123456"},
        {"place": "no"},
        {"placements": [{"firm": "A name", "from": "2026-01-05"}]},
        {"placements": [{"employer": "bakery", "from": "2026-01-05", "hours": "19.5"}]},
        {"constraints": []},
    ],
)
def test_an_editor_leaves_alone_what_is_right(schemas, changes):
    assert faults(schemas["person"], _with(**changes)) == []


def test_a_person_without_a_name_is_seen(schemas):
    assert faults(schemas["person"], {"id": "ab-k7q"}) == [": no name"]


def test_an_unknown_kind_is_refused_with_the_known_ones():
    ran = run("--lang", "en", "schema", "people")

    assert ran.exit_code == 2
    assert one_message(ran) == '"people" is not a value schema takes.'
    assert "person, employer, settings, process" in ran.stderr


def test_schemas_need_no_repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run("schema", "person").exit_code == 0
