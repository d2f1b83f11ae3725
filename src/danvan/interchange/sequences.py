"""Arrays: tuples of one kind, tuples of fixed kinds, sets.

The first wrong member of an array ends the reading of it, so that a hostile array of a
million wrong members costs one error and not a million.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from danvan.interchange.problems import PartError, shown

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["ARRAYS", "array"]

Structure = Callable[[Any, Any], Any]

ARRAYS: Final[dict[Any, Any]] = {
    tuple: tuple,
    list: list,
    frozenset: frozenset,
    Sequence: tuple,
}
"""What is written as an array, and what is made of one."""


def array(kind: Any, converter: Converter) -> Structure:
    """How ``tuple[X, ...]``, ``Sequence[X]``, ``frozenset[X]`` or ``tuple[X, Y]`` is read."""
    arguments, origin = get_args(kind), get_origin(kind)
    make = ARRAYS[origin]
    if origin is tuple and arguments[1:] != (...,):
        return _fixed(kind, arguments, converter)
    inner = _hook(arguments[0], converter)

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not list:
            raise PartError(shown(value), "an array")
        return make(_members(value, inner, arguments[0]))

    return structure


def _members(values: Iterable[Any], inner: Structure, kind: Any) -> list[Any]:
    found: list[Any] = []
    try:
        for value in values:
            found.append(inner(value, kind))  # noqa: PERF401  # its length tells which one failed
    except Exception as error:
        raise _at(len(found), error, kind) from None
    return found


def _fixed(kind: Any, kinds: tuple[Any, ...], converter: Converter) -> Structure:
    inner = [_hook(one, converter) for one in kinds]

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not list or len(value) != len(kinds):
            raise PartError(shown(value), "an array of {number}", len(kinds))
        pairs = zip(inner, value, kinds, strict=True)
        return tuple(_members(pairs, _applied, kind))

    return structure


def _applied(pair: tuple[Structure, Any, Any], _: Any) -> Any:
    inner, value, kind = pair
    return inner(value, kind)


def _at(index: int, error: Exception, kind: Any) -> Exception:
    from cattrs.errors import IterableValidationError, IterableValidationNote

    error.add_note(IterableValidationNote(f"member {index}", index, kind))
    # The class takes a third part; pyright sees that of ExceptionGroup, which takes two.
    return IterableValidationError("an array", [error], kind)  # pyright: ignore[reportCallIssue]


def _hook(kind: Any, converter: Converter) -> Structure:
    try:
        return converter.get_structure_hook(kind)
    except RecursionError:  # a class that holds itself: its hook is still being made
        return converter.structure
