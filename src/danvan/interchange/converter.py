"""The converter between danvan's values and plain data."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from danvan.errors import InvalidValueError
from danvan.findings import Severity, Source, Text
from danvan.interchange.spelled import SPELLED

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

__all__ = ["make_converter"]


def make_converter() -> JsonConverter:
    """A new cattrs converter for JSON that knows every public class of danvan.

    Applications may register hooks of their own on it; nothing is shared
    between two converters.  Unknown keys are refused.
    """
    from cattrs.preconf.json import make_converter as make_json_converter

    converter = make_json_converter(forbid_extra_keys=True)
    converter.register_unstructure_hook(Decimal, lambda value: f"{value:f}")
    converter.register_structure_hook(Decimal, _decimal)
    for cls in SPELLED:
        converter.register_unstructure_hook(cls, str)
        converter.register_structure_hook(cls, _parsed(cls))
    converter.register_unstructure_hook(Severity, lambda severity: severity.name)
    converter.register_structure_hook(Severity, lambda name, _: Severity[name])
    converter.register_unstructure_hook_func(lambda cls: cls is Text, lambda report: report.name)
    converter.register_structure_hook_func(
        lambda cls: cls is Text, lambda name, _: Source(name, "")
    )
    for plain in (str, bool, int):
        converter.register_structure_hook(plain, _plain(plain))
    return converter


def _parsed(cls: Any) -> Callable[[Any, Any], Any]:
    def structure(text: Any, _: Any) -> Any:
        if not isinstance(text, str):
            raise InvalidValueError(cls.__name__, text, "a text")
        return cls.parse(text)

    return structure


def _decimal(value: Any, _: Any) -> Decimal:
    if isinstance(value, str):
        try:
            return Decimal(value)
        except InvalidOperation:
            pass
    raise InvalidValueError("Decimal", value, 'a number in a text, such as "85.48"')


def _plain(cls: type) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not cls:
            raise InvalidValueError("value", value, f"{cls.__name__}, and no other kind")
        return value

    return structure
