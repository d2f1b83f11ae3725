"""The converter between danvan's values and plain data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from inspect import isclass
from typing import TYPE_CHECKING, Any, Final, Literal, get_origin

import attrs

from danvan.errors import UnknownCodeError
from danvan.findings import Source, Text
from danvan.interchange.plain import as_plain
from danvan.interchange.problems import PartError, shown
from danvan.interchange.records import reading_record, writing_record
from danvan.interchange.scalars import SCALARS, number_text, one_of, word
from danvan.interchange.sequences import ARRAYS, array
from danvan.interchange.spelled import SPELLED
from danvan.reporting import registers
from danvan.reporting.registers import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cattrs.preconf.json import JsonConverter

__all__ = ["make_converter", "pointing_into"]

_texts: ContextVar[dict[str, Text]] = ContextVar("texts", default={})  # noqa: B039  # never changed

ENTRIES: Final = {
    name: cls
    for name in registers.__all__
    if attrs.has(cls := getattr(registers, name)) and hasattr(cls, "COUNTED")
}
"""The classes of entries of the registers, by their names."""


def make_converter() -> JsonConverter:
    """A new cattrs converter for JSON that knows every public class of danvan.

    Applications may register hooks of their own on it; nothing is shared
    between two converters.  It reads and writes plain data (dicts, lists, texts,
    numbers); keys it does not know are kept with the value they stood in.

    >>> from danvan import Period
    >>> make_converter().unstructure(Period.nine_months(2023))
    {'first': '2023-01-01', 'last': '2023-09-30'}
    """
    from cattrs.preconf.json import make_converter as make_json_converter

    converter = make_json_converter()
    converter.register_structure_hook_factory(_is_record)(reading_record)
    converter.register_unstructure_hook_factory(_is_record)(writing_record)
    converter.register_structure_hook_factory(_is_array)(array)
    converter.register_unstructure_hook_func(
        _is_set,
        lambda found: sorted((converter.unstructure(one) for one in found), key=repr),
    )
    converter.register_unstructure_hook_func(
        _is_rows, lambda rows: [converter.unstructure(one) for one in rows]
    )
    converter.register_structure_hook_func(_is_class, _entry_class)
    converter.register_unstructure_hook_func(_is_class, lambda cls: cls.__name__)
    converter.register_structure_hook_func(lambda kind: kind is Register, _register(converter))
    converter.register_structure_hook_factory(_is_literal)(one_of)
    converter.register_structure_hook_factory(_is_word)(word)
    for mixed in (IntEnum, StrEnum):
        converter.register_structure_hook(mixed, _member)
    converter.register_unstructure_hook(StrEnum, lambda member: member.value)
    converter.register_unstructure_hook(IntEnum, lambda member: member.name)
    converter.register_unstructure_hook(Decimal, number_text)
    converter.register_unstructure_hook(float, as_plain)
    converter.register_unstructure_hook(date, date.isoformat)
    for plain, hook in SCALARS.items():
        converter.register_structure_hook(plain, hook)
    for cls in SPELLED:
        converter.register_unstructure_hook(cls, str)
        converter.register_structure_hook(cls, _parsed(cls))
    converter.register_unstructure_hook_func(lambda cls: cls is Text, lambda text: text.name)
    converter.register_structure_hook_func(lambda cls: cls is Text, _text)
    return converter


def _is_record(kind: Any) -> bool:
    return attrs.has(get_origin(kind) or kind)


def _is_array(kind: Any) -> bool:
    return get_origin(kind) in ARRAYS


def _is_rows(kind: Any) -> bool:
    return isclass(kind) and issubclass(kind, tuple)


def _is_set(kind: Any) -> bool:
    return get_origin(kind) is frozenset


def _is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal


def _is_word(kind: Any) -> bool:
    return isclass(kind) and issubclass(kind, Enum)


def _is_class(kind: Any) -> bool:
    return type in (kind, get_origin(kind))


def _member(value: Any, cls: type[Enum]) -> Any:
    return word(cls)(value, cls)


def _entry_class(name: Any, _: Any) -> type:
    if type(name) is not str or name not in ENTRIES:
        raise UnknownCodeError("register", shown(name), tuple(ENTRIES))  # type: ignore[arg-type]  # whatever it is, it is shown
    return ENTRIES[name]


def _register(converter: JsonConverter) -> Callable[[Any, Any], Any]:
    """A register is read by what it says its entries are."""

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not dict or "of" not in value:
            raise PartError(shown(value), 'an object with "of"')
        of = _entry_class(value["of"], None)
        return converter.structure(value, Register[of])  # type: ignore[valid-type]  # a class by now

    return structure


def _parsed(cls: Any) -> Callable[[Any, Any], Any]:
    def structure(text: Any, _: Any) -> Any:
        if type(text) is not str:
            raise PartError(shown(text), "a text")
        return cls.parse(text)

    return structure


@contextmanager
def pointing_into(texts: Iterable[Text]) -> Iterator[None]:
    """While it lasts, spans that are read lie in these texts, where they name one of them."""
    before = _texts.set({text.name: text for text in texts})
    try:
        yield
    finally:
        _texts.reset(before)


def _text(name: Any, _: Any) -> Text:
    if type(name) is not str:
        raise PartError(shown(name), "the name of a text")
    return _texts.get().get(name) or Source(name, "")
