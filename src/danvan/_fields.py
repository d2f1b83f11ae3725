"""Checks on the parts of a value, in danvan's own words.

The validators of attrs print the whole attribute in their message; these name
the class, the part and what was wanted, and raise :class:`InvalidValueError`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import attrs

from danvan.errors import InvalidValueError

__all__ = [
    "day",
    "decimal",
    "instance",
    "limits",
    "number",
    "optional",
    "text",
    "tuple_of",
    "whole",
]

_MOST = 10**18

type_of_validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]

_limits: Final[dict[object, tuple[int, int | None]]] = {}


def _subject(owner: object, attribute: attrs.Attribute[Any]) -> str:
    return f"{type(owner).__name__}.{attribute.name}"


def instance(*classes: type) -> type_of_validator:
    """The part must be of one of these classes; a bool never counts as a number."""
    names = " or ".join(c.__name__ for c in classes)
    wanted = classes[0] if len(classes) == 1 else classes
    refuses_bool = bool not in classes and issubclass(bool, classes)

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, wanted) or (refuses_bool and isinstance(value, bool)):
            raise InvalidValueError(_subject(owner, attribute), value, names)

    return check


def optional(validator: type_of_validator) -> type_of_validator:
    """The part may be ``None``, or what the other validator wants."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is not None:
            validator(owner, attribute, value)

    if validator in _limits:
        _limits[check] = _limits[validator]
    return check


def text(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """The part must be a text with something in it, in Unicode NFC, with no space around."""
    if not isinstance(value, str):
        want = "a text"
    elif not value or value != value.strip():
        want = "a text with something in it and no space around"
    elif not unicodedata.is_normalized("NFC", value):
        want = "text in Unicode NFC"
    else:
        return
    raise InvalidValueError(_subject(owner, attribute), value, want)


def whole(low: int, high: int | None = None) -> type_of_validator:
    """The part must be a whole number from ``low`` up to ``high``, both allowed.

    Without ``high`` it may be as large as anything that can be counted.
    """
    most = _MOST if high is None else high
    want = f"a whole number from {low}" + ("" if high is None else f" to {high}")

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        right = isinstance(value, int) and not isinstance(value, bool) and low <= value <= most
        if not right:
            huge = isinstance(value, int) and value > _MOST
            wanted = f"a whole number from {low} to {most}" if huge else want
            raise InvalidValueError(_subject(owner, attribute), value, wanted)

    _limits[check] = low, high
    return check


def limits(validator: object) -> tuple[int, int | None] | None:
    """The least and the greatest number that :func:`whole` allows; ``None`` for others."""
    return _limits.get(validator)


def tuple_of(*classes: type) -> type_of_validator:
    """The part must be a tuple of such things; a text is no tuple of letters."""
    names = " or ".join(c.__name__ for c in classes)

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if isinstance(value, tuple):
            kinds = set(map(type, value))  # few, however many things there are
            if all(issubclass(kind, classes) for kind in kinds):
                return
        raise InvalidValueError(_subject(owner, attribute), value, f"a tuple of {names}")

    return check


def day(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """The part must be a calendar date, and not a moment in time."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidValueError(_subject(owner, attribute), value, "a date")


def number(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """The part must be a finite Decimal; a float has already lost its exact value."""
    if not isinstance(value, Decimal) or not value.is_finite():
        raise InvalidValueError(_subject(owner, attribute), value, "a finite Decimal")


def decimal(value: Any) -> Any:
    """Turn an int into a Decimal on the way in; leave everything else to :func:`number`."""
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
