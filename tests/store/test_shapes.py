"""Every key of every record has a shape, and the editors' schemas know the same keys."""

import json
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from jobcoach.commands.schema import schema_records
from jobcoach.domain.fields import Record
from jobcoach.domain.people import Contact, Person, Placement
from jobcoach.store.json_schema import json_schema
from jobcoach.store.plain import to_plain
from jobcoach.store.shapes import (
    Day,
    IdText,
    Length,
    ListOf,
    MapOf,
    Nested,
    Number,
    OneOrMore,
    Shape,
    Text,
    Word,
    YesNo,
    shape_of,
)
from jobcoach.store.source import parse

EXAMPLES = Path(__file__).parents[2] / "examples" / "cases"


def _all_records():
    found, waiting = set(), [Record]
    while waiting:
        for record in waiting.pop().__subclasses__():
            if record.__module__.startswith("jobcoach.") and record not in found:
                found.add(record)
                waiting.append(record)
    return sorted(found, key=lambda record: record.__name__)


schema_records()  # imports every module of records
RECORDS = _all_records()


def test_all_records_are_looked_at():
    assert {"Person", "Employer", "Settings", "Process", "Contact", "Stage", "Coach"} <= {
        record.__name__ for record in RECORDS
    }


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_has_a_shape_under_its_own_key(record):
    shape = shape_of(record)

    assert [field.attribute for field in shape.fields.values()] == list(record.__struct_fields__)
    assert all(isinstance(field.shape, Shape) for field in shape.fields.values())
    assert all(key == field.attribute.rstrip("_") for key, field in shape.fields.items())


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_what_has_no_default_is_required(record):
    by_msgspec = {field.name for field in msgspec.structs.fields(record) if field.required}

    assert shape_of(record).required == by_msgspec


@pytest.mark.parametrize(
    ("record", "key", "shape"),
    [
        (Person, "id", IdText()),
        (Person, "name", Text()),
        (Person, "born", Day()),
        (Person, "after_closing", YesNo()),
        (Person, "wishes", ListOf(Text())),
        (Contact, "next", Day(("none",))),
        (Contact, "with", OneOrMore()),
        (Placement, "hours", Number(0, 168)),
        (Placement, "market", Word(("ordinary", "bridge", "sheltered"))),
    ],
)
def test_an_annotation_becomes_its_shape(record, key, shape):
    assert shape_of(record).fields[key].shape == shape


def test_entries_of_a_list_are_records_themselves():
    assert shape_of(Person).fields["contacts"].shape == ListOf(shape_of(Contact))


def test_rhythms_are_longer_than_nothing_waits_need_not_be():
    records = schema_records()
    settings = shape_of(records["settings"])

    assert shape_of(records["employer"]).fields["contact_every"].shape == Length(positive=True)
    assert settings.fields["retention"].shape == Length(positive=False)
    lead = settings.fields["followup"].shape.fields["lead"].shape
    assert lead == MapOf(
        (
            "contract-end",
            "limit",
            "agreement",
            "consent",
            "constraint-end",
            "aid-end",
            "interview",
        ),
        Length(positive=False),
    )


# JSON schema


def _covers(schema, shape):
    """Every key of the shape, and no other, all the way down."""
    schema = _without_null(schema)
    if isinstance(shape, Nested):
        assert set(schema["properties"]) == set(shape.fields)
        assert set(schema.get("required", ())) == {k for k, f in shape.fields.items() if f.required}
        assert schema["additionalProperties"] is False
        for key, field in shape.fields.items():
            _covers(schema["properties"][key], field.shape)
    elif isinstance(shape, ListOf):
        _covers(schema["items"], shape.item)
    elif isinstance(shape, MapOf) and shape.keys is not None:
        assert set(schema["properties"]) == set(shape.keys)
    elif isinstance(shape, MapOf):
        _covers(schema["additionalProperties"], shape.value)
    elif isinstance(shape, Word):
        assert [str(word) for word in schema["enum"]] == list(shape.words)
    else:
        assert schema


def _without_null(schema):
    choices = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    return choices[0] if len(choices) == 1 else schema


@pytest.mark.parametrize("kind", ["person", "employer", "settings", "process"])
def test_the_schema_covers_the_same_keys(kind):
    record = schema_records()[kind]
    schema = json_schema(record, kind)

    assert schema["title"] == kind
    _covers(schema, shape_of(record))
    assert json.loads(json.dumps(schema)) == schema


def test_an_entry_asks_for_one_of_two_keys():
    schema = _without_null(json_schema(Person, "person")["properties"]["placements"])["items"]

    assert schema["allOf"] == [{"anyOf": [{"required": ["employer"]}, {"required": ["firm"]}]}]


# As JSON


@pytest.mark.parametrize(
    "path", sorted(p.relative_to(EXAMPLES).as_posix() for p in EXAMPLES.glob("*/*.yaml"))
)
def test_a_file_as_json_has_its_own_keys_in_its_own_order(path):
    record = schema_records()["person" if path.startswith("people") else "employer"]
    root = parse((EXAMPLES / path).read_bytes().decode()).root
    plain = to_plain(record, root)

    assert list(plain) == [key.value for key, _ in root.value]
    assert json.loads(json.dumps(plain)) == plain


def test_values_are_typed_by_what_their_key_expects():
    text = (
        "id: a\nphone: 0470\nemail: ~\nafter_closing: true\nname: 'true'\nx-note: 12\nborn: soon\n"
        "placements: [{employer: b, from: 2026-01-01, hours: '19,5'}, {hours: 25}, {hours: many}]\n"
    )

    assert to_plain(Person, parse(text).root) == {
        "id": "a",
        "phone": "0470",
        "email": None,
        "after_closing": True,
        "name": "true",
        "x-note": "12",
        "born": "soon",
        "placements": [
            {"employer": "b", "from": "2026-01-01", "hours": 19.5},
            {"hours": 25},
            {"hours": "many"},
        ],
    }


def test_an_unheard_of_annotation_is_no_silent_text():
    class Odd(Record, frozen=True, kw_only=True):
        number: complex
        word: Literal["a"] = "a"

    with pytest.raises(KeyError):
        shape_of(Odd)
