"""Interchange: danvan's values as JSON and back, and the schema of that JSON.

The model knows nothing of formats; this package alone does.  A value with a
canonical spelling (a number of a paper, a quantity, a period) is a JSON string
in that spelling; every other value is an object with its parts under their
names; Decimals are strings, dates ISO 8601.

>>> from danvan import Period, Quantity
>>> to_json(Quantity.parse("trên 394 buổi"))
'"trên 394 buổi"'
>>> from_json('"9 tháng năm 2023"', Period)
Period.parse('9 tháng năm 2023')
"""

from danvan.interchange.converter import make_converter
from danvan.interchange.json import from_json, to_json
from danvan.interchange.schema import json_schema

__all__ = ["from_json", "json_schema", "make_converter", "to_json"]
