"""JSON schemas of the case files, for editors: completion, and a squiggle under a slip."""

from __future__ import annotations

from typing import Any

from jobcoach.domain.fields import Record
from jobcoach.store.shapes import (
    Day,
    Hours,
    IdText,
    Length,
    ListOf,
    MapOf,
    Nested,
    Number,
    OneOrMore,
    Shape,
    Word,
    YesNo,
    shape_of,
)

_DATE = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "2026-03-09"}
_LENGTH = {"type": "string", "pattern": r"^\d{1,4}[dwmy]$", "description": "7d, 2w, 3m, 1y"}
# Editors read YAML with types of their own: a text may look like a number or a yes.
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}


def json_schema(record: type[Record], title: str) -> dict[str, Any]:
    """Return the schema of a file that holds *record*."""
    schema = _schema(shape_of(record))
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        **schema,
    }


def _schema(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, Nested):
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {
                key: _optional(_schema(field.shape), field.required)
                for key, field in shape.fields.items()
            },
            "patternProperties": {"^x-": {}},
            "additionalProperties": False,
        }
        required = sorted(key for key, field in shape.fields.items() if field.required)
        if required:
            schema["required"] = required
        wanted = [
            {"anyOf": [{"required": [key]} for key in keys]} for keys in shape.record.wanted({})
        ]
        if wanted and not shape.record.wanted({"held": False}):
            return schema  # asked for only in some entries
        if wanted:
            schema["allOf"] = wanted
        return schema
    if isinstance(shape, ListOf):
        return {"type": "array", "items": _schema(shape.item)}
    if isinstance(shape, MapOf):
        value = _schema(shape.value)
        if shape.keys is None:
            return {"type": "object", "additionalProperties": value}
        properties = dict.fromkeys(shape.keys, value)
        return {"type": "object", "properties": properties, "additionalProperties": False}
    if isinstance(shape, OneOrMore):
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    if isinstance(shape, Word):
        return {"enum": [int(word) if word.isdigit() else word for word in shape.words]}
    if isinstance(shape, YesNo):
        return {"type": "boolean"}
    if isinstance(shape, Number):
        return {"type": "number", "minimum": shape.least, "maximum": shape.most}
    if isinstance(shape, Day):
        return {"anyOf": [_DATE, {"enum": list(shape.words)}]} if shape.words else dict(_DATE)
    if isinstance(shape, Length):
        return dict(_LENGTH)
    if isinstance(shape, IdText):
        return {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$"}
    if isinstance(shape, Hours):
        return {"type": "string", "description": "08:30-16:00"}
    return dict(_TEXT)


def _optional(schema: dict[str, Any], required: bool) -> dict[str, Any]:
    """Let an optional key stand empty: the same as not there."""
    if required or "null" in schema.get("type", ()):
        return schema
    return {"anyOf": [schema, {"type": "null"}]}
