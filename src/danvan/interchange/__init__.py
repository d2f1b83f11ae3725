"""Interchange: danvan's values as JSON and back, and the schema of that JSON.

The model knows nothing of formats; this package alone does.  A value is an object with its
parts under their names, a number of a paper is a text; Decimals are texts, dates ISO 8601;
the object at the top says the version of its form.  YAML, TOML and MessagePack hold the same
data: :mod:`danvan.integrations.yaml_documents` and its neighbors.

>>> from danvan import Period, Quantity
>>> to_json(Quantity.parse("trên 394 buổi"))
'{"danvan":2,"value":"394","unit":"buổi","qualifier":"trên"}'
>>> from_json('"9 tháng năm 2023"', Period)
Period.parse('9 tháng năm 2023')
"""

from danvan.interchange.converter import make_converter
from danvan.interchange.json import from_json, to_json
from danvan.interchange.problems import DocumentError, Problem
from danvan.interchange.schema import json_schema, json_schemas
from danvan.interchange.typescript import typescript
from danvan.interchange.unknown import unknown_fields, with_unknown_fields

__all__ = [
    "DocumentError",
    "Problem",
    "from_json",
    "json_schema",
    "json_schemas",
    "make_converter",
    "to_json",
    "typescript",
    "unknown_fields",
    "with_unknown_fields",
]
