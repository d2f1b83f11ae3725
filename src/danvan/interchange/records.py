"""Records: the attrs classes, an object with a key for each part.

A part that has its default is not written.  Keys that are not those of a part are kept
with the value (:mod:`danvan.interchange.unknown`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, get_origin

import attrs

from danvan.indicators import Indicator
from danvan.interchange.problems import PartError, shown
from danvan.interchange.spelled import IN_PARTS
from danvan.interchange.unknown import unknown_fields, with_unknown_fields
from danvan.organizations import Organization

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["reading_record", "writing_record"]

Structure = Callable[[Any, Any], Any]

SHARED: Final = (Indicator, Organization)
"""What a document says again and again; equal ones become one object."""

_MOST: Final = 20_000


def reading_record(kind: Any, converter: Converter) -> Structure:
    """How a record is read."""
    from cattrs.gen import make_dict_structure_fn

    cls = get_origin(kind) or kind
    made = make_dict_structure_fn(kind, converter, _cattrs_use_alias=True)
    known = frozenset(part.alias for part in attrs.fields(cls) if part.init)
    spelled = cls in IN_PARTS

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            if spelled and type(value) is str:
                return cls.parse(value)
            raise PartError(shown(value), "an object with its parts")
        found = made(value, kind)
        if value.keys() <= known:
            return found
        rest = {key: part for key, part in value.items() if key not in known}
        return with_unknown_fields(found, rest)

    return _sharing(structure) if cls in SHARED else structure


def _sharing(structure: Structure) -> Structure:
    """The same, but what was said before in the same words is the same object.

    Both classes hold texts only, so that equal data cannot mean different values, as 1 and
    true would.
    """
    said: dict[str, tuple[Any, Any]] = {}

    def shared(value: Any, kind: Any) -> Any:
        code = value.get("code") if type(value) is dict else None
        if type(code) is str and code in said:
            before, found = said[code]
            if before == value:
                return found
        found = structure(value, kind)
        if not unknown_fields(found):
            if len(said) >= _MOST:
                said.clear()
            said[found.code] = _copied(value), found
        return found

    return shared


def _copied(value: Any) -> Any:
    if type(value) is dict:
        return {key: _copied(part) for key, part in value.items()}
    return [_copied(part) for part in value] if type(value) is list else value


def writing_record(cls: Any, converter: Converter) -> Callable[[Any], Any]:
    """How a record is written."""
    from cattrs.gen import make_dict_unstructure_fn

    made = make_dict_unstructure_fn(
        cls, converter, _cattrs_use_alias=True, _cattrs_omit_if_default=True
    )

    def unstructure(value: Any) -> Any:
        return {**made(value), **unknown_fields(value)}

    return unstructure
