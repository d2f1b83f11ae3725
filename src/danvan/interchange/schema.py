"""JSON Schema (draft 2020-12) of danvan's values, from their own definitions.

>>> from danvan.findings import Source
>>> schema = json_schema(Source)
>>> schema["$ref"], schema["$defs"]["Source"]["required"]
('#/$defs/Source', ['name', 'text'])
>>> schema["$defs"]["Source"]["properties"]["name"]["title"]
'Tên gọi | name'
"""

from __future__ import annotations

import inspect
import types
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin

import attrs

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.findings import Text
from danvan.interchange.converter import ENTRIES, make_converter
from danvan.interchange.naming import parts_of, reached, short_names
from danvan.interchange.scalars import DECIMAL, words_of
from danvan.interchange.sequences import ARRAYS
from danvan.interchange.spelled import SPELLED
from danvan.interchange.titles import titles
from danvan.interchange.versions import KEY, VERSION

__all__ = ["json_schema", "json_schemas"]

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    Decimal: {"type": "string", "pattern": f"^{DECIMAL}$"},
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Text: {"type": "string", "description": "the name of a text, such as that of its file"},
    Any: {},
}
_FILLED: Final = {"minLength": 1, "pattern": r"^\S([\s\S]*\S)?$"}


def json_schema(cls: Any) -> dict[str, Any]:
    """The schema of the JSON that :func:`~danvan.interchange.to_json` writes for a class.

    Keys that are no parts are allowed, as they are read and kept.

    Args:
        cls: a public class of danvan, or an array of one: ``tuple[Observation, ...]``.

    Raises:
        InvalidValueError: a class danvan cannot write as JSON.
    """
    names = short_names(reached([cls]))
    top = _schema(cls, names)
    if "$ref" in top and "properties" in _definition(cls, names):
        top["required"] = [KEY]
    return {"$schema": DRAFT, **top, "$defs": _definitions(names)}


def json_schemas(classes: list[Any]) -> dict[str, Any]:
    """One schema with the definitions of many classes, to be referred to by their names.

    Raises:
        InvalidValueError: a class danvan cannot write as JSON.
    """
    return {"$schema": DRAFT, "$defs": _definitions(short_names(reached(classes)))}


def _definitions(names: dict[Any, str]) -> dict[str, Any]:
    made = {name: _definition(kind, names) for kind, name in names.items()}
    return dict(sorted(made.items()))


def _schema(kind: Any, names: dict[Any, str]) -> dict[str, Any]:
    if kind in names:
        return {"$ref": f"#/$defs/{names[kind]}"}
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(one, names) for one in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in ARRAYS:
        return _array(origin, arguments, names)
    if origin is type or kind is type:
        return {"enum": sorted(ENTRIES)}
    if isinstance(kind, TypeVar) and names.keys() >= set(ENTRIES.values()):
        return {"anyOf": [_schema(one, names) for one in ENTRIES.values()]}
    raise InvalidValueError("JSON Schema", kind, "a class that danvan writes as JSON")


def _array(origin: Any, arguments: tuple[Any, ...], names: dict[Any, str]) -> dict[str, Any]:
    if origin is tuple and arguments[1:] != (...,):
        return {
            "type": "array",
            "prefixItems": [_schema(one, names) for one in arguments],
            "minItems": len(arguments),
            "maxItems": len(arguments),
        }
    array = {"type": "array", "items": _schema(arguments[0], names)}
    return {**array, "uniqueItems": True} if origin is frozenset else array


def _definition(kind: Any, names: dict[Any, str]) -> dict[str, Any]:
    cls = get_origin(kind) or kind
    described = {**titles(cls), "description": _first_sentence(cls)}
    if cls in SPELLED:
        return {**described, "type": "string", **_FILLED}
    if issubclass(cls, Enum):
        return {**described, "enum": list(words_of(cls))}
    parts = parts_of(kind)
    return {
        **described,
        "type": "object",
        "properties": {
            KEY: {"const": VERSION},
            **{part.alias: _part(cls, part, of, names) for part, of in parts},
        },
        "required": [part.alias for part, _ in parts if part.default is attrs.NOTHING],
    }


def _first_sentence(cls: type) -> str:
    return " ".join((inspect.getdoc(cls) or "").split("\n\n")[0].split())


def _part(cls: type, part: attrs.Attribute[Any], kind: Any, names: dict[Any, str]) -> Any:
    schema = {**_schema(kind, names), **titles(cls, part.name.lstrip("_"))}
    if part.validator is _fields.text:
        schema |= _FILLED
    if within := _fields.limits(part.validator):
        bounds = dict(zip(("minimum", "maximum"), within, strict=True))
        schema |= {name: bound for name, bound in bounds.items() if bound is not None}
    if part.default is not attrs.NOTHING and not isinstance(part.default, attrs.Factory):  # type: ignore[arg-type]  # a class to the interpreter
        schema["default"] = make_converter().unstructure(part.default)
    return schema
