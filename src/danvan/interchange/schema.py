"""JSON Schema (draft 2020-12) of danvan's values, from their own definitions.

>>> from danvan.findings import Source
>>> schema = json_schema(Source)
>>> schema["$ref"], schema["$defs"]["Source"]["required"]
('#/$defs/Source', ['name', 'text'])
"""

from __future__ import annotations

import types
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal, Union, get_args, get_origin

import attrs

from danvan.errors import InvalidValueError
from danvan.findings import Severity, Text
from danvan.interchange.spelled import SPELLED

__all__ = ["json_schema"]

_PLAIN: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    type(None): {"type": "null"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    date: {"type": "string", "format": "date"},
    Text: {"type": "string", "description": "the name of a report"},
}


def json_schema(cls: type) -> dict[str, Any]:
    """The schema of the JSON that :func:`~danvan.interchange.to_json` writes for a class.

    Raises:
        InvalidValueError: a class danvan cannot write as JSON.
    """
    definitions: dict[str, Any] = {}
    schema = _schema(cls, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }


def _schema(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(one, definitions) for one in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return _array(arguments, definitions)
    if origin is frozenset:
        items = _schema(arguments[0], definitions)
        return {"type": "array", "items": items, "uniqueItems": True}
    if isinstance(kind, type) and (attrs.has(kind) or issubclass(kind, Enum)):
        name = kind.__name__
        if name not in definitions:
            definitions[name] = {}  # a class may hold itself
            definitions[name] = _definition(kind, definitions)
        return {"$ref": f"#/$defs/{name}"}
    raise InvalidValueError("JSON Schema", kind, "a class that danvan writes as JSON")


def _array(arguments: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    return {
        "type": "array",
        "prefixItems": [_schema(one, definitions) for one in arguments],
        "minItems": len(arguments),
        "maxItems": len(arguments),
    }


def _definition(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    described = {"title": cls.__name__, "description": (cls.__doc__ or "").split("\n\n")[0].strip()}
    if cls in SPELLED:
        return {**described, "type": "string"}
    if issubclass(cls, Enum):
        values = [m.name if cls is Severity else m.value for m in cls]
        return {**described, "enum": values}
    attrs.resolve_types(cls)  # type: ignore[type-var]  # an attrs class by now
    parts = [part for part in attrs.fields(cls) if part.init]  # type: ignore[arg-type]  # the same
    return {
        **described,
        "type": "object",
        "properties": {part.alias: _schema(part.type, definitions) for part in parts},
        "required": [part.alias for part in parts if part.default is attrs.NOTHING],
        "additionalProperties": False,
    }
