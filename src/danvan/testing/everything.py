"""A strategy for any public class of danvan, out of what its parts are declared as."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache
from importlib import import_module
from inspect import isclass
from types import UnionType
from typing import Any, Final, Literal, Union, get_args, get_origin

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from danvan import _fields
from danvan.errors import DanvanError, InvalidValueError
from danvan.interchange.converter import ENTRIES
from danvan.reporting.registers import Register
from danvan.testing.fitting import FITTING, TEXT
from danvan.testing.registration import STRATEGIES
from danvan.testing.values import periods

__all__ = ["anything"]

_DEEP: Final = 2
_TRIES: Final = 30
_MUCH: Final = 10**6
_ARRAYS: Final[dict[Any, Any]] = {tuple: tuple, Sequence: tuple, frozenset: frozenset}


def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Everything that a public class can hold.

    That is what ``st.from_type`` draws, where the class has no strategy of its own name.

    Args:
        kind: a public class of danvan, or what a part of one may be declared as, such as
            ``tuple[Observation, ...]`` or ``Catalogue[Indicator]``.

    Shrinks towards the parts a value must have, each as simple as it can be.

    >>> from danvan.findings import Waiver
    >>> from hypothesis import given
    >>> @given(anything(Waiver))
    ... def says_why(waiver):
    ...     assert waiver.why
    >>> says_why()

    Raises:
        InvalidValueError: a class that danvan knows nothing of.
    """
    strategy: st.SearchStrategy[Any] = _of(kind, 0)
    return strategy


@cache
def _of(kind: Any, depth: int) -> st.SearchStrategy[Any]:
    if (known := _known(kind)) is not None:
        return known
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return st.one_of([_deferred(one, depth) for one in arguments])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is Register:
        return _registers(of=arguments[0])
    if origin is tuple and arguments[1:] != (...,):
        return st.tuples(*(_of(one, depth) for one in arguments))
    if origin in _ARRAYS:
        most = 2 if depth < _DEEP else 1
        return st.lists(_deferred(arguments[0], depth), max_size=most).map(_ARRAYS[origin])
    if isclass(kind) and issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    if attrs.has(origin or kind):
        return _records(kind, depth)
    raise InvalidValueError("strategy", kind, "a public class of danvan")


def _known(kind: Any) -> st.SearchStrategy[Any] | None:
    """The strategy that was made for a class by hand."""
    if kind in FITTING:
        return FITTING[kind]()
    if kind is Register:
        return _registers()
    return _named()[kind]() if kind in _named() else None


@cache
def _named() -> dict[Any, Callable[[], st.SearchStrategy[Any]]]:
    """The strategies with a name of their own, by their classes."""
    strategies = import_module("danvan.testing.strategies")
    found = {}
    for path, name in STRATEGIES.items():
        module, _, cls = path.rpartition(".")
        found[getattr(import_module(module), cls)] = getattr(strategies, name)
    return found


def _deferred(kind: Any, depth: int) -> st.SearchStrategy[Any]:
    return st.deferred(lambda: _of(kind, depth))


@st.composite
def _records(draw: st.DrawFn, kind: Any, depth: int) -> Any:
    """A record of any parts that go together; deep inside others, of those it must have."""
    cls, arguments = get_origin(kind) or kind, get_args(kind)
    attrs.resolve_types(cls)
    for _ in range(_TRIES):
        parts = {}
        for part in attrs.fields(cls):
            must = part.default is attrs.NOTHING
            if part.init and (must or (depth < _DEEP and draw(st.booleans()))):
                parts[part.alias] = draw(_part(part, arguments, depth + 1))
        try:
            return cls(**parts)
        except DanvanError:
            continue
    return reject()


def _part(part: Any, arguments: tuple[Any, ...], depth: int) -> st.SearchStrategy[Any]:
    """What a part may be: its validator knows more than its type."""
    if part.validator is _fields.text:
        return TEXT
    if within := _fields.limits(part.validator):
        low, high = within
        whole = st.integers(low, low + _MUCH if high is None else high)
        return whole if part.type is int else st.none() | whole
    generic = arguments and getattr(part.type, "__parameters__", ())
    return _of(part.type[arguments] if generic else part.type, depth)


@st.composite
def _registers(draw: st.DrawFn, of: Any = None) -> Register[Any]:
    """A register whose entries are those of its keepers."""
    kinds = sorted(ENTRIES.values(), key=lambda cls: cls.__name__)
    kind = draw(st.sampled_from(kinds)) if of is None else of
    entries = tuple(draw(st.lists(anything(kind), max_size=2)))
    keepers = tuple(dict.fromkeys(entry.organization for entry in entries))
    return Register(kind, keepers, draw(periods()), entries)
