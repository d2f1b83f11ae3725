"""Which classes a class is made of, and by what names a schema tells them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum
from inspect import isclass
from typing import Any, TypeVar, get_args, get_origin

import attrs

from danvan.interchange.converter import ENTRIES
from danvan.interchange.spelled import SPELLED
from danvan.interchange.titles import package_of
from danvan.reporting.registers import Register

__all__ = ["parts_of", "reached", "short_names"]


def parts_of(kind: Any) -> list[tuple[attrs.Attribute[Any], Any]]:
    """The parts of a record that are written, each with its type."""
    cls, arguments = get_origin(kind) or kind, get_args(kind)
    attrs.resolve_types(cls)
    return [(part, _filled(part.type, arguments)) for part in attrs.fields(cls) if part.init]


def _filled(kind: Any, arguments: tuple[Any, ...]) -> Any:
    """A type with the arguments of its class: of ``Catalogue[Unit]``, ``tuple[Unit, ...]``."""
    if arguments and getattr(kind, "__parameters__", ()):
        return kind[arguments]
    return arguments[0] if arguments and isinstance(kind, TypeVar) else kind


def _is_defined(kind: Any) -> bool:
    cls = get_origin(kind) or kind
    return attrs.has(cls) or (isclass(cls) and issubclass(cls, Enum))


def reached(kinds: Iterable[Any]) -> list[Any]:
    """The records and vocabularies that these are made of, and these themselves."""
    found: dict[Any, None] = {}
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if kind in found or kind is Ellipsis:
            continue
        if not _is_defined(kind):
            waiting.extend(get_args(kind))
            continue
        found[kind] = None
        cls = get_origin(kind) or kind
        if cls is Register:
            waiting.extend(ENTRIES.values())
        if attrs.has(cls) and cls not in SPELLED:
            waiting.extend(of for _, of in parts_of(kind))
    return list(found)


def short_names(kinds: Iterable[Any]) -> dict[Any, str]:
    """A name for each: that of the class, with its package before it where two share one."""
    classes = {kind: _name(kind) for kind in kinds}
    counts = Counter(classes.values())
    return {
        kind: name if counts[name] == 1 else f"{package_of(get_origin(kind) or kind)}.{name}"
        for kind, name in classes.items()
    }


def _name(kind: Any) -> str:
    arguments = "_".join(one.__name__ for one in get_args(kind))
    name: str = (get_origin(kind) or kind).__name__
    return f"{name}_{arguments}" if arguments else name
